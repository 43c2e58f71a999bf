"""Records for harvesters: a public text in the fields of Dublin Core, and which of them were asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import AcquisError
from acquis.web.oai_request import OaiError, Selection
from acquis.web.oai_times import Dated, dated
from acquis.web.urls import place
from acquis.web.words import bcp47

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry
    from acquis.web.reader import Reader

SIZE: Final = 100


class OaiRecord(Struct, frozen=True):
    """A record: its address, when it last changed, its set, and its fields; `deleted` where it was withdrawn."""

    identifier: str
    changed: str
    set: str
    deleted: bool
    fields: tuple[tuple[str, str], ...]


class Listing(Struct, frozen=True):
    """A page of records: how many there are in all, and the token that leads on, "" on the last page."""

    records: tuple[OaiRecord, ...]
    total: int
    passed: int
    token: str


def listing(reader: "Reader", asked: Selection, site: str) -> Listing:
    """The records that were asked for, in the order of their last change; what changes meanwhile comes later."""
    if asked.set and asked.set not in dict(sets(reader)):
        raise OaiError("noRecordsMatch", f"There is no set {asked.set[:60]!r}.")
    chosen = [each for each in dated(reader) if _within(each, asked)]
    rest = [each for each in chosen if (each.changed, identifier(each.entry)) > asked.after]
    if not rest:
        raise OaiError("noRecordsMatch", "No record was changed then.")
    page, last = rest[:SIZE], rest[:SIZE][-1]
    passed = asked.passed + len(page)
    on = replace(asked, after=(last.changed, identifier(last.entry)), passed=passed)
    return Listing(
        tuple(record(reader, each, site) for each in page),
        len(chosen),
        asked.passed,
        on.token if len(rest) > SIZE else "",
    )


def one(reader: "Reader", name: str, site: str) -> OaiRecord:
    """The record of an identifier."""
    found = next((each for each in dated(reader) if identifier(each.entry) == name), None)
    if found is None:
        raise OaiError("idDoesNotExist", f"{unquote(name)[:200]} is not held.")
    return record(reader, found, site)


def sets(reader: "Reader") -> list[tuple[str, str]]:
    """The organisations of which something is held, by code, each with its name."""
    codes = {each.entry.organisation for each in dated(reader) if each.entry.organisation}
    return [(code, publisher(reader, code)) for code in sorted(codes)]


def publisher(reader: "Reader", code: str) -> str:
    """The whole name of an organisation; its code where nobody knows its name."""
    try:
        return reader.room.public.register.name(f"org:{code}", whole=True)
    except AcquisError:
        return code


def identifier(entry: "Entry") -> str:
    """The address of a text as a URI."""
    return quote(str(entry.address), safe="/:@!$&'()*+,;=~-._")


def record(reader: "Reader", held: Dated, site: str) -> OaiRecord:
    """A text as a record."""
    entry, gone = held.entry, held.entry.state == "withdrawn"
    fields = () if gone else tuple((name, value) for name, value in _fields(reader, entry, site) if value)
    return OaiRecord(identifier(entry), held.changed, entry.organisation or "", gone, fields)


def _fields(reader: "Reader", entry: "Entry", site: str) -> Iterator[tuple[str, str | None]]:
    """Dublin Core: what the catalogue has, and nothing guessed."""
    yield "title", entry.title
    yield "creator", entry.organ
    yield "publisher", publisher(reader, entry.organisation) if entry.organisation else None
    yield "date", entry.day
    yield "type", "Text"
    yield "type", entry.kind
    yield "identifier", site + place(str(entry.address))
    yield "identifier", str(entry.address)
    yield "identifier", entry.symbol
    yield "language", bcp47(entry.language) if entry.language != "und" else None
    yield "relation", site + place(str(entry.work))
    for each in reader.room.once(("kin", reader.room.change(inside=False)), lambda: _kin(reader)).get(
        str(entry.work), ()
    ):
        yield "relation", site + place(each) if each != str(entry.address) else None
    yield "coverage", entry.place
    for statement in (entry.rights,) if entry.rights else entry.work_rights:
        yield "rights", statement


def _kin(reader: "Reader") -> dict[str, list[str]]:
    """The expressions of each work."""
    found: dict[str, list[str]] = {}
    for each in dated(reader):
        if each.entry.state == "kept":
            found.setdefault(str(each.entry.work), []).append(str(each.entry.address))
    return found


def _within(held: Dated, asked: Selection) -> bool:
    """Whether a record is of the set and the time; a day that is asked for is in it whole."""
    since = not asked.since or held.changed[: len(asked.since)] >= asked.since
    until = not asked.until or held.changed[: len(asked.until)] <= asked.until
    return since and until and asked.set in ("", held.entry.organisation)
