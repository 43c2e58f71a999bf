"""`acquis precedents provenance`: where each sentence of a draft comes from, and what it no longer says."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import filters, forms, opened, release, verb
from acquis.cli._print import as_csv, document, put, say, styled, visible
from acquis.cli._wording import paragraph
from acquis.cli.precedents._reports import of_provenance, write, written
from acquis.errors import BadQuery
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.precedents.found import Use
    from acquis.precedents.provenance import Draft, Provenance, Traced
    from acquis.secretariat import Secretariat


@verb(
    "precedents provenance",
    ('acquis precedents provenance "Amesca 2017"', "Where the sentences of a text come from"),
    ('acquis precedents provenance "Belovesk 2019" --against "Amesca 2017"', "And what the one before said more"),
    ('acquis precedents provenance "Belovesk 2019" --on 2017-01-01', "As if it were of that day: from earlier texts"),
)
@click.argument("what", metavar="FILE|ADDRESS", help="A file, - for standard input, or a text that is held.")
@click.option("--against", multiple=True, metavar="ADDRESS", help="An earlier text; what it says more is listed.")
@click.option("--on", metavar="DAY", help="The day of the draft: only texts of an earlier day are a source.")
@filters
@release
@written
@forms("json", "csv")
def command(
    *,
    what: str,
    against: tuple[str, ...],
    on: str | None,
    release: str | None,
    form: str,
    file_kind: str | None,
    output: str | None,
    **chosen: Any,
) -> None:
    """Tells of every sentence where it comes from: verbatim, adapted, a formula, or no earlier wording held."""
    from acquis.cli._progress import steps

    archive = opened()
    archive = archive.at_release(release) if release else archive
    draft = _draft(archive, what)
    if not draft.sentences:
        raise BadQuery(f"There is no sentence in {what}.")
    if draft.day and Path(what).is_file() and on is None:
        say(f"{what} is taken to be of {draft.day}: only earlier texts are searched.")
    with steps(len(draft.sentences), "sentences") as step:
        found = archive.precedents.provenance(draft, against=against, on=on, met=lambda _: step(), **chosen)
    if file_kind or output:
        write(of_provenance(found), file_kind, output)
    elif form == "json":
        document(_as_json(found))
    elif form == "csv":
        put(as_csv([{**_cells(each), "base": str(found.base)} for each in found.traced], _FIELDS))
    else:
        _people(found)


def _draft(archive: "Secretariat", what: str) -> "Draft":
    from acquis.archive.preparing import prepare
    from acquis.precedents.provenance import Draft

    if what == "-":
        return Draft.of_text(sys.stdin.read())
    path = Path(what)
    if path.is_file():
        return Draft.of_file(prepare(path.read_bytes(), path.name))
    place = archive.get(what)
    return Draft.of_document(place.document, place.address.part)


_FIELDS = ("place", "origin", "words", "source", "day", "earliest", "earliest_day", "covered", "works")


def _cells(traced: "Traced") -> dict[str, Any]:
    source, first = traced.source, _first(traced)
    return {
        "place": traced.sentence.place,
        "origin": traced.origin.value,
        "words": traced.sentence.words,
        "source": str(source.address) if source else None,
        "day": source.day if source else None,
        "earliest": str(first.address) if first else None,
        "earliest_day": first.day if first else None,
        "covered": round(source.covered, 3) if source else None,
        "works": source.works if source else None,
    }


def _first(traced: "Traced") -> "Use | None":
    """The earliest use of a sentence's wording: its source, where that is it."""
    return traced.earliest or (traced.source.use if traced.source else None)


def _as_json(found: "Provenance") -> dict[str, Any]:
    gone = (
        {"earlier": each.earlier, "place": each.sentence.place, "words": each.sentence.words} for each in found.dropped
    )
    return {
        "sentences": [_cells(each) for each in found.traced],
        "counts": {origin.value: count for origin, count in found.counts.items()},
        "against": found.against,
        "dropped": list(gone),
        "base": found.base,
        "scope": str(found.base) if found.base else None,
    }


_STYLES = {
    "verbatim": "green",
    "adapted": "yellow",
    "partly": "yellow",
    "formula": "dim",
    "no earlier wording held": "bold cyan",
}


def _people(found: "Provenance") -> None:
    for each in found.traced:
        origin = found.said(each)
        source = f"  {each.source.day or 'undated'}  {each.source.address}" if each.source else ""
        put(f"{each.sentence.place}  {styled(origin, _STYLES.get(each.origin.value, 'dim'))}{visible(source)}\n")
        put(paragraph(each.sentence.words, 3))
        if (earliest := found.earliest(each)) is not None:
            put(paragraph(earliest, 3))
    told = (f"{count} {origin.name.lower()}" for origin, count in found.counts.items() if count)
    put(f"{counted(len(found.traced), 'sentence')}: {', '.join(told)}; {found.base}\n")
    if found.against:
        put(f"\nSaid by {', '.join(found.against)} and not here: {counted(len(found.dropped), 'sentence')}\n")
    for gone in found.dropped:
        put(f"{gone.earlier}#{gone.sentence.place}\n{paragraph(gone.sentence.words, 3)}")
