"""What a text cites is read from it once, whatever becomes of the archive."""

from pathlib import Path

import pytest

import acquis
from acquis.archive import queries
from acquis.precedents.citing import Citing
from acquis.secretariat import Secretariat
from tests.archive.written import HALMOR, prepared

CITING = "1. They recall General Assembly resolution 61/88 of 10 November 2006 on other waters."


@pytest.fixture
def archive(tmp_path: Path) -> Secretariat:
    made = acquis.open(tmp_path / "made.acquis", who="test")
    made.keep([prepared(CITING), prepared("1. They recall nothing.", place="Tesk", day="5 June 2014")])
    return made


def readings(archive: Secretariat) -> dict[str, int]:
    with archive.store.reading() as db:
        return {row.address: row.reading for row in queries.rows(db, queries.catalogue(None))}


def test_a_text_cites_the_works_that_its_reading_names(archive: Secretariat) -> None:
    cites = Citing(archive.store).between(readings(archive))

    assert cites(HALMOR, "un:A/RES/61/88")
    assert not cites(HALMOR, "un:A/RES/61/89")
    assert not cites("osr:2014-06-05/tesk-declaration@en-x-unstated", "un:A/RES/61/88")


def test_what_was_read_ahead_is_not_looked_up_again(archive: Secretariat, monkeypatch: pytest.MonkeyPatch) -> None:
    citing, held = Citing(archive.store), readings(archive)
    citing.read(held.values())
    monkeypatch.delattr(queries, "body")

    assert {"un:A/RES/61/88"} == citing.works(held[HALMOR])
    citing.read(held.values())
    with pytest.raises(AttributeError, match="body"):
        citing.works(1_000)
