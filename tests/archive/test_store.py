"""One writer that is named, readers with a steady view, all or nothing, and clear words when something is wrong."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, exc, text

import acquis
from acquis.archive import queries
from acquis.archive.desk import Desk
from acquis.archive.preparing import prepare
from acquis.archive.tables import METADATA
from acquis.errors import ArchiveBusy, ArchiveDamaged, TooNew
from acquis.store import SCHEMA, Store, open_store
from tests.archive.written import HALMOR, declaration, prepared

_HOLDS = """
import sys
from acquis.archive.tables import METADATA
from acquis.store import open_store
with open_store(sys.argv[1], METADATA).writer():
    print("holds", flush=True)
    sys.stdin.read()
"""


@contextlib.contextmanager
def held_elsewhere(location: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds the right to write, until it is told to let go."""
    command = [sys.executable, "-c", _HOLDS, location]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "holds\n"
        try:
            yield other
        finally:
            other.kill()


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    opened = open_store(location, METADATA)
    yield opened
    opened.close()


# --- one writer --------------------------------------------------------------------------------------------------


def test_a_second_writer_is_told_who_writes_and_may_wait(store: Store, location: str) -> None:
    with held_elsewhere(location) as other:
        with pytest.raises(ArchiveBusy, match=rf"process {other.pid} on .* since 20\d\d-.*--wait") as refused:
            with store.writing():
                pytest.fail("two writers at once")
        assert refused.value.exit_code == 6
        assert other.stdin
        threading.Timer(0.3, other.stdin.close).start()
        with store.writing(wait=30) as db:
            queries.add_change(db, "note", "un:A/RES/1/1", who="second")
    with store.reading() as db:
        assert queries.last_change(db) == 1


def test_the_lock_of_a_killed_writer_is_free(store: Store, location: str) -> None:
    with held_elsewhere(location) as other:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        with store.writing(wait=10) as db:
            assert queries.add_change(db, "note", "un:A/RES/1/1", who="second") > 0


def test_two_threads_do_not_write_at_once(store: Store) -> None:
    entered, leave = threading.Event(), threading.Event()

    def first() -> None:
        with store.writing(wait=10):
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=first)
    thread.start()
    assert entered.wait(10)
    with pytest.raises(ArchiveBusy), store.writing():
        pytest.fail("two writers at once")
    leave.set()
    thread.join()
    with store.writing(wait=5):
        pass


def test_who_holds_the_right_to_write_may_use_it_many_times(store: Store) -> None:
    with store.writer():
        for _ in range(2):
            with store.writing() as db:
                queries.add_change(db, "note", "un:A/RES/1/1", who="one")
    with store.writing() as db:
        assert queries.last_change(db) == 2


def test_many_writers_that_wait_all_get_their_turn(store: Store) -> None:
    def write() -> None:
        for _ in range(5):
            with store.writing(wait=60) as db:
                queries.add_change(db, "note", "un:A/RES/1/1", who="many")

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as db:
        assert [row.seq for row in queries.changes_since(db, 0)] == list(range(1, 21))


def test_receiving_waits_for_nobody_unless_it_is_told_to(empty: Desk, location: str, tmp_path: Path) -> None:
    with held_elsewhere(location), pytest.raises(ArchiveBusy):
        empty.receive([str(tmp_path)])  # type: ignore[attr-defined]


# --- readers -----------------------------------------------------------------------------------------------------


def test_readers_have_a_steady_view_while_one_writes(store: Store) -> None:
    def write(who: str) -> None:
        with store.writing(wait=10) as db:
            queries.add_change(db, "note", "un:A/RES/1/1", who=who)

    write("first")
    with store.reading() as one, store.reading() as other:
        assert [queries.last_change(db) for db in (one, other)] == [1, 1]
        write("second")
        with store.reading() as later:
            assert queries.last_change(later) == 2
        assert [queries.last_change(db) for db in (one, other)] == [1, 1]
        assert len(queries.changes_since(one, 0)) == 1


def test_readers_read_while_a_writer_has_not_finished(store: Store) -> None:
    with store.writing() as db:
        queries.add_change(db, "note", "un:A/RES/1/1", who="writer")
        with store.reading() as reader:
            assert queries.last_change(reader) == 0


def test_many_readers_see_whole_documents_while_one_writes(empty: Desk) -> None:
    done, wrong = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            with empty.store.reading() as db:
                kept, files = (queries.counts(db)[name] for name in ("expressions", "files"))
            if kept != files:
                wrong.append((kept, files))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for year in range(2001, 2013):
        empty.keep([prepared(day=f"9 June {year}")])
    done.set()
    for reader in readers:
        reader.join()

    assert wrong == []
    assert len(empty.list()) == 12


# --- all or nothing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_what_is_interrupted_is_not_kept(store: Store, fault: type[BaseException]) -> None:
    with pytest.raises(fault), store.writing() as db:
        queries.add_change(db, "note", "un:A/RES/1/1", who="writer")
        raise fault
    with store.reading() as db:
        assert queries.last_change(db) == 0
    with store.writing() as db:
        assert queries.last_change(db) == 0


# --- what cannot be opened ---------------------------------------------------------------------------------------


def _made_older(location: str) -> None:
    """An archive as version 1 left it: the fingerprints of its words are others."""
    archive = acquis.open(location)
    archive.keep([prepared()])
    with archive.store.writing() as db:
        queries.set_meta(db, "schema", "1")
        db.execute(text("UPDATE readings SET words_hash = 'of version 1'"))
    archive.store.close()


def test_an_older_archive_is_moved_on_when_it_is_opened_and_a_copy_is_kept(location: str) -> None:
    _made_older(location)
    archive = acquis.open(location)

    assert ([], str(SCHEMA)) == (list(archive.check()), _schema(archive.store))
    assert "copy" == archive.keep([prepare(declaration().replace(b"rivers join", b"rivers  join"), "b.txt")])[0].outcome
    if archive.store.engine.dialect.name == "sqlite":
        with contextlib.closing(sqlite3.connect(archive.store.folder / f"archive-before-{SCHEMA}.sqlite")) as before:
            assert [("of version 1",)] == before.execute("SELECT words_hash FROM readings").fetchall()
    archive.store.close()


def test_an_older_archive_stays_as_it_was_where_it_cannot_be_moved_on(location: str) -> None:
    def falls(db: object) -> None:
        raise MemoryError

    _made_older(location)
    with pytest.raises(MemoryError):
        open_store(location, METADATA, migrations={1: falls})
    archive = acquis.open(location)

    assert [] == list(archive.check())
    archive.store.close()


def _schema(store: Store) -> str:
    with store.reading() as db:
        return str(db.execute(text("SELECT value FROM meta WHERE key = 'schema'")).scalar())


def test_an_archive_of_a_later_version_is_refused_with_what_opens_it(store: Store, location: str) -> None:
    with store.writing() as db:
        queries.set_meta(db, "schema", str(SCHEMA + 1))
    with pytest.raises(TooNew, match=f"version {SCHEMA + 1}.*A newer acquis opens it"):
        open_store(location, METADATA)


def test_opening_again_changes_nothing(store: Store, location: str) -> None:
    with store.writing() as db:
        queries.add_change(db, "note", "un:A/RES/1/1", who="writer")
    again = open_store(location, METADATA)
    with again.reading() as db:
        assert queries.last_change(db) == 1
    again.close()


def _not_a_database(folder: Path) -> None:
    (folder / "archive.sqlite").write_bytes(b"This is no database. " * 500)


def _cut_off(folder: Path) -> None:
    whole = folder / "archive.sqlite"
    whole.write_bytes(whole.read_bytes()[:5000])


def _another_program_s(folder: Path) -> None:
    (folder / "archive.sqlite").unlink()
    with contextlib.closing(sqlite3.connect(folder / "archive.sqlite")) as other:
        other.executescript("CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('schema', 'theirs');")


def _missing(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file", "utf-8")


@pytest.mark.parametrize("harm", [_not_a_database, _cut_off, _another_program_s, _missing])
def test_what_is_no_archive_is_refused_in_one_line(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    folder = tmp_path / "new.acquis"
    open_store(str(folder), METADATA).close()
    harm(folder)
    with pytest.raises(ArchiveDamaged, match=str(folder)):
        acquis.open(folder)


def test_a_place_where_no_folder_can_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", "utf-8")
    with pytest.raises(ArchiveDamaged, match="No archive can be made"):
        acquis.open(tmp_path / "file" / "below")


def test_an_archive_that_is_not_there_is_not_made_when_it_should_exist(tmp_path: Path) -> None:
    with pytest.raises(ArchiveDamaged, match="no archive at"):
        acquis.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


# --- a full disk -------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of two megabytes; without the right to mount one the test is skipped."""
    folder = Path(tempfile.mkdtemp(prefix="acquis-small-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("no right to mount a small disk here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_said_to_be_full_and_nothing_is_lost(small_disk: Path) -> None:
    archive = acquis.open(small_disk / "small.acquis", who="registrar")
    archive.keep([prepared()])
    filler = small_disk / "filler"
    with pytest.raises(ArchiveDamaged, match="The disk is full"), filler.open("wb", buffering=0) as full:
        with contextlib.suppress(OSError):
            while True:
                full.write(b"\0" * 4096)
        for year in range(2006, 2100):
            archive.keep([prepared(*(f"{words} {year}" * 200 for words in ("a b", "c d")), day=f"9 June {year}")])
    kept = len(archive.list())
    assert archive.get(HALMOR).document.text == prepared().reading.layers.text
    archive.store.close()
    filler.unlink()

    again = acquis.open(small_disk / "small.acquis", who="registrar")
    assert len(again.list()) == kept
    assert () == again.check()
    assert [kept.outcome for kept in again.keep([prepared(place="Orvelin")])] == ["kept"]
    again.store.close()


def test_a_full_disk_in_the_middle_of_a_batch_keeps_all_of_it_or_none(
    empty: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.keep([prepared()])
    engine = empty.store.engine

    def full(connection: object, cursor: object, statement: str, *more: object) -> None:
        if statement.startswith("INSERT INTO expressions"):
            raise exc.OperationalError(statement, {}, sqlite3.OperationalError("database or disk is full"))

    event.listen(engine, "before_cursor_execute", full)
    with pytest.raises(ArchiveDamaged, match="The disk is full"):
        empty.keep([prepared(place="Orvelin"), prepared(place="Sundrel")])
    event.remove(engine, "before_cursor_execute", full)

    assert [HALMOR] == [entry.address for entry in empty.list()]
    assert () == empty.check()
    assert ["kept", "kept"] == [k.outcome for k in empty.keep([prepared(place="Orvelin"), prepared(place="Sundrel")])]


def test_the_tables_are_those_that_the_code_names(store: Store) -> None:
    with store.reading() as db:
        for table in METADATA.sorted_tables:
            assert db.execute(text(f"SELECT count(*) FROM {table.name}")).scalar() in (0, 1)
