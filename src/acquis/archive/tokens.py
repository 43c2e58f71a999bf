"""The words of a text as they are searched: folded, and each with its place."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

LONGEST: Final = 64
"""A run of letters longer than this is cut: no word is, and a hostile file may hold one of a megabyte."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands: code points of the text, end excluded."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text. Where a script puts no blanks between words, every character is one.

    So any stretch of Chinese or Japanese is found as a phrase of its characters. A hyphen, a slash, an apostrophe and
    every other sign ends a word and is no word itself: A/RES/61/88 is a phrase of four.

    >>> [token.text for token in tokens("L’État, co-operation; 核武器")]
    ['l', 'etat', 'co', 'operation', '核', '武', '器']
    """
    return [Token(word, *place) for word, place in zip(words(text), places(text), strict=True)]


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    text = _plain(text)
    if text.isascii():
        return _ASCII.findall(text.lower())
    if _EUROPEAN.fullmatch(text):
        return list(map(fold, _LETTERS.findall(text)))
    return [word for found in _pattern().findall(text) if (word := fold(found))]


def places(text: str) -> list[tuple[int, int]]:
    """Where each of the words stands: its first code point, and the one after its last."""
    text = _plain(text)
    if text.isascii() or _EUROPEAN.fullmatch(text):
        return _edges(text)
    return [found.span() for found in _pattern().finditer(text) if fold(found.group())]


def _edges(text: str) -> list[tuple[int, int]]:
    """Where the runs of letters and digits stand, told from where the one kind of sign goes over into the other."""
    import numpy as np

    if len(text) < _SHORT:
        return [found.span() for found in _LETTERS.finditer(text)]
    letter = np.zeros(len(text) + 2, bool)
    letter[1:-1] = _is_letter()[np.frombuffer(text.encode("utf-32-le"), np.uint32)]
    edges = np.flatnonzero(letter[1:] != letter[:-1])
    starts, ends = edges[::2], edges[1::2]
    if (ends - starts).max(initial=0) > LONGEST:
        return [found.span() for found in _LETTERS.finditer(text)]
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


@cache
def _is_letter() -> Any:
    """For each sign that European texts have, whether it is a letter or a digit."""
    import numpy as np

    return np.array([_LETTERS.match(chr(code)) is not None for code in range(_LAST + 1)])


def _plain(text: str) -> str:
    """The text with a blank for each sign of print that is no part of a word: most English is ASCII but for these.

    Words in ASCII are found five times as fast.
    """
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text


_SIGNS: Final = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u00a0\u00ab\u00bb"


def folded(text: str) -> str:
    """The words of a text, folded, with one blank between them: what the index is given.

    >>> folded("Ёлка. القَرار № 5")
    'елка القرار no 5'
    """
    return " ".join(words(text))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word as it is compared. This is all that is folded.

    - capital and small letters, and what Unicode calls compatible (ﬁ, full-width letters and digits, Arabic shapes);
    - accents on Latin and Greek letters (é = e, ø = o, ß = ss, œ = oe), and Russian ё = е;
    - Arabic vowel signs and tatweel (left out), the forms of alef (أإآٱ = ا), ى = ي, ة = ه; Persian ک = ك, ی = ي;
    - digits of every script (٢٠١١ = 2011); soft hyphens and joiners (left out).

    >>> fold("Coöperation"), fold("ＧＡ"), fold("إلى"), fold("٢٠١١")
    ('cooperation', 'ga', 'الي', '2011')
    """
    plain = word.casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKC", plain).casefold().translate(_SAME)
    return "".join(map(_bare, plain))


_ASCII: Final = re.compile(rf"[a-z0-9]{{1,{LONGEST}}}")

_EUROPEAN: Final = re.compile(
    "[\x00-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u206f\u20a0-\u20cf\u2100-\u2115\u2117-\u2bff\ue000-\uf8ff\ufeff\ufffd]*"
)
"""Latin, Greek and Cyrillic letters without loose accents, and signs: no heavier pattern is needed for these."""
_LAST: Final = 0xFFFD
_LETTERS: Final = re.compile(rf"[^\W_]{{1,{LONGEST}}}")
_SHORT: Final = 400
"""Signs of a text below which a pattern is as fast as an array."""

_UNSPACED: Final = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々〆"
"""The scripts that are written without blanks between words."""


@cache
def _pattern() -> Any:
    import regex

    letters = r"\p{L}\p{N}\p{M}№\u00AD\u200C\u200D"
    word = rf"[[{letters}]--[{_UNSPACED}]]{{1,{LONGEST}}}+"
    return regex.compile(rf"(?V1)[{_UNSPACED}]\p{{M}}{{0,4}}|{word}")


_SAME: Final[dict[int, str | None]] = {
    **{ord(letter): "ا" for letter in "أإآٱ"},
    **dict.fromkeys(range(0x0610, 0x061B)),
    **dict.fromkeys(range(0x064B, 0x0660)),
    **dict.fromkeys(range(0x06D6, 0x06EE)),
    **dict.fromkeys([0x0640, 0x0670, 0x00AD, 0x200C, 0x200D, 0x0020]),
    **{ord("ى"): "ي", ord("ی"): "ي", ord("ة"): "ه", ord("ک"): "ك", ord("ё"): "е"},
    **{ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ð"): "d", ord("þ"): "th", ord("ħ"): "h", ord("ı"): "i"},
    **{ord("œ"): "oe", ord("æ"): "ae"},
}


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """The letter without its accents; й and ї are letters of their own and stay."""
    if letter in "йїўѓќ":
        return letter
    if letter.isdecimal():
        return str(unicodedata.digit(letter))
    apart = unicodedata.normalize("NFD", letter)
    bare = "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f")
    return bare if bare != apart else letter
