"""A stretch of characters."""

from typing import Self

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of characters, counted in Unicode code points; `start` is in it and `end` is not.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no stretch of characters goes from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that stand there."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether all of `other` lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def moved(self, by: int) -> Self:
        """The same stretch, `by` characters further on."""
        return type(self)(self.start + by, self.end + by)

    def within(self, outer: "Span") -> Self:
        """The same stretch, counted from the start of `outer`."""
        return self.moved(-outer.start)
