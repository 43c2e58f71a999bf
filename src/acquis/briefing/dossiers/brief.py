"""A brief: the first page of what a text says that matters, and as data every paragraph of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.brief import Brief, brief_of
from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import here
from acquis.briefing.first_page import paper_of
from acquis.formats._paper import Block, Paragraph, line

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources


def _read(sources: "Sources", what: str) -> tuple[str, ...]:
    return (str(sources.opened(what).document.address),)


def _make(sources: "Sources", address: str) -> Made:
    document, text = sources.opened(address).document, sources.known(address)
    found = brief_of(sources.archive, document, held=True)
    chosen = [each.text.address for each in found.choice.chosen]
    may = text.quoted and all(sources.may(each) for each in chosen)
    rows = tuple(_rows(sources, found)) if may else ()
    data: dict[str, Any] = {
        "address": address,
        "compared_with": [{"address": each.text.address, "because": each.because} for each in found.choice.chosen],
        "why_none": found.choice.why_none,
        "known_not_held": [{"name": each.name, "day": each.day, "why": str(each.why)} for each in found.unheld],
        "paragraphs": list(rows),
        "searched": str(found.base) if found.base else None,
    }
    blocks = tuple(_front(found, address)) if may else _withheld(address)
    return Made(f"Brief: {text.title}", blocks, data, rows, searched=True)


def _front(found: Brief, address: str) -> Iterator[Block]:
    yield paper_of(found).blocks[0]
    yield Paragraph(line("The first page of the brief of ", here(address), "; all of it: `acquis brief`."))


def _withheld(address: str) -> tuple[Block, ...]:
    why = "The brief is not given: words of this text, or of the one compared with, may not be passed on."
    return Paragraph(line(here(address))), Paragraph(line(why))


def _rows(sources: "Sources", found: Brief) -> Iterator[dict[str, Any]]:
    """A row for each paragraph, then one for each wording of the earlier text that is not repeated."""
    for each in found.paragraphs:
        where = each.passage.address
        told = {"address": where, "fate": each.fate.value, "words": sources.given(where, each.passage.words)}
        yield {**told, "earlier": "; ".join(edge.earlier.address for edge in each.sources)}
    for passage in found.gone:
        words = sources.given(passage.address, passage.words)
        yield {"address": passage.address, "fate": "wording not repeated", "words": words, "earlier": ""}


ENTRY = Kind(("ADDRESS",), _read, _make)
