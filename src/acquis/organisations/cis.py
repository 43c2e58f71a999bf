"""The Commonwealth of Independent States: names, organs and instruments."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_TREATIES = """
cis:1991-12-08/minsk-agreement: agreement establishing the commonwealth of independent states; agreement on the
    establishment of the commonwealth of independent states; соглашени* о создании содружества независимых
    государств
cis:1991-12-21/alma-ata-declaration: alma-ata declaration; алма-атинск* декларац*
cis:1993-01-22/charter: charter of the commonwealth of independent states; cis charter; устав* содружества
    независимых государств; устав* снг
cis:1993-01-22/legal-assistance: convention on legal assistance and legal relations in civil, family and criminal
    matters; минск* конвенц* о правовой помощи
cis:2011-10-18/free-trade-area: treaty on a free trade area; договор* о зоне свободной торговли
"""

ENTRY = Organisation(
    code="cis",
    names=(
        *("Commonwealth of Independent States", "CIS", "Содружество Независимых Государств", "СНГ"),
        *("Communauté d'États indépendants", "独立国家联合体", "独联体", "رابطة الدول المستقلة"),
    ),
    languages=("ru",),
    authentic=("ru",),
    organs=(
        Organ(
            "CHS", ("Council of Heads of State of the CIS", "Совет глав государств СНГ"), level=1, adopts="consensus"
        ),
        Organ(
            "CHG",
            ("Council of Heads of Government of the CIS", "Совет глав правительств СНГ"),
            level=2,
            adopts="consensus",
        ),
        Organ("CMFA", ("Council of Ministers of Foreign Affairs of the CIS",), level=3, adopts="consensus"),
        Organ("EC", ("Economic Council of the CIS", "Экономический совет СНГ"), level=3, adopts="consensus"),
        Organ("IPA", ("Interparliamentary Assembly", "Межпарламентская ассамблея"), level=4),
        Organ("EXC", ("CIS Executive Committee", "Исполнительный комитет СНГ"), level=5),
    ),
    treaties=listed(_TREATIES),
    founded="1991-12-08",
    source="general knowledge",
)
