"""What happened or was observed: who, what, when, how we know it, and since when the archive knows it."""

import enum
import hashlib
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from acquis.model import Day, Evidence


class Act(enum.StrEnum):
    """What an event is. Memberships, offices, seats and the states of treaties are worked out from these alone."""

    FOUNDED = "founded"
    DISSOLVED = "dissolved"
    MERGED = "merged"  # the actor went into the object
    RENAMED = "renamed"  # to the name in `value`
    SEATED = "seated"  # the actor, an organ, works at `place` from that day

    APPLIED = "applied"  # for the role
    OPENED = "opened"  # the procedure of admission
    UNDERTOOK = "undertook"  # signed the memorandum of obligations
    ADMITTED = "admitted"  # it was decided; the effect may come later
    JOINED = "joined"  # holds the role in the object from that day
    LEFT = "left"  # holds it no longer from that day
    SUSPENDED = "suspended"
    RESTORED = "restored"
    OBSERVED = "observed"  # was seen to hold the role on that day: neither its beginning nor its end
    INVITED = "invited"
    NOTED = "noted"  # was so on that day, as `role` says: where it sat, what kind of body it was, what it carried out

    MET = "met"  # the actor, an organ, at `place`
    ADOPTED = "adopted"  # the object, a text; `value` is the mode
    VOTED = "voted"  # on the object; `value` is yes, no, abstain or absent
    DISSOCIATED = "dissociated"  # from the object, a text or a passage of it
    ASSOCIATED = "associated"  # with the object, being entitled or not
    STAYED_OUT = "stayed out"  # takes no part in what was decided, and may join later

    SIGNED = "signed"  # `value` says how: definitive, ad referendum; else subject to ratification
    RATIFIED = "ratified"
    ACCEPTED = "accepted"
    APPROVED = "approved"
    ACCEDED = "acceded"
    SUCCEEDED = "succeeded"
    RESERVED = "reserved"
    DECLARED = "declared"
    OBJECTED = "objected"
    APPLIES_PROVISIONALLY = "applies provisionally"
    WITHDREW = "withdrew"
    ENTERED_INTO_FORCE = "entered into force"  # of the object: for the actor, or for all where there is none
    CONDITION_MET = "condition met"  # the day on which the last condition of entry into force was met
    AMENDED = "amended"  # the object, by the instrument in `value`
    EXTENDED = "extended"  # the term of the object, until `until`
    TERMINATED = "terminated"
    RUNS = "runs"  # a strategy or programme, from that day until `until`


CONSENTS: Final = (Act.RATIFIED, Act.ACCEPTED, Act.APPROVED, Act.ACCEDED, Act.SUCCEEDED)
"""The acts by which a state consents to be bound, beside a definitive signature (Vienna Convention 1969, 12-15)."""


OF_STATUS: Final = (
    *(Act.APPLIED, Act.OPENED, Act.UNDERTOOK, Act.ADMITTED, Act.JOINED, Act.LEFT, Act.SUSPENDED, Act.RESTORED),
    *(Act.OBSERVED, Act.INVITED),
)
"""The acts that are about a status of the actor in the object."""


class Certainty(enum.StrEnum):
    """How sure whoever entered a fact is of it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Source(Struct, frozen=True, gc=False):
    """A cited source of a fact kept by hand: an address or a book, and the file and line where it was entered."""

    cited: str
    file: str = ""
    line: int = 0


Proof: TypeAlias = Evidence | Source


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """One source's statement of what happened or was observed.

    `actor` and `object` are addresses: state:KAZ, org:sco, organ:sco/CHS, a work or a passage. `role` is the status or
    office that it is about. `on` is when it held, as far as it is known; `learned` the day on which the archive came
    to know it. `until` is the last day of a term. `nth` counts events of the same act, actor, object and role in the
    order of days; 0 where that is still to be counted. `inferred` marks what the words do not say outright.
    `withdraws` is the claim that this one takes back.

    >>> Event(act=Act.JOINED, actor="state:KAZ", object="org:sco", role="member", proof=Source("x")).id
    'ev-7wcc55au2tpp'
    """

    act: Act
    actor: str
    proof: Proof
    object: str = ""
    role: str = ""
    on: Day | None = None
    until: Day | None = None
    place: str = ""
    value: str = ""
    note: str = ""
    certainty: Certainty = Certainty.HIGH
    inferred: bool = False
    learned: str = ""
    nth: int = 1
    withdraws: str = ""

    @property
    def id(self) -> str:
        """The address of the event itself, whatever its sources say of its day: the same for each of them."""
        return f"ev-{_hashed(self.act, self.actor, self.object, self.role, str(self.nth))}"

    @property
    def claim(self) -> str:
        """The name of this source's statement of it, by which a later one can withdraw it."""
        cited = self.proof.cited if isinstance(self.proof, Source) else f"{self.proof.address} {self.proof.quotation}"
        return f"{self.id}/{_hashed(str(self.on), str(self.until), self.value, cited)[:6]}"

    @property
    def ending(self) -> str:
        """The claim without the event that it is of."""
        return self.claim.partition("/")[2]


def _hashed(*parts: str) -> str:
    return b32encode(hashlib.sha256("\0".join(parts).encode()).digest()).decode().lower()[:12]


def known_on(events: Iterable[Event], known: str | None) -> Iterator[Event]:
    """The events as the archive knew them on a day: learned by then, and not withdrawn by then. None is today.

    What is learned later never changes this answer. What withdraws a claim that nobody made withdraws nothing, and is
    a statement like any other.
    """
    learned = [each for each in events if known is None or each.learned[:10] <= known]
    withdrawn = {each.withdraws for each in learned if each.withdraws}
    if not withdrawn:
        return iter(learned)
    claimed = [(each.claim, each) for each in learned]
    found = withdrawn.intersection(claim for claim, _ in claimed)
    return (each for claim, each in claimed if claim not in found and each.withdraws not in found)


def numbered(events: Iterable[Event]) -> Iterator[Event]:
    """The events, those without a number counted in the order of days; the same day is the same event."""
    open_: defaultdict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        if event.nth:
            yield event
        else:
            open_[event.act, event.actor, event.object, event.role].append(event)
    for same in open_.values():
        days: dict[Day | None, int] = {}
        for event in sorted(same, key=in_order):
            yield replace(event, nth=days.setdefault(event.on, len(days) + 1))


def in_order(event: Event) -> tuple[bool, str]:
    """What to sort events by: their days, undated ones last."""
    return event.on is None, str(event.on or "")


def in_words(event: Event) -> str:
    """Who did what, as a fault names it."""
    return " ".join(part for part in (event.actor, event.act.value, event.object, event.role) if part)
