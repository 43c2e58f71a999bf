"""Which words of two passages answer to one another: anchors of three words, chained, the gaps between them filled."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import eq
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.grams import TRIPLE, grams

if TYPE_CHECKING:
    from numpy.typing import NDArray

ANCHOR: Final = 3
"""How many words in a row make an anchor."""

_MOST_RUNS: Final = 48
_FEW_RUNS: Final = 16
"""So many of the longest runs of two passages are chained; of one with each of many, so few."""

_PLACES: Final = 20
"""Bits for the place of a word: what comes after a million of them is not looked at."""
_OFTEN: Final = 12
_REACH: Final = 60
_MOVED: Final = 4
_CELLS: Final = 4_000_000


class Block(Struct, frozen=True, order=True):
    """A run of words that both passages have: it starts at word `a` of the one and `b` of the other."""

    a: int
    b: int
    size: int

    @property
    def a_end(self) -> int:
        """The word after the last, in the one."""
        return self.a + self.size

    @property
    def b_end(self) -> int:
        """The word after the last, in the other."""
        return self.b + self.size


class Alignment(Struct, frozen=True):
    """The runs of words that two passages share, in the order of both; `moved` are those that stand elsewhere.

    `score` counts one for each shared word, less one for each word that stands between them unshared (Smith and
    Waterman, 1981, over words).
    """

    blocks: tuple[Block, ...]
    moved: tuple[Block, ...] = ()
    score: int = 0

    @property
    def words(self) -> int:
        """How many words are shared, those that moved too."""
        return sum(block.size for block in (*self.blocks, *self.moved))

    @property
    def span_a(self) -> tuple[int, int]:
        """From the first shared word of the one to the one after its last."""
        held = [(block.a, block.a_end) for block in (*self.blocks, *self.moved)]
        return min(start for start, _ in held), max(end for _, end in held)

    @property
    def span_b(self) -> tuple[int, int]:
        """The same of the other."""
        held = [(block.b, block.b_end) for block in (*self.blocks, *self.moved)]
        return min(start for start, _ in held), max(end for _, end in held)


NONE: Final = Alignment(())


def align(a: Sequence[int], b: Sequence[int]) -> Alignment:
    """The words that two passages share, as numbers; equal numbers are equal words.

    >>> align([1, 2, 3, 4, 5], [9, 1, 2, 3, 8, 5]).blocks
    (Block(a=0, b=1, size=3), Block(a=4, b=5, size=1))
    """
    return next(aligned(a, [b], most=_MOST_RUNS))


def aligned(
    a: Sequence[int], others: "Sequence[Sequence[int] | NDArray[Any]]", *, most: int = _FEW_RUNS
) -> Iterator[Alignment]:
    """The same for one passage with each of several. Cost: some 50 µs for each of fifty words."""
    import numpy as np

    for b, runs in zip(others, runs_of(a, others, most), strict=True):
        own: list[int] = b if isinstance(b, list) else np.asarray(b).tolist()
        if own and a == own:
            yield Alignment((Block(0, 0, len(own)),), (), len(own))
        else:
            yield _aligned(a, own, [*runs, *_ends(a, own)]) if runs else _short(a, own)


def _ends(a: Sequence[int], b: Sequence[int]) -> Iterator[Block]:
    """What both begin with, and what both end with: of words that stand everywhere the runs are only the first."""
    most = min(len(a), len(b))
    head = next((at for at in range(most) if a[at] != b[at]), most)
    tail = next((at for at in range(most) if a[-1 - at] != b[-1 - at]), most)
    if head >= ANCHOR:
        yield Block(0, 0, head)
    if tail >= ANCHOR:
        yield Block(len(a) - tail, len(b) - tail, tail)


def same_words(alignment: Alignment, a: Sequence[int], b: Sequence[int]) -> Alignment:
    """An alignment of what words mean, without the words that are not the same: a name that answers to another."""
    blocks = [part for block in alignment.blocks for part in _equal(block, a, b)]
    moved = [part for block in alignment.moved for part in _equal(block, a, b)]
    return Alignment(tuple(blocks), tuple(moved), alignment.score)


def _equal(block: Block, a: Sequence[int], b: Sequence[int]) -> Iterator[Block]:
    one, other = a[block.a : block.a_end], b[block.b : block.b_end]
    if one == other:
        yield block
        return
    start = 0
    for same, stretch in groupby(map(eq, one, other)):
        size = sum(1 for _ in stretch)
        if same:
            yield Block(block.a + start, block.b + start, size)
        start += size


def _aligned(a: Sequence[int], b: Sequence[int], runs: Sequence[Block]) -> Alignment:
    blocks = _best(_filled(a, b, _chain(runs)))
    return Alignment(tuple(blocks), tuple(_moved(runs, blocks)), _score(blocks))


def _short(a: Sequence[int], b: Sequence[int]) -> Alignment:
    """Passages that share no three words in a row: only where one of them is hardly longer are they compared."""
    if min(len(a), len(b)) > 2 * ANCHOR and len(a) * len(b) > _REACH * _REACH:
        return NONE
    blocks = _best(list(common(a, b)))
    return Alignment(tuple(blocks), (), _score(blocks)) if blocks else NONE


def runs_of(a: Sequence[int], others: "Sequence[Sequence[int] | NDArray[Any]]", most: int) -> list[list[Block]]:
    """The longest runs of at least three words that a passage has in common with each of several, the longest first.

    Of words that stand everywhere in it only the first places count.
    """
    import numpy as np

    found: list[list[Block]] = [[] for _ in others]
    others = [each[: 1 << _PLACES] for each in others]
    lengths = np.array([len(each) for each in others], np.int64)
    flat = np.concatenate([np.asarray(each, np.uint64) for each in others]) if others else np.zeros(0, np.uint64)
    for owner, start, at, size in _runs(np.array(a, np.uint64), flat, lengths, most):
        found[owner].append(Block(start, at, size))
    return found


def _runs(
    a: "NDArray[Any]", flat: "NDArray[Any]", lengths: "NDArray[Any]", most: int
) -> Iterator[tuple[int, int, int, int]]:
    """Text, place in `a`, place in the text and size of each run: shared triples that follow on one diagonal."""
    import numpy as np

    if len(a) < ANCHOR:
        return
    own = grams(a, np.array([len(a)]), TRIPLE)[0]
    made, owner = grams(flat, lengths, TRIPLE)
    firsts = np.cumsum(np.maximum(lengths - ANCHOR + 1, 0)) - np.maximum(lengths - ANCHOR + 1, 0)
    likely = np.flatnonzero(_likely(own, made) & (lengths[owner] >= ANCHOR))  # shorter ones have one gram of all words
    made, owner = made[likely], owner[likely].astype(np.int64)
    place = likely - firsts[owner]
    order = np.argsort(own, kind="stable")
    ordered = own[order]
    first = np.searchsorted(ordered, made)
    ends = np.searchsorted(ordered, ordered, side="right")
    met = np.minimum(first, len(own) - 1)
    times = np.minimum(np.where(ordered[met] == made, ends[met] - first, 0), _OFTEN)
    hit = np.repeat(np.arange(len(made)), times)
    step = np.arange(len(hit)) - np.repeat(np.cumsum(times) - times, times)
    starts, ats, owners = order[first[hit] + step], place[hit], owner[hit]
    packed = owners << 2 * _PLACES + 1 | (starts - ats + (1 << _PLACES)) << _PLACES | ats
    packed.sort()  # as numbers: by owner, then by diagonal, then by place
    new = np.append(True, np.diff(packed) != 1)[: len(packed)]
    ats = packed & ((1 << _PLACES) - 1)
    owners = packed >> 2 * _PLACES + 1
    starts = (packed >> _PLACES & ((1 << _PLACES + 1) - 1)) - (1 << _PLACES) + ats
    heads = np.flatnonzero(new)
    sizes = np.diff(np.append(heads, len(hit))) + ANCHOR - 1
    order = np.lexsort((ats[heads], starts[heads], -sizes, owners[heads]))
    best = heads[order]
    few = np.arange(len(best)) - np.searchsorted(owners[best], owners[best]) < most
    best, sizes = best[few], sizes[order][few]
    yield from zip(owners[best].tolist(), starts[best].tolist(), ats[best].tolist(), sizes.tolist(), strict=True)


def _likely(own: "NDArray[Any]", made: "NDArray[Any]") -> "NDArray[Any]":
    """Which grams may be among one's own: by their last bits, so that the few are searched and not the many."""
    import numpy as np

    table = np.zeros(1 << 16, bool)
    table[own & np.uint64(0xFFFF)] = True
    found: NDArray[Any] = table[made & np.uint64(0xFFFF)]
    return found


def _chain(runs: Sequence[Block]) -> list[Block]:
    """The runs that stand in the same order in both, chosen for most words and fewest between; cut where they lap."""
    ordered = sorted(runs)
    held: list[tuple[int, int, int, int]] = []  # plain numbers: this is where the time of an alignment goes
    best: list[float] = []
    most: list[float] = []  # the best of all chains up to a run: none before it serves a later run better
    before: list[int] = []
    for run in ordered:
        a, b, size = run.a, run.b, run.size
        value, link = float(size), -1
        for earlier in range(len(held) - 1, -1, -1):
            if most[earlier] + size < value:
                break
            other_a, other_b, a_end, b_end = held[earlier]
            if other_b >= b or other_a >= a:
                continue
            a_gap, b_gap = a - a_end, b - b_end
            low, gap = (a_gap, b_gap) if a_gap < b_gap else (b_gap, a_gap)
            worth = best[earlier] + size
            if low < 0:  # they lap, and the later one is cut
                if -low >= size:
                    continue
                gap -= low
                worth += low
            worth -= (gap if gap < _REACH else _REACH) / 2
            if worth > value or (worth == value and link >= 0):  # of two that serve as well, the earlier
                value, link = worth, earlier
        held.append((a, b, a + size, b + size))
        best.append(value)
        most.append(max(value, most[-1]) if most else value)
        before.append(link)
    at = max(range(len(best)), key=best.__getitem__)
    chain: list[Block] = []
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return _unlapped(reversed(chain))


def _unlapped(chain: Iterable[Block]) -> list[Block]:
    found: list[Block] = []
    for run in chain:
        lap = max(found[-1].a_end - run.a, found[-1].b_end - run.b, 0) if found else 0
        found.append(Block(run.a + lap, run.b + lap, run.size - lap))
    return found


def _filled(a: Sequence[int], b: Sequence[int], chain: Sequence[Block]) -> list[Block]:
    """The chain with the words between its runs, before the first and after the last, that both have in order."""
    found: list[Block] = []
    a_at, b_at = max(0, chain[0].a - _REACH), max(0, chain[0].b - _REACH)
    for run in chain:
        found += common(a[a_at : run.a], b[b_at : run.b], a_at, b_at)
        found.append(run)
        a_at, b_at = run.a_end, run.b_end
    found += common(a[a_at : a_at + _REACH], b[b_at : b_at + _REACH], a_at, b_at)
    return joined(found)


def joined(blocks: Iterable[Block]) -> list[Block]:
    """The runs, those that follow one another in both made into one."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].a_end == block.a and found[-1].b_end == block.b:
            found[-1] = Block(found[-1].a, found[-1].b, found[-1].size + block.size)
        else:
            found.append(block)
    return found


def common(a: Sequence[int], b: Sequence[int], a_at: int = 0, b_at: int = 0, *, most: int = _CELLS) -> Iterator[Block]:
    """The longest common sequence of two stretches that start at those words, as runs (Hyyrö, 2004, by rapidfuzz).

    Stretches of thousands of words that share no three in a row have nothing that is worth the memory: `most` is how
    many words of the one times words of the other are compared.
    """
    from rapidfuzz.distance import LCSseq

    for op in LCSseq.opcodes(a, b) if 0 < len(a) * len(b) <= most else ():
        if op.tag == "equal":
            yield Block(a_at + op.src_start, b_at + op.dest_start, op.src_end - op.src_start)


def _best(blocks: Sequence[Block]) -> list[Block]:
    """The stretch of the runs that scores best: a lone word far off belongs to nothing."""
    best = start = at_best = end_best = 0
    score = 0
    for at, block in enumerate(blocks):
        gap = _gap(blocks[at - 1], block) if at else 0
        if score - gap <= 0:
            score, start = 0, at
        else:
            score -= gap
        score += block.size
        if score >= best:  # of two stretches that score alike, the longer
            best, at_best, end_best = score, start, at + 1
    return list(blocks[at_best:end_best])


def _gap(before: Block, block: Block) -> int:
    return max(block.a - before.a_end, block.b - before.b_end)


def _score(blocks: Sequence[Block]) -> int:
    inner = sum(_gap(before, block) for before, block in pairwise(blocks))
    return sum(block.size for block in blocks) - inner


def _moved(runs: Sequence[Block], blocks: Sequence[Block]) -> Iterable[Block]:
    """Runs of the rest that stand in another order, the longest first, none over another."""
    taken_a, taken_b = [(k.a, k.a_end) for k in blocks], [(k.b, k.b_end) for k in blocks]
    for run in runs:
        if run.size < _MOVED:
            return
        if _free(taken_a, run.a, run.a_end) and _free(taken_b, run.b, run.b_end):
            taken_a = sorted([*taken_a, (run.a, run.a_end)])
            taken_b = sorted([*taken_b, (run.b, run.b_end)])
            yield run


def _free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(taken, (start, end))
    before_ok = at == 0 or taken[at - 1][1] <= start
    return before_ok and (at == len(taken) or taken[at][0] >= end)
