"""What a document is called in Akoma Ntoso: its type, and its addresses as work, expression and manifestation."""

import re
from dataclasses import dataclass
from typing import Final

from acquis.formats._akn_languages import three_letters
from acquis.model import Day, Document
from acquis.model.record import TREATIES

UNKNOWN_DAY: Final = "0001-01-01"
"""Stands where the schema forces a full date and none is known; marked beside it as no date."""


@dataclass(frozen=True, slots=True)
class Type:
    """The element, subtype and name that the profile for the UN system gives a kind of document."""

    element: str
    subtype: str
    name: str


TYPES: Final = {
    **{kind: Type("act", "provision", kind) for kind in TREATIES},
    "rules": Type("act", "provision", "rulesOfProcedure"),
    "regulation": Type("act", "provision", "regulation"),
    "resolution": Type("statement", "deliberation", "resolution"),
    "decision": Type("statement", "deliberation", "decision"),
    "draft": Type("statement", "deliberation", "resolutionDraft"),
    "communique": Type("debateReport", "report", "meetingReport"),
    "minutes": Type("debateReport", "minute", "minutes"),
    "declaration": Type("doc", "communication", "declaration"),
    "statement": Type("doc", "communication", "officialStatement"),
    "chair": Type("doc", "communication", "officialStatement"),
    "memorandum": Type("doc", "communication", "memoranda"),
    "letter": Type("doc", "communication", "officialLetter"),
    "press": Type("doc", "communication", "pressRelease"),
    "speech": Type("doc", "communication", "address"),
    "concept": Type("doc", "paper", "policy"),
    "strategy": Type("doc", "paper", "policy"),
    "programme": Type("doc", "paper", "programme"),
    "plan": Type("doc", "paper", "plan"),
    "report": Type("doc", "paper", "progressReport"),
}
"""AKN4UN (https://unsceb-hlcm.github.io), by the kinds of a record."""

_OTHER: Final = Type("doc", "communication", "document")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document. `date` is a full date; `day` is what is known of it, None where nothing is."""

    type: Type
    jurisdiction: str
    actor: str
    number: str
    language: str
    date: str
    day: Day | None
    which: str

    @property
    def work(self) -> str:
        """`/akn/{jurisdiction}/{type}/{subtype}/{actor}/{date}/{number}`; the year alone where no more is known."""
        date = self.date if self.day is None or self.day.exact else f"{self.day.year:04}"
        kind = f"{self.type.element}/{self.type.subtype}"
        return f"/akn/{self.jurisdiction}/{kind}/{self.actor}/{date}/{self.number}"

    @property
    def expression(self) -> str:
        """The work in its language, as of its date."""
        return f"{self.work}/{self.language}@{self.date}"


def type_of(document: Document) -> Type:
    """The type for the kind that the record states."""
    return TYPES.get(document.record.value("kind") or "", _OTHER)


def names_of(document: Document) -> Names:
    """The names that follow from address and record.

    A text of no known organisation has the scheme of its address ("treaty", "file") as jurisdiction and actor.
    """
    record = document.record
    organisation = _segment(record.value("organisation") or document.address.scheme)
    organ = record.value("organ")
    day, which = record.day
    return Names(
        type=type_of(document),
        jurisdiction=organisation,
        actor=f"{organisation}-{_segment(organ)}" if organ else organisation,
        number=_number(document),
        language=three_letters(document.language or document.address.language),
        date=day.first.isoformat() if day else UNKNOWN_DAY,
        day=day,
        which=which if day else "unknown",
    )


def _number(document: Document) -> str:
    """The symbol, else the name in the address; a slash is a hyphen and a blank an underscore, as the profile asks."""
    local = re.sub(r"^\d{4}(-\d\d){0,2}/", "", document.address.local)
    return re.sub(r"[^\w.()~-]+", "-", re.sub(r"\s", "_", document.record.value("symbol") or local)).strip("-") or "nn"


def _segment(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "unknown"
