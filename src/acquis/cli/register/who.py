"""`acquis who`: who held which role on a day, and how we know."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import forms, release, verb
from acquis.cli._print import as_csv, document, folded, put, say, styled, visible
from acquis.cli.register._told import (
    certainty_said,
    held_json,
    known_as_of,
    languages_of_names,
    proof,
    register_of,
    today,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acquis.register.desk import Register
    from acquis.register.spells import Held


@verb(
    "who",
    ("acquis who sco --on 2007-08-16", "The members and observers of that day, with what proves it"),
    ("acquis who un/SC --on 2011-03-17 --as member", "The members of an organ"),
    ("acquis who IRN --on 2011-06-15", "What a state was that day, wherever anything is known of it"),
    ("acquis who sco --on 2012 --known 2026-11-21 --json", "As the archive knew it on a day; for a program"),
)
@click.argument("of", metavar="ORGANISATION|ORGAN|STATE", help="A code or a name: sco, un/SC, KAZ, Iran.")
@click.option("--on", metavar="DAY", help="The day that is asked about: 2007-08-16, 16 August 2007, 2007. Today.")
@click.option("--known", metavar="DAY", help="As the archive knew it on that day.")
@click.option("--as", "role", metavar="ROLE", help="One role only: member, observer …")
@click.option(
    "--language",
    metavar="LANGUAGE",
    default="en",
    show_default=True,
    callback=languages_of_names,
    help="The language of the names.",
)
@release
@forms("json", "csv")
def command(
    *, of: str, on: str | None, known: str | None, role: str | None, language: str, release: str | None, form: str
) -> None:
    """Says who held which role in an organisation or an organ on a day.

    Each line has the words or the source that prove it. What is not known is said to be unknown, and where sources
    disagree the answer is disputed.
    """
    register, day = register_of(release), today(on)
    held = register.who(of, on=day, known=known)
    found = [each for each in held if role is None or each.role == _role(role, register, of)]
    remark = known_as_of(register, known)
    if form == "people":
        _people(register, of, day, found, language)
        _remarks(register.coverage(of, day), remark, empty=not found)
        return
    told = [held_json(each, register.name(each.actor, on=day, language=language)) for each in found]
    if form == "json":
        document({"of": register.called(of), "on": day, "known": known, "remark": remark, "held": told})
    else:
        put(as_csv([_flat(each) for each in told], _FIELDS))


_FIELDS = ("actor", "name", "object", "role", "verdict", "why", "certainty", "proof")


def _role(role: str, register: "Register", of: str) -> str:
    """The role that was typed, as it is kept; `UnknownName` lists those that anyone ever held in it."""
    from acquis.errors import UnknownName

    known = {each.role for each in register.spells(of)} | {each.role for each in register.library.statuses(of)}
    wanted = role.lower().replace(" ", "_")
    if wanted not in known:
        raise UnknownName("role", role, known)
    return wanted


def _flat(told: dict[str, Any]) -> dict[str, Any]:
    first = told["proofs"][0]["proof"] if told["proofs"] else {}
    return {**told, "proof": first.get("quotation") or first.get("source", "")} if told.pop("proofs", None) else told


def _people(register: "Register", of: str, day: str, found: "Sequence[Held]", language: str) -> None:
    address = register.called(of)
    put(f"{styled(register.name(address, on=day, whole=True), 'bold')} on {day}\n")
    of_state = address.startswith("state:")
    for (where, role, verdict), held in groupby(found, key=lambda each: (each.object, each.role, each.verdict)):
        own = list(held)
        shown = role.replace("_", " ") + ("" if own[0].sure else f", {verdict.value}")
        shown = f"{register.name(where, on=day)}: {shown}" if of_state else shown
        put(f"\n{styled(shown, 'bold')} ({len(own)})\n")
        for each in own:
            why = "; ".join(filter(None, (each.why, certainty_said(each.certainty))))
            put(folded(visible(f"  {register.name(each.actor, on=day, language=language)}: {why}\n")))
            shown_proofs = dict.fromkeys(proof(event.proof) for event in each.proofs)
            put("".join(folded(visible(f"      {words}\n")) for words in list(shown_proofs)[:2]))


def _remarks(*remarks: str | None, empty: bool) -> None:
    """What is to be said under an answer; of an empty one that nobody is known, where nothing else explains it."""
    told = [each for each in remarks if each]
    for each in told or ["No role was held then, as far as the sources go."] * empty:
        say(each)
