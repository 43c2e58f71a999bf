"""The words of a passage as agreed language compares them: spelling, hyphens, marks and case folded, nothing else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.archive.forms import HYPHENED, spellings
from acquis.archive.tokens import tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION: Final = "1"
"""The version of this normalisation: an index and a certificate say by which one they were made."""

_HYPHEN: Final = re.compile("[-\u00ad\u2010\u2011]")
_FIGURES: Final = re.compile(r"\d")
FIGURE: Final = "#"


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
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    for token in tokens(text):
        if texts and texts[-1] in _FIRST and _HYPHEN.fullmatch(text[places[-1][1] : token.start]):
            texts[-1], places[-1] = texts[-1] + token.text, (places[-1][0], token.end)
        else:
            texts.append(token.text)
            places.append((token.start, token.end))
    return Words(tuple(map(_spelled, texts)), tuple(places))


_FIRST: Final = frozenset(HYPHENED)


@lru_cache(maxsize=200_000)
def _spelled(word: str) -> str:
    """One spelling of a word: the first of all its spellings in the alphabet."""
    return min((word, *spellings(word)))


@lru_cache(maxsize=500_000)
def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def keys_of(texts: Sequence[str]) -> "NDArray[Any]":
    """The words as numbers of 64 bits (uint64), the same on every machine: equal words have equal numbers."""
    import numpy as np

    return np.fromiter(map(_key, texts), np.uint64, len(texts))


def slots_of(texts: Sequence[str]) -> "NDArray[Any]":
    """The words as numbers, every figure as one and the same: formulae match whatever their numbers and years."""
    import numpy as np

    return np.fromiter((_key(FIGURE if _FIGURES.search(word) else word) for word in texts), np.uint64, len(texts))
