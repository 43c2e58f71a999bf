"""Shelf: what a brief tells, one matter a file. Adding a file adds its row to the first page and its section behind.

A file has an `ENTRY`, a `Section`. Where a section has nothing to tell it gives nothing, and no empty place shows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from acquis.shelf import entries

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.formats._paper import Block, Line


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the first page: what it is about, and its words, each with the note that proves it."""

    about: str
    line: "Line"


@dataclass(frozen=True, slots=True)
class Room:
    """How much a section may fill of the first page: so many rows, and so many words of each quotation."""

    rows: int
    words: int


@dataclass(frozen=True, slots=True)
class Section:
    """A matter of the brief: its rows on the first page, and all of it behind. Sections stand in their `order`.

    One that `fills` has the rows that the others leave; every other one has one row for each thing it counts.
    """

    order: int
    front: Callable[["Brief", Room], Iterable[Row]]
    behind: Callable[["Brief"], Iterable["Block"]]
    fills: bool = False


@cache
def sections() -> tuple[Section, ...]:
    """The sections in their order."""
    return tuple(sorted(entries("acquis.briefing.sections").values(), key=lambda each: each.order))
