"""`acquis instruments`: treaties and strategies, what they were on a day, whose consent was missing, and the feed."""

from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import asked, forms, opened, release, verb
from acquis.cli._print import Column, document, folded, put, rows, say, styled, visible
from acquis.cli.register._told import event_json, known_as_of, proof, register_of, today
from acquis.register.in_words import course_in_words, state_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from acquis.register.desk import Register
    from acquis.register.force import TreatyStanding
    from acquis.register.parties import PartyStanding
    from acquis.register.terms import Term

_NAME = "Its address or its title: sco:2002-06-07/charter, Charter of the SCO."


_PARTIAL = "Of {} states something is kept; it need not be all of them."
_COUNTED = "Counted are the consents that are kept; where more were given, less was missing."


@verb(
    "instruments list",
    ("acquis instruments list --of sco --on 2011-06-15", "The instruments of an organisation and their state that day"),
    ("acquis instruments list --csv", "All that are kept, as a table"),
)
@click.option("--of", metavar="ORGANISATION", help="Those of one organisation.")
@click.option("--on", metavar="DAY", help="The day that is asked about. Today.")
@click.option("--all", "every", is_flag=True, help="Those too whose texts are of a later day.")
@release
@forms("json", "csv")
def command(*, of: str | None, on: str | None, every: bool, release: str | None, form: str) -> None:
    """Lists instruments with their state on a day."""
    from acquis.register.force import TreatyState

    register, day = register_of(release), today(on)
    told = []
    for address, title in register.instruments(of):
        standing, term = register.treaty(address, on=day), register.term(address, on=day)
        if standing.state is TreatyState.NOT_YET:
            if not every:
                continue
            term = None
        state, why = (term.course.value, term.why) if term else (standing.state.value, standing.why)
        words = course_in_words(term) if term else state_in_words(register, standing, on=day)
        told.append({"address": address, "title": title, "state": state, "words": words, "why": why})
    columns = (Column("address", "address", whole=True), Column("title", "title"), Column("words", f"on {day}"))
    rows(form, "instruments", told, columns, more={"on": day}, none="No instrument is kept.")


@verb(
    "instruments show",
    ("acquis instruments show sco:2007-08-16/good-neighbourliness --on 2011-06-15", "Was it in force that day?"),
    ("acquis instruments show treaty:2006-09-08/central-asia-zone --on 2007-08-16 --json", "With the status table"),
)
@click.argument("name", metavar="INSTRUMENT", help=_NAME)
@click.option("--on", metavar="DAY", help="The day that is asked about. Today.")
@click.option("--known", metavar="DAY", help="As the archive knew it on that day.")
@release
@forms("json")
def show(*, name: str, on: str | None, known: str | None, release: str | None, form: str) -> None:
    """Shows what an instrument was on a day, and what each state was to it: the status table."""
    from acquis.register.force import TreatyState

    register, day = register_of(release), today(on)
    standing = register.treaty(name, on=day, known=known)
    table = register.parties_to(name, on=day, known=known)
    not_yet = standing.state is TreatyState.NOT_YET
    term = None if not_yet else register.term(name, on=day, known=known)
    words, remark = state_in_words(register, standing, on=day, known=known), known_as_of(register, known)
    if form == "json":
        document(
            {
                "instrument": standing.instrument,
                "on": day,
                "state": standing.state.value,
                "words": words,
                "why": standing.why,
                "remark": remark,
                "entry": {"check": standing.entry.check.value, "why": standing.entry.why},
                "term": {"course": term.course.value, "why": term.why} if term else None,
                "proofs": [event_json(each) for each in standing.proofs],
                "parties": [
                    {
                        "actor": row.actor,
                        "state": row.state.value,
                        "why": row.why,
                        "inferred": row.inferred,
                        "disorder": row.disorder,
                        "proofs": [*map(event_json, row.proofs)],
                    }
                    for row in table
                ],
            }
        )
        return
    title = dict(register.instruments()).get(standing.instrument, standing.instrument)
    put(folded(f"{styled(visible(title), 'bold')} on {day}: {styled(words, 'bold')}\n"))
    for line in _standing(standing, term, table, register, day):
        put(folded(visible(f"  {line}\n")))
    say(remark or _PARTIAL.format(len(table)))


def _standing(
    standing: "TreatyStanding", term: "Term | None", table: "Sequence[PartyStanding]", register: "Register", day: str
) -> "Iterator[str]":
    """The lines under the title: the reason, the term, what proves both, and what each state was to it."""
    yield standing.why
    if term:
        yield f"{course_in_words(term)}, {term.why}"
        yield from (f"  {proof(each.proof)}" for each in term.proofs[:1])
    yield from (f"  {proof(each.proof)}" for each in standing.proofs[:2])
    if standing.entry.why and standing.entry.why != standing.why:
        yield f"entry into force: {standing.entry.check.value}; {standing.entry.why}"
    yield from (f"{_named(register, row, day)}: {row.state.value}; {row.why}" for row in table)


def _named(register: "Register", row: "PartyStanding", day: str) -> str:
    """The name of that day; of a state that was no more its own last name, and not that of its successor."""
    from acquis.register.parties import PartyState

    return register.name(row.actor, on=None if row.state is PartyState.GONE else day)


@verb(
    "instruments missing",
    ("acquis instruments missing treaty:2006-09-08/central-asia-zone --on 2008-01-01", "What the clause still needed"),
    ("acquis instruments missing sco:2002-06-07/charter --on 2003-01-01 --json", "For a program"),
)
@click.argument("name", metavar="INSTRUMENT", help=_NAME)
@click.option("--on", metavar="DAY", help="The day that is asked about. Today.")
@release
@forms("json")
def missing(*, name: str, on: str | None, release: str | None, form: str) -> None:
    """Says whose consent an instrument lacked on a day before it could enter into force."""
    register, day = register_of(release), today(on)
    found = register.missing(name, on=day)
    if form == "json":
        told = [
            {
                "words": each.words,
                "states": each.states,
                "consents": each.consents,
                "pending": each.pending,
                "partly": each.partly,
            }
            for each in found
        ]
        document({"instrument": register.text(name), "on": day, "missing": told})
        return
    if not any(each.partly for each in found):
        say(_COUNTED)
    for each in found:
        put(visible(f"{each.words}\n"))
        if each.pending:
            put(visible(f"  signed and not yet bound: {_names(register, each.pending, day)}\n"))
    if not found:
        say(f"Nothing: the conditions were met by {day}.")


def _names(register: "Register", actors: Any, day: str) -> str:
    return ", ".join(register.name(actor, on=day) for actor in actors)


@verb(
    "instruments feed",
    ("acquis instruments feed sco:2002-06-07/charter", "Every act that its depositary would notify"),
    ("acquis instruments feed --csv", "Of all instruments, for a spreadsheet"),
)
@click.argument("name", metavar="INSTRUMENT", required=False, help=_NAME)
@release
@forms("json", "csv")
def feed(*, name: str | None, release: str | None, form: str) -> None:
    """Lists signatures, consents, reservations and entries into force in the order of days."""
    register = register_of(release)
    told = [
        {
            "when": str(each.when),
            "instrument": each.instrument,
            "words": each.words,
            "proof": "; ".join(proof(claim.proof) for claim in each.claims[:2]),
        }
        for each in register.notifications(name)
    ]
    columns = (
        Column("when", "day", whole=True),
        Column("words", "what"),
        Column("instrument", "instrument", whole=True),
    )
    rows(form, "notifications", told, columns, none="Nothing is known to notify.")


@verb(
    "instruments cited",
    (
        "acquis instruments cited osr:2011-06-16/vesgrad-declaration",
        "What a declaration cites, and whether it was in force that day",
    ),
    ("acquis instruments cited osr:2011-06-16/vesgrad-declaration --csv", "With what proves it, as a table"),
)
@asked
@release
@forms("json", "csv")
def cited(*, asked: str, release: str | None, form: str) -> None:
    """Lists the instruments that a document cites, with the state of each on the day of the document.

    A remark says where that state is not what a reader would take it for: a treaty spoken of that was not in force.
    """
    archive = opened()
    told = [
        {
            "address": str(each.address),
            "words": each.words,
            "instrument": each.target,
            "state": each.state,
            "remark": each.remark,
            "why": each.why,
            "inferred": each.inferred,
            "certainty": each.proofs[0].certainty.value if each.proofs else "",
            "proof": proof(each.proofs[0].proof) if each.proofs else "",
        }
        for each in (archive.at_release(release) if release else archive).cited(asked)
    ]
    if form == "people" and told:
        put("\n".join(map(_citation, told)))
        return
    rows(form, "cited", told, (), none="It cites no instrument of which the register knows anything.")


def _citation(told: "Mapping[str, Any]") -> str:
    head = "; ".join(filter(None, (f"{told['words']}: {told['state']}", told["remark"])))
    lines = (head, *(f"  {told[key]}" for key in ("why", "proof") if told[key]))
    return "".join(folded(visible(f"{' '.join(line.split()) if line == head else line}\n")) for line in lines)
