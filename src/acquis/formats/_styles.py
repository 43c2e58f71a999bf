"""What the styles of a word-processor document say of the paragraphs that use them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acquis.formats._numbering import W, indented

if TYPE_CHECKING:
    from lxml import etree

_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it takes over from those it is based on.

    `name` is the built-in English one whatever language the program spoke. `outline` is 0 for the highest heading and
    9 for the text. `list` and `level` number it.
    """

    name: str = ""
    outline: int | None = None
    list: str | None = None
    level: int | None = None
    hidden: bool = False
    bold: bool = False
    size: float | None = None
    indent: float | None = None
    language: str | None = None

    @property
    def heading(self) -> int:
        """The level of the heading that it makes, from 1; 0 for none."""
        if self.name.startswith("heading ") and self.name[8:].isdigit():
            return int(self.name[8:])
        return self.outline + 1 if self.outline is not None and self.outline < 9 else 0


class Styles:
    """The styles of a document, each worked out once."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        self.base = Style()
        for element in root.iterchildren(f"{W}style") if root is not None else ():
            name = element.get(f"{W}styleId", "")
            self._elements[name] = element
            if element.get(f"{W}default") in ("1", "true") and element.get(f"{W}type") == "paragraph":
                self.default = name
        if root is not None and (run := root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) is not None:
            self.base = _run(self.base, run)

    def style(self, name: str, depth: int = 0) -> Style:
        """The style of that id; an unknown one says nothing."""
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or depth > _DEEPEST:
            return self.base
        parent = value(element, "basedOn")
        found = _merged(self.style(parent, depth + 1) if parent else self.base, element)
        self._known[name] = found
        return found

    def lists(self) -> dict[str, str]:
        """The list that every list style stands for."""
        found = ((name, element.find(f"{W}pPr/{W}numPr/{W}numId")) for name, element in self._elements.items())
        return {name: number.get(f"{W}val", "") for name, number in found if number is not None}


def value(element: "etree._Element", name: str) -> str | None:
    """The `w:val` of a child; None where there is no such child."""
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def switched(element: "etree._Element", name: str) -> bool | None:
    """Whether a switch such as `w:b` is on; None where it is not mentioned."""
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off")


def _merged(style: Style, element: "etree._Element") -> Style:
    style = replace(style, name=(value(element, "name") or "").lower())
    if (paragraph := element.find(f"{W}pPr")) is not None:
        style = _paragraph(style, paragraph)
    if (run := element.find(f"{W}rPr")) is not None:
        style = _run(style, run)
    return style


def _paragraph(style: Style, properties: "etree._Element") -> Style:
    outline = value(properties, "outlineLvl")
    numbering, indent = properties.find(f"{W}numPr"), properties.find(f"{W}ind")
    if outline and outline.isdigit():
        style = replace(style, outline=int(outline))
    if indent is not None:
        style = replace(style, indent=indented(indent))
    if numbering is not None:
        level = value(numbering, "ilvl")
        style = replace(
            style,
            list=value(numbering, "numId") or style.list,
            level=int(level) if level and level.isdigit() else style.level,
        )
    return style


def _run(style: Style, properties: "etree._Element") -> Style:
    bold, hidden, size = switched(properties, "b"), switched(properties, "vanish"), value(properties, "sz")
    return replace(
        style,
        bold=style.bold if bold is None else bold,
        hidden=style.hidden if hidden is None else hidden,
        size=int(size) / 2 if size and size.isdigit() else style.size,
        language=value(properties, "lang") or style.language,
    )
