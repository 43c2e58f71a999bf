"""The words of a part in TEI: sentences, cited texts, stated days and names are marked where they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.formats._akn_inline import can_mark, iri
from acquis.formats._escape import legal
from acquis.formats._tei_header import dated
from acquis.formats._tei_xml import XML_ID, Ids, element
from acquis.model import Document, Part, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED: Final = ("place", "organ", "organisation", "translator")
"""The fields of a record that are somebody's or some place's name."""


class Marked(Struct, frozen=True):
    """A stretch of the text that is an element: which one, with what attributes."""

    span: Span
    tag: str
    attributes: dict[str, str]


class Words:
    """Puts the words of parts into elements, with what is known of them."""

    def __init__(self, document: Document, ids: Ids) -> None:
        self._document, self._ids = document, ids
        self._marks = _apart([*_cited(document), *_stated(document)])
        self._starts = [each.span.start for each in self._marks]

    def put(self, holder: "_Element", part: Part) -> "_Element":
        """Puts the words of a part into an element, sentence by sentence where it has any; gives the element."""
        at = part.span.start
        for count, sentence in enumerate(self._sentences(part), 1):
            self._marked(holder, Span(at, sentence.start))
            name = {XML_ID: self._ids.of(f"{part.path}.s{count}")} if part.path else {}
            holder.append(self._marked(element("seg", {"type": "sentence", **name}), sentence))
            at = sentence.end
        return self._marked(holder, Span(at, part.span.end))

    def _sentences(self, part: Part) -> Sequence[Span]:
        return part.sentences if can_mark(part.sentences, part.span) else ()

    def _marked(self, holder: "_Element", stretch: Span) -> "_Element":
        """A stretch with the marks that stand whole in it."""
        at = stretch.start
        for each in self._marks[bisect_left(self._starts, stretch.start) :]:
            if each.span.start >= stretch.end:
                break
            if each.span.end <= stretch.end:
                _put(holder, self._of(Span(at, each.span.start)))
                holder.append(element(each.tag, each.attributes))
                _put(holder[-1], self._of(each.span))
                at = each.span.end
        _put(holder, self._of(Span(at, stretch.end)))
        return holder

    def _of(self, span: Span) -> str:
        return span.of(self._document.text)


def put(holder: "_Element", words: str) -> "_Element":
    """Puts plain words at the end of an element; a line break of the text is `<lb/>`."""
    _put(holder, words)
    return holder


def _put(holder: "_Element", words: str) -> None:
    for at, line in enumerate(legal(words).split("\n")):
        if at:
            holder.append(element("lb"))
        if line and len(holder):
            holder[-1].tail = (holder[-1].tail or "") + line
        elif line:
            holder.text = (holder.text or "") + line


def _apart(marks: Sequence[Marked]) -> list[Marked]:
    """The marks in the order of the text; of two that meet the first stands, of two that begin together the longer."""
    found: list[Marked] = []
    for each in sorted(marks, key=lambda each: (each.span.start, -each.span.end)):
        if len(each.span) and (not found or found[-1].span.end <= each.span.start):
            found.append(each)
    return found


def _cited(document: Document) -> Iterator[Marked]:
    for each in document.citations:
        target = {"target": iri(each.target)} if each.target else {}
        yield Marked(each.span, "ref", {"type": each.kind.value, **target})


def _stated(document: Document) -> Iterator[Marked]:
    """What the record was told by words of the text: its days, and the names of places and organs."""
    for claim in document.record.claims:
        span = document.layers.to_text(claim.span) if claim.span and claim.value and not claim.refused else None
        if span is None or claim.value is None or claim.stated not in (None, span.of(document.text)):
            continue
        head, _, which = claim.field.partition(".")
        if head == "date":
            day = dated("date", which, claim.value)
            yield Marked(span, "date", {str(name): str(value) for name, value in day.attrib.items()})
        elif claim.field in _NAMED:
            yield Marked(span, "rs", {"type": claim.field, "key": claim.value})
