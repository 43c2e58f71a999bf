"""A master as plain text."""

from __future__ import annotations

import textwrap

from making.master import Block, Kind, Master, accepted


def text(master: Master) -> bytes:
    """The document as plain text in its encoding, wrapped where the master says so."""
    width = int(master.fields.get("wrap", "0"))
    parts = [_set(block, width=width) for block in master.blocks]
    return ("\n\n".join(parts) + "\n").encode(master.fields.get("encoding", "utf-8"))


def _set(block: Block, *, width: int) -> str:
    words = accepted(block.words)
    if block.kind is Kind.FOOTNOTE:
        return "_______________\n" + words
    if block.kind is not Kind.PARAGRAPH or not width:
        return "  " * block.level + " ".join(filter(None, (block.label, words)))
    lead = "    " * block.level
    first = lead + f"{block.label:<4}" if block.label else lead
    hanging = " " * len(first) if block.level else ""
    return textwrap.fill(words, width, initial_indent=first, subsequent_indent=hanging, break_on_hyphens=False)
