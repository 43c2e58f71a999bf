"""The books of facts of an archive as it came to know them, version by version: what was known stays known."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, select

from acquis.archive import queries
from acquis.archive.tables import CHANGES
from acquis.errors import AcquisError, BadFact
from acquis.model import fingerprint
from acquis.register.books import Book, Fault, read
from acquis.register.library import Library, own
from acquis.store import Store

_SCHEME: Final = "facts:"
_WAIT: Final = 5
"""Seconds to wait for another writer; a version that cannot be entered now is entered by the next who looks."""


class Version(Struct, frozen=True):
    """A file of facts as it was when the archive first saw these bytes, and the day of that."""

    name: str
    content: bytes
    day: str


def taken_in(store: Store, folder: Path, *, who: str) -> tuple[Version, ...]:
    """The files of a folder as they are, each with the day on which the archive first saw them so.

    A file that is new, or another than it was, is entered among the changes with its bytes. A file that cannot be read
    has none.
    """
    found = {path.name: content for path in sorted(folder.glob("*.yaml")) if (content := _content(path)) is not None}
    if not found:
        return ()
    with store.reading() as db:
        held = {(each.name, each.content): each for each in _versions(db, None)}
    new = {name: content for name, content in found.items() if (name, content) not in held}
    if new:
        with suppress(AcquisError), store.writing(wait=_WAIT) as db:
            for name, content in new.items():
                body = {"sha256": fingerprint(content), "content": content.decode("utf-8", "surrogateescape")}
                queries.add_change(db, "facts", f"{_SCHEME}{name}", who=who, because="a file of facts", **body)
    today = queries.now()[:10]
    return tuple(held.get(each) or Version(*each, today) for each in found.items())


def known_at(store: Store, at: int) -> tuple[Version, ...]:
    """The files of facts as they stood at a change: of each the last version that was seen by then."""
    with store.reading() as db:
        return tuple({each.name: each for each in _versions(db, at)}.values())


def library_of(versions: Iterable[Version]) -> Library:
    """The books of acquis and these ones. No fact of theirs was learned before the archive first saw it."""
    books, faults = list[Book](), list[Fault]()
    for each in versions:
        try:
            books.append(_learned(read(each.content, each.name), each.day))
        except BadFact as error:
            faults.append(Fault(each.name, 1, str(error)))
    return Library([*own().books, *books], faults) if books or faults else own()


def _learned(book: Book, day: str) -> Book:
    return replace(book, events=tuple(replace(each, learned=max(each.learned, day)) for each in book.events))


def _content(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


def _versions(db: Connection, at: int | None) -> Iterator[Version]:
    """Every version that was seen, in the order in which it was; up to a change."""
    query = select(CHANGES.c.subject, CHANGES.c.at, CHANGES.c.body).order_by(CHANGES.c.seq)
    query = query.where(CHANGES.c.subject > _SCHEME, CHANGES.c.subject < _SCHEME.replace(":", ";"))
    for subject, day, body in db.execute(query if at is None else query.where(CHANGES.c.seq <= at)):
        content: Mapping[str, str] = json.loads(body)
        yield Version(subject.removeprefix(_SCHEME), content["content"].encode("utf-8", "surrogateescape"), day[:10])
