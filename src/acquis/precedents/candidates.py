"""Texts of the index that may share language with a passage: those that share its rarest runs of words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.grams import TRIPLE, grams
from acquis.precedents.segment import Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST: Final = 150
"""How many texts are compared word by word for a passage."""

_BUDGET: Final = 120_000
"""How many postings are read for a passage: the rarest runs first, so that a formula costs no more than a clause."""


class Candidate(Struct, frozen=True):
    """A text of a segment, and how much the runs it shares with the query weigh: the rarer, the more."""

    segment: int
    text: int
    weight: float


def candidates(
    segments: Sequence[Segment],
    slots: "NDArray[Any]",
    *,
    open_to: "Sequence[NDArray[Any]] | None" = None,
    most: int = MOST,
) -> list[Candidate]:
    """The texts that share most with a passage, given as numbers of its words; `open_to` says which may be found.

    Cost: a search for each of its runs of three words, then their postings, up to a budget.
    """
    import numpy as np

    made, _ = grams(slots, np.array([len(slots)]), TRIPLE)
    wanted = np.unique(made)
    places = [each.found(wanted) for each in segments]
    counts = sum((ends - starts for starts, ends in places), start=np.zeros(len(wanted), np.int64))
    chosen, weights = _rarest(counts, sum(each.texts for each in segments))
    found: list[Candidate] = []
    for number, (each, (starts, ends)) in enumerate(zip(segments, places, strict=True)):
        texts, sums = _weighed(each, starts[chosen], ends[chosen], weights)
        if open_to is not None:
            allowed = open_to[number][texts]
            texts, sums = texts[allowed], sums[allowed]
        best = _top(sums, most)
        found += [Candidate(number, t, w) for t, w in zip(texts[best].tolist(), sums[best].tolist(), strict=True)]
    return sorted(found, key=lambda each: (-each.weight, each.segment, each.text))[:most]


def _rarest(counts: "NDArray[Any]", texts: int) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The runs to read, the rarest first as far as the budget goes and at least one; and what each weighs."""
    import numpy as np

    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    within = np.cumsum(counts[order]) <= _BUDGET
    chosen = order[within] if within.any() else order[:1]
    return chosen, np.log1p(texts / counts[chosen])


def _weighed(
    segment: Segment, starts: "NDArray[Any]", ends: "NDArray[Any]", weights: "NDArray[Any]"
) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The texts that have any of the runs, and the sum of what these weigh."""
    import numpy as np

    lists = [segment.postings[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    if not lists:
        return np.zeros(0, np.uint32), np.zeros(0)
    flat, heavy = np.concatenate(lists), np.repeat(weights, ends - starts)
    order = np.argsort(flat, kind="stable")
    flat, heavy = flat[order], heavy[order]
    first = np.flatnonzero(np.append(True, flat[1:] != flat[:-1])) if len(flat) else np.zeros(0, np.int64)
    return flat[first], np.add.reduceat(heavy, first) if len(flat) else np.zeros(0)


def _top(sums: "NDArray[Any]", most: int) -> "NDArray[Any]":
    import numpy as np

    if len(sums) <= most:
        return np.arange(len(sums))
    edge = np.partition(sums, len(sums) - most)[len(sums) - most]
    return np.flatnonzero(sums >= edge)[: 2 * most]  # ties are all looked at, within reason
