"""What a search may find: the documents held at a change that the filters let pass, as arrays beside the index."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from acquis.archive.filters import known, passes
from acquis.organisations import organisations
from acquis.precedents.base import Base, Counted
from acquis.precedents.modes import UNKNOWN, standing
from acquis.precedents.segment import Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from acquis.precedents.apart import Apart

_LOWEST = 9


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the words: by reading how a text was adopted, and what a person told apart."""

    modes: Mapping[int, str] = field(default_factory=dict)
    apart: "Apart | None" = None


class Texts:
    """The rows of the catalogue that filters let pass, in the order of their days; `at` is the change they stand for.

    A row's number is its place in that order. Raises `UnknownName` or `BadQuery` for a filter with a value that nobody
    knows (`filters.known`). Cost: some 20 µs and 24 bytes a row, and 4 bytes a text of the index; once for a change.
    """

    def __init__(
        self,
        rows: Sequence[Any],
        filters: Mapping[str, str | None],
        *,
        at: int,
        behind: int | None,
        beside: Beside | None = None,
    ) -> None:
        known(rows, filters)
        self.rows = {row.reading: row for row in rows if passes(row, filters)}
        self.in_order = list(self.rows.values())
        self.counted = Counted(self.in_order)
        self.filters, self.at, self.behind = filters, at, behind
        self.modes = beside.modes if beside else {}
        self.apart = beside.apart if beside else None
        self._days = [row.day for row in self.in_order if row.day is not None]
        self._first: dict[str, NDArray[Any]] = {}

    @property
    def dated(self) -> int:
        """How many of the rows have a day: those come first."""
        return len(self._days)

    @cached_property
    def order(self) -> "NDArray[Any]":
        """The number of the row of each reading; -1 for one that has none."""
        return self._by_reading(range(len(self.rows)), -1)

    @cached_property
    def works(self) -> "NDArray[Any]":
        """The number of the work that each reading is of: expressions of one work count once."""
        return self._by_reading(self.counted.works.tolist(), -1)

    @cached_property
    def levels(self) -> "NDArray[Any]":
        """The level of the organ that each reading is of, 1 the highest; 9 where it is not known."""
        return self._by_reading((level_of(row) for row in self.in_order), _LOWEST)

    @cached_property
    def standings(self) -> "NDArray[Any]":
        """What the mode of adoption of each reading is worth: `modes.standing`."""
        return self._by_reading((standing(self.modes.get(reading)) for reading in self.rows), UNKNOWN)

    @cached_property
    def readings_of(self) -> Mapping[str, Sequence[int]]:
        """The readings of each work."""
        found: dict[str, list[int]] = {}
        for reading, row in self.rows.items():
            found.setdefault(row.work, []).append(reading)
        return found

    def before(self, on: str | None) -> "NDArray[Any]":
        """Which rows are surely of an earlier day (`kin.before`); all dated ones for None."""
        import numpy as np

        earlier = np.arange(len(self.rows)) < (self.dated if on is None else bisect_left(self._days, on))
        for whole in (on[:4], on[:7]) if on else ():
            earlier[self._of(whole)] = False
        return earlier

    def of_day(self, place: int) -> slice:
        """The numbers of the rows that are of the day of that dated one."""
        return self._of(self._days[place])

    def number_of(self, readings: "NDArray[Any]") -> "NDArray[Any]":
        """The number of the row of each of those readings; -1 for one that has none."""
        import numpy as np

        known = readings < len(self.order)
        return np.where(known, self.order[np.where(known, readings, 0)], -1)

    def first(self, segment: Segment) -> "NDArray[Any]":
        """The number of the first row that has each text of a segment; more than any where none has it."""
        import numpy as np

        if (held := self._first.get(segment.folder.name)) is None:
            numbers, never = self.number_of(segment.readings), len(self.rows)
            held = np.full(segment.texts, never, np.int32)
            np.minimum.at(held, segment.owners, np.where(numbers < 0, never, numbers))
            self._first[segment.folder.name] = held
        return held

    def _of(self, day: str) -> slice:
        return slice(bisect_left(self._days, day), bisect_right(self._days, day))

    def _by_reading(self, values: Iterable[int], missing: int) -> "NDArray[Any]":
        import numpy as np

        made = np.full(max(self.rows, default=0) + 1, missing, np.int32)
        made[np.fromiter(self.rows, np.int64, len(self.rows))] = np.fromiter(values, np.int32, len(self.rows))
        return made


class Scope:
    """What of some texts may be found.

    `own` is the work that asks: it is no precedent of itself. With `until` only texts of an earlier day may be found.
    Cost: some 20 µs, and what is asked of it.
    """

    def __init__(self, texts: Texts, *, own: str | None = None, until: str | None = None) -> None:
        import numpy as np

        self.texts = texts
        self._about = texts.filters.get("organisation") or (own or "").partition(":")[0]
        chosen = np.ones(len(texts.rows), bool) if until is None else texts.before(until)
        chosen[texts.order[list(texts.readings_of.get(own or "", ()))]] = False
        self._end = int(np.flatnonzero(chosen)[-1]) + 1 if chosen.any() else 0
        # One more than there are rows: what has no row has the number -1, or one more than any, and is not chosen.
        self._chosen = np.append(chosen, False)

    @cached_property
    def base(self) -> Base:
        """What a claim about this search holds for."""
        own = self.texts
        return own.counted.base(self._chosen[:-1], at=own.at, filters=own.filters, behind=own.behind, about=self._about)

    def readings_of(self, work: str) -> Sequence[int]:
        """The readings of a work that may be found."""
        held = self.texts.readings_of.get(work, ())
        return [reading for reading in held if self._chosen[self.texts.order[reading]]]

    def open_to(self, segment: Segment, texts: "NDArray[Any]") -> "NDArray[Any]":
        """Which of those texts of a segment have a passage in a document that may be found."""
        import numpy as np

        first = self.texts.first(segment)[texts]
        found: NDArray[Any] = self._chosen[first]
        doubtful = np.unique(texts[~found & (first < self._end)])
        if len(doubtful):
            at = segment.places_of(doubtful)
            found |= np.isin(texts, segment.owners[at[self.may(segment.readings[at])]])
        return found

    def may(self, readings: "NDArray[Any]") -> "NDArray[Any]":
        """Which of those readings may be found."""
        may: NDArray[Any] = self._chosen[self.texts.number_of(readings)]
        return may


def level_of(row: Any) -> int:
    """The level of the organ that a document is of: 1 the highest, 9 where it is not known."""
    organisation = organisations().get(row.organisation or "")
    organ = organisation.organ(row.organ) if organisation and row.organ else None
    return organ.level if organ else _LOWEST
