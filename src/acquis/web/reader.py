"""Who reads: what they may see, in which language and form, and how they are answered."""

import datetime
import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from litestar import Request, Response

from acquis import __version__
from acquis.archive import queries
from acquis.web.answers import FORMS, HTML, Page, as_csv, as_json, form_of
from acquis.web.once import Once
from acquis.web.portions import MOST
from acquis.web.security import entered
from acquis.web.urls import Url
from acquis.web.words import Tongue, chosen
from acquis.web.working import Working, is_long

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.secretariat import Secretariat

T = TypeVar("T")

_PARTS: Final = 200_000
"""So many parts the texts have together that are kept open: some 200 MB."""

Asked = Request[Any, Any, Any]

UI: Final = "ui"
"""The cookie that remembers the language of the interface."""


@dataclass(frozen=True)
class Room:
    """One open archive as the room gives it out: to anybody what is public, to whoever entered with the key all.

    `site` is where the room is found, without a stroke at the end; `mail` is whom harvesters write to, `parts`
    how many parts of a text stand on one page.
    """

    archive: "Secretariat"
    key: str | None = None
    site: str = ""
    mail: str = ""
    parts: int | None = MOST
    once: Once = field(default_factory=Once)
    texts: Once = field(default_factory=lambda: Once(_PARTS, lambda place: 50 + len(place.document.parts)))
    working: Working = field(default_factory=Working)

    @cached_property
    def public(self) -> "Secretariat":
        """The desk of those who read without an account."""
        return self.archive.public

    def desk(self, inside: bool, release: str | None) -> "Secretariat":
        """The desk of a request. A release has one of its own, which is kept: it has to be opened once."""
        desk = self.archive if inside else self.public
        return self.once(("desk", inside, release), lambda: desk.at_release(release)) if release else desk

    def change(self, inside: bool) -> int:
        """The number of the last change of the archive that may be seen."""
        with (self.archive if inside else self.public).store.reading() as db:
            return queries.last_change(db)

    @cached_property
    def build(self) -> str:
        """The fingerprint of what pages are made with: another version makes them anew."""
        made = hashlib.blake2b(__version__.encode(), digest_size=6)
        here = Path(__file__).parent
        for folder in ("templates", "static", "messages"):
            for each in sorted((here / folder).iterdir()):
                made.update(each.read_bytes())
        return made.hexdigest()


@dataclass
class Ahead:
    """Who asks before anybody does, so that nobody waits for the catalogue: the same desk, the same memory."""

    room: Room
    inside: bool
    behind: bool = False

    @property
    def archive(self) -> "Secretariat":
        """The desk of those who will come."""
        return self.room.desk(self.inside, None)

    @property
    def headers(self) -> dict[str, str]:
        """None: nothing is sent."""
        return {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept for the readers of this state of the archive."""
        return self.room.once((self.room.change(self.inside), self.inside, None, key), make)


class Reader:
    """One request: the desk that answers it, and how. Every page gets one and gives what `answer` makes.

    `inside` is whether they entered with the key, `release` the state of the archive that they read, `tongue` the
    language of the interface, `change` the number of the archive's last change. `behind` says that an index was asked
    which had not caught up with it: then nothing of the answer is kept, neither here nor by the browser.
    """

    def __init__(self, request: Asked) -> None:
        room: Room = request.app.state.room
        query, shown = request.query_params, request.cookies
        self.room, self.request, self.inside = room, request, entered(room.key, shown)
        self.change, self.behind = room.change(self.inside), False
        self.release: str | None = query.get("release") or None
        self.tongue: Tongue = chosen(query.get(UI), shown.get(UI), request.headers.get("accept-language", ""))

    @cached_property
    def archive(self) -> "Secretariat":
        """The desk of this request: it gives what this reader may see, and nothing else."""
        return self.room.desk(self.inside, self.release)

    @property
    def site(self) -> str:
        """Where the room is found: as it was told, whatever name a request gives it; else by that name."""
        return self.room.site or str(self.request.base_url).rstrip("/")

    @cached_property
    def url(self) -> Url:
        """The page that was asked for."""
        path = self.request.scope["raw_path"].decode("ascii", "replace").partition("?")[0]
        return Url.of(path, self.request.url.query)

    @cached_property
    def form(self) -> str:
        """html, json or csv."""
        return form_of(self.request)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What this reader may see, worked out once for a change of the archive; of what takes long a few at a time."""
        whole = (self.change, self.inside, self.release, key)

        def held() -> T:
            return self.room.once(whole, make, lambda: not self.behind)

        return self.room.working(held) if is_long(key) and whole not in self.room.once else held()

    def opened(self, address: str) -> "Place":
        """The text of an address that this reader may see, and the place in it; the last ones are kept."""
        return self.room.texts((self.change, self.inside, self.release, address), lambda: self.archive.get(address))

    @property
    def etag(self) -> str:
        """What the answer hangs on: the archive, the day, the makers of pages, the address, and who asks how."""
        shown = self.request.cookies
        parts = (
            *(self.room.build, self.change, datetime.date.today(), self.request.url.path, self.request.url.query),
            *(self.inside, self.tongue.tag, self.form, shown.get("csrftoken"), shown.get(UI)),
        )
        return f'W/"{hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'

    @property
    def headers(self) -> dict[str, str]:
        """How long an answer holds: until the archive changes, which a browser asks each time."""
        if self.behind:
            return {"cache-control": "no-store"}
        kept = "private, no-cache" if self.inside else "no-cache"
        return {"etag": self.etag, "cache-control": kept, "vary": "Accept, Accept-Language, Cookie"}

    def answer(self, page: Page, *, status: int = 200) -> Response[bytes]:
        """The page in the form that was asked for."""
        from acquis.web.showing import shown

        if self.form == "json":
            body = as_json(page)
        elif self.form == "csv":
            body = as_csv(page.rows())
        else:
            body = shown(self, page).encode("utf-8", "replace")
        made = Response(body, media_type=FORMS[self.form], headers=self.headers, status_code=status)
        if self.request.query_params.get(UI) == self.tongue.tag:
            made.set_cookie(UI, self.tongue.tag, samesite="strict", httponly=True, max_age=31_536_000)
        return made


def reader_of(request: Asked) -> Reader:
    """Whoever sent a request."""
    return Reader(request)


def unchanged(request: Asked) -> Response[None] | None:
    """304 where the browser has the answer already: nothing is read but the number of the last change."""
    held = request.headers.get("if-none-match", "")
    if not held:
        return None
    reader = Reader(request)
    if reader.etag not in [each.strip() for each in held.split(",")]:
        return None
    return Response(None, status_code=304, headers=reader.headers, media_type=HTML)
