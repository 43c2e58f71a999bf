"""When the organs of the United Nations met: the years of their sessions, and of their running numbers."""

from typing import Final

LAST_ROMAN: Final = 30
"""The last session of the General Assembly whose resolutions carry it in Roman numerals (1975–76)."""

MOST: Final = 99
"""Sessions beyond this are misprints."""

COUNCIL_FIRST_YEAR: Final = 1946
COUNCIL_LAST: Final = (
    *(15, 37, 66, 78),  # 1946–1949
    *(89, 96, 98, 103, 106, 110, 121, 126, 131, 132),  # 1950–1959
    *(160, 170, 177, 185, 199, 219, 232, 244, 262, 275),  # 1960–1969
    *(291, 307, 324, 344, 366, 384, 402, 422, 443, 461),  # 1970–1979
    *(484, 499, 528, 545, 559, 580, 593, 606, 626, 646),  # 1980–1989
    *(683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284),  # 1990–1999
    *(1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907),  # 2000–2009
    *(1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503),  # 2010–2019
    *(2560, 2617, 2671, 2721, 2767, 2803),  # 2020–2025, the last one as far as known in November 2025
)
"""The number of the last resolution that the Security Council adopted in each year since the first."""

SPECIAL: Final = {
    **{f"S-{n}": (year, year) for n, year in enumerate((1947, 1948, 1961, 1963, 1967, 1974, 1975), 1)},
    **{f"S-{n}": (year, year) for n, year in enumerate((1978, 1978, 1978, 1980, 1982, 1986, 1986), 8)},
    **{f"S-{n}": (year, year) for n, year in enumerate((1988, 1989, 1990, 1990, 1997, 1998, 1999), 15)},
    **{f"S-{n}": (year, year) for n, year in enumerate((1999, 2000, 2000, 2001, 2001, 2002, 2005), 22)},
    **{f"S-{n}": (year, year) for n, year in enumerate((2014, 2016, 2020, 2021), 29)},
    **{f"ES-{n}": (year, year) for n, year in enumerate((1956, 1956, 1958, 1960, 1967, 1980), 1)},
    "ES-7": (1980, 1982),
    "ES-8": (1981, 1981),
    "ES-9": (1982, 1982),
    "ES-10": (1997, 2035),  # adjourned and resumed ever since
    "ES-11": (2022, 2035),
}
"""The special (S) and emergency special (ES) sessions of the General Assembly."""

_ECONOMIC_LAST: Final = (
    *(3, 5, 7, 9, 11, 13, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32),  # 1946–1961
    *(34, 36, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63),  # 1962–1977
)
ECONOMIC_SUMMER: Final = 2014
"""Since then a session of the Economic and Social Council begins in the summer of the year before."""

ENVIRONMENT: Final = {
    **{"1": (2014, 2014), "2": (2016, 2016), "3": (2017, 2017), "4": (2019, 2019)},
    **{"5": (2021, 2022), "6": (2024, 2024), "7": (2025, 2025)},
}
"""The sessions of the United Nations Environment Assembly."""

HABITAT: Final = {"1": (2019, 2019), "2": (2023, 2025)}
"""The sessions of the United Nations Habitat Assembly."""

HUMAN_RIGHTS_SPECIAL: Final = dict(
    enumerate(
        (
            *(
                2006,
                2006,
                2006,
                2006,
                2007,
                2008,
                2008,
                2008,
                2009,
                2009,
                2009,
                2009,
                2010,
                2010,
                2011,
                2011,
                2011,
                2011,
            ),
            *(2012, 2014, 2014, 2014, 2015, 2015, 2016, 2016, 2017, 2018, 2021, 2021, 2021, 2021, 2021, 2022),
            *(2022, 2023, 2025, 2025),
        ),
        1,
    )
)
"""The years of the special sessions of the Human Rights Council, from the first."""


def economic_year(session: int) -> int | None:
    """The year of a session of the Economic and Social Council while they were counted in Roman numerals."""
    years = (1946 + i for i, last in enumerate(_ECONOMIC_LAST) if session <= last)
    return next(years, None) if session >= 1 else None


def human_rights_year(session: int) -> int | None:
    """The year of a regular session of the Human Rights Council: three in 2006, then three each year."""
    if not 1 <= session <= MOST:
        return None
    return 2006 if session <= 3 else 2007 + (session - 4) // 3
