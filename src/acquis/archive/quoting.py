"""The words at an address, without its document being opened: what rows of passages can tell."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from acquis.archive import queries
from acquis.archive.tables import PASSAGES
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
    row = queries.by_address(db, address.expression, at)
    if row is None or row.state == "withdrawn":
        return None
    held = _passage(db, row.reading, address.part)
    if held is None or held.kind in CONTAINERS:
        return None
    if address.words is not None and address.words.end > len(held.words):
        return None
    if address.words is None and (_holds_others(db, row.reading, held) or _built_anew(db, row.work)):
        return None
    words = address.words.of(held.words) if address.words else held.words
    tag = row.language.partition("-x-")[0]
    return Quoted(address, words, row.day, None if tag == "und" else tag)


def _passage(db: Connection, reading: int, path: str) -> Any:
    own = (PASSAGES.c.reading == reading, PASSAGES.c.path == path)
    return db.execute(select(PASSAGES.c.kind, PASSAGES.c.path, PASSAGES.c.n, PASSAGES.c.words).where(*own)).first()


def _holds_others(db: Connection, reading: int, held: Any) -> bool:
    """Whether others stand below a paragraph: these follow it at once, and their paths begin with its own."""
    later = (PASSAGES.c.reading == reading, PASSAGES.c.n > held.n)
    path = db.execute(select(PASSAGES.c.path).where(*later).order_by(PASSAGES.c.n).limit(1)).scalar()
    return path is not None and path.startswith(f"{held.path}.")


def _built_anew(db: Connection, work: str) -> bool:
    return any(edit.verb in _BUILT_ANEW for edit in queries.edits(db, [work]))
