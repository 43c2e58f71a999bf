"""The record of a document, made whole: whose text it is, what it is called, when it was adopted."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from acquis.archive.naming import address_of, source_tag
from acquis.languages.cases_ru import cases
from acquis.model import Basis, Claim, Kind, Pinpoint, Record, Standing
from acquis.model.days import Day
from acquis.model.record import TREATIES
from acquis.organisations import Organ, Organisation, organisations
from acquis.structure.head import TRANSLATION
from acquis.structure.phrases import Phrases, folded
from acquis.structure.read import Reading


@dataclass(frozen=True, slots=True)
class Catalogued:
    """A record with the address that follows from it, and what the catalogue doubts."""

    record: Record
    address: Pinpoint
    doubts: tuple[str, ...]


def catalogue(reading: Reading, *, name: str, sha256: str, given: Sequence[Claim] = ()) -> Catalogued:
    """The record of what was read: the reading's claims, what follows from them, and what a person gave.

    Every step adds claims; none takes one away. What contradicts the symbol's session is refused and stays listed.
    """
    record = Record((*given, *reading.claims))
    head = _head(reading)
    record = record.plus(*_symbol(record, head, name))
    organisation = _organisation(record, reading)
    record = record.plus(*_organisation_claims(record, organisation, reading))
    record = _without_wrong_days(_placed(record, organisation), organisation)
    record = record.plus(*_standing(record, organisation), *_unstated(record))
    return Catalogued(record, address_of(record, sha256), tuple(_doubts(record)))


def _head(reading: Reading) -> list[str]:
    """The lines above the body and its first line, printed numbers in place."""
    lines = list(reading.masthead)
    for part in reading.parts:
        words = part.span.of(reading.layers.text)
        lines.append(f"{part.number} {words}" if part.number else words)
        if part.kind not in (Kind.TITLE, Kind.HEADING) and len(lines) > len(reading.masthead) + 1:
            break
    return lines


def _symbol(record: Record, head: Sequence[str], name: str) -> list[Claim]:
    """The document's own symbol: from its head, or from the name of its file."""
    if record.value("symbol"):
        return []
    stem = re.split(r"[/\\]", name)[-1]
    for organisation in organisations().values():
        named = organisation.named(stem) if organisation.named else None
        if organisation.symbol and (symbol := organisation.symbol(head, record.value("organ"))):
            if named and re.fullmatch(re.escape(symbol) + "[A-Z]", named):  # the head lacks the letter of the part
                return [Claim("symbol", named, Basis.NAME, stated=stem, why="the head lacks the letter")]
            return [Claim("symbol", symbol, Basis.MASTHEAD, why="printed at the head, or number and organ")]
        if named:
            return [Claim("symbol", named, Basis.NAME, stated=stem)]
    return []


# --- whose text ------------------------------------------------------------------------------------------------

_WEIGHTS: Final = {"title": 6, "source": 3, "first": 3, "rest": 1}


def _organisation(record: Record, reading: Reading) -> Organisation | None:
    """The organisation whose text it is: by its symbol, else the one that title, source and first paragraph name."""
    shelf = organisations()
    if (given := record.value("organisation")) and given in shelf:
        return shelf[given]
    if symbol := record.value("symbol"):
        prefix = re.split(r"[/\d]", symbol, maxsplit=1)[0]
        owners = [each for each in shelf.values() if prefix in each.prefixes or each.code.upper() == prefix]
        return owners[0] if owners else shelf.get("un")
    title = record.value("title") or ""
    votes: Counter[str] = Counter()
    for where, words in (("title", title), ("source", record.value("source") or ""), *_paragraphs(reading)):
        for code, count in _named(words).items():
            votes[code] += _WEIGHTS[where] * min(count, 3)
    if record.value("kind") in TREATIES:
        votes = Counter({code: votes[code] for code in _named(title)})
    best = votes.most_common(2)
    if not best or best[0][1] < _WEIGHTS["first"] or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return shelf[best[0][0]]


def _paragraphs(reading: Reading) -> list[tuple[str, str]]:
    held = [part for part in reading.parts if part.kind not in (Kind.TITLE, Kind.NOTE)][:12]
    return [("first" if at < 3 else "rest", part.span.of(reading.layers.text)) for at, part in enumerate(held)]


def _named(words: str) -> Counter[str]:
    """How often each organisation is named, the longest name first; "UN" in "UNESCO" is none."""
    text = folded(words)
    return Counter(met.meaning for met in _names().find(text, text.lower()))


@cache
def _names() -> Phrases[str]:
    """Every name of an organisation, a Russian one of several words in all its cases."""
    named = ((name, code) for code, each in organisations().items() for name in each.names)
    return Phrases((form, code) for name, code in named for form in (cases(name) if " " in name else (name,)))


def _organisation_claims(record: Record, organisation: Organisation | None, reading: Reading) -> list[Claim]:
    if organisation is None:
        return [Claim("organisation", None, Basis.RULE, why="no organisation of the shelf is named as the author")]
    basis = Basis.RULE if not record.value("symbol") else Basis.MASTHEAD
    made = [] if record.value("organisation") else [Claim("organisation", organisation.code, basis, why="named most")]
    if not record.value("organ") and (organ := _organ(organisation, record, reading)):
        made.append(Claim("organ", organ.code, Basis.TEXT, why="the organ that speaks"))
    if kind := _kind_by_symbol(record):
        made.append(Claim("kind", kind, Basis.MASTHEAD, why="the symbol"))
    return made


_SYMBOL_KINDS: Final = (
    *(("/L.", "draft"), ("/Corr.", "corrigendum"), ("/RES/", "resolution"), ("/Res.", "resolution")),
    ("/PRST/", "statement"),
)
_UNLESS_TITLED: Final = (("/DEC", "decision"),)
"""Decisions are also the number under which rules and plans come."""


def _kind_by_symbol(record: Record) -> str | None:
    """What its symbol says it is, whatever words its title holds: a resolution on the Agreement of 1995 is none.

    What the title says stays beside it as a claim: A/RES/217(III) is a resolution that calls itself a declaration.
    """
    symbol = record.value("symbol") or ""
    marks = _SYMBOL_KINDS if record.value("kind") else (*_SYMBOL_KINDS, *_UNLESS_TITLED)
    return next((kind for mark, kind in marks if mark in symbol), None)


def _organ(organisation: Organisation, record: Record, reading: Reading) -> Organ | None:
    """The organ that the head names: the first of the organisation's that is named, the longest name first."""
    symbol = record.value("symbol") or ""
    for organ in organisation.organs:
        prefix = organ.resolution.split("{")[0]
        if prefix and symbol.startswith(prefix):
            return organ
    paragraphs = [words for _, words in _paragraphs(reading) if not TRANSLATION.search(words)]
    for line in paragraphs:
        speaker = organisation.organ(line.strip().rstrip(",:، ，").removeprefix("The ").removeprefix("the "))
        if speaker:
            return speaker
    return _first_named(organisation, " ".join([*paragraphs[:4], record.value("title") or ""]))


def _first_named(organisation: Organisation, words: str) -> Organ | None:
    lowered = words.casefold()
    met = [
        (lowered.index(name.casefold()), -len(name), at)
        for at, organ in enumerate(organisation.organs)
        for name in organ.names
        if name.casefold() in lowered
    ]
    return organisation.organs[min(met)[2]] if met else None


# --- where ------------------------------------------------------------------------------------------------------


def _placed(record: Record, organisation: Organisation | None) -> Record:
    """The record with places of the organisation's list under their first name; what was stated stays beside it."""
    if organisation is None or not organisation.places:
        return record
    return Record(tuple(_controlled(claim, organisation) for claim in record.claims))


def _controlled(claim: Claim, organisation: Organisation) -> Claim:
    if claim.field != "place" or claim.value is None or claim.basis is Basis.CORRECTION:
        return claim
    for names in organisation.places:
        if any(claim.value.casefold() == name.casefold() for name in names if name.isascii()):
            return claim  # cities change their names: what is printed was right on its day
        if any(_inflected(claim.value, name) for name in names if not name.isascii()):
            return replace(claim, value=names[0], stated=claim.stated or claim.value)
    return claim


def _inflected(word: str, name: str) -> bool:
    """Whether a word is a name, or a form of it that differs in the last two letters ("в Бишкеке")."""
    stem = name[: max(3, len(name) - 1)]
    return word == name or (len(name) > 3 and word.startswith(stem) and len(word) <= len(name) + 2)


# --- when -------------------------------------------------------------------------------------------------------


def _without_wrong_days(record: Record, organisation: Organisation | None) -> Record:
    """Refuses each adoption day that lies outside the session of the document's symbol."""
    symbol = record.value("symbol")
    years = organisation.session_years(symbol) if organisation and organisation.session_years and symbol else None
    if years is None:
        return record
    return Record(tuple(_judged(claim, symbol or "", years) for claim in record.claims))


def _judged(claim: Claim, symbol: str, years: tuple[int, int]) -> Claim:
    if claim.field not in ("date.adoption", "date.issue") or claim.value is None or claim.basis is Basis.CORRECTION:
        return claim
    first, last = years
    last += claim.field == "date.issue"  # what an organ adopts in a year may be issued in the next
    if first <= Day.parse(claim.value).year <= last:
        return claim
    span = str(first) if first == last else f"{first}–{last}"
    return replace(claim, refused=True, why=f"{claim.value} contradicts the session of {symbol}, which was in {span}")


# --- what it is worth -------------------------------------------------------------------------------------------


def _standing(record: Record, organisation: Organisation | None) -> list[Claim]:
    """Whether the expression is authentic, official or an unofficial translation, and how one knows."""
    if record.value("standing"):
        return []
    language = record.value("language")
    if record.value("translator"):
        return [Claim("standing", Standing.UNOFFICIAL, Basis.RECORD, why="a translator is named")]
    if organisation is None or language is None:
        return [Claim("standing", Standing.UNKNOWN, Basis.RULE, why="neither source nor organisation says")]
    if organisation.languages and language not in organisation.languages:
        listed = ", ".join(organisation.languages)
        return [Claim("standing", Standing.UNOFFICIAL, Basis.RULE, why=f"the official languages are {listed}")]
    if record.value("symbol") and language in organisation.authentic:
        return [Claim("standing", Standing.AUTHENTIC, Basis.RULE, why="a symbol and an authentic language")]
    return [Claim("standing", Standing.UNKNOWN, Basis.RULE, why="no source says who made this text")]


_EXPECTED: Final = ("title", "place", "date.adoption", "source")


def _unstated(record: Record) -> list[Claim]:
    """What was looked for and is not stated, so that `None` has its reason."""
    return [
        Claim(field, None, Basis.RULE, why="stated neither in a record nor at the head or end of the text")
        for field in _EXPECTED
        if not any(claim.field == field for claim in record.claims)
    ]


def _doubts(record: Record) -> list[str]:
    found = [f"refused: {claim.why}" for claim in record.conflicts]
    days = {c.value: c.basis for c in record.all("date.adoption") if c.value and not c.refused}
    answer = record.value("date.adoption")
    for value, basis in days.items():
        if answer and not Day.parse(value).agrees(Day.parse(answer)):
            found.append(f"the day of adoption is {answer}, but the {basis.value} says {value}")
    if record.day[0] is None:
        found.append(record.day[1])
    sourced = record.value("source") or source_tag(record) != "unstated"
    if not sourced and record.value("standing") != Standing.AUTHENTIC:
        found.append("no source is stated")
    return found
