"""How an organ decides, on a day: its rules of procedure as data, and what they make of a proposal."""

import enum
import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Final, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from acquis.errors import BadDay, BadFact, NotHeld, UnknownName
from acquis.model import Day, Interval
from acquis.register._yaml import Node, parsed
from acquis.register.events import Certainty, Source
from acquis.wording import counted

R = TypeVar("R", bound="Rule")


class Matter(enum.StrEnum):
    """What a decision is about, as far as rules of procedure tell matters apart."""

    DECISION = "decision"
    RESOLUTION = "resolution"
    PROCEDURE = "matter of procedure"
    PROJECT = "project"
    ADMISSION = "admission"
    SUSPENSION = "suspension"
    EXPULSION = "expulsion"
    BUDGET = "budget"
    CONTRIBUTIONS = "scale of contributions"
    AMENDMENT = "amendment of the charter"
    DISASTER = "disaster"
    IMPORTANT = "important question"
    SETTLEMENT = "pacific settlement"
    VIOLATION = "gross violation of commitments"
    CONCILIATION = "directed conciliation"


class How(enum.StrEnum):
    """How a decision is taken."""

    CONSENSUS = "consensus"
    VOTE = "vote"


class Concerned(enum.StrEnum):
    """What becomes of the voice of the member that a decision is about."""

    COUNTED = "counted"
    LEFT_OUT = "left out"
    ABSTAINS = "abstains"


class Base(enum.StrEnum):
    """Of what a majority is a share: of those who vote for or against, or of all who are entitled."""

    PRESENT_AND_VOTING = "present and voting"
    MEMBERS = "members"


class Amended(enum.StrEnum):
    """What an amendment does to a silence."""

    BREAKS = "breaks the silence"
    ANEW = "starts a new period"
    ANEW_IF_ACCEPTED = "starts a new period if the chair accepts it"


class Way(enum.StrEnum):
    """A way in which a member can stand apart without stopping the others."""

    RECORD = "recorded opinion"
    DISSOCIATE = "dissociation"
    STAY_OUT = "non-participation"


_Share = Annotated[str, Meta(pattern=r"^[1-9]\d{0,3}/[1-9]\d{0,3}$")]


class Measure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many it takes: a number of votes, at least a share, or more than a share.

    >>> Measure(share="2/3").needed(10), Measure(more_than="1/2").needed(10), Measure(votes=9).needed(15)
    (7, 6, 9)
    """

    votes: int | None = None
    share: _Share | None = None
    more_than: _Share | None = None
    of: Base = Base.PRESENT_AND_VOTING

    def __post_init__(self) -> None:
        if sum(each is not None for each in (self.votes, self.share, self.more_than)) != 1:
            raise ValueError("one of `votes`, `share` and `more_than` is wanted")

    def needed(self, total: int) -> int:
        """The least number that will do, out of so many; never none."""
        if self.votes is not None:
            return self.votes
        if self.share is not None:
            return max(1, math.ceil(Fraction(self.share) * total))
        return math.floor(Fraction(self.more_than or "1/1") * total) + 1


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="rule"):
    """One rule of procedure: where it stands, who says so, how sure that is, and when, where and for what it holds.

    `since` is in its time and `until` is not. Without `organs` it holds for all of the organisation; without `matters`
    for every matter that no other rule of its kind names.
    """

    article: str
    proof: Source
    certainty: Certainty = Certainty.HIGH
    since: date | None = None
    until: date | None = None
    organs: tuple[str, ...] = ()
    matters: tuple[Matter, ...] = ()
    note: str = ""


class Entitled(Rule, frozen=True, kw_only=True, tag="entitled"):
    """Who takes part in decisions: whoever holds the role in that organisation or organ on the day."""

    role: str
    of: str


class Decision(Rule, frozen=True, kw_only=True, tag="decision"):
    """How decisions are taken. `after` is how many meetings without consensus must come before a vote."""

    how: How
    majority: Measure | None = None
    concerned: Concerned = Concerned.COUNTED
    after: int = 0

    def __post_init__(self) -> None:
        if (self.how is How.VOTE) != (self.majority is not None):
            raise ValueError("a vote has a `majority`, a consensus has none")


class Quorum(Rule, frozen=True, kw_only=True, tag="quorum"):
    """How many of those entitled must be present."""

    present: Measure


class Veto(Rule, frozen=True, kw_only=True, tag="veto"):
    """Whose vote against stops a decision, save on the matters in `unless`. To abstain or be absent does not."""

    states: tuple[str, ...]
    unless: tuple[Matter, ...] = ()


class Silence(Rule, frozen=True, kw_only=True, tag="silence"):
    """A text is adopted unless somebody speaks against it in writing before an exact time.

    Its length is a number of hours or of working days; where there is neither the chair sets the end. `longer` says
    that the chair may give more. `refusable` says that an objection when it is proposed prevents the procedure itself.
    """

    hours: int | None = None
    working_days: int | None = None
    longer: bool = False
    refusable: bool = False
    amendment: Amended = Amended.BREAKS
    languages: tuple[str, ...] = ()
    announced: str = ""

    def __post_init__(self) -> None:
        if self.hours is not None and self.working_days is not None:
            raise ValueError("a silence is measured in `hours` or in `working_days`, not in both")


class Allows(Rule, frozen=True, kw_only=True, tag="allows"):
    """A way to stand apart that does not stop the others."""

    what: Way


class AdReferendum(Rule, frozen=True, kw_only=True, tag="ad referendum"):
    """Provisional agreement of a delegation, which lapses if it is not confirmed within so many days."""

    days: int


class NoBrackets(Rule, frozen=True, kw_only=True, tag="no brackets"):
    """No text is adopted while words in it are in square brackets."""


class Arrears(Rule, frozen=True, kw_only=True, tag="arrears"):
    """A member so many years in arrears has no vote."""

    years: int


class Languages(Rule, frozen=True, kw_only=True, tag="languages"):
    """The official and the working languages, and those whose texts are authentic (BCP 47)."""

    official: tuple[str, ...] = ()
    working: tuple[str, ...] = ()
    authentic: tuple[str, ...] = ()


class Depositary(Rule, frozen=True, kw_only=True, tag="depositary"):
    """Who keeps the founding treaty and receives the notices."""

    who: str


class Withdrawal(Rule, frozen=True, kw_only=True, tag="withdrawal"):
    """How many months there are between the notice of a member that leaves and its effect; `to` receives it."""

    months: int
    to: str


class Amending(Rule, frozen=True, kw_only=True, tag="amending"):
    """How the founding treaty or the rules themselves are amended, in words."""

    how: str


class Chair(Rule, frozen=True, kw_only=True, tag="chair"):
    """Who presides, in words."""

    who: str


AnyRule: TypeAlias = (
    Entitled
    | Decision
    | Quorum
    | Veto
    | Silence
    | Allows
    | AdReferendum
    | NoBrackets
    | Arrears
    | Languages
    | Depositary
    | Withdrawal
    | Amending
    | Chair
)


class Profile(Struct, frozen=True):
    """The rules of procedure of an organ as they are on a day."""

    organ: str
    on: Day
    rules: tuple[AnyRule, ...]

    def all(self, kind: type[R], matter: Matter = Matter.DECISION) -> tuple[R, ...]:
        """The rules of a kind for a matter: those that name it, else those that name none."""
        mine = [each for each in self.rules if isinstance(each, kind)]
        named = tuple(each for each in mine if matter in each.matters)
        return named or tuple(each for each in mine if not each.matters)

    def one(self, kind: type[R], matter: Matter = Matter.DECISION) -> R | None:
        """The first of them; None where no such rule is known."""
        return next(iter(self.all(kind, matter)), None)


class Saying(enum.StrEnum):
    """What a member can say on a proposal; the chair says that it accepts an amendment."""

    OBJECTS = "objects"
    WITHDRAWS = "withdraws its objection"
    AMENDS = "amends"
    ACCEPTS = "accepts the amendment"
    YES = "yes"
    NO = "no"
    ABSTAINS = "abstains"
    ABSENT = "is absent"
    AD_REFERENDUM = "agrees ad referendum"
    CONFIRMS = "confirms"
    RECORDS = "has an opinion recorded"
    DISSOCIATES = "dissociates itself"
    STAYS_OUT = "stays out"
    JOINS = "joins"


class Said(Struct, frozen=True):
    """Who said what, and when it arrived (with its time zone); `passage` is the part that it is about."""

    actor: str
    what: Saying
    at: datetime | None = None
    passage: str = ""

    def __post_init__(self) -> None:
        if self.at is not None:
            _instant(self.at)


class Proposal(Struct, frozen=True, kw_only=True):
    """What is to be decided, and by whom.

    `entitled` are the members that may take part that day, `concerned` those that it is about, `arrears` those that
    have lost their vote. `brackets` are its open square brackets, `failed` the meetings that ended without consensus.
    """

    entitled: tuple[str, ...]
    matter: Matter = Matter.DECISION
    concerned: tuple[str, ...] = ()
    arrears: tuple[str, ...] = ()
    brackets: int = 0
    failed: int = 0


class Result(enum.StrEnum):
    """What has become of a proposal."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not adopted"
    OPEN = "open"


class Aside(Struct, frozen=True):
    """What was said and did not count, and why."""

    said: Said
    why: str


class Outcome(Struct, frozen=True, kw_only=True):
    """What has become of a proposal, by which rule and why.

    `stopped_by` are those whose word stopped it. Of what is adopted, `bound` are those that it is for and `outside`
    those that took no part and may join later. `recorded` goes into the record; `aside` did not count. `deadline` is
    the end of the silence.
    """

    result: Result
    why: str
    rule: Rule | None = None
    stopped_by: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    recorded: tuple[Said, ...] = ()
    aside: tuple[Aside, ...] = ()
    deadline: datetime | None = None


def profile(organ: str, on: Day) -> Profile:
    """The rules of procedure of an organ on a day.

    UnknownName where no rules of it are kept; NotHeld where none are of that day; BadDay where they changed within a
    month or year that is asked about.
    """
    mine = [each for about, rules in _files() if _governs(about, organ) for each in rules if _within(each, organ)]
    if not mine:
        raise UnknownName("organ with rules of procedure", organ, (about for about, _ in _files()))
    held = tuple(each for each in mine if holds(each.since, each.until, on, told=each.article))
    if not held:
        first = min((each.since for each in mine if each.since), default=None)
        raise NotHeld(f"No rules of procedure of {organ} are kept for {on}; the first are of {first}.")
    return Profile(organ, on, held)


def holds(since: date | None, until: date | None, on: Day, *, told: str) -> bool:
    """Whether what holds from one day until another holds on a day.

    BadDay, with what was told, where only a month or year is asked about and the answer depends on its day.
    """
    found = Interval(_day(since), _day(until)).holds(on)
    if found is None:
        raise BadDay(f"The rules changed within {on} ({told}): say the day.")
    return found


def _day(day: date | None) -> Day | None:
    return None if day is None else Day(day.year, day.month, day.day)


def _governs(about: str, organ: str) -> bool:
    return about == organ or organ.startswith(f"organ:{about.removeprefix('org:')}/")


def _within(rule: Rule, organ: str) -> bool:
    return not rule.organs or organ.rpartition("/")[2] in rule.organs


# --- a meeting -------------------------------------------------------------------------------------------------------


def outcome(profile: Profile, proposal: Proposal, said: Iterable[Said] = (), *, at: datetime | None = None) -> Outcome:
    """What becomes of a proposal in a meeting in which that was said, as if the chair now asked for objections.

    `at` is the time by which agreement ad referendum may have lapsed. A member that says nothing is present and does
    not object. Statements stand in the order in which they were made, and the last word of a member counts.
    """
    rules = profile.all(Decision, proposal.matter)
    if not rules:
        raise NotHeld(f"No rule of {profile.organ} on {profile.on} says how a {proposal.matter} is decided.")
    heard = _Heard(profile, proposal, tuple(said), rules[0].concerned)
    stopped = _bracketed(profile, proposal) or _without_quorum(heard)
    if stopped:
        return heard.closed(stopped)
    consensus = next((each for each in rules if each.how is How.CONSENSUS), None)
    vote = next((each for each in rules if each.how is How.VOTE and each.after <= proposal.failed), None)
    if vote and (heard.marks or consensus is None):
        return heard.closed(_by_vote(heard, vote))
    later = vote or next((each for each in rules if each.how is How.VOTE), None)
    return heard.closed(_by_consensus(heard, consensus or rules[0], later, at))


class _Heard:
    """What was said, sorted: who counts, who does not and why."""

    def __init__(
        self, profile: Profile, proposal: Proposal, said: tuple[Said, ...], concerned: Concerned = Concerned.COUNTED
    ) -> None:
        self.profile, self.proposal, self.concerned = profile, proposal, concerned
        self.aside: list[Aside] = []
        self.said = [each for each in said if self._counts(each)]
        self.marks = self._last(_MARKS)
        self.present = [each for each in self.members if self.marks.get(each) is not Saying.ABSENT]

    @property
    def members(self) -> list[str]:
        """Those entitled, without the member that has no say in what it is about."""
        out = self.proposal.concerned if self.concerned is Concerned.LEFT_OUT else ()
        return [each for each in dict.fromkeys(self.proposal.entitled) if each not in out]

    def _counts(self, said: Said) -> bool:
        if said.what is Saying.ACCEPTS or said.actor in self.members:
            return True
        entitled = said.actor in self.proposal.entitled
        why = "the member concerned is left out" if entitled else "is not entitled to take part in the decision"
        self.aside.append(Aside(said, why))
        return False

    def _last(self, sayings: Collection[Saying]) -> dict[str, Saying]:
        return {each.actor: each.what for each in self.said if each.what in sayings}

    def last_is(self, what: Saying, *others: Saying) -> tuple[str, ...]:
        """Those whose last word, of these, was the first of them; in the order in which they first spoke."""
        return tuple(actor for actor, last in self._last((what, *others)).items() if last is what)

    def closed(self, found: Outcome) -> Outcome:
        """The outcome with what goes into the record, and with those that it is for."""
        recorded = tuple(each for each in self.said if each.what in _WAYS and self._allowed(each))
        out = set(self.last_is(Saying.STAYS_OUT, Saying.JOINS)) & {each.actor for each in recorded}
        adopted = found.result is Result.ADOPTED
        return replace(
            found,
            recorded=recorded,
            aside=(*found.aside, *self.aside),
            outside=tuple(each for each in self.proposal.entitled if adopted and each in out),
            bound=tuple(each for each in self.proposal.entitled if adopted and each not in out),
        )

    def _allowed(self, said: Said) -> bool:
        way = _WAYS[said.what]
        rules = self.profile.all(Allows, self.proposal.matter)
        if any(each.what is way for each in rules):
            return True
        self.aside.append(
            Aside(said, f"no rule of {self.profile.organ} provides for {way} on a {self.proposal.matter}")
        )
        return False


_MARKS: Final = (Saying.YES, Saying.NO, Saying.ABSTAINS, Saying.ABSENT)
_CAST: Final = (Saying.YES, Saying.NO, Saying.ABSTAINS)
_WAYS: Final = {
    Saying.RECORDS: Way.RECORD,
    Saying.DISSOCIATES: Way.DISSOCIATE,
    Saying.STAYS_OUT: Way.STAY_OUT,
}


def _bracketed(profile: Profile, proposal: Proposal) -> Outcome | None:
    rule = profile.one(NoBrackets)
    if not proposal.brackets or rule is None:
        return None
    why = f"{counted(proposal.brackets, 'passage')} in square brackets; {rule.article}"
    return Outcome(result=Result.OPEN, why=why, rule=rule)


def _without_quorum(heard: _Heard) -> Outcome | None:
    rule = heard.profile.one(Quorum, heard.proposal.matter)
    total, present = len(heard.members), len(heard.present)
    if rule is None or present >= rule.present.needed(total):
        return None
    why = f"no quorum: {present} of {total} present, {rule.present.needed(total)} needed; {rule.article}"
    return Outcome(result=Result.OPEN, why=why, rule=rule)


def _by_consensus(heard: _Heard, rule: Decision, vote: Decision | None, at: datetime | None) -> Outcome:
    """One case a line: votes where there are none, objections, agreement that still hangs, and then adoption."""
    if cast := tuple(actor for actor, mark in heard.marks.items() if mark in _CAST):
        why = f"votes were cast, but {_not_yet(vote)}; {rule.article}"
        return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=cast)
    if objecting := heard.last_is(Saying.OBJECTS, Saying.WITHDRAWS):
        open_ = vote is not None and vote.after <= heard.proposal.failed
        more = f"; it may be put to the vote ({vote.article})" if vote and open_ else ""
        why = f"{_listed(objecting)} objects; {rule.article}{more}"
        result = Result.OPEN if open_ else Result.NOT_ADOPTED
        return Outcome(result=result, why=why, rule=rule, stopped_by=objecting)
    if waiting := _ad_referendum(heard, at):
        return waiting
    return Outcome(result=Result.ADOPTED, why=f"no member entitled to take part objects; {rule.article}", rule=rule)


def _not_yet(vote: Decision | None) -> str:
    if vote is None:
        return "no rule puts this matter to the vote"
    return f"a vote comes only after {counted(vote.after, 'meeting')} without consensus ({vote.article})"


def _ad_referendum(heard: _Heard, at: datetime | None) -> Outcome | None:
    hanging = heard.last_is(Saying.AD_REFERENDUM, Saying.CONFIRMS)
    if not hanging:
        return None
    rule = heard.profile.one(AdReferendum, heard.proposal.matter)
    gone = tuple(actor for actor in hanging if rule and at and _lapsed(heard, actor, rule, at))
    if gone and rule:
        why = f"the agreement ad referendum of {_listed(gone)} lapsed after {counted(rule.days, 'day')}; {rule.article}"
        return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=gone)
    why = f"{_listed(hanging)} agreed ad referendum and has not confirmed"
    return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=hanging)


def _lapsed(heard: _Heard, actor: str, rule: AdReferendum, at: datetime) -> bool:
    given = [each.at for each in heard.said if each.actor == actor and each.what is Saying.AD_REFERENDUM and each.at]
    return bool(given) and _instant(at) >= _instant(given[-1]) + timedelta(days=rule.days)


def _by_vote(heard: _Heard, rule: Decision) -> Outcome:
    """The votes counted: those without a vote set aside, then the majority, then the veto."""
    marks = {actor: mark for actor, mark in heard.marks.items() if _may_vote(heard, rule, actor)}
    for_, against, abstaining = (tuple(actor for actor, mark in marks.items() if mark is each) for each in _CAST)
    measure = rule.majority or Measure(more_than="1/2")
    total = len(heard.members) if measure.of is Base.MEMBERS else len(for_) + len(against)
    needed = measure.needed(total)
    tally = f"{len(for_)} for, {len(against)} against, {len(abstaining)} abstaining; {needed} needed ({rule.article})"
    if len(for_) < needed:
        return Outcome(result=Result.NOT_ADOPTED, why=tally, rule=rule, stopped_by=against)
    veto = heard.profile.one(Veto, heard.proposal.matter)
    if veto and heard.proposal.matter not in veto.unless and (stopped := tuple(s for s in against if s in veto.states)):
        why = f"{_listed(stopped)} votes against; {veto.article}; {tally}"
        return Outcome(result=Result.NOT_ADOPTED, why=why, rule=veto, stopped_by=stopped)
    return Outcome(result=Result.ADOPTED, why=tally, rule=rule)


def _may_vote(heard: _Heard, rule: Decision, actor: str) -> bool:
    arrears = heard.profile.one(Arrears, heard.proposal.matter)
    if arrears and actor in heard.proposal.arrears:
        why = f"has no vote while in arrears; {arrears.article}"
    elif rule.concerned is Concerned.ABSTAINS and actor in heard.proposal.concerned:
        why = f"a party to the dispute abstains; {rule.article}"
    else:
        return True
    heard.aside.extend(Aside(each, why) for each in heard.said if each.actor == actor and each.what in _CAST)
    return False


def _listed(actors: Sequence[str]) -> str:
    return ", ".join(actors)


# --- silence ---------------------------------------------------------------------------------------------------------


def silence(
    profile: Profile,
    proposal: Proposal,
    said: Iterable[Said] = (),
    *,
    begun: datetime,
    now: datetime,
    until: datetime | None = None,
    holidays: Collection[date] = (),
) -> Outcome:
    """What has become, by now, of a text that was sent out under a silence procedure.

    A written objection or amendment that arrives from `begun` on and before the deadline stops it; what arrives at the
    deadline or after it does not. `until` is the end that the chair sets, where the rule leaves it to the chair.
    """
    rule = profile.one(Silence, proposal.matter)
    if rule is None:
        raise NotHeld(f"No silence procedure of {profile.organ} on {profile.on} is known for a {proposal.matter}.")
    decision = profile.one(Decision, proposal.matter)
    known = tuple(each for each in said if each.at is None or _instant(each.at) <= _instant(now))
    heard = _Heard(profile, proposal, known, decision.concerned if decision else Concerned.COUNTED)
    ends = _end(rule, begun, until, holidays)
    found = _bracketed(profile, proposal) or _silent(heard, rule, begun, ends, now)
    if anew := _begins_anew(heard, rule, begun, ends):
        return silence(profile, proposal, _after(known, anew), begun=anew, now=now, holidays=holidays)
    return replace(heard.closed(found), deadline=ends)


def _silent(heard: _Heard, rule: Silence, begun: datetime, ends: datetime, now: datetime) -> Outcome:
    """One case a line: an objection to the procedure, one of unknown time, one in time, and the time that passes."""
    against = [each for each in heard.said if each.what in _BREAKING]
    if rule.refusable and (refusing := [each for each in against if each.at and _instant(each.at) < _instant(begun)]):
        return _stopped(rule, refusing[:1], "when silence was proposed, so that it did not begin")
    if broken := [each for each in against if _in_time(each, begun, ends)]:
        return _stopped(rule, sorted(broken, key=_arrival)[:1], f"before the time limit of {ends.isoformat()}")
    if unknown := [each for each in against if each.at is None]:
        why = f"when the {_NOUNS[unknown[0].what]} of {unknown[0].actor} arrived is not known; {rule.article}"
        return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=(unknown[0].actor,))
    if _instant(now) < _instant(ends):
        return Outcome(result=Result.OPEN, why=f"silent until {ends.isoformat()}; {rule.article}", rule=rule)
    late = tuple(
        Aside(each, "came after the time limit") for each in against if each.at and _instant(each.at) >= _instant(ends)
    )
    why = f"the silence was not broken before {ends.isoformat()}; {rule.article}"
    return Outcome(result=Result.ADOPTED, why=why, rule=rule, aside=late)


_BREAKING: Final = (Saying.OBJECTS, Saying.AMENDS)
_NOUNS: Final = {Saying.OBJECTS: "objection", Saying.AMENDS: "amendment"}


def _stopped(rule: Silence, said: Sequence[Said], when: str) -> Outcome:
    one = said[0]
    why = f"{one.actor} {one.what} {when}; {rule.article}"
    return Outcome(result=Result.NOT_ADOPTED, why=why, rule=rule, stopped_by=(one.actor,))


def _in_time(said: Said, begun: datetime, ends: datetime) -> bool:
    return said.at is not None and _instant(begun) <= _instant(said.at) < _instant(ends)


def _arrival(said: Said) -> datetime:
    return _instant(said.at) if said.at else datetime.max.replace(tzinfo=UTC)


def _begins_anew(heard: _Heard, rule: Silence, begun: datetime, ends: datetime) -> datetime | None:
    """When the period starts again with the amended text; None where it does not."""
    first = min(
        (each for each in heard.said if each.what in _BREAKING and _in_time(each, begun, ends)),
        key=_arrival,
        default=None,
    )
    if first is None or first.what is not Saying.AMENDS or rule.amendment is Amended.BREAKS:
        return None
    if rule.amendment is Amended.ANEW:
        return first.at
    accepted = [each for each in heard.said if each.what is Saying.ACCEPTS and each.at]
    return next((each.at for each in sorted(accepted, key=_arrival) if _arrival(each) >= _arrival(first)), None)


def _after(said: Iterable[Said], anew: datetime) -> Iterator[Said]:
    """What was said, without the objections and amendments to the text that the amended one has replaced."""
    for each in said:
        if each.what not in _BREAKING or each.at is None or _instant(each.at) > _instant(anew):
            yield each


def deadline(rule: Silence, begun: datetime, holidays: Collection[date] = ()) -> datetime:
    """When a silence that began then ends, in the time zone of its beginning.

    Hours are hours that pass, whatever the clocks do. Working days are counted from the day after, without Saturdays,
    Sundays and `holidays`; the last of them ends at the hour at which the silence began.
    """
    _instant(begun)
    if rule.hours is not None:
        return (begun.astimezone(UTC) + timedelta(hours=rule.hours)).astimezone(begun.tzinfo)
    if rule.working_days is None:
        raise BadDay(f"The chair sets the end of this silence ({rule.article}): say `until`.")
    day, left = begun.date(), rule.working_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and day not in holidays
    return datetime.combine(day, begun.timetz())


_SATURDAY: Final = 5


def _end(rule: Silence, begun: datetime, until: datetime | None, holidays: Collection[date]) -> datetime:
    fixed = rule.hours is not None or rule.working_days is not None
    least = deadline(rule, begun, holidays) if fixed or until is None else begun
    if until is None:
        return least
    if _instant(until) < _instant(least) or (fixed and not rule.longer and _instant(until) != _instant(least)):
        raise BadDay(f"A silence that begins {begun.isoformat()} ends {least.isoformat()} by {rule.article}.")
    return until


def _instant(moment: datetime) -> datetime:
    """A time that can be compared with any other: two clocks of one zone would be compared without their offset."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise BadDay(f"{moment.isoformat()} has no time zone, so that no deadline can be told by it.")
    return moment.astimezone(UTC)


# --- files -----------------------------------------------------------------------------------------------------------


@cache
def _files() -> tuple[tuple[str, tuple[AnyRule, ...]], ...]:
    return tuple(kept("rules", AnyRule))


def kept(section: str, kind: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """A section of every file of rules: what the file is about, and the values of that section."""
    for each in sorted(files("acquis.register").joinpath("rules").iterdir(), key=lambda path: path.name):
        if each.name.endswith(".yaml"):
            yield read(each.read_bytes(), each.name, section, kind)


def read(content: bytes, name: str, section: str, kind: Any) -> tuple[str, tuple[Any, ...]]:
    """What a file of rules is about, and a section of it as values; BadFact names the file and the line.

    Every value names its source by a key of `sources:` and gets it as `proof`, with the file and its own line.
    """
    try:
        fields = parsed(content, name).fields
        if odd := [node.line for key, node in fields.items() if key not in _SECTIONS]:
            raise BadFact(f"line {odd[0]}: no such section. Known: {', '.join(_SECTIONS)}")
        if "about" not in fields:
            raise BadFact("line 1: a file of rules begins with `about:`")
        sources = {key: node.words for key, node in fields["sources"].fields.items()} if "sources" in fields else {}
        listed = fields.get(section, Node([], 1))
        return fields["about"].words, _values(listed, kind, sources, name)
    except BadFact as error:
        told = str(error)
        raise BadFact(told if told.startswith(name) else f"{name}, {told}") from error


_SECTIONS: Final = ("about", "sources", "rules", "admissions")


def _values(listed: Node, kind: Any, sources: dict[str, str], name: str) -> tuple[Any, ...]:
    try:
        made = msgspec.convert(_plain(listed, sources, name), tuple[kind, ...], strict=False)
    except msgspec.ValidationError as error:
        told = str(error).replace("`proof`", "`source`")
        raise BadFact(f"line {_line(listed, told)}: {told.partition(' - at ')[0]}") from error
    return tuple(made)


def _plain(node: Node, sources: dict[str, str], name: str) -> Any:
    """The values without lines, each `source` a proof with the line in which its rule begins."""
    if isinstance(node.value, list):
        return [_plain(each, sources, name) for each in node.value]
    if isinstance(node.value, str):
        return node.value
    plain = {key: _plain(each, sources, name) for key, each in node.value.items()}
    if "source" in plain:
        key = node.value["source"]
        if key.words not in sources:
            raise BadFact(f"line {key.line}: no source {key.words!r}. Known: {', '.join(sources)}")
        plain |= {"proof": {"cited": sources[plain.pop("source")], "file": name, "line": node.line}}
    return plain


def _line(node: Node, told: str) -> int:
    """The line that a message is about: down its path, then to the field that is unknown."""
    line = node.line
    path = re.findall(r"\[(\d+)\]|\.(\w+)", told.partition(" - at ")[2])
    unknown = re.search(r"unknown field `(\w+)`", told)
    for number, key in [*path, *([("", unknown[1])] if unknown else [])]:
        found = _below(node, number, key)
        if found is None:
            break
        node, line = found, found.line
    return line


def _below(node: Node, number: str, key: str) -> Node | None:
    if isinstance(node.value, list) and number:
        return node.value[int(number)]
    return node.value.get(key) if isinstance(node.value, dict) else None
