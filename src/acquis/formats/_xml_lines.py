"""XML with one block on a line, whichever vocabulary it is of."""

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: "_Element") -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def in_lines(root: "_Element", *, mixed: Set[str]) -> bytes:
    """The bytes of a tree, one block on a line; nothing is put into the `mixed` elements, which have words."""
    from lxml import etree

    _indent(root, 0, mixed)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(parent: "_Element", depth: int, mixed: Set[str]) -> None:
    if not len(parent) or local(parent) in mixed:
        return
    parent.text = "\n" + "  " * (depth + 1)
    for child in parent:
        _indent(child, depth + 1, mixed)
        child.tail = parent.text
    parent[-1].tail = "\n" + "  " * depth
