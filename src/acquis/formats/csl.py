"""CSL-JSON: the reference as Zotero, Pandoc and citation processors read it."""

import json
from collections.abc import Iterable
from typing import Any

from acquis.formats._citing import cited
from acquis.formats._writing import Writer
from acquis.model import Document, Pinpoint


def item(document: Document, *, at: Pinpoint | None = None, author: str = "") -> dict[str, Any]:
    """One item. The organisation is a literal author; a partial date has the parts that are known.

    `note` is the address, down to the place cited where one is given. A field that is not stated is not there.
    """
    reference = cited(document, at=at, author=author)
    found = {
        "id": reference.address,
        "type": reference.type,
        "title": reference.title,
        "author": _literal(reference.author),
        "translator": _literal(reference.translator),
        "issued": {"date-parts": [_date_parts(str(reference.day))]} if reference.day else None,
        "event-place": reference.place,
        "number": reference.symbol,
        "genre": reference.kind,
        "source": reference.source,
        "language": reference.language,
        "URL": reference.url,
        "note": reference.address,
    }
    return {name: value for name, value in found.items() if value}


def write(document: Document) -> bytes:
    """A list with one item, as the format wants it."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> bytes:
    """A list with an item for each document."""
    return (
        json.dumps([item(each) for each in documents], ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
    )


def _literal(name: str | None) -> list[dict[str, str]]:
    return [{"literal": name}] if name else []


def _date_parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


WRITER = Writer("csl", "application/vnd.citationstyles.csl+json", ".csl.json", write, write_many=write_many)
