"""The lines and families of all that is held, as of a change: what lineage is asked of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from acquis.archive import queries
from acquis.archive.holdings import Holdings
from acquis.errors import NotHeld
from acquis.precedents.base import Base, base_of
from acquis.precedents.borrowing import Borrowing, borrowings
from acquis.precedents.families import Families, Family, families
from acquis.precedents.index import View
from acquis.precedents.kin import Cites, Expression, Member, before, copies_of, expression_of, judgements_of, kin_of
from acquis.precedents.lineage import Change, Lineage, Lines
from acquis.precedents.lineages import State, members, rarity
from acquis.precedents.reuse import Reuse
from acquis.precedents.scope import Scope
from acquis.precedents.succession import Edge

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class History:
    """A passage through the years: its lineage and its family, and what a claim about them holds for.

    `followed` is whether a later text of its organisation is held.
    """

    lineage: Lineage
    family: Family
    base: Base
    followed: bool

    @property
    def claims(self) -> tuple[str, ...]:
        """What is said of first and last, new and gone, each with its base in the same line."""
        return *self.lineage.claims(self.base, followed=self.followed), *self.family.claims(self.base)


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The texts that were asked about: what is new in each and what no later one has, and what was borrowed."""

    texts: tuple[Expression, ...]
    changes: tuple[Change, ...]
    borrowed: tuple[Borrowing, ...]
    edges: tuple[Edge, ...]
    base: Base


class Ancestry:
    """Passages, their pairs and kin at one change. Cost: some 10 µs a passage, once for a change."""

    def __init__(self, db: "Connection", holdings: Holdings, view: View, state: State, scope: Scope) -> None:
        held = tuple(members(view, state, scope.rows, db))
        judgements = judgements_of(queries.edits(db))
        kin = kin_of([expression_of(row) for row in scope.rows.values()], judgements, copies_of(held))
        cites = _cites(holdings)
        self.reuse = Reuse(held, state.pairs, kin, cites=cites, judgements=judgements, weights=rarity(view, state))
        self.base, self._rows = scope.base, scope.in_order
        self._members: Mapping[str, Member] = {each.address: each for each in held}
        self._held, self._pairs, self._kin, self._judgements = held, state.pairs, kin, judgements
        self.lines = Lines(self.reuse)

    @cached_property
    def families(self) -> Families:
        """All families."""
        return families(self._held, self._pairs, self._kin, self._judgements)

    def history(self, address: str) -> History:
        """A passage through the years. Raises `NotHeld` for one that is not compared: a title, a heading, a note."""
        passage = self._members.get(address)
        family = self.families.of(address)
        if passage is None or family is None:
            raise NotHeld(f"{address} is no passage that is compared: titles, headings, notes and tables are not.")
        lineage = Lineage(passage, self.lines.parents(passage), self.lines.children(passage), self.lines.chain(passage))
        own = passage.expression
        followed = any(t.organisation == own.organisation and before(own.day, t.day) for t in self.reuse.texts)
        return History(lineage, family, self.base, followed)

    def chronicle(self, texts: Sequence[str]) -> Chronicle:
        """Some texts, in the order of their days: what is new in each, what is gone, what is of other organisations."""
        wanted = set(texts)
        chosen = tuple(each for each in self.reuse.texts if each.address in wanted)
        passages = [each for text in chosen for each in self.reuse.passages(text.address)]
        edges = tuple(edge for each in passages for edge in self.lines.parents(each))
        borrowed = tuple(borrowings(self.lines, passages))
        rows = [row for row in self._rows if row.address in wanted]
        base = base_of(rows, at=self.base.at, behind=self.base.behind)
        return Chronicle(chosen, self.lines.changes(chosen), borrowed, edges, base)


def _cites(holdings: Holdings) -> Cites:
    """Whether a text cites a work, as its reading says; each text is opened once."""

    @cache
    def works(address: str) -> frozenset[str]:
        from acquis.model import Pinpoint

        cited = (each.target for each in holdings.get(address).document.citations if each.target)
        return frozenset(str(Pinpoint(target).work) for target in cited)

    return lambda address, work: work in works(address)
