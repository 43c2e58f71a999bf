"""The index of words: a cache of the archive that can be thrown away, and that knows the change it stands at."""

import contextlib
import threading
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from acquis.archive import queries
from acquis.archive.cache import DAMAGE, Cache
from acquis.archive.public import changes_of
from acquis.precedents import segment, tables, words
from acquis.precedents.segment import Passage, Segment
from acquis.store import Store

VERSION: Final = f"4-{words.VERSION}"
"""The version of the files and of the normalisation; an index of another one is another folder, and made anew."""

_MOST: Final = 150_000
"""Passages that are taken in at a time: each such lot is safe when it is done."""

_TIERS: Final = 4
"""So many segments of about one size are made into one: a passage is written again as often as the index doubles."""

_SMALL: Final = 20_000
"""Of no more passages the last segments are made into one at once: that takes a few tenths of a second, and each
segment costs every query a millisecond."""


class View(Struct, frozen=True):
    """One steady state of the index: its segments, the change it stands at, and the store's last one."""

    segments: tuple[Segment, ...]
    number: int
    last: int


class WordIndex:
    """The index in a folder. Any number of readers; whoever gets the lock brings it up to date.

    A segment is never changed, so that a reader goes on with those it has while others are made.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.cache = Cache(folder, "precedents", VERSION)
        self._opened: dict[str, Segment] = {}
        self._lock = threading.Lock()

    def view(self) -> View:
        """The present state, brought up to the store's last change where nobody else is just doing that."""
        with self.store.reading() as db:
            last = queries.last_change(db)
        found = self._look(last)
        if found.number != last:
            self._catch_up()
            found = self._look(last)
        return found

    def rebuild(self) -> None:
        """Throws the index away and makes it anew from the store."""
        with self.cache.writing() as mine:
            if mine:
                self.cache.throw_away()
        self._catch_up()

    def _look(self, last: int) -> View:
        """The state as it is on disk; none of it where a file is missing or damaged."""
        held = self._manifest()
        if held is None:
            return View((), 0, last)
        return View(tuple(self._opened.values()), held["number"], max(held["number"], last))

    def _manifest(self) -> dict[str, Any] | None:
        """What the index says of itself, its segments opened; None where it cannot be used."""
        with self._lock:
            try:
                held = self.cache.held()
                names = held["segments"]
                self._opened = {name: self._opened.get(name) or Segment(self.cache.path / name) for name in names}
            except DAMAGE:
                self._opened = {}
                return None
            return held

    def _catch_up(self) -> None:
        """What cannot be written, on a full disk, is left as it was."""
        with contextlib.suppress(OSError), self.cache.writing() as mine, self.store.reading() as db:
            if not mine:
                return
            held = self._manifest()
            if held and held["mark"] != queries.mark(db, held["number"], changes_of(self.store)):
                held = None  # of another archive, or of a later state of this one
            if held is None:
                self.cache.throw_away()
                held = {"number": 0, "mark": queries.mark(db, 0, changes_of(self.store)), "segments": []}
            self._take_in(db, held)

    def _take_in(self, db: Any, held: dict[str, Any]) -> None:
        """Lot by lot, each safe when it is done; an index made anew is one segment in the end: queries like few."""
        number, (names, missing) = queries.last_change(db), self._followed(db, held["segments"])
        anew = not names
        coming = (Passage(*row) for row in tables.passages_of(db, missing))
        while lot := list(islice(coming, _MOST)):
            name = f"{lot[0].number}-{lot[-1].number}"
            segment.write(self.cache.path / name, lot)
            names = self._evened([*names, name])
            self._stand({**held, "segments": names})
        if anew and len(names) > 1:
            names = [self._joined(names)]
        mark = queries.mark(db, number, changes_of(self.store))
        self._stand({"number": number, "mark": mark, "segments": names})

    def _followed(self, db: Any, names: Sequence[str]) -> tuple[list[str], list[int]]:
        """The segments with nothing but what the store shows, and the readings that none of them has.

        Of a public store any reading may come late or vanish.
        """
        import numpy as np

        shown = np.array(queries.reading_numbers(db), np.int64)
        held = {name: np.unique(self._opened[name].readings) for name in names}
        known = np.concatenate([shown[:0], *held.values()])
        kept = [self._without(name, np.setdiff1d(own, shown)) for name, own in held.items()]
        return [name for name in kept if name], np.setdiff1d(shown, known).tolist()

    def _without(self, name: str, gone: Any) -> str:
        """A segment without some readings; no name where nothing is left of it."""
        import numpy as np

        opened = self._opened[name]
        left = opened.passages[~np.isin(opened.readings, gone)]
        if not len(gone) or not len(left):
            return name if len(left) else ""
        smaller = f"{left.min()}-{left.max()}.{len(left)}"
        segment.without(self.cache.path / smaller, opened, gone)
        return smaller

    def _evened(self, names: Sequence[str]) -> list[str]:
        """The segments, the last small ones made into one, and the last few of about one size."""
        kept = list(names)
        while len(kept) > 1 and sum(self._sizes(kept[-2:])) <= _SMALL:
            kept = [*kept[:-2], self._joined(kept[-2:])]
        while len(kept) >= _TIERS and self._alike(kept[-_TIERS:]):
            kept = [*kept[:-_TIERS], self._joined(kept[-_TIERS:])]
        return kept

    def _joined(self, names: Sequence[str]) -> str:
        """One segment of several."""
        name = f"{names[0].partition('-')[0]}-{names[-1].rpartition('-')[2]}"
        segment.merged(self.cache.path / name, [Segment(self.cache.path / each) for each in names])
        return name

    def _alike(self, names: Sequence[str]) -> bool:
        sizes = self._sizes(names)
        return max(sizes) <= _TIERS * max(1, min(sizes)) or sum(sizes) < 4 * sizes[-1]

    def _sizes(self, names: Sequence[str]) -> list[int]:
        return [len(Segment(self.cache.path / name).passages) for name in names]

    def _stand(self, held: dict[str, Any]) -> None:
        self.cache.stand(held, held["segments"])
