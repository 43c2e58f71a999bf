"""What people entered at a paragraph: corrections, relations, notes."""

from typing import TYPE_CHECKING, Any

from acquis.model import Pinpoint
from acquis.web.margin import Line, Source
from acquis.web.mending import edits, said
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.web.reader import Reader


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Each entry with who made it, when and why. They are the house's own: without an account none is given."""
    if not reader.inside:
        return (), ()
    held = {part.path for part in place.document.below(place.address.part or "")}
    found = (each for each in edits(reader, str(place.document.address)) if _here(each["now"], held))
    return tuple(map(_line, found)), ()


def _here(now: str, held: set[str]) -> bool:
    return bool(now) and Pinpoint(now).part in held


def _line(edit: dict[str, Any]) -> Line:
    about = f"{edit['who']}, {edit['at'][:10]}: {edit['because']}"
    return Line(edit["verb"], said(edit["verb"], edit["body"]), edit["now"], about, number=edit["id"])


ENTRY = Source(6, message("Entered here"), known)
