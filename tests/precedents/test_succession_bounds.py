"""Two long texts are not compared passage by passage, and nothing is lost by it."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.precedents import desk, succession_likely
from acquis.precedents.ancestry import Ancestry
from acquis.precedents.desk import Precedents
from acquis.precedents.rare_words import Passages as Words
from acquis.precedents.rare_words import passages
from acquis.precedents.succession_likely import MOST, SAME, SUBJECT, likely
from tests.archive import filled
from tests.precedents.woven import woven, written

Passages = Sequence[Mapping[int, float]]


def found(earlier: Passages, later: Passages, alone: Sequence[int] | None = None) -> list[tuple[float, int, int]]:
    """What is likely; `alone` are the earlier passages that are alone, of the later none: else all are."""
    weights = {word: weight for each in (*earlier, *later) for word, weight in each.items()}
    numbers = {word: at for at, word in enumerate(sorted(weights, key=lambda word: weights[word]))}
    sorted_weights = np.array(sorted(weights.values()), float)
    ordered = ([sorted(numbers[word] for word in each) for each in of] for of in (earlier, later))
    one, other = (
        passages(
            np.array([word for each in of for word in each], np.int64), np.array([*map(len, of)], int), sorted_weights
        )
        for of in ordered
    )
    both = np.full(len(earlier), alone is None), np.full(len(later), alone is None)
    both[0][list(alone or ())] = True
    return sorted((likeness, a, b) for likeness, a, b, _ in likely(one, other, both))


def each_with_each(earlier: Passages, later: Passages) -> Iterator[tuple[float, int, int]]:
    for a, one in enumerate(earlier):
        for b, other in enumerate(later):
            common = one.keys() & other.keys()
            norms = [math.sqrt(sum(weight**2 for weight in each.values())) for each in (one, other)]
            likeness = sum(one[word] ** 2 for word in common) / (math.prod(norms) or 1)
            if likeness >= SUBJECT and len(common) >= SAME:
                yield likeness, a, b


@st.composite
def texts(draw: st.DrawFn) -> tuple[Passages, Passages]:
    """Two texts of words that weigh the more the rarer they are, some passages without any."""
    rng = draw(st.randoms(use_true_random=False))
    weights = [math.log1p(draw(st.sampled_from([1, 3, 40, 5_000])) * rng.random() + 0.01) for _ in range(40)]
    drawn = [[rng.choices(range(40), k=rng.randrange(14)) for _ in range(rng.randrange(16))] for _ in range(2)]
    one, other = ([{word: weights[word] for word in words} for words in text] for text in drawn)
    return one, other


@settings(max_examples=150, deadline=None)
@given(texts(), st.booleans())
def test_in_texts_of_some_passages_nothing_is_missed(drawn: tuple[Passages, Passages], large: bool) -> None:
    expected = sorted(each_with_each(*drawn))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(succession_likely, "_GRID", 0 if large else 1 << 20)
        met = found(*drawn)

    assert sorted(each[1:] for each in expected) == sorted(each[1:] for each in met)
    assert [each[0] for each in met] == pytest.approx([each[0] for each in expected])


def test_passages_that_both_have_their_counterparts_are_not_compared() -> None:
    assert [] == found([{1: 3.0, 2: 3.0}], [{1: 3.0, 2: 3.0}], alone=())
    assert 1 == len(found([{1: 3.0, 2: 3.0}], [{1: 3.0, 2: 3.0}], alone=[0]))


def test_a_word_that_most_passages_have_leads_to_none_of_them() -> None:
    same = {1: 3.0, 2: 3.0}

    assert MOST**2 == len(found([same] * MOST, [same] * MOST))
    assert [] == found([same] * (MOST + 1), [same])


def steps(count: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Comparisons of passages, and look-ups of words, for two texts: common words in all, and a few rare in each."""
    rng = random.Random(count)
    common, rare = dict.fromkeys(range(20), 0.7), range(1_000, 1_000 + count)
    drawn = [[common | dict.fromkeys(rng.choices(rare, k=4), 9.0) for _ in range(count)] for _ in "ab"]
    met = compared = 0

    def stretches(starts, ends):
        nonlocal met
        met += int((ends - starts).sum())
        return whole(starts, ends)

    def shared(self, other, a, b):
        nonlocal compared
        compared += len(a)
        return held(self, other, a, b)

    whole, held = succession_likely.stretches, Words.shared
    with monkeypatch.context() as patched:
        patched.setattr(succession_likely, "stretches", stretches)
        patched.setattr(Words, "shared", shared)
        found(drawn[0], drawn[1])
    return compared, met


def test_cost_grows_with_the_length_of_the_texts_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = steps(300, monkeypatch), steps(3_000, monkeypatch)

    assert all(100 < few < many < 13 * few for few, many in zip(small, large, strict=True))
    assert large[0] < 3_000**2 / 100


def test_of_what_is_near_only_the_passages_of_the_other_text_are_told() -> None:
    words = ["Ferries on the lower Olm run through the winter.", "Ferries on the upper Olm run through the winter."]
    of = woven(*(written(f"osr:200{at}-06-01/text", *words) for at in (1, 2, 3)))
    reuse = of.lines().reuse
    own, others = reuse.passages("osr:2002-06-01/text@en"), {member.text for member in of.members[:1]}
    expected = [(each, shared) for each in own for shared in reuse.near(each) if shared.text in others]

    assert expected == list(reuse.met(own, others))
    assert 2 == len(expected)


def test_lines_are_worked_out_once_for_a_change_whatever_else_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Ferries on the lower Olm run through the winter, and through the spring of every second year."
    days = [f"{year}-06-01" for year in range(2001, 2016)]
    room = Precedents(filled.archive(tmp_path, *(filled.text(f"osr:{day}/text", words, day=day) for day in days)))
    made = list[Ancestry]()
    monkeypatch.setattr(desk, "Ancestry", lambda *given: made.append(Ancestry(*given)) or made[-1])
    for day in days:
        room.find(words, on=day, earlier=True)
        room.lineage(f"osr:{day}/text@en#p1")

    of = f"osr:{days[3]}/text@en#p1"
    assert 1 == len(made)
    assert [f"osr:{days[2]}/text@en#p1"] == [each.earlier.address for each in room.lineage(of).lineage.parents]
