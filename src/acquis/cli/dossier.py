"""`acquis dossier`: a selection of passages, tables, certificates and diffs as an evidence pack."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquis.cli._options import complete_address, forms, opened, release, verb
from acquis.cli._print import document, plain, put, say, styled, visible
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.dossier import Dossier
    from acquis.briefing.dossier_check import Verified
    from acquis.briefing.dossier_selection import Line, Selection
    from acquis.secretariat import Secretariat


@verb(
    "dossier",
    ('acquis dossier "Halmor 2005#p6" "brief Belovesk 2019" -o dossier.zip', "A passage and a brief, as a zip file"),
    (
        """acquis dossier 'diff "Halmor 2005#p3" "osr:2007-09-18/drevina-declaration#p3" -- Changed.' -o dossier""",
        "A diff with a note on it, as a folder",
    ),
    (
        """acquis dossier 'certificate "the seven rivers belong to all"' "assent Tal-Azur 2014#p20" """
        '"who osr on 2011-06-15" -o dossier',
        "A certificate, who assented, who was what; the folder is replaced",
    ),
    ("acquis dossier dossier/selection.yaml -o again.zip", "The selection of a dossier, or one in a file of your own"),
    ("acquis dossier --verify dossier", "What became of it: files, quotations, certificates"),
)
@click.argument(
    "things",
    nargs=-1,
    metavar="[THING|FILE]...",
    shell_complete=complete_address,
    help="A passage, or diff, certificate, brief, assent, who, status, lineage …; or a file of such lines.",
)
@click.option("-o", "output", type=click.Path(), metavar="PLACE", help="Write to this folder, or to FILE.zip.")
@click.option("--title", default="", metavar="WORDS", help="What the dossier is called.")
@click.option("--public", is_flag=True, help="Made of public documents alone: nothing of others shows.")
@release
@click.option("--verify", type=click.Path(exists=True), metavar="PLACE", help="Hold a dossier against the archive.")
@forms("json")
def command(
    *,
    things: tuple[str, ...],
    output: str | None,
    title: str,
    public: bool,
    release: str | None,
    verify: str | None,
    form: str,
) -> None:
    """Collects passages, diffs, certificates and tables in a dossier with notes, hashes and the release.

    A thing is written as one would say it: an address or a range, diff EARLIER LATER, certificate "FORMULA", brief
    ADDRESS, assent ADDRESS, who ORGANISATION on DAY, status TREATY on DAY, lineage ADDRESS. What stands after " -- " is
    a note on it. A file has one such line after another, or a YAML list of them. Words of a text that may not be passed
    on are left out. With --verify everything that is not as it was is told, and the exit code is then 1.
    """
    archive = opened()
    if verify:
        _refuse_beside_verify(things, output)
        _verified(archive.verify_dossier(verify), verify, form)
        return
    if output is None:
        raise click.UsageError("Name where to write it: -o FOLDER or -o FILE.zip.")
    selection = _selection(things)
    archive = archive.public if public else archive
    made = _made(archive.at_release(release) if release else archive, selection, title or selection.title)
    _write(made, output, form)


def _refuse_beside_verify(things: tuple[str, ...], output: str | None) -> None:
    if things or output:
        raise click.UsageError("--verify reads a kept dossier and makes none: leave out what is to be in one, and -o.")


def _selection(things: Sequence[str]) -> "Selection":
    """What was typed: a thing, or a file with a selection, each in its place."""
    from acquis.briefing.dossier_selection import Selection

    lines: list[Line] = []
    title = ""
    for at, each in enumerate(things, 1):
        found = _found(each, at)
        lines += found.lines
        title = title or found.title
    return Selection(tuple(lines), title)


def _found(typed: str, at: int) -> "Selection":
    from acquis.briefing.dossier_selection import Line, Selection, selection_in

    path = Path(typed)
    if _is_file(path):
        return selection_in(path.read_bytes(), typed)
    return Selection((Line(typed, where=f"argument {at}"),))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # longer than any name, or with signs that no name has
        return False


def _made(archive: "Secretariat", selection: "Selection", title: str) -> "Dossier":
    from acquis.cli._progress import steps

    with steps(None, "items") as step:
        return archive.dossier(selection.lines, title=title, met=step)


def _write(made: "Dossier", output: str, form: str) -> None:
    from acquis.briefing.dossier_files import write

    write(made.files, Path(output))
    if form == "json":
        told = {"place": output, "title": made.title, "marking": made.marking, "stands": made.stands}
        items = [{"number": each.number, "line": each.thing.line, "heading": each.made.heading} for each in made.items]
        document({**told, "hash": made.hash, "items": items, "files": list(made.files)})
        return
    for each in made.items:
        put(f"{each.number:>3}  {visible(each.made.heading)}\n")
    put(f"{made.marking}, {visible(made.stands)}; hash {made.hash}\n")
    say(f"{len(made.files)} files are in {output}; `acquis dossier --verify {output}` says later what became of them.")


def _verified(found: "Verified", name: str, form: str) -> None:
    numbers = ((found.files, "file"), (found.quotations, "quotation"), (found.certificates, "certificate"))
    told = ", ".join(counted(number, noun) for number, noun in numbers)
    if form == "json":
        document({**plain(found), "place": name})
    else:
        for each in found.findings:
            put(f"{styled(each.how, 'bold')}  {visible(each.what)}\n  {visible(each.line)}\n")
    if found.findings:
        say(f"{name} ({told}) is not all as it was; each line says what became of it. Hash {found.hash}.")
        click.get_current_context().exit(1)
    if form != "json":
        put(f"{name}: {told}, all as they were in {visible(found.made_of)}; hash {found.hash}\n")
