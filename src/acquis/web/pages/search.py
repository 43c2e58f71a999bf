"""Search: the passages that have what was asked for, with place, facets, expansion and scope."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.archive.holdings import Entry
from acquis.archive.resolve import as_address, by_name
from acquis.archive.search import ORDERS, Hit
from acquis.errors import AcquisError
from acquis.languages import language
from acquis.model import Pinpoint, Span
from acquis.rest.asker import entries, quotable
from acquis.web.answers import Page
from acquis.web.filters import Group, Narrowed, Scoped, groups, narrowed, said, scoped
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.text import Mark, Run, runs
from acquis.web.words import bcp47, direction, message

SIZE: Final = 20
MOST: Final = 100


class Found(Struct, frozen=True):
    """A passage that was found: its address, that of the words in it, and a stretch of it with marks."""

    address: str
    match: str | None
    title: str | None
    day: str | None
    snippet: str
    marks: tuple[Mark, ...]
    cut_before: bool
    cut_after: bool
    language: str
    direction: str
    reason: str

    def runs(self) -> list[Run]:
        """The stretch, cut where what was looked for begins and ends."""
        return runs(self.snippet, self.marks)


class Named(Struct, frozen=True):
    """A document that the words of a query are the name of."""

    address: str
    title: str
    said: str


class SearchPage(Page, frozen=True, kw_only=True):
    """A page of passages. `expansion` is what else was looked for; `exact` that nothing else was to be."""

    template: ClassVar[str] = "search.html"
    query: str
    exact: bool
    order: str
    orders: tuple[str, ...] = ORDERS
    filters: tuple[Narrowed, ...] = ()
    named: Named | None = None
    hits: tuple[Found, ...] = ()
    total: int = 0
    offset: int = 0
    size: int = SIZE
    facets: tuple[Group, ...] = ()
    expansion: tuple[str, ...] = ()
    scope: Scoped | None = None

    def rows(self) -> Sequence[Struct]:
        """The passages of the page."""
        return [_Row(hit.day, hit.title, hit.address, hit.match, hit.snippet, hit.reason) for hit in self.hits]


class _Row(Struct, frozen=True):
    day: str | None
    title: str | None
    address: str
    match: str | None
    snippet: str
    reason: str


def search(
    reader: NamedDependency[Reader],
    *,
    q: FromQuery[str] = "",
    exact: FromQuery[bool] = False,
    order: FromQuery[str] = "closest",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = SIZE,
) -> Response[Any]:
    """The passages that have these words."""
    filters, size = narrowed(reader), min(max(limit, 1), MOST)
    asked = SearchPage(title=q or message("Search"), query=q, exact=exact, order=order, filters=said(reader, filters))
    if not q.strip() and not filters:
        return reader.answer(asked)
    found = reader.archive.find(q, expand=not exact, order=order, offset=offset, limit=size, **filters)
    return reader.answer(
        SearchPage(
            title=asked.title,
            query=q,
            exact=exact,
            order=order,
            filters=asked.filters,
            named=_named(reader, q) if not offset else None,
            hits=tuple(_found(reader, hit) for hit in found.hits),
            total=found.total,
            offset=offset,
            size=size,
            facets=groups(reader, found.facets, filters),
            expansion=tuple(map(str, found.expansion)),
            scope=scoped(reader, found.scope),
        )
    )


def _found(reader: Reader, hit: Hit) -> Found:
    tag, may = hit.address.language, quotable(reader, str(hit.address))
    return Found(
        address=str(hit.address),
        match=str(hit.match) if hit.match else None,
        title=hit.title,
        day=hit.day,
        snippet=hit.snippet.words if may else "",
        marks=tuple(Mark(each.start, each.end, "hit") for each in _telling(hit) if may),
        cut_before=hit.snippet.cut_before,
        cut_after=hit.snippet.cut_after,
        language=bcp47(tag),
        direction=direction(tag),
        reason=hit.reason,
    )


def _telling(hit: Hit) -> Sequence[Span]:
    """The words to mark: without those that every text has ("the", "of"), where others were asked too."""
    entry, words = language(hit.address.language or ""), hit.snippet.words
    small = entry.stopwords if entry else frozenset()
    telling = [each for each in hit.snippet.marks if each.of(words).casefold() not in small]
    return telling or hit.snippet.marks


def _named(reader: Reader, typed: str) -> Named | None:
    """The document whose symbol, address or name was typed, where that is one alone."""
    try:
        meant = as_address(typed) or _by_name(reader, typed)
        here = reader.archive.get(str(meant)) if meant else None
    except AcquisError:
        return None
    if here is None:
        return None
    return Named(str(here.address), here.document.record.value("title") or str(here.address), here.said)


def _by_name(reader: Reader, typed: str) -> Pinpoint | None:
    """The work that is called so; only lines of the catalogue that have all of the letters are looked at as names."""
    words = re.findall(r"[^\W_]+", typed.casefold())
    lines = reader.once("lines", lambda: [(_line(each), each) for each in entries(reader)])
    near = [each for line, each in lines if all(word in line for word in words)] if len(typed) <= _LONGEST else []
    return by_name(typed, near).address if near else None


def _line(entry: Entry) -> str:
    told = (entry.title, entry.work, entry.place, entry.day, entry.kind, entry.symbol, entry.organ)
    return " ".join(filter(None, told)).casefold()


_LONGEST: Final = 200

ENTRY = page("/search", search, nav=message("Search"), order=2)
