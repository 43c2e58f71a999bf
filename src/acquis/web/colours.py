"""A text coloured by where its sentences come from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from acquis.model import Document
from acquis.web.text import Mark

if TYPE_CHECKING:
    from acquis.precedents.provenance import Provenance
    from acquis.web.reader import Reader


class Colour(Struct, frozen=True):
    """An origin of sentences, the name of its colour, and how many sentences are of it."""

    origin: str
    name: str
    sentences: int


class Coloured(Struct, frozen=True):
    """The marks of each part by path, the count of each origin, and what was searched."""

    marks: Mapping[str, Sequence[Mark]]
    counts: tuple[Colour, ...]
    base: str


def colours(reader: "Reader", document: Document) -> Coloured:
    """Where every sentence of a document comes from, against the texts of earlier days. Cost: a look-up for each."""
    from acquis.precedents.provenance import Draft

    def traced() -> Coloured:
        found = reader.archive.precedents.provenance(Draft.of_document(document))
        reader.behind |= found.base is not None and found.base.behind is not None
        return _coloured(found, document)

    return reader.once(("colours", str(document.address)), traced)


def _coloured(found: "Provenance", document: Document) -> Coloured:
    marks: defaultdict[str, list[Mark]] = defaultdict(list)
    for each in found.traced:
        part = document.part(each.sentence.place.split("#")[-1])
        here = each.sentence.span.within(part.span)
        marks[part.path] += [Mark(here.start, here.end, "origin", each.origin.name.lower())]
        if each.source is not None:
            marks[part.path] += [Mark(here.start, here.end, "source", str(each.source.address))]
    counts = tuple(Colour(origin.value, origin.name.lower(), count) for origin, count in found.counts.items() if count)
    return Coloured(dict(marks), counts, str(found.base) if found.base else "")
