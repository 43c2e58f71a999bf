"""Two expressions of one work side by side, paragraph by paragraph."""

from collections.abc import Callable

from msgspec import Struct

from acquis.model import Document
from acquis.web.parts import Shown, shown


class Row(Struct, frozen=True):
    """What answers to one another: parts of the one, parts of the other, how sure it is, and what told so.

    One side is empty where nothing answers.
    """

    one: tuple[Shown, ...]
    other: tuple[Shown, ...]
    confidence: float
    rule: str


def laid(one: Document, other: Document, leads: Callable[[str], str | None]) -> tuple[Row, ...]:
    """Every part of two expressions, those that answer to one another in one row; in reading order."""
    from acquis.precedents.parallel import counterparts

    return tuple(
        Row(_parts(one, pair.a, leads), _parts(other, pair.b, leads), round(pair.confidence, 2), pair.rule)
        for pair in counterparts(one, other)
    )


def _parts(document: Document, paths: tuple[str, ...], leads: Callable[[str], str | None]) -> tuple[Shown, ...]:
    return shown(document, [document.part(path) for path in paths], leads=leads)
