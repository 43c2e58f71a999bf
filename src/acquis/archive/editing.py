"""What people correct in a reading: two paragraphs joined, or one split. The words stay as they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from acquis.errors import BadEdit
from acquis.model import Layers, Part, Piece, Span
from acquis.model.document import CONTAINERS
from acquis.structure.paths import aliases
from acquis.structure.read import Reading

Splitter: TypeAlias = Callable[[str], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Join:
    """Two paragraphs that follow one another are one. Both are told by their words, so that re-reading finds them.

    Of several paragraphs with the same words the one at `path` is meant, where the first stood when it was entered.
    """

    first: str
    second: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """One paragraph is two. `whole` is its words, `at` the place of the second one's first letter in them.

    Of several paragraphs with the same words the one at `path` is meant, where it stood when it was entered.
    """

    whole: str
    at: int
    path: str = ""


Edit: TypeAlias = Join | Split


def edited(reading: Reading, edits: Sequence[Edit], splitter: Splitter) -> tuple[Reading, list[str]]:
    """The reading with every edit that finds its words, in the order they were made; and a line for each that does not.

    Offsets in the text do not move: a join puts a blank where a line break stood, a split the other way round.
    """
    lost = []
    for edit in edits:
        try:
            reading = _joined(reading, edit, splitter) if isinstance(edit, Join) else _split(reading, edit, splitter)
        except BadEdit as error:
            lost.append(str(error))
    return replace(reading, aliases=aliases(reading.parts)), lost


def _joined(reading: Reading, edit: Join, splitter: Splitter) -> Reading:
    first = _find(reading.parts, reading, edit.first, edit.path)
    later = [part for part in reading.parts if part.span.start >= first.span.end]
    second = _find([*later, *reading.parts], reading, edit.second)
    between = reading.layers.text[first.span.end : second.span.start]
    if between != "\n":
        raise BadEdit(f"{second.path} does not follow {first.path} directly; only neighbours can be joined.")
    if second.number is not None:
        raise BadEdit(f"{second.path} has the printed number {second.number}; a numbered paragraph cannot be joined.")
    text = _put(reading.layers.text, first.span.end, " ")
    span = Span(first.span.start, second.span.end)
    whole = replace(first, span=span, sentences=_sentences(text, span, splitter))
    parts = [whole if part is first else part for part in reading.parts if part is not second]
    moved = [replace(part, within=first.path) if part.within == second.path else part for part in parts]
    return replace(reading, parts=tuple(moved), layers=replace(reading.layers, text=text))


def _split(reading: Reading, edit: Split, splitter: Splitter) -> Reading:
    part = _find(reading.parts, reading, edit.whole, edit.path)
    cut = part.span.start + edit.at
    start = cut
    while start > part.span.start and reading.layers.text[start - 1].isspace():
        start -= 1
    if not part.span.start < start < cut < part.span.end:
        raise BadEdit(f"{part.path} cannot be split there: the second part must start with a word after a blank.")
    text = _put(reading.layers.text, start, "\n")
    layers = Layers(reading.layers.source, text, _opened(reading.layers.pieces, Span(start, cut)))
    head, tail = Span(part.span.start, start), Span(cut, part.span.end)
    first = replace(part, span=head, sentences=_sentences(text, head, splitter))
    second = replace(
        part, path=_free(part.path, reading.parts), span=tail, number=None, sentences=_sentences(text, tail, splitter)
    )
    parts = [new for old in reading.parts for new in ((first, second) if old is part else (old,))]
    return replace(reading, parts=tuple(parts), layers=layers)


def _find(parts: Sequence[Part], reading: Reading, words: str, path: str = "") -> Part:
    """The paragraph that has these words: the one at that path, else the first one."""
    text = reading.layers.text
    found = [part for part in parts if part.kind not in CONTAINERS and part.span.of(text) == words]
    if found:
        return next((part for part in found if part.path == path), found[0])
    raise BadEdit(f"no paragraph reads {words[:60]!r} any more; the correction is kept and waits for one that does.")


def _free(path: str, parts: Sequence[Part]) -> str:
    taken = {part.path for part in parts}
    return next(name for n in range(2, len(parts) + 3) if (name := f"{path}-{n}") not in taken)


def _sentences(text: str, span: Span, splitter: Splitter) -> tuple[Span, ...]:
    return tuple(sentence.moved(span.start) for sentence in splitter(span.of(text)))


def _put(text: str, at: int, letter: str) -> str:
    return text[:at] + letter + text[at + 1 :]


def _opened(pieces: Sequence[Piece], gap: Span) -> tuple[Piece, ...]:
    """The pieces with the blank at `gap` left out, and a line break in its place in the text."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.reason or not piece.text.holds(gap):
            found.append(piece)
            continue
        shift = piece.source.start - piece.text.start
        for span, reason in (
            (Span(piece.text.start, gap.start), ""),
            (gap, "split by correction"),
            (Span(gap.end, piece.text.end), ""),
        ):
            if span:
                found.append(Piece(span.moved(shift), span, reason))
    return tuple(found)
