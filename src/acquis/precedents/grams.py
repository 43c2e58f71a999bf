"""Runs of words as numbers: what passages that share language have in common."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

TRIPLE: Final = (1, 1, 1)
"""Three words that follow one another: what is looked up."""

SEED: Final = (1, 1, 0, 1, 0, 1, 1)
"""Five of seven words, two left open (a spaced seed: Ma, Tromp and Li, PatternHunter, 2002): a changed word between
breaks fewer of them than of five in a row, and they are rarer. What the all-pairs join joins."""

_ODD: Final = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


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
    for step in (at for at, wanted in enumerate(pattern) if wanted):
        size = max(0, len(keys) - step)
        made[:size] = _mixed(made[:size], keys[step:])
    short = np.flatnonzero((lengths < width) & (lengths > 0))
    few = np.array([_all(keys[starts[at] : starts[at] + lengths[at]]) for at in short], np.uint64)
    return np.concatenate([made[whole], few]), np.concatenate([owner[whole], short.astype(np.uint32)])


def _mixed(before: "NDArray[Any]", keys: "NDArray[Any]") -> "NDArray[Any]":
    """Each number stirred with the next word (the finaliser of splitmix64, Steele, Lea and Flood, 2014)."""
    import numpy as np

    odd = [np.uint64(each) for each in _ODD]
    mixed = before * odd[0] + keys
    mixed = (mixed ^ (mixed >> np.uint64(30))) * odd[1]
    mixed = (mixed ^ (mixed >> np.uint64(27))) * odd[2]
    stirred: NDArray[Any] = mixed ^ (mixed >> np.uint64(31))
    return stirred


def _all(keys: "NDArray[Any]") -> int:
    import numpy as np

    made = np.zeros(1, np.uint64)
    for at in range(len(keys)):
        made = _mixed(made, keys[at : at + 1])
    return int(made[0])
