"""The Group of Twenty: names and summits."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import summits

_SUMMITS = """
2008-11-15 Washington: Declaration
2009-04-02 London: Leaders' Statement
2009-09-25 Pittsburgh: Leaders' Statement
2010-06-27 Toronto: Declaration
2010-11-12 Seoul: Declaration
2011-11-04 Cannes: Final Declaration
2012-06-19 Los Cabos: Leaders' Declaration
2013-09-06 Saint Petersburg: Leaders' Declaration
2014-11-16 Brisbane: Leaders' Communiqué
2015-11-16 Antalya: Leaders' Communiqué
2016-09-05 Hangzhou: Leaders' Communiqué
2017-07-08 Hamburg: Leaders' Declaration
2018-12-01 Buenos Aires: Leaders' Declaration
2019-06-29 Osaka: Leaders' Declaration
2020-11-22 Riyadh (virtual): Leaders' Declaration
2021-10-31 Rome: Leaders' Declaration
2022-11-16 Bali: Leaders' Declaration
2023-09-09 New Delhi: Leaders' Declaration
2024-11-18 Rio de Janeiro: Leaders' Declaration
2025-11-22 Johannesburg: Leaders' Declaration (adopted without the United States; Argentina attended and declared
    that it does not endorse it)
"""

ENTRY = Organisation(
    code="g20",
    names=(
        "Group of Twenty",
        "Group of 20",
        "G20",
        "Группа двадцати",
        "Groupe des Vingt",
        "Grupo de los Veinte",
        "二十国集团",
    ),
    languages=("en",),
    organs=(
        Organ("S", ("G20 Summit", "G20 Leaders' Summit", "Саммит Группы двадцати"), level=1, adopts="consensus"),
        Organ("FMCBG", ("G20 Finance Ministers and Central Bank Governors",), level=2, adopts="consensus"),
    ),
    founded="1999-12-15",
    source="https://www.b20indonesia2022.org/about-g20",
    summits=summits(_SUMMITS),
)
