"""What filters let pass; a value that is known nowhere is refused, and what would work is said."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from acquis.archive._asked import between
from acquis.errors import BadQuery, UnknownName
from acquis.languages import language
from acquis.organisations import organisations


def passes(row: Any, filters: Mapping[str, str | None]) -> bool:
    """Whether a row of the catalogue is what the filters ask for."""
    for name, wanted in filters.items():
        if wanted is None:
            continue
        if name != "year" and name not in row._fields:
            raise UnknownName("filter", name, ("year", "language", "organisation", "organ", "kind", "place"))
        if name == "year":
            if not _of(row.day or "", wanted):
                return False
        elif name == "language":
            if row.language.split("-x-")[0] != wanted:
                return False
        elif not _fits(name, wanted.casefold(), (getattr(row, name) or "").casefold()):
            return False
    return True


def _of(day: str, wanted: str) -> bool:
    """Whether a day is of a year or month, or of a stretch of them: "2011-06", "2007..2012"."""
    if ".." not in wanted:
        return day.startswith(wanted)
    stretch = between(wanted)
    return bool(day) and stretch.first <= int(f"{day.replace('-', '')}0101"[:8]) <= stretch.last


def _fits(name: str, wanted: str, held: str) -> bool:
    """Words stand somewhere in a field of words; a code or a name of a closed list is meant whole."""
    return wanted in held if name in ("title", "place", "symbol", "collection", "rights") else wanted == held


_LISTED: Final = 20
"""So many values are listed; of more the nearest and the most frequent."""


def known(rows: Sequence[Any], filters: Mapping[str, str | None]) -> None:
    """Refuses a filter that no text held answers to and no shelf knows: there is such an organisation, or there is not.

    `rows` are those of the whole catalogue. Several filters may together let nothing pass: that is an answer. Raises
    `UnknownName` with the values that are known, `BadQuery` for a year and for words of a title.
    """
    for name, value in filters.items():
        if value is None or not rows or any(passes(row, {name: value}) for row in rows) or _shelved(name, value):
            continue
        if name == "year":
            raise BadQuery(f"No text held is of {value}. Those held are of {_years(rows)}.")
        if name in _WORDS:
            raise BadQuery(f"No text held has {value!r} in its {name}. `acquis list` shows what is held.")
        raise UnknownName(name, value, _values(rows, name, value))


_WORDS: Final = ("title", "symbol", "collection", "rights")
"""Fields of words that are too many and too long to be listed."""


def _shelved(name: str, value: str) -> bool:
    """Whether a shelf has that organisation, organ or language."""
    wanted = value.casefold()
    if name == "organisation":
        return wanted in organisations()
    if name == "organ":
        return any(wanted == organ.code.casefold() for held in organisations().values() for organ in held.organs)
    return name == "language" and language(value) is not None


def _values(rows: Sequence[Any], name: str, asked: str) -> list[str]:
    """The values that are held; of many those nearest to what was asked and the most frequent, and how many more."""
    counts = Counter(held for row in rows if (held := _held(row, name)))
    if len(counts) <= _LISTED:
        return [*counts]
    by_case = {each.casefold(): each for each in counts}
    near = [by_case[each] for each in get_close_matches(asked.casefold(), list(by_case), n=5, cutoff=0.5)]
    shown = list(dict.fromkeys([*near, *(each for each, _ in counts.most_common(_LISTED))]))[:_LISTED]
    return [*shown, f"… {len(counts) - len(shown):,} more"]


def _held(row: Any, name: str) -> str | None:
    value: str | None = getattr(row, name)
    return value.split("-x-")[0] if value and name == "language" else value


def _years(rows: Sequence[Any]) -> str:
    """The first and the last year of what is held, or that no day is known.

    >>> from collections import namedtuple
    >>> Row = namedtuple("Row", "day")
    >>> _years([Row("2007-08"), Row(None), Row("2004")])
    '2004–2007'
    """
    years = sorted(_each_year(rows))
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else "no day that is known"


def _each_year(rows: Sequence[Any]) -> Iterator[str]:
    return (row.day[:4] for row in rows if row.day)
