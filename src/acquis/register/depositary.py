"""What a depositary tells: whose consent is still missing, and what is to be notified."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import NotHeld
from acquis.model import Day
from acquis.register.clauses import Clause, Condition, Consents, Fixed, Named, Share
from acquis.register.courses import Course, Deed, deeds
from acquis.register.entry import (
    NO_SHARES,
    NONE,
    Clauses,
    Entry,
    Shares,
    consents_to,
    entry_into_force,
    fulfilled,
    satisfied,
)
from acquis.register.events import CONSENTS, Act, Event
from acquis.register.when import When, told
from acquis.wording import counted


class Wanting(Struct, frozen=True):
    """A condition that is not met, and what it still needs: these `states`, so many `consents`, such a `share`.

    `pending` are the signatories that have not consented and whose consent would count. `alternative` says that this
    condition is one of several of which one is enough. `partly` says that consents are kept in part, so that nobody
    knows how much was missing: then no number is given, and only those are named whose later consent is kept.
    """

    condition: Condition
    words: str
    states: tuple[str, ...] = ()
    consents: int = 0
    share: float = 0.0
    pending: tuple[str, ...] = ()
    alternative: bool = False
    partly: bool = False


def missing(
    instrument: str,
    events: Iterable[Event],
    on: Day,
    *,
    clauses: Clauses,
    shares: Shares = NO_SHARES,
) -> tuple[Wanting, ...]:
    """What the clause of an instrument still needs on a day before it can enter into force; nothing when it is met.

    Named states come first. A consent counts when it surely was given by then. Where it is known to have entered into
    force and the consents that are held never sufficed for that, they are held in part, and no number is told.
    `NotHeld` where no clause is held.
    """
    held = [each for each in events if each.object == instrument]
    if instrument not in clauses:
        raise NotHeld(f"No clause on the entry into force of {instrument!r} is held.")
    clause, moment = clauses[instrument], When.of(on)
    entry = entry_into_force(instrument, held, clauses=clauses, shares=shares)
    consents = {who: course for who, course in consents_to(held).items() if clause.counts(who)}
    if _met(entry.met, moment) or _met(entry.begins, moment) or satisfied(clause, consents, moment, shares):
        return ()
    given = {who: course.holds_at(moment) for who, course in consents.items()}
    signed = {each.actor for each in held if each.act is Act.SIGNED and When.of(each.on).by(moment)}
    pending = tuple(sorted(who for who in signed if clause.counts(who) and not given.get(who)))
    wanted = [*_wanted(clause.all, given, pending, moment, shares), *_any(clause, given, pending, moment, shares)]
    lacking = _lacking(entry, clause, consents, shares)
    wanted = [_uncounted(each, {*consents}) if each.condition in lacking else each for each in wanted]
    return tuple(sorted(wanted, key=lambda each: not isinstance(each.condition, Named)))


def _lacking(entry: Entry, clause: Clause, consents: Mapping[str, Course], shares: Shares) -> list[Condition]:
    """The conditions that the consents which are held did not meet even when the instrument entered into force."""
    force = told(entry.stated) if entry.stated else entry.met or entry.begins
    if force is None:
        return []
    given = {who: course.holds_at(force) for who, course in consents.items()}
    none_met = not any(fulfilled(each, given, force, shares) is not False for each in clause.any)
    counted = [each for each in (*clause.all, *(clause.any if none_met else ())) if not isinstance(each, Fixed)]
    return [each for each in counted if fulfilled(each, given, force, shares) is False]


def _uncounted(wanting: Wanting, held: Collection[str]) -> Wanting:
    """What is said of a condition where consents are held in part."""
    states = tuple(each for each in wanting.states if each in held)
    named = f"the consent of {', '.join(states)}; " if states else ""
    words = f"{named}consents are kept in part: what else was missing is not known"
    pending = tuple(each for each in wanting.pending if each in held)
    return replace(wanting, words=words, states=states, consents=0, share=0.0, pending=pending, partly=True)


def _met(when: When | None, moment: When) -> bool:
    return bool(when and when.by(moment))


def _any(
    clause: Clause, given: Mapping[str, bool | None], pending: tuple[str, ...], moment: When, shares: Shares
) -> Iterator[Wanting]:
    if not any(fulfilled(each, given, moment, shares) for each in clause.any):
        yield from _wanted(clause.any, given, pending, moment, shares, alternative=True)


def _wanted(
    conditions: Sequence[Condition],
    given: Mapping[str, bool | None],
    pending: tuple[str, ...],
    moment: When,
    shares: Shares,
    *,
    alternative: bool = False,
) -> Iterator[Wanting]:
    sure = [who for who, answer in given.items() if answer]
    for each in conditions:
        if not fulfilled(each, given, moment, shares):
            yield _wanting(each, sure, pending, shares, alternative)


def _wanting(
    condition: Condition, sure: Sequence[str], pending: tuple[str, ...], shares: Shares, alternative: bool
) -> Wanting:
    """One kind of condition a line."""
    match condition:
        case Named(states):
            left = tuple(each for each in states if each not in sure)
            mine = tuple(each for each in pending if each in left)
            return Wanting(condition, f"the consent of {', '.join(left)}", left, pending=mine, alternative=alternative)
        case Consents(count, beside):
            more = count - sum(who not in beside for who in sure)
            mine = tuple(each for each in pending if each not in beside)
            words = counted(more, "more consent") + (f" beside {', '.join(beside)}" if beside else "")
            return Wanting(condition, words, consents=more, pending=mine, alternative=alternative)
        case Share(share, of):
            rest = share - sum(shares.get(of, {}).get(who, 0.0) for who in sure)
            words = f"{rest:.2%} more of {of}" if of in shares else f"{share:.2%} of {of}; the shares are not known"
            return Wanting(condition, words, share=round(rest, 9), pending=pending, alternative=alternative)
        case Fixed(day):
            return Wanting(condition, f"not before {day}", alternative=alternative)


# --- notifications ----------------------------------------------------------------------------------------------------


class Notification(Struct, frozen=True):
    """One thing that a depositary makes known to those entitled: what, when it happened, and the statements of it."""

    instrument: str
    words: str
    when: When
    claims: tuple[Event, ...] = ()


_NOTIFIED: Final = frozenset(
    (
        *CONSENTS,
        *(Act.ADOPTED, Act.OPENED, Act.SIGNED, Act.RESERVED, Act.DECLARED, Act.OBJECTED, Act.APPLIES_PROVISIONALLY),
        *(Act.WITHDREW, Act.LEFT, Act.SUSPENDED, Act.RESTORED, Act.CONDITION_MET, Act.ENTERED_INTO_FORCE),
        *(Act.AMENDED, Act.EXTENDED, Act.TERMINATED),
    )
)


def notifications(
    events: Iterable[Event], *, clauses: Clauses = NONE, shares: Shares = NO_SHARES
) -> tuple[Notification, ...]:
    """What is to be made known about instruments (Vienna Convention 1969, 77.1 e and f), in the order of days.

    Statements of several sources about one event are one notification; where they disagree on its day, there is one for
    each day, which names the others. Where the clause gives an entry into force that no source states, that is notified
    on the day on which the conditions were met. The undated come last.
    """
    held = [each for each in events if each.act in _NOTIFIED and _instrument(each, clauses)]
    happened = [one for each in deeds(held) for one in _each(each)]
    return tuple(sorted([*happened, *_worked_out(held, clauses, shares)], key=_place))


def _each(deed: Deed) -> Iterator[Notification]:
    if not deed.when.disputed:
        yield Notification(_of(deed), _words(deed), deed.when, deed.claims)
        return
    by: defaultdict[Day | None, list[Event]] = defaultdict(list)
    for claim in deed.claims:
        by[claim.on].append(claim)
    for on, claims in by.items():
        others = " or ".join(str(each) for each in by if each and each != on)
        words = f"{_words(deed)}; its day is disputed, elsewhere it is {others}"
        yield Notification(_of(deed), words, When.of(on), tuple(claims))


_BODIES: Final = ("org:", "organ:", "group:", "state:")


def _instrument(event: Event, clauses: Clauses) -> bool:
    """Whether an event is about an instrument: a work, and not a body that one joins, leaves or amends."""
    return event.object in clauses or not event.object.startswith(_BODIES)


def _of(deed: Deed) -> str:
    return deed.claims[0].object


def _words(deed: Deed) -> str:
    event = deed.claims[0]
    what = f"{event.act} ({event.role})" if event.role else f"{event.act}"
    return f"{event.actor or event.object}: {what}{f', {event.value}' if event.value else ''}"


def _worked_out(held: Sequence[Event], clauses: Clauses, shares: Shares) -> Iterator[Notification]:
    for instrument in sorted({each.object for each in held} & set(clauses)):
        entry = entry_into_force(instrument, held, clauses=clauses, shares=shares)
        if entry.met and entry.begins and not entry.stated:
            yield Notification(instrument, f"{instrument}: its conditions are met; in force {entry.begins}", entry.met)


def _place(each: Notification) -> tuple[date, str, str]:
    return each.when.first or each.when.last or date.max, each.instrument, each.words
