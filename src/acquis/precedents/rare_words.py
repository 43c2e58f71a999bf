"""What the words of texts weigh, and the words of the passages of a text as one row of numbers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Rarity:
    """What words weigh: the logarithm of one and the texts for each that has the word (Spärck Jones, 1972).

    `texts` are the words of each text in their order, as numbers of 64 bits. Inside, words are numbered anew, the
    lightest first: `weights` has what each of these numbers weighs.
    """

    def __init__(self, texts: "Iterable[Sequence[int] | NDArray[Any]]") -> None:
        import numpy as np

        each = [np.unique(np.asarray(words, np.uint64)) for words in texts]
        self._ends = np.cumsum([0, *map(len, each)])
        flat = np.concatenate([np.zeros(0, np.uint64), *each])
        self._known, held, counts = np.unique(flat, return_inverse=True, return_counts=True)
        weights = np.log1p(len(each) / counts)
        order = weights.argsort(kind="stable")
        self._numbers = np.empty(len(order), np.int64)
        self._numbers[order] = np.arange(len(order))
        self.weights = weights[order]
        own = np.repeat(np.arange(len(each)), np.diff(self._ends)) * len(order)
        self._held = (np.sort(own + self._numbers[held]) - own).astype(np.int32)  # of each text in order

    def passages(self, texts: Sequence[int]) -> "Passages":
        """The words of some texts, one text after the other: those of each once and in order."""
        import numpy as np

        numbers = np.array(texts, np.int64)
        starts, ends = self._ends[numbers], self._ends[numbers + 1]
        return passages(self._held[stretches(starts, ends)].astype(np.int64), ends - starts, self.weights)

    def at(self, words: Sequence[int]) -> Sequence[float]:
        """What each of some words weighs; all of them are in a text."""
        import numpy as np

        numbers = self._numbers[np.searchsorted(self._known, np.array(words, np.uint64))]
        found: list[float] = self.weights[numbers].tolist()
        return found


class Passages(Struct, frozen=True):
    """The words of some passages, one passage after the other: whose each is, what it is and what it weighs.

    Words have the numbers of `Rarity`: those of a passage stand in order, the lightest first. `keys` are passage and
    word as one number: `own`, the number of the passage, times `width`, and the word, which is less than that.
    `squares` are the weights squared. `ends` is where each passage ends.
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


def passages(words: "NDArray[Any]", sizes: "NDArray[Any]", weights: "NDArray[Any]") -> Passages:
    """Passages of so many words each, which stand one after the other; `weights` is what words weigh by their numbers.

    The words of each passage are in order.
    """
    import numpy as np

    own = np.repeat(np.arange(len(sizes)), sizes)
    return Passages(own, own * len(weights) + words, weights[words] ** 2, np.cumsum(sizes), len(weights))


def stretches(starts: "NDArray[Any]", ends: "NDArray[Any]") -> "NDArray[Any]":
    """All numbers from each start to its end, one after another."""
    import numpy as np

    sizes = ends - starts
    found: NDArray[Any] = np.arange(int(sizes.sum())) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    return found


def _starts(ends: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    return np.concatenate([np.zeros(1, ends.dtype), ends])[:-1]
