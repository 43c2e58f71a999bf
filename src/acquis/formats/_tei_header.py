"""The header of a TEI file: what the record states of a document, who may see it, and by which rules it was read."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from acquis.formats._akn_xml import spells_language
from acquis.formats._tei_xml import element, said
from acquis.model import Document, Record
from acquis.model.record import DATES, FIELDS

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATED: Final = tuple(
    field
    for field in FIELDS
    if not field.startswith("date.")
    and field
    not in ("title", "symbol", "organisation", "organ", "place", "language", "slug", "url", "marking", "rights")
)
"""What has no element of its own is a note of that type."""

_WHEN: Final = re.compile(r"\d{4}(-\d\d){0,2}")


def header(document: Document) -> "_Element":
    """The teiHeader of a document."""
    return element(
        "teiHeader",
        children=[
            _file(document),
            element("encodingDesc", children=[_editing()]),
            _profile(document),
            element("revisionDesc", children=[said("change", _READ.format(document.reader or "unknown"))]),
        ],
    )


_READ: Final = "Read by acquis, by the rules of version {}; the words are those of the file named in sourceDesc."


def language(document: Document) -> str:
    """The language of the text as a BCP 47 tag."""
    tag = document.language or document.record.value("language") or (document.address.language or "").split("-x-")[0]
    return tag if spells_language(tag) else "und"


def dated(tag: str, which: str, value: str) -> "_Element":
    """A day, as far as it is known."""
    made = said(tag, value, type=which)
    if _WHEN.fullmatch(value):
        made.set("when", value)
    return made


def _file(document: Document) -> "_Element":
    record = document.record
    title = said("title", _title(document))
    held = [element("titleStmt", children=[title, *_authors(record)]), _publication(document)]
    if document.doubts:
        notes = (said("note", each, type="doubt") for each in document.doubts)
        held.append(element("notesStmt", children=notes))
    held.append(element("sourceDesc", children=[_source(document)]))
    return element("fileDesc", children=held)


def _title(document: Document) -> str:
    return document.record.value("title") or str(document.address)


def _authors(record: Record) -> "Iterator[_Element]":
    for field in ("organ", "organisation"):
        if value := record.value(field):
            yield said("author", value)
            return


def _publication(document: Document) -> "_Element":
    """Under which address the text is found, who may see it, and what its rights statement says."""
    record = document.record
    marking, rights = record.value("marking") or "internal", record.value("rights")
    terms = [said("p", f"Marking: {marking}")] + ([said("licence", rights)] if rights else [])
    status = "unknown" if marking == "public" else "restricted"
    return element(
        "publicationStmt",
        children=[
            said("distributor", "acquis"),
            said("idno", str(document.address), type="acquis"),
            element("availability", {"status": status}, terms),
        ],
    )


def _source(document: Document) -> "_Element":
    """The text as it was issued: the fields of the record, and the file that it was read from."""
    record = document.record
    held = [said("title", _title(document)), *_authors(record)]
    if symbol := record.value("symbol"):
        held.append(said("idno", symbol, type="symbol"))
    if url := record.value("url"):
        held.append(said("idno", url, type="url"))
    held.append(said("idno", document.file.sha256, type="sha256"))
    held += [dated("date", which, value) for which in DATES if (value := record.value(f"date.{which}"))]
    if place := record.value("place"):
        held.append(said("rs", place, type="place"))
    notes = ((field, value) for field in _STATED for value in _values(record, field))
    return element("bibl", children=[*held, *(said("note", value, type=field) for field, value in notes)])


_SEVERAL: Final = frozenset({"keeper", "notes", "collection"})


def _values(record: Record, field: str) -> tuple[str, ...]:
    one = record.value(field)
    return record.values(field) if field in _SEVERAL else (one,) if one else ()


def _editing() -> "_Element":
    return element("editorialDecl", children=[said("p", _MADE)])


_MADE: Final = (
    "Page furniture is left out; printed numbers stand in the attribute n. An xml:id is the path of a part: the "
    "address of the text with # and this path is its address; .s and a number name a sentence."
)


def _profile(document: Document) -> "_Element":
    record, tongue = document.record, language(document)
    day, which = record.day
    made = [element("creation", children=[dated("date", which, str(day))])] if day else []
    named = said("language", tongue, ident=tongue)
    return element("profileDesc", children=[*made, element("langUsage", children=[named])])
