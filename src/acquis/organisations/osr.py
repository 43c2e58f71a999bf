"""The Organisation of the Seven Rivers, the sample organisation of this project: names, organs, symbols."""

from acquis.organisations import Known, Numbering, Organ, Organisation
from acquis.organisations._plain import Plain
from acquis.organisations._tables import listed

_SYMBOLS = Plain(("OSR",))
_TREATIES = """
osr:2004-05-14/charter: charter of the organisation of the seven rivers; osr charter; charter of the osr; устав*
    организации семи рек; charte de l'organisation des sept rivières; 七河组织宪章; 七河川機構憲章
"""

ENTRY = Organisation(
    code="osr",
    names=(
        *("Organisation of the Seven Rivers", "OSR", "Организация семи рек", "Организации семи рек", "ОСР"),
        *("Seven Rivers Organization", "Organisation des Sept Rivières", "七河组织", "七河川機構"),
    ),
    languages=("en", "ru"),
    authentic=("en", "ru"),
    organs=(
        Organ(
            "CHS",
            (
                "Council of Heads of State",
                "Heads of State",
                "Совет глав государств",
                "Главы государств",
                "Глав государств",
                "Conseil des chefs d'État",
                "Chefs d'État",
                "元首理事会",
                "元首",
                "首脳理事会",
                "首脳",
            ),
            level=1,
            adopts="consensus",
            short=("Council",),
            numbering=(Numbering.YEAR,),
            decision="OSR/CHS/DEC/{0}",
        ),
        Organ(
            "CM",
            (
                "Council of Ministers",
                "Совет министров",
                "Совета министров",
                "Conseil des ministres",
                "部长理事会",
                "閣僚理事会",
            ),
            level=2,
            adopts="consensus; budget by two thirds",
            short=("Council",),
            numbering=(Numbering.YEAR,),
            resolution="OSR/CM/RES/{0}",
        ),
        Organ(
            "CPR",
            ("Committee of Permanent Representatives", "Комитет постоянных представителей"),
            level=3,
            adopts="consensus",
        ),
        Organ("SEC", ("OSR Secretariat", "Secretariat", "Секретариат"), level=4),
        Organ("RC", ("Permanent River Commission", "Commission fluviale permanente"), level=4),
    ),
    symbol=_SYMBOLS.own,
    session_years=_SYMBOLS.years,
    treaties=listed(_TREATIES),
    founded="2004-05-14",
    source="samples/masters",
    prefixes=_SYMBOLS.prefixes,
    named=_SYMBOLS.named,
    normal=_SYMBOLS.normal,
    places=(
        ("Orvelin", "Орвелин", "オルヴェリン"),
        ("Halmor", "Хальмор", "ハルモル"),
        ("Drevina", "Древина", "ドレヴィナ"),
        ("Sundrel", "Сундрель", "スンドレル"),
        ("Vesgrad", "Belovesk", "Весград", "Беловеск", "ヴェスグラード"),
        ("Tal-Azur", "Таль-Азур", "タル・アズール"),
        ("Amesca", "Амеска"),
    ),
    known=(Known("CM", 8, ("joint flood early warning centre",), "OSR/CM/RES/2011/3"),),
)
