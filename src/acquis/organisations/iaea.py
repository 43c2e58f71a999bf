"""The International Atomic Energy Agency: names, organs and symbols."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_TREATIES = """
iaea:1956-10-26/statute: statute of the international atomic energy agency; iaea statute
iaea:1986-09-26/early-notification: convention on early notification of a nuclear accident
iaea:1994-06-17/nuclear-safety: convention on nuclear safety
"""

ENTRY = Organisation(
    code="iaea",
    names=(
        *("International Atomic Energy Agency", "IAEA", "МАГАТЭ", "AIEA", "OIEA", "国际原子能机构"),
        *("Международное агентство по атомной энергии", "الوكالة الدولية للطاقة الذرية"),
    ),
    languages=("ar", "zh", "en", "fr", "ru", "es"),
    organs=(
        Organ(
            "GC", ("General Conference of the International Atomic Energy Agency", "IAEA General Conference"), level=1
        ),
        Organ("BOG", ("IAEA Board of Governors",), level=2),
    ),
    treaties=listed(_TREATIES),
    founded="1957-07-29",
    source="https://www.iaea.org/publications/documents/infcircs",
    printed=r"(?<![\w/.])(?:INFCIRC/\d{1,4}|GC\(\d{1,2}\)/RES/\d{1,3}[A-Z]?|GOV/\d{4}/\d{1,3})(?:/(?:Rev|Mod|Add|Corr)\.\d{1,2})*",
)
