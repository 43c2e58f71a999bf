"""`acquis publish`: pages of the reading room as a folder, or as one file that opens from a disk or an e-mail."""

import click

from acquis.cli._options import complete_address, forms, opened, release, verb
from acquis.cli._print import document, say
from acquis.web.publishing import PARTS
from acquis.wording import counted


@verb(
    "publish",
    ('acquis publish "Belovesk 2019" --to belovesk.html', "One file: its brief, its text with the margin, and more"),
    ('acquis publish "Belovesk 2019" "Amesca 2017" --to texts', "Two documents, as a folder"),
    ("acquis publish --to site --without margin", "Everything that is public, without what is known of each paragraph"),
)
@click.argument(
    "asked",
    nargs=-1,
    metavar="[ADDRESS]...",
    shell_complete=complete_address,
    help="The documents; without any the whole public archive.",
)
@click.option("--to", required=True, metavar="FOLDER|FILE.html", help="Where to write; FILE.html for one file.")
@click.option("--without", multiple=True, type=click.Choice(PARTS), help="Leave this out. May be given again.")
@release
@click.option("--force", is_flag=True, help="Write over what acquis did not publish.")
@forms("json")
def command(
    *, asked: tuple[str, ...], to: str, without: tuple[str, ...], release: str | None, force: bool, form: str
) -> None:
    """Writes public pages of the reading room as a folder, or one file that needs neither acquis nor a network.

    Of a document: its brief, its text with the margin, what changed from the text before, its other languages, the
    lineage of the passages that the brief looks at. Nothing that is not marked public is in it. The same release gives
    the same bytes. What takes time is the margin: some ten milliseconds a paragraph or more.
    """
    import time

    from acquis.cli._progress import steps
    from acquis.web.publishing import publish

    archive, began = opened(), time.monotonic()
    with steps(None, "pages") as step:
        made = publish(archive, asked, to, release=release, without=without, force=force, met=step)
    took = time.monotonic() - began
    if form == "json":
        document(made)
    for each in made.left_out:
        say(f"Not in it: {each}")
    pace = f"{took:.1f} s, {made.pages / max(took, 0.001):.1f} pages/s"
    what = f"{counted(made.pages, 'page')} of {counted(made.documents, 'document')}, {made.bytes / 1e6:.2f} MB"
    say(f"Written to {to}: {what} ({made.stands}) in {pace}. SHA-256 {made.sha256}")
