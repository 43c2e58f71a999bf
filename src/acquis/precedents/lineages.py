"""The pairs of all texts that share language, kept beside the index: a cache that follows it and can be thrown away."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from acquis.archive.cache import DAMAGE, Cache, part
from acquis.precedents import tables
from acquis.precedents.alignment import align
from acquis.precedents.candidates import candidates
from acquis.precedents.families import Pair, table
from acquis.precedents.index import View, WordIndex
from acquis.precedents.kin import Member, expression_of
from acquis.precedents.rare_words import Rarity
from acquis.precedents.reuse import Keys
from acquis.precedents.verify import ENOUGH, SHARE
from acquis.precedents.words import VERSION as WORDS
from acquis.precedents.words import plain_of, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

AllPairs: TypeAlias = Callable[["NDArray[Any]", "NDArray[Any]"], Any]
"""The words of all texts (uint64) and where each ends (int64), to a table with a column for each field of `Pair`."""

VERSION: Final = f"2-{WORDS}"
MANY: Final = 1_000
"""Up to so many new texts are looked up one by one; of more, all pairs are made anew."""

_TIERS: Final = 8
"""So many parts are made into one: a pair is written again as often as the whole doubles, about."""


class State(Struct, frozen=True):
    """The pairs as they stand: `hashes` are the texts by their numbers (uint64), `number` the change they stand at.

    `last` is the change that the index stands at.
    """

    hashes: "NDArray[Any]"
    pairs: "NDArray[Any]"
    number: int
    last: int


class Lineages:
    """All pairs in a folder. A text keeps its number as long as the cache lives; one that is gone does no harm.

    Any number of readers; whoever gets the lock brings it up to date. A part is never changed.
    """

    def __init__(self, index: WordIndex, folder: Path, *, all_pairs: AllPairs) -> None:
        self.index, self.all_pairs = index, all_pairs
        self.cache = Cache(folder, "lineage", VERSION)
        self._state: tuple[tuple[str, ...], State] | None = None
        self._lock = threading.Lock()

    def view(self) -> State:
        """The present state, brought up to the index where nobody else is just doing that."""
        view = self.index.view()
        if (found := self._look(view)).number != view.number:
            self.update(view)
            found = self._look(view)
        return found

    def update(self, view: View) -> None:
        """Takes in the texts that the index has and this has not: few by look-up, many by the run over all pairs."""
        with contextlib.suppress(OSError), self.cache.writing() as mine:
            if mine:
                self._take_in(view)

    def rebuild(self) -> None:
        """Throws the pairs away and makes them anew."""
        with self.cache.writing() as mine:
            if mine:
                self.cache.throw_away()
        self.view()

    def _look(self, view: View) -> State:
        """The state as it is on disk; none of it where a file is missing or damaged."""
        import numpy as np

        with self._lock:
            try:
                held = self.cache.held()
                names = tuple(held["parts"])
                if self._state is None or self._state[0] != names:
                    hashes, pairs = (self._all(names, kind) for kind in ("texts", "pairs"))
                    self._state = names, State(hashes, pairs[np.lexsort((pairs["b"], pairs["a"]))], 0, 0)
                kept = self._state[1]
                return State(kept.hashes, kept.pairs, held["number"], view.number)
            except DAMAGE:
                return State(np.zeros(0, np.uint64), table(()), -1, view.number)

    def _all(self, names: Sequence[str], kind: str) -> "NDArray[Any]":
        import numpy as np

        empty = np.zeros(0, np.uint64) if kind == "texts" else table(())
        parts = (np.load(self.cache.path / name / f"{kind}.npy", allow_pickle=False) for name in names)
        return np.concatenate([empty, *parts])

    def _take_in(self, view: View) -> None:
        """What was cut short is not in the manifest, and is made again."""
        import numpy as np

        held = self._look(view)
        names = list(self._state[0]) if held.number >= 0 and self._state else []
        if len(gone := np.setdiff1d(held.hashes, _hashes(view))):
            held = _without(held, gone)
            names = [self._part(held.hashes, held.pairs)] if len(held.hashes) else []
        come = np.setdiff1d(_hashes(view), held.hashes)
        if len(come) > MANY:
            come, pairs = _hashes(view), self._made(view)
            names = []
        else:
            pairs = table(self._found(view, _Numbers(np.concatenate([held.hashes, come])), len(held.hashes)))
        if len(come):
            names = self._evened([*names, self._part(come, pairs)])
        self._stand(view, names)

    def _made(self, view: View) -> "NDArray[Any]":
        """All pairs, by the run over all texts; numbered in the order of their hashes."""
        import numpy as np

        keys = [view.segments[at].keys_at(text) for at, text in _places(view, _hashes(view))]
        found = self.all_pairs(np.concatenate(keys), np.cumsum([len(each) for each in keys]))
        pairs = np.zeros(len(found), table(()).dtype)
        for name in Pair.__struct_fields__:
            pairs[name] = found[name]
        return pairs

    def _found(self, view: View, numbers: "_Numbers", first: int) -> Iterator[Pair]:
        """The pairs of the texts from number `first` on with those before them, each looked up in the index."""
        with self.index.store.reading() as db:
            for number, place in enumerate(_places(view, numbers.hashes[first:]), first):
                yield from _paired(view, db, place, number, numbers)

    def _part(self, hashes: "NDArray[Any]", pairs: "NDArray[Any]") -> str:
        import numpy as np

        name = f"{int(hashes[0]):x}-{len(hashes)}-{len(pairs)}"
        with part(self.cache.path / name) as folder:
            np.save(folder / "texts.npy", hashes, allow_pickle=False)
            np.save(folder / "pairs.npy", pairs, allow_pickle=False)
        return name

    def _evened(self, names: list[str]) -> list[str]:
        """The parts, where they are many made into one."""
        if len(names) < _TIERS:
            return names
        return [self._part(self._all(names, "texts"), self._all(names, "pairs"))]

    def _stand(self, view: View, names: Sequence[str]) -> None:
        self.cache.stand({"number": view.number, "parts": list(names)}, list(names))


def members(view: View, state: State, rows: Mapping[int, Any], db: "Connection") -> Iterator[Member]:
    """The passages of those rows of the catalogue, by their readings, with the numbers that their texts have."""
    import numpy as np

    expressions = {reading: expression_of(row) for reading, row in rows.items()}
    paths = {number: (path, place) for number, path, place in tables.paths(db, list(rows))}
    known = _Numbers(state.hashes)
    for segment in view.segments:
        numbers = known.of(segment.hashes)[segment.owners]
        sizes = np.diff(segment.ends, prepend=0)[segment.owners]
        columns = (segment.passages, segment.readings, numbers, sizes)
        for passage, reading, text, size in zip(*(each.tolist() for each in columns), strict=True):
            if passage in paths and text >= 0:
                path, place = paths[passage]
                expression = expressions[reading]
                yield Member(f"{expression.address}#{path}", text, place, size, expression)


def keys(view: View, state: State) -> Keys:
    """The words of each text in their order, as the index has them; none of a text that is gone."""
    places = list(_places(view, state.hashes))

    def of(text: int) -> Sequence[int]:
        at, number = places[text]
        found: list[int] = view.segments[at].keys_at(number).tolist() if at >= 0 else []
        return found

    return of


def rarity(view: View, state: State) -> Rarity:
    """What the words of the texts weigh; a text that is gone has none."""
    places = _places(view, state.hashes)
    return Rarity(view.segments[at].keys_at(text) if at >= 0 else () for at, text in places)


def _without(state: State, gone: "NDArray[Any]") -> State:
    """The state without some texts, the others numbered anew: one that comes back is looked up like any new one."""
    import numpy as np

    kept = ~np.isin(state.hashes, gone)
    numbers = np.cumsum(kept) - 1
    pairs = state.pairs[kept[state.pairs["a"]] & kept[state.pairs["b"]]]
    pairs["a"], pairs["b"] = numbers[pairs["a"]], numbers[pairs["b"]]
    return State(state.hashes[kept], pairs, state.number, state.last)


class _Numbers:
    """The numbers of texts, by their hashes."""

    def __init__(self, hashes: "NDArray[Any]") -> None:
        self.hashes, self._order = hashes, hashes.argsort()

    def of(self, wanted: "NDArray[Any]") -> "NDArray[Any]":
        """The number of each; -1 for one that has none."""
        import numpy as np

        if not len(self.hashes):
            return np.full(len(wanted), -1)
        at = np.searchsorted(self.hashes, wanted, sorter=self._order)
        at = self._order[np.minimum(at, len(self.hashes) - 1)]
        return np.where(self.hashes[at] == wanted, at, -1)


def _paired(view: View, db: "Connection", place: tuple[int, int], number: int, numbers: _Numbers) -> Iterator[Pair]:
    """The pairs of one text with those of lower numbers."""
    segment = view.segments[place[0]]
    own = segment.keys_at(place[1]).tolist()
    for row in tables.passages(db, segment.members(place[1])[0][:1].tolist()).values():
        for each in candidates(view.segments, plain_of(words_of(row.words).texts)).texts:
            there = view.segments[each.segment]
            (other,) = numbers.of(there.hashes[each.text : each.text + 1]).tolist()
            if 0 <= other < number:
                yield from _pair(other, there.keys_at(each.text).tolist(), number, own)


def _pair(a: int, one: list[int], b: int, other: list[int]) -> Iterator[Pair]:
    """The pair of two texts, if they share enough."""
    found = align(one, other)
    if found.score >= min(ENOUGH, SHARE * min(len(one), len(other))) and found.blocks:
        first, last = found.blocks[0], found.blocks[-1]
        words = sum(block.size for block in found.blocks)
        yield Pair(a, b, found.score, words, first.a, last.a_end, first.b, last.b_end, len(one), len(other))


def _hashes(view: View) -> "NDArray[Any]":
    """The texts of the index, each once, in order."""
    import numpy as np

    return np.unique(np.concatenate([np.zeros(0, np.uint64), *(each.hashes for each in view.segments)]))


def _places(view: View, hashes: "NDArray[Any]") -> Iterator[tuple[int, int]]:
    """Where the index has each of those texts: the segment and the number there; -1 twice for one that is gone."""
    import numpy as np

    found = np.full((len(hashes), 2), -1)
    known = _Numbers(hashes)
    for at, segment in enumerate(view.segments):
        numbers = known.of(segment.hashes)
        held = np.flatnonzero(numbers >= 0)
        found[numbers[held]] = np.stack([np.full(len(held), at), held], axis=1)
    yield from map(tuple, found.tolist())
