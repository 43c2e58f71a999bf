"""The texts that a paragraph cites."""

from typing import TYPE_CHECKING

from acquis.model import Citation, Span
from acquis.web.held import leads
from acquis.web.margin import Line, Source
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.web.reader import Reader


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Each citation in its own words, with the text that it names, where that is known, and whether it is held."""
    whole = span_of(place)
    return tuple(_line(reader, each) for each in place.document.citations if whole.holds(each.span)), ()


def span_of(place: "Place") -> Span:
    """The stretch of the text that the parts of a place take up."""
    parts = [each.span for each in place.document.below(place.address.part or "") if len(each.span)]
    return Span(min(each.start for each in parts), max(each.end for each in parts)) if parts else Span(0, 0)


def _line(reader: "Reader", cited: Citation) -> Line:
    address = leads(reader, cited.target) if cited.target else None
    kind = message("cites") if address else message("not held") if cited.target else message("which text is not known")
    inferred = "inferred" if cited.inferred else ""
    about = " · ".join(filter(None, [cited.verb, inferred, None if address else cited.target]))
    return Line(kind, cited.words, address or "", about)


ENTRY = Source(3, message("Cites"), known)
