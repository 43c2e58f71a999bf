"""The same paragraph in the other languages that are held."""

from typing import TYPE_CHECKING

from acquis.web.margin import Line, Source
from acquis.web.words import message, own_name

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.web.reader import Reader


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """What surely answers to it in each other expression of its work."""
    whole = place.document.address.at(place.address.part)
    found = reader.archive.precedents.translations(str(whole))
    return tuple(Line(own_name(each.language), each.words, each.address, "", each.language) for each in found), ()


ENTRY = Source(2, message("In other languages"), known)
