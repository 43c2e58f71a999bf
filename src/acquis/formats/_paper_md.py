"""A paper as Markdown: CommonMark with the tables, struck words and footnotes of GitHub's."""

import re
import unicodedata
from typing import Final

from acquis.formats._paper import Block, Break, Heading, Line, Listing, Paper, Paragraph, Run, Table
from acquis.formats._paper_shown import Calls, footer, said, shown
from acquis.formats._report import Change


def md(paper: Paper) -> str:
    r"""The paper as Markdown, each heading, paragraph, item, row and note on a line of its own.

    What became of words is told by the signs of `SIGNS`, and the paper says so. No word of a text becomes markup.

    >>> from acquis.formats._paper import line
    >>> words = Paragraph(line("shall ", Run("read", Change.ADDED), " *them*"))
    >>> print(md(Paper("Gauges", (words,), "public", "2011")), end="")
    # Gauges
    <BLANKLINE>
    Marks: **added**
    <BLANKLINE>
    shall **read** \*them\*
    <BLANKLINE>
    ---
    <BLANKLINE>
    public · 2011
    """
    paper, calls = shown(paper), Calls()
    blocks = [_block(block, calls) for block in paper.blocks]
    end = ["---", _escaped(told)] if (told := footer(paper)) else []
    notes = [f"[^{number}]: {_begun(_escaped(said(note)))}" for note, (number, _) in calls.met.items()]
    return "\n\n".join((f"# {_escaped(paper.title)}", *blocks, *end, *notes)) + "\n"


SIGNS: Final = {Change.ADDED: "**", Change.DROPPED: "~~", Change.CHANGED: "***", Change.MOVED: "*"}
"""Bold, struck, bold italic, italic: what stands on either side of words."""


def _block(block: Block, calls: Calls) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {_escaped(text)}"
        case Paragraph(line=line, quoted=quoted):
            return f"{'> ' if quoted else ''}{_line(line, calls)}"
        case Listing(items=items, numbered=numbered):
            signs = (f"{at}." if numbered else "-" for at in range(1, len(items) + 1))
            return "\n".join(f"{sign} {_line(item, calls)}" for sign, item in zip(signs, items, strict=True))
        case Table():
            return _table(block, calls)
        case Break():
            return "---"


def _table(table: Table, calls: Calls) -> str:
    caption = f"{_begun(_escaped(table.caption))}\n\n" if table.caption else ""
    rows = ([_line(cell, calls) for cell in row] for row in table.rows)
    lines = (map(_escaped, table.columns), ["---"] * len(table.columns), *rows)
    return caption + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _line(line: Line, calls: Calls) -> str:
    """The runs of a line with their signs; where a sign would not be read as one, an empty character is put before it.

    A sign that begins or ends words must not stand between a letter and a point (CommonMark 0.31, 6.2).
    """
    bold = Change.ADDED not in {run.mark for run in line}  # else strong words would look like added ones
    written, due = "", False
    for run in line:
        before, body, after, sign = _pieces(run, bold=bold)
        opens = sign and written and ((_soft(body) and not _hard(written[-1:])) or written[-1:] == sign[:1])
        shuts = due and (sign or body) and not _hard((sign or body)[0])
        gap = _NOTHING if body and not before and (opens or shuts) else ""
        written += f"{before}{gap}{sign}{body}{sign}{after}"
        due = bool(sign) and _soft(body[::-1]) and not after if body else due and not (before or after)
        if run.note:
            written += f"[^{calls.of(run.note)[0]}]"
            due = False
    return _begun(_LIKE_A_LINK.sub(r"\1\\\2", written.strip()))


def _pieces(run: Run, *, bold: bool) -> tuple[str, str, str, str]:
    """The blanks before the words of a run, the words, the blanks after, and the sign of what became of them."""
    words = _BREAKS.sub(" ", run.text)
    body = words.strip()
    if not body:
        return words, "", "", ""
    sign = SIGNS[run.mark] if run.mark else "**" if run.strong and bold else ""
    start = words.index(body)
    return words[:start], _escaped(body), words[start + len(body) :], sign


def _soft(words: str) -> bool:
    """Whether some reader takes the first character for a point or symbol."""
    return words[:1] in _ASCII or unicodedata.category(words[0])[0] in "PS"


def _hard(character: str) -> bool:
    """Whether every reader takes it for a blank or a point."""
    return character in _ASCII or character.isspace() or unicodedata.category(character)[0] == "P"


def _escaped(words: str) -> str:
    """Words on one line, none of them markup."""
    return _MARKUP.sub(r"\\\g<0>", _BREAKS.sub(" ", words))


def _begun(line: str) -> str:
    """A line whose first characters begin no heading, item, rule or list."""
    return _NUMBERED.sub(r"\1\\\2", f"\\{line}" if line[:1] in _BEGINNERS else line)


_ASCII: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BEGINNERS: Final = frozenset("#+-=:")
_BREAKS: Final = re.compile("[ \t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&|~$^{}]|(?<![^\s])#|:(?=//)")
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])")
_LIKE_A_LINK: Final = re.compile(r"(\[\^\d+\])([(:])")
"""A call and what would make it a link or a note."""

_NOTHING: Final = "&#8203;"
"""A space without width: its own last sign is a point."""
