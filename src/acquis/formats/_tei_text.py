"""The parts of a document as the text of a TEI file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from acquis.formats import _tei_words as inline
from acquis.formats._akn_inline import iri
from acquis.formats._akn_tree import LISTED, Node, forest
from acquis.formats._akn_xml import XML_LANG, spells_language
from acquis.formats._tei_header import language
from acquis.formats._tei_words import Words
from acquis.formats._tei_xml import XML_ID, Ids, element
from acquis.model import Document, Kind, Part
from acquis.model.document import CONTAINERS

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN_PARAGRAPH: Final = LISTED | {Kind.NOTE, Kind.TABLE}
"""What may stand inside a paragraph; a paragraph that holds anything else is a division."""


def text(document: Document) -> "_Element":
    """The text with its parts, titles first."""
    maker = _Maker(document)
    top = forest(document.parts)
    titles = _titles(top)
    heads = [maker.leaf("head", node, {"type": "main"}) for node in top[:titles]]
    body = element("body", children=[*heads, *maker.blocks(top[titles:])])
    return element("text", {XML_LANG: language(document)}, [body])


def _titles(top: Sequence[Node]) -> int:
    """How many titles and headings stand above everything else."""
    plain = (node.leaf and node.part.kind in (Kind.TITLE, Kind.HEADING) for node in top)
    return next((at for at, each in enumerate(plain) if not each), len(top))


class _Maker:
    """Makes the elements of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = Ids()
        self._words = Words(document, self._ids)

    # --- in a division ----------------------------------------------------------------------------------------------

    def blocks(self, nodes: Sequence[Node]) -> "list[_Element]":
        """What stands side by side in a division: nothing but divisions may follow a division, nor may it be empty."""
        found: list[_Element] = []
        for zone, run in groupby(nodes, _zone):
            made = self._side_by_side([*run])
            apart = zone or (found and not _is_division_made(made[0]))
            found += [element("div", {"type": zone} if zone else {}, made)] if apart else made
        return found or [element("p")]

    def _side_by_side(self, nodes: Sequence[Node]) -> "list[_Element]":
        found: list[_Element] = []
        for divisions, run in groupby(nodes, _is_division):
            make = self._divisions if divisions else self._plain
            made = make(run)
            found += [element("div", children=made)] if found and not divisions else made
        return found

    def _divisions(self, nodes: Iterable[Node]) -> "list[_Element]":
        return [self._division(node) for node in nodes]

    def _division(self, node: Node) -> "_Element":
        """A container with its heading, or a paragraph that has paragraphs below it."""
        part = node.part
        if part.kind in CONTAINERS or part.kind is Kind.HEADING:
            heads = [self._words.put(element("head"), part)] if len(part.span) else []
        else:
            heads = [self._words.put(element("p"), part)] if len(part.span) else []
        return element("div", {"type": part.kind.value, **self._named(part)}, [*heads, *self.blocks(node.kids)])

    def _plain(self, nodes: Iterable[Node]) -> "list[_Element]":
        """Paragraphs, lists, tables and notes."""
        found: list[_Element] = []
        for shape, run in groupby(nodes, _shape):
            found += self._run(shape, run)
        return found if any(_is_block(each) for each in found) else [*found, element("p")]

    def _run(self, shape: str, nodes: Iterable[Node]) -> "list[_Element]":
        """Neighbours that are one list or one table; notes and paragraphs stand by themselves."""
        if not shape:
            return [self._paragraph(node) for node in nodes]
        if shape == "table":
            return [element("table", children=[row for node in nodes for row in self._rows(node)])]
        if shape == "note":
            return [self._note(node) for node in nodes]
        return [element("list", children=[self._item(node) for node in nodes])]

    def _paragraph(self, node: Node) -> "_Element":
        kind = node.part.kind
        if kind in (Kind.TITLE, Kind.HEADING):
            return self.leaf("label", node, {"type": kind.value})
        if kind is Kind.SIGNATURE:
            return self.leaf("ab", node, {"type": kind.value})
        made = self.leaf("p", node, {})
        made.extend(self._inside(node.kids))
        return made

    # --- inside a paragraph -----------------------------------------------------------------------------------------

    def _inside(self, nodes: Sequence[Node]) -> "Iterator[_Element]":
        """What stands in a paragraph or an item: whatever is neither note nor table is an item there."""
        for shape, run in groupby(nodes, lambda node: _shape(node) or "list"):
            yield from self._run(shape, run)

    def _item(self, node: Node) -> "_Element":
        made = self.leaf("item", node, {})
        made.extend(self._inside(node.kids))
        return made

    def _note(self, node: Node) -> "_Element":
        made = self.leaf("note", node, {"place": "bottom"})
        made.extend(self._inside(node.kids))
        return made

    def _rows(self, node: Node) -> "Iterator[_Element]":
        """A row for each line; the first one has the name of the part."""
        named = self._named(node.part)
        for line in node.part.span.of(self._document.text).split("\n"):
            cells = (inline.put(element("cell"), cell) for cell in line.split("\t"))
            yield element("row", named, cells)
            named = {}

    # --- what every part has ----------------------------------------------------------------------------------------

    def leaf(self, tag: str, node: Node, given: dict[str, str]) -> "_Element":
        """A part that is one element with its words in it."""
        return self._words.put(element(tag, {**given, **self._named(node.part)}), node.part)

    def _named(self, part: Part) -> dict[str, str]:
        """The id, the printed number and the language of a part."""
        named: dict[str, str] = {}
        if part.path:
            named[XML_ID] = self._ids.of(part.path)
            if named[XML_ID] != part.path:
                named["corresp"] = iri(f"{self._document.address}#{part.path}")
        if part.number and part.number.strip():
            named["n"] = part.number
        if spells_language(part.language):
            named[XML_LANG] = part.language or ""
        return named


def _is_division(node: Node) -> bool:
    if node.part.kind in CONTAINERS or (node.part.kind is Kind.HEADING and not node.leaf):
        return True
    if node.leaf or node.part.kind in LISTED:
        return False
    return any(each.part.kind not in _IN_PARAGRAPH for each in [*node.walk()][1:])


def _zone(node: Node) -> str:
    """The part of a resolution that a paragraph belongs to: its preamble, or what it decides."""
    return _ZONES.get(node.part.kind, "")


_ZONES: Final = {Kind.ENACTING: "preamble", Kind.PREAMBULAR: "preamble", Kind.OPERATIVE: "operative"}


def _shape(node: Node) -> str:
    """What neighbours of its kind are together: a list, a table, notes; "" for what stands by itself."""
    if node.part.kind in LISTED:
        return "list"
    return {Kind.TABLE: "table", Kind.NOTE: "note"}.get(node.part.kind, "") if node.leaf else ""


def _is_division_made(made: "_Element") -> bool:
    return str(made.tag).endswith("}div")


def _is_block(made: "_Element") -> bool:
    return not str(made.tag).endswith("}note")
