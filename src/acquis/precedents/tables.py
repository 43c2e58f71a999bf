"""What the precedents read from the store: passages to index, the rows of those found, and whose they are."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from acquis.archive.tables import EXPRESSIONS, PASSAGES, READINGS

_AT_ONCE: Final = 2_000
_ASKED: Final = 500
_COMPARED: Final = ("title", "heading", "signature", "note", "table")
"""Kinds of parts that are not agreed language of their own: they are not compared."""


def passages_after(db: Connection, reading: int) -> Iterator[tuple[int, int, str]]:
    """Number, reading and words of every passage of later readings, in their order."""
    query = (
        select(PASSAGES.c.id, PASSAGES.c.reading, PASSAGES.c.words)
        .where(PASSAGES.c.reading > reading, PASSAGES.c.kind.notin_(_COMPARED))
        .order_by(PASSAGES.c.reading, PASSAGES.c.n)
    )
    for row in db.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield row.id, row.reading, row.words


def last_reading(db: Connection) -> int:
    """The number of the last reading; 0 where there is none."""
    return int(db.execute(select(func.max(READINGS.c.id))).scalar() or 0)


def passages(db: Connection, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    """The passages of those numbers."""
    columns = (PASSAGES.c.id, PASSAGES.c.reading, PASSAGES.c.path, PASSAGES.c.kind, PASSAGES.c.words)
    found: dict[int, Row[Any]] = {}
    for start in range(0, len(numbers), _ASKED):
        where = PASSAGES.c.id.in_(numbers[start : start + _ASKED])
        found |= {row.id: row for row in db.execute(select(*columns).where(where))}
    return found


_SHOWN: Final = ("address", "work", "language", "standing", "organisation", "organ", "kind", "title", "symbol", "day")


def catalogue(db: Connection, at: int | None) -> Sequence[Row[Any]]:
    """The kept rows of the catalogue as of a change, or now."""
    columns = [EXPRESSIONS.c[name] for name in (*_SHOWN, "reading", "since", "until")]
    query = select(*columns).where(EXPRESSIONS.c.state == "kept")
    if at is None:
        query = query.where(EXPRESSIONS.c.until.is_(None))
    else:
        ended = (EXPRESSIONS.c.until.is_(None)) | (EXPRESSIONS.c.until > at)
        query = query.where(EXPRESSIONS.c.since <= at, ended)
    return db.execute(query.order_by(EXPRESSIONS.c.id)).all()
