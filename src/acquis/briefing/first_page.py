"""The first page of a brief: at most twelve rows and four hundred words, the same for the same archive."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from acquis.briefing.sections import Room, Row, Section, sections
from acquis.briefing.sections.changed import RULE
from acquis.formats._paper import Block, Break, Line, Paper, Run, Table

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief

ROWS: Final = 12
WORDS: Final = 400

_QUOTED: Final = (16, 12, 9, 7, 5, 4, 3, 2)
"""Words of each quotation: as many as leave the page within its limit."""


def first_page(brief: "Brief", fits: "Fits | None" = None) -> tuple[Row, ...]:
    """The rows of the first page, in the order of the sections; quotations are cut, then rows, until all of it fits.

    It `fits` where it has at most `ROWS` rows and `WORDS` words, or by another measure.
    """
    fits = fits or (lambda rows: sum(map(words_in, rows)) <= WORDS)
    tried = [(words, ROWS) for words in _QUOTED] + [(_QUOTED[-1], most) for most in range(ROWS - 1, 0, -1)]
    made = [_rows(brief, *tried[0])]
    for words, most in tried[1:]:
        if len(made[-1]) <= ROWS and fits(made[-1]):
            break
        made.append(_rows(brief, words, most))
    return made[-1][:ROWS]


Fits: TypeAlias = Callable[[Sequence[Row]], bool]
"""Whether rows fit on a page."""


def _rows(brief: "Brief", words: int, most: int) -> tuple[Row, ...]:
    """What each section tells; those that fill have the rows that the others leave, at most so many."""
    told = {each: tuple(each.front(brief, Room(1, words))) for each in sections() if not each.fills}
    left = max(1, min(most, ROWS - sum(map(len, told.values()))))
    told |= {each: tuple(each.front(brief, Room(left, words))) for each in sections() if each.fills}
    return tuple(row for each in sections() for row in told[each])


def words_in(row: Row) -> int:
    """How many words a row has: what blanks part, and letters of scripts without blanks as one each two."""
    text = f"{row.about} {''.join(run.text for run in row.line)}"
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + (unspaced + 1) // 2


_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def _placed(line: Line) -> Line:
    """A line whose notes say where the words stand and not the words again: these are quoted, and stand behind."""
    return tuple(
        replace(run, note=replace(run.note, words="")) if run.note and run.note.address else run for run in line
    )


def paper_of(brief: "Brief") -> Paper:
    """The brief as a paper: the first page, and behind it everything."""
    rows = tuple(((Run(row.about, strong=True),), _placed(row.line)) for row in first_page(brief))
    front = Table(f"What this text says that matters ({RULE})", ("what", "words"), rows)
    behind = [block for each in sections() for block in _behind(each, brief)]
    return Paper(
        title=f"Brief: {brief.text.title or brief.text.work}",
        blocks=(front, Break(), *behind),
        marking=brief.marking,
        release=brief.stands,
    )


def _behind(section: Section, brief: "Brief") -> list[Block]:
    return list(section.behind(brief))
