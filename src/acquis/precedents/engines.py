"""Where work over all texts runs: the same SQL and the same functions on one machine or on a cluster."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final, Protocol, Self

from acquis.errors import AcquisError
from acquis.formats._limits import Limits
from acquis.formats._worker import Workers
from acquis.precedents.laid import Laid, Task, batch_of, done, lots, together
from acquis.precedents.library import library

Function = Callable[[Any], Any]
"""An Arrow record batch in, one out; a function at the top of a module, which other processes can call."""


class Engine(Protocol):
    """What all-pairs asks of an engine. A table is what the engine itself calls one."""

    def sql(self, text: str, **tables: Any) -> Any:
        """What a query gives, whose tables stand in braces: joins, GROUP BY and ORDER BY only."""

    def map_batches(
        self, function: Function, table: Any, *, gives: str, by: str | None = None, keep: bool = False
    ) -> Any:
        """What a function makes of a table's batches, a table with the columns that `gives` names.

        With `by`, a column of whole numbers, the rows that are equal in it come in one batch. `keep` says that
        the result is read more than once, as by ORDER BY. The order of rows is not kept.
        """

    def table(self, table: Any) -> Any:
        """One of the engine's tables as an Arrow table."""

    def write(self, table: Any, path: Path) -> None:
        """A table as Parquet, in its order."""


class DuckDB:
    """One machine: SQL by DuckDB, functions in processes of their own, and Arrow files between them (`laid`).

    `memory` is DuckDB's limit in megabytes, and what does not fit goes to disk; each process needs about 300 more.
    `folder` is for what is laid on disk. A table is a query, or what a function makes of a table when it is asked for:
    only then it is known by which number its rows are to come together.
    """

    def __init__(self, *, workers: int = 2, memory: int = 1_000, folder: Path | None = None) -> None:
        duckdb = library("duckdb")
        self._scratch = Path(tempfile.mkdtemp(prefix="acquis-", dir=folder))
        self._db = duckdb.connect()
        self._do(f"SET threads = {workers}")
        self._do(f"SET memory_limit = '{memory}MB'")
        self._do(f"SET temp_directory = '{self._scratch}'")
        self._do("SET preserve_insertion_order = false")
        self._workers = Workers(workers, _TRUSTED, preload=_PRELOADED)
        self._names = count()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the processes and takes away what was laid on disk."""
        self._workers.close()
        self._db.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def sql(self, text: str, **tables: "_Asked | _Mapped | int") -> "_Asked":
        """See `Engine`."""
        return _Asked(text.format(**{name: self._named(each) for name, each in tables.items()}))

    def map_batches(
        self, function: Function, table: "_Asked | _Mapped", *, gives: str, by: str | None = None, keep: bool = False
    ) -> "_Mapped":
        """See `Engine`; what is not kept is taken away once it was read, and made again where it is read once more."""
        return _Mapped(function, table, gives, by, keep)

    def table(self, table: "_Asked | _Mapped") -> Any:
        """See `Engine`."""
        if isinstance(table, _Mapped):
            batches = [batch_of(each.path) for each in self._laid(table)]
            return library("pyarrow").Table.from_batches(batches, _schema(table.gives))
        return self._db.sql(table.query).to_arrow_table()

    def write(self, table: "_Asked | _Mapped", path: Path) -> None:
        """See `Engine`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._do("SET preserve_insertion_order = true")
        self._do(f"COPY (SELECT * FROM {self._named(table)}) TO '{_quoted(path)}' (FORMAT parquet)")

    def _do(self, query: str) -> None:
        """One statement, done to its end: DuckDB takes no other before."""
        self._db.execute(query).fetchall()

    def _named(self, table: "_Asked | _Mapped | int") -> str:
        """What stands for a table in a query."""
        if isinstance(table, int):
            return str(table)
        if isinstance(table, _Asked):
            return f"({table.query})"
        name = f"t{next(self._names)}"
        self._db.register(name, self.table(table))
        return name

    def _laid(self, table: "_Mapped", by: str | None = None) -> tuple[Laid, ...]:
        """The files of a table, worked out once, with the rows of each bucket together where `by` names a number."""
        if not table.files or (by and by not in table.files):
            rows = self._rows(table.source, table.by)
            table.files[by] = tuple(self._worked(table.function, rows, _schema(table.gives), by))
            _let_go(table.source)
        return table.files[by] if by else next(iter(table.files.values()))

    def _rows(self, table: "_Asked | _Mapped", by: str | None) -> Iterator[Any]:
        """The rows of a table as tasks take them; with `by` those that are equal in it together."""
        if isinstance(table, _Asked):
            batches = self._db.cursor().sql(table.query).to_arrow_reader(_AT_ONCE)
            if not by:
                yield from batches
                return
            yield from together(tuple(self._worked(_same, batches, batches.schema, by)), _PART)
        else:
            files = self._laid(table, by)
            yield from together(files, _PART) if by else lots(files, _AT_ONCE)

    def _worked(self, function: Function, rows: Iterable[Any], schema: Any, by: str | None) -> Iterator[Laid]:
        """What the processes make of the rows, a few at a time."""
        tasks = (Task(function, each, str(self._scratch / f"{next(self._names)}.arrow"), schema, by) for each in rows)
        for made in self._workers.map_in_order(done, tasks):
            if isinstance(made, AcquisError):
                raise made
            yield made


@dataclass(frozen=True, slots=True)
class _Asked:
    """A table that is a query."""

    query: str


@dataclass(slots=True)
class _Mapped:
    """A table that a function makes of another, and its files once they are laid."""

    function: Function
    source: "_Asked | _Mapped"
    gives: str
    by: str | None
    keep: bool
    files: dict[str | None, tuple[Laid, ...]] = field(default_factory=dict)


def _let_go(table: "_Asked | _Mapped") -> None:
    """Takes the files of a table away that is not to be kept."""
    if isinstance(table, _Mapped) and not table.keep:
        for each in (file for files in table.files.values() for file in files):
            Path(each.path).unlink()
        table.files.clear()


def _same(batch: Any) -> Any:
    return batch


def _schema(gives: str) -> Any:
    """The columns that a function gives, in Arrow's words."""
    pa = library("pyarrow")
    kinds = {"int": pa.int32(), "bigint": pa.int64()}
    return pa.schema([(name, kinds[kind]) for name, kind in (each.split() for each in gives.split(", "))])


_TRUSTED: Final = Limits(seconds=3_600, memory_bytes=1 << 40)  # our own numbers, mapped files counted
_PRELOADED: Final = ("acquis.formats._worker", "acquis.precedents.pairs", "numpy", "pyarrow")
_AT_ONCE: Final = 1 << 14
_PART: Final = 1 << 21


class Spark:
    """A cluster: Spark at a master's address (`spark://host:7077`, or `local[2]`), files where every worker sees them.

    Every machine has Java and a Python with acquis in it, at the path `python`, else at that of this process's.
    A worker that is lost is another's work: Spark does what it did again.
    """

    def __init__(self, master: str, *, settings: dict[str, str] | None = None, python: str | None = None) -> None:
        sql = library("pyspark.sql")
        os.environ["PYSPARK_PYTHON"] = python or sys.executable  # the one place where Spark looks
        builder = sql.SparkSession.builder.master(master).appName("acquis")
        for name, value in {**_SETTINGS, **(settings or {})}.items():
            builder = builder.config(name, value)
        self._spark = builder.getOrCreate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leaves the cluster."""
        self._spark.stop()

    def sql(self, text: str, **tables: Any) -> Any:
        """See `Engine`."""
        return self._spark.sql(text, **tables)

    def map_batches(
        self, function: Function, table: Any, *, gives: str, by: str | None = None, keep: bool = False
    ) -> Any:
        """See `Engine`."""
        parts = table.repartition(by) if by else table
        made = parts.mapInArrow((_WholePart if by else _EachBatch)(function), gives)
        return made.persist(library("pyspark").StorageLevel.DISK_ONLY) if keep else made

    def table(self, table: Any) -> Any:
        """See `Engine`."""
        return table.toArrow()

    def write(self, table: Any, path: Path) -> None:
        """See `Engine`."""
        table.write.mode("overwrite").parquet(str(path))


_SETTINGS: Final = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "16384",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.adaptive.advisoryPartitionSizeInBytes": "16MB",  # about a million rows for a process
}


class _EachBatch:
    """A function over the batches of one of Spark's parts, one by one."""

    def __init__(self, function: Function) -> None:
        self.function = function

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        yield from map(self.function, batches)


class _WholePart(_EachBatch):
    """The same over all of the part's batches as one."""

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        pyarrow = library("pyarrow")
        if held := list(batches):
            yield from map(self.function, pyarrow.Table.from_batches(held).combine_chunks().to_batches())


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
