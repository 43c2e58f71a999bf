"""What stage of its life an instrument had reached on a day."""

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.model import Day
from acquis.register.courses import Deed, deeds, place, settled, suspension
from acquis.register.coverage import known_until
from acquis.register.entry import IN_FORCE, NO_SHARES, NONE, Clauses, Entry, Shares, consents_to, entry_into_force
from acquis.register.events import Act, Event
from acquis.register.when import When, earliest, since, told


class TreatyState(enum.StrEnum):
    """What an instrument is, whoever takes part in it; the later ones come after the earlier ones in its life.

    That it was amended is told beside its state: an amended treaty is in force all the same.
    """

    NOT_YET = "not yet"  # its text did not exist
    PROPOSED = "proposed"
    UNDER_NEGOTIATION = "under negotiation"
    TEXT_ADOPTED = "text adopted"
    AUTHENTICATED = "authenticated"
    OPEN_FOR_SIGNATURE = "open for signature"
    SIGNED = "signed"
    PENDING = "entry into force pending"  # someone has consented to be bound
    IN_FORCE = IN_FORCE
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class TreatyStanding(Struct, frozen=True):
    """What an instrument was on a day: its state, the reason in words, the events that prove it, and its entry.

    `amendments` are the statements that it had been amended by then; the amending instrument is in their `value`.
    """

    instrument: str
    state: TreatyState
    why: str
    proofs: tuple[Event, ...]
    entry: Entry
    amendments: tuple[Event, ...] = ()


def state_of(
    instrument: str,
    events: Iterable[Event],
    on: Day,
    *,
    clauses: Clauses = NONE,
    shares: Shares = NO_SHARES,
    covered: Day | None = None,
) -> TreatyStanding:
    """The state of an instrument on a day, worked out from what happened.

    `clauses` are the clauses on entry into force by their instruments, `shares` the share of each actor in a measure
    that such a clause asks for. `covered` is the last day up to which the sources were read: of later days only what
    was done then, and what has ended, is known. Stages before signature may be given as observations whose role is the
    name of the stage.
    """
    held = settled(each for each in events if each.object == instrument)
    entry = entry_into_force(instrument, held, clauses=clauses, shares=shares)
    moment, rungs = When.of(on), _rungs(held, entry)
    made = _made(instrument, rungs)
    if made and made.by(moment) is False:
        rungs = [each for each in rungs if each[0] in _BEFORE_TEXT or each[1].by(moment)]
    state, why, proofs = _reached(rungs, held, moment) or _before(made, moment)
    if state is TreatyState.PENDING:
        why = f"{why}; {entry.why}"
    reached = known_until(covered, held)
    if reached and on.first > reached.last and state not in _OVER:
        state, why = TreatyState.UNKNOWN, f"unknown after {reached}; before that {state}: {why}"
    amended = tuple(each for each in held if each.act is Act.AMENDED and When.of(each.on).by(moment))
    return TreatyStanding(instrument, state, why, proofs, entry, amended)


_OVER: Final = (TreatyState.TERMINATED, TreatyState.SUPERSEDED)
_Rung: TypeAlias = tuple[TreatyState, When, tuple[Event, ...]]


_Reached: TypeAlias = tuple[TreatyState, str, tuple[Event, ...]]


def _reached(rungs: Sequence[_Rung], held: Sequence[Event], moment: When) -> _Reached | None:
    """The last stage that was reached, unknown or disputed where a later one may have been; None before them all."""
    for state, when, proofs in reversed(rungs):
        answer = when.by(moment)
        if answer is None:
            doubt = TreatyState.DISPUTED if when.disputed else TreatyState.UNKNOWN
            return doubt, f"{state}, {'as some sources say' if when.disputed else 'perhaps'}: {when}", proofs
        if answer and state is TreatyState.IN_FORCE:
            return _in_force(held, when, proofs, moment)
        if answer:
            return state, since(str(state), when), proofs
    return None


_DAY: Final = re.compile(r":(\d{4}-\d{2}-\d{2})/")
_BEFORE_TEXT: Final = (TreatyState.PROPOSED, TreatyState.UNDER_NEGOTIATION)
_WITH_TEXT: Final = (TreatyState.TEXT_ADOPTED, TreatyState.OPEN_FOR_SIGNATURE, TreatyState.SIGNED)


def _made(instrument: str, rungs: Sequence[_Rung]) -> When | None:
    """When its text came to be, by its address or its first stages; None where neither tells."""
    found = _DAY.search(instrument)
    printed = [When.of(Day.parse(found[1]))] if found else []
    return earliest([*printed, *(when for state, when, _ in rungs if state in _WITH_TEXT)])


def _before(made: When | None, moment: When) -> _Reached:
    if made and made.by(moment) is False:
        return TreatyState.NOT_YET, f"its text is of {made}", ()
    return TreatyState.UNKNOWN, "no event of it is known by that day", ()


def _in_force(held: Sequence[Event], when: When, proofs: tuple[Event, ...], moment: When) -> _Reached:
    pause = suspension(each for each in held if not each.actor)
    paused = pause.holds_at(moment)
    began = since("in force", when)
    if paused is False:
        return TreatyState.IN_FORCE, began, proofs
    state = TreatyState.SUSPENDED if paused else TreatyState.UNKNOWN
    return state, f"{began}, {'' if paused else 'perhaps '}suspended", pause.claims


_EARLY: Final = (TreatyState.PROPOSED, TreatyState.UNDER_NEGOTIATION, TreatyState.AUTHENTICATED)
_BY_ACT: Final = {
    Act.ADOPTED: TreatyState.TEXT_ADOPTED,
    Act.OPENED: TreatyState.OPEN_FOR_SIGNATURE,
    Act.SIGNED: TreatyState.SIGNED,
}


def _rungs(held: Sequence[Event], entry: Entry) -> list[_Rung]:
    """The stages that it reached at any time, in the order of the life of a treaty."""
    found: dict[TreatyState, list[Deed]] = defaultdict(list)
    for deed in deeds(each for each in held if each.act in _BY_ACT):
        found[_BY_ACT[deed.act]].append(deed)
    for event in (each for each in held if each.act is Act.OBSERVED and each.role in [*_EARLY]):
        by_then = When(None, When.of(event.on).last)  # it was reached on the day on which it was seen, or before
        found[TreatyState(event.role)].append(Deed(event.act, event.actor, by_then, (event,)))
    found[TreatyState.PENDING] = [each for course in consents_to(held).values() for each in course.begun]
    rungs = [(state, *_first(those)) for state, those in found.items() if those]
    if entry.met and not found[TreatyState.PENDING]:
        rungs.append((TreatyState.PENDING, entry.met, entry.proofs))
    if entry.begins:
        rungs.append((TreatyState.IN_FORCE, entry.begins, entry.proofs))
    order = list(TreatyState)
    return sorted([*rungs, *_ends(held)], key=lambda rung: order.index(rung[0]))


def _first(those: Sequence[Deed]) -> tuple[When, tuple[Event, ...]]:
    return earliest([each.when for each in those]) or When(), min(those, key=place).claims


def _ends(held: Sequence[Event]) -> Iterator[_Rung]:
    ended = [each for each in held if each.act is Act.TERMINATED and not each.actor]
    if ended:
        state = TreatyState.SUPERSEDED if any(each.value for each in ended) else TreatyState.TERMINATED
        yield state, told(ended), tuple(ended)
    terms = [each for each in held if each.act in (Act.ENTERED_INTO_FORCE, Act.EXTENDED) and each.until]
    if terms and not ended:
        last = max(terms, key=lambda each: each.until.key if each.until else (date.min, date.min))
        when = When.of(last.until)
        yield TreatyState.TERMINATED, When(_next(when.first), _next(when.last)), (last,)


def _next(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None
