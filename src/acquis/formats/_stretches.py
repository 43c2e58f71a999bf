"""The source beside the text: only what the text does not hold is written out."""

from collections.abc import Sequence
from dataclasses import dataclass

from acquis.errors import Unreadable
from acquis.model import Layers, Piece, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the map, with the source's characters where the text has others; None where both are the same."""

    piece: Piece
    characters: str | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """The source layer as what it differs by from the text.

    `source` is the whole of it where the pieces do not cover it in order, which no sound map does; else None.
    """

    stretches: tuple[Stretch, ...]
    source: str | None = None


def differences(layers: Layers) -> Differences:
    """What must be kept beside the text so that the layers come back.

    >>> layers = Layers("1. Yes", "Yes", (Piece(Span(0, 3), Span(0, 0), "marker"), Piece(Span(3, 6), Span(0, 3))))
    >>> [stretch.characters for stretch in differences(layers).stretches]
    ['1. ', None]
    """
    stretches = tuple(Stretch(piece, _characters(piece, layers)) for piece in layers.pieces)
    if _joined(stretches, layers.text) == layers.source and _ordered(layers.pieces):
        return Differences(stretches)
    return Differences(tuple(Stretch(piece) for piece in layers.pieces), layers.source)


def layers_of(kept: Differences, text: str) -> Layers:
    """The layers that `differences` was given."""
    source = _joined(kept.stretches, text) if kept.source is None else kept.source
    return Layers(source, text, tuple(stretch.piece for stretch in kept.stretches))


def _characters(piece: Piece, layers: Layers) -> str | None:
    own = piece.source.of(layers.source)
    return None if own == piece.text.of(layers.text) else own


def _joined(stretches: Sequence[Stretch], text: str) -> str:
    return "".join(each.piece.text.of(text) if each.characters is None else each.characters for each in stretches)


def _ordered(pieces: Sequence[Piece]) -> bool:
    reached = 0
    for piece in pieces:
        if piece.source.start != reached:
            return False
        reached = piece.source.end
    return True


def laid_out(words: Sequence[str]) -> tuple[str, list[Span]]:
    """The text of parts one after the other, a line break after each that has words, and where each one stands.

    This is how the reader puts a text together, so that most texts need not be kept beside their parts.
    """
    spans, at = [], 0
    for each in words:
        spans.append(Span(at, at + len(each)))
        at += len(each) + 1 if each else 0
    return "".join(f"{each}\n" for each in words if each), spans


def spans_read(numbers: str) -> tuple[Span, ...]:
    """The stretches of a list like `0-12 13-40`."""
    try:
        return tuple(Span(*map(int, each.split("-"))) for each in numbers.split())
    except (ValueError, TypeError) as error:
        raise Unreadable(f"{numbers[:40]!r} are no stretches of characters; they look like 0-12 13-40") from error


def spans_written(spans: Sequence[Span]) -> str:
    """The list that `spans_read` reads."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)
