"""The printed lines of a PDF: their words, and where on the page they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from acquis.formats._glyphs import Box, Glyphs

_END = re.compile("\r\n|[\r\n\x02\ufffe]")
_HYPHENS = "\x02\ufffe"
_RAISED = re.compile(r"(?<!\b[mM])(?<!\b[kcmd]m)(?<=[^\W\d_]|[.,;:”’»)\] ])\d{1,3}(?![\d%])")
_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_NEAR = 1.0
_TOUCHING = 0.15
_NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line and its box. `box` has no height where the library does not know.

    `raised` are the places of small raised numbers in it: the calls of notes. `led` says that it begins with one.
    `links` are (start, end, target).
    """

    words: str
    page: int
    box: Box = _NOWHERE
    font: str = ""
    raised: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    led: bool = False

    @property
    def turned(self) -> bool:
        """Whether it is read from right to left."""
        first = _LETTER.search(self.words)
        return bool(first and _RIGHT_TO_LEFT.match(first[0]))


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its printed lines in the order of the file, its height, and whether it shows a picture and no text."""

    number: int
    lines: list[Printed] = field(default_factory=list)
    height: float = 0.0
    pictured: bool = False


def pages(document: Any) -> Iterator[Page]:
    """The pages of a PDF one after the other; each is closed before the next is opened."""
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        try:
            glyphs = Glyphs(page, text_page)
            lines = list(_joined(_lines(glyphs, number + 1)))
            yield Page(number + 1, lines, page.get_height(), not lines and glyphs.is_picture())
        finally:
            text_page.close()
            page.close()


def _lines(glyphs: Glyphs, page: int) -> Iterator[Printed]:
    """The lines of a page; a hyphen that parts a word at a line's end is printed as one."""
    links = list(glyphs.links())
    start = 0
    for end in (*_END.finditer(glyphs.text), None):
        words = glyphs.text[start : end.start() if end else None]
        first = start + len(words) - len(words.lstrip())
        if words := words.strip():
            hyphen = "-" if end and end[0] in _HYPHENS else ""
            yield _linked(_line(glyphs, words, first, page, hyphen), first, glyphs, links)
        start = end.end() if end else start


def _line(glyphs: Glyphs, words: str, first: int, page: int, hyphen: str) -> Printed:
    """A line with its place, which is told by its first and its last letter."""
    one, other = glyphs.box(first), glyphs.box(first + len(words) - 1)
    shown = (words + hyphen).replace("\0", "\ufffd")
    if not one or not other:
        return Printed(shown, page)
    tall = one if one.height >= other.height else other
    box = Box(min(one.left, other.left), tall.bottom, max(one.right, other.right), tall.top)
    shown = glyphs.righted(glyphs.spaced(shown, first, box.height), first)
    raised = tuple(_raised(glyphs, shown, first))
    font = glyphs.font(first + len(words) // 2)
    return Printed(shown, page, box, font, raised, led=_stands_above(one, other))


def _raised(glyphs: Glyphs, words: str, first: int) -> Iterator[tuple[int, int]]:
    for met in _RAISED.finditer(words):
        before = met.start() - (2 if words[met.start() - 1] == " " else 1)
        if _stands_above(glyphs.box(first + met.start()), glyphs.box(first + before)):
            yield met.span()


def _stands_above(number: Box | None, letter: Box | None) -> bool:
    """Whether a number is small and raised beside a letter; figures in smaller print stand on the same line."""
    if not number or not letter or number.height >= 0.85 * letter.height:
        return False
    return number.bottom > letter.bottom + 0.12 * letter.height and number.top > letter.top - 0.25 * letter.height


def _linked(line: Printed, first: int, glyphs: Glyphs, links: list[tuple[Box, str]]) -> Printed:
    """The line with the links that are drawn over it: the letters whose middle lies in a link's box."""
    found = []
    for box, target in links:
        middle = (line.box.bottom + line.box.top) / 2
        if box.bottom <= middle <= box.top and box.left < line.box.right and line.box.left < box.right:
            letters = (at for at, letter in enumerate(line.words) if not letter.isspace())
            inside = [at for at in letters if _is_inside(glyphs.box(first + at), box)]
            if inside:
                found.append((inside[0], inside[-1] + 1, target))
    return replace(line, links=tuple(found)) if found else line


def _is_inside(letter: Box | None, box: Box) -> bool:
    return letter is not None and box.left <= (letter.left + letter.right) / 2 <= box.right


def _joined(lines: Iterator[Printed]) -> Iterator[Printed]:
    """Pieces that the file draws one after the other, on one line and side by side, as the one line that they are."""
    held: Printed | None = None
    for line in lines:
        if held and _is_beside(held.box, line.box):
            held = _one(held, line)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_beside(one: Box, other: Box) -> bool:
    height = min(one.height, other.height)
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return (
        height > 0 and overlap > 0.5 * height and -_TOUCHING < one.beside(other) / max(one.height, other.height) < _NEAR
    )


def _one(one: Printed, other: Printed) -> Printed:
    turned = one.turned or other.turned
    first, last = (one, other) if (one.box.left < other.box.left) != turned else (other, one)
    blank = "" if first.box.beside(last.box) < _TOUCHING * max(first.box.height, last.box.height) else " "
    by = len(first.words) + len(blank)
    return Printed(
        first.words + blank + last.words,
        one.page,
        Box(
            min(one.box.left, other.box.left),
            min(one.box.bottom, other.box.bottom),
            max(one.box.right, other.box.right),
            max(one.box.top, other.box.top),
        ),
        first.font if len(first.words) >= len(last.words) else last.font,
        first.raised + tuple((start + by, end + by) for start, end in last.raised),
        first.links + tuple((start + by, end + by, target) for start, end, target in last.links),
    )
