"""Whether what is told is told of another text or another meeting than the one that speaks."""

import re
from typing import Final

from msgspec import Struct

from acquis.errors import BadDay
from acquis.model import Day
from acquis.register._template import Template
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention


class Own(Struct, frozen=True):
    """What is known of the text that speaks: its address, day, place and title; empty where it is not known."""

    work: str = ""
    day: Day | None = None
    place: str = ""
    title: str = ""


_TEXT: Final = (
    r"(?:declarations?|statements?|resolutions?|decisions?|communiqu[eé]s?|treaty|convention|agreement|protocol|document"
    r"|déclarations?|résolutions?|décisions?|traité|accord|declaraci(?:ón|ones)|resoluci(?:ón|ones)|decisi(?:ón|ones)"
    r"|comunicado|tratado|acuerdo|documento|деклараци\w+|резолюци\w+|решени\w+|коммюнике|заявлени\w+|договор\w*|соглашени\w+"
    r"|宣言|决议|決議|声明|公报|决定|決定|条约|条約|协定|コミュニケ|(?:ال)?(?:إعلان|قرار|بيان|مقرر|معاهدة))"
)
_YEAR: Final = r"(?<!\d)(?P<{0}>(?:19|20)\d\d)(?!\d)"
_DATED: Final = (
    re.compile(
        rf"(?:⟨D(?P<day>\d+)⟩|{_YEAR.format('year')}) ?(?:年|года )?(?:的|の)? ?(?:\w+ )?{_TEXT}", re.IGNORECASE
    ),
    re.compile(
        rf"{_TEXT}(?:[^.;⟨\d]|⟨[CLSONM]\d+⟩){{0,40}}?(?:⟨D(?P<day>\d+)⟩|{_YEAR.format('year')})(?! ?[-–—])",
        re.IGNORECASE,
    ),
)
_PLACED: Final = re.compile(rf"⟨C(?P<city>\d+)⟩ ?(?:的|の)? ?{_TEXT}", re.IGNORECASE)
_EARLIER: Final = re.compile(
    rf"(?<!\w)(?:previous|earlier|preceding|last year['’]s|prior|précédente?s?|предыдущ\w+|прошл\w+"
    rf"|上次|上一|前次|以往|此前的?|前回の?) ?(?:\w+ )?{_TEXT}"
    rf"|{_TEXT} (?:précédente?s?|antérieure?s?|anterior(?:es)?|previ[oa]s?|السابقة?)",
    re.IGNORECASE,
)
_THIS: Final = re.compile(
    rf"(?<!\w)(?:this|present|présente?|presente|настоящ\w+|эт\w+) (?:\w+ )?{_TEXT}|[本该此]{_TEXT}|(?:この|本){_TEXT}"
    r"|هذا |هذه ",
    re.IGNORECASE,
)
_LED_BY: Final = re.compile(r"^ ?(?:on|to|with|from|sur|sobre|по|о) ")
_CONTENT: Final = re.compile(
    r"(?<!\w)(?:on(?! ⟨D)|about|concerning|regarding|relating to|with (?:regard|respect) to|under|pursuant to"
    r"|in accordance|by virtue|because|concernant|relatif|relative|conformément|en vertu|sobre|relativ[oa]|en virtud"
    r"|de conformidad|sur|относительно|касательно|в соответствии|на основании)(?!\w)"
    r"|根据|依照|按照|に基づ|بشأن|وفقا|بموجب"
)
_RECALLED: Final = re.compile(
    r"(?<!\w)(?:recall(?:s|ed|ing)?|remind(?:s|ed|ing)?|rappel(?:le|lent|ant|é)|recuerda|recuerdan|recordó|recordando"
    r"|напомина\w+|напомнил\w*|ссылаясь|вспомина\w+)(?!\w)|回顾|忆及|想起|(?:[تي]ذك[ّ]?ر|إذ [تي]شير)"
)
_MEETING: Final = re.compile(
    r"⟨[MQ]\d+⟩|(?<!\w)(?:meetings?|sessions?|summits?|conferences?|met|convened|réunions?|séances?|sommets?|réuni\w*"
    r"|reuni(?:ón|ones|ó|eron)|sesi(?:ón|ones)|cumbres?|заседани\w+|сесси\w+|саммит\w*|встреч\w+|совещани\w+|собрал\w+)"
    r"|会议|峰会|届会|会合|会議|会談|اجتماع|اجتمع|دورة|قمة|جلسة",
    re.IGNORECASE,
)
_THERE: Final = (Kind.MEETING, Kind.SESSION)


def recalled(lead: str) -> bool:
    """Whether the words before bring back what was: "recalls that …"."""
    return bool(_RECALLED.search(lead))


def is_of_other_text(template: Template, words: str, own: Own, *, lead: str = "") -> bool:
    """Whether words with marks speak of another text: of another day, place or address, an earlier one, one recalled.

    `lead` stands before them in their clause. What is called "this Declaration" is the text that speaks; what a
    paragraph is about and the rule under which something is said are no other text.
    """
    if _THIS.search(words):
        return False
    words = _CONTENT.split(_LED_BY.sub("", words))[0]
    dated = [found for shape in _DATED for found in shape.finditer(words)]
    cities = [template.mentions[int(found["city"])] for found in _PLACED.finditer(words)]
    return (
        (recalled(lead) and bool(re.search(_TEXT, words, re.IGNORECASE)))
        or bool(_EARLIER.search(words))
        or any(_is_of_other_day(template, found, own) for found in dated)
        or any(not _is_named_after(template, city, own) for city in cities)
        or any(_is_other(template, each, own) for each in template.marked(words))
    )


def is_at_other_meeting(template: Template, words: str, own: Own) -> bool:
    """Whether words with marks speak of a meeting at another place or on another day than those of the text."""
    if not _MEETING.search(words):
        return False
    named = [*template.marked(words)]
    spans = [each.span for each in named if each.kind in _THERE]
    held = [*named, *(each for each in template.within if any(span.holds(each.span) for span in spans))]
    days = [day for each in held if each.kind is Kind.DATE and (day := _day(each.meant))]
    cities = [each for each in held if each.kind is Kind.CITY]
    return any(not _same(day, own.day) for day in days) or any(not _is_there(template, each, own) for each in cities)


def _is_of_other_day(template: Template, found: re.Match[str], own: Own) -> bool:
    day = Day(int(found["year"])) if found["year"] else _day(template.mentions[int(found["day"])].meant)
    return day is not None and own.day is not None and not _same(day, own.day)


def _same(day: Day, own: Day | None) -> bool:
    """Whether a day, month or year may be that of the text."""
    return own is None or str(own).startswith(str(day)) or str(day).startswith(str(own))


def _is_other(template: Template, named: Mention, own: Own) -> bool:
    """Whether an instrument that is named is another text: neither its address nor its words are those of this one."""
    if named.kind not in (Kind.INSTRUMENT, Kind.UN_DOC, Kind.DOCUMENT) or not own.work:
        return False
    meant = (named.meant or "").partition("#")[0].partition("@")[0]
    return meant != own.work and not _stems(named.span.of(template.text)) <= _stems(own.title)


def _stems(words: str) -> frozenset[str]:
    """How the words begin, whatever their endings."""
    return frozenset(word[:_ALIKE] for word in _WORD.findall(words.casefold()))


_WORD: Final = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_ALIKE: Final = 6


def _is_named_after(template: Template, city: Mention, own: Own) -> bool:
    """Whether the text itself has the name of the city."""
    words = city.span.of(template.text).casefold()
    return not own.work or words in own.title.casefold() or _is_there(template, city, own)


def _is_there(template: Template, city: Mention, own: Own) -> bool:
    words = city.span.of(template.text).casefold()
    return bool(own.place) and (words in own.place.casefold() or own.place.casefold() in words)


def _day(meant: str | None) -> Day | None:
    try:
        return Day.parse(meant or "")
    except BadDay:
        return None
