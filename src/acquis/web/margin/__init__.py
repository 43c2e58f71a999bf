"""The margin of a paragraph: what each room knows of it, one file a room.

A room adds its lines with a file here that has `ENTRY`, a `Source`: where its section stands, what it is called, and
a function from the reader and the place to the section. A section without lines and without a base is not shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from acquis import shelf
from acquis.rest.asker import quotable
from acquis.web.text import Mark, Run, runs

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.web.reader import Reader


class Line(Struct, frozen=True):
    """One thing that is known: what it is in a word, the words that show it, where they stand, and the small print.

    `marks` count in `words`; of kind "added", "dropped" and "moved" they tell a change from an earlier wording.
    """

    kind: str
    words: str = ""
    address: str = ""
    about: str = ""
    language: str = ""
    marks: tuple[Mark, ...] = ()
    number: int | None = None

    def runs(self) -> list[Run]:
        """The words, cut where a mark begins or ends."""
        return runs(self.words, self.marks)


class Section(Struct, frozen=True):
    """What one room knows of a paragraph; `base` says what an answer holds for, line by line."""

    name: str
    title: str
    lines: tuple[Line, ...] = ()
    base: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A section of the margin: its place among the others, its title, and what gives its lines and their base."""

    order: int
    title: str
    known: "Callable[[Reader, Place], tuple[tuple[Line, ...], tuple[str, ...]]]"


def margin(reader: "Reader", place: "Place") -> tuple[Section, ...]:
    """Everything that is known of a place in a document, in the order of the sections."""
    if not quotable(reader, str(place.address)):
        return ()
    return reader.once(("margin", str(place.address)), lambda: tuple(_sections(reader, place)))


def _sections(reader: "Reader", place: "Place") -> Iterator[Section]:
    sources = shelf.entries("acquis.web.margin").items()
    for name, source in sorted(sources, key=lambda each: each[1].order):
        lines, base = source.known(reader, place)
        if lines or base:
            yield Section(name, source.title, tuple(_quoted(reader, each) for each in lines), base)


def _quoted(reader: "Reader", line: Line) -> Line:
    """A line without its words where these may not be passed on."""
    may = not line.address or quotable(reader, line.address)
    return line if may else replace(line, words="", marks=())
