"""Passages of two texts that perhaps have one subject, found by their rare words without comparing each with each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.rare_words import Passages, stretches

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUBJECT: Final = 0.2
"""From which likeness of rare words on two passages perhaps have one subject, if at least `SAME` are the same."""

SAME: Final = 2

MOST: Final = 200
"""A word that more passages of the earlier text have does not lead to any of them: it says no subject in that text."""

_LIGHT: Final = SUBJECT / 2
"""Words of a passage that are not looked up: so light that all together make no more than half of that likeness."""

_ROUNDED: Final = 1e-6

_GRID: Final = 1 << 22
"""So many pairs of passages two texts have at most for all of them to be added up, in at most 32 MB."""


def likely(
    earlier: Passages, later: Passages, alone: "tuple[NDArray[Any], NDArray[Any]]"
) -> Iterator[tuple[float, int, int, int]]:
    """Passages whose rare words are alike enough: how alike (cosine), which earlier, which later, how many words.

    At least `SAME` words are the same, and one of both passages is `alone` (bool, for the earlier and for the later).
    Only passages whose heavy words make enough of the likeness are compared, which none that is alike enough fails to
    do (prefix filtering: Bayardo, Ma and Srikant, 2007): in texts of up to `MOST` passages nothing is missed. In longer
    ones those are missed that are alike only by words that more than `MOST` have. Cost: as many steps as the later text
    has words, at most `MOST` times.
    """
    one, other = _heavy(earlier), _heavy(later)
    a, b = _near(one, other)
    free = alone[0][a] | alone[1][b]
    a, b = a[free], b[free]
    sums, common = earlier.shared(later, a, b)
    norms = other.norms[b] * one.norms[a]
    likeness = sums / _or_one(norms)
    found = (common >= SAME) & (likeness >= SUBJECT)
    yield from zip(*(each[found].tolist() for each in (likeness, a, b, common)), strict=True)


class _Heavy(Struct, frozen=True):
    """The heavy words of passages, one by one: of which passage, and its weight squared. Of each passage its norm.

    `slack` is how much the words that are left out can add to a likeness.
    """

    words: "NDArray[Any]"
    own: "NDArray[Any]"
    squares: "NDArray[Any]"
    norms: "NDArray[Any]"
    slack: "NDArray[Any]"


def _heavy(of: Passages) -> _Heavy:
    import numpy as np

    count = len(of.ends)
    totals = np.bincount(of.own, of.squares, count)
    before = np.concatenate([[0.0], np.cumsum(totals)])[:-1]
    kept = np.cumsum(of.squares) - before[of.own] > _LIGHT * _LIGHT * totals[of.own]
    dropped = np.bincount(of.own[~kept], of.squares[~kept], count)
    slack = np.sqrt(dropped / _or_one(totals))
    return _Heavy(of.words[kept], of.own[kept], of.squares[kept], np.sqrt(totals), slack)


def _near(one: _Heavy, other: _Heavy) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The passages that may be alike enough by what their heavy words make together, and what the others can add."""
    import numpy as np

    order = one.words.argsort(kind="stable")
    held = one.words[order]
    starts, ends = np.searchsorted(held, other.words), np.searchsorted(held, other.words, "right")
    met = np.flatnonzero((ends > starts) & (ends - starts <= MOST))
    each = (ends - starts)[met]
    first = one.own[order[stretches(starts[met], ends[met])]]
    second = np.repeat(other.own[met], each)
    grid = len(other.norms) * len(one.norms)
    pairs, sums = _added(second * len(one.norms) + first, np.repeat(other.squares[met], each), grid)
    b, a = np.divmod(pairs, max(1, len(one.norms)))
    enough = (SUBJECT - np.maximum(one.slack[a], other.slack[b])) * one.norms[a] * other.norms[b]
    likely = sums >= enough - _ROUNDED
    return a[likely], b[likely]


def _added(pairs: "NDArray[Any]", values: "NDArray[Any]", most: int) -> "tuple[NDArray[Any], NDArray[Any]]":
    """Each pair once, in order, and the sum of its values, which are greater than nothing; pairs are below `most`.

    Of two texts of ordinary length all pairs there may be are added up, which takes a fifth of the time of sorting.
    """
    import numpy as np

    if most > _GRID:
        found, place = np.unique(pairs, return_inverse=True)
        return found, np.bincount(place, values, len(found))
    sums = np.bincount(pairs, values, most)
    found = np.flatnonzero(sums)
    return found, sums[found]


def _or_one(values: "NDArray[Any]") -> "NDArray[Any]":
    """The values, one in place of none: nothing is divided by zero."""
    import numpy as np

    found: NDArray[Any] = np.where(values > 0, values, 1.0)
    return found
