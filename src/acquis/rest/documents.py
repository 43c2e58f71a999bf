"""Documents as a program gets them: the catalogue, one text with its parts, words at an address, what is found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from acquis.archive.naming import place_for_people
from acquis.rest.asker import Asker, Quote, quotable, quoted

Filters = dict[str, Any]
"""What narrows a list: organisation, organ, kind, year, language, place."""

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry, Place
    from acquis.archive.search import Results
    from acquis.model import Document, Part


class Links(Struct, frozen=True):
    """Where the page before and the page after are; null where there is none."""

    here: str
    before: str | None = None
    after: str | None = None


class Listed(Struct, frozen=True):
    """A document in the catalogue: what it is called, whose text it is, of which day, and who may see it.

    `day_is` says which day that is: of adoption, of issue, of signature.
    """

    address: str
    work: str
    title: str | None
    day: str | None
    day_is: str | None
    language: str
    standing: str
    organisation: str | None
    organ: str | None
    kind: str | None
    symbol: str | None
    place: str | None
    collection: str | None
    marking: str
    rights: str


class Catalogue(Struct, frozen=True):
    """Documents that are held, in the order of days; those without a day stand first."""

    total: int
    documents: tuple[Listed, ...]
    links: Links | None = None


class Piece(Struct, frozen=True):
    """A part of a document: its address, what kind of part it is, its printed number, its words.

    `words` is null where they may not be passed on, or where only parts below it have words.
    """

    address: str
    kind: str
    number: str | None
    level: int
    words: str | None


class Stated(Struct, frozen=True):
    """A field of the record: its value, the basis that it rests on, and the words that state it."""

    field: str
    value: str | None
    basis: str
    stated: str | None
    why: str


class Text(Struct, frozen=True):
    """A document: its line of the catalogue, its record with the reason of each field, and its parts in reading order.

    `took` says what the question was taken for, where it was no address. `expressions` are the same work in all
    languages that are held.
    """

    document: Listed
    took: str
    expressions: tuple[str, ...]
    record: tuple[Stated, ...]
    doubts: tuple[str, ...]
    sha256: str
    parts: tuple[Piece, ...]


class Passage(Struct, frozen=True):
    """Words at an address: of a part with all below it, of a sentence, or a stretch; and how people cite the place."""

    quote: Quote
    cited_as: str
    took: str
    parts: tuple[Piece, ...]


class Hit(Struct, frozen=True):
    """A passage that was found: its words, the address of the words that match in it, and why it stands here."""

    quote: Quote
    match: str | None
    reason: str


class Counted(Struct, frozen=True):
    """How many of the passages found have each value of a field."""

    field: str
    counts: dict[str, int]


class Hits(Struct, frozen=True):
    """Passages that have what was asked for. `searched` says in what, `also` what else was looked for."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Counted, ...]
    also: tuple[str, ...]
    searched: str
    links: Links | None = None


class Line(Struct, frozen=True):
    """Words that were found, with what stands left and right of them; null where they may not be passed on."""

    address: str
    day: str | None
    left: str | None
    node: str | None
    right: str | None


class Lines(Struct, frozen=True):
    """A concordance: each place of the words in a line. `total` counts the passages that have them."""

    query: str
    total: int
    lines: tuple[Line, ...]
    also: tuple[str, ...]
    searched: str
    links: Links | None = None


class Named(Struct, frozen=True):
    """A release: the archive as it stood, by a name, a number and a hash that can be cited."""

    name: str
    number: int
    hash: str
    documents: int
    at: str


class Releases(Struct, frozen=True):
    """Every release, the first one first."""

    releases: tuple[Named, ...]


def catalogue(asker: Asker, filters: Filters, *, limit: int, offset: int) -> Catalogue:
    """The documents that are held, narrowed by their fields."""
    held = asker.archive.list(states=("kept",), **filters)
    return Catalogue(len(held), tuple(map(listed, held[offset : offset + limit])))


def listed(entry: "Entry") -> Listed:
    """A line of the catalogue."""
    told: dict[str, Any] = {name: getattr(entry, name) for name in Listed.__struct_fields__}
    return Listed(**{**told, "address": str(entry.address), "work": str(entry.work)})


def text(asker: Asker, at: str) -> Text:
    """A whole document, by its address, its symbol or its name."""
    here = asker.archive.get(at)
    held, may = here.document, quotable(asker, str(here.document.address))
    entries = [each for each in asker.archive.list() if each.work == held.address.work]
    own = next(each for each in entries if each.address == held.address)
    return Text(
        document=listed(own),
        took=here.said,
        expressions=tuple(str(each.address) for each in entries),
        record=tuple(_record(held)) if may else (),
        doubts=held.doubts,
        sha256=held.file.sha256,
        parts=_pieces(held, held.parts, may=may),
    )


def passage(asker: Asker, at: str) -> Passage:
    """The words at an address, as they stand there."""
    here = asker.archive.get(at)
    held = here.document
    may = quotable(asker, str(here.address))
    first = held.part(here.address.part) if here.address.part else None
    return Passage(
        quote=quoted(asker, str(here.address), held.words(here.address)),
        cited_as=place_for_people(held, first) if first else "",
        took=here.said,
        parts=_pieces(held, _meant(here), may=may),
    )


def find(asker: Asker, q: str, filters: Filters, *, exact: bool, order: str, limit: int, offset: int) -> Hits:
    """The passages that have what was asked for: words, "a phrase", AND OR NOT, prefix*, field:value."""
    found = asker.archive.find(q, expand=not exact, order=order, limit=limit, offset=offset, **filters)
    asker.behind |= bool(found.scope.behind)
    return Hits(
        query=q,
        total=found.total,
        hits=tuple(_hits(asker, found)),
        facets=tuple(Counted(each.name, dict(each.counts)) for each in found.facets),
        also=tuple(map(str, found.expansion)),
        searched=str(found.scope),
    )


def concordance(asker: Asker, q: str, filters: Filters, *, exact: bool, order: str, limit: int, offset: int) -> Lines:
    """Every place of the words, with what stands around it."""
    found = asker.archive.concordance(q, expand=not exact, order=order, limit=limit, offset=offset, **filters)
    asker.behind |= bool(found.scope.behind)
    lines = []
    for each in found.lines:
        words = (each.left, each.node, each.right) if quotable(asker, str(each.address)) else (None, None, None)
        lines.append(Line(str(each.address), each.day, *words))
    return Lines(q, found.total, tuple(lines), tuple(map(str, found.expansion)), str(found.scope))


def releases(asker: Asker) -> Releases:
    """The states of the archive that can be cited."""
    held = asker.archive.releases()
    return Releases(tuple(Named(each.name, each.number, each.hash, each.documents, each.at) for each in held))


def _hits(asker: Asker, found: "Results") -> Sequence[Hit]:
    return [
        Hit(quoted(asker, str(hit.address), hit.words), str(hit.match) if hit.match else None, hit.reason)
        for hit in found.hits
    ]


def _record(held: "Document") -> Sequence[Stated]:
    claims = [
        claim
        for field in dict.fromkeys(each.field for each in held.record.claims)
        if (claim := held.record.claim(field))
    ]
    return [Stated(each.field, each.value, each.basis.value, each.stated, each.why) for each in claims]


def _meant(here: "Place") -> Sequence["Part"]:
    """The parts that an address means, each with all below it."""
    held, address = here.document, here.address
    if address.part is None:
        return held.parts
    first = held.part(address.part)
    last = held.below(held.part(address.last).path)[-1] if address.last else held.below(first.path)[-1]
    return held.parts[held.parts.index(first) : held.parts.index(last) + 1]


def _pieces(held: "Document", parts: Sequence["Part"], *, may: bool) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            str(held.address.at(part.path)),
            part.kind.value,
            part.number,
            part.level,
            (part.span.of(held.text) or None) if may else None,
        )
        for part in parts
    )
