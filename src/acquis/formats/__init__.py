"""Shelf: one format, one file (text, html, docx, pdf, akn …)."""

import enum
from collections.abc import Callable
from dataclasses import dataclass

from msgspec import Struct

from acquis import shelf
from acquis.errors import AcquisError, UnknownName, Unreadable
from acquis.formats._limits import Limits
from acquis.formats._signatures import foreign
from acquis.model.span import Span

READINGS = ("accepted", "original")
"""Which text of a file with tracked changes is meant: with all of them made, or with none."""


class Role(enum.StrEnum):
    """What a format itself says of a line; most lines of most formats say nothing."""

    PLAIN = ""
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    NOTE = "note"  # foot- or endnote
    CELL = "cell"  # one row of a table, cells joined by tabs
    FURNITURE = "furniture"  # running head, page number, navigation: not text
    RECORD = "record"  # a masthead or metadata line that is no text


class Line(Struct, frozen=True):
    """A line of the source, without its line break.

    `level` counts headings and list items from 1. `page` counts from 1 where the format has pages. `indent` and
    `gap` are in points where the format has a layout: space before the line's first letter (from the leftmost line of
    its page), and above the line. `size` is the height of its letters in points; `bold` says that all of it is bold.
    `note` is the number of the foot- or endnote that begins on this line.
    """

    span: Span
    role: Role = Role.PLAIN
    level: int = 0
    page: int | None = None
    indent: float | None = None
    gap: float | None = None
    language: str | None = None
    note: str = ""
    size: float | None = None
    bold: bool = False


class Link(Struct, frozen=True):
    """A hyperlink of the source: where its words stand and where it points. It is kept and never followed."""

    span: Span
    target: str


class Mark(Struct, frozen=True):
    """Where the source calls a foot- or endnote, and its number.

    `span` is the mark's characters ("12", "*"); it is empty where the format keeps the mark out of the words.
    """

    span: Span
    note: str


class Extraction(Struct, frozen=True):
    """The characters of a file, in lines, with what the format says of them.

    `wrapped` is True where a line is only as long as the paper was wide (PDF), False where each line is a whole
    paragraph (HTML, DOCX), None where the format does not say (plain text). In HTML and DOCX an empty line stands
    between paragraphs, and a single line break is a break that the author made inside one; plain text has a `Line`,
    with an empty span, for an empty line. `metadata` is what the file's own header states, verbatim: (name, value).
    `marks` are the calls of notes. `revised` is True where tracked changes stand in the file; `reading` then names
    the one that was taken ("accepted" or "original"). `doubts` are sentences for people.
    """

    source: str
    lines: tuple[Line, ...]
    media_type: str
    encoding: str | None = None
    wrapped: bool | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    revised: bool = False
    reading: str = ""
    doubts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """An entry of the shelf: how to tell the format by its first bytes or name, and how to read it.

    `tells` gets the bytes and the file's name. `read` gets the bytes and the reading asked for ("accepted",
    "original") and raises `Unreadable` with one clear line, which need not name the file.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    tells: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Extraction]


def extract(content: bytes, name: str, *, reading: str = "accepted", limits: Limits | None = None) -> Extraction:
    r"""The characters and lines of a file; the format is told by its bytes, and by its name only where they are mute.

    Raises `Unreadable`, and `TooLarge` where the file passes a limit.

    >>> extract(b"The Parties,\n\nHave agreed", "treaty.txt").source
    'The Parties,\n\nHave agreed'
    """
    if reading not in READINGS:
        raise UnknownName("reading", reading, READINGS)
    try:
        (limits or Limits()).admit(content)
        return recognised(content, name).read(content, reading)
    except Unreadable as refusal:
        raise type(refusal)(f"{name}: {refusal}") from refusal
    except (AcquisError, ImportError, MemoryError):
        raise
    except Exception as fault:  # whatever a hostile file makes a reader trip over is a refusal and no crash
        raise Unreadable(f"{name}: damaged or built against the rules of its format ({_words(fault)})") from fault


def recognised(content: bytes, name: str) -> Format:
    """The format of a file; `Unreadable` says what the file is instead, and what would work."""
    if not content.strip(b" \t\r\n\0"):
        raise Unreadable("the file is empty; there is nothing to read")
    known: dict[str, Format] = shelf.entries(__name__)
    for entry in known.values():
        if entry.name != "text" and entry.tells(content, name):
            return entry
    if stranger := foreign(content, name):
        raise Unreadable(f"{stranger}. What can be read: {', '.join(sorted(known))}")
    return known["text"]


def formats() -> tuple[Format, ...]:
    """Every format on the shelf."""
    return tuple(shelf.entries(__name__).values())


def _words(fault: Exception) -> str:
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
