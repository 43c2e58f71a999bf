"""`acquis list`: what the archive holds."""

from typing import Any

import click

from acquis.cli._options import filters, forms, opened, release, verb
from acquis.cli._print import Column, rows, say

_STATES = ("kept", "rival", "copy", "withdrawn")
_COLUMNS = (
    Column("day", "day", whole=True),
    Column("address", "address", whole=True),
    Column("title", "title"),
    Column("place", "place"),
)
_FIELDS = (
    *("address", "work", "language", "standing", "organisation", "organ", "kind", "title", "symbol", "place", "day"),
    *("day_is", "collection", "marking", "rights", "state", "doubts"),
)


@verb(
    "list",
    ("acquis list --organisation osr --year 2011", "What one organisation adopted in a year"),
    ("acquis list --language ru --csv", "The catalogue of one language as a spreadsheet"),
)
@filters
@click.option(
    "--state",
    "states",
    type=click.Choice(_STATES),
    multiple=True,
    default=("kept",),
    show_default=True,
    help="kept; rival (claims an address that is taken); copy (the same words again); withdrawn. May be given again.",
)
@release
@forms("json", "csv")
def command(states: tuple[str, ...], release: str | None, form: str, **chosen: Any) -> None:
    """Lists what is held, in the order of days."""
    archive = opened()
    found = (archive.at_release(release) if release else archive).list(states=states, **chosen)
    none = "Nothing that is held fits." if any(chosen.values()) else "Nothing is held yet. `acquis add FILE` begins."
    rows(form, "documents", found, _COLUMNS, none=none, headings=_FIELDS)
    if found and form == "people":
        say(f"{len(found)} document{'' if len(found) == 1 else 's'}.")
