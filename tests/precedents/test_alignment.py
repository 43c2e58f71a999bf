"""Which words of two passages answer to one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.precedents.alignment import Alignment, align

WORDS = st.lists(st.integers(0, 12), max_size=60)
ONE = [
    "the",
    "states",
    "parties",
    "shall",
    "endeavour",
    "to",
    "conclude",
    "a",
    "treaty",
    "on",
    "the",
    "peaceful",
    "uses",
    "of",
    "outer",
    "space",
    "without",
    "delay",
]


def aligned(one: list[str], other: list[str]) -> Alignment:
    known = {word: at for at, word in enumerate(dict.fromkeys([*one, *other]))}
    return align([known[word] for word in one], [known[word] for word in other])


def shared(one: list[str], found: Alignment) -> list[str]:
    return [" ".join(one[block.a : block.a_end]) for block in found.blocks]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (ONE, [" ".join(ONE)]),
        (
            [*ONE[:3], "should", *ONE[4:]],
            ["the states parties", " ".join(ONE[4:])],
        ),
        (["in", "our", "view", *ONE[5:12], "and", "nothing", "else"], [" ".join(ONE[5:12])]),
        (["quite", "other", "words"], []),
    ],
)
def test_what_is_shared_is_found_in_runs(other: list[str], expected: list[str]) -> None:
    assert expected == shared(ONE, aligned(ONE, other))


def test_what_moved_is_told_from_what_stayed() -> None:
    found = aligned(ONE, [*ONE[10:], *ONE[:10]])

    assert len(ONE) == found.words
    assert 1 == len(found.moved)


def test_a_clause_in_a_long_text_is_found_as_one_stretch_and_not_as_scattered_small_words() -> None:
    around = ["of", "the", "to", "a", "on"] * 20
    clause = ONE[4:14]
    found = aligned(clause, [*around, *clause, *around])

    assert [" ".join(clause)] == shared(clause, found)


@given(WORDS, WORDS)
def test_shared_words_are_equal_and_stand_once(one: list[int], other: list[int]) -> None:
    found = align(one, other)
    held = [*found.blocks, *found.moved]

    assert all(one[b.a : b.a_end] == other[b.b : b.b_end] and b.size for b in held)
    for start, end in (("a", "a_end"), ("b", "b_end")):
        places = [at for b in held for at in range(getattr(b, start), getattr(b, end))]
        assert len(places) == len(set(places))
    assert list(found.blocks) == sorted(found.blocks)


@given(WORDS)
def test_a_passage_is_all_shared_with_itself(one: list[int]) -> None:
    assert len(one) == align(one, one).words


@given(st.lists(st.integers(0, 2), max_size=400), st.lists(st.integers(0, 2), max_size=400))
def test_passages_that_repeat_themselves_cost_no_more_than_others(one: list[int], other: list[int]) -> None:
    assert align(one, other).words <= min(len(one), len(other))
