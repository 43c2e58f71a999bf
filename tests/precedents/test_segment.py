"""Pieces of the index: what is written at once and what is made of several is the same."""

from itertools import count
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquis.precedents.segment import _ARRAYS, Passage, Segment, merged, write

WORDS = ("the", "river", "States", "measure", "61/88", "water", "2011", "shall", "Kazakhstan", "every", "spring", "of")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lots=st.lists(st.lists(SENTENCES, min_size=1, max_size=6), min_size=2, max_size=5))
def test_several_made_into_one_are_as_if_written_at_once(lots: list[list[str]], tmp_path: Path) -> None:
    numbers = count(1)
    passages = [[Passage(next(numbers), len(words), words) for words in lot] for lot in lots]
    parts = [write(tmp_path / f"part-{at}", lot) for at, lot in enumerate(passages)]
    one = merged(tmp_path / "one", parts)
    whole = write(tmp_path / "whole", [each for lot in passages for each in lot])

    for name in _ARRAYS:
        assert np.array_equal(getattr(one, name), getattr(whole, name)), name


def test_a_text_is_found_by_its_words(tmp_path: Path) -> None:
    texts = ["the river shall rise", "the water of every spring", "the river shall rise", "States measure water"]
    made: Segment = write(tmp_path / "one", [Passage(n, n, words) for n, words in enumerate(texts, 1)])

    assert 3 == made.texts
    for text in range(made.texts):
        assert [text] == made.same(made.keys_at(text))
    assert [] == made.same(made.keys_at(0)[:-1])
    assert {(1, 3), (2,), (4,)} == {tuple(made.members(text)[0].tolist()) for text in range(made.texts)}
