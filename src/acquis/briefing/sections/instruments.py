"""The instruments that the text cites, those first whose state is not what the text suggests."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from acquis.briefing.quoting import joined, note_of, place, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Note, Run, Table

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.briefing.citing import Cited

_SHOWN: Final = 4


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    del room
    told = {each.target: each for each in reversed(brief.cited) if each.remark}
    found = sorted(told.values(), key=brief.cited.index)
    if not found:
        return
    rest = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    yield Row("Cited, but", (*joined(_named(each) for each in found[:_SHOWN]), Run(rest)))


def _named(each: "Cited") -> Run:
    """The instrument by the words that cite it, and what it was not."""
    words = f"{place(str(each.address))} {each.title}: {each.state}, {each.remark}"
    return Run(words, address=str(each.address), note=Note(f"“{each.words}”; {each.why}", str(each.address)))


def _behind(brief: "Brief") -> Iterable[Block]:
    if not brief.cited:
        return
    yield Heading("Instruments that are cited")
    columns = ("place", "words", "instrument", "state on that day", "how that is known")
    yield Table("Cited instruments as they were on the day of the text", columns, tuple(map(_row, brief.cited)))


def _row(each: "Cited") -> tuple[Line, ...]:
    address = str(each.address)
    where = Run(place(address), address=address, note=Note(each.words, address))
    state = f"{each.state}; {each.remark}" if each.remark else each.state
    doubt = " (inferred)" if each.inferred else ""
    proofs = joined(Run(f"{at}", note=note_of(event.proof)) for at, event in enumerate(each.proofs, 1))
    return (where,), said(each.words), said(each.title + doubt), said(state), (Run(f"{each.why} "), *proofs)


ENTRY = Section(50, _front, _behind)
