"""`acquis precedents variants`: one passage in all its wordings, under one another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from acquis.cli._options import complete_address, forms, opened, release, verb
from acquis.cli._print import as_csv, document, plain, put, styled, visible
from acquis.cli._wording import paragraph
from acquis.cli.precedents._lineage_reports import of_variants, siglum
from acquis.cli.precedents._reports import write, written

if TYPE_CHECKING:
    from acquis.precedents.variants import Slot, Variants, Witness


@verb(
    "precedents variants",
    ('acquis precedents variants "Halmor 2005#p3"', "A paragraph in all its wordings"),
    ('acquis precedents variants "Halmor 2005#p3" -o variants.docx', "The same, as a Word table with footnotes"),
    ('acquis precedents variants "Halmor 2005#p3" osr:2007-09-18/drevina-declaration#p3 --csv', "These, as a table"),
)
@click.argument(
    "addresses",
    nargs=-1,
    required=True,
    metavar="ADDRESS...",
    shell_complete=complete_address,
    help="One passage for all of its line and family, or just these.",
)
@release
@written
@forms("json", "csv")
def command(
    *, addresses: tuple[str, ...], release: str | None, form: str, file_kind: str | None, output: str | None
) -> None:
    """Lays the wordings of one passage under one another: what all say, and where they part.

    Of one address these are the wordings of its line through the years and of its family, one row for each with the
    other places of the same words. The order in which passages are named makes no difference.
    """
    from acquis.precedents.variants import rows

    archive = opened()
    made = (archive.at_release(release) if release else archive).precedents.variants(*addresses)
    if file_kind or output:
        write(of_variants(made), file_kind, output)
    elif form == "json":
        document(as_json(made))
    elif form == "csv":
        put(as_csv([plain(row) for row in rows(made)], _FIELDS))
    else:
        _people(made)


_ALSO: Final = 3
_FIELDS: Final = ("slot", "agreed", "address", "day", "label", "reading", "words", "start", "end", "moved_to", "also")


def as_json(made: "Variants") -> dict[str, Any]:
    """The table for a program: the witnesses, and what each says in each slot."""
    slots = [
        {
            "agreed": slot.agreed,
            "cells": [made.words(at, number) for at in range(len(made.witnesses))],
            "readings": plain(slot.readings),
        }
        for number, slot in enumerate(made.slots)
    ]
    known = {"left_out": made.left_out, "base": plain(made.base), "scope": made.scope}
    return {"witnesses": plain(made.witnesses), "slots": slots, "moved": plain(made.moved), **known}


def _people(made: "Variants") -> None:
    """Agreed words as they run, and between them each reading with who has it."""
    names = [siglum(number) for number in range(len(made.witnesses))]
    for name, each in zip(names, made.witnesses, strict=True):
        label = f"  {visible(' '.join(each.label.split()))}" if each.label else ""
        put(f"{name}  {each.day or 'undated'}  {each.address}{label}\n")
        put("".join(f"{'':{len(name)}}  {line}\n" for line in _also(each)))
    put("\n")
    for slot in made.slots:
        put(_slot(slot, names))
    put(f"\n{paragraph(made.scope, 0)}")


def _also(witness: "Witness") -> Iterator[str]:
    """The other places of the same words: a few of them, and how many more."""
    for each in witness.also[:_ALSO]:
        yield f"{each.day or 'undated'}  {each.address}  the same words"
    if (more := len(witness.also) - _ALSO) > 0:
        yield f"and {more:,} more places of the same words: --json has them all"


def _slot(slot: "Slot", names: list[str]) -> str:
    if slot.agreed:
        return paragraph(slot.readings[0].forms[0] if slot.readings[0].forms else "", 0)
    lines = (
        f"{styled(''.join(names[at] for at in reading.witnesses), 'bold')}  "
        f"{visible(' '.join(reading.forms[0].split())) if reading.forms else '—'}\n"
        for reading in slot.readings
    )
    return "".join(f"    {line}" for line in lines)
