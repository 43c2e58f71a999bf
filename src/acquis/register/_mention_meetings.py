"""Meetings of ministers and heads of services, by what they are in charge of; other meetings and sessions."""

import re
from functools import lru_cache
from typing import Final

from acquis.languages import keyed
from acquis.register._mention_page import Page
from acquis.register._mention_scan import Hit
from acquis.register.gazetteer import Kind
from acquis.structure.numerals import ordinal

_PORTFOLIOS: Final = keyed("""
    foreign-affairs: foreign affairs; external affairs; external relations; foreign relations
    defence: defence; defense; national defence; national defense
    interior-public-security: interior and public security; internal affairs and public security
    interior: interior; internal affairs; home affairs; the interior
    public-security: public security; state security; national security
    justice: justice
    emergencies: emergencies; emergency situations; emergency prevention; disaster relief; disaster management
    emergencies: disaster prevention; disaster risk reduction; civil protection; emergency response
    finance: finance; the economy and finance; economy and finance; the treasury
    economy: economy; economic affairs; economic development; the economy; planning; economic cooperation
    trade: trade; commerce; foreign trade; external trade; external economic relations; economy and trade
    trade: trade and economy; trade and industry; economic and trade relations; trade and economic relations
    trade: external economic and trade relations; foreign economic and trade relations
    trade: external economic and foreign trade activities; foreign economic activities; external trade relations
    trade: foreign economic and foreign trade activities; foreign economic relations; trade and economic cooperation
    industry: industry; industry and trade; industrial development; mining; industry and mineral resources
    transport: transport; transportation; transport and communications; railways; civil aviation; roads
    communications: communications; telecommunications; information and communications; digital development
    communications: information technology; information technologies; information and communication technologies
    agriculture: agriculture; agriculture and food; food and agriculture; fisheries; rural development
    energy: energy; energy resources; fuel and energy; power; petroleum; oil and gas
    environment: environment; the environment; environmental protection; ecology; natural resources; climate
    environment: nature protection; environment and natural resources; climate change
    water: water; water resources; water management; irrigation; water affairs
    culture: culture; culture and arts; arts; culture and information
    education: education; higher education; education and science
    health: health; healthcare; health care; public health; sanitary and epidemiological welfare
    science-technology: science and technology; science; science and technologies; technology; research; innovation
    science-technology: science, technology and innovation; research and technology; research and innovation
    sport: sport; sports; physical culture and sport; youth and sports; sports and youth
    youth: youth; youth affairs; youth policy
    labour: labour; labor; employment; labour and social affairs; labour and social protection; labor and employment
    social: social affairs; social protection; social development; social security; family; family affairs
    women: women; women's affairs; gender equality; women and children
    tourism: tourism; tourism and culture; culture and tourism
    housing: housing; construction; urban development; housing and urban development; public works
    information: information; mass media; media
    customs: customs; taxation; revenue
    migration: migration; immigration; labour migration
    poverty: poverty reduction; poverty alleviation
    local-government: local government; regional development; regional policy
    religion: religious affairs
    space: space; space activities
""")
"""What ministers are ministers of, as governments call it, with a key for each field. General knowledge."""

_ANY: Final = "|".join(sorted(map(re.escape, _PORTFOLIOS), key=len, reverse=True))
_LEAD: Final = re.compile(
    r" (?:of|for|(?:in charge of|responsible for|dealing with|overseeing)(?: the)?) (?:the )?(?:ministries of )?"
)
_FIELD: Final = re.compile(rf"(?:the )?(?P<field>{_ANY})(?! \w+ (?:agencies|services|councils))\b", re.IGNORECASE)
_AND: Final = re.compile(r"(?:, and |, as well as | as well as |,? and of |, of |, | and | & )")
_FIELD_BEFORE: Final = re.compile(rf"\b(?P<field>{_ANY}|foreign) $", re.IGNORECASE)


def ministers(page: Page, hit: Hit) -> None:
    """Finds "ministers of culture, health, science and technology": one mention for each field."""
    lead = _LEAD.match(page.text, hit.end)
    field = _FIELD.match(page.text, lead.end()) if lead else None
    start = hit.start
    if field is None:
        _before_noun(page, hit)
    while field:
        _mechanism(page, start, field.end(), f"ministers-of-{_PORTFOLIOS[field['field'].lower()]}")
        link = _AND.match(page.text, field.end())
        field = _FIELD.match(page.text, link.end()) if link else None
        start = field.start("field") if field else start


def _before_noun(page: Page, hit: Hit) -> None:
    """Finds "foreign ministers", "ministers" alone are nobody's."""
    before = _FIELD_BEFORE.search(page.text, max(0, hit.start - 40), hit.start)
    if before and page.text[hit.end - 1] == "s":
        field = before["field"].lower()
        _mechanism(page, before.start(), hit.end, f"ministers-of-{_PORTFOLIOS.get(field, 'foreign-affairs')}")


_SERVICES: Final = re.compile(
    r"(?: (?!(?:and|of|the|or|to|in|for|by|with|their|our)\b)[\w'’-]+){0,4}?"
    r" (?:agencies|services|banks|councils|authorities|departments|bodies|courts|ministries|committees|parliaments"
    r"|administrations|offices|staffs?|institutions|delegations|guards|missions)\b(?: of justice\b)?",
    re.IGNORECASE,
)


def chiefs(page: Page, hit: Hit) -> None:
    """Finds "heads of national banks", "secretaries of security councils", "presidents of supreme courts"."""
    if services := _SERVICES.match(page.text, hit.end):
        _mechanism(page, hit.start, services.end(), re.sub(r"\W+", "-", page.text[hit.start : services.end()].lower()))


def jurists(page: Page, hit: Hit) -> None:
    """Finds "prosecutors general" and their like, who are named by their office alone."""
    _mechanism(page, hit.start, hit.end, re.sub(r"\W+", "-", page.text[hit.start : hit.end].lower()))


_MEETING: Final = re.compile(r"meeting|session|conference|consultation|mechanism", re.IGNORECASE)
_THEIRS: Final = re.compile(r"['’]? (?:meeting|conference|consultations|session)", re.IGNORECASE)


def _mechanism(page: Page, start: int, end: int, slug: str) -> None:
    """Where a meeting is spoken of they are a mechanism of cooperation, else some who act."""
    meets = _MEETING.search(page.text, page.sentence(start), start) or _THEIRS.match(page.text, end)
    meant = f"organ:{page.setting.home}/{slug}" if meets and page.setting.home else None
    page.add(start, end, Kind.MECHANISM if meets else Kind.ACTOR, meant, "ministers and heads of services")


_MEETING_OF: Final = re.compile(r"s? of (?:the )?")
_HELD: Final = re.compile(r"(?:[^.,;\n()]{0,100}?)(?: held| convened| which took place)?(?: on| in)? $")
_AT: Final = re.compile(r",? (?:in|at) (?:the city of )?")
_SAID: Final = re.compile(
    r" (?:[a-z]+ly )?(?:noted|stressed|agreed|considered|decided|adopted|approved|heard|discussed|emphasi[sz]ed"
    r"|underlined|welcomed|took|recommended|reaffirmed|expressed|was)\b"
)


def meeting(page: Page, hit: Hit) -> None:
    """Finds "meeting of the Council … held on 3 June 2011 in Halmor"; "the meeting noted" is the organ that speaks."""
    text = page.text
    link = _MEETING_OF.match(text, hit.end)
    organ = page.starts.get(link.end()) if link else None
    if organ and organ.kind in (Kind.ORGAN, Kind.ACTOR):
        _held(page, hit.start, organ.end, organ.meant)
    elif text[max(0, hit.start - 4) : hit.start].lower() == "the " and _SAID.match(text, hit.end):
        page.add(hit.start, hit.end, Kind.ACTOR, page.setting.organ, "the meeting that speaks")


def _held(page: Page, start: int, end: int, organ: str | None) -> None:
    """The meeting with its day and its place, where those stand in the same clause."""
    day = min(
        (d for d in page.of[Kind.DATE] if d.rule == "day" and end < d.start < end + 140),
        key=lambda d: d.start,
        default=None,
    )
    if day is None or not _HELD.fullmatch(page.text, end, day.start):
        return
    link = _AT.match(page.text, day.end)
    place = page.starts.get(link.end()) if link else None
    last = place.end if place and place.kind is Kind.CITY else day.end
    meant = f"meeting:{organ.partition(':')[2]}/{day.meant}" if organ else None
    page.add(start, last, Kind.MEETING, meant, "meeting of an organ")


_COUNTED: Final = ("st", "nd", "rd", "th")
_NTH: Final = re.compile(
    r"(?:\b(?P<figure>\d{1,3})(?:st|nd|rd|th)|(?P<word>(?:[a-z]+ty-)?[a-z]{3,10}(?:st|nd|rd|th)))"
    r"(?: (?:regular|special|annual|emergency special|resumed|substantive|ordinary|extraordinary|ministerial))? $",
    re.IGNORECASE,
)


def session(page: Page, hit: Hit) -> None:
    """Finds "the sixty-first session of the General Assembly": of the organ that follows, else of the document's."""
    before = page.text[max(0, hit.start - 50) : hit.start].split(" ")[-4:]
    while before and not before[0].endswith(_COUNTED):
        del before[0]
    number, length, special = _nth(" ".join(before)) if before else (None, 0, "")
    if not number:
        return
    link = _MEETING_OF.match(page.text, hit.end)
    organ = page.starts.get(link.end()) if link else None
    organ = organ if organ and organ.kind is Kind.ORGAN else None
    code = ((organ.meant if organ else page.setting.organ) or "").partition(":")[2]
    end = organ.end if organ else hit.end
    meant = f"session:{code}/{special}{number}" if code else None
    page.add(hit.start - length, end, Kind.SESSION, meant, "numbered session")


@lru_cache(maxsize=1_000)
def _nth(words: str) -> tuple[int | None, int, str]:
    """The number of "sixty-first regular ", how many letters say so, and what stands before it in an address."""
    found = _NTH.search(words)
    if found is None:
        return None, 0, ""
    number = int(found["figure"]) if found["figure"] else ordinal(found["word"].lower(), "en")
    called = found[0].lower()
    return number, len(found[0]), "ES-" if "emergency" in called else "S-" if "special" in called else ""
