"""A day as a person writes it, in its ISO form."""

import re
from typing import Final

from acquis.errors import BadDay
from acquis.model import Day
from acquis.structure.dates import dates_in

_ISO: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_EITHER: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_BESIDE: Final = re.compile(r"(?:[\W_]|\b[^\W\d_]{1,3}\b)*")  # "on the", "le", "г."
_WORKS: Final = (
    "What works: 2011, 2011-06, 2011-06-15, or in words: 15 June 2011, June 15, 2011, June 2011, 15.06.2011."
)


def day_typed(words: str) -> str:
    """The ISO form of a day, a month or a year, as it is written in any of the languages of the shelf.

    `BadDay` for what states none or more than one, and for digits of which either may be the month.

    >>> [day_typed(each) for each in ("2011", "June 2011", "15 June 2011", "June 15, 2011", "15.06.2011")]
    ['2011', '2011-06', '2011-06-15', '2011-06-15', '2011-06-15']
    """
    typed = words.strip()
    if _ISO.fullmatch(typed):
        return str(Day.parse(typed))
    found = dates_in(typed)
    if len(found) == 1 and found[0].until is None and _BESIDE.fullmatch(typed.replace(found[0].stated, " ", 1)):
        return str(found[0].day)
    raise BadDay(_refusal(typed, several=len(found) > 1 or any(each.until for each in found)))


def _refusal(typed: str, *, several: bool) -> str:
    if several:
        return f"{typed[:60]!r} is more than one day. {_WORKS}"
    if (met := _EITHER.fullmatch(typed)) and 0 < int(met[1]) <= 12 and 0 < int(met[3]) <= 12:
        first, second = (
            f"{met[4]}-{int(month):02}-{int(day):02}" for day, month in ((met[1], met[3]), (met[3], met[1]))
        )
        return f"{typed!r} may be {first} or {second}: write it so, or with the month in letters."
    return f"{typed[:60]!r} is no day. {_WORKS}"
