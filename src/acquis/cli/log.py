"""`acquis log` and `acquis report`: what was done to the archive, and what became of every file."""

import json
from typing import Any

import click

from acquis.cli._options import forms, opened, verb
from acquis.cli._print import Column, rows

_CHANGES = (
    Column("seq", "no.", whole=True),
    Column("at", "when", whole=True),
    Column("who", "who", whole=True),
    Column("verb", "what", whole=True),
    Column("subject", "address"),
    Column("because", "because"),
)
_REPORTED = ("name", "outcome", "address", "line", "odd")
_FILES = (
    Column("outcome", "outcome", whole=True),
    Column("address", "address", whole=True),
    Column("name", "file"),
    Column("line", "what became of it"),
)


@verb(
    "log",
    ("acquis log", "Every change, the oldest first"),
    ('acquis log "Halmor 2005" --json', "Every change to one document"),
)
@click.argument("asked", metavar="[ADDRESS]", required=False, help="An address or a name; without it, everything.")
@forms("json", "csv")
def command(asked: str | None, form: str) -> None:
    """Shows the custody log: who did what, when and why."""
    archive = opened()
    found = [_change(row) for row in archive.log(_subject(archive, asked) if asked else None)]
    rows(form, "changes", found, _CHANGES, none="Nothing was done yet.")


def _subject(archive: Any, asked: str) -> str:
    """The work that was meant; withdrawn ones answer too, for their log is what is asked for."""
    from acquis.archive.resolve import as_address

    address = as_address(asked)
    return str(address.work) if address else str(archive.get(asked).address.work)


def _change(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "body": json.loads(row["body"])}


@verb(
    "report",
    ("acquis report --odd", "The files with a doubt, and those refused"),
    ("acquis report --csv", "What became of every file, as a spreadsheet"),
)
@click.option("--odd", is_flag=True, help="Only files with a doubt, copies, rivals and refusals.")
@forms("json", "csv")
def report(odd: bool, form: str) -> None:
    """Says what became of every file that was received."""
    found = [{name: row[name] for name in _REPORTED} for row in opened().reports(odd_only=odd)]
    rows(form, "files", found, _FILES, none="Nothing odd." if odd else "Nothing was received.", headings=_REPORTED)
