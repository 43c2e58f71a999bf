"""A shared desk: the same archive on a PostgreSQL server, with several people at it, and back to a folder."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import acquis
from acquis.archive.checking import damage
from acquis.archive.desk import Desk
from acquis.archive.preparing import Prepared
from acquis.errors import ArchiveBusy

pytestmark = pytest.mark.slow

STATES = ("kept", "rival", "copy", "withdrawn")


@pytest.fixture
def url(databases: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return databases()


@pytest.fixture
def shared_desk(url: str) -> Iterator[Desk]:
    archive = acquis.open(url, who="batch")
    yield archive
    archive.store.close()


def test_a_server_and_a_folder_receive_the_same_archive(shared_desk: Desk, tmp_path: Path, many: Path) -> None:
    folder = acquis.open(tmp_path / "folder.acquis", who="batch")
    outcomes = [
        [(kept.outcome, kept.address) for kept in archive.receive([str(many)], workers=2)]  # type: ignore[attr-defined]
        for archive in (shared_desk, folder)
    ]

    assert outcomes[0] == outcomes[1]
    assert {entry.address for entry in shared_desk.list()} == {entry.address for entry in folder.list()}
    for entry in folder.list():
        assert shared_desk.get(entry.address).document == folder.get(entry.address).document
        assert shared_desk.content(entry.address) == folder.content(entry.address)
    assert shared_desk.release("one").hash == folder.release("one").hash
    assert shared_desk.check() == folder.check()
    folder.store.close()


def test_an_archive_moves_from_a_folder_to_a_server_and_back(
    databases: Callable[[], str], shared_desk: Desk, tmp_path: Path, samples: Sequence[Prepared]
) -> None:
    first = acquis.open(tmp_path / "first.acquis", who="registrar")
    first.keep(samples)
    first.rename("Belovesk 2019", "belovesk-appeal", because="its name")
    made = first.release("one")
    first.export_everything(tmp_path / "out")
    shared_desk.import_everything(tmp_path / "out")
    shared_desk.note("Halmor 2005", "after the move")
    shared_desk.export_everything(tmp_path / "back")
    again = acquis.open(tmp_path / "again.acquis", who="registrar")
    again.import_everything(tmp_path / "back")

    for archive in (shared_desk, again):
        assert archive.releases()[0] == made
        assert archive.release("two").hash == made.hash
        assert archive.get("osr:2019-06-13/belovesk-declaration").document.address.work.endswith("belovesk-appeal")
        assert () == damage(tuple(archive.check()))
    assert [edit["verb"] for edit in again.edits()] == ["correct", "note"]
    first.store.close()
    again.store.close()


def test_the_second_writer_is_told_who_writes(shared_desk: Desk, url: str, many: Path) -> None:
    held, leave = threading.Event(), threading.Event()

    def write() -> None:
        with shared_desk.store.writer():
            held.set()
            leave.wait(60)

    writer = threading.Thread(target=write)
    writer.start()
    assert held.wait(30)
    other = acquis.open(url, who="other")
    with pytest.raises(ArchiveBusy, match=r"is being written by process \d+ on .* since 20\d\d"):
        other.receive([str(many)])
    assert [] == list(other.list())
    leave.set()
    writer.join()
    other.store.close()


def test_readers_at_other_desks_see_whole_batches(shared_desk: Desk, url: str, samples: Sequence[Prepared]) -> None:
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        other = acquis.open(url, who="reader")
        while not done.is_set():
            seen.add(other.counts()["files"])
        other.store.close()

    reader = threading.Thread(target=read)
    reader.start()
    for at in range(0, 40, 10):
        shared_desk.keep(samples[at : at + 10])
    done.set()
    reader.join()

    assert seen <= {0, 10, 20, 30, 40}


def test_a_killed_writer_leaves_the_server_whole(shared_desk: Desk, url: str, many: Path) -> None:
    line = "import sys, acquis; acquis.open(sys.argv[1]).receive([sys.argv[2]], met=lambda kept: print(1, flush=True))"
    with subprocess.Popen([sys.executable, "-c", line, url, str(many)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        running.stdout.readline()
        running.kill()
    kept = shared_desk.counts()["files"]
    assert 0 < kept < len(list(many.iterdir()))
    assert () == damage(tuple(shared_desk.check()))
    shared_desk.receive([str(many)], wait=30)  # type: ignore[attr-defined]

    assert shared_desk.counts()["files"] == len(list(many.iterdir()))
    assert () == damage(tuple(shared_desk.check()))


def test_the_register_of_a_server_answers_like_that_of_a_folder(
    shared_desk: Desk, tmp_path: Path, samples: Sequence[Prepared]
) -> None:
    folder = acquis.open(tmp_path / "folder.acquis", who="batch")
    answers = []
    for archive in (shared_desk, folder):
        archive.keep(samples)
        register = archive.register  # type: ignore[attr-defined]
        (event,) = {each.id for each in register.life("state:XLR") if each.act.value == "left"}
        archive.correct(event, "on", "2015-03-06", because="a try")
        held = [(each.actor, each.role, each.why) for each in register.who("osr", on="2014-06-05")]
        ledger = archive.assent("osr:2014-06-05/tal-azur-declaration#p21")  # type: ignore[attr-defined]
        answers.append((held, [(each.day, each.marks) for each in ledger.carriers]))
    folder.store.close()

    assert answers[0] == answers[1]
    assert any("until 2015-03-06" in why for _, _, why in answers[0][0])
