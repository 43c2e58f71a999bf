"""Embed: one passage with where it comes from, on a small page that may stand in a frame of another site."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final
from urllib.parse import parse_qsl, urlsplit

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromQuery
from msgspec import Struct

from acquis.archive.holdings import Place
from acquis.briefing.dossier_sources import where
from acquis.errors import AcquisError
from acquis.model import Document, Pinpoint
from acquis.web.answers import Page
from acquis.web.cited import for_people
from acquis.web.embedding import HIGH, WIDE, anybody, begin, frame
from acquis.web.pages import Served, page
from acquis.web.pages.document import Head, head_of
from acquis.web.reader import Reader
from acquis.web.security import FRAMED
from acquis.web.statuses import name
from acquis.web.words import message


class Agreed(Struct, frozen=True):
    """How a text was adopted and who agreed to it, as far as acts of theirs are known, by the names of that day."""

    way: str
    why: str
    by: tuple[str, ...]


class EmbedPage(Page, frozen=True, kw_only=True):
    """A passage with its provenance; without a `head` nothing that everybody may see stands at the address."""

    template: ClassVar[str] = "embed.html"
    asked: str = ""
    head: Head | None = None
    address: str = ""
    where: str = ""
    words: str = ""
    citation: str = ""
    agreed: Agreed | None = None
    sha256: str = ""

    def rows(self) -> Sequence[Struct]:
        """The one passage."""
        return [_Row(self.address, self.citation, self.words, self.sha256)] if self.head else []


class _Row(Struct, frozen=True):
    address: str
    citation: str
    words: str
    text_sha256: str


def embed(reader: NamedDependency[Reader], of: FromQuery[str] = "") -> Response[Any]:
    """One passage, as anybody may see it whoever asks, on a page that any site may frame."""
    reader, asked = anybody(reader), of.strip()
    found = _held(reader, asked) if asked else None
    if found is None:
        shown = EmbedPage(title=message("Embed") if not asked else message("Not held here"), asked=asked)
    else:
        shown = _embedded(reader, found)
    made = reader.answer(shown, status=200 if found or not asked else 404)
    made.headers["content-security-policy"] = FRAMED
    return made


def oembed(
    reader: NamedDependency[Reader],
    *,
    url: FromQuery[str],
    maxwidth: FromQuery[int] = WIDE,
    maxheight: FromQuery[int] = HIGH,
    format: FromQuery[str] = "json",
) -> Response[Any]:
    """How to embed what an address of this room shows (oEmbed 1.0, type rich)."""
    from acquis.web.answers import as_json

    if format != "json":
        raise HTTPException(status_code=501, detail="It is given as JSON alone: format=json.")
    reader = anybody(reader)
    found = _held(reader, _asked(reader, url))
    if found is None:
        raise NotFoundException("No passage that everybody may see stands at that address of this room.")
    wide, high = min(max(maxwidth, 1), WIDE), min(max(maxheight, 1), HIGH)
    told = {
        **{"version": "1.0", "type": "rich", "provider_name": "acquis", "provider_url": f"{reader.site}/"},
        **{"title": for_people(reader, found), "width": wide, "height": high},
        "html": frame(reader, found, wide, high),
    }
    return Response(as_json(told), media_type="application/json", headers=reader.headers)


def _asked(reader: Reader, url: str) -> str:
    """The address that an address of the web shows: one of this room, of a document or of the page of an embed."""
    try:
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" != reader.site:
            return ""
        if parts.path == "/embed":
            return dict(parse_qsl(parts.query)).get("of", "")
        return str(Pinpoint.from_url(parts.path))
    except (AcquisError, ValueError):
        return ""


def _held(reader: Reader, asked: str) -> Place | None:
    """The place of an address; nothing says whether what is not given is not held or not everybody's."""
    try:
        return reader.opened(asked) if asked else None
    except AcquisError:
        return None


def _embedded(reader: Reader, here: Place) -> EmbedPage:
    held, head, part = here.document, head_of(reader, here), here.address.part
    return EmbedPage(
        title=for_people(reader, here),
        asked=str(here.address),
        head=head,
        address=str(here.address),
        where=where(here),
        words=begin(held.words(here.address)) if part and head.quoted else "",
        citation=for_people(reader, here),
        agreed=reader.once(("agreed", str(held.address), reader.tongue.tag), lambda: _agreed(reader, held)),
        sha256=held.layers.hash,
    )


def _agreed(reader: Reader, held: Document) -> Agreed:
    from acquis.briefing.adoption import assent_to

    adoption, marks = assent_to(held, reader.archive.register)
    day = held.record.day[0]
    on = str(day) if day else None
    by = sorted(name(reader, each.state, on) for each in marks if each.assents)
    return Agreed(adoption.way.value, adoption.why, tuple(by))


_PATHS: Final = (page("/embed", embed), page("/oembed", oembed, endings=False))
ENTRY = Served("/embed", tuple(handler for each in _PATHS for handler in each.handlers))
