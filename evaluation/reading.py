"""A labelled file as the reader sees it: read once, and asked by every score."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from acquis.archive.catalogue import catalogue
from acquis.formats import Extraction, extract
from acquis.model import Part, Pinpoint, Record, Span, fingerprint
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
            span = self.reading.layers.to_source(part.span) if len(part.span) else None
            if span:
                found.setdefault(span.start, part)
        return found

    def source(self, span: Span) -> tuple[int, int] | None:
        """Where a stretch of the text stands in the source; None where it stands nowhere."""
        found = self.reading.layers.to_source(span)
        return (found.start, found.end) if found else None

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
