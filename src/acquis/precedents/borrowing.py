"""What organisations have of one another: passages that stood in the texts of another one first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from acquis.precedents.base import Base
from acquis.precedents.kin import Member, before
from acquis.precedents.lineage import Lines
from acquis.precedents.reuse import Reuse
from acquis.precedents.succession import Edge, edge_of
from acquis.wording import counted


class Borrowing(Struct, frozen=True):
    """A passage of one organisation with words that a text of another one has.

    `directed` is whether the earlier one is known to be earlier; of one day, or where a day is not known, neither is
    the source, and the two stand in the order of their addresses.
    """

    edge: Edge
    directed: bool

    @property
    def source(self) -> str:
        """The organisation that had the words first, as far as that is known."""
        return self.edge.earlier.expression.organisation or ""

    @property
    def target(self) -> str:
        """The organisation that has them from it."""
        return self.edge.later.expression.organisation or ""

    @property
    def day(self) -> str | None:
        """The day of the later use."""
        return self.edge.later.expression.day

    @property
    def direction(self) -> str:
        """Who has it from whom; a dash where it is not known who was first."""
        return f"{self.source} {_mark(self.directed)} {self.target}"

    def claim(self, base: Base) -> str:
        """What is claimed, with what was searched in the same line."""
        mark = _mark(self.directed)
        word = "no use of its own before" if self.directed else "which came first is not known"
        earlier = f"{self.edge.earlier.address} ({self.edge.earlier.expression.day or 'undated'})"
        return (
            f"{self.day or 'undated'}  {self.direction}  {earlier} {mark} {self.edge.later.address}  {base.claim(word)}"
        )


@dataclass(frozen=True, slots=True)
class Flow:
    """What one organisation has of another in a year: passages, the texts they stand in, and words that are shared."""

    source: str
    target: str
    year: str | None
    directed: bool
    passages: int
    texts: int
    words: int

    def __str__(self) -> str:
        """One line, as for people."""
        held = f"{counted(self.passages, 'passage')} in {counted(self.texts, 'text')}, {counted(self.words, 'word')}"
        return f"{self.source} {_mark(self.directed)} {self.target}, {self.year or 'undated'}: {held}"


def _mark(directed: bool) -> str:
    return "→" if directed else "–"


def borrowings(lines: Lines, passages: Iterable[Member]) -> Iterator[Borrowing]:
    """What of these passages an organisation has of another one: of its own texts none had the words before.

    A passage that is repeated later is borrowed once. What has no organisation is borrowed by and from nobody.
    """
    for passage in passages:
        sources = list(lines.sources(passage)) if passage.expression.organisation else []
        yield from (Borrowing(edge, directed=True) for edge in sources if not edge.tied and _foreign(edge))
        if not sources and passage.expression.organisation:
            yield from _beside(lines, passage)


def flows(borrowed: Iterable[Borrowing]) -> tuple[Flow, ...]:
    """The sums for each two organisations and year, in their order; the years are those of the later use."""
    by: defaultdict[tuple[str, str, str, bool], list[Borrowing]] = defaultdict(list)
    for each in borrowed:
        by[each.source, each.target, (each.day or "")[:4], each.directed].append(each)
    return tuple(
        Flow(source, target, year or None, directed, *_sums(by[source, target, year, directed]))
        for source, target, year, directed in sorted(by)
    )


def _sums(held: Iterable[Borrowing]) -> tuple[int, int, int]:
    edges = [each.edge for each in held]
    passages = {edge.later.address for edge in edges}
    texts = {edge.later.expression.address for edge in edges}
    return len(passages), len(texts), sum(edge.words for edge in edges)


def _foreign(edge: Edge) -> bool:
    one, other = edge.earlier.expression.organisation, edge.later.expression.organisation
    return None not in (one, other) and one != other


def _beside(lines: Lines, passage: Member) -> Iterator[Borrowing]:
    """What another organisation has of a passage that nobody had before, where no day tells who had it first."""
    for shared in lines.reuse.near(passage):
        for other in lines.reuse.members(shared.text):
            edge = edge_of(other, passage, shared)
            if other.address < passage.address and _foreign(edge) and _undecided(edge, lines.reuse):
                yield Borrowing(edge, directed=False)


def _undecided(edge: Edge, reuse: Reuse) -> bool:
    """Whether two passages are of different documents, as far as people say, and no day tells which was first."""
    one, other = edge.earlier.expression, edge.later.expression
    days = one.day, other.day
    apart = not reuse.kin.one(one, other) and not reuse.parted(edge.earlier, edge.later)
    return apart and not before(*days) and not before(*days[::-1])
