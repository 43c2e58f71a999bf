"""Tables between the steps of all-pairs on one machine: Arrow files that the processes write and read in place."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.library import library

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUCKETS: Final = 64
"""Rows that are to come together are laid by the last six bits of a number, so that nobody reads a file twice."""


class Laid(Struct, frozen=True):
    """A file of rows, those of each bucket together; `ends` says where each bucket ends, one bucket is all."""

    path: str
    ends: tuple[int, ...]


class Cut(Struct, frozen=True):
    """Some rows of a file: from `start` on, up to `end` excluded."""

    path: str
    start: int
    end: int


class Task(Struct, frozen=True):
    """What a process does: reads rows, or is given them, calls a function, and lays what this gives in a file.

    `schema` names the columns of what it gives, `by` the number whose bits say into which bucket a row goes.
    """

    function: Callable[[Any], Any]
    rows: Any
    path: str
    schema: Any
    by: str | None


def done(task: Task) -> Laid:
    """Does a task, in whatever process."""
    made = task.function(_read(task.rows)).cast(task.schema)
    ends: tuple[int, ...] = (made.num_rows,)
    if task.by:
        made, ends = _in_buckets(made, task.by)
    pa = library("pyarrow")
    with pa.OSFile(task.path, "wb") as stream, pa.ipc.new_file(stream, task.schema) as file:
        file.write_batch(made)
    return Laid(task.path, ends)


def _in_buckets(batch: Any, by: str) -> "tuple[Any, tuple[int, ...]]":
    """The rows in the order of their buckets, and where each bucket ends."""
    import numpy as np

    bucket = (batch.column(by).to_numpy() & (BUCKETS - 1)).astype(np.uint8)
    order = np.argsort(bucket, kind="stable")  # of small numbers: by counting, in one pass
    ends = np.cumsum(np.bincount(bucket, minlength=BUCKETS))
    columns = [library("pyarrow").array(each.to_numpy()[order]) for each in batch.columns]
    return library("pyarrow").RecordBatch.from_arrays(columns, schema=batch.schema), tuple(ends.tolist())


def _read(rows: Any) -> Any:
    """The rows as one batch: those that were given, or those that stand in files."""
    if not isinstance(rows, tuple):
        return rows
    pa = library("pyarrow")
    parts = [batch_of(each.path).slice(each.start, each.end - each.start) for each in rows]
    (whole,) = pa.Table.from_batches(parts).combine_chunks().to_batches()
    return whole


def batch_of(path: str) -> Any:
    """The rows of a file, read in place."""
    pa = library("pyarrow")
    return pa.ipc.open_file(pa.memory_map(path)).get_batch(0)


def lots(files: Sequence[Laid], size: int) -> Iterator[tuple[Cut, ...]]:
    """The rows of files in lots of at most that size."""
    for each in files:
        for start in range(0, each.ends[-1], size):
            yield (Cut(each.path, start, min(start + size, each.ends[-1])),)


def together(files: Sequence[Laid], size: int) -> Iterator[tuple[Cut, ...]]:
    """The rows of files in lots of whole buckets, each of about that size or of one bucket."""
    sizes = _sizes(files)
    first = held = 0
    for bucket, own in enumerate([*sizes, size + 1]):
        if held and held + own > size:
            yield tuple(_cuts(files, first, bucket))
            first, held = bucket, 0
        held += own


def _sizes(files: Sequence[Laid]) -> "Sequence[int]":
    """How many rows each bucket has in all files."""
    import numpy as np

    ends: NDArray[Any] = np.array([each.ends for each in files], np.int64).reshape(-1, BUCKETS)
    return np.diff(ends.sum(axis=0), prepend=0).tolist()  # type: ignore[no-any-return]


def _cuts(files: Sequence[Laid], first: int, end: int) -> Iterator[Cut]:
    """The rows of some buckets, file by file."""
    for each in files:
        start, stop = each.ends[first - 1] if first else 0, each.ends[end - 1]
        if start < stop:
            yield Cut(each.path, start, stop)
