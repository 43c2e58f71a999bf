"""A document: its record, its text, and the parts that can be addressed."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from acquis.errors import NotHeld
from acquis.model.citation import Citation
from acquis.model.layers import File, Layers
from acquis.model.pinpoint import Pinpoint
from acquis.model.record import Record
from acquis.model.span import Span


class Kind(enum.StrEnum):
    """What a part is. The first group holds other parts and has a heading at most; the second has words."""

    SECTION = "section"
    CHAPTER = "chapter"
    DIVISION = "part"
    ARTICLE = "article"
    ANNEX = "annex"

    TITLE = "title"
    ENACTING = "enacting"  # the paragraph or line that says who speaks and that they speak
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # numbered or lettered
    BULLET = "bullet"
    HEADING = "heading"  # a cross-heading without number
    NOTE = "note"
    SIGNATURE = "signature"
    TABLE = "table"


CONTAINERS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.ANNEX})
COUNTED = frozenset({Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.PARAGRAPH, Kind.ITEM, Kind.BULLET})
"""The parts that are paragraphs: neither titles, headings, notes, signatures nor tables."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be addressed.

    `path` is what stands after `#` in its address. `number` is printed before it, verbatim ("12.", "(a)"), and None
    where nothing is printed. `span` is its own words in the document's text, without its number and without the parts
    below it; for a container that is its heading and may be empty. `sentences` count in the document's text.
    `within` is the path of the part above it, "" at the top. `recovered` marks a section told by blank lines alone.
    """

    path: str
    kind: Kind
    span: Span
    number: str | None = None
    within: str = ""
    level: int = 1
    sentences: tuple[Span, ...] = ()
    language: str | None = None
    recovered: bool = False


class Parted:
    """An expression of a work whose parts can be asked for by their paths, or by other names that these have."""

    address: Pinpoint
    parts: tuple[Part, ...]
    aliases: dict[str, str]

    def part(self, path: str) -> Part:
        """The part of that path or other name (`p7` for `item2`, `sec2.p5` for `p9`)."""
        found = self._by_path.get(self.aliases.get(path, path))
        if found is None:
            raise NotHeld(f"{self.address} has no part {path!r}. It has {_some(p.path for p in self.parts)}.")
        return found

    @cached_property
    def _by_path(self) -> dict[str, Part]:
        return {part.path: part for part in reversed(self.parts)}


@dataclass(frozen=True)
class Skeleton(Parted):
    """The parts of an expression and nothing else of it: enough to say where in it something stands."""

    address: Pinpoint
    parts: tuple[Part, ...]
    aliases: dict[str, str]


@dataclass(frozen=True)
class Document(Parted):
    """One expression of a work, read from one file.

    `parts` stand in reading order, each container before what it holds. `doubts` say what the reader was not sure of.
    `reader` is the version of the rules that read it.
    """

    address: Pinpoint
    record: Record
    file: File
    layers: Layers
    parts: tuple[Part, ...]
    citations: tuple[Citation, ...] = ()
    doubts: tuple[str, ...] = ()
    reader: str = ""
    language: str | None = None
    aliases: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text in reading order, without page furniture and printed numbers."""
        return self.layers.text

    @property
    def paragraphs(self) -> tuple[Part, ...]:
        """The paragraphs: every part with words of its own that is no title, heading, note, signature or table."""
        return tuple(part for part in self.parts if part.kind in COUNTED)

    def below(self, path: str) -> tuple[Part, ...]:
        """The part and everything in it, in reading order."""
        held = {path}
        for part in self.parts:
            if part.within in held:
                held.add(part.path)
        return tuple(part for part in self.parts if part.path in held)

    def words(self, address: Pinpoint) -> str:
        """What stands at the address, byte for byte: a range or a part with all below it, a sentence, or words."""
        return address_words(self, address)

    def pinpoint(self, span: Span) -> Pinpoint:
        """The address of a stretch of the text: the part that holds it, with the words counted from its start."""
        for part in self.parts:
            if part.span.holds(span) and len(part.span):
                words = None if span == part.span else span.within(part.span)
                return self.address.at(part.path, words=words)
        return self.address


def address_words(document: Document, address: Pinpoint) -> str:
    """The quotation that stands at an address of the document."""
    if address.part is None:
        return document.text
    part = document.part(address.part)
    if address.words is not None:
        if address.words.end > len(part.span):
            raise NotHeld(f"{address} points past the end: {part.path} has {len(part.span)} characters.")
        return address.words.moved(part.span.start).of(document.text)
    if address.sentence is not None:
        if address.sentence > len(part.sentences):
            raise NotHeld(f"{address}: {part.path} has {len(part.sentences)} sentences.")
        return part.sentences[address.sentence - 1].of(document.text)
    chosen = _range(document, part, address.last) if address.last else document.below(part.path)
    return "\n".join(p.span.of(document.text) for p in chosen if len(p.span))


def _range(document: Document, first: Part, last: str) -> tuple[Part, ...]:
    end = document.below(document.part(last).path)[-1]
    start, stop = document.parts.index(first), document.parts.index(end)
    if stop < start:
        raise NotHeld(f"{last} stands before {first.path} in {document.address}.")
    return document.parts[start : stop + 1]


def _some(names: Iterator[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:12]) + (f" … {listed[-1]}" if len(listed) > 12 else "")
