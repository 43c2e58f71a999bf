"""Who did not go along with a paragraph: dissociated itself from it, reserved its position, or took no part in it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from acquis.model import Evidence, Pinpoint
from acquis.register.events import Act
from acquis.web.margin import Line, Source
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.register.desk import Register
    from acquis.register.events import Event
    from acquis.web.reader import Reader

_ACTS: Final = (Act.DISSOCIATED, Act.RESERVED, Act.STAYED_OUT)


def known(reader: "Reader", place: "Place") -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Each state with the words that say so. What was said of the whole text stands with the text."""
    register, document = reader.archive.register, place.document
    told = reader.once("apart", lambda: _by_passage(register))
    held = [document.address.work.at(part.path) for part in document.below(place.address.part or "")]
    return tuple(_line(register, event) for each in held for event in told.get(str(each), ())), ()


def _by_passage(register: "Register") -> Mapping[str, Sequence["Event"]]:
    """The events by the passage that they are about, without its language; each once, whatever languages tell it."""
    found: dict[str, dict[str, Event]] = {}
    for event in register.events():
        if event.act in _ACTS and "#" in event.object:
            about = Pinpoint(event.object)
            found.setdefault(str(about.work.at(about.part)), {}).setdefault(event.id, event)
    return {passage: tuple(own.values()) for passage, own in found.items()}


def _line(register: "Register", event: "Event") -> Line:
    on = str(event.on) if event.on else None
    about = " · ".join(filter(None, [register.name(event.actor, on=on), on]))
    if isinstance(event.proof, Evidence):
        return Line(event.act.value, event.proof.quotation, str(event.proof.address), about)
    return Line(event.act.value, "", "", f"{about} · {event.proof.cited}")


ENTRY = Source(0, message("Did not go along with it"), known)
