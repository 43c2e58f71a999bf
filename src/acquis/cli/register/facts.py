"""`acquis register`: what is known of an actor, its names and organs; the checker of facts; exports and a picture."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquis.cli import _exit
from acquis.cli._options import asked, forms, opened, release, verb
from acquis.cli._print import Column, put, rows, say
from acquis.cli.register._told import certainty_said, event_json, known_as_of, proof, register_of, today
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.register.desk import Register


@verb(
    "register events",
    ("acquis register events state:IRN", "Everything that is known of a state, in the order of days"),
    ("acquis register events organ:sco/RATS --json", "Of an organ, for a program"),
)
@click.argument("actor", metavar="ACTOR", help="A state, an organisation, an organ or an instrument.")
@click.option("--known", metavar="DAY", help="As the archive knew it on that day.")
@release
@forms("json", "csv")
def command(*, actor: str, known: str | None, release: str | None, form: str) -> None:
    """Lists what happened and was observed, with source, certainty and the day it was learned."""
    register = register_of(release)
    told = [_ROW | event_json(each) | {"proof": proof(each.proof)} for each in register.life(actor, known=known)]
    remark = known_as_of(register, known)
    columns = (
        Column("id", "event", whole=True),
        Column("on", "day", whole=True),
        Column("act", "act", whole=True),
        Column("actor", "who", whole=True),
        Column("role", "as"),
        Column("object", "of"),
        Column("sure", "certainty"),
        Column("proof", "proof"),
    )
    if form == "people":
        told = [each | {"sure": certainty_said(each["certainty"])} for each in told]
    rows(form, "events", told, columns, none=remark or "Nothing is known.")
    if remark and told and form == "people":
        say(remark)


_ROW = dict.fromkeys(("id", "on", "act", "actor", "role", "object", "certainty", "proof"), "")


@verb(
    "register organs",
    ("acquis register organs sco --on 2011-06-15", "The organs that day, with their seats"),
    ("acquis register organs sco --for drugs", "Which organ or meeting is competent for a matter"),
)
@click.argument("of", metavar="ORGANISATION", help="A code or a name.")
@click.option("--on", metavar="DAY", help="The day that is asked about. Today.")
@click.option("--for", "matter", metavar="MATTER", help="Only those that are competent for it.")
@click.option("--all", "every", is_flag=True, help="Those too of which it is not known whether they existed that day.")
@release
@forms("json", "csv")
def organs(*, of: str, on: str | None, matter: str | None, every: bool, release: str | None, form: str) -> None:
    """Lists the organs and meetings of an organisation with kind, seat and competence on a day."""
    register, day = register_of(release), today(on)
    found = register.organs(of, on=day, matter=matter, unknown=True)
    told = [
        {
            "organ": each.address,
            "name": each.name,
            "kind": each.kind.replace("_", " "),
            "since": str(each.since or ""),
            "seat": each.seat,
            "competence": "; ".join(each.competence),
            "certainty": each.certainty.value,
            "known": each.known,
            "why": each.why,
        }
        for each in found
        if every or each.known
    ]
    beside = (
        [Column("why", "how it is known")]
        if every
        else [Column("since", "since", whole=True), Column("seat", "seat"), Column("competence", "competence")]
    )
    columns = (Column("organ", "organ", whole=True), Column("name", "name"), Column("kind", "kind"), *beside)
    rows(form, "organs", told, columns, more={"on": day}, none="No organ is known to have existed that day.")
    if form == "people" and (more := len(found) - len(told)):
        say(f"Of {counted(more, 'more organ')} it is not known whether they existed that day: --all lists them.")


@verb(
    "register names",
    ('acquis register names "Кыргызская Республика"', "Whom a name means"),
    ('acquis register names "Upper Volta" --on 1970-01-01', "Whom it meant on a day"),
)
@click.argument("name", metavar="NAME", help="A name, a demonym or an abbreviation, in any of the seven languages.")
@click.option("--on", metavar="DAY", help="The day that is asked about.")
@release
@forms("json")
def names(*, name: str, on: str | None, release: str | None, form: str) -> None:
    """Says whom a name means; where several, all of them."""
    register = register_of(release)
    found = register.meant(name, on=on) or _by_code(register, name)
    told = [
        {"actor": each, "name": register.name(each, on=on, whole=True), **_borne(register, each, name)}
        for each in found
    ]
    columns = (Column("actor", "who", whole=True), Column("name", "official name"), Column("borne", "bears this name"))
    rows(form, "meant", told, columns, none=f"Nobody is known by the name {name[:120]!r}{register.hint(name)}")
    if form == "people" and len(found) > 1:
        say(f"{name[:120]!r} may be any of these {len(found)}: name the one that you mean by its address.")


def _by_code(register: "Register", name: str) -> tuple[str, ...]:
    """Whom a code means: KAZ, sco, un/SC."""
    from acquis.errors import UnknownActor

    try:
        return (register.called(name),)
    except UnknownActor:
        return ()


def _borne(register: "Register", actor: str, name: str) -> dict[str, str]:
    """From when until when it bears the name, where that is kept."""
    held = register.borne(actor, name)
    since, until = (str(held.since or ""), str(held.until or "")) if held else ("", "")
    told = (f"since {since}" if since else "", f"until {until}" if until else "")
    return {"since": since, "until": until, "borne": " ".join(filter(None, told))}


@verb(
    "register mentions",
    ('acquis register mentions "Halmor 2005"', "Whom and what a document names"),
    ('acquis register mentions "Halmor 2005" --csv', "With their places in the text, as a table"),
)
@asked
@release
@forms("json", "csv")
def mentions(*, asked: str, release: str | None, form: str) -> None:
    """Lists whom and what a document names.

    Each mention has its words, its kind, the address of whom it means and its place in the text.
    """
    from acquis.register.mentions import mentions_in

    archive = opened()
    held = archive.at_release(release) if release else archive
    text = held.get(asked).document
    told = [
        {
            "address": str(text.pinpoint(each.span)),
            "words": each.span.of(text.text),
            "kind": each.kind.value,
            "meant": each.meant or "",
            "others": "; ".join(each.others),
            "nested": each.nested,
        }
        for each in mentions_in(text, held.register.library.texts)
        if each.layer == "text"
    ]
    columns = (
        Column("words", "words"),
        Column("kind", "kind", whole=True),
        Column("meant", "who"),
        Column("address", "where"),
    )
    rows(form, "mentions", told, columns, none="It names nobody that is known.")


@verb(
    "register check",
    ("acquis register check", "Whether the facts kept by hand are sound"),
    ("acquis register check --json", "The same for a program; a file may be named that is not in the archive yet"),
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Files of facts.")
@forms("json", "csv")
def check(*, files: tuple[Path, ...], form: str) -> None:
    """Checks facts that are kept by hand, and names file and line of each slip."""
    from acquis.register.library import File
    from acquis.register.library import library as with_ours

    own = (File(path.name, path.read_bytes()) for path in files)
    library = with_ours(own) if files else opened().register.library
    faults = [{"file": each.file, "line": each.line, "what": each.what} for each in library.faults]
    columns = (Column("file", "file", whole=True), Column("line", "line", whole=True), Column("what", "what is wrong"))
    rows(
        form, "faults", faults, columns, none=f"No faults in {len(library.books)} files, {len(library.events):,} facts."
    )
    if faults:
        click.get_current_context().exit(_exit.FAULTS)


@verb(
    "register export",
    ("acquis register export sco --format popolo -o sco.json", "Members, organs and offices as Popolo JSON"),
    ("acquis register export sco --format graphml -o sco.graphml", "Who is what in it as a graph"),
    ("acquis register export sco --format svg -o sco.svg", "A picture of statuses through the years"),
)
@click.argument("of", metavar="ORGANISATION", help="A code or a name.")
@click.option(
    "--format", "kind", type=click.Choice(["popolo", "graphml", "svg"]), required=True, help="The form to write."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else standard output."
)
@release
def export(*, of: str, kind: str, output: Path | None, release: str | None) -> None:
    """Writes who was what: Popolo JSON, a GraphML graph, or a plot of statuses.

    The plot has a line for each actor and a bar for each time that it held a role.
    """
    from acquis.register import exports, picture

    register = register_of(release)
    made: dict[str, Any] = {"popolo": exports.popolo, "graphml": exports.graphml, "svg": picture.svg}
    text = made[kind](register, of)
    if output:
        output.write_text(text, "utf-8")
        say(f"{output}: {len(text):,} characters.")
    else:
        put(text if text.endswith("\n") else f"{text}\n")
