"""RIS: the reference as Zotero, EndNote and Mendeley import it."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from acquis.formats._citing import Cited, cited
from acquis.formats._writing import Writer
from acquis.model import Day, Document, Pinpoint

TYPES: Final = {
    **dict.fromkeys(("treaty", "legislation", "regulation"), "STAT"),
    **{"report": "RPRT", "personal_communication": "PCOMM", "webpage": "ELEC"},
}
"""The type of a reference for each type in CSL; every other one is a `GOVDOC`.

Not `GEN` and `LEGAL`: readers take the first for an article of a journal, and the second for a case before a court.
"""


def entry(document: Document, *, at: Pinpoint | None = None, author: str = "") -> str:
    """One reference, from `TY` to `ER`. `N1` is the address, down to the place cited where one is given.

    `DA` is the day as far as it is known, its parts by strokes. A field that is not stated is not there.
    """
    reference = cited(document, at=at, author=author)
    kind = TYPES.get(reference.type, "GOVDOC")
    lines = [f"{tag}  - {value}\r\n" for tag, words in _fields(reference, kind) if (value := _line(words))]
    return f"TY  - {kind}\r\n{''.join(lines)}ER  - \r\n"


def write(document: Document) -> bytes:
    """The reference as UTF-8, its lines ended as the format wants them."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> bytes:
    """A reference for each document, an empty line between them."""
    return "\r\n".join(map(entry, documents)).encode("utf-8", "replace")


def _fields(reference: Cited, kind: str) -> Iterator[tuple[str, str | None]]:
    yield "TI", reference.title
    yield "AU", reference.author
    yield "A4", reference.translator
    yield "PY", str(reference.day.year) if reference.day else ""
    yield "DA", _date(reference.day)
    yield "CY", reference.place
    yield ("M1" if kind == "STAT" else "SN"), reference.symbol
    yield "PB", "" if kind == "STAT" else reference.author
    yield "M3", reference.kind
    yield "LA", reference.language
    yield "DP", reference.source
    yield "UR", reference.url
    yield "N1", reference.address


def _date(day: Day | None) -> str:
    """Year, month and day, each followed by a stroke whether it is known or not: "2007/08/16/", "2007///"."""
    parts = str(day).split("-") if day else []
    return "/".join([*parts, *[""] * (4 - len(parts))]) if parts else ""


def _line(words: str | None) -> str:
    """Words on one line, so that none of them begins a field."""
    told = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in words or "")
    return " ".join(told.split())


WRITER = Writer("ris", "application/x-research-info-systems", ".ris", write, write_many=write_many)
