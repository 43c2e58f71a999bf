"""When something happened, as far as its sources tell: a day, or one between two days."""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from acquis.model import Day
from acquis.register.events import Event


class When(Struct, frozen=True):
    """One day, of which `first` is the earliest that it may be and `last` the latest; None leaves that end open.

    `disputed` where sources name days that exclude one another: then it is as wide as they are apart.

    >>> str(When.of(Day(2009, 2))), str(When(date(2003, 9, 19), date(2003, 10, 1)))
    ('2009-02', 'between 2003-09-19 and 2003-10-01')
    """

    first: date | None = None
    last: date | None = None
    disputed: bool = False

    @classmethod
    def of(cls, day: Day | None) -> "When":
        """That of a day, a month or a year; open at both ends where it is not known."""
        return _of(day) if day else _ANY

    @property
    def day(self) -> Day | None:
        """The day, the month or the year in which it surely lies; None where that is not known."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        if self.first.month != self.last.month:
            return Day(self.first.year)
        return Day(self.first.year, self.first.month, self.first.day if self.first == self.last else None)

    def by(self, other: "When") -> bool | None:
        """Whether it had happened when the other did, on the same day included; None where that is not known."""
        if self.last is not None and other.first is not None and self.last <= other.first:
            return True
        return False if self.first is not None and other.last is not None and other.last < self.first else None

    def reached(self, on: Day) -> bool | None:
        """Whether it had happened by the end of a day; None where that is not known."""
        return self.by(When.of(on))

    def agrees(self, other: "When") -> bool:
        """Whether the two may be one day."""
        return self.by(other) is not False and other.by(self) is not False

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return f"by {self.last}" if self.last else f"not before {self.first}" if self.first else "a day not known"
        if self.first == self.last:
            return self.first.isoformat()
        if self.day and (self.first, self.last) == (self.day.first, self.day.last):
            return str(self.day)
        return f"between {self.first} and {self.last}"


_ANY = When()


@lru_cache(maxsize=65536)
def _of(day: Day) -> When:
    month = day.month or 12
    end = date(day.year, month, day.day or calendar.monthrange(day.year, month)[1])
    return When(day.first, end)


def told(events: Iterable[Event]) -> When:
    """When an event happened, of which each of these is one source's statement."""
    return reconciled([When.of(each.on) for each in events])


def reconciled(whens: Iterable[When]) -> When:
    """What several statements about one day amount to: what they have in common, or a dispute between them all.

    The order of the statements makes no difference, and one that names no day adds nothing.
    """
    dated = [each for each in whens if each.first or each.last]
    if len(dated) < 2:
        return dated[0] if dated else _ANY
    first = max((each.first for each in dated if each.first), default=None)
    last = min((each.last for each in dated if each.last), default=None)
    if any(each.disputed for each in dated) or (first and last and last < first):
        return When(_least([each.first for each in dated]), _most([each.last for each in dated]), disputed=True)
    return When(first, last)


def since(what: str, when: When) -> str:
    """What holds since a moment, in words; where sources disagree on the day, from when on all of them have it.

    >>> since("party", When(date(1966, 1, 1), date(1967, 1, 1), disputed=True))
    'party, as all sources say: by 1967-01-01; they disagree on the day, between 1966-01-01 and 1967-01-01'
    """
    if when.disputed and when.last:
        return f"{what}, as all sources say: by {when.last}; they disagree on the day, {when}"
    return f"{what} since {when}"


def earliest(whens: Sequence[When]) -> When | None:
    """When the first of several happened; None of none."""
    if not whens:
        return None
    last = min((each.last for each in whens if each.last), default=None)
    near = [each for each in whens if not last or not each.first or each.first <= last]
    return When(_least([each.first for each in whens]), last, any(each.disputed for each in near))


def latest(whens: Sequence[When]) -> When:
    """When the last of several had happened."""
    first = max((each.first for each in whens if each.first), default=None)
    return When(first, _most([each.last for each in whens]), any(each.disputed for each in whens))


def _least(days: Sequence[date | None]) -> date | None:
    return None if None in days else min(day for day in days if day)


def _most(days: Sequence[date | None]) -> date | None:
    return None if None in days else max(day for day in days if day)


def some(answers: Iterable[bool | None]) -> bool | None:
    """Whether one of them is true; None where that is not known (the strong logic of three values, Kleene 1938)."""
    held = set(answers)
    return True if True in held else None if None in held else False


def every(answers: Iterable[bool | None]) -> bool | None:
    """Whether all of them are true; None where that is not known."""
    held = set(answers)
    return False if False in held else None if None in held else True


def no(answer: bool | None) -> bool | None:
    """The contrary; of what is not known, not known."""
    return None if answer is None else not answer
