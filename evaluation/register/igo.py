"""Members of organisations, year by year, beside the spells that experts coded of 534 organisations."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from acquis.model import Day
from acquis.register.gazetteer import Kind, named
from acquis.register.library import own
from acquis.register.spells import Spell, held_on, spells
from evaluation.score import Score, share

_FILE: Final = "membership_spells.csv.gz"
_ORGANISATIONS: Final = ("un", "sco", "asean", "csto", "g20", "brics")


class Gap(Struct, frozen=True, order=True):
    """A state in a year in which one source alone has it as a member, `ours` whether that one is the register."""

    organisation: str
    state: str
    year: int
    ours: bool


class Compared(Struct, frozen=True):
    """An organisation in the years that both sources cover: state-years that agree, and the others."""

    organisation: str
    years: range
    agreed: int
    gaps: tuple[Gap, ...]
    outside: tuple[tuple[str, int], ...]

    @property
    def asked(self) -> int:
        """The state-years in which either source has a member."""
        return self.agreed + len(self.gaps)


class Why(Struct, frozen=True):
    """A known difference: of which states, in which years."""

    words: str
    organisation: str
    states: tuple[str, ...]
    years: range

    def holds(self, gap: Gap) -> bool:
        """Whether it tells of a state in a year."""
        return gap.organisation == self.organisation and gap.state in self.states and gap.year in self.years


def measure(shared: Path) -> list[Score]:
    """The state-years in which both say that a state was a full member, of those in which either does.

    A year counts whole where a state was a member on its first or its last day: the coders count by years. What neither
    calls a member is not counted: it would agree for nothing. G20 and BRICS are not in the table. Source: Correlates of
    War, Intergovernmental Organizations, version 3 (Pevehouse and others, 2020).
    """
    coded = _coded(shared)
    made = [compared(code, coded[code]) for code in _ORGANISATIONS if code in coded]
    return [*map(_score, made), _explained(made)]


def compared(organisation: str, coded: Mapping[str, frozenset[int]]) -> Compared:
    """What both say of the members of an organisation, over the years that both cover."""
    since, until = own().covered(f"org:{organisation}")
    every = sorted({year for years in coded.values() for year in years})
    years = range(max(every[0], since.year if since else 0), min(every[-1], until.year if until else every[-1]) + 1)
    mine = _held(organisation, years)
    theirs = {(state, year) for state, held in coded.items() for year in held}
    outside = tuple(sorted(pair for pair in theirs if pair[1] not in years))
    theirs -= set(outside)
    gaps = tuple(sorted(Gap(organisation, *pair, pair in mine) for pair in mine ^ theirs))
    return Compared(organisation, years, len(mine & theirs), gaps, outside)


def _held(organisation: str, years: range) -> set[tuple[str, int]]:
    """The states and years in which the register has them as members for certain."""
    kept = _members(organisation)
    days = [(year, day) for year in years for day in (Day(year, 1, 1), Day(year, 12, 31))]
    return {
        (_line(each.actor.removeprefix("state:")), year)
        for year, day in days
        for each in held_on(kept, day)
        if each.sure
    }


@cache
def _members(organisation: str) -> tuple[Spell, ...]:
    of = f"org:{organisation}"
    return tuple(each for each in spells(own().events) if each.object == of and each.role == "member")


# --- what was coded ---------------------------------------------------------------------------------------------------


def _coded(shared: Path) -> Mapping[str, Mapping[str, frozenset[int]]]:
    """The years of full membership of each state, by our codes of the organisations."""
    found: defaultdict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    with gzip.open(shared / "data" / "igo" / _FILE, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["ioname"].lower() in _ORGANISATIONS and row["status"] == "full member":
                held, state = found[row["ioname"].lower()], _state(row["state"])
                years = range(int(row["first_year"]), int(row["last_year"]) + 1)
                held[state] = held.get(state, frozenset()) | frozenset(years)
    return found


def _state(name: str) -> str:
    """Our code of a state as the table has it, a name in letters alone; the name itself where none is known."""
    return _line(_BY_HAND.get(name) or _codes().get(name) or name)


@cache
def _codes() -> Mapping[str, str]:
    """The English names of the gazetteer in letters alone; those that mean several are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, sense in named():
        if sense.kind is Kind.STATE and sense.language in ("en", None) and not sense.people:
            found[re.sub("[^a-z]", "", name.lower())].add(sense.meant.removeprefix("state:"))
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


_BY_HAND: Final = {
    **{"antiguabarbuda": "ATG", "bosnia": "BIH", "car": "CAF", "congobrazz": "COG", "czechrep": "CZE"},
    **{"domrepublic": "DOM", "egermany": "DDR", "eqguinea": "GNQ", "etimor": "TLS", "fyromacedonia": "MKD"},
    **{"marshallis": "MHL", "micronesiafs": "FSM", "nokorea": "PRK", "nyemen": "YEM", "saotome": "STP"},
    **{"soafrica": "ZAF", "sokorea": "KOR", "solomonis": "SLB", "sosudan": "SSD", "stkitts": "KNA", "stlucia": "LCA"},
    **{"stvincent": "VCT", "syemen": "YMD", "trinidad": "TTO", "uae": "ARE", "uk": "GBR", "wgermany": "DEU"},
    **{"wsamoa": "WSM", "yugoslaviaserb": "SRB", "zanzibar": "ZAN"},
}
_CONTINUED: Final = {"SUN": "RUS", "YUG": "SRB", "SCG": "SRB", "ZAR": "COD"}
"""States that the table counts as one with those that followed them."""


def _line(code: str) -> str:
    return _CONTINUED.get(code, code)


# --- what is told -----------------------------------------------------------------------------------------------------


def _score(made: Compared) -> Score:
    years = f"{made.years.start}–{made.years[-1]}"
    return share(f"register: members of {made.organisation} by year", made.agreed, made.asked, "gold", years)


def _explained(made: Iterable[Compared]) -> Score:
    """The state-years that differ and of which it is known why, counted by kind: told of the table, without a floor."""
    gaps = [gap for each in made for gap in each.gaps]
    kinds = Counter(_kind(gap) for gap in gaps)
    known = [f"{kind}: {count}" for kind, count in kinds.most_common() if kind]
    unknown = [f"{gap.organisation} {gap.state} {gap.year}" for gap in gaps if not _kind(gap)]
    note = "; ".join([*known, *(f"not known why: {each}" for each in unknown[:3]), *_outside(made)])
    score = share(
        "register: differences from the coded members, explained", len(gaps) - len(unknown), len(gaps), "gold"
    )
    return replace(score, note=note, floored=False)


def _kind(gap: Gap) -> str | None:
    """Why the sources differ: as listed, else that they count the year of a beginning or an end otherwise."""
    known = (why.words for why in _WHY if why.holds(gap))
    return next(known, "the year of a beginning or an end" if _turned(gap) else None)


def _turned(gap: Gap) -> bool:
    """Whether the register has a beginning or an end in that year or the one beside it."""
    own_spells = (each for each in _members(gap.organisation) if _line(each.actor.removeprefix("state:")) == gap.state)
    days = (event.on for each in own_spells for event in (*each.begins, *each.ends))
    return any(day is not None and abs(day.year - gap.year) <= 1 for day in days)


_SIX: Final = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
_UNCOUNTED: Final = "members that the table does not count as states yet"
_WHY: Final = (
    Why(_UNCOUNTED, "un", ("BLR", "UKR"), range(1945, 1991)),
    Why(_UNCOUNTED, "un", ("IND",), range(1945, 1947)),
    Why(_UNCOUNTED, "un", ("LBN", "PHL", "SYR"), range(1945, 1946)),
    Why("the seat of China coded as Taiwan's", "un", ("CHN", "TWN"), range(1949, 1971)),
    Why("the German states coded from 1965, admitted in 1973", "un", ("DDR", "DEU"), range(1965, 1973)),
    Why("the Dominican Republic, an original member, coded from 1965", "un", ("DOM",), range(1945, 1965)),
    Why("coded from the signature of the Charter, in force 2003", "csto", _SIX, range(2002, 2003)),
    Why("Uzbekistan coded while it was out of the Treaty", "csto", ("UZB",), range(2002, 2006)),
)
"""Sources: the days in the register's books, the table's own rows, and the states that the Correlates of War count."""


def _outside(made: Iterable[Compared]) -> Iterator[str]:
    for each in made:
        if early := [pair for pair in each.outside if pair[1] < each.years.start]:
            first = min(year for _, year in early)
            yield f"beside: {each.organisation} coded from {first}: {len(early)} state-years before {each.years.start}"
