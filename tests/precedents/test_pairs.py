"""All pairs of texts: what is found, what it says of each, and that the borders of batches make no difference."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.errors import BadQuery
from acquis.precedents import pairs, verify
from acquis.precedents.alignment import align
from acquis.precedents.engines import DuckDB, Function
from acquis.precedents.words import keys_of, words_of

pa = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

CLAUSE = "every riparian State shall give notice of planned works on the shared river no later than six months before"
ONE = f"Guided by the charter of the rivers, {CLAUSE} they are begun, and shall answer questions about them."
CHANGED = ONE.replace("six months", "one year").replace("shall answer", "should answer in good faith")
LONG = f"The Secretariat keeps a list of gauges in four languages; {CLAUSE} anything is built there, save ferries."
OTHER = "Delegations thanked the host city for its hospitality and agreed to meet again in the spring of next year."


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDB]:
    with DuckDB(memory=300) as made:
        yield made


def laid(texts: list[list[int]]) -> tuple[Any, Any]:
    """Texts, given as numbers of words, one after another, and their ends."""
    flat = [word for each in texts for word in each]
    return np.array(flat, np.uint64), np.cumsum([len(each) for each in texts], dtype=np.int64)


def read(*texts: str) -> tuple[Any, Any]:
    return laid([keys_of(words_of(each).texts).tolist() for each in texts])


def rows(table: Any) -> list[tuple[int, ...]]:
    return [tuple(row.values()) for row in table.to_pylist()]


def test_texts_that_share_language_are_paired_and_others_are_not(engine: DuckDB) -> None:
    found = pairs.pairs(*read(ONE, OTHER, CHANGED, LONG), engine).to_pylist()

    assert [(0, 2), (0, 3), (2, 3)] == [(row["a"], row["b"]) for row in found]


def test_a_shared_clause_is_shown_where_it_stands_in_both(engine: DuckDB) -> None:
    one, long = words_of(ONE).texts, words_of(LONG).texts
    (row,) = pairs.pairs(*read(ONE, LONG), engine).to_pylist()

    assert words_of(CLAUSE).texts == one[row["a_start"] : row["a_end"]] == long[row["b_start"] : row["b_end"]]
    assert (len(words_of(CLAUSE)), len(one), len(long)) == (row["words"], row["a_size"], row["b_size"])


def test_words_changed_between_are_counted_against(engine: DuckDB) -> None:
    (row,) = pairs.pairs(*read(ONE, CHANGED), engine).to_pylist()
    expected = align(*(keys_of(words_of(each).texts).tolist() for each in (ONE, CHANGED)))

    assert (expected.score, expected.words) == (row["score"], row["words"])


@pytest.mark.parametrize("texts", [[], [[]], [[1]], [[1, 2], [1, 2]], [[], [5] * 40, []]])
def test_nothing_much_in_gives_nothing_out_or_pairs_of_the_same(engine: DuckDB, texts: list[list[int]]) -> None:
    found = pairs.pairs(*laid(texts), engine).to_pylist()

    assert all(texts[row["a"]] == texts[row["b"]] for row in found)


def test_a_formula_of_a_thousand_texts_makes_no_million_pairs(engine: DuckDB) -> None:
    drawn = random.Random(1)
    texts = [[*range(20), *(drawn.randrange(1 << 60) for _ in range(10))] for _ in range(1_000)]

    assert [] == rows(pairs.pairs(*laid(texts), engine))


def test_a_text_that_says_one_thing_a_hundred_thousand_times_is_borne(engine: DuckDB) -> None:
    texts = [[1, 2, 3] * 33_000, list(range(40)), [*range(10, 40), 7]]

    assert [(1, 2)] == [row[:2] for row in rows(pairs.pairs(*laid(texts), engine))]


def made(seed: int, count: int = 120) -> list[list[int]]:
    """Texts put together of the same clauses, with a word changed, dropped or put in here and there."""
    drawn = random.Random(seed)
    clauses = [[drawn.randrange(1 << 60) for _ in range(drawn.randint(4, 20))] for _ in range(40)]
    texts = [[word for each in drawn.sample(clauses, drawn.randint(1, 4)) for word in each] for _ in range(count)]
    for text in texts:
        for _ in range(drawn.randrange(4)):
            at = drawn.randrange(len(text) + 1)
            text[at : at + drawn.randrange(3)] = [drawn.randrange(1 << 60) for _ in range(drawn.randrange(3))]
    return texts


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_every_stretch_is_what_it_says(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """It starts and ends with a shared word, it is no longer than the texts, and its score is within what it shares."""
    texts = made(seed)
    for a, b, score, words, a_start, a_end, b_start, b_end, a_size, b_size in rows(_verified(tmp_path_factory, texts)):
        one, other = texts[a], texts[b]
        assert (len(one), len(other)) == (a_size, b_size)
        assert one[a_start] == other[b_start]
        assert one[a_end - 1] == other[b_end - 1]
        assert 0 <= a_start < a_end <= a_size
        assert 0 <= b_start < b_end <= b_size
        assert words <= min(a_end - a_start, b_end - b_start)
        assert 2 * words - max(a_end - a_start, b_end - b_start) >= score


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 10_000))
def test_scores_are_hardly_above_those_of_the_alignment_of_two_passages(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    apart = _apart(tmp_path_factory, seed)

    assert all(each <= 4 for each in apart)  # what moved counts in neither; of 33,000 pairs three were 2 or 3 above
    assert sum(each <= 1 for each in apart) >= 0.95 * len(apart)


def test_most_scores_are_nearly_those_of_the_alignment_of_two_passages(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Of all together: of the hundred pairs of one seed between 73 and 98 in a hundred."""
    apart = [each for seed in range(12) for each in _apart(tmp_path_factory, seed)]

    assert sum(each >= -1 for each in apart) >= 0.85 * len(apart)  # clauses of less than seven words have no seed


def _apart(tmp_path_factory: pytest.TempPathFactory, seed: int) -> list[int]:
    """By how many words each pair found is above what the alignment of its two passages gives."""
    texts = made(seed, 50)
    found = [row[:3] for row in rows(_verified(tmp_path_factory, texts))]
    return [score - align(texts[a], texts[b]).score for a, b, score in found]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 400), max_size=6))
def test_borders_of_batches_make_no_difference(
    tmp_path_factory: pytest.TempPathFactory, seed: int, cuts: list[int]
) -> None:
    folder = _folder(tmp_path_factory, made(seed))
    looked_at = _likely(folder)
    edges = sorted({0, looked_at.num_rows, *(min(cut, looked_at.num_rows) for cut in cuts)})
    parts = [looked_at.slice(at, end - at) for at, end in pairwise(edges)]
    apart = [row for part in parts for row in rows(verify.verified(part, folder))]

    assert apart == rows(verify.verified(looked_at, folder))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_hits_makes_no_difference(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = _folder(tmp_path_factory, made(seed))
    seeds = _seeds(folder)
    order = pa.array(np.random.default_rng(seed).permutation(seeds.num_rows))

    assert rows(pairs.likely(pairs.met(seeds))) == rows(pairs.likely(pairs.met(seeds.take(order))))


def test_parts_by_text_that_do_not_fit_one_number_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _folder(tmp_path_factory, made(3))
    whole = _likely(folder)
    monkeypatch.setattr(pairs, "_FITS", 16)

    assert sorted(rows(whole)) == sorted(rows(_likely(folder)))


def test_rows_with_equal_numbers_come_in_one_batch(engine: DuckDB) -> None:
    numbers = engine.sql("SELECT n % 7 AS n FROM range(0, {many}) AS numbers(n)", many=1_000)
    once: Function = _counted
    found = engine.table(engine.map_batches(once, numbers, gives="n bigint, many bigint", by="n"))

    assert [(n, 143 if n < 6 else 142) for n in range(7)] == sorted(rows(found))


def _counted(batch: Any) -> Any:
    values, counts = np.unique(batch.column("n").to_numpy(), return_counts=True)
    return pa.RecordBatch.from_arrays([pa.array(values), pa.array(counts)], names=["n", "many"])


def test_parquet_goes_in_and_comes_out_in_order(engine: DuckDB, tmp_path: Path) -> None:
    from pyarrow import parquet

    texts = made(9)
    numbers = [5 * at + 2 for at in range(len(texts))]
    kept = {"text": pa.array(numbers, pa.int64()), "words": pa.array(texts, pa.list_(pa.int64()))}
    parquet.write_table(pa.table(kept), tmp_path / pairs.TEXTS)
    pairs.run(tmp_path, tmp_path / "out", engine)
    found = rows(parquet.read_table(tmp_path / "out" / pairs.PAIRS))
    expected = rows(pairs.pairs(*laid(texts), engine))

    assert [(numbers[a], numbers[b], *others) for a, b, *others in expected] == found
    assert found == sorted(found)
    assert [pairs.PAIRS] == [each.name for each in (tmp_path / "out").iterdir()]


def test_texts_out_of_order_are_refused(engine: DuckDB, tmp_path: Path) -> None:
    from pyarrow import parquet

    kept = {"text": pa.array([2, 1], pa.int64()), "words": pa.array([[1], [2]], pa.list_(pa.int64()))}
    parquet.write_table(pa.table(kept), tmp_path / pairs.TEXTS)

    with pytest.raises(BadQuery, match="ORDER BY text"):
        pairs.run(tmp_path, tmp_path / "out", engine)


def _folder(folders: pytest.TempPathFactory, texts: list[list[int]]) -> str:
    folder = folders.mktemp("words")
    pairs.laid(folder, *laid(texts))
    return str(folder)


def _seeds(folder: str) -> Any:
    numbers = np.arange(len(verify.opened(folder)[1]))
    return pairs.seeded(pa.RecordBatch.from_arrays([pa.array(numbers)], names=["text"]), folder)


def _likely(folder: str) -> Any:
    return pairs.likely(pairs.met(_seeds(folder)))


def _verified(folders: pytest.TempPathFactory, texts: list[list[int]]) -> Any:
    folder = _folder(folders, texts)
    return verify.verified(_likely(folder), folder)
