"""Where in a passage the words stand that were looked for, and the stretch of it that shows them best."""

import bisect
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from acquis.archive._asked import Near, Way, Words
from acquis.archive.tokens import places, words
from acquis.model import Span

LENGTH: Final = 240
"""How many characters of a passage a result shows."""

_LOOKED_AT: Final = 100_000
"""Of a longer passage the beginning is looked at, and all of it only if nothing is there."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a passage: its words, where it begins, and the spans to mark, counted in its own characters.

    `cut_before` and `cut_after` say that the passage goes on.
    """

    words: str
    start: int
    marks: tuple[Span, ...]
    cut_before: bool
    cut_after: bool

    def __str__(self) -> str:
        return f"{'… ' * self.cut_before}{self.words}{' …' * self.cut_after}"


def found(text: str, sought: Sequence[Words | Near]) -> tuple[Span, ...]:
    """Where what was looked for stands in the text, in order; places that meet are one.

    >>> found("The arms race; the arms trade.", [Words((("arms", "race"), ("trade",)), "")])
    (Span(start=4, end=13), Span(start=24, end=29))
    """
    if not sought:
        return ()
    spans = _all(text[:_LOOKED_AT], sought)
    return spans if spans or len(text) <= _LOOKED_AT else _all(text, sought)


def snippet(text: str, marks: Sequence[Span], length: int = LENGTH) -> Snippet:
    """The stretch of at most `length` characters that shows most of the marks, cut between words."""
    start, end = _window(text, marks, length)
    inside = tuple(Span(m.start - start, min(m.end, end) - start) for m in marks if start <= m.start < end)
    return Snippet(text[start:end], start, inside, start > 0, end < len(text))


def around(text: str, node: Span, width: int) -> tuple[str, str]:
    """Up to `width` characters left and right of a span, cut between words."""
    left = text[_after_cut(text, max(0, node.start - width), node.start) : node.start]
    right = text[node.end : _before_cut(text, node.end, min(len(text), node.end + width))]
    return " ".join(left.split()), " ".join(right.split())


# --- places -----------------------------------------------------------------------------------------------------


def _all(text: str, sought: Sequence[Words | Near]) -> tuple[Span, ...]:
    """The words are compared first and their places looked up only for those that are shown."""
    held = words(text)
    standing = _standing(held, sought)
    shown = sorted({run for leaf in sought for run in _leaf(leaf, held, standing)})
    if not shown:
        return ()
    at = places(text)
    return _merged([Span(at[first][0], at[last][1]) for first, last in shown])


def _standing(held: Sequence[str], sought: Sequence[Words | Near]) -> dict[str, list[int]]:
    """The places in the passage of each word that something looked for begins with."""
    wanted = {word for leaf in sought for word in _beginnings(leaf)}
    standing: dict[str, list[int]] = {word: [] for word in wanted}
    starts = tuple(word for word in wanted if word.endswith("*"))
    for number, word in enumerate(held):
        if word in wanted:
            standing[word].append(number)
        for start in starts:
            if word.startswith(start[:-1]):
                standing[start].append(number)
    return standing


def _beginnings(leaf: Words | Near) -> Iterator[str]:
    if isinstance(leaf, Words):
        return (way[0] for way in leaf.ways)
    return (word for place in leaf.places for word in place)


def _leaf(leaf: Words | Near, held: Sequence[str], standing: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The first and last word of every place."""
    if isinstance(leaf, Near):
        yield from _near(leaf, standing)
        return
    for way in leaf.ways:
        for first in standing[way[0]]:
            if len(way) == 1 or _goes_on(way, first, held):
                yield first, first + len(way) - 1


def _goes_on(way: Way, first: int, held: Sequence[str]) -> bool:
    if first + len(way) > len(held):
        return False
    return all(_is(wanted, held[first + step]) for step, wanted in enumerate(way) if step)


def _is(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _near(leaf: Near, standing: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Each two words that stand near each other, marked one by one."""
    stands = [sorted({at for word in place for at in standing[word]}) for place in leaf.places]
    for ones, twos in itertools.pairwise(stands):
        for one in ones:
            low, high = bisect.bisect_left(twos, one - leaf.apart - 1), bisect.bisect_right(twos, one + leaf.apart + 1)
            yield from ((at, at) for two in twos[low:high] if two != one for at in (one, two))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


# --- the stretch that is shown ----------------------------------------------------------------------------------


def _window(text: str, marks: Sequence[Span], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    first = _best(marks, length)
    if first is None:
        return 0, _before_cut(text, 0, length)
    start = max(0, min(first.start - length // 4, len(text) - length))
    cut = _after_cut(text, start, first.start)
    return cut, _before_cut(text, first.end, min(len(text), cut + length))


def _best(marks: Sequence[Span], length: int) -> Span | None:
    """The mark from which most others lie within the stretch; the first of those that are equal."""
    reach = length - length // 4
    ends = [mark.end for mark in marks]
    shown = [bisect.bisect_right(ends, mark.start + reach) - at for at, mark in enumerate(marks)]
    return marks[shown.index(max(shown))] if marks else None


def _after_cut(text: str, start: int, end: int) -> int:
    """The first place after a blank, so that no word is cut in two; where there is none, the place itself."""
    if start == 0 or text[start - 1].isspace():
        return start
    blank = next((at for at in range(start, min(end, start + 30)) if text[at].isspace()), None)
    return start if blank is None else blank + 1


def _before_cut(text: str, start: int, end: int) -> int:
    if end >= len(text) or text[end].isspace():
        return min(end, len(text))
    blank = next((at for at in range(end, max(start, end - 30), -1) if text[at].isspace()), None)
    return end if blank is None else blank
