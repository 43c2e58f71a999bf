"""A hundred thousand rows of states and treaties, coded by people: none is lost, and the machines say what they say."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from acquis.errors import BadDay
from acquis.model import Day
from acquis.register.events import Act, Certainty, Event, Source
from acquis.register.orders import misplaced
from acquis.register.parties import PartyStanding, party_state
from acquis.register.when import When, told
from evaluation.score import Score, share

_FILE: Final = "parties_GGO.csv.gz"
_OPEN: Final = "9999"  # the year of an end that has not come
_LAST: Final = Day(2100)
_COLUMNS: Final = {
    "StateSignature": Act.SIGNED,
    "StateRatification": Act.RATIFIED,
    "StateForce": Act.ENTERED_INTO_FORCE,
    "StateEnd": Act.LEFT,
}
_OF_ALL: Final = {"Signature": Act.SIGNED, "Force": Act.ENTERED_INTO_FORCE, "End": Act.TERMINATED}
_DERIVED: Final = {
    "StateSignature": "signed",
    "StateRatification": "consented",
    "StateForce": "bound",
    "StateEnd": "ended",
}


class Row(Struct, frozen=True):
    """One row of the table: its line, what it says of one state, and what it repeats of the treaty."""

    line: int
    cells: Mapping[str, str]
    own: tuple[Event, ...]
    of_all: tuple[Event, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The state and the treaty."""
        return self.own[0].actor, self.own[0].object


def measure(shared: Path) -> list[Score]:
    """That no row is lost, that derived days are the coded ones, and that what is coded twice is shown as disputed.

    The days of entry into force that follow from the treaty's own and from the ratification are compared with the coded
    ones for information: the table has no waiting periods, and what is not stated cannot be right.
    """
    rows = loaded(shared)
    keyed: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        keyed[row.key].append(row)
    once = [held[0] for held in keyed.values() if len(held) == 1]
    more = [held for held in keyed.values() if len(held) > 1]
    return [_kept(rows), *_equal(once), _disputes(more), _ordered(rows), _predicted(once)]


@cache
def loaded(shared: Path) -> tuple[Row, ...]:
    """Every row of the table as events."""
    with gzip.open(shared / "data" / "treaties" / _FILE, "rt", encoding="utf-8", newline="") as file:
        return tuple(_row(cells, line) for line, cells in enumerate(csv.DictReader(file), 2))


def _row(cells: Mapping[str, str], line: int) -> Row:
    proof = Source(f"{_FILE}, coded by {cells['Coder'] or 'a person not named'}", _FILE, line)
    actor, treaty = _actor(cells["stateID"]), f"ggo:{cells['treatyID']}"
    own = [_event(act, actor, treaty, cells[name], proof) for name, act in _COLUMNS.items() if _stated(cells[name])]
    if not own:
        own = [Event(act=Act.OBSERVED, actor=actor, object=treaty, role="listed", proof=proof)]
    of_all = [_event(act, "", treaty, cells[name], proof) for name, act in _OF_ALL.items() if _stated(cells[name])]
    return Row(line, cells, tuple(own), tuple(of_all))


def _actor(code: str) -> str:
    """Three letters are a state; the table has communities, organisations and provinces too."""
    return f"state:{code}" if re.fullmatch("[A-Z]{3}", code) else f"listed:{re.sub(r'[^A-Za-z]+', '-', code).lower()}"


def _stated(cell: str) -> bool:
    return bool(cell) and not cell.startswith(_OPEN)


def _event(act: Act, actor: str, treaty: str, cell: str, proof: Source) -> Event:
    """A question mark makes it uncertain; of a range the year or month is kept, and the range in the note."""
    sure = Certainty.LOW if cell.endswith("?") else Certainty.HIGH
    on = _day(cell)
    return Event(act=act, actor=actor, object=treaty, on=on, proof=proof, certainty=sure, note=_note(cell, on))


def _note(cell: str, on: Day | None) -> str:
    return "" if str(on) == cell else cell


@lru_cache(maxsize=65536)
def _day(cell: str) -> Day | None:
    """A day as far as the cell states one: of two months in a year, or of a month 99, the year."""
    words = cell.rstrip("?")
    try:
        return Day.parse(words)
    except BadDay:
        years = {part[:4] for part in words.split("..")}
        return Day.parse(years.pop()) if len(years) == 1 else None


# --- what is measured -------------------------------------------------------------------------------------------------


def _kept(rows: Sequence[Row]) -> Score:
    """Every row has events, and its cells can be read back from them."""
    right = sum(_read_back(row) for row in rows)
    events = sum(len(row.own) + len(row.of_all) for row in rows)
    return share("treaty rows: kept whole", right, len(rows), "mechanical", f"{events:,} events")


def _read_back(row: Row) -> bool:
    found = {(event.act, bool(event.actor)): event.note or str(event.on) for event in (*row.own, *row.of_all)}
    said = {(act, True): row.cells[name] for name, act in _COLUMNS.items() if _stated(row.cells[name])}
    said |= {(act, False): row.cells[name] for name, act in _OF_ALL.items() if _stated(row.cells[name])}
    listed = {} if any(own for _, own in said) else {(Act.OBSERVED, True): "None"}
    return found == said | listed


def _equal(once: Sequence[Row]) -> list[Score]:
    """Of the keys coded once, the days that the party machine gives, against the coded ones."""
    asked, right = Counter[str](), Counter[str]()
    for row in once:
        standing = party_state(*row.key, row.own, _LAST)
        for name, field in _DERIVED.items():
            asked[name] += 1
            right[name] += _same(standing, field, row.cells[name])
    return [share(f"treaty rows: day of {name}", right[name], asked[name], "gold", "keys coded once") for name in asked]


def _same(standing: PartyStanding, field: str, cell: str) -> bool:
    when = getattr(standing, field)
    return bool(when == (When.of(_day(cell)) if _stated(cell) else None))


def _disputes(more: Sequence[Sequence[Row]]) -> Score:
    """Of the keys coded more than once: all claims stay with their coder, and days that differ are disputed."""
    right = sum(_shown(rows) for rows in more)
    coders = sum(len({row.cells["Coder"] for row in rows}) > 1 for rows in more)
    differ = sum(any(_differs(rows, name) for name in _COLUMNS) for rows in more)
    note = f"{differ:,} differ in a day; {coders:,} have several coders, the others one that coded twice"
    return share("treaty rows: what is coded twice is shown", right, len(more), "mechanical", note)


def _shown(rows: Sequence[Row]) -> bool:
    standing = party_state(*rows[0].key, [event for row in rows for event in row.own], _LAST)
    whens: dict[str, When | None] = {name: getattr(standing, field) for name, field in _DERIVED.items()}
    return all(bool(when and when.disputed) == _differs(rows, name) for name, when in whens.items()) and _all_stay(
        rows, standing
    )


def _differs(rows: Sequence[Row], name: str) -> bool:
    return told(event for row in rows for event in row.own if event.act is _COLUMNS[name]).disputed


def _all_stay(rows: Sequence[Row], standing: PartyStanding) -> bool:
    """Whether the proofs of its state have every statement about the act that decides it."""
    acts = {event.act for event in standing.proofs}
    said = {(event.act, _line(event)) for row in rows for event in row.own if event.act in acts}
    return said <= {(event.act, _line(event)) for event in standing.proofs}


def _line(event: Event) -> int:
    return event.proof.line if isinstance(event.proof, Source) else 0


def _ordered(rows: Iterable[Row]) -> Score:
    """The rows whose own days can have been in that order; the others by kind."""
    kinds, wrong, count = Counter[str](), 0, 0
    for row in rows:
        found = {str(each.kind) for each in misplaced((*row.own, *row.of_all))}
        kinds.update(found)
        wrong, count = wrong + bool(found), count + 1
    note = "; ".join(f"{kind}: {number:,}" for kind, number in kinds.most_common())
    return _told(share("treaty rows: in a possible order", count - wrong, count, "mechanical", note))


def _predicted(once: Iterable[Row]) -> Score:
    """The entry into force for a state, worked out from the treaty's and from its ratification, against the coded one."""
    right = asked = near = 0
    for row, events in _asked(once):
        bound, coded = party_state(*row.key, events, _LAST).bound, When.of(_day(row.cells["StateForce"]))
        asked, right = asked + 1, right + (bound == coded)
        near += bool(bound and bound.last and coded.last and abs((bound.last - coded.last).days) <= _NEAR)
    note = f"{near:,} within {_NEAR} days"
    return _told(share("treaty rows: force for a state, predicted", right, asked, "gold", note))


def _told(score: Score) -> Score:
    """What says how the table is, and not how acquis reads it, has no floor."""
    return replace(score, floored=False)


_NEAR: Final = 100  # longer than the usual waits of thirty, sixty and ninety days


def _asked(once: Iterable[Row]) -> Iterator[tuple[Row, list[Event]]]:
    for row in once:
        if all(_stated(row.cells[name]) for name in ("Force", "StateRatification", "StateForce")):
            own = [event for event in row.own if event.act is Act.RATIFIED]
            yield row, [*own, *(event for event in row.of_all if event.act is Act.ENTERED_INTO_FORCE)]
