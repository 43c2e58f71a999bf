"""The rows of an answer: a family of passages, told by the use of it that is strongest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from acquis.model import Pinpoint
from acquis.precedents import tables
from acquis.precedents.finding import Answer, Family, Met
from acquis.precedents.found import Precedent, Use, Wording
from acquis.precedents.kinds import clauses_of, relation_of, told, works_cited
from acquis.precedents.scope import Scope
from acquis.precedents.strength import reasons
from acquis.precedents.words import Words, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

_LAPS: Final = 0.5
"""Rows answer the same stretch of the query where so much of both stretches is shared."""

_OTHERS: Final = 5
"""So many other wordings of a family are shown with the nearest."""


@dataclass(frozen=True)
class Query:
    """What was asked: its text and words, and what they say of themselves."""

    text: str
    words: Words

    @cached_property
    def clauses(self) -> Sequence[tuple[int, int]]:
        """Its clauses as stretches of words."""
        return clauses_of(self.text, self.words)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The works that it cites."""
        return works_cited(self.text)


def rows(db: "Connection", answer: Answer, scope: Scope, query: Query) -> tuple[Precedent, ...]:
    """One row for each family, in their order."""
    uses = [_Uses(family, scope, query.cited) for family in answer.families]
    held = tables.passages(db, sorted({number for each in uses for number in each.told}))
    made = (_row(query, each, held, scope, answer.counts) for each in uses)
    return tuple(_grouped(list(made)))


class _Uses:
    """The uses of a family that the scope lets pass; `told` are the passages that are shown of it."""

    def __init__(self, family: Family, scope: Scope, cited: frozenset[str]) -> None:
        import numpy as np

        self.family = family
        assert family.passages is not None
        self.passages, readings = family.passages, family.readings
        self.works = len(np.unique(scope.works[readings]))
        order = scope.order[readings]
        dated = np.flatnonzero(order < scope.dated)
        self.first = int(self.passages[np.argmin(order)])
        self.last = int(self.passages[dated[np.argmax(order[dated])]]) if len(dated) else None
        self.shown = [strongest(met.passages, met.readings, scope, cited) for met in family.met[: 1 + _OTHERS]]

    @property
    def others(self) -> Sequence[Met]:
        """The wordings that are shown beside the nearest."""
        return self.family.met[1 : 1 + _OTHERS]

    @property
    def told(self) -> list[int]:
        """The numbers of the passages that are shown: of each wording the strongest, the first of all, the last."""
        return [number for number in (*self.shown, self.first, self.last) if number is not None]


def strongest(passages: "NDArray[Any]", readings: "NDArray[Any]", scope: Scope, cited: frozenset[str]) -> int:
    """The passage that stands for all that have these words: of a work that is cited, of the highest organ, the last.

    Undated ones come after all others.
    """
    import numpy as np

    named = [reading for work in cited for reading in scope.readings_of.get(work, ())]
    order = scope.order[readings]
    latest = np.where(order < scope.dated, -order, 1)
    best = np.lexsort((passages, latest, scope.levels[readings], ~np.isin(readings, named)))[0]
    return int(passages[best])


def use_of(passage: Any, rows: Mapping[int, Any]) -> Use:
    """A passage as a use of its words."""
    row = rows[passage.reading]
    address = Pinpoint(row.address).at(passage.path)
    return Use(address, row.day, row.title, row.organisation, row.organ, row.work)


def _row(query: Query, uses: _Uses, held: Mapping[int, Any], scope: Scope, counts: "NDArray[Any]") -> Precedent:
    passage, best = held[uses.shown[0]], uses.family.best
    row, own, shared = scope.rows[passage.reading], words_of(passage.words), best.alignment.words
    blocks = sorted((*best.alignment.blocks, *best.alignment.moved))
    clauses = told(query.words, query.clauses, best.alignment, counts)
    covers, likeness = shared / len(own), 2 * shared / (len(query.words) + len(own))
    cited = row.work in query.cited
    first = use_of(held[uses.first], scope.rows)
    last = use_of(held[uses.last], scope.rows) if uses.last is not None else None
    return Precedent(
        use=use_of(passage, scope.rows),
        words=passage.words,
        kind=relation_of(clauses, same=best.same, works=uses.works, cited=cited, likeness=likeness, covers=covers),
        same=best.same,
        covered=shared / len(query.words),
        covers=covers,
        likeness=likeness,
        query_spans=tuple(query.words.span(block.a, block.a_end) for block in blocks),
        spans=tuple(own.span(block.b, block.b_end) for block in sorted(blocks, key=lambda each: each.b)),
        clauses=clauses,
        uses=len(uses.passages),
        works=uses.works,
        wordings=uses.family.wordings,
        others=tuple(_wording(query, met, held[n], scope) for met, n in zip(uses.others, uses.shown[1:], strict=True)),
        first=first if first.day else None,
        last=last,
        strength=reasons(row, works=uses.works),
        group=0,
        passages=tuple(uses.passages.tolist()),
    )


def _wording(query: Query, met: Met, passage: Any, scope: Scope) -> Wording:
    shared = met.alignment.words
    likeness = 2 * shared / (len(query.words) + len(met.keys))
    return Wording(use_of(passage, scope.rows), passage.words, shared / len(query.words), likeness, len(met.passages))


def _grouped(made: Sequence[Precedent]) -> list[Precedent]:
    """The rows with the number of the stretch of the query that each answers."""
    stretches: list[tuple[int, int]] = []
    found = []
    for row in made:
        own = stretch_of(row)
        at = next((n for n, held in enumerate(stretches) if _lap(own, held) >= _LAPS), len(stretches))
        if at == len(stretches):
            stretches.append(own)
        found.append(replace(row, group=at))
    return found


def stretch_of(row: Precedent) -> tuple[int, int]:
    """The stretch of the query that a row answers, code points."""
    return min(start for start, _ in row.query_spans), max(end for _, end in row.query_spans)


def _lap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(one[1] - one[0], other[1] - other[0])
