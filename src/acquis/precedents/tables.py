"""What the precedents read from the store: passages to index, and the rows of those found."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from acquis.archive import queries
from acquis.archive.tables import EXPRESSIONS, PASSAGES

_COLUMNS: Final = (
    *("address", "work", "language", "standing", "organisation", "organ", "kind", "title", "symbol", "place", "day"),
    *("collection", "marking", "rights", "state", "shape", "reading"),
)
_ASKED: Final = 500
NOT_COMPARED: Final = (
    *("title", "heading", "signature", "note", "table"),
    *("article", "section", "chapter", "part", "annex"),
)
"""Kinds of parts that are not agreed language of their own: they are not compared."""


def passages_of(db: Connection, readings: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Number, reading and words of every passage of those readings that is compared, in their order."""
    columns = (PASSAGES.c.id, PASSAGES.c.reading, PASSAGES.c.words)
    for start in range(0, len(readings), _ASKED):
        own = (PASSAGES.c.reading.in_(readings[start : start + _ASKED]), PASSAGES.c.kind.notin_(NOT_COMPARED))
        for row in db.execute(select(*columns).where(*own).order_by(PASSAGES.c.reading, PASSAGES.c.id)):
            yield row.id, row.reading, row.words


def catalogue(db: Connection, at: int | None) -> Sequence[Row[Any]]:
    """The rows of what is held, in the order of days; the columns that a search asks for, no records."""
    return db.execute(queries.catalogue(at).with_only_columns(*(EXPRESSIONS.c[name] for name in _COLUMNS))).all()


def modes(db: Connection, at: int | None) -> Iterator[tuple[int, str]]:
    """The reading and the record of every text held whose record says something of its mode of adoption."""
    own = queries.catalogue(at).with_only_columns(EXPRESSIONS.c.reading, EXPRESSIONS.c.record)
    for row in db.execute(own.where(EXPRESSIONS.c.record.contains('"field":"mode"'))):
        yield row.reading, row.record


def passages(db: Connection, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    """The passages of those numbers."""
    columns = (PASSAGES.c.id, PASSAGES.c.reading, PASSAGES.c.path, PASSAGES.c.kind, PASSAGES.c.words)
    found: dict[int, Row[Any]] = {}
    for start in range(0, len(numbers), _ASKED):
        where = PASSAGES.c.id.in_(numbers[start : start + _ASKED])
        found |= {row.id: row for row in db.execute(select(*columns).where(where))}
    return found


def own_words(db: Connection, places: Iterable[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """The words of the passages of those readings and paths, without what stands below them."""
    wanted = sorted(set(places))
    found: dict[tuple[int, str], str] = {}
    for start in range(0, len(wanted), _ASKED):
        asked = wanted[start : start + _ASKED]
        readings, paths = ({each[at] for each in asked} for at in (0, 1))
        where = PASSAGES.c.reading.in_(readings), PASSAGES.c.path.in_(paths)
        rows = db.execute(select(PASSAGES.c.reading, PASSAGES.c.path, PASSAGES.c.words).where(*where))
        found |= {(row.reading, row.path): row.words for row in rows}
    return found


def paths(db: Connection, readings: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Number, path and place of every passage of those readings that is compared."""
    columns = (PASSAGES.c.id, PASSAGES.c.path, PASSAGES.c.n)
    for start in range(0, len(readings), _ASKED):
        own = (PASSAGES.c.reading.in_(readings[start : start + _ASKED]), PASSAGES.c.kind.notin_(NOT_COMPARED))
        for row in db.execute(select(*columns).where(*own)):
            yield row.id, row.path, row.n


def compared(db: Connection, readings: Sequence[int]) -> dict[int, list[Any]]:
    """The passages that are compared of those readings, in reading order."""
    columns = (PASSAGES.c.reading, PASSAGES.c.n, PASSAGES.c.path, PASSAGES.c.words)
    where = PASSAGES.c.reading.in_(readings), PASSAGES.c.kind.notin_(NOT_COMPARED)
    found: dict[int, list[Any]] = {}
    for row in db.execute(select(*columns).where(*where).order_by(PASSAGES.c.reading, PASSAGES.c.n)):
        found.setdefault(row.reading, []).append(row)
    return found
