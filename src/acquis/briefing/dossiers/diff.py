"""A diff: what changed from an earlier passage to a later one, word by word, and what of it matters."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import here, worded
from acquis.briefing.quoting import changes, said, short
from acquis.formats._paper import Block, Line, Paragraph, Run, Table, line
from acquis.precedents.diff import pieces

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.precedents.asked import Asked
    from acquis.precedents.comparing import Comparison
    from acquis.precedents.flags import Flag


def _read(sources: "Sources", older: str, newer: str) -> tuple[str, ...]:
    return *worded(sources, older), *worded(sources, newer)


def _make(sources: "Sources", older: str, newer: str) -> Made:
    found = sources.archive.precedents.diff(older, newer)
    sides = (found.older, found.newer)
    may = all(sources.may(each.address) for each in sides)
    rows = tuple(_row(flag) for flag in found.flags) if may else ()
    data: dict[str, Any] = {
        "older": _told(sources, found.older),
        "newer": _told(sources, found.newer),
        "position": found.position if may else None,
        "runs": [{"words": words, "kind": kind} for words, kind in pieces(found.diff)] if may else [],
        "changes": list(rows),
        "look_up": _look_up(found) if may else "",
        "originals": [{"older": each.older, "newer": each.newer} for each in found.originals] if may else [],
    }
    heading = f"Diff: {_called(sources, found.older)} → {_called(sources, found.newer)}"
    return Made(heading, tuple(_blocks(found) if may else _withheld(sides)), data, rows)


def _called(sources: "Sources", side: "Asked") -> str:
    if side.address is None:
        return "words as typed"
    text = sources.known(str(side.address))
    where = sources.where(sources.opened(str(side.address)))
    return ", ".join(filter(None, (short(text.title, _TITLE), text.day, where)))


_TITLE = 8
"""So many words of a title stand in a heading that has two of them."""


def _told(sources: "Sources", side: "Asked") -> dict[str, Any]:
    address = str(side.address) if side.address else None
    return {"address": address, "day": side.day, "words": sources.given(address, side.text)}


def _row(flag: "Flag") -> dict[str, Any]:
    older, newer = flag.words
    told = {"kind": str(flag.kind), "change": str(flag.change), "survives": flag.survives}
    return {**told, "older": older, "newer": newer, "rule": flag.rule}


def _look_up(found: "Comparison") -> str:
    return str(found.look_up) if found.look_up and found.look_up.flags else ""


def _blocks(found: "Comparison") -> Iterator[Block]:
    """The later wording as it runs with what the earlier one had, what that comes to, and the changes that matter."""
    yield Paragraph((Run("Earlier: "), *_side(found.older), Run("; later: "), *_side(found.newer)))
    yield Paragraph(changes(found.diff, language=found.newer.language), quoted=True)
    yield Paragraph((Run(f"{found.position[:1].upper()}{found.position[1:]}.", strong=True),))
    if found.flags:
        columns = ("change", "earlier", "later", "whose it is")
        yield Table("Changes that matter", columns, tuple(map(_cells, found.flags)))
    for each in found.originals:
        sides = here(each.older), " → ", here(each.newer)
        yield Paragraph(line(f"Compared in the original ({each.language}): ", *sides))
        yield Paragraph(changes(each.diff, language=each.language), quoted=True)
    if told := _look_up(found):
        yield Paragraph(said(told))


def _side(side: "Asked") -> Line:
    day = f" ({side.day})" if side.day else ""
    return (here(str(side.address)), Run(day)) if side.address else (Run("words as typed"),)


def _cells(flag: "Flag") -> tuple[Line, ...]:
    whose = "stands whoever translated" if flag.survives else "may be the translator's"
    return said(f"{flag.kind} {flag.change}"), said(flag.words[0]), said(flag.words[1]), said(whose)


def _withheld(sides: "Iterable[Asked]") -> Iterator[Block]:
    for side in sides:
        yield Paragraph(_side(side))
    yield Paragraph(line("What changed is not given: the words of a side may not be passed on."))


ENTRY = Kind(("EARLIER", "LATER"), _read, _make)
