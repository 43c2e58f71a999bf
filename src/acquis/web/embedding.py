"""Lines that show a passage on another site: a frame of the room, and a quotation that needs none."""

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from markupsafe import escape
from msgspec import Struct

from acquis.rest.asker import quotable
from acquis.web.cited import for_people, stands
from acquis.web.reader import Reader
from acquis.web.urls import place, went
from acquis.web.words import bcp47, direction

if TYPE_CHECKING:
    from acquis.archive.holdings import Place

WIDE, HIGH = 640, 420
"""Pixels of a frame, where nobody says otherwise: a paragraph with all that is told of it, mostly."""

LONGEST: Final = 4_000
"""So many letters of a passage are passed on at once; of a longer one its beginning, and where the rest is."""


class Codes(Struct, frozen=True):
    """What to copy into another site: `frame` shows the room's own page, `quotation` holds the words themselves.

    Without a `quotation` the words may not be passed on, or none were asked for.
    """

    frame: str
    quotation: str


def codes(reader: Reader, here: "Place") -> Codes | None:
    """The lines for a passage; nothing for a document that is not everybody's."""
    if not is_public(reader, here):
        return None
    return Codes(frame(reader, here), _quotation(reader, here))


def frame(reader: Reader, here: "Place", wide: int = WIDE, high: int = HIGH) -> str:
    """A frame of the page of a passage; its title says what it shows."""
    source = reader.site + went("/embed", of=here.address, release=reader.release)
    title = for_people(reader, here)
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{wide}" height="{high}" '
        'loading="lazy" referrerpolicy="no-referrer" style="border: 0; max-width: 100%"></iframe>'
    )


def discovery(reader: Reader, here: "Place") -> str:
    """Where programs that embed what an address shows are told how (oEmbed), as the value of a `Link`."""
    asked = quote(reader.site + place(str(here.address)), safe="")
    return f'<{reader.site}/oembed?url={asked}>; rel="alternate"; type="application/json+oembed"'


def anybody(reader: Reader) -> Reader:
    """The same request, as it is answered to whoever did not enter."""
    made = Reader(reader.request)
    made.inside, made.change = False, reader.room.change(inside=False)
    return made


def is_public(reader: Reader, here: "Place") -> bool:
    """Whether a document is everybody's, whoever asks."""
    room = reader.room
    key = ("public texts", room.change(inside=False), reader.release)
    held = room.once(
        key, lambda: {str(each.address) for each in room.desk(inside=False, release=reader.release).list()}
    )
    return str(here.document.address) in held


def begin(words: str) -> str:
    """As much of some words as is passed on at once."""
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _quotation(reader: Reader, here: "Place") -> str:
    held = here.document
    if here.address.part is None or not quotable(reader, str(held.address)):
        return ""
    there, tag = escape(reader.site + place(str(here.address))), held.language
    lines = "<br>\n".join(str(escape(line)) for line in begin(held.words(here.address)).split("\n"))
    proof = escape(f"{here.address}, {stands(reader)}, SHA-256 {held.layers.hash}")
    return (
        f'<blockquote cite="{there}">\n<p lang="{escape(bcp47(tag))}" dir="{direction(tag)}">{lines}</p>\n'
        f'<footer>{escape(for_people(reader, here))}. <a href="{there}">{proof}</a></footer>\n</blockquote>'
    )
