"""The pages of the room: one file a page.

A page is a file here with `ENTRY` and a template beside those of the others. The file holds

- a value: a frozen `Page` with everything that is shown, and `rows()` for the CSV;
- pure functions from the archive to that value;
- a handler that takes `reader` and the words of the query, and gives `reader.answer(value)`.

    class Brief(Page, frozen=True, kw_only=True):
        template: ClassVar[str] = "brief.html"
        lines: tuple[str, ...]

    def brief(reader: NamedDependency[Reader], of: FromQuery[str]) -> Response[Any]:
        return reader.answer(Brief(title=..., lines=lines_of(reader.archive, of)))

    ENTRY = page("/brief", brief)

`page` gives it its three addresses (`/brief`, `/brief.json`, `/brief.csv`), its 304, and a place in the head of every
page where `nav` names it. The desk `reader.archive` gives what this reader may see: a page never looks past it.
`reader.once(key, make)` keeps what is dear to work out until the archive changes. The template extends `base.html`; it
says `_("…")` for words of the interface, which go into each catalogue of `messages`, and `said(value)` for a value that
may stand there (never `_(value)`: it would not be escaped); `go("/search", q=…)` and
`place(address)` for links; `url.to(offset=20)` for the same page with another query. A form sends `{{ forms.token() }}`
and its handler is made with `form`.

The words that a reader selects, and each paragraph, are offered the pages that are served at these addresses:
`/agreed?of=ADDRESS`, `/lineage?of=ADDRESS`, `/assent?of=ADDRESS`, `/cite?of=ADDRESS`, `/pinboard?add=ADDRESS`; and the
home page shows its box for a paragraph where `/agreed?text=WORDS` is served. Until then none of them is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from litestar import post, route

from acquis.web.reader import unchanged


@dataclass(frozen=True, slots=True)
class Served:
    """A page with its address, its handlers, and its name in the head of every page, in that order; "" for none."""

    path: str
    handlers: tuple[Any, ...]
    nav: str = ""
    order: int = 0


def page(path: str, handler: Callable[..., Any], *, nav: str = "", order: int = 0, endings: bool = True) -> Served:
    """A page at its address, and as JSON and CSV at the same one with an ending."""
    stem = "/index" if path == "/" else path
    paths = (path, f"{stem}.json", f"{stem}.csv") if endings else (path,)
    return Served(path, tuple(_read(each)(handler) for each in paths), nav, order)


def form(path: str, handler: Callable[..., Any]) -> Served:
    """What a form is sent to."""
    return Served(path, (post(path, sync_to_thread=True, status_code=303, include_in_schema=False)(handler),))


def _read(path: str) -> Any:
    return route(
        path, http_method=["GET", "HEAD"], sync_to_thread=True, include_in_schema=False, before_request=unchanged
    )
