"""A part as it is printed: its number, a blank where the script has one, its words."""

import unicodedata
from collections.abc import Sequence

from acquis.model import Document, Part


def printed(document: Document, part: Part) -> str:
    """The part's own words with its printed number before them."""
    return numbered(part.number, part.span.of(document.text))


def numbered(number: str | None, words: str) -> str:
    """The words after their number; no blank after a full-width sign, as Chinese and Japanese print it.

    >>> numbered("(a)", "The Parties"), numbered("一、", "各方")
    ('(a) The Parties', '一、各方')
    """
    return lead(number) + words if words else number or ""


def lead(number: str | None) -> str:
    """What is printed before the words: the number and the blank after it, if any."""
    if not number:
        return ""
    return number if unicodedata.east_asian_width(number[-1]) in "WF" else f"{number} "


def depths(parts: Sequence[Part]) -> list[int]:
    """How deep each part stands in others, 0 at the top; one whose holder does not stand before it is at the top."""
    known: dict[str, int] = {}
    found = []
    for part in parts:
        depth = known.get(part.within, -1) + 1 if part.within else 0
        known[part.path] = depth
        found.append(depth)
    return found
