"""The pinboard: passages that were collected, in an order, with notes, to pass on or to print."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final
from urllib.parse import quote

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect
from msgspec import Struct

from acquis.briefing.dossier_sources import under, where
from acquis.errors import AcquisError, BadQuery
from acquis.formats._paper import FORMS, Block, Heading, Note, Paper, Paragraph, Run, line
from acquis.rest.asker import quotable
from acquis.web.answers import Page, file
from acquis.web.cited import MEDIA, for_people, marking, stands
from acquis.web.cited_pins import COOKIE, LONGEST, MOST, Pin, kept, moved, pins_in, query_of, remembered, without
from acquis.web.pages import Served, page
from acquis.web.reader import Reader
from acquis.web.security import Limits
from acquis.web.words import bcp47, direction, message

_YEAR: Final = 31_536_000
_ADDRESS: Final = Limits().query - 100
"""A longer query is refused at the door; what a form adds has to fit too."""


class Pinned(Struct, frozen=True):
    """A passage on the board; without a `citation` nothing that may be shown stands at its address."""

    address: str
    note: str
    citation: str = ""
    title: str = ""
    where: str = ""
    day: str | None = None
    words: str = ""
    language: str = ""
    direction: str = "auto"
    marking: str = "public"
    quoted: bool = True


class PinboardPage(Page, frozen=True, kw_only=True):
    """The passages of a board in their order. `query` says what is on it."""

    template: ClassVar[str] = "pinboard.html"
    pins: tuple[Pinned, ...]
    query: str
    most: int = MOST
    longest: int = LONGEST
    forms: tuple[str, ...] = ("docx", "pdf", "md", "zip")

    def rows(self) -> Sequence[Struct]:
        """A line for each passage."""
        return [_Row(each.address, each.citation, each.day, each.words, each.note) for each in self.pins]


class _Row(Struct, frozen=True):
    address: str
    citation: str
    day: str | None
    words: str
    note: str


def pinboard(
    reader: NamedDependency[Reader],
    *,
    add: FromQuery[str] = "",
    up: FromQuery[int] = 0,
    down: FromQuery[int] = 0,
    drop: FromQuery[int] = 0,
    keep: FromQuery[bool] = False,
) -> Response[Any]:
    """The board that the address tells; what changes it leads to the address of the changed one."""
    pins = pins_in(reader.url.query)
    if add.strip():
        held = pins or _remembered(reader)
        return _led(reader, _with(held, str(reader.opened(add.strip()).address)))
    if up or down or drop or keep:
        return _led(reader, without(moved(moved(pins, up, -1), down, 1), drop), said=keep)
    if not pins and (before := _remembered(reader)) and reader.form == "html":
        return _led(reader, before)
    return _answered(reader, pins)


def pinboard_file(reader: NamedDependency[Reader]) -> Response[Any]:
    """The board as a file."""
    from acquis.formats._paper_forms import file_of

    form, pins = reader.url.path.rpartition(".")[2], pins_in(reader.url.query)
    found = [_pinned(reader, each) for each in pins]
    return file(file_of(paper_of(reader, found), form), f"pinboard.{form}", MEDIA[form])


def pinboard_zip(reader: NamedDependency[Reader]) -> Response[Any]:
    """The board as a dossier: every passage with its citation, hashes and the release, made to be verified."""
    from acquis.briefing.dossier_files import packed
    from acquis.briefing.dossier_selection import Line

    pins = pins_in(reader.url.query)
    lines = [Line(str(reader.opened(each.address).address), each.note) for each in pins]
    made = reader.archive.dossier(lines, title="Pinboard")
    return file(packed(made.files), "pinboard.zip", "application/zip")


def paper_of(reader: Reader, pins: Sequence[Pinned]) -> Paper:
    """The board as a paper: each passage under its title, with its citation and address as a note, then what was noted.

    Of a text that may not be passed on there is the citation alone.
    """
    return Paper(
        title="Pinboard",
        blocks=tuple(block for each in pins for block in _blocks(each)),
        marking=marking([each.marking for each in pins if each.citation]),
        release=stands(reader),
    )


def _blocks(pin: Pinned) -> list[Block]:
    if not pin.citation:
        return [Paragraph(line(f"{pin.address}: not held here"))]
    told: list[Block] = [Heading(", ".join(filter(None, [pin.title, pin.where])))]
    note = Note(pin.citation, pin.address)
    if pin.words:
        told.append(Paragraph(line(Run(pin.words, language=pin.language, address=pin.address, note=note)), quoted=True))
    else:
        told.append(Paragraph(line(Run(pin.address, address=pin.address, note=note))))
    noted = [each for each in pin.note.split("\n") if each]
    return [*told, *(Paragraph(line(each if at else f"Note: {each}")) for at, each in enumerate(noted))]


def _with(pins: tuple[Pin, ...], address: str) -> tuple[Pin, ...]:
    if any(each.address == address for each in pins):
        return pins
    if len(pins) >= MOST:
        raise BadQuery(f"A board has up to {MOST} passages. Take one away, or begin another: /pinboard?pin={address}.")
    return (*pins, Pin(address))


def _pinned(reader: Reader, pin: Pin) -> Pinned:
    """A pin with what stands at its address; what is not held and what may not be seen are told alike."""
    try:
        here = reader.opened(pin.address)
    except AcquisError:
        return Pinned(pin.address, pin.note)
    held, part = here.document, here.address.part
    record, tag = held.record, held.language
    may = quotable(reader, str(held.address))
    day = record.day[0]
    return Pinned(
        address=str(here.address),
        note=pin.note,
        citation=for_people(reader, here),
        title=" ".join((record.value("title") or str(held.address.work)).split()),
        where=under(here) if may else where(here),
        day=str(day) if day else None,
        words=held.words(here.address) if may and part else "",
        language=bcp47(tag),
        direction=direction(tag),
        marking=record.value("marking") or "internal",
        quoted=may,
    )


def _answered(reader: Reader, pins: tuple[Pin, ...]) -> Response[bytes]:
    """The page of a board. That of an empty one is not kept: what a browser remembers is no part of its address."""
    found = tuple(_pinned(reader, each) for each in pins)
    made = reader.answer(PinboardPage(title=message("Pinboard"), pins=found, query=query_of(pins)))
    if not pins:
        made.headers["cache-control"] = "no-store"
        made.headers.pop("etag", None)
    return made


def _led(reader: Reader, pins: tuple[Pin, ...], *, said: bool = False) -> Response[Any]:
    """To the address of a board, which the browser remembers; a page elsewhere makes it remember nothing.

    Where it is to be `said`, the page says that the notes are kept.
    """
    query = "&".join(filter(None, [query_of(pins), f"release={quote(reader.release)}" if reader.release else ""]))
    if len(query) > _ADDRESS:
        raise BadQuery("The notes are too long for one address. Make them shorter, or begin another board.")
    made = Redirect(f"/pinboard?{query}{'#kept' * said}" if query else "/pinboard", status_code=303)
    made.headers["cache-control"] = "no-store"
    if reader.request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none"):
        made.set_cookie(COOKIE, kept(pins), path="/pinboard", samesite="lax", httponly=True, max_age=_YEAR)
    return made


def _remembered(reader: Reader) -> tuple[Pin, ...]:
    return remembered(reader.request.cookies.get(COOKIE, ""))


_FILES = [each for form in FORMS for each in page(f"/pinboard.{form}", pinboard_file, endings=False).handlers]
_ZIP = page("/pinboard.zip", pinboard_zip, endings=False).handlers
ENTRY = Served("/pinboard", (*page("/pinboard", pinboard).handlers, *_FILES, *_ZIP))
