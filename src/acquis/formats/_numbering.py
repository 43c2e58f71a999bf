"""The number that a word processor prints before a paragraph."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acquis.formats._ordinals import word_processor

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_PLACE = re.compile(r"%([1-9])")
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf02d": "–", "\uf0fc": "✓", "\uf0a8": "◦", "o": "◦"}
_AFTER = {"tab": "\t", "space": " ", "nothing": ""}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, what it prints and after which level it starts again."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    after: str = "\t"
    restart: int | None = None
    legal: bool = False
    paragraph: str = ""
    indent: float | None = None


@dataclass(slots=True)
class _List:
    """The counters of one abstract list; several lists of a file may share them."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


class Numbering:
    """The lists of a document. Numbers are given in the order of the text: every paragraph asks once."""

    def __init__(self, root: "etree._Element | None", styles: dict[str, str]) -> None:
        """`styles` maps a list style to the list it stands for."""
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = {}
        if root is not None:
            self._read(root, styles)

    def label(self, number: str, level: int) -> str:
        """What is printed before the next paragraph of that list and level, with the tab or blank after it."""
        if number not in self._lists or not 0 <= level < _DEEPEST:
            return ""
        abstract, starts, changed = self._lists[number]
        counter = self._abstract[abstract]
        levels = counter.levels | changed
        if level not in levels:
            return ""
        self._count(counter, number, level, starts, levels)
        return _printed(level, counter.counts, levels)

    def level(self, number: str, level: int) -> Level | None:
        """How that level of the list is set."""
        if number not in self._lists:
            return None
        abstract, _, changed = self._lists[number]
        return (self._abstract[abstract].levels | changed).get(level)

    def level_of(self, number: str, paragraph: str) -> int:
        """The level that a paragraph style has in a list; 0 where the list does not say."""
        if number not in self._lists:
            return 0
        levels = self._abstract[self._lists[number][0]].levels
        return next((at for at, level in levels.items() if level.paragraph == paragraph), 0)

    def _count(self, counter: _List, number: str, level: int, starts: dict[int, int], levels: dict[int, Level]) -> None:
        if number not in counter.used:
            counter.used.add(number)
            for at, start in starts.items():  # a list that starts anew does so once, where it is met first
                counter.counts[at] = start - 1
        counter.counts[level] = counter.counts.get(level, levels[level].start - 1) + 1
        for below in [at for at in counter.counts if at > level]:
            restart = levels[below].restart if below in levels else None
            if restart is None or 0 < level + 1 <= restart:
                del counter.counts[below]

    def _read(self, root: "etree._Element", styles: dict[str, str]) -> None:
        linked: dict[str, str] = {}
        for abstract in root.iterchildren(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            self._abstract[name] = _List(dict(map(_level, abstract.iterchildren(f"{W}lvl"))))
            if style := _value(abstract, "numStyleLink"):
                linked[name] = style
        for element in root.iterchildren(f"{W}num"):
            abstract_name = _value(element, "abstractNumId") or ""
            if abstract_name in self._abstract:
                overrides = list(element.iterchildren(f"{W}lvlOverride"))
                self._lists[element.get(f"{W}numId", "")] = (abstract_name, _starts(overrides), _changes(overrides))
        for name, style in linked.items():
            target = self._lists.get(styles.get(style, ""))
            if target:
                self._abstract[name] = self._abstract[target[0]]


def _printed(level: int, counts: dict[int, int], levels: dict[int, Level]) -> str:
    own = levels[level]

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at > level or at not in levels:
            return ""
        style = levels[at].style
        legal = own.legal and style not in ("bullet", "none", "decimalZero")
        return word_processor(counts.get(at, levels[at].start), "decimal" if legal else style)

    text = _BULLETS.get(own.text, own.text) if own.style == "bullet" else _PLACE.sub(number, own.text)
    text = "•" if own.style == "bullet" and len(text) == 1 and "\ue000" <= text <= "\uf8ff" else text
    return text + own.after if text.strip() else ""


def _level(element: "etree._Element") -> tuple[int, Level]:
    restart = _value(element, "lvlRestart")
    indent = element.find(f"{W}pPr/{W}ind")
    return _integer(element.get(f"{W}ilvl"), 0), Level(
        start=_integer(_value(element, "start"), 0),
        style=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        after=_AFTER.get(_value(element, "suff") or "tab", "\t"),
        restart=None if restart is None else _integer(restart, 0),
        legal=element.find(f"{W}isLgl") is not None,
        paragraph=_value(element, "pStyle") or "",
        indent=None if indent is None else indented(indent),
    )


def indented(element: "etree._Element") -> float:
    """Where the first line begins, in points from the margin, by a `w:ind`."""
    left = _integer(element.get(f"{W}left") or element.get(f"{W}start"), 0)
    return (left + _integer(element.get(f"{W}firstLine"), 0) - _integer(element.get(f"{W}hanging"), 0)) / 20


def _starts(overrides: "list[etree._Element]") -> dict[int, int]:
    given = ((_integer(each.get(f"{W}ilvl"), 0), _value(each, "startOverride")) for each in overrides)
    return {level: _integer(start, 1) for level, start in given if start is not None}


def _changes(overrides: "list[etree._Element]") -> dict[int, Level]:
    return dict(_level(level) for each in overrides for level in each.iterchildren(f"{W}lvl"))


def _value(element: "etree._Element", name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _integer(value: str | None, default: int) -> int:
    try:
        return max(-32_768, min(int(float(value)), 32_767)) if value else default
    except (ValueError, OverflowError):
        return default
