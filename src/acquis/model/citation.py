"""What one text says of another."""

import enum
from dataclasses import dataclass

from acquis.model.span import Span


class CitationKind(enum.StrEnum):
    """How the cited text is named."""

    SYMBOL = "symbol"  # A/RES/61/88
    NUMBER = "number"  # resolution 61/88 of 6 December 2006
    TITLE = "title"  # the Treaty on the Non-Proliferation of Nuclear Weapons
    OWN = "own"  # paragraph 5 above
    INDIRECT = "indirect"  # the respective resolution of the sixty-first session


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that name another text, and what they name.

    `span` counts in the document's text. `target` is the address of a work or of a part of it, or None where the
    words name something that the rules do not know. `inferred` marks what the words do not say outright.
    """

    span: Span
    words: str
    kind: CitationKind
    target: str | None
    verb: str | None = None
    inferred: bool = False
    rule: str = ""
