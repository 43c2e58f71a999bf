"""A report: a table of results with marked words and notes, before it is a file."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass


class Change(enum.StrEnum):
    """What became of words between one text and another."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a cell, code points from `start` to `end`, end excluded, and what became of them."""

    start: int
    end: int
    kind: Change


@dataclass(frozen=True, slots=True)
class Cell:
    """Words with their marks. `note` says where they come from: address, title, day, and what was searched."""

    text: str
    marks: tuple[Mark, ...] = ()
    note: str | None = None

    def pieces(self) -> Iterator[tuple[str, Change | None]]:
        """The words, cut where a mark begins or ends; put together they are the text.

        Where two marks lap, the one that begins first keeps the words.

        >>> list(Cell("shall meet", (Mark(0, 5, Change.CHANGED),)).pieces())
        [('shall', <Change.CHANGED: 'changed'>), (' meet', None)]
        """
        reached = 0
        for mark in sorted(self.marks, key=lambda each: (each.start, each.end)):
            if mark.start >= len(self.text):
                break
            start, end = max(mark.start, reached), min(mark.end, len(self.text))
            if start >= end:
                continue
            if start > reached:
                yield self.text[reached:start], None
            yield self.text[start:end], mark.kind
            reached = end
        if reached < len(self.text):
            yield self.text[reached:], None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a cell for each column."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A table with its title, the line that leads in (what was asked, and what was searched) and those that close."""

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    closing: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[Change, ...]:
        """The kinds of marks that stand in it, in the order of their list; a report says how it shows each."""
        met = {mark.kind for row in self.rows for cell in row.cells for mark in cell.marks}
        return tuple(kind for kind in Change if kind in met)
