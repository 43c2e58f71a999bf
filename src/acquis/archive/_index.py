"""The index of passages: a cache of the store that can be thrown away, and that knows the change it stands at.

One entry per passage and row of the catalogue. A row that ended keeps its entries, with `until`, so that a search as
of an earlier change finds what it found then. The number that the index stands at is an entry of its own, written in
the same commit as what it speaks of: killed at any moment, the index stands at the last commit.
"""

import contextlib
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from acquis.archive import _passages, queries
from acquis.archive.public import changes_of
from acquis.archive.tokens import folded
from acquis.store import Store

VERSION: Final = 1
"""The version of the entries; an index of another one is another folder, and made anew."""

_HEAP: Final = 128_000_000
_COMMIT_EVERY: Final = 250_000
_NEVER: Final = 1 << 60
_PATIENCE: Final = 1.0  # seconds
FACETS: Final = ("organisation", "organ", "kind", "year", "language")


@dataclass(frozen=True, slots=True)
class View:
    """One steady state of the index: what to search, the change it stands at, and the store's last one.

    `searcher` is None where there is no index yet. `gone` are rows that have entries and may no longer be seen.
    """

    searcher: Any
    schema: Any
    number: int
    last: int
    gone: tuple[int, ...] = ()


class PassageIndex:
    """The index in a folder. Any number of readers, and whoever gets the lock brings it up to date.

    A reader never waits for a writer: for one in another process not at all, for a thread of this one a moment.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.path = folder / f"search-{VERSION}"
        self._opening = threading.RLock()
        self._writing = threading.Lock()
        self._index: Any = None
        self._seen: tuple[int, int] | None = None

    def view(self) -> View:
        """The present state, brought up to the store's last change where nobody else is just doing that."""
        with self.store.reading() as db:
            last = queries.last_change(db)
        found = self._look(last)
        if (found.searcher is None or found.number != last) and self._writing.acquire(timeout=_PATIENCE):
            try:
                self._catch_up()
            finally:
                self._writing.release()
            found = self._look(last)
        return self._without_gone(found) if self.store.window and found.number != last else found

    def _without_gone(self, view: View) -> View:
        """Seen through a window a row may vanish: an index that is behind must not find it."""
        with self.store.reading() as db:
            return replace(view, gone=tuple(sorted(_entered(view.searcher, view.schema) - _passages.shown(db))))

    def position(self) -> int | None:
        """The change that the index stands at as it is on disk; None where there is none. Nothing is brought up."""
        found = self._look(0)
        return None if found.searcher is None else found.number

    def sound(self) -> bool:
        """Whether the index can be opened and read: every word's places, and the columns that order and count."""
        import tantivy

        counted = {name: {"terms": {"field": name, "size": 1}} for name in ("newest", "oldest", *FACETS)}
        with self._opening:
            self._index = self._seen = None
            try:
                searcher = self._opened()
                places = tantivy.Query.regex_phrase_query(self._index.schema, "words", ["a", "a"])
                return bool(searcher.search(places, 1) and searcher.aggregate(tantivy.Query.all_query(), counted))
            except (ValueError, OSError, AttributeError):
                return False

    def rebuild(self) -> None:
        """Throws the index away and makes it anew from the store."""
        with self._writing:
            self._throw_away()
            self._catch_up()

    def _look(self, last: int) -> View:
        """The state as it is on disk."""
        with self._opening:
            try:
                searcher = self._opened()
                number, _ = _stand(searcher, self._index.schema) if searcher else (0, 0)
            except (ValueError, OSError):
                self._index = None
                searcher, number = None, 0
            return View(searcher, self._index.schema if self._index else None, number, max(number, last))

    def _opened(self) -> Any:
        """The searcher of the last commit; None where there is no index."""
        import tantivy

        meta = self.path / "meta.json"
        if not meta.exists():
            self._index = None
            return None
        stat = meta.stat()
        if self._index is None:
            self._index = _quiet(tantivy.Index.open(str(self.path)))
            self._seen = None
        if self._seen != (stat.st_mtime_ns, stat.st_size):
            self._index.reload()
            self._seen = (stat.st_mtime_ns, stat.st_size)
        return self._index.searcher()

    def _catch_up(self) -> None:
        """Brings the index up to the store's last change; does nothing where another process is at it."""
        with self.store.reading() as db:
            number = self._usable(db)
            if number == queries.last_change(db) and (self.path / "meta.json").exists():
                return
            with self._writer() as (writer, made):
                if writer is not None:
                    entered = _entered(self._opened(), made) if self.store.window else None
                    _Feed(db, writer, made, number, marked=self._mark, entered=entered).run()

    def _usable(self, db: Any) -> int:
        """The change that the index stands at; one that is damaged or speaks of another archive is thrown away."""
        with self._opening:
            try:
                searcher = self._opened()
                number, mark = _stand(searcher, self._index.schema) if searcher else (0, 0)
            except (ValueError, OSError):
                number, mark = -1, 0
            if number and (not 0 < number <= queries.last_change(db) or mark != self._mark(db, number)):
                self._throw_away()
                return 0
            return number

    def _mark(self, db: Any, number: int) -> int:
        return queries.mark(db, number, changes_of(self.store))

    def _throw_away(self) -> None:
        with self._opening:
            self._index = self._seen = None
            shutil.rmtree(self.path, ignore_errors=True)

    @contextlib.contextmanager
    def _writer(self) -> Iterator[tuple[Any, Any]]:
        """The one writer of the folder; None where another process holds it or the folder may not be written."""
        import tantivy

        try:
            self.path.mkdir(parents=True, exist_ok=True)
            index = _quiet(tantivy.Index(schema(), path=str(self.path)))
            writer = index.writer(_HEAP, 1)
        except (ValueError, OSError):
            yield None, None
            return
        try:
            yield writer, index.schema
        finally:
            writer.wait_merging_threads()


def schema() -> Any:
    """The fields of an entry. Words come folded, with one blank between them; what is not searched is not indexed."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("words", "title", "place"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("facts", tokenizer_name="raw", index_option="basic")
    for name in ("organisation", "organ", "kind", "language", "newest", "oldest"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("expression", indexed=True, fast=True)
    for name in ("passage", "since", "until", "day", "year", "stand", "mark"):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def holding(view: View, at: int) -> list[tuple[Any, Any]]:
    """The clauses that leave only what held after that change."""
    import tantivy

    query, occur = tantivy.Query, tantivy.Occur
    if view.gone:
        gone = query.term_set_query(view.schema, "expression", list(view.gone))
        return [(occur.MustNot, gone), *holding(replace(view, gone=()), at)]
    if at >= view.number == view.last:
        return [(occur.MustNot, query.term_query(view.schema, "facts", "ended"))]
    unsigned = tantivy.FieldType.Unsigned
    begun = query.range_query(view.schema, "since", unsigned, 0, at)
    going_on = query.range_query(view.schema, "until", unsigned, at + 1, 1 << 62)
    return [(occur.Must, begun), (occur.Must, going_on)]


def _quiet(index: Any) -> Any:
    """Without the thread that watches the folder: we look ourselves, and a file that is cut short must not meet it."""
    index.config_reader("manual")
    return index


def _stand(searcher: Any, made: Any) -> tuple[int, int]:
    """The change that the index stands at, and that change's mark."""
    import tantivy

    found = searcher.search(tantivy.Query.term_query(made, "facts", "stand"), 1).hits
    if not found:
        return 0, 0
    places = [place for _, place in found]
    return searcher.fast_field_values("stand", places)[0], searcher.fast_field_values("mark", places)[0]


def _entered(searcher: Any, made: Any) -> frozenset[int]:
    """The rows of the catalogue that have entries."""
    import tantivy

    if searcher is None or not searcher.num_docs:
        return frozenset()
    firsts = tantivy.Query.term_query(made, "facts", "first=yes")
    places = [place for _, place in searcher.search(firsts, searcher.num_docs, False).hits]
    return frozenset(searcher.fast_field_values("expression", places))


class _Feed:
    """Writes what changed since a number: every changed row is taken out and put in again, so that twice is once.

    `entered` are the rows that have entries, where rows may come and go without a change of their own; else None.
    """

    def __init__(
        self,
        db: Any,
        writer: Any,
        made: Any,
        number: int,
        *,
        marked: Callable[[Any, int], int],
        entered: frozenset[int] | None = None,
    ) -> None:
        self.db = db
        self.marked = marked
        self.entered = entered
        self.writer = writer
        self.schema = made
        self.number = number
        self.waiting = 0

    def run(self) -> None:
        last = queries.last_change(self.db)
        self._follow()
        for rows in _passages.moved(self.db, self.number):
            if self.waiting > _COMMIT_EVERY:
                self._commit(max(self.number, rows[0].since - 1))
            self._put(rows)
        self._commit(last)

    def _follow(self) -> None:
        """Takes out what is no longer seen, and puts in what is seen again; its change may be an old one."""
        if self.entered is None:
            return
        shown = _passages.shown(self.db)
        for row in self.entered - shown:
            self._take_out(row)
        for rows in _passages.rows_of(self.db, sorted(shown - self.entered) if self.number else ()):
            self._put(rows)

    def _put(self, rows: Any) -> None:
        passages = _passages.passages_of(self.db, sorted({row.reading for row in rows}))
        for row in rows:
            self._take_out(row.id)
            fill = _filler(row)
            for first, passage in _with_first(passages[row.reading]):
                self.writer.add_document(fill(passage, first))
                self.waiting += 1

    def _take_out(self, row: int) -> None:
        """By query: to delete by the term of an unsigned number takes nothing out and says nothing (tried in 0.27)."""
        import tantivy

        self.writer.delete_documents_by_query(tantivy.Query.term_query(self.schema, "expression", row))

    def _commit(self, number: int) -> None:
        import tantivy

        self.writer.delete_documents_by_term("facts", "stand")
        entry = tantivy.Document()
        for fact in ("stand", "ended"):
            entry.add_text("facts", fact)
        for name, value in (
            ("stand", number),
            ("mark", self.marked(self.db, number)),
            ("since", _NEVER),
        ):
            entry.add_unsigned(name, value)
        self.writer.add_document(entry)
        self.writer.commit()
        self.waiting = 0


def _with_first(passages: list[Any]) -> Iterator[tuple[bool, Any]]:
    return ((number == 0, passage) for number, passage in enumerate(passages))


def _filler(row: Any) -> Callable[[Any, bool], Any]:
    """Makes the entries of one row's passages; what they share is worked out once."""
    import tantivy

    facts, day = tuple(_facts(row)), _day(row.day)
    texts = [(name, folded(text)) for name, text in (("title", row.title or ""), ("place", row.place or ""))]
    texts += [(name, value) for name, value in _shelved(row) if value]
    numbers = (("expression", row.id), ("since", row.since), ("until", row.until or _NEVER), ("day", day))
    newest, oldest = 99_999_999 - day, day or 99_999_999

    def fill(passage: Any, first: bool) -> Any:
        entry = tantivy.Document()
        entry.add_text("words", folded(passage.words))
        for name, text in texts:
            entry.add_text(name, text)
        for fact in facts:
            entry.add_text("facts", fact)
        entry.add_text("facts", f"part={passage.kind}")
        if first:
            entry.add_text("facts", "first=yes")
        entry.add_text("newest", f"{newest:08}{row.address}#{passage.n:07}")
        entry.add_text("oldest", f"{oldest:08}{row.address}#{passage.n:07}")
        for name, number in numbers:
            entry.add_unsigned(name, number)
        entry.add_unsigned("passage", passage.id)
        if day:
            entry.add_unsigned("year", day // 10_000)
        return entry

    return fill


def _shelved(row: Any) -> Iterator[tuple[str, str]]:
    """What is counted in facets."""
    yield from ((name, getattr(row, name)) for name in ("organisation", "organ", "kind"))
    yield "language", row.language.split("-", 1)[0]


def _facts(row: Any) -> Iterator[str]:
    """What the catalogue says of the row, as it is asked for: name, equals sign, value in small letters."""
    for name in ("address", "work", "organisation", "organ", "kind", "symbol", "collection", "marking", "language"):
        if value := getattr(row, name):
            yield f"{name}={value.casefold()}"
    if "-" in row.language:
        yield f"language={row.language.split('-', 1)[0].casefold()}"
    if row.until is not None:
        yield "ended"


def _day(text: str | None) -> int:
    """The first day that it may be, as the number 20070816; 0 where none is known."""
    from acquis.model import Day

    if not text:
        return 0
    first = Day.parse(text).first
    return first.year * 10_000 + first.month * 100 + first.day
