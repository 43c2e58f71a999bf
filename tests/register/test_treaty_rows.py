"""A hundred thousand coded rows of states and treaties, where the real data are."""

from pathlib import Path

import pytest

from acquis.register.events import Act, Certainty
from evaluation.register.treaties import loaded, measure
from evaluation.score import Score


@pytest.fixture(scope="module")
def scores(shared: Path) -> dict[str, Score]:
    if not (shared / "data" / "treaties" / "parties_GGO.csv.gz").is_file():
        pytest.skip("the table of treaties and parties is not here")
    return {score.task.removeprefix("treaty rows: "): score for score in measure(shared)}


@pytest.mark.slow
def test_no_row_is_lost(scores: dict[str, Score]) -> None:
    assert (98_320, 98_320) == (scores["kept whole"].right, scores["kept whole"].of)


@pytest.mark.slow
@pytest.mark.parametrize("column", ["StateSignature", "StateRatification", "StateForce", "StateEnd"])
def test_the_days_worked_out_are_the_coded_ones(scores: dict[str, Score], column: str) -> None:
    assert scores[f"day of {column}"].value == 1.0


@pytest.mark.slow
def test_what_is_coded_twice_is_kept_and_shown_as_disputed(scores: dict[str, Score]) -> None:
    assert (10_973, 10_973) == (scores["what is coded twice is shown"].right, scores["what is coded twice is shown"].of)


@pytest.mark.slow
def test_impossible_orders_are_counted_by_kind(scores: dict[str, Score]) -> None:
    assert "ratified before signed: 6,8" in scores["in a possible order"].note


@pytest.mark.slow
def test_a_doubtful_day_is_an_event_of_low_certainty(scores: dict[str, Score], shared: Path) -> None:
    doubtful = [row for row in loaded(shared) if row.cells["StateRatification"].endswith("?")]
    events = [event for row in doubtful for event in row.own if event.act is Act.RATIFIED]

    assert 81 == len(events)
    assert {Certainty.LOW} == {event.certainty for event in events}
