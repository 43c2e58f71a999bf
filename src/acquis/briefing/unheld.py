"""Texts that are known to exist and are not held: between two texts of a series, of the same meeting, or recalled."""

import enum
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from acquis.archive import queries
from acquis.archive.naming import subject_words
from acquis.briefing.rooms import Rooms
from acquis.model import Document, Pinpoint
from acquis.organisations import organisations
from acquis.precedents.between import as_catalogued
from acquis.precedents.kin import Expression
from acquis.register.events import Act, Event, Proof, Source

_NAMED: Final = 0.5
"""A text of the day is the one that the register names where it has so many words of that name in its title."""


class Why(enum.StrEnum):
    """Where a text that is not held belongs."""

    BETWEEN = "in between"
    MEETING = "of the same meeting"
    RECALLED = "recalled, in between"


class Unheld(Struct, frozen=True):
    """A text that is known and not held: what it is called, its day as far as that is known, and how it is known."""

    why: Why
    name: str
    day: str = ""
    place: str = ""
    proof: Proof | None = None


def unheld(archive: Rooms, document: Document, earlier: Expression | None) -> tuple[Unheld, ...]:
    """What came of known meetings after an earlier text and up to a document, and of which the archive has nothing.

    Then the texts of its own organ that the document recalls and that are of those years. Without an earlier text only
    those of its own meeting.
    """
    own = as_catalogued(document)
    if own.day is None or own.organisation is None:
        return ()
    with archive.store.reading() as db:
        rows = queries.rows(db, queries.catalogue(archive.at))
    titles: dict[str, list[str]] = {own.day: [own.title or ""]}
    for row in (row for row in rows if row.organisation == own.organisation and row.day):
        titles.setdefault(row.day, []).append(row.title or "")
    since = (earlier.day if earlier else None) or own.day
    met = (each for each in archive.register.life(f"org:{own.organisation}") if _tells(each))
    between = (each for each in met if since < str(each.on) <= own.day or str(each.on) == own.day)
    known = tuple(found for each in between for found in _outcome(each, own.day, titles.get(str(each.on), [])))
    held = {row.work for row in rows}
    return (*known, *_recalled(document, own, since, held))


def _tells(event: Event) -> bool:
    """Whether an event is a meeting of which facts kept by hand say what came of it."""
    return event.act is Act.MET and bool(event.value) and isinstance(event.proof, Source)


def _outcome(event: Event, day: str, titles: list[str]) -> Iterator[Unheld]:
    """The texts that came of a meeting, less those with a title that is held of that day."""
    on = str(event.on)
    why = Why.MEETING if on == day else Why.BETWEEN
    for name in event.value.split("; "):
        if not any(_is(name, title) for title in titles):
            yield Unheld(why, name, on, event.place, event.proof)


def _is(name: str, title: str) -> bool:
    words = subject_words(name)
    return len(words & subject_words(title)) >= _NAMED * len(words)


def _recalled(document: Document, own: Expression, since: str, held: set[str]) -> Iterator[Unheld]:
    """Recalled texts with a symbol of the document's own organ, of years after the earlier text's."""
    entry = organisations().get(own.organisation or "")
    if entry is None or entry.session_years is None or own.symbol is None or since == own.day:
        return
    met = {own.work}
    for citation in document.citations:
        work = str(Pinpoint(citation.target).work) if citation.target else ""
        symbol = work.partition(":")[2]
        if work in met | held or not _stem(symbol, own.symbol):
            continue
        met.add(work)
        years = entry.session_years(symbol)
        if years and int(since[:4]) <= years[0] and years[1] <= int((own.day or "")[:4]) and str(years[1]) > since[:4]:
            yield Unheld(Why.RECALLED, symbol, str(years[1]), "", None)


def _stem(symbol: str, own: str) -> bool:
    """Whether two symbols are of one organ and kind: they begin with the same words."""
    return symbol.split("/")[:-2] == own.split("/")[:-2] != []
