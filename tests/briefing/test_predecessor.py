"""The text that a text is compared with: of its series, the last one before it; and what is said where there is none."""

from pathlib import Path

import pytest

import acquis
from acquis.briefing.predecessor import Ground, marks_anniversary, predecessor, remembered
from acquis.errors import NotHeld
from acquis.languages import language


def resolution(symbol: str, title: str, day: str, *lines: str) -> bytes:
    session, number = symbol.split("/")[-2:]
    head = f"United Nations\nA/RES/{session}/{number}\nGeneral Assembly\nDistr.: General\n{day}\n\n"
    told = f"Resolution adopted by the General Assembly on {day}\n\n{session}/{number}. {title}\n\nThe General Assembly,\n\n"
    return (head + told + "\n\n".join(lines) + "\n").encode()


FOOD = ("Reaffirming that everybody is to have enough to eat,", "1. Calls upon all States to see to the harvest.")
WATER = ("Noting that wells run dry in many places,", "1. Asks the Secretary-General for a map of the springs.")
BREAD = ("Alarmed at what a loaf costs in the towns,", "1. Asks the mills to say each month what flour sells for.")
TEXTS = {
    "food-61": resolution("A/RES/61/401", "Enough to eat", "19 December 2006", *FOOD),
    "food-63": resolution("A/RES/63/402", "Enough to eat", "18 December 2008", *FOOD),
    "wells-62": resolution("A/RES/62/403", "Wells", "18 December 2007", *WATER),
    "wells-64": resolution(
        "A/RES/64/404", "Wells in dry places", "18 December 2009", "Recalling its resolution 62/403 on wells,", *WATER
    ),
    "bread-64": resolution(
        "A/RES/64/405", "The price of bread", "18 December 2009", "Recalling its resolution 63/402,", *BREAD
    ),
    "mills-65": resolution(
        "A/RES/65/407",
        "A mill for every valley",
        "21 December 2010",
        "Recalling its resolution 58/17 on mills,",
        "Bearing in mind what resolution 63/402 says of harvests in general,",
        "1. Invites millers to meet each spring.",
    ),
    "food-65": resolution("A/RES/65/406", "Enough to eat", "21 December 2010", *FOOD),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("series")
    for name, content in TEXTS.items():
        (folder / f"{name}.txt").write_bytes(content)
    held = acquis.open(folder / "series.acquis", who="tester")
    held.receive([str(folder / f"{name}.txt") for name in TEXTS])
    yield held
    held.store.close()


def chosen(archive, asked, **choices):
    choice = predecessor(archive, archive.get(asked).document, **choices)
    return choice.first.text.symbol if choice.first else None


CASES = [
    ("A/RES/65/406", "A/RES/63/402"),  # same title, the last earlier one
    ("A/RES/63/402", "A/RES/61/401"),
    ("A/RES/61/401", None),  # the first of its series
    ("A/RES/64/404", "A/RES/62/403"),  # another title, but alike, and recalled
    ("A/RES/64/405", "A/RES/63/402"),  # of another title, but the last one that it recalls first
    ("A/RES/65/407", None),  # what it recalls first is not held, and what it recalls after is on another subject
    ("A/RES/62/403", None),  # on a subject of its own
]


@pytest.mark.parametrize(("asked", "expected"), CASES)
def test_it_is_the_last_earlier_text_of_its_series(archive, asked, expected):
    assert expected == chosen(archive, asked)


def test_the_rule_is_told_in_a_line(archive):
    choice = predecessor(archive, archive.get("A/RES/65/406").document)

    assert choice.first.because == "same organ, same kind, same series, last earlier date"


def test_the_rest_of_the_series_and_what_is_recalled_are_named_beside_it(archive):
    choice = predecessor(archive, archive.get("A/RES/65/406").document)
    wells = predecessor(archive, archive.get("A/RES/62/403").document)

    assert [each.text.symbol for each in choice.others] == ["A/RES/61/401"]
    assert (wells.chosen, wells.why_none) == ((), "no earlier text of its series is held")


def test_a_text_that_is_named_is_taken_and_the_others_are_told_beside_it(archive):
    choice = predecessor(archive, archive.get("A/RES/65/406").document, against=["A/RES/61/401"])

    assert [(each.text.symbol, each.grounds) for each in choice.chosen] == [("A/RES/61/401", (Ground.NAMED,))]
    assert "A/RES/63/402" in [each.text.symbol for each in choice.others]


def test_what_was_said_to_come_before_is_remembered_until_it_is_undone(archive):
    done = archive.relate("A/RES/62/403", "A/RES/61/401", relation="follows", because="water is food")

    assert chosen(archive, "A/RES/62/403") == "A/RES/61/401"
    assert remembered(archive, "un:A/RES/62/403") == ("un:A/RES/61/401@en",)

    archive.undo(done.number, because="it is not")
    assert chosen(archive, "A/RES/62/403") is None


def test_a_text_that_is_not_held_cannot_be_named(archive):
    with pytest.raises(NotHeld):
        chosen(archive, "A/RES/65/406", against=["A/RES/1/1"])


def test_of_summits_it_is_the_last_declaration_of_the_same_organ(osr):
    assert predecessor(osr, osr.get("Belovesk 2019").document).first.text.day == "2017-06-22"
    assert predecessor(osr, osr.get("Amesca 2017").document).first.text.day == "2014-06-05"


def test_a_text_in_another_language_is_compared_in_that_language(osr):
    russian = osr.get("osr:2009-06-10/sundrel-declaration@ru-x-unstated").document
    first = predecessor(osr, russian).first

    assert (first.text.language, first.text.day) == ("ru-x-unstated", "2007-09-18")


def test_an_anniversary_is_said_and_makes_no_difference(osr):
    before = predecessor(osr, osr.get("Amesca 2017").document).first
    after = predecessor(osr, osr.get("Belovesk 2019").document).first

    assert before.because == "same organ, same kind, same series, last earlier date; it marks an anniversary"
    assert (before.text.day, marks_anniversary(before.text)) == ("2014-06-05", True)
    assert (after.because.endswith("last earlier date"), marks_anniversary(after.text)) == (True, False)


@pytest.mark.parametrize(
    ("tag", "title", "marks"),
    [
        ("en", "Declaration of Orvelin on the Tenth Anniversary of the Organisation", True),
        ("en", "Declaration of Orvelin", False),
        ("fr", "Déclaration d'Orvelin à l'occasion du dixième anniversaire", True),
        ("es", "Declaración con motivo del 15º aniversario", True),
        ("ru", "ДЕКЛАРАЦИЯ по случаю пятилетия Организации", True),
        ("ru", "Декларация по случаю 70-й годовщины", True),
        ("ru", "Заявление к 20-летию Организации", True),
        ("ru", "Столетие реки: летняя программа", False),
        ("zh", "成立二十周年宣言", True),
        ("zh", "新一年宣言", False),
        ("ja", "設立十周年に関する宣言", True),
        ("ar", "إعلان بمناسبة الذكرى السنوية العاشرة", True),
    ],
)
def test_a_title_says_that_it_marks_an_anniversary(tag, title, marks):
    assert marks == language(tag).marks_anniversary(title)


def test_a_draft_is_never_a_predecessor(osr):
    choice = predecessor(osr, osr.get("osr:OSR/CM/RES/2016/4").document)

    assert not any(each.text.draft for each in choice.chosen)
