"""What the register reads from the store."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from acquis.archive import queries
from acquis.archive.tables import CHANGES, EXPRESSIONS


def held(db: Connection, at: int | None) -> Sequence[Any]:
    """The rows of the catalogue as of a change, each with the moment at which the archive came to hold it so."""
    own = queries.catalogue(at).join(CHANGES, CHANGES.c.seq == EXPRESSIONS.c.since)
    return db.execute(own.add_columns(CHANGES.c.at.label("learned"))).all()


def last_by(db: Connection, day: str) -> int:
    """The number of the last change by the end of a day; 0 where there was none."""
    known = select(CHANGES.c.seq).where(CHANGES.c.at < f"{day}U").order_by(CHANGES.c.seq.desc()).limit(1)
    return int(db.execute(known).scalar() or 0)
