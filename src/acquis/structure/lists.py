"""Which list a printed number belongs to: the open lists are a stack, the deepest last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.structure.markers import Marker, Style

_FIGURES = frozenset({Style.DECIMAL, Style.DECIMAL_BRACKET, Style.DECIMAL_HALF, Style.DECIMAL_BARE, Style.HAN})
_SURE = frozenset({*_FIGURES, Style.NESTED, Style.LETTER_BRACKET, Style.ROMAN_BRACKET, Style.HAN_BRACKET})
"""Styles that open a list at any number: brackets and figures stand before no sentence by chance."""


@dataclass(slots=True)
class _Open:
    style: Style
    value: int
    owner: int
    """The place of its last item among the parts."""
    parent: int


@dataclass(slots=True)
class Lists:
    """The lists that are open at a point of the text."""

    open: list[_Open] = field(default_factory=list)

    def choose(self, readings: Sequence[Marker]) -> tuple[Marker, int] | None:
        """The reading that fits best and the depth of its list; None where the letters are no marker here.

        A number that follows the last one of an open list continues it, the deepest list first; the first number of
        its kind opens a list; a number further on continues a list with a gap. Figures and brackets open a list at
        any number, a letter with a full stop does not: "A. Smith" is no item.
        """
        return self._next(readings) or self._first(readings) or self._later(readings)

    def _next(self, readings: Sequence[Marker]) -> tuple[Marker, int] | None:
        for depth in range(len(self.open) - 1, -1, -1):
            for reading in readings:
                held = self.open[depth]
                inserted = reading.value == held.value and reading.label != str(reading.value)
                if reading.style is held.style and (
                    reading.style is Style.BULLET
                    or reading.value == held.value + 1
                    or (inserted and reading.style in _FIGURES)
                ):
                    return reading, depth
        return None

    def _first(self, readings: Sequence[Marker]) -> tuple[Marker, int] | None:
        for reading in readings:
            if reading.value == 1 or reading.style is Style.BULLET:
                return reading, self._depth(reading.style)
        return None

    def _later(self, readings: Sequence[Marker]) -> tuple[Marker, int] | None:
        for reading in readings:
            for depth in range(len(self.open) - 1, -1, -1):
                if reading.style is self.open[depth].style and reading.value > self.open[depth].value:
                    return reading, depth
        for reading in readings:
            if reading.style in _SURE:
                return reading, self._depth(reading.style)
        return None

    def _depth(self, style: Style) -> int:
        """Where a new list of that style goes: in place of an open one of the same style, else below all."""
        return next((depth for depth, held in enumerate(self.open) if held.style is style), len(self.open))

    def continues(self, readings: Sequence[Marker]) -> bool:
        """Whether one of the readings goes on with a list that is open below the first."""
        found = self._next(readings)
        return found is not None and found[1] > 0

    def parent(self, depth: int) -> int | None:
        """The part that a list at that depth hangs from: None where it opens below what is current."""
        return self.open[depth].parent if depth < len(self.open) else None

    def enter(self, reading: Marker, depth: int, owner: int, parent: int) -> None:
        """An item was met: what is deeper is closed."""
        del self.open[depth:]
        self.open.append(_Open(reading.style, reading.value, owner, parent))

    def close(self, depth: int = 0) -> None:
        """Lists at that depth and deeper are over."""
        del self.open[depth:]
