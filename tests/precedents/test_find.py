"""Where were these words agreed before? On texts of our own making."""

from pathlib import Path

import pytest

import acquis
from acquis.errors import BadQuery
from acquis.precedents.desk import Precedents
from tests.archive.filled import archive as store
from tests.archive.filled import text
from tests.archive.written import PARAGRAPHS, prepared

GAUGES = "We shall measure the water of the Sarn together every spring and publish what was measured within a month."
LATER = "We shall measure the water of the Sarn together each autumn and publish what was measured within a week."
INSIDE = (
    f"Mindful of the floods of last year, which took the bridges at Tesk and the lower mills, {GAUGES[:-1].lower()}, and "
    "thank all who worked on the embankments through the nights, those who fed them, and those who came from afar."
)


@pytest.fixture
def found(tmp_path: Path) -> Precedents:
    archive = acquis.open(tmp_path / "made.acquis", who="test")
    archive.keep(
        [
            prepared(GAUGES, *PARAGRAPHS),
            prepared(GAUGES, "Nothing else.", place="Orvelin", day="14 May 2008"),
            prepared(LATER, "Something else.", place="Drevina", day="3 June 2011"),
            prepared(INSIDE, "Yet another thing.", place="Tesk", day="3 June 2014"),
        ]
    )
    return archive.precedents


def years(found: Precedents, text: str) -> list[tuple[str, str]]:
    return [(each.kind, (each.day or "")[:4]) for each in found.find(text).precedents]


def test_a_family_is_one_row_with_its_uses_and_its_other_wordings(found: Precedents) -> None:
    identical, partial, *_ = found.find(GAUGES).precedents

    assert [("identical", "2008"), ("partial", "2014")] == years(found, GAUGES)[:2]
    assert (3, 3, 2) == (identical.uses, identical.works, identical.wordings)
    assert ["2005-06-09", "2011-06-03"] == [use.day for use in (identical.first, identical.last) if use]
    assert [LATER] == [each.words for each in identical.others]
    assert (1, ()) == (partial.uses, partial.others)


def test_the_earliest_use_of_just_these_words_is_given(found: Precedents) -> None:
    earliest = found.find(GAUGES.replace("measure", "MEASURE")).earliest

    assert earliest is not None
    assert earliest.day == "2005-06-09"


def test_what_is_shared_stands_at_its_places(found: Precedents) -> None:
    (held, *_) = found.find(GAUGES.replace("every spring", "on the first of May").replace("month", "week")).precedents

    first = "We shall measure the water of the Sarn together"

    assert first == held.words[slice(*held.spans[0])] == GAUGES[slice(*held.query_spans[0])]


def test_nothing_is_found_where_there_is_nothing_and_the_answer_says_what_was_searched(found: Precedents) -> None:
    answer = found.find("An entirely other sentence about the price of bread in winter")

    assert ((), None) == (answer.precedents, answer.earliest)
    assert answer.scope.startswith("searched the 4 texts held of osr, 2005–2014, as of change ")
    assert ("just these words: not found in the 4 texts held of osr, 2005–2014",) == answer.claims


@pytest.mark.parametrize("text", ["", "water", "two words", "word " * 3_000])
def test_too_little_and_too_much_are_refused_with_what_would_work(found: Precedents, text: str) -> None:
    with pytest.raises(BadQuery, match=r"give at least 3|ask about its paragraphs"):
        found.find(text)


def test_a_document_that_comes_later_is_found_and_an_earlier_state_does_not_have_it(found: Precedents) -> None:
    before = found.find(GAUGES).base.at
    archive = acquis.open(found.store.location, who="test")
    archive.keep([prepared(GAUGES, "A fifth text.", place="Halmor", day="3 June 2018")])

    assert "2018" in [year for _, year in years(found, GAUGES)]
    assert ("2018", "2014") == tuple(latest(Precedents(found.store, at=at)) for at in (None, before))


def latest(found: Precedents) -> str:
    nearest = found.find(GAUGES).nearest
    assert nearest is not None
    return (nearest.day or "")[:4]


def test_a_thrown_away_or_damaged_index_is_made_again(found: Precedents) -> None:
    answer = found.find(GAUGES)
    (folder,) = found.store.folder.glob("precedents-*")
    (folder / "manifest.json").write_text("{", "utf-8")

    assert answer == Precedents(found.store).find(GAUGES)
    for damaged in folder.glob("*/postings.npy"):
        damaged.write_bytes(b"no array")
    assert answer == Precedents(found.store).find(GAUGES)
    found.rebuild()
    assert answer == found.find(GAUGES)


def test_just_these_words_are_found_among_hundreds_of_texts_that_hold_them(found: Precedents) -> None:
    archive = acquis.open(found.store.location, who="test")
    longer = [f"In view of report {number}, {GAUGES[:-1].lower()}, as place {number} does." for number in range(700)]
    archive.keep([prepared(*longer, place="Orvelin", day="3 June 2001")])
    answer = found.find(GAUGES)

    assert [("identical", "2008-05-14", 703)] == [(row.kind, row.day, row.uses) for row in answer.precedents[:1]]
    assert answer.earliest is not None
    assert answer.earliest.day == "2005-06-09"
    assert answer.within is not None
    assert answer.within.day == "2001-06-03"


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        (
            "Kenya expresses its grave concern at the floods in Mali.",
            "Peru expresses its concern at the floods in Chad.",
        ),
        ("Decides to meet again on 3 May 2018 in Drevina.", "Decides to meet again on 14 June 2021 in Drevina."),
        ("Выражает озабоченность положением в Мали", "Выражает озабоченность положением в Чаде"),
    ],
)
def test_formulae_match_whatever_state_or_day_they_are_about(found: Precedents, asked: str, held: str) -> None:
    archive = acquis.open(found.store.location, who="test")
    archive.keep([prepared(held, "And no more.", place="Halmor", day="3 June 2003")])
    (first, *_) = found.find(asked).precedents

    assert held == first.words
    assert not first.same
    assert first.covered < 1


def test_a_short_passage_that_was_reworded_throughout_is_given_where_nothing_is_nearer(tmp_path: Path) -> None:
    held = "The member States intend to exchange data on water levels and discharges every day during the flood season."
    asked = "The member States stand ready to exchange, where possible, data on water levels during the flood season."
    other = "The Parties thanked the people of Halmor for their hospitality and met in the spring of the next year."
    room = Precedents(store(tmp_path / "made.acquis", text("osr:2007/one", held, other, day="2007-01-01")))
    (found,) = room.find(asked).precedents

    assert (held, "adapted") == (found.words, found.kind)
