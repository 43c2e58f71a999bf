"""Every text that carries a passage or a phrase."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.model import Pinpoint
from acquis.precedents import tables
from acquis.precedents.ancestry import History
from acquis.precedents.base import Base
from acquis.precedents.found import Found, Use
from acquis.precedents.kin import Member
from acquis.precedents.rows import use_of
from acquis.precedents.succession import Kind

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Carried(Struct, frozen=True):
    """A use of some words, and how its own are related to them: the same, of one family, or what an edge says."""

    use: Use
    how: str


class Uses(Struct, frozen=True):
    """The uses of a passage or a phrase in the order of days, and what was searched for them."""

    held: tuple[Carried, ...]
    base: Base


CARRIES: Final = 0.75
"""A passage carries a phrase that has so much of its words."""


def of_history(history: History) -> Uses:
    """The uses of a passage: its line through the years, its family, and what it came from or became, reworded too.

    A text that shares no more than a clause with it does not carry it.
    """
    own = history.lineage
    found = {own.passage.address: Carried(_use(own.passage), "asked")}
    for edge in (each for each in own.parents if each.kind is not Kind.CLAUSE):
        found.setdefault(edge.earlier.address, Carried(_use(edge.earlier), edge.kind.value))
    for edge in (each for each in own.children if each.kind is not Kind.CLAUSE):
        found.setdefault(edge.later.address, Carried(_use(edge.later), edge.kind.value))
    for how, members in (("in its line", own.line), ("of one family", history.family.members)):
        for member in members:
            same = member.text == own.passage.text
            found.setdefault(member.address, Carried(_use(member), Kind.CARRIED.value if same else how))
    return Uses(_in_order(found.values()), history.base)


def of_phrase(db: "Connection", found: Found, rows: Mapping[int, Any]) -> Uses:
    """The uses of a phrase: of the families that have most of its words all passages, in the order of days."""
    how = {number: row.kind.value for row in found.precedents if row.covered >= CARRIES for number in row.passages}
    passages = tables.passages(db, sorted(how))
    held = _in_order(Carried(use_of(each, rows), how[number]) for number, each in passages.items())
    return Uses(held, found.base)


def of_rows(db: "Connection", found: Found, rows: Mapping[int, Any], most: int) -> dict[Pinpoint, tuple[Use, ...]]:
    """The texts that use each row, by its address: of each text the first use, in the order of days.

    Of more than `most` uses those that were entered first.
    """
    numbers = {each.address: each.passages[:most] for each in found.precedents}
    held = tables.passages(db, sorted({number for each in numbers.values() for number in each}))
    uses = {number: use_of(each, rows) for number, each in held.items() if each.reading in rows}
    return {row: _one_each(uses[number] for number in own if number in uses) for row, own in numbers.items()}


def _one_each(uses: Iterable[Use]) -> tuple[Use, ...]:
    """The first use of each text, in the order of days."""
    works = dict[str, Use]()
    for each in sorted(uses, key=lambda use: (use.day is None, use.day or "", str(use.address))):
        works.setdefault(each.work, each)
    return tuple(works.values())


def _use(member: Member) -> Use:
    own = member.expression
    return Use(Pinpoint(member.address), own.day, own.title, own.organisation, own.organ, own.work)


def _in_order(uses: Iterable[Carried]) -> tuple[Carried, ...]:
    return tuple(sorted(uses, key=lambda each: (each.use.day is None, each.use.day or "", each.use.address)))
