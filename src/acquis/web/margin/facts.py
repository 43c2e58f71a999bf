"""What the register knows by the words of a paragraph."""

from collections import defaultdict
from typing import TYPE_CHECKING

from acquis.model import Evidence
from acquis.web.margin import Line, Source
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.register.desk import Register
    from acquis.register.events import Event
    from acquis.web.reader import Reader


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The events that these words prove."""
    register = reader.archive.register
    proved = reader.once("facts", lambda: _by_place(register))
    parts = place.document.below(place.address.part or "")
    found = (event for part in parts for event in proved.get(str(place.document.address.at(part.path)), ()))
    return tuple(_line(register, each) for each in found), ()


def _by_place(register: "Register") -> dict[str, list["Event"]]:
    """All events by the part of the document whose words prove them."""
    found = defaultdict(list)
    for event in register.events():
        if isinstance(event.proof, Evidence):
            found[str(event.proof.address.at(event.proof.address.part))].append(event)
    return dict(found)


def _line(register: "Register", event: "Event") -> Line:
    assert isinstance(event.proof, Evidence)
    on = str(event.on) if event.on else None
    who = register.name(event.actor, on=on) if event.actor else ""
    whom = register.name(event.object, on=on) if event.object else ""
    said = " · ".join(filter(None, [who, event.role or event.value, whom, event.place, on]))
    return Line(event.act.value, event.proof.quotation, str(event.proof.address), said)


ENTRY = Source(5, message("Facts"), known)
