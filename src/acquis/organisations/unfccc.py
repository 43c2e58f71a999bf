"""The conferences of the parties to the climate convention: names, and the numbers of their decisions."""

import re

from acquis.organisations import Organ, Organisation

_PRINTED = r"(?<![\w/.])\d{1,2}/(?:CP|CMP|CMA|SBI|SBSTA)\.\d{1,2}(?!\d)"
_FIRST = {"CP": 1994, "CMP": 2004, "CMA": 2015}
_LATE = 2019
"""Since the conference of 2020 was held in 2021, sessions are a year later than they were counted."""


def normal(text: str) -> str | None:
    """The normal form of a number such as 1/CP.21; None for what is none."""
    bare = re.sub(r"\s", "", text).upper().removeprefix("DECISION")
    return bare if re.fullmatch(_PRINTED, bare) else None


def years(symbol: str) -> tuple[int, int] | None:
    """The year of the session that a decision is numbered by.

    >>> years("1/CP.21"), years("1/CP.26"), years("1/CMP.8")
    ((2015, 2015), (2021, 2021), (2012, 2012))
    """
    found = re.fullmatch(r"\d+/(CP|CMP)\.(\d+)", symbol)
    if not found:
        return None
    year = _FIRST[found[1]] + int(found[2])
    year += year > _LATE
    return year, year


ENTRY = Organisation(
    code="unfccc",
    names=("United Nations Framework Convention on Climate Change Conference of the Parties", "UNFCCC COP"),
    languages=("ar", "zh", "en", "fr", "ru", "es"),
    organs=(
        Organ(
            "COP", ("Conference of the Parties to the United Nations Framework Convention on Climate Change",), level=1
        ),
    ),
    session_years=years,
    founded="1992-05-09",
    source="https://unfccc.int/decisions",
    printed=_PRINTED,
    normal=normal,
)
