"""Search over paragraphs: where these words stand, and how many documents were searched for them.

Results never depend on what came later. They are not ordered by a score: the usual ones weigh a word by how many
passages have it, so that ten new documents would reorder an old release. The order is one that can be said in a line:
passages with the words as typed come first, side by side before apart; then those with other forms; and of each, the
newest document first, then by address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from acquis.archive import _passages, _snippets
from acquis.archive._asked import Between, Every, Fact, Near, Node, Words
from acquis.archive._index import FACETS, PassageIndex, View, holding
from acquis.archive._match import clauses, matching
from acquis.archive._query import Widened, parsed, side_by_side, sought, widened
from acquis.archive._snippets import Snippet
from acquis.errors import BadQuery, NotHeld
from acquis.model import Pinpoint, Span
from acquis.store import Store
from acquis.wording import counted

Filters = Mapping[str, str | Sequence[str]]

ORDERS: Final = ("closest", "newest", "oldest")
MOST: Final = 1_000
"""The most hits of one page."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a result holds for: how many documents and passages were searched, and as of which change.

    `filters` narrowed them. `behind` says so where the index had not caught up with the archive; it is empty else.
    """

    documents: int
    passages: int
    at: int
    filters: tuple[tuple[str, str], ...] = ()
    behind: str = ""

    def __str__(self) -> str:
        narrowed = "".join(f"; {name}: {value}" for name, value in self.filters)
        late = f"; {self.behind}" if self.behind else ""
        searched = f"{counted(self.passages, 'passage')} of {counted(self.documents, 'document')}"
        return f"searched {searched} as of change {self.at}{narrowed}{late}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has what was asked for.

    `address` is the passage's, `match` that of the first words found in it; None where the passage was found by what
    the catalogue says of its document. `highlights` are spans of `words`. `reason` says why it stands where it does.
    """

    address: Pinpoint
    match: Pinpoint | None
    words: str
    snippet: Snippet
    highlights: tuple[Span, ...]
    title: str | None
    day: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the passages found have each value, the most frequent first."""

    name: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, how many passages there are in all, and what the answer holds for.

    `expansion` is what else was looked for besides the words as typed; empty where that was switched off.
    """

    query: str
    expansion: tuple[Widened, ...]
    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance: the words found, with what stands left and right of them."""

    left: str
    node: str
    right: str
    address: Pinpoint
    day: str | None


@dataclass(frozen=True, slots=True)
class Concordance:
    """Every place of the words in the passages of a page, and how many passages there are in all."""

    query: str
    expansion: tuple[Widened, ...]
    lines: tuple[Line, ...]
    total: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class _Tier:
    """Hits that stand before others, and why."""

    reason: str
    node: Node


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked: the words and how to take them, as of which change, and which page of the answer."""

    words: str
    at: int | None
    filters: Filters
    expand: bool
    order: str
    limit: int
    offset: int
    facets: bool

    def __post_init__(self) -> None:
        if self.order not in ORDERS:
            raise BadQuery(f"No order {self.order!r}. Known: {', '.join(ORDERS)}.")
        if not 0 <= self.limit <= MOST or self.offset < 0:
            raise BadQuery(f"No page of {self.limit} hits from {self.offset} on. Up to {MOST:,} can be asked for.")


class Search:
    """Finds passages by their words. The index lies in a folder of its own and follows the store."""

    def __init__(self, store: Store, folder: Path | None = None) -> None:
        self.store = store
        self._index = PassageIndex(store, folder or store.folder)
        self._scopes: dict[Any, tuple[int, int]] = {}

    def find(
        self,
        words: str,
        *,
        at: int | None = None,
        filters: Filters | None = None,
        expand: bool = True,
        order: str = "closest",
        limit: int = 20,
        offset: int = 0,
        facets: bool = True,
    ) -> Results:
        """The passages that have what was asked for, as of change `at` or now.

        `words` is the query and `filters` narrows it by field: {"organ": "SC", "year": "2007..2011"}. With `expand` off
        nothing but the words as typed is looked for. `BadQuery` says what of a query cannot be read.
        """
        question = _Question(words, at, filters or {}, expand, order, limit, offset, facets)
        return self._steadily(lambda view: self._find(view, question))

    def kwic(
        self,
        words: str,
        *,
        at: int | None = None,
        filters: Filters | None = None,
        expand: bool = True,
        order: str = "closest",
        limit: int = 100,
        offset: int = 0,
        width: int = 60,
    ) -> Concordance:
        """The words with what stands left and right of them: `limit` passages, one line for each place in them.

        `order` may also be "left" or "right": the lines of the page by what stands on that side.
        """
        side = order if order in ("left", "right") else ""
        held = self.find(
            words,
            at=at,
            filters=filters,
            expand=expand,
            order="closest" if side else order,
            limit=limit,
            offset=offset,
            facets=False,
        )
        lines = [line for hit in held.hits for line in _lines(hit, width)]
        if side == "left":
            lines.sort(key=lambda line: (line.left.casefold().split()[::-1], line.address))
        elif side == "right":
            lines.sort(key=lambda line: (line.right.casefold(), line.address))
        return Concordance(held.query, held.expansion, tuple(lines), held.total, held.scope)

    def position(self) -> int | None:
        """The change that the index stands at; None where nothing was searched yet."""
        return self._index.position()

    def catch_up(self) -> str:
        """Brings the index up to the store's last change; says so where another process is just doing that."""
        return _behind(self._index.view())

    def rebuild(self) -> None:
        """Makes the index anew from the store."""
        self._index.rebuild()

    def _steadily(self, action: Callable[[View], Results]) -> Results:
        """Runs a search; where the index turns out to be damaged it is made anew first."""
        try:
            return action(self._index.view())
        except BaseException as error:
            if "max expansions" in str(error):
                raise BadQuery("Too many words begin so, in a phrase with others. Write more before the *.") from error
            if not _from_index(error) or self._index.sound():
                raise
        self._index.rebuild()
        return action(self._index.view())

    def _find(self, view: View, asked: _Question) -> Results:
        typed = parsed(asked.words, asked.filters)
        wide, expansion = widened(typed, _languages(typed)) if asked.expand else (typed, ())
        late = _behind(view, None if asked.at is None else _known(asked.at, view))
        state = _State(view, view.number if asked.at is None else min(asked.at, view.number))
        if view.searcher is None:
            return Results(asked.words, expansion, (), 0, (), Scope(0, 0, state.at, _said(asked.filters), late))
        counted, total = state.facets(wide) if asked.facets else ((), None)
        places, total = state.page(_tiers(typed, wide, asked.order), asked, total)
        hits = self._hits(places, state, sought(wide))
        return Results(asked.words, expansion, hits, total, counted, self._scope(state, typed, asked.filters, late))

    def _hits(
        self, places: Sequence[tuple[Any, str]], state: "_State", leaves: Sequence[Words | Near]
    ) -> tuple[Hit, ...]:
        numbers = state.numbers([place for place, _ in places])
        with self.store.reading() as db:
            rows = _passages.hit_rows(db, [p for p, _ in numbers], sorted({e for _, e in numbers}))
        found, texts = rows["passages"], rows["expressions"]
        return tuple(
            _hit(found[passage], texts[expression], leaves, reason)
            for (passage, expression), (_, reason) in zip(numbers, places, strict=True)
            if passage in found and expression in texts  # it may have been taken away while we looked
        )

    def _scope(self, state: "_State", typed: Node, filters: Filters, late: str) -> Scope:
        """Counts what was searched; the same question to the same state is counted once."""
        narrowing = _narrowing(typed)
        key = (state.view.number, state.view.last, state.at, narrowing)
        if key not in self._scopes:
            if len(self._scopes) > 1_000:
                self._scopes.clear()
            self._scopes[key] = state.searched(narrowing)
        documents, passages = self._scopes[key]
        return Scope(documents, passages, state.at, _said(filters), late)


@dataclass(frozen=True, slots=True)
class _State:
    """The index as of one change."""

    view: View
    at: int

    def page(self, tiers: Sequence[_Tier], page: _Question, total: int | None) -> tuple[list[tuple[Any, str]], int]:
        """The hits of a page with their reasons, tier after tier, and how many there are in all.

        `total` is that number where it is known already: then the last tiers may not be looked at.
        """
        found: list[tuple[Any, str]] = []
        passed = 0
        for number, tier in enumerate(tiers):
            wanted = page.limit - len(found)
            if not wanted:
                return found, self.count(tiers[-1].node) if total is None else total
            if passed == len(found):
                places, passed = self._others(tier.node, [place for place, _ in found], page, wanted)
            else:
                places, more = self._ranked(tier.node, tiers[number - 1].node, page, wanted, page.offset - passed)
                passed += more
            found += [(place, tier.reason) for place in places]
        return found, passed

    def _others(self, node: Node, shown: Sequence[Any], page: _Question, wanted: int) -> tuple[list[Any], int]:
        """The hits of a tier, where all of the tier before are shown already: cheaper than to exclude them by query."""
        ranked, total = self._ranked(node, None, page, wanted + len(shown), 0 if shown else page.offset)
        known = {(place.segment_ord, place.doc) for place in shown}
        return [place for place in ranked if (place.segment_ord, place.doc) not in known][:wanted], total

    def _ranked(
        self, node: Node, without: Node | None, page: _Question, limit: int, offset: int
    ) -> tuple[list[Any], int]:
        """The hits of a tier in order, and how many there are; without those of the tier before, which it holds too."""
        from tantivy import Order

        field = "oldest" if page.order == "oldest" else "newest"
        query = self._query(node, without)
        result = self.view.searcher.search(query, limit, True, field, max(0, offset), Order.Asc)
        return [place for _, place in result.hits], int(result.count)

    def count(self, *nodes: Node) -> int:
        """How many passages hold all of these."""
        return int(self.view.searcher.search(self._query(Every(nodes)), 1).count)

    def searched(self, narrowing: tuple[Node, ...]) -> tuple[int, int]:
        """How many documents and passages there are of those that the catalogue's fields leave."""
        document = tuple(node for node in narrowing if not (isinstance(node, Fact) and node.name == "part"))
        return self.count(*document, Fact("first", ("yes",))), self.count(*narrowing)

    def facets(self, node: Node) -> tuple[tuple[Facet, ...], int]:
        """The counts of every facet over all passages found, and how many these are."""
        asked: dict[str, Any] = {name: {"terms": {"field": name, "size": 10_000}} for name in FACETS}
        found = self.view.searcher.aggregate(self._query(node), {**asked, "all": {"value_count": {"field": "passage"}}})
        return tuple(Facet(name, _counts(found[name]["buckets"])) for name in FACETS), int(found["all"]["value"])

    def numbers(self, places: Sequence[Any]) -> list[tuple[int, int]]:
        """The passage and the row of the catalogue that each place of the index stands for."""
        searcher = self.view.searcher
        passages = searcher.fast_field_values("passage", list(places))
        return list(zip(passages, searcher.fast_field_values("expression", list(places)), strict=True))

    def _query(self, node: Node, without: Node | None = None) -> Any:
        from tantivy import Occur, Query

        schema = self.view.schema
        excluded = [(Occur.MustNot, matching(without, schema))] if without else []
        return Query.boolean_query([*clauses(node, schema), *excluded, *holding(self.view, self.at)])


# --- the page ---------------------------------------------------------------------------------------------------


def _from_index(error: BaseException) -> bool:
    """Whether the index itself failed. A panic of its library is no `Exception`, and its type has no name to import."""
    return isinstance(error, (ValueError, OSError)) or type(error).__name__ == "PanicException"


def _tiers(typed: Node, wide: Node, order: str) -> list[_Tier]:
    """What comes first and why; each tier has all that those before it have."""
    if order != "closest":
        return [_Tier(f"{order} first", wide)]
    phrase = side_by_side(typed)
    tiers = [_Tier("the words as typed, side by side", phrase)] if phrase else []
    tiers.append(_Tier("the words as typed", typed))
    return [*tiers, _Tier("other spellings and forms", wide)] if wide != typed else tiers


def _narrowing(node: Node) -> tuple[Node, ...]:
    """What the query says of the document and the kind of part rather than of the words."""
    parts = node.parts if isinstance(node, Every) else (node,)
    return tuple(part for part in parts if isinstance(part, (Fact, Between)))


def _languages(node: Node) -> tuple[str, ...]:
    """The languages that the search is narrowed to; none where it is not."""
    named = (part.values for part in _narrowing(node) if isinstance(part, Fact) and part.name == "language")
    return tuple(value.split("-", 1)[0] for values in named for value in values)


def _counts(buckets: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, int], ...]:
    counted = ((_name(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets)
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def _name(key: Any) -> str:
    return key if isinstance(key, str) else str(int(key))


# --- what a result says -----------------------------------------------------------------------------------------


def _known(at: int, view: View) -> int:
    if not 0 <= at <= view.last:
        raise NotHeld(f"There is no change {at} in this archive. The last one is {view.last}.")
    return at


def _behind(view: View, at: int | None = None) -> str:
    """How far the index is behind what is asked; empty where it is not."""
    wanted = view.last if at is None else at
    return "" if view.number >= wanted else f"index stands at change {view.number} of {view.last}"


def _said(filters: Filters) -> tuple[tuple[str, str], ...]:
    return tuple((name, held if isinstance(held, str) else ", ".join(held)) for name, held in sorted(filters.items()))


def _hit(passage: Any, row: Any, leaves: Sequence[Words | Near], reason: str) -> Hit:
    marks = _snippets.found(passage.words, leaves)
    here = Pinpoint(f"{row.address}#{passage.path}")
    match = _match(here, marks[0]) if marks else None
    shown = _snippets.snippet(passage.words, marks)
    return Hit(here, match, passage.words, shown, marks, row.title, row.day, reason)


def _lines(hit: Hit, width: int) -> list[Line]:
    lines = []
    for mark in hit.highlights:
        left, right = _snippets.around(hit.words, mark, width)
        lines.append(Line(left, " ".join(mark.of(hit.words).split()), right, _match(hit.address, mark), hit.day))
    return lines


def _match(passage: Pinpoint, words: Span) -> Pinpoint:
    return Pinpoint(f"{passage}~{words.start}-{words.end}")
