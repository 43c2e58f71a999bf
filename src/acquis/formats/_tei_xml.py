"""TEI as XML: how its elements are made and written, and which names may be ids."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from acquis.formats._escape import legal
from acquis.formats._xml_lines import in_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_NAMES: Final[dict[Any, str]] = {None: TEI}
_WORDS: Final = frozenset(
    {"p", "head", "item", "label", "cell", "note", "ab", "seg", "title", "idno", "licence", "author", "publisher"}
    | {"date", "rs", "language", "change", "distributor"}
)
"""Elements with words in them: no line breaks are put among these."""

_NO_ID: Final = re.compile(r"[^\w.-]", re.ASCII)


def element(tag: str, attributes: Mapping[str, str] | None = None, children: "Iterable[_Element]" = ()) -> "_Element":
    """An element of TEI with its attributes and children."""
    from lxml import etree

    made = etree.Element(f"{{{TEI}}}{tag}", nsmap=_NAMES)
    for name, value in (attributes or {}).items():
        made.set(name, legal(value))
    made.extend(children)
    return made


def said(tag: str, words: str, **attributes: str) -> "_Element":
    """An element with plain words."""
    made = element(tag, attributes)
    made.text = legal(words)
    return made


def written(root: "_Element") -> bytes:
    """The bytes of a tree, one block on a line; nothing is put among words."""
    return in_lines(root, mixed=_WORDS)


class Ids:
    """Gives each path an id of its own: the path itself wherever XML lets it stand as one (NCName, in ASCII)."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, path: str) -> str:
        """The id of a path; another one each time.

        >>> ids = Ids()
        >>> ids.of("op12.a"), ids.of("p1!2"), ids.of("p1_2")
        ('op12.a', 'p1_2', 'p1_2-2')
        """
        name = _NO_ID.sub("_", path)
        name = name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"
        free, again = name, 1
        while free in self._taken:
            again += 1
            free = f"{name}-{again}"
        self._taken.add(free)
        return free
