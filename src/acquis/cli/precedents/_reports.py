"""Answers as files: a Word document with footnotes, a spreadsheet, a Parquet table."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from acquis.cli._files import form_of, hand_over, refuse_terminal

if TYPE_CHECKING:
    from acquis.formats._report import Cell, Report
    from acquis.precedents.asked import Asked
    from acquis.precedents.certificate import Certificate, Miss, Standing
    from acquis.precedents.comparing import Comparison, Original
    from acquis.precedents.diff import Diff
    from acquis.precedents.flags import Flag
    from acquis.precedents.found import Across, Found, Precedent
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

    writers = {"docx": docx, "csv": csv, "parquet": packed}
    made = form_of(kind, output or "", writers)
    assert made is not None
    refuse_terminal(made, output)
    hand_over(writers[made](report), output)


def of_found(found: "Found", changed: "Sequence[Comparison | None]") -> "Report":
    """The rows of an answer, each with its words marked and a footnote that says where they stand."""
    from acquis.formats._report import Report, Row

    rows = [Row(tuple(_cells(row, change, found))) for row, change in zip(found.precedents, changed, strict=True)]
    rows += [Row(tuple(_beyond(each, row, found))) for each in found.across for row in each.precedents]
    apart = (f"{address}: a person told it apart from this passage; it is left out." for address in found.apart)
    query = " ".join(found.query.split())
    return Report("Precedents", f"“{query}”: {found.scope}", _COLUMNS, tuple(rows), (*found.claims, *apart))


_COLUMNS: Final = ("kind", "day", "wording", "what changed", "use")


def _cells(row: "Precedent", change: "Comparison | None", found: "Found") -> "Iterator[Cell]":
    from acquis.formats._report import Cell

    yield Cell(row.kind.value)
    yield Cell(row.day or "undated")
    yield _words(row.words, change.diff if change else None, _note(row, found))
    yield Cell(change.position if change else "the same words")
    yield Cell("; ".join((row.repetition, *(each for each in row.strength if not each.startswith("used")))))


def _beyond(across: "Across", row: "Precedent", found: "Found") -> "Iterator[Cell]":
    """A row in another language, with the way to it."""
    from acquis.formats._report import Cell

    yield Cell(row.kind.value)
    yield Cell(row.day or "undated")
    yield Cell(row.words, (), _note(row, found))
    yield Cell(f"in {across.by.language}, through {across.through} = {across.by.address}")
    yield Cell(row.repetition)


def _note(row: "Precedent", found: "Found") -> str:
    named = ", ".join(filter(None, [row.title, row.day]))
    beside = "".join(f" In {each.language}: {each.address}: {each.words}" for each in row.translations)
    return f"{row.address}{f' ({named})' if named else ''}. {_sentence(found.scope)}{beside}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


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


def of_diff(found: "Comparison") -> "Report":
    """Two wordings, what changed between them with its words marked, and each change that matters."""
    from acquis.formats._report import Cell, Report, Row

    older, newer = (_side(side) for side in (found.older, found.newer))
    rows = [
        Row((Cell("earlier wording"), Cell(found.older.text, (), f"{older}."), Cell(found.older.day or ""))),
        Row((Cell("later wording"), Cell(found.newer.text, (), f"{newer}."), Cell(found.newer.day or ""))),
        Row((Cell("change"), _words(found.newer.text, found.diff, f"From {older} to {newer}."), Cell(found.position))),
        *(Row(tuple(_flagged(flag))) for flag in found.flags),
        *(Row(tuple(_original(each))) for each in found.originals),
    ]
    look_up = (str(found.look_up),) if found.look_up and found.look_up.flags else ()
    return Report("Comparison", f"From {older} to {newer}: {found.position}.", _COMPARED, tuple(rows), look_up)


_COMPARED: Final = ("what", "words", "what it comes to")


def _side(side: "Asked") -> str:
    """Where a wording stands."""
    return f"{side.address} ({side.day or 'undated'})" if side.address else "words as typed"


def _flagged(flag: "Flag") -> "Iterator[Cell]":
    """A change that matters: the words it had before, marked as dropped, and those it has now, as added."""
    from acquis.formats._report import Cell, Change, Mark

    older, newer = (words or "" for words in flag.words)
    joint = " → " if older and newer else ""
    start = len(older) + len(joint)
    marks = (Mark(0, len(older), Change.DROPPED), Mark(start, start + len(newer), Change.ADDED))
    yield Cell(f"{flag.kind} {flag.change}")
    yield Cell(f"{older}{joint}{newer}", tuple(mark for mark in marks if mark.start < mark.end))
    yield Cell("stands whoever translated" if flag.survives else "may be the translator's")


def _original(original: "Original") -> "Iterator[Cell]":
    from acquis.formats._report import Cell

    yield Cell(f"in the original ({original.language})")
    yield _words(original.diff.newer, original.diff, f"From {original.older} to {original.newer}.")
    yield Cell("compared in the original first")


def of_certificate(made: "Certificate") -> "Report":
    """A certificate for people: where the formula stands or what comes nearest, what was searched and what was not.

    The record, canonical JSON, is what is verified; its hash is told.
    """
    from acquis.formats._report import Report, Row

    rows = [Row(tuple(_standing(each, made))) for each in made.found]
    rows += [Row(tuple(_miss(each))) for each in made.nearest]
    closing = (
        f"{_sentence(str(made.base))}",
        *(f"Not covered: {each}." for each in made.uncovered),
        f"Hash of the record: {made.hash}. The record in JSON is what can be verified, and not this page.",
    )
    return Report("Certificate of search", f"{made.outcome.upper()}. {made.line}.", _CERTIFIED, tuple(rows), closing)


_CERTIFIED: Final = ("what", "day", "words", "shared", "where")


def _standing(each: "Standing", made: "Certificate") -> "Iterator[Cell]":
    from acquis.formats._report import Cell

    yield Cell("stands")
    yield Cell(each.day or "undated")
    yield Cell(made.text, (), f"{each.address} ({each.day or 'undated'}).")
    yield Cell(made.level or "")
    yield Cell(str(each.address))


def _miss(each: "Miss") -> "Iterator[Cell]":
    from acquis.formats._report import Cell

    yield Cell("near miss")
    yield Cell(each.day or "undated")
    yield Cell(each.stretch, (), f"{each.address} ({each.day or 'undated'}).")
    yield Cell(f"{each.shared} of {each.of} words; without: {', '.join(each.missing)}")
    yield Cell(str(each.address))


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
    earliest = f" {first}." if (first := found.earliest(each)) else ""
    note = f"{source.address} ({source.day or 'undated'}), {source.repetition}; {found.base}." if source else None
    note = f"{note}{earliest}" if note else None
    yield Cell(each.sentence.place)
    yield Cell(each.sentence.words, (), note)
    yield Cell(found.said(each))
