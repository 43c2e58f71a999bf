"""Passages of two texts that perhaps have one subject, found by their rare words without comparing each with each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.kin import Member
from acquis.precedents.reuse import stretches

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUBJECT: Final = 0.2
"""From which likeness of rare words on two passages perhaps have one subject, if at least `SAME` are the same."""

SAME: Final = 2

MOST: Final = 200
"""A word that more passages of the earlier text have does not lead to any of them: it says no subject in that text."""

_LIGHT: Final = SUBJECT / 2
"""Words of a passage that are not looked up: so light that all together make no more than half of that likeness."""


def likely(
    earlier: Sequence[Member],
    later: Sequence[Member],
    left: Mapping[str, Mapping[int, float]],
    alone: Collection[str],
) -> Iterator[tuple[float, Member, Member]]:
    """Passages whose rare words are alike enough, and at least two of them the same; one of both must be `alone`.

    `left` are the words of each, by its address, with what they weigh. Only passages whose heavy words make enough of
    the likeness are compared, which none that is alike enough fails to do (prefix filtering: Bayardo, Ma and Srikant,
    2007): in texts of up to `MOST` passages nothing is missed. In longer ones those are missed that are alike only by
    words that more than `MOST` have. Cost: as many steps as the later text has words, at most `MOST` times.
    """
    one, other = (_heavy([left[each.address] for each in of]) for of in (earlier, later))
    free = [[each.address in alone for each in of] for of in (earlier, later)]
    for a, b in _near(one, other):
        if not (free[0][a] or free[1][b]):
            continue
        own = left[later[b].address]
        common = own.keys() & left[earlier[a].address].keys()
        if len(common) < SAME:
            continue
        # In order of the words: a sum of fractions hangs on the order of what is summed.
        likeness = sum([own[word] ** 2 for word in sorted(common)]) / (other.norms[b] * one.norms[a] or 1)
        if likeness >= SUBJECT:
            yield likeness, earlier[a], later[b]


class _Heavy(Struct, frozen=True):
    """The heavy words of passages, one by one: of which passage, and its weight squared. Of each passage its norm.

    `slack` is how much the words that are left out can add to a likeness.
    """

    words: "NDArray[Any]"
    owners: "NDArray[Any]"
    squares: "NDArray[Any]"
    norms: Sequence[float]
    slack: "NDArray[Any]"


def _heavy(passages: Sequence[Mapping[int, float]]) -> _Heavy:
    import numpy as np

    sizes = [len(each) for each in passages]
    words = np.fromiter(chain.from_iterable(passages), np.uint64, sum(sizes))
    squares = np.fromiter(chain.from_iterable(map(_values, passages)), float, sum(sizes)) ** 2
    owners = np.repeat(np.arange(len(passages)), sizes)
    totals = np.bincount(owners, squares, len(passages))
    order = np.lexsort((words, squares, owners))
    words, squares, owners = words[order], squares[order], owners[order]
    before = np.concatenate([[0.0], np.cumsum(totals)])[:-1]
    kept = np.cumsum(squares) - before[owners] > _LIGHT * _LIGHT * totals[owners]
    dropped = np.bincount(owners[~kept], squares[~kept], len(passages))
    slack = np.sqrt(dropped / np.where(totals, totals, 1))
    return _Heavy(words[kept], owners[kept], squares[kept], np.sqrt(totals).tolist(), slack)


def _values(words: Mapping[int, float]) -> Iterable[float]:
    return words.values()


def _near(one: _Heavy, other: _Heavy) -> Iterator[tuple[int, int]]:
    """The passages that may be alike enough by what their heavy words make together, and what the others can add."""
    import numpy as np

    order = one.words.argsort(kind="stable")
    held, starts, counts = np.unique(one.words[order], return_index=True, return_counts=True)
    if not len(held):
        return
    at = np.minimum(np.searchsorted(held, other.words), len(held) - 1)
    met = np.flatnonzero((held[at] == other.words) & (counts[at] <= MOST))
    at = at[met]
    first = one.owners[order[stretches(starts[at], starts[at] + counts[at])]]
    second = np.repeat(other.owners[met], counts[at])
    pairs, place = np.unique(second * len(one.norms) + first, return_inverse=True)
    sums = np.bincount(place, np.repeat(other.squares[met], counts[at]), len(pairs))
    b, a = np.divmod(pairs, len(one.norms))
    enough = (SUBJECT - np.maximum(one.slack[a], other.slack[b])) * np.array(one.norms)[a] * np.array(other.norms)[b]
    likely = sums >= enough - _ROUNDED
    yield from zip(a[likely].tolist(), b[likely].tolist(), strict=True)


_ROUNDED: Final = 1e-6
