"""What a file is that is none of ours, by its first bytes, and what would make it readable."""

import json
import re

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file (.doc, .xls) or an encrypted one; save it as DOCX, without a password",
    ),
    (b"\x89PNG", "an image (PNG); acquis reads no pictures: run it through character recognition (OCR) first"),
    (b"\xff\xd8\xff", "an image (JPEG); acquis reads no pictures: run it through character recognition (OCR) first"),
    (b"GIF8", "an image (GIF); acquis reads no pictures"),
    (b"BM", "an image (BMP); acquis reads no pictures"),
    (b"II*\0", "an image (TIFF); acquis reads no pictures: run it through character recognition (OCR) first"),
    (b"MM\0*", "an image (TIFF); acquis reads no pictures: run it through character recognition (OCR) first"),
    (b"AT&TFORM", "a DjVu file; convert it to PDF with a text layer"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x1f\x8b", "a gzip archive; give its members, or the archive to `gather`"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"%!PS", "a PostScript file; convert it to PDF"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound or film"),
    (b"RIFF", "a sound, film or image"),
    (b"\0\0\0\x18ftyp", "a sound or film"),
    (b"\0\0\0 ftyp", "a sound or film"),
)
"""First bytes and what they say. Two-letter ones count only where the rest is no text either."""

_PACKED = (
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file; save it as DOCX"),
    (b"mimetypeapplication/epub", "an EPUB book; give the HTML files in it"),
    (b"xl/workbook.xml", "a spreadsheet (XLSX); save the text as DOCX"),
    (b"ppt/presentation.xml", "slides (PPTX); save the text as DOCX"),
)
_HEAD = 4096
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})


def foreign(content: bytes, name: str) -> str:
    """What a file is that no format of ours knows; empty where it may be plain text."""
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    for start, what in SIGNATURES:
        if content.startswith(start) and (len(start) > 3 or not looks_like_text(content)):
            return what
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml", content[:_HEAD]):
        return "XML of a vocabulary that is not known here"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*[{\[]\s*[\"{\[]", content[:_HEAD]) and _is_json(content):
        return "data in JSON; give the text that it holds as a file of its own"
    return "" if looks_like_text(content) else "a binary file of no known format"


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def looks_like_text(content: bytes) -> bool:
    """Whether the bytes can be text of some encoding: few control characters once zeros of UTF-16 are allowed for."""
    from acquis.formats._encoding import wide

    head = content[: 16 * _HEAD]
    strange = len(head) - len(head.translate(None, _CONTROLS))
    return strange * 50 <= len(head) or wide(head) is not None


def _packed(content: bytes) -> str:
    head, tail = content[:_HEAD], content[-16 * _HEAD :]
    for mark, what in _PACKED:
        if mark in head or mark in tail:
            return what
    return "a zip archive without a document in it; give its members, or the archive to `gather`"
