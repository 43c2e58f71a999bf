"""Which passage of a text is meant by the words that speak of it."""

import re
from typing import Final

from acquis.model import Document, Kind, Part, Span
from acquis.register._setting import Setting


def passage(words: str, setting: Setting) -> str:
    """The passage that is meant: by its number, or by the words that tell it; the whole text where neither is said."""
    document = setting.document
    if (found := _NUMBER.search(words)) and (part := _numbered(document, found["n"] or found["n2"])):
        return f"{setting.work}#{part.path}"
    if "paragraph" in words.lower() and (part := _about(document, words)):
        return f"{setting.work}#{part.path}"
    return setting.work


_NUMBER: Final = re.compile(
    r"\b(?:paragraph[es]?|párrafos?|para\.|пункт\w*|الفقرة) (?P<n>\d+[a-z]*)|第 ?(?P<n2>\d+) ?[段项條条]", re.IGNORECASE
)
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
