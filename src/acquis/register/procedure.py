"""The rules by which an organ decides, on a day: each kind of rule, and those that are kept."""

import enum
import math
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Annotated, TypeAlias, TypeVar

from msgspec import Meta, Struct

from acquis.errors import BadDay, NotHeld, UnknownName
from acquis.model import Day, Interval
from acquis.register.events import Certainty, Source
from acquis.register.rule_files import kept

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
    """Whose votes a majority is counted in: of those who vote for or against, or of all who are entitled."""

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


@cache
def _files() -> tuple[tuple[str, tuple[AnyRule, ...]], ...]:
    return tuple(kept("rules", AnyRule))
