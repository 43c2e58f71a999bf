"""The days that words state, in any of the languages and calendars of the shelf."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from acquis.errors import BadDay
from acquis.languages import Language, languages
from acquis.languages import language as on_shelf
from acquis.model.days import Day
from acquis.model.span import Span
from acquis.structure.numerals import cardinal, number, ordinal


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it stands in a text: `stated` is what is printed at `span`.

    `until` is the last day of a range ("14–15 June 2011"), in it; None for a single day, month or year.
    """

    day: Day
    until: Day | None
    span: Span
    stated: str


def dates_in(text: str, language: str | None = None) -> list[Dated]:
    """Every day or month that the text states with its year, in the order of the text.

    `language` None, or one without a file on the shelf, tries them all. Left out: impossible days, years of two
    digits, days without a year, and 05/06/2011 where nothing says which of the two is the month.

    >>> [str(date.day) for date in dates_in("on 15 June 2011, the 31 June 2011 and le 1er mai 1999")]
    ['2011-06-15', '1999-05-01']
    """
    entries = _entries(language)
    tags = tuple(entry.tag for entry in entries)
    if not _YEAR.search(text) and not any(word in text.casefold() for word in _thousands(tags)):
        return []
    found = [*_named(text, tags), *_numeric(text, day_first=language is not None and entries[0].day_first)]
    if "年" in text and any(not entry.spaced for entry in entries):
        found += _han(text, _eras(tags))
    return _ranges(text, _apart(found))


def day_in(text: str, language: str | None = None) -> Day | None:
    """The first day or month that the text states with its year; None without one.

    >>> str(day_in("Done at Halmor this sixteenth day of August two thousand and seven", "en"))
    '2007-08-16'
    """
    found = dates_in(text, language)
    return found[0].day if found else None


def year_in(text: str) -> Day | None:
    """The first year of four digits that stands by itself; None without one.

    >>> str(year_in("Nuclear-weapon-free zone treaty, 2006")), year_in("A/2006/12")
    ('2006', None)
    """
    for found in _LONE_YEAR.finditer(text):
        if FIRST_YEAR <= int(found[0]) <= LAST_YEAR:
            return Day(int(found[0]))
    return None


FIRST_YEAR, LAST_YEAR = 1500, 2199
"""The years that a four-digit number may be."""

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|年")
_LONE_YEAR = re.compile(r"(?<![\w/.,:-])\d{4}(?![\w/:]|[.,-]\d)|(?<!\d)\d{4}(?=\s?(?:年|г\.))")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DASH: Final = r"[-‐‑–—―−~～〜]"
_SUFFIX = r"(?:st|nd|rd|th|er|re|\.?[ºª°]|ᵉʳ|-?(?:го|ое|е|й|я)|\.)?"
_HAN_DAY = r"[\d〇○零一二三四五六七八九十廿卅]{1,4}"


@dataclass(frozen=True, slots=True)
class _Named:
    """A month in the text with what stands around it; `year` None is looked for in the date after it."""

    span: Span
    year: int | None
    month: int
    days: tuple[int, ...]
    hijri: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How one language puts days before and after the name of a month."""

    before: re.Pattern[str]
    day_year: re.Pattern[str]
    year: re.Pattern[str]
    day: re.Pattern[str]
    link: re.Pattern[str]
    gap: re.Pattern[str]


def _entries(tag: str | None) -> tuple[Language, ...]:
    entry = on_shelf(tag) if tag else None
    return (entry,) if entry else languages()


@cache
def _thousands(tags: tuple[str, ...]) -> frozenset[str]:
    """The words without which no year is spelled out."""
    entries = (entry for entry in languages() if entry.tag in tags)
    return frozenset(word for entry in entries for word, value in entry.cardinals.items() if value >= 1000)


@cache
def _eras(tags: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """By its name the year before an era's first, and its last year: the first of the next."""
    found: dict[str, tuple[int, int]] = {}
    for entry in languages():
        if entry.tag in tags:
            for era, before in entry.eras.items():
                later = [start + 1 for start in entry.eras.values() if start > before]
                found[era] = before, min(later, default=LAST_YEAR)
    return found


@cache
def _months(tags: tuple[str, ...]) -> dict[str, list[tuple[re.Pattern[str], int, str, bool]]]:
    """By the first word of each month's name: the whole name, its number, its language, whether it is Islamic."""
    found: dict[str, list[tuple[re.Pattern[str], int, str, bool]]] = {}
    for entry in languages():
        if entry.tag not in tags or not entry.spaced:
            continue
        names = [(name, n, False) for name, n in entry.months.items()]
        names += [(name, n, True) for name, n in entry.hijri.items()]
        for name, n, hijri in sorted(names, key=lambda named: -len(named[0])):
            pattern = re.compile(r"\s+".join(map(re.escape, name.split())) + r"\b", re.IGNORECASE)
            words = _WORD.match(name)
            found.setdefault(words[0] if words else name, []).append((pattern, n, entry.tag, hijri))
    return found


@cache
def _patterns(tag: str) -> _Patterns:
    entry = on_shelf(tag)
    links = "|".join(_spaced(word) for word in sorted(entry.links if entry else (), key=len, reverse=True) if word)
    ranges = "|".join(_spaced(word) for word in sorted(entry.ranges if entry else (), key=len, reverse=True))
    link, separator = f"(?:(?:{links or '(?!)'})(?!\\w)\\s*)?", f"(?:{_DASH}|(?:{ranges or '(?!)'})(?=[\\s\\d«]))"
    day, year = rf"[«\"“„]?(?<!\d)(\d{{1,2}})(?!\d)[»\"”]?{_SUFFIX}", r"(\d{4})(?![\d/]|[.,]\d{3})"
    return _Patterns(
        before=re.compile(rf"(?<![\w/:.])(?:{day}\s{{0,3}}{separator}\s{{0,3}})?{day}[\s,-]{{0,3}}{link}$", re.I),
        day_year=re.compile(
            rf"\.?[\s-]{{1,3}}{link}{day}(?:\s{{0,3}}{separator}\s{{0,3}}{day})?[\s,]{{1,3}}{link}{year}", re.I
        ),
        year=re.compile(rf"\.?[\s,-]{{0,3}}{link}[\s,]{{0,2}}{year}", re.I),
        day=re.compile(rf"\.?\s{{1,3}}{day}(?!\w|[.,:/]\d)", re.I),
        link=re.compile(rf"(?:^|(?<=\s))(?:{links or '(?!)'})\s*$", re.I),
        gap=re.compile(rf"[\s,]{{0,3}}(?:{_DASH}|(?:{ranges or '(?!)'})(?!\w))\s{{0,3}}(?:\w{{1,5}}\s)?", re.I),
    )


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def _named(text: str, tags: tuple[str, ...]) -> list[Dated]:
    """Dates with the name of a month."""
    months = _months(tags)
    found: list[tuple[_Named, str]] = []
    for word in _WORD.finditer(text):
        for pattern, month, tag, hijri in months.get(word[0].casefold(), ()):
            name = pattern.match(text, word.start())
            if name and (named := _around(text, name.span(), month, tag, hijri=hijri)):
                found.append((named, tag))
                break
    return [date for index in range(len(found)) for date in _dated(text, found, index)]


def _around(text: str, at: tuple[int, int], month: int, tag: str, *, hijri: bool) -> _Named | None:
    """What stands before and after the name of a month."""
    start, end = at[0], _second_name(text, at[1], month, tag)
    patterns = _patterns(tag)
    before = patterns.before.search(text, max(0, start - 48), start)
    days = tuple(int(day) for day in before.groups() if day) if before else ()
    start = before.start() if before else start
    if after := patterns.year.match(text, end):
        year, end = int(after[1]), after.end()
        if not days:
            start, days = _day_in_words(text, start, tag, patterns)
        return _Named(Span(start, end), year, month, days, hijri)
    if after := patterns.day_year.match(text, end):
        days = tuple(int(day) for day in after.groups()[:-1] if day)
        return _Named(Span(at[0], after.end()), int(after[after.re.groups]), month, days, hijri)
    worded, stop = _year_in_words(text, end, tag, patterns)
    if worded:
        if not days:
            start, days = _day_in_words(text, start, tag, patterns)
        return _Named(Span(start, stop), worded, month, days, hijri)
    if not days and (after := patterns.day.match(text, end)):
        return _Named(Span(at[0], after.end()), None, month, (int(after[1]),), hijri)
    return _Named(Span(start, end), None, month, days, hijri)


def _second_name(text: str, end: int, month: int, tag: str) -> int:
    """Where "آب/أغسطس" ends: the same month in the other naming, after a slash."""
    slash = re.compile(r"\s?[/／]\s?").match(text, end)
    word = _WORD.match(text, slash.end()) if slash else None
    if word:
        for pattern, other, _, _ in _months((tag,)).get(word[0].casefold(), ()):
            name = pattern.match(text, word.start())
            if name and other == month:
                return name.end()
    return end


def _day_in_words(text: str, start: int, tag: str, patterns: _Patterns) -> tuple[int, tuple[int, ...]]:
    """Where "sixteenth day of" starts, and the day; without a linking word only in languages that need none."""
    entry, low = on_shelf(tag), max(0, start - 64)
    link = patterns.link.search(text, low, start)
    if entry is None or (link is None and "" not in entry.links):
        return start, ()
    words = list(re.compile(r"[^\W\d_]+").finditer(text, low, link.start() if link else start))[-4:]
    for word in words:
        phrase = text[word.start() : words[-1].end()]
        day = ordinal(phrase, tag) or cardinal(phrase, tag)
        if day and day <= 31 and (low == 0 or word.start() > low):
            return word.start(), (day,)
    return start, ()


def _year_in_words(text: str, end: int, tag: str, patterns: _Patterns) -> tuple[int | None, int]:
    """The year of "in the year two thousand and seven", and where the words end."""
    words = list(re.compile(r"[^\W\d_]+").finditer(text, end, end + 120))[:16]
    entry = on_shelf(tag)
    linking = {part for link in (entry.links if entry else ()) for part in link.split()}
    while words and words[0][0].casefold() in linking and cardinal(words[0][0], tag) is None:
        words.pop(0)
    for count in range(min(len(words), 11), 1, -1):
        year = cardinal(text[words[0].start() : words[count - 1].end()].replace(",", " "), tag)
        if year and FIRST_YEAR <= year <= LAST_YEAR:
            return year, words[count - 1].end()
    return None, end


def _dated(text: str, found: list[tuple[_Named, str]], index: int) -> Iterator[Dated]:
    """The dates of one month's name; a year that is missing is taken from the end of the range that it opens."""
    (named, tag), following = found[index], found[index + 1][0] if index + 1 < len(found) else None
    year = named.year
    if year is None:
        gap = following and _joined(text, named, following, tag)
        if not gap or following is None or following.year is None or not following.days or not named.days:
            return
        year = following.year
    first = _day(year, named.month, named.days[0] if named.days else None, hijri=named.hijri)
    last = _day(year, named.month, named.days[-1] if named.days else None, hijri=named.hijri)
    if first is None or last is None:
        return
    stated = named.span.of(text)
    if len(named.days) == 2 and not first.before(last):
        yield Dated(last, None, named.span, stated)
    else:
        yield Dated(first, last if last != first else None, named.span, stated)


def _joined(text: str, first: _Named, second: _Named, tag: str) -> bool:
    """Whether nothing but a dash or "to" stands between the two."""
    return bool(_patterns(tag).gap.fullmatch(text, first.span.end, second.span.start))


def _day(year: int, month: int, day: int | None, *, hijri: bool = False) -> Day | None:
    """The day, or None where the calendar has none such."""
    if hijri:
        return _from_hijri(year, month, day)
    if not FIRST_YEAR <= year <= LAST_YEAR or month == 0 or day == 0:
        return None
    try:
        return Day(year, month, day)
    except BadDay:
        return None


def _from_hijri(year: int, month: int, day: int | None) -> Day | None:
    from hijridate import Hijri

    if day is None:
        return None
    try:
        there = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return Day(there.year, there.month, there.day)


_YEAR_FIRST = re.compile(r"(?<![\w/.:-])(\d{4})([-‐‑–./])(\d{1,2})\2(\d{1,2})(?![\d/]|[-.]\d)")
_YEAR_LAST = re.compile(
    r"(?<![\w/.:])(?:(?<!-)(\d{1,2})\s?[-–—]\s?)?(?<!\d)(\d{1,2})([./-])(\d{1,2})\3(\d{4})(?![\d/]|[-.]\d)"
)


def _numeric(text: str, *, day_first: bool) -> Iterator[Dated]:
    """Dates in digits alone."""
    for found in _YEAR_FIRST.finditer(text):
        if day := _day(int(found[1]), int(found[3]), int(found[4])):
            yield Dated(day, None, Span(*found.span()), found[0])
    for found in _YEAR_LAST.finditer(text):
        first, second, year = int(found[2]), int(found[4]), int(found[5])
        clear = day_first or found[3] == "." or first > 12 or second > 12 or first == second
        day = _day(year, second, first) or _day(year, first, second) if clear else None
        opened = _day(day.year, day.month or 1, int(found[1])) if day and found[1] else None
        if day and opened and opened.before(day):
            yield Dated(opened, day, Span(*found.span()), found[0])
        elif day:
            yield Dated(day, None, Span(found.start(2), found.end()), text[found.start(2) : found.end()])


@cache
def _han_pattern(eras: tuple[str, ...]) -> re.Pattern[str]:
    era = "|".join(eras) or "(?!)"
    year = r"[\d〇○零一二三四五六七八九]{4}"
    return re.compile(
        rf"(?:(?P<era>{era})\s?(?P<count>{_HAN_DAY}|元)\s?年(?:\s?[（(]\s?(?P<western>{year})\s?年?\s?[)）])?"
        rf"|(?<!\d)(?P<year>{year})\s?年)\s?(?P<month>{_HAN_DAY})\s?月"
        rf"(?:\s?(?P<day>{_HAN_DAY})\s?(?:[日号號]|(?=(?:{_DASH}|[至到])\s?\d))"
        rf"(?:\s?(?:{_DASH}|至|到|から|及び|和|、)\s?"
        rf"(?:(?:(?P<year2>{year})\s?年\s?)?(?P<month2>{_HAN_DAY})\s?月\s?)?(?P<day2>{_HAN_DAY})\s?[日号號])?)?"
    )


def _han(text: str, eras: dict[str, tuple[int, int]]) -> Iterator[Dated]:
    """Dates with 年, 月 and 日, in digits or Chinese numerals, counted from our era or from a reign's."""
    for found in _han_pattern(tuple(sorted(eras, key=len, reverse=True))).finditer(text):
        year, month = _han_year(found, eras), number(found["month"])
        if year is None or month is None:
            continue
        day = _day(year, month, number(found["day"]) if found["day"] else None)
        if day is None:
            continue
        until = None
        if found["day2"]:
            last_year = number(found["year2"]) if found["year2"] else year
            last_month = number(found["month2"]) if found["month2"] else month
            until = _day(last_year or year, last_month or month, number(found["day2"]) or 0)
        yield Dated(day, until, Span(*found.span()), found[0])


def _han_year(found: re.Match[str], eras: dict[str, tuple[int, int]]) -> int | None:
    """The year; None where a reign was never that long or disagrees with the year in brackets."""
    if not found["era"]:
        return number(found["year"])
    count = 1 if found["count"] == "元" else number(found["count"]) or 0
    before, last = eras[found["era"]]
    year = before + count
    agrees = not found["western"] or number(found["western"]) == year
    return year if count and year <= last and agrees else None


def _apart(found: list[Dated]) -> list[Dated]:
    """In the order of the text; of two that overlap the one that starts first, then the longer."""
    kept: list[Dated] = []
    for date in sorted(found, key=lambda date: (date.span.start, -date.span.end)):
        if not kept or kept[-1].span.end <= date.span.start:
            kept.append(date)
    return kept


_BETWEEN = re.compile(rf"\s{{0,3}}(?:{_DASH}|to|until|till|au|al|hasta el|по|إلى|至|から)\s{{0,3}}", re.IGNORECASE)


def _ranges(text: str, found: list[Dated]) -> list[Dated]:
    """Two dates with nothing but a dash or "to" between them are the ends of a range."""
    joined: list[Dated] = []
    for date in found:
        last = joined[-1] if joined else None
        if last and last.until is None and date.until is None and last.day.before(date.day):
            between = date.span.start - last.span.end
            if between <= 12 and _BETWEEN.fullmatch(text, last.span.end, date.span.start):
                span = Span(last.span.start, date.span.end)
                joined[-1] = Dated(last.day, date.day, span, span.of(text))
                continue
        joined.append(date)
    return joined
