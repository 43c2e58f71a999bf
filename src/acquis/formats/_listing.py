"""The lists of a web page: how they count, and how a browser marks their items."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquis.formats._ordinals import browser

if TYPE_CHECKING:
    from lxml import etree

_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_BULLETS = ("disc", "circle", "square")


@dataclass(slots=True)
class Listing:
    """A list that is being walked through: its next number, the step to the one after, and its style."""

    next: int
    step: int
    style: str

    def mark(self, item: "etree._Element") -> str:
        """What is printed before the next item: "3.", "c.", "•"; empty where the page wants nothing there."""
        self.next = _integer(item.get("value"), self.next)
        marker = browser(self.next, _style(item) or self.style)
        self.next += self.step
        return marker


def listing(element: "etree._Element", depth: int) -> Listing:
    """A list as the page opens it, inside so many others."""
    style = _style(element)
    if element.tag != "ol":
        return Listing(1, 1, style or _BULLETS[min(depth, 2)])
    turned = element.get("reversed") is not None
    first = sum(1 for child in element if child.tag == "li") if turned else 1
    return Listing(_integer(element.get("start"), first), -1 if turned else 1, style or "decimal")


def _style(element: "etree._Element") -> str:
    if found := _LIST_STYLE.search(element.get("style", "")[:2000]):
        return found[1].lower()
    given = element.get("type", "")
    return given if given in ("a", "A", "i", "I", "1") else given.lower()


def _integer(value: str | None, default: int) -> int:
    try:
        return max(-(10**9), min(int(value), 10**9)) if value else default
    except ValueError:
        return default
