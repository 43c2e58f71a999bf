"""The columns of the table of paragraphs, and the page that explains them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from acquis.model import Document, Part
from acquis.model.document import CONTAINERS


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in its document. `n` counts from 1; `section` is the path of what holds it, "" at the top.

    `facts` are the answers of the record, and the hash of the text, which are the same for every row of a document.
    """

    document: Document
    part: Part
    n: int
    section: str
    facts: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type in SQL, what it means, and how it is had."""

    name: str
    type: str
    meaning: str
    value: Callable[[Row], Any]


def _field(name: str) -> Callable[[Row], str | None]:
    return lambda row: row.facts[name]


COLUMNS: Final = (
    Column(
        "address", "VARCHAR", "The permanent address of the paragraph.", lambda r: f"{r.document.address}#{r.part.path}"
    ),
    Column(
        "work", "VARCHAR", "The address of the work, whatever its language.", lambda r: str(r.document.address.work)
    ),
    Column(
        "language",
        "VARCHAR",
        "BCP 47 tag of the paragraph's language; empty where it is not known.",
        lambda r: r.part.language or r.document.language,
    ),
    Column("organisation", "VARCHAR", "Code of the organisation whose text it is.", _field("organisation")),
    Column("organ", "VARCHAR", "Code of the organ that speaks.", _field("organ")),
    Column("kind", "VARCHAR", "Kind of the document: declaration, resolution, treaty …", _field("kind")),
    Column("title", "VARCHAR", "Title of the document.", _field("title")),
    Column(
        "day",
        "VARCHAR",
        "The day that the document is ordered by, as far as it is known: 2007, 2007-08 or 2007-08-16.",
        _field("day"),
    ),
    Column(
        "day_is",
        "VARCHAR",
        "Which date `day` is: adoption, issue or signature; without a day, the reason why there is none.",
        _field("day_is"),
    ),
    Column("place", "VARCHAR", "Where it was adopted or signed.", _field("place")),
    Column("path", "VARCHAR", "The part of the address after `#`.", lambda r: r.part.path),
    Column(
        "part_kind",
        "VARCHAR",
        "What the paragraph is: enacting, preambular, operative, paragraph, item (numbered or lettered), bullet.",
        lambda r: r.part.kind.value,
    ),
    Column(
        "number", "VARCHAR", "The number printed before it, verbatim; empty where none is.", lambda r: r.part.number
    ),
    Column("level", "INTEGER", "1 for a paragraph, 2 for an item in it, and so on.", lambda r: r.part.level),
    Column("within", "VARCHAR", "Path of the part that it stands in; empty at the top.", lambda r: r.part.within),
    Column(
        "section",
        "VARCHAR",
        "Path of the section, chapter, article or annex that it stands in; empty where there is none.",
        lambda r: r.section,
    ),
    Column("n", "INTEGER", "Its place among the paragraphs of the document, from 1.", lambda r: r.n),
    Column(
        "words",
        "VARCHAR",
        "The paragraph's own words, without its number and without the items below it.",
        lambda r: r.part.span.of(r.document.text),
    ),
    Column("sentences", "INTEGER", "How many sentences it has.", lambda r: len(r.part.sentences)),
    Column("characters", "INTEGER", "How many Unicode code points `words` has.", lambda r: len(r.part.span)),
    Column("text_hash", "VARCHAR", "SHA-256 of the document's text as it was read.", _field("text_hash")),
    Column("reader", "VARCHAR", "Version of the rules that read it.", lambda r: r.document.reader),
    Column(
        "marking",
        "VARCHAR",
        "public, internal or restricted; unmarked is internal.",
        _field("marking"),
    ),
)
"""The one list from which the tables and their codebook are made."""

_HALVES: Final = re.compile("[\ud800-\udfff]")


def rows(documents: Iterable[Document]) -> Iterator[list[Any]]:
    """The values of each paragraph of each document, in the order of the columns."""
    for document in documents:
        for row in _rows(document):
            yield [_whole(column.value(row)) for column in COLUMNS]


def codebook() -> str:
    """What each column means, as Markdown."""
    lines = [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in COLUMNS]
    return "\n".join([_ABOUT, "| column | type | meaning |", "| --- | --- | --- |", *lines]) + "\n"


_ABOUT: Final = """\
# The table of paragraphs

One row for each paragraph: enacting, preambular and operative paragraphs, items and bullets; no titles, headings,
notes, signatures or tables. Documents stand in the order in which they were given.

The Parquet file has the words as they are, and NULL for what is not known.

The CSV file is UTF-8 with a byte order mark, by which spreadsheets know the encoding (in Python: `utf-8-sig`), with
commas, double quotes and CRLF (RFC 4180); what is not known is empty. A cell that begins with `=`, `+`, `-`, `@` (or
their full-width forms), a tab or a line break has an apostrophe before it, so that no spreadsheet takes it for a
formula. To have the words as they are, take one apostrophe off every cell that matches `^'+[=+@\\t\\r\\n＝＋－＠-]`.
"""


def _rows(document: Document) -> Iterator[Row]:
    holders = {part.path: part for part in document.parts}
    facts = _facts(document)
    for count, part in enumerate(document.paragraphs, 1):
        yield Row(document, part, count, _section(part, holders), facts)


def _facts(document: Document) -> dict[str, str | None]:
    record = document.record
    day, which = record.day
    held = {name: record.value(name) for name in ("organisation", "organ", "kind", "title", "place")}
    return held | {
        "day": str(day) if day else None,
        "day_is": which,
        "text_hash": document.layers.hash,
        "marking": record.value("marking") or "internal",
    }


def _section(part: Part, holders: dict[str, Part]) -> str:
    seen: set[str] = set()
    path = part.within
    while path in holders and path not in seen:
        if holders[path].kind in CONTAINERS:
            return path
        seen.add(path)
        path = holders[path].within
    return ""


def _whole(value: Any) -> Any:
    """The value as UTF-8 can hold it."""
    return _HALVES.sub("\ufffd", value) if isinstance(value, str) else value
