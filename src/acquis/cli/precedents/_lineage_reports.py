"""Lineage and variants as files: the line of a passage, what a series took up, what was borrowed, the wordings."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.formats._report import Mark, Report, Row
    from acquis.model import Document
    from acquis.precedents.ancestry import Chronicle, History, Turnover
    from acquis.precedents.base import Base
    from acquis.precedents.borrowing import Borrowing
    from acquis.precedents.kin import Member
    from acquis.precedents.lineage import Change as Changed
    from acquis.precedents.succession import Edge
    from acquis.precedents.variants import Slot, Variants, Witness
    from acquis.secretariat import Secretariat

Words: TypeAlias = Callable[[str], str]
"""The words at an address."""

_LINE: Final = ("place", "day", "what became of it", "wording", "words asked about")
_CHANGES: Final = ("change", "day", "wording", "perhaps in other words")
_BORROWED: Final = ("day", "direction", "wording", "where it stood")
_WITNESSES: Final = ("witness", "day", "wording", "the same words also at")


def reader(archive: "Secretariat") -> Words:
    """The words at any address of an archive; the documents that were read just now stay open."""
    from acquis.model import Pinpoint

    @lru_cache(maxsize=16)
    def document(expression: str) -> "Document":
        return archive.get(expression).document

    def words(address: str) -> str:
        here = Pinpoint(address)
        return document(str(here.expression)).words(here)

    return words


def of_history(history: "History", words: Words) -> "Report":
    """The line of a passage, each wording held against the one before; then what stands beside the line."""
    from acquis.formats._report import Report

    lineage = history.lineage
    became = (None, *lineage.chain)
    line = [_stage(history, at, edge, words) for at, edge in enumerate(became)]
    beside = [
        _beside(history, edge, words) for edge in (*lineage.parents, *lineage.children) if edge not in lineage.chain
    ]
    lead = f"The line of {lineage.passage.address}: {history.base}"
    return Report("Lineage", lead, _LINE, (*line, *beside), history.claims)


def _stage(history: "History", at: int, edge: "Edge | None", words: Words) -> "Row":
    from acquis.formats._report import Cell, Row

    here, left = history.lineage.line[at], history.lineage.left[at]
    wording = words(here.address)
    marks: tuple[Mark, ...] = ()
    if edge is not None and edge.kind != "carried":
        wording, marks = _changed(words(edge.earlier.address), wording)
    cells = (
        Cell("in the line"),
        Cell(here.expression.day or "undated"),
        Cell(edge.kind.value if edge else ""),
        Cell(wording, marks, _note(here, history.base)),
        Cell(f"{left} of {history.lineage.asked}"),
    )
    return Row(cells)


def _beside(history: "History", edge: "Edge", words: Words) -> "Row":
    from acquis.formats._report import Cell, Row

    later = edge.earlier == history.lineage.passage
    there = edge.later if later else edge.earlier
    cells = (
        Cell("beside it, later" if later else "beside it, earlier"),
        Cell(there.expression.day or "undated"),
        Cell(edge.kind.value),
        Cell(words(there.address), (), _note(there, history.base)),
        Cell(""),
    )
    return Row(cells)


def of_chronicle(chronicle: "Chronicle", words: Words) -> "Report":
    """What a series took up and let go, a row for each passage; below, the numbers of each text and the borrowed."""
    from acquis.formats._report import Report

    rows = tuple(_change(each, chronicle.base, words) for each in chronicle.changes)
    lead = f"{counted(len(chronicle.texts), 'text')}; {chronicle.base}"
    numbers = (turned(each, chronicle.base) for each in chronicle.turnover)
    borrowed = (each.claim(chronicle.whole) for each in chronicle.borrowed)
    return Report("What a series took up and let go", lead, _CHANGES, rows, (*numbers, *borrowed))


def turned(each: "Turnover", base: "Base") -> str:
    """The numbers of a text in a line, with what they hold for."""
    parts = [f"{each.text.day or 'undated'}  {each.text.address}: {counted(each.passages, 'passage')}"]
    if each.come is not None:
        parts.append(f"{each.come} come, {each.carried} carried, {each.adapted} adapted")
    if each.gone is not None:
        parts.append(f"{each.gone} gone")
    return base.claim("; ".join(parts))


def _change(change: "Changed", base: "Base", words: Words) -> "Row":
    from acquis.formats._report import Cell, Row

    cells = (
        Cell("gone" if change.gone else "come"),
        Cell(change.passage.expression.day or "undated"),
        Cell(words(change.passage.address), (), f"{change.claim(base)}."),
        Cell(words(change.perhaps.address) if change.perhaps else ""),
    )
    return Row(cells)


def of_borrowed(chronicle: "Chronicle", words: Words) -> "Report":
    """What is of other organisations, with its direction, both wordings, and what was searched."""
    from acquis.formats._report import Report
    from acquis.precedents.borrowing import flows

    rows = tuple(_borrowed(each, chronicle.whole, words) for each in chronicle.borrowed)
    lead = f"{counted(len(chronicle.texts), 'text')}; {chronicle.whole}"
    sums = tuple(map(str, flows(chronicle.borrowed)))
    return Report("What organisations have of one another", lead, _BORROWED, rows, sums)


def _borrowed(each: "Borrowing", base: "Base", words: Words) -> "Row":
    from acquis.formats._report import Cell, Row

    cells = (
        Cell(each.day or "undated"),
        Cell(each.direction),
        Cell(words(each.edge.later.address), (), f"{each.claim(base)}."),
        Cell(words(each.edge.earlier.address), (), _note(each.edge.earlier, base)),
    )
    return Row(cells)


def of_variants(made: "Variants") -> "Report":
    """A row for each witness; the words in which it parts from others are marked."""
    from acquis.formats._report import Report

    rows = tuple(_witness(made, at) for at in range(len(made.witnesses)))
    scope = f"{made.scope[:1].upper()}{made.scope[1:]}"
    return Report("Variants", f"{scope}.", _WITNESSES, rows)


def _witness(made: "Variants", at: int) -> "Row":
    from acquis.formats._report import Cell, Row

    witness = made.witnesses[at]
    cells = (
        Cell(siglum(at)),
        Cell(witness.day or "undated"),
        Cell(witness.text, tuple(_parted(made, at)), _stands(witness, made)),
        Cell("; ".join(f"{each.address} ({each.day or 'undated'})" for each in witness.also)),
    )
    return Row(cells)


def siglum(number: int) -> str:
    """What a witness is called in its table: A to Z, then A1 …

    >>> siglum(0), siglum(27)
    ('A', 'B1')
    """
    letter, round_ = chr(ord("A") + number % 26), number // 26
    return f"{letter}{round_ or ''}"


def _parted(made: "Variants", at: int) -> "Iterator[Mark]":
    """Words that stand elsewhere in most others, that some do not have, or for which others say something else."""
    from acquis.formats._report import Change, Mark

    for moved in made.moved:
        if moved.witness == at:
            yield Mark(moved.span.start, moved.span.end, Change.MOVED)
    for slot in made.slots:
        if (cell := slot.cells[at]) is not None and not slot.agreed:
            yield Mark(cell.start, cell.end, Change.ADDED if _only_left_out(slot) else Change.CHANGED)


def _only_left_out(slot: "Slot") -> bool:
    """Whether who does not say these words says nothing in their place."""
    return sum(bool(each.words) for each in slot.readings) == 1


def _stands(witness: "Witness", made: "Variants") -> str:
    searched = f" {_sentence(made.base)}" if made.base else ""
    return f"{witness.address} ({witness.day or 'undated'}).{searched}"


def _note(member: "Member", base: "Base") -> str:
    named = ", ".join(filter(None, [member.expression.title, member.expression.day or "undated"]))
    return f"{member.address} ({named}). {_sentence(base)}"


def _sentence(base: "Base") -> str:
    said = str(base)
    return f"{said[:1].upper()}{said[1:]}."


def _changed(earlier: str, later: str) -> "tuple[str, tuple[Mark, ...]]":
    """Both wordings as they run, and what became of each stretch."""
    from acquis.formats._report import Change, Mark
    from acquis.precedents.diff import compare, pieces

    text = ""
    marks: list[Mark] = []
    for piece, kind in pieces(compare(earlier, later)):
        if kind != "same":
            marks.append(Mark(len(text), len(text) + len(piece), Change(kind)))
        text += piece
    return text, tuple(marks)
