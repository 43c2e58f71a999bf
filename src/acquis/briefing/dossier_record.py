"""What a dossier says of itself, so that it can be verified: its texts, its quotations and its certificates."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from acquis.archive.corrections import evidence_of
from acquis.briefing.dossier_sources import Sources, Text
from acquis.errors import AcquisError
from acquis.model import Pinpoint, fingerprint

if TYPE_CHECKING:
    from acquis.formats._paper import Paper

FORMAT: Final = "acquis-dossier/1"


class Released(Struct, frozen=True):
    """The release that a dossier was made of."""

    name: str
    number: int
    hash: str
    documents: int


class Told(Struct, frozen=True):
    """An item: its number, its line in the selection, the note on it, and its heading."""

    number: int
    line: str
    note: str
    heading: str


class Quotation(Struct, frozen=True):
    """Words that stand at an address: their SHA-256, and the words with a little text either side.

    `notes` are the numbers of the notes that call it. `text` is the SHA-256 of the text that it was taken from. The
    words are left out where they may not be passed on.
    """

    address: str
    notes: tuple[int, ...]
    sha256: str
    text: str
    words: str | None = None
    before: str = ""
    after: str = ""


class Certified(Struct, frozen=True):
    """A certificate: the formula or the address of its passage, the SHA-256 of its record, and the record's file."""

    formula: str
    hash: str
    record: str | None = None


class Contents(Struct, frozen=True):
    """What is in a dossier, and what it was made of."""

    format: str
    title: str
    stands: str
    release: Released | None
    change: int
    day: str
    public: bool
    marking: str
    items: tuple[Told, ...]
    texts: tuple[Text, ...]
    quotations: tuple[Quotation, ...]
    certificates: tuple[Certified, ...]

    def as_json(self) -> bytes:
        """As a file, for people to read too."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"


def quotations(paper: "Paper", sources: Sources) -> tuple[Quotation, ...]:
    """The words at every address that a note names, in the order of the notes."""
    from acquis.formats._paper_shown import shown

    by: dict[str, list[int]] = {}
    for number, note in enumerate(shown(paper).notes, 1):
        if note.address and "#" in note.address:
            by.setdefault(note.address, []).append(number)
    return tuple(each for address, notes in by.items() for each in _quotation(address, notes, sources))


def _quotation(address: str, notes: list[int], sources: Sources) -> Iterator[Quotation]:
    """The words that stand there; nothing for a place that is not held, like an event of the register."""
    try:
        place = sources.opened(address)
        held = evidence_of(place.document, Pinpoint(address), "")
    except AcquisError:
        return
    about = (address, tuple(notes), fingerprint(held.quotation), held.text)
    if sources.may(address):
        yield Quotation(*about, held.quotation, held.before, held.after)
    else:
        yield Quotation(*about)
