"""Which passage of a text is meant by the words that speak of it."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Document, Kind, Part, Span
from acquis.register._setting import Setting


def passages(words: str, setting: Setting) -> tuple[str, ...]:
    """The passages that are meant: by their numbers, or by the words that tell one; the whole text where none is said.

    "Paragraphs 2 and 3" and "paragraphs 1 to 3" are several.
    """
    document = setting.document
    numbered = (_numbered(document, number) for number in _numbers(words))
    if found := [f"{setting.work}#{part.path}" for part in numbered if part]:
        return tuple(dict.fromkeys(found))
    if "paragraph" in words.lower() and (part := _about(document, words)):
        return (f"{setting.work}#{part.path}",)
    return (setting.work,)


_N: Final = r"\d+[a-z]{0,3}"
_JOINED: Final = r"(?:,| and| et| y| и|、|和| to|-|–| à| a| по|至|, and)"
_NUMBER: Final = re.compile(
    rf"\b(?:paragraph[es]*|párrafos?|paras?\.|пункт\w*|الفقر(?:ة|ات)) (?P<n>{_N}(?:{_JOINED} ?{_N})*)"
    rf"|第 ?(?P<n2>{_N}(?:{_JOINED} ?{_N})*) ?[段项條条]",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"(\d+)(?: to | ?[-–至] ?| à | a | по )(\d+)")
_MOST: Final = 200


def _numbers(words: str) -> Iterator[str]:
    """The numbers of paragraphs that are named, those of a range one by one."""
    if (found := _NUMBER.search(words)) is None:
        return
    told = found["n"] or found["n2"]
    for first, last in _RANGE.findall(told):
        yield from map(str, range(int(first), min(int(last), int(first) + _MOST) + 1))
    yield from re.findall(_N, told)


_WORDS: Final = re.compile(r"[^\W\d_]{4,}")
_STOP: Final = frozenset(
    ("paragraph", "this", "that", "declaration", "resolution", "statement", "itself", "from", "with", "under", "rule")
)


def _numbered(document: Document, number: str) -> Part | None:
    """The paragraph with that number; of those without printed numbers the one that is counted so."""
    own = [part for part in document.paragraphs if (part.number or "").strip(" .()") == number]
    operative = [part for part in own if part.kind is Kind.OPERATIVE]
    counted = [part for part in document.paragraphs if part.path == f"p{number}"]
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
