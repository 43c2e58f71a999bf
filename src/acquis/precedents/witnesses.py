"""Texts of one passage laid under one another word by word, the same whatever order they come in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.languages import languages
from acquis.precedents.rare_words import stretches
from acquis.precedents.words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

Texts = Sequence[tuple[str, ...]]
Columns = Sequence[tuple[int, ...]]

WORD: Final = 120
_SIGN: Final = 60
_FUNCTION: Final = 24
_BEGINNING: Final = 24
_GAP: Final = 4
"""What it weighs that two texts have the same word in a column: one that bears meaning, one of a single sign, one of
grammar ("the"), words that only begin alike; and what is taken off where one has a word and the other none."""

_BEGINS: Final = 5
_MOVED: Final = 3 * WORD
_RUN: Final = 3
_OFTEN: Final = 12
_BREAK: Final = 3
_REACH: Final = 12
"""What moved: how much its words weigh at least, how many in a row are the same, in how many places they are looked
for, and how far apart the next of them may stand, in the text and in the columns."""


def columns(texts: Texts) -> Columns:
    """For each text the column of each of its words; words that answer to one another share a column.

    The two most alike are laid under one another first, then the next, in groups (average linkage, Sokal and Michener
    1958; profiles, Gotoh 1994), so that all pairs of texts together agree in as much as they can. Words that bear
    meaning weigh more than words of grammar, and marks are no words. Ties are broken by the words themselves, never by
    the order in which the texts are given. Cost: a pass over length times length for each text that differs.

    >>> columns([("we", "stand", "firm"), ("we", "firm"), ("they", "stand", "firm")])
    ((0, 1, 2), (0, 2), (0, 1, 2))
    """
    distinct = sorted(set(texts))
    if not distinct:
        return ()
    vocabulary = _Vocabulary(distinct)
    groups = {at: _Group((at,), vocabulary.row(text)) for at, text in enumerate(distinct)}
    for one, other in _guide([group.grid[0].tolist() for group in groups.values()]):
        groups[one] = _joined(groups[one], groups.pop(other), vocabulary)
    last = groups[0]
    found = {distinct[text]: tuple(_held(row)) for text, row in zip(last.texts, last.grid, strict=True)}
    return tuple(found[text] for text in texts)


class Shift(Struct, frozen=True):
    """Words of a text, from `start` to `end`, that most of the others have in other columns: `homes`."""

    text: int
    start: int
    end: int
    homes: tuple[int, ...]


def shifts(texts: Texts, laid: Columns, counts: Sequence[int]) -> Iterator[Shift]:
    """What stands elsewhere in a text than in the others; `counts` says how many witnesses have each text.

    Of two places that is the home which more witnesses have, of as many the one of the text that is given first.
    """
    homes = _homes(texts, laid, counts)
    weights = weights_of(texts)
    for text in sorted(homes):
        for stretch in _runs(homes[text]):
            if sum(weights[texts[text][at]] for at in stretch) >= _MOVED:
                yield Shift(text, stretch[0], stretch[-1] + 1, tuple(homes[text][at] for at in stretch))


def weights_of(texts: Texts) -> dict[str, int]:
    """What it weighs that two of the texts have a word in common: `WORD`, or less."""
    often: Counter[str] = Counter()
    for text in texts:
        often |= Counter(text)
    return {word: _weight(word, often[word]) for word in sorted(often)}


class _Vocabulary:
    """The words of all texts as numbers in the order of the alphabet, and what each weighs."""

    def __init__(self, texts: Texts) -> None:
        import numpy as np

        weights = weights_of(texts)
        self._words = {word: at for at, word in enumerate(weights)}
        begun = [_beginning(word) for word in weights]
        begins = {each: at for at, each in enumerate(sorted(set(begun)), len(weights))}
        own = [weights[word] - (_BEGINNING if begin else 0) for word, begin in zip(weights, begun, strict=True)]
        self.begins = np.array([begins[each] for each in begun], np.int64)
        self.weights = np.array([*own, *(_BEGINNING if each else 0 for each in begins)], np.float64)

    def row(self, text: Sequence[str]) -> "NDArray[Any]":
        """A text as a grid of one row."""
        import numpy as np

        return np.array([[self._words[word] for word in text]], np.int64)


def _weight(word: str, often: int) -> int:
    """The more often a word stands in one text, the less it says where it belongs."""
    base = _FUNCTION if word in _function_words() else _SIGN if len(word) == 1 else WORD
    return base // often.bit_length()


def _beginning(word: str) -> str:
    """What a word begins with that bears meaning: strengthen, strengthening."""
    return word[:_BEGINS] if len(word) >= _BEGINS and word not in _function_words() else ""


@cache
def _function_words() -> frozenset[str]:
    """The words of grammar of every language on the shelf."""
    return frozenset(found for each in languages() for word in each.stopwords for found in words_of(word).texts)


class _Group(Struct, frozen=True):
    """Texts that are laid under one another: a row of word numbers for each, -1 where it has no word in a column."""

    texts: tuple[int, ...]
    grid: "NDArray[Any]"


def _held(row: "NDArray[Any]") -> list[int]:
    found: list[int] = (row >= 0).nonzero()[0].tolist()
    return found


def _guide(texts: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Which two groups are joined next: those whose texts are on average most alike; each is known by its first."""
    import numpy as np
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    written = ["".join(chr(word if word < 0xD800 else word + 0x800) for word in text) for text in texts]
    lengths = np.array([len(text) for text in texts], np.float64)
    shared = cdist(written, written, scorer=LCSseq.similarity, dtype=np.int32).astype(np.float64)
    total = 2 * shared / np.maximum(1, lengths[:, None] + lengths[None, :])
    sizes = np.ones(len(texts))
    open_to = np.triu(np.ones_like(total, dtype=bool), 1)
    while open_to.any():
        average = np.where(open_to, total / (sizes[:, None] * sizes[None, :]), -1.0)
        one, other = (int(at) for at in np.unravel_index(average.argmax(), average.shape))
        yield one, other
        total[one] += total[other]
        total[:, one] += total[:, other]
        sizes[one] += sizes[other]
        open_to[other] = open_to[:, other] = False


def _joined(one: _Group, other: _Group, vocabulary: _Vocabulary) -> _Group:
    """Two groups as one: all pairs of a text of the one and a text of the other agree as much as they can."""
    import numpy as np

    steps = _path(one.grid, other.grid, _agreement(one.grid, other.grid, vocabulary))
    grid = np.full((len(one.texts) + len(other.texts), len(steps)), -1, np.int64)
    for at, (left, right) in enumerate(steps):
        if left is not None:
            grid[: len(one.texts), at] = one.grid[:, left]
        if right is not None:
            grid[len(one.texts) :, at] = other.grid[:, right]
    return _Group((*one.texts, *other.texts), grid)


def _agreement(one: "NDArray[Any]", other: "NDArray[Any]", vocabulary: _Vocabulary) -> "NDArray[Any]":
    """For each column of the one and each of the other, the weight of the words that pairs of texts share there."""
    import numpy as np

    width = other.shape[1]
    places, weights = list["NDArray[Any]"](), list["NDArray[Any]"]()
    for names in (np.arange(len(vocabulary.begins)), vocabulary.begins):
        (name, at, count), (others, at_other, count_other) = _counted(one, names), _counted(other, names)
        starts, ends = np.searchsorted(others, name), np.searchsorted(others, name, side="right")
        left, right = np.repeat(np.arange(len(name)), ends - starts), stretches(starts, ends)
        places.append(at[left] * width + at_other[right])
        weights.append(vocabulary.weights[name[left]] * count[left] * count_other[right])
    total = np.bincount(np.concatenate(places), np.concatenate(weights), one.shape[1] * width)  # whole numbers: exact
    return total.reshape(-1, width)


def _counted(grid: "NDArray[Any]", names: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """Each name, in their order, with a column in which it stands and how many texts have it there."""
    import numpy as np

    width = max(1, grid.shape[1])
    held = grid >= 0
    found, counts = np.unique(names[grid[held]] * width + held.nonzero()[1], return_counts=True)
    return found // width, found % width, counts


_Step = tuple[int | None, int | None]


def _path(one: "NDArray[Any]", other: "NDArray[Any]", agreed: "NDArray[Any]") -> list[_Step]:
    """Which columns become one: the best way through (Needleman and Wunsch 1970).

    That a word stands beside none costs `_GAP`, whichever way is taken, and two words in one column save it twice: so
    only what is saved is added up. It is worked out along the shorter of the two, a row of the other at a time.
    """
    import numpy as np

    in_one, in_other = ((grid >= 0).sum(0).astype(np.float64) for grid in (one, other))
    saved = np.outer(2 * _GAP * in_one, in_other)
    saved += agreed
    turned = saved.shape[0] > saved.shape[1]
    best = _sums(saved.T).T if turned else _sums(saved)
    return list(reversed(list(_back(best, saved))))


def _sums(saved: "NDArray[Any]") -> "NDArray[Any]":
    """What can be saved at most by the first so many columns of the one and the first so many of the other."""
    import numpy as np

    best = np.zeros((saved.shape[0] + 1, saved.shape[1] + 1))
    for last, row, here in zip(best, saved, best[1:, 1:], strict=False):
        np.add(last[:-1], row, out=here)
        np.maximum(here, last[1:], out=here)
        np.maximum.accumulate(here, out=here)
    return best


def _back(best: "NDArray[Any]", saved: "NDArray[Any]") -> Iterator[_Step]:
    """The way that led to the best end, from its last step; all sums are whole numbers, so equal is equal."""
    i, j = best.shape[0] - 1, best.shape[1] - 1
    while i or j:
        if i and j and best[i, j] == best[i - 1, j - 1] + saved[i - 1, j - 1]:
            i, j = i - 1, j - 1
            yield i, j
        elif i and best[i, j] == best[i - 1, j]:
            i -= 1
            yield i, None
        else:
            j -= 1
            yield None, j


# --- what stands elsewhere ---------------------------------------------------------------------------------------

_Place = tuple[int, ...]


def _homes(texts: Texts, laid: Columns, counts: Sequence[int]) -> dict[int, dict[int, int]]:
    """For each text its words, three in a row at least, that have their home in another column."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for places in _places(texts, laid).values():
        ranked = sorted(places, key=lambda place: (-sum(counts[text] for text in places[place]), min(places[place])))
        for at, there in enumerate(ranked[1:_OFTEN], 1):
            home = next((each for each in ranked[:at] if _apart(places, each, there)), ())
            for text, start in places[there].items() if home else ():
                if text not in places[home]:  # who has both says it twice
                    found[text] |= dict(zip(range(start, start + _RUN), home, strict=True))
    return found


def _apart(places: dict[_Place, dict[int, int]], home: _Place, there: _Place) -> bool:
    return not set(home) & set(there) and bool(places[home].keys() - places[there].keys())


def _places(texts: Texts, laid: Columns) -> dict[tuple[str, ...], dict[_Place, dict[int, int]]]:
    """By their words, the columns in which each three words in a row stand, with the texts that have them there."""
    found: dict[tuple[str, ...], dict[_Place, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for text, (words, at) in enumerate(zip(texts, laid, strict=True)):
        for start in range(len(words) - _RUN + 1):
            found[words[start : start + _RUN]][at[start : start + _RUN]][text] = start
    return {words: places for words, places in found.items() if len(places) > 1}


def _runs(homes: dict[int, int]) -> Iterator[list[int]]:
    """The words that moved, by stretches: their homes stand in their order, and no more than two words between."""
    stretch: list[int] = []
    for at in sorted(homes):
        if stretch and (at - stretch[-1] > _BREAK or not 0 < homes[at] - homes[stretch[-1]] <= _REACH):
            yield stretch
            stretch = []
        stretch.append(at)
    if stretch:
        yield stretch
