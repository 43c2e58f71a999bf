"""An instrument on a day: what it was, what each state was to it, and what proves both."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import day_of, proofs, proved, shown
from acquis.briefing.quoting import said
from acquis.formats._paper import Block, Line, Paragraph, Run, Table
from acquis.register.force import TreatyState
from acquis.register.in_words import course_in_words, state_in_words
from acquis.register.parties import PartyState

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.register.force import TreatyStanding
    from acquis.register.parties import PartyStanding
    from acquis.register.terms import Term


def _read(sources: "Sources", name: str, day: str) -> tuple[str, ...]:
    return sources.archive.register.text(name), day_of(day)


def _make(sources: "Sources", instrument: str, day: str) -> Made:
    register = sources.archive.register
    standing = register.treaty(instrument, on=day)
    term = None if standing.state is TreatyState.NOT_YET else register.term(instrument, on=day)
    parties = register.parties_to(instrument, on=day)
    words = course_in_words(term) if term else state_in_words(register, standing, on=day)
    rows = tuple(_row(sources, each, day) for each in parties)
    title = dict(register.instruments()).get(instrument, instrument)
    own = (*standing.proofs, *(term.proofs if term else ()))
    data: dict[str, Any] = {
        "instrument": instrument,
        "title": title,
        "on": day,
        "state": words,
        "why": term.why if term else standing.why,
        "entry": "; ".join(filter(None, (standing.entry.check.value, standing.entry.why))),
        "proofs": proved(sources, (event.proof for event in own)),
        "parties": list(rows),
    }
    blocks = tuple(_blocks(sources, term or standing, parties, words, day))
    return Made(f"{title} on {day}", blocks, data, rows)


def _row(sources: "Sources", each: "PartyStanding", day: str) -> dict[str, Any]:
    told = {"actor": each.actor, "name": _name(sources, each, day), "state": each.state.value, "why": each.why}
    return {**told, "inferred": each.inferred, "proofs": shown(proved(sources, (one.proof for one in each.proofs)))}


def _name(sources: "Sources", each: "PartyStanding", day: str) -> str:
    """The name of that day; of a state that was no more its own last name, and not that of its successor."""
    return sources.archive.register.name(each.actor, on=None if each.state is PartyState.GONE else day)


def _blocks(
    sources: "Sources", found: "TreatyStanding | Term", parties: "tuple[PartyStanding, ...]", words: str, day: str
) -> Iterator[Block]:
    state = Run(f"{words[:1].upper()}{words[1:]}", strong=True)
    yield Paragraph((state, Run(f": {found.why}" if found.why not in words else ""), *proofs(found.proofs)))
    if parties:
        rows = tuple(_cells(sources, each, day) for each in parties)
        yield Table(f"What each state was to it on {day}", ("state", "what it was", "how that is known"), rows)
    yield Paragraph(said("Told are the states of which something is kept; it need not be all of them."))


def _cells(sources: "Sources", each: "PartyStanding", day: str) -> tuple[Line, ...]:
    return said(_name(sources, each, day)), said(each.state.value), (Run(each.why), *proofs(each.proofs))


ENTRY = Kind(("TREATY", "DAY"), _read, _make, between=" on ")
