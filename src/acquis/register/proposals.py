"""What is to be decided, what members say on it, and what becomes of it."""

import enum
from datetime import UTC, datetime

from msgspec import Struct

from acquis.errors import BadDay
from acquis.register.procedure import Matter, Rule


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
            instant(self.at)


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


def instant(moment: datetime) -> datetime:
    """A time that can be compared with any other: two clocks of one zone would be compared without their offset."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise BadDay(f"{moment.isoformat()} has no time zone, so that no deadline can be told by it.")
    return moment.astimezone(UTC)
