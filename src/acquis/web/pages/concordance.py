"""Concordance: every place of some words in one line, the words under one another, with first and last use."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.archive.search import Hit, Line
from acquis.errors import UnknownName
from acquis.precedents.base import Base, base_of
from acquis.rest.asker import entries, entry_of, quotable
from acquis.web.answers import Page
from acquis.web.figures import Plot, plot
from acquis.web.filters import Narrowed, Scoped, narrowed, said, scoped
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.words import bcp47, direction, message

SIZE: Final = 100
MOST: Final = 500
SORTS: Final = {
    "oldest": message("oldest first"),
    "newest": message("newest first"),
    "left": message("by the words before"),
    "right": message("by the words after"),
}
GROUPS: Final = {"": message("not grouped"), "organ": message("by organ"), "year": message("by year")}


class Kwic(Struct, frozen=True):
    """One place of the words, with what stands left and right of them."""

    left: str
    node: str
    right: str
    address: str
    day: str | None
    organ: str
    language: str
    direction: str


class Grouped(Struct, frozen=True):
    """The lines of one organ or year."""

    name: str
    lines: tuple[Kwic, ...]


class Use(Struct, frozen=True):
    """The first or last passage with these words: where, when, and what the claim holds for."""

    address: str
    day: str
    title: str | None
    claim: str


class ConcordancePage(Page, frozen=True, kw_only=True):
    """A page of lines; `years` are the passages of each year, all of them and not only those of the page."""

    template: ClassVar[str] = "concordance.html"
    query: str
    exact: bool
    sort: str
    by: str
    sorts: dict[str, str]
    ways: dict[str, str]
    filters: tuple[Narrowed, ...] = ()
    groups: tuple[Grouped, ...] = ()
    lines: int = 0
    total: int = 0
    offset: int = 0
    size: int = SIZE
    first: Use | None = None
    last: Use | None = None
    years: tuple[tuple[int, int], ...] = ()
    undated: int = 0
    expansion: tuple[str, ...] = ()
    scope: Scoped | None = None

    def rows(self) -> Sequence[Struct]:
        """The lines of the page."""
        return [line for group in self.groups for line in group.lines]

    def plot(self) -> Plot:
        """The passages of each year as bars."""
        return plot(self.years)


def concordance(
    reader: NamedDependency[Reader],
    *,
    q: FromQuery[str] = "",
    sort: FromQuery[str] = "oldest",
    by: FromQuery[str] = "",
    exact: FromQuery[bool] = False,
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = SIZE,
) -> Response[Any]:
    """Every place of these words."""
    _known("sort", sort, SORTS)
    _known("by", by, GROUPS)
    filters, size = narrowed(reader), min(max(limit, 1), MOST)
    asked: dict[str, Any] = {
        "title": q or message("Concordance"),
        **{"query": q, "exact": exact, "sort": sort, "by": by, "sorts": SORTS, "ways": GROUPS},
        "filters": said(reader, filters),
    }
    if not q.strip():
        return reader.answer(ConcordancePage(**asked))
    found = reader.archive.concordance(q, expand=not exact, order=sort, offset=offset, limit=size, **filters)
    return reader.answer(
        ConcordancePage(
            **asked,
            **_uses(reader, q, exact, filters),
            groups=_grouped([_kwic(reader, line) for line in found.lines if quotable(reader, str(line.address))], by),
            lines=len(found.lines),
            total=found.total,
            offset=offset,
            size=size,
            expansion=tuple(map(str, found.expansion)),
            scope=scoped(reader, found.scope),
        )
    )


def _known(what: str, value: str, known: dict[str, str]) -> None:
    if value not in known:
        raise UnknownName(what, value, filter(None, known))


def _uses(reader: Reader, q: str, exact: bool, filters: dict[str, Any]) -> dict[str, Any]:
    """The first and the last passage, and how many there are of each year."""
    oldest = reader.archive.find(q, expand=not exact, order="oldest", limit=1, **filters)
    newest = reader.archive.find(q, expand=not exact, order="newest", limit=1, facets=False, **filters)
    base = base_of(entries(reader, filters), at=oldest.scope.at)
    counts = next((facet.counts for facet in oldest.facets if facet.name == "year"), ())
    years = tuple(sorted((int(value), count) for value, count in counts if value.isdigit()))
    return {
        "first": _use(oldest.hits, "first use", base),
        "last": _use(newest.hits, "last use", base),
        "years": years,
        "undated": oldest.total - sum(count for _, count in years),
    }


def _use(hits: Sequence[Hit], word: str, base: Base) -> Use | None:
    """A first or a last use is a claim about what is held: it says so in the same line."""
    if not hits or hits[0].day is None:
        return None
    return Use(str(hits[0].match or hits[0].address), hits[0].day, hits[0].title, base.claim(word))


def _kwic(reader: Reader, line: Line) -> Kwic:
    tag, entry = line.address.language, entry_of(reader, str(line.address))
    organ = (entry.organ or entry.organisation or "") if entry else ""
    return Kwic(line.left, line.node, line.right, str(line.address), line.day, organ, bcp47(tag), direction(tag))


def _grouped(lines: Sequence[Kwic], by: str) -> tuple[Grouped, ...]:
    """The lines by what groups them, in the order of the lines within each."""
    if not by:
        return (Grouped("", tuple(lines)),) if lines else ()

    def key(line: Kwic) -> str:
        return line.organ if by == "organ" else (line.day or "")[:4]

    return tuple(Grouped(name, tuple(held)) for name, held in groupby(sorted(lines, key=key), key))


ENTRY = page("/concordance", concordance, nav=message("Concordance"), order=3)
