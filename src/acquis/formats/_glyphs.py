"""What the PDF library knows of a page's letters: their text at once, their places one by one, for that is slow."""

import ctypes
import importlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_TURNED_WORD = re.compile(
    "[\u0591-\u05f4\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}"
)
_LAM = "\u0644"
_ALEF = ("\u0627", "\u0623", "\u0625", "\u0622", "\u0671")
_SAME = 0.05
_WIDE = 1.5
_LONGEST_LINK = 2048


class Box(NamedTuple):
    """Where something stands on a page as one looks at it, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    def beside(self, other: "Box") -> float:
        """The distance of two boxes on a line, whichever is the left one."""
        return max(other.left - self.right, self.left - other.right)


class Glyphs:
    """The letters of one page. Places count in `text`; everything the library is asked is asked here."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._pdfium: Any = importlib.import_module("pypdfium2.raw")
        self._page, self._raw = page, text_page.raw
        self._rectangle = self._pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._rotation = page.get_rotation()
        self._frame: tuple[float, float, float, float] = page.get_cropbox()
        count = self._pdfium.FPDFText_CountChars(self._raw)
        units = self._read(count)
        self.text = units.decode("utf-16-le", "replace")
        self._steady = len(self.text) == count and len(units) == 2 * count

    def _read(self, count: int) -> bytes:
        if count <= 0:
            return b""
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = self._pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        return bytes(buffer)[: max(written - 1, 0) * 2]

    def _at(self, place: int) -> int:
        """The library's own count of characters for a place in the text."""
        if self._steady:
            return place
        units = len(self.text[:place].encode("utf-16-le")) // 2
        return int(self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, units))

    def box(self, place: int) -> Box | None:
        """Where a letter stands: as high as its font is, whatever the letter."""
        found = self._rectangle
        if not self._pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(place), ctypes.byref(found)):
            return None
        return self._turned(found.left, found.bottom, found.right, found.top)

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box as one sees it on a page that is shown turned, or cropped."""
        west, south, east, north = self._frame
        if not (self._rotation or west or south):
            return Box(left, bottom, right, top)
        match self._rotation:
            case 90:
                return Box(bottom - south, east - right, top - south, east - left)
            case 180:
                return Box(east - right, north - top, east - left, north - bottom)
            case 270:
                return Box(north - top, left - west, north - bottom, right - west)
        return Box(left - west, bottom - south, right - west, top - south)

    def font(self, place: int) -> str:
        """The name of a letter's font."""
        size = self._pdfium.FPDFText_GetFontInfo(self._raw, self._at(place), self._name, 128, ctypes.byref(self._flags))
        return self._name.value.decode("utf-8", "replace") if 0 < size <= 128 else ""

    def spaced(self, words: str, first: int, height: float) -> str:
        """The words with a tab for every wide gap: the library puts one blank for any distance."""
        for at in [at for at, sign in enumerate(words) if sign == " " and 0 < at < len(words) - 1]:
            if self._pdfium.FPDFText_IsGenerated(self._raw, self._at(first + at)) == 1:
                before, after = self.box(first + at - 1), self.box(first + at + 1)
                if before and after and before.beside(after) > _WIDE * height:
                    words = f"{words[:at]}\t{words[at + 1 :]}"
        return words

    def righted(self, words: str, first: int) -> str:
        """Arabic and Hebrew words in the order of reading: many files store letters from left to right.

        The first letter of such a word stands to the right of its last one, or the word is stored backwards.
        """
        for met in _TURNED_WORD.finditer(words):
            units = self._units(met[0], first + met.start())
            start, end = self.box(first + met.start()), self.box(first + met.end() - 1)
            if start and end and start.left + start.right < end.left + end.right:
                units.reverse()
            words = words[: met.start()] + "".join(units) + words[met.end() :]
        return words

    def _units(self, word: str, first: int) -> list[str]:
        """The letters of a word; the ligature lam-alef, which files give in either order, is one in the right order."""
        units = list(word)
        for at in range(len(word) - 1):
            pair = word[at : at + 2]
            if _LAM in pair and (alef := pair.replace(_LAM, "", 1)) in _ALEF and units[at]:
                box, other = self.box(first + at), self.box(first + at + 1)
                if box and other and abs(box.left - other.left) < _SAME and abs(box.right - other.right) < _SAME:
                    units[at : at + 2] = [_LAM + alef, ""]
        return units

    def links(self) -> Iterator[tuple[Box, str]]:
        """The hyperlinks of the page: where they are drawn and where they point."""
        pdfium = self._pdfium
        place, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), self._rectangle
        while pdfium.FPDFLink_Enumerate(self._page.raw, ctypes.byref(place), ctypes.byref(link)):
            target = self._target(link)
            if target and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
                yield self._turned(box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)), target

    def _target(self, link: Any) -> str:
        action = self._pdfium.FPDFLink_GetAction(link)
        if not action:
            return ""
        buffer = ctypes.create_string_buffer(_LONGEST_LINK)
        size = self._pdfium.FPDFAction_GetURIPath(self._page.pdf.raw, action, buffer, _LONGEST_LINK)
        return buffer.value.decode("utf-8", "replace") if 0 < size <= _LONGEST_LINK else ""

    def is_picture(self) -> bool:
        """Whether the page shows a picture."""
        kind, image = self._pdfium.FPDFPageObj_GetType, self._pdfium.FPDF_PAGEOBJ_IMAGE
        return any(kind(each.raw) == image for each in self._page.get_objects(max_depth=3))
