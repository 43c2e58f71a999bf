"""PDF: printed lines in the order of the file, with page numbers, running heads and footnotes told apart."""

import importlib
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from acquis.errors import Unreadable
from acquis.formats import Extraction, Format, Line, Link, Mark, Role
from acquis.formats._furniture import furniture, notes
from acquis.formats._pages import Page, Printed, pages
from acquis.model.span import Span

_HEAD = 1024
_COLUMN = 5
_FORWARD = (
    "في",
    "من",
    "على",
    "إلى",
    "أن",
    "التي",
    "الذي",
    "هذا",
    "هذه",
    "عن",
    "مع",
    "كل",
    "بين",
    "كما",
    "المادة",
    "الدول",
)
_BACKWARD = tuple(word[::-1] for word in _FORWARD)
_SPLIT_ALEF = re.compile(r"\bاال|\bلال\w*اال")
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


def read(content: bytes, reading: str = "accepted") -> Extraction:
    """The text of a PDF, a line for each printed line.

    A word parted at a line's end stands as it is printed: `inter-`, a line break, `national`; who joins lines joins it.
    Running heads, page numbers and feet are `Role.FURNITURE` and footnotes `Role.NOTE`, in their place.
    """
    document = opened(content)
    try:
        found = list(pages(document))
        metadata = tuple(_metadata(document))
    finally:
        document.close()
    if not any(page.lines for page in found):
        raise Unreadable(
            "page images only: the file has no text layer; run it through character recognition (OCR) first"
        )
    source, lines, marks, links = _laid_out(found)
    return Extraction(
        source=source,
        lines=lines,
        media_type="application/pdf",
        wrapped=True,
        metadata=metadata,
        links=links,
        marks=marks,
        doubts=tuple(_doubts(found, source)),
    )


def opened(content: bytes) -> Any:
    """The file as the library opens it, with at least one page; `Unreadable` says why not."""
    pypdfium2: Any = importlib.import_module("pypdfium2")
    try:
        document = pypdfium2.PdfDocument(content)
        len(document)
    except pypdfium2.PdfiumError as fault:
        if "assword" in str(fault) or "ecurity" in str(fault):
            raise Unreadable("the PDF is encrypted; save it without a password") from fault
        raise Unreadable("the PDF is cut off or damaged; get a whole copy of it") from fault
    if not len(document):
        raise Unreadable("the PDF has no pages")
    return document


def _laid_out(found: Sequence[Page]) -> tuple[str, tuple[Line, ...], tuple[Mark, ...], tuple[Link, ...]]:
    """The source, its lines, the calls of notes, and the links."""
    apart = furniture(found)
    noted = notes(found, apart)
    parts: list[str] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    links: list[Link] = []
    length = 0
    for page in found:
        margins = _margins(page, apart | noted.keys())
        above: Printed | None = None
        for printed in page.lines:
            span = Span(length, length + len(printed.words))
            if id(printed) in apart:
                lines.append(_line(printed, span, margins[0], None, role=Role.FURNITURE))
            else:
                margin = margins.get(id(printed), margins[0])
                role = Role.NOTE if id(printed) in noted else Role.PLAIN
                lines.append(_line(printed, span, margin, above, role=role, note=noted.get(id(printed), "")))
                above = printed
            marks += [
                Mark(Span(length + start, length + end), printed.words[start:end]) for start, end in printed.raised
            ]
            links += [Link(Span(length + start, length + end), target) for start, end, target in printed.links]
            parts += (printed.words, "\n")
            length = span.end + 1
    return "".join(parts)[:-1], tuple(lines), tuple(marks), tuple(links)


def _margins(page: Page, apart: set[int]) -> dict[int, tuple[float, float]]:
    """How far left and right the text reaches, for the lines by id: of their column, where a page has several.

    A new column begins where the text goes up again. The margins of the page stand at 0.
    """
    text = [line for line in page.lines if id(line) not in apart and line.box.height] or page.lines
    columns: list[list[Printed]] = [[]]
    for line in text:
        if columns[-1] and line.box.bottom > columns[-1][-1].box.top:
            columns.append([])
        columns[-1].append(line)
    found = {0: _reach(text)}
    for column in columns if len(columns) > 1 else ():
        if len(column) >= _COLUMN:
            found |= dict.fromkeys(map(id, column), _reach(column))
    return found


def _reach(lines: list[Printed]) -> tuple[float, float]:
    lefts, rights = sorted(line.box.left for line in lines), sorted((line.box.right for line in lines), reverse=True)
    return _shared(lefts), _shared(rights)


def _shared(places: list[float]) -> float:
    """The outermost place that two lines share, else the outermost."""
    pairs = (one for one, other in itertools.pairwise(places) if abs(one - other) < 2)
    return next(pairs, places[0] if places else 0.0)


def _line(
    printed: Printed, span: Span, margin: tuple[float, float], above: Printed | None, *, role: Role, note: str = ""
) -> Line:
    if not printed.box.height:
        return Line(span, role, page=printed.page, note=note)
    indent = margin[1] - printed.box.right if printed.turned else printed.box.left - margin[0]
    gap = above.box.bottom - printed.box.top if above else None
    return Line(
        span,
        role,
        page=printed.page,
        indent=round(indent, 1),
        gap=round(gap, 1) if gap is not None and gap > -printed.box.height else None,
        note=note,
        size=round(printed.box.height, 1),
        bold="bold" in printed.font.lower() or "black" in printed.font.lower(),
    )


def _metadata(document: Any) -> Iterator[tuple[str, str]]:
    for name, value in document.get_metadata_dict(skip_empty=True).items():
        yield name, value.strip("\0 ")
    yield "pages", str(len(document))


def _doubts(found: Sequence[Page], source: str) -> Iterator[str]:
    if empty := [page.number for page in found if not page.lines and page.pictured]:
        listed = ", ".join(map(str, empty[:20])) + (" …" if len(empty) > 20 else "")
        yield f"{len(empty)} pages are images without text and were not read: {listed}."
    if lost := source.count("\ufffd"):
        yield f"{lost} characters have no meaning in the file's fonts and stand as U+FFFD."
    if _is_reversed(source):
        yield "The Arabic letters come out of this PDF in a wrong order; get the text as DOCX or HTML if you can."


def _is_reversed(source: str) -> bool:
    """Whether Arabic words, or the ligature lam-alef in them, stand backwards, as many PDF files give them."""
    if not _ARABIC.search(source):
        return False
    words = Counter(source.split())
    forward = sum(words[word] for word in _FORWARD)
    backward = sum(words[word] for word in _BACKWARD)
    return backward > forward or len(_SPLIT_ALEF.findall(source)) * 50 > sum(words.values())


def _tells(content: bytes, name: str) -> bool:
    return b"%PDF-" in content[:_HEAD]


ENTRY = Format("pdf", "application/pdf", (".pdf",), _tells, read)
