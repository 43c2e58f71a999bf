"""What people correct and note: fields, paragraphs, relations, addresses, markings; all of it can be undone."""

from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import MARKINGS, asked, because, complete_address, forms, opened, verb
from acquis.cli._print import Column, document, put, rows, styled

if TYPE_CHECKING:
    from acquis.archive.corrections import Edited

_RELATIONS = (*("same", "different", "translation", "copy", "draft", "amends", "supersedes", "implements", "follows"),)


def _done(edited: "Edited", form: str) -> None:
    """Says what was entered, where it is found from now on, and how it is undone."""
    if form == "json":
        document(edited)
        return
    put(f"{edited.line}\n{styled(str(edited.address), 'bold')}\nEntered as number {edited.number}; ")
    put(f"acquis undo {edited.number} --because … takes it back.\n")


@verb(
    "correct",
    ('acquis correct "Halmor 2005" place Halmor --because "stands in the first line"', "Correct the place"),
    ('acquis correct "Halmor 2005" date.adoption 2005-06-09 --because "signed that day"', "Correct the day"),
)
@asked
@click.argument("field", help="title, place, organ, date.adoption … `acquis codebook` lists all.")
@click.argument("value", help="What it should be; days as 2011-06-15.")
@because
@forms("json")
def command(asked: str, field: str, value: str, because: str, form: str) -> None:
    """Corrects a field of the record, beside what the source states.

    An address with its language corrects that expression; a work's address or a name corrects them all. An event of
    the register is corrected by its address (`acquis register events` lists them): on, until, place, value, certainty,
    or withdrawn with the ending of a claim.
    """
    _done(opened().correct(asked, field, value, because=because), form)


@verb(
    "join",
    ('acquis join "Halmor 2005#p1" "#p2" --because "one sentence, cut by the page"', "Two neighbours are one"),
    ('acquis join "Halmor 2005#p3" "Halmor 2005#p4" --because "a line break only"', "The same with both in full"),
)
@click.argument("first", metavar="ADDRESS", shell_complete=complete_address, help="The first paragraph.")
@click.argument("second", metavar="ADDRESS", help="The paragraph right after it; `#p2` is enough.")
@because
@forms("json")
def join(first: str, second: str, because: str, form: str) -> None:
    """Joins two paragraphs that are one in the document."""
    _done(opened().join(first, _beside(first, second), because=because), form)


def _beside(first: str, second: str) -> str:
    return first.partition("#")[0] + second if second.startswith("#") else second


@verb(
    "split",
    ('acquis split "Halmor 2005#p3" --at "and none may" --because "two paragraphs in print"', "By the words"),
    ("acquis split osr:2005-06-09/halmor-declaration#p5~111-204 --because 'printed apart'", "By the place"),
)
@asked
@click.option("--at", metavar="WORDS", help="The words that start the second part; else ~from-to in the address says.")
@because
@forms("json")
def split(asked: str, at: str | None, because: str, form: str) -> None:
    """Splits one paragraph into two."""
    archive = opened()
    if at is None:
        place = archive.get(asked)
        if place.address.words is None:
            raise click.UsageError('Say where: --at "the words that start the second part", or #p3~120-180.')
        at = place.document.words(place.address)
        asked = str(place.address.at(place.address.part))
    _done(archive.split(asked, at=at, because=because), form)


@verb(
    "relate",
    (
        'acquis relate "Halmor 2005" "Orvelin 2004 declaration" --as different --because "two summits"',
        "They are two works",
    ),
    (
        'acquis relate osr:OSR/CM/RES/2014/5 "Halmor 2005" --as implements --because "says so"',
        "One carries out the other",
    ),
)
@click.argument("first", metavar="ADDRESS", shell_complete=complete_address, help="An address or a name.")
@click.argument("second", metavar="ADDRESS", shell_complete=complete_address, help="Another one.")
@click.option("--as", "relation", required=True, type=click.Choice(_RELATIONS), help="What the first is to the second.")
@because
@forms("json")
def relate(first: str, second: str, relation: str, because: str, form: str) -> None:
    """Says how two documents belong together."""
    _done(opened().relate(first, second, relation=relation, because=because), form)


@verb(
    "rename",
    ('acquis rename "Halmor 2005" halmor-summit-declaration --because "its usual name"', "Another slug"),
    ('acquis rename osr:2007-09-18/drevina-declaration drevina-summit --because "the same"', "And another"),
)
@asked
@click.argument("slug", help="Small letters, digits and hyphens.")
@because
@forms("json")
def rename(asked: str, slug: str, because: str, form: str) -> None:
    """Gives a work another address; the old one leads to it for ever."""
    _done(opened().rename(asked, slug, because=because), form)


@verb(
    "note",
    ('acquis note "Halmor 2005#p3" "Compare the statement of 2010." --because "asked by the desk"', "To a paragraph"),
    ('acquis note "Halmor 2005" "Checked against the paper original."', "To a document"),
)
@asked
@click.argument("text", help="What to note.")
@click.option("--because", default="a note", metavar="REASON", help="Why; it is entered with your name in the log.")
@forms("json")
def note(asked: str, text: str, because: str, form: str) -> None:
    """Adds a note to a document or a place in it."""
    _done(opened().note(asked, text, because=because), form)


@verb(
    "mark",
    ('acquis mark "Halmor 2005" public --because "published by the secretariat"', "Anyone may see it"),
    ('acquis mark "Halmor 2005" public --rights "Public domain" --because "statute"', "With its rights statement"),
)
@asked
@click.argument("marking", type=click.Choice(MARKINGS), help="public, internal or restricted.")
@click.option("--rights", default="", metavar="STATEMENT", help="The rights statement.")
@because
@forms("json")
def mark(asked: str, marking: str, rights: str, because: str, form: str) -> None:
    """Marks a document public, internal or restricted."""
    _done(opened().mark(asked, marking, rights=rights, because=because), form)


@verb(
    "withdraw",
    (
        'acquis withdraw osr:2009-06-10/sundrel-declaration --because "added by mistake"',
        "It is no longer found; its file is kept",
    ),
    ("acquis list --state withdrawn", "What was withdrawn"),
)
@asked
@because
@forms("json")
def withdraw(asked: str, because: str, form: str) -> None:
    """Withdraws a document: it is no longer found, nothing of it is lost."""
    _done(opened().withdraw(asked, because=because), form)


@verb(
    "undo",
    ('acquis undo 1 --because "the paper original has it otherwise"', "Take a correction or a note back"),
    ("acquis edits", "The numbers of all of them"),
)
@click.argument("number", type=click.IntRange(1), help="The number that `acquis edits` shows.")
@because
@forms("json")
def undo(number: int, because: str, form: str) -> None:
    """Takes a correction back by another entry; both stay in the log."""
    _done(opened().undo(number, because=because), form)


@verb(
    "edits",
    ("acquis edits", "Every correction and note"),
    ('acquis edits "Halmor 2005" --csv', "Those of one work, as a spreadsheet"),
)
@click.argument("asked", metavar="[ADDRESS]", required=False, help="An address or a name; without it, all.")
@forms("json", "csv")
def edits(asked: str | None, form: str) -> None:
    """Lists corrections and notes with who made them, when and why."""
    columns = (
        Column("number", "no.", whole=True),
        Column("now", "stands at", whole=True),
        Column("verb", "what", whole=True),
        Column("entry", "entry"),
        Column("who", "who", whole=True),
        Column("at", "when", whole=True),
        Column("because", "because"),
    )
    found = [_edit(row, form) for row in opened().edits(asked)]
    rows(form, "edits", found, columns, none="No corrections and no notes.", headings=_EDIT)


_EDIT = ("number", "address", "now", "verb", "body", "who", "at", "because")


def _edit(row: dict[str, Any], form: str) -> dict[str, Any]:
    """An edit with its number; for people its entry as words, and its address where its words are lost."""
    held = {**row, "number": row["id"]}
    entry = "; ".join(f"{name}: {value}" for name, value in row["body"].items())
    told = {name: held[name] for name in _EDIT}
    return told | {"now": row["now"] or f"lost: {row['address']}", "entry": entry} if form == "people" else told
