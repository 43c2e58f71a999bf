"""Shelf: one organisation, one file (names, organs, symbols, rules of procedure as data)."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from acquis import shelf


class Numbering(enum.StrEnum):
    """How an organ numbers what it adopts, as running text prints it."""

    SESSION = "61/171"  # session and number; special sessions S-10/2, ES-10/23
    YEAR = "2024/13"  # year and number
    OF_YEAR = "1973 (2011)"  # running number and year; the year may be left out where numbers run on
    ROMAN = "217 A (III)"  # running number and session in Roman numerals
    POINT = "58.16"  # session and number with a point


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ with its names in every language held, its level (1 the highest) and how it usually adopts.

    `short` are names that it shares with others and bears only in its own texts ("Council"). `numbering` is how it
    numbers its resolutions; `resolution` and `decision` make a symbol of such a number: {0} is the number in its
    normal form, {1} and {2} are what stands before and after its slash. `cited` marks a body of another organisation,
    which stands here because its documents are cited under symbols of this one.
    """

    code: str
    names: tuple[str, ...]
    level: int = 3
    adopts: str = ""
    short: tuple[str, ...] = ()
    numbering: tuple[Numbering, ...] = ()
    resolution: str = ""
    decision: str = ""
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Summit:
    """A meeting of the highest organ: its (last) day, its place, and what came of it."""

    day: str
    place: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A resolution that texts name by session and subject alone: all `words` (lower case) must stand nearby."""

    organ: str
    session: int
    words: tuple[str, ...]
    symbol: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """What reading an organisation's texts needs to know.

    `names` are its names and abbreviations in every language held. `languages` are the official ones, `authentic`
    those of its adopted texts. `treaties` maps names and aliases to addresses: in lower case, and a word that ends
    with `*` stands for all its inflected forms. `places` are its summit cities, each with its names over time.

    `prefixes` are the words with which its document symbols begin ("A", "S", "FCCC"), `printed` the regular expression
    of those that begin with none. `symbol` finds a document's own
    symbol in the lines of its head, given the organ that speaks (any of its names) or None. `named` finds one in the
    name of a file, a weaker claim. `normal` gives the normal form of a printed or typed symbol. `session_years` gives
    the years in which a document of that symbol can have been adopted: first and last. Each gives None for nothing.
    """

    code: str
    names: tuple[str, ...]
    languages: tuple[str, ...] = ()
    authentic: tuple[str, ...] = ()
    organs: tuple[Organ, ...] = ()
    symbol: Callable[[Sequence[str], str | None], str | None] | None = None
    session_years: Callable[[str], tuple[int, int] | None] | None = None
    treaties: tuple[tuple[str, str], ...] = ()
    founded: str = ""
    source: str = ""
    prefixes: tuple[str, ...] = ()
    printed: str = ""
    named: Callable[[str], str | None] | None = None
    normal: Callable[[str], str | None] | None = None
    known: tuple[Known, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    summits: tuple[Summit, ...] = ()

    def organ(self, name: str) -> Organ | None:
        """The organ of that code or name, in whatever case; None where it has none."""
        wanted = name.casefold()
        return next((o for o in self.organs if wanted in {o.code.casefold(), *map(str.casefold, o.names)}), None)


def organisations() -> dict[str, Organisation]:
    """Every organisation on the shelf, by its code."""
    return dict(shelf.entries(__name__))


@cache
def treaties() -> dict[str, str]:
    """The address of every treaty on the shelf, by its names and aliases in lower case."""
    return {name: address for held in organisations().values() for name, address in held.treaties}
