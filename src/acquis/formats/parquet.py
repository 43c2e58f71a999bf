"""Parquet: the table of paragraphs for analysis with DuckDB, pandas, R or Spark."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from acquis.errors import Unreadable
from acquis.formats._columns import COLUMNS, rows
from acquis.formats._writing import Writer
from acquis.model import Document


def write(document: Document) -> bytes:
    """The table of one document."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> bytes:
    """The table of several documents, words as they are; needs the extra `exchange`."""
    return table({column.name: column.type for column in COLUMNS}, rows(documents))


def table(types: Mapping[str, str], values: Iterable[Iterable[Any]], *, said: Mapping[str, str] | None = None) -> bytes:
    """Any table: the columns with their types in SQL, its rows, and what is `said` of it in the file's metadata."""
    try:
        import duckdb
    except ImportError as error:
        raise Unreadable("Parquet needs DuckDB. What would work: pip install 'acquis[exchange]'") from error
    with tempfile.TemporaryDirectory() as folder:
        lines, made = Path(folder, "rows.json"), Path(folder, "rows.parquet")
        with lines.open("w", encoding="utf-8") as stream:
            for row in values:
                stream.write(json.dumps(dict(zip(types, row, strict=True)), ensure_ascii=False) + "\n")
        with duckdb.connect() as connection:
            connection.execute("SET threads = 1")  # one order of rows, the same bytes each time
            connection.execute(f"COPY ({_select(types)}) TO '{made}' ({_options(said or {})})", [str(lines)])
        return made.read_bytes()


def _select(types: Mapping[str, str]) -> str:
    columns = ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in types.items())
    read = f"columns = {{{columns}}}, format = 'newline_delimited', maximum_object_size = {_LARGEST}"
    return f"SELECT * FROM read_json(?, {read})"


def _options(said: Mapping[str, str]) -> str:
    facts = ", ".join(f"{_quoted(name)}: {_quoted(words)}" for name, words in said.items())
    return "FORMAT parquet, COMPRESSION zstd" + (f", KV_METADATA {{{facts}}}" if said else "")


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


_LARGEST = 1 << 30

WRITER = Writer("parquet", "application/vnd.apache.parquet", ".parquet", write, write_many=write_many)
