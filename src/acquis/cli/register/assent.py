"""`acquis assent`: who assented to these words, in which text, by which act."""

from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import complete_address, forms, no_file, opened, release, verb
from acquis.cli._print import as_csv, document, folded, put, say, styled, visible
from acquis.cli.register._told import proof, proof_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acquis.briefing.assent import Mark
    from acquis.briefing.ledger import Carrier, Ledger
    from acquis.register.desk import Register


@verb(
    "assent",
    ('acquis assent "Tal-Azur 2014#p20"', "Every text that carries the paragraph, and what each state did"),
    ('acquis assent "maintain a minimum flow in the Sarn and the Teshe"', "The same for a phrase"),
    ('acquis assent "Tal-Azur 2014#p20" --state XOS', "What one state did, the first time and the last"),
    ('acquis assent "Tal-Azur 2014#p20" --csv', "States and texts as a table for spreadsheets"),
)
@click.argument(
    "what", metavar="ADDRESS|WORDS", shell_complete=complete_address, callback=no_file, help="A passage or a phrase."
)
@click.option("--state", metavar="STATE", help="One state only: its three letters or its name.")
@release
@forms("json", "csv")
def command(*, what: str, state: str | None, release: str | None, form: str) -> None:
    """Says who assented to a passage or a phrase: a table of states and texts.

    Assent is claimed from known acts alone: a signature, a recorded vote in favour, an adoption without objection by
    those who were entitled ("did not object"), or being named as speaker. To be a member is never assent.
    """
    archive = opened()
    held = archive.at_release(release) if release else archive
    register = held.register
    chosen = _state(state, register) if state else None
    ledger = held.assent(what)
    if form == "json":
        document(_json(ledger, register, chosen))
    elif form == "csv":
        put(as_csv(list(_cells(ledger, register, chosen)), _FIELDS))
    else:
        _people(ledger, register, chosen)


def _state(state: str, register: "Register") -> str:
    """The address of the state that was typed; BadQuery for what is no state."""
    from acquis.errors import BadQuery

    found = register.called(state)
    if not found.startswith("state:"):
        raise BadQuery(f"{state[:120]!r} is {found}, and assent is of states: KAZ, Kazakhstan.")
    return found


_FIELDS = ("day", "address", "adopted", "state", "name", "cell", "assents", "why", "proof")


def _cells(ledger: "Ledger", register: "Register", chosen: str | None) -> "list[dict[str, Any]]":
    return [
        {
            "day": carrier.day,
            "address": str(carrier.address),
            "adopted": carrier.adoption.way.value,
            "state": mark.state,
            "name": register.name(mark.state, on=carrier.day),
            "cell": mark.cell.value,
            "assents": mark.assents,
            "why": mark.why,
            "proof": "; ".join(map(proof, mark.proofs)),
        }
        for carrier in ledger.carriers
        for mark in carrier.marks
        if chosen in (None, mark.state)
    ]


def _json(ledger: "Ledger", register: "Register", chosen: str | None) -> dict[str, Any]:
    from acquis.briefing.uncounted import uncounted

    carriers = [
        {
            "address": str(carrier.address),
            "how": carrier.how,
            "work": carrier.work,
            "day": carrier.day,
            "title": carrier.title,
            "organ": carrier.organ,
            "adoption": {**_way(carrier), "proofs": [proof_json(each) for each in carrier.adoption.proofs]},
            "speaker": {"for": carrier.voice.speaker.value, "words": carrier.voice.words},
            "marks": [_mark(mark, register, carrier.day) for mark in carrier.marks if chosen in (None, mark.state)],
            **({"uncounted": uncounted(carrier, chosen, register)} if chosen else {}),
        }
        for carrier in ledger.carriers
    ]
    gaps = [{"organ": gap.organ, "day": gap.day, "place": gap.place, "outcome": gap.outcome} for gap in ledger.gaps]
    return {"asked": ledger.asked, "base": ledger.base, "carriers": carriers, "known_and_not_held": gaps}


def _way(carrier: "Carrier") -> dict[str, str]:
    return {"way": carrier.adoption.way.value, "why": carrier.adoption.why}


def _mark(mark: "Mark", register: "Register", day: str | None) -> dict[str, Any]:
    told = {"state": mark.state, "name": register.name(mark.state, on=day), "cell": mark.cell.value}
    return {**told, "assents": mark.assents, "why": mark.why, "proofs": [proof_json(each) for each in mark.proofs]}


def _people(ledger: "Ledger", register: "Register", chosen: str | None) -> None:
    if not ledger.carriers:
        say(f"No text held carries these words: {ledger.base} searched.")
        return
    gaps = list(ledger.gaps)
    for carrier in ledger.carriers:
        while gaps and carrier.day and gaps[0].day < carrier.day:
            _gap(gaps.pop(0))
        _carrier(carrier, register, chosen)
    for gap in gaps:
        _gap(gap)
    _ends(ledger, register, chosen)
    say(f"Searched: {ledger.base}.")


def _gap(gap: "Any") -> None:
    put(folded(visible(f"{gap.day}  {gap.place}: known, and not held ({gap.outcome or 'no outcome is known'})")) + "\n")


def _how(carrier: "Carrier") -> str:
    return "" if carrier.how == "asked" else f"  ({carrier.how})"


def _carrier(carrier: "Carrier", register: "Register", chosen: str | None) -> None:
    head = f"{carrier.day or 'undated'}  {styled(visible(str(carrier.address)), 'bold')}{_how(carrier)}"
    put(folded(f"{head}\n"))
    for line in _told(carrier, register, chosen):
        put(folded(visible(f"  {line}\n")))
    put("\n")


def _told(carrier: "Carrier", register: "Register", chosen: str | None) -> "Iterator[str]":
    """The lines under an address: how the text was adopted, for whom it speaks, and the states by what they did."""
    from acquis.briefing.uncounted import uncounted

    yield f"{carrier.adoption.way.value}: {carrier.adoption.why}"
    yield from (f"  {proof(each)}" for each in carrier.adoption.proofs[:1])
    if carrier.voice.words:
        yield f"speaks for {carrier.voice.speaker.value}: “{carrier.voice.words}”"
    by: dict[str, list[Mark]] = {}
    for mark in carrier.marks:
        if chosen in (None, mark.state):
            by.setdefault(mark.cell.value, []).append(mark)
    for cell, own in by.items():
        names = ", ".join(register.name(mark.state, on=carrier.day) for mark in own)
        yield f"{styled(cell, 'bold')} ({len(own)}): {names}"
        if cell in _SHOWN:
            yield from (f"  {proof(each)}" for mark in own for each in mark.proofs[:1])
    if chosen and (why := uncounted(carrier, chosen, register)):
        yield f"{register.name(chosen, on=carrier.day)} has no cell: {why}"


_SHOWN = ("dissociated", "abstained", "against", "absent", "stayed out", "reserved")


def _ends(ledger: "Ledger", register: "Register", chosen: str | None) -> None:
    if chosen is None:
        return
    found = ledger.assents(chosen)
    name = register.name(chosen)
    if found:
        say(f"{name}: first {found[0].day} ({found[0].address}), last {found[-1].day} ({found[-1].address}).")
    elif ledger.of(chosen):
        say(f"No assent of {name} to these words is known in this archive.")
    else:
        say(f"{name} was not entitled in any of these texts: neither assent nor dissent of it follows from them.")
