"""All pairs of texts that share language, on one machine or on many: seeds, meetings, likely pairs, verified pairs."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from acquis.errors import BadQuery
from acquis.precedents.engines import DuckDB, Engine
from acquis.precedents.grams import SEED, grams
from acquis.precedents.library import library
from acquis.precedents.ordered import begins
from acquis.precedents.verify import DIAGONALS, GIVES, LONGEST, opened, verified

if TYPE_CHECKING:
    from numpy.typing import NDArray

CAP: Final = 100
"""A seed that stands in more places than this is a formula, and joins nothing: one of 10,000 texts would be 50 million
pairs."""

RARE: Final = 10
"""One shared seed is enough for a pair where it stands in no more places than this; else two are needed."""

TEXTS: Final = "texts.parquet"
PAIRS: Final = "pairs.parquet"
"""What `run` reads (text bigint, words bigint[], in order of `text`) and writes (the columns of `verify.GIVES`)."""

_SEEDS: Final = "seed bigint, text int, place int"
_MEETINGS: Final = "a int, b int, hit int"
_LIKELY: Final = ", ".join(f"{name} int" for name in ("a", "b", "shared", *DIAGONALS))


def pairs(keys: "NDArray[Any]", ends: "NDArray[Any]", engine: Engine | None = None) -> Any:
    """The pairs of texts that share language, in order, as an Arrow table with the columns of `verify.GIVES`.

    `keys` are the words of all texts as numbers (uint64), `ends` where each text ends (int64): what a segment keeps.
    A text's number is its place.
    """
    with _engine(engine) as on, tempfile.TemporaryDirectory() as folder:
        laid(Path(folder), keys, ends)
        return on.table(verified_pairs(on, Path(folder), len(ends)))


def run(folder: Path, to: Path, engine: Engine | None = None) -> None:
    """Reads `texts.parquet` in one folder and writes `pairs.parquet` in another, in order of `a` and `b`.

    While it runs, the words lie in `to` as flat files, which every process of the engine must see.
    """
    with _engine(engine) as on, tempfile.TemporaryDirectory(dir=_made(to)) as words:
        texts = laid_from(folder / TEXTS, Path(words))
        on.write(verified_pairs(on, Path(words), texts), to / PAIRS)


def likely_pairs(on: Engine, words: Path, texts: int) -> Any:
    """The pairs of texts that share enough seeds to be looked at, each with the diagonals that hold most of these."""
    numbers = on.sql("SELECT text FROM range(0, {texts}) AS numbers(text)", texts=texts)
    seeds = on.map_batches(partial(seeded, words=str(words)), numbers, gives=_SEEDS)
    meetings = on.map_batches(met, seeds, gives=_MEETINGS, by="seed")
    return on.map_batches(likely, meetings, gives=_LIKELY, by="a")


def verified_pairs(on: Engine, words: Path, texts: int) -> Any:
    """The pairs of texts that share language, word by word, in order."""
    looked_at = likely_pairs(on, words, texts)
    found = on.map_batches(partial(verified, words=str(words)), looked_at, gives=GIVES, keep=True)
    return on.sql("SELECT * FROM {found} ORDER BY a, b", found=found)


def laid(folder: Path, keys: "NDArray[Any]", ends: "NDArray[Any]", numbers: "NDArray[Any] | None" = None) -> None:
    """Lays the words of all texts in a folder as flat files (`verify.opened`); `numbers` are those of the texts."""
    import numpy as np

    numbers = np.arange(len(ends)) if numbers is None else numbers
    if len(numbers) and (np.diff(numbers) <= 0).any():
        raise BadQuery(f"{TEXTS} is not in order of `text`, each number once. What would work: ORDER BY text")
    for name, array in (("keys", keys), ("ends", ends), ("numbers", numbers)):
        np.save(folder / f"{name}.npy", array, allow_pickle=False)


def laid_from(path: Path, folder: Path) -> int:
    """Lays the words of texts in Parquet, and says how many texts these are."""
    import numpy as np

    ends, numbers, at = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], 0
    with (folder / "words.raw").open("wb") as stream:
        for batch in _read(path):
            starts = batch.column("words").offsets.to_numpy().astype(np.int64)
            stream.write(batch.column("words").values.to_numpy()[starts[0] : starts[-1]].tobytes())
            ends.append(starts[1:] - starts[0] + at)
            numbers.append(batch.column("text").to_numpy())
            at += int(starts[-1] - starts[0])
    keys = np.memmap(folder / "words.raw", np.uint64, "r") if at else np.zeros(0, np.uint64)
    laid(folder, keys, np.concatenate(ends), np.concatenate(numbers))
    (folder / "words.raw").unlink()
    return sum(map(len, numbers))


def seeded(batch: Any, words: str) -> Any:
    """The seeds of texts (`text`): each with its text and the word at which it starts."""
    import numpy as np

    keys, ends, _ = opened(words)
    texts = batch.column("text").to_numpy().astype(np.int64)
    made = [_seeds(keys, ends, texts[at : at + _TEXTS_AT_ONCE]) for at in range(0, len(texts), _TEXTS_AT_ONCE)]
    seeds, of, places = (_joined(list(each), kind) for each, kind in zip(zip(*made, strict=True), _KINDS, strict=True))
    return _batch(seed=seeds.view(np.int64), text=of, place=places)


_TEXTS_AT_ONCE: Final = 1_024  # what fits the processor's cache goes twice as fast
_KINDS: Final = ("uint64", "int32", "int32")


def _seeds(
    keys: "NDArray[Any]", ends: "NDArray[Any]", texts: "NDArray[Any]"
) -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """Seeds of a few texts, the text that each is of, and the word at which it starts."""
    import numpy as np

    starts = np.where(texts > 0, ends[texts - 1], 0)
    lengths = np.minimum(ends[texts] - starts, LONGEST - 1)
    within = np.arange(int(lengths.sum())) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    made, owners = grams(keys[within], lengths, SEED)
    each = np.maximum(lengths - len(SEED) + 1, 0)
    places = np.zeros(len(made), np.int64)
    places[: int(each.sum())] = np.arange(int(each.sum())) - np.repeat(np.cumsum(each) - each, each)
    return made, texts[owners], places


def met(batch: Any) -> Any:
    """Every two texts that share a seed (`seed`, `text`, `place`), the lower number first, and the hit.

    A hit is how many words later in `a` than in `b` the seed stands, times two, and one more where it is rare. All
    places of a seed must be in the batch.
    """
    import numpy as np

    seeds = batch.column("seed").to_numpy()
    order = np.argsort(seeds)
    seeds = seeds[order]
    texts, places = batch.column("text").to_numpy()[order], batch.column("place").to_numpy()[order]
    starts = begins(seeds)
    sizes = np.diff(starts, append=len(seeds))
    few = (sizes > 1) & (sizes <= CAP)
    one, other, rare = _couples(starts[few], sizes[few])
    first, second, across = texts[one], texts[other], places[one] - places[other]
    apart, swapped = first != second, first > second
    return _batch(
        a=np.minimum(first, second)[apart],
        b=np.maximum(first, second)[apart],
        hit=(np.where(swapped, -across, across) * 2 + rare)[apart].astype(np.int32),
    )


def _couples(starts: "NDArray[Any]", sizes: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """Every two places of each group, and whether the group is small: first neighbours, then those two apart, …"""
    import numpy as np

    one, other, rare = [], [], []
    for apart in range(1, CAP):
        starts, sizes = starts[sizes > apart], sizes[sizes > apart]
        each = sizes - apart
        first = np.arange(int(each.sum())) + np.repeat(starts - (np.cumsum(each) - each), each)
        one.append(first)
        other.append(first + apart)
        rare.append(np.repeat(sizes <= RARE, each))
    return np.concatenate(one), np.concatenate(other), np.concatenate(rare)


def likely(batch: Any) -> Any:
    """The pairs that share enough seeds (`a`, `b`, `hit`), how many, and the diagonals with most of them.

    All hits of a text `a` must be in the batch. Where a pair has fewer diagonals, the first is given again.
    """
    parts = [_likely(*each) for each in _fitting(*(batch.column(name).to_numpy() for name in ("a", "b", "hit")))]
    names = ("a", "b", "shared", *DIAGONALS)
    columns = zip(*parts, strict=True) if parts else ([] for _ in names)
    return _batch(**{name: _joined(list(each), "int32") for name, each in zip(names, columns, strict=True)})


def _fitting(
    a: "NDArray[Any]", b: "NDArray[Any]", hits: "NDArray[Any]"
) -> "Iterator[tuple[NDArray[Any], NDArray[Any], NDArray[Any]]]":
    """The hits in parts by `a` that fit a number of 62 bits each."""
    if not len(a):
        return
    if _bits(a) + _bits(b) + _bits(hits) <= _FITS:
        yield a, b, hits
        return
    lower = a <= int(a.min()) + (int(a.max()) - int(a.min())) // 2
    yield from _fitting(a[lower], b[lower], hits[lower])
    yield from _fitting(a[~lower], b[~lower], hits[~lower])


_FITS: Final = 62


def _bits(numbers: "NDArray[Any]") -> int:
    return (int(numbers.max()) - int(numbers.min())).bit_length()


def _likely(a: "NDArray[Any]", b: "NDArray[Any]", hits: "NDArray[Any]") -> "tuple[NDArray[Any], ...]":
    """Sorted as one number: the hits of a pair stand together, and in them those of a diagonal."""
    import numpy as np

    b_bits, hit_bits, lowest = _bits(b), _bits(hits) + 1, int(hits.min()) & ~1
    packed = (a.astype(np.int64) - int(a.min())) << (b_bits + hit_bits)
    packed |= (b.astype(np.int64) - int(b.min())) << hit_bits
    packed |= hits.astype(np.int64) - lowest
    packed.sort()
    lines = begins(packed >> 1)
    heights = np.diff(lines, append=len(packed))
    firsts = begins(packed[lines] >> hit_bits)
    shared = np.add.reduceat(heights, firsts)
    rare = np.add.reduceat(packed & 1, lines[firsts]) > 0
    kept = np.flatnonzero((shared > 1) | rare)
    across = (packed[lines] & ((1 << hit_bits) - 1)) + lowest >> 1
    best = _highest(across, heights, firsts, kept)
    pair = packed[lines[firsts[kept]]] >> hit_bits
    return (pair >> b_bits) + int(a.min()), (pair & ((1 << b_bits) - 1)) + int(b.min()), shared[kept], *best


def _highest(
    across: "NDArray[Any]", heights: "NDArray[Any]", firsts: "NDArray[Any]", kept: "NDArray[Any]"
) -> "tuple[NDArray[Any], ...]":
    """Of each pair that is kept, the diagonals with most hits; of equals the lower."""
    import numpy as np

    sizes = np.diff(firsts, append=len(across))
    order = np.lexsort((-heights, np.repeat(np.arange(len(firsts)), sizes)))
    chosen = [order[firsts[kept] + np.where(sizes[kept] > nth, nth, 0)] for nth in range(len(DIAGONALS))]
    return tuple(across[each] for each in chosen)


def _batch(**columns: "NDArray[Any]") -> Any:
    pa = library("pyarrow")
    return pa.RecordBatch.from_arrays([pa.array(each) for each in columns.values()], names=list(columns))


def _joined(arrays: "list[NDArray[Any]]", kind: str) -> "NDArray[Any]":
    import numpy as np

    return np.concatenate(arrays).astype(kind, copy=False) if arrays else np.zeros(0, kind)


def _engine(engine: Engine | None) -> AbstractContextManager[Engine]:
    """The engine that was given, which stays open, or one of our own."""
    return nullcontext(engine) if engine else DuckDB()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read(path: Path) -> Iterator[Any]:
    yield from library("pyarrow.parquet").ParquetFile(path).iter_batches(1 << 16, columns=["text", "words"])
