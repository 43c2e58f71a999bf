"""Numbered headings: articles, chapters, sections and annexes, told by their words or by their pattern."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from acquis.languages import Language, language, languages
from acquis.model import Kind
from acquis.structure.numerals import number, ordinal, roman

_SHORT: Final = 60
_LONGEST: Final = 200
_ROMAN: Final = r"[IVXLC]{1,7}"
_FIGURE: Final = (
    rf"\d{{1,3}}(?:[-.]\d{{1,2}})?(?:\s?[º°])?(?:\s?(?:bis|ter|quater)\b)?|{_ROMAN}\b"
    r"|[〇一二三四五六七八九十百零]{1,6}"
)
_NESTED: Final = re.compile(r"(\d{1,3})[.-](\d{1,2})")
_INSERTED: Final = re.compile(r"\s*(?:(bis|ter|quater)|[º°])$", re.IGNORECASE)
_TAIL: Final = r"[\s\u3000\xa0]*(?P<mark>[.:：\-–—―)．]*)[\s\u3000\xa0]*(?P<title>.*)"


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: what it heads, its number as printed and as an address calls it, and where its title starts.

    `value` orders it among its like; `title` is where the title starts in the block's text, past the printed number.
    `word` is the shelf's word that told it.
    """

    kind: Kind
    printed: str
    value: int
    label: str
    title: int
    word: str = ""

    def foreign_to(self, tongue: str | None) -> bool:
        """Whether the word that told it belongs to other languages of the shelf than the text's."""
        held = language(tongue) if tongue else None
        return bool(self.word) and held is not None and self.word not in _words_of(held.tag)


def headings(texts: Sequence[str], tongue: str | None = None) -> dict[int, Heading]:
    """Which of these blocks are numbered headings, by their place in the sequence.

    First by the shelf's words for article, chapter, section, part and annex, in every language: a text in one
    language may carry a heading in another. Where there are no such words, by pattern: short lines that are alike but
    for a number that runs on, or, in a language that has no file, but for one word that always differs (numbers
    spelled out).
    """
    found = {at: heading for at, text in enumerate(texts) if (heading := by_words(text))}
    series = _numbered_series(texts, found)
    articles = any(heading.kind is Kind.ARTICLE for heading in found.values())
    if not articles and not series and (tongue is None or language(tongue) is None):
        series = _spelled_series(texts, found)
    found |= series
    return found | _missing(texts, found)


def _missing(texts: Sequence[str], found: dict[int, Heading]) -> dict[int, Heading]:
    """A heading that is missing from a run of articles: the one short line between its neighbours with its number.

    A misprint ("弟23条" for "第23条") costs no article its address.
    """
    articles = sorted(at for at, heading in found.items() if heading.kind is Kind.ARTICLE)
    made: dict[int, Heading] = {}
    for before, after in pairwise(articles):
        value = found[before].value + 1
        if found[after].value != value + 1:
            continue
        short = [at for at in range(before + 1, after) if at not in found and _bears(texts[at], value)]
        if len(short) == 1:
            line = texts[short[0]].strip()
            made[short[0]] = Heading(Kind.ARTICLE, line, value, str(value), len(line))
    return made


def _bears(text: str, value: int) -> bool:
    line = text.strip()
    if not 2 < len(line) <= _SHORT // 2:
        return False
    match = _RUNNING_NUMBER.search(line)
    return match is not None and number(match.group()) == value and _says_a_word(line, match)


def by_words(text: str) -> Heading | None:
    """The heading that the shelf's words tell.

    >>> by_words("Chapter IV: The General Assembly").label
    '4'
    >>> by_words("第十一条").value
    11
    >>> by_words("Article 5 of the Treaty was recalled by all the parties to it.")
    """
    line = text.strip()
    if not line or len(line) > _LONGEST or not _any_word().match(line):
        return None
    for kind, pattern in _patterns():
        if (match := pattern.match(line)) and (heading := _heading(kind, match, line, text)):
            return heading
    return None


@cache
def _any_word() -> re.Pattern[str]:
    """What any numbered heading opens with: most lines are told by this alone."""
    words = {word for each in languages() for word in _words_of(each.tag)}
    return re.compile("第|" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """For each kind the words of all languages before or after a number."""
    shelf = languages()
    kinds = (
        (Kind.ARTICLE, [word for tongue in shelf for word in tongue.articles]),
        (Kind.CHAPTER, [word for tongue in shelf for word in tongue.chapters]),
        (Kind.DIVISION, [word for tongue in shelf for word in tongue.divisions]),
        (Kind.SECTION, [word for tongue in shelf for word in tongue.sections]),
        (Kind.ANNEX, [word for tongue in shelf for word in tongue.annexes]),
    )
    return tuple((kind, pattern) for kind, words in kinds for pattern in _shapes(kind, words))


def _shapes(kind: Kind, words: Iterable[str]) -> list[re.Pattern[str]]:
    listed = sorted(set(words), key=len, reverse=True)
    han = "".join(word for word in listed if len(word) == 1 and word > "\u3000")
    spaced = "|".join(re.escape(word) for word in listed if not (len(word) == 1 and word > "\u3000"))
    shapes = []
    if spaced:
        figure = rf"(?P<n>{_FIGURE}|[^\W\d_](?![^\W_])|[^\W\d_][^\s.:：]*(?:\s[^\W\d_][^\s.:：]*){{0,3}})"
        shapes.append(rf"(?P<word>{spaced})[\s\u3000\xa0]*(?:no\.?\s?|№\s?|\()?{figure}\)?(?![^\W_]){_TAIL}")
        if kind is Kind.ANNEX:
            shapes.append(rf"(?P<word>{spaced})(?P<n>)[\s\u3000]*(?P<mark>[.:：\-–—]*)(?P<title>)$")
    if han:
        shapes.append(rf"第[\s\u3000]*(?P<n>{_FIGURE})[\s\u3000]*(?P<word>[{han}]){_TAIL}")
    return [re.compile(shape, re.IGNORECASE) for shape in shapes]


def _heading(kind: Kind, match: re.Match[str], line: str, text: str) -> Heading | None:
    printed, mark, title = match["n"], match["mark"], match["title"]
    if not printed:
        value: int | None = 1
    else:
        value = _number(printed, kind)
    if value is None or _is_sentence(mark, title, printed, line):
        return None
    start = len(text) - len(text.lstrip()) + (match.start("title") if title else len(line))
    shown = line[: match.start("title")].strip() if title else line
    return Heading(kind, shown, value, _label(printed, value), start, match["word"].casefold())


@cache
def _words_of(tag: str) -> frozenset[str]:
    tongue = language(tag)
    if tongue is None:
        return frozenset()
    return frozenset((*tongue.articles, *tongue.chapters, *tongue.divisions, *tongue.sections, *tongue.annexes))


def _is_sentence(mark: str, title: str, printed: str, line: str) -> bool:
    """Whether the words run on as a sentence ("Article 5 of the Treaty was …") or a list ("Article 5, paragraph")."""
    if not title:
        return False
    if mark:
        return len(title) > _LONGEST or title[0] in ",;"
    lowered = title[0].islower() and not line.islower()
    return title[0] in ",;" or lowered or len(title) > _LONGEST or title.rstrip().endswith((".", ";", ","))


def _number(printed: str, kind: Kind) -> int | None:
    if nested := _NESTED.fullmatch(printed):
        return int(nested[1]) * 1000 + int(nested[2])  # "Article 3.12": chapter 3, article 12
    value = number(_INSERTED.sub("", printed).strip())
    if value is None:
        for tongue in _spelling():
            if (value := ordinal(printed, tongue.tag)) is not None:
                return value
    if value is None and kind in (Kind.ANNEX, Kind.SECTION, Kind.DIVISION) and len(printed) == 1:
        return ord(printed.casefold()) - ord("a") + 1 if printed.isascii() else 1
    return value


@cache
def _spelling() -> tuple[Language, ...]:
    return languages()


def _label(printed: str, value: int) -> str:
    """What an address calls the number: figures as figures, a single letter as it is, "bis" joined."""
    if not printed:
        return ""
    if len(printed) == 1 and printed.isalpha() and number(printed) is None and printed.isascii():
        return f"-{printed.casefold()}"
    if value >= 1000:
        return f"{value // 1000}.{value % 1000}"
    inserted = _INSERTED.search(printed)
    return f"{value}{(inserted[1] or '').lower() if inserted else ''}"


_RUNNING_NUMBER: Final = re.compile(rf"\d{{1,3}}|(?<![^\W_]){_ROMAN}(?![^\W_])|[〇一二三四五六七八九十百]{{1,6}}")


def _numbered_series(texts: Sequence[str], known: dict[int, Heading]) -> dict[int, Heading]:
    """Short lines that are alike but for a number that runs from 1 on: "Neni 1", "2‐modda", "제3조"."""
    alike: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for at, text in enumerate(texts):
        line = text.strip()
        if at in known or not 2 < len(line) <= _SHORT // 2:
            continue
        match = _RUNNING_NUMBER.search(line)
        value = number(match.group()) if match else None
        if match and value is not None and _says_a_word(line, match):
            alike[_template(line, match)].append((at, value, line))
    series = [members for members in alike.values() if _runs_on([value for _, value, _ in members])]
    return _ranked(series, known)


def _template(line: str, match: re.Match[str]) -> str:
    """The letters of a line before and after its number, blanks and punctuation aside."""
    before, after = (re.sub(r"[\W_]+", "", half).casefold() for half in (line[: match.start()], line[match.end() :]))
    return f"{before}#{after}"


def _says_a_word(line: str, match: re.Match[str]) -> bool:
    rest = line[: match.start()] + line[match.end() :]
    return sum(letter.isalpha() for letter in rest) >= 1 and not line.endswith((",", ";"))


def _runs_on(values: Sequence[int]) -> bool:
    """Whether at least five numbers run on, nearly all one after the other, from 1 or 2."""
    steps = [b - a for a, b in pairwise(values)]
    return len(values) >= 5 and values[0] <= 2 and sum(step == 1 for step in steps) >= 0.9 * len(steps)


def _ranked(series: Sequence[list[tuple[int, int, str]]], known: dict[int, Heading]) -> dict[int, Heading]:
    """The longest series are the articles; a shorter one around them the chapters."""
    taken = {heading.kind for heading in known.values()}
    kinds = [kind for kind in (Kind.ARTICLE, Kind.CHAPTER, Kind.DIVISION) if kind not in taken]
    ordered = sorted(series, key=len, reverse=True)[: len(kinds)]
    return {
        at: Heading(kind, line, value, str(value), len(line))
        for kind, members in zip(kinds, ordered, strict=False)
        for at, value, line in members
    }


def _spelled_series(texts: Sequence[str], known: dict[int, Heading]) -> dict[int, Heading]:
    """Short lines that share their first or last word, the rest always another: numbers spelled out.

    The numbers are counted, which is what the lines' order says; at least five such lines must head longer text.
    """
    best: list[int] = []
    for position in (0, -1):
        alike: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            words = text.split()
            if (
                at not in known
                and 2 <= len(words) <= 5
                and len(text) <= _SHORT
                and not text.rstrip().endswith((",", ";"))
            ):
                alike[words[position].casefold()].append(at)
        best = max([best, *(members for members in alike.values() if _heads_text(texts, members))], key=len)
    return {
        at: Heading(Kind.ARTICLE, texts[at].strip(), count, str(count), len(texts[at]))
        for count, at in enumerate(best, 1)
    }


def _heads_text(texts: Sequence[str], members: Sequence[int]) -> bool:
    if len(members) < 5 or len({texts[at].casefold() for at in members}) < len(members):
        return False
    followed = sum(at + 1 < len(texts) and len(texts[at + 1]) > _SHORT for at in members)
    return followed >= 0.8 * len(members)


_SECTION: Final = re.compile(rf"(?P<n>{_ROMAN}|[A-Z])(?P<mark>[.．]?)(?:[\s\u3000\xa0]+(?P<title>\S.*))?$")


def section(text: str) -> Heading | None:
    """A section's number alone on its line ("II"), or before a short title ("II. Personnel issues", "A. General").

    >>> section("II. Personnel issues").title
    4
    >>> section("I. The Council shall meet once a year.")
    """
    line = text.strip()
    match = _SECTION.match(line)
    if not match or len(line) > _LONGEST:
        return None
    title, printed = match["title"], match["n"]
    if title is None:
        title_at = len(text)
    elif (
        (not match["mark"] and "\t" not in line and not line.isupper())
        or title.rstrip().endswith((".", ";", ",", ":"))
        or title[0].islower()
    ):
        return None
    else:
        title_at = text.index(title, text.index(printed) + len(printed))
    value = number(printed) if _is_roman(printed) else None
    if value is None:
        if title is None or len(printed) > 1:
            return None
        return Heading(Kind.SECTION, printed + match["mark"], ord(printed) - 64, f"-{printed.lower()}", title_at)
    return Heading(Kind.SECTION, printed + match["mark"], value, str(value), title_at)


def _is_roman(printed: str) -> bool:
    value = number(printed)
    return value is not None and roman(value) == printed
