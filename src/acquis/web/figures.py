"""Figures that the room draws itself: where dots stand and how large they are. Templates make them pictures."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

_LARGEST: Final = 9.0
_SMALLEST: Final = 2.2


class Dot(Struct, frozen=True):
    """A number at a year: its place across, and a radius whose area grows with it; `known` is what is not held."""

    year: int
    count: int
    known: int
    x: float
    r: float


class Lane(Struct, frozen=True):
    """One row of dots: its key, its name in words, and how many there are in all."""

    key: str
    name: str
    dots: tuple[Dot, ...]
    total: int
    y: float


class Timeline(Struct, frozen=True):
    """Rows of dots over the years. Lengths are in pixels; `ticks` are the years that are written, and where."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[int, float], ...]
    years: tuple[int, ...]
    wide: float
    high: float


class Bar(Struct, frozen=True):
    """A number at a year as a bar."""

    year: int
    count: int
    x: float
    y: float
    wide: float
    high: float


class Plot(Struct, frozen=True):
    """Bars by year; `most` is the highest of them."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    most: int
    wide: float
    high: float


class Mention(Struct, frozen=True):
    """One thing that a timeline counts: its lane, its year, and whether it is held or only known of."""

    key: str
    name: str
    year: int
    held: bool = True


def timeline(things: Iterable[Mention], *, wide: float = 960, lane: float = 26) -> Timeline:
    """Rows in the order in which they are first met, a dot for each year that has any."""
    found = list(things)
    years = _years([each.year for each in found])
    held = Counter((each.key, each.year) for each in found if each.held)
    known = Counter((each.key, each.year) for each in found if not each.held)
    names = {each.key: each.name for each in found}
    most = max([*held.values(), *known.values()], default=1)
    step = wide / max(1, len(years))

    def dots(key: str) -> tuple[Dot, ...]:
        met = [year for year in years if held[key, year] or known[key, year]]
        return tuple(
            _dot(year, held[key, year], known[key, year], (year - years[0] + 0.5) * step, most) for year in met
        )

    lanes = tuple(
        Lane(key, name, dots(key), sum(count for (each, _), count in held.items() if each == key), (at + 0.5) * lane)
        for at, (key, name) in enumerate(names.items())
    )
    return Timeline(lanes, _ticks(years, step), years, wide, lane * len(lanes))


def plot(counts: Sequence[tuple[int, int]], *, wide: float = 960, high: float = 90) -> Plot:
    """A bar for each year from the first to the last."""
    held = dict(counts)
    years = _years(list(held))
    step, most = wide / max(1, len(years)), max(held.values(), default=0)
    bars = tuple(
        _bar(year, held[year], (year - years[0]) * step, step=step, high=high, most=most)
        for year in years
        if held.get(year)
    )
    return Plot(bars, _ticks(years, step), most, wide, high)


def _bar(year: int, count: int, x: float, *, step: float, high: float, most: int) -> Bar:
    tall = max(1.5, high * count / most)
    return Bar(year, count, round(x + step * 0.15, 1), round(high - tall, 1), round(step * 0.7, 1), round(tall, 1))


def _dot(year: int, held: int, known: int, x: float, most: int) -> Dot:
    size = max(_SMALLEST, _LARGEST * math.sqrt(max(held, known) / most))
    return Dot(year, held, known, round(x, 1), round(size, 1))


def _years(met: Sequence[int]) -> tuple[int, ...]:
    return tuple(range(min(met), max(met) + 1)) if met else ()


def _ticks(years: Sequence[int], step: float) -> tuple[tuple[int, float], ...]:
    """Round years, so far apart that their figures have room."""
    every = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * step >= 44), 200)
    return tuple((year, round((year - years[0] + 0.5) * step, 1)) for year in years if year % every == 0)
