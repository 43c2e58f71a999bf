"""Resolutions and decisions cited by number: which numbers a word for such a text governs."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from acquis.organisations import Numbering
from acquis.structure._cite_bodies import Body
from acquis.structure.phrases import Met

KEYWORD: Final = re.compile(
    r"\b(?:resolutions?|decisions?|r[ée]solutions?|d[ée]cisions?|resoluci(?:ón|ones)|decisi(?:ón|ones))\b"
    r"|\b(?:резолюци|решени)\w{1,3}\b|[وبلف]?(?:ال|لل)?(?:قرار|مقرر)(?:ات|ين|ان|ي|ا)?(?:ها|ه|هم)?(?!\w)|决议|決議|決定|决定",
    re.IGNORECASE,
)
_ROMAN: Final = r"(?:E?S-)?[IVXLC]{1,7}"
_LETTERS: Final = (
    r" ?[A-HJ-Z](?:(?:, [A-Z])*,? (?:and|to|et|à|y|a|и|по) [A-Z]\b|-[A-Z]\b)?"
    r"(?=[,;.:)\]\"]| \(| (?!\w+ing\b)[a-zа-яéà\"]|\s*$)"
)
_NUMBER: Final = re.compile(
    rf"(?<![0-9A-Za-zÀ-ÿА-яЁё/.])(?<![A-Za-z]-)(?:"
    rf"(?P<run>\d{{1,4}})(?P<middle> ?[A-Z](?:(?:,? (?:and|to|et|à|и|по)|,) [A-Z]){{0,9}})? ?"
    rf"\((?P<inner>(?:19|20)\d\d|{_ROMAN})\)"
    rf"|(?P<slash>(?:E?S-)?\d{{1,4}}/\d{{1,4}})(?P<letters>{_LETTERS})?"
    rf"|(?P<point>\d{{1,2}}\.\d{{1,3}})|(?P<bare>\d{{1,4}}(?!,\d{{3}})))(?![0-9A-Za-zÀ-ÿА-я/]|\.\d|-(?!\d{{1,3}}/)\w)"
)
_JOINS: Final = re.compile(
    r"(?:[,;،]|\b(?:and|or|et|ou|y|e|и|или|to|through|à|по|al|including|notably|namely|such as|notamment|"
    r"in particular|y compris|в том числе)|و|和|与|及|至|-)\s?"
    r"(?:(?:and|or|et|y|и|also|the|its|most recently|in particular|including|notably)\s){0,3}[第و]?$"
)
_TO_FIRST: Final = re.compile(r"[\s:]{0,2}(?:(?:no|nos|n°|n\.°|#|第|رقم|nums?|núms?)\.?\s?)?", re.IGNORECASE)
_DATE: Final = re.compile(
    r"[\s,]{0,2}(?:\(?(?:of|on|adopted (?:on|by)|dated|du|en date du|de|del|от|المؤرخة?|المؤرخ في)\s)?"
    r"(?:the )?\d{1,2}(?:er|st|nd|rd|th)?[ .][^\d,;()]{2,30}?\s?(?P<year>(?:19|20)\d\d)(?!\d)(?:\s(?:года|г\.))?"
)
_MONTH: Final = re.compile(r" ?(?:de )?[^\W\d]{3,12}\.?(?:/\w+)?,? (?:de )?(?:19|20)\d\d|[年月日]")
_DATE_BEFORE: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:的)?(?:第)?$")
SENTENCE: Final = re.compile(r"[.!?;][\"')\]]? +(?=[A-ZА-Я«])|[。；؟]")
_RANGE: Final = re.compile(r"\s?(?:to|through|à|по|al|至|-)\s?(?:第)?")
_HAN: Final = re.compile(r"(?:第|\d\))(?P<list>[^号]{0,240}?)号(?:和|及|与)?$")
TIGHT: Final = 6
"""How many characters may stand between a body and the number that goes with it."""

_REACH: Final = 90
"""How far a number may stand from the word that governs it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands, in the form that makes a symbol; `year` is that of the date beside it."""

    start: int
    end: int
    numbering: Numbering | None
    normal: str
    year: int | None = None
    reached: int = 0


Bodies = Sequence[Met[tuple[Body, ...]]]


def lists(text: str, bodies: Bodies, claimed: bytearray) -> Iterator[tuple[re.Match[str], list[Number]]]:
    """Every word for a resolution or decision in a folded paragraph, with the numbers that it governs.

    `claimed` has a mark for each character that belongs to a citation already; it gets more of them.
    """
    keywords = list(KEYWORD.finditer(text))
    for at, keyword in enumerate(keywords):
        until = keywords[at + 1].start() if at + 1 < len(keywords) else len(text)
        listed = _before(text, keyword, claimed) if keyword[0] in "决议決定决定決議" else []
        listed = listed or list(_after(text, keyword, until, claimed, bodies))
        for number in listed:
            claimed[number.start : number.end] = b"\1" * (number.end - number.start)
        if listed:
            yield keyword, list(_ranged(text, listed))


def near(bodies: Bodies, start: int, end: int) -> Bodies:
    """The bodies that begin between two places."""
    return bodies[bisect_left(bodies, start, key=_start) : bisect_left(bodies, end, key=_start)]


def _start(met: Met[tuple[Body, ...]]) -> int:
    return met.start


def _after(text: str, keyword: re.Match[str], until: int, claimed: bytearray, bodies: Bodies) -> Iterator[Number]:
    """The numbers after a keyword that it governs."""
    reached, last = keyword.end(), None
    for number in _numbers(text, keyword.end(), until, claimed):
        between = text[reached : number[0].start]
        if SENTENCE.search(between) or (last is None and len(between) > _REACH):
            return
        if _continues(between, number[0], last) if last else _opens(between, reached, number[0], bodies):
            yield from number
            last = number[-1]
            reached = last.reached


def _before(text: str, keyword: re.Match[str], claimed: bytearray) -> list[Number]:
    """The numbers before a Chinese keyword: 第1970(2011)和1973(2011)号决议."""
    start = max(0, keyword.start() - 300)
    found = _HAN.search(text[start : keyword.start()])
    if not found:
        return []
    listed = []
    for number in _numbers(text, start + found.start(), start + found.end("list"), claimed):
        date = _DATE_BEFORE.search(text[: number[0].start])
        listed += [replace(n, year=int(date["year"])) if date else n for n in number if n.numbering]
    return listed


def _numbers(text: str, start: int, until: int, claimed: bytearray) -> Iterator[list[Number]]:
    for match in _NUMBER.finditer(text, start, until):
        if not any(claimed[match.start() : match.end()]) and not _is_day(text, match):
            yield _lettered(text, match)


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number is the day of a date: "adopted on 8 December 2023"."""
    return bool(match["bare"] and int(match["bare"]) <= 31 and _MONTH.match(text, match.end()))


def _lettered(text: str, match: re.Match[str]) -> list[Number]:
    """One number for each letter after it, or one: "1721 A to E (XVI)" is five resolutions."""
    group = "middle" if match["middle"] else "letters"
    words = match[group] or ""
    letters = _letters(words)
    if len(letters) == 1:
        return [_number(text, match, letters[0])]
    first, *rest = [match.start(group) + m.start() for m in re.finditer(r"[A-Z]", words)]
    if len(rest) == len(letters) - 1:
        places = [(match.start(), first + 1), *((at, at + 1) for at in rest)]
    else:
        places = [
            (match.start(), first + 1),
            *[(first + 2, rest[-1] - 1)] * (len(letters) - 2),
            (rest[-1], rest[-1] + 1),
        ]
    places[-1] = (places[-1][0], match.end())
    made = (_number(text, match, letter) for letter in letters)
    return [replace(n, start=start, end=end) for n, (start, end) in zip(made, places, strict=True)]


def _letters(words: str) -> list[str]:
    found = re.findall(r"[A-Z]", words)
    if len(found) == 2 and re.search(r"-| (?:to|à|a|по) ", words) and found[0] < found[1]:
        return [chr(code) for code in range(ord(found[0]), ord(found[1]) + 1)]
    return found or [""]


def _number(text: str, match: re.Match[str], letter: str) -> Number:
    date = _DATE.match(text, match.end())
    year = int(date["year"]) if date else None
    reached = date.end() if date else match.end()
    numbering, normal = _form(match, letter)
    return Number(match.start(), match.end(), numbering, normal, year, reached)


def _form(match: re.Match[str], letter: str) -> tuple[Numbering | None, str]:
    if slash := match["slash"]:
        year = re.match(r"(?:19|20)\d\d/", slash)
        return (Numbering.YEAR if year else Numbering.SESSION), slash + letter
    if match["run"]:
        inner = match["inner"]
        numbering = Numbering.OF_YEAR if inner.isdecimal() else Numbering.ROMAN
        return numbering, f"{match['run']}{letter}({inner})"
    return (Numbering.POINT, match["point"]) if match["point"] else (None, match["bare"])


def _opens(between: str, start: int, number: Number, bodies: Bodies) -> bool:
    """Whether a number is the first of a list: it follows the keyword, or the body's name, or "including"."""
    if _TO_FIRST.fullmatch(between):
        return True
    if re.search(r"[.;:\d]", between):
        return False
    named = [met for met in near(bodies, start, number.start) if met.end <= number.start]
    if named and number.start - named[-1].end <= TIGHT and not re.search(r"\bon\b", between):
        return True
    return number.numbering is not None and bool(_JOINS.search(between))


def _continues(between: str, number: Number, last: Number) -> bool:
    """Whether a number goes on with the list: the words before it join, or it is of a form that nothing else has."""
    if number.numbering in (None, Numbering.POINT):
        return number.numbering is last.numbering and len(between) <= 6 and bool(_JOINS.search(between))
    return number.numbering is Numbering.OF_YEAR or bool(_JOINS.search(between))


def _ranged(text: str, listed: list[Number]) -> Iterator[Number]:
    """The list with every number that a range leaves out: "60/1 to 60/5"."""
    yield listed[0]
    for first, last in pairwise(listed):
        if _RANGE.fullmatch(text[first.end : last.start]):
            yield from _between(first, last)
        yield last


_MOST: Final = 60
"""A range of more resolutions than this is a misreading."""


def _between(first: Number, last: Number) -> Iterator[Number]:
    low, high = (re.fullmatch(r"(E?S-)?(\d+)/(\d+)", n.normal) for n in (first, last))
    if low and high and low[2] == high[2] and last.start - first.end > 2 and 0 < int(high[3]) - int(low[3]) <= _MOST:
        for n in range(int(low[3]) + 1, int(high[3])):
            yield replace(last, start=first.end + 1, end=last.start - 1, normal=f"{low[1] or ''}{low[2]}/{n}")
