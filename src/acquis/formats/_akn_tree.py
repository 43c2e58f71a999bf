"""The parts of a document as a tree, in the zones of an Akoma Ntoso document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from acquis.model import Kind, Part

DEEPEST: Final = 40
"""How deep parts may stand in one another in the markup; a deeper one keeps its holder as an attribute."""

HEAD: Final = frozenset({Kind.TITLE, Kind.HEADING})
OPENING: Final = frozenset({Kind.ENACTING, Kind.PREAMBULAR})
LISTED: Final = frozenset({Kind.ITEM, Kind.BULLET})


@dataclass(slots=True)
class Node:
    """A part, its place among the parts, and what stands in it. `above` is the path of the node that holds it."""

    part: Part
    at: int
    above: str = ""
    depth: int = 1
    kids: "list[Node]" = field(default_factory=list)

    @property
    def leaf(self) -> bool:
        """Whether nothing stands in it."""
        return not self.kids

    def walk(self) -> "Iterator[Node]":
        """The node, and all below it in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


@dataclass(frozen=True, slots=True)
class Zones:
    """The top of the tree, in the order of the markup."""

    preface: tuple[Node, ...]
    preamble: tuple[Node, ...]
    body: tuple[Node, ...]
    conclusions: tuple[Node, ...]
    attachments: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """Every node in the order in which the markup has it."""
        for zone in (self.preface, self.preamble, self.body, self.conclusions, self.attachments):
            for node in zone:
                yield from node.walk()


def zones(parts: Sequence[Part]) -> Zones:
    """Title and headings, preamble, body, signatures, annexes: runs at the top of the tree, in this order."""
    top = forest(parts)
    preface = _preface(top)
    preamble = preface + _preamble(top[preface:])
    attachments = len(top) - _run_back(top[preamble:], Kind.ANNEX, leaf=False)
    conclusions = attachments - _run_back(top[preamble:attachments], Kind.SIGNATURE, leaf=True)
    return Zones(
        tuple(top[:preface]),
        tuple(top[preface:preamble]),
        tuple(top[preamble:conclusions]),
        tuple(top[conclusions:attachments]),
        tuple(top[attachments:]),
    )


def forest(parts: Sequence[Part]) -> list[Node]:
    """The parts under those that hold them; one whose holder does not stand before it is at the top."""
    top: list[Node] = []
    known: dict[str, Node] = {}
    for at, part in enumerate(parts):
        above = known.get(part.within) if part.within else None
        if above is None or above.depth >= DEEPEST:
            node = Node(part, at)
            top.append(node)
        else:
            node = Node(part, at, above.part.path, above.depth + 1)
            above.kids.append(node)
        known[part.path] = node
    return top


def _preface(top: Sequence[Node]) -> int:
    """How many nodes the preface has: titles and headings up to the last title before anything else."""
    last = 0
    for at, node in enumerate(top):
        if node.part.kind not in HEAD or node.kids:
            break
        if node.part.kind is Kind.TITLE:
            last = at + 1
    return last


def _preamble(top: Sequence[Node]) -> int:
    """How many nodes the preamble has: who speaks and what moves them, with the headings among these."""
    last = 0
    for at, node in enumerate(top):
        if node.part.kind is Kind.HEADING and node.leaf:
            continue
        if node.part.kind not in OPENING or not _only_lists(node):
            break
        if node.part.kind is Kind.ENACTING and node.part.number is not None:
            break
        last = at + 1
    return last


def _only_lists(node: Node) -> bool:
    below = list(node.walk())[1:]
    return all(each.part.kind in LISTED for each in below)


def _run_back(top: Sequence[Node], kind: Kind, *, leaf: bool) -> int:
    """How many nodes of a kind stand at the end."""
    count = 0
    for node in reversed(top):
        if node.part.kind is not kind or (leaf and node.kids):
            break
        count += 1
    return count
