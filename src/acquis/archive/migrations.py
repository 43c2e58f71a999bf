"""How the tables of an older archive become today's: one step for each version."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from acquis.archive.packing import unpack, words_hash
from acquis.archive.tables import READINGS

if TYPE_CHECKING:
    from sqlalchemy import Connection


def _words_without_blanks(db: "Connection") -> None:
    """From 1 to 2: the fingerprint of the words no longer counts blanks, which scripts without them break anywhere."""
    from sqlalchemy import select, update

    for number in db.execute(select(READINGS.c.id).order_by(READINGS.c.id)).scalars().all():
        body = db.execute(select(READINGS.c.body).where(READINGS.c.id == number)).scalar_one()
        text = unpack(body).layers.text
        db.execute(update(READINGS).where(READINGS.c.id == number).values(words_hash=words_hash(text)))


MIGRATIONS: Final[Mapping[int, Callable[["Connection"], None]]] = {1: _words_without_blanks}
"""What makes the next version of each older one."""
