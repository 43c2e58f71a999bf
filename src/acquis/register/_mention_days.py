"""Days and stretches of time, named or counted from the day of the document."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from acquis.errors import BadDay
from acquis.languages import words
from acquis.model import Day
from acquis.organisations import organisations
from acquis.register._mention_page import Page
from acquis.register._mention_scan import Hit
from acquis.register.gazetteer import Kind
from acquis.structure.dates import FIRST_YEAR, LAST_YEAR, dates_in
from acquis.structure.numerals import cardinal, ordinal


def month(page: Page, hit: Hit) -> None:
    """The date that the name of a month stands in."""
    text, start, end = page.text, hit.start, hit.end
    day = text[start - 2 : start - 1].isdecimal()
    if day and (whole := _WHOLE.match(text, start - 3 + (not text[start - 3 : start - 2].isdecimal()), end + 8)):
        _add(page, hit, whole.span(), int(whole[2]), int(whole[1]))
    elif not day and not _FIGURE.search(text, max(0, start - 30), end + 30):
        if text.startswith(" two", end):
            _around(page, hit)
    elif not day and (after := _AMERICAN.match(text, end)):
        _add(page, hit, (start, after.end()), int(after[2]), int(after[1]))
    elif (after := _ALONE.match(text, end)) and _word_before(text, start) in _LEADING:
        _add(page, hit, (start, after.end()), int(after[1]), None)
    elif (days := _DAYS.search(text, max(0, start - 6), end + 24)) and days.start() < start:
        _read(page, hit, days.start(), days.end())
    else:
        _around(page, hit)


_WHOLE: Final = re.compile(r"(?<![\w/.:–-])(\d{1,2}) [^\W\d_]+ (\d{4})(?!\d| [г年]|[-–/])")
_AMERICAN: Final = re.compile(r" (\d{1,2}), (\d{4})(?![\d/–-])")
_DAYS: Final = re.compile(
    r"(?<![\w/.:–-])\d{1,2}(?:[–-]\d{1,2} [^\W\d_]+| [^\W\d_]+[–-]\d{1,2} [^\W\d_]+) \d{4}(?!\d| [г年]|[-–/])"
)
_ALONE: Final = re.compile(r" (\d{4})(?=[,;)]\s|\.\s|\n| (?!to |until |till |au |al )[a-z])")
_LEADING: Final = frozenset(("in", "since", "during"))
_FIGURE: Final = re.compile(r"\d")


def _add(page: Page, hit: Hit, span: tuple[int, int], year: int, day: int | None) -> None:
    """Adds a day, or a whole month, that is stated plainly."""
    start, end = span
    if day is not None and any(draft.end > start for draft in page.of[Kind.DATE][-2:]):
        return
    meant = _day(year, page.text[hit.start : hit.end], day, page.setting.language)
    if meant and not _dated(page, end):
        page.add(start, end, Kind.DATE, meant, "day")


def _dated(page: Page, end: int) -> bool:
    known = page.ends.get(end)
    return known is not None and known.kind is Kind.DATE


@lru_cache(maxsize=1_000)
def _day(year: int, name: str, day: int | None, language: str | None) -> str | None:
    """The day as it is written; None where the Gregorian calendar has none such."""
    month = _month(name, language)
    if month is None or day == 0 or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return str(Day(year, month, day))
    except BadDay:
        return None


@lru_cache(maxsize=1_000)
def _month(name: str, language: str | None) -> int | None:
    """The number of a month of the Gregorian calendar, as the reader of dates tells it."""
    days = [dated.day for dated in dates_in(f"1 {name} {LAST_YEAR}", language)]
    return days[0].month if len(days) == 1 and days[0].year == LAST_YEAR else None


def _around(page: Page, hit: Hit) -> None:
    """Reads the dates in the line and near the name of a month."""
    year = _IN_LINE.match(page.text, hit.end, hit.end + _NEAR)
    _read(page, hit, max(0, hit.start - _NEAR), year.end() if year else hit.end + _NEAR)


_NEAR: Final = 48
_IN_LINE: Final = re.compile(r".*\d{4}.*")


def _read(page: Page, hit: Hit, start: int, end: int) -> None:
    """Reads the dates between two places, of which the one that holds the name of the month is meant."""
    if any(draft.start <= hit.start < draft.end for draft in page.of[Kind.DATE][-1:]):
        return
    for first, last, meant in _dates(page.text[start:end], page.setting.language):
        if start + first <= hit.start < start + last and not _dated(page, start + last):
            page.add(start + first, _with_year(page.text, start + last), Kind.DATE, meant, "day")


def _with_year(text: str, end: int) -> int:
    """Where a date ends that goes on with "года"."""
    after = _OF_YEAR.match(text, end) if text.startswith(" г", end) else None
    return after.end() if after else end


_OF_YEAR: Final = re.compile(r" г(?:ода|оду|одом|од|\.)(?!\w)")


@lru_cache(maxsize=1_000)
def _dates(words: str, language: str | None) -> tuple[tuple[int, int, str], ...]:
    found = dates_in(words, language)
    return tuple((d.span.start, d.span.end, f"{d.day}/{d.until}" if d.until else str(d.day)) for d in found)


_BEFORE: Final = frozenset(
    words("in since by until till from before after during year for of en depuis desde hasta в с до к на")
)
"""Words after which a number of four digits is a year."""
_RANGE: Final = re.compile(r"\d{4} ?(?:-|–|—|to|and) ?(\d{4})(?!\d|/)(?: (?:гг|годы|годов|годах)\b\.?)?")
_DASHES: Final = ("-", "–")


def year(page: Page, hit: Hit) -> None:
    """A year after a preposition, or the first of two that a dash joins."""
    text, start, end = page.text, hit.start, hit.end
    if _dated(page, end):
        return
    led, joined = _word_before(text, start) in _BEFORE, text[end : end + 2].strip()[:1] in _DASHES
    if not led and not joined:
        return
    if text[max(0, start - 1) : start] in _NO_YEAR_AFTER or text[end : end + 1] in ("/", ")"):
        return
    if both := _RANGE.match(text, start):
        page.add(start, both.end(), Kind.DATE, f"{text[start:end]}/{both[1]}", "years")
    elif led:
        page.add(start, end, Kind.DATE, text[start:end], "year")


_NO_YEAR_AFTER: Final = ("(", "/", *_DASHES)


def _word_before(text: str, start: int) -> str:
    """The word before a blank before a place, in small letters."""
    return text[text.rfind(" ", max(0, start - 16), start - 1) + 1 : start - 1].lower() if start > 1 else ""


_N: Final = r"(?P<n>\d{1,3}|(?:[a-z]+ty-)?[a-z]{3,9})"
_AGO: Final = re.compile(rf"\b{_N} years ago", re.IGNORECASE)
_PAST: Final = re.compile(
    rf"(?:\b(?:in|over|during|within|throughout) )?(?:the )?(?:(?P<course>course of )(?:the )?(?:(?:past|last) )?"
    rf"|(?:past|last|previous|preceding) )(?:{_N} (?P<unit>years|decades)|decade)"
    r"(?: since (?:the |its )?(?:[\w’']+ ){0,3}?(?:founding|foundation|establishment|creation|inception|formation)\b)?",
    re.IGNORECASE,
)
_NTH: Final = re.compile(
    r"\b(?:(?P<figure>\d{1,3})(?:st|nd|rd|th)|(?P<word>(?:[a-z]+ty-)?[a-z]{3,11})) anniversary", re.I
)
_CENTURY: Final = re.compile(
    r"\b(?:early in|late in|(?:at|in|since|from) the (?:beginning|start|turn|end) of) the "
    r"(?:(?P<figure>\d\d)(?:st|nd|rd|th)|(?P<word>(?:[a-z]+ty-)?[a-z]{5,11})) century",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(r"\bin (?:the )?future\b(?! of)", re.IGNORECASE)


def time(page: Page, hit: Hit) -> None:
    """What is counted from the document's day: "10 years ago", "in the past decade", "the tenth anniversary"."""
    pattern, tell = _TOLD[_LAST_WORD.sub("", page.text[hit.start : hit.end].lower())]
    for found in pattern.finditer(page.text, max(0, hit.start - 45), min(len(page.text), hit.end + 60)):
        if found.start() <= hit.start and hit.end <= found.end():
            if (meant := tell(found, page)) is not None:
                page.add(found.start(), found.end(), Kind.DATE, meant or None, "counted from the document's day")
            return


_LAST_WORD: Final = re.compile(r"^.* |s?'?$")


def _ago(found: re.Match[str], page: Page) -> str | None:
    return _back(page, _number(found["n"]))


def _past(found: re.Match[str], page: Page) -> str | None:
    """A stretch up to the document's day."""
    count = 10 if found["n"] is None else _number(found["n"])
    if count and found["unit"] == "decades":
        count *= 10
    since = _back(page, count)
    return since if not since else f"{since}/{page.setting.day.year if page.setting.day else ''}"


def _anniversary(found: re.Match[str], page: Page) -> str | None:
    """The founding day of the organisation where that is as many years ago, else the year."""
    count = int(found["figure"]) if found["figure"] else ordinal(found["word"].lower(), "en")
    since = _back(page, count)
    home = organisations().get(page.setting.home or "")
    return home.founded if since and home and home.founded.startswith(since) else since


def _century(found: re.Match[str], page: Page) -> str | None:
    count = int(found["figure"]) if found["figure"] else ordinal(found["word"].lower(), "en")
    if not count:
        return None
    first, day = (count - 1) * 100 + 1, page.setting.day
    last = day.year if day and first <= day.year < first + 100 else first + 99
    return f"{first}/{last}"


def _future(found: re.Match[str], page: Page) -> str | None:
    return f"{page.setting.day}/" if page.setting.day else ""


_TOLD: Final[dict[str, tuple[re.Pattern[str], Callable[[re.Match[str], Page], str | None]]]] = {
    "ago": (_AGO, _ago),
    "year": (_PAST, _past),
    "month": (_PAST, _past),
    "decade": (_PAST, _past),
    "anniversary": (_NTH, _anniversary),
    "century": (_CENTURY, _century),
    "future": (_FUTURE, _future),
}


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else cardinal(words.lower(), "en")


def _back(page: Page, years: int | None) -> str | None:
    """The year so many years before the document; "" where the document has no day, None for no number."""
    if not years:
        return None
    return str(page.setting.day.year - years) if page.setting.day else ""
