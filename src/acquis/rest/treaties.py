"""Instruments as a program gets them: their state on a day, the status table, what texts cite, and who assented."""

from typing import TYPE_CHECKING

from msgspec import Struct

from acquis.rest.asker import Asker, Quote, quotable, quoted
from acquis.rest.documents import Links
from acquis.rest.facts import Fact, Proved, facts, proved, today

if TYPE_CHECKING:
    from acquis.briefing.citing import Cited
    from acquis.briefing.ledger import Carrier
    from acquis.register.desk import Register


class Instrument(Struct, frozen=True):
    """A treaty, strategy or programme on a day: its state, and why it is thought to be in it."""

    address: str
    title: str
    state: str
    why: str


class Instruments(Struct, frozen=True):
    """The instruments that are kept, with the state of each on a day."""

    on: str
    total: int
    instruments: tuple[Instrument, ...]
    links: Links | None = None


class Party(Struct, frozen=True):
    """What a state was to an instrument on a day; `disorder` is what is told of it and cannot have been so."""

    actor: str
    name: str
    state: str
    why: str
    inferred: bool
    disorder: str
    proofs: tuple[Fact, ...]


class Status(Struct, frozen=True):
    """What an instrument was on a day, what proves it, and the status table: what each state was to it.

    Of other states nothing is kept; `term` is where a strategy or programme stood in its term.
    """

    instrument: Instrument
    on: str
    entry: str
    term: str | None
    proofs: tuple[Fact, ...]
    parties: tuple[Party, ...]


class Citation(Struct, frozen=True):
    """An instrument that a text cites, with its state on the day of the text.

    `remark` says where that state is not what a reader would take it for; `inferred` marks what is not said outright.
    """

    quote: Quote
    target: str
    title: str
    state: str
    why: str
    remark: str
    inferred: bool


class Citations(Struct, frozen=True):
    """The instruments that a document cites, of which the register knows something; in reading order."""

    of: str
    cited: tuple[Citation, ...]


class Mark(Struct, frozen=True):
    """What a state did about a text, the reason, and the proofs. `assents` is whether assent is claimed for it."""

    state: str
    did: str
    assents: bool
    why: str
    proofs: tuple[Proved, ...]


class Carried(Struct, frozen=True):
    """A text that carries the words: how they are related to those asked, how it was adopted, and who did what."""

    address: str
    how: str
    day: str | None
    title: str | None
    organisation: str | None
    organ: str | None
    adopted: str
    why: str
    marks: tuple[Mark, ...]


class Gap(Struct, frozen=True):
    """A meeting that is known, and of which no text is held."""

    organ: str
    day: str
    place: str
    outcome: str


class Assent(Struct, frozen=True):
    """Who assented to words, text by text; membership alone is never assent. `searched` says what was looked at."""

    asked: str | None
    carriers: tuple[Carried, ...]
    gaps: tuple[Gap, ...]
    searched: str


def instruments(asker: Asker, of: str | None, *, on: str | None, limit: int, offset: int) -> Instruments:
    """The instruments that are kept, each with its state on a day."""
    register, day = asker.archive.register, on or today()
    kept = register.instruments(of)
    shown = tuple(_instrument(register, address, day) for address, _ in kept[offset : offset + limit])
    return Instruments(day, len(kept), shown)


def instrument(asker: Asker, name: str, *, on: str | None, known: str | None = None) -> Status:
    """What an instrument was on a day, and what each state was to it."""
    from acquis.register.force import TreatyState

    register, day = asker.archive.register, on or today()
    standing = register.treaty(name, on=day, known=known)
    term = None if standing.state is TreatyState.NOT_YET else register.term(name, on=day, known=known)
    return Status(
        instrument=Instrument(
            standing.instrument, _title(register, standing.instrument), standing.state.value, standing.why
        ),
        on=day,
        entry="; ".join(filter(None, (standing.entry.check.value, standing.entry.why))),
        term=f"{term.course.value}, {term.why}" if term else None,
        proofs=facts(asker, standing.proofs),
        parties=tuple(
            Party(
                *(row.actor, register.name(row.actor, on=day), row.state.value, row.why, row.inferred),
                *(row.disorder, facts(asker, row.proofs)),
            )
            for row in register.parties_to(name, on=day, known=known)
        ),
    )


def cited(asker: Asker, at: str) -> Citations:
    """The instruments that a document cites, and what they were on its day."""
    found = asker.archive.cited(at)
    return Citations(
        of=str(asker.archive.get(at).document.address),
        cited=tuple(citation(asker, each) for each in found),
    )


def citation(asker: Asker, each: "Cited") -> Citation:
    """A cited instrument."""
    quote = quoted(asker, str(each.address), each.words)
    return Citation(quote, each.target, each.title, each.state, each.why, each.remark, each.inferred)


def assent(asker: Asker, of: str) -> Assent:
    """Who assented to a passage, by its address, or to a phrase; by which act, in which text."""
    from acquis.archive.resolve import as_address

    found = asker.archive.assent(of)
    asker.behind |= found.behind is not None
    return Assent(
        asked=found.asked if as_address(of) is None or quotable(asker, of) else None,
        carriers=tuple(_carried(asker, each) for each in found.carriers),
        gaps=tuple(Gap(each.organ, each.day, each.place, each.outcome) for each in found.gaps),
        searched=found.base,
    )


def _carried(asker: Asker, carrier: "Carrier") -> Carried:
    return Carried(
        address=str(carrier.address),
        how=carrier.how,
        day=carrier.day,
        title=carrier.title,
        organisation=carrier.organisation,
        organ=carrier.organ,
        adopted=carrier.adoption.way.value,
        why=carrier.adoption.why,
        marks=tuple(
            Mark(
                *(each.state, each.cell.value, each.assents, each.why),
                tuple(proved(asker, proof) for proof in each.proofs),
            )
            for each in carrier.marks
        ),
    )


def _instrument(register: "Register", address: str, day: str) -> Instrument:
    from acquis.register.force import TreatyState

    standing = register.treaty(address, on=day)
    term = None if standing.state is TreatyState.NOT_YET else register.term(address, on=day)
    state, why = (term.course.value, term.why) if term else (standing.state.value, standing.why)
    return Instrument(address, _title(register, address), state, why)


def _title(register: "Register", address: str) -> str:
    return dict(register.instruments()).get(address, address)
