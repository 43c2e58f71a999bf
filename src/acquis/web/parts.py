"""The parts of a document as pages show them: number, words, sentences, what they cite."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from acquis.model import Citation, Document, Kind, Part, Pinpoint, Span
from acquis.model.document import CONTAINERS, COUNTED
from acquis.web.text import Mark, Run, grouped, runs
from acquis.web.words import bcp47, direction


class Shown(Struct, frozen=True):
    """A part of a document. Marks count in its own words: sentences, citations, and what a page asked to colour.

    `paragraph` is whether it has a margin; `level` how deep it stands.
    """

    path: str
    address: str
    kind: str
    number: str | None
    level: int
    words: str
    language: str
    direction: str
    paragraph: bool
    container: bool
    marks: tuple[Mark, ...] = ()

    def sentences(self) -> Iterable[tuple[str | None, list[Run]]]:
        """The words by sentences, each as the runs that its marks cut it into."""
        return grouped(runs(self.words, self.marks), "sentence")


def shown(
    document: Document,
    parts: Sequence[Part],
    *,
    leads: Callable[[str], str | None],
    more: Mapping[str, Sequence[Mark]] | None = None,
) -> tuple[Shown, ...]:
    """Those parts of a document; `leads` gives the address of a cited text that is held, `more` marks by path."""
    cited = sorted(document.citations, key=_start)
    return tuple(_shown(document, part, cited, leads, (more or {}).get(part.path, ())) for part in parts)


def chosen(document: Document, address: Pinpoint) -> tuple[Part, ...]:
    """The parts that an address means, each with all below it."""
    if address.part is None:
        return document.parts
    first = document.part(address.part)
    below = document.below(first.path)
    if not address.last:
        return below
    last = document.below(document.part(address.last).path)[-1]
    return document.parts[document.parts.index(first) : document.parts.index(last) + 1]


def asked(document: Document, address: Pinpoint) -> Mark | None:
    """The sentence or the words of its part that an address points at; None for the whole part."""
    if address.part is None:
        return None
    if address.words is not None:
        return Mark(address.words.start, address.words.end, "asked")
    if address.sentence is not None:
        part = document.part(address.part)
        span = part.sentences[address.sentence - 1].within(part.span)
        return Mark(span.start, span.end, "asked")
    return None


def _shown(
    document: Document,
    part: Part,
    cited: Sequence[Citation],
    leads: Callable[[str], str | None],
    more: Sequence[Mark],
) -> Shown:
    tag = part.language or document.language or document.record.value("language")
    sentences = (_mark(span, part, "sentence", str(n)) for n, span in enumerate(part.sentences, 1))
    first, last = (bisect_left(cited, at, key=_start) for at in (part.span.start, part.span.end + 1))
    own = (each for each in cited[first:last] if each.target and part.span.holds(each.span))
    found = ((each, leads(each.target)) for each in own if each.target)
    cites = (_mark(each.span, part, "cites", address) for each, address in found if address)
    return Shown(
        path=part.path,
        address=str(document.address.at(part.path)),
        kind=part.kind.value,
        number=part.number,
        level=min(part.level, 6),
        words=part.span.of(document.text),
        language=bcp47(tag),
        direction=direction(tag),
        paragraph=part.kind in COUNTED,
        container=part.kind in CONTAINERS or part.kind in (Kind.HEADING, Kind.TITLE),
        marks=(*sentences, *cites, *more),
    )


def _start(cited: Citation) -> int:
    return cited.span.start


def _mark(span: Span, part: Part, kind: str, value: str) -> Mark:
    here = span.within(part.span)
    return Mark(here.start, here.end, kind, value)
