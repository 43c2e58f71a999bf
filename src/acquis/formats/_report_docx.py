"""A report as a Word file: a table with marked words, and a footnote for each note."""

import datetime
import io
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from acquis.formats._escape import legal
from acquis.formats._footnotes import W, add_footnotes, reference, run
from acquis.formats._report import Cell, Change, Report, Row

if TYPE_CHECKING:
    from docx.document import Document as Word

LONGEST: Final = 20_000
"""Characters of a cell or note that are shown; what was left out is counted, and the table as CSV has all of it."""


def docx(report: Report) -> bytes:
    """The report as a Word file, the page across: the same report gives the same bytes."""
    from docx import Document

    word = Document()
    _page(word, report)
    _table(word, report)
    for line in report.closing or ("",):  # Word wants a paragraph after a table
        word.add_paragraph(_shown(line))
    add_footnotes(word, (_shown(cell.note) for row in report.rows for cell in row.cells if cell.note))
    return _packed(word)


def _page(word: "Word", report: Report) -> None:
    """The page, the styles, and what stands above the table."""
    from docx.oxml import parse_xml

    _turned(word)
    _signed(word, report)
    for kind, (name, look) in _LOOKS.items():
        word.styles.element.append(parse_xml(_STYLE.format(W=W, id=_style(kind), name=name, look=look)))
    word.add_heading(_shown(report.title), 1)
    word.add_paragraph(_shown(report.lead))
    if marked := [run(kind.value, _style(kind)) for kind in report.kinds if kind in _LOOKS]:
        legend = parse_xml(f"<w:p {W}>{run('Marks: ')}{run(', ').join(marked)}</w:p>")
        word.element.body.insert_element_before(legend, "w:sectPr")


def _table(word: "Word", report: Report) -> None:
    """The table; its first row stands again at the head of each page."""
    from docx.oxml import parse_xml

    widths, numbers = _widths(report), count(1)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = parse_xml(f"<w:tbl {W}>{_TABLE}<w:tblGrid>{grid}</w:tblGrid></w:tbl>")
    heads = (_cell(run(_shown(name), "Strong"), width) for name, width in zip(report.columns, widths, strict=True))
    table.append(parse_xml(f"<w:tr {W}><w:trPr><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"))
    for row in report.rows:
        table.append(parse_xml(_row(row, widths, numbers)))
    word.element.body.insert_element_before(table, "w:sectPr")


def _row(row: Row, widths: Sequence[int], numbers: Iterator[int]) -> str:
    """A row; each cell that has a note calls the next one."""
    cells = [
        _cell(_runs(cell) + (reference(next(numbers)) if cell.note else ""), width, backwards=_backwards(cell.text))
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    return f"<w:tr {W}>{''.join(cells)}</w:tr>"


def _runs(cell: Cell) -> str:
    """The words of a cell, each piece in the style of its mark."""
    shown = Cell(cell.text[:LONGEST], cell.marks)
    words = "".join(run(text, _style(kind)) for text, kind in shown.pieces())
    return words + run(_left(cell.text)) if len(cell.text) > LONGEST else words


def _cell(words: str, width: int, *, backwards: bool = False) -> str:
    turned = "<w:pPr><w:bidi/></w:pPr>" if backwards else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{turned}{words}</w:p></w:tc>'


def _backwards(text: str) -> bool:
    """Whether a paragraph runs from right to left: by its first letter that has a direction (UAX #9, rule P2)."""
    way = next((way for way in map(unicodedata.bidirectional, text[:LONGEST]) if way in ("L", "R", "AL")), "L")
    return way != "L"


def _shown(text: str) -> str:
    """What a cell or note has of a text: all of it, or its beginning and how much more there is."""
    return legal(text[:LONGEST] + (_left(text) if len(text) > LONGEST else ""))


def _left(text: str) -> str:
    return f" … ({len(text) - LONGEST:,} characters more)"


def _widths(report: Report) -> list[int]:
    """The widths of the columns in twentieths of a point: by their longest text, within reason either way."""
    columns = zip(report.columns, *(tuple(cell.text for cell in row.cells) for row in report.rows), strict=True)
    weights = [max(_NARROW, *(min(len(text), _WIDE) for text in column)) for column in columns]
    return [_ACROSS * weight // sum(weights) for weight in weights]


def _turned(word: "Word") -> None:
    """A4, across, with margins of 2 cm."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)


def _signed(word: "Word", report: Report) -> None:
    """What the file says of itself: no clock and no user, so that the same report is the same bytes."""
    held = word.core_properties
    held.title, held.author, held.last_modified_by, held.comments = legal(report.title)[:255], "acquis", "acquis", ""
    held.created = held.modified = _DAY
    relations = word.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _packed(word: "Word") -> bytes:
    """The file, its parts in their order, without the times at which they were packed."""
    saved, packed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            member = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, parts.read(name))
    return packed.getvalue()


def _style(kind: Change | None) -> str | None:
    return f"Words{kind.value.title()}" if kind in _LOOKS else None


_DAY: Final = datetime.datetime(1980, 1, 1)
"""The first day that a zip archive can name."""

_ACROSS: Final = 14_570
"""The width between the margins in twentieths of a point: 257 mm."""

_NARROW: Final = 20
_WIDE: Final = 120

_LOOKS: Final = {
    Change.ADDED: ("Words added", '<w:color w:val="1B5E20"/><w:u w:val="single"/>'),
    Change.DROPPED: ("Words dropped", '<w:strike/><w:color w:val="9B1C1C"/>'),
    Change.CHANGED: ("Words changed", '<w:b/><w:color w:val="7A4B00"/><w:u w:val="dotted"/>'),
    Change.MOVED: ("Words moved", '<w:color w:val="1A4480"/><w:u w:val="double"/>'),
}
"""How words are marked: by a line, and only besides by a colour. Styles, so that a reader can change all at once."""

_STYLE: Final = (
    '<w:style {W} w:type="character" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
    "<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
)
_TABLE: Final = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/></w:tblPr>'
)
