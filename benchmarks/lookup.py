"""How fast a paragraph's precedents are found among ten thousand, a hundred thousand and a million paragraphs."""

import gc
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from acquis.precedents.desk import Precedents
from benchmarks.precedents import paragraphs
from evaluation.precedents.corpus import Text, keep, loaded

SIZES: Final = (10_000, 100_000)
FULL: Final = (10_000, 100_000, 1_000_000)
_EACH: Final = 500
_DOCUMENT: Final = 50
_CLAUSE: Final = re.compile(r"(?<=[,;:.])\s+")
_CHANGED: Final = 0.1
_SHORTEST: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """Milliseconds of one look-up among so many paragraphs, and what the index costs."""

    paragraphs: int
    build: float
    cold: float
    p50: float
    p99: float
    cpu: float
    added: float
    index: float
    peak: float

    def __str__(self) -> str:
        told = (
            f"look-up p50 {self.p50:.1f} ms",
            f"p99 {self.p99:.1f} ms",
            f"cpu p99 {self.cpu:.1f} ms",
            f"cold {self.cold:.0f} ms",
            f"build {self.build:.1f} s",
            f"one document more {self.added:.2f} s",
            f"index {self.index:.0f} MB",
            f"peak {self.peak:.0f} MB",
        )
        return f"{self.paragraphs:>9,}  {'   '.join(told)}"


def run(shared: Path, sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Measures each size in processes of their own: one fills and indexes, one asks."""
    for size in sizes:
        build = _job("build", shared, size)
        yield Row(paragraphs=size, **(build | _job("ask", shared, size)))


def _job(what: str, shared: Path, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.lookup", what, str(shared), str(size)]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def _texts(shared: Path, size: int) -> Iterator[Text]:
    """Real paragraphs; past their end, copies of them with their clauses shuffled. Fifty make a document."""
    held = _many(shared, size)
    number = 0
    while lot := tuple(islice(held, _DOCUMENT)):
        number += 1
        yield Text(f"un:A/BENCH/{number}", lot, day=f"{1950 + number % 75}-{1 + number % 12:02}-{1 + number % 28:02}")


def _many(shared: Path, size: int) -> Iterator[str]:
    real = list(islice(paragraphs(shared), size))
    yield from real
    rng = random.Random(size)
    for _ in range(size - len(real)):
        clauses = _CLAUSE.split(rng.choice(real))
        rng.shuffle(clauses)
        yield " ".join(clauses)


def _built(shared: Path, size: int) -> dict[str, float]:
    """Fills the archive, which is kept for the next run, and makes its index anew."""
    corpus = loaded(tuple(_texts(shared, size)), f"look-up-{size}")
    start = time.perf_counter()
    corpus.precedents.rebuild()
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"build": took, "index": _size(corpus.precedents), "peak": peak}


def _size(precedents: Precedents) -> float:
    (folder,) = precedents.store.folder.glob("precedents-*")
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _asked(shared: Path, size: int) -> dict[str, float]:
    """The first query of a process, then many; then a document is added and asked for."""
    corpus = loaded(tuple(_texts(shared, size)), f"look-up-{size}")
    room, rng = corpus.precedents, random.Random(7)
    long = [words for text in corpus.texts for words in text.paragraphs if len(words.split()) >= _SHORTEST]
    drawn = [_changed(rng, words) for words in rng.sample(long, _EACH + 50)]
    gc.collect()
    gc.freeze()  # what the benchmark itself holds is no burden of a look-up
    cold = _timed(room, drawn[0])[0]
    for query in drawn[1:50]:
        _timed(room, query)
    times = [_timed(room, query) for query in drawn[50:]]
    walls, processor = sorted(wall for wall, _ in times), sorted(cpu for _, cpu in times)
    last = int(len(times) * 0.99)
    added = _added(room, corpus.texts[0])
    return {"cold": cold, "p50": walls[len(times) // 2], "p99": walls[last], "cpu": processor[last], "added": added}


def _changed(rng: random.Random, words: str) -> str:
    """A tenth of the words taken from elsewhere in the paragraph."""
    held = words.split()
    return " ".join(rng.choice(held) if rng.random() < _CHANGED else each for each in held[:300])


def _timed(room: Precedents, query: str) -> tuple[float, float]:
    """Milliseconds by the clock and of this thread."""
    wall, cpu = time.perf_counter(), time.thread_time()
    room.find(query)
    return (time.perf_counter() - wall) * 1_000, (time.thread_time() - cpu) * 1_000


def _added(room: Precedents, like: Text) -> float:
    """Seconds until a new document of fifty paragraphs is found."""
    stamp = time.time_ns()
    own = tuple(f"{words} As document {stamp} says." for words in like.paragraphs)
    with room.store.writing() as db:
        keep(db, Text(f"un:A/BENCH/{stamp}", own, day="2025-01-01"))
    start = time.perf_counter()
    (first, *_) = room.find(own[0]).precedents
    assert first.words == own[0]
    return time.perf_counter() - start


if __name__ == "__main__":
    _, job, place, paragraphs_wanted = sys.argv
    print(json.dumps({"build": _built, "ask": _asked}[job](Path(place), int(paragraphs_wanted))))
