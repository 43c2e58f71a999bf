"""What the register reads from the store."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from acquis.archive import queries
from acquis.archive.public import fact_edits
from acquis.archive.tables import CHANGES, EXPRESSIONS
from acquis.store import Store


def held(db: Connection, at: int | None) -> Sequence[Any]:
    """The rows of the catalogue as of a change, each with the moment at which the archive came to hold it so."""
    own = queries.catalogue(at).join(CHANGES, CHANGES.c.seq == EXPRESSIONS.c.since)
    return db.execute(own.add_columns(CHANGES.c.at.label("learned"))).all()


def corrections(db: Connection, at: int | None, store: Store) -> Sequence[Any]:
    """What people corrected of events, in the order in which it was entered, as it held after a change."""
    edits = fact_edits(store).c
    query = select(*edits).where(edits.work.startswith("ev-")).order_by(edits.id)
    if at is None:
        return db.execute(query.where(edits.undone.is_(None))).all()
    held = or_(edits.undone.is_(None), edits.undone > at)
    return db.execute(query.where(edits.seq <= at, held)).all()


def last_by(db: Connection, day: str) -> int:
    """The number of the last change by the end of a day; 0 where there was none."""
    known = select(CHANGES.c.seq).where(CHANGES.c.at < f"{day}U").order_by(CHANGES.c.seq.desc()).limit(1)
    return int(db.execute(known).scalar() or 0)
