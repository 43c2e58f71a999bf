"""A query in one language finds the passage in the others, through a work that has both."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.precedents.across import base_language
from acquis.precedents.found import Found
from acquis.secretariat import Secretariat

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
RUSSIAN = "osr:2007-09-18/drevina-declaration@ru-x-unstated#p3"
ENGLISH = "osr:2007-09-18/drevina-declaration@en-x-unstated#p3"
FRENCH = (
    "Ils remercient les équipes de tous les États membres qui sont venues porter secours sans attendre qu'on les "
    "appelle."
)
FLOODS = "osr:2010-09-03/statement-heads-state-floods-august-2010"


@pytest.fixture(scope="module")
def osr(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("osr") / "osr.acquis", who="reader")
    archive.receive([str(SAMPLES / "osr")], workers=2)
    yield archive
    archive.store.close()


def places(found: Found) -> dict[str, str]:
    """Where the first row stands in each other language."""
    return {each.language: each.address for each in found.precedents[0].translations}


def test_a_row_is_shown_in_every_language_that_is_held_of_its_text(osr: Secretariat) -> None:
    found = osr.precedents.find(FRENCH, translations=True)

    assert f"{FLOODS}@fr#p2" == found.precedents[0].address
    assert {"en", "ja", "ru", "zh"} == {*places(found)}
    assert {f"{FLOODS}@{tag}-x-unstated#p2" for tag in ("en", "ja", "ru", "zh")} == {*places(found).values()}


def test_it_is_shown_only_where_it_was_asked_for(osr: Secretariat) -> None:
    found = osr.precedents.find(FRENCH)

    assert ((), ()) == (found.precedents[0].translations, found.across)


def test_what_no_text_of_the_language_has_is_found_through_a_work_that_has_both(osr: Secretariat) -> None:
    found = osr.precedents.find(RUSSIAN, translations=True)
    (english,) = [each for each in found.across if each.by.address == ENGLISH]
    (row, *_) = english.precedents

    assert () == found.precedents
    assert RUSSIAN == english.through
    assert "osr:2020-10-15/joint-communique@en-x-unstated#p8" == row.address
    assert row.first is not None
    assert ("2004-05-14", 3) == (row.first.day, row.works)


def test_words_in_one_language_are_found_in_the_one_that_was_asked_for(osr: Secretariat) -> None:
    found = osr.precedents.find(FRENCH, translations=True, language="en")

    assert () == found.precedents
    assert [f"{FLOODS}@en-x-unstated#p2"] == [row.address for each in found.across for row in each.precedents]


def test_a_filter_and_a_day_hold_for_other_languages_too(osr: Secretariat) -> None:
    none = osr.precedents.find(RUSSIAN, translations=True, organ="CM")
    earlier = osr.precedents.find(RUSSIAN, translations=True, earlier=True)
    days = [use.day or "" for each in earlier.across for row in each.precedents for use in (row.use, row.last) if use]

    assert () == none.across
    assert days
    assert max(days) < "2007-09-18"


def test_a_clause_of_a_paragraph_leads_to_no_other_paragraph(osr: Secretariat) -> None:
    found = osr.precedents.find("sont venues porter secours", translations=True)

    assert () == found.across
    assert {"en", "ja", "ru", "zh"} == {*places(found)}


def test_what_the_truth_calls_translations_is_shown_beside_each_other(osr: Secretariat) -> None:
    truth = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
    pairs = [pair for work in truth["translations"] for pair in work.get("pairs", ())]
    told = [(each["official"]["quote"], each["unofficial"]["quote"]) for each in pairs]

    assert told
    for official, unofficial in told:
        found = osr.precedents.find(official, translations=True)
        held = [each.words for row in found.precedents for each in row.translations]
        assert any(" ".join(unofficial.split()) in " ".join(words.split()) for words in held)


@pytest.mark.parametrize(("address", "tag"), [(RUSSIAN, "ru"), (f"{FLOODS}@fr#p2", "fr"), (f"{FLOODS}#p2", "")])
def test_the_language_of_an_address(address: str, tag: str) -> None:
    from acquis.model import Pinpoint

    assert tag == base_language(Pinpoint(address))
