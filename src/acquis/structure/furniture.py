"""What stands on the page and is no text: running heads, page numbers, tables of contents."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from acquis.formats import Extraction, Line, Role
from acquis.structure.headings import by_words

_PAGE_NUMBER: Final = re.compile(
    r"(?:[-–—\[(]?\s*\d{1,4}\s*[-–—\])]?|\d{1,4}\s*/\s*\d{1,4}|(?:page|p\.|стр\.|página|页|ページ)\s*\d{1,4}"
    r"(?:\s*(?:of|/|из|sur|de)\s*\d{1,4})?|第?\s?\d{1,4}\s?[页頁]|\d{2}-\d{5}(?:\s*\(E\))?|[*]\d{7,}[*])",
    re.IGNORECASE,
)
_DOTS: Final = re.compile(r"(?:\.{4,}|…{2,}|(?:\s\.){4,}|_{4,})\s*[\divxlc]{1,5}\s*$|\t+\d{1,3}\s*[-–]\s*\d{1,3}\s*$")
_PAGED: Final = frozenset("0123456789٠١٢٣٤٥٦٧٨٩ivxlc")  # what a line of a table of contents ends with
_RULE: Final = re.compile(r"(?:[_—–=*~-]\s?){5,}")
_COMMENT: Final = re.compile(r"<!--.{0,200}-->")
_PAGE_LINE: Final = re.compile(
    r"(?:\S+ )?(?:page|стр\.|página|seite)\s\d{1,4}(?:\s(?:of|/|sur|de|из)\s\d{1,4})?", re.IGNORECASE
)
_NOTED: Final = re.compile(r"\s*(?:\d{1,3}\s?/|\d{1,3}(?=\s+\S)|[*†‡]+)\s*\S")
_RECURS: Final = 3
_NOTE_LINES: Final = 40  # no page has more lines of notes


def furniture(extraction: Extraction) -> dict[int, str]:
    """The lines that are furniture, by their place, each with its reason.

    A recurring line is told only where the text has pages: a line that stands at the head or foot of three pages or
    more, page numbers aside, is a running head.
    """
    found: dict[int, str] = {}
    heads = _running_heads(extraction)
    for at, line in enumerate(extraction.lines):
        words = line.span.of(extraction.source).strip()
        if line.role is Role.FURNITURE:
            found[at] = line.note or "page furniture"
        elif line.role is Role.RECORD:
            found[at] = "record"
        elif at in heads:
            found[at] = "running head"
        elif words and line.page is not None and _PAGE_NUMBER.fullmatch(words):
            found[at] = "page number"
        elif words and words[-1] in _PAGED and _DOTS.search(words):
            found[at] = "table of contents"
        elif _RULE.fullmatch(words):
            found[at] = "rule"
        elif _COMMENT.fullmatch(words) or _PAGE_LINE.fullmatch(words):
            found[at] = "page mark"
    return found if len(found) < len(extraction.lines) else {}


def noted(extraction: Extraction, reasons: dict[int, str]) -> tuple[Line, ...]:
    """The lines, those told as footnotes that stand below a rule and open with a mark: "1/", "*"."""
    lines = list(extraction.lines)
    for at in [at for at, reason in reasons.items() if reason == "rule"]:
        before = lines[at]
        for below in range(at + 1, min(len(lines), at + _NOTE_LINES)):
            if not len(lines[below].span):
                continue
            if below in reasons or not _opens_note(extraction, lines[below], before):
                break
            before = lines[below] = replace(lines[below], role=Role.NOTE)
    return tuple(lines)


def _opens_note(extraction: Extraction, line: Line, before: Line) -> bool:
    words = line.span.of(extraction.source)
    if words.strip().isdecimal() or by_words(words):
        return False
    runs_on = before.role is Role.NOTE and before.span.end + 2 >= line.span.start
    return bool(_NOTED.match(words)) or runs_on


def _running_heads(extraction: Extraction) -> set[int]:
    edges = _edges(extraction.lines)
    shapes = {at: _shape(extraction.lines[at].span.of(extraction.source)) for at in edges}
    counted = Counter(shape for shape in shapes.values() if len(shape) > 3)
    return {at for at, shape in shapes.items() if counted[shape] >= _RECURS}


def _edges(lines: Sequence[Line]) -> set[int]:
    """The first two and last two lines of every page."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.page is not None and len(line.span):
            pages.setdefault(line.page, []).append(at)
    if len(pages) < _RECURS:
        return set()
    return {at for held in pages.values() for at in (*held[:2], *held[-2:])}


def _shape(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.casefold().split()))
