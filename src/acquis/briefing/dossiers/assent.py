"""Assent: for a passage or a phrase, every text that carries it, and what each state did about each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import called, here, proved, shown, worded
from acquis.briefing.ledger import ledger
from acquis.briefing.quoting import said
from acquis.formats._paper import Block, Line, Listing, Paragraph, Run, Table
from acquis.precedents.certificate import shortened

if TYPE_CHECKING:
    from acquis.briefing.assent import Mark
    from acquis.briefing.dossier_sources import Sources
    from acquis.briefing.ledger import Carrier, Ledger


def _make(sources: "Sources", what: str) -> Made:
    found = ledger(sources.archive.precedents, sources.archive.register, what)
    rows = tuple(_row(sources, carrier, mark) for carrier in found.carriers for mark in carrier.marks)
    data: dict[str, Any] = {
        "asked": what,
        "texts": [_text(sources, each) for each in found.carriers],
        "marks": list(rows),
        "known_not_held": [{"organ": each.organ, "day": each.day, "place": each.place} for each in found.gaps],
        "searched": found.base,
    }
    return Made(f"Assent: {_asked(sources, what)}", tuple(_blocks(sources, found)), data, rows, searched=True)


def _asked(sources: "Sources", what: str) -> str:
    text = sources.text(what)
    return f"{text.title}, {sources.where(sources.opened(what))}" if text else f"“{shortened(what)}”"


def _text(sources: "Sources", each: "Carrier") -> dict[str, Any]:
    told = {"address": str(each.address), "how": each.how, "day": each.day, "title": each.title, "organ": each.organ}
    return {**told, "adopted": each.adoption.way.value, "proofs": proved(sources, each.adoption.proofs)}


def _row(sources: "Sources", carrier: "Carrier", mark: "Mark") -> dict[str, Any]:
    name = sources.archive.register.name(mark.state, on=carrier.day)
    told = {"day": carrier.day, "address": str(carrier.address), "state": mark.state, "name": name}
    did = {"cell": mark.cell.value, "assents": mark.assents, "why": _why(sources, carrier, mark)}
    return {**told, **did, "proofs": shown(proved(sources, mark.proofs))}


def _why(sources: "Sources", carrier: "Carrier", mark: "Mark") -> str:
    """The reason; where it quotes a passage that may not be passed on, without its words."""
    return mark.why if sources.may(carrier.address) else mark.why.partition("“")[0].rstrip(": ")


def _blocks(sources: "Sources", found: "Ledger") -> Iterator[Block]:
    if not found.carriers:
        yield Paragraph(said(f"No text held carries these words: {found.base} searched."))
        return
    columns = ("day", "text", "adopted", "what states did")
    rows = tuple(_cells(sources, each) for each in found.carriers)
    yield Table("Who assented, text by text", columns, rows)
    if found.gaps:
        yield Paragraph(said("Meetings that are known, of which nothing is held:"))
        yield Listing(tuple(said(f"{each.day}, {each.place}") for each in dict.fromkeys(found.gaps)))
    yield Paragraph(said(f"To be a member is never assent. Searched: {found.base}."))


def _cells(sources: "Sources", carrier: "Carrier") -> tuple[Line, ...]:
    adopted = (Run(carrier.adoption.way.value), *called(carrier.adoption.proofs))
    return said(carrier.day or "undated"), (here(str(carrier.address)),), adopted, tuple(_did(sources, carrier))


def _did(sources: "Sources", carrier: "Carrier") -> Iterator[Run]:
    """The states by what they did, with the notes of those acts that are not the adoption itself."""
    by: dict[str, list[Mark]] = {}
    for mark in carrier.marks:
        by.setdefault(mark.cell.value, []).append(mark)
    for at, (cell, own) in enumerate(by.items()):
        names = ", ".join(sources.archive.register.name(each.state, on=carrier.day) for each in own)
        yield Run(f"{'; ' if at else ''}{cell} ({len(own)}): {names}")
        yield from called(proof for each in own for proof in each.proofs if proof not in carrier.adoption.proofs)


ENTRY = Kind(('ADDRESS|"WORDS"',), worded, _make)
