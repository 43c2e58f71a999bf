"""A piece of the index of words: passages as numbers, in files that are looked at in place and never changed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.archive.cache import part
from acquis.precedents.grams import TRIPLE, grams
from acquis.precedents.words import Words, keys_of, marks_of, plain_of, slotted, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ARRAYS: Final = ("hashes", "keys", "marks", "ends", "grams", "gram_ends", "postings", "owners", "passages", "readings")


_SEAL: Final = "seal.json"


class Passage(Struct, frozen=True):
    """A passage that is to be indexed: its number in the store, the reading it is of, and its words."""

    number: int
    reading: int
    words: str


class Segment:
    """Texts that differ in their words, each with the passages that have just these words.

    `keys` are the words of all texts as numbers (uint64), `marks` what each names (uint8), `ends` where each text's end
    (int64), `hashes` a number for each text (uint64); texts are in the order of these. `grams` are the runs of three
    words (uint64, in order), with figures aside and with names aside, `postings` the texts that have each (uint32),
    `gram_ends` where those of each gram end. `passages` (int64) and `readings` (int32) stand beside `owners`, the text
    that they have (uint32, in order).
    """

    hashes: "NDArray[Any]"
    keys: "NDArray[Any]"
    marks: "NDArray[Any]"
    ends: "NDArray[Any]"
    grams: "NDArray[Any]"
    gram_ends: "NDArray[Any]"
    postings: "NDArray[Any]"
    owners: "NDArray[Any]"
    passages: "NDArray[Any]"
    readings: "NDArray[Any]"

    def __init__(self, folder: Path) -> None:
        """All of it is opened at once: it stays readable when another process takes the folder away."""
        import numpy as np

        self.folder = folder
        _checked(folder)
        for name in _ARRAYS:
            # As a plain array: every slice of a memmap costs as much as a look-up in it.
            setattr(self, name, np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)))

    @property
    def texts(self) -> int:
        """How many different texts it has."""
        return len(self.hashes)

    def same(self, keys: "NDArray[Any]") -> list[int]:
        """The text that has just these words, if it has one."""
        import numpy as np

        wanted = np.uint64(_hash(keys))
        at = int(np.searchsorted(self.hashes, wanted))
        return [at] if at < len(self.hashes) and self.hashes[at] == wanted else []

    def keys_at(self, text: int) -> "NDArray[Any]":
        """The words of a text as numbers."""
        return self.keys[int(self.ends[text - 1]) if text else 0 : int(self.ends[text])]

    def marks_at(self, text: int) -> "NDArray[Any]":
        """What each word of a text names."""
        return self.marks[int(self.ends[text - 1]) if text else 0 : int(self.ends[text])]

    def found(self, wanted: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
        """Where the postings of each wanted gram begin and end; twice the same where it has none."""
        import numpy as np

        at = np.searchsorted(self.grams, wanted)
        at[at == len(self.grams)] = 0
        has = self.grams[at] == wanted if len(self.grams) else np.zeros(len(wanted), bool)
        ends = np.where(has, self.gram_ends[at], 0) if len(self.grams) else np.zeros(len(wanted), np.int64)
        starts = np.where(has & (at > 0), self.gram_ends[at - 1], 0) if len(self.grams) else ends
        return starts, ends

    def posted(self, wanted: "NDArray[Any]") -> "NDArray[Any]":
        """The texts that have each of the wanted grams, one gram after another."""
        import numpy as np

        starts, ends = self.found(wanted)
        lists = [self.postings[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        return np.concatenate(lists) if lists else np.zeros(0, np.uint32)

    def lengths_of(self, texts: "NDArray[Any]") -> "NDArray[Any]":
        """How many words each of those texts has."""
        import numpy as np

        numbers = texts.astype(np.int64)
        return self.ends[numbers] - np.where(numbers > 0, self.ends[numbers - 1], 0)

    def places_of(self, texts: "NDArray[Any]") -> "NDArray[Any]":
        """Where the passages of those texts stand in `owners`, `passages` and `readings`."""
        import numpy as np

        wanted = texts.astype(self.owners.dtype)
        starts = np.searchsorted(self.owners, wanted)
        counts = np.searchsorted(self.owners, wanted, side="right") - starts
        return np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())

    def members(self, text: int) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The passages that have these words, and the readings they are of."""
        import numpy as np

        # Of the same type: else the whole array would be copied into another.
        start, end = np.searchsorted(self.owners, np.array([text, text + 1], self.owners.dtype))
        return self.passages[start:end], self.readings[start:end]


def write(folder: Path, passages: Iterable[Passage]) -> Segment:
    """Makes a segment of passages. Memory: about 90 bytes for each of their words."""
    import numpy as np

    known: dict[bytes, int] = {}
    made = _Made()
    owners, numbers, readings = [], [], []
    for passage in passages:
        words = words_of(passage.words)
        if not words:
            continue
        keys = keys_of(words.texts)
        text = known.setdefault(keys.tobytes(), len(known))
        if text == len(made.keys):
            made.add(passage.words, words, keys)
        owners.append(text)
        numbers.append(passage.number)
        readings.append(passage.reading)
    places = made.sort()
    own = places[np.array(owners, np.int64)]
    order = np.argsort(own, kind="stable")
    arrays = {
        **made.arrays(),
        "owners": own[order].astype(np.uint32),
        "passages": np.array(numbers, np.int64)[order],
        "readings": np.array(readings, np.int32)[order],
    }
    return _saved(folder, arrays)


class _Made:
    """The texts of a segment in the making."""

    def __init__(self) -> None:
        self.hashes: list[int] = []
        self.keys: list[Any] = []
        self.plain: list[Any] = []
        self.marks: list[Any] = []

    def add(self, text: str, words: Words, keys: "NDArray[Any]") -> None:
        """One more text."""
        self.hashes.append(_hash(keys))
        self.keys.append(keys)
        self.plain.append(plain_of(words.texts))
        self.marks.append(marks_of(text, words))

    def sort(self) -> "NDArray[Any]":
        """Puts the texts in the order of their hashes, and says at which place each stands now."""
        import numpy as np

        order = np.argsort(np.array(self.hashes, np.uint64))
        for held in (self.hashes, self.keys, self.plain, self.marks):
            held[:] = [held[at] for at in order.tolist()]
        return np.argsort(order)

    def arrays(self) -> "dict[str, NDArray[Any]]":
        """What is kept of them."""
        import numpy as np

        lengths = np.fromiter(map(len, self.keys), np.int64, len(self.keys))
        plain, marks = _flat(self.plain), _flat(self.marks).astype(np.uint8)
        made, of = grams(plain, lengths, TRIPLE)
        more, their = grams(slotted(plain, marks), lengths, TRIPLE)
        return {
            "hashes": np.array(self.hashes, np.uint64),
            "keys": _flat(self.keys),
            "marks": marks,
            "ends": np.cumsum(lengths),
            **_posted(np.concatenate([made, more]), np.concatenate([of, their])),
        }


def merged(folder: Path, segments: Sequence[Segment]) -> Segment:
    """One segment of several: texts with the same words become one."""
    import numpy as np

    hashes = np.concatenate([each.hashes for each in segments])
    distinct, first, now = np.unique(hashes, return_index=True, return_inverse=True)
    bases = np.cumsum([0, *(each.texts for each in segments)])
    lengths = np.concatenate([np.diff(each.ends, prepend=0) for each in segments])[first]
    places = [(segments[at], int(text - bases[at])) for at, text in _located(first, bases)]
    owners = np.concatenate([now[each.owners + base] for each, base in zip(segments, bases, strict=False)])
    order = np.argsort(owners, kind="stable")
    arrays = {
        "hashes": distinct,
        "keys": _flat([segment.keys_at(text) for segment, text in places]),
        "marks": _flat([segment.marks_at(text) for segment, text in places]).astype(np.uint8),
        "ends": np.cumsum(lengths),
        **_posted_of(segments, [now[base : base + each.texts] for each, base in zip(segments, bases, strict=False)]),
        "owners": owners.astype(np.uint32)[order],
        "passages": np.concatenate([each.passages for each in segments])[order],
        "readings": np.concatenate([each.readings for each in segments])[order],
    }
    return _saved(folder, arrays)


def without(folder: Path, segment: Segment, readings: "NDArray[Any]") -> Segment:
    """A segment without the passages of some readings, and without the texts that they alone had."""
    import numpy as np

    kept = ~np.isin(segment.readings, readings)
    has = np.zeros(segment.texts, bool)
    has[segment.owners[kept]] = True
    now, lengths = np.cumsum(has) - 1, np.diff(segment.ends, prepend=0)
    words, posted = np.repeat(has, lengths), has[segment.postings]
    made = np.repeat(segment.grams, np.diff(segment.gram_ends, prepend=0))[posted]
    last = np.flatnonzero(np.append(made[1:] != made[:-1], True)) if len(made) else np.zeros(0, np.int64)
    arrays = {
        "hashes": segment.hashes[has],
        "keys": segment.keys[words],
        "marks": segment.marks[words],
        "ends": np.cumsum(lengths[has]),
        "grams": made[last],
        "gram_ends": last + 1,
        "postings": now[segment.postings[posted]].astype(np.uint32),
        "owners": now[segment.owners[kept]].astype(np.uint32),
        "passages": segment.passages[kept],
        "readings": segment.readings[kept],
    }
    return _saved(folder, arrays)


_RANGES: Final = 16
"""Grams are merged in so many ranges of their numbers, one after another: memory for one of them is enough."""


def _posted_of(segments: "Sequence[Segment]", now: "Sequence[NDArray[Any]]") -> "dict[str, NDArray[Any]]":
    """The texts of each gram of several segments; `now` says which number each text of a segment has from now on."""
    import numpy as np

    parts = []
    edges = np.arange(_RANGES, dtype=np.uint64) << np.uint64(64 - _RANGES.bit_length() + 1)
    cuts = [np.append(np.searchsorted(each.grams, edges), len(each.grams)).tolist() for each in segments]
    for at in range(_RANGES):
        lots = [_some(each, own[at], own[at + 1]) for each, own in zip(segments, cuts, strict=True)]
        made = np.concatenate([each for each, _ in lots])
        parts.append(_posted(made, np.concatenate([own[of] for own, (_, of) in zip(now, lots, strict=True)])))
    ends = np.cumsum([0, *(len(each["postings"]) for each in parts)]).tolist()
    return {
        "grams": np.concatenate([each["grams"] for each in parts]),
        "gram_ends": np.concatenate([each["gram_ends"] + end for each, end in zip(parts, ends, strict=False)]),
        "postings": np.concatenate([each["postings"].astype(np.uint32) for each in parts]),
    }


def _some(segment: Segment, start: int, end: int) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The grams from one to another, each as often as it has texts, and these."""
    import numpy as np

    first = int(segment.gram_ends[start - 1]) if start else 0
    last = int(segment.gram_ends[end - 1]) if end else 0
    times = np.diff(segment.gram_ends[start:end], prepend=first)
    return np.repeat(segment.grams[start:end], times), segment.postings[first:last]


def _located(texts: "NDArray[Any]", bases: "NDArray[Any]") -> Iterator[tuple[int, int]]:
    import numpy as np

    yield from zip((np.searchsorted(bases, texts, side="right") - 1).tolist(), texts.tolist(), strict=True)


def _posted(made: "NDArray[Any]", of: "NDArray[Any]") -> "dict[str, NDArray[Any]]":
    """The texts of each gram, each once, grams and texts in order."""
    import numpy as np

    order = np.lexsort((of, made))
    made, of = made[order], of[order]
    new = np.ones(len(made), bool)
    new[1:] = (made[1:] != made[:-1]) | (of[1:] != of[:-1])
    made, of = made[new], of[new]
    last = np.flatnonzero(np.append(made[1:] != made[:-1], True)) if len(made) else np.zeros(0, np.int64)
    return {"grams": made[last], "gram_ends": last + 1, "postings": of}


def _hash(keys: "NDArray[Any]") -> int:
    from hashlib import blake2b

    return int.from_bytes(blake2b(keys.tobytes(), digest_size=8).digest(), "little")


def _flat(arrays: "Sequence[NDArray[Any]]") -> "NDArray[Any]":
    import numpy as np

    return np.concatenate(arrays) if arrays else np.zeros(0, np.uint64)


def _saved(folder: Path, arrays: "dict[str, NDArray[Any]]") -> Segment:
    import numpy as np

    with part(folder) as beside:
        for name, array in arrays.items():
            np.save(beside / f"{name}.npy", array, allow_pickle=False)
        (beside / _SEAL).write_text(json.dumps([_seal(beside / f"{name}.npy") for name in arrays]), "utf-8")
    return Segment(folder)


def _seal(path: Path) -> tuple[str, int, int, str]:
    """What a file is known by: its name, size, time and hash."""
    held = path.stat()
    return path.name, held.st_size, held.st_mtime_ns, _hash_of(path)


def _hash_of(path: Path) -> str:
    from hashlib import blake2b, file_digest

    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()


def _checked(folder: Path) -> None:
    """Raises `ValueError` where a file is not as it was written; those that nobody touched since are not read."""
    sealed = json.loads((folder / _SEAL).read_text("utf-8"))
    if [name for name, *_ in sealed] != [f"{name}.npy" for name in _ARRAYS]:
        raise ValueError(f"{folder.name} lacks files")
    for name, size, time, seal in sealed:
        held = (folder / name).stat()
        if held.st_size != size or (held.st_mtime_ns != time and _hash_of(folder / name) != seal):
            raise ValueError(f"{name} of {folder.name} was changed after it was written")
