"""How alike two whole texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.precedents.likeness import likeness
from acquis.precedents.words import keys_of, words_of

GAUGES = "The gauges of the upper reaches shall be read every morning and their readings sent to the plain."
_WORDS = st.lists(st.integers(0, 12), max_size=60)


def alike(one: str, other: str) -> float:
    return likeness(keys_of(words_of(one).texts).tolist(), keys_of(words_of(other).texts).tolist())


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (GAUGES.upper(), 1.0, 1.0),
        (GAUGES.replace("morning", "evening"), 0.9, 0.99),
        (f"{GAUGES} What was read is printed once a year, and whoever asks for it is given it.", 0.6, 0.8),
        ("Of the ferries of the plain and of the upper reaches nothing is said in the readings.", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_the_words_shared_count_and_formulae_do_not(other: str, least: float, most: float) -> None:
    assert least <= alike(GAUGES, other) <= most


@given(_WORDS, _WORDS)
def test_it_is_a_share_and_the_same_either_way(a: list[int], b: list[int]) -> None:
    assert 0.0 <= likeness(a, b) == likeness(b, a) <= 1.0


@given(_WORDS.filter(bool))
def test_every_text_is_like_itself(a: list[int]) -> None:
    assert 1.0 == likeness(a, a)
