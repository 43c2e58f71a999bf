"""DOCX: paragraphs with their printed numbers, tables, notes, links and tracked changes, read from the XML itself."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acquis.errors import Unreadable
from acquis.formats import Extraction, Format, Line, Link, Mark, Role
from acquis.formats._numbering import Numbering, W, indented
from acquis.formats._ordinals import word_processor
from acquis.formats._sheet import Sheet, Words
from acquis.formats._styles import Style, Styles, switched, value
from acquis.formats._zip import Package
from acquis.model.span import Span

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NOWHERE = Span(0, 0)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_LONG = 300
_FURNITURE = 20_000


def read(content: bytes, reading: str = "accepted") -> Extraction:
    """The text of a Word file; printed numbers stand before their paragraphs, notes and running heads at the end."""
    package = Package(content)
    main = _main(package)
    walk = _Walk(package, main, reading)
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Unreadable("the file is no Word document: it has no body; save it as DOCX")
    for paragraph in walk.blocks(body):
        walk.write(paragraph)
    walk.write_notes()
    walk.write_margins()
    if not walk.sheet.source:
        raise Unreadable("the document has no text in it (pictures only?)")
    return Extraction(
        source=walk.sheet.source,
        lines=tuple(walk.sheet.lines),
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        wrapped=False,
        metadata=tuple(_metadata(package)),
        links=tuple(walk.sheet.links),
        marks=tuple(walk.sheet.marks),
        revised=walk.revised,
        reading=reading if walk.revised else "",
        doubts=tuple(walk.doubts()),
    )


@dataclass(slots=True)
class _Paragraph:
    """A paragraph's words and what its properties say."""

    words: Words
    line: Line
    joins: bool = False  # its end was deleted, or is not there in the reading asked for: it runs into the next one


@dataclass(slots=True)
class _Field:
    """A field (page number, link, index): its instruction is not text, its result is."""

    start: int
    instruction: str = ""
    result: bool = False


@dataclass(slots=True)
class _Notes:
    """The footnotes or the endnotes of a document: in the order in which they are called."""

    texts: dict[str, "etree._Element"]
    style: str
    called: list[tuple[str, str]] = field(default_factory=list)
    counted: int = 0

    def call(self, name: str) -> str:
        """The number of the next note."""
        self.counted += 1
        number = word_processor(self.counted, self.style)
        self.called.append((name, number))
        return number


class _Walk:
    """One walk through the body of a document, in the order of the text."""

    def __init__(self, package: Package, main: str, reading: str) -> None:
        self.sheet = Sheet()
        self.revised = False
        self._package, self._folder = package, main.rpartition("/")[0]
        self._dropped_changes = {"del", "moveFrom"} if reading == "accepted" else {"ins", "moveTo"}
        self._styles = Styles(package.xml(self._beside("styles.xml")))
        self._numbering = Numbering(package.xml(self._beside("numbering.xml")), self._styles.lists())
        self._links = _targets(package, main)
        self._notes = {kind: self._read_notes(kind) for kind in ("footnote", "endnote")}
        self._fields: list[_Field] = []
        self._boxes: list[etree._Element] = []
        self._mark = ""
        self._page: int | None = None
        self._hidden = self._foreign = 0
        self._weights: Counter[bool] = Counter()
        self._languages: Counter[str] = Counter()
        self._style = Style()
        self._paged = b"lastRenderedPageBreak" in (package.part(main) or b"")
        if self._paged:
            self._page = 1
        self._handlers: dict[str, Callable[[etree._Element, Words], None]] = self._known()

    # blocks

    def blocks(self, container: "etree._Element") -> Iterator[_Paragraph]:
        """The paragraphs of a body, a cell, a note or a box, tables as one paragraph a row."""
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
            yield _Paragraph(held, Line(_NOWHERE, page=self._page))

    def write(self, paragraph: _Paragraph) -> None:
        """Put a paragraph into the source."""
        self.sheet.write(paragraph.words, paragraph.line)

    def _block(self, element: "etree._Element") -> Iterator[_Paragraph]:
        match _local(element):
            case "p":
                yield from self._paragraph(element)
            case "tbl":
                yield from self._table(element)
            case "sdt":
                for content in element.iterchildren(f"{W}sdtContent"):
                    yield from self.blocks(content)
            case "AlternateContent":
                for content in _chosen(element):
                    yield from self.blocks(content)
            case "ins" | "del" | "moveTo" | "moveFrom" as change:
                self.revised = True
                if change not in self._dropped_changes:
                    yield from self.blocks(element)
            case "customXml" | "smartTag":
                yield from self.blocks(element)
            case "altChunk":
                self._foreign += 1

    def _paragraph(self, element: "etree._Element") -> Iterator[_Paragraph]:
        outer = self._style, self._weights, self._languages
        properties = element.find(f"{W}pPr")
        self._style = self._styles.style(_style_name(properties) or self._styles.default)
        self._weights, self._languages = Counter(), Counter()
        for open_field in self._fields:
            open_field.start = 0
        page, words = self._page, Words()
        if element[:1] and _breaks_first(element):
            page = (page or 0) + 1
        self._inline(element, words)
        joins = self._mark_is_dropped(properties)
        line, label = self._line(properties, page, words, joins)
        boxes, self._boxes = self._boxes, []
        self._style, self._weights, self._languages = outer
        yield _Paragraph(_led(label, words), line, joins)
        for box in boxes:
            yield from self.blocks(box)

    def _line(
        self, properties: "etree._Element | None", page: int | None, words: Words, joins: bool
    ) -> tuple[Line, str]:
        """What the properties say of the paragraph, and the number printed before it."""
        style, text = self._style, words.text
        number, level = self._list(properties)
        silent = joins or not (text.strip() or words.marks)
        label = self._numbering.label(number, level) if number and not silent else ""
        outline = value(properties, "outlineLvl") if properties is not None else None
        heading = int(outline) + 1 if outline and outline.isdigit() else style.heading
        role, depth = _role(style, heading if heading <= 9 else 0, label, level)
        return Line(
            _NOWHERE,
            role,
            depth,
            page,
            indent=self._indent(properties, number, level),
            language=self._language(text),
            size=style.size,
            bold=bool(self._weights) and not self._weights[False],
        ), label

    def _list(self, properties: "etree._Element | None") -> tuple[str, int]:
        """The list of a paragraph and its level there; empty for none."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number = value(own, "numId") if own is not None else None
        level = value(own, "ilvl") if own is not None else None
        if number == "0" or not (number or self._style.list):
            return "", 0
        if level and level.isdigit():
            return number or self._style.list or "", int(level)
        if number:
            return number, self._style.level or 0
        named = _style_name(properties) or self._styles.default
        return self._style.list or "", self._style.level or self._numbering.level_of(self._style.list or "", named)

    def _indent(self, properties: "etree._Element | None", number: str, level: int) -> float | None:
        own = properties.find(f"{W}ind") if properties is not None else None
        if own is not None:
            return indented(own)
        listed = self._numbering.level(number, level) if number else None
        return listed.indent if listed and listed.indent is not None else self._style.indent

    def _language(self, text: str) -> str | None:
        """The language that the writer's spelling check was set to for most of the paragraph, where it was set."""
        if not self._languages:
            return None
        tag, letters = self._languages.most_common(1)[0]
        return tag if tag and letters * 2 > len(text) else None

    def _mark_is_dropped(self, properties: "etree._Element | None") -> bool:
        """Whether the paragraph's own end is one of the changes that the reading leaves out."""
        run = properties.find(f"{W}rPr") if properties is not None else None
        if run is None:
            return False
        changes = {_local(change) for change in run} & {"ins", "del", "moveFrom", "moveTo"}
        self.revised = self.revised or bool(changes)
        return bool(changes & self._dropped_changes)

    # tables

    def _table(self, table: "etree._Element") -> Iterator[_Paragraph]:
        rows = [[list(self.blocks(cell)) for cell in _cells(row)] for row in self._rows(table)]
        filled = [[cell for cell in row if any(part.words.text.strip() for part in cell)] for row in rows]
        layout = all(len(row) <= 1 for row in filled)
        for row, full in zip(rows, filled, strict=True):
            if layout or _is_prose(full):
                for cell in full:
                    yield from cell
            elif full:
                yield _row(row)

    def _rows(self, table: "etree._Element") -> Iterator["etree._Element"]:
        for element in table.iterchildren(tag=None):
            match _local(element):
                case "tr":
                    changes = {_local(each) for each in element.iterfind(f"{W}trPr/*")} & {"ins", "del"}
                    self.revised = self.revised or bool(changes)
                    if not changes & self._dropped_changes:
                        yield element
                case "sdt" | "sdtContent" | "customXml":
                    yield from self._rows(element)

    # runs

    def _known(self) -> dict[str, Callable[["etree._Element", Words], None]]:
        """What to do with every element that may stand in a paragraph; the others are left out with what they hold."""
        through = dict.fromkeys(("smartTag", "customXml", "sdtContent", "sdt", "dir", "bdo", "rubyBase", "ruby"), self._inline)
        through |= dict.fromkeys(("oMath", "oMathPara", "e", "num", "den", "sup", "sub", "f", "sSup", "sSub", "d", "rad"), self._inline)
        return through | {
            "r": self._run,
            "t": self._text,
            "delText": self._text,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "fldChar": self._field_mark,
            "instrText": self._instruction,
            "br": self._break,
            "sym": self._symbol,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "lastRenderedPageBreak": self._new_page,
            "AlternateContent": self._alternative,
            **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), self._change),
            **dict.fromkeys(("drawing", "pict", "object"), self._drawing),
            **dict.fromkeys(_SIGNS, self._sign),
        }

    def _inline(self, element: "etree._Element", words: Words) -> None:
        for child in element.iterchildren(tag=None):
            if handler := self._handlers.get(_local(child)):
                handler(child, words)

    def _run(self, run: "etree._Element", words: Words) -> None:
        before = words.length
        properties = run.find(f"{W}rPr")
        style = self._style
        if properties is not None:
            named = value(properties, "rStyle")
            extra = self._styles.style(named) if named else Style()
            hidden = switched(properties, "vanish")
            if (extra.hidden if hidden is None else hidden) or switched(properties, "webHidden"):
                self._hidden += len("".join(run.itertext(f"{W}t")))
                return
            bold = switched(properties, "b")
            self._inline(run, words)
            weight = (style.bold or extra.bold) if bold is None else bold
        elif style.hidden:
            self._hidden += len("".join(run.itertext(f"{W}t")))
            return
        else:
            self._inline(run, words)
            weight = style.bold
        if words.length > before and words.parts[-1].strip():
            self._weights[weight] += 1
            self._count_language(properties, words.length - before, words.parts[-1])

    def _count_language(self, properties: "etree._Element | None", letters: int, sample: str) -> None:
        language = properties.find(f"{W}lang") if properties is not None else None
        if language is None:
            return
        script = _script(sample)
        tag = language.get(f"{W}{script}")
        if tag and (script != "val" or _fits(tag, sample)):
            self._languages[tag] += letters

    def _write(self, text: str, words: Words) -> None:
        if self._fields and not all(each.result for each in self._fields):
            return
        if self._mark and text.strip():
            self._custom_mark(text, words)
        words.add(text)

    def _text(self, element: "etree._Element", words: Words) -> None:
        text = element.text or ""
        if "\n" in text or "\r" in text:  # a line break in the XML is a blank, not a break of the text
            text = text.replace("\r", " ").replace("\n", " ")
        self._write(text, words)

    def _sign(self, element: "etree._Element", words: Words) -> None:
        self._write(_SIGNS[_local(element)], words)

    def _break(self, element: "etree._Element", words: Words) -> None:
        self._write("\n", words)
        if element.get(f"{W}type") == "page" and self._page is not None and not self._paged:
            self._page += 1

    def _new_page(self, element: "etree._Element", words: Words) -> None:
        self._page = (self._page or 1) + 1

    def _symbol(self, element: "etree._Element", words: Words) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        sign = {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "–", 0xF0A3: "□", 0xF0A8: "□", 0xF0FE: "☒"}.get(code)
        self._write(sign or ("\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)), words)

    def _hyperlink(self, element: "etree._Element", words: Words) -> None:
        start = words.length
        self._inline(element, words)
        anchor = element.get(f"{W}anchor")
        target = self._links.get(element.get(f"{_R}id", ""), ("", ""))[1] + (f"#{anchor}" if anchor else "")
        if target and words.length > start:
            words.links.append(Link(Span(start, words.length), target))

    def _change(self, element: "etree._Element", words: Words) -> None:
        self.revised = True
        if _local(element) not in self._dropped_changes:
            self._inline(element, words)

    def _alternative(self, element: "etree._Element", words: Words) -> None:
        for content in _chosen(element):
            self._inline(content, words)

    def _drawing(self, element: "etree._Element", words: Words) -> None:
        """The text boxes of a drawing come after the paragraph that it is anchored in; one of two variants is read."""
        for box in element.iter(f"{W}txbxContent"):
            parents = [_local(parent) for parent in box.iterancestors()]
            inside = parents[: parents.index(_local(element))] if _local(element) in parents else parents
            if "Fallback" not in inside and "txbxContent" not in inside:
                self._boxes.append(box)

    # fields

    def _field_mark(self, element: "etree._Element", words: Words) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(_Field(words.length))
            case "separate" if self._fields:
                self._fields[-1].result, self._fields[-1].start = True, words.length
            case "end" if self._fields:
                done = self._fields.pop()
                self._link_field(done.instruction, Span(min(done.start, words.length), words.length), words)

    def _instruction(self, element: "etree._Element", words: Words) -> None:
        if self._fields:
            self._fields[-1].instruction += element.text or ""

    def _simple_field(self, element: "etree._Element", words: Words) -> None:
        start = words.length
        self._inline(element, words)
        self._link_field(element.get(f"{W}instr", ""), Span(start, words.length), words)

    def _link_field(self, instruction: str, span: Span, words: Words) -> None:
        name, _, rest = instruction.strip().partition(" ")
        if name.upper() == "HYPERLINK" and span:
            parts = rest.split('"')
            address = parts[1] if len(parts) > 1 else rest.strip()
            words.links.append(Link(span, ("#" if rest.lstrip().startswith("\\l") else "") + address))

    # notes

    def _read_notes(self, kind: str) -> _Notes:
        root = self._package.xml(self._beside(f"{kind}s.xml"))
        settings = self._package.xml(self._beside("settings.xml"))
        found = root.iterchildren(f"{W}{kind}") if root is not None else ()
        texts = {note.get(f"{W}id", ""): note for note in found if note.get(f"{W}type", "normal") == "normal"}
        properties = settings.find(f"{W}{kind}Pr") if settings is not None else None
        style = value(properties, "numFmt") if properties is not None else None
        return _Notes(texts, style or ("decimal" if kind == "footnote" else "lowerRoman"))

    def _note(self, element: "etree._Element", words: Words) -> None:
        notes = self._notes[_local(element).removesuffix("Reference")]
        name = element.get(f"{W}id", "")
        if name not in notes.texts:
            return
        if element.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            notes.called.append((name, ""))
            self._mark = _local(element).removesuffix("Reference")
            return
        words.marks.append(Mark(Span(words.length, words.length), notes.call(name)))

    def _custom_mark(self, text: str, words: Words) -> None:
        called = self._notes[self._mark].called
        called[-1] = (called[-1][0], text.strip())
        words.marks.append(Mark(Span(words.length, words.length + len(text)), text.strip()))
        self._mark = ""

    def write_notes(self) -> None:
        """Put the notes after the text, each beginning on a line that says its number."""
        for notes in self._notes.values():
            for name, number in list(notes.called):
                paragraphs = [part for part in self.blocks(notes.texts[name]) if part.words.text.strip()]
                for at, part in enumerate(paragraphs):
                    self.sheet.write(part.words, Line(_NOWHERE, Role.NOTE, note="" if at else number))

    def write_margins(self) -> None:
        """Put running heads and feet last, each once: they are no text, and nothing vanishes unseen."""
        seen: set[str] = set()
        for kind, target in self._links.values():
            root = self._package.xml(self._beside(target)) if kind in ("header", "footer") else None
            for part in self.blocks(root) if root is not None else ():
                if part.words.text.strip() and part.words.text not in seen and sum(map(len, seen)) < _FURNITURE:
                    seen.add(part.words.text)
                    self.sheet.write(part.words, Line(_NOWHERE, Role.FURNITURE))

    # what was not read

    def doubts(self) -> Iterator[str]:
        """What people should know of the reading."""
        if self.revised:
            kept = "made" if "del" in self._dropped_changes else "left aside"
            yield f"The file has tracked changes; the text is read with all of them {kept}."
        if self._hidden:
            yield f"{self._hidden} characters are formatted as hidden and were left out."
        comments = self._package.xml(self._beside("comments.xml"))
        if number := sum(1 for each in comments if "".join(each.itertext()).strip()) if comments is not None else 0:
            yield f"{number} comments stand in the margin and were left out."
        if self._foreign:
            yield f"{self._foreign} embedded documents were not read."

    def _beside(self, name: str) -> str:
        if name.startswith("/"):
            return name[1:]
        return f"{self._folder}/{name}" if self._folder else name


def _tells(content: bytes, name: str) -> bool:
    head, tail = content[:4096], content[-65_536:]
    return content.startswith(b"PK\x03\x04") and (b"word/" in tail or b"word/" in head)


def _main(package: Package) -> str:
    root = package.xml("_rels/.rels")
    for relation in root if root is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _targets(package: Package, main: str) -> dict[str, tuple[str, str]]:
    """What the ids of a part point at: kind and target."""
    folder, _, name = main.rpartition("/")
    root = package.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found = {}
    for relation in root if root is not None else ():
        kind = relation.get("Type", "").rpartition("/")[2]
        found[relation.get("Id", "")] = (kind, relation.get("Target", ""))
    return found


def _metadata(package: Package) -> Iterator[tuple[str, str]]:
    """The properties of the file, by the names they have there."""
    for part, prefix in (("docProps/core.xml", ""), ("docProps/app.xml", "app:")):
        root = package.xml(part)
        for element in root if root is not None else ():
            if isinstance(element.tag, str) and len(element) == 0 and (element.text or "").strip():
                namespace = "dcterms:" if "dc/terms" in element.tag else "dc:" if "dc/elements" in element.tag else "cp:"
                yield (prefix or namespace) + _local(element), (element.text or "").strip()


def _local(element: "etree._Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _chosen(alternatives: "etree._Element") -> "list[etree._Element]":
    """The first variant of several that say the same."""
    return list(alternatives.iterchildren(f"{_MC}Choice"))[:1] or list(alternatives.iterchildren(f"{_MC}Fallback"))


def _style_name(properties: "etree._Element | None") -> str:
    return (value(properties, "pStyle") or "") if properties is not None else ""


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
        if _local(element) == "tc":
            yield element
        elif _local(element) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(element)


def _is_prose(cells: list[list[_Paragraph]]) -> bool:
    """Whether a row is text set side by side rather than a row of a table: several long paragraphs in one cell."""
    return any(sum(part.words.length > _LONG for part in cell) > 1 for cell in cells)


def _row(cells: list[list[_Paragraph]]) -> _Paragraph:
    words = Words()
    for at, cell in enumerate(cells):
        words.add("\t" if at else "")
        first = True
        for part in cell:
            if part.words.text.strip():
                words.add("" if first else " ")
                words.append(_flat(part.words))
                first = False
    page = next((part.line.page for cell in cells for part in cell), None)
    return _Paragraph(words, Line(_NOWHERE, Role.CELL, page=page))


def _flat(words: Words) -> Words:
    """The same words on one line; the characters keep their places."""
    return Words([words.text.replace("\n", " ").replace("\t", " ")], words.length, words.links, words.marks)


def _script(sample: str) -> str:
    """Which of the three languages of a run applies to its letters."""
    letter = next((c for c in sample if c.isalpha()), "a")
    if "\u0590" <= letter < "\u0900" or "\ufb1d" <= letter < "\ufe00" or "\ufe70" <= letter < "\uff00":
        return "bidi"
    return "eastAsia" if "\u1100" <= letter < "\u1200" or "\u2e80" <= letter < "\ufb00" else "val"


_CYRILLIC = ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "uz", "az", "bs")


def _fits(tag: str, sample: str) -> bool:
    """Whether letters of this script can be in the language: spelling checks are often left at the wrong one."""
    letter = next((c for c in sample if c.isalpha()), "a")
    cyrillic = "\u0400" <= letter < "\u0530"
    primary = tag.split("-")[0].lower()
    return primary in _CYRILLIC if cyrillic else primary not in ("ru", "uk", "be", "bg", "el", "zh", "ja", "ko", "ar")


ENTRY = Format("docx", MEDIA_TYPE, (".docx", ".docm", ".dotx"), _tells, read)
