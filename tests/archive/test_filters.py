"""A filter with a value that nobody knows is refused; one that only lets nothing pass is an answer."""

from pathlib import Path
from typing import Any

import pytest

import acquis
from acquis.errors import AcquisError, BadQuery, UnknownName
from acquis.precedents.certificate import certify
from acquis.precedents.desk import Precedents
from tests.archive.filled import archive, text

WORDS = "They shall measure the water of the Sarn together every spring"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Precedents:
    held = {"organisation": "osr", "organ": "CHS", "kind": "declaration", "place": "Orvelin"}
    texts = [text(f"osr:200{n}-01-01/x", WORDS, day=f"200{n}-01-01", **held) for n in range(4, 8)]
    texts.append(text("osr:2008/y", WORDS, day="2008", language="fr-x-unstated", organisation="osr", organ="CM"))
    return Precedents(archive(tmp_path_factory.mktemp("held") / "made.acquis", *texts))


@pytest.mark.parametrize(
    ("filters", "kind", "said"),
    [
        ({"organ": "XYZ"}, UnknownName, "No organ called 'XYZ'. Known: CHS, CM."),
        ({"organisation": "nope"}, UnknownName, "No organisation called 'nope'. Known: osr."),
        ({"kind": "foo"}, UnknownName, "No kind called 'foo'. Known: declaration."),
        ({"language": "xx"}, UnknownName, "No language called 'xx'. Known: en, fr."),
        ({"place": "Paris"}, UnknownName, "No place called 'Paris'. Known: Orvelin."),
        ({"year": "1890"}, BadQuery, "No text held is of 1890. Those held are of 2004–2008."),
        ({"year": "1890..1899"}, BadQuery, "No text held is of 1890..1899. Those held are of 2004–2008."),
        ({"title": "bread"}, BadQuery, "No text held has 'bread' in its title. `acquis list` shows what is held."),
    ],
)
def test_what_is_known_nowhere_is_refused_with_what_would_work(
    room: Precedents, filters: dict[str, Any], kind: type[AcquisError], said: str
) -> None:
    for ask in (lambda: room.find(WORDS, **filters), lambda: certify(room.store, WORDS, **filters)):
        with pytest.raises(kind) as refused:
            ask()
        assert said == str(refused.value)


@pytest.mark.parametrize(
    "filters",
    [
        {"organ": "cm", "kind": "declaration"},  # each is held, and no text is both
        {"organisation": "sco"},  # on the shelf, and nothing of it is held
        {"language": "ja"},
        {"year": "2004", "organ": "CM"},
    ],
)
def test_what_is_known_and_lets_nothing_pass_is_answered(room: Precedents, filters: dict[str, Any]) -> None:
    assert () == room.find(WORDS, **filters).precedents


def test_an_empty_archive_knows_nothing_and_refuses_nothing(tmp_path: Path) -> None:
    assert () == acquis.open(tmp_path / "empty", who="test").precedents.find(WORDS, organ="XYZ").precedents


def test_of_many_values_the_nearest_and_the_most_frequent_are_listed(tmp_path: Path) -> None:
    texts = [text(f"osr:x/{n}", WORDS, day="2004-01-01", organisation="osr", organ=f"Organ{n:02}") for n in range(60)]
    with pytest.raises(UnknownName, match=r"Organ59.*… 40 more\.$"):
        Precedents(archive(tmp_path / "many", *texts)).find(WORDS, organ="Organ 59")
