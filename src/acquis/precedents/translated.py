"""The same passage in the other expressions that are held of its work, by alignment of the expressions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from acquis.archive import queries
from acquis.archive.holdings import Holdings
from acquis.model import Document, Pinpoint
from acquis.precedents.parallel import counterpart
from acquis.store import Store

_SURE: Final = 0.8
"""How sure it must be that a passage of one expression answers to one of the other."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The passage that answers to another one in an expression of the same work."""

    address: str
    language: str
    words: str


def translations(store: Store, at: int | None, passage: Pinpoint) -> tuple[Translation, ...]:
    """What answers to a passage in each other expression of its work, where that is sure.

    Cost: the expressions are opened and paired, some milliseconds for each; nothing for a work that has but one.
    """
    with store.reading() as db:
        rows = [row for row in queries.by_work(db, passage.work, at) if row.address != passage.expression]
    held = Holdings(store, at)
    found = ((row.language.partition("-x-")[0], answering(held, passage, row.address)) for row in rows)
    return tuple(Translation(met[0], tag, met[1]) for tag, met in found if met is not None)


def answering(held: Holdings, place: Pinpoint, text: str) -> tuple[str, str] | None:
    """The address and the words in another expression that answer to a passage; None where none surely does."""
    if place.expression == text:
        return str(place), held.get(place).document.words(place)
    document, other = held.get(place.expression).document, held.get(text).document
    found = counterpart(document, place.part or "", other)
    if not found.b or found.confidence < _SURE:
        return None
    return f"{other.address}#{found.b[0]}", _words(other, found.b)


def _words(document: Document, paths: Sequence[str]) -> str:
    return " ".join(document.part(path).span.of(document.text) for path in paths)
