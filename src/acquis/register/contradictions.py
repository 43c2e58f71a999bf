"""Facts that cannot all be true: an end before its beginning, a return before the absence, a circle of mergers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.register.events import Act, Event, Source, in_order, in_words
from acquis.register.lives import UNKNOWN, Lives, untimely
from acquis.register.orders import misplaced
from acquis.register.spells import BEGINS, ENDS, OF_ROLES


class Contradiction(Struct, frozen=True):
    """A fact that cannot be as it stands, and why; `void` where it would undo what another states, and is left out.

    Void is the one that takes the other for granted: what ends or comes back must have begun. The other stays.
    """

    event: Event
    what: str
    void: bool = False


def contradictions(
    events: Iterable[Event], *, implied: Collection[str] = (), states: Lives = UNKNOWN
) -> Iterator[Contradiction]:
    """Every contradiction between facts, whatever the order in which they were entered.

    `implied` are the organisations whose members follow from their charter, so that no fact need say who joined;
    `states` are the lives of states that are known. Days that are known to the month or the year contradict one
    another only where all of their days do. What is left out is not there for the others to rest on.
    """
    held, void, told = [*events], {0}, set[tuple[int, str]]()
    while void:
        found = [each for each in _among(held, implied, states) if (id(each.event), each.what) not in told]
        yield from found
        told |= {(id(each.event), each.what) for each in found}
        void = {id(each.event) for each in found if each.void}
        held = [each for each in held if id(each) not in void]


def _among(held: Sequence[Event], implied: Collection[str], states: Lives) -> Iterator[Contradiction]:
    roles, lives = _sorted(held)
    yield from _untimely(held, states)
    for same in roles.values():
        yield from _of_role(same, implied)
    for same in lives.values():
        yield from _of_life(same)
    yield from _circles(held, (Act.MERGED,))
    yield from _circles(held, (Act.RENAMED,))


def disordered(events: Iterable[Event]) -> Iterator[Contradiction]:
    """What happened to an instrument in an order that cannot be; neither fact undoes the other."""
    for each in misplaced(event for event in events if event.object and not _is_body(event.object)):
        first, second = each.first.claims[0], each.second.claims[0]
        yield Contradiction(second, f"{_dated(second)}: {each.kind.value}, {_dated(first)}{_where(first)}")


def repeated(events: Iterable[Event]) -> Iterator[Contradiction]:
    """One source that says two different things of one event, or the same thing twice, has a slip in it."""
    met: dict[tuple[str, str], Event] = {}
    for event in events:
        cited = event.proof.cited if isinstance(event.proof, Source) else ""
        other = met.setdefault((event.id, cited), event)
        if other is not event and not (event.act is Act.OBSERVED and event.on != other.on):
            said = "the same is said" if other.claim == event.claim else f"{other.on} is given"
            what = f"{said} by the same source{_where(other)}; a second time needs `nth`"
            yield Contradiction(event, f"{in_words(event)}: {what}")


_ByKey: TypeAlias = Mapping[tuple[str, ...], Sequence[Event]]
_BODIES: Final = ("org:", "organ:", "group:", "state:")


def _is_body(address: str) -> bool:
    return address.startswith(_BODIES)


def _sorted(events: Iterable[Event]) -> tuple[_ByKey, _ByKey]:
    """What is about one role of one actor in a body, and what is about the life of a body."""
    roles: defaultdict[tuple[str, ...], list[Event]] = defaultdict(list)
    lives: defaultdict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        if event.act in OF_ROLES and _is_body(event.object):
            roles[event.actor, event.object, event.role].append(event)
        elif event.act in _LIVES:
            lives[(event.actor or event.object,)].append(event)
    return roles, lives


_LIVES: Final = (Act.FOUNDED, Act.DISSOLVED, Act.MERGED)


def _untimely(events: Iterable[Event], states: Lives) -> Iterator[Contradiction]:
    """What is told of a state on a day on which there was none."""
    for event in events:
        if wrong := untimely(event, states):
            other, why = wrong
            yield Contradiction(event, f"{_dated(event)}: {why}{_where(other)}; {_LEFT_OUT}", void=True)


_LEFT_OUT: Final = "it is left out"


def _of_role(events: Sequence[Event], implied: Collection[str]) -> Iterator[Contradiction]:
    begins = [each for each in events if each.act in BEGINS]
    ends = [each for each in events if each.act in ENDS]
    for end in ends:
        if needed := _needed(end, begins):
            yield from _before(end, needed)
        elif not (end.role == "member" and end.object in implied) and not _seen_before(end, events):
            add = "`joined`, or `observed` where its day is not known, would"
            yield Contradiction(end, f"{_dated(end)}: no fact says that it began{_time(end)}; {add}")
    for event in begins:
        if event.act is Act.RESTORED:
            yield from _restored(event, ends)
        elif event.nth > 1:
            yield from _lapping(event, [each for each in ends if each.nth == event.nth - 1])


def _needed(end: Event, begins: Sequence[Event]) -> Sequence[Event]:
    """What an end takes for granted: that it joined as often as it left; else, and for a suspension, any beginning."""
    if end.act is Act.SUSPENDED or any(each.act is Act.RESTORED for each in begins):
        return begins
    return [each for each in begins if each.nth == end.nth]


def _seen_before(end: Event, events: Iterable[Event]) -> bool:
    return any(each.act is Act.OBSERVED and _sure(end, each) is not True for each in events)


def _restored(event: Event, ends: Sequence[Event]) -> Iterator[Contradiction]:
    if ends:
        yield from _before(event, ends)
    else:
        yield Contradiction(event, f"{_dated(event)}: no fact says that it was ever suspended; `suspended` would")


def _lapping(event: Event, ends: Sequence[Event]) -> Iterator[Contradiction]:
    """A second time that begins before the first is over; both are served, since neither undoes the other."""
    if ends and all(_sure(event, each) for each in ends):
        what = f"number {event.nth} begins {event.on}, before the one before ends {ends[0].on}"
        yield Contradiction(event, f"{in_words(event)}: {what}{_where(ends[0])}")


def _of_life(events: Sequence[Event]) -> Iterator[Contradiction]:
    for event in events:
        founded = [each for each in events if each.act is Act.FOUNDED and each.nth <= event.nth]
        if event.act is not Act.FOUNDED and founded:
            yield from _before(event, founded)


def _before(event: Event, needed: Sequence[Event]) -> Iterator[Contradiction]:
    """What surely came before all that it takes for granted."""
    if all(_sure(event, each) for each in needed):
        first = min(needed, key=in_order)
        yield Contradiction(event, f"{_dated(event)}: before {_dated(first)}{_where(first)}; {_LEFT_OUT}", void=True)


def _sure(event: Event, other: Event) -> bool | None:
    return event.on.before(other.on) if event.on and other.on else None


def _circles(events: Iterable[Event], acts: Collection[Act]) -> Iterator[Contradiction]:
    """What leads back to where it began; the last of it is void."""
    into = {each.actor: each for each in events if each.act in acts and each.actor != each.object}
    for actor, event in into.items():
        met, here = [actor], event.object
        while here in into and here not in met:
            met.append(here)
            here = into[here].object
        if here == actor:
            last = max((into[each] for each in met), key=in_order)
            left_out = f"; {_LEFT_OUT}" if event is last else ""
            yield Contradiction(event, f"a circle: {' into '.join([*met, actor])}{left_out}", event is last)


def _dated(event: Event) -> str:
    return f"{in_words(event)} {event.on}" if event.on else in_words(event)


def _time(event: Event) -> str:
    return "" if event.nth == 1 else f" a time number {event.nth}"


def _where(event: Event) -> str:
    return f" ({event.proof.file}, line {event.proof.line})" if isinstance(event.proof, Source) else ""
