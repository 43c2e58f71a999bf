"""The United Nations: names, organs, symbols and sessions."""

import re
from collections.abc import Sequence
from typing import Final

from acquis.organisations import Known, Numbering, Organ, Organisation
from acquis.organisations._symbols import HEALTH, PREFIXES, SYMBOL, council_symbol, normal_symbol, session_years
from acquis.organisations._treaties import UNIVERSAL

_SESSION = (Numbering.SESSION, Numbering.ROMAN)

ORGANS: Final = (
    Organ(
        "GA",
        (
            *("General Assembly", "UN General Assembly", "UNGA", "Генеральная Ассамблея", "Генеральной Ассамблеи"),
            *("Генеральной Ассамблеей", "Генеральную Ассамблею", "Генеральной Ассамблее", "Assemblée générale"),
            *("Asamblea General", "الجمعية العامة", "للجمعية العامة", "大会", "联合国大会", "国連総会", "総会"),
        ),
        level=1,
        adopts="consensus or vote",
        short=("Assembly", "Ассамблеи", "Ассамблея", "Assemblée", "Asamblea", "الجمعية"),
        numbering=_SESSION,
        resolution="A/RES/{0}",
        decision="A/DEC/{0}",
    ),
    Organ(
        "SC",
        (
            *("Security Council", "UN Security Council", "UN SC", "UNSC", "Совет Безопасности", "Совета Безопасности"),
            *("Советом Безопасности", "Совете Безопасности", "СБ ООН", "Conseil de sécurité", "Consejo de Seguridad"),
            *("مجلس الأمن", "安全理事会", "安理会", "安全保障理事会", "安保理"),
        ),
        level=1,
        adopts="vote",
        short=("Council", "Совета", "Conseil", "Consejo", "المجلس"),
        numbering=(Numbering.OF_YEAR,),
        resolution="S/RES/{0}",
    ),
    Organ(
        "ECOSOC",
        (
            *("Economic and Social Council", "ECOSOC", "Экономический и Социальный Совет"),
            *("Экономического и Социального Совета", "Экономическим и Социальным Советом"),
            *("Conseil économique et social", "Consejo Económico y Social", "المجلس الاقتصادي والاجتماعي"),
            *("经济及社会理事会", "经社理事会", "経済社会理事会"),
        ),
        level=1,
        adopts="consensus or vote",
        short=("Council", "Совета", "Conseil", "Consejo", "المجلس"),
        numbering=(Numbering.YEAR, Numbering.ROMAN),
        resolution="E/RES/{0}",
        decision="E/DEC/{0}",
    ),
    Organ(
        "HRC",
        (
            *("Human Rights Council", "UNHRC", "Совет по правам человека", "Совета по правам человека"),
            *("Советом по правам человека", "Conseil des droits de l'homme", "Consejo de Derechos Humanos"),
            *("مجلس حقوق الإنسان", "人权理事会", "人権理事会"),
        ),
        level=2,
        adopts="consensus or vote",
        short=("Council", "Совета", "Conseil", "Consejo", "المجلس"),
        numbering=(Numbering.SESSION,),
        resolution="A/HRC/RES/{0}",
        decision="A/HRC/DEC/{0}",
    ),
    Organ(
        "CHR",
        (
            *("Commission on Human Rights", "Комиссии по правам человека", "Комиссия по правам человека"),
            *("Commission des droits de l'homme", "Comisión de Derechos Humanos", "لجنة حقوق الإنسان", "人权委员会"),
        ),
        short=("Commission",),
        numbering=(Numbering.YEAR, Numbering.ROMAN),
        resolution="E/CN.4/RES/{0}",
        decision="E/CN.4/DEC/{0}",
    ),
    Organ(
        "UNEA",
        ("United Nations Environment Assembly", "Environment Assembly", "UNEA"),
        level=2,
        adopts="consensus",
        short=("Assembly",),
        numbering=(Numbering.SESSION,),
        resolution="UNEP/EA.{1}/Res.{2}",
        decision="UNEP/EA.{1}/Dec.{2}",
    ),
    Organ(
        "UNHA",
        ("United Nations Habitat Assembly", "UN-Habitat Assembly", "Habitat Assembly"),
        short=("Assembly",),
        numbering=(Numbering.SESSION,),
        resolution="HSP/HA.{1}/Res.{2}",
    ),
    Organ(
        "WHA",
        ("World Health Assembly", "Health Assembly", "Всемирной ассамблеи здравоохранения", "世界卫生大会"),
        short=("Assembly",),
        numbering=(Numbering.POINT,),
        resolution="WHA{0}",
        cited=True,
    ),
    Organ("CND", ("Commission on Narcotic Drugs",), short=("Commission",)),
    Organ("CCPCJ", ("Commission on Crime Prevention and Criminal Justice",), short=("Commission",)),
    Organ("CSW", ("Commission on the Status of Women",), short=("Commission",)),
    Organ("CPD", ("Commission on Population and Development",), short=("Commission",)),
    Organ("STATCOM", ("Statistical Commission",), short=("Commission",)),
    Organ("ECE", ("Economic Commission for Europe",), short=("Commission",)),
    Organ("ECA", ("Economic Commission for Africa",), short=("Commission",)),
    Organ("ECLAC", ("Economic Commission for Latin America and the Caribbean",), short=("Commission",)),
    Organ("ESCAP", ("Economic and Social Commission for Asia and the Pacific",), short=("Commission",)),
    Organ("ESCWA", ("Economic and Social Commission for Western Asia",), short=("Commission",)),
    Organ("TC", ("Trusteeship Council",), level=1, short=("Council",)),
    Organ("UNEP-GC", ("Governing Council of the United Nations Environment Programme", "Governing Council")),
    Organ(
        "COP", ("Conference of the Parties", "Conference of the States Parties", "Meeting of the Parties"), cited=True
    ),
    Organ("FAO", ("Conference of the Food and Agriculture Organization", "FAO Conference"), cited=True),
    Organ("ILC", ("International Labour Conference",), cited=True),
    Organ("UNESCO-GC", ("General Conference",), cited=True),
    Organ("AU", ("Assembly of the African Union", "Peace and Security Council"), cited=True),
    Organ("IMO", ("Assembly of the International Maritime Organization", "IMO Assembly"), cited=True),
)

_MASTHEAD = re.compile(
    r"(?:united nations|nations unies|naciones unidas|организация объединенных наций|general assembly|distr\.?:?|"
    r"general|limited|restricted|original:?|english|french|russian|spanish|arabic|chinese|[\s.,:*()-]|"
    r"\d{1,2} \w{3,9} (?:19|20)\d\d|security council|economic and social council|human rights council|symbol)+",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"\s*(?:RESOLUTION|DECISION)\s+(?P<number>\d{1,4}\s?\(\d{4}\))\s*", re.IGNORECASE)
_HEADED = re.compile(
    r"\s*(?:resolution\s+)?(?P<mark>PRST\s+)?"
    r"(?P<number>(?:OS/|E?S-)?\d{1,4}/\d{1,4}(?:[ \u00a0]?[A-Z])?|\d{1,4}(?:[ \u00a0][A-Z])?[ \u00a0]?\([A-Z-]{1,8}\))"
    r"(?:\.(?:\s|$)|[\s\u00a0]*$)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\s*(?:the|(?:resolution|decision|text)s? adopted by the|statement by the president of the)\s+"
    r"(?P<organ>[A-Z][\w -]{5,70}?)(?:\s+of the united nations.{0,40})?(?:\s+at its.*|\s+on.*|[,*\s\uf000-\uf0ff]*)$",
    re.IGNORECASE,
)
_HEAD: Final = 40
"""How many lines a masthead can take."""


def own_symbol(head_lines: Sequence[str], organ: str | None = None) -> str | None:
    """The symbol of the document with that head: printed as such, or worked out from its number and its organ.

    >>> own_symbol(["Resolution adopted by the General Assembly on 18 December 2013", "68/135. Rural women"])
    'A/RES/68/135'
    """
    head = [line for line in head_lines[:_HEAD] if line.strip()]
    printed = next((symbol for line in head if (symbol := _masthead_symbol(line))), None)
    return printed or _headed_symbol(head, organ)


def _masthead_symbol(line: str) -> str | None:
    """The symbol that stands on a line with nothing but the words of a masthead."""
    if len(line) > 120:
        return None
    found = SYMBOL.search(line)
    if found and re.search(r"\d", found[0]) and "(" not in line[: found.start()]:
        rest = line[: found.start()] + " " + re.sub(r"^/Part [A-Z]|\*+$", "", line[found.end() :]).rstrip("*")
        if not rest.strip() or _MASTHEAD.fullmatch(rest):
            return normal_symbol(found[0])
    if printed := _PRINTED.fullmatch(line):
        return council_symbol(re.sub(r"\s", "", printed["number"]))
    return None


def _headed_symbol(head: list[str], organ: str | None) -> str | None:
    """The symbol made of the number before the title ("68/135.") and of the organ; None where two numbers differ."""
    speaks = _organ_of(organ) or next((o for line in head if (o := _speaker(line))), None)
    if speaks is None or not speaks.resolution:
        return None
    found = [match for line in head if (match := _HEADED.match(line))]
    numbers = {re.sub(r"\s", "", match["number"]).upper() for match in found}
    if len(numbers) != 1:
        return None
    number = numbers.pop()
    if found[0]["mark"]:
        return normal_symbol(f"A/HRC/PRST/{number}")
    first, _, second = number.partition("/")
    return normal_symbol(speaks.resolution.format(number, first, second))


def _organ_of(name: str | None) -> Organ | None:
    return None if name is None else next((o for o in ORGANS if name.casefold() in _called(o)), None)


def _called(organ: Organ) -> set[str]:
    return {organ.code.casefold(), *(name.casefold() for name in organ.names)}


def _speaker(line: str) -> Organ | None:
    found = _SPEAKER.match(line) if len(line) < 200 else None
    return _organ_of(found["organ"].strip()) if found else None


def symbol_in_name(file_name: str) -> str | None:
    """The symbol that the name of a file spells, its separators made fit for file systems; None for none.

    >>> symbol_in_name("A_81_6 (SECT. 29C).docx"), symbol_in_name("A_RES_68_135.pdf")
    ('A/81/6(Sect.29C)', 'A/RES/68/135')
    """
    stem = re.sub(r"\.(?:docx?|pdf|html?|txt|xml|json|odt|rtf|md|epub)$", "", file_name, flags=re.IGNORECASE)
    stem = re.sub(r"[._-](?:[A-Za-z]{2}|en|fr|es|ru|ar|zh)$|-[EFSRAC]$", "", stem)
    separator = "_" if "_" in stem else "-"
    spelled = re.sub(r"\b(E?S)/(?=\d{1,2}/\d)", r"\1-", stem.replace(separator, "/"))
    return normal_symbol(spelled) if "/" in spelled else None


ENTRY = Organisation(
    code="un",
    names=(
        *("United Nations", "United Nations Organization", "UN", "UNO", "Организация Объединенных Наций", "ООН"),
        *("Organisation des Nations Unies", "ONU", "Naciones Unidas", "الأمم المتحدة", "联合国", "国際連合", "国連"),
    ),
    languages=("ar", "zh", "en", "fr", "ru", "es"),
    authentic=("ar", "zh", "en", "fr", "ru", "es"),
    organs=ORGANS,
    symbol=own_symbol,
    session_years=session_years,
    treaties=UNIVERSAL,
    founded="1945-10-24",
    source="https://research.un.org/en/docs/symbols",
    prefixes=PREFIXES,
    printed=HEALTH,
    named=symbol_in_name,
    normal=normal_symbol,
    known=(Known("GA", 61, ("nuclear-weapon-free zone", "central asia"), "A/RES/61/88"),),
)
