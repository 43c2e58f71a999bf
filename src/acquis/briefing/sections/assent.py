"""How the text was adopted, and what each state that was entitled that day did about it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from acquis.briefing.quoting import joined, note_of, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Paragraph, Run, Table

if TYPE_CHECKING:
    from acquis.briefing.assent import Adoption, Mark
    from acquis.briefing.brief import Brief
    from acquis.register.events import Proof


def _front(brief: "Brief", room: Room) -> Iterable[Row]:
    """Nothing: the first page says where it is not known how the text was adopted."""
    del brief, room
    return ()


def _behind(brief: "Brief") -> Iterable[Block]:
    yield Heading("Assent")
    yield Paragraph(_adoption(brief.adoption))
    if brief.assent:
        columns = ("state", "what it did", "how that is known")
        yield Table(
            "What each entitled state did about the whole text",
            columns,
            tuple(_row(each, brief) for each in brief.assent),
        )
        yield Paragraph(said("A passage may speak for some of them alone: `acquis assent` says of each."))


def _adoption(adoption: "Adoption") -> Line:
    return (Run(f"{adoption.way.value.capitalize()}: {adoption.why}"), *_calls(adoption.proofs))


def _row(mark: "Mark", brief: "Brief") -> tuple[Line, ...]:
    return (
        said(brief.names[mark.state]),
        (Run(mark.cell.value, strong=mark.assents),),
        (Run(mark.why), *_calls(mark.proofs)),
    )


def _calls(proofs: "Iterable[Proof]") -> Line:
    """The notes of proofs, called by numbers after the words."""
    found = joined((Run(str(at), note=note_of(proof)) for at, proof in enumerate(proofs, 1)), ", ")
    return (Run(" ("), *found, Run(")")) if found else ()


ENTRY = Section(85, _front, _behind)
