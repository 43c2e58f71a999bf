"""How items tell things: where a passage is, what proves a fact, what changed."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.quoting import joined, note_of
from acquis.errors import BadQuery
from acquis.formats._paper import Line, Note, Paragraph, Run
from acquis.model import Day, Evidence
from acquis.precedents.asked import asked

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.register.events import Event, Proof


def worded(sources: "Sources", what: str) -> tuple[str, ...]:
    """A passage by its whole address, or words as they were typed."""
    found = asked(sources.archive.store, sources.archive.at, what)
    return (sources.normal(found.address) if found.address else " ".join(found.text.split()),)


def placed(sources: "Sources", what: str) -> tuple[str, ...]:
    """A passage by its whole address."""
    found = asked(sources.archive.store, sources.archive.at, what)
    if found.address is None:
        raise BadQuery(f"{what[:60]!r} is no passage. Give its address or name with a place: ADDRESS#p3.")
    return (sources.normal(found.address),)


def day_of(typed: str) -> str:
    """The day that is asked about, in its ISO form."""
    return str(Day.parse(typed.strip()))


def here(address: str, language: str | None = None) -> Run:
    """An address, with the note that says where it is."""
    return Run(address, language=language, address=address, note=Note("", address))


def quotation(words: str, address: str, language: str | None) -> Iterator[Paragraph]:
    """The words of a passage, a paragraph for each part of it; the last one calls the note."""
    lines = words.split("\n")
    for at, each in enumerate(lines, 1):
        note = Note("", address) if at == len(lines) else None
        yield Paragraph((Run(each, language=language, address=address, note=note),), quoted=True)


def proofs(events: "Iterable[Event]") -> Line:
    """The notes of events, called where nothing is printed."""
    return called(event.proof for event in events)


def called(found: "Iterable[Proof]") -> Line:
    """The notes of proofs, each once."""
    return joined((Run("", note=note_of(each)) for each in dict.fromkeys(found)), ", ")


def proved(sources: "Sources", found: "Iterable[Proof]") -> list[dict[str, Any]]:
    """Proofs as data; words that may not be passed on are left out."""
    return [_proved(sources, each) for each in dict.fromkeys(found)]


def _proved(sources: "Sources", proof: "Proof") -> dict[str, Any]:
    if isinstance(proof, Evidence):
        return {"address": str(proof.address), "words": sources.given(str(proof.address), proof.quotation)}
    return {"source": proof.cited}


def shown(found: Iterable[dict[str, Any]]) -> str:
    """Proofs in a cell of a table."""
    return "; ".join(each.get("source") or f"“{each['words'] or '…'}” {each['address']}" for each in found)
