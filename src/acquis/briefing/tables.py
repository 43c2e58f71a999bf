"""What the briefing reads from the store."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from sqlalchemy import select, tuple_

from acquis.archive import queries
from acquis.archive.tables import EXPRESSIONS, PASSAGES
from acquis.model import Pinpoint
from acquis.store import Store

_ASKED: Final = 200


class Text(Struct, frozen=True):
    """A passage with its words, and the kind and the record of the text that it is of."""

    address: str
    kind: str | None
    record: str
    words: str


def texts(store: Store, passages: Sequence[str]) -> dict[str, Text]:
    """The passages of those addresses that are held."""
    wanted = {(str(Pinpoint(each).expression), Pinpoint(each).part or ""): each for each in passages}
    columns = (EXPRESSIONS.c.address, PASSAGES.c.path, EXPRESSIONS.c.kind, EXPRESSIONS.c.record, PASSAGES.c.words)
    joined = select(*columns).join(PASSAGES, PASSAGES.c.reading == EXPRESSIONS.c.reading)
    keys, found = list(wanted), {}
    with store.reading() as db:
        for start in range(0, len(keys), _ASKED):
            pairs = tuple_(EXPRESSIONS.c.address, PASSAGES.c.path).in_(keys[start : start + _ASKED])
            for address, path, kind, record, words in db.execute(joined.where(EXPRESSIONS.c.until.is_(None), pairs)):
                found[wanted[address, path]] = Text(wanted[address, path], kind, record, words)
    return found


def days_held(store: Store, organisation: str, at: int | None) -> frozenset[str]:
    """The days of the texts of an organisation that are held."""
    with store.reading() as db:
        rows = queries.rows(db, queries.catalogue(at).where(EXPRESSIONS.c.organisation == organisation))
    return frozenset(row.day for row in rows if row.day)
