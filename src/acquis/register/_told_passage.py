"""Which passage of a text is meant by the words that speak of it."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from acquis.model import Document, Kind, Part, Span
from acquis.register._setting import Setting
from acquis.structure.numerals import number, ordinal


class Meant(Struct, frozen=True):
    """The passages that are meant, and in words those that the text does not have."""

    places: tuple[str, ...]
    unfound: str = ""


def passages(words: str, setting: Setting) -> Meant:
    """The passages that are meant: by their numbers, or by the words that tell one; the whole text where none is said.

    "Paragraphs 2 and 3", "paragraphs 1 to 3" and "the third paragraph" are told by numbers; a number that no paragraph
    of the text has means none of it.
    """
    document = setting.document
    if wanted := [*dict.fromkeys(_numbers(words, document.language))]:
        preamble = bool(_PREAMBLE.search(words))
        found = {each: _numbered(document, each, preamble=preamble) for each in wanted}
        places = dict.fromkeys(f"{setting.work}#{part.path}" for part in found.values() if part)
        missing = ", ".join(each for each, part in found.items() if part is None)
        return Meant(tuple(places), f"paragraph {missing}" if missing else "")
    if "paragraph" in words.lower() and (part := _about(document, words)):
        return Meant((f"{setting.work}#{part.path}",))
    return Meant((setting.work,))


_N: Final = r"\d+[a-z]{0,3}"
_JOINED: Final = r"(?:,| and| et| y| и|、|和| و| to|-|–| à| a| по|至|到|から|, and)"
_SIDE: Final = r"(?:operative |preambular )?"
_NOUN: Final = r"(?:paragraphs?|paragraphes?|alinéas?|párrafos?|paras?\.?|пункт\w*|абзац\w*|(?:ال)?فقر(?:ات|تين|ة))"
_NUMBER: Final = re.compile(
    rf"(?<!\w){_NOUN} (?P<n>{_N}(?:{_JOINED} ?{_N})*)|第 ?(?P<n2>{_N}(?:{_JOINED} ?第? ?{_N})*) ?[段项項条條款]",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"(\d+)(?: to | ?[-–至到] ?| à | a | по )(\d+)")
_MOST: Final = 200
_HAN: Final = re.compile(r"第([一二三四五六七八九十百〇]+) ?[段项項条條款]")
_BEFORE: Final = re.compile(rf"(?P<words>(?:[^\W\d][\w-]*,? ){{1,4}}){_SIDE}{_NOUN}(?!\w)", re.IGNORECASE)
_AFTER: Final = re.compile(rf"(?<!\w){_NOUN} (?P<words>[^\W\d]\w*(?: (?!(?:of|de|из)\b)\w+){{0,3}})", re.IGNORECASE)
_PREAMBLE: Final = re.compile(r"preamb|préambul|preámbul|преамбул|序言|前文|الديباجة", re.IGNORECASE)


def _numbers(words: str, language: str | None) -> Iterator[str]:
    """The numbers of paragraphs that are named, in figures or in words; those of a range one by one."""
    if found := _NUMBER.search(words):
        told = found["n"] or found["n2"]
        for first, last in _RANGE.findall(told):
            yield from map(str, range(int(first), min(int(last), int(first) + _MOST) + 1))
        yield from re.findall(_N, told)
        return
    yield from (str(number(each)) for each in _HAN.findall(words))
    for shape in (_BEFORE, _AFTER):
        for found in shape.finditer(words):
            yield from map(str, _ordinals(found["words"], language))


def _ordinals(words: str, language: str | None) -> Iterator[int]:
    """The numbers that ordinals state among some words, one or two words each."""
    tokens = words.replace(",", " ").split()
    at = 0
    while at < len(tokens):
        two = ordinal(" ".join(tokens[at : at + 2]), language) if at + 1 < len(tokens) else None
        one = None if two or len(tokens[at]) < _SHORTEST else ordinal(tokens[at], language)
        at += 2 if two else 1
        if value := two or one:
            yield value


_SHORTEST: Final = 4
"""No ordinal in words is shorter; "le" and "de" are no Roman numerals with an ending."""

_WORDS: Final = re.compile(r"[^\W\d_]{4,}")
_STOP: Final = frozenset(
    ("paragraph", "this", "that", "declaration", "resolution", "statement", "itself", "from", "with", "under", "rule")
)


def _numbered(document: Document, number: str, *, preamble: bool) -> Part | None:
    """The paragraph with that number; of those without printed numbers the one that is counted so."""
    if preamble:
        return next((part for part in document.paragraphs if part.path == f"pp{number}"), None)
    own = [part for part in document.paragraphs if (part.number or "").strip(" .()、．") == number]
    operative = [part for part in own if part.kind is Kind.OPERATIVE]
    counted = [part for part in document.paragraphs if part.path in (f"p{number}", f"op{number}")]
    return next(iter(operative or own or counted), None)


def _about(document: Document, words: str) -> Part | None:
    """The paragraph that has all the nouns by which it is told, and it alone."""
    wanted = {word.lower() for word in _WORDS.findall(words)} - _STOP
    has = [part for part in document.paragraphs if wanted and wanted <= _nouns(document, part.span)]
    shortest = sorted(has, key=lambda part: len(part.span))
    others = [part for part in shortest if words.strip()[:30] not in part.span.of(document.text)]
    return others[0] if others else None


def _nouns(document: Document, span: Span) -> set[str]:
    return {word.lower() for word in _WORDS.findall(span.of(document.text))}
