"""Corrections of events that reach the public register: of events that public sources tell, without who and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.register.events import Act, Event
from acquis.secretariat import Secretariat
from tests.archive.written import prepared


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Secretariat]:
    """An archive with two declarations, of which the second is public."""
    archive = acquis.open(str(tmp_path / "house.acquis"), who="registrar")
    archive.keep([prepared()])
    archive.keep([prepared("We shall share the gauges, patiently.", name="b.txt", place="Orvelin", day="9 June 2006")])
    archive.mark("Orvelin 2006", "public", because="printed")
    yield archive
    archive.public.store.close()
    archive.store.close()


def adopted(archive: Secretariat, place: str) -> Event:
    return next(each for each in archive.register.events() if each.act is Act.ADOPTED and place in each.object)


def test_a_correction_of_an_event_reaches_the_public_register_without_who_and_why(house: Secretariat) -> None:
    event = adopted(house, "orvelin")
    assert str(adopted(house.public, "orvelin").on) == "2006-06-09"

    done = house.correct(event.id, "on", "2006-06-10", because="the signed original")
    public = adopted(house.public, "orvelin")
    assert (str(adopted(house, "orvelin").on), str(public.on)) == ("2006-06-10", "2006-06-10")
    assert not any(word in repr(public) for word in ("registrar", "signed original"))
    assert "registrar" in repr(adopted(house, "orvelin"))

    house.undo(done.number, because="it was the ninth")
    assert str(adopted(house.public, "orvelin").on) == "2006-06-09"


def test_a_correction_of_an_event_that_no_public_source_tells_shows_nowhere(house: Secretariat) -> None:
    event = adopted(house, "halmor")
    house.correct(event.id, "place", "Undisclosed Keep", because="told in confidence")

    public = house.public
    told = repr((public.edits(), public.log(), public.register.events()))
    assert not [word for word in ("Undisclosed", "halmor-", event.id, "in confidence", "registrar") if word in told]


def test_a_correction_is_not_taken_for_another_event_of_the_same_number(house: Secretariat) -> None:
    """Counted among fewer, the public register's first event of a kind may be the archive's second."""
    event = adopted(house, "orvelin")
    with house.store.writing() as db:
        from acquis.archive.corrections import enter_fact
        from acquis.model import Pinpoint

        enter_fact(
            db, Pinpoint(event.id), who="registrar", because="x", field="on", value="1999-01-01", claims=["aaaaaa"]
        )

    assert (str(adopted(house, "orvelin").on), str(adopted(house.public, "orvelin").on)) == ("1999-01-01", "2006-06-09")


def test_a_statement_that_was_withdrawn_is_withdrawn_for_all(house: Secretariat) -> None:
    event = adopted(house, "orvelin")
    house.correct(f"{event.id}/{event.ending}", "withdrawn", event.ending, because="a misreading")

    assert not any(each.id == event.id for each in house.public.register.events())
