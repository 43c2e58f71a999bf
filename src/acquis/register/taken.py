"""The books of facts of an archive as it came to know them, version by version: what was known stays known."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from acquis.archive import queries
from acquis.archive.tables import CHANGES
from acquis.errors import AcquisError
from acquis.model import fingerprint
from acquis.register.library import File
from acquis.store import Store

_SCHEME: Final = "facts:"
_WAIT: Final = 5
"""Seconds to wait for another writer; a version that cannot be entered now is entered by the next who looks."""


def taken_in(store: Store, folder: Path, *, who: str) -> tuple[File, ...]:
    """The files of a folder as they are, each with the day on which the archive first saw them so.

    A file that is new, or another than it was, is entered among the changes with its bytes.
    """
    found = {path.name: _content(path) for path in sorted(folder.glob("*.yaml"))}
    if not found:
        return ()
    with store.reading() as db:
        last = {each.name: each for each in _versions(db, None)}
    same = {name: last[name] for name, content in found.items() if name in last and last[name].content == content}
    new = {name: content for name, content in found.items() if content is not None and name not in same}
    if new:
        with suppress(AcquisError), store.writing(wait=_WAIT) as db:
            for name, content in new.items():
                body = {"sha256": fingerprint(content), "content": content.decode("utf-8", "surrogateescape")}
                queries.add_change(db, "facts", f"{_SCHEME}{name}", who=who, because="a file of facts", **body)
    today = queries.now()[:10]
    return tuple(same.get(name) or File(name, content, today) for name, content in found.items())


def known_at(store: Store, at: int) -> tuple[File, ...]:
    """The files of facts as they stood at a change: of each the last version that was seen by then."""
    with store.reading() as db:
        return tuple({each.name: each for each in _versions(db, at)}.values())


def _content(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


def _versions(db: Connection, at: int | None) -> Iterator[File]:
    """Every version that was seen, in the order in which it was; up to a change."""
    query = select(CHANGES.c.subject, CHANGES.c.at, CHANGES.c.body).order_by(CHANGES.c.seq)
    query = query.where(CHANGES.c.subject > _SCHEME, CHANGES.c.subject < _SCHEME.replace(":", ";"))
    for subject, day, body in db.execute(query if at is None else query.where(CHANGES.c.seq <= at)):
        content: Mapping[str, str] = json.loads(body)
        yield File(subject.removeprefix(_SCHEME), content["content"].encode("utf-8", "surrogateescape"), day[:10])
