"""A report as tables for programs: CSV and Parquet."""

from collections.abc import Iterator
from typing import Final

from acquis.formats import csvtable, parquet
from acquis.formats._escape import legal
from acquis.formats._report import Report, Row

_MORE: Final = ("marks", "notes")
"""The columns after those of the report: "COLUMN START-END KIND; …", code points; and the notes, a line for each."""


def csv(report: Report) -> bytes:
    """The rows of a report as CSV, every word of them.

    What leads in and closes has no place in a table: a claim needs its base in its own row, as its note.
    """
    return csvtable.table(_names(report), _rows(report))


def packed(report: Report) -> bytes:
    """The same rows as Parquet, all of them text; title, lead and closing lines stand in the file's metadata."""
    said = {"title": report.title, "lead": report.lead, "closing": "\n".join(report.closing)}
    types = dict.fromkeys(_names(report), "VARCHAR")
    return parquet.table(types, _rows(report), said={name: legal(words) for name, words in said.items()})


def _names(report: Report) -> tuple[str, ...]:
    return *map(legal, report.columns), *_MORE


def _rows(report: Report) -> Iterator[list[str]]:
    for row in report.rows:
        yield [legal(words) for words in (*(cell.text for cell in row.cells), _marks(report, row), _notes(row))]


def _marks(report: Report, row: Row) -> str:
    named = zip(report.columns, row.cells, strict=True)
    return "; ".join(f"{name} {mark.start}-{mark.end} {mark.kind}" for name, cell in named for mark in cell.marks)


def _notes(row: Row) -> str:
    return "\n".join(cell.note for cell in row.cells if cell.note)
