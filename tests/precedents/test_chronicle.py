"""A chronicle of texts that are named one by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.errors import NotHeld
from acquis.secretariat import Secretariat
from tests.archive.written import prepared

WATER = "1. We shall measure the water of the upper reaches together every spring."
BREAD = "2. We shall bake the bread of the plain together every autumn, and share it."


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    folder: Path = tmp_path_factory.mktemp("chronicle")
    archive = acquis.open(folder / "house.acquis", who="test")
    days = (
        ("Orvelin", "14 May 2004", (WATER,)),
        ("Halmor", "9 June 2005", (WATER, BREAD)),
        ("Tesk", "3 June 2014", (BREAD,)),
    )
    archive.keep([prepared(*words, name=f"{place}.txt", place=place, day=day) for place, day, words in days])
    yield archive
    archive.store.close()


def days(archive: Secretariat, *texts: str, **filters: str) -> list[str | None]:
    return [each.text.day for each in archive.precedents.chronicle(texts=texts, **filters).turnover]


def test_it_is_of_the_texts_that_are_named(held: Secretariat) -> None:
    assert days(held) == ["2004-05-14", "2005-06-09", "2014-06-03"]
    assert days(held, "Tesk 2014", "osr:2004-05-14/orvelin-declaration") == ["2004-05-14", "2014-06-03"]
    assert days(held, "Tesk 2014", "Orvelin 2004", year="2014") == ["2014-06-03"]


def test_a_name_of_nothing_is_refused(held: Secretariat) -> None:
    with pytest.raises(NotHeld):
        days(held, "Nowhere 1999")
