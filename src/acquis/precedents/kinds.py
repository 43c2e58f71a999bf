"""How a passage is related to what was asked, clause by clause."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from acquis.precedents.alignment import Alignment
from acquis.precedents.found import Clause, Relation
from acquis.precedents.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BORDER: Final = re.compile(r"[,;:.!?—–]+(?=\s|$)|[，；：。！？、]")
_FEWEST: Final = 4
"""A clause of fewer words goes with the one before it."""

_FORMULA: Final = 12
"""What stands in so many works is boilerplate; a clause, in so many texts."""

_ADAPTED: Final = 0.6
_SOME: Final = 0.3
_WHOLE: Final = 0.85
_CUT: Final = 0.7


def clauses_of(text: str, words: Words) -> list[tuple[int, int]]:
    """The clauses of a text as stretches of its words: they end at commas, semicolons, colons, stops and dashes."""
    ends = [place[1] for place in words.places]
    cuts = sorted({bisect_left(ends, border.end()) for border in _BORDER.finditer(text)} | {len(words)})
    found: list[tuple[int, int]] = []
    start = 0
    for cut in cuts:
        if cut - start >= _FEWEST or (cut == len(words) and cut > start and not found):
            found.append((start, cut))
            start = cut
    if found and start < len(words):
        found[-1] = (found[-1][0], len(words))
    return found


def told(
    words: Words, clauses: Sequence[tuple[int, int]], alignment: Alignment, counts: "NDArray[Any]"
) -> tuple[Clause, ...]:
    """Each clause of the query with how it stands in the precedent.

    `counts` says for each run of three words of the query in how many texts it stands.
    """
    held = bytearray(len(words))
    joined = bytearray(len(words))  # a word that follows the one before it in the precedent too
    for block in (*alignment.blocks, *alignment.moved):
        held[block.a : block.a_end] = b"\1" * block.size
        joined[block.a + 1 : block.a_end] = b"\1" * (block.size - 1)
    return tuple(
        Clause(
            span=words.span(start, end),
            kind=_kind(held[start:end], joined[start + 1 : end], counts[start : end - 2]),
            covered=sum(held[start:end]) / (end - start),
        )
        for start, end in clauses
    )


def _kind(held: bytearray, joined: bytearray, runs: "NDArray[Any]") -> Relation:
    """How a clause stands there: which of its words, which of them follow the one before, how common its runs are."""
    share = sum(held) / len(held)
    if share >= _ADAPTED and len(runs) and int(runs.min()) >= _FORMULA:
        return Relation.FORMULA
    return Relation.IDENTICAL if all(held) and all(joined) else _by_share(share)


def _by_share(covered: float) -> Relation:
    if covered >= _ADAPTED:
        return Relation.ADAPTED
    return Relation.PARTIAL if covered >= _SOME else Relation.ABSENT


def relation_of(
    clauses: Sequence[Clause], *, same: bool, works: int, cited: bool, likeness: float, covers: float
) -> Relation:
    """How the passage as a whole is related: a citation tells most, then how common it is, then the words."""
    kinds = {clause.kind for clause in clauses}
    if cited:
        return Relation.QUOTATION
    if works >= _FORMULA:
        return Relation.FORMULA
    if same:
        return Relation.IDENTICAL
    if Relation.ADAPTED in kinds and likeness < _WHOLE and (Relation.ABSENT in kinds or covers < _CUT):
        return Relation.MIXED
    return Relation.ADAPTED if likeness >= _ADAPTED else Relation.PARTIAL


def works_cited(text: str) -> frozenset[str]:
    """The works that a text cites, by their addresses."""
    return frozenset(_works_cited(text))


def _works_cited(text: str) -> Iterator[str]:
    from acquis.model import Kind, Part, Pinpoint, Span
    from acquis.structure.citations import citations_in

    part = Part(path="p1", kind=Kind.PARAGRAPH, span=Span(0, len(text)))
    for citation in citations_in(text, [part], own=Pinpoint("file:query")):
        if citation.target is not None:
            yield str(Pinpoint(citation.target).work)
