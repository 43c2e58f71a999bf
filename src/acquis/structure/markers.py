"""The printed numbers, letters and bullets that open a paragraph."""

import enum
import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from acquis.structure.numerals import number


class Style(enum.StrEnum):
    """How a marker is printed; the paragraphs of one list share a style."""

    DECIMAL = "1."
    DECIMAL_BRACKET = "(1)"
    DECIMAL_HALF = "1)"
    DECIMAL_BARE = "1"
    NESTED = "1.1"
    LETTER = "a."
    LETTER_BRACKET = "(a)"
    LETTER_HALF = "a)"
    CAPITAL = "A."
    ROMAN = "i."
    ROMAN_BRACKET = "(i)"
    ROMAN_HALF = "i)"
    ROMAN_CAPITAL = "I."
    HAN = "一、"
    HAN_BRACKET = "（一）"
    BULLET = "-"


FIGURES = (Style.DECIMAL, Style.DECIMAL_BARE, Style.HAN)
"""The styles that number the paragraphs of a text throughout."""


class Marker(Struct, frozen=True):
    """A marker as printed, its style, its place in a list, and what an address calls it.

    `length` counts the characters up to the paragraph's first own letter, blanks included.
    """

    printed: str
    style: Style
    value: int
    label: str
    length: int


_LATIN: Final = {
    "bis": 0.2,
    "ter": 0.3,
    "quater": 0.4,
    "quinquies": 0.5,
    "sexies": 0.6,
}
_INSERTED: Final = rf"(?:\s?(?P<inserted>{'|'.join(_LATIN)})\b)?"
_GAP: Final = r"(?=[\s\u3000\xa0]|$)"
_TIGHT: Final = r"(?=[^\d\s.,)%]|\s|$)"
_SHAPES: Final[tuple[tuple[Style, re.Pattern[str]], ...]] = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (Style.NESTED, rf"(?P<n>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?{_GAP}(?!\s*(?:%|per\b))"),
        (Style.DECIMAL, rf"(?P<n>\d{{1,4}}){_INSERTED}\s?[.．]{_TIGHT}(?!\d)"),
        (Style.DECIMAL_BRACKET, rf"[(（\[](?P<n>\d{{1,3}}){_INSERTED}[)）\]]{_TIGHT}"),
        (Style.DECIMAL_HALF, rf"(?P<n>\d{{1,3}}){_INSERTED}\s?[)）]{_TIGHT}"),
        (Style.DECIMAL_HALF, rf"(?P<n>\d{{1,3}})\s?[-–—]{_GAP}"),
        (Style.HAN, r"(?P<n>\d{1,3}|[〇一二三四五六七八九十百]{1,5})[、]"),
        (Style.HAN_BRACKET, r"[(（](?P<n>[〇一二三四五六七八九十百]{1,5}|[㊀-㊉])[)）]"),
        (Style.ROMAN_BRACKET, rf"[(（](?P<n>[ivxlc]{{1,7}}|[IVXLC]{{1,7}}){_INSERTED}[)）]"),
        (Style.LETTER_BRACKET, rf"[(（](?P<n>[^\W\d_]{{1,2}}){_INSERTED}[)）]"),
        (Style.ROMAN_HALF, rf"(?P<n>[ivxlc]{{1,7}})[)）]{_GAP}"),
        (Style.LETTER_HALF, rf"(?P<n>[^\W\d_]{{1,2}})[)）]{_GAP}"),
        (Style.ROMAN_CAPITAL, rf"(?P<n>[IVXLC]{{1,7}})\s?[.．]{_GAP}"),
        (Style.ROMAN, rf"(?P<n>[ivxlc]{{1,7}})\.{_GAP}"),
        (Style.LETTER, rf"(?P<n>[a-zа-яα-ω])\.{_GAP}"),
        (Style.CAPITAL, rf"(?P<n>[A-ZА-ЯΑ-Ω])\.{_GAP}"),
        (Style.BULLET, r"(?P<n>[-–—‒−*•·●○▪■□◦‣⁃➢✓]|\uf0b7|\uf0a7|o(?=\t))(?=[\s\u3000\xa0])"),
    )
)
# A bare number before a tab is Word's and the Council of Europe's way of numbering; before a blank it may be a count.
_BARE: Final = re.compile(r"(?P<n>\d{1,3})(?=\t)")
_PUNCTUATED: Final = re.compile(r"[.)）、．\t]")
_REACH: Final = 16
_SEEN: Final = 80  # no marker with the blanks around it is longer
_BLANKS: Final = re.compile(r"[\s\u3000\xa0]*")
_ALPHABETS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщэюя",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "αβγδεζηθικλμνξοπρστυφχψω",
)


def markers(words: str) -> tuple[Marker, ...]:
    """Every way to read the marker at the start of a paragraph, the likeliest first; none where there is no marker.

    A letter that is also a Roman number is read both ways: only its neighbours tell which.

    >>> [(m.printed, m.label, m.value) for m in markers("(i) The first")]
    [('(i)', 'i', 1), ('(i)', 'i', 9)]
    >>> markers("1990. A year")
    ()
    """
    return _markers(words[:_SEEN])


@lru_cache(maxsize=8192)
def _markers(words: str) -> tuple[Marker, ...]:
    lead = _BLANKS.match(words)
    start = lead.end() if lead else 0
    head = words[start : start + _REACH]
    if head[:1].isalpha() and not _PUNCTUATED.search(head):
        return ()  # most paragraphs open with a plain word
    found = []
    for style, shape in (*_SHAPES, (Style.DECIMAL_BARE, _BARE)):
        if (match := shape.match(words, start)) and (marker := _marker(style, match, words, start)):
            found.append(marker)
    return tuple(found)


def marker(words: str) -> Marker | None:
    """The likeliest reading of the marker at the start of a paragraph."""
    return next(iter(markers(words)), None)


def _marker(style: Style, match: re.Match[str], words: str, start: int) -> Marker | None:
    blanks = _BLANKS.match(words, match.end())
    length = blanks.end() if blanks else match.end()
    printed = match.group().strip()
    if style is Style.BULLET:
        return Marker(printed, style, 0, "b", length)
    name = match["n"]
    value = _value(style, name)
    if value is None:
        return None
    inserted = (match.groupdict().get("inserted") or "").lower()
    label = (str(value) if style in (Style.HAN, Style.HAN_BRACKET) else _label(name)) + inserted
    return Marker(printed, style, value, label, length)


def _label(name: str) -> str:
    """What an address calls a number: digits of any script become ours, letters lower case."""
    if any(letter.isdecimal() for letter in name):
        return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in name)
    return name.casefold()


def _value(style: Style, name: str) -> int | None:
    if style is Style.NESTED:
        return int(name.rsplit(".", 1)[1])
    if style in (Style.LETTER, Style.LETTER_BRACKET, Style.LETTER_HALF, Style.CAPITAL):
        return _letter(name)
    value = number(name)
    # Years and other large figures open a sentence; they number no paragraph.
    return value if value is not None and 0 < value <= 999 else None


def _letter(name: str) -> int | None:
    """The place of a letter in its alphabet; a doubled one ("aa") stands after the last."""
    letters = name.casefold()
    if len(set(letters)) != 1:
        return None
    for alphabet in _ALPHABETS:
        if (at := alphabet.find(letters[0])) >= 0:
            return at + 1 + len(alphabet) * (len(letters) - 1)
    return None
