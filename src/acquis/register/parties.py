"""What each state was to an instrument on a day: signatory, contracting state, party, or party no longer."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.model import Day
from acquis.register.amendments import Amendments
from acquis.register.bonds import NEGOTIATES, Bond, bond
from acquis.register.clauses import Clause
from acquis.register.courses import AD_REFERENDUM, Course, Deed, settled
from acquis.register.coverage import known_until
from acquis.register.entry import NO_SHARES, NONE, Clauses, Shares
from acquis.register.events import Act, Event
from acquis.register.force import TreatyStanding, TreatyState, state_of
from acquis.register.lives import UNKNOWN, Life, Lives, gone_into
from acquis.register.when import When, earliest, latest, since, some, told


class PartyState(enum.StrEnum):
    """What a state is to an instrument; how it came to it (accession, succession) is told beside."""

    NONE = "none"
    NEGOTIATING = NEGOTIATES  # took part in drawing up the text, or signed it ad referendum
    SIGNATORY = "signatory"
    CONTRACTING = "contracting"  # has consented to be bound, and it is not yet in force for it
    APPLIES_PROVISIONALLY = "provisional application"
    PARTY = "party"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"  # it was a party until the instrument was terminated
    GONE = "no longer exists"  # whoever goes on in its place has a row of its own, where that is known
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class PartyStanding(Struct, frozen=True):
    """What one actor was to an instrument on a day: the state, the reason in words, and the events that prove it.

    `by` is the act of its first consent. `signed`, `consented`, `bound` and `ended` are when these happened, before
    the day or after it: the first signature, the first consent, the entry into force for it, and the last end, or what
    is told as one where there was nothing to end.
    `reservations` and `declarations` are its own that stand on the day, `objections` those it made, `objected` those
    made against its reservations, and `amendments` the amending instruments that bind it. `inferred` says that the
    state rests on a rule that the instrument does not state, `disorder` what is told of it and cannot have been so.
    """

    actor: str
    instrument: str
    state: PartyState
    why: str
    proofs: tuple[Event, ...] = ()
    by: Act | None = None
    signed: When | None = None
    consented: When | None = None
    bound: When | None = None
    ended: When | None = None
    reservations: tuple[Event, ...] = ()
    declarations: tuple[Event, ...] = ()
    objections: tuple[Event, ...] = ()
    objected: tuple[Event, ...] = ()
    amendments: tuple[str, ...] = ()
    inferred: bool = False
    disorder: str = ""


def party_state(
    actor: str,
    instrument: str,
    events: Iterable[Event],
    on: Day,
    *,
    clauses: Clauses = NONE,
    shares: Shares = NO_SHARES,
    covered: Day | None = None,
    states: Lives = UNKNOWN,
) -> PartyStanding:
    """What an actor was to an instrument on a day.

    It is worked out beside the state of the instrument (`force.state_of`) and never from membership in anything. A
    withdrawal takes effect on the day that a `left` states, else after the notice that the clause asks for, else, which
    is inferred, after twelve months (Vienna Convention 1969, 56.2). Before the instrument binds the actor a withdrawal
    takes back its consent at once, and it never was a party; one without any consent changes nothing and is a disorder.
    `clauses`, `shares` and `covered` are those of `state_of`; `states` are the lives of states: who is no more is a
    party no more.
    """
    table = _Table(instrument, list(events), on, clauses=clauses, shares=shares, covered=covered, states=states)
    return table.row(actor)


def status_table(
    instrument: str,
    events: Iterable[Event],
    on: Day,
    *,
    clauses: Clauses = NONE,
    shares: Shares = NO_SHARES,
    covered: Day | None = None,
    states: Lives = UNKNOWN,
) -> tuple[PartyStanding, ...]:
    """What each was to an instrument on a day, in the order of addresses; who was nothing to it is left out."""
    table = _Table(instrument, list(events), on, clauses=clauses, shares=shares, covered=covered, states=states)
    rows = (table.row(actor) for actor in sorted(table.by) if actor)
    return tuple(row for row in rows if row.state is not PartyState.NONE)


class _Table:
    """An instrument on a day, with all that the rows of its parties have in common."""

    def __init__(
        self,
        instrument: str,
        events: Sequence[Event],
        on: Day,
        *,
        clauses: Clauses,
        shares: Shares,
        covered: Day | None,
        states: Lives,
    ) -> None:
        own = settled(each for each in events if each.object == instrument)
        self.instrument, self.moment, self.clause = instrument, When.of(on), clauses.get(instrument)
        self.on, self.states = on, states
        self.covered = covered
        self.treaty = state_of(instrument, own, on, clauses=clauses, shares=shares)
        self.amendments = Amendments(instrument, events, on, clauses=clauses, shares=shares)
        self.by: defaultdict[str, list[Event]] = defaultdict(list)
        for event in own:
            self.by[event.actor].append(event)
        self.objections = [each for each in own if each.act is Act.OBJECTED and self._made(each)]

    def row(self, actor: str) -> PartyStanding:
        """The standing of one actor."""
        own = self.by.get(actor, [])
        tie = bond(own, self.treaty.entry, self.clause)
        stage = _named(_stage(tie, self.treaty, self.moment, self.clause), _disorder(tie, self.moment))
        stage = _outlived(stage, self.states.get(actor), self.on)
        state, why = stage.state, stage.why
        reached = known_until(self.covered, own)
        if reached and self.on.first > reached.last and state not in _PAST:
            state, why = PartyState.UNKNOWN, f"unknown after {reached}; before that {state}: {why}"
        return PartyStanding(
            actor,
            self.instrument,
            state,
            why,
            stage.proofs,
            by=tie.consent.begun[0].act if tie.consent.begun else None,
            signed=_first(tie.signature),
            consented=_first(tie.consent),
            bound=_first(tie.party),
            ended=latest([each.when for each in tie.party.ended]) if tie.party.ended else None,
            reservations=self._standing(own, Act.RESERVED, "reservation"),
            declarations=self._standing(own, Act.DECLARED, "declaration"),
            objections=self._standing(own, Act.OBJECTED, "objection"),
            objected=tuple(each for each in self.objections if each.value == actor),
            amendments=tuple(self.amendments.of(actor, tie)) if state is PartyState.PARTY else (),
            inferred=stage.inferred,
            disorder=stage.disorder,
        )

    def _standing(self, own: Sequence[Event], act: Act, role: str) -> tuple[Event, ...]:
        """What was made by then and not taken back; a withdrawal with a value takes back only what bears it."""
        back = [each for each in own if each.act is Act.WITHDREW and each.role == role and self._made(each)]
        made = (each for each in own if each.act is act and self._made(each))
        return tuple(each for each in made if not any(_takes_back(end, each) for end in back))

    def _made(self, event: Event) -> bool:
        return When.of(event.on).by(self.moment) is True


_PAST: Final = (PartyState.WITHDRAWN, PartyState.ENDED, PartyState.GONE)
_OVER: Final = (TreatyState.TERMINATED, TreatyState.SUPERSEDED)


def _takes_back(end: Event, made: Event) -> bool:
    return end.value in ("", made.value) and When.of(made.on).by(When.of(end.on)) is not False


def _first(course: Course) -> When | None:
    return earliest([each.when for each in course.begun])


class _Stage(Struct, frozen=True):
    """What was reached, the reason in words, and what proves it."""

    state: PartyState
    why: str
    proofs: tuple[Event, ...] = ()
    inferred: bool = False
    disorder: str = ""


def _stage(tie: Bond, treaty: TreatyStanding, moment: When, clause: Clause | None) -> _Stage:
    """One stage a line, the furthest first: what was reached, and what is doubtful where it may have been."""
    bound = tie.party.holds_at(moment)
    if bound:
        return _as_party(tie, treaty, moment, clause)
    if bound is None:
        return _doubt(PartyState.PARTY, tie.party)
    if (gone := _gone(tie, moment)) and not tie.consent.holds_at(moment):
        return _withdrawn(tie, gone[-1], clause)
    for state, course in (
        (PartyState.APPLIES_PROVISIONALLY, tie.provisional),
        (PartyState.CONTRACTING, tie.consent),
        (PartyState.SIGNATORY, tie.signature),
        (PartyState.NEGOTIATING, tie.drawn_up),
    ):
        answer = course.holds_at(moment)
        if answer is None:
            return _doubt(state, course)
        if answer:
            return _Stage(state, _reason(state, course, treaty), course.claims)
    return _Stage(PartyState.NONE, "nothing is known of it by that day")


def _as_party(tie: Bond, treaty: TreatyStanding, moment: When, clause: Clause | None) -> _Stage:
    held = [each for each in tie.party.begun if Course((each,), tie.party.ended).holds_at(moment)]
    began = since("party", _first(Course(tuple(held) or tie.party.begun)) or When())
    if treaty.state in _OVER:
        proofs = (*tie.party.claims, *treaty.proofs)
        return _Stage(PartyState.ENDED, f"{began}; the instrument was {treaty.why}", proofs)
    if tie.pause.holds_at(moment):
        return _Stage(PartyState.SUSPENDED, f"{began}, suspended for it", tie.pause.claims)
    if treaty.state is TreatyState.SUSPENDED:
        return _Stage(PartyState.SUSPENDED, f"{began}; the instrument: {treaty.why}", treaty.proofs)
    to_come = [each for each in tie.party.ended if each.when.by(moment) is False]
    notice = [each for each in to_come if some(When.of(claim.on).by(moment) for claim in each.claims)]
    if not notice:
        return _Stage(PartyState.PARTY, began, tie.party.claims)
    effect, inferred = _effect(notice[0], clause)
    return _Stage(PartyState.PARTY, f"{began}; its withdrawal takes effect {effect}", tie.party.claims, inferred)


def _doubt(state: PartyState, course: Course) -> _Stage:
    disputed = any(each.when.disputed for each in (*course.begun, *course.ended))
    ends = f", until {_told(course.ended[-1].when)}" if course.ended else ""
    why = f"{state}, {'as some sources say' if disputed else 'perhaps'}: {_told(_first(course))}{ends}"
    return _Stage(PartyState.DISPUTED if disputed else PartyState.UNKNOWN, why, course.claims)


def _reason(state: PartyState, course: Course, treaty: TreatyStanding) -> str:
    began = f"{course.begun[0].claims[0].act} {_told(_first(course))}"
    if state is PartyState.CONTRACTING:
        return f"{began}; the instrument: {treaty.state}"
    if state is PartyState.SIGNATORY:
        return f"{began}; no consent to be bound is known by that day"
    referred = state is PartyState.NEGOTIATING and course.begun[0].claims[0].value == AD_REFERENDUM
    return f"{began} ad referendum, and not confirmed" if referred else began


def _outlived(stage: _Stage, life: Life | None, on: Day) -> _Stage:
    """The same, or that there is no such state any more: then it is nothing to the instrument."""
    end = life.over(on) if life and stage.state not in (PartyState.NONE, *_PAST) else None
    if life is None or end is None:
        return stage
    heir = gone_into(life, end)
    place = f"; see {heir}, which goes on in its place" if heir else "; no state goes on in its place"
    why = f"no more since {end.on}{place}; before that {stage.state}: {stage.why}"
    return replace(stage, state=PartyState.GONE, why=why, proofs=(end, *stage.proofs))


def _told(when: When | None) -> str:
    return str(when or When())


# --- withdrawal -------------------------------------------------------------------------------------------------------

_BY_RULE: Final = "Vienna Convention on the Law of Treaties 1969, article 56.2"


def _withdrawn(tie: Bond, end: Deed, clause: Clause | None) -> _Stage:
    proofs = (*tie.consent.claims, *(each for each in tie.party.claims if each not in tie.consent.claims))
    if not _after(tie.party, end):
        why = f"took back its consent {end.when}, before it was bound: it never was a party"
        return _Stage(PartyState.WITHDRAWN, why, proofs)
    effect, inferred = _effect(end, clause)
    return _Stage(PartyState.WITHDRAWN, f"no party since {effect}", proofs, inferred)


def _gone(tie: Bond, moment: When) -> list[Deed]:
    """The ends by then of what it had consented to or was bound by, the last one last."""
    ended = [each for each in tie.party.ended if each.when.by(moment)]
    held = [each for each in ended if _after(tie.party, each) or _after(tie.consent, each)]
    return sorted(held, key=lambda each: each.when.last or date.max)


def _after(course: Course, end: Deed) -> bool:
    """Whether something was begun, or may have been, that an end can have ended."""
    return any(each.when.by(end.when) is not False for each in course.begun)


def _effect(end: Deed, clause: Clause | None) -> tuple[str, bool]:
    """When a withdrawal took effect, in words with the rule; and whether the instrument itself does not state it."""
    notice = told(end.claims)
    if end.act is not Act.WITHDREW or end.when == notice:
        return str(end.when), False
    if clause and clause.notice is not None:
        return f"{end.when} (by the time that its clause asks for, from the notice of {notice})", False
    silent = "its clause says nothing of withdrawal" if clause else "no clause of it on withdrawal is kept"
    return f"{end.when} (inferred: {silent}; twelve months from the notice of {notice}, {_BY_RULE})", True


def _disorder(tie: Bond, moment: When) -> str:
    """A withdrawal by then that no consent and no entry into force for the actor came before."""
    notices = [each for each in tie.consent.ended if each.when.by(moment)]
    loose = [each for each in notices if not (_after(tie.consent, each) or _after(tie.party, each))]
    return f"a withdrawal ({loose[0].when}) without a consent before it that is known" if loose else ""


def _named(stage: _Stage, disorder: str) -> _Stage:
    """The same with its disorder; of whom nothing else is known it is not known what it was."""
    if not disorder:
        return stage
    state = PartyState.UNKNOWN if stage.state is PartyState.NONE else stage.state
    return replace(stage, state=state, why=f"{stage.why}; disorder: {disorder}", disorder=disorder)
