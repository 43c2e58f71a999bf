"""How fast words are found: p50 and p99 of every kind of query over up to a million paragraphs, and what it costs."""

import itertools
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from acquis.archive.search import Search
from acquis.archive.tables import METADATA
from acquis.store import Store, open_store
from tests.archive import filled

SIZES: Final = (10_000, 100_000)
FULL: Final = (10_000, 100_000, 1_000_000)
EACH: Final = 1_000
CLASSES: Final = {"rare": (5_000, 200_000), "middle": (100, 5_000), "frequent": (0, 100)}
"""Ranks in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: of how many paragraphs, the median and 99th of 100 in milliseconds, or one figure.

    `cpu` is the 99th of 100 of the processor's time: what is left where nothing else runs on the machine.
    """

    what: str
    paragraphs: int
    p50: float | None = None
    p99: float | None = None
    cpu: float | None = None
    figure: str = ""

    def __str__(self) -> str:
        times = (
            "" if self.p50 is None else f"p50 {self.p50:8.2f} ms   p99 {self.p99:8.2f} ms   cpu p99 {self.cpu:8.2f} ms"
        )
        return f"{self.paragraphs:>9,}  {self.what:<22}{self.figure or times}"


def run(sizes: Sequence[int] = SIZES, *, each: int = EACH, keep: Path | None = None) -> Iterator[Row]:
    """Fills an archive of each size, builds its index and asks `each` queries of every kind."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as made:
            yield from _measured(keep / str(size) if keep else Path(made), size, each)


def _measured(folder: Path, size: int, each: int) -> Iterator[Row]:
    known = not (folder / "archive.sqlite").exists()
    store = open_store(str(folder), METADATA)
    if known:
        filled.fill(store, filled.many(size))
    search = Search(store)
    start = time.perf_counter()
    search.catch_up()
    took = time.perf_counter() - start
    yield Row("build", size, figure=f"{took:.1f} s, {size / max(took, 1e-9):,.0f} paragraphs/s")
    yield Row("index on disk", size, figure=f"{_size(folder / 'search-1'):.0f} MB")
    yield from _times(search, store, size, each)
    yield _late(search, store, size)
    yield Row("peak memory", size, figure=f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    store.close()


def _times(search: Search, store: Store, size: int, each: int) -> Iterator[Row]:
    drawn = _Drawn(store, size)
    last = search.find("organ:GA", limit=1).scope.at
    kinds: dict[str, Callable[[str], object]] = {
        "term": lambda words: search.find(words, facets=False),
        "words": lambda words: search.find(words, facets=False),
        "phrase": lambda words: search.find(words, facets=False),
        "boolean": lambda words: search.find(words, facets=False),
        "prefix": lambda words: search.find(words, facets=False),
        "proximity": lambda words: search.find(words, facets=False),
        "field and facets": lambda words: search.find(words, filters={"organ": "GA", "year": "1980..2010"}),
        "facets over all": search.find,
        "term at a release": lambda words: search.find(words, at=last // 2, facets=False),
        "concordance": search.kwic,
    }
    yield from _worst(search, size)
    for kind, ask in kinds.items():
        times = [_timed(ask, query) for query in drawn.queries(kind, each)]
        walls, processor = sorted(wall for wall, _ in times), sorted(cpu for _, cpu in times)
        yield Row(kind, size, walls[each // 2], walls[each * 99 // 100], processor[each * 99 // 100])


def _worst(search: Search, size: int) -> Iterator[Row]:
    """The dearest there is to ask: the two most frequent words of all, side by side and near each other."""
    one, two = filled.vocabulary(2, random.Random(7))
    for what, query in (("worst phrase", f'"{one} {two}"'), ("worst proximity", f'"{one} {two}"~5')):
        times = sorted(_timed(lambda words: search.find(words, facets=False), query) for _ in range(5))
        yield Row(what, size, times[2][0], times[-1][0], times[2][1])


def _timed(ask: Callable[[str], object], query: str) -> tuple[float, float]:
    """Milliseconds by the clock and of this thread."""
    wall, cpu = time.perf_counter(), time.thread_time()
    ask(query)
    return (time.perf_counter() - wall) * 1_000, (time.thread_time() - cpu) * 1_000


def _late(search: Search, store: Store, size: int) -> Row:
    """How long it takes until ten more documents are found."""
    filled.fill(store, filled.many(300, seed=11), apart=10)
    start = time.perf_counter()
    search.catch_up()
    return Row("ten documents more", size, figure=f"{time.perf_counter() - start:.2f} s until found")


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


class _Drawn:
    """Draws queries by seed, in equal thirds around rare, middle and frequent words as they stand in the texts.

    A word is drawn from its class, then one of its places; the words of a phrase are those that stand after it there.
    """

    def __init__(self, store: Store, size: int) -> None:
        rank = {word: rank for rank, word in enumerate(filled.vocabulary(200_000, random.Random(7)))}
        self.rng = random.Random(size)
        self.places: dict[str, dict[str, list[Sequence[str]]]] = {name: {} for name in CLASSES}
        for words in map(str.split, _sampled(store, size, self.rng)):
            for at in range(len(words) - 2):
                name = next(name for name, (low, high) in CLASSES.items() if low <= rank[words[at]] < high)
                self.places[name].setdefault(words[at], []).append(words[at : at + 3])

    def queries(self, kind: str, count: int) -> list[str]:
        return [self._query(kind, name) for name in itertools.islice(itertools.cycle(CLASSES), count)]

    def _query(self, kind: str, name: str) -> str:
        one, two, three = self._place(name)
        shapes = {
            "words": f"{one} {three}",
            "phrase": f'"{one} {two} {three}"',
            "boolean": f"{one} AND {self._place(name)[0]} NOT {self._place(name)[0]}",
            "prefix": f"{one[:4]}*",
            "proximity": f'"{one} {three}"~5',
        }
        return shapes.get(kind, one)

    def _place(self, name: str) -> Sequence[str]:
        held = self.places[name]
        return self.rng.choice(held[self.rng.choice(sorted(held))])


def _sampled(store: Store, size: int, rng: random.Random) -> list[str]:
    from sqlalchemy import select

    from acquis.archive.tables import PASSAGES

    numbers = rng.sample(range(1, size + 1), min(size, 900))
    with store.reading() as db:
        return list(db.execute(select(PASSAGES.c.words).where(PASSAGES.c.id.in_(numbers))).scalars())


if __name__ == "__main__":
    for row in run([int(size) for size in sys.argv[1:]] or SIZES):
        sys.stdout.write(f"{row}\n")
