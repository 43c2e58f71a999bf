"""The words at an address, without its document being opened: what rows of passages can tell."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, select

from acquis.archive import queries
from acquis.archive.tables import EDITS, EXPRESSIONS, PASSAGES
from acquis.model import Pinpoint
from acquis.model.document import CONTAINERS

_BUILT_ANEW = ("split", "join")
"""What a person may enter that changes how a text is built."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a passage; the address, the day and the language of its text as the catalogue has them."""

    address: Pinpoint
    words: str
    day: str | None
    language: str | None


def quoted(db: Connection, address: Pinpoint, at: int | None) -> Quoted | None:
    """The words of a paragraph that nothing stands below, or those chosen of it.

    None where the document has to be opened for them: for a sentence, a range, a division, another name of a part, an
    address that leads elsewhere, and in a text that somebody split or joined. Cost: a millisecond, however long the
    text is.
    """
    if address.part is None or address.last is not None or address.sentence is not None:
        return None
    held = db.execute(_asked(at), {"address": str(address.expression), "path": address.part}).first()
    if held is None or held.state == "withdrawn" or held.kind in CONTAINERS:
        return None
    tag = held.language.partition("-x-")[0]
    told = partial(Quoted, address, day=held.day, language=None if tag == "und" else tag)
    if address.words is not None:
        return told(address.words.of(held.words)) if address.words.end <= len(held.words) else None
    # What stands below a paragraph follows it at once, and its path begins with the paragraph's own.
    holds_others = held.following is not None and held.following.startswith(f"{address.part}.")
    return None if holds_others or held.built_anew else told(held.words)


@lru_cache(maxsize=2)
def _asked(at: int | None) -> Select[Any]:
    """A part of an expression as of a change, the path of the one behind it, and whether its text was built anew.

    One question and not four: each costs a quarter of a millisecond, whatever it asks.
    """
    behind = PASSAGES.alias("behind")
    own = (behind.c.reading == PASSAGES.c.reading, behind.c.n > PASSAGES.c.n)
    following = select(behind.c.path).where(*own).order_by(behind.c.n).limit(1).scalar_subquery()
    built = exists().where(EDITS.c.work == EXPRESSIONS.c.work, EDITS.c.verb.in_(_BUILT_ANEW))
    columns = (EXPRESSIONS.c[name] for name in ("state", "language", "day"))
    return (
        select(*columns, PASSAGES.c.kind, PASSAGES.c.words, following.label("following"), built.label("built_anew"))
        .join_from(EXPRESSIONS, PASSAGES, PASSAGES.c.reading == EXPRESSIONS.c.reading)
        .where(EXPRESSIONS.c.address == bindparam("address"), queries.as_of(at), EXPRESSIONS.c.state != "copy")
        .where(PASSAGES.c.path == bindparam("path"))
    )
