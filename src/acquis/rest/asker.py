"""Who asks, through whatever door: the desk that answers them, and the words that they may be given."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct

from acquis.archive.public import may_be_quoted
from acquis.errors import BadAddress
from acquis.model import Pinpoint, Span

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry
    from acquis.model import Document
    from acquis.precedents.base import Base
    from acquis.secretariat import Secretariat

T = TypeVar("T")


class Asker(Protocol):
    """One question: the desk gives what may be seen and nothing else; `inside` is whether that is everything.

    `once` keeps what is dear until the archive changes; `behind` is set where an index had not caught up; `headers`
    say how long an answer over HTTP holds.
    """

    inside: bool
    behind: bool

    @property
    def archive(self) -> "Secretariat":
        """The desk that answers."""

    @property
    def headers(self) -> Mapping[str, str]:
        """How long an answer holds."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is worked out once for a change of the archive."""


class Quote(Struct, frozen=True):
    """Words as they stand at an address, and the text that they are of.

    `words` is null where the rights statement of the text does not let them be passed on: then the address and the
    citation are given alone.
    """

    address: str
    words: str | None
    language: str | None = None
    day: str | None = None
    title: str | None = None


def entries(asker: Asker, filters: Mapping[str, str] | None = None) -> "Sequence[Entry]":
    """The catalogue that may be seen, in the order of days; with filters what they let pass."""
    chosen = dict(filters or {})
    return asker.once(("entries", *chosen.items()), lambda: tuple(asker.archive.list(states=("kept",), **chosen)))


def entry_of(asker: Asker, address: str) -> "Entry | None":
    """The line of the catalogue of the text that an address is in."""
    held = asker.once("by address", lambda: {str(each.address): each for each in entries(asker)})
    try:
        return held.get(str(Pinpoint(address).expression))
    except BadAddress:
        return None


def expressions_of(asker: Asker, work: Pinpoint) -> "Sequence[Entry]":
    """The lines of the catalogue of a work, one for each of its expressions."""
    return asker.once("by work", lambda: _by_work(entries(asker))).get(str(work), ())


def _by_work(held: "Sequence[Entry]") -> "Mapping[str, Sequence[Entry]]":
    found: dict[str, list[Entry]] = {}
    for each in held:
        found.setdefault(str(each.work), []).append(each)
    return found


def quotable(asker: Asker, address: str | None) -> bool:
    """Whether the words at an address may be given to whoever asks; words without an address are their own."""
    entry = None if asker.inside or address is None else entry_of(asker, address)
    return entry is None or bool(may_be_quoted(entry))


def quoted(asker: Asker, address: str, words: str) -> Quote:
    """Words with where they stand, as far as they may be given.

    A passage with others below it means these too: its own words alone are given the address of just these words.
    """
    entry, may = entry_of(asker, address), quotable(asker, address)
    here = _own(asker, Pinpoint(address), words) if may and entry else Pinpoint(address)
    language = here.language or (entry.language if entry else None)
    told = (entry.day, entry.title) if entry else (None, None)
    return Quote(str(here), words if may else None, language, *told)


def _own(asker: Asker, here: Pinpoint, words: str) -> Pinpoint:
    if here.part is None or here.words or here.sentence or here.last:
        return here
    text = str(here.expression)
    lengths = asker.once(("leading passages", text), lambda: _leading(asker.archive.get(text).document))
    alone = lengths.get(here.part) == len(words)
    return here.expression.at(here.part, words=Span(0, len(words))) if alone else here


def _leading(document: "Document") -> dict[str, int]:
    """How many letters of their own the passages have under which others stand."""
    above = {part.within for part in document.parts if len(part.span)}
    return {part.path: len(part.span) for part in document.parts if part.path in above and len(part.span)}


def searched(asker: Asker, base: "Base | None") -> str:
    """What an answer holds for, in a line; where an index was behind, the answer is not to be kept."""
    asker.behind |= base is not None and base.behind is not None
    return str(base) if base else "nothing was searched"
