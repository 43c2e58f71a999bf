"""A paper: headings, paragraphs, lists and tables with marked words and notes, before it is a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from acquis.formats._report import Change


@dataclass(frozen=True, slots=True)
class Note:
    """What proves a line: the words, where they stand, and what else has to be known of them.

    `address` is where the words stand, None where they stand in a source outside of the archive, which `words` names.
    `language` is the words' BCP 47 tag where it is not the paper's.
    """

    words: str
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `language` is their BCP 47 tag where it is not the paper's.

    `mark` says what became of them between two texts. `address` is what they lead to in the reading room; a file that
    stands alone shows the words. `note` is called after them.
    """

    text: str
    mark: Change | None = None
    strong: bool = False
    language: str | None = None
    address: str | None = None
    note: Note | None = None


Line: TypeAlias = tuple[Run, ...]
"""A paragraph, an item of a list, or a cell."""


def line(*words: str | Run) -> Line:
    """A line of plain words and runs.

    >>> [run.text for run in line("compared with ", Run("Bishkek 2007", strong=True))]
    ['compared with ', 'Bishkek 2007']
    """
    return tuple(Run(each) if isinstance(each, str) else each for each in words)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is under the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `quoted` is the words of a text, set off from what is said of them."""

    line: Line
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of one kind, one under another; `numbered` ones have a number."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption and the names of its columns; each row has a cell for each column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Listing | Table | Break


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its title and blocks. `language` is that of what acquis says itself.

    The footer of each page has the `marking` (public, internal, restricted) and the `release` or change that it was
    made of. `wide` turns the page across.
    """

    title: str
    blocks: tuple[Block, ...]
    marking: str
    release: str
    language: str = "en"
    wide: bool = False

    @property
    def lines(self) -> Iterator[Line]:
        """Every line in reading order, cells by row."""
        for block in self.blocks:
            yield from _lines(block)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes in the order of their first call; one that is called again keeps its number."""
        return tuple(dict.fromkeys(run.note for each in self.lines for run in each if run.note))

    @property
    def marks(self) -> tuple[Change, ...]:
        """The kinds of marks that stand in it; a paper says how it shows each."""
        met = {run.mark for each in self.lines for run in each}
        return tuple(kind for kind in Change if kind in met and kind is not Change.SAME)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line=words):
            yield words
        case Listing(items=items):
            yield from items
        case Table(rows=rows):
            for row in rows:
                yield from row


FORMS: Final = ("md", "html", "docx", "pdf")
"""The files that a paper can become."""
