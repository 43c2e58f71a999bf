"""Which organ adopted a resolution that is cited by its number, and what its symbol is."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from acquis.model import CitationKind
from acquis.organisations import Numbering, organisations
from acquis.structure._cite_bodies import UNKNOWN, Body, by_numbering
from acquis.structure._cite_found import Found, Setting
from acquis.structure._cite_numbers import SENTENCE, TIGHT, Bodies, Number, near

_DECISION: Final = re.compile(r"d[ée]ci|реше|مقرر|决定|決定", re.IGNORECASE)
_ITS: Final = re.compile(
    r"\b(?:its|their|his|sa|ses|leurs?|sus?|сво\w{1,3}|ее|его)(?: (?:own|previous|relevant|earlier|прежн\w+))*[\s(]*$",
    re.IGNORECASE,
)
_BY_ITS: Final = re.compile(r"\b(?:in|by|through|under|per|dans|par|en|por|в)[ ,]+\w+(?: \w+)?[\s(]*$", re.IGNORECASE)
_ITS_ENDING: Final = re.compile(r"(?:ها|ه|هم)$")
_NEAR_BEFORE: Final = re.compile(
    r"(?:'s?)?(?: (?:relevant|previous|earlier|subsequent|recent|landmark|draft|other|own|above-mentioned))*[\s(]*"
)
_NEAR_AFTER: Final = re.compile(
    r"[\s,]*(?:(?:adopted|taken|принят\w*|adoptée?s?|الصادرة?|التي اتخذتها) )?(?:at (?:its|the) [\w-]+ session )?"
    r"(?:(?:of|by|de|du|del|des|от|عن|من)(?: the| la| las| los)? ?|de l'|из )?"
)
_STRANGE: Final = re.compile(r"[a-zà-ÿ,] (?:[A-Z][\w-]+ )*(?!(?:UN|Nations|All|Those|These|Its|The) )[A-Z][\w-]+ $")
"""A capitalised word right before "resolution", within a sentence: a body that the shelf does not know."""

_CLAUSE: Final = 160
"""How far back a body may stand that "in resolution" speaks of, before the organ that speaks itself."""

_SENTENCE: Final = 600
_PARAGRAPH: Final = 3000
"""How far a sentence and a paragraph are read for the bodies that they name."""


def resolved(
    text: str, keyword: re.Match[str], listed: Sequence[Number], bodies: Bodies, setting: Setting
) -> Iterator[Found]:
    """The citations of one list of numbers, each with the address that it comes to."""
    named, others = _candidates(text, keyword, listed, bodies, setting)
    decision = bool(_DECISION.match(keyword[0]))
    for at, number in enumerate(listed):
        begins = keyword.start() if at == 0 and 0 <= number.start - keyword.end() <= 3 else number.start
        own = _ranked(_after(text, number, bodies), bodies, number.start, setting) or named
        target, inferred = _target(number, own, others, setting, decision=decision)
        if target or own or number.numbering not in (None, Numbering.POINT):
            yield Found(begins, number.end, CitationKind.NUMBER, target, "number", inferred)


def _candidates(
    text: str, keyword: re.Match[str], listed: Sequence[Number], bodies: Bodies, setting: Setting
) -> tuple[list[Body], list[Body]]:
    """The bodies that the words name, and else those that may be meant: the most likely first."""
    named = _ranked(_named(text, keyword, listed, bodies), bodies, keyword.start(), setting)
    said = text[max(0, keyword.start() - 40) : keyword.start()]
    speaker = [setting.speaker] if setting.speaker else []
    nearby = _preceding(text, bodies, keyword.start(), _CLAUSE)
    far = _preceding(text, bodies, keyword.start(), _SENTENCE)
    if _ITS.search(said) or _ITS_ENDING.search(keyword[0]):
        ahead = near(bodies, listed[-1].end, listed[-1].end + _SENTENCE)
        following = [b for met in ahead for b in met.meaning if b.full][:1]
        if not _BY_ITS.search(said):
            return named, [*speaker, *nearby, *following]
        return named, [*nearby, *(following if not speaker else []), *speaker, *following, *far]
    return named, [*nearby, *speaker, *far]


def _named(text: str, keyword: re.Match[str], listed: Sequence[Number], bodies: Bodies) -> tuple[Body, ...]:
    """The body that stands right before the keyword, between it and the first number, or after the list."""
    first = listed[0]
    for met in reversed(near(bodies, keyword.start() - _SENTENCE, first.start)):
        inside = keyword.end() <= met.start and met.end <= first.start <= met.end + TIGHT
        before = met.end <= keyword.start() and _NEAR_BEFORE.fullmatch(text[met.end : keyword.start()])
        dated = met.end <= first.start < keyword.start() and first.start - met.end <= 16
        if inside or before or dated:
            return met.meaning
    beside = near(bodies, keyword.start() - _SENTENCE, keyword.start())
    known = any(met.end >= keyword.start() - 1 for met in beside)
    if not known and _STRANGE.search(text[max(0, keyword.start() - 60) : keyword.start()]):
        return (UNKNOWN,)
    return _after(text, listed[-1], bodies)


def _after(text: str, number: Number, bodies: Bodies) -> tuple[Body, ...]:
    """The body that follows a number with nothing but "of the", and perhaps the date, between."""
    for met in near(bodies, number.end, number.reached + 30):
        if _follows(text, number, met.start):
            return met.meaning
    return ()


def _follows(text: str, number: Number, start: int) -> bool:
    gaps = [text[end:start] for end in (number.end, number.reached) if end <= start]
    linked = any(re.search(r"[^\s,]", gap) and _NEAR_AFTER.fullmatch(gap) for gap in gaps)
    return linked or (" " in gaps and bool(re.match(r"[А-Я\u0600-\u06ff]", text[start:])))


def _ranked(named: tuple[Body, ...], bodies: Bodies, at: int, setting: Setting) -> list[Body]:
    """Of bodies that share a name, the one that speaks first, then those named before, the nearest first."""
    if len(named) < 2:
        return list(named)
    before = near(bodies, at - _PARAGRAPH, at)
    full = [b for met in reversed(before) for b in met.meaning if b.full]
    order = [b.organ for b in ([setting.speaker] if setting.speaker else []) + full if b.organ]
    return sorted(named, key=lambda b: order.index(b.organ) if b.organ in order else len(order))


def _preceding(text: str, bodies: Bodies, at: int, reach: int) -> list[Body]:
    """The body that is named last before in the same sentence, if it stands near and adopts what has numbers."""
    for met in reversed(near(bodies, at - reach, at)):
        if SENTENCE.search(text, met.end, at):
            break
        able = [b for b in met.meaning if b.organ and b.organ.numbering]
        if able:
            return able
    return []


def _target(
    number: Number, named: Sequence[Body], others: Sequence[Body], setting: Setting, *, decision: bool
) -> tuple[str | None, bool]:
    """The address, and whether the organ had to be inferred; None where no body fits the number."""
    for body in named:
        if address := _address(body, number, setting, decision=decision, strict=len(named) > 1):
            return address, False
    if named and not any(b.organ and b.organ.numbering and number.numbering not in b.organ.numbering for b in named):
        return None, False
    for body in others:
        if address := _address(body, number, setting, decision=decision, strict=True):
            return address, body != setting.speaker and number.numbering in (Numbering.SESSION, None)
    return _default(number, setting, decision=decision)


def _default(number: Number, setting: Setting, *, decision: bool) -> tuple[str | None, bool]:
    """The organ that such a number points to where nothing is named: the form alone says it, or nearly."""
    if number.numbering in (None, Numbering.OF_YEAR):
        likely = by_numbering(Numbering.OF_YEAR) if _running(number.normal) else ()
    elif number.numbering is Numbering.POINT:
        likely = ()
    else:
        likely = by_numbering(number.numbering)[: None if number.year else 1]
    for body in likely:
        if address := _address(body, number, setting, decision=decision, strict=True):
            return address, number.numbering is not Numbering.OF_YEAR
    return None, False


def _running(number: str) -> bool:
    """Whether a number can be a Security Council resolution: of the year that follows, or neither small nor a year."""
    run, _, year = number.rstrip(")").partition("(")
    if year:
        normal = organisations()["un"].normal
        return normal is not None and normal(f"resolution {run}") == f"S/RES/{run}({year})"
    return run.isdecimal() and int(run) >= 200 and not 1945 <= int(run) <= 2030


def _address(body: Body, number: Number, setting: Setting, *, decision: bool, strict: bool) -> str | None:
    """The address that a number comes to if that body adopted it; None where it cannot have.

    `strict` asks that the date beside the number, and that of the citing document, allow it.
    """
    organ = body.organ
    template = organ and (organ.decision if decision and organ.decision else organ.resolution)
    if organ is None or not template or (decision and not organ.decision and number.numbering is not Numbering.OF_YEAR):
        return None
    if number.numbering not in organ.numbering and not (
        number.numbering is None and Numbering.OF_YEAR in organ.numbering
    ):
        return None
    org = organisations()[body.code]
    first, _, second = number.normal.partition("/")
    printed = template.format(number.normal, first, second)
    symbol = _normal(printed, body, number)
    if symbol is None or (org.session_years and not _fits(org.session_years(symbol), number, setting, strict=strict)):
        return None
    return f"{body.code}:{symbol}"


def _normal(printed: str, body: Body, number: Number) -> str | None:
    org = organisations()[body.code]
    if number.numbering is None:
        return org.normal(f"resolution {number.normal}") if org.normal else None
    return org.normal(printed) if org.normal else printed


def _fits(years: tuple[int, int] | None, number: Number, setting: Setting, *, strict: bool) -> bool:
    if years is None:
        return False
    if not strict:
        return True
    if number.year and not years[0] <= number.year <= years[1]:
        return False
    return setting.last_year is None or years[0] <= setting.last_year
