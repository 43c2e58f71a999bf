"""A master as a Word document: automatic numbers, real footnotes, tracked changes, comments."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from html import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from making.master import Block, Kind, Master, Run, runs

LEVELS = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("lowerLetter", "%4.")]
STYLES = ["List Number", "List Number 2", "List Number 3", "List Number 3"]
CLAUSES, RULES = 90, 91
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Writer:
    """Writes one master, block by block."""

    def __init__(self, master: Master) -> None:
        self.master = master
        self.document: WordDocument = Document()
        self.day = dt.datetime.fromisoformat(master.fields["date"])
        self.list = 0
        self._define_lists()

    def write(self) -> bytes:
        """The finished file, the same for the same master."""
        self._properties()
        self._masthead()
        rest = [block for block in self.master.blocks if block.kind not in (Kind.MASTHEAD, Kind.FOOTNOTE)]
        for block in rest:
            self._block(block)
        self._footnotes()
        file = io.BytesIO()
        self.document.save(file)
        return _repacked(file.getvalue())

    def _properties(self) -> None:
        about = self.document.core_properties
        about.title, about.author = self.master.title, "Secretariat"
        about.created = about.modified = self.day
        about.comments = ""

    def _masthead(self) -> None:
        cells = self.master.of(Kind.MASTHEAD)
        table = self.document.add_table(rows=1, cols=len(cells))
        for cell, block in zip(table.rows[0].cells, cells, strict=True):
            cell.text = block.words
        head = self.document.sections[0].header.paragraphs[0]
        head.text = self.master.fields["symbol"]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _block(self, block: Block) -> None:
        if block.kind is Kind.TITLE:
            self.document.add_heading(block.words, 0)
        elif block.kind in (Kind.HEADING, Kind.ANNEX):
            self._restart()
            self.document.add_heading(block.words, 1)
        elif block.kind is Kind.ARTICLE:
            self._restart()
            heading = self.document.add_heading(block.words.partition(". ")[2], 2)
            _number(heading, RULES, 0)
        elif block.kind in (Kind.REMARK, Kind.SIGNATURE):
            self.document.add_paragraph(block.words).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        else:
            self._paragraph(block)

    def _paragraph(self, block: Block) -> None:
        automatic = block.label != "" and " " not in block.label
        if not automatic:
            paragraph = self.document.add_paragraph(f"{block.label} " if block.label else "")
        else:
            if not self.list:
                self.list = self._new_list()
            paragraph = self.document.add_paragraph(style=STYLES[block.level])
            _number(paragraph, self.list, block.level)
        self._runs(paragraph, block)

    def _runs(self, paragraph: Paragraph, block: Block) -> None:
        for run in runs(block.words):
            if run.kind in ("ins", "del"):
                paragraph._p.append(self._change(run))
            elif run.kind == "note":
                _note_mark(paragraph, run.words)
            elif run.kind == "comment":
                self._comment(paragraph, run)
            else:
                paragraph.add_run(run.words)

    def _comment(self, paragraph: Paragraph, run: Run) -> None:
        initials = "".join(word[0] for word in run.author.split() if word[0].isupper())
        made = self.document.add_comment(paragraph.runs, text=run.words, author=run.author, initials=initials)
        made._comment_elm.set(qn("w:date"), f"{self.day:%Y-%m-%dT10:00:00Z}")

    def _change(self, run: Run) -> BaseOxmlElement:
        change = OxmlElement(f"w:{run.kind}")
        earlier = self.document.element.xpath("//w:ins|//w:del")
        for name, value in (
            ("id", str(len(earlier) + 1)),
            ("author", run.author),
            ("date", f"{self.day:%Y-%m-%dT10:00:00Z}"),
        ):
            change.set(qn(f"w:{name}"), value)
        inner, words = OxmlElement("w:r"), OxmlElement("w:delText" if run.kind == "del" else "w:t")
        words.text = run.words
        words.set(qn("xml:space"), "preserve")
        inner.append(words)
        change.append(inner)
        return change

    def _restart(self) -> None:
        self.list = 0

    def _define_lists(self) -> None:
        numbering = self.document.part.numbering_part.element
        first = numbering.find(qn("w:num"))
        for number, levels in ((CLAUSES, LEVELS), (RULES, [("decimal", "Rule %1.")])):
            first.addprevious(parse_xml(_abstract(number, levels)))
        numbering.append(parse_xml(_instance(RULES, RULES)))

    def _new_list(self) -> int:
        """A list that starts at 1 again."""
        numbering = self.document.part.numbering_part.element
        number = 100 + len(numbering.findall(qn("w:num")))
        numbering.append(parse_xml(_instance(number, CLAUSES, restart=True)))
        return number

    def _footnotes(self) -> None:
        notes = [block.words.partition(" ") for block in self.master.of(Kind.FOOTNOTE)]
        if not notes:
            return
        inside = "".join(_footnote(number, words) for number, _, words in notes)
        xml = f"<w:footnotes {nsdecls('w')}>{_separators()}{inside}</w:footnotes>"
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def word(master: Master) -> bytes:
    """The document as DOCX."""
    return Writer(master).write()


def _number(paragraph: Paragraph, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _note_mark(paragraph: Paragraph, number: str) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), number)
    run._r.append(mark)


def _abstract(number: int, levels: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{shape}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for at, (style, shape) in enumerate(levels)
    )
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{made}</w:abstractNum>'


def _instance(number: int, abstract: int, *, restart: bool = False) -> str:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>'


def _footnote(number: str, words: str) -> str:
    mark = "<w:r><w:footnoteRef/></w:r>"
    said = f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{mark}{said}</w:p></w:footnote>'


def _separators() -> str:
    kinds = (("-1", "separator"), ("0", "continuationSeparator"))
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>' for at, kind in kinds
    )


def _repacked(file: bytes) -> bytes:
    """The same package with one date on every part, so that the bytes do not depend on the hour."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
