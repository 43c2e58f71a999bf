"""What a claim about the archive holds for: texts held, texts known, period. A claim never speaks of the world."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from acquis.organisations import organisations
from acquis.wording import counted


@dataclass(frozen=True, slots=True)
class Series:
    """The texts of one organisation: how many are held, and how many its summits are known to have left.

    `known` is None where nobody has counted them. `since` and `until` are the years that `known`, else `held`, covers.
    """

    organisation: str | None
    held: int
    known: int | None
    since: str | None
    until: str | None

    @property
    def few(self) -> bool:
        """Whether less than half of what is known is held: then nothing is called the first or the last."""
        return self.known is not None and 2 * self.held < self.known

    def __str__(self) -> str:
        period = f", {self.since}–{self.until}" if self.since else ""
        if self.known is None:
            return f"{counted(self.held, 'text')} held of {self.organisation or 'no organisation'}{period}"
        return f"{self.held} of {self.known} summit texts held of {self.organisation}{period}"


@dataclass(frozen=True, slots=True)
class Base:
    """What was searched: `texts` works held, by series; `at` is the change that the archive stood at.

    `filters` are those that narrowed the search. `behind` is the change that an index stands at which is not up to
    date, else None.
    """

    texts: int
    series: tuple[Series, ...]
    since: str | None
    until: str | None
    at: int
    filters: tuple[tuple[str, str], ...] = ()
    behind: int | None = None

    @property
    def few(self) -> bool:
        """Whether less than half is held of any series that was searched."""
        return any(each.few for each in self.series)

    @property
    def held(self) -> str:
        """What was searched, in words that follow "in the"."""
        if len(self.series) == 1:
            return str(self.series[0])
        told = [each for each in self.series if each.known is not None]
        period = f", {self.since}–{self.until}" if self.since else ""
        apart = f" ({'; '.join(map(str, told))})" if told else ""
        return f"{counted(self.texts, 'text')} held{period}{apart}"

    @property
    def absent(self) -> str:
        """How nothing found is said: "not found in …", or where less than half is held "no earlier wording held"."""
        return f"no earlier wording held in the {self.held}" if self.few else f"not found in the {self.held}"

    def claim(self, word: str) -> str:
        """A "first", "earliest", "last" … with its base: only of what is held.

        >>> Base(2, (Series("sco", 2, 25, "2001", "2025"),), "2007", "2011", 4).claim("earliest")
        'earliest in the 2 of 25 summit texts held of sco, 2001–2025'
        """
        return f"{word} in the {self.held}"

    @property
    def searched(self) -> str:
        """What was searched, in words, and whether an index had not caught up with it."""
        return f"{self.held}{self._behind}"

    @property
    def _behind(self) -> str:
        return "" if self.behind is None else f"; the index stands at change {self.behind}"

    def __str__(self) -> str:
        narrowed = "".join(f", {name} {value}" for name, value in self.filters)
        return f"searched the {self.held}{narrowed}, as of change {self.at}{self._behind}"


def base_of(
    rows: Iterable[Any],
    *,
    at: int,
    filters: Mapping[str, str | None] | None = None,
    behind: int | None = None,
    about: str | None = None,
) -> Base:
    """The base of a search in these rows of the catalogue: works, not their expressions, are counted.

    `about` is the organisation that the search is about: its summits are told where none of its texts is in scope too.
    """
    works = {row.work: row for row in rows}
    by: dict[str | None, list[Any]] = defaultdict(list, {about: []} if about in organisations() else {})
    for row in works.values():
        by[row.organisation].append(row)
    series = tuple(each for code in sorted(by, key=lambda code: code or "~") for each in _series(code, by[code]))
    since, until = _period(row.day for row in works.values())
    chosen = tuple((name, value) for name, value in (filters or {}).items() if value is not None)
    return Base(len(works), series, since, until, at, chosen, behind)


def _series(code: str | None, rows: Sequence[Any]) -> Iterator[Series]:
    """The summit texts of an organisation whose summits are known, and its other texts."""
    entry = organisations().get(code or "")
    summits = {each.day for each in entry.summits} if entry else set()
    met = {row.day for row in rows} & summits
    others = [row for row in rows if row.day not in summits]
    if summits:
        yield Series(code, len(met), len(summits), *_period(summits))
    if others:
        yield Series(code, len(others), None, *_period(row.day for row in others))


def _period(days: Iterable[str | None]) -> tuple[str | None, str | None]:
    known = sorted(day[:4] for day in days if day)
    return (known[0], known[-1]) if known else (None, None)
