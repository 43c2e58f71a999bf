"""A passage: the words at an address or in a range, with where they stand. Of a whole text it is the citation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from acquis.briefing.dossier_sources import under
from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import here, quotation
from acquis.formats._paper import Block, Paragraph, line

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources, Text


def _read(sources: "Sources", what: str) -> tuple[str, ...]:
    return (sources.normal(sources.opened(what).address),)


def _make(sources: "Sources", address: str) -> Made:
    place = sources.opened(address)
    text = sources.known(address)
    words = place.document.words(place.address) if text.quoted and place.address.part else None
    data = {
        "address": address,
        "citation": sources.citation(place),
        "title": text.title,
        "day": text.day,
        "language": text.language,
        "words": words,
        "withheld": "" if text.quoted else text.why,
    }
    return Made(
        ", ".join(filter(None, (text.title, under(place) if text.quoted else sources.where(place)))),
        tuple(_blocks(address, words, text)),
        data,
    )


def _blocks(address: str, words: str | None, text: "Text") -> Iterator[Block]:
    if words:
        yield from quotation(words, address, text.language)
        return
    yield Paragraph(line(here(address)))
    if not text.quoted:
        yield Paragraph(line(f"Its words are not given: {text.why}."))


ENTRY = Kind(("ADDRESS",), _read, _make)
