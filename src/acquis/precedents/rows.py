"""The rows of an answer: a family of passages, told by the use of it that is strongest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from acquis.model import Pinpoint
from acquis.precedents import tables
from acquis.precedents.alignment import Block
from acquis.precedents.apart import Parting
from acquis.precedents.finding import Answer, Family, Met
from acquis.precedents.found import Precedent, Use, Wording
from acquis.precedents.kinds import clauses_of, relation_of, told, works_cited
from acquis.precedents.scope import Scope
from acquis.precedents.strength import reasons, strongest
from acquis.precedents.words import Words, places_in

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

_LAPS: Final = 0.5
"""Rows answer the same stretch of the query where so much of both stretches is shared."""

_ABOUT: Final = 0.05
"""Wordings that share so much less of the query than the best are about as like it."""

_OTHERS: Final = 5
"""So many other wordings of a family are shown with the nearest."""


@dataclass(frozen=True)
class Query:
    """What was asked: its text and words, and what they say of themselves.

    `on` is its day, None where that is not known; `place` the passage that it stands at (`apart.place_of`).
    """

    text: str
    words: Words
    on: str | None = None
    place: str | None = None

    @cached_property
    def clauses(self) -> Sequence[tuple[int, int]]:
        """Its clauses as stretches of words."""
        return clauses_of(self.text, self.words)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The works that it cites."""
        return works_cited(self.text)


def rows(
    db: "Connection", answer: Answer, scope: Scope, query: Query, *, newest: bool = False
) -> tuple[Precedent, ...]:
    """One row for each family, in their order; what a person told apart is of different rows.

    A row is told by the strongest use of its nearest wording. With `newest` it is told by its nearest use: of those
    about as like the query the last one before its day.
    """
    told_by = partial(_Uses, scope=scope, query=query, newest=newest)
    parted = Parting(db, scope).parted(answer.families, query.place, lambda each: told_by(each).head)
    uses = [told_by(each.family, said=each.said) for each in parted]
    held = tables.passages(db, sorted({number for each in uses for number in each.told}))
    made = (_row(query, each, held, scope, answer.counts) for each in uses)
    return tuple(_grouped(list(made)))


class _Uses:
    """The uses of a family that the scope lets pass; `told` are the passages that are shown of it.

    `head` is the passage that the row is told by, `met` the wordings with that of the head first. `earliest` and
    `nearest` are the first and the last use before the query's day of the wordings that are about as like it. `said`
    are the passages that a person told it apart from.
    """

    def __init__(
        self, family: Family, *, scope: Scope, query: Query, newest: bool, said: Sequence[Pinpoint] = ()
    ) -> None:
        import numpy as np

        self.family, self.said = family, said
        assert family.passages is not None
        assert family.readings is not None
        self.passages, readings = family.passages, family.readings
        self.works = len(np.unique(scope.texts.works[readings]))
        self.first, self.last = _ends(self.passages, readings, scope, None)
        like = [met for met in family.met if _as_like(met, family.best, len(query.words))]
        passages = np.concatenate([met.passages for met in like])
        same = np.concatenate([met.readings for met in like])
        self.earliest, self.nearest = _ends(passages, same, scope, query.on)
        own = self._newest() if newest else None
        self.met = [own or family.best, *(met for met in family.met if met is not (own or family.best))]
        self.shown = [strongest(met.passages, met.readings, scope, query.cited) for met in self.met[: 1 + _OTHERS]]
        if own is not None and self.nearest is not None:
            self.shown[0] = self.nearest

    def _newest(self) -> Met | None:
        """The wording that the nearest use has."""
        return next((met for met in self.family.met if self.nearest in met.passages), None)

    @property
    def head(self) -> int:
        """The passage that the row is told by."""
        return self.shown[0]

    @property
    def others(self) -> Sequence[Met]:
        """The wordings that are shown beside the first."""
        return self.met[1 : 1 + _OTHERS]

    @property
    def told(self) -> list[int]:
        """The numbers of the passages that are shown: one of each wording, and the ends of all and of the like."""
        ends = (self.first, self.last, self.earliest, self.nearest)
        return [number for number in (*self.shown, *ends) if number is not None]


def _ends(
    passages: "NDArray[Any]", readings: "NDArray[Any]", scope: Scope, on: str | None
) -> tuple[int | None, int | None]:
    """The first and the last dated use of an earlier day than `on`; of one day that of the highest organ."""
    import numpy as np

    order = scope.texts.order[readings]
    dated = order[scope.texts.before(on)[order]]
    if not len(dated):
        return None, None
    found = []
    for place in (int(dated.min()), int(dated.max())):
        day = scope.texts.of_day(place)
        own = np.flatnonzero((order >= day.start) & (order < day.stop))
        found.append(strongest(passages[own], readings[own], scope, frozenset()))
    return found[0], found[1]


def _as_like(met: Met, best: Met, asked: int) -> bool:
    """Whether a wording is about as like the query as the best one is.

    Where all the words of the query stand in the best as they are, they must here too; else it may share a twentieth
    of them less.
    """
    if _stands(best, asked):
        return _stands(met, asked)
    return met.alignment.words >= best.alignment.words - _ABOUT * asked * (best.alignment.words < asked)


def _in_precedent(block: Block) -> int:
    return block.b


def _stands(met: Met, asked: int) -> bool:
    """Whether a wording has all the words of the query, one after another."""
    return any(block.size == asked for block in met.alignment.blocks)


def use_of(passage: Any, rows: Mapping[int, Any]) -> Use:
    """A passage as a use of its words."""
    row = rows[passage.reading]
    address = Pinpoint(f"{row.address}#{passage.path}")
    return Use(address, row.day, row.title, row.organisation, row.organ, row.work)


def _row(query: Query, uses: _Uses, held: Mapping[int, Any], scope: Scope, counts: "NDArray[Any]") -> Precedent:
    passage, best = held[uses.head], uses.met[0]
    row, size, shared = scope.texts.rows[passage.reading], len(best.keys), best.alignment.words
    places = places_in(passage.words)
    blocks = sorted((*best.alignment.blocks, *best.alignment.moved))
    clauses = told(query.words, query.clauses, best.alignment, counts)
    covers, likeness = shared / size, 2 * shared / (len(query.words) + size)
    cited = row.work in query.cited
    ends = (uses.first, uses.last, uses.earliest, uses.nearest)
    first, last, earliest, nearest = (use_of(held[n], scope.texts.rows) if n is not None else None for n in ends)
    reasoned = reasons(row, works=uses.works, mode=scope.texts.modes.get(row.reading))
    return Precedent(
        use=use_of(passage, scope.texts.rows),
        words=passage.words,
        kind=relation_of(clauses, same=best.same, works=uses.works, cited=cited, likeness=likeness, covers=covers),
        same=best.same,
        covered=shared / len(query.words),
        covers=covers,
        likeness=likeness,
        query_spans=tuple(query.words.span(block.a, block.a_end) for block in blocks),
        spans=tuple((places[each.b][0], places[each.b_end - 1][1]) for each in sorted(blocks, key=_in_precedent)),
        clauses=clauses,
        uses=len(uses.passages),
        works=uses.works,
        wordings=uses.family.wordings,
        others=tuple(_wording(query, met, held[n], scope) for met, n in zip(uses.others, uses.shown[1:], strict=True)),
        first=first,
        last=last,
        earliest=earliest,
        nearest=nearest,
        strength=(*reasoned, *(f"a person told it apart from {each}" for each in uses.said)),
        group=0,
        passages=tuple(uses.passages.tolist()),
    )


def _wording(query: Query, met: Met, passage: Any, scope: Scope) -> Wording:
    shared = met.alignment.words
    likeness = 2 * shared / (len(query.words) + len(met.keys))
    return Wording(
        use_of(passage, scope.texts.rows), passage.words, shared / len(query.words), likeness, len(met.passages)
    )


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
