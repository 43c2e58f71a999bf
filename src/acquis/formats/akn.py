"""Akoma Ntoso 3.0: documents of parliaments and organisations as XML, ours without loss and those of others as text."""

import re

from acquis.formats import Extraction, Format
from acquis.formats._writing import Writer
from acquis.model import Document

_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?akomaNtoso[\s>]")
_HEAD = 8192


def write(document: Document) -> bytes:
    r"""The document as valid Akoma Ntoso 3.0: words, numbers and structure as markup, all else in `proprietary`.

    `wId` is the part's path, so that the address of a part is the file's address and its `wId`. A date that is known
    only to the month or year is written as its first day with `acquis:known` beside it, an unknown one as 0001-01-01
    with `acquis:known="none"`. A character that XML cannot hold is U+FFFD in the words, listed as
    `acquis:character`, and `\u{...}` in our own elements.
    """
    from acquis.formats._akn_document import write as written

    return written(document)


def read(content: bytes) -> Document:
    """The document that `write` was given. Raises `Unreadable` for words that were changed, and for files of others."""
    from acquis.formats._akn_document import read as document_of

    return document_of(content)


def extract(content: bytes, reading: str = "accepted") -> Extraction:
    """The lines of any Akoma Ntoso file, ours or of others: words and numbers as printed, notes at the end."""
    from acquis.formats._akn_foreign import extraction
    from acquis.formats._akn_xml import parsed

    return extraction(parsed(content))


def _tells(content: bytes, name: str) -> bool:
    return bool(_ROOT.search(content[:_HEAD].replace(b"\0", b"")))


WRITER = Writer("akn", "application/akn+xml", ".akn.xml", write, read)
ENTRY = Format("akn", "application/akn+xml", (".akn", ".akn.xml"), _tells, extract)
