"""Whom and what a paragraph names."""

from typing import TYPE_CHECKING

from acquis.web.margin import Line, Source
from acquis.web.margin.cites import span_of
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.register.mentions import Mention
    from acquis.web.reader import Reader


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Each name once, in the order of the words, with whom it means on the day of the text."""
    document, whole = place.document, span_of(place)
    met: dict[tuple[str, str], Line] = {}
    for each in reader.once(("mentions", str(document.address)), lambda: _mentions(reader, place)):
        if each.layer == "text" and not each.nested and whole.holds(each.span):
            words = each.span.of(document.text)
            met.setdefault((words, each.meant or ""), _line(each, words))
    return tuple(met.values()), ()


def _mentions(reader: "Reader", place: "Place") -> "tuple[Mention, ...]":
    from acquis.register.mentions import mentions_in

    return mentions_in(place.document, reader.archive.register.library.texts)


def _line(mention: "Mention", words: str) -> Line:
    return Line(mention.kind.value, words, "", mention.meant or "; ".join(mention.others))


ENTRY = Source(4, message("Names"), known)
