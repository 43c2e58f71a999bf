"""What the archive lacks for this brief: texts of the series, originals, what was searched."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from acquis.briefing.assent import Way
from acquis.briefing.quoting import joined, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Listing, Run
from acquis.languages import language
from acquis.organisations import organisations

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.precedents.base import Series


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    del room
    if found := tuple(_lacks(brief)):
        yield Row("The archive lacks", joined(map(Run, found)))


def _lacks(brief: "Brief") -> Iterator[str]:
    """One lack a line, each with what is held instead."""
    own = brief.text.organisation
    for each in brief.base.series if brief.base else ():
        if each.organisation == own:
            yield _others(each)
    entry = organisations().get(own or "")
    if entry and entry.authentic and brief.text.language.partition("-x-")[0] not in entry.authentic:
        yield f"the text in {' and '.join(map(_named, entry.authentic))}, in which it is authentic"
    if brief.adoption.way is Way.UNKNOWN:
        yield f"how it was adopted: {brief.adoption.why}"


def _others(series: "Series") -> str:
    """How many texts of a series are known and not held; where nobody has counted them, that."""
    if series.known is None:
        return f"how many texts there are is not known; {series}"
    return f"{series.known - series.held} of the {series.known} summits known of {series.organisation}"


def _named(tag: str) -> str:
    return entry.name if (entry := language(tag)) else tag


def _behind(brief: "Brief") -> Iterable[Block]:
    found = [*_lacks(brief), *brief.document.doubts]
    if found:
        yield Heading("What the archive lacks, and doubts of the reader")
        yield Listing(tuple(said(each) for each in found))


ENTRY = Section(70, _front, _behind)
