"""Akoma Ntoso as XML: its names, how its elements are made, and how a file is parsed without trusting it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from acquis.errors import TooLarge, Unreadable
from acquis.formats._escape import legal
from acquis.formats._limits import MEBIBYTE
from acquis.formats._xml_lines import in_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN: Final = "urn:acquis:akn:1"
"""What acquis says beside Akoma Ntoso: in `proprietary`, and as attributes where the schema lets others stand."""

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST: Final = 64 * MEBIBYTE
_DEEPEST: Final = 200
_LANGUAGE: Final = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_ENTITIES: Final = "the XML has a document type (DOCTYPE), which may hold entities; save it without one"
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE", re.IGNORECASE)

_PREFIXES: Final[dict[Any, str]] = {None: AKN, "acquis": OWN}
_MIXED: Final = frozenset(
    {"p", "heading", "num", "docTitle", "docNumber", "crossHeading", "listIntroduction", "block", "signature"}
)


def akn(tag: str) -> str:
    """The full name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{tag}"


def own(tag: str) -> str:
    """The full name of an element or attribute of ours."""
    return f"{{{OWN}}}{tag}"


def element(tag: str, attributes: dict[str, str] | None = None, children: "Iterable[_Element]" = ()) -> "_Element":
    """An element of Akoma Ntoso with its attributes and children."""
    from lxml import etree

    made = etree.Element(akn(tag), nsmap=_PREFIXES)
    for name, value in (attributes or {}).items():
        made.set(name, legal(value))
    made.extend(children)
    return made


def written(root: "_Element") -> bytes:
    """The bytes of a tree, one block on a line; nothing is put among words."""
    return in_lines(root, mixed=_MIXED)


def parsed(content: bytes) -> "_Element":
    """The root of a file. No entity is replaced, nothing is fetched, and what an honest file does not need is refused.

    Raises `Unreadable` for a document type, which is where entities would stand, and for what is no XML.
    """
    from lxml import etree

    if len(content) > LARGEST:
        raise TooLarge(f"the file has {len(content):,} bytes, more than {LARGEST:,}")
    if _DOCTYPE.search(content.split(b"akomaNtoso", 1)[0].replace(b"\0", b"")):
        raise Unreadable(_ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(f"the XML is damaged, or lies too deep ({str(fault)[:120]})") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(_ENTITIES)
    _hold_depth(root)
    return root


def _hold_depth(root: "_Element") -> None:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise TooLarge(f"elements lie more than {_DEEPEST} deep in one another, which no honest text needs")


def spells_language(tag: str | None) -> bool:
    """Whether XML takes the tag for the language of an element."""
    return bool(tag and _LANGUAGE.fullmatch(tag))
