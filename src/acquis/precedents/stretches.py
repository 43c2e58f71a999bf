"""How much of a formula any stretch of a passage holds: its words in another order, and the nearest misses."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.met import MOST, Met, Near, Place
from acquis.precedents.normal import ORDER, Normal
from acquis.precedents.pieces import Batch, Pieces, spread

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Asked(Struct, frozen=True):
    """How many plain words a formula has, and how often it has each word and each figure, by their numbers."""

    length: int
    plain: dict[int, int]
    figures: dict[int, int]

    @classmethod
    def of(cls, formula: Normal, numbers: Mapping[str, int]) -> "Asked":
        """The formula in the numbers of its words."""
        plain, figures = (Counter(map(numbers.__getitem__, each)) for each in (formula.plain, figures_of(formula)))
        return cls(len(formula.plain), dict(plain), dict(figures))


def figures_of(formula: Normal) -> Iterator[str]:
    """The words of a formula that are figures."""
    return (word for word, _ in formula.figures)


class Table:
    """The plain words of many passages, with the passages of each word of a formula, for counting stretches."""

    def __init__(self, batch: Batch, pieces: Pieces) -> None:
        import numpy as np

        ends = batch.ends["plain"]
        sizes = np.diff(ends, prepend=0)
        self._held = np.flatnonzero(sizes)
        self._passages, self._texts, self._below = batch.passages, pieces.numbers.texts, pieces.below
        self._plain, self._sizes, self._ends = batch.plain, sizes[self._held], ends[self._held]
        self._starts = self._ends - self._sizes
        self._codes = np.zeros(pieces.below + 1, np.int64)
        self._number()
        self._set_aside(batch)

    def _number(self) -> None:
        """For each word of a formula the passages that hold it, in their order, and how often each does."""
        import numpy as np

        wanted = np.flatnonzero(self._plain < self._below)
        words = self._plain[wanted].astype(np.int64)
        pairs = words * len(self._held) + self._ends.searchsorted(wanted, "right")
        pairs, self._times = np.unique(pairs, return_counts=True)
        self._where = pairs % max(1, len(self._held))
        self._bounds = pairs.searchsorted(np.arange(self._below + 1) * len(self._held))

    def _set_aside(self, batch: Batch) -> None:
        """For each figure of a formula the places of the plain words that it goes with."""
        import numpy as np

        at = np.flatnonzero(batch.aside & (batch.words < self._below))
        plain = np.cumsum(~batch.aside)[at]
        passage = batch.ends["words"].searchsorted(at, "right")
        slots = self._held.searchsorted(passage)
        mine = slots < len(self._held)
        mine[mine] = self._held[slots[mine]] == passage[mine]
        at, plain, slots = at[mine], plain[mine], slots[mine]
        words = batch.words[at]
        order = np.argsort(words, kind="stable")
        self._figure_slots = slots[order]
        self._figure_places = np.minimum(plain, self._ends[slots] - 1)[order]
        self._figure_bounds = words[order].searchsorted(np.arange(self._below + 1))

    def enter(self, asked: Asked, own: Met, *, sift: bool) -> None:
        """Counts a formula against every stretch: enters where all its words stand, and the nearest passages."""
        import numpy as np

        if not len(self._held):
            return
        some = self._enough(asked, own.nearest) if sift else np.arange(len(self._held))
        counted = self.counted(asked, some)
        for at in some[counted >= asked.length * _WORD].tolist():
            passage = self._passages[self._held[at]]
            own.enter(ORDER, [Place(passage, passage)])
        own.nearest = self._nearest(some, counted, own.nearest)

    def _enough(self, asked: Asked, held: tuple[Near, ...]) -> "NDArray[Any]":
        """The passages that may hold the formula's words in another order, or be told as near.

        While fewer are held than are told, some are counted beforehand: what the last of these has is the bar, and an
        earlier passage that has as much goes before it.
        """
        import numpy as np

        most = self._most(asked)
        bar = _last(held) + 1
        if len(held) < MOST:
            first = np.sort(np.argsort(-most, kind="stable")[:_FIRST])
            bar = max(1, _last(self._nearest(first, self.counted(asked, first), held)))
        return np.flatnonzero((most * _WORD + sum(asked.figures.values()) >= bar) | (most >= asked.length))

    def _most(self, asked: Asked) -> "NDArray[Any]":
        """How many of the formula's words each passage has, wherever they stand: no stretch of it has more."""
        import numpy as np

        most = np.zeros(len(self._held), np.int64)
        for word, times in asked.plain.items():
            own = slice(*self._bounds[word : word + 2])
            most[self._where[own]] += np.minimum(self._times[own], times)
        return most

    def counted(self, asked: Asked, some: "NDArray[Any]") -> "NDArray[Any]":
        """For some passages the fullest stretch as long as the formula: words shared times `_WORD`, and figures shared.

        A word counts as often as the formula has it. So a place counts for the stretches that begin less than their
        length before it, and after the place where the same word already stood as often: one up where the first of
        these begins, one down after the place, and the running sum is what each stretch has. A figure counts with the
        plain word that follows it.
        """
        import numpy as np

        where, ends = spread(self._starts[some], self._sizes[some])
        starts = ends - self._sizes[some]
        floors = np.repeat(starts, self._sizes[some])
        steps = np.zeros(len(where) + 1, np.int64)
        for value, found in ((_WORD, self._words(asked, where)), (1, self._figures(asked, some, starts))):
            for places, times in found:
                np.add.at(steps, _begins(places, floors[places], times, asked.length), value)
                np.subtract.at(steps, places + 1, value)
        counted: NDArray[Any] = np.maximum.reduceat(np.cumsum(steps[:-1]), starts) if len(some) else steps[:-1]
        return counted

    def _words(self, asked: Asked, where: "NDArray[Any]") -> "Iterator[tuple[NDArray[Any], int]]":
        """The places of each word of the formula among some words, and how often the formula has it."""
        import numpy as np

        self._codes[list(asked.plain)] = np.arange(1, len(asked.plain) + 1)
        codes = self._codes[np.minimum(self._plain[where], self._below)]
        self._codes[list(asked.plain)] = 0
        places = np.flatnonzero(codes)
        codes = codes[places]
        places = places[np.argsort(codes, kind="stable")]
        yield from zip(np.split(places, np.cumsum(np.bincount(codes)[1:])), asked.plain.values(), strict=False)

    def _figures(
        self, asked: Asked, some: "NDArray[Any]", starts: "NDArray[Any]"
    ) -> "Iterator[tuple[NDArray[Any], int]]":
        """The places that each figure of the formula goes with in some passages that start there, and how often."""
        import numpy as np

        nth = np.full(len(self._held), -1)
        nth[some] = np.arange(len(some))
        for figure, times in asked.figures.items():
            own = slice(*self._figure_bounds[figure : figure + 2])
            slots, places = self._figure_slots[own], self._figure_places[own]
            mine = nth[slots] >= 0
            slots, places = slots[mine], places[mine]
            yield places - self._starts[slots] + starts[nth[slots]], times

    def _nearest(self, some: "NDArray[Any]", counted: "NDArray[Any]", held: tuple[Near, ...]) -> tuple[Near, ...]:
        """The nearest of the passages held and of these, each wording once; of equal ones the earlier stays."""
        import numpy as np

        better = np.flatnonzero(counted > _last(held))
        new: dict[bytes, Near] = {}
        for at in better[np.argsort(-counted[better], kind="stable")].tolist():
            slot = some[at]
            row = self._plain[self._starts[slot] : self._ends[slot]]
            if (wording := row.tobytes()) not in new:
                plain = tuple(map(self._texts.__getitem__, row.tolist()))
                new[wording] = Near(*divmod(int(counted[at]), _WORD), self._passages[self._held[slot]], plain)
            if len(new) == 2 * MOST:
                break
        best: dict[tuple[str, ...], Near] = {}
        for each in sorted((*held, *new.values()), key=lambda near: near.rank):
            best.setdefault(each.plain, each)
        return tuple(best.values())[:MOST]


def _last(held: Sequence[Near]) -> int:
    """What a passage must have more of than the last of those held, if there are as many as are told."""
    return held[-1].shared * _WORD + held[-1].figures if len(held) == MOST else 0


_FIRST: Final = 64
"""Passages that are counted beforehand for a bar."""

_WORD: Final = 1 << 20
"""What a word counts beside a figure: more than any text has figures."""


def _begins(places: "NDArray[Any]", floors: "NDArray[Any]", times: int, length: int) -> "NDArray[Any]":
    """The first stretch that each place of one word counts for, if it is wanted so often."""
    import numpy as np

    begins: NDArray[Any] = np.maximum(places - (length - 1), floors)
    begins[times:] = np.maximum(begins[times:], places[:-times] + 1)
    return begins


def fullest(plain: Sequence[str], row: Sequence[str]) -> tuple[int, int]:
    """The first stretch, as long as the formula, of a passage's plain words that has most of the formula's."""
    wanted, held = Counter(plain), Counter[str]()
    shared = most = start = 0
    for at, word in enumerate(row):
        held[word] += 1
        shared += held[word] <= wanted[word]
        if at >= len(plain):
            gone = row[at - len(plain)]
            shared -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if shared > most:
            most, start = shared, max(0, at + 1 - len(plain))
    return start, min(start + len(plain), len(row))


def missing(plain: Sequence[str], stretch: Sequence[str]) -> tuple[str, ...]:
    """The formula's words that a stretch does not have, in the formula's order."""
    left = Counter(stretch)
    return tuple(word for word in plain if _lacks(left, word))


def _lacks(left: Counter[str], word: str) -> bool:
    left[word] -= 1
    return left[word] < 0
