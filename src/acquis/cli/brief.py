"""`acquis brief`: what a text says that matters, on one page, and behind it everything with its proofs."""

from functools import partial
from typing import TYPE_CHECKING

import click

from acquis.cli._options import forms, opened, release, verb
from acquis.cli._paper import forty_lines, whole
from acquis.cli._paper_files import as_file, kind_of, write
from acquis.cli._print import put, say

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.secretariat import Secretariat


@verb(
    "brief",
    ('acquis brief "Belovesk 2019"', "The brief of a text that is held"),
    ('acquis brief "Belovesk 2019" --short', "Its first page, in at most forty lines"),
    ("acquis brief samples/osr/osr-034.pdf", "Of a file; the archive need not have it"),
    ('acquis brief "Belovesk 2019" -o brief.docx', "As a Word file with footnotes; .pdf, .html, .md and .json too"),
    ('acquis brief "Belovesk 2019" --against "Orvelin 2004 declaration"', "Beside another text, which is remembered"),
)
@click.argument("what", metavar="ADDRESS|FILE", help="A text that is held, by its address or name, or a file.")
@click.option("--against", multiple=True, metavar="ADDRESS", help="The text to compare with; it is remembered.")
@click.option("--short", is_flag=True, help="The first page alone, in at most forty lines.")
@as_file
@release
@forms("json")
def command(
    *,
    what: str,
    against: tuple[str, ...],
    short: bool,
    file_kind: str | None,
    output: str | None,
    release: str | None,
    form: str,
) -> None:
    """Tells what is new in a text, kept, changed and gone, what it cites, and what has to be looked up."""
    from acquis.cli._progress import steps

    kind = kind_of(file_kind, output, form)
    archive = opened()
    archive = archive.at_release(release) if release else archive
    with steps(None, "sentences") as step:
        found = archive.brief(what, against=against, met=step)
    if against and found.held and release is None:
        _remember(archive, found)
    if kind:
        from acquis.briefing.first_page import paper_of
        from acquis.briefing.told import as_data

        write(kind, output, paper=partial(paper_of, found), data=partial(as_data, found))
    else:
        put(forty_lines(found) if short else whole(found))


def _remember(archive: "Secretariat", found: "Brief") -> None:
    """What a text was compared with is entered as a relation; `acquis undo` takes it back."""
    from acquis.briefing.predecessor import remembered

    address = str(found.document.address)
    held = remembered(archive, found.text.work)
    for each in found.choice.chosen:
        if each.text.address not in held:
            done = archive.relate(address, each.text.address, relation="follows", because="compared with it in a brief")
            say(f"Remembered as number {done.number}: {address} follows {each.text.address}.")
