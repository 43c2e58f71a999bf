"""Whether an archive is whole: every byte, every map, every address."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from acquis.archive import queries
from acquis.archive.keeping import passage_rows
from acquis.archive.packing import unpack
from acquis.errors import BadAddress
from acquis.model import Pinpoint
from acquis.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be ("damage"), or that a person should decide ("rival", "kin")."""

    what: str
    line: str


def check(store: Store) -> tuple[Fault, ...]:
    """Reads everything once and gives what is wrong, worst first; an empty tuple for a sound archive.

    Rivals (texts that claim an address held with other words) are listed too: they wait for a person.
    """
    with store.reading() as db:
        return (*_database(db), *_files(db), *_documents(db), *_addresses(db), *_rivals(db))


def damage(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """The faults that are damage."""
    return tuple(fault for fault in faults if fault.what == "damage")


def _database(db: "Connection") -> Iterator[Fault]:
    if db.dialect.name == "sqlite":
        for line in db.execute(text("PRAGMA integrity_check")).scalars():
            if line != "ok":
                yield Fault("damage", f"database: {line}")
        for row in db.execute(text("PRAGMA foreign_key_check")):
            yield Fault("damage", f"database: a row of {row[0]} names one of {row[2]} that is not there")


def _files(db: "Connection") -> Iterator[Fault]:
    for sha256 in queries.fingerprints(db):
        row = queries.file(db, sha256)
        if hashlib.sha256(row.content).hexdigest() != sha256:
            yield Fault("damage", f"file {row.name}: its bytes are not those that came ({sha256})")


def _documents(db: "Connection") -> Iterator[Fault]:
    for row in queries.rows(db, queries.catalogue(states=("kept", "rival", "copy", "withdrawn"))):
        held = queries.reading(db, row.reading)
        try:
            reading = unpack(held.body)
        except Exception as error:  # whatever is wrong with the bytes, it is damage
            yield Fault("damage", f"{row.address}: its reading cannot be unpacked ({error})")
            continue
        for line in reading.layers.faults():
            yield Fault("damage", f"{row.address}: {line}")
        if reading.layers.hash != held.text_hash:
            yield Fault("damage", f"{row.address}: its text is not the one that was kept")
        if not _passages_agree(db, row, reading):
            yield Fault("damage", f"{row.address}: its passages and its reading differ")


def _passages_agree(db: "Connection", row: Any, reading: Any) -> bool:
    kept = [(each.path, each.start, each.end, each.words) for each in queries.passages(db, [row.reading])]
    return kept == [(each["path"], each["start"], each["end"], each["words"]) for each in passage_rows(reading)]


def _addresses(db: "Connection") -> Iterator[Fault]:
    held = Counter(row.address for row in queries.rows(db, queries.catalogue()))
    for address, count in held.items():
        if count > 1:
            yield Fault("damage", f"{address} is held {count} times")
        try:
            Pinpoint(address)
        except BadAddress as error:
            yield Fault("damage", str(error))
    known = set(queries.like_address(db, ""))
    for old, new in queries.forwards(db):
        if new not in known and not any(address.startswith(f"{new}@") for address in known):
            yield Fault("damage", f"{old} forwards to {new}, which was never given")


def _rivals(db: "Connection") -> Iterator[Fault]:
    for row in queries.rows(db, queries.catalogue(states=("rival",))):
        yield Fault("rival", f"{row.address} claims the address of another text; withdraw one, or correct its record")
