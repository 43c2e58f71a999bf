"""The parts of a document as Akoma Ntoso markup."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from acquis.formats import _akn_inline as inline
from acquis.formats._akn_tree import HEAD, LISTED, Node, Zones
from acquis.formats._akn_xml import XML_LANG, element, own, spells_language
from acquis.formats._escape import XML, escaped
from acquis.formats._fields import attributes
from acquis.formats._stretches import spans_written
from acquis.model import Document, Kind, Part
from acquis.model.document import CONTAINERS, COUNTED

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS: Final = {
    **{Kind.SECTION: "section", Kind.CHAPTER: "chapter", Kind.DIVISION: "part", Kind.ARTICLE: "article"},
    **{Kind.ENACTING: "paragraph", Kind.PREAMBULAR: "paragraph", Kind.OPERATIVE: "paragraph"},
    **{Kind.PARAGRAPH: "paragraph", Kind.ITEM: "point", Kind.BULLET: "indent"},
}
"""The element of each kind; every other kind is an `hcontainer` of that name."""

_SHORT: Final = {
    **{"section": "sec", "chapter": "chp", "article": "art", "paragraph": "para", "subparagraph": "subpara"},
    **{"recital": "rec", "recitals": "recs", "attachment": "att", "blockList": "list"},
}
"""How the naming convention shortens the names of elements in an eId; the others stand in full."""

_STRUCTURED: Final = frozenset({"path", "kind", "span", "number", "within", "sentences", "language"})
_HEADED: Final = CONTAINERS | HEAD
_SET_APART: Final = frozenset({Kind.NOTE, Kind.TABLE, Kind.SIGNATURE})


class Body:
    """Makes the markup of the parts. `plain` says that the text is the parts one after the other and nothing else."""

    def __init__(self, document: Document, *, plain: bool, in_order: bool) -> None:
        self._document = document
        self._plain, self._in_order = plain, in_order
        self._cited = inline.Cited(document.citations)
        self._counts: Counter[str] = Counter()
        self._used: set[str] = set()

    def preface(self, nodes: Sequence[Node]) -> "list[_Element]":
        """Titles in a paragraph each, headings as blocks."""
        return [self._in_preface(node) for node in nodes]

    def preamble(self, nodes: Sequence[Node]) -> "list[_Element]":
        """The enacting formula, recitals, and the headings among them."""
        found: list[_Element] = []
        recitals: _Element | None = None
        for node in nodes:
            if node.part.kind is not Kind.PREAMBULAR:
                recitals = None
                found.append(self._formula(node) if node.part.kind is Kind.ENACTING else self._block(node))
                continue
            if recitals is None:
                recitals = element("recitals", {"eId": self._eid("", "recitals", None)})
                found.append(recitals)
            recitals.append(self._recital(node, recitals.get("eId", "")))
        return found

    def body(self, nodes: Sequence[Node], eid: str = "") -> "list[_Element]":
        """The hierarchy; an empty container where there is none, since a body must hold something."""
        return self._all(nodes, eid, inside=False) or [element("hcontainer", {"name": "empty"})]

    def conclusions(self, nodes: Sequence[Node]) -> "list[_Element]":
        """A paragraph for each signature."""
        return [element("p", children=[self._leaf("signature", node, "")]) for node in nodes]

    def attachment(self, node: Node) -> "tuple[_Element, list[_Element]]":
        """An annex with number and heading, and what its own body holds."""
        eid = self._eid("", "attachment", node.part.number)
        made = element("attachment", self._named(node, eid), self._top(node, eid))
        return made, self.body(node.kids, eid)

    # --- in preface and preamble ----------------------------------------------------------------------------

    def _in_preface(self, node: Node) -> "_Element":
        if node.part.kind is not Kind.TITLE:
            return self._block(node)
        title = self._leaf("docTitle", node, "")
        if node.part.number is None or XML.search(node.part.number):
            return element("p", children=[title])
        del title.attrib[own("number")]  # it can stand before the title as it is printed
        number = inline.fill(element("docNumber"), node.part.number)
        number.tail = " "
        return element("p", children=[number, title])

    def _block(self, node: Node) -> "_Element":
        return self._leaf("block", node, "", {"name": "heading"})

    def _formula(self, node: Node) -> "_Element":
        eid = self._eid("", "formula", None)
        return element("formula", {"name": "enactingFormula", **self._named(node, eid)}, self._blocks(node, eid))

    def _recital(self, node: Node, above: str) -> "_Element":
        eid = self._eid(above, "recital", node.part.number)
        return element("recital", self._named(node, eid), [*self._number(node.part), *self._blocks(node, eid)])

    def _blocks(self, node: Node, eid: str) -> "list[_Element]":
        """The words of a paragraph of the preamble, as the introduction of a list where items follow."""
        if node.leaf:
            return [self._words("p", node.part, eid)]
        listed = self._eid(eid, "blockList", None)
        made = element("blockList", {"eId": listed}, [self._words("listIntroduction", node.part, eid)])
        for kid in node.kids:
            own_id = self._eid(listed, "item", kid.part.number)
            within = [*self._number(kid.part), *self._blocks(kid, own_id)]
            made.append(element("item", self._named(kid, own_id), within))
        return [made]

    # --- in the body ----------------------------------------------------------------------------------------

    def _all(self, nodes: Sequence[Node], above: str, *, inside: bool) -> "list[_Element]":
        """What stands side by side; rows that follow each other are one table."""
        found: list[_Element] = []
        for rows, run in groupby(nodes, self._is_row):
            if rows:
                table = element("table", {"eId": self._eid(above, "table", None)})
                table.extend(self._row(node, table.get("eId", "")) for node in run)
                found.append(_set_apart(Kind.TABLE, table))
            else:
                found += [self._hierarchy(node, above, inside=inside) for node in run]
        return found

    def _is_row(self, node: Node) -> bool:
        words = node.part.span.of(self._document.text)
        return node.part.kind is Kind.TABLE and node.leaf and node.part.number is None and "\n" not in words

    def _row(self, node: Node, above: str) -> "_Element":
        words = node.part.span.of(self._document.text)
        return element("tr", self._named(node, self._eid(above, "tr", None)), inline.cells(words))

    def _hierarchy(self, node: Node, above: str, *, inside: bool) -> "_Element":
        kind = node.part.kind
        if kind is Kind.HEADING and node.leaf and inside and node.part.number is None:
            return self._leaf("crossHeading", node, above)
        if kind in _SET_APART and node.leaf and (kind is Kind.NOTE or node.part.number is None):
            return self._apart(node, above)
        tag = "subparagraph" if inside and kind in COUNTED - LISTED and _in_paragraph(above) else _TAGS.get(kind)
        eid = self._eid(above, tag or "hcontainer", node.part.number)
        held = self._heading_and_kids(node, eid) if kind in _HEADED else self._words_and_kids(node, eid)
        given = {} if tag else {"name": _hcontainer(kind)}
        given |= self._named(node, eid) | ({"refersTo": "#preambular"} if kind is Kind.PREAMBULAR else {})
        return element(tag or "hcontainer", given, [*self._number(node.part), *held])

    def _heading_and_kids(self, node: Node, eid: str) -> "list[_Element]":
        heading = [self._words("heading", node.part, eid)] if len(node.part.span) else []
        return [*heading, *self._all(node.kids, eid, inside=True)]

    def _words_and_kids(self, node: Node, eid: str) -> "list[_Element]":
        words = self._words("p", node.part, eid)
        if node.leaf:
            return [element("content", children=[words])]
        listed = all(kid.part.kind in LISTED for kid in node.kids)
        inner = self._eid(eid, "list", None) if listed else eid
        held = [element("intro", children=[words])] if len(node.part.span) else []
        held += self._all(node.kids, inner, inside=True)
        return [element("list", {"eId": inner}, held)] if listed else held

    def _apart(self, node: Node, above: str) -> "_Element":
        """A note, a table or a signature, in the container that lets it stand among articles and paragraphs."""
        if node.part.kind is Kind.NOTE:
            held = element("p", children=[self._note(node, above)])
        elif node.part.kind is Kind.TABLE:
            held = self._table(node, above)
        else:
            held = element("p", children=[self._leaf("signature", node, above)])
        return _set_apart(node.part.kind, held)

    def _note(self, node: Node, above: str) -> "_Element":
        number = node.part.number
        eid = self._eid(above, "authorialNote", number)
        marker = {} if number is None or XML.search(number) else {"marker": number}
        given = {**self._named(node, eid), **marker, "placement": "bottom"}
        kept = {} if number is None or marker else {own("number"): escaped(number)}
        return element("authorialNote", given | kept, [self._words("p", node.part, eid)])

    def _table(self, node: Node, above: str) -> "_Element":
        words = node.part.span.of(self._document.text)
        return element("table", self._named(node, self._eid(above, "table", None)), inline.table(words))

    # --- what every part has --------------------------------------------------------------------------------

    def _leaf(self, tag: str, node: Node, above: str, given: dict[str, str] | None = None) -> "_Element":
        """A part that is one element with its words in it; its number, which is none of them, is an attribute."""
        eid = self._eid(above, tag, None)
        number = {} if node.part.number is None else {own("number"): escaped(node.part.number)}
        return self._words(tag, node.part, eid, {**(given or {}), **self._named(node, eid), **number})

    def _top(self, node: Node, eid: str) -> "list[_Element]":
        heading = [self._words("heading", node.part, eid)] if len(node.part.span) else []
        return [*self._number(node.part), *heading]

    def _number(self, part: Part) -> "list[_Element]":
        if part.number is None or XML.search(part.number):
            return []
        return [inline.fill(element("num"), part.number)]

    def _words(self, tag: str, part: Part, eid: str, given: dict[str, str] | None = None) -> "_Element":
        sentences = part.sentences if inline.can_mark(part.sentences, part.span) else ()
        names = [
            {"eId": f"{eid}__s_{count}", "wId": f"{part.path}.s{count}"} if _spells_id(part.path) and eid else {}
            for count in range(1, len(sentences) + 1)
        ]
        marks = self._cited.sentence_marks(part.span, sentences, names)
        return inline.fill(element(tag, given), part.span.of(self._document.text), marks)

    def _named(self, node: Node, eid: str) -> dict[str, str]:
        """The attributes by which a part is known again: its ids, its kind, and what the markup does not say."""
        part = node.part
        named = {"eId": eid, own("kind"): part.kind.value}
        named |= {"wId": part.path} if _spells_id(part.path) else {own("path"): escaped(part.path)}
        if part.language is not None:
            spelled = spells_language(part.language)
            named |= {XML_LANG: part.language} if spelled else {own("language"): escaped(part.language)}
        if part.number is not None and XML.search(part.number):
            named[own("number")] = escaped(part.number)
        if part.within != node.above:
            named[own("within")] = escaped(part.within)
        return named | self._rest(node)

    def _rest(self, node: Node) -> dict[str, str]:
        part = node.part
        found = {own(name): value for name, value in attributes(part, leave=_STRUCTURED).items()}
        if not self._plain:
            found[own("span")] = spans_written([part.span])
        if not self._in_order:
            found[own("at")] = str(node.at)
        if part.sentences and (part.kind is Kind.TABLE or not inline.can_mark(part.sentences, part.span)):
            found[own("sentences")] = spans_written(part.sentences)
        return found

    def _eid(self, above: str, tag: str, number: str | None) -> str:
        """The id of an element in this expression, as the naming convention forms it; no two are the same."""
        first = f"{above}__" if above else ""
        own_part = _bare(number)
        stem = f"{first}{_SHORT.get(tag, tag)}"
        if not own_part:
            self._counts[stem] += 1
            own_part = str(self._counts[stem])
        name, again = f"{stem}_{own_part}", 1
        while name in self._used:
            again += 1
            name = f"{stem}_{own_part}-{again}"
        self._used.add(name)
        return name


def _bare(number: str | None) -> str:
    """The number without the word before it and the signs around it: `12` for "Article 12."."""
    tokens = re.findall(r"[^\W_]+", number or "")
    if len(tokens) > 1 and len(tokens[0]) > 3 and tokens[0].isalpha():
        del tokens[0]
    return "-".join(tokens)


def _in_paragraph(above: str) -> bool:
    return above.rsplit("__", 1)[-1].startswith(("para_", "subpara_"))


def _set_apart(kind: Kind, held: "_Element") -> "_Element":
    return element("hcontainer", {"name": kind.value}, [element("content", children=[held])])


def _hcontainer(kind: Kind) -> str:
    return "crossHeading" if kind is Kind.HEADING else kind.value


def _spells_id(path: str) -> bool:
    return bool(path) and not re.search(r"\s", path) and not XML.search(path)


def markup(document: Document, zones: Zones, *, plain: bool) -> Body:
    """The maker of a document's markup; parts out of their order are numbered."""
    in_order = all(at == node.at for at, node in enumerate(zones.walk()))
    return Body(document, plain=plain, in_order=in_order)
