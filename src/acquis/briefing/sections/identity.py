"""What the text is, what it was compared with and why, and what is known between the two and not held."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from acquis.briefing.quoting import called, joined, note_of, said, short
from acquis.briefing.sections import Room, Row, Section
from acquis.briefing.unheld import Unheld, Why
from acquis.formats._paper import Block, Heading, Line, Listing, Note, Paragraph, Run, line
from acquis.organisations import organisations
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.briefing.predecessor import Candidate
    from acquis.precedents.kin import Expression

_NAMED: Final = 4
"""So many texts that are not held are named on the first page; of each meeting the first."""


def _front(brief: "Brief", _: Room) -> Iterator[Row]:
    yield Row("The text", (*_identity(brief), Run("; "), *_against(brief)))
    if brief.unheld:
        yield Row("Known, not held", tuple(_missing(brief.unheld)))


def _identity(brief: "Brief") -> Line:
    record = brief.document.record
    day, which = record.day
    told = [
        short(brief.text.title or brief.text.work, 14),
        record.value("symbol") or "",
        f"{which} {day}" if day else "its day is not known",
        record.value("place") or "",
        _speaker(brief.text) or "whose text it is is not known",
        counted(len(brief.paragraphs), "paragraph"),
    ]
    name = Run(told[0], strong=True, note=Note(brief.text.title or "", str(brief.document.address)))
    return (name, Run(", " + ", ".join(filter(None, told[1:]))))


def _speaker(text: "Expression") -> str | None:
    """The organ by its name, else the organisation."""
    entry = organisations().get(text.organisation or "")
    organ = entry.organ(text.organ) if entry and text.organ else None
    return organ.names[0] if organ else text.organ or text.organisation


def _against(brief: "Brief") -> Iterator[Run]:
    if not brief.choice.chosen:
        yield Run(f"compared with nothing: {brief.choice.why_none}")
        return
    yield Run("compared with ")
    for at, each in enumerate(brief.choice.chosen):
        yield Run(f"{', ' if at else ''}{called(each.text)}", strong=True, note=_of(each))
    yield Run(f" because: {brief.choice.chosen[0].because}")


def _of(candidate: "Candidate") -> Note:
    return Note(candidate.text.title or candidate.text.work, candidate.text.address)


def _missing(texts: tuple[Unheld, ...]) -> Iterator[Run]:
    """The first text of each meeting in between, and those of the same meeting; the rest is counted."""
    own = [each for each in texts if each.why is Why.MEETING]
    first = {each.day: each for each in reversed(texts) if each.why is Why.BETWEEN}
    told = [*(first[day] for day in sorted(first)), *(each for each in texts if each.why is Why.RECALLED)]
    shown = told[-_NAMED:] if len(told) > _NAMED else told
    for why, some in ((f"{Why.BETWEEN}: ", shown), (f"{Why.MEETING}: ", own[:2])):
        if some:
            yield Run(why)
            yield from joined((_unheld(each) for each in some), ", ")
            yield Run(". ")
    if rest := len(texts) - len(shown) - len(own[:2]):
        yield Run(f"And {rest} more.")


def _unheld(each: Unheld) -> Run:
    return Run(f"{each.name} ({each.day})", note=note_of(each.proof) if each.proof else None)


def _behind(brief: "Brief") -> Iterable[Block]:
    yield Heading("What it was compared with")
    yield Paragraph(tuple(_against(brief)))
    if brief.choice.others:
        yield Paragraph(said("Other candidates:"))
        told = (line(Run(called(each.text), note=_of(each)), f": {each.because}") for each in brief.choice.others)
        yield Listing(tuple(told))
    if brief.unheld:
        yield Paragraph(said("Known and not held:"))
        yield Listing(tuple(line(_unheld(each), f": {each.why}") for each in brief.unheld))


ENTRY = Section(10, _front, _behind)
