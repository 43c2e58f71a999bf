"""How much two texts share, word by word, for many pairs at once: an Arrow batch in, an Arrow batch out."""

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.library import library

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENOUGH: Final = 8
"""A pair is kept whose score is at least this, or at least `SHARE` of the shorter text's words."""

SHARE: Final = 0.75

GIVES: Final = (
    "a bigint, b bigint, score int, words int, a_start int, a_end int, b_start int, b_end int, a_size int, b_size int"
)
"""The columns of what is verified: two texts, the score of their best stretch, the words they share in it, where it
stands in each (numbers of words, end excluded), and the words that each text has."""

DIAGONALS: Final = ("d1", "d2", "d3", "d4", "d5")
"""The diagonals of a pair that hold most of its seeds: how many words later in `a` than in `b` these stand."""

REACH: Final = 60
"""The ends of two texts are compared with one another where they lie so near to a place that both have."""

LONGEST: Final = 1 << 17
"""Words of a text that are looked at, what comes after them is not: so that no number below passes 63 bits."""

_WORD: Final = 1 << 3
_START: Final = 1 << 23
_SCORE: Final = 1 << 43
"""What is known of a stretch in one number, so that the greater is the better: its score, where it starts (of two that
score alike the later, and so the denser), the words shared, and the diagonal it starts on."""

_NONE: Final = -(1 << 61)
_LOT: Final = 1 << 16
"""Places that are compared at once: what fits the processor's cache goes twice as fast."""


def verified(batch: Any, words: str) -> Any:
    """The pairs of a batch that share enough, each with its best stretch.

    The batch has `a`, `b` and `DIAGONALS`; `words` is the folder with the words (`opened`). A stretch runs along such
    diagonals and may change from one to another. Its score is one for each shared word, less one for each word between,
    as in `alignment.align` (Smith and Waterman, 1981, on the diagonals that hold seeds: Pearson and Lipman, FASTA,
    1988). Every pair is worked out by itself: the borders of batches make no difference.
    """
    import numpy as np

    a, b = (batch.column(name).to_numpy().astype(np.int64) for name in ("a", "b"))
    keys, ends, numbers = opened(words)
    sides = _Sides.of(a, b, keys, ends)
    hits = np.stack([batch.column(name).to_numpy() for name in DIAGONALS]).astype(np.int64)
    diagonals = _diagonals(hits, sides)
    return _kept(numbers[a], numbers[b], sides, _chained(_runs(diagonals, sides), diagonals))


@lru_cache(maxsize=4)
def opened(folder: str) -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """The words of all texts as numbers (uint64), where each text ends and its number (int64), looked at in place."""
    import numpy as np

    # Plain arrays over the mapped file: numpy's own kind for these costs a Python call at every step.
    keys, ends, numbers = (
        np.asarray(np.load(Path(folder) / f"{name}.npy", mmap_mode="r")) for name in ("keys", "ends", "numbers")
    )
    return keys, ends, numbers


class _Sides(Struct, frozen=True):
    """Where the texts of each pair start among all words, and how many words they have."""

    words: "NDArray[Any]"
    a_at: "NDArray[Any]"
    a_size: "NDArray[Any]"
    b_at: "NDArray[Any]"
    b_size: "NDArray[Any]"

    @classmethod
    def of(cls, a: "NDArray[Any]", b: "NDArray[Any]", keys: "NDArray[Any]", ends: "NDArray[Any]") -> "_Sides":
        """The sides of pairs of texts."""
        import numpy as np

        starts = [np.where(side > 0, ends[side - 1], 0) for side in (a, b)]
        sizes = [np.minimum(ends[side] - start, LONGEST - 1) for side, start in zip((a, b), starts, strict=True)]
        return cls(keys, starts[0], sizes[0], starts[1], sizes[1])


def _diagonals(hits: "NDArray[Any]", sides: _Sides) -> "NDArray[Any]":
    """The diagonals of each pair, in order: those with hits, and those on which both texts start or end if near."""
    import numpy as np

    low, high = hits.min(axis=0) - REACH, hits.max(axis=0) + REACH
    ends = np.stack([np.zeros_like(sides.a_size), sides.a_size - sides.b_size])
    near = (ends >= low) & (ends <= high)
    return np.sort(np.concatenate([hits, np.where(near, ends, hits[0])]), axis=0)


class _Runs(Struct, frozen=True):
    """Words in a row that both texts have: the pair and the diagonal they are of, the first in `a`, and how many.

    In the order of pairs, and in each pair in that of `a`.
    """

    pair: "NDArray[Any]"
    diagonal: "NDArray[Any]"
    start: "NDArray[Any]"
    size: "NDArray[Any]"


def _runs(diagonals: "NDArray[Any]", sides: _Sides) -> _Runs:
    """Every run on every diagonal of every pair."""
    import numpy as np

    count = len(diagonals)
    start = np.maximum(diagonals, 0)
    size = np.maximum(np.minimum(sides.a_size, sides.b_size + diagonals) - start, 0)
    size[1:][diagonals[1:] == diagonals[:-1]] = 0
    start, size, across = start.T.ravel(), size.T.ravel(), diagonals.T.ravel()
    a_at = np.repeat(sides.a_at, count) + start
    b_at = np.repeat(sides.b_at, count) + start - across
    edges = np.searchsorted(np.cumsum(size), np.arange(0, int(size.sum()) + _LOT, _LOT))
    lots = [slice(at, end) for at, end in pairwise(np.unique(np.append(edges, len(size))).tolist())]
    made = [_some_runs(sides.words, a_at[lot], b_at[lot], size[lot], lot.start) for lot in lots]
    line, first, length = (
        (np.concatenate(each) for each in zip(*made, strict=True)) if made else (np.zeros(0, int),) * 3
    )
    first += start[line]
    pair = line // count
    order = np.argsort((pair << 20) + first, kind="stable")
    return _Runs(pair[order], (line % count)[order], first[order], length[order])


def _some_runs(
    words: "NDArray[Any]", a_at: "NDArray[Any]", b_at: "NDArray[Any]", size: "NDArray[Any]", base: int
) -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """The line that each run is of, the first word of it on that line, and its words."""
    import numpy as np

    room = size + 1  # one place more, so that no run goes on into the next line
    ends = np.cumsum(room)
    line = np.repeat(np.arange(len(size)), room)
    place = np.arange(int(room.sum())) + (a_at - (ends - room))[line]
    same = np.zeros(len(place) + 1, bool)
    np.equal(words.take(place, mode="clip"), words.take(place + (b_at - a_at)[line], mode="clip"), out=same[1:])
    same[ends] = False
    edges = np.flatnonzero(same[1:] != same[:-1])
    begin, end = edges[::2], edges[1::2]
    of = line[begin]
    return of + base, begin - (ends - room)[of], end - begin


def _chained(runs: _Runs, diagonals: "NDArray[Any]") -> "NDArray[Any]":
    """Score, words, start and end in `a`, start and end in `b` of the best chain of runs of each pair.

    All pairs take their next run in step, those with most runs first. A run goes on from the chain that serves it best:
    of each diagonal the last run is remembered, and what its chain came to. Where two runs lap, the later is cut.
    """
    import numpy as np

    pairs = diagonals.shape[1]
    counts = np.bincount(runs.pair, minlength=pairs)
    order = np.argsort(-counts, kind="stable")
    across, firsts, counts = diagonals[:, order], (np.cumsum(counts) - counts)[order], counts[order]
    chains = np.full(across.shape, _NONE, np.int64)
    reached = np.zeros_like(across)
    best, end, on = np.zeros(pairs, np.int64), np.zeros(pairs, np.int64), np.zeros(pairs, np.int64)
    for nth in range(int(counts.max(initial=0))):
        live = int(np.searchsorted(-counts, -nth))
        run = firsts[:live] + nth
        start, size, diagonal = runs.start[run], runs.size[run], runs.diagonal[run]
        rows = np.arange(live)
        a_gap = start - reached[:, :live]
        b_gap = a_gap + across[:, :live] - across[diagonal, rows]
        lap = np.maximum(-np.minimum(a_gap, b_gap), 0)
        came = chains[:, :live] - (np.maximum(a_gap, b_gap) + 2 * lap) * _SCORE - lap * _WORD
        came[lap >= size] = _NONE
        value = np.maximum(came.max(axis=0), start * _START + diagonal) + size * (_SCORE + _WORD)
        chains[diagonal, rows], reached[diagonal, rows] = value, start + size
        better = value > best[:live]
        np.copyto(best[:live], value, where=better)
        np.copyto(end[:live], start + size, where=better)
        np.copyto(on[:live], diagonal, where=better)
    found = np.empty((6, pairs), np.int64)
    found[:, order] = _read(best, end, on, across)
    return found


def _read(best: "NDArray[Any]", end: "NDArray[Any]", on: "NDArray[Any]", across: "NDArray[Any]") -> "NDArray[Any]":
    """What the numbers of the best chains say."""
    import numpy as np

    rows = np.arange(len(best))
    start = best // _START % (1 << 20)
    words = best // _WORD % (1 << 20)
    begun, ended = across[best % _WORD, rows], across[on, rows]
    return np.stack([best // _SCORE, words, start, end, start - begun, end - ended])


def _kept(a: "NDArray[Any]", b: "NDArray[Any]", sides: _Sides, found: "NDArray[Any]") -> Any:
    """The pairs that share enough, as they are handed on."""
    import numpy as np

    shorter = np.minimum(sides.a_size, sides.b_size)
    enough = np.flatnonzero((found[0] >= ENOUGH) | ((found[0] >= SHARE * shorter) & (found[0] > 0)))
    columns = [a[enough], b[enough]]
    columns += [each[enough].astype(np.int32) for each in (*found, sides.a_size, sides.b_size)]
    names = [each.split()[0] for each in GIVES.split(", ")]
    pa = library("pyarrow")
    return pa.RecordBatch.from_arrays([pa.array(each) for each in columns], names=names)
