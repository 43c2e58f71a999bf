"""What a text says of itself: its kind, organ, days and place, as printed at its head and its end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from acquis.formats import Line
from acquis.model import Basis, Claim, Day, Kind, Layers, Part, Span, Standing
from acquis.structure.datelines import dateline
from acquis.structure.dates import Dated, dates_in
from acquis.structure.head import OFFICIAL, SPONSORS, TRANSLATION, names_a_text
from acquis.structure.numerals import ordinal

KINDS: Final = {
    "charter": r"\bcharter\b|\bхартия\b|\bустав\b|\bcharte\b|\bcarta\b|宪章|憲章|ميثاق",
    "convention": r"\bconvention\b|\bcovenant\b|\bконвенция\b|\bconvenci[oó]n\b|\bconvenio\b|公约|اتفاقية",
    "protocol": r"\bprotocole?\b|\bпротокол\b|\bprotocolo\b|议定书|議定書|بروتوكول",
    "treaty": r"\btreaty\b|\bдоговор\b|\btrait[eé]\b|\btratado\b|条约|条約|معاهدة",
    "agreement": r"\bagreement\b|\bсоглашение\b|\baccord\b|\bacuerdo\b|协定|協定|اتفاق",
    "declaration": r"\bd[eé]claration\b|\bдекларация\b|\bdeclaraci[oó]n\b|宣言|إعلان",
    "communique": r"\bcommuniqu[eé]\b|\bкоммюнике\b|\bcomunicado\b|公报|コミュニケ|بلاغ",
    "statement": r"\bstatement\b|\bзаявление\b|声明|بيان",
    "decision": r"\bdecision\b|\bрешение\b|\bd[eé]cision\b|\bdecisi[oó]n\b|决定|مقرر",
    "resolution": r"\bresolution\b|\bрезолюция\b|\br[eé]solution\b|\bresoluci[oó]n\b|决议|決議|قرار",
    "rules": r"\brules of procedure\b|\bправила процедуры\b|\br[eè]glement int[eé]rieur\b|\breglamento\b",
    "regulation": r"\bregulations?\b|\bstatute\b|\bположение\b|\brèglement\b|\bestatuto\b",
    "strategy": r"\bstrategy\b|\bстратегия\b|\bstrat[eé]gie\b|\bestrategia\b|战略|戦略",
    "programme": r"\bprogramme?\b|\bпрограмма\b|\bprograma\b|纲要",
    "plan": r"\bplan\b|\broad ?map\b|\bплан\b|计划",
    "concept": r"\bconcept\b|\bконцепция\b",
    "memorandum": r"\bmemorandum\b|\bмеморандум\b|备忘录",
    "report": r"\breport\b|\bдоклад\b|\brapport\b|\binforme\b|报告",
    "letter": r"\bletter dated\b|\bnote verbale\b|\blettre datée\b|\bcarta de fecha\b",
}
"""The kinds of document (AKN4UN and the field's usage) with the words that tell them in a title."""
_KINDS: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in KINDS.items())


_SPECIAL: Final = (
    ("corrigendum", re.compile(r"\bcorrigend(?:um|a)\b|\brectificatif\b|\bисправление\b|更正", re.IGNORECASE)),
    (
        "draft",
        re.compile(
            r"\bdraft (?:resolution|decision|declaration|protocol|convention)\b|\bпроект резолюции\b|"
            r"\bprojet de résolution\b|\bproyecto de resolución\b|决议草案",
            re.IGNORECASE,
        ),
    ),
    (
        "chair",  # nobody's agreed language; what a President states for the Security Council is agreed
        re.compile(
            r"\b(?:summary|statement|conclusions?) (?:by|of) the chair(?:man|person)?\b"
            r"|\bchair(?:man|person)?['’]s (?:summary|statement|conclusions)\b"
            r"|\bрезюме председателя\b|主席摘要|議長総括",
            re.IGNORECASE,
        ),
    ),
)
"""What a text is, whatever else its title names: a draft resolution is a draft."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A part's words, and where they stand."""

    part: Part
    words: str


def kind_of(title: str) -> str | None:
    """The kind of document that a title names: the word that stands first.

    >>> kind_of("Protocol to the Treaty on Transit"), kind_of("Bishkek Declaration")
    ('protocol', 'declaration')
    """
    if special := next((kind for kind, shape in _SPECIAL if shape.search(title)), None):
        return special
    met = [(match.start(), -len(match.group()), kind) for kind, shape in _KINDS if (match := shape.search(title))]
    return min(met)[2] if met else None


def statements(parts: Sequence[Part], layers: Layers, tongue: str | None) -> tuple[Claim, ...]:
    """Every claim that the text makes about itself, each with the stretch of the source where it stands."""
    held = [_Place(part, part.span.of(layers.text)) for part in parts if len(part.span)]
    first = next((at for at, each in enumerate(held) if each.part.kind not in (Kind.HEADING, Kind.TITLE)), len(held))
    made = [
        *_titles(held),
        *(claim for each in held[:first] for claim in _masthead(each, tongue)),
        *(claim for each in _enacting(held[first:], parts) for claim in _adoption(each, tongue)),
        *(claim for each in held if each.part.kind is Kind.SIGNATURE for claim in _closing(each, tongue)),
    ]
    return tuple(_in_source(claim, layers) for claim in made)


def masthead_statements(lines: Iterable[Line], source: str, tongue: str | None) -> tuple[Claim, ...]:
    """What lines say that a format sets apart as a masthead: they are no text, and stand in the source alone."""
    found: list[Claim] = []
    for line in lines:
        part = Part("h", Kind.HEADING, line.span)
        found += _masthead(_Place(part, line.span.of(source)), tongue)
    return tuple(found)


def _in_source(claim: Claim, layers: Layers) -> Claim:
    span = layers.to_source(claim.span) if claim.span else None
    return Claim(claim.field, claim.value, claim.basis, claim.stated, span, claim.why, claim.refused)


def _claim(  # noqa: PLR0917 - a claim has that many sides
    name: str, value: str | None, basis: Basis, each: _Place, span: Span | None = None, why: str = ""
) -> Claim:
    inner = span or Span(0, len(each.words))
    return Claim(name, value, basis, inner.of(each.words), inner.moved(each.part.span.start), why)


def _titles(held: Sequence[_Place]) -> Iterator[Claim]:
    lines = [each for each in held if each.part.kind is Kind.TITLE]
    if not lines:
        return
    whole = " ".join(" ".join(each.words.split()) for each in lines)
    span = Span(lines[0].part.span.start, lines[-1].part.span.end)
    yield Claim("title", whole, Basis.TEXT, whole, span)
    if kind := kind_of(whole):
        yield Claim("kind", kind, Basis.TEXT, whole, span, why="the word in the title")


_SESSION: Final = re.compile(
    r"^(?P<n>[\w-]+(?:\s(?:special|emergency special))?)\s+session$|^(?P<ru>\S+(?:\s\S+)?)\s+сессия$"
    r"|^(?P<fr>\S+)\s+session$|^(?P<es>\S+(?:\s\S+){0,2})\s+per[ií]odo de sesiones$",
    re.IGNORECASE,
)
_AGENDA: Final = re.compile(
    r"^(?:agenda items?|item|point|tema|пункт)\s+(?P<n>\d+(?:\s?\([a-z]\))?(?:\s(?:and|et|y|и)\s\d+)?)", re.IGNORECASE
)
_DISTRIBUTED: Final = re.compile(r"^(?:distr\.?\s*:?\s*)?(?:general|limited|restricted)?\s*$", re.IGNORECASE)
_ADOPTED: Final = re.compile(
    r"\b(?:adopted|approved|endorsed) (?:by|at|on|in|without)\b|\badoptée?s?\b(?=.{0,80}\ble\b)|\baprobada (?:por|el)\b"
    r"|\bпринят[аоы]?\b|\bутвержден[аоы]?\b|\bapprouvée?s?\b(?=.{0,80}\ble\b)|通过|採択|اتخذ",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"(?P<n>\d{1,5})(?:st|nd|rd|th|e|ª|a\.)?(?:-е)?\s(?:\([^)]*\)\s)?(?:plenary\s|пленарное\s)?"
    r"(?:meeting|séance|sesión|заседание)",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"\b(?:signed|done|concluded)\s+(?:at|in)\b|\bподписан[ао]?\b|\bfait à\b|\bhecho en\b", re.IGNORECASE
)


def _masthead(each: _Place, tongue: str | None) -> Iterator[Claim]:
    """Sessions, agenda items, meetings, sponsors and days printed above the text."""
    words = " ".join(each.words.split())
    if found := _SESSION.match(words):
        value = ordinal(next(group for group in found.groups() if group), tongue)
        yield _claim("session", str(value) if value else words, Basis.MASTHEAD, each)
    if found := _AGENDA.match(words):
        yield _claim("agenda", found["n"], Basis.MASTHEAD, each)
    if found := SPONSORS.match(words):
        yield _claim("sponsors", found["who"].strip(), Basis.MASTHEAD, each)
        yield _claim("kind", "draft", Basis.MASTHEAD, each, why="it names its sponsors")
    if found := _MEETING.search(words):
        yield _claim("meeting", found["n"], Basis.MASTHEAD, each)
    if found := TRANSLATION.search(words):
        yield from _translated(each, words)
    dated = dates_in(each.words, tongue)
    if not dated:
        return
    last = dated[-1]
    if line := dateline(each.words, tongue):
        if line.place:
            place = line.place.of(each.words)
            yield _claim("place", place, Basis.MASTHEAD, each, line.place, "the line of place and day")
        yield _dated("date.adoption", line.dated, Basis.MASTHEAD, each, "the line of place and day")
        return
    if _ADOPTED.search(words):
        yield from _mode(each, words)
        yield _dated("date.adoption", last, Basis.MASTHEAD, each)
        yield from _place_near(each, last, "the line on the adoption")
    elif _SIGNED.search(words):
        yield _dated("date.signature", last, Basis.MASTHEAD, each)
        yield from _place_near(each, last, "signature")
    elif len(dated) == 1 and dated[0].until is None and len(words) - len(last.stated) <= 3:
        yield _dated("date.issue", last, Basis.MASTHEAD, each)


_BY: Final = re.compile(r"\bby (?:the )?(?P<who>[A-Z][^.,;()]{2,60})|перевод (?P<ru>[А-Я][^.,;()]{2,60})")


def _translated(each: _Place, words: str) -> Iterator[Claim]:
    """That the text is a translation, and whose."""
    standing = Standing.OFFICIAL if OFFICIAL.search(words) else Standing.UNOFFICIAL
    yield _claim("standing", standing, Basis.MASTHEAD, each)
    if who := _BY.search(words):
        yield _claim("translator", (who["who"] or who["ru"]).strip(), Basis.MASTHEAD, each)


def _dated(name: str, dated: Dated, basis: Basis, each: _Place, why: str = "") -> Claim:
    day: Day = dated.until or dated.day
    return _claim(name, str(day), basis, each, dated.span, why)


_ENACTS: Final = re.compile(
    r"(?-i:\bstate\b)|\b(?:declare|proclaim|agree|announce|affirm|adopt|hereby|gathered|convened)|\bmet (?:in|at|on)\b"
    r"|\bmeeting (?:in|at|of|on|held)\b|\bheld (?:in|at|on)\b|\bзаяв|\bпровозглаша|\bсостоял|\bзаседани"
    r"|\bdéclar|\bréuni|\bdeclar|\breunid|举行|会议|声明如下|会合|宣言|اجتم|نعلن|يعلن",
    re.IGNORECASE,
)
_MEETS: Final = re.compile(
    r"\b(?:met|meeting|held|gathered|convened|session|summit|assembled)\b|\bсобра|\bсостоял|\bзаседани|\bсесси|\bвстреч"
    r"|\bréuni|\bsession\b|\breunid|\breunión|举行|会议|会晤|会合|会談|開催|اجتم|قمة|دورة",
    re.IGNORECASE,
)
_FIRST_PARAGRAPHS: Final = 3
_REACH: Final = 60
_LONG: Final = 1500  # a longer paragraph is a text on one line, and its dates are anybody's


def _enacting(held: Sequence[_Place], parts: Sequence[Part]) -> list[_Place]:
    """The paragraph that says who met and declares; it stands among the first. A treaty has none: it is signed."""
    if sum(part.kind is Kind.ARTICLE for part in parts) > 1:
        return []
    first = [each for each in held if each.part.kind in (Kind.ENACTING, Kind.PARAGRAPH, Kind.PREAMBULAR)]
    return [each for each in first[:_FIRST_PARAGRAPHS] if len(each.words) < _LONG and _ENACTS.search(each.words)][:1]


def _adoption(each: _Place, tongue: str | None) -> Iterator[Claim]:
    """The day and place of the meeting, from the paragraph that says who met."""
    dated = [found for found in dates_in(each.words, tongue) if found.day.exact]
    near = [found for found in dated if _meets_near(each, found.span)]
    if not near:
        return
    yield _dated("date.adoption", near[-1], Basis.TEXT, each, why="the enacting paragraph")
    yield from _place_near(each, near[-1], "the enacting paragraph")


def _meets_near(each: _Place, span: Span) -> bool:
    """Whether a day is the meeting's: no verb of recalling stands between, and the meeting is named before it.

    A paragraph that ends with a colon is the enacting formula as a whole, however far off its verb.
    """
    words = each.words
    before = words[max(0, span.start - 260) : span.start]
    after = words[span.end : span.end + _REACH]
    meets = _MEETS.search(before)
    if meets and names_a_text(before[meets.end() :]):
        return False  # "… in the Declaration of 8 May 2001" is the day of another text
    enacts = each.part.kind is Kind.ENACTING or meets or _ENACTS.search(after)
    return (
        bool(enacts)
        and not names_a_text(before[-40:])
        and not re.search(
            r"\b(?:since|resolution|adopted on|treaty of|dated|anniversary of [^,]{0,60}$)\b[^.]{0,30}$",
            before,
            re.IGNORECASE,
        )
    )


_CITY: Final = r"(?P<city>[A-ZА-ЯЁÀ-Þ][\w'’.-]+(?:[ -](?:de |of )?[A-ZА-ЯЁÀ-Þ][\w'’.-]+){0,2})"
_NEAR: Final = re.compile(rf"(?:\b(?:in|at|à|en|в|во|г\.)|\bthe city of)\s+(?:the city of\s+|г(?:\.|ороде)\s*)?{_CITY}")
_HAN_CITY: Final = re.compile(
    r"(?:在|于|於)(?P<city>[\u4e00-\u9fff]{2,8}?)(?:举行|舉行|召开|签订|签署)|(?P<ja>[\u30a0-\u30ff]{2,12})(?:市)?(?:で|において|に)"
)
_NO_CITY: Final = frozenset(
    [
        "english",
        "french",
        "russian",
        "spanish",
        "chinese",
        "arabic",
        "japanese",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "the",
        "this",
        "accordance",
    ]
)


def _place_near(each: _Place, dated: Dated, why: str) -> Iterator[Claim]:
    """The city that is named within a few words of a day."""
    start, end = max(0, dated.span.start - _REACH), min(len(each.words), dated.span.end + _REACH)
    found = [match for shape in (_NEAR, _HAN_CITY) for match in shape.finditer(each.words, start, end)]
    for match in sorted(found, key=lambda match: (match.start() > dated.span.end, _gap(match, dated.span))):
        name = "ja" if match.re is _HAN_CITY and match["ja"] else "city"
        if match[name].casefold() not in _NO_CITY:
            yield _claim("place", match[name].rstrip(".,"), Basis.TEXT, each, Span(*match.span(name)), why)
            return


def _gap(match: re.Match[str], span: Span) -> int:
    return max(match.start() - span.end, span.start - match.end(), 0)


_MODES: Final = tuple(
    (mode, re.compile(words, re.IGNORECASE))
    for mode, words in (
        (
            "silence procedure",
            r"silence procedure|процедур\w+ (?:умолчания|отсутствия возражений)|procédure (?:d'approbation )?tacite"
            r"|procedimiento de silencio|默许程序|沈黙手続",
        ),
        (
            "without a vote",
            r"without a vote|без голосования|sans (?:procéder à un |être mise? aux )?(?:vote|voix)"
            r"|sin (?:someterse? a )?votación|未经表决|無投票|دون (?:تصويت|طرح)",
        ),
        ("unanimously", r"\bunanimous(?:ly)?\b|единогласно|unanimité|unanimidad|一致通过|全会一致|بالإجماع"),
        (
            "recorded vote",
            r"recorded vote|\bvote of \d+|\b\d+ (?:votes? )?in favou?r\b|\bby \d+ (?:votes? )?to (?:\d+|none)\b"
            r"|\d+ voix (?:pour|contre)"
            r"|\d+ votos? (?:a favor|contra)|\d+ голос\w* (?:за|против)|\d+\s?票|بأغلبية \d+|أصوات",
        ),
        ("acclamation", r"\bacclamation\b|аккламаци|aclamación|鼓掌|بالتزكية"),
        (
            "consensus",
            r"\bby consensus\b|without objection|консенсус|без возражений|por consenso|sin objeciones|par consensus"
            r"|sans objection|协商一致|コンセンサス|توافق الآراء",
        ),
    )
)


def _mode(each: _Place, words: str) -> Iterator[Claim]:
    """The mode of adoption that a line states; one that names several states the first of this list."""
    if mode := next((mode for mode, shape in _MODES if shape.search(words)), None):
        yield _claim("mode", "not understood" if _LIMITED.search(words) else mode, Basis.MASTHEAD, each)


_LIMITED: Final = re.compile(
    r"\bnot\b|n['’]t\b|\bexcept|\bexcluding\b|\bminus\b|\bbut\b|\bbroken?\b|\bto be adopted\b|\bmajority\b"
    r"|\b(?:states|members|delegations|parties) present\b|\bне\b|за исключением|\bкроме\b|большинством"
    r"|\bsauf\b|à l['’]exception|n['’]a pas|majorité|\bexcepto\b|\bsalvo\b|\bno fue\b|mayoría|除|未能|没有",
    re.IGNORECASE,
)
"""Words that deny or limit an adoption: then nobody is counted by its mode."""


def _closing(each: _Place, tongue: str | None) -> Iterator[Claim]:
    """Meeting, day, mode of adoption and signature, printed under the text."""
    words = " ".join(each.words.split())
    yield from _mode(each, words)
    if found := _MEETING.search(words):
        yield _claim("meeting", found["n"], Basis.MASTHEAD, each)
    dated = dates_in(each.words, tongue)
    if not dated:
        return
    if _ADOPTED.match(words.lstrip("[")) and dated[0].day.exact:
        yield _dated("date.adoption", dated[0], Basis.MASTHEAD, each, why="the line on the adoption under the text")
        yield from _place_near(each, dated[0], "the line on the adoption under the text")
    elif _SIGNED.search(words) or _is_done(words):
        yield _dated("date.signature", dated[0], Basis.TEXT, each, why="the signatures")
        yield from _place_near(each, dated[0], "the signatures")
    elif dated[0].day.exact and len(words) < 120:
        yield _dated("date.adoption", dated[0], Basis.MASTHEAD, each, why="the meeting under the text")


def _is_done(words: str) -> bool:
    return bool(re.match(r"(?:done|fait|hecho|совершено|حرر|本|以)", words, re.IGNORECASE))
