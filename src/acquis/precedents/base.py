"""What a claim about the archive holds for: texts held, texts known, period. A claim never speaks of the world."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from acquis.organisations import organisations
from acquis.wording import counted

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
    return Counted(list(rows)).base(None, at=at, filters=filters, behind=behind, about=about)


class Counted:
    """Rows of the catalogue as numbers, from which the base of any of them is counted: 0.3 ms among three thousand.

    By place in the rows: the number of the work, of the organisation and of the day, the year (-1 where no day is
    known), and whether a summit of the organisation was held on the day.
    """

    def __init__(self, rows: Sequence[Any]) -> None:
        import numpy as np

        codes = sorted({row.organisation for row in rows}, key=lambda code: code or "~")
        number = {code: at for at, code in enumerate(codes)}
        summits = {code: _summits(code) for code in codes}
        self._codes, size = codes, len(rows)
        self.works = _numbered((row.work for row in rows), size)
        self._days = _numbered((row.day for row in rows), size)
        self._organisations = np.fromiter((number[row.organisation] for row in rows), np.int32, size)
        self._years = np.fromiter((int(row.day[:4]) if row.day else -1 for row in rows), np.int32, size)
        self._summit = np.fromiter((row.day in summits[row.organisation] for row in rows), bool, size)

    def base(
        self,
        chosen: "NDArray[Any] | None",
        *,
        at: int,
        filters: Mapping[str, str | None] | None = None,
        behind: int | None = None,
        about: str | None = None,
    ) -> Base:
        """The base of a search in the chosen rows, one truth value for each; None chooses all."""
        import numpy as np

        places = np.arange(len(self.works)) if chosen is None else np.flatnonzero(chosen)
        works, last = np.unique(self.works[places][::-1], return_index=True)
        places = places[len(places) - 1 - last]
        held = {self._codes[number] for number in np.unique(self._organisations[places]).tolist()}
        codes = sorted(held | ({about} & organisations().keys()), key=lambda code: code or "~")
        series = tuple(each for code in codes for each in self._series(code, places))
        told = tuple((name, value) for name, value in (filters or {}).items() if value is not None)
        return Base(len(works), series, *_period(self._years[places]), at, told, behind)

    def _series(self, code: str | None, places: "NDArray[Any]") -> Iterator[Series]:
        """The summit texts of an organisation whose summits are known, and its other texts."""
        import numpy as np

        number = self._codes.index(code) if code in self._codes else -1
        own = places[self._organisations[places] == number]
        met, others = own[self._summit[own]], own[~self._summit[own]]
        if summits := _summits(code):
            years = np.array([int(day[:4]) for day in summits], np.int32)
            yield Series(code, len(np.unique(self._days[met])), len(summits), *_period(years))
        if len(others):
            yield Series(code, len(others), None, *_period(self._years[others]))


def _numbered(values: Iterable[Hashable], size: int) -> "NDArray[Any]":
    """A number for each value, the same for the same one."""
    import numpy as np

    known: dict[Hashable, int] = {}
    return np.fromiter((known.setdefault(value, len(known)) for value in values), np.int32, size)


def _summits(code: str | None) -> set[str]:
    entry = organisations().get(code or "")
    return {each.day for each in entry.summits} if entry else set()


def _period(years: "NDArray[Any]") -> tuple[str | None, str | None]:
    known = years[years >= 0]
    return (f"{known.min():04}", f"{known.max():04}") if len(known) else (None, None)
