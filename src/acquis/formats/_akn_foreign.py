"""Akoma Ntoso of others as lines: titles, headings, items, notes and tables, with numbers as printed."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from acquis.errors import Unreadable
from acquis.formats import Extraction, Line, Link, Mark, Role
from acquis.formats._akn_inline import SENTENCE
from acquis.formats._akn_xml import XML_LANG
from acquis.formats._printed import lead
from acquis.formats._sheet import Sheet, Words
from acquis.formats._xml_lines import local
from acquis.model.span import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS: Final = re.compile("[ \t\r\n]+")
_PASSED: Final = frozenset({"meta", "toc", "componentRef", "documentRef", "foreign", "img"})
"""What holds no words of the text."""

_TEXTS: Final = frozenset(
    {"p", "heading", "subheading", "crossHeading", "block", "listIntroduction", "listWrapUp", "docTitle"}
    | {"caption", "narrative", "scene", "summary", "from", "tocItem", "li"}
)
"""What holds words and no blocks."""

_HEADINGS: Final = frozenset({"heading", "subheading", "crossHeading"})
_LEVELS: Final = frozenset(
    {
        "book",
        "tome",
        "title",
        "part",
        "subpart",
        "chapter",
        "subchapter",
        "section",
        "subsection",
        "article",
        "division",
    }
    | {"paragraph", "subparagraph", "clause", "subclause", "hcontainer", "level", "rule", "point", "indent", "alinea"}
)
"""What a number of its own may be printed before; one that waits there belongs to what is around it."""

_TITLES: Final = frozenset({"docTitle", "shortTitle"})
_ITEMS: Final = frozenset({"point", "item", "indent", "alinea", "li"})
_NOTES: Final = frozenset({"authorialNote", "note"})


def extraction(root: "_Element") -> Extraction:
    """The text of the first document in the file, attachments and components after it."""
    reader = _Lines()
    reader.walk(root, ())
    for note in reader.notes:
        reader.note(note)
    if not reader.sheet.source:
        raise Unreadable("the Akoma Ntoso file has no text in it")
    return Extraction(
        source=reader.sheet.source,
        lines=tuple(reader.sheet.lines),
        media_type="application/akn+xml",
        encoding=root.getroottree().docinfo.encoding,
        wrapped=False,
        metadata=tuple(_metadata(root)),
        links=tuple(reader.sheet.links),
        marks=tuple(reader.sheet.marks),
    )


class _Lines:
    """Walks a document once and writes its lines. A number waits for the words that it is printed before."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self.notes: list[tuple[str, _Element]] = []
        self._number = ""
        self._titled = False

    def walk(self, element: "_Element", above: tuple[str, ...]) -> None:
        """The lines of an element; `above` are the names of the elements around it."""
        tag = local(element)
        if not tag or tag in _PASSED:
            return
        if tag == "num":
            self._flush()
            self._number = _folded("".join(str(piece) for piece in element.itertext()))
        elif tag == "tr":
            self._flush()
            self.sheet.write("\t".join(_cell(each) for each in element), Line(Span(0, 0), Role.CELL))
        elif tag in _TEXTS:
            self._paragraph(element, above)
        elif tag in _NOTES:
            self.notes.append((element.get("marker", ""), element))
        else:
            if tag in _LEVELS:
                self._flush()
            for child in element:
                self.walk(child, (*above, tag))
            self._flush()

    def note(self, note: "tuple[str, _Element]") -> None:
        """The lines of a note, which say its number."""
        marker, element = note
        words = Words()
        self._inline(element, words)
        if text := _tidy(words.text):
            self.sheet.write(text, Line(Span(0, 0), Role.NOTE, note=marker))

    def _paragraph(self, element: "_Element", above: tuple[str, ...]) -> None:
        if above[-1:] == ("attachment",):
            self._flush()  # "Annex" stands above its heading, where a chapter's number stands before it
        words = Words()
        if self._number:
            words.add(lead(self._number))
        self._number = ""
        start = words.length
        self._inline(element, words)
        if not words.text[start:].strip():
            self._number = words.text.strip()
            return
        self.sheet.write(words, self._line(element, above))

    def _line(self, element: "_Element", above: tuple[str, ...]) -> Line:
        tag = local(element)
        language = next(
            (each.get(XML_LANG) for each in (element, *element.iterancestors()) if each.get(XML_LANG)), None
        )
        if tag in _TITLES or any(local(each) in _TITLES for each in element.iter()):
            return Line(Span(0, 0), Role.TITLE, language=language)
        if tag in _HEADINGS or element.get("name") == "heading":
            return Line(
                Span(0, 0), Role.HEADING, max(1, above.count("chapter") + above.count("section")), language=language
            )
        items = sum(each in _ITEMS for each in (*above, tag))
        return Line(Span(0, 0), Role.ITEM if items else Role.PLAIN, items, language=language)

    def _inline(self, element: "_Element", words: Words) -> None:
        """The words in an element, with blanks folded as XML has it; a note leaves its mark and waits for the end."""
        _add(words, element.text)
        for child in element:
            tag = local(child)
            if tag in ("br", "eol"):
                words.add("\n")
            elif tag in _NOTES:
                self._call(child, words)
            elif tag and tag not in _PASSED:
                if tag in _TEXTS and tag not in _TITLES and words.length:
                    words.add("\n")
                self._linked(child, words)
            _add(words, child.tail)

    def _linked(self, child: "_Element", words: Words) -> None:
        start = words.length
        self._inline(child, words)
        if (target := child.get("href")) and words.length > start and child.get("class") != SENTENCE:
            words.links.append(Link(Span(start, words.length), target))

    def _call(self, note: "_Element", words: Words) -> None:
        marker = note.get("marker", "")
        words.marks.append(Mark(Span(words.length, words.length), marker))
        self.notes.append((marker, note))

    def _flush(self) -> None:
        """A number that no words follow stands on a line of its own: "Article 12"."""
        if self._number:
            self.sheet.write(self._number, Line(Span(0, 0), Role.HEADING, 1))
            self._number = ""


def _add(words: Words, text: str | None) -> None:
    if not text:
        return
    folded = _folded(text, ends=True)
    if folded.startswith(" ") and (not words.parts or words.parts[-1][-1:] in " \n"):
        folded = folded[1:]
    if folded:
        words.add(folded)


def _folded(text: str, *, ends: bool = False) -> str:
    """The text with each run of XML's blanks as one blank; other blanks stay as the author set them."""
    folded = _BLANKS.sub(" ", text)
    return folded if ends else folded.strip(" ")


def _tidy(text: str) -> str:
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")


def _cell(element: "_Element") -> str:
    return _folded("".join(str(piece) for piece in element.itertext()))


def _metadata(root: "_Element") -> Iterator[tuple[str, str]]:
    """What the file's own head states of the first document, verbatim."""
    for name in ("FRBRWork", "FRBRExpression"):
        held = next((each for each in root.iter() if local(each) == name), None)
        for each in () if held is None else held:
            stated = next((each.get(key) for key in ("value", "date", "language", "href") if each.get(key)), None)
            if stated:
                yield f"{name}.{local(each)}", stated
