"""The index of words: a cache of the archive that can be thrown away, and that knows the change it stands at."""

import contextlib
import json
import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout
from msgspec import Struct

from acquis.archive import queries
from acquis.precedents import segment, tables, words
from acquis.precedents.segment import Passage, Segment
from acquis.store import Store

VERSION: Final = f"3-{words.VERSION}"
"""The version of the files and of the normalisation; an index of another one is another folder, and made anew."""

_MOST: Final = 150_000
"""Passages that are taken in at a time: each such lot is safe when it is done."""

_TIERS: Final = 4
"""So many segments of about one size are made into one: a passage is written again as often as the index doubles."""


_DAMAGE: Final = (OSError, EOFError, ValueError, KeyError, TypeError, RecursionError)
"""What a damaged file makes its readers trip over."""


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
        self.path = folder / f"precedents-{VERSION}"
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
        with self._writing() as mine:
            if mine:
                self._throw_away()
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
                held = _unsealed((self.path / "manifest.json").read_bytes())
                names = held["segments"]
                self._opened = {name: self._opened.get(name) or Segment(self.path / name) for name in names}
            except _DAMAGE:
                self._opened = {}
                return None
            return held

    @contextlib.contextmanager
    def _writing(self) -> Iterator[bool]:
        """Whether the folder is ours to write; it is not where another process is at it or it may not be written."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path / "lock", timeout=0):
                yield True
        except (Timeout, OSError):
            yield False

    def _catch_up(self) -> None:
        with self._writing() as mine, self.store.reading() as db:
            if not mine:
                return
            held = self._manifest()
            if held and held["mark"] != queries.mark(db, held["number"]):
                held = None  # of another archive, or of a later state of this one
            if held is None:
                self._throw_away()
                held = {"number": 0, "mark": queries.mark(db, 0), "passage": 0, "segments": []}
            self._take_in(db, held)

    def _take_in(self, db: Any, held: dict[str, Any]) -> None:
        number, names, last = queries.last_change(db), list(held["segments"]), held["passage"]
        coming = (Passage(*row) for row in tables.passages_after(db, last))
        while lot := list(islice(coming, _MOST)):
            last = lot[-1].number
            segment.write(self.path / f"{lot[0].number}-{last}", lot)
            names = self._evened([*names, f"{lot[0].number}-{last}"])
            self._stand({**held, "passage": last, "segments": names})
        self._stand({"number": number, "mark": queries.mark(db, number), "passage": last, "segments": names})

    def _evened(self, names: Sequence[str]) -> list[str]:
        """The segments, the last few of about one size made into one."""
        kept = list(names)
        while len(kept) >= _TIERS and self._alike(kept[-_TIERS:]):
            last = kept[-_TIERS:]
            name = f"{last[0].partition('-')[0]}-{last[-1].rpartition('-')[2]}"
            segment.merged(self.path / name, [Segment(self.path / each) for each in last])
            kept = [*kept[:-_TIERS], name]
        return kept

    def _alike(self, names: Sequence[str]) -> bool:
        sizes = [len(Segment(self.path / name).passages) for name in names]
        return max(sizes) <= _TIERS * max(1, min(sizes)) or sum(sizes) < 4 * sizes[-1]

    def _stand(self, manifest: dict[str, Any]) -> None:
        beside = self.path / "manifest.part"
        beside.write_bytes(_sealed(manifest))
        os.replace(beside, self.path / "manifest.json")  # noqa: PTH105 - one step
        for folder in self.path.iterdir():
            if folder.is_dir() and folder.name not in manifest["segments"]:
                shutil.rmtree(folder, ignore_errors=True)

    def _throw_away(self) -> None:
        for each in self.path.iterdir():
            if each.is_dir():
                shutil.rmtree(each, ignore_errors=True)
        (self.path / "manifest.json").unlink(missing_ok=True)


def _sealed(manifest: dict[str, Any]) -> bytes:
    """The list of what the index holds, after a line with its hash: what was cut or changed is found out."""
    held = json.dumps(manifest).encode()
    return blake2b(held, digest_size=16).hexdigest().encode() + b"\n" + held


def _unsealed(content: bytes) -> dict[str, Any]:
    seal, _, held = content.partition(b"\n")
    if seal != blake2b(held, digest_size=16).hexdigest().encode():
        raise ValueError("the list of segments was changed after it was written")
    read: dict[str, Any] = json.loads(held)
    return read
