"""Which earlier text a text is compared with, and why: the one of its series that came before it."""

import enum
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Any, Final

from msgspec import Struct

from acquis.archive import queries
from acquis.archive.naming import subject_words
from acquis.briefing.rooms import Rooms
from acquis.languages import language
from acquis.model import Document, Pinpoint, Span
from acquis.model.document import COUNTED
from acquis.precedents.between import as_catalogued
from acquis.precedents.kin import Expression, before, expression_of, first_use
from acquis.precedents.provenance import Draft, Origin, Traced
from acquis.precedents.words import words_of
from acquis.register.gazetteer import Kind
from acquis.register.mentions import mentions_in_words

_ALIKE: Final = 0.5
"""From so many common words of all on two titles may be those of one series, if the later text also recalls it."""

_SAME: Final = 0.75
"""From so many on they are, whether it recalls it or not."""

_MUCH: Final = 0.17
_SOME: Final = 0.1
"""A text has so much of its words from the one it continues; some are enough where it also recalls it."""

_FEW: Final = 0.05
"""So little is enough where all others of its organ have less than a third of it."""

_LEAST: Final = 5
"""A sentence of fewer words ("The General Assembly,") comes from no text in particular."""

_ABOUT: Final = 0.15
"""A text is about the state that most of its passages name, if that is so many."""

_OTHERS: Final = 5
"""So many other candidates are named."""


class Ground(enum.StrEnum):
    """Why a text is thought to continue another, as it is printed."""

    NAMED = "named to compare with"
    ORGAN = "same organ"
    KIND = "same kind"
    SERIES = "same series"
    TITLE = "like title"
    RECALLED = "recalled by it"
    OPENING = "recalled first"
    WORDS = "most of its earlier words are from it"
    STATE = "about the same state"
    LAST = "last earlier date"


class Candidate(Struct, frozen=True):
    """An earlier text with the grounds on which it may be the one to compare with."""

    text: Expression
    grounds: tuple[Ground, ...]

    @property
    def because(self) -> str:
        """The grounds in a line, and whether the text marks an anniversary."""
        marked = "; it marks an anniversary" if marks_anniversary(self.text) else ""
        return ", ".join(self.grounds) + marked


def marks_anniversary(text: Expression) -> bool:
    """Whether a text says in its title that it marks an anniversary; nothing is preferred by that.

    It is one of its series all the same: what a meeting takes up from the one before stands in it as in any other.
    """
    entry = language(text.language)
    return entry is not None and entry.marks_anniversary(text.title or "")


class Choice(Struct, frozen=True):
    """The texts that a text is compared with, the latest first, and the best of the others.

    Without any `why_none` says what is missing.
    """

    chosen: tuple[Candidate, ...]
    others: tuple[Candidate, ...]
    why_none: str = ""

    @property
    def first(self) -> Candidate | None:
        """The text that it is compared with in the first place."""
        return self.chosen[0] if self.chosen else None


def predecessor(
    archive: Rooms,
    document: Document,
    *,
    against: Sequence[str] = (),
    traced: Sequence[Traced] | None = None,
) -> Choice:
    """The text held that a document is compared with.

    Named ones come first, then what was remembered (`follows`). Else it is an earlier text of the same organ, kind
    and language that was agreed: the last one of its series, by the subject of its title where texts have symbols;
    else the last one of a like title; else the one that most of its earlier words are from; else the last one that it
    recalls first; else, where titles name no subject, the last one about the same state; else the one that alone has
    words of it. The best of the rest is named beside it.

    `traced` are the sentences of the document with their sources, where these have been looked up already.
    """
    held = _Held(archive, document, traced)
    wanted = against or remembered(archive, held.own.work)
    named = tuple(Candidate(as_catalogued(archive.get(each).document), (Ground.NAMED,)) for each in wanted)
    if named:
        return Choice(tuple(sorted(named, key=_latest)), held.others(named))
    if held.own.day is None or held.own.organisation is None:
        missing = "day" if held.own.day is None else "organisation"
        return Choice((), held.others(()), f"its {missing} is not known, and no text was named to compare it with")
    found = held.continued()
    if found is None:
        return Choice((), held.others(()), "no earlier text of its series is held")
    return Choice((found,), held.others((found,)))


def remembered(archive: Rooms, work: str) -> tuple[str, ...]:
    """What a person said that a text follows."""
    with archive.store.reading() as db:
        edits = queries.edits(db, [work])
    told = (json.loads(edit.body) for edit in edits if edit.verb == "relate" and "#" not in edit.address)
    return tuple(dict.fromkeys(body["other"] for body in told if body["relation"] == "follows"))


def _latest(candidate: Candidate) -> tuple[int, str]:
    return _latest_first(candidate.text)


def _latest_first(text: Expression) -> tuple[int, str]:
    """What to sort by for the last day first."""
    return -int(f"{(text.day or '').replace('-', '')}00000000"[:8]), text.address


class _Held:
    """The texts that are held beside a document, one expression of each work, each as far as it may continue one."""

    def __init__(self, archive: Rooms, document: Document, traced: Sequence[Traced] | None) -> None:
        self.archive, self.document, self._traced = archive, document, traced
        self.own = as_catalogued(document)
        self.cited = {str(Pinpoint(each.target).work) for each in document.citations if each.target}

    def continued(self) -> Candidate | None:
        """The text that the document continues: by the first of the grounds that finds one."""
        found = (_first(self.series), _first(self.like), self.words, _first(self.recalled), _first(self.about))
        return next((each for each in found if each), None) or self.alone

    @cached_property
    def earlier(self) -> tuple[Expression, ...]:
        """The texts of its organisation and language of an earlier day, the latest first."""
        with self.archive.store.reading() as db:
            rows = queries.rows(db, queries.catalogue(self.archive.at))
        texts = (expression_of(row) for row in rows if self._beside(row))
        first = {each.work: each for each in sorted(texts, key=lambda each: each.address, reverse=True)}
        return tuple(sorted(first.values(), key=first_use, reverse=True))

    def _beside(self, row: Any) -> bool:
        one = row.work != self.own.work and row.organisation == self.own.organisation
        spoken = _tongue(row.language) == _tongue(self.own.language)
        return one and spoken and row.day is not None and before(row.day, self.own.day)

    @cached_property
    def likely(self) -> tuple[Expression, ...]:
        """The earlier texts of its organ and kind that were agreed."""
        return tuple(
            each
            for each in self.earlier
            if (each.organ, each.kind) == (self.own.organ, self.own.kind) and not each.draft
        )

    @property
    def series(self) -> Iterator[Candidate]:
        """Those of its series, the last first."""
        own = self.own.series
        grounds = (*_FORMAL, Ground.SERIES, Ground.LAST)
        return (Candidate(each, grounds) for each in self.likely if own is not None and each.series == own)

    @property
    def like(self) -> Iterator[Candidate]:
        """Those with nearly its title, or with a like one where it recalls them or has words from them."""
        for each in self.likely if self.own.series else ():
            likeness, recalled = _likeness(each, self.own), each.work in self.cited
            if likeness >= _SAME or (likeness >= _ALIKE and (recalled or self._telling(each))):
                yield Candidate(each, (*_FORMAL, Ground.TITLE, *([Ground.RECALLED] if recalled else []), Ground.LAST))

    def _telling(self, text: Expression) -> bool:
        """Whether it has words from a text, and the titles share what tells their subject from that of others.

        Each word weighs by how few titles of the organ have it, as in search ("human rights" says little there).
        """
        first, second = subject_words(text.title or ""), subject_words(self.own.title or "")
        count = len(self.likely) + 1
        weight = {word: math.log(count / (self.titled[word] + 1)) for word in first | second}
        shared = sum(weight[word] for word in first & second)
        return self.shares[text.work] > 0 and shared >= _ALIKE * sum(weight.values()) > 0

    @cached_property
    def titled(self) -> Counter[str]:
        """How many titles of the likely ones have each word."""
        return Counter(word for each in self.likely for word in subject_words(each.title or ""))

    @property
    def words(self) -> Candidate | None:
        """The one that most of its earlier words are from: many of them, or some of one that it recalls."""
        best = next(iter(self.ranked), None)
        if best is None or self.shares[best.work] < (_SOME if best.work in self.cited else _MUCH):
            return None
        return self._by_words(best)

    @property
    def alone(self) -> Candidate | None:
        """The one that it has a few words from, where it has hardly any of the others."""
        best, rest = next(iter(self.ranked), None), sum(self.shares[each.work] for each in self.ranked[1:2])
        few = best is None or self.shares[best.work] < max(_FEW, 3 * rest)
        return None if best is None or few else self._by_words(best)

    def _by_words(self, text: Expression) -> Candidate:
        recalled = [Ground.RECALLED] if text.work in self.cited else []
        return Candidate(text, (*_FORMAL, Ground.WORDS, *recalled))

    @cached_property
    def ranked(self) -> Sequence[Expression]:
        """The likely ones, by how much of its words is from each; then the last first."""
        return sorted(self.likely, key=lambda each: (-self.shares[each.work], *_latest_first(each)))

    @property
    def recalled(self) -> Iterator[Candidate]:
        """Those that it recalls first, the last one first: of a text whose title names a subject."""
        grounds = (*_FORMAL, Ground.OPENING, Ground.LAST)
        return (Candidate(each, grounds) for each in self.likely if self.own.series and each.work in self.opening)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The works that it recalls where it first recalls any of its own organ.

        A text that is renewed begins with those that it continues, held or not. What it recalls further on are the
        agendas, outcomes and rules of all: these it does not continue.
        """
        own = _issuer(self.own)
        for part in self.document.parts if own else ():
            within = (each for each in self.document.citations if each.target and part.span.holds(each.span))
            works = {str(Pinpoint(each.target).work) for each in within if each.target} - {self.own.work}
            mine = frozenset(each for each in works if _stem(each) == own)
            if mine and part.kind in COUNTED:
                return mine
        return frozenset()

    @property
    def about(self) -> Iterator[Candidate]:
        """Those about the state that it is about, the last first: of texts whose titles name no subject."""
        state = None if self.own.series else _state(self.document, self.archive)
        for each in self.likely if state else ():
            if _state(self.archive.get(each.address).document, self.archive) == state:
                yield Candidate(each, (*_FORMAL, Ground.STATE, Ground.LAST))

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How much of the document's words each work is the nearest source of; formulae are of no one."""
        found: defaultdict[str, float] = defaultdict(float)
        traced = self._traced
        if traced is None:
            traced = self.archive.precedents.provenance(Draft.of_document(self.document)).traced
        sizes = [(each, len(words_of(each.sentence.words))) for each in traced]
        for each, size in sizes:
            if each.source is not None and each.origin is not Origin.FORMULA and size >= _LEAST:
                found[each.source.use.work] += size * each.source.covered
        whole = sum(size for _, size in sizes) or 1
        return defaultdict(float, {work: words / whole for work, words in found.items()})

    def others(self, chosen: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The best of the rest: by how many grounds speak for them, then the latest."""
        taken = {each.text.work for each in chosen}
        rest = (Candidate(each, self._grounds(each)) for each in self.earlier if each.work not in taken)
        told = [each for each in rest if {Ground.SERIES, Ground.TITLE, Ground.RECALLED} & {*each.grounds}]
        return tuple(sorted(told, key=lambda each: (-len(each.grounds), *_latest(each)))[:_OTHERS])

    def _grounds(self, text: Expression) -> tuple[Ground, ...]:
        own = self.own
        told = {
            Ground.ORGAN: text.organ == own.organ,
            Ground.KIND: text.kind == own.kind,
            Ground.SERIES: own.series is not None and text.series == own.series,
            Ground.TITLE: text.series != own.series and _likeness(text, own) >= _ALIKE,
            Ground.RECALLED: text.work in self.cited,
        }
        return tuple(ground for ground, holds in told.items() if holds)


_FORMAL: Final = (Ground.ORGAN, Ground.KIND)


def _issuer(text: Expression) -> tuple[str, ...]:
    """Organ and kind as a symbol spells them: A, RES; nothing of a text without one."""
    return _stem(text.work) if text.symbol else ()


def _stem(work: str) -> tuple[str, ...]:
    """What stands in the symbol of a work before the first figure.

    >>> _stem("un:A/HRC/RES/S-32/1"), _stem("un:A/76/L.47")
    (('un', 'A', 'HRC', 'RES'), ('un', 'A'))
    """
    organisation, _, symbol = work.partition(":")
    return organisation, *takewhile(lambda each: not _FIGURE.search(each), symbol.split("/"))


_FIGURE: Final = re.compile(r"\d")


def _first(found: Iterator[Candidate]) -> Candidate | None:
    return next(found, None)


def _state(document: Document, archive: Rooms) -> str | None:
    """The state or territory that a text is about: named in most passages, and in enough of them."""
    passages = [part.span for part in document.parts if part.kind in COUNTED and len(part.span)]
    named = Counter(state for span in passages for state in _named(document, span, archive))
    state, count = named.most_common(1)[0] if named else (None, 0)
    return state if count >= _ABOUT * len(passages) else None


def _named(document: Document, span: Span, archive: Rooms) -> set[str]:
    found = mentions_in_words(span.of(document.text), names=archive.register.library.texts)
    return {each.meant for each in found if each.kind is Kind.STATE and each.meant}


def _tongue(language: str) -> str:
    """A language without where the text comes from."""
    return language.partition("-x-")[0]


def _likeness(one: Expression, other: Expression) -> float:
    """How much of their words two titles share."""
    first, second = subject_words(one.title or ""), subject_words(other.title or "")
    return len(first & second) / (len(first | second) or 1)
