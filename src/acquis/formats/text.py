"""Plain text: every character of the file as it stands, in lines."""

import re

from acquis.errors import Unreadable
from acquis.formats import Extraction, Format, Line
from acquis.formats._encoding import decoded
from acquis.model.span import Span

BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Everything that ends a line, form feeds and Unicode's own separators too."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read(content: bytes, reading: str = "accepted") -> Extraction:
    """The text as decoded: `source` holds every character, the byte order mark and all line breaks included."""
    file = decoded(content)
    return Extraction(
        source=file.text,
        lines=lines(file.text),
        media_type="text/plain",
        encoding=file.encoding,
        doubts=(*file.doubts, *_doubts(file.text)),
    )


def lines(source: str) -> tuple[Line, ...]:
    """The lines of a text, empty ones too; form feeds count pages where there are any."""
    found = []
    start, page = int(source.startswith("\ufeff")), 1 if "\x0c" in source else None
    for end in BREAK.finditer(source):
        found.append(Line(Span(min(start, end.start()), end.start()), page=page))
        start = end.end()
        if page and end[0] == "\x0c":
            page += 1
    if start < len(source):
        found.append(Line(Span(start, len(source)), page=page))
    return tuple(found)


def _tells(content: bytes, name: str) -> bool:
    return True


def _doubts(source: str) -> list[str]:
    strange = _CONTROL.findall(source)
    if len(strange) * 20 > len(source):
        raise Unreadable("more a binary file than a text; if it is one, save it as UTF-8 text")
    return [f"{len(strange)} control characters stand in the text and were kept."] if strange else []


ENTRY = Format("text", "text/plain", (".txt", ".text", ".md", ".asc"), _tells, read)
