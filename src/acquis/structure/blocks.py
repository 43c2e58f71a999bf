"""Lines become blocks: a paragraph, a heading or a list item, whatever the width of its paper was."""

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.formats import Extraction, Line, Role
from acquis.model import Span
from acquis.structure.headings import by_words
from acquis.structure.markers import Style, marker
from acquis.structure.marks import STOPS, ends

_HYPHENS: Final = ("-", "\u00ad", "\u2010", "\u0002", "\ufffe")
COLUMNS: Final = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
"""A gap between two columns of a masthead."""

_ENDED: Final = STOPS + ";:；："
_WIDEST: Final = 160  # no paper takes more letters a line; longer lines are paragraphs
_NARROWEST: Final = 30


class Fragment(Struct, frozen=True):
    """A stretch of the source inside a block; with a `reason` it is left out and `text` stands in its place."""

    source: Span
    text: str
    reason: str = ""


class Block(Struct, frozen=True):
    """A run of lines that belong together, in the words of the source.

    `above` counts the empty lines before it. `text` is its fragments joined.
    """

    fragments: tuple[Fragment, ...]
    role: Role = Role.PLAIN
    level: int = 0
    page: int | None = None
    above: int = 0
    note: str = ""
    language: str | None = None
    indent: float | None = None
    lines: int = 1
    text: str = ""

    @property
    def source(self) -> Span:
        """From its first to its last character in the source."""
        return Span(self.fragments[0].source.start, self.fragments[-1].source.end)


def block(fragments: Sequence[Fragment], line: Line, *, above: int = 0, lines: int = 1) -> Block:
    """A block of those fragments, with what the format says of its first line."""
    return Block(
        fragments=tuple(fragments),
        role=line.role,
        level=line.level,
        page=line.page,
        above=above,
        note=line.note,
        language=line.language,
        indent=line.indent,
        lines=lines,
        text="".join(fragment.text for fragment in fragments),
    )


def joined(first: Block, second: Block) -> Block:
    """Two blocks as one, with a blank for the line break between them."""
    gap = Fragment(Span(first.source.end, second.source.start), " ", "line break")
    fragments = (*first.fragments, gap, *second.fragments)
    text = "".join(fragment.text for fragment in fragments)
    return replace(first, fragments=fragments, lines=first.lines + second.lines, text=text)


def split(whole: Block, at: int, reason: str) -> tuple[tuple[Fragment, ...], Block]:
    """The first `at` characters of a block as fragments left out for that reason, and the rest of it.

    >>> one = Block((Fragment(Span(0, 5), "1. No"),), text="1. No")
    >>> gone, rest = split(one, 3, "marker")
    >>> gone[0].source, rest.text
    (Span(start=0, end=3), 'No')
    """
    head, tail = _parted(whole.fragments, at)
    gone = tuple(Fragment(f.source, "", f.reason or reason) for f in head)
    return gone, replace(whole, fragments=tail, text=whole.text[at:])


def parted(whole: Block, at: int) -> tuple[Block, Block]:
    """A block as two: its first `at` characters, and what follows."""
    head, tail = _parted(whole.fragments, at)
    first = replace(whole, fragments=head, text=whole.text[:at])
    return first, replace(whole, fragments=tail, text=whole.text[at:], above=0)


def _parted(fragments: Sequence[Fragment], at: int) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    head: list[Fragment] = []
    for index, fragment in enumerate(fragments):
        if len(fragment.text) > at or (at == 0 and fragment.text):
            if at == 0:
                return tuple(head), tuple(fragments[index:])
            cut = fragment.source.start + at
            head.append(Fragment(Span(fragment.source.start, cut), fragment.text[:at]))
            rest = Fragment(Span(cut, fragment.source.end), fragment.text[at:])
            return tuple(head), (rest, *fragments[index + 1 :])
        head.append(fragment)
        at -= len(fragment.text)
    return tuple(head), ()


def blocks(extraction: Extraction, lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of the lines that are text, in their order.

    Where the format does not say whether its lines are paragraphs, their lengths tell.
    """
    wrapped = extraction.wrapped if extraction.wrapped is not None else _looks_wrapped(extraction, lines)
    width = _width(lines)
    marks = tuple(sorted(mark.span for mark in extraction.marks if mark.span))
    for found in _blocks(extraction, lines, wrapped=wrapped, width=width):
        yield _without(found, marks) if marks else found


def _without(found: Block, marks: Sequence[Span]) -> Block:
    """The block without the figures that call a note: they are no words of the text."""
    called = [mark for mark in marks if found.source.holds(mark)]
    fragments = list(found.fragments)
    for mark in called:
        at = next((n for n, f in enumerate(fragments) if not f.reason and f.source.holds(mark)), None)
        if at is not None:
            fragments[at : at + 1] = _opened(fragments[at], mark)
    text = "".join(fragment.text for fragment in fragments)
    return replace(found, fragments=tuple(fragments), text=text) if called else found


def _opened(fragment: Fragment, mark: Span) -> list[Fragment]:
    start, text = fragment.source.start, fragment.text
    before = Fragment(Span(start, mark.start), text[: mark.start - start])
    after = Fragment(Span(mark.end, fragment.source.end), text[mark.end - start :])
    parts = (before, Fragment(mark, "", "note mark"), after)
    return [part for part in parts if len(part.source)]


def _blocks(extraction: Extraction, lines: Sequence[Line], *, wrapped: bool, width: int) -> Iterator[Block]:
    for above, group in _groups(extraction.source, lines):
        if not wrapped or len(group) == 1:
            for index, run in enumerate(_runs(extraction, group)):
                yield block(_kept(extraction.source, run), run[0], above=above if index == 0 else 0, lines=len(run))
        else:
            yield from _joined(extraction.source, group, above, width)


def _above(source: str, line: Line) -> int:
    """How many empty lines stand before a line."""
    end = line.span.start
    if end < 2 or not source[end - 2].isspace():
        return 0
    start = end
    while start and source[start - 1].isspace():
        start -= 1
    return max(0, len(f"{source[start:end]}.".splitlines()) - 2)


def _groups(source: str, lines: Sequence[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Runs of lines with no empty line, and no change of role, between them; each with the empty lines above it."""
    run: list[Line] = []
    above = 0
    for line in lines:
        if not source[line.span.start : line.span.end].strip():
            continue
        gap = _above(source, line)
        if run and (gap or line.role is not run[-1].role or line.role is not Role.PLAIN):
            yield above, run
            run = []
        above = above if run else gap
        run.append(line)
    if run:
        yield above, run


def _looks_wrapped(extraction: Extraction, lines: Sequence[Line]) -> bool:
    """Whether most lines break because the paper ended: they are nearly full and end in mid-sentence."""
    inner, full = 0, 0
    lengths = sorted(len(line.span) for line in lines if len(line.span) > _NARROWEST)
    if len(lengths) < 8:
        return False
    width = lengths[int(len(lengths) * 0.9)]
    if width > _WIDEST:
        return False
    for _, group in _groups(extraction.source, lines):
        for line in group[:-1]:
            inner += len(line.span) > 0.5 * width
            full += len(line.span) > 0.6 * width and not ends(line.span.of(extraction.source), _ENDED)
    return inner >= 5 and full > 0.5 * inner


def _runs(extraction: Extraction, group: list[Line]) -> Iterator[list[Line]]:
    """Lines that are paragraphs; in plain text one that starts small right below an unfinished one belongs to it."""
    run: list[Line] = []
    for line in group:
        if run and not (extraction.wrapped is None and _unfinished(extraction.source, run[-1], line)):
            yield run
            run = []
        run.append(line)
    yield run


def _unfinished(source: str, before: Line, line: Line) -> bool:
    words, last = line.span.of(source).strip(), before.span.of(source).strip()
    return words[:1].islower() and not marker(words) and not ends(last) and 20 < len(last) < _WIDEST


def _width(lines: Sequence[Line]) -> int:
    """How many letters a full line has."""
    lengths = sorted(len(line.span) for line in lines if len(line.span) > _NARROWEST)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def _joined(source: str, group: list[Line], above: int, paper: int) -> Iterator[Block]:
    """A run of wrapped lines as paragraphs: a new one starts at a marker, an indent, or after a short last line."""
    width = median(sorted((len(line.span) for line in group), reverse=True)[: max(1, len(group) // 2)])
    width = paper if len(group) < 5 else width  # columns may be narrower than the paper; a few lines do not tell
    indents = _first_lines_indented(source, group)
    heads = _heading_lines(source, group)
    run: list[Line] = []
    for at, line in enumerate(group):
        headed = heads & {at, at - 1}
        if run and (headed or _starts(source, run, line, width, indents=indents)):
            yield block(_kept(source, run), run[0], above=above, lines=len(run))
            run, above = [], 0
        run.append(line)
    yield block(_kept(source, run), run[0], above=above, lines=len(run))


def _heading_lines(source: str, group: list[Line]) -> set[int]:
    """The lines that are numbered headings: they stand alone, whatever stands around them.

    "Article 5" at a line's start is none where the line before is unfinished and the one after starts small.
    """
    found = set()
    for at, line in enumerate(group):
        if not by_words(line.span.of(source)):
            continue
        after = group[at + 1].span.of(source).strip() if at + 1 < len(group) else ""
        before = group[at - 1].span.of(source).strip() if at else ""
        if not (before and not ends(before) and after[:1].islower()):
            found.add(at)
    return found


def _first_lines_indented(source: str, group: list[Line]) -> bool:
    """Whether an indent marks the first line of a paragraph: some lines have one, most have none."""
    indented = sum(_indent(line.span.of(source), line) >= 1 for line in group)
    return len(group) >= 5 and 0 < indented <= 0.4 * len(group)


def _starts(source: str, run: list[Line], line: Line, width: float, *, indents: bool) -> bool:
    before, words = run[-1].span.of(source), line.span.of(source)
    if _in_columns(before) or _in_columns(words):
        return True
    ended = ends(before, _ENDED)
    found = marker(words)
    if found and (ended or found.style is not Style.BULLET) and _list_like(before, ended):
        return True
    if found and found.style is not Style.BULLET and len(before.strip()) < 0.6 * width:
        return True
    if line.gap is not None and run[-1].gap is not None and line.page == run[-1].page and line.gap > 6:
        return True
    if indents and _indent(words, line) >= 1 > _indent(before, run[-1]):
        return True
    if _capitals(before) != _capitals(words) and not words.strip()[:1].islower():
        return True
    short = len(before.strip()) < 0.75 * width
    indented = _indent(words, line) > _indent(source[run[-1].span.start :], run[-1]) + 1 and len(run) > 1
    return (ended and (short or indented)) or (short and len(before.strip()) < 0.5 * width and words[:1].isupper())


def _in_columns(words: str) -> bool:
    apart = "   " in words or "\t" in words  # asked of every line: most have neither
    return apart and COLUMNS.search(words.strip()) is not None and not marker(words)


def _capitals(words: str) -> bool:
    """Whether a line is printed in capitals, as titles and headings are."""
    return words.upper() == words and "/" not in words and sum(letter.isupper() for letter in words) > 5


def _list_like(before: str, ended: bool) -> bool:
    return ended or before.rstrip().endswith((",", "and", "or", "и", "et", "y", "،"))


def _indent(words: str, line: Line) -> float:
    if line.indent is not None:
        return line.indent / 5
    return len(words) - len(words.lstrip())


def _kept(source: str, lines: Sequence[Line]) -> list[Fragment]:
    """The words of the lines, with line ends taken out: a blank in their place, or nothing after a broken word."""
    found: list[Fragment] = []
    for line in lines:
        span = _trimmed(source, line.span)
        if found:
            found.append(_joint(source, found, span))
        found.append(Fragment(span, span.of(source)))
    return found


def _joint(source: str, found: list[Fragment], span: Span) -> Fragment:
    last = found[-1]
    broken = last.text.endswith(_HYPHENS) and last.text[-2:-1].isalpha() and source[span.start].islower()
    if broken and not _compound(source, last.text, span):
        found[-1] = Fragment(Span(last.source.start, last.source.end - 1), last.text[:-1])
        return Fragment(Span(last.source.end - 1, span.start), "", "line-end hyphen")
    if broken:
        return Fragment(Span(last.source.end, span.start), "", "line break")
    unspaced = _unspaced(last.text[-1:]) and _unspaced(source[span.start])
    return Fragment(Span(last.source.end, span.start), "" if unspaced else " ", "line break")


def _compound(source: str, before: str, span: Span) -> bool:
    """Whether the two halves are printed with their hyphen elsewhere in mid-line: "long-", "term"."""
    halves = re.search(r"[^\W_]+$", before[:-1]), re.match(r"[^\W_]+", source[span.start : span.start + 40])
    if not halves[0] or not halves[1]:
        return False
    return f"{halves[0][0]}-{halves[1][0]}" in source


def _unspaced(letter: str) -> bool:
    """Whether a letter belongs to a script that is written without blanks."""
    return "\u3000" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uffef"


def _trimmed(source: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return Span(start, end)
