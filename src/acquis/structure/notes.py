"""Footnotes: their lines joined, their marks taken out."""

import re
from collections.abc import Sequence
from typing import Final

from acquis.model import Kind
from acquis.structure.blocks import Block, joined, split
from acquis.structure.drafts import Draft, Outline

_NOTE_MARK: Final = re.compile(r"(\d{1,3}|[*†‡]+)\s?[./)]?\s*(?=\S)")


def whole_notes(notes: Sequence[Block]) -> list[Block]:
    """The notes with their lines joined: a line of a note that opens with no mark goes on with the note above."""
    whole: list[Block] = []
    for block in notes:
        goes_on = whole and not block.note and not _NOTE_MARK.match(block.text) and block.page == whole[-1].page
        if goes_on:
            whole[-1] = joined(whole[-1], block)
        else:
            whole.append(block)
    return whole


def add_note(made: Outline, block: Block, count: int) -> None:
    """A footnote: its number may be printed before it or be the format's own."""
    mark = _NOTE_MARK.match(block.text)
    if mark is None or (block.note and mark[1] != block.note):
        made.add(Draft(Kind.NOTE, block, number=block.note or None, label=block.note or str(count)))
        return
    gone, rest = split(block, mark.end(), "marker")
    label = re.sub(r"\W", "", mark[1]) or str(count)
    made.add(Draft(Kind.NOTE, rest, number=mark.group().strip(), label=label, gone=gone))
