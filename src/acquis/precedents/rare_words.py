"""What the words of texts weigh, and the words of many passages as one row of numbers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Weighed(Struct, frozen=True):
    """The words of a text as numbers (uint64), each once and in order, and what each weighs (float64)."""

    words: "NDArray[Any]"
    weights: "NDArray[Any]"

    def at(self, words: "NDArray[Any]") -> "NDArray[Any]":
        """What each of some words weighs; one for a word that it does not have."""
        import numpy as np

        if not len(self.words):
            return np.ones(len(words))
        at = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        found: NDArray[Any] = np.where(self.words[at] == words, self.weights[at], 1.0)
        return found


Weights: TypeAlias = Callable[[int], Weighed]
"""The words of a text with what they weigh: the rarer in the archive, the more."""


class Passages(Struct, frozen=True):
    """The words of some passages, one passage after the other: whose each is, what it is and what it weighs.

    `keys` are passage and word as one number, in order: `own`, the number of the passage, times `width`, and the word,
    which is less than that. `squares` are the weights squared. `ends` is where each passage ends.
    """

    own: "NDArray[Any]"
    keys: "NDArray[Any]"
    squares: "NDArray[Any]"
    ends: "NDArray[Any]"
    width: int

    @property
    def words(self) -> "NDArray[Any]":
        """The word of each entry."""
        found: NDArray[Any] = self.keys - self.own * self.width
        return found

    def of(self, numbers: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
        """The entries of some passages, and for each the place of its passage among those that were asked for."""
        import numpy as np

        starts, ends = _starts(self.ends)[numbers], self.ends[numbers]
        return stretches(starts, ends), np.repeat(np.arange(len(numbers)), ends - starts)

    def less(self, other: "Passages", links: Sequence[tuple[int, int]]) -> "Passages":
        """Without the words that passages of another text have: `links` says which passage loses those of which."""
        import numpy as np

        if not links:
            return self
        here, there = np.array(links).T
        entries, link = other.of(there)
        at, held = self._places(here[link] * self.width + other.words[entries])
        kept = np.ones(len(self.keys), bool)
        kept[at[held]] = False
        ends = np.concatenate([[0], np.cumsum(kept)])[self.ends]
        return Passages(self.own[kept], self.keys[kept], self.squares[kept], ends, self.width)

    def shared(self, other: "Passages", a: "NDArray[Any]", b: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
        """What the words weigh, squared, that passages `a` of this text have with those of the other one, and how many.

        The words are added in their order: a sum of fractions hangs on the order of what is summed.
        """
        import numpy as np

        entries, pair = other.of(b)
        _, held = self._places(a[pair] * self.width + other.words[entries])
        pair, entries = pair[held], entries[held]
        return np.bincount(pair, other.squares[entries], len(a)), np.bincount(pair, minlength=len(a))

    def _places(self, keys: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
        """Where each of some keys stands, and whether it does."""
        import numpy as np

        if not len(self.keys):
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), bool)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return at, self.keys[at] == keys


def passages(earlier: Sequence[Weighed], later: Sequence[Weighed]) -> tuple[Passages, Passages]:
    """The words of the passages of two texts, with the same numbers for the same words in both."""
    import numpy as np

    flat = np.concatenate([np.zeros(0, np.uint64), *(each.words for each in (*earlier, *later))])
    known, numbers = np.unique(flat, return_inverse=True)
    middle = sum(len(each.words) for each in earlier)
    return _laid(earlier, numbers[:middle], len(known)), _laid(later, numbers[middle:], len(known))


def _laid(texts: Sequence[Weighed], numbers: "NDArray[Any]", width: int) -> Passages:
    import numpy as np

    sizes = np.array([len(each.words) for each in texts], np.int64)
    own = np.repeat(np.arange(len(texts)), sizes)
    squares = np.concatenate([np.zeros(0), *(each.weights for each in texts)]) ** 2
    return Passages(own, own * width + numbers, squares, np.cumsum(sizes), width)


def stretches(starts: "NDArray[Any]", ends: "NDArray[Any]") -> "NDArray[Any]":
    """All numbers from each start to its end, one after another."""
    import numpy as np

    sizes = ends - starts
    found: NDArray[Any] = np.arange(int(sizes.sum())) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    return found


def _starts(ends: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    return np.concatenate([np.zeros(1, ends.dtype), ends])[:-1]
