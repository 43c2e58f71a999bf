"""What is stated about a document, by whom and on what basis."""

import enum
from dataclasses import dataclass

from acquis.model.days import Day
from acquis.model.span import Span


class Standing(enum.StrEnum):
    """What an expression is worth beside the others of its work."""

    AUTHENTIC = "authentic"
    OFFICIAL = "official"
    UNOFFICIAL = "unofficial translation"
    UNKNOWN = "unknown"


class Basis(enum.StrEnum):
    """What a claim rests on, the strongest first: this order decides which of several claims is shown."""

    CORRECTION = "correction"  # a person's entry in the archive
    RECORD = "record field"  # a field of a catalogue record: [Date] June 15, 2011
    MASTHEAD = "masthead"  # symbol, session and dates printed at the head of the document
    TEXT = "text"  # the title, the enacting paragraph, the signatures
    STAMP = "web stamp"  # when a page was published, which is not when a text was adopted
    METADATA = "file metadata"  # what a file's own header says
    NAME = "file name"
    RULE = "rule"  # worked out: a language told by its letters, a year by a session


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about a document: `field` has `value`, because `stated` stands at `span` of the source.

    `value` None means that the field is known to be unstated, and `why` says so. A claim with `refused` is kept and
    listed as a conflict, but is never the answer.
    """

    field: str
    value: str | None
    basis: Basis
    stated: str | None = None
    span: Span | None = None
    why: str = ""
    refused: bool = False


DATES = ("adoption", "issue", "signature", "publication", "receipt")
"""The dates of a document, all different things; order uses adoption, then issue, and says which."""

TREATIES = ("charter", "treaty", "convention", "agreement", "protocol")
"""The kinds of documents that enter into force."""

FIELDS = (
    *("title", "symbol", "organisation", "organ", "kind", "place", "session", "agenda", "meeting", "mode"),
    *("sponsors", "source", "database", "collection", "keeper", "notes", "language", "standing", "translator"),
    *("slug", "url", "marking", "rights", "related"),
    *(f"date.{which}" for which in DATES),
)
"""The fields of a record. A field may hold several claims; several values only for keeper, notes and collection."""


@dataclass(frozen=True, slots=True)
class Record:
    """All claims about one document, in the order they were met.

    >>> claims = (Claim("title", "Astana Declaration", Basis.TEXT), Claim("title", "ASTANA", Basis.RECORD))
    >>> Record(claims).value("title")
    'ASTANA'
    """

    claims: tuple[Claim, ...] = ()

    def all(self, field: str) -> tuple[Claim, ...]:
        """Every claim about the field, the strongest basis first."""
        found = [claim for claim in self.claims if claim.field == field]
        return tuple(sorted(found, key=_strength) if len(found) > 1 else found)

    def claim(self, field: str) -> Claim | None:
        """The claim that answers for the field: the strongest that is not refused and says something."""
        standing = [claim for claim in self.all(field) if not claim.refused]
        return next((claim for claim in standing if claim.value is not None), standing[0] if standing else None)

    def value(self, field: str) -> str | None:
        """What the field holds; None where it is not stated."""
        found = self.claim(field)
        return found.value if found else None

    def values(self, field: str) -> tuple[str, ...]:
        """Every value of a field that may hold several, in the order met."""
        return tuple(c.value for c in self.claims if c.field == field and c.value is not None and not c.refused)

    def why(self, field: str) -> str:
        """The basis of the answer, or the reason why there is none."""
        found = self.claim(field)
        if found is None:
            return "not stated"
        return found.why or found.basis.value

    @property
    def day(self) -> tuple[Day | None, str]:
        """The day that the document is ordered by, and which date that is: adoption, then issue, then the others."""
        for which in DATES:
            if which not in ("publication", "receipt") and (value := self.value(f"date.{which}")):
                return Day.parse(value), which
        return None, "no date of adoption, issue or signature is stated"

    @property
    def conflicts(self) -> tuple[Claim, ...]:
        """What was stated and refused, and the second opinions about one date."""
        return tuple(claim for claim in self.claims if claim.refused)

    def plus(self, *claims: Claim) -> "Record":
        """The record with more claims."""
        return Record((*self.claims, *claims))


def _strength(claim: Claim) -> int:
    return _STRENGTH[claim.basis]


_STRENGTH = {basis: place for place, basis in enumerate(Basis)}
