"""What a document tells that happened or was so: events with the words that say it."""

from collections.abc import Iterator
from typing import Final

from acquis.model import Document
from acquis.register.events import Event

VERSION: Final = "1"
"""The version of the rules; what was read by others is read again."""


def events_in(document: Document) -> Iterator[Event]:
    """The events that a document tells, in reading order: explicit ones, and inferred ones marked so."""
    yield from ()
