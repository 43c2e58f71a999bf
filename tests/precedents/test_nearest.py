"""Earliest use and nearest earlier use are two answers; how a text was adopted counts."""

from pathlib import Path

import pytest

import acquis
from acquis.precedents.desk import Precedents
from acquis.precedents.modes import AGREED, UNKNOWN, VOTED, standing
from acquis.precedents.provenance import Draft, Origin, Provenance
from acquis.secretariat import Secretariat
from tests.archive.filled import archive as filled
from tests.archive.filled import text
from tests.archive.written import prepared

STOCK = "The member States will keep a common stock of vaccines against river-borne disease."
DOCTORS = "They will train rescue doctors for both banks and open a telephone line on which one can be reached."
TRAINED = f"Rescue doctors will be trained, {DOCTORS[10:60].lower()}, and a line will be opened at once in all places."


@pytest.fixture
def archive(tmp_path: Path) -> Secretariat:
    made = acquis.open(tmp_path / "made.acquis", who="test")
    made.keep(
        [
            prepared(f"{STOCK} {DOCTORS}", "A text of 2014.", place="Tesk", day="5 June 2014"),
            prepared(f"{STOCK} {TRAINED}", "A text of 2017.", place="Amesca", day="22 June 2017"),
            prepared(STOCK, "A text of 2019.", place="Belovesk", day="13 June 2019"),
        ]
    )
    return made


def traced(archive: Secretariat, words: str, day: str | None) -> Provenance:
    return archive.precedents.provenance(Draft.of_text(words), on=day)


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        (STOCK, Origin.VERBATIM),
        (STOCK.replace("will keep a", "are to keep the").replace("disease", "ills"), Origin.ADAPTED),
    ],
)
def test_the_source_is_the_nearest_use_and_the_earliest_is_told_beside_it(
    archive: Secretariat, words: str, origin: Origin
) -> None:
    found = traced(archive, words, "2018")
    (own,) = found.traced

    assert own.source is not None
    assert own.earliest is not None
    assert (origin, "2017-06-22", "2014-06-05") == (own.origin, own.source.day, own.earliest.day)
    assert (found.earliest(own) or "").endswith("earliest use in the 2 texts held of osr, 2014–2017")
    assert own.source.words.startswith(STOCK)


def test_the_day_of_a_draft_can_be_given_and_later_texts_are_no_source(archive: Secretariat) -> None:
    days = ["2014-06-05", "2014-06-06", "2017-06-22", "2018", "2020", None]
    sources = [traced(archive, STOCK, day).traced[0].source for day in days]

    assert [None, "2014-06-05", "2014-06-05", "2017-06-22", "2019-06-13", "2019-06-13"] == [
        source.day if source else None for source in sources
    ]
    assert "2018" == traced(archive, STOCK, "2018").draft.day


def test_where_the_source_is_the_earliest_use_it_is_not_told_twice(archive: Secretariat) -> None:
    found = traced(archive, STOCK, "2015")

    assert [None] == [found.earliest(each) for each in found.traced]


def test_a_row_names_the_first_and_the_last_use_of_about_its_wording(tmp_path: Path) -> None:
    words = [DOCTORS, DOCTORS, DOCTORS.replace("both", "the"), f"{DOCTORS} It shall be free.", DOCTORS]
    held = [text(f"osr:201{n}/x", each, day=f"201{n}", organisation="osr") for n, each in enumerate(words, 1)]
    room = Precedents(filled(tmp_path / "line", *held))
    ends = {on: room.find(DOCTORS, on=on).precedents[0] for on in ("2012", "2013", "2014", "2015", None)}

    assert [("2011", "2011"), ("2011", "2012"), ("2011", "2012"), ("2011", "2014"), ("2011", "2015")] == [
        (row.earliest and row.earliest.day, row.nearest and row.nearest.day) for row in ends.values()
    ]
    changed = room.find(DOCTORS.replace("both", "all"), on="2014").precedents[0]
    assert changed.nearest is not None
    assert "2013" == changed.nearest.day


def test_of_texts_of_one_organ_one_that_was_agreed_stands_before_one_that_was_voted(tmp_path: Path) -> None:
    made = acquis.open(tmp_path / "voted.acquis", who="test")
    made.keep(
        [
            prepared(STOCK, "A text of 2014.", place="Tesk", day="5 June 2014", more="[Mode of adoption] consensus\n"),
            prepared(STOCK, "Of 2017.", place="Amesca", day="22 June 2017", more="[Mode of adoption] recorded vote\n"),
        ]
    )
    (row,) = [row for row in made.precedents.find(STOCK).precedents if row.same]

    assert "2014-06-05" == row.day
    assert "adopted by consensus" in row.strength
    assert not any(each.startswith("usually") for each in row.strength)
    assert row.nearest is not None
    assert "2017-06-22" == row.nearest.day


def test_where_no_record_states_a_mode_the_usual_one_of_the_organ_is_told(tmp_path: Path) -> None:
    held = filled(tmp_path / "usual", text("osr:2014/x", STOCK, day="2014", organisation="osr", organ="CHS"))
    (row,) = Precedents(held).find(STOCK).precedents

    assert "usually adopts by consensus" in row.strength


@pytest.mark.parametrize(
    ("mode", "rank"),
    [
        ("consensus", AGREED),
        ("without a vote", AGREED),
        ("recorded vote", VOTED),
        ("vote of 12 to 3", VOTED),
        ("silence", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_agreed_stands_before_unknown_and_that_before_voted(mode: str | None, rank: int) -> None:
    assert rank == standing(mode)
