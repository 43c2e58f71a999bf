"""The words of a page without what needs a server, and its links as they are in a copy."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from acquis.errors import BadAddress
from acquis.model import Pinpoint
from acquis.web.publishing.links import key_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEEDS_A_SERVER: Final = (
    "form|button|input|select|textarea|datalist|dialog|script|img|iframe|object|embed|aside[@class='facets']|section[@class='verify']|"
    "*[contains(concat(' ', @class, ' '), ' scripts ')]|details[contains(@class, 'again')]|p[@class='all']|"
    "p[@class='sub'][.//a[@download]]|ul[@class='filters']"
)
"""What asks, narrows, sorts or hands over files; the way from a margin to a page that says no more."""

_ACTS: Final = re.compile(
    r"/(?:agreed|certificate|cite|compare|concordance|feed|lineage|pinboard|search|brief)\b|/assent(?!.*\bstate=)|"
    r".*[?&](?:beside|colour|every)=|/catalogue$"
)
"""Links that do something. Where that cannot be done they go whole: their words alone would say nothing."""

_HOLDS: Final = frozenset({"li", "ul", "ol", "p", "nav", "dd"})
"""What goes with its last link or word."""

_POINTS: Final = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
"""What names ids, beside links."""

_LANDMARKS: Final = "nav|aside|section|*[@role='region']|*[@role='group']"

Where = Callable[[str], str | None]
"""Where a link of the room leads in a copy; None where it leads nowhere."""


def parsed(page: bytes) -> "HtmlElement":
    """A whole page of the room."""
    from lxml import html

    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def inner(words: bytes) -> "HtmlElement":
    """The words of a page again, as `outer` wrote them, in an element of their own."""
    from lxml import html

    return html.fragment_fromstring(words, create_parent=False, parser=html.HTMLParser(encoding="utf-8"))


def outer(main: "HtmlElement") -> bytes:
    """The words of a page, as HTML: whatever was escaped is escaped again."""
    from lxml import html

    return bytes(html.tostring(main, method="html", encoding="utf-8", with_tail=False))


def cleaned(main: "HtmlElement") -> None:
    """Takes away what needs a server or a script; what held nothing else goes with it."""
    for each in _all(main, _NEEDS_A_SERVER):
        _gone(each)
    for each in main.iter():
        for name in [name for name in each.attrib if name.startswith("data-") and name != "data-is"]:
            del each.attrib[name]


def filled(main: "HtmlElement", margin: Callable[[str], bytes | None]) -> None:
    """Puts into each paragraph's margin what is known of it, where that is wanted."""
    from lxml import html

    for each in main.xpath(".//*[@data-margin]"):
        words = margin(each.get("data-margin"))
        known = html.fragments_fromstring(words.decode(), no_leading_text=True) if words and words.strip() else []
        if [one for one in known if one.tag != "p"]:
            each[:] = known
        else:
            _gone(each)


def led(main: "HtmlElement", where: Where) -> None:
    """Every link leads to a page of the copy, or is none: its words stay, marked, unless they are only to do it.

    An `a` without `href` is no link: it stands where one could be, cannot be focused, and looks as the words around it.
    """
    for link in main.xpath(".//*[@href]"):
        url, found = link.get("href"), where(link.get("href")) if link.tag == "a" else None
        for name in ("href", "download", "rel", "hreflang", "target", "ping"):
            link.attrib.pop(name, None)
        if found is not None:
            link.set("href", found)
        elif link.tag != "a" or _acts(url) or not link.text_content().strip():
            _gone(link)
        else:
            link.set("class", f"{link.get('class', '')} copy-away".strip())
            link.set("title", "not in this copy")
            link.attrib.pop("aria-label", None)


def named(main: "HtmlElement", prefix: str, title: str) -> None:
    """Makes ids the page's own, and tells its landmarks from those of other pages, where many stand in one file."""
    for each in main.iter():
        if not isinstance(each.tag, str):
            continue
        if held := each.get("id"):
            each.set("id", prefix + held)
        for name in _POINTS:
            if pointed := each.get(name):
                each.set(name, " ".join(prefix + one for one in pointed.split()))
    for each in _all(main, _LANDMARKS):
        if label := each.get("aria-label"):
            each.set("aria-label", f"{label}: {title}")
        elif label := each.get("aria-labelledby"):
            each.set("aria-labelledby", f"{label} {prefix}head")


def ids(main: "HtmlElement") -> frozenset[str]:
    """The places that a link can lead to."""
    return frozenset(map(str, main.xpath(".//@id")))


def _acts(url: str) -> bool:
    """Whether a link does something; below the address of a document that is whatever is no part of it."""
    key = key_of(url)
    if not key.startswith("/d/") or "?" in key:
        return _ACTS.match(key) is not None
    try:
        return not Pinpoint.from_url(key)
    except BadAddress:
        return True


def _all(main: "HtmlElement", tags: str) -> "list[Any]":
    return list(main.xpath("|".join(f".//{each}" for each in tags.split("|"))))


def _gone(element: Any) -> None:
    """Takes an element away, with the sign that parted it from its neighbour, and what held nothing but it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    kept = (before.tail if before is not None else parent.text) or ""
    tail = element.tail or ""
    if kept.rstrip().endswith("·") and (not tail.strip() or tail.lstrip().startswith(("·", "."))):
        kept = kept.rstrip().removesuffix("·").rstrip() + " "
    elif tail.lstrip().startswith("·") and not kept.strip() and before is None:
        tail = tail.lstrip().removeprefix("·")
    parent.remove(element)
    if before is not None:
        before.tail = kept + tail
    else:
        parent.text = kept + tail
    if parent.tag in _HOLDS and not parent.text_content().strip(" \n·") and not _pictured(parent.iter()):
        _gone(parent)


def _pictured(elements: Iterable[Any]) -> bool:
    return any(each.tag in ("svg", "img") for each in elements)
