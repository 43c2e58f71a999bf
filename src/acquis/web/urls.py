"""Addresses of the room's own pages: what is shown is said in the address, and nothing else is."""

from functools import lru_cache
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct

from acquis.model import Pinpoint

FORMS = ("json", "csv")
"""What a page can be asked for by the ending of its address, beside HTML."""


class Url(Struct, frozen=True):
    """The path and the query of a page, in the order of the query."""

    path: str
    query: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: str, query: str) -> Self:
        """The address of a request as it was sent, but for the ending of a form and the language of the interface."""
        pairs = tuple(pair for pair in parse_qsl(query) if pair[0] != "ui")
        return cls(formed(path)[0], pairs)

    def to(self, **changes: Any) -> str:
        """The same page with other words in its query; None takes one away.

        >>> Url("/search", (("q", "water"), ("offset", "20"))).to(offset=None, year="2007")
        '/search?q=water&year=2007'
        """
        kept = [pair for pair in self.query if pair[0] not in changes]
        return _joined(self.path, [*kept, *_said(changes)])

    def form(self, name: str) -> str:
        """The same page as JSON or CSV."""
        path = "/index" if self.path == "/" else self.path
        return _joined(f"{path}.{name}", self.query)

    def __str__(self) -> str:
        return self.to()


def formed(path: str) -> tuple[str, str]:
    """The path of a page, and the form that its ending asks for: "html" where it has none.

    >>> formed("/search.json"), formed("/index.csv"), formed("/d/un/A/RES/70/1")
    (('/search', 'json'), ('/', 'csv'), ('/d/un/A/RES/70/1', 'html'))
    """
    stem, point, ending = path.rpartition(".")
    if not point or ending not in FORMS:
        return path, "html"
    return ("/" if stem == "/index" else stem), ending


def went(path: str, **query: Any) -> str:
    """A page of the room by its path and the words of its query."""
    return _joined(path, _said(query))


@lru_cache(maxsize=4_096)
def place(address: str) -> str:
    """The page of an address: of a document, of a part or of words in it; without a language that of the work.

    >>> place("osr:2005-06-09/halmor-declaration@en#p3")
    '/d/osr/2005-06-09/halmor-declaration/@en/p3'
    """
    return Pinpoint(address).url


def below(address: str, what: str) -> str:
    """What stands below an address: the margin of a paragraph, the file or the source of a document.

    >>> below("un:A/RES/70/1@en", "file"), below("un:A/RES/70/1@en#op3", "margin")
    ('/d/un/A/RES/70/1/@en/file', '/d/un/A/RES/70/1/@en/op3/margin')
    """
    return f"{place(address)}/{what}"


def anchored(address: str, release: str | None = None) -> str:
    """Where an address stands in the page of its document: of a long one in the portion that has it.

    >>> anchored("osr:2005-06-09/halmor-declaration@en#p3")
    '/d/osr/2005-06-09/halmor-declaration/@en?at=p3#p3'
    """
    here = Pinpoint(address)
    return went(here.expression.url, at=here.part, release=release) + (f"#{here.part}" if here.part else "")


def own(path: str) -> str:
    r"""A path that leads nowhere but into this room: the home page for any other.

    >>> own("/d/un/A/RES/70/1"), own("//example.org"), own("https://example.org"), own("/\\example.org")
    ('/d/un/A/RES/70/1', '/', '/', '/')
    """
    odd = "\\" in path or not path.isprintable()
    return path if path.startswith("/") and not path.startswith("//") and not odd else "/"


def _said(query: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, value in query.items() if value not in (None, "")]


def _joined(path: str, query: Any) -> str:
    return f"{path}?{urlencode(query)}" if query else path
