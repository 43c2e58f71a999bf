"""Answers as files: a Word document with footnotes, a spreadsheet, a Parquet table."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from acquis.cli._files import write_file
from acquis.cli._print import on_terminal, put_bytes, say

if TYPE_CHECKING:
    from acquis.formats._report import Cell, Report
    from acquis.precedents.comparing import Comparison
    from acquis.precedents.diff import Diff
    from acquis.precedents.found import Found, Precedent
    from acquis.precedents.provenance import Provenance, Traced

F = TypeVar("F", bound=Callable[..., Any])
KINDS: Final = ("docx", "csv", "parquet")


def written(function: F) -> F:
    """Adds `--format` and `-o`: the answer as a file."""
    kind = click.option("--format", "file_kind", type=click.Choice(KINDS), help="As a file; docx has footnotes.")
    output = click.option("-o", "output", type=click.Path(dir_okay=False), help="Write to FILE.docx, .csv or .parquet.")
    return kind(output(function))


def write(report: "Report", kind: str | None, output: str | None) -> None:
    """Writes a report as a file of that kind, else of the kind that its name ends with; or to a pipe."""
    from acquis.formats._report_docx import docx
    from acquis.formats._report_tables import csv, packed

    kind = kind or Path(output or "").suffix.removeprefix(".")
    if kind not in KINDS:
        raise click.UsageError(f"{output} is none of the files that can be written: {', '.join(KINDS)}.")
    if output is None and on_terminal():
        raise click.UsageError(f"Name a file for the {kind} with -o.")
    content = {"docx": docx, "csv": csv, "parquet": packed}[kind](report)
    if output is None:
        put_bytes(content)
        return
    write_file(output, content)
    say(f"Written to {output}.")


def of_found(found: "Found", changed: "Sequence[Comparison | None]") -> "Report":
    """The rows of an answer, each with its words marked and a footnote that says where they stand."""
    from acquis.formats._report import Report, Row

    rows = tuple(Row(tuple(_cells(row, change, found))) for row, change in zip(found.precedents, changed, strict=True))
    query = " ".join(found.query.split())
    return Report("Precedents", f"“{query}”: {found.scope}", _COLUMNS, rows, found.claims)


_COLUMNS: Final = ("kind", "day", "wording", "what changed", "use")


def _cells(row: "Precedent", change: "Comparison | None", found: "Found") -> "Iterator[Cell]":
    from acquis.formats._report import Cell

    yield Cell(row.kind.value)
    yield Cell(row.day or "undated")
    yield _words(row.words, change.diff if change else None, _note(row, found))
    yield Cell(change.position if change else "the same words")
    yield Cell("; ".join((row.repetition, *(each for each in row.strength if not each.startswith("used")))))


def _note(row: "Precedent", found: "Found") -> str:
    named = ", ".join(filter(None, [row.title, row.day]))
    return f"{row.address}{f' ({named})' if named else ''}. {found.scope[:1].upper()}{found.scope[1:]}."


def _words(words: str, diff: "Diff | None", note: str) -> "Cell":
    """The words of both wordings as they run, each stretch marked by what became of it."""
    from acquis.formats._report import Cell, Change, Mark
    from acquis.precedents.diff import pieces

    if diff is None:
        return Cell(words, (), note)
    text: list[str] = []
    marks: list[Mark] = []
    for piece, kind in pieces(diff):
        start = sum(map(len, text))
        text.append(piece)
        if kind != "same":
            marks.append(Mark(start, start + len(piece), Change(kind)))
    return Cell("".join(text), tuple(marks), note)


def of_provenance(found: "Provenance") -> "Report":
    """The sentences of a draft, each with its origin and a footnote for its source."""
    from acquis.formats._report import Report, Row

    rows = tuple(Row(tuple(_traced(each, found))) for each in found.traced)
    told = ", ".join(f"{count} {origin.name.lower()}" for origin, count in found.counts.items() if count)
    gone = tuple(
        f"Not said here: {each.sentence.words} ({each.earlier}#{each.sentence.place})" for each in found.dropped
    )
    return Report("Provenance", f"{found.draft.name or 'A draft'}: {told}; {found.base}", _SENTENCES, rows, gone)


_SENTENCES: Final = ("place", "sentence", "origin")


def _traced(each: "Traced", found: "Provenance") -> "Iterator[Cell]":
    from acquis.formats._report import Cell

    source = each.source
    note = f"{source.address} ({source.day or 'undated'}), {source.repetition}; {found.base}." if source else None
    yield Cell(each.sentence.place)
    yield Cell(each.sentence.words, (), note)
    yield Cell(found.said(each))
