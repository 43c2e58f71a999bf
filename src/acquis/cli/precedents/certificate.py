"""`acquis precedents certificate`: what an exhaustive search found, or that it found nothing, and what it covered."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquis.cli._files import write_file
from acquis.cli._options import FILTERS, forms, opened, verb
from acquis.cli._print import document, plain, put, say, styled, visible
from acquis.cli._wording import paragraph
from acquis.cli.precedents._reports import KINDS, of_certificate, write

if TYPE_CHECKING:
    from acquis.precedents.certificate import Certificate
    from acquis.precedents.certified import Verified


def _narrowed(function: Any) -> Any:
    """Adds the filters of the catalogue, a year aside: a certificate has a period."""
    for name in reversed([name for name in FILTERS if name not in ("year", "place")]):
        function = click.option(f"--{name}", metavar=name.upper(), help=f"Only texts of that {name}.")(function)
    return function


@verb(
    "precedents certificate",
    ('acquis precedents certificate "the seven rivers belong to all"', "Were these words ever agreed?"),
    ('acquis precedents certificate "Halmor 2005#p3" -o certificate.docx', "A passage, in all other texts; for Word"),
    ('acquis precedents certificate "fair and reasonable share" --until 2012 --json', "In a period; for a program"),
)
@click.argument("words", nargs=-1, metavar="WORDS...", help="The formula, or the address of a passage.")
@_narrowed
@click.option("--since", metavar="DAY", help="Only texts of that day or later.")
@click.option("--until", metavar="DAY", help="Only texts before that day or year.")
@click.option("--release", metavar="NAME", help="As of a release: another copy of it gives the same bytes.")
@click.option("--format", "file_kind", type=click.Choice(KINDS), help="As a file for people; docx has footnotes.")
@click.option(
    "-o",
    "output",
    type=click.Path(dir_okay=False),
    help="Write FILE.docx, .csv or .parquet; any other FILE is the record, canonical JSON.",
)
@click.option("--verify", type=click.Path(exists=True, dir_okay=False), help="Make the record in this file again.")
@forms("json")
def command(
    *,
    words: tuple[str, ...],
    output: str | None,
    file_kind: str | None,
    verify: str | None,
    form: str,
    **asked: Any,
) -> None:
    """Searches every passage for a formula and certifies the result: nothing left out, the scope declared.

    Of an address the words are searched in all other texts: the text that they are of is left out, and named. Spelling,
    hyphens, figures and the order of words make no difference; the certificate says which did. With --verify a record
    is made again from this archive, over its public texts if it was made over those, and what differs is told; the exit
    code is then 1.
    """
    room = opened().precedents
    if verify:
        _verified(room.verify(Path(verify).read_bytes()), verify)
        return
    made = room.certificate(" ".join(words), **asked)
    if file_kind or Path(output or "").suffix.removeprefix(".") in KINDS:
        write(of_certificate(made), file_kind, output)
        return
    if output:
        write_file(output, made.record)
    if form == "json":
        document({**plain(made), "record": made.record.decode(), "hash": made.hash, "line": made.line})
    else:
        _people(made)
    if output:
        say(f"The record is in {output}; `acquis precedents certificate --verify {output}` makes it again.")


def _verified(found: "Verified", name: str) -> None:
    for line in found.differs:
        put(f"{visible(line)}\n")
    if found.differs:
        say(
            f"{name}, {found}, is not what this archive gives; each line says what the record has and what was found "
            "here."
        )
        click.get_current_context().exit(1)
    put(f"{name}, {found}: the same bytes from this archive.\n")


def _people(made: "Certificate") -> None:
    put(f"{styled(made.outcome.upper(), 'bold')}  {paragraph(made.line, 0)}")
    for each in made.found:
        put(f"  {each.day or 'undated'}  {each.address}\n")
    if made.nearest:
        put("\nNearest misses:\n")
    for miss in made.nearest:
        put(f"  {miss.shared} of {miss.of} words  {miss.day or 'undated'}  {miss.address}\n")
        put(paragraph(miss.stretch, 4))
        put(paragraph(f"without: {', '.join(miss.missing)}", 4))
    put("\nNot covered:\n")
    for line in made.uncovered:
        put(paragraph(line))
    put(f"\nhash {made.hash}\n")
