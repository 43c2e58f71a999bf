"""How a text was adopted, who was entitled that day, and what each state did about the whole of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.briefing.assent import Adoption, Mark, Way, adopted, marks
from acquis.errors import AcquisError
from acquis.model import Day, Document, Evidence, Pinpoint, Record
from acquis.organisations import organisations
from acquis.register.events import Act, Event
from acquis.register.procedure import Decision, How, profile
from acquis.register.spells import Held
from acquis.register.voices import Voice

if TYPE_CHECKING:
    from acquis.register.desk import Register


class Adopter(Struct, frozen=True, kw_only=True):
    """Whose text it is, and when: organisation, organ, day and kind, each as far as it is known."""

    organisation: str | None
    organ: str | None
    day: str | None
    kind: str | None


def assent_to(document: Document, register: "Register") -> tuple[Adoption, tuple[Mark, ...]]:
    """How a document was adopted, and what each state that was entitled did about the whole of it."""
    record = document.record
    day, _ = record.day
    fields = {name: record.value(name) for name in ("organisation", "organ", "kind")}
    by = Adopter(day=str(day) if day else None, **fields)
    told = acts_on_texts(register.events())[str(document.address.work)]
    events = [event for event in told if Pinpoint(event.object).part is None]
    adoption = adoption_of(by, [(document.address.expression, record)], events)
    if adoption.way is Way.NOT_AGREED:
        return adoption, ()
    return adoption, marks(entitled(register, by.organisation, by.organ, by.day), adoption, Voice(), events)


def adoption_of(by: Adopter, records: Sequence[tuple[Pinpoint, Record]], events: Sequence[Event]) -> Adoption:
    """How a text was adopted: by what a record of it says, by votes and signatures, by the one rule of its organ."""
    said = next(((address, claim) for address, record in records if (claim := record.claim("mode"))), None)
    proof = None
    if said and said[1].value:
        proof = Evidence(said[0], said[1].stated or said[1].value, method="rule:mode/1")
    rule = _sole_rule(by.organisation, by.organ, by.day) if by.day else None
    return adopted(mode=said[1].value if said else None, said=proof, kind=by.kind, events=events, rule=rule)


def entitled(register: "Register", organisation: str | None, organ: str | None, day: str | None) -> tuple[Held, ...]:
    """Who held on a day a role that entitles: in the organ where it has members of its own, else in the whole."""
    if organisation is None or day is None or organisation not in organisations():
        return ()
    for of in (f"organ:{organisation}/{organ}" if organ else "", f"org:{organisation}"):
        if of and (own := _members(register, of, day)):
            return own
    return ()


def _members(register: "Register", of: str, day: str) -> tuple[Held, ...]:
    try:
        roles = register.roles(of)
        found = [each for each in register.who(of, on=day) if each.role in roles]
    except AcquisError:
        return ()
    return tuple(sorted(found, key=lambda each: each.actor))


def acts_on_texts(events: Iterable[Event]) -> defaultdict[str, list[Event]]:
    """What states did about texts, by the works."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.act in _ON_TEXTS and event.object:
            found[str(Pinpoint(event.object).work)].append(event)
    return found


_ON_TEXTS: Final = (Act.VOTED, Act.SIGNED, Act.DISSOCIATED, Act.STAYED_OUT, Act.RESERVED)


def _sole_rule(organisation: str | None, organ: str | None, day: str) -> Adoption | None:
    """The way in which an organ takes all its decisions, where its rules know one alone; else nothing follows."""
    if organisation is None or organ is None:
        return None
    try:
        rules = [
            each
            for each in profile(f"organ:{organisation}/{organ}", Day.parse(day)).rules
            if isinstance(each, Decision)
        ]
    except AcquisError:
        return None
    if not rules or any(each.how is not How.CONSENSUS for each in rules):
        return None
    first = rules[0]
    why = f"entitled, and the organ decides by agreement alone ({first.article}); nothing against it is recorded"
    return Adoption(Way.AGREED, why, (first.proof,))
