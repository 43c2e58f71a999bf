"""Entering with the key, and leaving."""

from typing import Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect

from acquis.web.answers import Page
from acquis.web.pages import Served, form, page
from acquis.web.reader import Reader
from acquis.web.security import is_key, left, session
from acquis.web.urls import own, went
from acquis.web.words import message


class LeavingPage(Page, frozen=True, kw_only=True):
    """Whether whoever reads has entered, and how they leave; `then` is the page that they came from."""

    template: ClassVar[str] = "leave.html"
    inside: bool
    then: str


def enter(reader: NamedDependency[Reader], key: FromQuery[str] = "", then: FromQuery[str] = "/") -> Response[Any]:
    """Opens the room to whoever shows its key; leads to a page of the room, and to no other place."""
    if not is_key(reader.room.key, key):
        raise PermissionDeniedException("That is not the key. `acquis serve` prints the address that has it.")
    cookie = session(key, secure=_secure(reader))
    return Redirect(own(then), status_code=303, cookies=[cookie], headers={"cache-control": "no-store"})


def leaving(reader: NamedDependency[Reader], then: FromQuery[str] = "/") -> Response[Any]:
    """Says whether one has entered; whoever has may leave."""
    title = message("Leave") if reader.inside else message("You read as anybody does")
    return reader.answer(LeavingPage(title=title, inside=reader.inside, then=own(then)))


def leave(reader: NamedDependency[Reader], data: URLEncodedBody[dict[str, str]]) -> Response[Any]:
    """Takes back what entering gave, and what the browser kept of it; then says so."""
    headers = {"cache-control": "no-store", "clear-site-data": '"cache"'}
    told = went("/left", then=own(data.get("then", "/")))
    return Redirect(told, status_code=303, cookies=[left(secure=_secure(reader))], headers=headers)


def _secure(reader: Reader) -> bool:
    return reader.request.url.scheme == "https"


_PATHS = (page("/enter", enter, endings=False), page("/left", leaving, endings=False), form("/leave", leave))
ENTRY = Served("/enter", tuple(handler for each in _PATHS for handler in each.handlers))
