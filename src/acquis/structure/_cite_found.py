"""What the finders of citations hand to each other."""

from dataclasses import dataclass

from msgspec import Struct

from acquis.model import CitationKind, Pinpoint
from acquis.structure._cite_bodies import Body


class Found(Struct, frozen=True):
    """A citation within one paragraph, counted from its start, before its verb is known."""

    start: int
    end: int
    kind: CitationKind
    target: str | None
    rule: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the document that cites: its own address, the organ that speaks, the last year it can be of."""

    own: Pinpoint
    speaker: Body | None = None
    last_year: int | None = None
    language: str | None = None
