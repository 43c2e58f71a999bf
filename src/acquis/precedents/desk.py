"""The front desk of the precedents: where were these words agreed before?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from acquis.archive import queries
from acquis.archive.holdings import passes
from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.precedents import tables
from acquis.precedents.alignment import Alignment, align
from acquis.precedents.candidates import Candidate, candidates
from acquis.precedents.index import View, WordIndex
from acquis.precedents.words import Words, keys_of, slots_of, words_of
from acquis.store import Store
from acquis.wording import counted

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ENOUGH: Final = 8
"""Words in a row, less those between, that make a precedent; of shorter passages three quarters of the words."""

_SHARE: Final = 0.75
_FEWEST: Final = 3
LONGEST: Final = 2_000
"""Words of a query that are looked up; a longer text is asked about paragraph by paragraph."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """A passage that shares words with what was asked, the best first.

    `covered` is the share of the query's words that stand in it, `covers` the share of its words that stand in the
    query, `likeness` twice the shared words over the words of both. `query_spans` and `spans` are the shared stretches
    in the query and in the passage's own words, code points, end excluded. `kind` says how they are related:
    "identical", "adapted" or "partial".
    """

    address: Pinpoint
    words: str
    kind: str
    covered: float
    covers: float
    likeness: float
    query_spans: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]
    day: str | None = None
    title: str | None = None
    organisation: str | None = None
    organ: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The precedents of a passage. `earliest` is the first use held of just these words, or None where there is none.

    `scope` says what was searched: every answer speaks of the archive and not of the world.
    """

    query: str
    precedents: tuple[Precedent, ...]
    earliest: Precedent | None
    scope: str


class Precedents:
    """Finds agreed language. The index lies in a folder of its own, follows the store, and can be thrown away."""

    def __init__(self, store: Store, *, at: int | None = None, folder: Path | None = None) -> None:
        self.store, self.at = store, at
        self._index = WordIndex(store, folder or store.folder)

    def find(self, text: str, *, limit: int = 10, **filters: str | None) -> Found:
        """The passages that share words with a text, as of the archive's change; `organ`, `kind`, … narrow it.

        Raises `BadQuery` for fewer than three words, and for more than can be looked up at once.
        """
        words = _asked(text)
        view = self._index.view()
        with self.store.reading() as db:
            held = queries.rows(db, queries.catalogue(self.at))
        rows = {row.reading: row for row in held if passes(row, filters)}
        open_to = [_open_to(segment.owners, segment.readings, rows, segment.texts) for segment in view.segments]
        met = list(_met(view, words, open_to))
        with self.store.reading() as db:
            made = [each for found in met for each in self._uses(db, view, found, words, rows)]
        ranked = sorted(made, key=_rank)
        same = sorted((each for each in ranked if each.kind == "identical"), key=lambda each: each.day or "9999")
        scope = self._scope(view, rows)
        return Found(text, tuple(ranked[:limit]), same[0] if same else None, scope)

    def rebuild(self) -> None:
        """Makes the index anew from the store."""
        self._index.rebuild()

    def _uses(self, db: Any, view: View, found: "_Met", words: Words, rows: Mapping[int, Any]) -> Iterator[Precedent]:
        """Every passage that has the words of a text that was met."""
        numbers, readings = view.segments[found.candidate.segment].members(found.candidate.text)
        held = {int(n): int(r) for n, r in zip(numbers, readings, strict=True) if int(r) in rows}
        for number, passage in tables.passages(db, list(held)).items():
            row = rows[held[number]]
            yield _precedent(row, passage, words, found.alignment)

    def _scope(self, view: View, rows: Mapping[int, Any]) -> str:
        at = view.last if self.at is None else self.at
        days = sorted(row.day for row in rows.values() if row.day)
        period = f", {days[0][:4]}–{days[-1][:4]}" if days else ""
        behind = "" if view.number == view.last else f"; the index stands at change {view.number}"
        return f"searched {counted(len(rows), 'document')} held{period}, as of change {at}{behind}"


@dataclass(frozen=True, slots=True)
class _Met:
    candidate: Candidate
    alignment: Alignment


def _asked(text: str) -> Words:
    words = words_of(text)
    if len(words) < _FEWEST:
        raise BadQuery(
            f"{text.strip()[:60]!r} has {counted(len(words), 'word')}; give at least {_FEWEST}, or use `acquis find`."
        )
    if len(words) > LONGEST:
        raise BadQuery(f"The text has {len(words):,} words, more than {LONGEST:,}; ask about its paragraphs.")
    return words


def _open_to(owners: "NDArray[Any]", readings: "NDArray[Any]", rows: Mapping[int, Any], texts: int) -> "NDArray[Any]":
    """Which texts of a segment have a passage in a document that may be found."""
    import numpy as np

    allowed = np.zeros(texts, bool)
    allowed[owners[np.isin(readings, np.fromiter(rows, np.int64, len(rows)))]] = True
    return allowed


def _met(view: View, words: Words, open_to: "Sequence[NDArray[Any]]") -> Iterator[_Met]:
    """The texts that share enough with the query, aligned with it."""
    keys = keys_of(words.texts)
    own = keys.tolist()
    likely = candidates(view.segments, slots_of(words.texts), open_to=open_to)
    # A formula is part of so many texts that those with just its words might not be among the best.
    same = (Candidate(at, text, 0) for at, each in enumerate(view.segments) for text in each.same(keys))
    for candidate in {(each.segment, each.text): each for each in (*likely, *same)}.values():
        other = view.segments[candidate.segment].keys_at(candidate.text).tolist()
        alignment = align(own, other)
        if alignment.score >= min(_ENOUGH, max(_FEWEST, _SHARE * min(len(own), len(other)))):
            yield _Met(candidate, alignment)


def _precedent(row: Any, passage: Any, query: Words, alignment: Alignment) -> Precedent:
    own = words_of(passage.words)
    held = sorted((*alignment.blocks, *alignment.moved))
    shared = alignment.words
    same = query.texts == own.texts
    likeness = 2 * shared / (len(query) + len(own))
    return Precedent(
        address=Pinpoint(row.address).at(passage.path),
        words=passage.words,
        kind="identical" if same else "adapted" if likeness >= _ADAPTED else "partial",
        covered=shared / len(query),
        covers=shared / len(own),
        likeness=likeness,
        query_spans=tuple(query.span(block.a, block.a_end) for block in held),
        spans=tuple(own.span(block.b, block.b_end) for block in sorted(held, key=lambda each: each.b)),
        day=row.day,
        title=row.title,
        organisation=row.organisation,
        organ=row.organ,
    )


_ADAPTED: Final = 0.6


def _rank(precedent: Precedent) -> tuple[bool, float, float, str, str]:
    """Identical ones first, then by the share of the query that is covered, by likeness, the latest first."""
    day = precedent.day or ""
    latest = "".join(chr(0x10FFFF - ord(sign)) for sign in day) if day else chr(0x10FFFF)
    return precedent.kind != "identical", -round(precedent.covered, 2), -precedent.likeness, latest, precedent.address
