"""What a document says of itself that its events need: whose text it is, of which day, and the words as evidence."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from acquis.archive.naming import slug
from acquis.errors import BadDay
from acquis.model import Day, Document, Evidence, Span
from acquis.register.events import Act, Event
from acquis.register.library import own
from acquis.register.mentions import Mention

VERSION: Final = "4"
"""The version of the rules; what was read by others is read again."""

_BESIDE: Final = 40
"""So many letters before and after a quotation are kept with it."""


def _kept() -> Mapping[str, Mapping[str, object]]:
    return own().instruments


class Setting:
    """The document that tells, and how an event of it is made."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.document, self.mentions = document, mentions
        self.day: Day | None = document.record.day[0]
        code = document.record.value("organisation")
        organ = document.record.value("organ")
        self.org = f"org:{code}" if code else ""
        self.organ = f"organ:{code}/{organ}" if code and organ and " " not in organ else ""
        self.members = f"group:{code}/members" if code else ""
        self.work = str(document.address.work)

    @cached_property
    def hash(self) -> str:
        """The fingerprint of the text."""
        return self.document.layers.hash

    @cached_property
    def charter(self) -> str | None:
        """The constituent instrument of the organisation that speaks: "the Charter" in its own texts."""
        code = self.org.removeprefix("org:")
        kept = (each for each, told in _kept().items() if told.get("kind") == "charter" and each.startswith(f"{code}:"))
        return next(kept, None) if code else None

    def body(self, mention: Mention) -> str:
        """The address of an organisation that is named; of one that nobody keeps, what it would be called."""
        words = mention.span.of(self.document.text)
        return mention.meant or f"org:{'-'.join(re.findall(r'[a-z0-9]+', words.lower()))}"

    def place(self, city: Mention | None) -> str:
        """The name of a city as it is printed: a city that was renamed has the name of its day."""
        return " ".join(city.span.of(self.document.text).split()) if city else ""

    def text(self, mention: Mention, on: Day | None = None) -> str:
        """The address of an instrument that is named; of one that nobody keeps, what it would be called.

        One that is named with its day is the one that is kept of that day, organisation and kind, where it is alone.
        """
        if mention.meant:
            return mention.meant
        words = mention.span.of(self.document.text)
        code = self.org.removeprefix("org:") or "treaty"
        of_day = [each for each in _kept() if on and each.startswith(f"{code}:{on}/")]
        alike = [each for each in of_day if str(_kept()[each].get("kind", "?")) in words.lower()]
        return alike[0] if len(alike) == 1 else f"{code}:{on or 'undated'}/{slug(words)}"

    def event(self, act: Act, span: Span, *, rule: str, **fields: Any) -> Event:
        """An event with the words of the document that tell it; of the document's day where none is given."""
        fields.setdefault("nth", 0 if act in (Act.OBSERVED, Act.NOTED) else 1)
        fields.setdefault("on", self.day)
        return Event(act=act, proof=self.evidence(span, rule), **fields)

    def evidence(self, span: Span, rule: str) -> Evidence:
        """The words at a place, with a little text either side."""
        text = self.document.text
        return Evidence(
            address=self.document.pinpoint(span),
            quotation=span.of(text),
            before=text[max(0, span.start - _BESIDE) : span.start],
            after=text[span.end : span.end + _BESIDE],
            text=self.hash,
            method=f"rule:{rule}/{VERSION}",
        )


def day_of(mention: Mention) -> Day | None:
    """The day, month or year that a date names; None for a stretch of time and for what is not resolved."""
    try:
        return Day.parse(mention.meant or "")
    except BadDay:
        return None
