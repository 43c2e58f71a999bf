"""Where work over all texts runs: the same SQL and the same functions on one machine or on a cluster."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final, Protocol, Self

from acquis.errors import AcquisError, BadQuery
from acquis.formats._limits import Limits
from acquis.formats._worker import Workers

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
    """One machine: SQL by DuckDB, functions in processes of their own. What does not fit the memory goes to disk.

    `memory` is DuckDB's limit in megabytes; each process needs about 300 more. `folder` is for what does not fit.
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

    def sql(self, text: str, **tables: str) -> str:
        """See `Engine`."""
        name = self._name()
        self._do(f"CREATE VIEW {name} AS {text.format(**tables)}")
        return name

    def map_batches(
        self, function: Function, table: str, *, gives: str, by: str | None = None, keep: bool = False
    ) -> str:
        """See `Engine`."""
        name = self._name()
        self._do(f"CREATE TABLE {name} ({gives})")
        batches = self._parts(table, by) if by else self._rows(f"SELECT * FROM {table}", _AT_ONCE)
        for made in self._worked(function, batches):
            self._db.register("made", library("pyarrow").Table.from_batches([made]))
            self._do(f"INSERT INTO {name} SELECT * FROM made")
        return name

    def table(self, table: str) -> Any:
        """See `Engine`."""
        return self._db.cursor().sql(f"SELECT * FROM {table}").to_arrow_table()

    def write(self, table: str, path: Path) -> None:
        """See `Engine`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._do("SET preserve_insertion_order = true")
        self._do(f"COPY (SELECT * FROM {table}) TO '{_quoted(path)}' (FORMAT parquet)")

    def _do(self, query: str) -> list[Any]:
        """One statement, done to its end: DuckDB takes no other before."""
        rows: list[Any] = self._db.execute(query).fetchall()
        return rows

    def _name(self) -> str:
        return f"t{next(self._names)}"

    def _rows(self, query: str, size: int) -> Iterator[Any]:
        """The rows of a query in batches, while other queries run."""
        yield from self._db.cursor().sql(query).to_arrow_reader(size)

    def _parts(self, table: str, by: str) -> Iterator[Any]:
        """The rows of a table in as many batches as are about `_PART` rows, equal ones together."""
        ((rows,),) = self._do(f"SELECT count(*) FROM {table}")
        parts = 1 << max(0, (rows // _PART).bit_length())
        for part in range(parts):
            found = self._db.cursor().sql(f"SELECT * FROM {table} WHERE ({by} & {parts - 1}) = {part}").to_arrow_table()
            yield from found.combine_chunks().to_batches()

    def _worked(self, function: Function, batches: Iterable[Any]) -> Iterator[Any]:
        """What the processes make of the batches, a few at a time."""
        for made in self._workers.map_in_order(function, batches):
            if isinstance(made, AcquisError):
                raise made
            yield made


_TRUSTED: Final = Limits(seconds=3_600, memory_bytes=1 << 40)  # our own numbers, mapped files counted
_PRELOADED: Final = ("acquis.formats._worker", "acquis.precedents.pairs", "numpy", "pyarrow")
_AT_ONCE: Final = 1 << 14
_PART: Final = 1 << 22


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


def library(name: str) -> Any:
    """A library that comes with an extra; refused in our words where it is not here."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as missing:
        raise BadQuery(_MISSING.format(name)) from missing


_MISSING: Final = (
    "All pairs need {}, which is not installed: pip install 'acquis[pairs]', or 'acquis[cluster]' for Spark."
)
