"""The database: engine, transactions, one writer, schema version."""

import contextlib
import datetime
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from acquis.errors import ArchiveBusy, ArchiveDamaged, BadEdit, TooNew

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import URL, Connection, Engine, MetaData

SCHEMA: Final = 2
"""The version of the tables; an archive says which one it has."""

_NO_MIGRATIONS: Final[dict[int, Any]] = {}
_LOCK: Final = 0x6163_7175  # the advisory lock's number on PostgreSQL: "acqu"
_HOLDER: Final = f"""
SELECT coalesce(nullif(application_name, ''), 'process ' || pid) || ' since ' || backend_start
FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND objid = {_LOCK} AND granted
  AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_HELD: Final = threading.local()
_LONGEST_NAME: Final = 63
_FILE: Final = "archive.sqlite"


class Window(Protocol):
    """What of a database is seen: temporary views that stand before its tables, on every connection."""

    def statements(self, dialect: str, schema: str) -> Sequence[str]:
        """What a new connection is told. `schema` is where the tables are that the views stand before."""

    def bring_up(self, connection: "Connection") -> None:
        """Called first in each transaction: the views show the state that the transaction sees."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open database: SQLite in a folder that can be copied, or PostgreSQL by its URL.

    `folder` holds the database of the embedded default and what is derived from it; for PostgreSQL it is where
    derived files of this machine go. Through a `window` only a part is seen, and nothing is written.
    """

    engine: "Engine"
    folder: Path
    location: str
    window: Window | None = None

    @contextlib.contextmanager
    def reading(self) -> Iterator["Connection"]:
        """A connection that sees one steady state, whatever is written meanwhile."""
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                if self.window:
                    self.window.bring_up(connection)
                yield connection

    @contextlib.contextmanager
    def writing(self, *, wait: float = 0) -> Iterator["Connection"]:
        """A transaction of the one writer. All of it is kept, or none.

        Another writer is waited for `wait` seconds; then `ArchiveBusy` names it. A full disk is `ArchiveDamaged`.
        """
        with _room_on_disk(), self._writer(wait), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writer(self, *, wait: float = 0) -> Iterator[None]:
        """Holds the right to write over many transactions, so that no other writer comes between them."""
        with self._writer(wait):
            yield

    @contextlib.contextmanager
    def _writer(self, wait: float) -> Iterator[None]:
        self.refuse_through_window()
        if self.engine.dialect.name == "postgresql":
            with self._advisory(wait):
                yield
        else:
            with _file_lock(self.folder, wait):
                yield

    @contextlib.contextmanager
    def _advisory(self, wait: float) -> Iterator[None]:
        """The one writer of a database; within a thread that has the lock already it is had again."""
        from sqlalchemy import text

        held: set[str] = _HELD.__dict__.setdefault("locations", set())
        if self.location in held:
            yield
            return
        until = time.monotonic() + wait
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            while not connection.execute(text(f"SELECT pg_try_advisory_lock({_LOCK})")).scalar():
                if time.monotonic() >= until:
                    raise ArchiveBusy(_busy(connection.execute(text(_HOLDER)).scalar() or "another", self.location))
                time.sleep(0.1)
            held.add(self.location)
            try:
                yield
            finally:
                held.discard(self.location)
                connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))

    def refuse_through_window(self) -> None:
        """Raises `BadEdit` where only a part of the database is seen: it is neither written nor copied so."""
        if self.window:
            raise BadEdit("Only a part of the archive is seen here, and only to be read. Open the archive itself.")

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()


Migrations: TypeAlias = "Mapping[int, Callable[[Connection], None]]"


def open_store(
    location: str, metadata: "MetaData", *, create: bool = True, migrations: Migrations = _NO_MIGRATIONS
) -> Store:
    """Opens the database at a folder or a `postgresql://` URL and makes its tables where there are none.

    An older database is moved on by the `migrations`, one for each version, in one transaction; of a folder's a copy
    is laid beside it first. Raises `TooNew` for a database of a later version, `ArchiveDamaged` for a file that is no
    database.
    """
    from sqlalchemy import exc

    store = _postgres(location) if location.startswith("postgresql") else _sqlite(location, create=create)
    try:
        _ensure(store, metadata, migrations)
    except exc.OperationalError as error:
        raise ArchiveDamaged(
            f"The archive at {location} cannot be opened: {error.orig}. Was it copied whole?"
        ) from error
    except exc.DatabaseError as error:
        raise ArchiveDamaged(f"What is at {location} is no archive: {error.orig}.") from error
    return store


def through(store: Store, window: Window, folder: Path) -> Store:
    """The same database seen through a window; what is derived from what is seen goes to a folder of its own."""
    from sqlalchemy import event

    make = _sqlite_engine if store.engine.dialect.name == "sqlite" else _postgres_engine
    engine = make(store.engine.url)
    event.listen(engine, "connect", _told(window, engine.dialect.name))
    return Store(engine, folder, store.location, window)


def _told(window: Window, dialect: str) -> "Callable[[Any, Any], None]":
    """Puts the views before the tables; from then on the connection only reads, but for its own temporary tables."""

    def tell(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        if dialect == "sqlite":
            for statement in (*window.statements(dialect, "main"), "PRAGMA query_only=ON"):
                cursor.execute(statement)
        else:
            (schema,) = cursor.execute("SELECT current_schema()").fetchone()
            for statement in window.statements(dialect, schema):
                cursor.execute(statement)
            cursor.execute("SET default_transaction_read_only = on")
            connection.commit()
        cursor.close()

    return tell


def _sqlite(location: str, *, create: bool) -> Store:
    from sqlalchemy import URL

    folder = Path(location).expanduser()
    if folder.is_file():
        raise ArchiveDamaged(
            f"{location} is a file. An archive is a folder: name one, or a folder that does not exist yet."
        )
    if not create and not (folder / _FILE).exists():
        raise ArchiveDamaged(f"There is no archive at {location}. `acquis add FILE` makes one.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveDamaged(f"No archive can be made at {location}: {error.strerror}.") from error
    return Store(_sqlite_engine(URL.create("sqlite", database=str(folder / _FILE))), folder, location)


def _sqlite_engine(url: "URL | str") -> "Engine":
    from sqlalchemy import create_engine, event

    engine = create_engine(url, connect_args={"timeout": 30, "isolation_level": None})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    """What every SQLite connection is told; the write-ahead log keeps readers steady while one writes."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA cache_size=-65536")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def _postgres(location: str) -> Store:
    import hashlib

    import platformdirs

    url = (
        location if "+" in location.split(":", 1)[0] else location.replace("postgresql://", "postgresql+psycopg://", 1)
    )
    name = hashlib.sha256(location.encode()).hexdigest()[:12]
    folder = Path(platformdirs.user_cache_dir("acquis")) / f"postgres-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    return Store(_postgres_engine(url), folder, location)


def _postgres_engine(url: "URL | str") -> "Engine":
    from sqlalchemy import create_engine

    me = _me()
    name = f"process {me['process']} on {me['machine']} ({me['command']})"[:_LONGEST_NAME]
    return create_engine(url, connect_args={"application_name": name})


def _ensure(store: Store, metadata: "MetaData", migrations: Migrations) -> None:
    """Makes the tables of a new database; refuses a newer one, moves an older one on."""
    from sqlalchemy import inspect

    with store.engine.connect() as connection:
        version = _version(connection) if inspect(connection).has_table("meta") else None
    if version is None:
        with store.writing(wait=30) as connection:
            metadata.create_all(connection)
            _stamp(connection)
    elif not str(version).isdecimal():
        raise ArchiveDamaged(f"What is at {store.location} is no archive: its schema version is {version!r}.")
    elif int(version) > SCHEMA:
        raise TooNew(
            f"The archive at {store.location} has tables of version {version}; this acquis reads up to {SCHEMA}. "
            "A newer acquis opens it."
        )
    elif int(version) < SCHEMA:
        _migrate(store, migrations)


def _version(connection: "Connection") -> Any:
    from sqlalchemy import text

    return connection.execute(text("SELECT value FROM meta WHERE key = 'schema'")).scalar()


def _stamp(connection: "Connection") -> None:
    from sqlalchemy import text

    connection.execute(text("DELETE FROM meta WHERE key = 'schema'"))
    connection.execute(text("INSERT INTO meta (key, value) VALUES ('schema', :v)"), {"v": str(SCHEMA)})


def _migrate(store: Store, migrations: Migrations) -> None:
    """Moves an older database on, step by step and all or nothing; whoever waited for another finds it done."""
    with store.writer(wait=30):
        with store.engine.connect() as connection:
            older = int(_version(connection))
        if older == SCHEMA:
            return
        if store.engine.dialect.name == "sqlite":
            copied(store, store.folder / f"archive-before-{SCHEMA}.sqlite")
        with store.writing() as connection:
            for version in range(older, SCHEMA):
                migrations[version](connection)
            _stamp(connection)


def copied(store: Store, target: Path) -> None:
    """A copy of the SQLite file, whole at one moment, while it may be read and written."""
    import sqlite3

    store.refuse_through_window()
    with contextlib.closing(sqlite3.connect(target)) as copy, store.engine.connect() as connection:
        source = connection.connection.driver_connection
        assert source is not None
        source.backup(copy)


@contextlib.contextmanager
def _file_lock(folder: Path, wait: float) -> Iterator[None]:
    """The one writer of a folder. The system lets go of the lock when its holder dies, however it dies."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "writer.lock", is_singleton=True)
    holder = folder / "writer.json"
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise ArchiveBusy(_busy(_holder(holder), str(folder))) from error
    try:
        if lock.lock_counter == 1:
            with contextlib.suppress(OSError):  # on a full disk the lock still holds
                holder.write_text(json.dumps(_me()), "utf-8")
        yield
    finally:
        if lock.lock_counter == 1:
            holder.unlink(missing_ok=True)
        lock.release()


def _me() -> dict[str, str]:
    since = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    verb = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])
    return {"process": str(os.getpid()), "machine": socket.gethostname(), "since": since, "command": verb}


def _holder(path: Path) -> str:
    try:
        held = json.loads(path.read_text("utf-8"))
        return f"process {held['process']} on {held['machine']} ({held['command']}) since {held['since']}"
    except (OSError, ValueError, KeyError):
        return "another process"


def _busy(holder: str, location: str) -> str:
    return f"{location} is being written by {holder}. Wait for it with --wait SECONDS, or try again later."


@contextlib.contextmanager
def _room_on_disk() -> Iterator[None]:
    """Says in one clear line that the disk is full."""
    from sqlalchemy import exc

    try:
        yield
    except exc.OperationalError as error:
        if "is full" in str(error.orig) or "No space left" in str(error.orig):
            raise ArchiveDamaged(
                "The disk is full: nothing of this step was kept, all that was kept before is. "
                "Free some space and run the command again."
            ) from error
        raise
