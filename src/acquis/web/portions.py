"""A long text by portions: as much of it on one page as is quick to send and to read."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from acquis.model import Document, Part
from acquis.model.document import CONTAINERS

MOST: Final = 300
"""So many parts of a text stand on one page; 92 of 100 texts of a large archive have no more."""


class Portion(Struct, frozen=True):
    """Which parts of a text a page holds, counted from one, of how many; where the ones before and after it begin.

    `paths` are the parts that stand on the page.
    """

    first: int
    last: int
    total: int
    before: str | None
    after: str | None
    paths: frozenset[str]


def portion(document: Document, at: str, most: int | None) -> tuple[Sequence[Part], Portion | None]:
    """The parts of the portion in which a part stands, the first one for a part that there is not.

    All of them and None where no more than `most` are there. A portion ends before a division, article or annex of the
    text, as far as one begins in its second half.
    """
    parts = document.parts
    if most is None or len(parts) <= most:
        return parts, None
    starts = [*_starts(parts, most), len(parts)]
    wanted = document.aliases.get(at, at)
    here = next((n for n, part in enumerate(parts) if part.path == wanted), 0)
    number = next(n for n, end in enumerate(starts[1:]) if here < end)
    first, end = starts[number], starts[number + 1]
    chosen = parts[first:end]
    before = parts[starts[number - 1]].path if number else None
    after = parts[end].path if end < len(parts) else None
    return chosen, Portion(first + 1, end, len(parts), before, after, frozenset(part.path for part in chosen))


def _starts(parts: Sequence[Part], most: int) -> Sequence[int]:
    """Where each portion begins."""
    starts = [0]
    while (limit := starts[-1] + most) < len(parts):
        half = limit - most // 2
        heads = (n for n in range(limit, half, -1) if parts[n].kind in CONTAINERS)
        starts.append(min(heads, key=lambda n: (parts[n].level, -n), default=limit))
    return starts
