"""`acquis precedents diff`: what changed from one passage to another, and what of it matters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import complete_address, forms, opened, release, verb
from acquis.cli._print import as_csv, document, plain, put, say, styled, visible
from acquis.cli._wording import LEGEND, coloured, paragraph
from acquis.cli.precedents._reports import of_diff, write, written

if TYPE_CHECKING:
    from acquis.precedents.comparing import Comparison
    from acquis.precedents.flags import Flag


@verb(
    "precedents diff",
    (
        'acquis precedents diff "Halmor 2005#p3" "osr:2007-09-18/drevina-declaration#p3"',
        "Two paragraphs, the earlier first",
    ),
    (
        'acquis precedents diff "Halmor 2005#p3" "osr:2007-09-18/drevina-declaration#p3" -o diff.docx',
        "A Word table with footnotes",
    ),
    ('acquis precedents diff "States should act promptly" "States shall act at once" --json', "Words; for a program"),
)
@click.argument("older", metavar="ADDRESS|WORDS", shell_complete=complete_address, help="The earlier passage.")
@click.argument("newer", metavar="ADDRESS|WORDS", shell_complete=complete_address, help="The later one.")
@release
@written
@forms("json", "csv")
def command(
    *, older: str, newer: str, release: str | None, form: str, file_kind: str | None, output: str | None
) -> None:
    """Shows word by word what changed from one passage to another, and flags what matters.

    Where a side is a translation, what may be the translator's stands apart, with what to look up in the original.
    """
    archive = opened()
    found = (archive.at_release(release) if release else archive).precedents.diff(older, newer)
    if file_kind or output:
        write(of_diff(found), file_kind, output)
    elif form == "json":
        document(as_json(found))
    elif form == "csv":
        put(as_csv([_cells(flag) for flag in found.flags], _FIELDS))
    else:
        _people(found)


_FIELDS = ("kind", "change", "survives", "older", "newer", "rule")


def _cells(flag: "Flag") -> dict[str, Any]:
    older, newer = flag.words
    told = {"kind": flag.kind, "change": flag.change, "survives": flag.survives}
    return {**told, "older": older, "newer": newer, "rule": flag.rule}


def as_json(found: "Comparison") -> dict[str, Any]:
    """A comparison for a program: the runs of both texts, the flags, and what is to be looked up."""
    return {
        "older": plain(found.older),
        "newer": plain(found.newer),
        "position": found.position,
        "runs": plain(found.diff.runs),
        "flags": [_cells(flag) for flag in found.flags],
        "look_up": {**plain(found.look_up), "line": str(found.look_up)} if found.look_up else None,
        "originals": [{**plain(each), "flags": [_cells(flag) for flag in each.flags]} for each in found.originals],
    }


def _people(found: "Comparison") -> None:
    for side, passage in (("earlier", found.older), ("later", found.newer)):
        if passage.address:
            put(f"{side}  {passage.day or 'undated'}  {styled(str(passage.address), 'bold')}\n")
    put(f"\n{paragraph(coloured(found.diff))}\n")
    say(LEGEND)
    put(f"{styled(found.position, 'bold')}\n")
    _flags([flag for flag in found.flags if flag.survives])
    folded = [flag for flag in found.flags if not flag.survives]
    if folded:
        put(f"\nMay be the translator's ({len(folded)}):\n")
        _flags(folded)
    for original in found.originals:
        put(f"\nCompared in the original first ({original.language}): {original.older} and {original.newer}\n")
        put(paragraph(coloured(original.diff)))
    if found.look_up and found.look_up.flags:
        put(f"\n{visible(str(found.look_up))}\n")


def _flags(flags: Sequence["Flag"]) -> None:
    for flag in flags:
        older, newer = flag.words
        words = f"{older} → {newer}" if older and newer else older or newer
        put(paragraph(f"{flag.kind} {flag.change}: {words}"))
