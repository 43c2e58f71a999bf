"""Where the words of a paragraph were agreed before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from acquis.errors import BadQuery
from acquis.web.for_readers import for_readers
from acquis.web.margin import Line, Source
from acquis.web.text import Mark
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.precedents.found import Precedent
    from acquis.web.reader import Reader

_MOST = 5
_WHOLE = ("adapted", "mixed")
"""How a passage is related that is compared as a whole."""


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Earlier wordings, the strongest first, each as it differs from these words; and what was searched."""
    try:
        found = reader.archive.precedents.find(str(place.address), limit=_MOST, earlier=True)
    except BadQuery as error:
        return (), (for_readers(str(error)),)
    reader.behind |= found.base.behind is not None
    return tuple(_line(each, found.query) for each in found.precedents), (*found.claims, found.scope)


def _line(found: "Precedent", words: str) -> Line:
    told, marks = changed(found.words, words) if found.kind in _WHOLE else (found.words, _shared(found))
    about = " · ".join(filter(None, [found.day, found.title, found.repetition]))
    return Line(found.kind.value, told, str(found.address), about, found.address.language or "", marks)


def _shared(found: "Precedent") -> tuple[Mark, ...]:
    """The stretches that both have, where one is a clause of the other: as many other words stand around them."""
    return () if found.same else tuple(Mark(start, end, "hit") for start, end in found.spans)


def changed(older: str, newer: str) -> tuple[str, tuple[Mark, ...]]:
    """The newer words with what the older ones had in their place, and marks that tell which is which."""
    from acquis.precedents.diff import compare, pieces

    told, marks = "", list[Mark]()
    for words, kind in _spaced(pieces(compare(older, newer))):
        if kind != "same":
            marks.append(Mark(len(told), len(told) + len(words), kind))
        told += words
    return told, tuple(marks)


def _spaced(found: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pieces with a blank between two that would run together."""
    last = ""
    for words, kind in found:
        ended = last.isascii() and (last[-1:].isalnum() or last[-1:] in tuple(".,;:"))
        if ended and words[:1].isalnum():
            yield " ", "same"
        yield words, kind
        last = words


ENTRY = Source(1, message("Agreed before"), known)
