"""A page is a frozen value: shown by its template, given as JSON, its rows as CSV, at one address."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from litestar import Response
from msgspec import Struct

from acquis.web.urls import formed

if TYPE_CHECKING:
    from litestar import Request

HTML = "text/html"
FORMS = {"html": HTML, "json": "application/json", "csv": "text/csv"}


class Page(Struct, frozen=True, kw_only=True):
    """What a page shows, without how. `title` heads it; `rows` are what its CSV has, one record a line.

    `template` is the file that shows it.
    """

    template: ClassVar[str] = ""
    title: str

    def rows(self) -> Sequence[Struct]:
        """The records of the page, all of one kind; none where it is no list."""
        return ()


def form_of(request: "Request[Any, Any, Any]") -> str:
    """What a request asks for: by the ending of its address, else by what it accepts; HTML where it says neither."""
    if (ending := formed(request.url.path)[1]) != "html":
        return ending
    if request.url.path.startswith("/api/"):
        return "json"
    accepted = request.headers.get("accept", "").split(",")[0].partition(";")[0].strip()
    return {"application/json": "json", "application/problem+json": "json", "text/csv": "csv"}.get(accepted, "html")


def as_json(value: Any) -> bytes:
    """A value as JSON; what it holds that JSON has no form for is written as its words."""
    return msgspec.json.encode(value, enc_hook=str)


def as_csv(rows: Sequence[Struct]) -> bytes:
    """Records as a table for spreadsheets; a cell is never taken for a formula, and several values are one."""
    from acquis.formats.csvtable import table

    fields = rows[0].__struct_fields__ if rows else ()
    return table(fields, ([_cell(getattr(row, name)) for name in fields] for row in rows))


def file(content: bytes, name: str, media: str = "application/octet-stream") -> Response[bytes]:
    """A file to keep: whatever it holds, a browser neither opens nor guesses at it."""
    from urllib.parse import quote

    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_" for letter in name)
    headers = {
        "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-cache",
    }
    return Response(content, media_type=media, headers=headers)


def _cell(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return "; ".join(str(each) for each in value)
    return "" if value is None else str(value)
