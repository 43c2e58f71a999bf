"""One figure of how well acquis reads labelled texts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """`right` of `of` answers, and `value` between 0 and 1 worked out from them or from precision and recall.

    `truth` says who made the labels: "gold" people, "silver" a rule or a model, "mechanical" true by construction.
    The three are reported apart. `floored` is False for what is told of the data and not of acquis: it has no floor.
    """

    task: str
    value: float
    right: int
    of: int
    truth: str
    note: str = ""
    floored: bool = True


def share(task: str, right: int, of: int, truth: str, note: str = "") -> Score:
    """The share of right answers."""
    return Score(task, right / of if of else 0.0, right, of, truth, note)


def f1(task: str, right: int, found: int, wanted: int, truth: str) -> Score:
    """The harmonic mean of precision and recall, both in the note."""
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    value = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(task, value, right, wanted, truth, f"precision {precision:.3f}, recall {recall:.3f}, {found} found")
