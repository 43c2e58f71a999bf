"""When an instrument entered into force: as sources state it, and as its clause gives it from the consents."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.register.clauses import Clause, Condition, Consents, Fixed, Named, Share
from acquis.register.courses import Course, consent, deeds
from acquis.register.events import Act, Event
from acquis.register.when import When, earliest, every, reconciled, some, told


class Check(enum.StrEnum):
    """How the day of entry into force that sources state stands to the one that the clause gives."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    WORKED_OUT = "worked out"  # no source states it
    STATED = "stated"  # it cannot be worked out from what is held
    CIRCULAR = "circular"  # the condition was computed back from the day that it would prove
    UNKNOWN = "unknown"


class Entry(Struct, frozen=True):
    """When an instrument entered into force, what sources and what the clause say of it, and how the two agree.

    `met` is when the conditions were met, `computed` what follows from it by the clause; `stated` and `circular` are
    the statements of sources: of the day itself, and of conditions that prove nothing.
    """

    check: Check
    why: str
    begins: When | None = None
    met: When | None = None
    computed: When | None = None
    stated: tuple[Event, ...] = ()
    circular: tuple[Event, ...] = ()
    proofs: tuple[Event, ...] = ()


Clauses: TypeAlias = Mapping[str, Clause]
Shares: TypeAlias = Mapping[str, Mapping[str, float]]
IN_FORCE: Final = "in force"
"""The role of an instrument that was seen to be in force."""

NONE: Final = MappingProxyType[str, Clause]({})
NO_SHARES: Final = MappingProxyType[str, Mapping[str, float]]({})


def entry_into_force(
    instrument: str, events: Iterable[Event], *, clauses: Clauses = NONE, shares: Shares = NO_SHARES
) -> Entry:
    """When an instrument entered into force: as sources state it, and as its clause gives it from the consents.

    A source that states when the conditions were met counts before our own count of consents, and the two are
    compared; one that is inferred from the entry into force itself is shown and proves nothing.
    """
    held = [each for each in events if each.object == instrument]
    clause, stated = clauses.get(instrument), _of(held, Act.ENTERED_INTO_FORCE)
    conditions = _of(held, Act.CONDITION_MET)
    said = tuple(each for each in conditions if not each.inferred)
    circular = tuple(each for each in conditions if each.inferred)
    ours = met_by(clause, consents_to(held), shares) if clause else None
    ways = [*([told(said)] if said else []), *([ours] if ours else [])]
    met = reconciled(ways) if ways else None
    computed = clause.wait.over(met) if clause and met else None
    begins, check, why = _weighed(stated, computed, circular)
    return Entry(check, why, begins or _for_some(held), met, computed, stated, circular, (*stated, *said))


def _of(held: Sequence[Event], act: Act) -> tuple[Event, ...]:
    return tuple(claim for deed in deeds(e for e in held if e.act is act and not e.actor) for claim in deed.claims)


def _weighed(
    stated: Sequence[Event], computed: When | None, circular: Sequence[Event]
) -> tuple[When | None, Check, str]:
    """One case a line: what sources state and what the clause gives, and what they amount to."""
    if not stated:
        if computed is None:
            return None, Check.UNKNOWN, "no source states its entry into force, and what is held does not give it"
        return computed, Check.DISPUTED if computed.disputed else Check.WORKED_OUT, f"by its clause {computed}"
    said = told(stated)
    if said.disputed:
        return reconciled(filter(None, (said, computed))), Check.DISPUTED, f"sources disagree: {_days(stated)}"
    if computed is None and circular:
        back = f"the day of its condition, {_days(circular)}, was computed back from it and proves nothing"
        return said, Check.CIRCULAR, f"stated {said}; {back}"
    if computed is None:
        return said, Check.STATED, f"stated {said}; what is held does not give it by the clause"
    both = reconciled([said, computed])
    if both.disputed:
        return both, Check.DISPUTED, f"stated {said}, by its clause {computed}"
    return both, Check.AGREED, f"stated {said}, and so by its clause"


def _for_some(held: Sequence[Event]) -> When | None:
    """What is in force for one, or was seen to be in force, was so on that day at the latest."""
    one = earliest([each.when for each in deeds(filter(_shows_force, held))])
    return one and When(None, one.last, one.disputed)


def _shows_force(event: Event) -> bool:
    if event.act is Act.OBSERVED:
        return event.role == IN_FORCE
    return event.act is Act.ENTERED_INTO_FORCE and bool(event.actor)


def _days(events: Iterable[Event]) -> str:
    return " or ".join(dict.fromkeys(str(each.on) if each.on else "a day not known" for each in events))


# --- conditions -------------------------------------------------------------------------------------------------------


def consents_to(events: Iterable[Event]) -> dict[str, Course]:
    """The consent of each actor to one instrument, given and withdrawn, in the order of their addresses."""
    by: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.actor:
            by[event.actor].append(event)
    courses = ((actor, consent(by[actor])) for actor in sorted(by))
    return {actor: course for actor, course in courses if course.begun}


def met_by(clause: Clause, consents: Mapping[str, Course], shares: Shares = NO_SHARES) -> When | None:
    """When the conditions of a clause were met: between the first day of which it may be so and the first sure one.

    None where the consents that are held do not meet them. A consent that was withdrawn before does not count; one
    that is withdrawn afterwards changes nothing (Vienna Convention 1969, 55).
    """
    consents = {actor: course for actor, course in consents.items() if clause.counts(actor)}
    for moment, first in _moments(clause, consents, opening=True):
        if satisfied(clause, consents, moment, shares) is not False:
            later = _moments(clause, consents, opening=False)
            last = next((day for at, day in later if satisfied(clause, consents, at, shares)), None)
            return When(first, last, _contested(consents, When(first, last)))
    return None


def _moments(clause: Clause, consents: Mapping[str, Course], *, opening: bool) -> Iterator[tuple[When, date | None]]:
    """The days on which the conditions may come to be met (`opening`), or surely are."""
    whens = [each.when for course in consents.values() for each in course.begun]
    whens += [When.of(each.on) for each in (*clause.all, *clause.any) if isinstance(each, Fixed)]
    days = {each.first if opening else each.last for each in whens}
    if opening and None in days:
        yield When(None, date.min), None
    for day in sorted(day for day in days if day):
        yield When(day, day), day


def _contested(consents: Mapping[str, Course], met: When) -> bool:
    """Whether the day is open because sources disagree about a consent that may have been the last one needed."""
    disputed = (each.when for course in consents.values() for each in course.begun if each.when.disputed)
    return met.first != met.last and any(each.agrees(met) for each in disputed)


def satisfied(clause: Clause, consents: Mapping[str, Course], moment: When, shares: Shares) -> bool | None:
    """Whether the conditions of a clause are met at a moment by the consents that stand then; None: not known."""
    given = {actor: course.holds_at(moment) for actor, course in consents.items()}
    needed = every(fulfilled(each, given, moment, shares) for each in clause.all)
    return every((needed, some(fulfilled(each, given, moment, shares) for each in clause.any) if clause.any else True))


def fulfilled(condition: Condition, given: Mapping[str, bool | None], moment: When, shares: Shares) -> bool | None:
    """Whether one condition is met by the actors whose consent stands; one kind a line."""
    match condition:
        case Fixed(on):
            return When.of(on).by(moment)
        case Named(states):
            return every(given.get(state, False) for state in states)
        case Consents(count, beside):
            answers = [answer for actor, answer in given.items() if actor not in beside]
            return _enough(count, answers.count(True), len(answers) - answers.count(False))
        case Share(share, of):
            return _enough(share, *_sums(given, shares.get(of)))


def _enough(needed: float, sure: float, possible: float) -> bool | None:
    return True if sure >= needed else None if possible >= needed else False


def _sums(given: Mapping[str, bool | None], shares: Mapping[str, float] | None) -> tuple[float, float]:
    """What those that surely consented account for, and what those may that perhaps did; without figures 0 to 1."""
    if shares is None:
        return 0.0, float(any(answer is not False for answer in given.values()))
    sure = sum(shares.get(actor, 0.0) for actor, answer in given.items() if answer)
    perhaps = sum(shares.get(actor, 0.0) for actor, answer in given.items() if answer is None)
    return round(sure, 9), round(sure + perhaps, 9)  # so that 0.1 and 0.2 are 0.3
