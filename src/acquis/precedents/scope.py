"""What a search may find: the documents held at a change that the filters let pass, as arrays beside the index."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from acquis.archive.filters import known, passes
from acquis.organisations import organisations
from acquis.precedents.base import Base, base_of
from acquis.precedents.kin import before
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


class Scope:
    """The rows of the catalogue that may be found, in the order of their days; `at` is the change they stand for.

    `own` is the work that asks: it is no precedent of itself. With `until` only texts of an earlier day may be found.
    Raises `UnknownName` or `BadQuery` for a filter with a value that nobody knows (`chosen.known`).

    The arrays have a place for each reading of the store, by its number. Cost: 20 bytes a reading, made once for a
    change and its filters.
    """

    def __init__(
        self,
        rows: Sequence[Any],
        filters: Mapping[str, str | None],
        *,
        at: int,
        behind: int | None,
        own: str | None = None,
        until: str | None = None,
        beside: Beside | None = None,
    ) -> None:
        known(rows, filters)
        kept = (row for row in rows if row.work != own and passes(row, filters))
        self.rows = {row.reading: row for row in kept if until is None or before(row.day, until)}
        self.filters, self.at, self.behind = filters, at, behind
        self.modes = beside.modes if beside else {}
        self.apart = beside.apart if beside else None
        self._about = filters.get("organisation") or (own or "").partition(":")[0]
        self._open: dict[str, NDArray[Any]] = {}
        self._before: dict[str, NDArray[Any]] = {}

    @cached_property
    def base(self) -> Base:
        """What a claim about this search holds for."""
        return base_of(self.rows.values(), at=self.at, filters=self.filters, behind=self.behind, about=self._about)

    @cached_property
    def order(self) -> "NDArray[Any]":
        """The place of each reading in the order of days, undated ones last; -1 for one that may not be found."""
        return self._by_reading(range(len(self.rows)), -1)

    @cached_property
    def works(self) -> "NDArray[Any]":
        """The number of the work that each reading is of: expressions of one work count once."""
        numbers: dict[str, int] = {}
        return self._by_reading((numbers.setdefault(row.work, len(numbers)) for row in self.rows.values()), -1)

    @cached_property
    def levels(self) -> "NDArray[Any]":
        """The level of the organ that each reading is of, 1 the highest; 9 where it is not known."""
        return self._by_reading((level_of(row) for row in self.rows.values()), _LOWEST)

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

    @cached_property
    def dated(self) -> int:
        """How many of the rows have a day: those come first."""
        return sum(row.day is not None for row in self.rows.values())

    @cached_property
    def in_order(self) -> Sequence[Any]:
        """The rows by their place in the order of days."""
        return list(self.rows.values())

    def before(self, on: str | None) -> "NDArray[Any]":
        """Which rows, by their place in the order of days, are surely of an earlier day; all dated ones for None."""
        import numpy as np

        if on is None:
            return self._with_day
        if on not in self._before:
            self._before = {on: np.array([before(row.day, on) for row in self.in_order], bool)}
        return self._before[on]

    @cached_property
    def _with_day(self) -> "NDArray[Any]":
        import numpy as np

        return np.arange(len(self.rows)) < self.dated

    def of_day(self, place: int) -> slice:
        """The places of the rows that are of the day of that one."""
        day = self.in_order[place].day
        start = end = place
        while start and self.in_order[start - 1].day == day:
            start -= 1
        while end < len(self.rows) and self.in_order[end].day == day:
            end += 1
        return slice(start, end)

    def open_to(self, segment: Segment) -> "NDArray[Any]":
        """Which texts of a segment have a passage in a document that may be found."""
        import numpy as np

        if (held := self._open.get(segment.folder.name)) is None:
            held = np.zeros(segment.texts, bool)
            held[segment.owners[self.may(segment.readings)]] = True
            self._open[segment.folder.name] = held
        return held

    def may(self, readings: "NDArray[Any]") -> "NDArray[Any]":
        """Which of those readings may be found."""
        import numpy as np

        known = readings < len(self.order)
        return known & (self.order[np.where(known, readings, 0)] >= 0)

    def _by_reading(self, values: Any, missing: int) -> "NDArray[Any]":
        import numpy as np

        made = np.full(max(self.rows, default=0) + 1, missing, np.int32)
        made[np.fromiter(self.rows, np.int64, len(self.rows))] = np.fromiter(values, np.int32, len(self.rows))
        return made


def level_of(row: Any) -> int:
    """The level of the organ that a document is of: 1 the highest, 9 where it is not known."""
    organisation = organisations().get(row.organisation or "")
    organ = organisation.organ(row.organ) if organisation and row.organ else None
    return organ.level if organ else _LOWEST
