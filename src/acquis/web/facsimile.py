"""A document beside the file that it was read in: its pages as pictures, or its characters with what was left out."""

import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from litestar.exceptions import HTTPException
from msgspec import Struct

from acquis.errors import NotHeld, TooLarge
from acquis.model import Document
from acquis.web.once import Once
from acquis.web.parts import Shown
from acquis.web.text import Mark, Run, runs
from acquis.web.urls import below, went

if TYPE_CHECKING:
    from acquis.formats._drawn import Sheets
    from acquis.formats._limits import Limits
    from acquis.web.reader import Reader

PDF: Final = "application/pdf"
WAYS: Final = ("facsimile", "characters")
"""What can stand beside a text: its file as it looks, where it has pages; the characters that were read in it."""

SHOWN: Final = 10
"""So many pages at once: each is a picture of some hundred kilobytes."""

_KEPT: Final = Once(most=120)
"""Pictures and sizes by the fingerprint of the file: they hang on nothing else."""

_SECONDS, _MEMORY = 15, 512 * 1024 * 1024
_DRAWING, _WAITING = threading.Lock(), threading.BoundedSemaphore(12)
"""One picture is drawn at a time; of those who wait no more than so many, so that other pages are answered."""


class Sheet(Struct, frozen=True):
    """A page, or a stretch of characters, with the parts of the text that begin there.

    `number` and `picture` are those of a page; `words` are the characters, and a mark of kind "left" tells why some
    of them are not in the text. `wide` and `high` are pixels.
    """

    parts: tuple[Shown, ...]
    number: int = 0
    picture: str = ""
    wide: int = 0
    high: int = 0
    words: str = ""
    marks: tuple[Mark, ...] = ()

    def runs(self) -> list[Run]:
        """The characters, cut where something was left out."""
        return runs(self.words, self.marks)


class Facsimile(Struct, frozen=True):
    """What stands beside a text: `way` is one of `WAYS`, `pages` how many the file has, `left` what was left out.

    `first` is the page that is shown first. Without `sure` nothing tells which page a part is on: the file is very
    long, or was read by other rules than today's.
    """

    way: str
    sheets: tuple[Sheet, ...]
    pages: int = 0
    first: int = 1
    size: int = SHOWN
    left: tuple[tuple[str, int], ...] = ()
    sure: bool = True


def facsimile(reader: "Reader", held: Document, parts: Sequence[Shown], way: str, page: int) -> Facsimile:
    """A document beside its file. A file without pages is shown by its characters."""
    shown = [each for each in parts if each.words or each.number]
    if way == "facsimile" and held.file.media_type == PDF:
        return _pages(reader, held, shown, page)
    return _characters(held, shown)


def picture(reader: "Reader", held: Document, number: int) -> bytes:
    """A page of a PDF as a PNG, drawn in a process that has little memory and few seconds."""
    from acquis.formats._drawn import drawn
    from acquis.formats._worker import run_limited

    address = str(held.address)
    if held.file.media_type != PDF:
        raise NotHeld(f"The file of {address} has no pages.")

    def made() -> bytes:
        with _turn():
            return run_limited(drawn, reader.archive.content(address), number, limits=_limits())

    return _KEPT(("page", held.file.sha256, number), made)


# --- pages ------------------------------------------------------------------------------------------------------------


def _pages(reader: "Reader", held: Document, shown: Sequence[Shown], page: int) -> Facsimile:
    found = _sheets(reader, held)
    count, sure = len(found.sizes), _is_source(found, held)
    first = min(max(page, 1), count)
    at = _by_page(held, shown, found) if sure else {number: [] for number in range(1, count + 1)}
    sheets = []
    for number in range(first, min(first + SHOWN, count + 1)):
        wide, high = found.sizes[number - 1]
        there = below(str(held.address), f"page/{number}.png") + went("", release=reader.release)
        sheets.append(Sheet(tuple(at.get(number, ())), number, there, wide, high))
    if not sure and sheets:
        sheets.append(Sheet(tuple(shown)))
    return Facsimile("facsimile", tuple(sheets), pages=count, first=first, sure=sure)


def _sheets(reader: "Reader", held: Document) -> "Sheets":
    """The pages of a file; of one that takes too long to read nothing tells where they begin."""
    from acquis.formats._drawn import paper, sheets
    from acquis.formats._worker import run_limited

    def made() -> "Sheets":
        content = reader.archive.content(str(held.address))
        with _turn():
            try:
                return run_limited(sheets, content, limits=_limits())
            except TooLarge:
                return run_limited(paper, content, limits=_limits())

    return _KEPT(("sheets", held.file.sha256), made)


def _is_source(found: "Sheets", held: Document) -> bool:
    from acquis.model.layers import fingerprint

    return found.sha256 == fingerprint(held.layers.source)


def _by_page(held: Document, shown: Sequence[Shown], found: "Sheets") -> dict[int, list[Shown]]:
    """The parts by the page that they begin on; one that the source does not have is on that of the part before."""
    at, number = dict[int, list[Shown]](), 1
    for each, start in _starts(held, shown):
        number = number if start is None else max(bisect_right(found.starts, start), 1)
        at.setdefault(number, []).append(each)
    return at


# --- characters -------------------------------------------------------------------------------------------------------


def _characters(held: Document, shown: Sequence[Shown]) -> Facsimile:
    """The source cut where a part begins, and of each stretch the parts that begin in it, in the order of the file."""
    source = held.layers.source
    cuts: dict[int, list[Shown]] = {0: []}
    cut, left = 0, _left(held)
    for each, start in _starts(held, shown):
        cut = cut if start is None else _line(source, start)
        cuts.setdefault(cut, []).append(each)
    ends = [*sorted(cuts), len(source)]
    sheets = tuple(
        Sheet(tuple(cuts[start]), words=source[start:end].rstrip("\n"), marks=_within(left, start, end))
        for start, end in pairwise(ends)
    )
    reasons = tuple(Counter(each.value for each in left).most_common())
    return Facsimile("characters", tuple(each for each in sheets if each.words or each.parts), left=reasons)


def _left(held: Document) -> list[Mark]:
    """What of the source was left out, but for blanks, in its order."""
    source = held.layers.source
    left = (each for each in held.layers.omissions if each.source.of(source).strip())
    return [Mark(each.source.start, each.source.end, "left", each.reason) for each in left]


def _within(left: list[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Those that meet a stretch, counted from its start."""
    first = bisect_right(left, start, key=lambda each: each.end)
    met = takewhile(lambda each: each.start < end, left[first:])
    return tuple(Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.value) for m in met)


def _starts(held: Document, shown: Sequence[Shown]) -> Iterator[tuple[Shown, int | None]]:
    """Where in the source each part begins; None where the reader put all of it there."""
    kept = sorted((each for each in held.layers.pieces if not each.reason), key=lambda each: each.text.start)
    spans = {part.path: part.span for part in held.parts}
    for each in shown:
        span = spans[each.path]
        at = bisect_right(kept, span.start, key=lambda piece: piece.text.end)
        piece = kept[at] if at < len(kept) and kept[at].text.start < span.end else None
        yield each, piece.source.start + max(span.start - piece.text.start, 0) if piece else None


def _line(source: str, at: int) -> int:
    """The begin of the line that a place is in: what stands before a part on its line, such as its number, is its."""
    return source.rfind("\n", 0, at) + 1


# --- bounds -----------------------------------------------------------------------------------------------------------


def _limits() -> "Limits":
    from dataclasses import replace

    from acquis.formats._limits import HELD

    return replace(HELD, seconds=_SECONDS, memory_bytes=_MEMORY)


@contextmanager
def _turn() -> Iterator[None]:
    """The turn of one who wants a picture; refused where too many wait."""
    if not _WAITING.acquire(blocking=False):
        raise HTTPException(status_code=503, detail=_BUSY, headers={"retry-after": "10"})
    try:
        with _DRAWING:
            yield
    finally:
        _WAITING.release()


_BUSY: Final = "Too many pictures are being drawn. Ask again in a moment."
