"""What a certificate searched: the documents in scope, the state they are of, and what is not covered."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection

from acquis.archive import queries
from acquis.archive.filters import known, passes
from acquis.archive.holdings import release_hash
from acquis.errors import UnknownName
from acquis.languages import language, languages
from acquis.model.days import Day
from acquis.precedents import normal, tables
from acquis.precedents.base import Base, base_of
from acquis.precedents.met import MOST, Met, Passage
from acquis.precedents.scan import FEWEST, scan
from acquis.precedents.tables import NOT_COMPARED
from acquis.structure.tongue import language_of
from acquis.wording import counted

LONGEST: Final = 2_000
"""Words of a formula; a longer text is certified paragraph by paragraph."""

FILTERS: Final = ("organisation", "organ", "kind", "language", "year", "title", "place", "symbol", "marking")
"""What may narrow a search, beside `since` and `until`."""


@dataclass(slots=True)
class Searched:
    """The rows of the catalogue that are searched, in the order of days, and what is known of those that are not.

    `public` is whether nothing but public texts was there to be searched.

    `state` is the hash of all that is held then, however it came. `own` is the work that was left out. `passages`,
    `words` and `silent`, the addresses of documents without words, are known when the search is done. `languages` says
    how many documents are in each.
    """

    rows: Sequence[Any]
    base: Base
    release: str | None
    state: str
    filters: Mapping[str, str]
    rivals: int
    undated: int
    own: str | None = None
    public: bool = False
    passages: int = 0
    words: int = 0
    silent: list[str] = field(default_factory=list)
    languages: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.languages = Counter(map(_tag, self.rows))

    @property
    def declared(self) -> dict[str, Any]:
        """The scope as it stands in a record: nothing in it depends on how or where the archive is kept."""
        left_out = {"left out": self.own} if self.own else {}
        return {
            **left_out,
            "texts": PUBLIC if self.public else ALL,
            "release": self.release,
            "state": self.state,
            "filters": self.filters,
            "period": [self.base.since, self.base.until],
            "works": self.base.texts,
            "documents": len(self.rows),
            "passages": self.passages,
            "words": self.words,
            "held and known": [str(each) for each in self.base.series],
            "organisations": dict(Counter(row.organisation or "" for row in self.rows)),
            "languages": dict(self.languages),
            "parts left out": NOT_COMPARED,
            "normalisation": {"version": normal.VERSION, "lists": normal.lists(), "levels": normal.MEANS},
            "thresholds": {"nearest": MOST, "places": MOST, "fewest words": FEWEST, "most words": LONGEST},
        }


PUBLIC, ALL = "public", "all"
"""Which texts of an archive a record was made over: those that are marked public, or all that are held."""


def searched(
    db: Connection,
    release: str | None,
    at: int | None,
    filters: Mapping[str, str | None],
    *,
    own: str | None = None,
    public: bool = False,
) -> Searched:
    """What is in scope as of a release, else of change `at`, else as the archive stands; nothing is compared yet.

    `own` is a work that is left out: the one that the formula is of. `public` says that `db` shows public texts alone.
    """
    if unknown := filters.keys() - {*FILTERS, "since", "until"}:
        raise UnknownName("filter", min(unknown), (*FILTERS, "since", "until"))
    at, state = _state(db, release, at)
    chosen = {name: value for name, value in filters.items() if name in FILTERS}
    since, until = filters.get("since"), filters.get("until")
    for day in filter(None, (since, until)):
        Day.parse(day)
    held = tables.catalogue(db, at)
    known(held, chosen)
    open_to = [row for row in held if row.work != own and passes(row, chosen)]
    rows = [row for row in open_to if _within(row.day, since, until)]
    rivals = [row for row in queries.rows(db, queries.catalogue(at, states=("rival",))) if passes(row, chosen)]
    undated = sum(row.day is None for row in open_to) if since or until else 0
    base = base_of(rows, at=queries.last_change(db) if at is None else at, filters=filters)
    told = {name: value for name, value in filters.items() if value is not None}
    return Searched(rows, base, release, state, told, len(rivals), undated, own, public)


def compared(db: Connection, scope: Searched, texts: Sequence[str]) -> list[list[tuple[str, Met]]]:
    """What was met of each formula, by language: each language reads figures in its own way."""
    met: list[list[tuple[str, Met]]] = [[] for _ in texts]
    for tag in sorted(scope.languages):
        made = scan(_held(db, scope, tag), [normal.normal(text, tag) for text in texts], tag)
        scope.passages, scope.words = scope.passages + made.passages, scope.words + made.words
        for own, each in zip(met, made.met, strict=True):
            own.append((tag, each))
    return met


def uncovered(scope: Searched, text: str, *, strange: bool) -> tuple[str, ...]:
    """What the certificate for a formula does not cover, a sentence each; of a `strange` one the language is told."""
    tongue = _strange(scope, text) if strange else ""
    own = f"the text that the words are of: {scope.own}" if scope.own else ""
    public = "texts of this archive that are not marked public" if scope.public else ""
    return tuple(filter(None, (own, public, _unheld(scope), *_unread(scope), _tongues(scope), tongue, *_ALWAYS)))


_ALWAYS: Final = (
    f"parts that are no agreed language of their own: {', '.join(NOT_COMPARED)}",
    "the same thing said in other words or in other forms of these words, and translations",
    "texts that the archive does not hold: this speaks of the archive and not of the world",
)


def _unheld(scope: Searched) -> str:
    told = [each for each in scope.base.series if each.known is not None and each.held < each.known]
    return f"known and not held: {'; '.join(f'only {each}' for each in told)}" if told else ""


def _unread(scope: Searched) -> Iterator[str]:
    if scope.silent:
        shown = ", ".join(sorted(scope.silent)[:MOST])
        yield f"{counted(len(scope.silent), 'document')} held without words that could be read: {shown}"
    if scope.rivals:
        yield f"{counted(scope.rivals, 'rival text')} that claim the address of another"
    if scope.undated:
        yield f"{counted(scope.undated, 'document')} without a day, for a period was asked for"


def _tongues(scope: Searched) -> str:
    others = sorted({entry.tag for entry in languages()} - scope.languages.keys())
    return f"languages of which no document is in scope: {', '.join((*others, 'all others'))}"


def _strange(scope: Searched, text: str) -> str:
    tag, how = language_of(text)
    if tag is None or not how.startswith("rule") or tag in scope.languages:
        return ""
    entry = language(tag)
    return f"the formula reads as {entry.name if entry else tag}, and no document in scope is in that language"


def _state(db: Connection, release: str | None, at: int | None) -> tuple[int | None, str]:
    """The change that is answered for, and the hash of what is held then."""
    if release is None:
        return at, release_hash(queries.release_rows(db, at), dict(queries.forwards(db)))
    held = {row.name: row for row in queries.releases(db)}
    if release not in held:
        raise UnknownName("release", release, held)
    return held[release].seq, held[release].hash


def _within(day: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since is None or day >= since) and (until is None or day < until)


def _tag(row: Any) -> str:
    """The language of a row without what says where the text comes from."""
    return str(row.language.split("-x-")[0])


def _held(db: Connection, scope: Searched, tag: str) -> Iterator[Sequence[Passage]]:
    """The passages of every text in a language, in the order of days; those that have none are told as silent."""
    own = [(at, row) for at, row in enumerate(scope.rows) if _tag(row) == tag]
    for start in range(0, len(own), _TOGETHER):
        some = own[start : start + _TOGETHER]
        held = tables.compared(db, [row.reading for _, row in some])
        for at, row in some:
            passages = [Passage(at, n, path, words) for _, n, path, words in held.get(row.reading, ())]
            if any(passage.words for passage in passages):
                yield passages
            else:
                scope.silent.append(row.address)


_TOGETHER: Final = 50
