"""Tables of a depositary: who signed, consented and is bound, and on which day."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Day, Kind, Part
from acquis.register._setting import Setting
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind as Named
from acquis.register.gazetteer import meant
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
    acts: list[Act | None] = []
    about = ""
    for part in document.parts:
        words = part.span.of(document.text)
        if part.kind is not Kind.TABLE:
            about = _instrument(part, setting) or about
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
    state = re.sub(r"\s*\(.*", "", cells[0]).strip()
    (who, *others) = meant(state) or ("",)
    if not who.startswith("state:") or others:
        return
    for cell, act in zip(cells, acts, strict=False):
        if act is not None and (on := _day(cell)):
            kind = next((other for other, shape in _BY if act is Act.RATIFIED and shape.search(cell)), act)
            yield setting.event(kind, part.span, rule="depositary-table", actor=who, object=about, on=on)


def _day(cell: str) -> Day | None:
    found = dates_in(cell, "en")
    return found[0].day if found else None
