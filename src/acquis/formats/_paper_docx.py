"""A paper as a Word file, with real headings, styles, footnotes and table heads."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from acquis.formats._footnotes import add_footnotes, again, named, reference
from acquis.formats._paper import Block, Break, Heading, Line, Listing, Note, Paper, Paragraph, Run, Table
from acquis.formats._paper_docx_look import DAY, OTHER_SIDE, UPRIGHT, WIDE, dress, style_of
from acquis.formats._paper_docx_runs import W, run
from acquis.formats._paper_shown import Calls, is_turned, shown, widths

if TYPE_CHECKING:
    from docx.document import Document as Word


def docx(paper: Paper) -> bytes:
    """The paper as a Word file on A4: the same paper gives the same bytes."""
    from docx import Document

    word, paper, calls = Document(), shown(paper), Calls()
    dress(word, paper)
    writer = _Writer(word, calls, _again(paper), WIDE if paper.wide else UPRIGHT)
    writer.paragraph("Title", run(paper.title))
    for block in paper.blocks:
        writer.block(block)
    writer.end()
    add_footnotes(word, map(_proof, calls.met))
    return _packed(word)


class _Writer:
    """Puts blocks at the end of a Word file, one after another."""

    def __init__(self, word: "Word", calls: Calls, again: frozenset[Note], across: int) -> None:
        self.word, self.calls, self.again, self.across = word, calls, again, across
        self.breaks = self.after_table = False

    def block(self, block: Block) -> None:
        match block:
            case Heading(text=text, level=level):
                self.paragraph(f"Heading{level}", run(text))
            case Paragraph(line=line, quoted=quoted):
                side = OTHER_SIDE if quoted and is_turned(line) else ""
                self.line("QuotedWords" if quoted else None, line, side)
            case Listing(items=items, numbered=numbered):
                self.listing(items, numbered=numbered)
            case Table():
                self.table(block)
            case Break():
                self.breaks = True

    def end(self) -> None:
        if self.after_table:  # Word wants a paragraph after a table
            self.paragraph(None, "")

    def paragraph(self, style: str | None, runs: str, more: str = "", *, turned: bool = False) -> None:
        """A paragraph; the first after a break begins a page, and one after a table keeps away from it."""
        apart = self.after_table and style not in _APART
        self.put(f"<w:p {W}>{_properties(style, more, turned=turned, breaks=self.breaks, apart=apart)}{runs}</w:p>")
        self.breaks = self.after_table = False

    def line(self, style: str | None, line: Line, more: str = "") -> None:
        self.paragraph(style, self.runs(line), more, turned=is_turned(line))

    def listing(self, items: Iterable[Line], *, numbered: bool) -> None:
        """A list; each numbered one begins at 1, and so has numbers of its own."""
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{_numbers(self.word)}"/></w:numPr>' if numbered else ""
        for item in items:
            self.line("ListNumber" if numbered else "ListBullet", item, own)

    def table(self, table: Table) -> None:
        """A table under its caption; its first row stands again at the head of each page."""
        if table.caption:
            self.paragraph("Caption", run(table.caption))
        elif self.breaks or self.after_table:  # tables that touch are one to Word
            self.paragraph(None, "")
        sizes = widths(table, self.across)
        heads = "".join(map(_cell, (run(name, "Strong") for name in table.columns), sizes))
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        self.put(
            f"<w:tbl {W}>{_TABLE.format(caption=_told(table.caption))}<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
            f"{''.join(self.row(row, sizes) for row in table.rows)}</w:tbl>"
        )
        self.after_table = True

    def row(self, row: tuple[Line, ...], sizes: list[int]) -> str:
        cells = (_cell(self.runs(cell), size, turned=is_turned(cell)) for cell, size in zip(row, sizes, strict=True))
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def runs(self, line: Line) -> str:
        return "".join(map(self.run, line))

    def run(self, words: Run) -> str:
        said = run(words.text, style_of(words.mark), strong=words.strong, language=words.language)
        return said + self.call(words.note) if words.note else said

    def call(self, note: Note) -> str:
        number, time = self.calls.of(note)
        if time > 1:
            return again(number)
        return named(reference(number), number) if note in self.again else reference(number)

    def put(self, xml: str) -> None:
        from docx.oxml import parse_xml

        self.word.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _again(paper: Paper) -> frozenset[Note]:
    """The notes that are called more than once."""
    calls = Counter(run.note for line in paper.lines for run in line if run.note)
    return frozenset(note for note, times in calls.items() if times > 1)


def _properties(
    style: str | None, more: str = "", *, turned: bool = False, breaks: bool = False, apart: bool = False
) -> str:
    """The properties of a paragraph, in the order of the schema (ECMA-376, 17.3.1.26)."""
    held = (
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:pageBreakBefore/>" if breaks else "",
        more,
        "<w:bidi/>" if turned else "",
        '<w:spacing w:before="160"/>' if apart else "",
    )
    return f"<w:pPr>{''.join(held)}</w:pPr>" if any(held) else ""


def _cell(runs: str, width: int, *, turned: bool = False) -> str:
    properties = _properties("TableWords", turned=turned)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{properties}{runs}</w:p></w:tc>'


def _told(caption: str) -> str:
    """The caption for readers aloud, who are told of a table before they come to it."""
    from xml.sax.saxutils import quoteattr

    return f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""


def _proof(note: Note) -> str:
    joint = run(" — ") if note.words and note.address else ""
    return run(note.words, language=note.language) + joint + (run(note.address) if note.address else "")


def _numbers(word: "Word") -> int:
    """The id of a new list that counts from 1 as the style for numbered lists does."""
    held: Any = word.part.numbering_part.element
    style = word.styles["List Number"].element.pPr.numPr.numId.val
    new = held.add_num(held.num_having_numId(style).abstractNumId.val)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(new.numId)


def _packed(word: "Word") -> bytes:
    """The file, its parts in their order, without the times at which they were packed."""
    saved, packed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            member = zipfile.ZipInfo(name, DAY.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, parts.read(name))
    return packed.getvalue()


_APART: Final = ("Caption", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5")
"""The styles that have space above them."""

_TABLE: Final = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/></w:tblBorders><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>{caption}</w:tblPr>'
)
