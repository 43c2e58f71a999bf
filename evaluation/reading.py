"""A labelled file as the reader sees it: read once, and asked by every score."""

import bisect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from acquis.archive.catalogue import catalogue
from acquis.formats import Extraction, extract
from acquis.model import Part, Piece, Pinpoint, Record, Span, fingerprint
from acquis.model.document import CONTAINERS
from acquis.structure.read import Reading, read
from evaluation.un_texts import Assembled, assembled, un_documents


@dataclass(frozen=True)
class Seen:
    """A file: its lines, what was read in them, and the record made of it."""

    name: str
    extraction: Extraction
    reading: Reading
    record: Record
    address: Pinpoint

    def starts(self) -> dict[int, Part]:
        """The parts that have words, by where those begin in the source."""
        found: dict[int, Part] = {}
        for part in self.reading.parts:
            if len(part.span) and (span := self.source(part.span)):
                found.setdefault(span[0], part)
        return found

    @cached_property
    def _kept(self) -> list[Piece]:
        kept = [piece for piece in self.reading.layers.pieces if not piece.reason and len(piece.text)]
        return sorted(kept, key=lambda piece: piece.text.start)

    def source(self, span: Span) -> tuple[int, int] | None:
        """Where a stretch of the text stands in the source; None where it stands nowhere.

        `Layers.to_source` says the same; this asks for every part of long documents.
        """
        at = bisect.bisect_right(self._kept, span.start, key=lambda piece: piece.text.end)
        found: list[tuple[int, int]] = []
        while at < len(self._kept) and (piece := self._kept[at]).text.start < span.end:
            moved = piece.source.start - piece.text.start
            found.append((max(span.start, piece.text.start) + moved, min(span.end, piece.text.end) + moved))
            at += 1
        return (min(start for start, _ in found), max(end for _, end in found)) if found else None

    def above(self) -> Callable[[Part], list[Part]]:
        """The parts that a part stands in, the part itself first."""
        held = {part.path: part for part in self.reading.parts}

        def climb(part: Part) -> list[Part]:
            found = [part]
            while found[-1].within:
                found.append(held[found[-1].within])
            return found

        return climb


def seen(content: bytes, name: str, *, language: str | None = None) -> Seen:
    """One file, read and catalogued as the secretariat does."""
    extraction = extract(content, name)
    reading = read(extraction, language=language)
    made = catalogue(reading, name=name, sha256=fingerprint(content))
    return Seen(name, extraction, reading, made.record, made.address)


def topmost(chain: list[Part]) -> Part:
    """Of a part and those above it the last that is a paragraph, and no container: what it belongs to."""
    return [part for part in chain if part.kind not in CONTAINERS][-1] if chain[0].kind not in CONTAINERS else chain[0]


def first_letter(text: str, start: int, end: int) -> int | None:
    """Where the first letter that is no blank stands; None where there is none."""
    return next((at for at in range(start, end) if not text[at].isspace()), None)


@cache
def un_read(shared: Path) -> tuple[tuple[Assembled, Seen], ...]:
    """The labelled documents of the United Nations, each as text, and what the reader makes of it."""
    texts = [assembled(document) for document in un_documents(shared, "dev")]
    return tuple((text, seen(text.text.encode(), "document.txt")) for text in texts)
