"""A pinboard: passages in an order, with notes. All of it stands in the address of its page."""

import base64
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct
from msgspec.structs import replace

MOST: Final = 50
LONGEST: Final = 1_000
"""So many passages are on a board, and so many letters in a note."""

COOKIE: Final = "pins"
_LARGEST: Final = 3_600
"""So many bytes of a board a browser keeps in a cookie, beside what is said of it."""

_LONGEST_QUERY: Final = 100_000
"""So much is unpacked of what a browser sends; a board that was packed here is never longer."""


class Pin(Struct, frozen=True):
    """A passage by its address, and what was noted of it."""

    address: str
    note: str = ""


def pins_in(query: Iterable[tuple[str, str]]) -> tuple[Pin, ...]:
    """The pins of a query in their order; a `note` is of the `pin` before it. Whoever is pinned twice counts once.

    >>> pins_in([("pin", "un:A/1@en"), ("note", "Compare."), ("pin", "un:A/2@en"), ("pin", "un:A/1@en")])
    (Pin(address='un:A/1@en', note='Compare.'), Pin(address='un:A/2@en', note=''))
    """
    found: dict[str, Pin] = {}
    last = ""
    for name, value in query:
        if name == "pin" and value.strip():
            last = value.strip()
            found.setdefault(last, Pin(last))
        elif name == "note" and last:
            found[last] = Pin(last, _line(value)[:LONGEST])
    return tuple(found.values())[:MOST]


def query_of(pins: Iterable[Pin]) -> str:
    """The query that says what is on a board.

    >>> query_of([Pin("un:A/1@en#op1", "Compare.")])
    'pin=un%3AA%2F1%40en%23op1&note=Compare.'
    """
    return urlencode([pair for pin in pins for pair in _pairs(pin)])


def kept(pins: Sequence[Pin]) -> str:
    """What a browser keeps of a board: without its notes where they are too long, then without its last passages."""
    bare = [replace(each, note="") for each in pins]
    tries = (_packed(each) for each in (pins, *(bare[:most] for most in range(len(bare), 0, -1))))
    return next((each for each in tries if len(each) <= _LARGEST), "")


def remembered(cookie: str) -> tuple[Pin, ...]:
    """The board that a browser kept; whatever stands there is taken for no more than the words of a query.

    >>> remembered(kept([Pin("un:A/1@en#op1", "Compare.")])), remembered("no board")
    ((Pin(address='un:A/1@en#op1', note='Compare.'),), ())
    """
    try:
        packed = base64.urlsafe_b64decode(cookie[:_LARGEST] + "==")
        query = zlib.decompressobj().decompress(packed, _LONGEST_QUERY).decode()
        return pins_in(parse_qsl(query, max_num_fields=2 * MOST))
    except (ValueError, zlib.error):
        return ()


def _packed(pins: Iterable[Pin]) -> str:
    """A board in signs that a cookie may have."""
    query = query_of(pins).encode()
    return base64.urlsafe_b64encode(zlib.compress(query, 9)).decode().rstrip("=") if query else ""


def moved(pins: Sequence[Pin], at: int, by: int) -> tuple[Pin, ...]:
    """The board with one pin, counted from 1, so many places further down; one that is not there moves nothing.

    >>> [each.address for each in moved([Pin("a"), Pin("b"), Pin("c")], 3, -1)]
    ['a', 'c', 'b']
    """
    if not 1 <= at <= len(pins):
        return tuple(pins)
    rest = [*pins[: at - 1], *pins[at:]]
    to = min(max(at - 1 + by, 0), len(rest))
    return (*rest[:to], pins[at - 1], *rest[to:])


def without(pins: Sequence[Pin], at: int) -> tuple[Pin, ...]:
    """The board without one pin, counted from 1."""
    return tuple(each for place, each in enumerate(pins, 1) if place != at)


def _pairs(pin: Pin) -> Iterator[tuple[str, str]]:
    yield "pin", pin.address
    if pin.note:
        yield "note", pin.note


def _line(words: str) -> str:
    """A note as it was written, but for signs that are not seen; lines stay."""
    return "\n".join(" ".join(line.split()) for line in words.replace("\r", "").strip().split("\n"))
