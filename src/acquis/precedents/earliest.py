"""The first use of just these words, and the nearest earlier one: no text that holds them is left out."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

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


class _Held(NamedTuple):
    """A passage that may hold the words: its place in the order of days, its number, its segment, text and words."""

    order: int
    passage: int
    segment: int
    text: int
    size: int


_PASSAGE: Final = _Held._fields.index("passage")
_SIZE: Final = _Held._fields.index("size")


def firsts(
    db: "Connection", view: View, scope: Scope, words: Words, *, on: str | None, apart: Collection[int] = ()
) -> Firsts:
    """The dated uses of just these words, one after another; `on` leaves out that day and all later ones.

    `apart` are passages that a person said are not this one: they are left out too.
    """
    import numpy as np

    keys = keys_of(words.texts)
    held = _held(view, scope, plain_of(words.texts), scope.texts.before(on))
    held = held[~np.isin(held[:, _PASSAGE], list(apart))]
    asked = _Asked(view, keys)
    own = next((each for each in _in_turn(held[held[:, _SIZE] == len(keys)]) if asked.has(each)), None)
    any_ = next((each for each in _in_turn(held) if asked.has(each)), None)
    nearest = next((each for each in _in_turn(held[::-1]) if asked.has(each)), None)
    within = any_ if any_ and (own is None or any_.order < own.order) else None
    return Firsts(*_uses(db, scope, [own, within, nearest]))


def _held(view: View, scope: Scope, plain: "NDArray[Any]", earlier: "NDArray[Any]") -> "NDArray[Any]":
    """The passages whose texts have every run of three words of the query, figures aside, in the order of days.

    A row for each: the fields of `_Held`.
    """
    import numpy as np

    wanted = np.unique(grams(plain, np.array([len(plain)]), TRIPLE)[0])
    rows = [np.zeros((0, len(_Held._fields)), np.int64)]
    for number, segment in enumerate(view.segments):
        at = segment.places_of(_with_all(segment, wanted, scope))
        at = at[scope.may(segment.readings[at])]
        order = scope.texts.order[segment.readings[at]]
        at, order = at[earlier[order]], order[earlier[order]]
        texts = segment.owners[at]
        columns = (order, segment.passages[at], np.full(len(at), number), texts, segment.lengths_of(texts))
        rows.append(np.stack([each.astype(np.int64) for each in columns], axis=1))
    found = np.concatenate(rows)
    return found[np.lexsort((found[:, 1], found[:, 0]))]


def _in_turn(held: "NDArray[Any]") -> Iterator[_Held]:
    return (_Held(*row.tolist()) for row in held)


def _with_all(segment: Segment, wanted: "NDArray[Any]", scope: Scope) -> "NDArray[Any]":
    """The texts that have every one of those runs, from the rarest on."""
    import numpy as np

    starts, ends = segment.found(wanted)
    order = np.argsort(ends - starts, kind="stable")
    held: NDArray[Any] = segment.postings[starts[order[0]] : ends[order[0]]]
    held = held[scope.open_to(segment, held)]
    for at in order[1:]:
        if len(held) <= _SMALL or starts[at] == ends[at]:
            return held if starts[at] < ends[at] else held[:0]
        others = segment.postings[starts[at] : ends[at]]
        place = np.searchsorted(others, held)
        held = held[others[np.minimum(place, len(others) - 1)] == held]
    return held


class _Asked:
    """The words that are looked for; a text is asked about them once."""

    def __init__(self, view: View, keys: "NDArray[Any]") -> None:
        self._view, self._wanted = view, keys.tobytes()
        self._known: dict[tuple[int, int], bool] = {}

    def has(self, held: _Held) -> bool:
        """Whether a text has just these words, one after another."""
        place = held.segment, held.text
        if place not in self._known:
            own = self._view.segments[held.segment].keys_at(held.text)
            self._known[place] = _stands(self._wanted, own.tobytes())
        return self._known[place]


def _stands(wanted: bytes, own: bytes) -> bool:
    """Whether the words of one stand in the other; a match that begins within a word is none."""
    at = own.find(wanted)
    while at >= 0 and at % 8:
        at = own.find(wanted, at + 1)
    return at >= 0


def _uses(db: "Connection", scope: Scope, held: Iterable[_Held | None]) -> Iterator[Use | None]:
    wanted = list(held)
    rows = tables.passages(db, [each.passage for each in wanted if each])
    for each in wanted:
        yield use_of(rows[each.passage], scope.texts.rows) if each else None
