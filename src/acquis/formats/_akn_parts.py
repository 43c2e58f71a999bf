"""The parts of a document, from the markup that they were given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from acquis.errors import Unreadable
from acquis.formats import _akn_inline as inline
from acquis.formats._akn_xml import OWN, XML_LANG, own
from acquis.formats._escape import unescaped
from acquis.formats._fields import value_of
from acquis.formats._stretches import spans_read
from acquis.formats._xml_lines import local
from acquis.model import Kind, Part, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAVES: Final = frozenset({"docTitle", "signature", "crossHeading", "block"})
_HOLDERS: Final = frozenset({"p", "heading", "listIntroduction"})
_AROUND: Final = frozenset({"content", "intro", "list", "blockList"})


@dataclass(frozen=True, slots=True)
class Found:
    """An element that is a part: its words, where its sentences stand in them, and the path of the part around it."""

    element: "_Element"
    words: str
    sentences: tuple[Span, ...]
    within: str

    def attribute(self, name: str) -> str | None:
        """An attribute of ours, as it was before it was escaped."""
        value = self.element.get(own(name))
        return None if value is None else unescaped(value)

    @property
    def path(self) -> str:
        """The part's path."""
        return self.attribute("path") or self.element.get("wId") or ""


def found(root: "_Element") -> list[Found]:
    """Every part of the markup, in the order of the document."""
    met = list(_walk(root))
    places = [each.element.get(own("at")) for each in met]
    if all(place is not None for place in places):
        try:
            met = [each for _, each in sorted(zip(map(int, places), met, strict=True), key=lambda pair: pair[0])]  # type: ignore[arg-type]
        except ValueError as error:
            raise Unreadable("the place of a part is no number") from error
    return met


def part_of(met: Found, span: Span, texts: int) -> Part:
    """The part, which stands at `span` of a text of that many characters."""
    prefix = f"{{{OWN}}}"
    held = {str(name): str(value) for name, value in met.element.attrib.items()}
    given = {name.removeprefix(prefix): value for name, value in held.items() if name.startswith(prefix)}
    path, within, language = met.path, met.attribute("within"), met.attribute("language")
    stated = met.element.get(own("sentences"))
    sentences = spans_read(stated) if stated else tuple(each.moved(span.start) for each in met.sentences)
    if any(each.end > texts for each in (span, *sentences)):
        raise Unreadable(f"the part {path} stands past the end of the text")
    return value_of(
        Part,
        given,
        path=path,
        kind=_kind(given["kind"]),
        span=span,
        number=_number(met),
        within=met.within if within is None else within,
        sentences=sentences,
        language=met.element.get(XML_LANG) if language is None else language,
    )


def _walk(root: "_Element") -> Iterator[Found]:
    for element in root.iter():
        if element.get(own("kind")) is not None:
            above = next((each for each in element.iterancestors() if each.get(own("kind")) is not None), None)
            words, sentences = _words(element)
            yield Found(element, words, sentences, "" if above is None else _path(above))


def _path(element: "_Element") -> str:
    path = element.get(own("path"))
    return element.get("wId") or "" if path is None else unescaped(path)


def _words(element: "_Element") -> tuple[str, tuple[Span, ...]]:
    if local(element) == "tr":
        return inline.row_words(element), ()
    if local(element) == "table":
        return inline.table_words(element), ()
    holder = element if local(element) in _LEAVES else _holder(element)
    return ("", ()) if holder is None else inline.filled(holder)


def _holder(element: "_Element") -> "_Element | None":
    """The element among the children that has the part's own words."""
    for child in element:
        if child.get(own("kind")) is not None:
            continue
        if local(child) in _HOLDERS:
            return child
        if local(child) in _AROUND and (found := _holder(child)) is not None:
            return found
    return None


def _number(met: Found) -> str | None:
    if (stated := met.attribute("number")) is not None:
        return stated
    for child in met.element:
        if local(child) == "num":
            return inline.filled(child)[0]
    before = met.element.getprevious()
    if local(met.element) == "docTitle" and before is not None and local(before) == "docNumber":
        return inline.filled(before)[0]
    return met.element.get("marker")


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError as error:
        raise Unreadable(f"there is no part of the kind {name!r}. Known: {', '.join(Kind)}") from error


def spans_of(met: Sequence[Found], laid: Sequence[Span]) -> list[Span]:
    """Where each part stands: as stated, else as laid out."""
    stated = [each.element.get(own("span")) for each in met]
    return [spans_read(one)[0] if one else span for one, span in zip(stated, laid, strict=True)]
