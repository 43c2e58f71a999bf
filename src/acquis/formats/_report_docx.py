"""A report as a Word file: a table with marked words, and a footnote for each note."""

from acquis.formats._paper import Line, Note, Paper, Paragraph, Run, Table, line
from acquis.formats._paper_docx import docx as written
from acquis.formats._report import Cell, Report


def docx(report: Report) -> bytes:
    """The report as a Word file, the page across: the same report gives the same bytes."""
    rows = tuple(tuple(map(_cell, row.cells)) for row in report.rows)
    closing = tuple(Paragraph(line(words)) for words in report.closing)
    table = Table("", report.columns, rows)
    return written(Paper(report.title, (Paragraph(line(report.lead)), table, *closing), "", "", wide=True))


def _cell(cell: Cell) -> Line:
    """The words of a cell, each piece with its mark, and after them their note."""
    runs = tuple(Run(text, kind) for text, kind in cell.pieces())
    return (*runs, Run("", note=Note(cell.note))) if cell.note else runs
