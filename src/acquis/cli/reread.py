"""`acquis reread`: reads again what is kept, with today's rules."""

from collections import Counter

import click

from acquis.cli._options import complete_address, forms, opened, verb
from acquis.cli._print import Column, rows, say

_COLUMNS = (
    Column("outcome", "outcome", whole=True),
    Column("address", "address", whole=True),
    Column("line", "what changed"),
)


@verb(
    "reread",
    ('acquis reread "Halmor 2005"', "Read one document again"),
    ("acquis reread --all --json", "Read everything again; every part that moved is listed"),
)
@click.argument(
    "asked", metavar="[ADDRESS]", required=False, shell_complete=complete_address, help="An address or a name."
)
@click.option("--all", "everything", is_flag=True, help="Everything that is kept.")
@forms("json", "csv")
def command(asked: str | None, everything: bool, form: str) -> None:
    """Reads documents again with today's rules and all corrections; addresses once given keep their words."""
    from acquis.cli._progress import Tally, followed

    if (asked is None) != everything:
        raise click.UsageError("Say which document, or --all.")
    archive = opened()
    total = archive.counts()["expressions"] if everything else 1
    with followed(Tally({}), total, "Reading") as told:
        found = archive.reread(asked, met=lambda each: told(str(each.address)))
    shown = [each for each in found if each.outcome != "same"] if form == "people" and everything else found
    rows(form, "documents", shown, _COLUMNS, none="Everything reads as before.")
    counted = Counter(each.outcome for each in found)
    say(f"{len(found)} read: {', '.join(f'{count} {outcome}' for outcome, count in counted.items()) or 'none'}.")
