"""`acquis brief`: what a text says that matters, on one page, and behind it everything with its proofs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from acquis.cli._files import write_file
from acquis.cli._options import forms, opened, release, verb
from acquis.cli._paper import forty_lines, in_print
from acquis.cli._print import document, on_terminal, put, put_bytes, say

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.secretariat import Secretariat

_FORMS: Final = ("md", "html", "docx", "pdf", "json")


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
@click.option("--format", "file_kind", type=click.Choice(_FORMS), help="As a file.")
@click.option("-o", "output", type=click.Path(dir_okay=False), help="Write to FILE.docx, .pdf, .html, .md or .json.")
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

    kind = "json" if form == "json" and not (file_kind or output) else _kind(file_kind, output)
    archive = opened()
    archive = archive.at_release(release) if release else archive
    with steps(None, "sentences") as step:
        found = archive.brief(what, against=against, met=step)
    if against and found.held and release is None:
        _remember(archive, found)
    if kind:
        _write(found, kind, output)
    else:
        put(forty_lines(found) if short else in_print(found))


def _kind(file_kind: str | None, output: str | None) -> str | None:
    """The form of the file that is asked for: by name, else by the end of the file's name."""
    if output is None:
        return file_kind
    kind = file_kind or Path(output).suffix.removeprefix(".")
    if kind not in _FORMS:
        raise click.UsageError(f"{output} is none of the files that can be written: {', '.join(_FORMS)}.")
    return kind


def _remember(archive: "Secretariat", found: "Brief") -> None:
    """What a text was compared with is entered as a relation; `acquis undo` takes it back."""
    from acquis.briefing.predecessor import remembered

    address = str(found.document.address)
    held = remembered(archive, found.text.work)
    for each in found.choice.chosen:
        if each.text.address not in held:
            done = archive.relate(address, each.text.address, relation="follows", because="compared with it in a brief")
            say(f"Remembered as number {done.number}: {address} follows {each.text.address}.")


def _write(found: "Brief", kind: str, output: str | None) -> None:
    if kind == "json":
        from acquis.briefing.told import as_data

        if output is None:
            document(as_data(found))
            return
        content = _json(as_data(found))
    else:
        from acquis.briefing.first_page import paper_of
        from acquis.formats._paper_forms import file_of

        content = file_of(paper_of(found), kind)
    if output is not None:
        write_file(output, content)
        say(f"Written to {output}.")
    elif on_terminal() and kind in ("docx", "pdf"):
        raise click.UsageError(f"Name a file for the {kind} with -o.")
    else:
        put_bytes(content)


def _json(data: Any) -> bytes:
    import json

    from acquis.cli._print import plain

    return (json.dumps(plain(data), ensure_ascii=False, indent=2) + "\n").encode()
