"""The printed lines of a PDF: their words, and where on the page they stand."""

import ctypes
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_END = re.compile("\r\n|[\r\n\x02\ufffe]")
_HYPHENS = "\x02\ufffe"
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:”’»)\]])\d{1,3}(?![\d%])")
_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_TURNED_WORD = re.compile("[\u0591-\u05f4\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}")
_WIDE = 1.5


@dataclass(slots=True)
class Printed:
    """A printed line. Measures are in points, from the lower left corner of the page.

    `raised` are the places of small raised numbers in it: the calls of notes. `links` are (start, end, target).
    """

    words: str
    page: int
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    font: str = ""
    raised: tuple[tuple[int, int], ...] = ()
    links: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom

    @property
    def turned(self) -> bool:
        """Whether it is read from right to left."""
        first = _LETTER.search(self.words)
        return bool(first and _RIGHT_TO_LEFT.match(first[0]))


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its printed lines in the order of the file, its size, and whether it shows pictures."""

    number: int
    lines: list[Printed]
    width: float
    height: float
    pictured: bool


def pages(document: Any) -> Iterator[Page]:
    """The pages of a PDF one after the other; each is closed before the next is opened."""
    for number in range(len(document)):
        page = document[number]
        try:
            yield _page(page, number + 1)
        finally:
            page.close()


def _page(page: Any, number: int) -> Page:
    pdfium: Any = importlib.import_module("pypdfium2.raw")
    text_page = page.get_textpage()
    try:
        lines = list(_Reader(text_page.raw, number).lines())
    finally:
        text_page.close()
    width, height = page.get_size()
    pictured = not lines and any(
        pdfium.FPDFPageObj_GetType(each.raw) == pdfium.FPDF_PAGEOBJ_IMAGE for each in page.get_objects(max_depth=3)
    )
    return Page(number, lines, width, height, pictured)


class _Reader:
    """Asks the library for a page's text at once, and for places only where they tell something: calls are slow."""

    def __init__(self, raw: Any, number: int) -> None:
        self._pdfium: Any = importlib.import_module("pypdfium2.raw")
        self._raw, self._number = raw, number
        self._rectangle = self._pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def lines(self) -> Iterator[Printed]:
        """The lines of the page; a hyphen that parts a word at a line's end is printed as one."""
        count = self._pdfium.FPDFText_CountChars(self._raw)
        units = self._text(count)
        text = units.decode("utf-16-le", "replace")
        steady = len(text) == count and len(units) == 2 * count
        start = 0
        for end in _END.finditer(text):
            yield from self._line(text, start, end.start(), "-" if end[0] in _HYPHENS else "", steady)
            start = end.end()
        yield from self._line(text, start, len(text), "", steady)

    def _text(self, count: int) -> bytes:
        if count <= 0:
            return b""
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = self._pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        return bytes(buffer)[: max(written - 1, 0) * 2]

    def _line(self, text: str, start: int, end: int, hyphen: str, steady: bool) -> Iterator[Printed]:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip()) - 1
        if last < first:
            return
        printed = Printed((text[first : last + 1] + hyphen).replace("\0", "\ufffd"), self._number)
        before, after = self._box(self._at(first, steady, text)), self._box(self._at(last, steady, text))
        if before and after:
            printed.left, printed.right = min(before[0], after[0]), max(before[2], after[2])
            printed.bottom, printed.top = before[1], before[3]
            if after[3] - after[1] > printed.height:
                printed.bottom, printed.top = after[1], after[3]
            printed.font = self._font(self._at((first + last) // 2, steady, text))
            printed.words = self._righted(self._spaced(printed, first, steady, text), first, steady, text)
            printed.raised = tuple(self._raised(printed, first, steady, text))
        yield printed

    def _spaced(self, printed: Printed, first: int, steady: bool, text: str) -> str:
        """The words with a tab for every wide gap: the library puts one blank for any distance."""
        words = printed.words
        for at in [at for at, sign in enumerate(words) if sign == " " and 0 < at < len(words) - 1]:
            here = self._at(first + at, steady, text)
            if self._pdfium.FPDFText_IsGenerated(self._raw, here) == 1:
                before, after = self._box(here - 1), self._box(here + 1)
                if before and after and _between(before, after) > _WIDE * printed.height:
                    words = f"{words[:at]}\t{words[at + 1 :]}"
        return words

    def _righted(self, words: str, first: int, steady: bool, text: str) -> str:
        """Arabic and Hebrew words in the order of reading: many files store letters from left to right.

        The first letter of such a word stands to the right of its last one, or the word is stored backwards.
        """
        for met in _TURNED_WORD.finditer(words):
            start = self._box(self._at(first + met.start(), steady, text))
            end = self._box(self._at(first + met.end() - 1, steady, text))
            if start and end and start[0] + start[2] < end[0] + end[2]:
                words = words[: met.start()] + met[0][::-1] + words[met.end() :]
        return words

    def _at(self, place: int, steady: bool, text: str) -> int:
        """The library's own count of characters for a place in the text."""
        if steady:
            return place
        units = len(text[:place].encode("utf-16-le")) // 2
        return int(self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, units))

    def _box(self, at: int) -> tuple[float, float, float, float] | None:
        box = self._rectangle
        if not self._pdfium.FPDFText_GetLooseCharBox(self._raw, at, ctypes.byref(box)):
            return None
        return box.left, box.bottom, box.right, box.top

    def _font(self, at: int) -> str:
        size = self._pdfium.FPDFText_GetFontInfo(self._raw, at, self._name, 128, ctypes.byref(self._flags))
        return self._name.value.decode("utf-8", "replace") if 0 < size <= 128 else ""

    def _raised(self, printed: Printed, first: int, steady: bool, text: str) -> Iterator[tuple[int, int]]:
        for met in _RAISED.finditer(printed.words):
            box = self._box(self._at(first + met.start(), steady, text))
            if box and box[3] - box[1] < 0.85 * printed.height and box[1] > printed.bottom + 0.05 * printed.height:
                yield met.span()


def _between(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """The distance of two letters on a line, whichever is the left one."""
    return max(other[0] - one[2], one[0] - other[2])
