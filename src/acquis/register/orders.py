"""What cannot have happened in the order in which sources have it."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.register.courses import Deed, deeds
from acquis.register.events import Act, Event


class Disorder(enum.StrEnum):
    """The kinds of impossible or unlikely order between two events about one instrument."""

    SIGNED_BEFORE_TEXT = "signed by one before it was open or first signed"
    CONSENTED_BEFORE_SIGNED = "ratified before signed"
    IN_FORCE_BEFORE_CONSENT = "in force for one before it consented"
    IN_FORCE_BEFORE_SIGNED = "in force before it was signed by anyone"
    IN_FORCE_FOR_ONE_FIRST = "in force for one before it was in force"
    LEFT_BEFORE_CONSENT = "left before it consented"
    LEFT_BEFORE_IN_FORCE = "left before it was in force for it"
    ENDED_BEFORE_IN_FORCE = "terminated before it was in force"


class Misplaced(Struct, frozen=True):
    """Two events of which the second should not come before the first, and surely does."""

    kind: Disorder
    actor: str
    instrument: str
    first: Deed
    second: Deed


_Rule: TypeAlias = tuple[Disorder, bool, tuple[Act, ...], bool, tuple[Act, ...]]
_BOUND: Final = (Act.RATIFIED, Act.ACCEPTED, Act.APPROVED)  # these presuppose a signature (Vienna Convention 1969, 14)
_ANY: Final = (*_BOUND, Act.ACCEDED, Act.SUCCEEDED)
_RULES: Final[tuple[_Rule, ...]] = (  # kind; whether the first is of the actor, its acts; the same of the second
    (Disorder.SIGNED_BEFORE_TEXT, False, (Act.SIGNED, Act.OPENED, Act.ADOPTED), True, (Act.SIGNED,)),
    (Disorder.CONSENTED_BEFORE_SIGNED, True, (Act.SIGNED,), True, _BOUND),
    (Disorder.IN_FORCE_BEFORE_CONSENT, True, _ANY, True, (Act.ENTERED_INTO_FORCE,)),
    (Disorder.IN_FORCE_BEFORE_SIGNED, False, (Act.SIGNED,), False, (Act.ENTERED_INTO_FORCE,)),
    (Disorder.IN_FORCE_FOR_ONE_FIRST, False, (Act.ENTERED_INTO_FORCE,), True, (Act.ENTERED_INTO_FORCE,)),
    (Disorder.LEFT_BEFORE_CONSENT, True, _ANY, True, (Act.WITHDREW, Act.LEFT)),
    (Disorder.LEFT_BEFORE_IN_FORCE, True, (Act.ENTERED_INTO_FORCE,), True, (Act.WITHDREW, Act.LEFT)),
    (Disorder.ENDED_BEFORE_IN_FORCE, False, (Act.ENTERED_INTO_FORCE,), False, (Act.TERMINATED,)),
)


def misplaced(events: Iterable[Event]) -> tuple[Misplaced, ...]:
    """The events whose order cannot be: all that sources say of the one comes before all that they say of the other.

    Of several consents or signatures the first is compared; of an actor whose first is not known nothing is said. A
    withdrawal of a reservation or the like is no departure.
    """
    by: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by[event.object].append(event)
    return tuple(found for instrument in sorted(by) for found in _of(instrument, by[instrument]))


def _of(instrument: str, events: Sequence[Event]) -> Iterator[Misplaced]:
    first: dict[tuple[str, Act], Deed] = {}
    for deed in deeds(each for each in events if each.act is not Act.WITHDREW or not each.role):
        first.setdefault((deed.actor, deed.act), deed)
    again = {actor for (actor, _), deed in first.items() if deed.claims[0].nth > 1}
    first = {key: deed for key, deed in first.items() if key[0] not in again or not key[0]}
    for actor in sorted({deed.actor for deed in first.values()}):
        for kind, own, before, its, after in _RULES:
            if its == bool(actor):
                earlier, later = _held(first, actor if own else "", before), _held(first, actor, after)
                yield from _pairs(kind, instrument, actor, earlier, later)


def _held(first: dict[tuple[str, Act], Deed], actor: str, acts: Sequence[Act]) -> list[Deed]:
    return [first[actor, act] for act in acts if (actor, act) in first]


def _pairs(
    kind: Disorder, instrument: str, actor: str, before: Sequence[Deed], after: Sequence[Deed]
) -> Iterator[Misplaced]:
    """One for a kind: the first that should come before, against the first that should come after."""
    if before and after and all(each.when.by(after[0].when) is False for each in before):
        yield Misplaced(kind, actor, instrument, before[0], after[0])
