"""What to look at: the changes that no translation accounts for, in order of their weight."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from acquis.briefing.quoting import changes, place, quoted, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Note, Paragraph, Run, Table
from acquis.precedents.flags import Flag
from acquis.precedents.succession import Kind
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief, Compared

WEIGHT: Final = (
    ("negation",),
    ("state", "body", "instrument", "mission"),
    ("modal", "verb", "actor", "addressee"),
    ("passage",),
    ("qualifier", "scope", "place"),
    ("number", "count"),
    ("date", "session"),
)
"""What changes are looked at first: what turns a text round, who and what is named, who must do what, clauses, ….

Figures, dates and sessions come last: texts of a series count on from year to year.
"""

RULE: Final = "changes by weight: negations, names, who must do what, clauses, scope, figures, days"
"""The order of weight in words: a word for each of its steps."""

_FLAGS: Final = 2
"""So many changes of one place are quoted on the first page; the others of it are counted."""


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    found = ranked(brief)
    shown = found if len(found) <= room.rows else found[: room.rows - 1]
    for each in shown:
        yield Row("Look at", _place(each, room))
    if rest := found[len(shown) :]:
        places = ", ".join(place(each.later) for each in rest[:_PLACES])
        more = " …" if len(rest) > _PLACES else ""
        yield Row("Look at", said(f"and {counted(len(rest), 'place')} more: {places}{more}"))


_PLACES: Final = 12


def ranked(brief: "Brief") -> list["Compared"]:
    """The places with a change that survives translation, the weightiest first; of one weight the most alike first.

    Passages that perhaps share no more than a subject come after those that share words.
    """
    found = [each for one in brief.paragraphs for each in one.compared if surviving(each)]
    return sorted(
        found, key=lambda each: (each.edge.kind is Kind.REWORDED, weight(surviving(each)[0]), -_likeness(each))
    )


def surviving(compared: "Compared") -> list[Flag]:
    """The changes of a place that no translation accounts for, the weightiest first; a clause tells those in it."""
    found = [flag for flag in compared.comparison.flags if flag.survives]
    clauses = [flag for flag in found if flag.kind == "passage"]
    alone = [flag for flag in found if flag in clauses or not any(_within(flag, each) for each in clauses)]
    return sorted(alone, key=weight)


def _likeness(compared: "Compared") -> float:
    """How much of the longer side the words are that both have."""
    edge = compared.edge
    return edge.words / max(edge.earlier.size, edge.later.size)


def _within(flag: Flag, clause: Flag) -> bool:
    sides = ((flag.older, clause.older), (flag.newer, clause.newer))
    told = [(one, whole) for one, whole in sides if one is not None]
    return bool(told) and all(whole is not None and whole.holds(one) for one, whole in told)


def weight(flag: Flag) -> int:
    """The place of a change in the order of weight, 0 the first."""
    return next((at for at, kinds in enumerate(WEIGHT) if flag.kind in kinds), len(WEIGHT))


def _place(compared: "Compared", room: Room) -> Line:
    """Where it stands, what it was compared with, and its weightiest changes in their words."""
    flags = surviving(compared)
    told = [run for flag in flags[:_FLAGS] for run in _flag(flag, compared, room.words)]
    rest = f"; {len(flags) - _FLAGS} more" if len(flags) > _FLAGS else ""
    note = Note(compared.comparison.newer.text, compared.later)
    earlier = Note(compared.comparison.older.text, compared.earlier)
    head = Run(place(compared.later), strong=True, address=compared.later, note=note)
    there = Run(place(compared.earlier), address=compared.earlier, note=earlier)
    return (head, Run(" ("), there, Run(")"), *told, Run(rest))


def _flag(flag: Flag, compared: "Compared", most: int) -> Iterator[Run]:
    older, newer = flag.words
    kind = "clause" if flag.kind == "passage" else flag.kind
    yield Run(f"{'; ' if flag is not surviving(compared)[0] else ': '}{kind} {flag.change} ")
    one, other = compared.comparison.older.text, compared.comparison.newer.text
    sides = ((older, compared.earlier, one), (newer, compared.later, other))
    told = [(words, address, whole) for words, address, whole in sides if words]
    for at, (words, address, whole) in enumerate(told):
        if at:
            yield Run(" → ")
        yield quoted(words, most, address=address, whole=whole)


def _behind(brief: "Brief") -> Iterable[Block]:
    found = [each for one in brief.paragraphs for each in one.compared if each.comparison.diff.changes]
    if not found:
        return
    yield Heading("What changed")
    yield Paragraph(said(f"A change that no translation accounts for is looked at first; {RULE}."))
    language = brief.text.language
    yield Table("Passages that changed", ("place", "was at", "what became of it", "words", "what it comes to"), tuple(
        (
            (Run(place(each.later), address=each.later),),
            (Run(place(each.earlier), address=each.earlier, note=Note(each.comparison.older.text, each.earlier)),),
            said(each.edge.kind.value),
            changes(each.comparison.diff, language=language),
            said(each.comparison.position),
        )
        for each in found
    ))  # fmt: skip


ENTRY = Section(20, _front, _behind, fills=True)
