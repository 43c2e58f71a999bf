"""What was asked about: words as they were typed, or the passage of an address with its day and its text."""

from dataclasses import dataclass

from acquis.archive.holdings import Holdings
from acquis.archive.quoting import quoted
from acquis.archive.resolve import as_address
from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.store import Store

_LONGEST = 500
"""No address has more characters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, and where they stand: `address`, `work`, `day` and `language` are None for words that were typed."""

    text: str
    address: Pinpoint | None = None
    day: str | None = None
    language: str | None = None
    said: str = ""

    @property
    def work(self) -> str | None:
        """The work that they are of."""
        return str(self.address.work) if self.address else None


def asked(store: Store, at: int | None, what: str) -> Asked:
    """What was typed: an address or a name with a place ("Astana 2011#p26") means the words that stand there.

    Raises `NotHeld` or `Ambiguous` for an address that means nothing held, `BadQuery` for that of a whole text.
    """
    if len(what) > _LONGEST or (as_address(what) is None and not _named(what)):
        return Asked(what)
    return passage(store, at, what)


def passage(store: Store, at: int | None, what: str) -> Asked:
    """The passage at an address."""
    if (address := as_address(what)) is not None and address == what:
        with store.reading() as db:
            held = quoted(db, address, at)
        if held is not None:
            return Asked(held.words, held.address, held.day, held.language)
    place = Holdings(store, at).get(what)
    if place.address.part is None:
        raise BadQuery(
            f"{place.address} is a whole text. Ask about a paragraph of it, {place.address}#p1, "
            "or about all of it with `acquis precedents provenance`."
        )
    day, _ = place.document.record.day
    words = place.document.words(place.address)
    return Asked(words, place.address, str(day) if day else None, place.document.language, place.said)


def _named(what: str) -> bool:
    """Whether it looks like a name with a place in it: "Halmor 2005#p3"."""
    name, mark, part = what.partition("#")
    return bool(mark and name.strip() and part and len(what) < 200 and not any(sign.isspace() for sign in part))
