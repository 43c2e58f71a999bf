"""What follows from events: who is bound by the charter of an organisation is a member, and an observer no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from acquis.register.events import Act, Event

_LESSER: Final = ("observer", "dialogue_partner", "partner", "applicant", "acceding")
"""Roles that end on the day on which a state becomes a member."""


def implied(events: Sequence[Event], charters: Mapping[str, str]) -> Iterator[Event]:
    """The events that follow from others, marked as inferred, each with the proof of what it follows from.

    `charters` are the constituent instruments, and the organisation of each, whose members are their parties.
    """
    joined = list(_members(events, charters))
    yield from joined
    yield from _ended([*events, *joined])


def _members(events: Iterable[Event], charters: Mapping[str, str]) -> Iterator[Event]:
    for event in events:
        if event.act is Act.ENTERED_INTO_FORCE and event.actor and event.object in charters:
            note = f"the constituent instrument became binding on it: {event.object}"
            yield replace(
                event, act=Act.JOINED, object=charters[event.object], role="member", inferred=True, note=note, nth=1
            )


def _ended(events: Sequence[Event]) -> Iterator[Event]:
    known = {(each.actor, each.object, each.role) for each in events if each.act is Act.LEFT}
    begun = {
        (each.actor, each.object, each.role): each for each in events if each.act is Act.JOINED and each.role in _LESSER
    }
    for event in events:
        if event.act is not Act.JOINED or event.role != "member":
            continue
        for role in _LESSER:
            key = (event.actor, event.object, role)
            first = begun.get(key)
            if first is None or key in known or not (first.on and event.on) or not first.on.before(event.on):
                continue
            yield replace(event, act=Act.LEFT, role=role, inferred=True, note="it became a member", nth=first.nth)
