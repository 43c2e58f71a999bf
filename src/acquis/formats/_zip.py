"""The parts of a document that is a zip archive: each read once, never further than its directory says."""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from acquis.errors import Unreadable

if TYPE_CHECKING:
    from lxml import etree

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""Namespaces of the strict variant of the format, and the usual ones that mean the same."""


class Package:
    """A zip archive with XML parts in it."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
            raise Unreadable("the file is cut off or damaged; get a whole copy of it") from fault
        self.names = frozenset(self._archive.namelist())

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none of that name."""
        if name not in self.names:
            return None
        try:
            return self._archive.read(name)
        except RuntimeError as fault:
            raise Unreadable("the archive is locked by a password; save it without one") from fault
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as fault:
            raise Unreadable(f"the part {name} is damaged; get a whole copy of the file") from fault

    def xml(self, name: str) -> "etree._Element | None":
        """The root of an XML part; None where there is none of that name."""
        content = self.part(name)
        if content is None:
            return None
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        return parsed(content, name)


def parsed(content: bytes, name: str) -> "etree._Element":
    """The root of an XML text: no entity is resolved, nothing fetched, no depth or size without bounds."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(f"the part {name} is no well-formed XML ({str(fault)[:120]})") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"the part {name} declares entities, which an honest document does not")
    return root
