"""The graph of reuse as GraphML, for networkx, Gephi and the like: passages, texts or families, and what joins them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from acquis.formats._escape import legal
from acquis.precedents.families import Families, Family
from acquis.precedents.kin import Expression
from acquis.precedents.succession import Edge

if TYPE_CHECKING:
    from numpy.typing import NDArray

Value: TypeAlias = str | int | float | bool | None

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
"""GraphML (Brandes, Eiglsperger, Herman, Himsolt and Marshall, 2002)."""

_SPACE: Final[Any] = {None: NAMESPACE}
_TYPES: Final = {bool: "boolean", int: "int", float: "double", str: "string"}


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its address, and what is known of it. None is left out."""

    address: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two nodes, by their addresses, from the earlier to the later."""

    source: str
    target: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and the edges between them; where `directed` is False the order of an edge's ends means nothing."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    directed: bool = True

    def around(self, address: str) -> "Graph":
        """A node and those that it is joined to."""
        near = {address, *(end for each in self.links if address in (each.source, each.target) for end in _ends(each))}
        links = tuple(each for each in self.links if near.issuperset(_ends(each)))
        return Graph(tuple(each for each in self.nodes if each.address in near), links, self.directed)


def of_passages(edges: Iterable[Edge]) -> Graph:
    """Passages, and which has its words from which."""
    held = list(edges)
    members = {each.address: each for edge in held for each in (edge.earlier, edge.later)}
    nodes = (Node(address, {**_about(each.expression), "words": each.size}) for address, each in members.items())
    links = (Link(edge.earlier.address, edge.later.address, _told(edge)) for edge in held)
    return Graph(tuple(nodes), tuple(links))


def of_texts(edges: Iterable[Edge]) -> Graph:
    """Texts, and how many passages and words each has from which; `kind` is the most frequent one."""
    by: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    texts: dict[str, Expression] = {}
    for edge in edges:
        one, other = edge.earlier.expression, edge.later.expression
        texts |= {one.address: one, other.address: other}
        by[one.address, other.address].append(edge)
    nodes = (Node(address, _about(each)) for address, each in texts.items())
    return Graph(tuple(nodes), tuple(Link(*ends, _summed(held)) for ends, held in by.items()))


def of_families(families: Families, pairs: "NDArray[Any] | None" = None) -> Graph:
    """Families, and which have a clause in common: the best pair of their wordings is told. It has no direction.

    `pairs` are those that the families were made from, where no others are given.
    """
    pairs = families.pairs if pairs is None else pairs
    home = {wording.text: family for family in families.all for wording in family.wordings}
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for a, b, score, words in pairs[["a", "b", "score", "words"]].tolist():
        if a in home and b in home and home[a] is not home[b]:
            ends = _ordered(home[a].address, home[b].address)
            best[ends] = max(best.get(ends, (0, 0)), (score, words))
    links = (Link(*ends, {"kind": "clause", "score": score, "words": words}) for ends, (score, words) in best.items())
    return Graph(tuple(Node(each.address, _family(each)) for each in families.all), tuple(links), directed=False)


def graphml(graph: Graph) -> bytes:
    """The graph as a GraphML document: the same bytes for the same graph, in whatever order it was put together.

    What XML cannot hold becomes U+FFFD. A node's address is its label; edges to what is no node are left out.
    """
    from lxml import etree

    nodes = sorted({each.address: each for each in graph.nodes}.values(), key=lambda each: each.address)
    names = {each.address: f"n{at}" for at, each in enumerate(nodes)}
    links = sorted((each for each in graph.links if {each.source, each.target} <= names.keys()), key=_by_ends)
    keys = {"node": _types(each.values for each in nodes), "edge": _types(each.values for each in links)}
    out = BytesIO()
    with etree.xmlfile(out, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap=_SPACE):
            xml.write(*_declared(keys))
            with xml.element("graph", id="reuse", edgedefault="directed" if graph.directed else "undirected"):
                for node in nodes:
                    xml.write(_element("node", {"id": names[node.address]}, {"label": node.address, **node.values}))
                for at, link in enumerate(links):
                    ends = {"id": f"e{at}", "source": names[link.source], "target": names[link.target]}
                    xml.write(_element("edge", ends, link.values))
    return out.getvalue()


def _types(values: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """The type of each value by its name: whole numbers and others that stand under one name are both numbers."""
    found: defaultdict[str, set[type]] = defaultdict(set)
    for each in values:
        for name, value in each.items():
            if value is not None:
                found[name].add(type(value))
    return {name: _TYPES[_common(found[name])] for name in sorted(found)}


def _common(types: set[type]) -> type:
    if len(types) == 1:
        return min(types, key=str)
    return float if types == {int, float} else str


def _declared(keys: Mapping[str, Mapping[str, str]]) -> Iterator[Any]:
    from lxml import etree

    for of, types in keys.items():
        for name, kind in ({"label": "string", **types} if of == "node" else types).items():
            yield etree.Element(
                _tag("key"),
                nsmap=_SPACE,
                attrib={"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind},
            )


def _element(kind: str, attributes: dict[str, str], values: Mapping[str, Value]) -> Any:
    from lxml import etree

    made = etree.Element(_tag(kind), attributes, nsmap=_SPACE)
    for name, value in sorted(values.items()):
        if value is not None:
            etree.SubElement(made, _tag("data"), key=f"{kind}-{name}").text = _printed(value)
    return made


def _printed(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else legal(str(value))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _ends(link: Link) -> tuple[str, str]:
    return link.source, link.target


def _by_ends(link: Link) -> tuple[str, str, str]:
    return link.source, link.target, repr(sorted(link.values.items()))


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _about(expression: Expression) -> dict[str, Value]:
    names = ("work", "day", "title", "organisation", "organ", "kind", "language")
    return {name: getattr(expression, name) for name in names}


def _told(edge: Edge) -> dict[str, Value]:
    days = {"earlier_day": edge.earlier.expression.day, "later_day": edge.later.expression.day}
    return {"kind": edge.kind.value, "score": edge.score, "words": edge.words, "moved": edge.moved, **days}


def _summed(edges: Sequence[Edge]) -> dict[str, Value]:
    counts = Counter(edge.kind.value for edge in edges)
    first = edges[0]
    return {
        "kind": min(counts, key=lambda kind: (-counts[kind], kind)),
        "passages": len({edge.later.address for edge in edges}),
        "score": sum(edge.score for edge in edges),
        "words": sum(edge.words for edge in edges),
        "earlier_day": first.earlier.expression.day,
        "later_day": first.later.expression.day,
    }


def _family(family: Family) -> dict[str, Value]:
    return {
        "works": family.works,
        "wordings": len(family.wordings),
        "uses": len(family.members),
        "first": family.first.expression.day,
        "last": family.last.expression.day,
    }
