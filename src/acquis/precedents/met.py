"""What a search meets of a formula: the passages that are compared, the places where it stands, the nearest misses."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from msgspec import Struct

from acquis.precedents.normal import FIGURES, LEVELS, ORDER, SAME

MOST: Final = 10
"""How many places and how many nearest misses are told."""


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
