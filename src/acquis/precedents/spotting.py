"""Where rows of words stand in their order, whatever the blanks and hyphens between them."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from acquis.precedents.normal import run_together

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Spotter:
    """Finds many rows of words in their order, whatever the blanks and hyphens between them.

    The letters of all rows, run together, are one tree (Fredkin, 1960). From every word of the texts that the letters
    of a row begin with, the words after it are followed through the tree, all places in step.
    """

    def __init__(self, rows: Sequence[Sequence[str]], texts: Sequence[str]) -> None:
        self._texts = texts
        self._nodes: list[dict[str, int]] = [{}]
        self._letter = [""]
        self._of: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            if row:
                self._of[self._enter(run_together(row))].append(number)
        self._last = bytearray(node in self._of for node in range(len(self._nodes)))
        self._first = array("i")
        self._after = _Worked(self._follow)

    def _enter(self, letters: str) -> int:
        at = 0
        for letter in letters:
            node = self._nodes[at].setdefault(letter, len(self._nodes))
            if node == len(self._nodes):
                self._nodes.append({})
                self._letter.append(letter)
            at = node
        return at

    def _follow(self, key: int) -> int:
        """The node after a word, from a node: both in one number; -1 where no row goes on so."""
        at, word = key >> _SHIFT, self._texts[key & (1 << _SHIFT) - 1]
        if self._letter[at].isdecimal() and word[0].isdecimal():
            at = self._nodes[at].get(" ", _NOWHERE)
        for letter in word:
            if at == _NOWHERE:
                break
            at = self._nodes[at].get(letter, _NOWHERE)
        return at

    def spotted(self, words: "NDArray[Any]") -> Iterator[tuple[int, int, int]]:
        """Each row that stands among the words, which are numbers, where it starts and where it ends."""
        import numpy as np

        self._first.extend(map(self._follow, range(len(self._first), len(self._texts))))
        nodes = np.array(self._first)[words]
        starts = np.flatnonzero(nodes != _NOWHERE)
        nodes, at = nodes[starts].astype(np.int64), starts + 1
        last = np.array(self._last, bool)
        found: list[tuple[int, int, int]] = []
        while len(at):
            for each in np.flatnonzero(last[nodes]).tolist():
                found += ((row, int(starts[each]), int(at[each])) for row in self._of[int(nodes[each])])
            on = at < len(words)
            nodes, starts, at = nodes[on], starts[on], at[on]
            nodes = self._step(nodes, words[at])
            on = nodes != _NOWHERE
            nodes, starts, at = nodes[on], starts[on], at[on] + 1
        return iter(sorted(found, key=lambda each: each[1:]))

    def _step(self, nodes: "NDArray[Any]", words: "NDArray[Any]") -> "NDArray[Any]":
        import numpy as np

        keys, which = np.unique(nodes << _SHIFT | words, return_inverse=True)
        made: NDArray[Any] = np.fromiter(map(self._after.__getitem__, keys.tolist()), np.int64, len(keys))[which]
        return made


class _Worked(dict[int, int]):
    """What was worked out, kept for the next time; it is emptied when it is full."""

    def __init__(self, work: Callable[[int], int]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: int) -> int:
        if len(self) >= _MOST:
            self.clear()
        made = self[key] = self._work(key)
        return made


_MOST: Final = 1_000_000
_SHIFT: Final = 32
_NOWHERE: Final = -1
