"""Entering with the key, and leaving."""

from typing import Any

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromQuery
from litestar.response import Redirect

from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.security import is_key, session
from acquis.web.urls import own


def enter(reader: NamedDependency[Reader], key: FromQuery[str] = "", then: FromQuery[str] = "/") -> Response[Any]:
    """Opens the room to whoever shows its key; leads to a page of the room, and to no other place."""
    if not is_key(reader.room.key, key):
        raise PermissionDeniedException("That is not the key. `acquis serve` prints the address that has it.")
    cookie = session(key, secure=reader.request.url.scheme == "https")
    return Redirect(own(then), status_code=303, cookies=[cookie], headers={"cache-control": "no-store"})


ENTRY = page("/enter", enter, endings=False)
