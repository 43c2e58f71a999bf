"""The room, asked in this process for its pages as a reader who has not entered."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Protocol

from acquis.web.security import Limits
from acquis.web.urls import Url

if TYPE_CHECKING:
    from acquis.web.publishing.standing import Standing

_PATIENCE: Final = 3_600.0
"""Seconds for one page: whoever publishes waits for what a reader would not wait for."""


class Ask(Protocol):
    """Gives the status and the words of the page at an address of the room, in one of its forms."""

    def __call__(self, key: str, form: str = "html") -> tuple[int, bytes]:
        """Asks for one page."""


@contextlib.contextmanager
def asked(stand: "Standing") -> Iterator[Ask]:
    """A room that nobody else reads: opened for a copy, and closed with it. It has no key, so that nobody is inside."""
    import httpx
    from anyio.from_thread import start_blocking_portal

    from acquis.web.app import room

    made: Any = room(stand.archive, limits=Limits(requests=None, seconds=_PATIENCE, parts=None))
    transport = httpx.ASGITransport(made, raise_app_exceptions=False)
    headers = {"accept": "text/html", "accept-language": "en", "accept-encoding": "identity"}
    client = httpx.AsyncClient(transport=transport, base_url="http://room", headers=headers)
    release = stand.release.name if stand.release else None

    def ask(key: str, form: str = "html") -> tuple[int, bytes]:
        url = _of(key, release)
        answer = portal.call(client.get, str(url) if form == "html" else url.form(form))
        return answer.status_code, answer.content

    with start_blocking_portal() as portal:  # a thread of its own: a notebook's is running a loop already
        yield ask
        portal.call(client.aclose)


def _of(key: str, release: str | None) -> Url:
    path, _, query = key.partition("?")
    return Url.of(path, Url.of(path, query).to(release=release).partition("?")[2])
