"""`acquis show`: a document in the reading form, or the words at an address in it."""

from typing import TYPE_CHECKING, Any

import click

from acquis.cli import _print
from acquis.cli._options import asked, forms, opened, release, verb
from acquis.cli._print import Column, document, put, put_bytes, rows, say

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.model import Document, Part, Pinpoint


@verb(
    "show",
    ('acquis show "Halmor 2005"', "A document by what people call it"),
    ('acquis show "Halmor 2005#p3"', "One paragraph: its words alone, byte for byte"),
    ('acquis show "Halmor 2005" --sentences', "Every sentence with its address"),
)
@asked
@click.option("--language", metavar="TAG", help="The expression in that language: ru, en-x-worldjpn.")
@click.option(
    "--layer",
    type=click.Choice(["text", "source", "file"]),
    help="text: in reading order; source: the characters as they came; file: the bytes.",
)
@click.option("--sentences", is_flag=True, help="Every sentence with its address.")
@click.option("--record", is_flag=True, help="What is stated about it, with the words and the basis of each claim.")
@release
@forms("json", "csv")
def command(
    *,
    asked: str,
    language: str | None,
    layer: str | None,
    sentences: bool,
    record: bool,
    release: str | None,
    form: str,
) -> None:
    """Shows a document, a part, a sentence or words.

    What the name was taken for and the citation go to the error stream; standard output has the words and nothing else.
    """
    archive = opened()
    archive = archive.at_release(release) if release else archive
    place = archive.get(asked)
    if language:
        place = archive.get(str(place.address.speaking(language)))
    if place.said:
        say(place.said)
    if layer == "file":
        put_bytes(archive.content(place.document.address))
    elif sentences:
        rows(form, "sentences", _sentences(place), _SENTENCES, none="No sentences.")
    elif record:
        rows(form, "claims", place.document.record.claims, _CLAIMS, more={"address": place.document.address})
    elif form == "json":
        document(_as_json(place))
    elif form == "csv":
        rows("csv", "parts", _parts(place), ())
    else:
        _words(place, layer)


_SENTENCES = (Column("address", "address", whole=True), Column("words", "words"))
_CLAIMS = (
    Column("field", "field", whole=True),
    Column("value", "value"),
    Column("basis", "basis"),
    Column("stated", "as stated"),
    Column("why", "why"),
)


def _words(place: "Place", layer: str | None) -> None:
    """The words to standard output; on a terminal with their control characters shown."""
    from acquis.archive.naming import place_for_people

    held, here = place.document, place.address
    if here.part is not None:
        say(f"{_name(held)}, {place_for_people(held, held.part(here.part))}\n{here}")
    if here.part is None and layer is None:
        text = _reading_form(held)
    elif layer == "source":
        text = _source(held, here)
    else:
        text = held.words(here)
    text += "" if text.endswith("\n") else "\n"
    put(_print.folded(_print.visible(text)) if _print.on_terminal() else text)


def _name(held: "Document") -> str:
    day, _ = held.record.day
    title = held.record.value("title") or str(held.address.work)
    return f"{title} ({day})" if day else title


def _reading_form(held: "Document") -> str:
    from acquis.formats.reading import show

    return show(held)


def _source(held: "Document", here: "Pinpoint") -> str:
    """The characters as they came; for a part, from its first to its last, printed numbers apart."""
    from acquis.model import Span

    if here.part is None:
        return held.layers.source
    spans = [part.span for part in _chosen(held, here) if len(part.span)]
    if not spans:
        return ""
    source = held.layers.to_source(Span(spans[0].start, max(span.end for span in spans)))
    return source.of(held.layers.source) if source else ""


def _chosen(held: "Document", here: "Pinpoint") -> "tuple[Part, ...]":
    """The parts that an address means, with all below them."""
    if here.part is None:
        return held.parts
    first = held.part(here.part)
    if not here.last:
        return held.below(first.path)
    end = held.below(held.part(here.last).path)[-1]
    return held.parts[held.parts.index(first) : held.parts.index(end) + 1]


def _parts(place: "Place") -> list[dict[str, Any]]:
    held = place.document
    return [
        {
            "address": held.address.at(part.path),
            "kind": part.kind,
            "number": part.number,
            "level": part.level,
            "within": part.within,
            "words": part.span.of(held.text),
        }
        for part in _chosen(held, place.address)
    ]


def _sentences(place: "Place") -> list[dict[str, Any]]:
    held = place.document
    return [
        {"address": held.address.at(part.path, sentence=n), "words": span.of(held.text)}
        for part in _chosen(held, place.address)
        for n, span in enumerate(part.sentences, 1)
    ]


def _as_json(place: "Place") -> dict[str, Any]:
    from acquis.archive.naming import place_for_people

    held, here = place.document, place.address
    day, day_is = held.record.day
    fields = ("title", "symbol", "organisation", "organ", "kind", "place", "language", "standing", "source")
    return {
        "address": here,
        "said": place.said,
        "citation": place_for_people(held, held.part(here.part)) if here.part else None,
        "words": held.words(here) if here.part else None,
        "record": {**{name: held.record.value(name) for name in fields}, "day": day, "day_is": day_is},
        "file": held.file,
        "text_hash": held.layers.hash,
        "reader": held.reader,
        "doubts": held.doubts,
        "parts": _parts(place),
    }
