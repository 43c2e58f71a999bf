"""The floors: a score may rise and not fall."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from evaluation.score import Score

FLOORS = Path(__file__).parent / "floors.json"
_STEP = 10_000  # floors are kept to four places, rounded down


@dataclass(frozen=True)
class Fallen:
    """A task whose score is under its floor; `value` None where it was not measured at all."""

    task: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.task}: has a floor, {self.floor:.4f}, and was not measured"
        return f"{self.task}: {self.value:.4f} is under its floor {self.floor:.4f}"


def held(path: Path) -> dict[str, float]:
    """The floor of every task that has one."""
    if not path.is_file():
        return {}
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def below(scores: Sequence[Score], floors: Mapping[str, float], *, complete: bool = False) -> list[Fallen]:
    """The scores that are under their floor; of a complete run also the floors that no score answers for."""
    fallen = [
        Fallen(score.task, score.value, floors[score.task])
        for score in scores
        if score.task in floors and pinned(score.value) < floors[score.task]
    ]
    measured = {score.task for score in scores}
    gone = [Fallen(task, None, floor) for task, floor in floors.items() if task not in measured]
    return fallen + (gone if complete else [])


def raised(floors: Mapping[str, float], scores: Sequence[Score]) -> dict[str, float]:
    """The floors with each score's raised to what it reached; none is lowered and none is lost.

    >>> raised({"roles": 0.98}, [Score("roles", 0.9, 9, 10, "gold"), Score("levels", 0.97555, 0, 1, "silver")])
    {'roles': 0.98, 'levels': 0.9755}
    """
    reached = {score.task: max(pinned(score.value), floors.get(score.task, 0.0)) for score in scores if score.floored}
    return {**floors, **reached}


def save(path: Path, floors: Mapping[str, float]) -> None:
    """Writes them, one on a line, in the order of their tasks."""
    path.write_text(json.dumps(dict(sorted(floors.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def pinned(value: float) -> float:
    """A score to four places, rounded down."""
    return floor(value * _STEP + 1e-6) / _STEP
