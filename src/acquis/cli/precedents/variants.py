"""`acquis precedents variants`: one passage in all its wordings, under one another."""

from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import complete_address, forms, opened, release, verb
from acquis.cli._print import as_csv, document, plain, put, styled, visible
from acquis.cli._wording import paragraph

if TYPE_CHECKING:
    from acquis.precedents.variants import Slot, Variants


@verb(
    "precedents variants",
    ('acquis precedents variants "Halmor 2005#p3"', "A paragraph over all years"),
    ('acquis precedents variants "Halmor 2005#p3" osr:2007-09-18/drevina-declaration#p3 --csv', "These, as a table"),
)
@click.argument(
    "addresses",
    nargs=-1,
    required=True,
    metavar="ADDRESS...",
    shell_complete=complete_address,
    help="One passage for all of its family, or just these.",
)
@release
@forms("json", "csv")
def command(addresses: tuple[str, ...], release: str | None, form: str) -> None:
    """Lays the wordings of one passage under one another: what all say, and where they part.

    The order in which they are named makes no difference.
    """
    from acquis.precedents.variants import rows

    archive = opened()
    made = (archive.at_release(release) if release else archive).precedents.variants(*addresses)
    if form == "json":
        document(as_json(made))
    elif form == "csv":
        put(as_csv([plain(row) for row in rows(made)], _FIELDS))
    else:
        _people(made)


_FIELDS = ("slot", "agreed", "address", "day", "label", "reading", "words", "start", "end", "moved_to")


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
    return {"witnesses": plain(made.witnesses), "slots": slots, "moved": plain(made.moved)}


def _people(made: "Variants") -> None:
    """Agreed words as they run, and between them each reading with who has it."""
    names = [_name(number) for number in range(len(made.witnesses))]
    for name, each in zip(names, made.witnesses, strict=True):
        put(f"{name}  {each.day or 'undated'}  {each.address}  {visible(' '.join((each.label or '').split()))}\n")
    put("\n")
    for slot in made.slots:
        put(_slot(slot, names))


def _slot(slot: "Slot", names: list[str]) -> str:
    if slot.agreed:
        return paragraph(slot.readings[0].forms[0] if slot.readings[0].forms else "", 0)
    lines = (
        f"{styled(''.join(names[at] for at in reading.witnesses), 'bold')}  "
        f"{visible(' '.join(reading.forms[0].split())) if reading.forms else '—'}\n"
        for reading in slot.readings
    )
    return "".join(f"    {line}" for line in lines)


def _name(number: int) -> str:
    """A siglum: A to Z, then A1 …

    >>> _name(0), _name(27)
    ('A', 'B1')
    """
    letter, round_ = chr(ord("A") + number % 26), number // 26
    return f"{letter}{round_ or ''}"
