"""The braids above the loom: how passages became one another, as a picture whose columns are those of the table."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.model import Pinpoint

if TYPE_CHECKING:
    from acquis.precedents.kin import Member
    from acquis.precedents.succession import Edge
    from acquis.web.loom import Column

LEFT: Final = 48
_TOP: Final = 26
_LANE: Final = 42
_SPAN: Final = 1_150
_NARROWEST: Final = 208
_WIDEST: Final = 330


class Node(Struct, frozen=True):
    """A passage in the picture, and the title of its text; `kind` is "asked", "line" or "beside"."""

    address: str
    title: str
    label: str
    day: str | None
    kind: str
    x: float
    y: float


class Strand(Struct, frozen=True):
    """What became of one passage in another: the curve between them, and how many words went over."""

    earlier: str
    later: str
    titles: tuple[str, str]
    labels: tuple[str, str]
    days: tuple[str | None, str | None]
    kind: str
    moved: bool
    words: int
    path: str


class Braid(Struct, frozen=True):
    """The picture; lengths are pixels. `column` is how wide a column of the table below is, `left` its margin."""

    nodes: tuple[Node, ...]
    strands: tuple[Strand, ...]
    column: int
    left: int
    wide: int
    high: int


def braided(columns: "Sequence[Column]", edges: "Mapping[tuple[str, str], Edge]", line: Collection[str]) -> Braid:
    """The picture of some edges; what is of no column stands between two, where its day is."""
    column = max(_NARROWEST, min(_WIDEST, _SPAN // max(1, len(columns))))
    nodes = {each.address: each for each in _nodes(columns, edges, line, column)}
    strands = tuple(_strand(edge, nodes) for edge in edges.values())
    high = max((each.y for each in nodes.values()), default=0) + 24
    return Braid(tuple(nodes.values()), strands, column, LEFT, LEFT + column * len(columns), round(high))


def _nodes(
    columns: "Sequence[Column]", edges: "Mapping[tuple[str, str], Edge]", line: Collection[str], wide: int
) -> Iterator[Node]:
    """The passages of the line in the first lane; every other one in the first lane that is free at its place."""
    met: dict[str, Member] = {}
    for edge in edges.values():
        met |= {each.address: each for each in (edge.earlier, edge.later)}
    lanes: dict[float, int] = {}
    firsts = [each for each in columns if each.address in line]
    others = [each for each in columns if each.address not in line]
    for each in (*firsts, *others):
        x = LEFT + (columns.index(each) + 0.5) * wide
        kind = "asked" if each.asked else "line" if each.in_line else "beside"
        yield _node((each.address, each.title, each.day), kind, x, lanes, lowest=not each.in_line)
        met.pop(each.address, None)
    for member in sorted(met.values(), key=lambda each: (each.expression.day or "~", each.address)):
        x = _across(member, columns, wide)
        text = member.expression
        title = " ".join((text.title or text.work).split())
        yield _node((member.address, title, text.day), "beside", x, lanes, lowest=True)


def _node(known: tuple[str, str, str | None], kind: str, x: float, lanes: dict[float, int], *, lowest: bool) -> Node:
    """A passage by its address, the title and the day of its text, in the first lane that is free."""
    address, title, day = known
    lane = max(lanes.get(x, 0), 1 if lowest else 0)
    lanes[x] = lane + 1
    return Node(address, title, Pinpoint(address).part or "", day, kind, round(x, 1), _TOP + lane * _LANE)


def _across(member: "Member", columns: "Sequence[Column]", wide: int) -> float:
    """Where a passage stands that has no column: in that of its text, else between those of the days about it."""
    text = member.expression.address
    own = next((at for at, each in enumerate(columns) if Pinpoint(each.address).expression == text), None)
    if own is not None:
        return LEFT + (own + 0.5) * wide
    day = member.expression.day or "~"
    before = sum((each.day or "~") < day for each in columns)
    return LEFT + min(max(before * wide, wide // 6), len(columns) * wide - wide // 6)


def _strand(edge: "Edge", nodes: Mapping[str, Node]) -> Strand:
    one, other = nodes[edge.earlier.address], nodes[edge.later.address]
    bend = max(30.0, abs(other.x - one.x) / 2)
    return Strand(
        earlier=one.address,
        later=other.address,
        titles=(one.title, other.title),
        labels=(one.label, other.label),
        days=(one.day, other.day),
        kind=edge.kind.value,
        moved=edge.moved,
        words=edge.words,
        path=f"M{one.x} {one.y}C{one.x + bend} {one.y} {other.x - bend} {other.y} {other.x} {other.y}",
    )


def in_order(strands: Iterable[Strand]) -> list[Strand]:
    """The strands in the order of days, as they are told in words."""
    return sorted(strands, key=lambda each: tuple(day or "~" for day in each.days))
