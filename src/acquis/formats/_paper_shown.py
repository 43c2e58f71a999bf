"""A paper as every form shows it: clean, within limits, with the line that says how marks look."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from acquis.formats._escape import legal
from acquis.formats._paper import Block, Break, Heading, Line, Listing, Note, Paper, Paragraph, Run, Table
from acquis.formats._report import Change

LONGEST: Final = 20_000
"""Characters of a line or note that are shown; what is left out is counted."""


def shown(paper: Paper) -> Paper:
    """The paper with nothing in it that a form would have to refuse.

    Characters that XML cannot hold are U+FFFD. Titles and heads are one line. A line or note that is too long ends
    with the number of characters that are left out; the notes called in them stay. Headings go down one level at a
    time, which readers aloud rely on. What has no words is left out, and so is a break with nothing before or after it.
    The marks are told where the first of them stands. Raises `ValueError` for a row with other than a cell a column.
    """
    blocks = _legend(paper.marks, tuple(_broken(_stepped(filter(_says, map(_block, paper.blocks))))))
    own = tag(paper.language) or "en"
    title = _head(paper.title) or "Untitled"
    return replace(
        paper, title=title, blocks=blocks, marking=_head(paper.marking), release=_head(paper.release), language=own
    )


def footer(paper: Paper) -> str:
    """What stands at the foot of each page beside its number."""
    return " · ".join(filter(None, (paper.marking, paper.release)))


def said(note: Note) -> str:
    """A note as a line: its words, and where they stand."""
    return " — ".join(filter(None, (note.words, note.address)))


@dataclass(slots=True)
class Calls:
    """The numbers of notes, given as they are called in reading order."""

    met: dict[Note, tuple[int, int]] = field(default_factory=dict)

    def of(self, note: Note) -> tuple[int, int]:
        """The number of a note, and the how-manyth call of it this is; both from 1.

        >>> calls, first, second = Calls(), Note("one"), Note("two")
        >>> calls.of(first), calls.of(second), calls.of(first)
        ((1, 1), (2, 1), (1, 2))
        """
        number, times = self.met.get(note, (len(self.met) + 1, 0))
        self.met[note] = number, times + 1
        return self.met[note]


def backwards(words: str) -> bool:
    """Whether words run from right to left: by the first letter that has a direction (UAX #9, rule P2)."""
    way = next((way for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")), "L")
    return way != "L"


def is_turned(line: Line) -> bool:
    """Whether a line runs from right to left."""
    return backwards(_words(line))


def tag(language: str | None) -> str | None:
    """A BCP 47 tag as a reader aloud knows it, without the part for private use; None for what is no tag.

    >>> tag("zh-Hant-x-inland"), tag("en"), tag('"><script>')
    ('zh-Hant', 'en', None)
    """
    public = (language or "").split("-x-")[0]
    return public if _TAG.fullmatch(public) else None


def widths(table: Table, across: int) -> list[int]:
    """The widths of the columns of a table that is `across` twentieths of a point wide.

    Each has room for its longest word; what is left is shared by the longest text, within reason.
    """
    texts = [(name, *(_words(row[at]) for row in table.rows)) for at, name in enumerate(table.columns)]
    least = [_PAD + _LETTER * min(max(map(_longest_word, column)), _WORD) for column in texts]
    wish = [min(max(map(len, column)), _WIDE) + 1 for column in texts]
    room = max(across - sum(least), 0)
    sizes = [floor + room * share // sum(wish) for floor, share in zip(least, wish, strict=True)]
    return [size * across // max(sum(sizes), 1) for size in sizes]


def _block(block: Block) -> Block:
    match block:
        case Heading(text=text):
            return replace(block, text=_head(text))
        case Paragraph(line=line):
            return replace(block, line=_line(line))
        case Listing(items=items):
            return replace(block, items=tuple(filter(None, map(_line, items))))
        case Table():
            return _table(block)
        case Break():
            return block


def _table(table: Table) -> Table:
    if any(len(row) != len(table.columns) for row in table.rows):
        raise ValueError(f"the table {table.caption!r} has a row with other than {len(table.columns)} cells")
    rows = tuple(tuple(map(_line, row)) for row in table.rows)
    return Table(_head(table.caption), tuple(map(_head, table.columns)), rows)


def _line(line: Line) -> Line:
    """A line up to the limit; the number of what is left out is its end."""
    room, runs = LONGEST, []
    for run in line:
        if (text := run.text[:room]) or run.note:
            runs.append(_run(run, text))
        room -= len(text)
    over = sum(len(run.text) for run in line) - LONGEST
    return (*runs, Run(_left(over))) if over > 0 else tuple(runs)


def _run(run: Run, text: str) -> Run:
    mark = None if run.mark is Change.SAME else run.mark
    return replace(run, text=_clean(text), mark=mark, language=tag(run.language), note=run.note and _note(run.note))


def _note(note: Note) -> Note:
    return Note(_cut(note.words), _cut(note.address) if note.address else None, tag(note.language))


def _cut(words: str) -> str:
    return _clean(words[:LONGEST]) + (_left(len(words) - LONGEST) if len(words) > LONGEST else "")


def _left(over: int) -> str:
    return f" … ({over:,} characters more)"


def _head(words: str) -> str:
    return " ".join(_cut(words).split())


def _clean(words: str) -> str:
    return legal(words.replace("\r\n", "\n").replace("\r", "\n"))


def _says(block: Block) -> bool:
    """Whether a block has words, rows or items, or is a break."""
    match block:
        case Heading(text=text):
            return bool(text)
        case Paragraph(line=line):
            return bool(line)
        case Listing(items=items):
            return bool(items)
        case Table(columns=columns):
            return bool(columns)
        case Break():
            return True


def _stepped(blocks: Iterable[Block]) -> Iterator[Block]:
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            above = max(1, min(block.level, above + 1, _DEEPEST))
            yield replace(block, level=above)
        else:
            yield block


def _broken(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a break only between two of them."""
    begun = due = False
    for block in blocks:
        if isinstance(block, Break):
            due = begun
            continue
        if due:
            yield Break()
        yield block
        begun, due = True, False


def _legend(marks: tuple[Change, ...], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a line that shows each mark before the first that has one."""
    first = next((at for at, block in enumerate(blocks) if Paper("", (block,), "", "").marks), None)
    if first is None:
        return blocks
    names = [piece for mark in marks for piece in (Run(", "), Run(mark.value, mark=mark))]
    return (*blocks[:first], Paragraph((Run("Marks: "), *names[1:])), *blocks[first:])


def _words(line: Line) -> str:
    return "".join(run.text for run in line)


def _longest_word(words: str) -> int:
    return max(map(len, words.split()), default=0)


_TAG: Final = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DEEPEST: Final = 5
"""A page on the web has six levels, and the first is the title's."""

_LETTER: Final = 105
"""A letter at 9 points, in twentieths of a point, as wide as most."""

_PAD: Final = 170
"""What stands beside the words of a cell."""

_WORD: Final = 14
_WIDE: Final = 160
