"""A brief in print: as a person reads it in a terminal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from acquis.cli._print import rendered, visible, width

if TYPE_CHECKING:
    from rich.table import Table as Grid
    from rich.text import Text

    from acquis.briefing.brief import Brief
    from acquis.briefing.sections import Row
    from acquis.formats._paper import Block, Line, Paper, Table

LINES: Final = 40
_SPACE: Final = 100
"""Letters of a line where nobody sees lines."""

_FIRST: Final = 24


def forty_lines(brief: "Brief") -> str:
    """The first page in at most forty lines of the terminal's width; the last says what it was made of."""
    from acquis.briefing.first_page import first_page

    return _page(brief, first_page(brief, fits=lambda rows: _page(brief, rows).count("\n") <= LINES))


def whole(brief: "Brief") -> str:
    """The whole brief: its first page, and behind it everything."""
    from acquis.briefing.first_page import first_page, paper_of

    return _page(brief, first_page(brief)) + _blocks(paper_of(brief).blocks[2:])


def in_print(paper: "Paper") -> str:
    """A paper as it reads in a terminal."""
    foot = _shown(_words(f"{paper.marking} · {paper.release}", "dim"))
    return _shown(_words(paper.title, "bold")) + _blocks(paper.blocks) + foot


def _blocks(blocks: Sequence["Block"]) -> str:
    return "".join(piece for block in blocks for piece in _block(block))


def _page(brief: "Brief", rows: Sequence["Row"]) -> str:
    from acquis.briefing.sections.changed import RULE

    grid = _grid(2)
    grid.columns[0].width = _FIRST
    last = ""
    for row in rows:
        grid.add_row(_words("" if row.about == last else row.about, "bold"), _text(row.line))
        last = row.about
    foot = f"{RULE} · {brief.document.address} · {brief.marking} · {brief.stands}"
    return _shown(grid) + _shown(_words(foot, "dim"))


def _block(block: "Block") -> Iterator[str]:
    """A block of a paper, with what parts it from the one before."""
    from acquis.formats._paper import Heading, Listing, Paragraph, Table

    match block:
        case Heading(text=text):
            yield "\n" + _shown(_words(text, "bold"))
        case Paragraph(line=line):
            yield _shown(_text(line))
        case Listing(items=items):
            yield from (_shown(_words("  - ").append_text(_text(each))) for each in items)
        case Table():
            yield _shown(_table(block))


def _table(table: "Table") -> "Grid":
    grid = _grid(len(table.columns))
    grid.show_header = True
    for column, name in zip(grid.columns, table.columns, strict=True):
        column.header = _words(name, "bold")
    for row in table.rows:
        grid.add_row(*map(_text, row))
    return grid


def _grid(columns: int) -> "Grid":
    from rich.table import Table

    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for _ in range(columns):
        grid.add_column(overflow="fold")
    return grid


def _text(line: "Line") -> "Text":
    from rich.text import Text

    looks = (_LOOKS.get(run.mark or "", "bold" if run.strong else "") for run in line)
    return Text.assemble(*((visible(run.text), look) for run, look in zip(line, looks, strict=True)))


_LOOKS: Final = {"added": "green underline", "dropped": "red strike", "moved": "blue"}


def _words(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(visible(text), style)


def _shown(thing: object) -> str:
    return rendered(thing, width() or _SPACE)
