"""What began and what ended it, perhaps more than once: a consent and its withdrawal, a suspension and its end."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from acquis.model import Day
from acquis.register.events import CONSENTS, Act, Event, Source, in_order
from acquis.register.when import When, every, no, some, told

DEFINITIVE: Final = "definitive"
AD_REFERENDUM: Final = "ad referendum"
PARTIAL: Final = ("reservation", "objection", "declaration", "signature", "provisional application")
"""What may be withdrawn beside the consent itself: the `role` of such a withdrawal."""


class Deed(Struct, frozen=True):
    """One event with all that its sources say of it. `when` differs from their days where a rule works it out."""

    act: Act
    actor: str
    when: When
    claims: tuple[Event, ...]


class Course(Struct, frozen=True):
    """What one actor, or the instrument itself, began and ended."""

    begun: tuple[Deed, ...] = ()
    ended: tuple[Deed, ...] = ()

    def holds(self, on: Day) -> bool | None:
        """Whether it was begun and not ended by a day; None where that is not known."""
        return self.holds_at(When.of(on))

    def holds_at(self, moment: When) -> bool | None:
        """The same of a moment that may itself be known only between two days."""
        return some(every((each.when.by(moment), no(self.over(each, moment)))) for each in self.begun)

    def over(self, deed: Deed, moment: When) -> bool | None:
        """Whether what was begun by one deed was ended by a moment; None where that is not known."""
        return some(every((deed.when.by(end.when), end.when.by(moment))) for end in self.ended)

    @property
    def claims(self) -> tuple[Event, ...]:
        """Every statement in it."""
        return tuple(claim for deed in (*self.begun, *self.ended) for claim in deed.claims)


def deeds(events: Iterable[Event]) -> tuple[Deed, ...]:
    """The events, the statements about one and the same brought together, in the order of their days."""
    held = [*events]
    if len(held) < 2:  # most often: a state does most things once
        return tuple(_deed(held) for _ in held)
    by: defaultdict[tuple[str, str, str, str, int], list[Event]] = defaultdict(list)
    for event in held:
        by[event.act, event.actor, event.object, event.role, event.nth].append(event)
    return tuple(sorted(map(_deed, by.values()), key=place))


def _deed(claims: list[Event]) -> Deed:
    ordered = tuple(settled(claims))
    return Deed(ordered[0].act, ordered[0].actor, told(ordered), ordered)


def settled(events: Iterable[Event]) -> list[Event]:
    """The events in the order of their days, whatever order they came in."""
    held = [*events]
    return sorted(held, key=_key) if len(held) > 1 else held


def _key(event: Event) -> tuple[bool, str, str, str, str, int, str, str]:
    return *in_order(event), event.act, event.actor, event.role, event.nth, event.value, _cited(event)


def _cited(event: Event) -> str:
    proof = event.proof
    if isinstance(proof, Source):
        return f"{proof.cited} {proof.file} {proof.line:09}"
    return f"{proof.address} {proof.quotation}"


def place(deed: Deed) -> tuple[date, date, str, str, str, int]:
    """What to sort deeds by: their days, undated ones last."""
    first, last, event = deed.when.first, deed.when.last, deed.claims[0]
    return first or last or date.max, last or date.max, event.act, event.actor, event.role, event.nth


def consent(events: Iterable[Event]) -> Course:
    """The consent to be bound of one actor: how it was given, and the notices or departures that took it back.

    A definitive signature is consent (Vienna Convention 1969, 12); one that is ad referendum or subject to
    ratification is not.
    """
    held = list(events)
    return Course(deeds(filter(_consents, held)), deeds(filter(withdraws, held)))


def _consents(event: Event) -> bool:
    return event.act in CONSENTS or (event.act is Act.SIGNED and event.value == DEFINITIVE)


def withdraws(event: Event) -> bool:
    """Whether it ends the consent itself, by notice or as a stated fact, and not a reservation or the like."""
    return event.act in (Act.LEFT, Act.TERMINATED) or (event.act is Act.WITHDREW and event.role not in PARTIAL)


def suspension(events: Iterable[Event]) -> Course:
    """The times that something was suspended."""
    held = list(events)
    return Course(
        deeds(each for each in held if each.act is Act.SUSPENDED),
        deeds(each for each in held if each.act is Act.RESTORED),
    )
