"""What makes no difference between two passages, and what does."""

import pytest

from acquis.precedents.words import keys_of, plain_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Organisation recognises", "the organization recognizes"),
        ("co-operation and non-proliferation", "cooperation and nonproliferation"),
        ("«Meeting», at last", "Meeting at last"),
        ("programme of defence", "program of defense"),
        ("centred in the centre", "centered in the center"),
        ("Ёлка № 5", "елка No 5"),
        ("ｔｈｅ ＧＡ", "the GA"),
    ],
)
def test_spelling_hyphens_marks_and_width_make_no_difference(one: str, other: str) -> None:
    assert words_of(one).texts == words_of(other).texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("developed countries", "developing countries"),
        ("shall act", "should act"),
        ("resolution 61/171", "resolution 61/172"),
        ("the state", "the states"),
        ("re-form", "reform"),
    ],
)
def test_another_word_is_another_word(one: str, other: str) -> None:
    assert words_of(one).texts != words_of(other).texts


def test_every_word_knows_where_it_stands() -> None:
    text = "The Co-operation of States, 核武器"
    found = words_of(text)

    assert ["The", "Co-operation", "of", "States", "核", "武", "器"] == [text[start:end] for start, end in found.places]
    assert (4, 26) == found.span(1, 4)


def test_figures_are_slots_and_words_are_not() -> None:
    one, other = words_of("resolution 61/171 of 2006").texts, words_of("resolution 70/1 of 2015").texts

    assert plain_of(one).tolist() == plain_of(other).tolist()
    assert keys_of(one).tolist() != keys_of(other).tolist()


def test_the_number_of_a_word_is_the_same_on_every_machine() -> None:
    assert [1463349789226932638] == [int(key) % 2**63 for key in keys_of(["peace"])]
