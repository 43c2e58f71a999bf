"""What differs between two wordings, word by word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.precedents.diff import Diff, Run, compare

ONE = "The member States shall inspect the dams on the upper rivers, and will report once a year."


def told(diff: Diff) -> list[tuple[str, str, str]]:
    """The kind of each run that is not the same, with its words."""
    return [(run.kind, *words(diff, run)) for run in diff.runs if run.kind != "same"]


def words(diff: Diff, run: Run) -> tuple[str, str]:
    older = run.older.of(diff.older) if run.older else ""
    return older.strip(), (run.newer.of(diff.newer) if run.newer else "").strip()


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        (ONE.replace("shall", "should"), [("replaced", "shall", "should")]),
        (ONE.replace(" upper", ""), [("dropped", "upper", "")]),
        (ONE.replace("year", "year in writing"), [("marks", ".", ""), ("added", "", "in writing.")]),
        (ONE.replace("the dams", "jointly all dams"), [("replaced", "the", "jointly all")]),
        (ONE.replace("rivers,", "rivers;"), [("marks", ",", ";")]),
        (
            ONE.replace("member States", "Member states"),
            [("spelled", "member", "Member"), ("spelled", "States", "states")],
        ),
        (ONE.replace(" ", "\n"), []),
    ],
)
def test_each_change_is_told_by_its_kind(newer: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == told(compare(ONE, newer))


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("a programme of co-operation", "a program of cooperation"),
        ("to organise the “defence”", 'to organize the "defense"'),
        ("good-neighbourly ties", "good neighborly ties"),
        ("l’État côtier", "l'Etat côtier"),
        ("ещё одна «встреча»", 'еще одна "встреча"'),
    ],
)
def test_spelling_hyphens_and_quotation_marks_are_folded_on_demand(older: str, newer: str) -> None:
    found = compare(older, newer)

    assert {"spelled", "marks"} & {run.kind for run in found.runs}
    assert () == found.changes
    assert ["same"] == [run.kind for run in found.folded().runs]


def test_what_moved_is_told_with_both_its_places() -> None:
    first = "noting the low water of last summer on the Kelva"
    second = "bearing in mind the needs of the herders and the orchards downstream"
    found = compare(f"The States, {first}, {second}, agree.", f"The States, {second}, {first}, agree.")

    moved = [run for run in found.runs if run.kind == "moved"]
    pairs = {run.pair for run in moved}
    where = [[words(found, run) for run in moved if run.pair == pair] for pair in pairs]

    assert [[(f"{first},", ""), ("", f"{first},")]] == [sorted(each, reverse=True) for each in where]
    assert {"same", "moved"} == {run.kind for run in found.runs}


def test_a_small_word_shared_by_chance_belongs_to_the_change() -> None:
    found = compare(
        "They welcome the opening of the bridge.",
        "They regret deeply the loss and lateness of seeds, that spoiled the harvest.",
    )

    assert ["same", "replaced"] == [run.kind for run in found.runs]


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("各成员国支持在裁军谈判会议谈判条约。", "各成员国支持谈判条约。", [("dropped", "在裁军谈判会议", "")]),
        ("成员国应当检查水坝", "成员国必须检查水坝", [("replaced", "应当", "必须")]),
        ("加盟国はダムを点検する。", "加盟国は堤防を点検する。", [("replaced", "ダム", "堤防")]),
    ],
)
def test_scripts_without_blanks_are_compared_too(older: str, newer: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == told(compare(older, newer))


WORDS = st.sampled_from(
    [
        "the",
        "of",
        "and",
        "States",
        "shall",
        "water",
        "Water",
        "co-operation",
        "cooperation",
        "水",
        "外",
        "«ёж»",
        ",",
        "\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS, TEXTS)
def test_both_texts_are_made_of_the_runs(older: str, newer: str) -> None:
    for found in (compare(older, newer), compare(older, newer).folded()):
        assert older == "".join(run.older.of(older) for run in found.runs if run.older)
        assert newer == "".join(run.newer.of(newer) for run in found.runs if run.newer)


@given(TEXTS)
def test_a_text_is_one_run_with_itself(text: str) -> None:
    assert [Run("same", span, span) for span in _whole(text)] == list(compare(text, text).runs)


def _whole(text: str) -> list[object]:
    from acquis.model.span import Span

    return [Span(0, len(text))] if text else []


@given(TEXTS)
def test_what_one_direction_adds_the_other_drops(text: str) -> None:
    longer = f"{text} zzz yyy xxx"
    added = [run.newer for run in compare(text, longer).runs if run.kind == "added"]
    dropped = [run.older for run in compare(longer, text).runs if run.kind == "dropped"]

    assert added == dropped


def test_long_texts_that_share_little_are_compared_in_bounded_time() -> None:
    started = time.process_time()
    found = compare("alpha beta " * 8_000, "gamma beta delta " * 6_000)

    assert found.runs
    assert time.process_time() - started < 8
