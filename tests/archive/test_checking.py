"""A sound archive has no faults; whatever is damaged in it is found and named."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

import acquis
from acquis.archive.checking import damage
from acquis.archive.desk import Desk
from tests.archive.written import HALMOR, PARAGRAPHS, prepared


@pytest.fixture
def lived(desk: Desk) -> Desk:
    """An archive with a past: moved, read again, withdrawn and kept twice."""
    desk.keep([prepared(place="Orvelin", day="14 May 2004"), prepared(more="[Source] Secretariat\n")])
    desk.split(f"{HALMOR}#p2", at="They ask", because="two")
    desk.rename(HALMOR, "halmor-appeal", because="its name")
    desk.withdraw("Orvelin 2004", because="a mistake")
    desk.release("one")
    return desk


def test_a_sound_archive_has_no_faults(lived: Desk) -> None:
    assert () == lived.check()


def test_an_empty_archive_has_no_faults(empty: Desk) -> None:
    assert () == empty.check()


def _flip(value: object, at: float) -> object:
    """The value with one bit of it changed."""
    if isinstance(value, str):
        place = int((len(value) - 1) * at)
        return value[:place] + ("x" if value[place] != "x" else "y") + value[place + 1 :]
    content = bytearray(bytes(value))  # type: ignore[call-overload]
    content[int((len(content) - 1) * at)] ^= 1
    return bytes(content)


@pytest.mark.parametrize("at", [0.0, 0.3, 0.7, 1.0])
@pytest.mark.parametrize(
    ("table", "column", "key"),
    [
        ("files", "content", "sha256"),
        ("readings", "body", "id"),
        ("readings", "text_hash", "id"),
        ("readings", "words_hash", "id"),
        ("passages", "words", "id"),
        ("passages", "path", "id"),
        ("expressions", "title", "id"),
        ("expressions", "day", "id"),
    ],
)
def test_a_flipped_bit_is_found(lived: Desk, table: str, column: str, key: str, at: float) -> None:
    where = "WHERE until IS NULL" if table == "expressions" else ""
    query = f"SELECT {key} AS k, {column} AS v FROM {table} {where} ORDER BY {key}"
    with lived.store.engine.begin() as db:
        rows = db.execute(text(query)).all()
        row = rows[int((len(rows) - 1) * at)]
        change = text(f"UPDATE {table} SET {column} = :v WHERE {key} = :k")
        db.execute(change, {"v": _flip(row.v, at), "k": row.k})

    found = damage(tuple(lived.check()))
    assert found
    assert all(len(fault.line) < 400 for fault in found)


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("UPDATE expressions SET record = '{' WHERE until IS NULL", "its record cannot be read"),
        (
            "UPDATE expressions SET marking = 'public' WHERE until IS NULL",
            "its catalogue and its record differ (marking)",
        ),
        ("DELETE FROM passages WHERE n = 1", "its passages and its reading differ"),
        ("UPDATE forwards SET new = 'osr:nowhere'", "which was never given"),
        ("UPDATE expressions SET address = 'no address' WHERE until IS NULL AND state = 'kept'", "is no address"),
        ("INSERT INTO expressions SELECT * FROM expressions", ""),
    ],
)
def test_planted_damage_is_named(lived: Desk, harm: str, says: str) -> None:
    if harm.startswith("INSERT"):
        columns = "address, work, language, standing, marking, rights, state, shape, reading, record, doubts, since"
        harm = f"INSERT INTO expressions ({columns}) SELECT {columns} FROM expressions WHERE until IS NULL"
        says = "is held 2 times"
    with lived.store.engine.begin() as db:
        db.execute(text(harm))

    assert any(says in fault.line for fault in damage(tuple(lived.check())))


def test_a_row_that_leads_nowhere_is_found(lived: Desk) -> None:
    if lived.store.engine.dialect.name != "sqlite":
        pytest.skip("a server does not let go of a row that is named")
    with contextlib.closing(sqlite3.connect(lived.store.folder / "archive.sqlite")) as raw:
        raw.execute("DELETE FROM readings WHERE id = 1")
        raw.commit()

    assert any("names one of readings that is not there" in fault.line for fault in lived.check())


@pytest.mark.parametrize("at", [0.2, 0.4, 0.6, 0.8])
def test_a_damaged_page_of_the_database_is_a_fault_and_no_fall(tmp_path: Path, at: float) -> None:
    folder = tmp_path / "here.acquis"
    archive = acquis.open(folder)
    archive.keep([prepared(day=f"9 June {year}") for year in range(2001, 2021)])
    archive.store.close()
    whole = bytearray((folder / "archive.sqlite").read_bytes())
    page = int(len(whole) / 4096 * at) * 4096
    whole[page : page + 4096] = b"\xa5" * 4096
    (folder / "archive.sqlite").write_bytes(whole)
    again = acquis.open(folder)

    assert damage(tuple(again.check()))
    again.store.close()


def test_rivals_are_listed_and_are_no_damage(desk: Desk) -> None:
    desk.keep([prepared(*PARAGRAPHS[:-1], "We thank nobody.")])
    faults = tuple(desk.check())

    assert ["rival"] == [fault.what for fault in faults]
    assert () == damage(faults)
