"""Whether an archive is whole: every byte, every map, every address."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from acquis.archive import queries
from acquis.archive.keeping import catalogue_row
from acquis.archive.packing import PASSAGE, from_json, passages, unpack, words_hash
from acquis.errors import BadAddress
from acquis.model import Pinpoint, Record
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
    from sqlalchemy import exc

    found: list[Fault] = []
    for look in (_database, _files, _readings, _documents, _addresses, _rivals):
        try:
            with store.reading() as db:
                found += look(db)
        except exc.DatabaseError as error:
            found.append(Fault("damage", f"database: {error.orig}"))
    return tuple(found)


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


def _readings(db: "Connection") -> Iterator[Fault]:
    """Every reading, superseded ones too: earlier releases are answered from them."""
    for number in queries.reading_numbers(db):
        held = queries.reading(db, number)
        yield from (Fault("damage", f"{_whose(db, held)}: {line}") for line in _reading_faults(db, held))


def _reading_faults(db: "Connection", held: Any) -> Iterator[str]:
    try:
        reading = unpack(held.body)
    except Exception as error:  # whatever is wrong with the bytes, it is damage
        yield f"its reading cannot be unpacked ({error})"
        return
    yield from reading.layers.faults()
    if reading.layers.hash != held.text_hash or words_hash(reading.layers.text) != held.words_hash:
        yield "its text is not the one that was kept"
    if not _passages_agree(db, held.id, reading):
        yield "its passages and its reading differ"


def _whose(db: "Connection", held: Any) -> str:
    rows = [row for row in queries.by_file(db, held.sha256) if row.reading == held.id]
    return str(rows[0].address) if rows else f"an earlier reading of {held.sha256[:12]}"


def _passages_agree(db: "Connection", number: int, reading: Any) -> bool:
    rows = queries.passages(db, [number])
    return tuple(tuple(row._mapping[column] for column in PASSAGE) for row in rows) == passages(reading)


def _documents(db: "Connection") -> Iterator[Fault]:
    """Every row of the catalogue says what its record says."""
    for row in queries.rows(db, queries.catalogue(states=("kept", "rival", "copy", "withdrawn"))):
        try:
            record, doubts = from_json(row.record, Record), from_json(row.doubts, list[str])
            wanted = catalogue_row(record, Pinpoint(row.address), doubts)
        except Exception as error:  # whatever is wrong with the row, it is damage
            yield Fault("damage", f"{row.address}: its record cannot be read ({error})")
            continue
        wrong = [name for name, value in wanted.items() if name != "record" and getattr(row, name) != value]
        if wrong:
            yield Fault("damage", f"{row.address}: its catalogue and its record differ ({', '.join(wrong)})")


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
