"""BRICS: names and summits."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import summits

_SUMMITS = """
2009-06-16 Yekaterinburg: Joint Statement of the BRIC Countries' Leaders
2010-04-15 Brasília: Joint Statement
2011-04-14 Sanya: Sanya Declaration
2012-03-29 New Delhi: Delhi Declaration
2013-03-27 Durban: eThekwini Declaration
2014-07-15 Fortaleza: Fortaleza Declaration
2015-07-09 Ufa: Ufa Declaration
2016-10-16 Goa: Goa Declaration
2017-09-04 Xiamen: Xiamen Declaration
2018-07-26 Johannesburg: Johannesburg Declaration
2019-11-14 Brasília: Brasília Declaration
2020-11-17 Moscow (video): Moscow Declaration
2021-09-09 New Delhi (video): New Delhi Declaration
2022-06-23 Beijing (video): Beijing Declaration
2023-08-23 Johannesburg: Johannesburg II Declaration
2024-10-23 Kazan: Kazan Declaration
2025-07-06 Rio de Janeiro: Rio de Janeiro Declaration
"""

ENTRY = Organisation(
    code="brics",
    names=("BRICS", "BRIC", "БРИКС", "БРИК", "金砖国家", "بريكس"),
    languages=("en",),
    organs=(
        Organ("S", ("BRICS Summit", "Саммит БРИКС", "金砖国家领导人会晤"), level=1, adopts="consensus"),
        Organ("FM", ("BRICS Ministers of Foreign Affairs", "BRICS Foreign Ministers"), level=2, adopts="consensus"),
    ),
    founded="2009-06-16",
    source="https://brics.br/en/about-the-brics/brics-previous-summits",
    summits=summits(_SUMMITS),
)
