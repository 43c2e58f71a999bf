"""Tables of a depositary: who signed, consented and is bound, and on which day."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Day, Kind, Part, Span
from acquis.register._setting import Setting
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind as Named
from acquis.structure.dates import dates_in

_HEADS: Final = (
    (Act.SIGNED, re.compile(r"signature|signed|подписан", re.IGNORECASE)),
    (Act.RATIFIED, re.compile(r"ratification|accession|acceptance|approval|consent|ратификац", re.IGNORECASE)),
    (Act.ENTERED_INTO_FORCE, re.compile(r"entry into force|in force|вступлен", re.IGNORECASE)),
)
_BY: Final = (
    (Act.ACCEDED, re.compile(r"\(a\)|\ba\b")),
    (Act.ACCEPTED, re.compile(r"\(A\)|\bA\b")),
    (Act.APPROVED, re.compile(r"\(AA\)|\bAA\b")),
    (Act.SUCCEEDED, re.compile(r"\(d\)|\bd\b")),
)
"""The letters by which the lists of the United Nations mark how a state consented."""


def told(setting: Setting) -> Iterator[Event]:
    """The events of every table that has a column of states and columns of acts."""
    document = setting.document
    if not any(part.kind is Kind.TABLE for part in document.parts):
        return
    acts: list[Act | None] = []
    about = ""
    for part in document.parts:
        words = part.span.of(document.text)
        if part.kind is not Kind.TABLE:
            about = _instrument(part, setting) or about
            if about:
                yield from _whole(part, about, setting)
            continue
        cells = words.split("\t")
        heads = [next((act for act, shape in _HEADS if shape.search(cell)), None) for cell in cells]
        if any(heads) and not any(dates_in(cell, "en") for cell in cells):
            acts = heads
        elif acts and about and len(cells) > 1:
            yield from _row(part, cells, acts, about, setting)


def _instrument(part: Part, setting: Setting) -> str:
    """The instrument that a line above a table names."""
    own = (each for each in setting.mentions if each.kind is Named.INSTRUMENT and part.span.holds(each.span))
    return next((each.meant for each in own if each.meant), "")


def _row(part: Part, cells: list[str], acts: list[Act | None], about: str, setting: Setting) -> Iterator[Event]:
    first = Span(part.span.start, part.span.start + len(cells[0]))
    states = [each for each in setting.mentions if each.kind is Named.STATE and first.holds(each.span)]
    who = {each.meant for each in states if each.meant}
    if len(who) != 1:
        return
    for cell, act in zip(cells, acts, strict=False):
        if act is not None and (on := _day(cell)):
            kind = next((other for other, shape in _BY if act is Act.RATIFIED and shape.search(cell)), act)
            fields = {"actor": who.copy().pop(), "object": about, "on": on}
            yield setting.event(kind, part.span, rule="depositary-table", **fields)


def _whole(part: Part, about: str, setting: Setting) -> Iterator[Event]:
    """The line over a table that says since when the instrument itself is in force."""
    words = part.span.of(setting.document.text)
    if (found := _FORCE.search(words)) and (on := _day(found["day"])):
        span = Span(part.span.start + found.start(), part.span.start + found.end())
        yield setting.event(Act.ENTERED_INTO_FORCE, span, rule="depositary-table", actor="", object=about, on=on)


_FORCE: Final = re.compile(
    r"(?:Entry into force|Entered into force|Вступил[аои]? в силу): (?P<day>[^.;]+)", re.IGNORECASE
)


def _day(cell: str) -> Day | None:
    found = dates_in(cell, "en")
    return found[0].day if found else None
