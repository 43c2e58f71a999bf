"""Parquet: the table of paragraphs for analysis with DuckDB, pandas, R or Spark."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from acquis.errors import Unreadable
from acquis.formats._columns import COLUMNS, rows
from acquis.formats._writing import Writer
from acquis.model import Document


def write(document: Document) -> bytes:
    """The table of one document."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> bytes:
    """The table of several documents, words as they are; needs the extra `exchange`."""
    try:
        import duckdb
    except ImportError as error:
        raise Unreadable("Parquet needs DuckDB. What would work: pip install 'acquis[exchange]'") from error
    with tempfile.TemporaryDirectory() as folder:
        lines, table = Path(folder, "rows.json"), Path(folder, "rows.parquet")
        with lines.open("w", encoding="utf-8") as stream:
            for row in rows(documents):
                named = {column.name: value for column, value in zip(COLUMNS, row, strict=True)}
                stream.write(json.dumps(named, ensure_ascii=False) + "\n")
        with duckdb.connect() as connection:
            connection.execute("SET threads = 1")  # one order of rows, the same bytes each time
            connection.execute(f"COPY ({_SELECT}) TO '{table}' (FORMAT parquet, COMPRESSION zstd)", [str(lines)])
        return table.read_bytes()


_TYPES = ", ".join(f"{column.name}: '{column.type}'" for column in COLUMNS)
_LARGEST = 1 << 30
_READ = f"columns = {{{_TYPES}}}, format = 'newline_delimited', maximum_object_size = {_LARGEST}"
_SELECT = f"SELECT * FROM read_json(?, {_READ})"

WRITER = Writer("parquet", "application/vnd.apache.parquet", ".parquet", write, write_many=write_many)
