"""The texts that a dossier names: each opened once, cited, and quoted as far as its words may be passed on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct

from acquis.archive import queries
from acquis.archive.naming import heading_over, place_for_people
from acquis.archive.public import may_be_quoted
from acquis.briefing.rooms import Rooms
from acquis.errors import BadAddress, NotHeld
from acquis.formats._paper import Block, Line, Listing, Note, Paragraph, Run, Table
from acquis.model import Parted, Pinpoint

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry, Place, Release
    from acquis.archive.rereading import Followed
    from acquis.model import Evidence, Record
    from acquis.register.desk import Register


class Archive(Rooms, Protocol):
    """An open archive that a dossier is made from and held against; the secretariat is one."""

    def list(self) -> "Sequence[Entry]":
        """The catalogue in the order of days."""

    def edits(self) -> Sequence[dict[str, Any]]:
        """The corrections and notes that hold."""

    def follow(self, evidence: "Evidence") -> "Followed":
        """Where evidence stands now."""


class Text(Struct, frozen=True):
    """A text that a dossier names, as it was: its citation, its source, and the SHA-256 of its text and of its file.

    `quoted` is whether its words may be passed on, `why` the reason.
    """

    address: str
    title: str
    citation: str
    day: str | None
    language: str
    source: str
    text: str
    file: str
    marking: str
    rights: str
    quoted: bool
    why: str


class Sources:
    """The texts of an archive as a dossier gives them: no words of one whose licence forbids to pass them on.

    `release` is the one that the archive stands at, `change` the number of its last change, `day` the day of either.
    `public` is whether it is the archive as everybody may see it.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive, self.public = archive, archive.store.window is not None
        with archive.store.reading() as db:
            self.change = archive.at if archive.at is not None else queries.last_change(db)
            changed = queries.changes_since(db, self.change - 1)
        named = [each for each in archive.releases() if each.seq == self.change]
        self.release: Release | None = named[-1] if named else None
        self.day = self.release.at[:10] if self.release else next((each.at[:10] for each in changed), _NEVER)
        self.opened = lru_cache(_OPEN)(archive.get)
        self.text = lru_cache(None)(self._text)

    @cached_property
    def entries(self) -> "dict[str, Entry]":
        """The catalogue by address: it knows the rights statements of the other expressions of a work."""
        return {str(each.address): each for each in self.archive.list()}

    @property
    def stands(self) -> str:
        """The release that the archive stands at, else the change."""
        return f"release {self.release.name}" if self.release else f"change {self.change}"

    def known(self, address: str) -> Text:
        """The text of an address that is held."""
        found = self.text(str(Pinpoint(address).expression))
        assert found is not None
        return found

    def normal(self, address: Pinpoint) -> str:
        """The address with the parts by their own names, where it was given by others (`p7` for `item2`)."""
        if address.part is None:
            return str(address)
        document = self.opened(str(address.expression)).document
        path = document.part(address.part).path
        if address.last:
            return str(address.at(path).to(document.part(address.last).path))
        return str(address.at(path, sentence=address.sentence, words=address.words))

    def may(self, address: str | None) -> bool:
        """Whether the words at an address may be passed on; words without an address are nobody's."""
        found = self.text(address.partition("#")[0]) if address else None
        return found is None or found.quoted

    def given(self, address: str | None, words: str) -> str | None:
        """Words that stand at an address; None where they may not be passed on."""
        return words if self.may(address) else None

    def words(self, address: str) -> str | None:
        """The words at an address; None where they may not be passed on."""
        return self.given(address, self.opened(address).document.words(self.opened(address).address))

    def citation(self, place: "Place") -> str:
        """A document or a passage as people cite it."""
        return citation(place, self.archive.register)

    def where(self, place: "Place") -> str:
        """The place in a text as people cite it; "" for a whole text."""
        return where(place)

    def _text(self, address: str) -> Text | None:
        """The text of an address without its part; None for what is held nowhere, like a state or an event."""
        try:
            place = self.opened(str(Pinpoint(address).expression))
        except (NotHeld, BadAddress):
            return None
        document, record = place.document, place.document.record
        rights, day = may_be_quoted(self.entries.get(str(document.address)) or record), record.day[0]
        return Text(
            address=str(document.address),
            title=_line(record.value("title") or str(document.address.work)),
            citation=self.citation(replace(place, address=document.address)),
            day=str(day) if day else None,
            language=(document.language or "und").partition("-x-")[0],
            source=_source(record),
            text=document.layers.hash,
            file=document.file.sha256,
            marking=record.value("marking") or "internal",
            rights=_line(record.value("rights") or ""),
            quoted=bool(rights),
            why=rights.why,
        )


_OPEN: Final = 64
"""So many documents stay open at once."""

_NEVER: Final = "1970-01-01"
"""The day of an archive into which nothing was ever entered."""


def _source(record: "Record") -> str:
    """Who gave the text, as stated."""
    told = [record.value(field) for field in ("source", "database", "keeper", "url")]
    return _line(", ".join(filter(None, dict.fromkeys(told)))) or "not stated"


def _line(words: str) -> str:
    return " ".join(words.split())


# --- how a place is cited ---------------------------------------------------------------------------------------------


def citation(place: "Place", register: "Register") -> str:
    """A document or a passage as people cite it; a counted number is never passed off as a printed one."""
    record = place.document.record
    title = _line(record.value("title") or str(place.document.address.work))
    by, day = author(place, register), record.day[0]
    told = [
        "" if by.casefold() in title.casefold() else by,
        title,
        record.value("symbol") or "",
        record.value("place") or "",
        str(day) if day else "undated",
        where(place),
    ]
    return ", ".join(each for each in told if each)


def author(place: "Place", register: "Register") -> str:
    """The organisation that speaks, by the full name that it had on the day of the text; "" where nobody is stated."""
    record = place.document.record
    code, day = record.value("organisation"), record.day[0]
    return register.name(f"org:{code}", on=str(day) if day else None, whole=True) if code else ""


def where(place: "Place") -> str:
    """The place in a text as people cite it, of a range its ends; "" for a whole text."""
    return where_in(place.document, place.address)


def where_in(text: Parted, address: Pinpoint) -> str:
    """The same of an address in a text whose parts are known."""
    ends = [text.part(path) for path in (address.part, address.last) if path]
    return " to ".join(place_for_people(text, each) for each in ends)


def under(place: "Place") -> str:
    """The heading that a passage stands under, and its place: alone it need not tell what it is about."""
    part = place.document.part(place.address.part) if place.address.part else None
    over = heading_over(place.document, part) if part else ""
    return ", ".join(filter(None, [f"“{over}”" if over else "", where(place)]))


# --- what may be passed on --------------------------------------------------------------------------------------------


def withheld(blocks: "Iterable[Block]", may: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks without words of texts that may not be passed on: only their places are left."""

    def run(each: Run) -> Run:
        address = each.address or (each.note.address if each.note else None)
        free = address is None or each.text in ("", address, address.partition("#")[2]) or may(address)
        return replace(each, text=each.text if free else "…", note=note(each.note) if each.note else None)

    def note(each: Note) -> Note:
        return each if each.address is None or may(each.address) else replace(each, words="")

    return over(blocks, run)


def over(blocks: "Iterable[Block]", change: Callable[[Run], Run]) -> tuple[Block, ...]:
    """The blocks with every run of words changed."""

    def line(runs: Line) -> Line:
        return tuple(map(change, runs))

    def block(each: Block) -> Block:
        match each:
            case Paragraph():
                return replace(each, line=line(each.line))
            case Listing():
                return replace(each, items=tuple(map(line, each.items)))
            case Table():
                return replace(each, rows=tuple(tuple(map(line, row)) for row in each.rows))
        return each

    return tuple(map(block, blocks))
