"""How fast words are found: p50 and p99 of every kind of query over up to a million paragraphs, and what it costs."""

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
"""Ranks in the vocabulary; a query is of the class of its rarest word."""


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


def run(sizes: Sequence[int] = SIZES, *, each: int = EACH, keep: Path | None = None) -> list[Row]:
    """Fills an archive of each size, builds its index and asks `each` queries of every kind."""
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as made:
            rows += list(_measured(keep / str(size) if keep else Path(made), size, each))
    return rows


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
    for kind, ask in kinds.items():
        times = [_timed(ask, query) for query in drawn.queries(kind, each)]
        walls, processor = sorted(wall for wall, _ in times), sorted(cpu for _, cpu in times)
        yield Row(kind, size, walls[each // 2], walls[each * 99 // 100], processor[each * 99 // 100])


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
    """Draws queries by seed, in equal thirds from rare, middle and frequent words."""

    def __init__(self, store: Store, size: int) -> None:
        rng = random.Random(7)
        self.rank = {word: rank for rank, word in enumerate(filled.vocabulary(200_000, rng))}
        self.rng = random.Random(size)
        self.windows = self._windows(_sampled(store, size, self.rng))

    def queries(self, kind: str, count: int) -> list[str]:
        drawn = []
        for number in range(count):
            name = list(CLASSES)[number % len(CLASSES)]
            drawn.append(self._query(kind, *self.rng.choice(self.windows[name]), name))
        return drawn

    def _query(self, kind: str, one: str, two: str, three: str, name: str) -> str:
        rarest = max((one, two, three), key=self.rank.__getitem__)
        shapes = {
            "words": f"{one} {three}",
            "phrase": f'"{one} {two} {three}"',
            "boolean": f"{rarest} AND {self._word(name)} NOT {self._word(name)}",
            "prefix": f"{rarest[:4]}*" if len(rarest) > 3 else f"{rarest}*",
            "proximity": f'"{one} {three}"~5',
        }
        return shapes.get(kind, rarest)

    def _word(self, name: str) -> str:
        return self.rng.choice(self.rng.choice(self.windows[name]))

    def _windows(self, texts: Sequence[str]) -> dict[str, list[tuple[str, str, str]]]:
        """Three words in a row, by the class of the rarest."""
        found: dict[str, list[tuple[str, str, str]]] = {name: [] for name in CLASSES}
        for text in texts:
            words = text.split()
            for one, two, three in zip(words, words[1:], words[2:], strict=False):
                rank = max(self.rank[one], self.rank[two], self.rank[three])
                name = next(name for name, (low, high) in CLASSES.items() if low <= rank < high)
                found[name].append((one, two, three))
        return found


def _sampled(store: Store, size: int, rng: random.Random) -> list[str]:
    from sqlalchemy import select

    from acquis.archive.tables import PASSAGES

    numbers = rng.sample(range(1, size + 1), min(size, 900))
    with store.reading() as db:
        return list(db.execute(select(PASSAGES.c.words).where(PASSAGES.c.id.in_(numbers))).scalars())


if __name__ == "__main__":
    for row in run([int(size) for size in sys.argv[1:]] or SIZES):
        sys.stdout.write(f"{row}\n")
