"""The Organization for Security and Co-operation in Europe: names, organs, symbols and instruments."""

import re
from collections.abc import Sequence

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_PRINTED = r"(?<![\w/.])(?:MC|PC|FSC|SUM)\.(?:DEC|DOC|JOUR|GAL|DEL|STAT)/\d{1,4}(?:/\d{2})?(?:/(?:Rev|Corr|Add)\.\d)?"
_TREATIES = """
osce:1975-08-01/helsinki-final-act: helsinki final act; final act of the conference on security and co-operation in
    europe; final act of helsinki; хельсинкск* заключительн* акт*; acte final d'helsinki; acta final de helsinki;
    赫尔辛基最后文件
osce:1990-06-29/copenhagen-document: copenhagen document; document of the copenhagen meeting
osce:1990-11-21/charter-of-paris: charter of paris for a new europe; charter of paris; парижск* хартия для новой
    европы
osce:1999-11-19/istanbul-charter: charter for european security; istanbul document 1999
osce:2010-12-03/astana-declaration: astana commemorative declaration
osce:2011-11-30/vienna-document: vienna document 2011; vienna document
"""


def normal(text: str) -> str | None:
    """The normal form of a symbol such as MC.DEC/3/11; None for what is none.

    >>> normal("mc.dec/3/11")
    'MC.DEC/3/11'
    """
    bare = (
        re.sub(r"\s", "", text).upper().replace("/REV.", "/Rev.").replace("/CORR.", "/Corr.").replace("/ADD.", "/Add.")
    )
    return bare if re.fullmatch(_PRINTED, bare) else None


def own_symbol(head_lines: Sequence[str], organ: str | None = None) -> str | None:
    """The symbol that stands alone on a line of the head."""
    del organ
    return next((known for line in head_lines[:40] if (known := normal(line[:60]))), None)


def years(symbol: str) -> tuple[int, int] | None:
    """The year of a symbol: its last two figures."""
    found = re.search(r"/\d{1,4}/(\d\d)(?:/|$)", symbol)
    year = int(found[1]) if found else None
    return None if year is None else (1900 + year, 1900 + year) if year > 70 else (2000 + year, 2000 + year)


ENTRY = Organisation(
    code="osce",
    names=(
        *(
            "Organization for Security and Co-operation in Europe",
            "Organization for Security and Cooperation in Europe",
        ),
        *(
            "Conference on Security and Co-operation in Europe",
            "OSCE",
            "CSCE",
            "ОБСЕ",
            "欧洲安全与合作组织",
            "欧安组织",
        ),
        *("Организация по безопасности и сотрудничеству в Европе", "OSZE"),
    ),
    languages=("en", "fr", "de", "it", "ru", "es"),
    authentic=("en", "fr", "de", "it", "ru", "es"),
    organs=(
        Organ("SUM", ("OSCE Summit",), level=1, adopts="consensus"),
        Organ(
            "MC",
            ("Ministerial Council", "OSCE Ministerial Council", "Совет министров ОБСЕ"),
            level=2,
            adopts="consensus",
        ),
        Organ("PC", ("OSCE Permanent Council", "Permanent Council"), level=3, adopts="consensus"),
        Organ("FSC", ("Forum for Security Co-operation",), level=3, adopts="consensus"),
    ),
    symbol=own_symbol,
    session_years=years,
    treaties=listed(_TREATIES),
    founded="1975-08-01",
    source="OSCE Rules of Procedure, MC.DOC/1/06",
    printed=_PRINTED,
    normal=normal,
)
