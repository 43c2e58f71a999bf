"""The lines and families of all that is held, as of a change: what lineage is asked of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final

from acquis.archive import queries
from acquis.errors import NotHeld
from acquis.model import Pinpoint
from acquis.precedents import tables
from acquis.precedents.base import Base, base_of
from acquis.precedents.borrowing import Borrowing, borrowings
from acquis.precedents.citing import Citing
from acquis.precedents.families import Families, Family, families
from acquis.precedents.index import View
from acquis.precedents.kin import Expression, Member, before, copies_of, expression_of, judgements_of, kin_of
from acquis.precedents.lineage import LONGEST, Change, Lineage, Lines
from acquis.precedents.lineages import State, keys, members, rarity
from acquis.precedents.reuse import Reuse
from acquis.precedents.scope import Scope, Texts
from acquis.precedents.succession import Edge, Kind
from acquis.precedents.variants import Branches, Size, branches
from acquis.precedents.words import keys_of, words_of
from acquis.wording import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class History:
    """A passage through the years: its lineage and its family, and what a claim about them holds for.

    `followed` is whether a later text of its organisation is held. `unlooked` counts the steps between texts so long
    that splits, mergers and moves were not looked for in them.
    """

    lineage: Lineage
    family: Family
    base: Base
    followed: bool
    unlooked: int = 0

    @property
    def passed_over(self) -> str:
        """Where texts are too long for all of their passages to be laid beside one another; "" where none are."""
        between = f"{counted(self.unlooked, 'step')} between texts of more than {LONGEST:,} passages together"
        return f"splits, mergers and moves were not looked for in {between}" if self.unlooked else ""

    @property
    def claims(self) -> tuple[str, ...]:
        """What is said of first and last, new and gone, each with its base in the same line."""
        return *self.lineage.claims(self.base, followed=self.followed), *self.family.claims(self.base)


@dataclass(frozen=True, slots=True)
class Turnover:
    """How much of a text is new in its series, and how much of it no later one has: numbers of passages.

    `come` have no earlier use in the series and `gone` no later one; None where no text is known to be earlier, or
    later. Of the rest, `carried` stand in an earlier one in just these words and `adapted` in others.
    """

    text: Expression
    passages: int
    come: int | None
    carried: int
    adapted: int
    gone: int | None


class Chronicle:
    """The texts that were asked about: what is new in each, what no later one has, what is of other organisations.

    `base` is what is said of new and gone: these texts. What was borrowed is looked for in all texts: `whole`.
    Each part is worked out when it is asked for.
    """

    def __init__(self, lines: Lines, texts: Sequence[Expression], base: Base, whole: Base) -> None:
        self.texts, self.base, self.whole = tuple(texts), base, whole
        self._lines = lines

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is new in each text, and what no later one has."""
        return self._lines.changes(self.texts)

    @cached_property
    def turnover(self) -> tuple[Turnover, ...]:
        """The same as numbers, a line for each text."""
        return tuple(_turnover(self._lines, self.texts, self.changes))

    @cached_property
    def borrowed(self) -> tuple[Borrowing, ...]:
        """What these texts have of other organisations."""
        return tuple(borrowings(self._lines, self._passages()))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Where each of their passages has its words from."""
        return tuple(edge for each in self._passages() for edge in self._lines.parents(each))

    def _passages(self) -> Iterator[Member]:
        for text in self.texts:
            yield from self._lines.reuse.passages(text.address)


def _turnover(lines: Lines, texts: Sequence[Expression], changes: Iterable[Change]) -> Iterator[Turnover]:
    """The same words somewhere before it count more than others."""
    counts = Counter((each.passage.expression.address, each.gone) for each in changes)
    for text in texts:
        passages = lines.reuse.passages(text.address)
        earlier = [each for each in texts if before(each.day, text.day)]
        later = any(before(text.day, each.day) for each in texts)
        edges = (edge for each in earlier for edge in lines.between(each, text) if edge.kind is Kind.CARRIED)
        carried = len({edge.later.address for edge in edges})
        come = counts[text.address, False]
        adapted = len(passages) - come - carried if earlier else 0
        gone = counts[text.address, True] if later else None
        yield Turnover(text, len(passages), come if earlier else None, carried, adapted, gone)


_KEPT: Final = 64
"""So many lineages are kept: one page asks several times for the same."""


class Ancestry:
    """Passages, their pairs and kin at one change. Cost: some 10 µs a passage, once for a change."""

    def __init__(self, db: "Connection", citing: Citing, view: View, state: State, texts: Texts) -> None:
        held = tuple(members(view, state, texts.rows, db))
        judgements = judgements_of(queries.edits(db), dict(queries.forwards(db)))
        kin = kin_of([expression_of(row) for row in texts.rows.values()], judgements, copies_of(held))
        self.readings = {row.address: row.reading for row in texts.in_order}
        self.reuse = Reuse(
            held,
            state.pairs,
            kin,
            keys=keys(view, state),
            cites=citing.between(self.readings),
            judgements=judgements,
            rarity=rarity(view, state),
        )
        self.base, self._rows = Scope(texts).base, texts.in_order
        self._members: Mapping[str, Member] = {each.address: each for each in held}
        self._held, self._pairs, self._kin, self._judgements = held, state.pairs, kin, judgements
        self.lines = Lines(self.reuse)
        # The cache holds the lines and not this object: a ring of references would keep it after a change.
        self._traced = lru_cache(maxsize=_KEPT)(partial(_traced, self.lines))

    @cached_property
    def families(self) -> Families:
        """All families."""
        return families(self._held, self._pairs, self._kin, self._judgements)

    def history(self, address: str, asked: str | None = None) -> History:
        """A passage through the years; `asked` are the words of it to follow, else all.

        Raises `NotHeld` for one that is not compared: a title, a heading, a note.
        """
        passage = self._members.get(address)
        family = self.families.of(address)
        if passage is None or family is None:
            raise NotHeld(f"{address} is no passage that is compared: titles, headings, notes and tables are not.")
        places = _places(self.reuse.keys(passage.text), asked)
        lineage, unlooked = self._traced(passage, None if places is None or len(places) == passage.size else places)
        own = passage.expression
        followed = any(t.organisation == own.organisation and before(own.day, t.day) for t in self.reuse.texts)
        return History(lineage, family, self.base, followed, unlooked)

    def braids(self, history: History) -> tuple[Edge, ...]:
        """Where a passage of its line was split or merged, from one text of the line to the next."""
        return tuple(self.lines.braids(history.lineage))

    def chronicle(self, texts: Sequence[str]) -> Chronicle:
        """Some texts, in the order of their days: what is new in each, what is gone, what is of other organisations."""
        wanted = set(texts)
        chosen = tuple(each for each in self.reuse.texts if each.address in wanted)
        rows = [row for row in self._rows if row.address in wanted]
        base = base_of(rows, at=self.base.at, behind=self.base.behind)
        return Chronicle(self.lines, chosen, base, self.base)

    def words(self, db: "Connection", passages: Iterable[Member]) -> Mapping[str, str]:
        """The words of some passages, by their addresses, as they were compared: without what stands below them."""
        of = {each.address: self.readings[each.expression.address] for each in passages}
        places = {address: (reading, Pinpoint(address).part or "") for address, reading in of.items()}
        found = tables.own_words(db, places.values())
        return {address: found[place] for address, place in places.items()}

    def branches(self, address: str, most: Size) -> Branches:
        """The wordings of a passage, at most so many: those of its line and those of its family."""
        history = self.history(address)
        own = history.lineage.passage
        return branches(own, history.lineage.line, history.family.members, self._kin, self.base, most=most)


def _traced(lines: Lines, passage: Member, places: range | None) -> tuple[Lineage, int]:
    """The lineage of some words of a passage, and how many of its steps lie between texts that are too long."""
    lineage = lines.lineage(passage, places)
    steps = {(edge.earlier.address, edge.later.address): edge for edge in (*lineage.parents, *lineage.chain)}
    return lineage, sum(map(lines.long, steps.values()))


def _places(keys: Sequence[int], asked: str | None) -> range | None:
    """Where the words that were asked about stand among those of their passage; None for all of them."""
    own = keys_of(words_of(asked).texts).tolist() if asked else []
    starts = (at for at in range(len(keys) - len(own) + 1) if keys[at : at + len(own)] == own)
    start = next(starts, None) if own else None
    return None if start is None else range(start, start + len(own))
