"""The European Union: names, organs, numbers of its acts and instruments."""

import re

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_PRINTED = (
    r"\b(?:Council |Commission |Implementing |Delegated |Framework ){0,2}(?:Regulation|Directive|Decision)s?"
    r"(?: \((?:EU|EC|EEC|Euratom|CFSP)(?:, Euratom)?\))?(?: No\.?)? \d{1,4}/\d{2,4}"
    r"(?:/(?:EU|EC|EEC|CFSP|JHA|Euratom))?(?![/\d])"
)
_KINDS = {"regulation": "reg", "directive": "dir", "decision": "dec"}
_TREATIES = """
eu:1957-03-25/tfeu: treaty on the functioning of the european union; treaty establishing the european community;
    tfeu
eu:1992-02-07/teu: treaty on european union; treaty of maastricht; maastricht treaty
eu:2007-12-13/lisbon: treaty of lisbon; lisbon treaty
eu:2000-12-07/charter-of-fundamental-rights: charter of fundamental rights of the european union; eu charter of
    fundamental rights
eu:2000-06-23/cotonou: cotonou agreement
treaty:1994-12-17/energy-charter: energy charter treaty
"""


def normal(text: str) -> str | None:
    """The number of an act as the European Legislation Identifier has it; None for what is not marked as the Union's.

    >>> normal("Regulation (EC) No 1907/2006"), normal("Directive 2008/98/EC"), normal("decision 55/488")
    ('reg/2006/1907', 'dir/2008/98', None)
    """
    plain = " ".join(text.split())
    if typed := re.fullmatch(r"(reg|dir|dec)/(\d{4})/(\d{1,4})", plain.lower()):
        return typed[0]
    found = re.search(
        r"(regulation|directive|decision)s?\b(?P<mid>.*?)(?P<a>\d{1,4})/(?P<b>\d{2,4})(?P<tail>/\w+)?$", plain, re.I
    )
    if not found or not ("(" in found["mid"] or found["tail"]):
        return None
    first, second = int(found["a"]), int(found["b"])
    numbered_first = " no" in found["mid"].lower() or first < 1900
    year, number = (second, first) if numbered_first and not found["tail"] else (first, second)
    year = year + 1900 if 50 <= year < 100 else year
    return f"{_KINDS[found[1].lower()]}/{year}/{number}"


def years(symbol: str) -> tuple[int, int] | None:
    """The year of an act."""
    found = re.fullmatch(r"\w+/(\d{4})/\d+", symbol)
    return (int(found[1]), int(found[1])) if found else None


ENTRY = Organisation(
    code="eu",
    names=(
        *("European Union", "EU", "European Communities", "European Community", "Европейский союз", "Union européenne"),
        *("Unión Europea", "Europäische Union", "欧洲联盟", "欧盟", "欧州連合", "الاتحاد الأوروبي"),
    ),
    languages=(
        *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl"),
        *("pl", "pt", "ro", "sk", "sl", "sv"),
    ),
    organs=(
        Organ("EUCO", ("European Council",), level=1, adopts="consensus"),
        Organ("CONSIL", ("Council of the European Union",), level=2, adopts="vote"),
        Organ("EP", ("European Parliament",), level=2, adopts="vote"),
        Organ("COM", ("European Commission",), level=3),
    ),
    session_years=years,
    treaties=listed(_TREATIES),
    founded="1993-11-01",
    source="https://eur-lex.europa.eu/eli-register/about.html",
    printed=_PRINTED,
    normal=normal,
)
