"""Who was what, as a program gets it: roles on a day, events with their proofs, organs."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from acquis.rest.asker import Asker, Quote, quoted
from acquis.rest.documents import Links

if TYPE_CHECKING:
    from acquis.register.events import Event, Proof


class Proved(Struct, frozen=True):
    """What proves a fact: words at an address, or a source that is cited; `rule` found the words."""

    quote: Quote | None = None
    source: str | None = None
    rule: str = ""


class Fact(Struct, frozen=True):
    """What happened or was observed: who, what, when as far as it is known, and what proves it.

    `learned` is the day on which the archive came to know it; `inferred` marks what the words do not say outright.
    """

    id: str
    act: str
    actor: str
    object: str
    role: str
    on: str | None
    until: str | None
    place: str
    value: str
    certainty: str
    inferred: bool
    learned: str
    proof: Proved


class Facts(Struct, frozen=True):
    """Events in the order in which they are kept."""

    total: int
    events: tuple[Fact, ...]
    links: Links | None = None


class Held(Struct, frozen=True):
    """A role on a day: whose, in what, the verdict (held, not known, disputed …), the reason, and the proofs."""

    actor: str
    name: str
    object: str
    role: str
    verdict: str
    why: str
    certainty: str
    proofs: tuple[Fact, ...]


class Who(Struct, frozen=True):
    """Who was what on a day, as far as it is known. `remark` says where the sources do not reach that day."""

    of: str
    name: str
    on: str
    held: tuple[Held, ...]
    remark: str | None


class Organ(Struct, frozen=True):
    """An organ or a meeting on a day: its kind, its seat, what it is competent for, and how that is known."""

    address: str
    name: str
    kind: str
    seat: str
    competence: tuple[str, ...]
    known: bool
    why: str
    proofs: tuple[Fact, ...]


class Organs(Struct, frozen=True):
    """The organs of an organisation on a day."""

    of: str
    on: str
    organs: tuple[Organ, ...]


def who(asker: Asker, of: str, *, on: str | None, known: str | None = None, role: str | None = None) -> Who:
    """Who held which role in an organisation or an organ on a day, or where a state was what."""
    register, day = asker.archive.register, on or today()
    held = register.who(of, on=day, known=known)
    wanted = role.lower().replace(" ", "_") if role else None
    address = register.called(of)
    return Who(
        of=address,
        name=register.name(address, on=day, whole=True),
        on=day,
        held=tuple(
            Held(
                actor=each.actor,
                name=register.name(each.actor, on=day),
                object=each.object,
                role=each.role,
                verdict=each.verdict.value,
                why=each.why,
                certainty=each.certainty.value,
                proofs=facts(asker, each.proofs),
            )
            for each in held
            if wanted in (None, each.role)
        ),
        remark=register.coverage(of, day),
    )


def events(asker: Asker, of: str | None, *, known: str | None, limit: int, offset: int) -> Facts:
    """What happened and was observed; of one actor or instrument in the order of days."""
    register = asker.archive.register
    held = register.life(register.called(of), known=known) if of else register.events(known=known)
    return Facts(len(held), facts(asker, held[offset : offset + limit]))


def organs(asker: Asker, of: str, *, on: str | None, matter: str | None) -> Organs:
    """The organs and meetings of an organisation on a day; those that are competent for a matter."""
    register, day = asker.archive.register, on or today()
    found = register.organs(of, on=day, matter=matter, unknown=True)
    told = (
        Organ(
            *(each.address, each.name, each.kind, each.seat, each.competence, each.known, each.why),
            facts(asker, each.proofs),
        )
        for each in found
    )
    return Organs(register.called(of), day, tuple(told))


def facts(asker: Asker, events: "Iterable[Event]") -> tuple[Fact, ...]:
    """Events as a program gets them."""
    return tuple(_fact(asker, each) for each in events)


def proved(asker: Asker, proof: "Proof") -> Proved:
    """What proves a fact."""
    from acquis.register.events import Source

    if isinstance(proof, Source):
        return Proved(source=proof.cited)
    return Proved(quote=quoted(asker, str(proof.address), proof.quotation), rule=proof.method)


def _fact(asker: Asker, event: "Event") -> Fact:
    return Fact(
        id=event.id,
        act=event.act.value,
        actor=event.actor,
        object=event.object,
        role=event.role,
        on=str(event.on) if event.on else None,
        until=str(event.until) if event.until else None,
        place=event.place,
        value=event.value,
        certainty=event.certainty.value,
        inferred=event.inferred,
        learned=event.learned,
        proof=proved(asker, event.proof),
    )


def today() -> str:
    """The day that is asked about where none is named."""
    return datetime.date.today().isoformat()
