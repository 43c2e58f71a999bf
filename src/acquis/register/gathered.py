"""The events that the archive's documents tell, kept beside the archive and brought up to its last change."""

import contextlib
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from acquis.archive import queries
from acquis.archive.cache import DAMAGE, Cache, part
from acquis.archive.keeping import document_of
from acquis.errors import AcquisError
from acquis.model import Day, Evidence, Pinpoint, fingerprint
from acquis.register import tables
from acquis.register._setting import VERSION
from acquis.register.events import Act, Certainty, Event
from acquis.register.gazetteer import Names
from acquis.store import Store

_LOT: Final = 200
"""Readings that are read at a time: each such lot is safe when it is done."""

_MOST_PARTS: Final = 8


class Gathered:
    """What documents tell, read once for each reading. Cost: some ten milliseconds for each page, once."""

    def __init__(self, store: Store, folder: Path, names: Names) -> None:
        self.store, self._given = store, names
        self._cache = Cache(folder, "register", f"{VERSION}-{fingerprint(repr(sorted(names.items())))[:8]}")
        self._held: dict[int, tuple[Event, ...]] = {}
        self._names: list[str] = []
        self._lock = threading.Lock()

    def events(self, at: int | None = None) -> tuple[Event, ...]:
        """The events of the texts that are held as of a change, each learned on the day on which its text came."""
        with self._lock, self.store.reading() as db:
            rows = tables.held(db, at)
            self._look()
            missing = [row for row in rows if row.reading not in self._held]
            if missing:
                self._catch_up(db, missing)
        return tuple(
            replace(event, learned=row.learned[:10]) for row in rows for event in self._held.get(row.reading, ())
        )

    def _look(self) -> None:
        try:
            names = self._cache.held()["parts"]
            for name in names:
                if name not in self._names:
                    self._held |= dict(_read(self._cache.path / name / _FILE))
            self._names = names
        except DAMAGE:
            self._names = []

    def _catch_up(self, db: Any, rows: Sequence[Any]) -> None:
        """Where the folder cannot be written, what is read is kept for as long as the process lives."""
        coming = iter(rows)
        with self._cache.writing() as mine:
            while lot := list(islice(coming, _LOT)):
                told = {row.reading: self._told(db, row) for row in lot}
                self._held |= told
                if mine:
                    with contextlib.suppress(OSError):
                        self._stand(told)

    def _told(self, db: Any, row: Any) -> tuple[Event, ...]:
        """What one text tells; of a damaged one nothing: `acquis check` reports it, and the others are heard."""
        from acquis.register.told import events_in  # its rules take a while to be made, and most processes read nothing

        try:
            return tuple(events_in(_document(db, row), self._given))
        except (zlib.error, ValueError, LookupError, RecursionError, AcquisError):
            return ()

    def _stand(self, told: Mapping[int, Sequence[Event]]) -> None:
        names = list(self._names)
        if len(names) >= _MOST_PARTS:
            told, names = self._held, []
        name = f"{min(told)}-{max(told)}-{len(told)}"
        with part(self._cache.path / name) as folder:
            lines = [msgspec.json.encode([reading, [_packed(e) for e in events]]) for reading, events in told.items()]
            (folder / _FILE).write_bytes(b"\n".join(lines))
        self._names = [*(each for each in names if each != name), name]
        self._cache.stand({"parts": self._names}, self._names)


_FILE: Final = "events.jsonl"


def _document(db: Any, row: Any) -> Any:
    reading = queries.reading(db, row.reading)
    return document_of(row, reading, queries.file(db, reading.sha256))


def _read(file: Path) -> Iterator[tuple[int, tuple[Event, ...]]]:
    for line in file.read_bytes().splitlines():
        reading, events = msgspec.json.decode(line)
        yield reading, tuple(map(_unpacked, events))


def _packed(event: Event) -> dict[str, Any]:
    assert isinstance(event.proof, Evidence)
    told = {name: str(getattr(event, name)) for name in _WORDS if getattr(event, name)}
    proof = {name: str(getattr(event.proof, name)) for name in _PROOF}
    return {**told, "nth": event.nth, "inferred": event.inferred, "proof": proof}


def _unpacked(told: Mapping[str, Any]) -> Event:
    words = {name: told.get(name, "") for name in _PLAIN}
    proof = Evidence(**{**told["proof"], "address": Pinpoint(told["proof"]["address"])})
    return Event(
        act=Act(told["act"]),
        certainty=Certainty(told.get("certainty", "high")),
        nth=told["nth"],
        inferred=told["inferred"],
        proof=proof,
        on=_day(told.get("on")),
        until=_day(told.get("until")),
        **words,
    )


def _day(told: str | None) -> Day | None:
    return Day.parse(told) if told else None


_PLAIN: Final = ("actor", "object", "role", "place", "value", "note")
_WORDS: Final = ("act", *_PLAIN, "on", "until", "certainty")
_PROOF: Final = ("address", "quotation", "before", "after", "text", "method")
