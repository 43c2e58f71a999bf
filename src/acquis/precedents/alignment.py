"""Which words of two passages answer to one another: anchors of three words, chained, the gaps between them filled."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

ANCHOR: Final = 3
"""How many words in a row make an anchor."""

_MOST_RUNS: Final = 80
_OFTEN: Final = 12
_REACH: Final = 60
_MOVED: Final = 4


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
    runs = _runs(a, b)
    if not runs:
        return _short(a, b)
    chain = _chain(runs)
    blocks = _best(_filled(a, b, chain))
    return Alignment(tuple(blocks), tuple(_moved(runs, blocks)), _score(blocks))


def _short(a: Sequence[int], b: Sequence[int]) -> Alignment:
    """Passages that share no three words in a row: only where one of them is hardly longer are they compared."""
    if min(len(a), len(b)) > 2 * ANCHOR and len(a) * len(b) > _REACH * _REACH:
        return NONE
    blocks = _best(list(_common(a, b)))
    return Alignment(tuple(blocks), (), _score(blocks)) if blocks else NONE


def _runs(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Every longest run of at least three words that both have; of words that stand everywhere, only the first runs."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at in range(len(a) - ANCHOR + 1):
        held = places[tuple(a[at : at + ANCHOR])]
        if len(held) < _OFTEN:
            held.append(at)
    reached: dict[int, int] = {}  # how far each diagonal is covered, in b
    found: list[Block] = []
    for at in range(len(b) - ANCHOR + 1):
        for start in places.get(tuple(b[at : at + ANCHOR]), ()):
            if reached.get(start - at, -1) > at:
                continue
            size = ANCHOR
            while start + size < len(a) and at + size < len(b) and a[start + size] == b[at + size]:
                size += 1
            reached[start - at] = at + size - ANCHOR + 1
            found.append(Block(start, at, size))
    return sorted(found, key=lambda run: -run.size)[:_MOST_RUNS]


def _chain(runs: Sequence[Block]) -> list[Block]:
    """The runs that stand in the same order in both, chosen for most words and fewest between; cut where they lap."""
    ordered = sorted(runs)
    best: list[float] = []
    before: list[int] = []
    for at, run in enumerate(ordered):
        value, link = float(run.size), -1
        for earlier in range(at):
            other = ordered[earlier]
            lap = max(other.a_end - run.a, other.b_end - run.b, 0)
            if other.b >= run.b or other.a >= run.a or lap >= run.size:
                continue
            gap = max(run.a + lap - other.a_end, run.b + lap - other.b_end)
            if (worth := best[earlier] + run.size - lap - min(gap, _REACH) / 2) > value:
                value, link = worth, earlier
        best.append(value)
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
        found += _common(a[a_at : run.a], b[b_at : run.b], a_at, b_at)
        found.append(run)
        a_at, b_at = run.a_end, run.b_end
    found += _common(a[a_at : a_at + _REACH], b[b_at : b_at + _REACH], a_at, b_at)
    return _joined(found)


def _joined(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].a_end == block.a and found[-1].b_end == block.b:
            found[-1] = Block(found[-1].a, found[-1].b, found[-1].size + block.size)
        else:
            found.append(block)
    return found


def _common(a: Sequence[int], b: Sequence[int], a_at: int = 0, b_at: int = 0) -> Iterable[Block]:
    """The longest common sequence of two stretches that start at those words, as runs (Hyyrö, 2004, by rapidfuzz)."""
    from rapidfuzz.distance import LCSseq

    for op in LCSseq.opcodes(a, b) if a and b else ():
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
