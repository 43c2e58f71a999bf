"""Units of two expressions in pairs, by their lengths and by what is alike in all languages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from typing import TYPE_CHECKING, Any, Final, Self

from msgspec import Struct

from acquis.model import Kind
from acquis.precedents.words import words_of
from acquis.structure.dates import dates_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST: Final = 1_500_000
"""How many pairs of units are looked at: 1,200 units beside 1,200, which takes some seconds and 300 MB."""


class Unit(Struct, frozen=True):
    """A paragraph or sentence to be paired. `size` counts its letters and marks, `anchors` are as `anchors_in` gives.

    `number` is the printed number where it means the same in all languages.
    """

    path: str
    size: int
    anchors: frozenset[str]
    kind: Kind
    number: int | None = None


class Bead(Struct, frozen=True):
    """Units that answer to one another: `p` of the one from `a` on, `q` of the other from `b` on.

    `confidence` is how probable this is among all ways to pair the two sides.
    """

    a: int
    b: int
    p: int
    q: int
    confidence: float


class Scale(Struct, frozen=True):
    """How many letters of the other expression one of this takes, and what each anchor that both have weighs."""

    ratio: float
    weights: Mapping[str, float]

    @classmethod
    def of(cls, ours: Sequence[Unit], theirs: Sequence[Unit]) -> Self:
        """An anchor that stands in one unit of each weighs 1, one that stands in more weighs less."""
        often, there = (Counter(anchor for unit in units for anchor in unit.anchors) for units in (ours, theirs))
        weights = {each: 1 / sqrt(often[each] * there[each]) for each in sorted(often.keys() & there.keys())}
        size, size_there = (sum(unit.size for unit in units) or 1 for units in (ours, theirs))
        return cls(size_there / size, weights)


def beads(ours: Sequence[Unit], theirs: Sequence[Unit], scale: Scale) -> list[Bead]:
    """The most probable way to pair two sides in their order: one to one, one to two, two to one, or alone.

    Lengths as Gale and Church (1993) have them; what both have by its weight; printed numbers, and kinds of parts.
    Cost: the units of the one times those of the other, of which there may be `MOST`.
    """
    scores = _fitted(ours, theirs, scale)
    steps = _way(scores, len(ours), len(theirs))
    return [Bead(*step, sure) for step, sure in zip(steps, _sure(scores, steps, len(ours), len(theirs)), strict=True)]


def anchors_in(words: str, language: str | None) -> frozenset[str]:
    """Days, figures, and the first four letters of words in Latin letters: what a translation may leave as it is.

    Words that are akin mostly begin alike (Simard, Foster and Isabelle 1992), and so do names.

    >>> sorted(anchors_in("Орвелин, 19 ноября 2014 года", "ru") & anchors_in("Orvelin, 19 November 2014", "en"))
    ['2014-11-19', 'orve']
    """
    days = dates_in(words, language)
    for each in days:
        words = words[: each.span.start] + " " * len(each.span) + words[each.span.end :]
    return frozenset({*(str(each.day) for each in days), *filter(None, map(_anchor, words_of(words).texts))})


def _anchor(word: str) -> str:
    latin = word.translate(_LATIN)
    if any(map(str.isdigit, word)):
        return word
    return latin[:_AKIN] if len(latin) >= _AKIN and latin.isascii() else ""


_AKIN: Final = 4
_LATIN: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэіў", "abvgdeziiklmnoprstufhyeiu", strict=True))
    | {"ж": "zh", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "ь": "", "ъ": ""}
)

# --- how well units fit ------------------------------------------------------------------------------------------

_PRIORS: Final = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.0445, (1, 2): 0.0445}
"""How often a unit has one counterpart, none, or two (Gale and Church 1993, table 5, without two for two)."""

_SPREAD: Final = 3.0
"""How lengths differ: the variance for a letter. Of paragraphs of the Charter and the Universal Declaration, in twelve
pairs of languages, it is 1.1 to 3.2; for sentences Gale and Church have 6.8."""

_FAR: Final = 12.0
_ANCHOR: Final = 2.0
_SAME_NUMBER: Final = 4.0
_OTHER_KIND: Final = 2.0
_MIXED: Final = 4.0
"""What counts against lengths however far apart, for an anchor that both have, for the same number and against another
one, against another kind, against two kinds as one; all as logarithms of odds."""

_KINDS: Final = {Kind.TITLE: 1, Kind.HEADING: 1, Kind.NOTE: 2, Kind.SIGNATURE: 3, Kind.TABLE: 4}
_ENOUGH: Final = 12
_RATIOS: Final = (1.0, 0.5, 0.62, 0.7, 0.78, 0.85, 0.92, 1.09, 1.18, 1.28, 1.43, 1.61, 2.0)

_Step = tuple[int, int, int, int]
_Scores = dict[tuple[int, int], "NDArray[Any]"]


def _fitted(ours: Sequence[Unit], theirs: Sequence[Unit], scale: Scale) -> _Scores:
    """For one to one, one to two …, how well the units from each place on fit: logarithms, the priors in them.

    The ratio of lengths is the one at which all fit best: where one side lacks much, the whole does not tell it.
    """
    import numpy as np

    a, b = ({length: _Runs.of(units, length, scale) for length in (1, 2)} for units in (ours, theirs))
    alike: _Scores = {}
    for (p, q), prior in _PRIORS.items():
        alike[p, q] = np.full((max(0, len(ours) - p + 1), max(0, len(theirs) - q + 1)), np.log(prior))
        if p and q:
            alike[p, q] += _alike(a[p], b[q])
    if len(ours) == len(theirs) or min(len(ours), len(theirs)) < _ENOUGH:
        return _with_lengths(alike, a, b, scale.ratio)
    tried = (_with_lengths(alike, a, b, scale.ratio * factor) for factor in _RATIOS)
    return max(tried, key=lambda scores: float(_filled(np.logaddexp, scores, len(ours), len(theirs))[-1, -1]))


def _with_lengths(alike: _Scores, a: "dict[int, _Runs]", b: "dict[int, _Runs]", ratio: float) -> _Scores:
    return {
        (p, q): found + _near(a[p].sizes, b[q].sizes, ratio) if p and q else found for (p, q), found in alike.items()
    }


def _near(sizes: "NDArray[Any]", sizes_there: "NDArray[Any]", ratio: float) -> "NDArray[Any]":
    """How well lengths fit: those of both sides are put in one measure, between the two."""
    import numpy as np

    one, other = sizes[:, None] * ratio**0.5, sizes_there[None, :] * ratio**-0.5
    return np.asarray(-np.minimum((one - other) ** 2 / (_SPREAD * (one + other)), _FAR))


@dataclass(frozen=True, slots=True)
class _Runs:
    """Each run of one or two units: its length, its anchors by the roots of their weights, and what its first one is.

    That is its kind, and its number or -1. `mixed` says that kinds differ, `more` that the second has a number too.
    """

    sizes: "NDArray[Any]"
    anchors: "NDArray[Any]"
    kinds: "NDArray[Any]"
    mixed: "NDArray[Any]"
    numbers: "NDArray[Any]"
    more: "NDArray[Any]"

    @classmethod
    def of(cls, units: Sequence[Unit], length: int, scale: Scale) -> Self:
        """All runs of so many units that stand one after the other."""
        import numpy as np

        runs = [units[at : at + length] for at in range(len(units) - length + 1)]
        kinds = [[_KINDS.get(unit.kind, 0) for unit in run] for run in runs]
        numbers = [[-1 if unit.number is None else unit.number for unit in run] for run in runs]
        return cls(
            np.array([sum(unit.size for unit in run) for run in runs], np.float64),
            _weighed(runs, scale),
            np.array([kind[0] for kind in kinds], np.int64),
            np.array([len(set(kind)) > 1 for kind in kinds], np.float64),
            np.array([number[0] for number in numbers], np.int64),
            np.array([sum(each >= 0 for each in number[1:]) for number in numbers], np.float64),
        )


def _weighed(runs: Sequence[Sequence[Unit]], scale: Scale) -> "NDArray[Any]":
    import numpy as np

    names = {anchor: at for at, anchor in enumerate(scale.weights)}
    found = np.zeros((len(runs), len(names)))
    for at, run in enumerate(runs):
        found[at, [names[each] for unit in run for each in unit.anchors if each in names]] = 1
    return np.asarray(found * np.sqrt(np.array([*scale.weights.values()])))


def _alike(one: _Runs, other: _Runs) -> "NDArray[Any]":
    """What tells beside lengths. An anchor that one side alone has counts against them, a quarter of a shared one."""
    import numpy as np

    shared = one.anchors @ other.anchors.T
    lone = (one.anchors**2).sum(1)[:, None] + (other.anchors**2).sum(1)[None, :] - 2 * shared
    numbered = (one.numbers[:, None] >= 0) & (other.numbers[None, :] >= 0)
    same = np.where(one.numbers[:, None] == other.numbers[None, :], 1, -1) - one.more[:, None] - other.more[None, :]
    return np.asarray(
        _ANCHOR * (shared - lone / 4)
        - _OTHER_KIND * (one.kinds[:, None] != other.kinds[None, :])
        - _MIXED * (one.mixed[:, None] + other.mixed[None, :])
        + _SAME_NUMBER * np.where(numbered, same, 0)
    )


# --- the way through ---------------------------------------------------------------------------------------------


def _filled(add: Any, scores: _Scores, m: int, n: int) -> "NDArray[Any]":
    """What all ways (`add` np.logaddexp) or the best one (np.maximum) to each pair of places weigh, a row at a time."""
    import numpy as np

    found = np.full((m + 1, n + 1), -np.inf)
    found[0, 0] = 0.0
    for i in range(m + 1):
        row = found[i]
        for (p, q), score in scores.items():
            if 0 < p <= i and q <= n:
                row[q:] = add(row[q:], found[i - p, : n + 1 - q] + score[i - p])
        walked = np.concatenate([[0.0], scores[0, 1][i].cumsum()])
        row[:] = add.accumulate(row - walked) + walked
    return found


def _way(scores: _Scores, m: int, n: int) -> list[_Step]:
    """The best way: for each step the first unit of the one and of the other, and how many of each."""
    import numpy as np

    best = _filled(np.maximum, scores, m, n)
    found: list[_Step] = []
    i, j = m, n
    while i or j:
        steps = [(i - p, j - q, p, q) for p, q in scores if p <= i and q <= j]
        worth = [best[a, b] + scores[p, q][a, b] for a, b, p, q in steps]
        found.append(steps[int(np.argmax(worth))])
        i, j, _, _ = found[-1]
    return found[::-1]


def _sure(scores: _Scores, steps: Sequence[_Step], m: int, n: int) -> Iterator[float]:
    """How probable each step is: what all ways through it weigh, of all ways there are (forward and backward)."""
    import numpy as np

    before = _filled(np.logaddexp, scores, m, n)
    after = _filled(np.logaddexp, {kind: score[::-1, ::-1] for kind, score in scores.items()}, m, n)[::-1, ::-1]
    for i, j, p, q in steps:
        yield round(min(1.0, exp(before[i, j] + scores[p, q][i, j] + after[i + p, j + q] - before[m, n])), 3)
