"""The floors of accuracy: they rise, they do not fall, and a score under one of them is named."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.floors import FLOORS, below, held, raised
from evaluation.score import Score
from evaluation.table import as_json, page, table

ROOT = Path(__file__).resolve().parents[2]
_VALUES = st.floats(0, 1, allow_nan=False)
_FLOORS = st.dictionaries(st.sampled_from("abcdef"), _VALUES.map(lambda value: round(value, 4)))
_SCORES = st.lists(st.builds(lambda task, value: Score(task, value, 0, 0, "gold"), st.sampled_from("abcdef"), _VALUES))


@given(_FLOORS, _SCORES)
def test_raising_lowers_no_floor_and_loses_none(floors: dict[str, float], scores: list[Score]) -> None:
    after = raised(floors, scores)

    assert all(after[task] >= floor for task, floor in floors.items())
    assert {score.task for score in scores} <= after.keys()


@given(
    st.lists(
        st.builds(lambda task, value: Score(task, value, 0, 0, "gold"), st.sampled_from("ab"), _VALUES), max_size=1
    )
)
def test_a_score_stands_on_the_floor_that_it_raised(scores: list[Score]) -> None:
    assert below(scores, raised({}, scores)) == []


def test_a_score_under_its_floor_is_named_with_both_figures() -> None:
    fallen = below([Score("levels", 0.9, 9, 10, "silver")], {"levels": 0.97})

    assert [str(each) for each in fallen] == ["levels: 0.9000 is under its floor 0.9700"]


def test_a_floor_that_a_complete_run_does_not_measure_has_fallen() -> None:
    assert below([], {"levels": 0.97}) == []
    assert [each.task for each in below([], {"levels": 0.97}, complete=True)] == ["levels"]


def test_every_floor_is_a_share() -> None:
    floors = held(FLOORS)

    assert floors
    assert all(0 <= floor <= 1 for floor in floors.values())


def test_no_floor_is_lower_than_in_the_last_commit() -> None:
    shown = subprocess.run(
        ["git", "show", "HEAD:evaluation/floors.json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if shown.returncode:
        pytest.skip("no earlier floors: not a checkout, or none committed yet")
    now = held(FLOORS)

    assert {task: floor for task, floor in json.loads(shown.stdout).items() if now.get(task, 0.0) < floor} == {}


def test_without_the_real_texts_the_samples_alone_are_scored(tmp_path: Path) -> None:
    ran = _evaluation(tmp_path, "--json")
    rows = json.loads(ran.stdout)["scores"]

    assert "real texts are not here" in ran.stderr
    assert rows
    assert all(row["task"].startswith("samples: ") for row in rows)
    assert ran.returncode == int(any(row["value"] + 1e-4 <= (row["floor"] or 0) for row in rows))


def test_table_json_and_page_show_every_score_with_its_floor() -> None:
    scores = [Score("levels", 0.98, 98, 100, "silver"), Score("spans", 1.0, 38, 38, "gold")]
    floors = {"levels": 0.97}

    assert "0.9800" in table(scores, floors)
    assert "0.9700" in table(scores, floors)
    assert [row["floor"] for row in json.loads(as_json(scores, floors))["scores"]] == [0.97, None]
    assert "| levels | 0.9800 | 98 / 100 | 0.9700 | silver |" in page(scores, floors)


def _evaluation(missing: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"ACQUIS_SHARED": str(missing / "nowhere"), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    command = [sys.executable, "-m", "evaluation", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
