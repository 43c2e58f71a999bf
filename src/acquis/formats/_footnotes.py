"""Footnotes of a Word file: the part that holds them, and what the settings and styles say of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from acquis.formats._escape import legal

if TYPE_CHECKING:
    from docx.document import Document as Word

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def add_footnotes(word: "Word", notes: Iterable[str]) -> None:
    """Adds these footnotes, numbered from 1, to a file whose text has a `reference` to each (ECMA-376, 17.11).

    python-docx 1.2 reads and writes none, so the part is put into the package by hand.
    """
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, _part(notes), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    word.settings.element.insert_element_before(parse_xml(_SETTINGS), "w:endnotePr", "w:compat")
    for style in _STYLES:
        word.styles.element.append(parse_xml(style))


def reference(number: int) -> str:
    """The run that calls a footnote."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def run(text: str, style: str | None = None) -> str:
    """Words as a run, in a character style: tabs and line breaks as Word has them, and nothing that XML cannot hold."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    words = escape(legal(text)).replace("\r\n", "\n").replace("\r", "\n")
    words = words.replace("\t", f"{_END}<w:tab/>{_START}").replace("\n", f"{_END}<w:br/>{_START}")
    return f"<w:r>{properties}{_START}{words}{_END}</w:r>".replace(f"{_START}{_END}", "")


_START: Final = '<w:t xml:space="preserve">'
_END: Final = "</w:t>"


def _part(notes: Iterable[str]) -> bytes:
    """The lines that part text from notes, as Word numbers them, and then the notes."""
    held = "".join(_note(number, text) for number, text in enumerate(notes, 1))
    return f"{_DECLARATION}<w:footnotes {W}>{_SEPARATORS}{held}</w:footnotes>".encode()


def _note(number: int, text: str) -> str:
    own = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{own}{run(f" {text}")}</w:p>'
    return f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'


def _separator(number: int, kind: str) -> str:
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'


_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SEPARATORS: Final = _separator(-1, "separator") + _separator(0, "continuationSeparator")
_SETTINGS: Final = f'<w:footnotePr {W}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_STYLES: Final = (
    f'<w:style {W} w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
    f'<w:style {W} w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
)
