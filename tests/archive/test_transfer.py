"""The whole archive out and in again, in a folder or on a server: nothing is lost and every address is the same."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.archive.desk import Desk
from acquis.errors import ArchiveBusy, ArchiveDamaged, BadEdit
from acquis.store import SCHEMA
from tests.archive.written import HALMOR, PARAGRAPHS, declaration, prepared


@pytest.fixture
def rich(empty: Desk) -> Desk:
    """An archive in which everything has happened once."""
    empty.keep([prepared(), prepared(place="Orvelin", day="14 May 2004"), prepared(more="[Source] Secretariat\n")])
    empty.release("first")
    empty.keep([prepared(*PARAGRAPHS[:-1], "We thank nobody.", name="rival.txt")])
    last = len(PARAGRAPHS) + 1
    empty.join(f"{HALMOR}#p{last - 1}", f"p{last}", because="one")
    empty.split(f"{HALMOR}#p2", at="They ask", because="two")
    empty.note(f"{HALMOR}#item1", "compare")
    empty.rename(HALMOR, "halmor-appeal", because="its name")
    empty.mark("Orvelin 2004", "public", because="published")
    empty.withdraw("Orvelin 2004", because="a mistake")
    empty.undo(empty.edits()[-1]["id"], because="none")
    empty.release("second")
    return empty


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    archive = acquis.open(tmp_path / "other.acquis", who="elsewhere")
    yield archive
    archive.store.close()


def test_an_import_gives_the_same_archive(rich: Desk, other: Desk, tmp_path: Path) -> None:
    counts = rich.export_everything(tmp_path / "out")
    assert other.import_everything(tmp_path / "out") == counts

    states = ("kept", "rival", "copy", "withdrawn")
    assert other.list(states=states) == rich.list(states=states)
    for entry in rich.list():
        assert other.get(entry.address).document == rich.get(entry.address).document
        assert other.content(entry.address) == rich.content(entry.address)
    assert other.releases() == rich.releases()
    assert other.release("again").hash == rich.releases()[-1].hash
    assert other.at_release("first").list() == rich.at_release("first").list()
    assert (other.edits(), other.log()[:-1], other.reports()) == (rich.edits(), rich.log(), rich.reports())
    assert other.get(HALMOR).document == rich.get(HALMOR).document
    assert other.check() == rich.check()


def test_corrections_hold_in_the_imported_archive_after_reading_again(rich: Desk, other: Desk, tmp_path: Path) -> None:
    before = rich.get(HALMOR).document
    rich.export_everything(tmp_path / "out")
    other.import_everything(tmp_path / "out")
    assert {"same"} == {done.outcome for done in other.reread()}

    after = other.get(HALMOR).document
    assert (after.parts, after.layers, after.record) == (before.parts, before.layers, before.record)


def test_an_imported_archive_is_worked_on_like_any_other(rich: Desk, location: str, tmp_path: Path) -> None:
    rich.export_everything(tmp_path / "out")
    copy = acquis.open(tmp_path / "copy.acquis", who="elsewhere")
    copy.import_everything(tmp_path / "out")

    assert ["kept"] == [kept.outcome for kept in copy.keep([prepared(place="Sundrel", day="10 June 2009")])]
    copy.note("Sundrel 2009", "new")
    assert copy.log()[-1]["seq"] == rich.log()[-1]["seq"] + 2
    copy.store.close()


def test_the_same_archive_is_exported_byte_for_byte_the_same(rich: Desk, other: Desk, tmp_path: Path) -> None:
    rich.export_everything(tmp_path / "one")
    other.import_everything(tmp_path / "one")
    other.export_everything(tmp_path / "two")

    one, two = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_an_export_holds_every_file_as_it_came(rich: Desk, tmp_path: Path) -> None:
    rich.export_everything(tmp_path / "out")

    assert (tmp_path / "out" / "files" / prepared().file.sha256).read_bytes() == declaration()


@pytest.mark.parametrize("verb", ["export_everything", "backup"])
def test_nothing_is_written_over(desk: Desk, tmp_path: Path, verb: str) -> None:
    if verb == "backup" and desk.store.engine.dialect.name != "sqlite":
        pytest.skip("backups are of folders")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("mine", "utf-8")
    with pytest.raises(BadEdit, match="not empty"):
        getattr(desk, verb)(tmp_path / "out")

    assert ["mine"] == [path.name for path in (tmp_path / "out").iterdir()]


def test_an_export_of_an_older_version_is_moved_on(rich: Desk, other: Desk, tmp_path: Path) -> None:
    rich.export_everything(tmp_path / "out")
    readings, manifest = tmp_path / "out" / "readings.jsonl", tmp_path / "out" / "acquis-export.json"
    rows = [json.loads(line) | {"words_hash": "of version 1"} for line in readings.read_text("utf-8").splitlines()]
    readings.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    manifest.write_text(json.dumps(json.loads(manifest.read_text("utf-8")) | {"schema": 1}), "utf-8")
    other.import_everything(tmp_path / "out")

    assert list(rich.check()) == list(other.check())
    assert [each.hash for each in rich.releases()] == [each.hash for each in other.releases()]


def test_an_import_needs_an_empty_archive(rich: Desk, tmp_path: Path) -> None:
    rich.export_everything(tmp_path / "out")
    with pytest.raises(BadEdit, match="empty archive"):
        rich.import_everything(tmp_path / "out")


def _changed_file(out: Path) -> None:
    next((out / "files").iterdir()).write_bytes(b"other bytes")


def _missing_file(out: Path) -> None:
    next((out / "files").iterdir()).unlink()


def _missing_row(out: Path) -> None:
    lines = (out / "passages.jsonl").read_text("utf-8").splitlines(keepends=True)
    (out / "passages.jsonl").write_text("".join(lines[:-1]), "utf-8")


def _cut_row(out: Path) -> None:
    whole = (out / "expressions.jsonl").read_text("utf-8")
    (out / "expressions.jsonl").write_text(whole[:-40], "utf-8")


def _missing_table(out: Path) -> None:
    (out / "edits.jsonl").unlink()


def _later_version(out: Path) -> None:
    manifest = json.loads((out / "acquis-export.json").read_text("utf-8"))
    (out / "acquis-export.json").write_text(json.dumps(manifest | {"schema": SCHEMA + 1}), "utf-8")


def _another_folder(out: Path) -> None:
    (out / "acquis-export.json").unlink()


def _climbing_name(out: Path) -> None:
    rows = (out / "files.jsonl").read_text("utf-8").splitlines()
    first = json.loads(rows[0]) | {"sha256": "../" * 20 + "etc/passwd"}
    (out / "files.jsonl").write_text("\n".join([json.dumps(first), *rows[1:]]) + "\n", "utf-8")


@pytest.mark.parametrize(
    "harm",
    [
        *(_changed_file, _missing_file, _missing_row, _cut_row, _missing_table, _later_version),
        *(_another_folder, _climbing_name),
    ],
)
def test_an_export_that_is_not_whole_is_refused_and_nothing_of_it_is_kept(
    rich: Desk, other: Desk, tmp_path: Path, harm: object
) -> None:
    rich.export_everything(tmp_path / "out")
    harm(tmp_path / "out")  # type: ignore[operator]
    with pytest.raises(ArchiveDamaged):
        other.import_everything(tmp_path / "out")

    assert [] == list(other.list())
    assert [] == list(other.log())


# --- what may leave the house ------------------------------------------------------------------------------------


def test_only_what_is_public_leaves_the_house(empty: Desk, other: Desk, tmp_path: Path) -> None:
    empty.keep([prepared(), prepared(place="Orvelin", day="14 May 2004"), prepared(place="Sundrel")])
    empty.mark("Orvelin 2004", "public", rights="public domain", because="published")
    empty.mark("Sundrel 2005", "restricted", because="under negotiation")
    empty.note("Orvelin 2004", "our lawyers doubt it")
    empty.export_everything(tmp_path / "out", public_only=True)
    told = "".join(path.read_text("utf-8") for path in (tmp_path / "out").glob("*.jsonl"))

    for secret in ("Halmor", "Sundrel", "our lawyers", "under negotiation", "registrar"):
        assert secret not in told
    assert len(list((tmp_path / "out" / "files").iterdir())) == 1
    other.import_everything(tmp_path / "out")
    (entry,) = other.list()
    assert (entry.place, entry.marking, entry.rights) == ("Orvelin", "public", "public domain")
    assert other.content(entry.address) == empty.content("Orvelin 2004")
    assert () == other.check()


# --- backups -----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder_desk(tmp_path: Path) -> Iterator[Desk]:
    archive = acquis.open(tmp_path / "mine.acquis", who="registrar")
    archive.keep([prepared()])
    yield archive
    archive.store.close()


def test_a_backup_opens_and_is_whole(folder_desk: Desk, tmp_path: Path) -> None:
    where = folder_desk.backup(tmp_path / "backup")
    folder_desk.keep([prepared(place="Orvelin")])
    copy = acquis.open(where)

    assert [HALMOR] == [entry.address for entry in copy.list()]
    assert copy.content(HALMOR) == declaration()
    assert () == copy.check()
    assert ["kept"] == [kept.outcome for kept in copy.keep([prepared(place="Sundrel")])]
    copy.store.close()


def test_a_backup_is_made_while_another_writes(folder_desk: Desk, tmp_path: Path) -> None:
    with folder_desk.store.writing() as db:
        from acquis.archive import queries

        queries.add_change(db, "note", HALMOR, who="writer")
        copy = acquis.open(folder_desk.backup(tmp_path / "backup"))
    assert ["add"] == [change["verb"] for change in copy.log()]
    with contextlib.closing(sqlite3.connect(tmp_path / "backup" / "archive.sqlite")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copy.store.close()


def test_a_server_is_not_copied_as_a_folder(rich: Desk, tmp_path: Path) -> None:
    if rich.store.engine.dialect.name == "sqlite":
        pytest.skip("this is about servers")
    with pytest.raises(BadEdit, match="pg_dump"):
        rich.backup(tmp_path / "backup")


def test_reading_an_export_waits_for_no_other_writer(rich: Desk, tmp_path: Path) -> None:
    with rich.store.writer():
        assert rich.export_everything(tmp_path / "out")["files"] == 4
    assert issubclass(ArchiveBusy, Exception)
