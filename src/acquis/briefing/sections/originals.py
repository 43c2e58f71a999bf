"""What has to be looked up in the original, because the change may be the translator's."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from acquis.briefing.quoting import joined, place, quoted, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Note, Run, Table
from acquis.languages import language
from acquis.precedents.flags import Flag
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief, Compared

_SHOWN: Final = 5


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    found = doubtful(brief)
    if not found:
        return
    shown = joined((_words(each, flag, room.words) for each, flag in found[:_SHOWN]), ", ")
    rest = f" … {counted(len(found), 'change')} in all" if len(found) > _SHOWN else ""
    yield Row("Look up in the original", (Run(f"{_where(found[0][0])}: "), *shown, Run(rest)))


def doubtful(brief: "Brief") -> list[tuple["Compared", Flag]]:
    """The changes that may be no more than the translator's, qualifiers that make stronger or weaker first."""
    found = [
        (each, flag)
        for one in brief.paragraphs
        for each in one.compared
        if each.comparison.look_up is not None
        for flag in each.comparison.look_up.flags
        if not flag.survives
    ]
    return sorted(found, key=lambda each: each[1].change not in ("stronger", "weaker"))


def _where(compared: "Compared") -> str:
    """In which languages the texts are authentic, and whether the archive holds them in these."""
    listed = compared.comparison.look_up
    assert listed is not None
    names = ", ".join(entry.name if (entry := language(tag)) else tag for tag in listed.authentic)
    return f"{names or 'authentic language not known'}, {'held' if listed.held else 'not held'}"


def _words(compared: "Compared", flag: Flag, most: int) -> Run:
    older, newer = flag.words
    side = compared.later if newer else compared.earlier
    run = quoted(newer or older, most, address=side, whole=_whole(compared, newer=bool(newer)))
    return Run(f"{place(compared.later)} {run.text} {flag.change}", address=side, note=run.note)


def _whole(compared: "Compared", *, newer: bool) -> str:
    return (compared.comparison.newer if newer else compared.comparison.older).text


def _behind(brief: "Brief") -> Iterable[Block]:
    found = doubtful(brief)
    if not found:
        return
    yield Heading("Look up in the original")
    columns = ("place", "what", "earlier words", "words here", "where")
    yield Table("Changes that may be the translator's", columns, tuple(_row(each, flag) for each, flag in found))


def _row(compared: "Compared", flag: Flag) -> tuple[Line, ...]:
    note = Note(compared.comparison.newer.text, compared.later)
    where = Run(place(compared.later), address=compared.later, note=note)
    older, newer = flag.words
    return (where,), said(f"{flag.kind} {flag.change}"), said(older), said(newer), said(_where(compared))


ENTRY = Section(60, _front, _behind)
