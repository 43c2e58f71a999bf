"""Two texts passage by passage: what became of each in the other, with the words that changed on both sides."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.web.diffs import Flagged, Marked, flagged, sides
from acquis.web.text import Mark
from acquis.web.words import bcp47, direction

if TYPE_CHECKING:
    from acquis.model import Document
    from acquis.precedents.between import Between, Passage
    from acquis.precedents.flags import Flag
    from acquis.precedents.succession import Edge

_WHOLE: Final = ("carried", "adapted", "shortened", "extended")
"""What became of a passage that is compared as a whole; of the others only the words that went over are."""


class Side(Struct, frozen=True):
    """A passage on one side: its number or place, and its words with what only this side has."""

    place: str
    said: Marked


class Aligned(Struct, frozen=True):
    """What of the earlier text answers to a passage of the later one; one side is empty where nothing does.

    `moved` is whether it stands in another order than what was carried with it.
    """

    kind: str
    moved: bool
    earlier: tuple[Side, ...]
    later: Side | None
    position: str
    flags: tuple[Flagged, ...]


class Compared(Struct, frozen=True):
    """Two texts in the order of the later one, what is gone at its place; `counts` are rows by what became of them."""

    rows: tuple[Aligned, ...]
    counts: tuple[tuple[str, int], ...]
    moved: int


def aligned(earlier: "Document", later: "Document") -> Compared:
    """What became of each passage. Cost: that of `between`, and some milliseconds for each passage that changed."""
    from acquis.precedents.between import as_catalogued, between
    from acquis.precedents.original import is_translation

    translated = any(is_translation(as_catalogued(each)) for each in (earlier, later))
    rows = tuple(_Rows(between(earlier, later), bcp47(later.language), translated).in_order())
    counts = Counter(each.kind for each in rows)
    return Compared(rows, tuple(counts.most_common()), sum(each.moved for each in rows))


class _Rows:
    """The rows in the making: which words of each passage went where."""

    def __init__(self, found: "Between", tag: str, translated: bool) -> None:
        self.found, self.tag, self.translated = found, tag, translated
        self.known = {each.address: each for each in (*found.earlier, *found.later)}
        self.of: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in found.edges:
            self.of[edge.earlier.address].append(edge)
            self.of[edge.later.address].append(edge)

    def in_order(self) -> Iterator[Aligned]:
        """A row for each later passage; what is gone follows the passage that stood before it."""
        after: defaultdict[int, list[Aligned]] = defaultdict(list)
        homes = sorted((edge.earlier.place, edge.later.place) for edge in self.found.edges if not edge.moved)
        for each in self.found.gone:
            before = [later for place, later in homes if place < each.member.place]
            after[before[-1] if before else -1].append(Aligned("gone", False, (self._side(each, ()),), None, "", ()))
        yield from after[-1]
        for each in self.found.later:
            yield self._row(each)
            yield from after[each.member.place]

    def _row(self, later: "Passage") -> Aligned:
        edges = self.of[later.address]
        if not edges:
            return Aligned("come", False, (), self._side(later, ()), "", ())
        kind = edges[0].kind.value if len(edges) == 1 else "merged"
        if kind == "reworded":
            pairs = [(self.known[edge.earlier.address], ()) for edge in edges]
            return Aligned(kind, edges[0].moved, _sides(self, pairs), self._side(later, ()), "", ())
        return self._changed(later, edges, kind)

    def _changed(self, later: "Passage", edges: "Sequence[Edge]", kind: str) -> Aligned:
        """The words that differ on both sides, and what matters of it."""
        from acquis.precedents.flags import position

        marks, before, raised = list[Mark](), list["tuple[Passage, Sequence[Mark]]"](), list["Flag"]()
        for edge in edges:
            earlier = self.known[edge.earlier.address]
            whole = kind in _WHOLE and len(self.of[earlier.address]) == 1
            (first, last), (start, end) = (
                ((0, len(earlier.words)), (0, len(later.words))) if whole else self._stretches(earlier, later, edge)
            )
            older, newer, found = self._compared(earlier.words[first:last], later.words[start:end])
            raised += found
            before.append((earlier, [*self._left(earlier, edge, (first, last)), *_shifted(older, first)]))
            marks += _shifted(newer, start)
            marks += _outside(later.words, [(start, end)], "added") if len(edges) == 1 else ()
        if len(edges) > 1:
            taken = [self._stretches(self.known[edge.earlier.address], later, edge)[1] for edge in edges]
            marks += _outside(later.words, taken, "added")
        moved = any(edge.moved for edge in edges)
        told = position(raised) if raised else ""
        return Aligned(kind, moved, _sides(self, before), self._side(later, marks), told, flagged(raised))

    def _compared(self, older: str, newer: str) -> "tuple[Sequence[Mark], Sequence[Mark], Sequence[Flag]]":
        from acquis.precedents.diff import compare
        from acquis.precedents.flags import flags

        diff = compare(older, newer)
        return *sides(diff), flags(diff, language=self.tag, translated=self.translated)

    def _stretches(self, earlier: "Passage", later: "Passage", edge: "Edge") -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the words that went over stand on both sides, in code points."""
        from acquis.precedents.words import words_of

        return words_of(earlier.words).span(*edge.earlier_span), words_of(later.words).span(*edge.later_span)

    def _left(self, earlier: "Passage", own: "Edge", here: tuple[int, int]) -> Iterator[Mark]:
        """What of an earlier passage is not compared here: it went elsewhere, or nowhere."""
        others = [
            self._stretches(earlier, self.known[each.later.address], each)[0]
            for each in self.of[earlier.address]
            if each is not own
        ]
        yield from _outside(earlier.words, [here, *others], "dropped")
        yield from (mark for each in others for mark in _without(each, here))

    def _side(self, passage: "Passage", marks: Sequence[Mark]) -> Side:
        tag = passage.member.expression.language
        number = passage.part.number or ""
        place = number if any(letter.isalnum() for letter in number) else passage.part.path
        return Side(place, Marked(passage.words, tuple(marks), passage.address, bcp47(tag), direction(tag)))


def _sides(rows: _Rows, found: "Sequence[tuple[Passage, Sequence[Mark]]]") -> tuple[Side, ...]:
    return tuple(rows._side(passage, marks) for passage, marks in found)


def _shifted(marks: Sequence[Mark], by: int) -> list[Mark]:
    return [Mark(each.start + by, each.end + by, each.kind, each.value) for each in marks]


def _outside(words: str, taken: Sequence[tuple[int, int]], kind: str) -> list[Mark]:
    """Marks for the words that stand in none of some stretches; marks between words are no words."""
    found, at = list[Mark](), 0
    for start, end in [*sorted(taken), (len(words), len(words))]:
        if at < start and any(letter.isalnum() for letter in words[at:start]):
            found.append(Mark(at, start, kind))
        at = max(at, end)
    return found


def _without(stretch: tuple[int, int], here: tuple[int, int]) -> list[Mark]:
    """What of a stretch stands outside of another: it went elsewhere."""
    pieces = (stretch[0], min(stretch[1], here[0])), (max(stretch[0], here[1]), stretch[1])
    return [Mark(start, end, "elsewhere") for start, end in pieces if start < end]
