"""A page of a copy: its frame, its foot, its links, what its head says."""

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup
from msgspec import Struct

from acquis.web.linked import as_script
from acquis.web.publishing.cleaning import inner, led, named, outer
from acquis.web.publishing.placing import GENERATOR

if TYPE_CHECKING:
    from jinja2 import Environment
    from lxml.html import HtmlElement

    from acquis.web.publishing.links import Links
    from acquis.web.publishing.sheets import Leaf
    from acquis.web.publishing.standing import Standing

_HERE: Final = Path(__file__).parent
_STATIC: Final = _HERE.parent / "static"

_sound: Final = Markup
"""What lxml wrote, or the room: every word of it is escaped."""

Href = Callable[["Leaf", str, "Leaf"], str]
"""How a copy writes a link: to a place in a page, from another one."""


class Line(Struct, frozen=True):
    """A page in a list: what it is called and where it leads; `here` for the page that the list stands on.

    Pages `under` one heading stand in one line, the lines in the order of `place`.
    """

    label: str
    href: str
    here: bool
    under: str
    place: int


class Group(Struct, frozen=True):
    """The pages of one document, by its title; or those of none."""

    title: str
    lines: tuple[Line, ...]


def style() -> Markup:
    """The look of the room, and what copies add to it."""
    return _sound((_STATIC / "room.css").read_text("utf-8") + (_HERE / "copy.css").read_text("utf-8"))


def icon() -> bytes:
    """The sign of the room."""
    return (_STATIC / "room.svg").read_bytes()


def digest(content: bytes) -> str:
    """How a content security policy names what stands in a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}'"


def rendered(template: str, stand: "Standing", **told: Any) -> bytes:
    """A page of a copy as HTML."""
    made = _environment().get_template(template).render(stand=stand, generator=_sound(GENERATOR), **told)
    return made.encode("utf-8", "replace")


def words(leaf: "Leaf", links: "Links", href: Href, prefix: str = "") -> Markup:
    """The words of a page as they stand in a copy; with a prefix its ids are its own among those of many pages."""
    main = inner(leaf.words.read_bytes())
    led(main, partial(_where, leaf, links, href))
    if prefix:
        named(main, prefix, title_of(leaf))
    return _sound("".join(_parts(main)))


def linked(leaf: "Leaf", links: "Links", href: Href) -> Markup:
    """The linked data of a page: what it names is named by its address, and by its page where the copy has it."""
    told = _told(leaf.linked, leaf, links, href)
    return _sound(as_script(told) if told else "")


def title_of(leaf: "Leaf") -> str:
    """What a page is called among others."""
    label = leaf.sheet.label
    label = ", ".join(filter(None, [leaf.sheet.under, label]))
    return f"{label}: {leaf.about}" if leaf.sheet.of and label else label or leaf.title


def beside(leaf: "Leaf", leaves: "Sequence[Leaf]", href: Href) -> tuple[Line, ...]:
    """The pages of the same document."""
    mine = [each for each in leaves if leaf.sheet.of and each.sheet.of == leaf.sheet.of]
    return lines(mine, leaf, href)


def contents(leaves: "Sequence[Leaf]", here: "Leaf | None", href: Href) -> Iterator[Group]:
    """Every page that has a name, those of one document under its title."""
    shown = [each for each in leaves if each.sheet.label or not each.sheet.of]
    for of, held in groupby(shown, key=lambda each: each.sheet.of):
        mine = list(held)
        title = next((each.about for each in mine if each.sheet.kind in ("text", "brief")), "") if of else ""
        yield Group(title, lines(mine, here, href))


def lines(leaves: "Sequence[Leaf]", here: "Leaf | None", href: Href) -> tuple[Line, ...]:
    """Some pages as a list of them."""
    places = dict[str, int]()
    return tuple(
        Line(
            label=each.sheet.label or each.title,
            href=href(each, "", here or each),
            here=each is here,
            under=each.sheet.under,
            place=places.setdefault(each.sheet.under or each.sheet.key, number),
        )
        for number, each in enumerate(leaves)
    )


def _where(leaf: "Leaf", links: "Links", href: Href, url: str) -> str | None:
    found = links.of(url, leaf)
    return href(*found, leaf) if found else None


def _parts(main: "HtmlElement") -> Iterator[str]:
    """What stands in the element, without the element."""
    from html import escape

    yield escape(main.text or "", quote=False)
    for each in main:
        yield outer(each).decode()
        yield escape(each.tail or "", quote=False)


def _told(value: Any, leaf: "Leaf", links: "Links", href: Href) -> Any:
    if isinstance(value, list):
        return [_told(each, leaf, links, href) for each in value]
    if not isinstance(value, Mapping):
        return value
    made = {name: _told(each, leaf, links, href) for name, each in value.items() if name not in ("@id", "url")}
    if str(at := value.get("@id", "")).startswith("/d/"):
        from acquis.model import Pinpoint

        made.setdefault("identifier", str(Pinpoint.from_url(at)))
        where = _where(leaf, links, href, at)
        made |= {"url": where} if where else {}
    return made


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
