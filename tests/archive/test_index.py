"""The index: made anew where it must be, caught up whatever happens, and never in anybody's way."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from acquis.archive.search import Search
from acquis.archive.tables import METADATA
from acquis.store import Store, open_store
from tests.archive.filled import TEXTS, archive, as_bytes, fill, found, keep, many, retitled, text


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = archive(tmp_path, *TEXTS)
    yield kept
    kept.close()


@pytest.fixture
def search(store: Store) -> Search:
    return Search(store)


def index_files(store: Store) -> list[Path]:
    return sorted(path for path in (store.folder / "search-1").iterdir() if path.suffix != ".lock")


def test_a_missing_or_damaged_index_is_made_anew(store: Store) -> None:
    expected = found(Search(store), "states")
    shutil.rmtree(store.folder / "search-1")
    assert found(Search(store), "states") == expected

    for number in range(6):
        damaged = index_files(store)[number]
        damaged.unlink()
        damaged.write_bytes(b"")

        assert found(Search(store), "states") == expected


def test_an_index_that_is_ahead_of_a_restored_archive_is_made_anew(tmp_path: Path) -> None:
    store = archive(tmp_path / "kept", *TEXTS)
    store.close()
    shutil.copytree(tmp_path / "kept", tmp_path / "backup")
    store = open_store(str(tmp_path / "kept"), METADATA)
    keep(store, text("un:A/RES/70/1", "Sustainable development"))
    assert found(Search(store), "sustainable") == ["un:A/R#p1"]
    store.close()

    shutil.copytree(tmp_path / "kept" / "search-1", tmp_path / "backup" / "search-1")
    restored = open_store(str(tmp_path / "backup"), METADATA)
    assert found(Search(restored), "sustainable") == []

    shutil.rmtree(tmp_path / "backup" / "search-1")
    shutil.copytree(tmp_path / "kept" / "search-1", tmp_path / "backup" / "search-1")
    keep(restored, text("un:A/RES/70/2", "Other words"))
    keep(restored, text("un:A/RES/70/3", "More words"))
    assert found(Search(restored), "sustainable OR more") == ["un:A/R#p1"]
    assert Search(restored).find("sustainable").total == 0


def test_a_reader_answers_from_what_there_is_while_another_process_writes(store: Store, search: Search) -> None:
    import tantivy

    search.catch_up()
    writer = tantivy.Index.open(str(store.folder / "search-1")).writer(15_000_000, 1)
    keep(store, text("un:A/RES/70/1", "Sustainable development of States"))

    late = search.find("states")
    earlier = search.find("states", at=7)

    assert (late.total, late.scope.at, late.scope.behind) == (4, 7, "index stands at change 7 of 8")
    assert earlier.scope.behind == ""
    assert "index stands at change 7 of 8" in str(late.scope)
    assert search.catch_up() == "index stands at change 7 of 8"
    writer.rollback()
    del writer
    assert (search.find("states").total, search.catch_up()) == (5, "")


def test_many_threads_search_while_the_index_is_made(tmp_path: Path) -> None:
    store = open_store(str(tmp_path), METADATA)
    fill(store, many(900, words=10, vocabulary_size=50))
    search = Search(store)
    with ThreadPoolExecutor(8) as threads:
        totals = list(threads.map(lambda _: search.find("year:1900..").total, range(40)))

    assert totals[-1] == 900
    assert set(totals) <= {0, 900}


def test_two_readers_see_what_either_brought_up_to_date(store: Store) -> None:
    one, two = Search(store), Search(store)
    assert one.find("states").total == two.find("states").total == 4
    keep(store, text("un:A/RES/70/1", "Sustainable development of States"))

    assert one.find("states").total == two.find("states").total == 5


def test_catching_up_bit_by_bit_gives_what_making_anew_gives(tmp_path: Path) -> None:
    rng = random.Random(5)
    store = open_store(str(tmp_path), METADATA)
    search = Search(store)
    for number, each in enumerate(many(120, words=10, apiece=4, vocabulary_size=40)):
        keep(store, each)
        if number % 3 == 0:
            retitled(store, each.address, title="peace", day=f"{rng.randint(1950, 2020)}")
        search.find("ba")
    states = [as_bytes(search.find("year:1900..", at=at, limit=50)) for at in (None, 5, 20)]

    search.rebuild()

    assert states == [as_bytes(search.find("year:1900..", at=at, limit=50)) for at in (None, 5, 20)]


# --- kills ------------------------------------------------------------------------------------------------------

CATCH_UP = """
import sys
from acquis.archive import _index
from acquis.archive.packing import to_json
from acquis.archive.search import Results, Search
from acquis.archive.tables import METADATA
from acquis.store import open_store
_index._COMMIT_EVERY = 200
store = open_store(sys.argv[1], METADATA)
print("ready", flush=True)
Search(store).catch_up()
"""


@pytest.mark.slow
def test_killed_at_any_moment_the_index_catches_up_to_the_same(tmp_path: Path) -> None:
    store = open_store(str(tmp_path), METADATA)
    fill(store, many(6_000, words=20), apart=50)
    whole = tmp_path / "search-1"
    rng = random.Random(9)
    for _ in range(12):
        shutil.rmtree(whole, ignore_errors=True)
        for _ in range(2):
            worker = subprocess.Popen([sys.executable, "-c", CATCH_UP, str(tmp_path)], stdout=subprocess.PIPE)
            assert worker.stdout is not None
            worker.stdout.readline()
            time.sleep(rng.random() * 1.2)
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait()
            worker.stdout.close()

        assert Search(store).find("organ:GA OR NOT organ:GA").total == 6_000
        assert Search(store).find("peace").scope.passages == 6_000
