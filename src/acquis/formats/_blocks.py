"""A web page in blocks: what a browser would print, paragraph by paragraph, with list numbers, tables and notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acquis.formats import Link, Mark, Role
from acquis.formats._listing import Listing, listing
from acquis.formats._page_notes import settle
from acquis.formats._sheet import Words
from acquis.model.span import Span

if TYPE_CHECKING:
    from lxml import etree

_PARAGRAPHS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
        ),
        *(
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
        ),
        *(
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "p",
            "pre",
            "section",
            "summary",
        ),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "audio", "video"),
        *(
            "canvas",
            "svg",
            "datalist",
            "select",
            "button",
            "textarea",
            "input",
            "map",
            "rp",
            "rt",
            "noframes",
            "frameset",
        ),
        *("progress", "meter"),
    )
)
_CELLS = frozenset({"td", "th", "tr"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_AROUND = frozenset({"nav", "aside"})
_AROUND_OUTSIDE_ARTICLE = frozenset({"header", "footer"})
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
_NAMED_BOXES = frozenset({"div", "ul", "ol", "section", "td", "table", "p"})
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|share|sharing|social|cookies?|related|"
    r"newsletter|pagination|pager|toolbar|skip|login|adverts?|ads)(?:$|[\s_-])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile("[ \t\n\r\f]+")
_UNEVEN = ("\n", "  ", "\t", "\r", "\f")
_WIDE_BREAK = re.compile(
    "(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])"
)
_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivxl]{1,5}|[*†‡§]{1,3})\s*[\])]?", re.IGNORECASE)
_NOTE_NAME = re.compile(
    r"(?:^|[\s_-])_?(?:sd)?(?:fn|ftn|fnref|ftnref|edn|footnote|endnote|noteref|note)", re.IGNORECASE
)
_LONGEST_MARK = 12
_LONG_CELL = 200


@dataclass(slots=True)
class Block:
    """A paragraph of a page. `marker` is its printed list number; `around` says that it stands in a menu."""

    words: Words
    within: "etree._Element"
    role: Role = Role.PLAIN
    level: int = 0
    language: str | None = None
    marker: str = ""
    around: bool = False
    names: list[str] = field(default_factory=list)
    note: str = ""
    raised: str = ""  # the raised number that it begins with
    bold: bool = False

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return sum(len(link.span) for link in self.words.links) / max(self.words.length, 1)


@dataclass(slots=True)
class _Inside:
    """What an element changed while it is open, to be put back at its end."""

    element: "etree._Element"
    language: str | None
    around: bool
    article: bool
    preformatted: bool


class Blocks:
    """One walk through a page, in the order of its source; nothing in it is recursive."""

    def __init__(self, body: "etree._Element", reading: str) -> None:
        self.found: list[Block] = []
        self.revised = False
        self.hidden = 0
        self._dropped_change = "del" if reading == "accepted" else "ins"
        self._names = {name for element in body.iter(tag=None) for name in _ids(element)}
        self._body = body
        self._words, self._marker, self._opened_names = Words(), "", list[str]()
        self._role, self._level = Role.PLAIN, 0
        self._lists: list[Listing] = []
        self._inside: list[_Inside] = []
        self._language: str | None = None
        self._around = self._article = self._preformatted = False
        self._rows = 0  # how many tables of data are open: in them a line is a row
        self._links: list[tuple[int, str]] = []
        self._raised: list[int] = []
        self._bold = 0
        self._light = False
        self._first_raised = ""
        self._loose: list[tuple[Words, Mark]] = []
        self._called: dict[str, str] = {}
        self._walk(body)
        settle(self.found, self._called, self._loose)

    def _walk(self, body: "etree._Element") -> None:
        from lxml import etree

        skipped: etree._Element | None = None
        for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._text(element.tail)
                continue
            if event == "start":
                if self._is_unseen(element):
                    skipped = element
                    continue
                self._open(element)
                self._text(element.text)
            else:
                if event == "end":
                    self._close(element)
                if element is not body:
                    self._text(element.tail)
        self._flush(body)

    def _is_unseen(self, element: "etree._Element") -> bool:
        tag = element.tag
        if tag == self._dropped_change:
            self.revised = True
            return True
        style = element.get("style")
        hidden = element.get("hidden") is not None or (style is not None and _HIDDEN.search(style[:2000]) is not None)
        if hidden:
            self.hidden += len(written(element).strip())
        return hidden or tag in _UNSEEN

    # elements

    def _open(self, element: "etree._Element") -> None:
        tag = str(element.tag)
        if tag in _PARAGRAPHS and not (self._rows and tag in _CELLS):
            self._boundary(element)
        self._inside.append(_Inside(element, self._language, self._around, self._article, self._preformatted))
        self._language = element.get("lang") or element.get("xml:lang") or self._language
        self._around = self._around or self._is_around(element, tag)
        self._article = self._article or tag in ("article", "main")
        self._opened_names += _ids(element)
        self._begin(element, tag)

    def _begin(self, element: "etree._Element", tag: str) -> None:
        match tag:
            case "br":
                self._break()
            case "li":
                self._item(element)
            case "pre":
                self._preformatted = True
            case "td" | "th" if self._rows and element.getprevious() is not None:
                self._words.add("\t")
            case "table" if self._rows or _is_data(element):
                self._rows += 1
            case "a" if element.get("href"):
                self._links.append((self._words.length, element.get("href", "")))
            case "sup":
                self._raised.append(self._words.length)
            case "b" | "strong":
                self._bold += 1
            case "q":
                self._write("“")
            case "ins" | "del":
                self.revised = True
            case _ if tag in _LISTS:
                self._lists.append(listing(element, len(self._lists)))
            case _ if tag in _HEADINGS:
                self._role, self._level = Role.HEADING, _HEADINGS[tag]

    def _close(self, element: "etree._Element") -> None:
        tag = str(element.tag)
        match tag:
            case "a" if element.get("href") and self._links:
                self._end_link(element)
            case "sup" if self._raised:
                self._end_raised(self._raised.pop())
            case "b" | "strong":
                self._bold -= 1
            case "q":
                self._write("”")
            case "tr" if self._rows:
                self._flush(element)
        if tag in _PARAGRAPHS and not (self._rows and tag in _CELLS):
            self._boundary(element)
        if tag == "li":
            self._marker = ""
        if tag in _LISTS and self._lists:
            self._lists.pop()
        if tag == "table" and self._rows:
            self._rows -= 1
        if tag in _HEADINGS:
            self._role, self._level = Role.PLAIN, 0
        outer = self._inside.pop()
        self._language, self._around, self._article = outer.language, outer.around, outer.article
        self._preformatted = outer.preformatted

    def _is_around(self, element: "etree._Element", tag: str) -> bool:
        if tag in _AROUND or element.get("role") in _AROUND_ROLES:
            return True
        if tag in _AROUND_OUTSIDE_ARTICLE and not self._article:
            return True
        if tag not in _NAMED_BOXES or not element.keys():
            return False
        names = f"{element.get('id', '')[:200]} {element.get('class', '')[:200]}".lower()
        return bool(_AROUND_NAMES.search(names))

    def _item(self, element: "etree._Element") -> None:
        marker = self._lists[-1].mark(element) if self._lists else "•"
        if self._rows:
            self._write(f"{marker} " if marker else "")
        else:
            self._marker = marker

    def _break(self) -> None:
        if self._rows:
            self._write(" ")
        else:
            self._words.add("\n")

    def _boundary(self, element: "etree._Element") -> None:
        if self._rows and element.tag not in ("table", "tr", "caption"):
            self._write(" ")
        else:
            self._flush(element)

    # words

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted and not self._rows:
            self._words.add(text.replace("\r\n", "\n"))
        else:
            self._write(_evened(text))

    def _write(self, text: str) -> None:
        last = self._words.parts[-1][-1:] if self._words.parts else "\n"
        if text.startswith(" ") and last in " \n\t":
            text = text[1:]
        if text:
            self._words.add(text)
            self._light = self._light or (not self._bold and any(map(str.isalnum, text)))

    def _flush(self, element: "etree._Element") -> None:
        """End the paragraph that is being written, if there is any."""
        words = self._words
        if not words.parts:
            return
        if words.text.strip():
            role, level = self._role, self._level
            if self._rows:
                role = Role.CELL
            elif role is Role.PLAIN and self._marker and self._marker[0] not in "•◦▪":
                role = Role.ITEM
            if role in (Role.PLAIN, Role.ITEM) and self._marker:
                role, level = Role.ITEM, max(len(self._lists), 1)
            self.found.append(
                Block(
                    *(words, self._inside[-1].element if self._inside else element, role, level, self._language),
                    *(self._marker, self._around, self._opened_names, "", self._first_raised),
                    bold=not self._light,
                )
            )
            self._marker, self._opened_names = "", []
        self._words, self._light, self._first_raised = Words(), False, ""
        self._links = [(0, target) for _, target in self._links]
        self._raised = [0 for _ in self._raised]

    def _end_link(self, element: "etree._Element") -> None:
        start, target = self._links.pop()
        words = self._words
        if words.length == start or target.lower().startswith("javascript:"):
            return
        mark = self._mark_since(start) if target.startswith("#") else ""
        if not mark or target[1:] not in self._names or not _is_note_link(element, target):
            words.links.append(Link(Span(start, words.length), target))
        elif self._said_before(start):
            self._called[target[1:]] = mark
            words.cut(start)
            words.marks.append(Mark(Span(start, start), mark))
            while self._loose and self._loose[-1][0] is words and self._loose[-1][1].span.end > start:
                self._loose.pop()
        else:
            self._first_raised = mark

    def _end_raised(self, start: int) -> None:
        """A raised number: of a note that begins, or perhaps the call of one, which the notes will tell."""
        mark = self._mark_since(start)
        if not mark or (self._rows and mark.isalpha()):
            return
        before = self._said_before(start)
        if not before:
            self._first_raised = mark
        elif not before.isdigit():
            self._loose.append((self._words, Mark(Span(start, self._words.length), mark)))

    def _mark_since(self, start: int) -> str:
        """The note's number, if nothing else was written since."""
        if self._words.length - start > _LONGEST_MARK:
            return ""
        mark = _MARK.fullmatch(self._words.since(start).strip())
        return mark[1] if mark else ""

    def _said_before(self, start: int) -> str:
        """The last letter of the paragraph before that place; empty at its beginning."""
        near = self._words.since(max(start - _LONGEST_MARK, 0))[: min(start, _LONGEST_MARK)].rstrip()
        return near[-1:] or ("…" if start > _LONGEST_MARK else "")


def _evened(text: str) -> str:
    """Every run of blanks as one; line breaks between letters of scripts without blanks are none."""
    if not any(blank in text for blank in _UNEVEN):  # letters are sought faster one by one than by a pattern
        return text
    return _BLANKS.sub(" ", text if text.isascii() else _WIDE_BREAK.sub("", text))


def written(element: "etree._Element") -> str:
    """All characters in an element, as they are in the file."""
    return "".join(map(str, element.itertext()))


def _ids(element: "etree._Element") -> list[str]:
    return [name for name in (element.get("id"), element.get("name") if element.tag == "a" else None) if name]


def _is_note_link(element: "etree._Element", target: str) -> bool:
    """Whether a link inside the page looks like the call of a note, or like the way back from one."""
    raised = element.find(".//sup") is not None or any(parent.tag == "sup" for parent in _near(element))
    names = f"{target[1:80]} {element.get('class', '')[:80]} {element.get('role', '')[:40]}"
    return raised or bool(_NOTE_NAME.search(names)) or written(element).strip().startswith("[")


def _near(element: "etree._Element") -> Iterator["etree._Element"]:
    for count, parent in enumerate(element.iterancestors()):
        if count == 3:
            return
        yield parent


def _is_data(table: "etree._Element") -> bool:
    """Whether a table is data in rows; many pages use tables to lay out their text, and those are read cell by cell."""
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        widest = max(widest, len(cells))
        for cell in cells:
            length = len(written(cell))
            if length > _LONG_CELL and sum(1 for _ in cell.iter("p", "br", "li", "h1", "h2", "h3", "div")) > 2:
                return False
    return widest > 1
