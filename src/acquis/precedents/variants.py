"""One passage as it was worded each time: a row for each witness, a slot for words that answer to one another."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from acquis.errors import BadQuery
from acquis.model import Span
from acquis.precedents.base import Base
from acquis.precedents.kin import Expression, Kin, Member, first_use
from acquis.precedents.reuse import base_language
from acquis.precedents.witnesses import WORD, Columns, Texts, columns, shifts, weights_of
from acquis.precedents.words import Words, words_of
from acquis.wording import counted

MOST_TEXTS: Final = 200
MOST_WORDS: Final = 40_000
LONGEST: Final = 2_000
"""How many texts that differ, how many words in all of them, and how many words in one, a table may have."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a table of a family is at most: texts that differ, words in all of them, and words in one.

    A text may also have twice as many words as the one that is asked about.
    """

    texts: int = MOST_TEXTS
    words: int = MOST_WORDS
    longest: int = LONGEST


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, and the day of that text; None where it is not known."""

    address: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Witness:
    """A wording of the passage: where it stands, its day (None where it is not known) and its text.

    `label` is what people call it, where that is not its address. `also` are the other places that have just these
    words, in the order of their days, where the witness stands for all of them.
    """

    address: str
    day: str | None
    text: str
    label: str | None = None
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses say in a slot. `words` are folded, and empty where they say nothing there.

    `forms` are the ways in which these words are printed, the earliest first; they differ in spelling, capitals and
    marks alone. `witnesses` are the rows that have them.
    """

    words: tuple[str, ...]
    forms: tuple[str, ...]
    witnesses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the passage: for each witness the stretch of its text, None where it has nothing there."""

    cells: tuple[Span | None, ...]
    readings: tuple[Reading, ...]

    @property
    def agreed(self) -> bool:
        """Whether all witnesses say the same here; spelling, hyphens, capitals and marks make no difference."""
        return len(self.readings) == 1


@dataclass(frozen=True, slots=True)
class Moved:
    """Words that stand elsewhere in a witness: in `slots`, where most of the others have them in `homes`.

    `span` is where they stand in the text of the witness.
    """

    witness: int
    span: Span
    slots: tuple[int, ...]
    homes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Variants:
    """The witnesses by day and address, those without a day last; the slots in the order of the passage; what moved.

    The cells of a witness, one after the other, are its text, character by character. `left_out` counts the wordings
    that were found and are not in the table, `unseen` the places that have them; `base` is what was searched for them,
    None where the passages were named.
    """

    witnesses: tuple[Witness, ...]
    slots: tuple[Slot, ...]
    moved: tuple[Moved, ...] = ()
    left_out: int = 0
    unseen: int = 0
    base: Base | None = None

    @property
    def scope(self) -> str:
        """How many wordings the table shows, of how many, and what was searched: a line."""
        shown = counted(len(self.witnesses), "wording")
        if self.base is None:
            return f"{counted(len(self.witnesses), 'passage')} as named; nothing was searched"
        if not self.left_out:
            return f"{shown}; {self.base}"
        kept = "the one asked about, the first, the last, those of its line, and those that most texts use"
        return f"{shown} of {len(self.witnesses) + self.left_out:,} ({kept}; {self.left_out:,} left out); {self.base}"

    def words(self, witness: int, slot: int) -> str | None:
        """What a witness has in a slot, as printed; None where it has nothing there."""
        cell = self.slots[slot].cells[witness]
        return cell.of(self.witnesses[witness].text) if cell else None


@dataclass(frozen=True, slots=True)
class Branches:
    """The wordings of a passage, each with all passages that have it, in the order of their first uses.

    `left_out` counts those that a table has no room for, `unseen` the passages that have them.
    """

    wordings: tuple[tuple[Member, ...], ...]
    left_out: int
    unseen: int
    base: Base

    def laid(self, words: Callable[[str], str]) -> Variants:
        """The table of them; `words` gives what was compared at an address. The first use stands for each wording."""
        made = table([_witness(of, words(of[0].address)) for of in self.wordings])
        return replace(made, left_out=self.left_out, unseen=self.unseen, base=self.base)


def _witness(of: Sequence[Member], words: str) -> Witness:
    one, *rest = (Place(each.address, each.expression.day) for each in of)
    return Witness(one.address, one.day, words, None, (*rest,))


def branches(
    own: Member, line: Collection[Member], family: Iterable[Member], kin: Kin, base: Base, *, most: Size
) -> Branches:
    """The wordings of a passage's line and of its family, at most so many and as far as a table may hold them.

    Only its own language is compared, and of each document one expression: translations, copies and drafts of a text
    are no other witnesses of it. Where there are more wordings than there is room for, the one asked about is taken,
    the first and the last, then those of the line, and then those that most documents use.
    """
    known = {each.address: each for each in (own, *line, *family)}.values()
    told = [each for each in known if _tongue(each) == _tongue(own)]
    chosen = _one_each(told, own.expression, kin)
    by_text: defaultdict[int, list[Member]] = defaultdict(list)
    for each in sorted(told, key=_use):
        if chosen[kin.name(each.expression)] == each.expression:
            by_text[each.text].append(each)
    found = [tuple(of) for of in by_text.values()]
    kept = _room(found, own, [each.text for each in line], kin, most)
    shown = tuple(each for each in found if each[0].text in kept)
    unseen = sum(len(each) for each in found if each[0].text not in kept)
    return Branches(shown, len(found) - len(shown), unseen, base)


def _tongue(member: Member) -> str:
    return base_language(member.expression.language)


def _use(member: Member) -> tuple[tuple[bool, str, str], int]:
    return first_use(member.expression), member.place


def _one_each(members: Iterable[Member], own: Expression, kin: Kin) -> Mapping[str, Expression]:
    """Of each document the expression that speaks for it: the one asked about, what was agreed, what has a name."""

    def rank(each: Expression) -> tuple[bool, bool, bool, bool, tuple[bool, str, str]]:
        nameless = each.organisation is None
        return each != own, each.draft, nameless, each.language != own.language, first_use(each)

    ordered = sorted((each.expression for each in members), key=rank, reverse=True)
    return {kin.name(each): each for each in ordered}


def _room(wordings: Sequence[Sequence[Member]], own: Member, line: Iterable[int], kin: Kin, most: Size) -> set[int]:
    """The texts that a table has room for, those that it must have first."""
    works = Counter({of[0].text: len({kin.name(each.expression) for each in of}) for of in wordings})
    dated = [of for of in wordings if of[0].expression.day]
    ends = (dated[0][0].text, max(dated, key=lambda of: of[-1].expression.day or "")[0].text) if dated else ()
    kept: set[int] = set()
    words, sizes = 0, {of[0].text: of[0].size for of in wordings}
    told = (text for text in line if text in sizes)
    longest = min(LONGEST, max(most.longest, 2 * own.size))
    for text in dict.fromkeys((own.text, *ends, *told, *(text for text, _ in works.most_common()))):
        fits = len(kept) < most.texts and sizes[text] <= longest and words + sizes[text] <= most.words
        if fits or text == own.text:
            kept.add(text)
            words += sizes[text]
    return kept


def table(witnesses: Sequence[Witness]) -> Variants:
    """Lays the wordings of one passage under one another. The order in which they are given makes no difference.

    A text that several witnesses have counts once in finding the slots. Where a script puts no blanks between words
    each character is one. Cost: with 60 texts of 200 words about a second.

    Raises `BadQuery` beyond 200 different texts, 2,000 words in a text, or 40,000 in all.
    """
    ordered = tuple(sorted(witnesses, key=_order))
    words = [words_of(each.text) for each in ordered]
    distinct = list(dict.fromkeys(each.texts for each in words))
    _bounded(distinct)
    laid = columns(distinct)
    bounds = _bounds(distinct, laid)
    firsts = {text: tuple(bisect_left(at, bound) for bound in bounds) for text, at in zip(distinct, laid, strict=True)}
    rows = [
        _Row(each.text, held.texts, _cuts(each.text, held), firsts[held.texts])
        for each, held in zip(ordered, words, strict=True)
    ]
    slots = tuple(_slot(rows, at) for at in range(len(bounds) - 1 if rows else 0))
    return Variants(ordered, slots, tuple(_moved(rows, distinct, laid, bounds)))


@dataclass(frozen=True, slots=True)
class _Row:
    """A witness in the making: `cuts` are where the stretch of each word begins, `firsts` the first word of each slot.

    Both have one entry more, for the end.
    """

    text: str
    words: tuple[str, ...]
    cuts: Sequence[int]
    firsts: Sequence[int]

    def cell(self, slot: int) -> Span | None:
        """Its stretch in a slot. A text without words stands whole in the first."""
        start, end = self.firsts[slot : slot + 2]
        if not self.words and self.text and slot == 0:
            return Span(0, len(self.text))
        return Span(self.cuts[start], self.cuts[end]) if end > start else None

    def said(self, slot: int) -> tuple[str, ...]:
        """Its words in a slot."""
        start, end = self.firsts[slot : slot + 2]
        return self.words[start:end]


def _order(witness: Witness) -> tuple[bool, str, str, str, str]:
    return witness.day is None, witness.day or "", witness.address, witness.text, witness.label or ""


def _bounded(texts: Texts) -> None:
    longest, total = max(map(len, texts), default=0), sum(map(len, texts))
    for asked, most, what in (
        (len(texts), MOST_TEXTS, "different texts"),
        (longest, LONGEST, "words in one text"),
        (total, MOST_WORDS, "words in all"),
    ):
        if asked > most:
            raise BadQuery(
                f"A table of {asked:,} {what} is too large; the most is {most:,}. Ask for fewer years or less."
            )


def _bounds(texts: Texts, laid: Columns) -> list[int]:
    """The columns at which slots begin, and the end.

    Columns in which the same texts go together are one slot. So are those side by side that vary, where this parts
    texts that agree in words of grammar alone: an "of" between words that differ makes no slot.
    """
    width = max((at[-1] + 1 for at in laid if at), default=0)
    stretches: list[tuple[int, _Said]] = []
    for column, said in enumerate(_columns(texts, laid, width)):
        _add(stretches, column, said, _together)
    slots: list[tuple[int, _Said]] = []
    for column, said in stretches:
        _add(slots, column, said, _little_lost)
    return [*(column for column, _ in slots), width] if slots else [0, 0]


@dataclass(frozen=True, slots=True)
class _Said:
    """Which texts say the same in a stretch of columns, a number for each, and what the words of each weigh."""

    parting: list[int]
    weights: list[int]

    def with_next(self, other: "_Said") -> "_Said":
        """The two stretches as one."""
        weights = [one + more for one, more in zip(self.weights, other.weights, strict=True)]
        return _Said(_numbered(zip(self.parting, other.parting, strict=True)), weights)

    def lost(self, whole: Sequence[int]) -> int:
        """The weight of what some say alike here, and would not say alike in the whole."""
        parted: dict[int, set[int]] = defaultdict(set)
        for own, number in zip(self.parting, whole, strict=True):
            parted[own].add(number)
        weighs = dict(zip(self.parting, self.weights, strict=True))
        return sum(weighs[own] for own, numbers in parted.items() if len(numbers) > 1)


def _add(stretches: list[tuple[int, _Said]], column: int, said: _Said, one: Callable[[_Said, _Said], bool]) -> None:
    """Puts a stretch that begins at a column behind the others, or makes it one with the last."""
    if stretches and one(stretches[-1][1], said):
        stretches[-1] = stretches[-1][0], stretches[-1][1].with_next(said)
    else:
        stretches.append((column, said))


def _together(last: _Said, said: _Said) -> bool:
    return last.parting == said.parting


def _little_lost(last: _Said, said: _Said) -> bool:
    whole = last.with_next(said).parting
    return any(last.parting) and any(said.parting) and last.lost(whole) + said.lost(whole) < WORD


def _columns(texts: Texts, laid: Columns, width: int) -> Iterator[_Said]:
    grid: list[list[str | None]] = [[None] * len(texts) for _ in range(width)]
    for text, at in enumerate(laid):
        for word, column in zip(texts[text], at, strict=True):
            grid[column][text] = word
    weights = weights_of(texts)
    for held in grid:
        yield _Said(_numbered(held), [weights[word] if word else 0 for word in held])


def _numbered(values: Iterable[Hashable]) -> list[int]:
    """A number for each, counted in the order in which they are met; the first is 0."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(each, len(numbers)) for each in values]


def _slot(rows: Sequence[_Row], at: int) -> Slot:
    cells = tuple(row.cell(at) for row in rows)
    who: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for witness, row in enumerate(rows):
        who[row.said(at)].append(witness)
    return Slot(cells, tuple(Reading(words, _forms(rows, cells, held), tuple(held)) for words, held in who.items()))


def _forms(rows: Sequence[_Row], cells: Sequence[Span | None], witnesses: Sequence[int]) -> tuple[str, ...]:
    printed = (" ".join(cell.of(rows[at].text).split()) for at in witnesses if (cell := cells[at]))
    return tuple(dict.fromkeys(printed))


def _moved(rows: Sequence[_Row], texts: Texts, laid: Columns, bounds: Sequence[int]) -> Iterator[Moved]:
    of = [texts.index(row.words) for row in rows]
    for shift in shifts(texts, laid, [of.count(at) for at in range(len(texts))]):
        slots = _slots_of(laid[shift.text][shift.start : shift.end], bounds)
        homes = _slots_of(shift.homes, bounds)
        for witness, row in enumerate(rows):
            if of[witness] == shift.text:
                yield Moved(witness, Span(row.cuts[shift.start], row.cuts[shift.end]), slots, homes)


def _slots_of(at: Sequence[int], bounds: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted({bisect_right(bounds, column) - 1 for column in at}))


def _cuts(text: str, words: Words) -> list[int]:
    """Where the stretch of each word begins, and the end: marks go with the word before, «( with the next."""
    found = [0]
    for (_, before), (after, _) in pairwise(words.places):
        between = text[before:after]
        found.append(before + next((at for at in range(len(between)) if _opens(between, at)), len(between)))
    return [*found, len(text)]


def _opens(between: str, at: int) -> bool:
    return unicodedata.category(between[at]) in {"Ps", "Pi"} or (
        at > 0 and between[at - 1].isspace() and not between[at].isspace()
    )


def rows(variants: Variants) -> Iterator[dict[str, str | int | bool | None]]:
    """The table with a line for each witness in each slot, for CSV and Parquet; slots and readings count from 1.

    In this form it can be filtered and counted, and turned (slot by witness) in one step. `moved_to` is the slot in
    which most of the others have words that stand here; `also` counts the other places of the witness's words.
    """
    homes = {(each.witness, slot): each.homes[0] + 1 for each in variants.moved for slot in each.slots}
    for at, slot in enumerate(variants.slots):
        reading = {witness: n for n, each in enumerate(slot.readings, 1) for witness in each.witnesses}
        for row, witness in enumerate(variants.witnesses):
            cell = slot.cells[row]
            yield {
                "slot": at + 1,
                "agreed": slot.agreed,
                "address": witness.address,
                "day": witness.day,
                "label": witness.label,
                "reading": reading[row],
                "words": cell.of(witness.text) if cell else None,
                "start": cell.start if cell else None,
                "end": cell.end if cell else None,
                "moved_to": homes.get((row, at)),
                "also": len(witness.also),
            }


def lines(variants: Variants) -> Iterator[str]:
    """The table to be read: agreed words on a line of their own, below them each reading with who has it."""
    names = [each.label or each.day or each.address for each in variants.witnesses]
    for at, slot in enumerate(variants.slots):
        for reading in slot.readings:
            said = reading.forms[0] if reading.forms else "—"
            yield said if slot.agreed else f"  {at + 1}  {said}  [{', '.join(names[w] for w in reading.witnesses)}]"
    for each in variants.moved:
        said = " ".join(each.span.of(variants.witnesses[each.witness].text).split())
        stands, home = _at(each.slots), _at(each.homes)
        yield f"moved in {names[each.witness]}: {said!r} stands in {stands}; most others have it in {home}"


def _at(slots: Sequence[int]) -> str:
    return "slot " + "–".join(dict.fromkeys(str(slot + 1) for slot in (slots[0], slots[-1])))
