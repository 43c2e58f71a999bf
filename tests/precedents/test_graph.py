"""The graph of reuse as programs for graphs read it."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from acquis.precedents.families import families
from acquis.precedents.graph import NAMESPACE, Graph, Link, Node, graphml, of_families, of_passages, of_texts
from acquis.precedents.succession import Edge
from tests.precedents.woven import Woven, woven, written

BRIDGES = "The member States will repair the two bridges at Tesk before the floods of the coming spring."
SOONER = "The member States shall repair the two bridges at Tesk before the floods of the coming spring."
TOLLS = "No toll shall be levied on grain, timber and salt that are carried down the river."
BOTH = f"Whereas much was lost, and more may be lost where nothing is done in time by those concerned: {TOLLS} {TOLLS}"
A, B, C = (f"osr:{year}-06-01/text-{year}" for year in (2005, 2007, 2009))
OF = woven(written(A, BRIDGES, TOLLS), written(B, SOONER, TOLLS), written(C, BOTH))


def edges(of: Woven = OF) -> list[Edge]:
    lines = of.lines()
    return [edge for member in of.members for edge in lines.parents(member)]


def read(graph: Graph) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str, dict[str, Any]]]]:
    """Nodes and edges with their values, as a reader of GraphML takes them: keys first, then by type."""
    root = etree.fromstring(graphml(graph))
    space = {"g": NAMESPACE}
    as_type = {"string": str, "int": int, "double": float, "boolean": lambda text: text == "true"}
    keys = {key.get("id"): key for key in root.findall("g:key", space)}

    def values(of: Any) -> dict[str, Any]:
        known = ((keys[data.get("key")], data.text or "") for data in of.findall("g:data", space))
        return {key.get("attr.name"): as_type[key.get("attr.type")](text) for key, text in known}

    (drawn,) = root.findall("g:graph", space)
    assert drawn.get("edgedefault") == ("directed" if graph.directed else "undirected")
    nodes = {node.get("id"): values(node) for node in drawn.findall("g:node", space)}
    links = [(link.get("source"), link.get("target"), values(link)) for link in drawn.findall("g:edge", space)]
    named = {name: node["label"] for name, node in nodes.items()}
    return {node["label"]: node for node in nodes.values()}, [(named[a], named[b], told) for a, b, told in links]


def test_passages_are_joined_to_those_that_have_their_words() -> None:
    nodes, links = read(of_passages(edges()))

    assert nodes[f"{A}@en#p1"] == {
        **{"label": f"{A}@en#p1", "work": A, "day": "2005-06-01", "organisation": "osr", "organ": "CHS"},
        **{"kind": "declaration", "language": "en", "words": 17},
    }
    told = {"kind": "adapted", "moved": False, "earlier_day": "2005-06-01", "later_day": "2007-06-01"}
    assert (f"{A}@en#p1", f"{B}@en#p1", {**told, "score": 15, "words": 16}) in links


def test_texts_are_joined_with_the_sums_of_their_passages() -> None:
    nodes, links = read(of_texts(edges()))
    found = {(a, b): told for a, b, told in links}

    assert {f"{A}@en", f"{B}@en", f"{C}@en"} == set(nodes)
    assert (2, 32) == (found[f"{A}@en", f"{B}@en"]["passages"], found[f"{A}@en", f"{B}@en"]["words"])


def test_families_are_joined_where_they_share_a_clause_and_without_direction() -> None:
    graph = of_families(families(OF.members, OF.pairs, OF.kin()), OF.pairs)
    nodes, links = read(graph)

    assert not graph.directed
    assert [(f"{A}@en#p2", f"{C}@en#p1", "clause")] == [(a, b, told["kind"]) for a, b, told in links]
    assert (2, 1, 2) == tuple(nodes[f"{A}@en#p2"][name] for name in ("works", "wordings", "uses"))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_comes(rng: Random) -> None:
    graph = of_passages(edges())
    nodes, links = list(graph.nodes), list(graph.links)
    rng.shuffle(nodes)
    rng.shuffle(links)

    assert graphml(graph) == graphml(Graph(tuple(nodes), tuple(links)))


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_hostile_text_is_held_or_replaced_and_never_breaks_the_document(text: str) -> None:
    nodes, _ = read(Graph((Node("a", {"title": text}), Node("b")), (Link("a", "b", {"kind": text}),)))

    assert len(text) == len(nodes["a"]["title"])
    assert all(one in {other, "\ufffd"} for one, other in zip(nodes["a"]["title"], text, strict=True))


@pytest.mark.parametrize("text", ["</data></node>", "]]>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&#0;", "\"'<&>"])
def test_marks_of_the_form_are_words(text: str) -> None:
    nodes, links = read(Graph((Node(text), Node("b", {"title": text})), (Link(text, "b", {"kind": text}),)))

    assert (text, text, [(text, "b", {"kind": text})]) == (nodes[text]["label"], nodes["b"]["title"], links)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2], [1, 2]),
        ([1, 0.5], [1.0, 0.5]),
        ([True, False], [True, False]),
        ([1, "one"], ["1", "one"]),
        ([None, 2], [None, 2]),
    ],
)
def test_a_value_has_one_type_for_all_nodes(values: list[Any], expected: list[Any]) -> None:
    nodes, _ = read(Graph(tuple(Node(str(at), {"value": value}) for at, value in enumerate(values)), ()))

    assert expected == [nodes[str(at)].get("value") for at in range(len(values))]


def test_an_edge_to_what_is_no_node_is_left_out_and_an_empty_graph_is_one() -> None:
    assert ({"a": {"label": "a"}}, []) == read(Graph((Node("a"),), (Link("a", "b"),)))
    assert ({}, []) == read(Graph((), ()))
