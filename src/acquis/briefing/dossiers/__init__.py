"""Shelf: what a dossier may hold, one kind of item a file. Adding a file adds its line to the grammar of selections.

A file has an `ENTRY`, a `Kind`, and its name is the word that a line begins with; a line without one is a `passage`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from acquis.shelf import entries

if TYPE_CHECKING:
    from acquis.formats._paper import Block

PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Made:
    """An item worked out: what is printed of it, its data for programs, and the rows of its table.

    `record` is that of a certificate, None where it has words that may not be passed on, and `hash` its SHA-256.
    `searched` says that it tells of all texts that were searched, and so of those too that it does not name.
    """

    heading: str
    blocks: "tuple[Block, ...]"
    data: dict[str, Any] = field(default_factory=dict)
    rows: tuple[dict[str, Any], ...] = ()
    record: bytes | None = None
    hash: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: what its line `takes` after its word, with what stands `between` two of them.

    `read` gives what was typed in its normal form, with whole addresses, and raises a refusal for what is not held;
    `make` works the item out of that.
    """

    takes: tuple[str, ...]
    read: Callable[..., tuple[str, ...]]
    make: "Callable[..., Made]"
    between: str = " "

    def usage(self, word: str) -> str:
        """How its line is written.

        >>> kinds()["who"].usage("who")
        'who ORGANISATION on DAY'
        """
        return f"{'' if word == PASSAGE else f'{word} '}{self.between.join(self.takes)}"


@cache
def kinds() -> dict[str, Kind]:
    """The kinds by the words that their lines begin with."""
    return entries("acquis.briefing.dossiers")


def usages() -> str:
    """How every line is written, in a sentence."""
    return ", ".join(each.usage(word) for word, each in kinds().items())
