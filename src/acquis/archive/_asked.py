"""What may be asked of a passage: words, words near others, what the catalogue says, and how these are joined."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from acquis.archive.tokens import folded
from acquis.errors import BadDay, BadQuery
from acquis.model import Day, Kind
from acquis.organisations import organisations

HELP: Final = (
    'What works: words, "a phrase", AND, OR, NOT, + and -, parentheses, "two words"~5, secur*, and the fields title:, '
    "org:, organ:, kind:, place:, symbol:, address:, language:, year:2007..2011, part:, marking:"
)

Way = tuple[str, ...]
"""Folded words that stand side by side; one that ends with * is the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side, in any one of the `ways` to write them, in the field of that name.

    `quoted` are taken as typed but for their spelling. `typed` is what the person wrote.
    """

    ways: tuple[Way, ...]
    typed: str
    field: str = "words"
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words of which each stands near the next one typed: in either order, at most `apart` others between the two."""

    places: tuple[tuple[str, ...], ...]
    apart: int
    typed: str
    field: str = "words"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the catalogue says of the document, or the reading of the part: `name` is one of `values`, folded."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The day of the document, as the number 20070816, lies between the two; both are in it."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Every:
    """Every part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Node"


Node = Words | Near | Fact | Between | Every | Some | Not


def joined(kind: type[Every] | type[Some], parts: Sequence[Node]) -> Node:
    """The parts as one; a group within a group of the same kind is part of it."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,))]
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


TEXTS: Final = ("title", "place")
_NAMES: Final = {
    **{name: name for name in ("title", "place", "organ", "organisation", "kind", "symbol", "address", "language")},
    **{name: name for name in ("year", "part", "marking", "collection")},
    **{"org": "organisation", "organization": "organisation", "work": "address", "lang": "language"},
    **{"day": "year", "date": "year", "type": "kind"},
}
_PARTS: Final = {"preamble": "preambular", "headings": "heading", "footnote": "note"}


def field_named(name: str, at: int) -> str:
    """The field of that name or other name; `at` is where it stands in the query, 0 where it came otherwise."""
    found = _NAMES.get(name.casefold())
    if found is None:
        where = f" (at character {at})" if at else ""
        raise BadQuery(
            f"No field {name!r}{where}. Fields: {', '.join(sorted(_NAMES))}. "
            "To look for the word itself, put a blank after the colon."
        )
    return found


def schemes() -> frozenset[str]:
    """What an address may begin with, before its colon."""
    return frozenset((*organisations(), "treaty", "file"))


def valued(name: str, value: str, typed: str) -> Node:
    """What a field must hold."""
    value = value.strip()
    if not value:
        raise BadQuery(f"{typed!r} says no value. {_EXAMPLES.get(name, HELP)}.")
    if name in TEXTS and (way := tuple(folded(value).split())):
        return Words((way,), typed, name, quoted=True)
    if name == "year":
        return between(value)
    if name == "address":
        return _addressed(value)
    return Fact(name, _MEANT.get(name, _plain_value)(value))


_EXAMPLES: Final = {
    "year": "What works: year:2007, year:2007..2011, year:2007-08..2011-06-15",
    "part": "part:operative",
}
"""What is shown where a field was given nothing."""


def _plain_value(value: str) -> tuple[str, ...]:
    return (value.casefold(),)


def _part(value: str) -> tuple[str, ...]:
    name = _PARTS.get(value.casefold(), value.casefold())
    if name not in set(Kind):
        raise BadQuery(f"No part of a text is called {value!r}. Known: {', '.join(sorted(Kind))}.")
    return (name,)


def _organisation(value: str) -> tuple[str, ...]:
    """The code of an organisation by any of its names."""
    wanted = value.casefold()
    named = (code for code, held in organisations().items() if wanted in map(str.casefold, held.names))
    return tuple(dict.fromkeys((wanted, *named)))


def _organ(value: str) -> tuple[str, ...]:
    """The codes of the organs of that name, in whatever organisation."""
    organs = (held.organ(value) for held in organisations().values())
    return tuple(dict.fromkeys((value.casefold(), *(organ.code.casefold() for organ in organs if organ))))


_MEANT: Final = {"part": _part, "organisation": _organisation, "organ": _organ}


def _addressed(value: str) -> Node:
    """A work or one expression of it; a * at the end stands for every address that begins so."""
    if "#" in value:
        raise BadQuery(
            f"{value!r} is the address of a part. A search takes that of a document: {value.partition('#')[0]}."
        )
    if ":" not in value:
        raise BadQuery(f"{value!r} is no address. What works: address:un:A/RES/61/88, address:un:A/RES/61/*.")
    return Fact("address" if "@" in value else "work", (value.casefold(),))


@cache
def between(value: str) -> Between:
    """The days of a stretch: "2007", "2007-08", "2007..2011"; raises `BadQuery`."""
    first, dots, last = value.partition("..")
    if not dots and re.fullmatch(r"\d{4}[-–]\d{4}", value):
        first, dots, last = value[:4], "..", value[5:]
    last = last if dots else first
    if not first and not last:
        raise BadQuery(f"{value!r} is no stretch of years. {_EXAMPLES['year']}.")
    try:
        span = Between(
            _number(Day.parse(first).first) if first else 1, _number(Day.parse(last).last) if last else 99991231
        )
    except BadDay as error:
        raise BadQuery(f"{value!r} is no year, day or stretch of them. {_EXAMPLES['year']}.") from error
    if span.first > span.last:
        raise BadQuery(f"{value!r} ends before it begins. Turn it round: year:{last}..{first}.")
    return span


def _number(day: datetime.date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
