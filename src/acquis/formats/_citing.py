"""What a list of references says of a document: taken from its record, nothing guessed."""

from dataclasses import dataclass
from typing import Final

from acquis.model import Day, Document, Pinpoint
from acquis.model.record import TREATIES

CSL_TYPES: Final = {
    **dict.fromkeys(TREATIES, "treaty"),
    **dict.fromkeys(("resolution", "decision"), "legislation"),
    **dict.fromkeys(("rules", "regulation"), "regulation"),
    **dict.fromkeys(("strategy", "programme", "plan", "report"), "report"),
    **{"letter": "personal_communication", "press": "webpage", "speech": "speech"},
}
"""The type of an item in CSL 1.0.2 for each kind of document; every other kind is a `document`."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as it is cited. `author` is the body that speaks; None and "" where the record does not say."""

    address: str
    kind: str | None
    title: str
    author: str
    day: Day | None
    which: str
    place: str | None
    symbol: str | None
    language: str | None
    url: str | None
    translator: str | None
    source: str | None

    @property
    def type(self) -> str:
        """Its type in CSL."""
        return CSL_TYPES.get(self.kind or "", "document")


def cited(document: Document, *, at: Pinpoint | None = None, author: str = "") -> Cited:
    """What to cite. `at` is the place cited, `author` the organisation's full name where the caller knows it."""
    record = document.record
    day, which = record.day
    code = (record.value("organisation") or "").upper()
    return Cited(
        address=at or document.address,
        kind=record.value("kind"),
        title=record.value("title") or "",
        author=author or code,
        day=day,
        which=which,
        place=record.value("place"),
        symbol=record.value("symbol"),
        language=document.language or record.value("language"),
        url=record.value("url"),
        translator=record.value("translator"),
        source=record.value("source") or record.value("database"),
    )
