"""The front desk of the precedents: where were these words agreed before?"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from acquis.archive import queries
from acquis.archive.holdings import Holdings
from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.model.days import Day
from acquis.precedents import tables
from acquis.precedents.across import Translate, with_translations
from acquis.precedents.ancestry import Ancestry, Chronicle, History
from acquis.precedents.apart import Apart, Parting, place_of
from acquis.precedents.asked import asked, passage
from acquis.precedents.certificate import Certificate, certify
from acquis.precedents.certified import Verified, verify
from acquis.precedents.citing import Citing
from acquis.precedents.comparing import Comparison, compared
from acquis.precedents.earliest import firsts
from acquis.precedents.families import Families
from acquis.precedents.finding import answer
from acquis.precedents.found import Found, Use
from acquis.precedents.index import View, WordIndex
from acquis.precedents.lineages import Lineages
from acquis.precedents.modes import modes_of
from acquis.precedents.pairs import pairs
from acquis.precedents.provenance import Draft, Provenance, Sentence, Traced, dropped, traced
from acquis.precedents.rows import Query, rows
from acquis.precedents.scope import Beside, Scope, Texts
from acquis.precedents.succession import Edge
from acquis.precedents.translated import Translation, translations
from acquis.precedents.uses import Uses, of_history, of_phrase, of_rows
from acquis.precedents.variants import Size, Variants, Witness, table
from acquis.precedents.words import Words, words_of
from acquis.store import Store
from acquis.wording import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FEWEST: Final = 3
LONGEST: Final = 2_000
"""Words of a query that are looked up; a longer text is asked about paragraph by paragraph."""

_LARGEST: Final = 100_000
_FEW: Final = 5
_TEXTS: Final = 8
"""So many states of the archive, and filters, are kept in memory."""


class Precedents:
    """Finds agreed language. The index lies in a folder of its own, follows the store, and can be thrown away."""

    def __init__(self, store: Store, *, at: int | None = None, folder: Path | None = None) -> None:
        self.store, self.at = store, at
        self._index = WordIndex(store, folder or store.folder)
        self._texts_at: dict[tuple[Any, ...], Texts] = {}
        self._lock, self._making = threading.Lock(), threading.Lock()
        self._lineages = Lineages(self._index, folder or store.folder, all_pairs=pairs)
        self._ancestry_at: tuple[tuple[Any, ...], Ancestry] | None = None
        self._citing = Citing(store)
        self._beside_at: tuple[int, Beside] | None = None

    def find(
        self,
        what: str,
        *,
        limit: int = 10,
        on: str | None = None,
        earlier: bool = False,
        translations: bool = False,
        **filters: str | None,
    ) -> Found:
        """The passages that share words with a text, as of the archive's change; `organ`, `year`, … narrow it.

        `what` are words, or the address of a passage, whose own text is then left out. `on` is the day of the text,
        known for an address: the nearest use is then one of an earlier day, never one of the same. With `earlier` only
        texts of an earlier day are searched. With `translations` each row has the same passage in the other
        expressions of its text, and what is held in other languages alone is found through a work that has both. What a
        person told apart from the passage is left out. Raises `BadQuery` for fewer than three words, and for more than
        can be looked up at once; `UnknownName` for a filter with a value that nobody knows.

        Cost: the median is 9 ms among ten thousand paragraphs and 12 ms among a million; long paragraphs take three
        times as much. The first query after a change reads the catalogue once.
        """
        about = asked(self.store, self.at, what)
        place = place_of(about.address) if about.address else None
        look = partial(self._find, limit=limit, on=_day(on) or about.day, own=about.work, earlier=earlier, place=place)
        found = replace(look(about.text, filters=filters), address=about.address)
        if not translations:
            return found
        # A language that rows were narrowed to must not close the way through the others.
        pivots = look(about.text, filters={**filters, "language": None}) if filters.get("language") else found
        return with_translations(found, pivots, self._translate(), partial(look, filters=filters))

    def _translate(self) -> Translate:
        """The passage in the other expressions of its text; each passage is looked at once."""
        return cache(partial(translations, self.store, self.at))

    def _find(
        self,
        text: str,
        *,
        limit: int,
        on: str | None,
        own: str | None,
        earlier: bool,
        filters: dict[str, str | None],
        place: str | None = None,
        newest: bool = False,
    ) -> Found:
        words = _asked(text)
        view = self._index.view()
        with self.store.reading() as db:
            scope = Scope(self._texts(db, view, filters), own=own, until=on if earlier else None)
            apart = Parting(db, scope).numbers(place)
            found = answer(view, scope, text, words, limit=limit + len(apart))
            made = rows(db, found, scope, Query(text, words, on, place), newest=newest)[:limit]
            first = firsts(db, view, scope, words, on=on, apart=apart)
        ends = (first.earliest, first.within, first.nearest)
        return Found(text, made, *ends, scope.base, found.more, on, apart=tuple(sorted(apart.values())))

    def diff(self, older: str, newer: str) -> Comparison:
        """What changed from one passage to another, each an address or words, and what matters of it.

        Where a side is a translation and the archive holds the originals, these are compared first.
        """
        return compared(self.store, self.at, older, newer)

    def certificate(self, text: str, *, release: str | None = None, **choices: str | None) -> Certificate:
        """What an exhaustive search of every passage finds of a formula, with its scope, and its record by hash.

        The formula is words, or the address of a passage: then its words, and the text that it is of is left out.
        `release`, `since`, `until` and the filters of the catalogue narrow it. Raises `BadQuery` for fewer than three
        words, `UnknownName` for a release or filter that does not exist.
        """
        at = Holdings(self.store).at_release(release).at if release else self.at
        about = asked(self.store, at, text)
        return certify(self.store, about.text, release=release, at=at, address=about.address, **choices)

    def verify(self, record: bytes) -> Verified:
        """Makes a certificate again from this archive, over the texts that it was made over; gives what differs."""
        return verify(self.store, record, at=self.at)

    def variants(self, *passages: str, most: Size | None = None) -> Variants:
        """The wordings of one passage under one another: those named, or of one address all of its branches.

        These are the wordings of its line through the years and of its family, one witness for each, with the other
        places of the same words. The order in which they are named makes no difference. Raises `BadQuery` beyond the
        limits of `table`; of a family that has more than `most` the table says how many it leaves out.
        """
        named = [passage(self.store, self.at, each) for each in passages]
        if len(named) == 1 and (one := named[0].address) is not None:
            ancestry = self._ancestry()
            found = ancestry.branches(str(one.expression.at(one.part)), most or Size())
            with self.store.reading() as db:
                words = ancestry.words(db, [first for first, *_ in found.wordings])
            return found.laid(words.__getitem__)
        return table([Witness(str(each.address), each.day, each.text) for each in named])

    def lineage(self, address: str) -> History:
        """A passage through the years: where it came from, what became of it, its family, first and last use.

        Its line follows the words of the address: all of a passage, a sentence of it, or some words. Translations,
        copies and drafts of one document are never later uses. What a person said with `acquis relate` holds against
        any likeness. The first call after a change brings the pairs of all texts up to date.
        """
        about = asked(self.store, self.at, address)
        if about.address is None:
            raise BadQuery(f"{address[:60]!r} is no address. Lineage is of a passage that is held: give its address.")
        return self._ancestry().history(str(about.address.expression.at(about.address.part)), about.text)

    def braids(self, history: History) -> tuple[Edge, ...]:
        """Where a passage of a line was split or merged, from one text of the line to the next.

        Between texts that are too long for it (`lineage.LONGEST`) it is not looked for.
        """
        return self._ancestry().braids(history)

    def uses(self, what: str, *, limit: int = 50) -> Uses:
        """Every use of a passage, by its address, or of a phrase, in the order of days.

        Of a passage it is its line and its family; of a phrase all passages that have three quarters of its words.
        """
        about = asked(self.store, self.at, what)
        if about.address is not None:
            return of_history(self.lineage(what))
        found = self._find(what, limit=limit, on=None, own=None, earlier=False, filters={})
        with self.store.reading() as db:
            rows = {row.reading: row for row in tables.catalogue(db, self.at)}
            return of_phrase(db, found, rows)

    def users(self, found: Found, *, most: int = 200) -> dict[Pinpoint, tuple[Use, ...]]:
        """The texts that use each row of an answer, by its address, each with its first use; of up to `most` uses."""
        with self.store.reading() as db:
            return of_rows(db, found, {row.reading: row for row in tables.catalogue(db, self.at)}, most)

    def chronicle(self, *, texts: Sequence[str] = (), **filters: str | None) -> Chronicle:
        """What is new in each of some texts, what no later one of them has, and what is of other organisations.

        The texts are those that are named, by address or name, and of these or of all those that the filters of the
        catalogue let pass: a series by its organ and kind. Raises `NotHeld` for a name of nothing.
        """
        holdings = Holdings(self.store, self.at)
        named = {str(holdings.get(each).document.address) for each in texts}
        found = [str(each.address) for each in holdings.list(states=("kept",), **filters)]
        return self._ancestry().chronicle([each for each in found if not named or each in named])

    def families(self, **filters: str | None) -> Families:
        """All families of passages, in the order of their first use; with filters, those with a use in these texts."""
        found = self._ancestry().families
        if not any(filters.values()):
            return found
        texts = Holdings(self.store, self.at).list(states=("kept",), **filters)
        return found.of_texts({str(each.address) for each in texts})

    def ahead(self) -> None:
        """Reads what each text cites, which lines ask for one by one. Nothing needs it. Cost: a millisecond a text."""
        self._citing.read(self._ancestry().readings.values())

    def _ancestry(self) -> Ancestry:
        """The lines of all that is held; worked out once for a change."""
        state = self._lineages.view()
        view = self._index.view()
        with self._making:  # whoever asks meanwhile waits for what is being made, and does not make it too
            held, stands = self._ancestry_at, self._stands(view)
            if held is None or held[0] != stands:
                with self.store.reading() as db:
                    texts = self._texts(db, view, {})
                    made = Ancestry(db, self._citing, view, state, texts)
                self._ancestry_at = held = (stands, made)
        return held[1]

    def _stands(self, view: View) -> tuple[Any, ...]:
        """What is answered from: the change, and the state of the index."""
        at = view.last if self.at is None else self.at
        return at, view.number, tuple(segment.folder.name for segment in view.segments)

    def translations(self, passage: str) -> tuple[Translation, ...]:
        """The passage in the other languages and expressions that are held of its text; those that surely answer."""
        about = asked(self.store, self.at, passage)
        if about.address is None:
            raise BadQuery(f"{passage[:60]!r} is no address. Translations are of a passage that is held.")
        return translations(self.store, self.at, about.address)

    def words(self, passage: str) -> str:
        """The words at the address of a passage."""
        return asked(self.store, self.at, passage).text

    def provenance(
        self,
        draft: Draft,
        *,
        against: Sequence[str] = (),
        on: str | None = None,
        met: Callable[[Traced], None] | None = None,
        **filters: str | None,
    ) -> Provenance:
        """Where each sentence of a text comes from, and what the texts it is held against say that it does not.

        `on` is the day of the draft, instead of the one that it states. Only texts of an earlier day are a source;
        where the day is not known, all that are held. What a person told apart from the passage is none. `met` is told
        of each sentence as it is traced. Cost: a look-up for each sentence.
        """
        draft = replace(draft, day=_day(on) or draft.day)
        look = partial(
            self._find, limit=_FEW, on=draft.day, own=draft.work, earlier=draft.day is not None, filters=filters
        )

        def find(sentence: Sentence) -> Found:
            return look(sentence.words, place=f"{draft.work}#{sentence.place}" if draft.work else None, newest=True)

        found: list[Traced] = []
        base = None
        for each, searched in traced(draft, find):
            found.append(each)
            base = base or searched
            if met:
                met(each)
        earlier = [Draft.of_document(Holdings(self.store, self.at).get(each).document) for each in against]
        gone = (each for one in earlier for each in dropped(one, draft))
        return Provenance(draft, tuple(found), base, tuple(each.name for each in earlier), tuple(gone))

    def rebuild(self) -> None:
        """Makes the index anew from the store."""
        self._index.rebuild()

    def _texts(self, db: "Connection", view: View, filters: Mapping[str, str | None]) -> Texts:
        """The texts that filters let pass: worked out once for a change, the index's state and the filters."""
        at, *_ = stands = self._stands(view)
        key = (*stands, *sorted(filters.items(), key=str))
        with self._lock:
            if key not in self._texts_at:
                behind = None if view.number == view.last else view.number
                while len(self._texts_at) >= _TEXTS:
                    self._texts_at.pop(next(iter(self._texts_at)))
                rows, beside = tables.catalogue(db, self.at), self._beside(db, view.last)
                self._texts_at[key] = Texts(rows, filters, at=at, behind=behind, beside=beside)
            return self._texts_at[key]

    def _beside(self, db: "Connection", last: int) -> Beside:
        """How texts were adopted, and what a person told apart: worked out once for a change."""
        if self._beside_at is None or self._beside_at[0] != last:
            apart = Apart(queries.edits(db), dict(queries.forwards(db)))
            self._beside_at = last, Beside(modes_of(tables.modes(db, self.at)), apart)
        return self._beside_at[1]


def _day(on: str | None) -> str | None:
    return str(Day.parse(on)) if on else None


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
