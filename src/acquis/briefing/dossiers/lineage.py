"""The lineage of a passage: its line through the years, each wording held against the one before, and its claims."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import here, placed
from acquis.briefing.quoting import changes, said
from acquis.formats._paper import Block, Line, Listing, Note, Paragraph, Run, Table
from acquis.precedents.diff import compare
from acquis.precedents.succession import Kind as Became

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.precedents.ancestry import History
    from acquis.precedents.kin import Member
    from acquis.precedents.succession import Edge


def _make(sources: "Sources", address: str) -> Made:
    history = sources.archive.precedents.lineage(address)
    rows = tuple(_rows(sources, history))
    text = sources.known(address)
    data: dict[str, Any] = {
        "address": address,
        "line": list(rows),
        "claims": list(history.claims),
        "searched": str(history.base),
    }
    heading = f"Lineage: {text.title}, {sources.where(sources.opened(address))}"
    return Made(heading, tuple(_blocks(sources, history)), data, rows, searched=True)


def _steps(history: "History") -> "Iterator[tuple[Member, Edge | None, int]]":
    """The passages of the line, each with what led to it and how many of the words asked about it has."""
    lineage = history.lineage
    yield from zip(lineage.line, (None, *lineage.chain), lineage.left, strict=True)


def _rows(sources: "Sources", history: "History") -> Iterator[dict[str, Any]]:
    for member, edge, left in _steps(history):
        told = {"day": member.expression.day, "address": member.address, "became": edge.kind.value if edge else "first"}
        yield {**told, "words": sources.words(member.address), "left": left, "of": history.lineage.asked}


def _blocks(sources: "Sources", history: "History") -> Iterator[Block]:
    columns = ("day", "what became of it", "wording", "words left")
    rows = tuple(_cells(sources, *step, history.lineage.asked) for step in _steps(history))
    yield Table("The line through the years", columns, rows)
    yield Listing(tuple(said(each) for each in history.claims))
    yield Paragraph(said(f"{str(history.base)[:1].upper()}{str(history.base)[1:]}."))


def _cells(sources: "Sources", member: "Member", edge: "Edge | None", left: int, asked: int) -> tuple[Line, ...]:
    became = said(edge.kind.value if edge else "the first of the line")
    return said(member.expression.day or "undated"), became, _wording(sources, member, edge), said(f"{left} of {asked}")


def _wording(sources: "Sources", member: "Member", edge: "Edge | None") -> Line:
    words, language = sources.words(member.address), sources.known(member.address).language
    note = Run("", note=Note("", member.address))
    if words is None:
        return (here(member.address),)
    before = sources.words(edge.earlier.address) if edge and edge.kind is not Became.CARRIED else None
    return (*(changes(compare(before, words), language=language) if before else (Run(words, language=language),)), note)


ENTRY = Kind(("ADDRESS",), placed, _make)
