"""Runs of words as numbers: what passages that share language have in common."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TRIPLE: Final = (1, 1, 1)
"""Three words that follow one another: what is looked up."""

SEED: Final = (1, 1, 0, 1, 0, 1, 1)
"""Five of seven words, two left open (a spaced seed: Ma, Tromp and Li, PatternHunter, 2002): a changed word between
breaks fewer of them than of five in a row, and they are rarer. What the all-pairs join joins."""

_ODD: Final = (
    *(0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93),
    *(0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3),
)
"""A gram is the sum of its words, each times its own odd number, modulo 2 to the 64 (multilinear hashing, Lemire and
Kaser, 2014): the words are hashes already, so that no more stirring is needed."""


def grams(
    keys: "NDArray[Any]", lengths: "NDArray[Any]", pattern: tuple[int, ...]
) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The grams of many passages at once: their numbers (uint64), and the passage that each is of (uint32).

    `keys` are the words of all passages one after another, `lengths` how many each has. A passage that is shorter than
    the pattern has one gram, of all its words. No gram crosses the end of a passage.
    """
    import numpy as np

    width = len(pattern)
    owner = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    starts = np.cumsum(lengths) - lengths
    within = np.arange(len(keys), dtype=np.int64) - starts[owner]
    whole = within + width <= lengths[owner]
    made = np.zeros(len(keys), np.uint64)
    for number, step in enumerate(at for at, wanted in enumerate(pattern) if wanted):
        size = max(0, len(keys) - step)
        made[:size] += keys[step:] * _odd(number)
    short = np.flatnonzero((lengths < width) & (lengths > 0))
    few = np.array([_all(keys[starts[at] : starts[at] + lengths[at]]) for at in short], np.uint64)
    return np.concatenate([made[whole], few]), np.concatenate([owner[whole], short.astype(np.uint32)])


def _odd(number: int) -> "np.uint64":
    """What the word at that place of a gram is multiplied with."""
    import numpy as np

    return np.uint64(_ODD[number])


def _all(keys: "NDArray[Any]") -> int:
    """The gram of a passage that is shorter than the pattern: of all its words."""
    return sum(int(key) * odd for key, odd in zip(keys, _ODD, strict=False)) % 2**64
