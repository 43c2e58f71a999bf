"""Every passage is compared with every formula: where its words stand, and which passages come nearest."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.normal import FIGURES, LEVELS, ORDER, SAME, Normal, normal, run_together, word_places

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST: Final = 10
"""How many places and how many nearest misses are told."""

FEWEST: Final = 3
"""A formula of fewer words that are no figures is not looked for with its figures or its order aside."""

AT_ONCE: Final = 100_000
"""Words that are held in memory at a time: about 300 bytes each. It makes no difference to what is found."""


class Passage(Struct, frozen=True):
    """A passage to compare: the place of its text in the order of days, its own place in the text, path and words."""

    text: int
    n: int
    path: str
    words: str


class Place(Struct, frozen=True):
    """Where a formula stands: from the passage `first` to `last`, which are mostly one."""

    first: Passage
    last: Passage


class Near(Struct, frozen=True):
    """A passage that comes near: of a stretch as long as the formula, how many of the formula's words it has.

    `figures` counts those of its figures that stand there too. Of passages that differ in figures alone it is the one
    that has most of the formula's, of those the earliest.
    """

    shared: int
    figures: int
    passage: Passage
    plain: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """The more words it shares the better, then the more figures, then the earlier text and passage."""
        return -self.shared, -self.figures, self.passage.text, self.passage.n


@dataclass(slots=True)
class Met:
    """What was met of a formula: how often it stands, the first places, by level, and the nearest passages."""

    counts: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    nearest: tuple[Near, ...] = ()

    @property
    def level(self) -> str | None:
        """The strictest level at which it stands anywhere."""
        return next((level for level in LEVELS if self.counts[level]), None)

    def settle(self) -> None:
        """What stands in its order need not stand in another, and has no misses; those of earlier texts are left."""
        if self.counts[SAME] or self.counts[FIGURES]:
            self.nearest = ()
            self.counts.pop(ORDER, None)
            self.places.pop(ORDER, None)

    def enter(self, level: str, places: Iterable[Place]) -> None:
        """Counts places, and keeps the first ones."""
        for place in places:
            self.counts[level] += 1
            if len(self.places[level]) < MOST:
                self.places[level].append(place)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was met of each formula, and how many passages and words were compared."""

    met: tuple[Met, ...]
    passages: int
    words: int


def scan(
    texts: Iterable[Sequence[Passage]], formulae: Sequence[Normal], tag: str | None, *, at_once: int = AT_ONCE
) -> Scanned:
    """Compares the passages of texts, which come in the order of days, with formulae of one language.

    Every passage is compared with every formula; nothing is chosen beforehand. For words in their order all formulae
    are looked for in one pass over the letters (Aho and Corasick, 1975). A formula that stands nowhere so is counted
    against every stretch of its own length of every passage: where all its words are in one, it stands with its order
    aside; else the fullest stretches are the nearest misses. Results do not depend on `at_once`.

    Cost: about 4 µs a word of the texts, and for every formula that stands nowhere 15 to 25 ns a word.
    """
    met = tuple(Met() for _ in formulae)
    spotters = _spotters(formulae)
    passages = words = 0
    for batch in _batches(texts, tag, at_once):
        for stream in batch:
            passages, words = passages + len(stream.passages), words + len(stream.rows["words"])
            for level, formula, place in _standing(stream, spotters):
                met[formula].enter(level, [place])
        table = None
        for asked, own in zip(formulae, met, strict=True):
            if not (own.counts[SAME] or own.counts[FIGURES]) and len(asked.plain) >= FEWEST:
                table = table or _Table(batch)
                table.enter(asked, own)
    for own in met:
        own.settle()
    return Scanned(met, passages, words)


class _Stream:
    """The passages of a text run together: their words in each form, and where those of each passage end."""

    __slots__ = ("ends", "made", "passages", "rows")

    def __init__(self, passages: Sequence[Passage], tag: str | None) -> None:
        self.passages = passages
        self.made = [normal(passage.words, tag) for passage in passages]
        self.rows = {form: list(chain.from_iterable(map(attrgetter(form), self.made))) for form in _FORMS}
        self.ends = {form: list(accumulate(len(getattr(each, form)) for each in self.made)) for form in _FORMS}

    def place(self, form: str, start: int, end: int) -> Place:
        """The passages of the words from `start` up to `end`."""
        ends = self.ends[form]
        return Place(self.passages[bisect_right(ends, start)], self.passages[bisect_right(ends, end - 1)])


_FORMS: Final = ("words", "folded", "plain")


def _batches(texts: Iterable[Sequence[Passage]], tag: str | None, at_once: int) -> Iterator[list[_Stream]]:
    held: list[_Stream] = []
    size = 0
    for passages in texts:
        held.append(_Stream(passages, tag))
        size += len(held[-1].rows["words"])
        if size >= at_once:
            yield held
            held, size = [], 0
    if held:
        yield held


# --- in their order ---------------------------------------------------------------------------------------------


def _spotters(formulae: Sequence[Normal]) -> "dict[str, _Spotter]":
    plain = [each.plain if len(each.plain) >= FEWEST else () for each in formulae]
    rows = {"words": [each.words for each in formulae], "folded": [each.folded for each in formulae], "plain": plain}
    return {form: _Spotter(form, each) for form, each in rows.items()}


def _standing(stream: _Stream, spotters: "dict[str, _Spotter]") -> Iterator[tuple[str, int, Place]]:
    """Each formula that stands in a text with its level; before spelling is folded only where it does not after."""
    same = set()
    for formula, place in spotters["words"].spotted(stream):
        same.add(formula)
        yield SAME, formula, place
    yield from ((SAME, *found) for found in spotters["folded"].spotted(stream) if found[0] not in same)
    yield from ((FIGURES, *found) for found in spotters["plain"].spotted(stream))


class _Spotter:
    """Finds many rows of words in their order, whatever the blanks and hyphens between them."""

    def __init__(self, form: str, rows: Sequence[Sequence[str]]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._form = form
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            if row:
                self._of[run_together(row)].append(number)
        self._patterns = list(self._of)
        self._automaton = AhoCorasick(self._patterns)

    def spotted(self, stream: _Stream) -> Iterator[tuple[int, Place]]:
        """Each formula that stands in the text, with its place; it begins and ends where words do."""
        words = stream.rows[self._form]
        found = self._automaton.find_matches_as_indexes(run_together(words), overlapping=True) if self._patterns else []
        if not found:
            return
        places = list(word_places(words))
        starts = {start: at for at, (start, _) in enumerate(places)}
        ends = {end: at for at, (_, end) in enumerate(places, 1)}
        for number, start, end in found:
            if start in starts and end in ends:
                place = stream.place(self._form, starts[start], ends[end])
                yield from ((formula, place) for formula in self._of[self._patterns[number]])


# --- in any order -----------------------------------------------------------------------------------------------


class _Table:
    """The plain words of many passages as numbers, with the places of each word, for counting stretches."""

    def __init__(self, batch: Sequence[_Stream]) -> None:
        import numpy as np

        both = [pair for each in batch for pair in zip(each.passages, each.made, strict=True) if pair[1].plain]
        self.passages, self.rows = [passage for passage, _ in both], [made for _, made in both]
        wordings: dict[tuple[str, ...], int] = {}
        numbered = (wordings.setdefault(row.plain, len(wordings)) for row in self.rows)
        self.wording = np.fromiter(numbered, np.int64, len(self.rows))
        self._number()

    def _number(self) -> None:
        """Numbers the words and sorts their places; `floor` is where the passage of a place begins."""
        import numpy as np

        lengths = np.fromiter((len(row.plain) for row in self.rows), np.int64, len(self.rows))
        self.size, self.starts = int(lengths.sum()), np.cumsum(lengths) - lengths
        self.known: dict[str, int] = {}
        numbered = (self.known.setdefault(word, len(self.known)) for row in self.rows for word in row.plain)
        numbers = np.fromiter(numbered, np.int32, self.size)
        self.where = np.argsort(numbers, kind="stable")
        self.ends = np.cumsum(np.bincount(numbers, minlength=len(self.known)))
        self.floor = np.repeat(self.starts, lengths)
        self.floors = self.floor[self.where]
        self.figures: dict[str, list[int]] = defaultdict(list)
        for start, row in zip(self.starts.tolist(), self.rows, strict=True):
            for word, before in row.figures:
                self.figures[word].append(start + min(before, len(row.plain) - 1))

    def enter(self, asked: Normal, own: Met) -> None:
        """Counts a formula against every stretch: enters where all its words stand, and the nearest passages."""
        import numpy as np

        if not self.rows:
            return
        counted = self.counted(asked)
        for at in np.flatnonzero(counted >= len(asked.plain) * _WORD).tolist():
            own.enter(ORDER, [Place(self.passages[at], self.passages[at])])
        own.nearest = self._nearest(counted, own.nearest)

    def counted(self, asked: Normal) -> "NDArray[Any]":
        """For each passage the fullest stretch as long as the formula: words shared times `_WORD`, and figures shared.

        A word counts as often as the formula has it. So a place counts for the stretches that begin less than their
        length before it, and after the place where the same word already stood as often: one up where the first of
        these begins, one down after the place, and the running sum is what each stretch has. A figure counts with the
        plain word that follows it.
        """
        import numpy as np

        begins, places = self._words(asked.plain)
        steps = np.bincount(begins, minlength=self.size + 1) * _WORD
        steps[places + 1] -= _WORD
        for word, times in Counter(word for word, _ in asked.figures).items():
            if held := self.figures.get(word):
                where = np.array(held)
                np.add.at(steps, _begins(where, self.floor[where], times, len(asked.plain)), 1)
                np.subtract.at(steps, where + 1, 1)
        counted: NDArray[Any] = np.maximum.reduceat(np.cumsum(steps[:-1]), self.starts)
        return counted

    def _words(self, plain: Sequence[str]) -> "tuple[NDArray[Any], NDArray[Any]]":
        """For every place of a wanted word the first stretch that it counts for, and the place."""
        import numpy as np

        begins, places = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for word, times in Counter(plain).items():
            if (number := self.known.get(word)) is not None:
                held = slice(int(self.ends[number - 1]) if number else 0, int(self.ends[number]))
                begins.append(_begins(self.where[held], self.floors[held], times, len(plain)))
                places.append(self.where[held])
        return np.concatenate(begins), np.concatenate(places)

    def _nearest(self, counted: "NDArray[Any]", held: tuple[Near, ...]) -> tuple[Near, ...]:
        """The nearest of the passages held and of these, each wording once; of equal ones the earlier stays."""
        import numpy as np

        last = held[-1].shared * _WORD + held[-1].figures if len(held) == MOST else 0
        better = np.flatnonzero(counted > last)
        order = better[np.argsort(-counted[better], kind="stable")]
        _, first = np.unique(self.wording[order], return_index=True)
        new = (self._near(int(at), int(counted[at])) for at in order[np.sort(first)[: 2 * MOST]])
        best: dict[tuple[str, ...], Near] = {}
        for each in sorted((*held, *new), key=lambda near: near.rank):
            best.setdefault(each.plain, each)
        return tuple(best.values())[:MOST]

    def _near(self, at: int, counted: int) -> Near:
        return Near(*divmod(counted, _WORD), self.passages[at], self.rows[at].plain)


_WORD: Final = 1 << 20
"""What a word counts beside a figure: more than any text has figures."""


def _begins(places: "NDArray[Any]", floors: "NDArray[Any]", times: int, length: int) -> "NDArray[Any]":
    """The first stretch that each place of one word counts for, if it is wanted so often."""
    import numpy as np

    begins: NDArray[Any] = np.maximum(places - (length - 1), floors)
    begins[times:] = np.maximum(begins[times:], places[:-times] + 1)
    return begins


def fullest(plain: Sequence[str], row: Sequence[str]) -> tuple[int, int]:
    """The first stretch, as long as the formula, of a passage's plain words that has most of the formula's."""
    wanted, held = Counter(plain), Counter[str]()
    shared = most = start = 0
    for at, word in enumerate(row):
        held[word] += 1
        shared += held[word] <= wanted[word]
        if at >= len(plain):
            gone = row[at - len(plain)]
            shared -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if shared > most:
            most, start = shared, max(0, at + 1 - len(plain))
    return start, min(start + len(plain), len(row))


def missing(plain: Sequence[str], stretch: Sequence[str]) -> tuple[str, ...]:
    """The formula's words that a stretch does not have, in the formula's order."""
    left = Counter(stretch)
    return tuple(word for word in plain if _lacks(left, word))


def _lacks(left: Counter[str], word: str) -> bool:
    left[word] -= 1
    return left[word] < 0
