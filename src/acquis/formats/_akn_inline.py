"""The words of a part in Akoma Ntoso: its sentences and the texts it cites are marked where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from acquis.formats._akn_xml import element, own
from acquis.formats._escape import legal
from acquis.formats._xml_lines import local
from acquis.model import Citation, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

SENTENCE: Final = "sentence"
_SAFE: Final = "/@!.~()+,=-"


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around a stretch of a part's words, counted from their start, with the marks inside it."""

    span: Span
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inner: "tuple[Mark, ...]" = ()


def fill(holder: "_Element", words: str, marks: Sequence[Mark] = (), within: Span | None = None) -> "_Element":
    """Puts the words into an element, with their marks; a line break of the text is `<br/>`."""
    whole = within or Span(0, len(words))
    at = whole.start
    for mark in marks:
        _put(holder, words[at : mark.span.start])
        holder.append(fill(element(mark.tag, mark.attributes), words, mark.inner, mark.span))
        at = mark.span.end
    _put(holder, words[at : whole.end])
    return holder


def _put(holder: "_Element", words: str) -> None:
    for at, line in enumerate(legal(words).split("\n")):
        if at:
            holder.append(element("br"))
        if not line:
            continue
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + line
        else:
            holder.text = (holder.text or "") + line


def filled(holder: "_Element") -> tuple[str, tuple[Span, ...]]:
    """The words of an element that `fill` wrote, and where its sentences stand in them."""
    words: list[str] = []
    sentences: list[Span] = []
    _gather(holder, words, sentences, 0)
    return "".join(words), tuple(sentences)


def _gather(holder: "_Element", words: list[str], sentences: list[Span], at: int) -> int:
    if holder.text:
        words.append(holder.text)
        at += len(holder.text)
    for child in holder:
        start = at
        if local(child) == "br":
            words.append("\n")
            at += 1
        elif child.get(own("kind")) is None:  # a note that is a part of its own has its own words
            at = _gather(child, words, sentences, at)
        if child.get("class") == SENTENCE:
            sentences.append(Span(start, at))
        if child.tail:
            words.append(child.tail)
            at += len(child.tail)
    return at


def table(words: str) -> "list[_Element]":
    """The rows of a table: a line for a row, a tab between cells."""
    return [element("tr", children=cells(row)) for row in words.split("\n")]


def cells(words: str) -> "list[_Element]":
    """The cells of one row."""
    return [element("td", children=[fill(element("p"), cell)]) for cell in words.split("\t")]


def table_words(rows: "_Element") -> str:
    """The words of a table that `table` wrote."""
    return "\n".join(row_words(row) for row in rows)


def row_words(row: "_Element") -> str:
    """The words of a row that `cells` wrote."""
    return "\t".join("".join(filled(words)[0] for words in cell) for cell in row)


def can_mark(sentences: Sequence[Span], whole: Span) -> bool:
    """Whether sentences can be elements among the words: in order, apart, with words, and within the part."""
    reached = whole.start
    for sentence in sentences:
        if sentence.start < reached or not len(sentence):
            return False
        reached = sentence.end
    return reached <= whole.end


class Cited:
    """The citations of a document, to be found by where they stand."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._all = sorted(citations, key=lambda each: (each.span.start, -each.span.end))
        self._starts = [each.span.start for each in self._all]

    def marks(self, stretch: Span, origin: int) -> tuple[Mark, ...]:
        """The marks of the citations that stand whole in a stretch, none in another; they count from `origin`."""
        found, reached = [], stretch.start
        for each in self._all[bisect_left(self._starts, stretch.start) :]:
            if each.span.start >= stretch.end:
                break
            if reached <= each.span.start < each.span.end <= stretch.end:
                found.append(_reference(each, origin))
                reached = each.span.end
        return tuple(found)

    def sentence_marks(self, whole: Span, sentences: Sequence[Span], names: Sequence[dict[str, str]]) -> list[Mark]:
        """The marks of a part's sentences, with those of the citations in them and between them."""
        found: list[Mark] = []
        at = whole.start
        for sentence, attributes in zip(sentences, names, strict=True):
            found += self.marks(Span(at, sentence.start), whole.start)
            inner = self.marks(sentence, whole.start)
            found.append(Mark(sentence.within(whole), "span", {"class": SENTENCE, **attributes}, inner))
            at = sentence.end
        return [*found, *self.marks(Span(at, whole.end), whole.start)]


def _reference(citation: Citation, origin: int) -> Mark:
    span = citation.span.moved(-origin)
    if citation.target is None:
        return Mark(span, "inline", {"name": "citation"})
    return Mark(span, "ref", {"href": iri(citation.target)})


def iri(target: str) -> str:
    """An address as XML takes it for an IRI; ours are IRIs but for signs of other scripts."""
    head, mark, tail = target.partition("#")
    scheme, colon, rest = head.partition(":")
    if not (scheme.isascii() and scheme.replace("-", "").isalnum() and scheme[:1].isalpha()):
        scheme, colon, rest = "", "", head
    return f"{scheme}{colon}{quote(rest, safe=_SAFE)}{mark}{quote(tail, safe=_SAFE)}"
