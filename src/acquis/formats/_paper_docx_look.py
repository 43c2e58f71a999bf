"""How a Word file looks: page, styles, foot, and what the file says of itself."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from acquis.formats._paper import Paper
from acquis.formats._paper_docx_runs import W, run
from acquis.formats._paper_shown import footer
from acquis.formats._report import Change

if TYPE_CHECKING:
    from docx.document import Document as Word

UPRIGHT: Final = 9_638
"""The width between the margins in twentieths of a point: 170 mm."""

WIDE: Final = 14_570
"""The same with the page across: 257 mm."""

DAY: Final = datetime.datetime(1980, 1, 1)
"""The first day that a zip archive can name."""


def dress(word: "Word", paper: Paper) -> None:
    """Puts on the page, its foot and the styles, and says whose paper it is."""
    _turned(word, paper)
    _signed(word, paper)
    _styled(word, paper.language)
    _footed(word, paper)


def style_of(mark: Change | None) -> str | None:
    """The character style of words by what became of them."""
    return f"Words{mark.value.title()}" if mark in _LOOKS else None


def _turned(word: "Word", paper: Paper) -> None:
    """A4 with margins of 2 cm."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if paper.wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if paper.wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    section.footer_distance = Mm(10)


def _signed(word: "Word", paper: Paper) -> None:
    """What the file says of itself: no clock and no user, so that the same paper is the same bytes."""
    held = word.core_properties
    held.title, held.author, held.last_modified_by, held.comments = paper.title[:255], "acquis", "acquis", ""
    held.created = held.modified = DAY
    held.language = paper.language
    relations = word.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _styled(word: "Word", language: str) -> None:
    """One typeface, a clear order of sizes, and the styles of marked words, quotations and tables."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for spoken in word.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
    for name, look in _SIZES.items():
        _set(word.styles[name], look)
    for style in (*_own(), *_MORE):
        word.styles.element.append(parse_xml(style))


def _set(style: Any, look: tuple[float, float, float, bool]) -> None:
    """Gives a style of the template its size, its space above and below, and whether it is bold; no colour or line."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Pt

    size, above, below, bold = look
    sizes = f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>'
    held = style.element.get_or_add_rPr()
    held.getparent().replace(held, parse_xml(f"<w:rPr {W}>{_FONTS}{'<w:b/><w:bCs/>' if bold else ''}{sizes}</w:rPr>"))
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(above), Pt(below), 1.1
    form.keep_with_next = bold or None
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _footed(word: "Word", paper: Paper) -> None:
    """Marking and release at the foot of each page, and at its right end the number of the page."""
    from docx.oxml import parse_xml

    edge = WIDE if paper.wide else UPRIGHT
    number = f"{_field('PAGE')}{run(' / ')}{_field('NUMPAGES')}"
    tabs = f'<w:tabs>{_CLEAR}<w:tab w:val="right" w:pos="{edge - 8}"/></w:tabs>'
    line = f'<w:p {W}><w:pPr><w:pStyle w:val="Footer"/>{tabs}</w:pPr>{run(footer(paper))}{_TAB}{number}</w:p>'
    foot = word.sections[0].footer
    foot.is_linked_to_previous = False
    for old in list(foot._element):
        foot._element.remove(old)
    foot._element.append(parse_xml(line))


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def _own() -> Iterator[str]:
    for mark, (name, look) in _LOOKS.items():
        yield _STYLE.format(W=W, id=style_of(mark), name=name, look=look)


_SIZES: Final = {
    "Normal": (10.5, 0, 5, False),
    "Title": (17, 0, 8, True),
    "Heading 1": (13, 14, 4, True),
    "Heading 2": (11.5, 10, 3, True),
    "Heading 3": (10.5, 8, 2, True),
    "Heading 4": (10.5, 8, 2, True),
    "Heading 5": (10.5, 8, 2, True),
    "List Bullet": (10.5, 0, 3, False),
    "List Number": (10.5, 0, 3, False),
    "Caption": (10.5, 8, 3, True),
    "Footer": (8, 0, 0, False),
}
"""Points of the letters, above and below, and whether bold."""

_FONTS: Final = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="SimSun"/>'
)
"""A typeface that every office has, or one of the same widths, so that a page holds as much everywhere."""

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
_BAR: Final = '<w:{} w:val="single" w:sz="12" w:space="8" w:color="BBBBBB"/>'
OTHER_SIDE: Final = f'<w:pBdr><w:left w:val="nil"/>{_BAR.format("right")}</w:pBdr>'
"""The line beside a quotation that runs from right to left."""

_MORE: Final = (
    f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="QuotedWords"><w:name w:val="Quoted words"/>'
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
    f'<w:pBdr>{_BAR.format("left")}</w:pBdr><w:ind w:left="240"/></w:pPr></w:style>',
    f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="TableWords"><w:name w:val="Table words"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>',
)
_CLEAR: Final = '<w:tab w:val="clear" w:pos="4680"/><w:tab w:val="clear" w:pos="9360"/>'
"""The tabs of the template are for another page."""

_TAB: Final = "<w:r><w:tab/></w:r>"
"""In a run of its own: LibreOffice 7.4 drops one that ends the run before a field."""
