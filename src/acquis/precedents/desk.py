"""The front desk of the precedents: where were these words agreed before?"""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from acquis.errors import BadQuery
from acquis.precedents import tables
from acquis.precedents.earliest import firsts
from acquis.precedents.finding import answer
from acquis.precedents.found import Found
from acquis.precedents.index import View, WordIndex
from acquis.precedents.rows import Query, rows
from acquis.precedents.scope import Scope
from acquis.precedents.words import Words, words_of
from acquis.store import Store
from acquis.wording import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FEWEST: Final = 3
LONGEST: Final = 2_000
"""Words of a query that are looked up; a longer text is asked about paragraph by paragraph."""

_LARGEST: Final = 100_000
_SCOPES: Final = 8


class Precedents:
    """Finds agreed language. The index lies in a folder of its own, follows the store, and can be thrown away."""

    def __init__(self, store: Store, *, at: int | None = None, folder: Path | None = None) -> None:
        self.store, self.at = store, at
        self._index = WordIndex(store, folder or store.folder)
        self._scopes: dict[tuple[Any, ...], Scope] = {}
        self._lock = threading.Lock()

    def find(
        self, text: str, *, limit: int = 10, on: str | None = None, own: str | None = None, **filters: str | None
    ) -> Found:
        """The passages that share words with a text, as of the archive's change; `organ`, `year`, … narrow it.

        `on` is the day of the text: the nearest use is then one of an earlier day, never one of the same. `own` is the
        work that the text is of, whose own passages are left out. Raises `BadQuery` for fewer than three words, and
        for more than can be looked up at once.

        Cost: about 10 ms for a paragraph among a million, and little more for more of them; the first query after a
        change reads the catalogue once.
        """
        words = _asked(text)
        view = self._index.view()
        with self.store.reading() as db:
            scope = self._scope(db, view, filters, own)
            found = answer(view, scope, words, limit=limit)
            made = rows(db, found, scope, Query(text, words))
            first = firsts(db, view, scope, words, on=on)
        return Found(text, made, first.earliest, first.within, first.nearest, scope.base, on)

    def rebuild(self) -> None:
        """Makes the index anew from the store."""
        self._index.rebuild()

    def _scope(self, db: "Connection", view: View, filters: dict[str, str | None], own: str | None) -> Scope:
        """What may be found: worked out once for a change, the index's state and the filters."""
        at = view.last if self.at is None else self.at
        names = tuple(segment.folder.name for segment in view.segments)
        key = (at, view.number, names, own, *sorted(filters.items(), key=str))
        with self._lock:
            if key not in self._scopes:
                behind = None if view.number == view.last else view.number
                while len(self._scopes) >= _SCOPES:
                    self._scopes.pop(next(iter(self._scopes)))
                self._scopes[key] = Scope(tables.catalogue(db, self.at), filters, at=at, behind=behind, own=own)
            return self._scopes[key]


def _asked(text: str) -> Words:
    if len(text) > _LARGEST:
        raise BadQuery(f"The text has {len(text):,} characters, more than {_LARGEST:,}; ask about its paragraphs.")
    words = words_of(text)
    if len(words) < _FEWEST:
        raise BadQuery(
            f"{text.strip()[:60]!r} has {counted(len(words), 'word')}; give at least {_FEWEST}, or use `acquis find`."
        )
    if len(words) > LONGEST:
        raise BadQuery(f"The text has {len(words):,} words, more than {LONGEST:,}; ask about its paragraphs.")
    return words
