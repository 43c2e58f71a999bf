"""Pairs of bill sections that people graded from unrelated to identical, against the likeness of whole texts."""

import csv
from collections.abc import Sequence
from pathlib import Path

from acquis.precedents.likeness import likeness
from acquis.precedents.words import keys_of, words_of
from evaluation.score import Score

_FIELD = 10**7
_NOTE = "a correlation of that many pairs, no share of right ones"


def measure(shared: Path) -> list[Score]:
    """Spearman's correlation of likeness and grade, ties at their middle rank.

    Half of the pairs are of the lowest grade: a likeness that never ties would reach 0.925 at most.
    """
    grades, alike = [], []
    for grade, one, other in pairs(shared):
        grades.append(float(grade))
        alike.append(likeness(keys_of(words_of(one).texts).tolist(), keys_of(words_of(other).texts).tolist()))
    value = spearman(grades, alike)
    return [Score("graded pairs: Spearman", value, round(value * len(grades)), len(grades), "gold", _NOTE)]


def pairs(shared: Path) -> list[tuple[int, str, str]]:
    """The grade and the two texts of every pair."""
    csv.field_size_limit(_FIELD)
    with (shared / "data/bill_pairs/pairs.dev.csv").open(encoding="utf-8", newline="") as file:
        return [(int(row["label"]), row["sec_a_text"], row["sec_b_text"]) for row in csv.DictReader(file)]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """The correlation of the ranks of two rows of figures."""
    from statistics import correlation

    return correlation(_ranks(one), _ranks(other))


def _ranks(values: Sequence[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in values]
