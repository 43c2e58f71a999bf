"""Texts of the index that may share language with a passage: those that share its rarest runs of words."""

from collections.abc import Callable, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from acquis.precedents.grams import TRIPLE, grams
from acquis.precedents.ordered import begins
from acquis.precedents.segment import Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST: Final = 20
"""How many texts are compared word by word for a passage; about as many again for its stretches."""

_BUDGET: Final = 1_000
"""How many postings are read for each text that is wanted, the rarest runs first: a formula costs no more than a
clause."""

_WINDOW: Final = 16
_WINDOWS: Final = 16
"""A passage is looked up by stretches of so many words, at most so many stretches: a clause that stands inside words
of another text must not be crowded out by the copies of that text."""

FEW: Final = 2
"""How many texts are compared for each stretch of a passage."""

_FAINT: Final = 0.12
"""A text that weighs less than this share of the heaviest one of its stretch shares nothing but chance."""


OpenTo: TypeAlias = Callable[[Segment, "NDArray[Any]"], "NDArray[Any]"]
"""Which of some texts of a segment may be found."""


class Candidate(Struct, frozen=True):
    """A text of a segment, and how much the runs it shares with the query weigh: the rarer, the more."""

    segment: int
    text: int
    weight: int


class Candidates(Struct, frozen=True):
    """The texts that may share language with a passage, the heaviest first.

    `counts` says for each run of three words of the passage in how many texts of the index it stands.
    """

    texts: tuple[Candidate, ...]
    counts: "NDArray[Any]"


def candidates(
    segments: Sequence[Segment],
    plain: "NDArray[Any]",
    slots: "NDArray[Any] | None" = None,
    *,
    open_to: OpenTo | None = None,
    most: int = MOST,
    few: int = FEW,
) -> Candidates:
    """The texts that share most with a passage, given as numbers of its words: figures aside, and names aside.

    `open_to` says which may be found.

    Cost: a search for each of its runs of three words, then their postings, up to a budget.
    """
    import numpy as np

    made = [grams(each, np.array([len(each)]), TRIPLE)[0] for each in (plain, plain if slots is None else slots)]
    wanted, first, back = np.unique(np.concatenate(made), return_index=True, return_inverse=True)
    size = len(made[0])
    windows = max(1, min(_WINDOWS, round(size / _WINDOW)))
    window = first % size * windows // size
    places = [each.found(wanted) for each in segments]
    counts = sum((ends - starts for starts, ends in places), start=np.zeros(len(wanted), np.int64))
    chosen = _rarest(counts, window, windows, _BUDGET * most)
    weights = np.round(_FINE * np.log1p(sum(each.texts for each in segments) / counts[chosen])).astype(np.int64)
    flat, run = _posted(segments, [(starts[chosen], ends[chosen]) for starts, ends in places], open_to)
    weighed = _Weighed(flat, window[chosen][run], weights[run], windows)
    return Candidates(tuple(_told(segments, *weighed.best(most, few))[: most + few * windows]), counts[back][:size])


def _told(segments: Sequence[Segment], texts: "NDArray[Any]", heavy: "NDArray[Any]") -> list[Candidate]:
    """The texts, counted through all segments, as those of their segments, the heaviest first."""
    import numpy as np

    bases = np.cumsum([0, *(each.texts for each in segments)])
    order = np.lexsort((texts, -heavy))
    of = np.searchsorted(bases, texts, side="right") - 1
    columns = (each[order].tolist() for each in (of, texts - bases[of], heavy))
    return list(starmap(Candidate, zip(*columns, strict=True)))


def _rarest(counts: "NDArray[Any]", window: "NDArray[Any]", windows: int, budget: int) -> "NDArray[Any]":
    """The runs to read: the rarest of each stretch as far as its part of the budget goes, and at least one."""
    import numpy as np

    chosen = []
    for number in range(windows):
        own = np.flatnonzero((window == number) & (counts > 0))
        own = own[np.argsort(counts[own], kind="stable")]
        within = np.cumsum(counts[own]) <= budget // windows
        chosen.append(own[within] if within.any() else own[:1])
    return np.concatenate(chosen)


def _posted(
    segments: Sequence[Segment],
    places: "Sequence[tuple[NDArray[Any], NDArray[Any]]]",
    open_to: OpenTo | None,
) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The texts, counted through all segments, that have each of some runs, and the place of the run that each has."""
    import numpy as np

    flat, run, base = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], 0
    for each, (starts, ends) in zip(segments, places, strict=True):
        lists = [each.postings[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        texts = np.concatenate(lists).astype(np.int64) if lists else flat[0]
        own = np.repeat(np.arange(len(lists)), ends - starts)
        if open_to is not None:
            kept = open_to(each, texts)
            texts, own = texts[kept], own[kept]
        flat.append(texts + base)
        run.append(own)
        base += each.texts
    return np.concatenate(flat), np.concatenate(run)


class _Weighed:
    """What texts weigh, for each stretch of the passage and in all."""

    def __init__(self, flat: "NDArray[Any]", where: "NDArray[Any]", heavy: "NDArray[Any]", windows: int) -> None:
        """Texts, each as often as it has a run of the passage; the stretch that the run is of, and what it weighs."""
        self.windows = windows
        self.texts, self.stretches, self.sums = _summed(flat, where, heavy, windows)

    def best(self, most: int, few: int) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The heaviest texts of each stretch and those that are heaviest in all, and what they weigh."""
        import numpy as np

        if not len(self.texts):
            return self.texts, self.sums
        first = begins(self.texts)
        own, whole = self.texts[first], np.add.reduceat(self.sums, first)
        chosen = [_top(whole, most)]
        if self.windows > 1:
            for number in range(self.windows):
                mine = np.flatnonzero(self.stretches == number)
                chosen.append(np.searchsorted(own, self.texts[mine[_top(self.sums[mine], few)]]))
        taken = np.unique(np.concatenate(chosen))
        return own[taken], whole[taken]


def _summed(
    flat: "NDArray[Any]", where: "NDArray[Any]", heavy: "NDArray[Any]", windows: int
) -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """Each text with each stretch that it shares a run of, and what its runs there weigh, in order of texts."""
    import numpy as np

    packed = (flat * windows + where) << _BITS | heavy
    packed.sort()  # sorting numbers costs a fifth of sorting places by them
    both = packed >> _BITS
    first = begins(both)
    sums = np.add.reduceat(packed & ((1 << _BITS) - 1), first) if len(first) else packed
    return both[first] // windows, both[first] % windows, sums


_BITS: Final = 20
_FINE: Final = 1 << 12
"""Weights are whole numbers of so many parts: their sums are the same on every machine."""


def _top(sums: "NDArray[Any]", most: int) -> "NDArray[Any]":
    """The heaviest, the first of equals first, without those that weigh next to nothing."""
    import numpy as np

    least = _FAINT * sums.max(initial=0)
    if len(sums) > most:
        least = max(least, np.partition(sums, len(sums) - most)[len(sums) - most])
    likely = np.flatnonzero(sums >= least)
    best: NDArray[Any] = likely[np.argsort(-sums[likely], kind="stable")[:most]]
    return best
