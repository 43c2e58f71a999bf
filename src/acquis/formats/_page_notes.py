"""The notes of a web page: which blocks they are, and where they are called."""

import re
from typing import TYPE_CHECKING

from acquis.formats import Link, Mark, Role
from acquis.formats._sheet import Words
from acquis.model.span import Span

if TYPE_CHECKING:
    from acquis.formats._blocks import Block


def settle(blocks: "list[Block]", called: dict[str, str], loose: list[tuple[Words, Mark]]) -> None:
    """Tell which blocks are notes: those that a mark links to, and those that begin with a raised number called.

    `called` are the notes' numbers by the name that the mark links to. `loose` are raised numbers without a link:
    they are marks only if a note answers them.
    """
    raised = {mark.note for _, mark in loose}
    begun: set[str] = set()
    for block in blocks:
        number = next((called[name] for name in block.names if name in called), "")
        if not number and block.raised in raised:
            number = block.raised
        if number:
            begun.add(number)
            block.role, block.level, block.note, block.marker = Role.NOTE, 0, number, ""
            _cut_number(block, number)
    for words, mark in loose:
        if mark.note in begun and mark.span.end <= words.length:
            words.marks.append(mark)


def _cut_number(block: "Block", number: str) -> None:
    """Take the note's own number off its start: the line says it."""
    text = block.words.text
    lead = re.match(rf"\s*[\[(]?\s*{re.escape(number)}\s*[\])]?[.:]?\s*", text)
    if not lead or lead.end() == len(text):
        return
    cut = lead.end()
    links = [Link(_back(link.span, cut), link.target) for link in block.words.links if link.span.end > cut]
    marks = [Mark(_back(mark.span, cut), mark.note) for mark in block.words.marks if mark.span.start >= cut]
    block.words = Words([text[cut:]], len(text) - cut, links, marks)


def _back(span: Span, by: int) -> Span:
    return Span(max(span.start - by, 0), span.end - by)
