"""What stands at the head and at the foot of a document: its contents, and the claims of its record."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from acquis.model import Document, Kind
from acquis.model.document import CONTAINERS

_WORDS: Final = 9
"""So many words of a paragraph stand in the contents of a text without headings."""


class Stated(Struct, frozen=True):
    """A claim about the document: a field, its value, and the words and the basis that it rests on."""

    field: str
    value: str | None
    basis: str
    stated: str | None
    why: str
    refused: bool
    answers: bool


class Content(Struct, frozen=True):
    """A line of the contents."""

    path: str
    words: str
    level: int


def contents(held: Document) -> Sequence[Content]:
    """The sections, articles and headings; of a text without any the beginnings of its paragraphs."""
    heads = [part for part in held.parts if part.kind in CONTAINERS or part.kind is Kind.HEADING]
    found = []
    for part in heads or [part for part in held.paragraphs if part.kind not in (Kind.ITEM, Kind.BULLET)]:
        words = part.span.of(held.text).split()
        told = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
        found.append(Content(part.path, " ".join(filter(None, [part.number, told])) or part.path, min(part.level, 4)))
    return found


def claims(held: Document) -> Sequence[Stated]:
    """Every claim of the record, field by field, the strongest first."""
    record = held.record
    fields = dict.fromkeys(claim.field for claim in record.claims)
    return [
        Stated(
            name, claim.value, claim.basis.value, claim.stated, claim.why, claim.refused, claim is record.claim(name)
        )
        for name in fields
        for claim in record.all(name)
    ]
