"""Feeds: what is new in the archive, and "tell me when this wording moves"; public documents alone, whoever asks."""

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery

from acquis.archive.public import may_be_quoted
from acquis.errors import BadQuery
from acquis.web.filters import narrowed
from acquis.web.oai_feed import Entry, Feed, atom, newest
from acquis.web.oai_records import identifier, publisher
from acquis.web.oai_times import Dated, dated
from acquis.web.pages import Served, page
from acquis.web.reader import Reader
from acquis.web.urls import place, went
from acquis.web.words import bcp47

if TYPE_CHECKING:
    from acquis.precedents.uses import Carried

NEW, WORDING = "/feed.atom", "/feed/wording.atom"
_MOST = 50


def new(reader: NamedDependency[Reader]) -> Response[bytes]:
    """The documents that came last; `organisation`, `organ`, `kind`, `language`, `year` and `place` narrow it."""
    site, filters = reader.site, narrowed(reader)
    passed = {str(each.address) for each in reader.room.public.list(states=("kept",), **filters)}
    held = [each for each in dated(reader) if str(each.entry.address) in passed]
    said = ", ".join(filters.values())
    feed = Feed(
        title=f"acquis: new documents{f' ({said})' if said else ''}",
        about="Public documents as they come into the archive, the newest first.",
        here=site + went(NEW, **filters),
        page=site + went("/catalogue", **filters),
        entries=newest((_document(reader, each, site) for each in held), _MOST),
    )
    return _answered(reader, feed, went(NEW, **filters))


def wording(reader: NamedDependency[Reader], of: FromQuery[str] = "") -> Response[bytes]:
    """Every use of a passage: of its line through the years and of its family. A new one is a new entry."""
    if not of.strip():
        raise BadQuery(f"A wording is followed by its address: {WORDING}?of=osr:2005-06-09/halmor-declaration%23p5.")
    site, room = reader.site, reader.room.public.precedents
    asked = str(reader.room.public.get(of).address)
    found = room.uses(asked)
    reader.behind |= found.base.behind is not None
    by = {str(each.entry.address): each for each in dated(reader)}
    held = [
        (each, by[str(each.use.address.expression)]) for each in found.held if str(each.use.address.expression) in by
    ]
    feed = Feed(
        title=f"acquis: the wording of {asked}",
        about=f"Where this wording stands, and what becomes of it: {found.base}.",
        here=site + went(WORDING, of=asked),
        page=site + place(asked),
        entries=newest((_use(reader, each, own, site) for each, own in held), _MOST),
    )
    return _answered(reader, feed, went(WORDING, of=asked))


def _document(reader: Reader, held: Dated, site: str) -> Entry:
    entry = held.entry
    told = (entry.kind, entry.organ, entry.symbol, entry.place, entry.day, bcp47(entry.language))
    return Entry(
        id=identifier(entry),
        page=site + place(str(entry.address)),
        title=entry.title or str(entry.address),
        came=held.came,
        changed=held.changed,
        author=publisher(reader, entry.organisation) if entry.organisation else "",
        about=" · ".join(filter(None, told)),
        categories=tuple(filter(None, (entry.organisation, entry.organ, entry.kind))),
    )


def _use(reader: Reader, carried: "Carried", held: Dated, site: str) -> Entry:
    use, entry = carried.use, held.entry
    words = reader.room.public.precedents.words(str(use.address)) if may_be_quoted(entry) else ""
    return Entry(
        id=quote(str(use.address), safe="/:@!$&'()*+,;=~-._#"),
        page=site + place(str(use.address)),
        title=" · ".join(filter(None, (use.day, use.title or str(use.address)))),
        came=held.came,
        changed=held.changed,
        author=publisher(reader, entry.organisation) if entry.organisation else "",
        about=f"{carried.how} · {use.address}",
        words=words,
        language=bcp47(entry.language),
        categories=tuple(filter(None, (carried.how, entry.organisation, entry.organ))),
    )


def _answered(reader: Reader, feed: Feed, name: str) -> Response[bytes]:
    content = reader.room.once(
        ("feed", reader.room.change(inside=False), feed.here, name), lambda: atom(feed, name), lambda: not reader.behind
    )
    return Response(content, media_type="application/atom+xml; charset=utf-8", headers=reader.headers)


def _served() -> Served:
    pages: list[Any] = [page(NEW, new, endings=False), page(WORDING, wording, endings=False)]
    return Served(NEW, tuple(handler for each in pages for handler in each.handlers))


ENTRY = _served()
