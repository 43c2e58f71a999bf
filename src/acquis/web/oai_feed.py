"""A feed in Atom (RFC 4287): its entries, newest first, with names that never change."""

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.formats._escape import legal
from acquis.web.text import plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ATOM: Final = "http://www.w3.org/2005/Atom"
_NEVER: Final = "1970-01-01T00:00:00Z"
_NAMES: Final[Any] = {None: ATOM}


class Entry(Struct, frozen=True):
    """An entry: the address of what it tells of, its page, when it came and last changed, and its words.

    `words` are those of a document, in their language; "" where they may not be passed on.
    """

    id: str
    page: str
    title: str
    came: str
    changed: str
    author: str
    about: str = ""
    words: str = ""
    language: str = ""
    categories: tuple[str, ...] = ()


class Feed(Struct, frozen=True):
    """A feed: what it is called and what it says of itself, its own address, the page it belongs to, its entries."""

    title: str
    about: str
    here: str
    page: str
    entries: tuple[Entry, ...]
    language: str = "en"


def atom(feed: Feed, name: str) -> bytes:
    """The feed in XML; `name` says which one it is, wherever it is served."""
    from lxml import etree

    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_NAMES)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _added(root, "id", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'acquis feed {name}')}")
    _added(root, "title", feed.title)
    _added(root, "subtitle", feed.about)
    _added(root, "updated", max((each.changed for each in feed.entries), default=_NEVER))
    _author(root, "acquis")
    _added(root, "generator", "acquis")
    _link(root, "self", feed.here, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    for each in feed.entries:
        _entry(root, each)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def newest(entries: Iterable[Entry], most: int) -> tuple[Entry, ...]:
    """The entries that came last, the newest first; of one moment in the order of their addresses."""
    ordered: Sequence[Entry] = sorted(
        sorted(entries, key=lambda each: each.id), key=lambda each: each.came, reverse=True
    )
    return tuple(ordered[:most])


def _entry(root: "Element", each: Entry) -> None:
    from lxml import etree

    here = etree.SubElement(root, f"{{{ATOM}}}entry")
    _added(here, "id", each.id)
    _added(here, "title", plain(each.title))
    _added(here, "published", each.came)
    _added(here, "updated", each.changed)
    _author(here, each.author or "acquis")
    _link(here, "alternate", each.page, "text/html")
    for name in each.categories:
        etree.SubElement(here, f"{{{ATOM}}}category").set("term", legal(name))
    if each.about:
        _added(here, "summary", each.about)
    if each.words:
        content = _added(here, "content", each.words)
        content.set("type", "text")
        if each.language:
            content.set("{http://www.w3.org/XML/1998/namespace}lang", each.language)


def _author(within: "Element", name: str) -> None:
    from lxml import etree

    _added(etree.SubElement(within, f"{{{ATOM}}}author"), "name", name)


def _link(within: "Element", rel: str, href: str, media: str) -> None:
    from lxml import etree

    made = etree.SubElement(within, f"{{{ATOM}}}link")
    for name, value in (("rel", rel), ("href", href), ("type", media)):
        made.set(name, legal(value))


def _added(within: "Element", name: str, words: str) -> "Element":
    from lxml import etree

    made = etree.SubElement(within, f"{{{ATOM}}}{name}")
    made.text = legal(words)
    return made
