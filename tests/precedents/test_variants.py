"""One passage as it was worded each time, as a table."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.errors import BadQuery
from acquis.precedents.variants import LONGEST, MOST_TEXTS, MOST_WORDS, Variants, Witness, lines, rows, table
from acquis.precedents.words import words_of
from tests.archive.filled import vocabulary

WORDS = st.sampled_from(
    ["the", "The", "States", "states", "shall", "of", "river", "rivers", "co-operate", "cooperate", "水", "の", "12"]
)
MARKS = st.sampled_from([" ", ", ", "; ", " (", ") ", "\n", " “", "” ", "、", "《"])
TEXTS = st.lists(st.tuples(WORDS, MARKS), max_size=14).map(lambda pairs: "".join(map("".join, pairs)))
DAYS = st.sampled_from([None, "2001-01-01", "2002-02-02"])
WITNESSES = st.lists(st.builds(Witness, st.sampled_from("abcdef"), DAYS, TEXTS), max_size=6)


def laid(*texts: str) -> Variants:
    """The table of texts of successive years."""
    return table([Witness(f"w{at}", str(2001 + at), text) for at, text in enumerate(texts)])


def said(found: Variants) -> list[list[str]]:
    """The readings of each slot, by who has them: the first form of each."""
    return [[each.forms[0] if each.forms else "—" for each in slot.readings] for slot in found.slots]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("The States express concern.", "The States express grave concern."),
            [["The States express"], ["—", "grave"], ["concern."]],
        ),
        (
            ("The States welcome the report.", "The States take note of the report."),
            [["The States"], ["welcome", "take note of"], ["the report."]],
        ),
        (
            ("We shall meet in spring.", "We should meet next spring.", "We shall meet next autumn."),
            [["We"], ["shall", "should"], ["meet"], ["in", "next"], ["spring.", "autumn."]],
        ),
        (("One and the same.", "One and the same."), [["One and the same."]]),
        (("Nothing alike here", "quite other words"), [["Nothing alike here", "quite other words"]]),
        (("成员国重申支持。", "成员国支持。"), [["成员国"], ["重申", "—"], ["支持。"]]),
        (("加盟国は協力を強化する。", "加盟国は連携を強化する。"), [["加盟国は"], ["協力", "連携"], ["を強化する。"]]),
        (("Государства призывают", "Все государства призывают"), [["—", "Все"], ["Государства призывают"]]),
    ],
)
def test_words_that_answer_to_one_another_stand_in_one_slot(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert expected == said(laid(*texts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Organisation recognises it", "the organization recognizes it"),
        ("co-operation, and peace", "cooperation and peace"),
        ("the “Charter” (1998)", "the Charter, 1998"),
    ],
)
def test_spelling_hyphens_capitals_and_marks_make_no_other_reading_but_are_shown(one: str, other: str) -> None:
    found = laid(one, other)

    assert [True] == [slot.agreed for slot in found.slots]
    assert (one, other) == found.slots[0].readings[0].forms


def test_words_weigh_more_than_commas() -> None:
    found = laid("the rivers, lakes, canals, wells", "the lakes, canals, wells and, where they stand, mills")

    assert [["the"], ["rivers,", "—"], ["lakes, canals, wells"], ["—", "and, where they stand, mills"]] == said(found)


def test_words_that_bear_meaning_weigh_more_than_words_of_grammar() -> None:
    found = laid("of the law of the sea", "of the rivers and of the law")

    assert _shared(found, "law")


def _shared(found: Variants, word: str) -> bool:
    """Whether all witnesses have the word in one slot, side by side."""
    return any(all(word in each.words for each in slot.readings) for slot in found.slots)


def test_an_of_on_which_some_agree_between_words_that_differ_makes_no_slot() -> None:
    found = laid("They met on the bank of the river.", "They met at a court of justice.", "They met.")

    assert 2 == len(found.slots)


def test_marks_and_blanks_go_with_the_word_before_and_opening_ones_with_the_next() -> None:
    found = laid("under the Charter, (as amended) “in full”", "under the law, (as amended) “in part”")

    assert ["under the ", "Charter, ", "(as amended) “in ", "full”"] == [found.words(0, at) for at in range(4)]


# --- what must always hold ---------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=40)
@given(WITNESSES)
def test_the_cells_of_a_witness_are_its_text(witnesses: list[Witness]) -> None:
    found = table(witnesses)

    assert sorted(witnesses, key=str) == sorted(found.witnesses, key=str)
    for row, witness in enumerate(found.witnesses):
        cells = [slot.cells[row] for slot in found.slots if slot.cells[row]]
        assert witness.text == "".join(cell.of(witness.text) for cell in cells if cell)
        assert all(before.end == after.start for before, after in pairwise(cell for cell in cells if cell))


@settings(deadline=None, max_examples=40)
@given(WITNESSES.flatmap(lambda witnesses: st.tuples(st.just(witnesses), st.permutations(witnesses))))
def test_the_order_of_the_witnesses_makes_no_difference(both: tuple[list[Witness], list[Witness]]) -> None:
    one, other = both

    assert table(one) == table(other)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, max_size=5), st.randoms(use_true_random=False))
def test_neither_days_nor_addresses_nor_copies_change_the_slots(texts: list[str], chance: random.Random) -> None:
    named = [Witness(chance.choice("abc"), chance.choice([None, "1999"]), text) for text in (*texts, *texts[:2])]

    assert set(map(_by_text, table(named).slots)) == set(map(_by_text, laid(*texts).slots))


def _by_text(slot: object) -> frozenset[tuple[str, ...]]:
    return frozenset(reading.words for reading in slot.readings)  # type: ignore[attr-defined]


@settings(deadline=None, max_examples=40)
@given(WITNESSES)
def test_who_shares_a_reading_says_the_same_there_and_no_one_else_does(witnesses: list[Witness]) -> None:
    found = table(witnesses)
    for slot in found.slots:
        cells = [cell.of(w.text) if cell else "" for cell, w in zip(slot.cells, found.witnesses, strict=True)]
        by = {words_of(cell).texts: None for cell in cells}
        assert list(by) == [reading.words for reading in slot.readings]
        assert sorted(range(len(cells))) == sorted(at for reading in slot.readings for at in reading.witnesses)
        assert all(words_of(cells[at]).texts == reading.words for reading in slot.readings for at in reading.witnesses)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_a_text_beside_itself_is_one_agreed_slot(text: str) -> None:
    assert all(slot.agreed for slot in laid(text, text, text.upper()).slots)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_letters_and_marks_are_laid_and_put_together_again(texts: list[str]) -> None:
    found = laid(*texts)

    assert texts == ["".join(found.words(row, at) or "" for at in range(len(found.slots))) for row in range(len(texts))]


# --- what stands elsewhere ---------------------------------------------------------------------------------------

STAY = "the riparian States reaffirm the Charter of the Organisation and its noble aims"
MOVE = "express deep concern over falling water levels"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_clause_that_stands_elsewhere_is_told_with_the_slot_it_belongs_to(order: tuple[int, ...]) -> None:
    texts = [f"{MOVE.capitalize()}; {STAY}.", f"{MOVE.capitalize()}; {STAY}.", f"{STAY.capitalize()}; {MOVE}."]
    found = table([Witness(f"w{at}", str(2001 + at), texts[at]) for at in order])

    (moved,) = found.moved
    assert 2 == moved.witness
    assert f"{MOVE}." == moved.span.of(found.witnesses[2].text)
    assert [f"{MOVE.capitalize()}; "] == [found.words(0, at) for at in moved.homes]
    assert [f"{MOVE}."] == [found.words(2, at) for at in moved.slots]


def test_a_clause_moves_with_a_word_changed_in_its_midst() -> None:
    changed = "express deep concern over the steadily falling water levels"
    found = laid(f"{MOVE}; {STAY}", f"{MOVE}; {STAY}", f"{STAY}; {changed}")

    assert changed in [each.span.of(found.witnesses[2].text) for each in found.moved]


def test_what_is_said_twice_has_not_moved() -> None:
    found = laid(f"{MOVE}; {STAY}", f"{MOVE}; {STAY}; {MOVE}")

    assert () == found.moved


def test_words_of_grammar_do_not_move() -> None:
    found = laid("of all of the rivers we speak", "rivers and lakes are of all of the most dear")

    assert () == found.moved


def test_clauses_of_chinese_move_too() -> None:
    found = laid("支持建立无核武器区，重申恪守宪章各项原则。", "重申恪守宪章各项原则，支持建立无核武器区。")

    assert 1 == len(found.moved)


# --- the edges ---------------------------------------------------------------------------------------------------


def test_witnesses_stand_by_day_then_address_and_those_without_a_day_last() -> None:
    made = [Witness("c", None, "x"), Witness("b", "2003", "x"), Witness("d", "2001", "x"), Witness("a", "2003", "x")]

    assert ["d", "a", "b", "c"] == [each.address for each in table(made).witnesses]


def test_no_witness_makes_an_empty_table() -> None:
    assert Variants((), ()) == table([])


def test_a_witness_without_words_has_nothing_or_its_marks() -> None:
    found = laid("One word", "", "* * *")

    assert [None, "* * *"] == [found.words(1, 0), found.words(2, 0)]
    assert [("One word",), ("* * *",)] == [reading.forms for reading in found.slots[0].readings]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([f"word {at}" for at in range(MOST_TEXTS + 1)], f"{MOST_TEXTS + 1} different texts"),
        (["word " * (LONGEST + 1)], f"{LONGEST + 1:,} words in one text"),
        ([f"{at} " * LONGEST for at in range(MOST_WORDS // LONGEST + 1)], f"{MOST_WORDS + LONGEST:,} words in all"),
    ],
)
def test_a_table_that_is_too_large_is_refused_with_the_limit(texts: list[str], said: str) -> None:
    with pytest.raises(BadQuery, match=said):
        laid(*texts)


def test_sixty_witnesses_of_two_hundred_words_take_less_than_two_seconds() -> None:
    chance = random.Random(7)
    known = vocabulary(2_000, chance)
    base = chance.choices(known, k=200)
    texts = [" ".join(chance.choice(known) if chance.random() < 0.15 else word for word in base) for _ in range(60)]
    laid(*texts[:3])
    start = time.process_time()
    found = laid(*texts)

    assert time.process_time() - start < 2
    assert 60 == len(found.witnesses)


# --- as a table of rows, and to be read --------------------------------------------------------------------------


def test_a_row_for_each_witness_in_each_slot() -> None:
    found = laid(f"{MOVE}; {STAY}", f"{MOVE}; {STAY}", f"{STAY}; {MOVE}", "Nothing of the sort")
    made = list(rows(found))

    assert len(found.slots) * 4 == len(made)
    for row, witness in enumerate(found.witnesses):
        assert witness.text == "".join(str(each["words"] or "") for each in made[row::4])
    assert {found.moved[0].homes[0] + 1} == {each["moved_to"] for each in made if each["moved_to"]}
    assert {"w2"} == {each["address"] for each in made if each["moved_to"]}


def test_the_table_can_be_read_line_by_line() -> None:
    found = table(
        [Witness("a", "2001-06-01", "We express concern."), Witness("b", None, "We state concern.", "the draft")]
    )

    assert ["We", "  2  express  [2001-06-01]", "  2  state  [the draft]", "concern."] == list(lines(found))
