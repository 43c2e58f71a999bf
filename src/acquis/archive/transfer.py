"""The whole archive out and in again: with the same addresses, corrections, notes and release hashes."""

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, insert, select, text

from acquis.archive import queries
from acquis.archive.migrations import MIGRATIONS
from acquis.archive.tables import (
    CHANGES,
    EDITS,
    EXPRESSIONS,
    FILES,
    FORWARDS,
    MOVES,
    PASSAGES,
    READINGS,
    RELEASES,
    REPORTS,
)
from acquis.errors import ArchiveDamaged, BadEdit
from acquis.store import SCHEMA, Store, copied

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TABLES: Final = (CHANGES, FILES, READINGS, PASSAGES, EXPRESSIONS, FORWARDS, EDITS, MOVES, RELEASES, REPORTS)
_TOGETHER: Final = 500
_NAMELESS: Final = {"who": "", "because": "", "body": "{}"}
"""What the log keeps for the house when a public document leaves it."""

_MANIFEST: Final = "acquis-export.json"


def export_everything(store: Store, folder: Path, *, public_only: bool = False) -> dict[str, int]:
    """Writes the archive to an empty folder: one JSON line a row, and every file under its fingerprint.

    With `public_only` only what is marked public, its files and its readings leave the house; the log, the reports and
    the notes stay. Gives the number of rows of each table.
    """
    if folder.exists() and any(folder.iterdir()):
        raise BadEdit(f"{folder} is not empty; an export needs a folder of its own.")
    (folder / "files").mkdir(parents=True, exist_ok=True)
    counts = {}
    with store.reading() as db:
        kept = _public(db) if public_only else None
        for table in _TABLES:
            with (folder / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as out:
                counts[table.name] = sum(_write(out, folder, row) for row in _rows(db, table, kept))
    manifest = {"format": "acquis-export/1", "schema": SCHEMA, "public_only": public_only, "rows": counts}
    (folder / _MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    return counts


def _rows(db: "Connection", table: Table, kept: dict[str, set[Any]] | None) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key.columns)
    together = 1 if table is FILES else _TOGETHER  # files may be large
    for row in db.execute(query.execution_options(yield_per=together)):
        if kept is None:
            yield dict(row._mapping)
        elif _leaves(table.name, row, kept):
            yield dict(row._mapping) | (_NAMELESS if table is CHANGES else {})


def _public(db: "Connection") -> dict[str, set[Any]]:
    """What may leave the house: public expressions as they stand now, their readings and their files."""
    rows = [row for row in queries.rows(db, queries.catalogue()) if row.marking == "public"]
    readings = {row.reading for row in rows}
    files = {queries.reading(db, number).sha256 for number in readings}
    changes = {row.since for row in rows} | {queries.file(db, sha256).seq for sha256 in files}
    return {"expressions": {row.id for row in rows}, "readings": readings, "files": files, "changes": changes}


def _leaves(table: str, row: Any, kept: dict[str, set[Any]]) -> bool:
    if table == "passages":
        return row.reading in kept["readings"]
    if table == "files":
        return row.sha256 in kept["files"]
    if table == "changes":
        return row.seq in kept["changes"]
    return table in kept and row.id in kept[table]


def _write(out: Any, folder: Path, row: dict[str, Any]) -> int:
    """One row as a JSON line; a file's bytes go to a file of their own."""
    if "content" in row:
        (folder / "files" / row["sha256"]).write_bytes(row.pop("content"))
    if "body" in row and isinstance(row["body"], bytes):
        row["body"] = {"base64": base64.b64encode(row["body"]).decode()}
    out.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
    return 1


def import_everything(store: Store, folder: Path) -> dict[str, int]:
    """Reads an export into an empty archive, in one transaction; addresses and release hashes are the same after it."""
    manifest = _manifest(folder)
    with store.writing(wait=30) as db:
        if queries.last_change(db):
            raise BadEdit("An import needs an empty archive; name a new one with --archive.")
        counts = _tables(db, folder)
        if counts != manifest["rows"]:
            raise ArchiveDamaged(f"{folder} is not whole: its manifest and its rows differ.")
        for version in range(manifest["schema"], SCHEMA):
            MIGRATIONS[version](db)
        _after_import(db)
    return counts


def _tables(db: "Connection", folder: Path) -> dict[str, int]:
    from sqlalchemy import exc

    try:
        return {table.name: _read(db, table, folder) for table in _TABLES}
    except (OSError, ValueError, KeyError, TypeError, exc.IntegrityError, exc.StatementError) as error:
        if isinstance(error, exc.OperationalError):
            raise
        raise ArchiveDamaged(f"{folder} is not whole: {str(error).splitlines()[0]}") from error


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / _MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ArchiveDamaged(f"{folder} is no export of an archive: {_MANIFEST} is missing or damaged.") from error
    if manifest.get("format") != "acquis-export/1" or manifest["schema"] > SCHEMA:
        raise ArchiveDamaged(f"{folder} was exported by a newer acquis; that one reads it.")
    return manifest


def _read(db: "Connection", table: Table, folder: Path) -> int:
    count, together = 0, 1 if table is FILES else _TOGETHER
    batch: list[dict[str, Any]] = []
    with (folder / f"{table.name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            batch.append(_row(table, json.loads(line), folder))
            count += 1
            if len(batch) >= together:
                db.execute(insert(table), batch)
                batch = []
    if batch:
        db.execute(insert(table), batch)
    return count


def _row(table: Table, row: dict[str, Any], folder: Path) -> dict[str, Any]:
    if table is FILES:
        row["content"] = _content(folder, row["sha256"])
    if isinstance(row.get("body"), dict):
        row["body"] = base64.b64decode(row["body"]["base64"])
    return row


def _content(folder: Path, sha256: str) -> bytes:
    if len(sha256) != 64 or not sha256.isalnum():
        raise ArchiveDamaged(f"{folder} names a file {sha256!r}, which is no fingerprint.")
    content = (folder / "files" / sha256).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ArchiveDamaged(f"{folder}/files/{sha256} was changed since it was exported.")
    return content


def _after_import(db: "Connection") -> None:
    """PostgreSQL counts on from what came with numbers of its own."""
    if db.dialect.name != "postgresql":
        return
    for table in _TABLES:
        column = next(iter(table.primary_key.columns))
        if column.autoincrement is not False and str(column.type) == "INTEGER":
            db.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "
                    f"COALESCE((SELECT MAX({column.name}) FROM {table.name}), 0) + 1, false)"
                )
            )


def backup(store: Store, target: Path) -> Path:
    """A copy of the archive's folder, whole at one moment, while it may be read and written; gives where it is."""
    if store.engine.dialect.name != "sqlite":
        raise BadEdit("This archive is on PostgreSQL: back it up with pg_dump, or use `acquis export --everything`.")
    if target.exists() and any(target.iterdir()):
        raise BadEdit(f"{target} is not empty; a backup needs a folder of its own.")
    target.mkdir(parents=True, exist_ok=True)
    copied(store, target / "archive.sqlite")
    return target
