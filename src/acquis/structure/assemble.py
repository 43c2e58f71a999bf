"""Drafts become parts, and their words the text layer with its map to the source."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from acquis.formats import Line
from acquis.model import Kind, Layers, Part, Piece, Span
from acquis.structure.blocks import Fragment
from acquis.structure.drafts import Draft

Splitter: TypeAlias = Callable[[str], tuple[Span, ...]]


def assemble(
    source: str, drafts: Sequence[Draft], paths: Sequence[str], left_out: dict[Span, str], splitter: Splitter
) -> tuple[tuple[Part, ...], Layers]:
    """The parts with their spans in the text, and the three layers.

    `left_out` are the stretches of the source that became no part, each with its reason. Parts are parted by a line
    break, which the reader puts there.
    """
    parts: list[Part] = []
    pieces: list[Piece] = []
    words: list[str] = []
    at = 0
    for draft, path in zip(drafts, paths, strict=True):
        start = at
        for fragment in (*draft.gone, *(draft.block.fragments if draft.block else ())):
            pieces.append(_piece(fragment, at))
            words.append(fragment.text)
            at += len(fragment.text)
        parts.append(_part(draft, path, Span(start, at), paths, splitter))
        if at > start:
            words.append("\n")
            at += 1
    pieces += [Piece(span, Span(at, at), reason) for span, reason in left_out.items()]
    return tuple(parts), Layers(source, "".join(words), tuple(_covering(source, pieces)))


def _piece(fragment: Fragment, at: int) -> Piece:
    return Piece(fragment.source, Span(at, at + len(fragment.text)), fragment.reason)


def _part(draft: Draft, path: str, span: Span, paths: Sequence[str], splitter: Splitter) -> Part:
    words = draft.block.text if draft.block else ""
    split = draft.kind not in (Kind.TABLE, Kind.TITLE, Kind.HEADING) and words
    return Part(
        path=path,
        kind=draft.kind,
        span=span,
        number=draft.number,
        within=paths[draft.parent] if draft.parent >= 0 else "",
        level=draft.level,
        sentences=tuple(s.moved(span.start) for s in splitter(words)) if split else (),
        language=draft.block.language if draft.block else None,
        recovered=draft.recovered,
    )


def _covering(source: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in the order of the source, with the blanks between them as omissions."""
    found: list[Piece] = []
    reached = 0
    for piece in sorted(pieces, key=lambda piece: (piece.source.start, piece.source.end)):
        if piece.source.start < reached or not (piece.source or piece.text):
            continue
        if piece.source.start > reached:
            found.append(_blank(source, reached, piece.source.start, piece.text.start))
        found.append(piece)
        reached = piece.source.end
    if reached < len(source):
        found.append(_blank(source, reached, len(source), found[-1].text.end if found else 0))
    return found


def _blank(source: str, start: int, end: int, at: int) -> Piece:
    reason = "blank" if not source[start:end].strip() else "not read"
    return Piece(Span(start, end), Span(at, at), reason)


def left_out(lines: Sequence[Line], reasons: dict[int, str]) -> dict[Span, str]:
    """The stretches of the lines that are no text, each with its reason."""
    return {lines[at].span: reason for at, reason in reasons.items() if len(lines[at].span)}
