"""What a person types, and the document it means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from acquis.errors import Ambiguous, BadAddress, NotHeld
from acquis.model import Pinpoint
from acquis.organisations import organisations

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Took:
    """The address that was meant, and what it was taken for, in words."""

    address: Pinpoint
    said: str


def as_address(asked: str) -> Pinpoint | None:
    """What was typed as an address, if it is one: with its organisation, or a bare symbol.

    >>> as_address("A/RES/61/88"), as_address("res 1973 (2011)")
    ('un:A/RES/61/88', 'un:S/RES/1973(2011)')
    """
    asked = asked.strip()
    try:
        return Pinpoint(asked)
    except BadAddress:
        head, mark, tail = asked.partition("#")
    typed = re.sub(r"^(?:un\s+)?(?:s(?:ecurity\s)?c(?:ouncil)?\s+)?res(?:olution)?s?\.?\s+(?=\d)", "", head, flags=re.I)
    for organisation in organisations().values():
        if organisation.normal and (symbol := organisation.normal(typed)):
            return Pinpoint(f"{organisation.code}:{symbol}{mark}{tail}")
    return Pinpoint(f"un:{symbol}{mark}{tail}") if (symbol := _council(typed)) else None


def _council(typed: str) -> str | None:
    """What "1973 (2011)" and "61/88" are by the way their organs number them."""
    if match := re.fullmatch(r"(\d{1,4})\s*\((\d{4})\)", typed):
        return f"S/RES/{match[1]}({match[2]})"
    if match := re.fullmatch(r"(\d{2})/(\d{1,3}[A-Z]?)", typed):
        return f"A/RES/{match[1]}/{match[2]}"
    return None


def by_name(asked: str, rows: Sequence[Any]) -> Took:
    """The one document whose title, place, year, kind and organisation hold every word that was typed.

    Raises `Ambiguous` with the candidates, or `NotHeld` with the nearest names.
    """
    wanted = re.findall(r"[^\W_]+", asked.casefold())
    found: dict[str, Any] = {}
    for row in rows:
        held = _words(row)
        if wanted and all(_meets(word, held) for word in wanted):
            found.setdefault(row.work, row)
    if len(found) > 1:
        exact = {work: row for work, row in found.items() if asked.casefold() == (row.title or "").casefold()}
        found = exact if len(exact) == 1 else found
    if len(found) == 1:
        row = next(iter(found.values()))
        return Took(Pinpoint(row.work), f"{asked!r} was taken for {row.title or row.address} ({row.day or 'undated'})")
    if found:
        raise Ambiguous(asked, [f"{row.work}  {row.title}" for row in found.values()])
    raise NotHeld(f"No document answers to {asked!r}.{_nearest(asked, rows)}")


def _words(row: Any) -> frozenset[str]:
    return _words_of(row.title, row.work, row.place, row.day, row.kind, row.organisation, row.symbol, row.organ)


@lru_cache(maxsize=20_000)
def _words_of(*fields: str | None) -> frozenset[str]:
    """The words of a line of the catalogue; kept, for each name that is typed is held against all of them."""
    return frozenset(word for field in fields if field for word in re.findall(r"[^\W_]+", field.casefold()))


def _meets(word: str, held: frozenset[str]) -> bool:
    return word in held or (len(word) > 3 and not _YEAR.fullmatch(word) and any(each.startswith(word) for each in held))


def _nearest(asked: str, rows: Sequence[Any]) -> str:
    from rapidfuzz import fuzz, process

    names = {f"{row.title or ''} {row.day or ''} {row.work}": row for row in rows}
    close = process.extract(asked, list(names), scorer=fuzz.token_set_ratio, limit=3, score_cutoff=45)
    listed = "".join(f"\n  {names[name].work}  {names[name].title}" for name, _, _ in close)
    return f" Nearest:{listed}" if listed else " The archive is empty." if not rows else ""
