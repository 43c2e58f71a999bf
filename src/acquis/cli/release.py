"""`acquis release`, `releases` and `backup`: states of the archive with a name, and whole copies of it."""

import click

from acquis.cli._options import forms, opened, verb
from acquis.cli._print import Column, document, put, rows, say
from acquis.wording import counted


@verb(
    "release",
    ("acquis release 2026-spring", "Name the archive as it stands"),
    ("acquis list --release 2026-spring", "What was held then"),
)
@click.argument("name", help="A name that can be cited; it is given once.")
@forms("json")
def command(name: str, form: str) -> None:
    """Names the archive as it stands, with a number and a hash that can be cited."""
    made = opened().release(name)
    if form == "json":
        document(made)
        return
    put(
        f"Release {made.number}, {made.name!r}: {counted(made.documents, 'document')}, change {made.seq}\n{made.hash}\n"
    )


@verb(
    "releases",
    ("acquis releases", "Every release with its number and hash"),
    ("acquis releases --json", "The same for a program"),
)
@forms("json", "csv")
def releases(form: str) -> None:
    """Lists the releases."""
    columns = (
        Column("number", "no.", whole=True),
        Column("name", "name", whole=True),
        Column("at", "when", whole=True),
        Column("documents", "documents", whole=True),
        Column("seq", "change", whole=True),
        Column("hash", "hash"),
    )
    fields = ("name", "number", "seq", "hash", "documents", "at", "who")
    rows(form, "releases", opened().releases(), columns, none="No release yet: acquis release NAME.", headings=fields)


@verb(
    "backup",
    ("acquis backup copy.acquis", "A whole copy, taken while others go on working"),
    ("acquis status --archive copy.acquis", "The copy is an archive like any other"),
)
@click.argument("to", type=click.Path(), help="The folder to write; it must not exist yet.")
def backup(to: str) -> None:
    """Copies the archive whole, as it stands at one moment."""
    opened().backup(to)
    say(f"Copied to {to}. It opens with --archive {to}.")
