"""What states did about a text: were absent, dissociated or associated themselves, stayed out."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Document, Kind, Part, Span
from acquis.register._setting import Setting
from acquis.register._template import Template, listed
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind as Named

_ABSENCE: Final = re.compile(
    rf"\bin the absence of (?:the )?(?P<who>{listed('S')})|\bв отсутствие (?P<who2>{listed('S')})", re.IGNORECASE
)
_DISSOCIATED: Final = re.compile(
    rf"(?P<who>{listed('S')})[^.;⟨]{{0,20}}?\b(?:dissociate[sd]?|disassociate[sd]?) (?:itself|themselves) from "
    rf"(?P<what>[^.;]+)",
    re.IGNORECASE,
)
_ASSOCIATED: Final = re.compile(
    rf"(?P<who>{listed('S')})[^.;⟨]{{0,30}}?\b(?:associated?s?|aligned?s?) (?:itself|themselves) with (?P<what>[^.;]+)",
    re.IGNORECASE,
)
_STAYED: Final = re.compile(
    rf"(?P<who>{listed('S')})[^.;⟨]{{0,30}}?\b(?:declared that (?:it|they) will not|will not|does not|do not)"
    rf" take part in (?P<what>[^.;]+)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\b(?:paragraphs?|para\.) (?P<n>\d+[a-z]*)", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]{4,}")
_STOP: Final = frozenset(
    (
        "paragraph",
        "this",
        "that",
        "declaration",
        "resolution",
        "statement",
        "itself",
        "from",
        "with",
        "under",
        "rule",
        "the",
    )
)


_SIGNS: Final = ("absence", "отсутстви", "sociat", "align", "take part")
"""Without one of these words no rule of this file tells anything."""


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """What a sentence says that states did about the text it stands in."""
    if not template.has(_SIGNS):
        return
    for found in _ABSENCE.finditer(template.plain):
        fields = {"object": setting.work, "value": "absent"}
        yield from _of(template, setting, found, act=Act.VOTED, rule="in-the-absence-of", **fields)
    for shape, act, rule in _SAID:
        for found in shape.finditer(template.plain):
            place = _place(found["what"], setting) if act is not Act.ASSOCIATED else setting.work
            yield from _of(template, setting, found, act=act, rule=rule, object=place)


_SAID: Final = (
    (_DISSOCIATED, Act.DISSOCIATED, "dissociates-itself"),
    (_ASSOCIATED, Act.ASSOCIATED, "associates-itself"),
    (_STAYED, Act.STAYED_OUT, "takes-no-part"),
)


def _of(
    template: Template, setting: Setting, found: re.Match[str], *, act: Act, rule: str, **fields: str
) -> Iterator[Event]:
    """An event for each state that the group `who` of a match names."""
    who = next(words for name, words in found.groupdict().items() if name.startswith("who") and words)
    for state in template.marked(who):
        if state.meant and state.kind is Named.STATE:
            yield setting.event(act, template.stretch(found), rule=rule, actor=state.meant, **fields)


def _place(words: str, setting: Setting) -> str:
    """The passage that is meant: by its number, or by the words that tell it; the whole text where neither is said."""
    document = setting.document
    if (found := _NUMBER.search(words)) and (part := _numbered(document, found["n"])):
        return f"{setting.work}#{part.path}"
    if "paragraph" in words.lower() and (part := _about(document, words)):
        return f"{setting.work}#{part.path}"
    return setting.work


def _numbered(document: Document, number: str) -> Part | None:
    own = [part for part in document.paragraphs if (part.number or "").strip(" .()") == number]
    operative = [part for part in own if part.kind is Kind.OPERATIVE]
    return next(iter(operative or own), None)


def _about(document: Document, words: str) -> Part | None:
    """The paragraph that has all the nouns by which it is told, and it alone."""
    wanted = {word.lower() for word in _WORDS.findall(words)} - _STOP
    has = [part for part in document.paragraphs if wanted and wanted <= _nouns(document, part.span)]
    shortest = sorted(has, key=lambda part: len(part.span))
    others = [part for part in shortest if words.strip()[:30] not in part.span.of(document.text)]
    return others[0] if others else None


def _nouns(document: Document, span: Span) -> set[str]:
    return {word.lower() for word in _WORDS.findall(span.of(document.text))}
