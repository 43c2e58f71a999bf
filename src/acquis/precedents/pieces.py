"""The words of passages as numbers: what stands between two blanks is read once, however often it is printed."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents import normal
from acquis.precedents.lookup import Lookup
from acquis.precedents.met import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Batch(Struct, frozen=True):
    """The passages of some texts in the numbers of their words, in each form.

    `of` is the number of each passage's text, `aside` says which of `words` are figures, and `ends` where in each form
    the words of each passage end.
    """

    passages: list[Passage]
    of: list[int]
    folded: "NDArray[Any]"
    words: "NDArray[Any]"
    plain: "NDArray[Any]"
    aside: "NDArray[Any]"
    ends: "dict[str, NDArray[Any]]"


class Pieces:
    """What stands between two blanks, each read when it is first met; `numbers` are those of its words.

    The words in `wanted`, those of the formulae, have the numbers below `below`.
    """

    def __init__(self, tag: str | None, wanted: Iterable[str]) -> None:
        self._tag, self._known, self._lookup = tag, dict[str, int](), Lookup(self._pieces)
        self.numbers = _Numbers()
        self.below = len({self.numbers[word] for word in wanted})
        self.folded, self.words, self._aside, self._leans = _Rows(), _Rows(), bytearray(), bytearray()
        self._enter([""])

    def batch(self, texts: Sequence[Sequence[Passage]]) -> Batch:
        """The passages of some texts in numbers."""
        import numpy as np

        passages = list(chain.from_iterable(texts))
        read, ends = self._read(passages)
        where, word_ends = self.words.spread(read)
        words, aside = np.array(self.words.flat)[where], np.array(self._aside, bool)[where]
        folded_where, folded_ends = self.folded.spread(read)
        of = [at for at, text in enumerate(texts) for _ in text]
        row_ends = {"words": _at(word_ends, ends), "folded": _at(folded_ends, ends)}
        row_ends["plain"] = _at(np.cumsum(~aside), row_ends["words"])
        return Batch(passages, of, np.array(self.folded.flat)[folded_where], words, words[~aside], aside, row_ends)

    def _read(self, passages: Sequence[Passage]) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The pieces of the passages, and where those of each end; a passage read whole is one piece and empty ones."""
        read, ends = self._lookup.numbers([passage.words for passage in passages])
        for at in self._leaning(read, ends):
            start = ends[at - 1] if at else 0
            read[start : ends[at]] = 0
            read[start] = self._enter([passages[at].words], whole=True)
        return read, ends

    def _pieces(self, asked: Sequence[str]) -> list[int]:
        """The numbers of pieces; long ones are read anew each time."""
        bare = list(map(normal.bare, asked))
        new = [piece for piece in dict.fromkeys(bare) if piece not in self._known]
        self._known.update(zip(new, range(self._enter(new), len(self._leans)), strict=True))
        numbers = list(map(self._known.__getitem__, bare))
        for piece in new:
            if len(piece) > _REMEMBERED:
                del self._known[piece]
        return numbers

    def _enter(self, texts: Sequence[str], *, whole: bool = False) -> int:
        """Reads texts, each of which is a row from then on; the number of the first."""
        first, number = len(self._leans), self.numbers.__getitem__
        for text in texts:
            folded, words, aside = normal.read(text, self._tag, whole=whole)
            self.folded.add(map(number, folded))
            self.words.add(map(number, words))
            self._aside.extend(aside)
        self._leans.extend(map(normal.leans, texts))
        return first

    def _leaning(self, read: "NDArray[Any]", ends: "NDArray[Any]") -> set[int]:
        """The passages where a word may be a figure for the pieces around it, or for standing at the end."""
        import numpy as np

        leans = np.array(self._leans)[read]
        at = np.flatnonzero(leans[1:-1] & normal.MONTH) + 1
        months = at[(leans[at - 1] & normal.AFTER != 0) & (leans[at + 1] & normal.BEFORE != 0)]
        last = ends[np.diff(ends, prepend=0) > 0] - 1
        places = np.concatenate((months, last[leans[last] & normal.OPEN != 0]))
        return set(ends.searchsorted(places, "right").tolist())


class _Numbers(dict[str, int]):
    """The number of each word, which is given when it is first asked for; `texts` are the words by their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def __missing__(self, word: str) -> int:
        made = self[word] = len(self.texts)
        self.texts.append(word)
        return made


_REMEMBERED: Final = 64
"""Longer pieces are no words with their marks, and met once: those of scripts without blanks."""


def _at(ends: "NDArray[Any]", places: "NDArray[Any]") -> "NDArray[Any]":
    """How many there are before those places, given where each ends."""
    import numpy as np

    before: NDArray[Any] = np.concatenate((np.zeros(1, np.int64), ends))[places]
    return before


class _Rows:
    """Rows of numbers, one after another."""

    def __init__(self) -> None:
        self.flat, self._ends = array("i"), array("i", (0,))

    def add(self, row: Iterable[int]) -> None:
        """One row more."""
        self.flat.extend(row)
        self._ends.append(len(self.flat))

    def spread(self, rows: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
        """Where the numbers of those rows stand in `flat`, and where each row ends among them."""
        import numpy as np

        ends = np.array(self._ends)
        return spread(ends[:-1][rows], np.diff(ends)[rows])


def spread(starts: "NDArray[Any]", sizes: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
    """The places of stretches one after another, and where each stretch ends among them."""
    import numpy as np

    ends = np.cumsum(sizes, dtype=starts.dtype)
    size = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - sizes), sizes) + np.arange(size, dtype=starts.dtype), ends
