"""The catalogue: every document that is held, in the order of days, narrowed by its fields."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.archive.holdings import Entry
from acquis.archive.search import Facet
from acquis.rest.asker import entries
from acquis.web.answers import Page
from acquis.web.filters import NAMES, Group, Narrowed, groups, narrowed, said
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.words import bcp47, direction, message

SIZE: Final = 100


class Listed(Struct, frozen=True):
    """A document of the catalogue, in one language."""

    address: str
    title: str
    day: str | None
    day_is: str | None
    organisation: str | None
    organ: str | None
    kind: str | None
    language: str
    direction: str
    symbol: str | None
    place: str | None
    standing: str
    marking: str


class CataloguePage(Page, frozen=True, kw_only=True):
    """Some documents of the catalogue; `total` is how many the filters leave of those `held`, `works` their texts."""

    template: ClassVar[str] = "catalogue.html"
    documents: tuple[Listed, ...]
    total: int
    works: int
    held: int
    offset: int
    size: int
    filters: tuple[Narrowed, ...]
    facets: tuple[Group, ...]

    def rows(self) -> Sequence[Struct]:
        """The documents of the page."""
        return self.documents


def catalogue(
    reader: NamedDependency[Reader], offset: FromQuery[int] = 0, limit: FromQuery[int] = SIZE
) -> Response[Any]:
    """The catalogue, narrowed by the words of the query."""
    filters, held = narrowed(reader), entries(reader)
    found = entries(reader, filters)
    start, size = max(offset, 0), min(max(limit, 1), 1_000)
    return reader.answer(
        CataloguePage(
            title=message("Catalogue"),
            documents=tuple(map(listed, found[start : start + size])),
            total=len(found),
            works=len({str(each.work) for each in found}),
            held=len(held),
            offset=start,
            size=size,
            filters=said(reader, filters),
            facets=groups(reader, _facets(found), filters),
        )
    )


def listed(entry: Entry) -> Listed:
    """A line of the catalogue as pages show it."""
    return Listed(
        address=str(entry.address),
        title=" ".join((entry.title or str(entry.work)).split()),
        day=entry.day,
        day_is=entry.day_is,
        organisation=entry.organisation,
        organ=entry.organ,
        kind=entry.kind,
        language=bcp47(entry.language),
        direction=direction(entry.language),
        symbol=entry.symbol,
        place=entry.place,
        standing=entry.standing,
        marking=entry.marking,
    )


def _facets(found: Sequence[Entry]) -> tuple[Facet, ...]:
    """How many of the documents have each value."""
    counted = {name: Counter(filter(None, (_value(each, name) for each in found))) for name in NAMES}
    return tuple(
        Facet(name, tuple(sorted(held.items(), key=lambda pair: (-pair[1], pair[0])))) for name, held in counted.items()
    )


def _value(entry: Entry, name: str) -> str | None:
    if name == "year":
        return entry.day[:4] if entry.day else None
    if name == "language":
        return bcp47(entry.language)
    value: str | None = getattr(entry, name)
    return value


ENTRY = page("/catalogue", catalogue, nav=message("Catalogue"), order=1)
