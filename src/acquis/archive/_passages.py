"""What the search reads from the store: changed rows to index, and the rows of its hits."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, or_, select

from acquis.archive.tables import EXPRESSIONS, PASSAGES

_AT_ONCE: Final = 500

_NAMES: Final = (
    "id",
    "address",
    "work",
    "language",
    "organisation",
    "organ",
    "kind",
    "title",
    "symbol",
    "place",
    "day",
)
_INDEXED: Final = tuple(EXPRESSIONS.c[name] for name in (*_NAMES, "collection", "marking", "reading", "since", "until"))


def moved(db: Connection, seq: int) -> Iterator[Sequence[Row[Any]]]:
    """The kept rows of the catalogue that began or ended after that change, some at a time, the earliest first.

    Rows that began with one change come together.
    """
    after = or_(EXPRESSIONS.c.since > seq, EXPRESSIONS.c.until > seq)
    query = (
        select(*_INDEXED).where(EXPRESSIONS.c.state == "kept", after).order_by(EXPRESSIONS.c.since, EXPRESSIONS.c.id)
    )
    batch: list[Row[Any]] = []
    for row in db.execute(query.execution_options(yield_per=_AT_ONCE)):
        if len(batch) >= _AT_ONCE and row.since != batch[-1].since:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def shown(db: Connection) -> frozenset[int]:
    """The numbers of all kept rows, ended ones too."""
    return frozenset(db.execute(select(EXPRESSIONS.c.id).where(EXPRESSIONS.c.state == "kept")).scalars())


def rows_of(db: Connection, numbers: Sequence[int]) -> Iterator[Sequence[Row[Any]]]:
    """The rows of the catalogue of those numbers, some at a time."""
    for start in range(0, len(numbers), _AT_ONCE):
        query = select(*_INDEXED).where(EXPRESSIONS.c.id.in_(numbers[start : start + _AT_ONCE]))
        yield db.execute(query).all()


def passages_of(db: Connection, readings: Sequence[int]) -> dict[int, list[Any]]:
    """The passages of those readings, in reading order."""
    columns = (PASSAGES.c.id, PASSAGES.c.reading, PASSAGES.c.n, PASSAGES.c.kind, PASSAGES.c.words)
    found: dict[int, list[Any]] = {number: [] for number in readings}
    for start in range(0, len(readings), _AT_ONCE):
        where = PASSAGES.c.reading.in_(readings[start : start + _AT_ONCE])
        for row in db.execute(select(*columns).where(where).order_by(PASSAGES.c.reading, PASSAGES.c.n)):
            found[row.reading].append(row)
    return found


def hit_rows(db: Connection, passages: Sequence[int], expressions: Sequence[int]) -> dict[str, dict[int, Any]]:
    """The passages and catalogue rows of those numbers."""
    return {
        "passages": {row.id: row for row in db.execute(_WORDS, {"ids": passages})},
        "expressions": {row.id: row for row in db.execute(_ROWS, {"ids": expressions})},
    }


_IDS: Final[Any] = bindparam("ids", expanding=True)
_WORDS: Final = select(PASSAGES.c.id, PASSAGES.c.path, PASSAGES.c.words).where(PASSAGES.c.id.in_(_IDS))
_ROWS: Final = select(*(EXPRESSIONS.c[name] for name in ("id", "address", "title", "day"))).where(
    EXPRESSIONS.c.id.in_(_IDS)
)
"""Made once: to make a statement anew for every search took longer than to answer it."""
