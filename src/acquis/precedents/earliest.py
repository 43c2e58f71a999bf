"""The first use of just these words, and the nearest earlier one: no text that holds them is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from acquis.precedents import tables
from acquis.precedents.found import Use
from acquis.precedents.grams import TRIPLE, grams
from acquis.precedents.index import View
from acquis.precedents.rows import use_of
from acquis.precedents.scope import Scope
from acquis.precedents.segment import Segment
from acquis.precedents.words import Words, keys_of, plain_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

_SMALL: Final = 32
"""So few texts are read at once; more are narrowed by the next run of words first."""


@dataclass(frozen=True, slots=True)
class Firsts:
    """The earliest use as a passage of its own, an earlier one inside a longer passage, and the nearest earlier use."""

    earliest: Use | None = None
    within: Use | None = None
    nearest: Use | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """A passage that may hold the words: its place in the order of days, its segment and text, its number."""

    order: int
    passage: int
    segment: Segment
    text: int


def firsts(db: "Connection", view: View, scope: Scope, words: Words, *, on: str | None) -> Firsts:
    """The dated uses of just these words, one after another; `on` leaves out that day and all later ones."""
    keys = keys_of(words.texts)
    plain = plain_of(words.texts)
    earlier = scope.before(on)
    held = [each for segment in view.segments for each in _held(segment, scope, plain) if earlier[each.order]]
    held.sort(key=lambda each: (each.order, each.passage))
    wanted = keys.tobytes()
    own = next((each for each in held if _has(each, wanted) and _length(each) == len(keys)), None)
    any_ = next((each for each in held if _has(each, wanted)), None)
    nearest = next((each for each in reversed(held) if _has(each, wanted)), None)
    within = any_ if any_ and (own is None or any_.order < own.order) else None
    return Firsts(*_uses(db, scope, [own, within, nearest]))


def _held(segment: Segment, scope: Scope, plain: "NDArray[Any]") -> Iterator[_Held]:
    """The passages whose texts have every run of three words of the query, figures aside."""
    import numpy as np

    texts = _with_all(segment, np.unique(grams(plain, np.array([len(plain)]), TRIPLE)[0]), scope.open_to(segment))
    starts, ends = np.searchsorted(segment.owners, texts), np.searchsorted(segment.owners, texts, side="right")
    for text, start, end in zip(texts.tolist(), starts.tolist(), ends.tolist(), strict=True):
        readings = segment.readings[start:end]
        may = scope.may(readings)
        for passage, reading in zip(segment.passages[start:end][may].tolist(), readings[may].tolist(), strict=True):
            yield _Held(int(scope.order[reading]), passage, segment, text)


def _with_all(segment: Segment, wanted: "NDArray[Any]", allowed: "NDArray[Any]") -> "NDArray[Any]":
    """The texts that have every one of those runs, from the rarest on."""
    import numpy as np

    starts, ends = segment.found(wanted)
    order = np.argsort(ends - starts, kind="stable")
    held: NDArray[Any] = segment.postings[starts[order[0]] : ends[order[0]]]
    held = held[allowed[held]]
    for at in order[1:]:
        if len(held) <= _SMALL or starts[at] == ends[at]:
            return held if starts[at] < ends[at] else held[:0]
        others = segment.postings[starts[at] : ends[at]]
        place = np.searchsorted(others, held)
        held = held[others[np.minimum(place, len(others) - 1)] == held]
    return held


def _has(held: _Held, wanted: bytes) -> bool:
    """Whether the text has just these words, one after another."""
    own = held.segment.keys_at(held.text).tobytes()
    at = own.find(wanted)
    while at % 8 > 0:  # a match that begins within a word is none; -1 % 8 is 7, and -1 means there is no further one
        if at < 0:
            return False
        at = own.find(wanted, at + 1)
    return True


def _length(held: _Held) -> int:
    return len(held.segment.keys_at(held.text))


def _uses(db: "Connection", scope: Scope, held: Iterable[_Held | None]) -> Iterator[Use | None]:
    wanted = list(held)
    rows = tables.passages(db, [each.passage for each in wanted if each])
    for each in wanted:
        yield use_of(rows[each.passage], scope.rows) if each else None
