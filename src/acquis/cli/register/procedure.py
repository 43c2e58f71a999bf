"""`acquis register rules` and `admission`: how an organ decides, and what an applicant must still do."""

from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import forms, release, verb
from acquis.cli._print import Column, document, folded, put, rows, say, styled, visible
from acquis.cli.register._told import certainty_said, event_json, proof, register_of, today

if TYPE_CHECKING:
    from acquis.register.admission import Progress
    from acquis.register.desk import Register


@verb(
    "register rules",
    ("acquis register rules sco/CHS --on 2011-06-15", "How the heads of state decided that day"),
    ("acquis register rules un/SC --json", "Rules with article, source and certainty, for a program"),
)
@click.argument("organ", metavar="ORGAN", help="Organisation and organ: sco/CHS, un/SC, osce/PC.")
@click.option("--on", metavar="DAY", help="The day that is asked about. Today.")
@forms("json", "csv")
def command(*, organ: str, on: str | None, form: str) -> None:
    """Lists the rules of procedure of an organ on a day, each with its article and source."""
    from acquis.model import Day
    from acquis.register.procedure import profile

    address = organ if organ.startswith("organ:") or "/" not in organ else f"organ:{organ}"
    address = address if ":" in address else f"org:{address}"
    held = profile(address, Day.parse(today(on)))
    told = [_rule(each) for each in held.rules]
    columns = (
        *(Column("rule", "rule", whole=True), Column("article", "article", whole=True)),
        *(Column("says", "what it says"), Column("sure", "certainty"), Column("source", "source")),
    )
    if form == "people":
        told = [each | _noted(each) | {"sure": certainty_said(each["certainty"])} for each in told]
    rows(form, "rules", told, columns, more={"organ": held.organ, "on": str(held.on)})


def _noted(rule: dict[str, Any]) -> dict[str, str]:
    return {"says": "; ".join(filter(None, (rule["says"], rule["note"])))}


_COMMON = ("article", "proof", "certainty", "since", "until", "note")


def _rule(rule: Any) -> dict[str, Any]:
    own = {name: getattr(rule, name) for name in rule.__struct_fields__ if name not in _COMMON}
    says = "; ".join(
        f"{name.replace('_', ' ')}: {_words(value)}"
        for name, value in own.items()
        if value not in ((), "", None, False, 0)
    )
    told = {"rule": rule.__struct_config__.tag, "says": says, "article": rule.article, "note": rule.note}
    return {**told, "certainty": rule.certainty.value, "source": rule.proof.cited}


def _words(value: Any) -> str:
    from acquis.register.procedure import Measure

    if isinstance(value, Measure) and value.votes is not None:
        return f"{value.votes} affirmative votes of {value.of.value}"
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    if hasattr(value, "__struct_fields__"):
        parts = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return " ".join(f"{name.replace('_', ' ')} {_words(each)}" for name, each in parts if each is not None)
    return str(getattr(value, "value", value))


@verb(
    "register admission",
    ("acquis register admission sco BLR --on 2023-12-31", "What Belarus had done and what was still to do"),
    ("acquis register admission osr XLR --as member --on 2014-12-31 --json", "The same for a program"),
)
@click.argument("of", metavar="ORGANISATION", help="A code or a name.")
@click.argument("applicant", metavar="STATE", help="The state that applies: its three letters or its name.")
@click.option("--as", "role", default="member", show_default=True, metavar="ROLE", help="The status that it seeks.")
@click.option("--on", metavar="DAY", help="The day that is asked about. Today.")
@release
@forms("json")
def admission(*, of: str, applicant: str, role: str, on: str | None, release: str | None, form: str) -> None:
    """Goes through a procedure of admission step by step: what is done, what comes next, what is still owed."""
    register = register_of(release)
    found = register.admission(of, applicant, role=role, on=today(on))
    if form == "json":
        document(_json(found))
        return
    _people(found, register)


def _json(found: "Progress") -> dict[str, Any]:
    steps = [
        {
            "step": each.step.step,
            "by": each.step.by,
            "article": each.step.article,
            "standing": each.standing.value,
            "missing": each.missing,
            "proofs": [event_json(event) for event in each.proofs],
        }
        for each in found.taken
    ]
    following = found.next.step.step if found.next else None
    outside = {"outside": found.outside, "proofs": [event_json(each) for each in found.proofs]} if found.outside else {}
    told = {"applicant": found.applicant, "role": found.procedure.role, "on": str(found.on), "steps": steps}
    return {**told, **outside, "next": following, "complete": found.complete}


def _people(found: "Progress", register: "Register") -> None:
    name = register.name(found.applicant, on=str(found.on), whole=True)
    put(visible(f"{name}, {found.procedure.role.replace('_', ' ')}, on {found.on}\n"))
    if found.outside:
        put(folded(visible(f"  {found.outside}\n")))
        put("".join(folded(visible(f"      {event.on or ''} {proof(event.proof)}\n")) for event in found.proofs[:2]))
        return
    for each in found.taken:
        step = f"{styled(each.standing.value, 'bold')}: {each.step.step} ({each.step.by}; {each.step.article})"
        put(folded(visible(f"  {step}\n")))
        put("".join(folded(visible(f"      {event.on or ''} {proof(event.proof)}\n")) for event in each.proofs[:1]))
        if each.missing:
            put(folded(visible(f"      still missing: {', '.join(each.missing)}\n")))
    if not any(each.proofs for each in found.taken):
        say("No step of it is known from what is held: what stands open here may have been done long ago.")
    if found.next:
        put(folded(visible(f"Next: {found.next.step.step}, by {found.next.step.by}.\n")))
