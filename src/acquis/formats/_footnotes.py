"""Footnotes of a Word file: the part that holds them, and what the settings and styles say of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from acquis.formats._paper_docx_runs import W, run

if TYPE_CHECKING:
    from docx.document import Document as Word


def add_footnotes(word: "Word", notes: Iterable[str]) -> None:
    """Adds these footnotes, numbered from 1, to a file whose text has a `reference` to each (ECMA-376, 17.11).

    Each note is its runs. python-docx 1.2 reads and writes none, so the part is put into the package by hand.
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
    """The run that calls a footnote; a file calls each once."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def named(call: str, number: int) -> str:
    """A call in a bookmark, for a footnote that is meant again."""
    return f'<w:bookmarkStart w:id="{number}" w:name="_RefNote{number}"/>{call}<w:bookmarkEnd w:id="{number}"/>'


def again(number: int) -> str:
    """A further call of a `named` footnote: a field with its number, as Word makes for a cross-reference."""
    shown = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>{number}</w:t></w:r>'
    return f'<w:fldSimple w:instr=" NOTEREF _RefNote{number} \\f \\h ">{shown}</w:fldSimple>'


def _part(notes: Iterable[str]) -> bytes:
    """The lines that part text from notes, as Word numbers them, and then the notes."""
    held = "".join(_note(number, runs) for number, runs in enumerate(notes, 1))
    return f"{_DECLARATION}<w:footnotes {W}>{_SEPARATORS}{held}</w:footnotes>".encode()


def _note(number: int, runs: str) -> str:
    own = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{own}{run(" ")}{runs}</w:p>'
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
