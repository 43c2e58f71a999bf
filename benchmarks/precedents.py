"""How fast all pairs of paragraphs that share language are found, beside datasketch and rensa, at what recall."""

import gzip
import json
import random
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from acquis.precedents import pairs
from acquis.precedents.alignment import align
from acquis.precedents.engines import DuckDB
from acquis.precedents.words import keys_of, words_of
from benchmarks.tree import Tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALL: Final = 30_000
"""Paragraphs of a short run; `full` takes all, about 273,000."""

OURS: Final = ("candidates", "verified and aligned")
PEERS: Final = ("datasketch", "rensa", "rensa, 64 bands", "rensa, one by one")
_SHORTEST, _LONGEST = 6, 2_000
_ALIGNED: Final = 15
_WORKERS: Final = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One way to find pairs: seconds by the clock (the middle of the rounds) and of the processor, peak memory in MB.

    `recall` is the share of the true pairs with 15 or more aligned words that is among its pairs.
    """

    what: str
    wall: float
    cpu: float
    peak: float
    pairs: int
    recall: float

    def __str__(self) -> str:
        return (
            f"{self.what:<22}{self.wall:8.1f} s   cpu {self.cpu:7.1f} s   peak {self.peak:6.0f} MB"
            f"{self.pairs:>12,} pairs   recall {self.recall:.3f}"
        )


def run(shared: Path, *, most: int | None = SMALL, queries: int = 100, rounds: int = 1) -> Iterator[Row | str]:
    """Every way by turns, each time in a process of its own, on the same paragraphs tokenised before; then ratios."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        texts, words = _laid(folder, paragraphs(shared), most)
        true = truth(folder, queries)
        yield f"{texts:,} different paragraphs, {words:,} words; {len(true):,} true pairs of {queries} paragraphs"
        told: dict[str, list[dict[str, float]]] = {what: [] for what in (*OURS, *PEERS)}
        made: dict[str, Row] = {}
        for nth in range(rounds):
            for what, each in told.items():
                each.append(_job(what, folder))
                if nth == rounds - 1:
                    made[what] = _row(what, each, true, folder)
                    yield made[what]
        yield from _ratios(made)


def _ratios(made: dict[str, Row]) -> Iterator[str]:
    for mine in OURS:
        told = (f"{made[peer].wall / made[mine].wall:.1f} × {peer}" for peer in PEERS)
        yield f"{mine}, times as fast: {', '.join(told)}"


def paragraphs(shared: Path) -> Iterator[str]:
    """The paragraphs of the UN documents and the treaties, of six words and more: a whole treaty in one line is none.

    Of a treaty these are the lines, or where lines are cut short what stands between empty ones.
    """
    yield from (each for each in _all(shared) if _SHORTEST <= len(each.split()) <= _LONGEST)


def _all(shared: Path) -> Iterator[str]:
    for part in ("dev", "scale"):
        with gzip.open(
            shared / "data" / "un_documents" / f"documents.{part}.jsonl.gz", "rt", encoding="utf-8"
        ) as lines:
            for line in lines:
                yield from (each["text"] for each in json.loads(line)["paragraphs"])
    with tarfile.open(shared / "data" / "treaties" / "treaty_texts_raw.tar.gz") as archive:
        for member in archive:
            if stream := archive.extractfile(member):
                yield from _of_treaty(stream.read().decode("utf-8", "replace").replace("\r\n", "\n"))


def _of_treaty(text: str) -> Sequence[str]:
    lines = text.split("\n")
    long = [size for size in (len(line.split()) for line in lines) if size >= _SHORTEST]
    return lines if long and statistics.mean(long) >= 20 else text.split("\n\n")


def _laid(folder: Path, texts: Iterator[str], most: int | None) -> tuple[int, int]:
    """The different paragraphs as numbers of words, in files; how many, and their words."""
    import numpy as np

    held = list(texts)
    drawn = held if most is None or most >= len(held) else random.Random(3).sample(held, most)
    known = dict.fromkeys(keys_of(words_of(each).texts).tobytes() for each in drawn)
    keys = [np.frombuffer(each, np.uint64) for each in known]
    pairs.laid(folder, np.concatenate(keys), np.cumsum([len(each) for each in keys]))
    return len(keys), sum(map(len, keys))


def truth(folder: Path, queries: int) -> set[tuple[int, int]]:
    """The pairs of some paragraphs, drawn by seed, with any other whose alignment scores 15 or more.

    Nothing is lost on the way: a stretch that scores 15 has 14 words or more that follow one another in both texts.
    """
    import numpy as np

    keys, ends = _opened(folder)
    follow = np.append(keys[:-1] * np.uint64(0x9E3779B97F4A7C15) + keys[1:], np.uint64(0))
    distinct, ids = np.unique(follow, return_inverse=True)
    starts = np.append(0, ends[:-1])
    found: set[tuple[int, int]] = set()
    for query in random.Random(8).sample(range(len(ends)), queries):
        marked = np.zeros(len(distinct), bool)
        marked[ids[starts[query] : ends[query] - 1]] = True
        likely = np.flatnonzero(np.add.reduceat(marked[ids], starts, dtype=np.int32) >= _ALIGNED - 1)
        own = keys[starts[query] : ends[query]].tolist()
        for other in likely[likely != query].tolist():
            if align(own, keys[starts[other] : ends[other]].tolist()).score >= _ALIGNED:
                found.add((min(query, other), max(query, other)))
    return found


def _opened(folder: Path) -> "tuple[NDArray[Any], NDArray[Any]]":
    import numpy as np

    return np.load(folder / "keys.npy"), np.load(folder / "ends.npy")


def _job(what: str, folder: Path) -> dict[str, float]:
    """Runs one way in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.precedents", what, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, Tree(process.pid) as tree:
        told, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {**json.loads(told), "cpu": tree.cpu, "peak": tree.peak}


def _row(what: str, told: Sequence[dict[str, float]], true: set[tuple[int, int]], folder: Path) -> Row:
    import numpy as np

    found = np.load(folder / f"{what}.npy")
    wanted = np.array([a << 32 | b for a, b in sorted(true)], np.int64)
    recall = float(np.isin(wanted, found).mean()) if len(wanted) else 1.0
    middle = {name: statistics.median(each[name] for each in told) for name in told[0]}
    return Row(what, middle["wall"], middle["cpu"], middle["peak"], len(found), recall)


def _timed(what: str, folder: Path) -> dict[str, float]:
    """One way, timed from words to pairs; the pairs are left in the folder."""
    import numpy as np

    keys, ends = _opened(folder)
    start = time.perf_counter()
    one, other = _WAYS[what](folder, keys, ends)
    wall = time.perf_counter() - start
    packed = np.minimum(one, other).astype(np.int64) << 32 | np.maximum(one, other)
    np.save(folder / f"{what}.npy", np.unique(packed[one != other]))
    return {"wall": wall}


def _candidates(folder: Path, _: Any, ends: Any) -> tuple[Any, Any]:
    with DuckDB(workers=_WORKERS) as engine:
        found = engine.table(pairs.likely_pairs(engine, folder, len(ends)))
    return found["a"].to_numpy(), found["b"].to_numpy()


def _aligned(folder: Path, _: Any, ends: Any) -> tuple[Any, Any]:
    with DuckDB(workers=_WORKERS) as engine:
        found = engine.table(pairs.verified_pairs(engine, folder, len(ends)))
    return found["a"].to_numpy(), found["b"].to_numpy()


def _shingles(keys: Any, ends: Any) -> Iterator[list[bytes]]:
    """Every three words in a row of each text, as bytes."""
    held, start = keys.tobytes(), 0
    for end in ends.tolist():
        yield [held[8 * at : 8 * at + 24] for at in range(start, max(start + 1, end - 2))]
        start = end


def _datasketch(_: Path, keys: Any, ends: Any) -> tuple[Any, Any]:
    from datasketch import MinHash, MinHashLSH

    made = MinHash.bulk(_shingles(keys, ends), num_perm=128, hashfunc=_short)
    index = MinHashLSH(threshold=0.5, num_perm=128)
    with index.insertion_session() as session:
        for number, each in enumerate(made):
            session.insert(number, each, check_duplication=False)
    return _flat([index.query(each) for each in made])


def _short(shingle: bytes) -> int:
    """A hash of 32 bits that costs less than the one it brings: the words are hashes already."""
    return hash(shingle) & 0xFFFFFFFF


def _rensa(bands: int) -> Callable[[Path, Any, Any], tuple[Any, Any]]:
    """By its batches, the fastest way it has to give pairs."""

    def ways(_: Path, keys: Any, ends: Any) -> tuple[Any, Any]:
        from rensa import RMinHash, RMinHashLSH

        made = RMinHash.from_token_sets(list(_shingles(keys, ends)), 128, 42)
        index = RMinHashLSH(0.5, 128, bands)
        index.insert_many(made)
        return _flat(each for at in range(0, len(made), 10_000) for each in index.query_all(made[at : at + 10_000]))

    return ways


def _rensa_singly(_: Path, keys: Any, ends: Any) -> tuple[Any, Any]:
    """Text by text."""
    from rensa import RMinHash, RMinHashLSH

    index, made = RMinHashLSH(0.5, 128, 32), []
    for number, shingles in enumerate(_shingles(keys, ends)):
        each = RMinHash(128, 42)
        each.update(shingles)
        index.insert(number, each)
        made.append(each)
    return _flat([index.query(each) for each in made])


def _flat(found: Any) -> tuple[Any, Any]:
    """Lists of what goes with each text as pairs."""
    import numpy as np

    lists = [np.fromiter(each, np.int64, len(each)) for each in found]
    owners = np.repeat(np.arange(len(lists)), [len(each) for each in lists])
    return owners, np.concatenate(lists)


_WAYS: Final[dict[str, Callable[[Path, Any, Any], tuple[Any, Any]]]] = {
    "candidates": _candidates,
    "verified and aligned": _aligned,
    "datasketch": _datasketch,
    "rensa": _rensa(32),
    "rensa, 64 bands": _rensa(64),
    "rensa, one by one": _rensa_singly,
}


if __name__ == "__main__":
    if sys.argv[1:2] == ["pairs"]:
        everything = {"most": None, "queries": 300} if "full" in sys.argv else {}
        for row in run(Path(sys.argv[2]), **everything):  # type: ignore[arg-type]
            print(row, flush=True)
    else:
        sys.stdout.write(json.dumps(_timed(sys.argv[1], Path(sys.argv[2]))))
