"""The Collective Security Treaty Organization: names, organs, instruments and sessions."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed, summits

_TREATIES = """
csto:1992-05-15/collective-security-treaty: collective security treaty; treaty on collective security; договор* о
    коллективной безопасности
csto:2002-10-07/charter: charter of the collective security treaty organisation; csto charter; устав* организации
    договора о коллективной безопасности; устав* одкб
"""
_SUMMITS = """
2002-10-07 Chișinău: Charter signed
2008-09-05 Moscow: Declaration
2010-12-10 Moscow: Declaration
2011-12-20 Moscow: Declaration/statement
2012-05-15 Moscow: Declaration (anniversary)
2013-09-23 Sochi: statements
2014-12-23 Moscow: statement
2015-12-21 Moscow: statement on terrorism
2016-10-14 Yerevan: Declaration; Strategy to 2025
2017-11-30 Minsk: Declaration on 25th/15th anniversary
2018-11-08 Astana: Declaration
2019-11-28 Bishkek: Declaration/statement
2020-12-02 video (Moscow chair): Declaration
2021-09-16 Dushanbe: Declaration
2022-05-16 Moscow: Statement on 30th/20th anniversary
2022-11-23 Yerevan: declaration NOT adopted
2023-11-23 Minsk: Declaration
2024-11-28 Astana: Declaration/statements
2025-11-27 Bishkek: Declaration; Collective Security Strategy
"""

ENTRY = Organisation(
    code="csto",
    names=(
        *("Collective Security Treaty Organization", "Collective Security Treaty Organisation", "CSTO", "ОДКБ"),
        *("Организация Договора о коллективной безопасности", "集体安全条约组织", "集安组织"),
    ),
    languages=("ru",),
    authentic=("ru",),
    organs=(
        Organ(
            "CSC",
            ("Collective Security Council", "CSTO Collective Security Council", "Совет коллективной безопасности"),
            level=1,
            adopts="consensus",
        ),
        Organ("CFM", ("Council of Ministers of Foreign Affairs of the CSTO",), level=2, adopts="consensus"),
        Organ("CDM", ("Council of Ministers of Defence of the CSTO",), level=2, adopts="consensus"),
        Organ("CSSC", ("Committee of Secretaries of Security Councils",), level=2, adopts="consensus"),
        Organ("PC", ("CSTO Permanent Council",), level=3, adopts="consensus"),
        Organ("SEC", ("CSTO Secretariat",), level=4),
    ),
    treaties=listed(_TREATIES),
    founded="2002-10-07",
    source="https://www.inform.kz/en/csto-summit-with-participation-of-kassym-jomart-tokayev-kicks-off-in-moscow_a3933571",
    summits=summits(_SUMMITS),
)
