"""Days that may be known only to the month or the year, and stretches of time between them."""

import calendar
import datetime
import re
from dataclasses import dataclass

from acquis.errors import BadDay


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is known: a day, a month, or a year (ISO 8601 with reduced precision).

    Days are not ordered by `<`: of two partial days neither may be first. Ask `before` or sort by `key`.

    >>> str(Day(2007, 8)), Day(2007, 8).last
    ('2007-08', datetime.date(2007, 8, 31))
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise BadDay("a day without a month is no date")
        try:
            datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except ValueError as error:
            stated = "-".join(str(each) for each in (self.year, self.month, self.day) if each is not None)
            raise BadDay(f"no such day: {stated} ({error})") from error

    @classmethod
    def parse(cls, text: str) -> "Day":
        """The day that an ISO form states: `2007`, `2007-08` or `2007-08-16`; `BadDay` for anything else."""
        found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
        if not found:
            raise BadDay(f"{text!r} is no day. What works: 2007, 2007-08 or 2007-08-16.")
        return cls(*(int(part) for part in found.groups() if part))

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}")

    @property
    def first(self) -> datetime.date:
        """The first day that it may be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that it may be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.day is not None

    @property
    def key(self) -> tuple[datetime.date, datetime.date]:
        """What to sort by: the first day it may be, then the last."""
        return self.first, self.last

    def before(self, other: "Day") -> bool | None:
        """Whether it is earlier; None where that is not known.

        >>> Day(2007).before(Day(2008, 1)), Day(2007).before(Day(2007, 8))
        (True, None)
        """
        if self.last < other.first:
            return True
        return False if self.first >= other.last else None

    def agrees(self, other: "Day") -> bool:
        """Whether the two may be the same day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time. `since` is in it and `until` is not; None leaves that end open.

    Where an end is partial, some days are in it for certain and some only possibly.

    >>> spell = Interval(Day(2004), Day(2011, 6, 15))
    >>> [spell.holds(Day(2003)), spell.holds(Day(2004, 6, 1)), spell.holds(Day(2005))]
    [False, None, True]
    """

    since: Day | None = None
    until: Day | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until.before(self.since):
            raise BadDay(f"no stretch of time goes from {self.since} until {self.until}")

    def certain(self, day: Day) -> bool:
        """Whether all of `day` is surely in it."""
        begun = self.since is None or self.since.last <= day.first
        return begun and (self.until is None or day.last < self.until.first)

    def possible(self, day: Day) -> bool:
        """Whether any of `day` may be in it."""
        begun = self.since is None or self.since.first <= day.last
        return begun and (self.until is None or day.first < self.until.last)

    def holds(self, day: Day) -> bool | None:
        """True when certain, False when impossible, None when not known."""
        if self.certain(day):
            return True
        return None if self.possible(day) else False

    def __str__(self) -> str:
        return f"{self.since or ''}/{self.until or ''}"
