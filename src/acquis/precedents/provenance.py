"""Where the sentences of a draft come from, one by one; and what an earlier text said that it does not."""

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from acquis.archive.preparing import Prepared
from acquis.model import Document, Part, Span
from acquis.model.document import COUNTED
from acquis.precedents.alignment import aligned
from acquis.precedents.base import Base
from acquis.precedents.found import Found, Precedent, Relation, Use
from acquis.precedents.words import Words, keys_of, words_of
from acquis.structure.sentences import sentences

_ADAPTED: Final = 0.6
_PARTLY: Final = 0.3
_FEWEST: Final = 3
_KEPT: Final = 0.5
"""An earlier sentence is kept where so much of its words stand in one passage of the draft."""

_NEAREST: Final = 4


class Origin(enum.StrEnum):
    """Where a sentence comes from."""

    VERBATIM = "verbatim"  # these words stand in an earlier text
    ADAPTED = "adapted"  # most of them do, in one passage
    FORMULA = "formula"  # boilerplate of many texts
    PARTLY = "partly"  # some of its words do, or a whole earlier passage stands in it
    NONE = "no earlier wording held"
    SHORT = "too short to tell"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: the place of its paragraph, and where it stands in the text (code points)."""

    place: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in sentences, with the day and the work it is of where these are known."""

    text: str
    sentences: tuple[Sentence, ...]
    day: str | None = None
    work: str | None = None
    name: str = ""

    @classmethod
    def of_text(cls, text: str, language: str | None = None) -> "Draft":
        """A text as it was typed: a paragraph a line."""
        found: list[Sentence] = []
        start = 0
        for number, line in enumerate(text.split("\n"), 1):
            spans = (each.moved(start) for each in sentences(line, language))
            found += [Sentence(f"line {number}", span, span.of(text)) for span in spans]
            start += len(line) + 1
        return cls(text, tuple(found))

    @classmethod
    def of_document(cls, document: Document, part: str | None = None) -> "Draft":
        """A text that the archive holds, or a part of it with what is below."""
        day, _ = document.record.day
        parts = document.parts if part is None else document.below(part)
        made = tuple(_sentences(document.text, parts))
        return cls(document.text, made, str(day) if day else None, str(document.address.work), str(document.address))

    @classmethod
    def of_file(cls, prepared: Prepared) -> "Draft":
        """A file that was read and is not kept."""
        reading = prepared.reading
        day, _ = prepared.catalogued.record.day
        made = tuple(_sentences(reading.layers.text, reading.parts))
        work = str(prepared.catalogued.address.work)
        return cls(reading.layers.text, made, str(day) if day else None, work, prepared.file.name)


@dataclass(frozen=True, slots=True)
class Traced:
    """A sentence with its origin; `source` is the row that it was found in, None where nothing is held.

    The row is told by the nearest use: of the passages that have about as much of the sentence the last one before its
    day. `earliest` is the first one held of the same wording, where that is another use.
    """

    sentence: Sentence
    origin: Origin
    source: Precedent | None
    earliest: Use | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence of an earlier text that the draft does not have; `covered` is how much of its words it has."""

    earlier: str
    sentence: Sentence
    covered: float


@dataclass(frozen=True, slots=True)
class Provenance:
    """The sentences of a draft in their order, each with its origin, and what each text it was held against says more.

    `base` says what was searched; `against` are the addresses of the texts that it was held against.
    """

    draft: Draft
    traced: tuple[Traced, ...]
    base: Base | None
    against: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def earliest(self, traced: Traced) -> str | None:
        """The earliest use of a sentence's wording in a line with what was searched; None where its source is that."""
        if traced.earliest is None or self.base is None:
            return None
        return f"{traced.earliest.day}  {traced.earliest.address}  {self.base.claim('earliest use')}"

    def said(self, traced: Traced) -> str:
        """The origin of a sentence in words; that nothing is held is said with what was searched."""
        return self.base.absent if traced.origin is Origin.NONE and self.base else traced.origin.value

    @property
    def counts(self) -> dict[Origin, int]:
        """How many sentences are of each origin."""
        return {origin: sum(each.origin is origin for each in self.traced) for origin in Origin}


Find = Callable[[Sentence], Found]


def traced(draft: Draft, find: Find) -> Iterator[tuple[Traced, Base | None]]:
    """Each sentence with its origin as it is worked out. `find` looks it up in the texts that may be a source.

    Cost: one look-up for each sentence.
    """
    for each in draft.sentences:
        if len(words_of(each.words)) < _FEWEST:
            yield Traced(each, Origin.SHORT, None), None
            continue
        found = find(each)
        yield _traced(each, found), found.base


def _traced(sentence: Sentence, found: Found) -> Traced:
    """The row that accounts for the sentence: word for word, else as a formula, else adapted.

    Of rows that account for it about as well it is the one with the nearest use.
    """
    for row in found.precedents:
        if row.kind is Relation.FORMULA and row.covered >= _ADAPTED:
            return _told(sentence, Origin.FORMULA, row, [row.earliest])
        if _verbatim(row):
            source = _nearest([each for each in found.precedents if _verbatim(each)])
            return _told(sentence, Origin.VERBATIM, source, [found.earliest, found.within, source.earliest])
    best = max(found.precedents, key=lambda row: row.covered, default=None)
    if best is None or max(best.covered, best.covers / 2) < _PARTLY:
        return Traced(sentence, Origin.NONE, None)
    alike = [row for row in found.precedents if row is best or row.covered >= max(best.covered - _ABOUT, _PARTLY)]
    origin = Origin.ADAPTED if best.covered >= _ADAPTED else Origin.PARTLY
    return _told(sentence, origin, _nearest(alike), [row.earliest for row in alike])


def _told(sentence: Sentence, origin: Origin, source: Precedent, firsts: Sequence[Use | None]) -> Traced:
    """A sentence with its source, and the earliest of some uses where that is another text."""
    first = min((each for each in firsts if each and each.day), key=lambda each: each.day or "", default=None)
    return Traced(sentence, origin, source, first if first and first.work != source.use.work else None)


def _verbatim(row: Precedent) -> bool:
    """Whether all of a sentence stands in a row as it is, clause by clause."""
    return row.same or (row.covered == 1 and all(clause.kind in _WHOLE for clause in row.clauses))


def _nearest(rows: Sequence[Precedent]) -> Precedent:
    """The row with the last use; of one day the one that comes first."""
    return max(rows, key=lambda row: row.day or "")


_ABOUT: Final = 0.05
"""Rows that have so much less of a sentence than the best are about as like it."""

_WHOLE: Final = (Relation.IDENTICAL, Relation.FORMULA)


def dropped(earlier: Draft, draft: Draft) -> Iterator[Dropped]:
    """The sentences of an earlier text that no passage of the draft has at least half of the words of."""
    held = [words_of(each) for each in _paragraphs(draft)]
    keys = [keys_of(each.texts).tolist() for each in held]
    runs = [_runs(each) for each in held]
    for sentence in earlier.sentences:
        own = words_of(sentence.words)
        if len(own) < _FEWEST:
            continue
        mine = _runs(own)
        likely = sorted(range(len(runs)), key=lambda at: -len(mine & runs[at]))[:_NEAREST]
        found = aligned(keys_of(own.texts).tolist(), [keys[at] for at in likely])
        covered = max((each.words / len(own) for each in found), default=0.0)
        if covered < _KEPT:
            yield Dropped(earlier.name, sentence, covered)


def _paragraphs(draft: Draft) -> list[str]:
    """The passages of a draft, a sentence each joined with the others of its paragraph."""
    found: dict[str, list[str]] = {}
    for each in draft.sentences:
        found.setdefault(each.place, []).append(each.words)
    return [" ".join(words) for words in found.values()]


def _runs(words: Words) -> set[tuple[str, ...]]:
    """The pairs of words that follow one another."""
    return set(zip(words.texts, words.texts[1:], strict=False))


def _sentences(text: str, parts: Sequence[Part]) -> Iterator[Sentence]:
    for part in parts:
        if part.kind in COUNTED and len(part.span):
            for span in part.sentences or (part.span,):
                yield Sentence(part.path, span, span.of(text))
