"""What the text itself attests: who was what, what was adopted, met, signed, each with the words that say it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from acquis.briefing.quoting import note_of, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Run, Table

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.register.events import Event


def _front(brief: "Brief", room: Room) -> Iterable[Row]:
    """Nothing: what a text says of its organisation is rarely what is looked for first."""
    del brief, room
    return ()


def _behind(brief: "Brief") -> Iterable[Block]:
    if not brief.facts:
        return
    yield Heading("Statuses and facts that the text attests")
    columns = ("who", "did or was", "what", "as", "on", "words")
    yield Table("Facts with the words that say them", columns, tuple(_row(each, brief) for each in brief.facts))


def _row(event: "Event", brief: "Brief") -> tuple[Line, ...]:
    note = note_of(event.proof)
    sure = " (inferred)" if event.inferred else ""
    told = (brief.names.get(event.actor, event.actor), event.act.value + sure, event.object, event.role or event.value)
    return (*map(said, told), said(str(event.on or "")), (Run(f"“{note.words}”", address=note.address, note=note),))


ENTRY = Section(90, _front, _behind)
