"""The paragraphs of a word-processor document: printed numbers, tables, text boxes, notes, heads and feet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from acquis.formats import Line, Role
from acquis.formats._numbering import Numbering, W, indented
from acquis.formats._runs import Counts, Notes, Runs, chosen, local
from acquis.formats._sheet import Sheet, Words
from acquis.formats._styles import Style, Styles, value
from acquis.formats._zip import Package
from acquis.model.span import Span

if TYPE_CHECKING:
    from lxml import etree

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOWHERE = Span(0, 0)
_LONG = 300
_FURNITURE = 20_000


@dataclass(slots=True)
class Paragraph:
    """A paragraph's words and what its properties say.

    `joins` says that its end was deleted, or is not there in the reading asked for: it runs into the next one.
    """

    words: Words
    line: Line
    joins: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not self.words.text.strip()


class Walk:
    """One walk through a document, in the order of the text, that fills a sheet."""

    def __init__(self, package: Package, main: str, reading: str) -> None:
        """`main` is the part with the body."""
        self.sheet = Sheet()
        self._package, self._folder = package, main.rpartition("/")[0]
        self._styles = Styles(package.xml(self._beside("styles.xml")))
        self._numbering = Numbering(package.xml(self._beside("numbering.xml")), self._styles.lists())
        self._settings = package.xml(self._beside("settings.xml"))
        self._targets = _targets(package, main)
        self._notes = {kind: self._read_notes(kind) for kind in ("footnote", "endnote")}
        self.runs = Runs(reading, self._styles, self._targets, self._notes)
        self._accepted = reading == "accepted"
        self._foreign = 0

    def write(self, body: "etree._Element") -> None:
        """The whole document: the masthead, the body, its notes, and at last running heads and feet."""
        masthead = self._masthead(body)
        for paragraph in self._plain(masthead):
            self.sheet.write(paragraph.words, Line(_NOWHERE, Role.RECORD))
        self.runs.page = 1
        for paragraph in self._blocks(body):
            self.sheet.write(paragraph.words, paragraph.line)
        self._write_notes()
        self._write_margins(masthead)

    def doubts(self) -> Iterator[str]:
        """What people should know of the reading."""
        if self.runs.revised:
            kept = "made" if self._accepted else "left aside"
            yield f"The file has tracked changes; the text is read with all of them {kept}."
        if self.runs.hidden:
            yield f"{self.runs.hidden} characters are formatted as hidden and were left out."
        comments = self._package.xml(self._beside("comments.xml"))
        if number := _said(comments):
            yield f"{number} comments stand in the margin and were left out."
        if self._foreign:
            yield f"{self._foreign} embedded documents were not read."

    # blocks

    def _blocks(self, container: "etree._Element") -> Iterator[Paragraph]:
        """The paragraphs of a body, a cell, a note or a box; a row of a table is one."""
        held: Words | None = None
        for element in container.iterchildren(tag=None):
            for paragraph in self._block(element):
                if held is not None:
                    held.append(paragraph.words)
                    paragraph.words = held
                held = paragraph.words if paragraph.joins else None
                if not paragraph.joins:
                    yield paragraph
        if held is not None:
            yield Paragraph(held, Line(_NOWHERE))

    def _block(self, element: "etree._Element") -> Iterator[Paragraph]:
        match local(element):
            case "p":
                yield from self._paragraph(element)
            case "tbl":
                yield from self._table(element)
            case "sdt" | "sdtContent" | "customXml" | "smartTag":
                yield from self._blocks(element)
            case "AlternateContent":
                for content in chosen(element):
                    yield from self._blocks(content)
            case "ins" | "del" | "moveTo" | "moveFrom" as change:
                if not self.runs.drops({change}):
                    yield from self._blocks(element)
            case "altChunk":
                self._foreign += 1

    def _paragraph(self, element: "etree._Element") -> Iterator[Paragraph]:
        properties = element.find(f"{W}pPr")
        style = self._styles.style(self._style_of(properties))
        page = self.runs.page + _breaks_first(element)
        words, counts = self.runs.read(element, style)
        run = properties.find(f"{W}rPr") if properties is not None else None
        joins = run is not None and self.runs.drops({local(change) for change in run})
        boxes, self.runs.boxes = self.runs.boxes, []
        line, label = self._line(properties, style, words, counts, joins)
        yield Paragraph(_led(label, words), replace(line, page=page), joins)
        for box in boxes:
            yield from self._blocks(box)

    def _line(
        self, properties: "etree._Element | None", style: Style, words: Words, counts: Counts, joins: bool
    ) -> tuple[Line, str]:
        """What the properties say of the paragraph, and the number printed before it."""
        text = words.text
        number, level = self._list(properties, style)
        printed = number and not joins and (text.strip() or words.marks)
        label = self._numbering.label(number, level) if printed else ""
        outline = value(properties, "outlineLvl") if properties is not None else None
        heading = int(outline) + 1 if outline and outline.isdigit() else style.heading
        role, depth = _role(style, heading if heading <= 9 else 0, label, level)
        indent = self._indent(properties, style, number, level)
        language = counts.language(len(text))
        return Line(_NOWHERE, role, depth, indent=indent, language=language, size=style.size, bold=counts.bold), label

    def _style_of(self, properties: "etree._Element | None") -> str:
        return (value(properties, "pStyle") if properties is not None else None) or self._styles.default

    def _list(self, properties: "etree._Element | None", style: Style) -> tuple[str, int]:
        """The list of a paragraph and its level there; an empty name for none."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number = value(own, "numId") if own is not None else None
        level = value(own, "ilvl") if own is not None else None
        if number == "0" or not (number or style.list):
            return "", 0
        name = number or style.list or ""
        if level and level.isdigit():
            return name, int(level)
        if style.level is not None or number:
            return name, style.level or 0
        return name, self._numbering.level_of(name, self._style_of(properties))

    def _indent(self, properties: "etree._Element | None", style: Style, number: str, level: int) -> float | None:
        own = properties.find(f"{W}ind") if properties is not None else None
        if own is not None:
            return indented(own)
        listed = self._numbering.level(number, level) if number else None
        return listed.indent if listed and listed.indent is not None else style.indent

    # tables

    def _table(self, table: "etree._Element") -> Iterator[Paragraph]:
        """A paragraph for each row; text that is only laid out by a table comes paragraph by paragraph."""
        rows = [[list(self._blocks(cell)) for cell in _cells(row)] for row in self._rows(table)]
        filled = [[cell for cell in row if not all(part.blank for part in cell)] for row in rows]
        layout = all(len(row) <= 1 for row in filled)
        for row, full in zip(rows, filled, strict=True):
            if layout or _is_prose(full):
                for cell in full:
                    yield from cell
            elif full:
                yield _row(row)

    def _rows(self, table: "etree._Element") -> Iterator["etree._Element"]:
        for element in table.iterchildren(tag=None):
            if local(element) in ("sdt", "sdtContent", "customXml"):
                yield from self._rows(element)
            elif local(element) == "tr" and not self.runs.drops(
                {local(each) for each in element.iterfind(f"{W}trPr/*")}
            ):
                yield element

    # notes, heads and feet

    def _read_notes(self, kind: str) -> Notes:
        root = self._package.xml(self._beside(f"{kind}s.xml"))
        found = root.iterchildren(f"{W}{kind}") if root is not None else ()
        texts = {note.get(f"{W}id", ""): note for note in found if note.get(f"{W}type", "normal") == "normal"}
        properties = self._settings.find(f"{W}{kind}Pr") if self._settings is not None else None
        style = value(properties, "numFmt") if properties is not None else None
        return Notes(texts, style or ("decimal" if kind == "footnote" else "lowerRoman"))

    def _write_notes(self) -> None:
        for notes in self._notes.values():
            for name, number in list(notes.called):
                parts = [part for part in self._blocks(notes.texts[name]) if not part.blank]
                for at, part in enumerate(parts):
                    self.sheet.write(part.words, Line(_NOWHERE, Role.NOTE, note="" if at else number))

    def _masthead(self, body: "etree._Element") -> str:
        """The part with the head of the first page, where that page has one of its own: it prints symbol and date."""
        section = next(body.iter(f"{W}sectPr"), None)
        if section is None or section.find(f"{W}titlePg") is None:
            return ""
        heads = (each for each in section.iterfind(f"{W}headerReference") if each.get(f"{W}type") == "first")
        return next((self._targets.get(head.get(f"{_R}id", ""), ("", ""))[1] for head in heads), "")

    def _plain(self, part: str) -> Iterator[Paragraph]:
        root = self._package.xml(self._beside(part)) if part else None
        for element in root.iter(f"{W}p") if root is not None else ():
            if not any(local(parent) == "Fallback" for parent in element.iterancestors()):
                yield from (paragraph for paragraph in self._paragraph(element) if not paragraph.blank)
                self.runs.boxes.clear()

    def _write_margins(self, masthead: str) -> None:
        """Each running head and foot once: they are no text, and nothing vanishes unseen."""
        seen: dict[str, Words] = {}
        for kind, target in self._targets.values():
            root = (
                self._package.xml(self._beside(target)) if kind in ("header", "footer") and target != masthead else None
            )
            for part in self._blocks(root) if root is not None else ():
                seen.setdefault(part.words.text, part.words)
        length = len(self.sheet)
        for words in seen.values():
            if len(self.sheet) - length < _FURNITURE:
                self.sheet.write(words, Line(_NOWHERE, Role.FURNITURE))

    def _beside(self, name: str) -> str:
        if name.startswith("/"):
            return name[1:]
        return f"{self._folder}/{name}" if self._folder else name


def _targets(package: Package, main: str) -> dict[str, tuple[str, str]]:
    """What the ids of a part point at: kind and target."""
    folder, _, name = main.rpartition("/")
    root = package.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    relations = root if root is not None else ()
    return {each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], each.get("Target", "")) for each in relations}


def _said(comments: "etree._Element | None") -> int:
    """How many comments have words."""
    return sum(any(map(str.strip, map(str, each.itertext()))) for each in comments) if comments is not None else 0


def _breaks_first(paragraph: "etree._Element") -> bool:
    """Whether the paragraph's first run begins a new page."""
    run = paragraph.find(f"{W}r")
    first = next((child for child in run if child.tag != f"{W}rPr"), None) if run is not None else None
    return first is not None and first.tag == f"{W}lastRenderedPageBreak"


def _role(style: Style, heading: int, label: str, level: int) -> tuple[Role, int]:
    if style.name.startswith("toc "):
        return Role.FURNITURE, 0  # a table of contents repeats the headings
    if style.name == "title":
        return Role.TITLE, 0
    if heading:
        return Role.HEADING, heading
    return (Role.ITEM, level + 1) if label else (Role.PLAIN, 0)


def _led(label: str, words: Words) -> Words:
    if not label:
        return words
    led = Words()
    led.add(label)
    led.append(words)
    return led


def _cells(row: "etree._Element") -> Iterator["etree._Element"]:
    for element in row.iterchildren(tag=None):
        if local(element) == "tc":
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(element)


def _is_prose(cells: list[list[Paragraph]]) -> bool:
    """Whether a row is text set side by side rather than a row of a table: several long paragraphs in one cell."""
    return any(sum(part.words.length > _LONG for part in cell) > 1 for cell in cells)


def _row(cells: list[list[Paragraph]]) -> Paragraph:
    words = Words()
    for at, cell in enumerate(cells):
        words.add("\t" if at else "")
        for count, part in enumerate(part for part in cell if not part.blank):
            words.add(" " if count else "")
            words.append(_flat(part.words))
    page = next((part.line.page for cell in cells for part in cell), None)
    return Paragraph(words, Line(_NOWHERE, Role.CELL, page=page))


def _flat(words: Words) -> Words:
    """The same words on one line; the characters keep their places."""
    return Words([words.text.replace("\n", " ").replace("\t", " ")], words.length, words.links, words.marks)
