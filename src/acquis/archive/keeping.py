"""What is kept of a document: its row in the catalogue, and the document that the rows give back."""

from collections.abc import Sequence
from typing import Any, Final

from acquis.archive.packing import from_json, to_json, unpack
from acquis.archive.preparing import Prepared
from acquis.model import Document, File, Pinpoint, Record

_NAME: Final = 120
"""What the catalogue's columns hold of a name; the record has it whole."""


def catalogue_row(record: Record, address: Pinpoint, doubts: Sequence[str]) -> dict[str, Any]:
    """The catalogue's columns, worked out from the claims."""
    day, which = record.day
    return {
        "address": str(address),
        "work": str(address.work),
        "language": address.language or "und",
        "standing": record.value("standing") or "unknown",
        "organisation": record.value("organisation"),
        "organ": (record.value("organ") or "")[:_NAME] or None,
        "kind": record.value("kind"),
        "title": record.value("title"),
        "symbol": record.value("symbol"),
        "place": (record.value("place") or "")[:_NAME] or None,
        "day": str(day) if day else None,
        "day_is": which if day else None,
        "collection": "; ".join(filter(None, [record.value("database"), *record.values("collection")])) or None,
        "marking": record.value("marking") or "internal",
        "rights": record.value("rights") or "",
        "record": to_json(record),
        "doubts": to_json(list(doubts)),
    }


def document_of(row: Any, reading_row: Any, file_row: Any) -> Document:
    """The document that a catalogue row, its reading and its file make."""
    reading = unpack(reading_row.body)
    return Document(
        address=Pinpoint(row.address),
        record=from_json(row.record, Record),
        file=File(file_row.sha256, file_row.size, file_row.name, file_row.media_type, file_row.encoding),
        layers=reading.layers,
        parts=reading.parts,
        citations=reading.citations,
        doubts=(*reading.doubts, *from_json(row.doubts, list[str])),
        reader=reading_row.reader,
        language=reading.language,
        aliases=reading.aliases or {},
    )


def document_of_prepared(prepared: Prepared, address: Pinpoint) -> Document:
    """The document as it will be given back, before it is kept."""
    reading = prepared.reading
    return Document(
        address=address,
        record=prepared.catalogued.record,
        file=prepared.file,
        layers=reading.layers,
        parts=reading.parts,
        citations=reading.citations,
        doubts=(*reading.doubts, *prepared.catalogued.doubts),
        reader=prepared.reader,
        language=reading.language,
        aliases=reading.aliases or {},
    )


def rival_address(wanted: Pinpoint, taken: Sequence[str]) -> Pinpoint:
    """The address for a text that claims one that is held: the same with `-r2`, `-r3` … in the source's place."""
    tag = wanted.language or "und"
    base = tag if "-x-" in tag else f"{tag}-x"
    return next(
        address for n in range(2, len(taken) + 3) if (address := wanted.speaking(f"{base}-r{n}")) not in set(taken)
    )
