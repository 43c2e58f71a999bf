"""CSV: a table with a row for each paragraph, for spreadsheets."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from acquis.formats._columns import COLUMNS, rows
from acquis.formats._writing import Writer
from acquis.model import Document

_FORMULA = re.compile("'*[=+@\t\r\n＝＋－＠-]")
"""How a cell begins that some spreadsheet may run; one that was so with apostrophes before gets one more."""


def write(document: Document) -> bytes:
    """The table of one document."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> bytes:
    """The table of several documents; `codebook` says how it is written and what its columns mean."""
    return table([column.name for column in COLUMNS], rows(documents))


def table(names: Iterable[str], values: Iterable[Iterable[Any]]) -> bytes:
    """Any table, with the names of its columns above it; every cell is guarded."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(map(guarded, names))
    writer.writerows(map(guarded, row) for row in values)
    return sheet.getvalue().encode("utf-8-sig")


def guarded(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: the text of a document is not ours to trust."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


WRITER = Writer("csv", "text/csv", ".csv", write, write_many=write_many)
