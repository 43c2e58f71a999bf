"""The words of a passage as agreed language compares them: spelling, hyphens, marks and case folded, nothing else."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from acquis.archive.forms import HYPHENED, spellings
from acquis.archive.tokens import fold, words
from acquis.archive.tokens import places as places_of
from acquis.precedents.names import names_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION: Final = "2"
"""The version of this normalisation: an index and a certificate say by which one they were made."""

_HYPHEN: Final = re.compile("[-\u00ad\u2010\u2011]")
_FIGURES: Final = re.compile(r"\d")
FIGURE: Final = "#"
SLOTS: Final = ("state", "mission", "date", "number", "session")
"""What formulae leave open."""


Place: TypeAlias = tuple[int, int]
"""Where a word starts and where it ends, the end excluded: code points."""


class Words(Struct, frozen=True):
    """The words of a text as they are compared, and where each stands: code points of the text, end excluded."""

    texts: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.texts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from `start` on, up to `end` excluded, stand in the text."""
        return self.places[start][0], self.places[end - 1][1]


def words_of(text: str) -> Words:
    """The words of a text. British and American spelling, and a hyphen after co-, non-, inter- …, make no difference.

    Where a script puts no blanks between words every character is a word. Nothing is stemmed, dropped or translated.

    >>> words_of("The Co-operation Organisation").texts
    ('the', 'cooperation', 'organisation')
    >>> words_of("the cooperation organization").texts == words_of("The Co-operation Organisation").texts
    True
    """
    texts, places = words(text), places_of(text)
    for at in [] if _FIRST.isdisjoint(texts) else _joints(text, places):
        texts[at : at + 2] = [texts[at] + texts[at + 1]]
        places[at : at + 2] = [(places[at][0], places[at + 1][1])]
    return Words(tuple(map(spelled, texts)), tuple(places))


def places_in(text: str) -> Sequence[Place]:
    """Where the words of a text stand: what `words_of` says, without the words."""
    places = places_of(text)
    for at in _joints(text, places):
        places[at : at + 2] = [(places[at][0], places[at + 1][1])]
    return places


def _joints(text: str, places: Sequence[Place]) -> Sequence[int]:
    """The words that are one with the next, after a hyphen, where they are such as co-, non- or inter-; the last first.

    No word of such a pair is part of another.
    """
    found: list[int] = []
    for hyphen in _HYPHEN.finditer(text):
        after = bisect_left(places, hyphen.span())
        start, end = places[after - 1] if after else (0, 0)
        joined = after < len(places) and (end, places[after][0]) == hyphen.span()
        if joined and fold(text[start:end]) in _FIRST and (not found or found[-1] < after - 2):
            found.append(after - 1)
    return found[::-1]


_FIRST: Final = frozenset(HYPHENED)


@lru_cache(maxsize=200_000)
def spelled(word: str) -> str:
    """One spelling of a word: the first of all its spellings in the alphabet."""
    return min((word, *spellings(word)))


@lru_cache(maxsize=500_000)
def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def keys_of(texts: Sequence[str]) -> "NDArray[Any]":
    """The words as numbers of 64 bits (uint64), the same on every machine: equal words have equal numbers."""
    import numpy as np

    return np.fromiter(map(_key, texts), np.uint64, len(texts))


def plain_of(texts: Sequence[str]) -> "NDArray[Any]":
    """The words as numbers, every figure as one and the same: 61/171 and 62/14, 2007 and 2011."""
    import numpy as np

    return np.fromiter((_key(FIGURE if _FIGURES.search(word) else word) for word in texts), np.uint64, len(texts))


def marks_of(text: str, words: Words) -> "NDArray[Any]":
    """What each word names, as a number (uint8): a place of `SLOTS` counted from 1, else 0.

    Formulae match whatever state, mission, date, number or session they are about.
    """
    import numpy as np

    made = np.zeros(len(words), np.uint8)
    starts = [start for start, _ in words.places]
    for name in names_in(text):
        if name.kind in SLOTS:
            made[bisect_left(starts, name.start) : bisect_left(starts, name.end)] = SLOTS.index(name.kind) + 1
    return made


def slotted(keys: "NDArray[Any]", marks: "NDArray[Any]") -> "NDArray[Any]":
    """The words as numbers, those of a name as the number of what it names."""
    import numpy as np

    return np.where(marks > 0, np.array([0, *(_key(f"#{kind}") for kind in SLOTS)], np.uint64)[marks], keys)
