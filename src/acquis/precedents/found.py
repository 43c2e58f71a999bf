"""What a search for agreed language gives: precedents in families, each with its uses, its kind and its reasons."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.model import Pinpoint
from acquis.precedents.base import Base
from acquis.precedents.translated import Translation
from acquis.wording import counted


class Relation(enum.StrEnum):
    """How a passage is related to what was asked."""

    IDENTICAL = "identical"  # the same words
    ADAPTED = "adapted"  # the same passage in changed words
    PARTIAL = "partial"  # a clause of a longer passage, either way
    MIXED = "mixed"  # changed in one clause, and a clause more or less
    FORMULA = "formula"  # boilerplate: used in many works
    QUOTATION = "quotation"  # what was asked cites the text it stands in
    ABSENT = "absent"  # of a clause only: it does not stand there


@dataclass(frozen=True, slots=True)
class Use:
    """One place where words stand: its address, day, and whose text it is."""

    address: Pinpoint
    day: str | None
    title: str | None
    organisation: str | None
    organ: str | None
    work: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of what was asked (`span`, code points), and how it stands in the precedent."""

    span: tuple[int, int]
    kind: Relation
    covered: float


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a family: its strongest use, its words, how near it comes to the query, how often it stands."""

    use: Use
    words: str
    covered: float
    likeness: float
    uses: int


@dataclass(frozen=True, slots=True)
class Precedent:
    """A family of passages that share words with what was asked, told by the one that comes nearest.

    `same` is whether that one has just the words that were asked. `covered` is the share of the query's words that
    stand in it, `covers` the share of its words that stand in the query, `likeness` twice the shared words over the
    words of both. `query_spans` and `spans` are the shared stretches in the query and in `words`, code points, end
    excluded. `clauses` says of each clause of the query how it stands there.

    `uses` counts the passages of the family, `works` the texts, `wordings` its different wordings, of which `others`
    are the nearest but this one; `first` and `last` are its earliest and its latest dated use. Of the wordings that are
    about as like the query as the nearest, `earliest` is the first use and `nearest` the last one, both before the day
    of the query where that is known. `strength` gives the reasons of the rank. `group` numbers the stretch of the query
    that it answers. `passages` are the uses as numbers of the store. `translations` is the passage in the other
    expressions held of its text, where they were asked for.
    """

    use: Use
    words: str
    kind: Relation
    same: bool
    covered: float
    covers: float
    likeness: float
    query_spans: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]
    clauses: tuple[Clause, ...]
    uses: int
    works: int
    wordings: int
    others: tuple[Wording, ...]
    first: Use | None
    last: Use | None
    earliest: Use | None
    nearest: Use | None
    strength: tuple[str, ...]
    group: int
    passages: tuple[int, ...]
    translations: tuple[Translation, ...] = ()

    @property
    def address(self) -> Pinpoint:
        """Where it stands."""
        return self.use.address

    @property
    def day(self) -> str | None:
        """The day of its text."""
        return self.use.day

    @property
    def title(self) -> str | None:
        """The title of its text."""
        return self.use.title

    @property
    def organ(self) -> str | None:
        """The organ that speaks in it."""
        return self.use.organ

    @property
    def repetition(self) -> str:
        """How often it was used, in words: "used in 12 texts, 3 wordings, 2004–2020"."""
        days = [use.day[:4] for use in (self.first, self.last) if use and use.day]
        period = f", {'–'.join(dict.fromkeys(days))}" if days else ""
        worded = f", {counted(self.wordings, 'wording')}" if self.wordings > 1 else ""
        return f"used in {counted(self.works, 'text')}{worded}{period}"


@dataclass(frozen=True, slots=True)
class Across:
    """What is held of a passage in another language, reached through a work that has it in both.

    `through` is where the passage stands in the language of the query, `by` the same passage in the other one: its
    words were looked for there, and `precedents` are what was found, the strongest first.
    """

    through: Pinpoint
    by: Translation
    precedents: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The precedents of some words, the strongest first; those of one stretch of the query have one `group`.

    `earliest` is the first dated use held of just these words as a passage; `within` an earlier one inside a longer
    passage, where there is one; `nearest` the last use before `on`, or the last use held. `base` says what was
    searched: every answer speaks of the archive and not of the world. `address` is where the query stands, None for
    words that were typed. `more` counts passages that share no more than a clause which rows above share too. `apart`
    are passages that a person said are not the one asked about: none of them is a row, a use, or an end of these.
    `across` is what is held in other languages, where it was asked for.
    """

    query: str
    precedents: tuple[Precedent, ...]
    earliest: Use | None
    within: Use | None
    nearest: Use | None
    base: Base
    more: int = 0
    on: str | None = None
    address: Pinpoint | None = None
    apart: tuple[Pinpoint, ...] = ()
    across: tuple[Across, ...] = ()

    @property
    def scope(self) -> str:
        """What was searched, in a line."""
        return str(self.base)

    @property
    def claims(self) -> tuple[str, ...]:
        """What the answer claims, each with its base in the same line."""
        return tuple(self._claims())

    def _claims(self) -> Iterator[str]:
        if self.earliest is None and self.within is None:
            yield f"just these words: {self.base.absent}"
        if self.earliest is not None:
            yield f"{self.earliest.day}  {self.earliest.address}  {self.base.claim('earliest use of just these words')}"
        if self.within is not None:
            yield f"{self.within.day}  {self.within.address}  {self.base.claim('earliest use inside a longer passage')}"
        if self.nearest is not None and self.nearest != self.earliest:
            word = f"nearest use before {self.on}" if self.on else "latest use"
            yield f"{self.nearest.day}  {self.nearest.address}  {self.base.claim(word)}"
