"""Dates, sessions and numbers in a passage, in figures and in words, and what is made of capitals alone."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Literal

from acquis.languages import languages
from acquis.structure.phrases import Met, Phrases

Figure = Literal["date", "number", "session", "instrument", "initials"]


def figures_in(flat: str, lowered: str) -> Iterator[Met[Figure]]:
    """What figures, months, counting words and capitals stand for in a folded text; some may stand over others.

    "instrument" is the symbol or number of a resolution, "initials" are capitals of whatever they stand for.

    >>> text = "Resolution 61/88 of 3 June 2011 names two hundred gauges."
    >>> sorted((met.start, met.meaning) for met in figures_in(text, text.lower()))[1:3]
    [(20, 'date'), (20, 'number')]
    """
    yield from _dated(flat, lowered)
    yield from _figures(flat)


def _dated(flat: str, lowered: str) -> Iterator[Met[Figure]]:
    """Dates by the names of months, sessions by their noun, and numbers in words."""
    for met in _counted().find(flat, lowered):
        if met.meaning == "number":
            yield Met(met.start, _compound(lowered, met.end), "number")
        elif met.meaning == "date":
            yield from _date(lowered, met.start, met.end)
        elif size := _ordinal_before(lowered, met.start):
            yield Met(met.start - size, met.end, "session")


@cache
def _counted() -> Phrases[Figure]:
    known: dict[str, Figure] = {}
    for entry in languages():
        known |= dict.fromkeys(entry.names.sessions, "session")
        known |= {month: "date" for month in entry.months if entry.spaced and not _shortened(month, entry.months)}
        if entry.spaced and not entry.right_to_left:
            known |= {word: "number" for word, value in entry.ordinals.items() if value > _SECOND}
            known |= {
                word: "number" for word, value in entry.cardinals.items() if value > 1 and word not in _NO_NUMBERS
            }
    return Phrases(known.items())


def _shortened(month: str, months: Iterable[str]) -> bool:
    """Abbreviations of months stand in tables, not in agreed language; and the letters of many stand in every word."""
    return len(month) < 4 and any(other != month and other.startswith(month) for other in months)


_SECOND: Final = 2
"""First and second are words of many meanings: above them an ordinal is a number."""


def _compound(lowered: str, end: int) -> int:
    """Where a number ends that goes on after a hyphen: twenty-four."""
    after = _HYPHENED.match(lowered, end)
    return after.end() if after and after[1] in _units() else end


_HYPHENED: Final = re.compile(r"-([^\W\d]+)\b")


@cache
def _units() -> frozenset[str]:
    return frozenset(word for entry in languages() if entry.spaced for word, value in entry.cardinals.items() if value)


_NO_NUMBERS: Final = frozenset(("once", "cent", "mil", "mars", "second"))
"""Numbers of one language that are other words of another."""

_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|re|-?го|-?е|º|°|\.)?"
_DAY_BEFORE: Final = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}\s?(?:-|to|and|по|и|au|et|al|y)\s?)?{_DAY}(?:\s(?:day\s)?(?:of|de|من))?\s$"
)
_YEAR_AFTER: Final = re.compile(
    r"(?:\s(?:\d{1,2})(?:st|nd|rd|th)?(?:-\d{1,2})?(?=,?\s\d{4}))?,?(?:\s(?:of|de|del|من|عام))?\s\d{4}(?!\d)"
    r"(?:\s(?:года|год|году|г\.))?|\s\d{1,2}(?!\w)"
)


def _date(lowered: str, start: int, end: int) -> Iterator[Met[Figure]]:
    """The name of a month is a date only with a day or a year beside it."""
    before = _DAY_BEFORE.search(lowered, max(0, start - 24), start)
    after = _YEAR_AFTER.match(lowered, end)
    if before or after:
        yield Met(before.start() if before else start, after.end() if after else end, "date")


_NTH: Final = re.compile(r"\d+(?:st|nd|rd|th|e|er|re|eme|-?[а-я]{1,2}|[ºª])")


def _ordinal_before(lowered: str, end: int) -> int:
    """How many characters go from an ordinal to the noun of a session: "sixty-first special "; 0 without one."""
    before = lowered[max(0, end - 70) : end].split(" ")
    if before.pop():
        return 0
    for last in range(len(before), max(0, len(before) - 3), -1):
        for first in range(max(0, last - 5), last):  # the longest: one hundred and first
            if " ".join(before[first:last]) in _ordinals() or (first == last - 1 and _NTH.fullmatch(before[first])):
                return sum(len(word) + 1 for word in before[first:])
    return 0


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(word for entry in languages() for word in entry.ordinals)


_FIGURE: Final = re.compile(
    r"[0-9A-Z](?:(?<=[0-9])[0-9]*(?:[./,-]\d+)*(?: \((?:\d{4}|[IVXLS-]+)\))?"
    r"|(?<=[A-Z])[A-Z]{1,9}\b(?! [A-Z]{2}|[/.]\w))"
)
_SYMBOL: Final = re.compile(r"(?<![\w/])[A-Z]{1,6}(?:\.\d+)?/[A-Z0-9./-]*$")
_OF_RESOLUTION: Final = re.compile(r"\d{1,4}/\d{1,4}|\d{1,4} \(.+\)")
_DAY_IN_FIGURES: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|(?:1[5-9]|20|21)\d\d(?:[-/]\d{2,4})?")


def _figures(flat: str) -> Iterator[Met[Figure]]:
    """Initials, symbols and numbers of resolutions, days, years and numbers in figures or Chinese numerals."""
    for found in _FIGURE.finditer(flat):
        start, end = found.span()
        if found[0][0] >= "A":
            yield Met(start, end, "initials")
            continue
        symbol = _SYMBOL.search(flat, max(0, start - 24), start) if start and flat[start - 1] in "/.-" else None
        if symbol or _OF_RESOLUTION.fullmatch(found[0]):
            yield Met(symbol.start() if symbol else start, end, "instrument")
        elif start == 0 or not flat[start - 1].isalnum() or flat[start - 1] > _LAST_SPACED:
            yield Met(start, end, "date" if _DAY_IN_FIGURES.fullmatch(found[0]) else "number")
    if not flat.isascii():
        for found in _HAN.finditer(flat):
            yield Met(*found.span(), _OF_HAN[found.lastgroup or "number"])


_LAST_SPACED: Final = "\u2fff"
"""Scripts with letters beyond this put no blanks between words."""
_HAN_NUMBER: Final = "一二三四五六七八九十百千万〇零两兩"
_HAN_DAY: Final = rf"\s?[\d{_HAN_NUMBER}]{{1,3}}\s?"
_HAN: Final = re.compile(
    rf"(?P<date>(?:\d{{4}}|[{_HAN_NUMBER}]{{4}})\s?年(?:{_HAN_DAY}月(?:{_HAN_DAY}日)?)?)"
    rf"|(?P<session>第[\d{_HAN_NUMBER}]{{1,6}}[届回次](?:会议|会期|常会|总会|首脳会議)?)"
    rf"|(?P<number>百分之[\d{_HAN_NUMBER}]+|(?:[二三四五六七八九两兩]|[二三四五六七八九]?[十百千][{_HAN_NUMBER}]*)(?=[个個項项國国点點条條年か]))"
)
_OF_HAN: Final[dict[str, Figure]] = {"date": "date", "session": "session", "number": "number"}
