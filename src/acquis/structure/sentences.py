"""Where one sentence of a paragraph ends and the next begins."""

import bisect
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from acquis.languages import Language, languages
from acquis.languages import language as on_shelf
from acquis.model.span import Span


def sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order, without the white space around them; every other character is in one.

    A semicolon or a colon ends none, so that a list stays with what leads in to it. Where the language has no file on
    the shelf, or is None, general rules and all known abbreviations are used.

    >>> words = "See resolution No. 5 (art. 2). It holds."
    >>> [span.of(words) for span in sentences(words, "en")]
    ['See resolution No. 5 (art. 2).', 'It holds.']
    """
    spans, start = [], 0
    for end in _ends(text, _knowledge(language)):
        if span := _trimmed(text, start, end):
            spans.append(span)
        start = end
    if span := _trimmed(text, start, len(text)):
        spans.append(span)
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What one language's file says of full stops; `listed` is False for a language without one."""

    abbreviations: frozenset[str]
    leading: frozenset[str]
    closing: frozenset[str]
    months: frozenset[str]
    stopwords: frozenset[str]
    headings: frozenset[str]
    listed: bool


_CLOSERS: Final = "(?:[\"'”’»)\\]）］」』】〉》]|“(?=\\s|$))"
_STOP = re.compile(
    r"(?:[.!?…]+|[。．｡！？؟۔।॥]+)"
    rf"{_CLOSERS}{{0,3}}"
    # The number of a footnote may be glued to the stop: "peace.12 The".
    rf"(?:(?:\[\d{{1,3}}\]|[¹²³⁰-⁹]{{1,3}}|(?<!\d\.)(?<=[.”\"’)»])\d{{1,3}}(?![\w.,/:%–-])){_CLOSERS}{{0,2}})?"
    r"|\n[^\S\n]*\n\s*"
)
_MARK = re.compile(r"[.!?…。．｡！？؟۔।॥\n]")
_NEXT = re.compile(r"(?P<space>\s*)(?P<opening>[\"'“”‘’„«(\[（「『【〈《—–•·*-]*\s?)(?P<word>[^\W_]*[.)]?)")
_WIDE = frozenset("。｡！？।॥")
_ENUMERATOR = re.compile(
    r"[\[(«“\"]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[IVXLCivxlc]{1,7}|[一二三四五六七八九十]{1,4})$"
)
_LONE_LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_VOWEL = re.compile("[aeiouyàâäáãåæéèêëíìîïóòôöõøœúùûüýаеёиоуыэюяіїєөүұәўӣӯα-ωæąęığ]", re.IGNORECASE)
_LONGEST_ABBREVIATION = 24
_LONGEST_ASIDE = 600


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@cache
def _knowledge(tag: str | None) -> _Knowledge:
    entry = on_shelf(tag) if tag else None
    known: tuple[Language, ...] = (entry,) if entry else languages()
    headings = ((*one.articles, *one.chapters, *one.sections, *one.divisions, *one.annexes) for one in known)
    return _Knowledge(
        abbreviations=frozenset().union(*(one.abbreviations for one in known)),
        leading=frozenset().union(*(one.leading for one in known)),
        closing=frozenset().union(*(one.closing for one in known)),
        months=frozenset(month for one in known for month in one.months if len(month) < 6),
        stopwords=frozenset().union(*(one.stopwords for one in known)),
        headings=frozenset(word for words in headings for word in words),
        listed=entry is not None,
    )


def _ends(text: str, known: _Knowledge) -> Iterator[int]:
    """Where sentences end, the end of the text left out."""
    start, asides = 0, _asides(text) if "(" in text else ()
    for stop in _stops(text):
        if stop.end() < len(text) and _is_end(text, start, stop, known, asides):
            yield stop.end()
            start = stop.end()


def _stops(text: str) -> Iterator[re.Match[str]]:
    """Every stop, looked for by its first letter alone: the pattern with its notes and brackets is slow to seek."""
    reached = 0
    for mark in _MARK.finditer(text):
        if mark.start() >= reached and (stop := _STOP.match(text, mark.start())):
            reached = stop.end()
            yield stop


def _asides(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost brackets, each opening and closing one; one that is not closed soon opens nothing."""
    opened: deque[int] = deque()
    found = []
    for bracket in re.finditer(r"[()]", text):
        at = bracket.start()
        while opened and at - opened[0] > _LONGEST_ASIDE:
            opened.popleft()
        if bracket[0] == "(":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, at))
    return tuple(found)


def _aside(text: str, start: int, at: int, asides: tuple[tuple[int, int], ...]) -> int | None:
    """Where the bracket closes that holds a stop within a sentence; None outside, and where it holds the sentence."""
    index = bisect.bisect(asides, (at, 0)) - 1
    if index < 0 or asides[index][1] < at:
        return None
    opening, closing = asides[index]
    return closing if text[max(start, opening - 16) : opening].strip() else None


def _is_end(text: str, start: int, stop: re.Match[str], known: _Knowledge, asides: tuple[tuple[int, int], ...]) -> bool:
    """Whether a sentence ends with this stop."""
    mark = stop[0][0]
    following = None if mark == "\n" else _NEXT.match(text, stop.end())
    if following is None:
        return True
    after = text[following.end("opening") : following.end("opening") + 1]
    closing = _aside(text, start, stop.start(), asides)
    if closing is not None:
        return stop.end() > closing and _may_open(following, after)
    if mark in _WIDE:
        return _ends_wide(stop[0], following, after)
    if not following["space"] and mark not in "؟۔" and not _glued(text, stop, after):
        return False
    if not _may_open(following, after):
        return False
    return mark not in ".．" or stop[0].startswith("..") or _is_full_stop(text, start, stop.start(), following, known)


def _ends_wide(stop: str, following: re.Match[str], after: str) -> bool:
    """A wide stop ends a sentence, unless its closing quotation mark is followed by the words that report it."""
    return not ("぀" <= after <= "ゟ" and stop[-1] in "」』）" and not following["opening"])


def _glued(text: str, stop: re.Match[str], after: str) -> bool:
    """A missing space: "peace.The" ends a sentence, "example.Org", "S/1999/779.Add" and "U.S" do not."""
    before, behind = text[max(0, stop.start() - 4) : stop.start()], text[stop.end() + 1 : stop.end() + 3]
    if _is_han(after) or _is_han(before[-1:]):
        return _is_han(before[-1:]) and not after.isdigit()
    return len(before) == 4 and before.isalpha() and before.islower() and after.isupper() and behind.islower()


def _is_han(letter: str) -> bool:
    return "぀" <= letter <= "鿿"


def _may_open(following: re.Match[str], after: str) -> bool:
    """Whether what comes after a stop can open a sentence: no small letter, unless it is the letter of a list item."""
    if following["word"].endswith(")") and len(following["word"]) <= 5:
        return True
    if after.isalpha():
        return not after.islower()
    return after.isdigit() or after in {"", "[", "(", "<", "“", "«", "¿", "¡", "…"}


def _is_full_stop(text: str, start: int, at: int, following: re.Match[str], known: _Knowledge) -> bool:
    """Whether a single full stop is one, and not the end of an abbreviation, of initials or of a printed number."""
    before = text[max(start, at - _LONGEST_ABBREVIATION) : at]
    words = before.split()
    if not words or before[-1:].isspace():
        return True
    if len(words) == 1 and start + len(before) >= at and _ENUMERATOR.match(text[start:at].strip()):
        return False
    printed = words[-1].lstrip("([{«“\"'„‘")
    word = printed.casefold()
    if word in known.months and following["word"][:1].isdigit():
        return False
    if word not in known.abbreviations:
        word = re.split("[/'’-]", word)[-1]
    if word in known.abbreviations and not (len(printed) == 1 and printed.isupper()):
        return _closes(word, words, following, known)
    return not _looks_short(words, following, known) or _opens_plainly(following, known)


def _closes(word: str, words: list[str], following: re.Match[str], known: _Knowledge) -> bool:
    """Whether an abbreviation ends a sentence all the same; one of a single letter only after a number ("2007 г.")."""
    if word in known.leading:
        return False
    if word in known.closing and following["word"][:1].isalpha():
        return len(word) > 1 or (len(words) > 1 and words[-2][-1:].isdigit())
    return _opens_plainly(following, known)


def _opens_plainly(following: re.Match[str], known: _Knowledge) -> bool:
    word = following["word"].rstrip(".)")
    return len(word) > 1 and word[0].isupper() and word.casefold() in known.stopwords


def _looks_short(words: list[str], following: re.Match[str], known: _Knowledge) -> bool:
    """Initials ("J.", "U.S"), words without a vowel ("Nr"); without a file also small numbers ("5. Mai", "Abs. 2")."""
    word = words[-1].lstrip("([{«“\"'„‘")
    if _LONE_LETTERS.fullmatch(word) and not (known.listed and word[-1].islower()):
        numbered = len(words) > 1 and words[-2].casefold() in known.headings
        return not numbered and not _is_han(word[0])
    if not known.listed and word.isdigit():
        return len(word) < 3 and not (len(words) > 1 and words[-2].endswith(("§", ".")))
    if not known.listed and following["word"][:1].isdigit():
        return len(word) < 5
    capitals = sum(letter.isupper() for letter in word)
    return len(word) < 5 and word.isalpha() and word.isascii() and capitals < 2 and not _VOWEL.search(word)
