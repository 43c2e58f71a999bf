"""What makes no difference to a certificate: spelling and hyphens always, figures and dates aside, order aside."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, compress
from operator import not_
from typing import Final, TypeVar

from msgspec import Struct

from acquis.archive.forms import HYPHENED
from acquis.archive.tokens import LONGEST
from acquis.archive.tokens import words as folded_words
from acquis.languages import Language, language, languages
from acquis.model import fingerprint
from acquis.precedents import words as spelling
from acquis.precedents.words import Words, words_of
from acquis.structure.markers import marker
from acquis.structure.numerals import number

T = TypeVar("T")

VERSION: Final = f"1-{spelling.VERSION}"
"""The version of these rules and of those for words: a certificate says by which ones it was made."""

SAME, FIGURES, ORDER = LEVELS = ("same words", "figures and dates aside", "order aside")
"""How a formula may stand in a text, the strictest first."""

MEANS: Final = {
    SAME: "case, accents, marks, British or American spelling, hyphens and blanks make no difference; every other "
    "letter does; the words may run on into the passages that follow in the same text",
    FIGURES: "words that hold a digit, Roman numerals up to 89, letters in brackets, and the ordinals, counting words "
    "from two on and months that the language's file lists are left out on both sides",
    ORDER: "figures and dates aside, the same words as often, in any order, with no other word between, in one passage",
}


class Normal(Struct, frozen=True):
    """The words of a text as a certificate compares them; `plain` are those that are no figures.

    `figures` are the others, each with the number of plain words before it. `folded` are the words before spelling is
    folded: a compound may be written in one, so that its last word is no longer seen to have two spellings.
    """

    folded: tuple[str, ...]
    words: tuple[str, ...]
    plain: tuple[str, ...]
    figures: tuple[tuple[str, int], ...] = ()


def normal(text: str, tag: str | None) -> Normal:
    """The words of a text that is in the language of that tag; None reads only digits, Roman numerals and letters.

    >>> held = normal("Recalls resolution 61/88 of 6 December, paragraph (b)", "en")
    >>> held.plain, held.figures[-2:]
    (('recalls', 'resolution', 'of', 'paragraph'), (('december', 3), ('b', 4)))
    """
    folded, texts, aside = read(text, tag)
    if True not in aside:
        return Normal(folded, texts, texts)
    figures = (at for at, figure in enumerate(aside) if figure)
    plain = tuple(compress(texts, map(not_, aside)))
    return Normal(folded, texts, plain, tuple((texts[at], at - n) for n, at in enumerate(figures)))


def read(text: str, tag: str | None, *, whole: bool = True) -> tuple[tuple[str, ...], tuple[str, ...], list[bool]]:
    """The words of a text before spelling is folded, in one spelling, and which of the latter are figures.

    Blanks part words, hyphens and brackets, so that a passage has the words of its pieces between blanks, each read
    with `whole=False`; `leans` says where a figure may be told by the pieces around it.
    """
    if text.isascii() and text.isalpha() and len(text) <= LONGEST and text.lower() not in _MAY_BE_MONTHS:
        word = _spelt(text.lower())
        return (text.lower(),), (word,), [_aside(tag)(word)]
    folded = tuple(folded_words(_plainer(text)))
    if next(_placed(text, tag, whole), None) is None:
        texts = _spelled(text, folded)
        return folded, texts, list(map(_aside(tag), texts))
    found, aside = _by_place(text, tag, whole)
    return folded, found.texts, aside


AFTER, MONTH, BEFORE, OPEN = 1, 2, 4, 8
"""What a piece may be: it ends in a digit, may be a month, begins with a year; it may leave a passage open."""


def leans(piece: str) -> int:
    """What a bare piece may be to the pieces around it, added up.

    Where the first of three is `AFTER`, the second `MONTH` and the third `BEFORE`, they may tell a month together; a
    month with its capital is one anywhere. Where the last of a passage is `OPEN` it may be a lone letter after a
    bracket. Such passages are read whole.

    >>> [leans(piece) for piece in ("3", "may", "2011")]
    [1, 2, 5]
    """
    after = AFTER if piece[-1:].isdecimal() else 0
    month = MONTH if piece.lower() in _MAY_BE_MONTHS and piece != piece.capitalize() else 0
    opened = OPEN if _is_open(piece) or piece.isspace() else 0
    return after + month + (BEFORE if _YEAR.match(piece) else 0) + opened


def bare(piece: str) -> str:
    """A piece between blanks without the marks around it, so that "(Rights)," and "rights" are read once.

    Brackets stay around a letter that they make a figure.

    >>> bare("“(Rights),"), bare("(b),")
    ('Rights', '(b)')
    """
    inner = piece.strip(_BRACKETS)
    return inner if len(inner) > 1 and inner[-2:].isalnum() else piece.strip(_AROUND)


def plain_places(text: str, tag: str | None) -> list[tuple[int, int]]:
    """Where each of the plain words stands: code points of the text, end excluded."""
    found, aside = _by_place(text, tag)
    return list(compress(found.places, map(not_, aside)))


def unnumbered(text: str) -> tuple[str, str]:
    """The printed number that opens a text, empty where there is none, and the rest: parts are kept without theirs.

    >>> unnumbered("12. Recalls its decision"), unnumbered("Recalls")
    (('12.', 'Recalls its decision'), ('', 'Recalls'))
    """
    opening = text.lstrip()
    found = marker(opening)
    if found is None or not re.fullmatch(r"\(?\w{1,5}[.)]|\d+(?:\.\d+)+\.?", found.printed.strip()):
        return "", text
    return found.printed.strip(), opening[found.length :]


def run_together(words: Sequence[str]) -> str:
    """Words without blanks: peace-keeping is peacekeeping. Figures stay apart: 61/88 is not 6/188.

    >>> run_together(["peace", "keeping", "61", "88"])
    'peacekeeping61 88'
    """
    return _BETWEEN.sub(_KEPT, " ".join(words)).replace(" ", "").replace(_KEPT, " ")


def word_places(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends in those letters."""
    at, figure = 0, False
    for word in words:
        at += figure and word[0].isdecimal()
        yield at, at + len(word)
        at, figure = at + len(word), word[-1].isdecimal()


@cache
def lists() -> str:
    """A fingerprint of the lists of months, ordinals and counting words: two certificates may differ by these alone."""
    names = sorted({name for entry in languages() for name in _names(entry)})
    return fingerprint("\n".join(names))[:12]


_FIRST: Final = frozenset(HYPHENED)
_BETWEEN: Final = re.compile(r"(?<=\d) (?=\d)")
_KEPT: Final = "\x00"

_MARKS: Final = "’“”–—‘…«»\u00a0\u202f"
_BRACKETED: Final = re.compile(r"(?i)(?<![^\W_])[a-z](?=\))")
_LEFT_OPEN: Final = re.compile(r"(?i)(?<=\()[a-z]\s*\Z")
_ALSO_WORDS: Final = {"en": ("may", "march")}
"""Months that are words of another meaning too: taken for months with their capital, or between day and year."""
_AROUND: Final = ",.;:“”‘’\"'"
_BRACKETS: Final = f"{_AROUND}()[]"
_MAY_BE_MONTHS: Final = frozenset(chain.from_iterable(_ALSO_WORDS.values()))
_YEAR: Final = re.compile(r"\d{4}")

_MOST: Final = 500_000
_FIGURE: Final = re.compile(r"\d")
_ROMAN: Final = re.compile(r"[ivx]|[ivxl]{2,}")
_HAN: Final = re.compile("[〇一-鿿]")


class _Known(dict[str, T]):
    """What was worked out for a word, kept for the next time; it is emptied when hostile texts have filled it."""

    def __init__(self, work: Callable[[str], T]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        made = self[word] = self._work(word)
        return made


_LETTERS: Final = re.compile("[a-z]+")
"""Only words of these letters have two spellings."""
_spelt: Final = _Known(lambda word: spelling.spelled(word) if _LETTERS.fullmatch(word) else word).__getitem__


def _spelled(text: str, folded: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a text in one spelling; where a hyphen may join two of them, they are read once more."""
    return tuple(map(_spelt, folded)) if _FIRST.isdisjoint(folded) else words_of(text).texts


def _plainer(text: str) -> str:
    """The text with blanks for marks that are no part of a word: most texts are then ASCII, which is quick."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def _by_place(text: str, tag: str | None, whole: bool = True) -> tuple[Words, list[bool]]:
    """The words of a text and which of them are figures, those too that only their place makes one."""
    found, aside, placed = words_of(text), _aside(tag), set(_placed(text, tag, whole))
    told = zip(found.texts, found.places, strict=True)
    return found, [start in placed or aside(word) for word, (start, _) in told]


def _placed(text: str, tag: str | None, whole: bool) -> Iterator[int]:
    """Where words start that the letters around them make figures: (b), a lone "(b" at the end, May of 12 May."""
    if ")" in text:
        yield from (found.start() for found in _BRACKETED.finditer(text))
    if whole and _is_open(text):
        yield from (found.start() for found in _LEFT_OPEN.finditer(text))
    if (also := _ALSO_WORDS.get(tag or "")) and any(map(text.lower().__contains__, also)):
        yield from (found.start() for found in _months(tag or "").finditer(text))


def _is_open(text: str) -> bool:
    """Whether it may end in a lone letter after a bracket, "(b", which is a figure there and nowhere else."""
    return text.rstrip()[-2:-1] == "("


@cache
def _months(tag: str) -> re.Pattern[str]:
    """Where such a word is printed as a month."""
    also = _ALSO_WORDS[tag]
    capital, small = "|".join(map(str.capitalize, also)), "|".join(also)
    return re.compile(rf"\b(?:{capital})\b|(?<=\d )(?i:{small})(?=,? \d{{4}})")


@cache
def _aside(tag: str | None) -> Callable[[str], bool]:
    """Whether a word of the language counts as a figure wherever it stands."""
    entry = language(tag) if tag else None
    listed = _listed(entry).difference(_ALSO_WORDS.get(entry.tag, ())) if entry else frozenset[str]()
    return _Known(lambda word: bool(_FIGURE.search(word)) or word in listed or _numeral(word)).__getitem__


def _numeral(word: str) -> bool:
    return bool(_ROMAN.fullmatch(word) or (len(word) == 1 and _HAN.match(word))) and number(word) is not None


def _listed(entry: Language) -> frozenset[str]:
    """The language's words for numbers and months: of names of several words the first and the last."""
    told = [words_of(name).texts for name in _names(entry)] if entry.spaced else []
    joining = {name for name, value in entry.cardinals.items() if value < 2 and name not in entry.ordinals}
    return frozenset(
        {end for each in told for end in (each[0], each[-1])} - {words_of(name).texts[0] for name in joining}
    )


def _names(entry: Language) -> tuple[str, ...]:
    return (*entry.ordinals, *entry.cardinals, *entry.months)
