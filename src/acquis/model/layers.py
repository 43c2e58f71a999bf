"""The three layers of a text: the file's bytes, the characters of the source, and the text in reading order."""

import bisect
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from acquis.model.span import Span


def fingerprint(content: bytes | str) -> str:
    """The SHA-256 of bytes, or of characters as UTF-8, in hexadecimal."""
    return hashlib.sha256(
        content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    ).hexdigest()


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came: its bytes are never changed."""

    sha256: str
    size: int
    name: str
    media_type: str
    encoding: str | None = None


class Piece(Struct, frozen=True):
    """A stretch of the source and what became of it in the text.

    With no `reason` the characters are the same in both. With one they were left out ("page number", "marker",
    "line break" …) and `text` is what stands in their place, mostly nothing.
    """

    source: Span
    text: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Layers:
    """Source, text, and the map between them: every source character is in the text or in a listed omission.

    `pieces` are in the order of the source and cover it without gap or overlap. Characters of the text that no kept
    piece covers (a line break between paragraphs, a blank for a line's end) were put there by the reader.
    """

    source: str
    text: str
    pieces: tuple[Piece, ...]

    @property
    def hash(self) -> str:
        """The fingerprint of the text."""
        return fingerprint(self.text)

    @property
    def omissions(self) -> tuple[Piece, ...]:
        """What was left out, with the reason."""
        return tuple(piece for piece in self.pieces if piece.reason)

    def to_text(self, source: Span) -> Span | None:
        """Where a stretch of the source stands in the text; None where all of it was left out."""
        met = [_carried(piece.source, piece.text, source) for piece in self._near(source) if not piece.reason]
        return _hull(span for span in met if span)

    def to_source(self, text: Span) -> Span | None:
        """Where a stretch of the text stands in the source; None where the reader put it there."""
        met = (_carried(p.text, p.source, text) for p in self.pieces if not p.reason and p.text.meets(text))
        return _hull(span for span in met if span)

    def _near(self, source: Span) -> Iterator[Piece]:
        at = bisect.bisect_right(self.pieces, source.start, key=lambda piece: piece.source.end)
        while at < len(self.pieces) and self.pieces[at].source.start < source.end:
            yield self.pieces[at]
            at += 1

    def faults(self) -> Iterator[str]:
        """What is wrong with the map: empty for a sound one."""
        reached = 0
        for piece in self.pieces:
            if piece.source.start != reached:
                yield f"source {reached}-{piece.source.start} is neither in the text nor in an omission"
            if not piece.reason and piece.source.of(self.source) != piece.text.of(self.text):
                yield f"source {piece.source} and text {piece.text} differ"
            reached = piece.source.end
        if reached != len(self.source):
            yield f"source {reached}-{len(self.source)} is neither in the text nor in an omission"


def _carried(origin: Span, goal: Span, asked: Span) -> Span | None:
    """What `asked` in `origin` is in `goal`, the two being of one length."""
    if not origin.meets(asked):
        return None
    start, end = max(origin.start, asked.start), min(origin.end, asked.end)
    return Span(start, end).moved(goal.start - origin.start)


def _hull(spans: Iterable[Span]) -> Span | None:
    found = list(spans)
    return Span(min(s.start for s in found), max(s.end for s in found)) if found else None
