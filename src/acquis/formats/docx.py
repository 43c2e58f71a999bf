"""DOCX: paragraphs with their printed numbers, tables, notes, links and tracked changes, read from the XML itself."""

from collections.abc import Iterator

from msgspec.structs import replace

from acquis.errors import Unreadable
from acquis.formats import Extraction, Format, Line
from acquis.formats._numbering import W
from acquis.formats._paragraphs import Walk
from acquis.formats._runs import local
from acquis.formats._zip import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(content: bytes, reading: str = "accepted") -> Extraction:
    """The text of a Word file.

    Printed numbers stand before their paragraphs, followed by a tab. The head of a first page that has its own comes
    first, as `Role.RECORD`: it prints symbol and date. Notes stand after the text, running heads and feet last.
    """
    package = Package(content)
    main = _main(package)
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Unreadable("the file is no Word document: it has no body; save it as DOCX")
    walk = Walk(package, main, reading)
    walk.write(body)
    if not walk.sheet.source:
        raise Unreadable("the document has no text in it (pictures only?)")
    metadata = tuple(_metadata(package))
    return Extraction(
        source=walk.sheet.source,
        lines=_paged(walk.sheet.lines, dict(metadata).get("app:Pages", "")),
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        wrapped=False,
        metadata=metadata,
        links=tuple(walk.sheet.links),
        marks=tuple(walk.sheet.marks),
        revised=walk.runs.revised,
        reading=reading if walk.runs.revised else "",
        doubts=tuple(walk.doubts()),
    )


def _tells(content: bytes, name: str) -> bool:
    return content.startswith(b"PK\x03\x04") and (b"word/" in content[-65_536:] or b"word/" in content[:4096])


def _main(package: Package) -> str:
    root = package.xml("_rels/.rels")
    for relation in root if root is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _paged(lines: list[Line], pages: str) -> tuple[Line, ...]:
    """The lines with their pages, if the page breaks that were saved come to the number of pages that was saved."""
    last = max((line.page or 0 for line in lines), default=0)
    if pages.isdigit() and last > 1 and abs(int(pages) - last) <= 1:
        return tuple(lines)
    return tuple(replace(line, page=None) for line in lines)


def _metadata(package: Package) -> Iterator[tuple[str, str]]:
    """The properties of the file, by the names they have there."""
    for part in ("docProps/core.xml", "docProps/app.xml"):
        root = package.xml(part)
        for element in root if root is not None else ():
            if isinstance(element.tag, str) and len(element) == 0 and (text := (element.text or "").strip()):
                yield _prefix(element.tag) + local(element), text


def _prefix(tag: str) -> str:
    """The customary prefix of a property's namespace."""
    spaces = {"dc/terms": "dcterms:", "dc/elements": "dc:", "core-properties": "cp:"}
    return next((prefix for space, prefix in spaces.items() if space in tag), "app:")


ENTRY = Format("docx", MEDIA_TYPE, (".docx", ".docm", ".dotx"), _tells, read)
