"""How drafters of a language put what happened: forms of words with a slot for each thing that is named."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import count
from typing import Final

from msgspec import Struct

from acquis.register._template import Template, listed
from acquis.register._told_needed import slots_needed, words_needed


class Tongue(Struct, frozen=True, eq=False):
    """The forms of a language and the words that they are made of.

    `forms` has a line for each: the rule, a colon, and a regular expression over a template in which `{who}`, `{what}`,
    `{on}` and the like are slots. `phrases` are forms that hold whatever becomes of their sentence: "the Plan approved
    on 30 October 2008" was approved. `doubts` are words with which a clause denies, supposes or expects: where one
    stands before a form or in a gap of it, nothing happened. `leads` may stand before what fills a slot, those under ""
    before any other. `roles`, `modes` and `consents` give the words for a status, a way of adopting and a way of
    consenting, each under ours. `charter` is what a text calls the constituent instrument of its own organisation,
    `own` what it calls itself, `texts` how others speak of it or of a part of it, `place` how a city looks that no list
    knows. `spaced` is whether blanks part words.
    """

    forms: str
    doubts: str
    phrases: str = ""
    leads: Mapping[str, str] = {}
    roles: Mapping[str, str] = {}
    modes: Mapping[str, str] = {}
    consents: Mapping[str, str] = {}
    charter: str = r"(?!)"
    own: str = r"(?!)"
    texts: str = r"(?!)"
    place: str = r"(?-i:[A-ZÀ-ÞА-ЯЁ][^\W\d_]+(?:['’ -](?:d['’]|del? |la |los |el )?[A-ZÀ-ÞА-ЯЁ][^\W\d_]+){0,3})"
    spaced: bool = True


class Form(Struct, frozen=True, eq=False):
    """One form: its rule, its shape, and what a sentence must have to meet it.

    `words` are choices of words in small letters, of each of which one must stand in it; `marks` the kinds of mentions.
    """

    rule: str
    shape: re.Pattern[str]
    words: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...]
    sure: bool

    def may_be_met(self, small: str) -> bool:
        """Whether its words stand in a sentence: asked before its shape, which costs more."""
        return all(any(word in small for word in choice) for choice in self.words)


def met(tongue: Tongue, template: Template) -> Iterator[tuple[str, re.Match[str]]]:
    """Where a form of the language is met in a sentence that neither denies nor expects it, with its rule."""
    small = template.small
    for form in _forms_for(tongue, template.kinds):
        if form.may_be_met(small):
            for found in form.shape.finditer(template.plain):
                if form.sure or not _doubted(tongue, template, found):
                    yield form.rule, found


def _doubted(tongue: Tongue, template: Template, found: re.Match[str]) -> bool:
    gaps = (words for slot, words in found.groupdict().items() if slot.startswith("gap") and words)
    return any(_doubts(tongue).search(words) for words in (template.lead(found.start()), *gaps))


@cache
def _doubts(tongue: Tongue) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{tongue.doubts})(?!\w)" if tongue.spaced else tongue.doubts, re.IGNORECASE)


@lru_cache(4_096)
def _forms_for(tongue: Tongue, kinds: frozenset[str]) -> tuple[Form, ...]:
    """The forms that a sentence with some kinds of mentions may meet."""
    return tuple(form for form in _forms(tongue) if all(not kinds.isdisjoint(mark) for mark in form.marks))


@cache
def _forms(tongue: Tongue) -> tuple[Form, ...]:
    """The lines of both tables as forms; a line that begins with a blank goes on with the one before."""
    tables = ((tongue.phrases, True), (tongue.forms, False))
    joint = " " if tongue.spaced else ""
    lines = ((line, sure) for table, sure in tables for line in re.sub(r"\n +", joint, table).split("\n") if line)
    return tuple(_form(line, tongue, sure=sure) for line, sure in lines)


def _form(line: str, tongue: Tongue, *, sure: bool) -> Form:
    rule, _, words = line.partition(": ")
    numbers = count()
    shape = _SLOT.sub(lambda found: _filled(found["slot"], tongue, numbers), words)
    bound = r"(?<!\w)" if tongue.spaced else ""
    marks = tuple(_MARKS[slot] for slot in slots_needed(words) if slot in _MARKS)
    return Form(rule, re.compile(bound + shape, re.IGNORECASE), words_needed(words), marks, sure)


def _filled(slot: str, tongue: Tongue, numbers: "count[int]") -> str:
    """The regular expression of a slot, led by what may stand before it."""
    if slot in _GAPS:
        return f"(?P<gap{next(numbers)}>{_GAPS[slot]})"
    lead = tongue.leads.get(slot, tongue.leads.get("", ""))
    tail = _TAILS.get(slot, "")
    return f"(?:{lead})?(?P<{slot}>{_fills(slot, tongue)}){tail}"


def _fills(slot: str, tongue: Tongue) -> str:
    own = {
        "role": "|".join((r"⟨G\d+⟩", *tongue.roles.values())),
        "mode": "|".join(tongue.modes.values()),
        "how": "|".join(tongue.consents.values()),
        "what": rf"⟨I\d+⟩|{tongue.charter}",
        "own": tongue.own,
        "this": rf"(?:{tongue.texts})[^.;。；]*?(?=[.;。；]|$)" if tongue.spaced else rf"(?:{tongue.texts})",
        "place": rf"⟨[CS]\d+⟩|{tongue.place}",
    }
    return own.get(slot) or _NAMED[slot]


_SLOT: Final = re.compile(r"\{(?P<slot>[a-z]+)\}")
_GAPS: Final = {
    "aside": r"(?:[,،，] ?[^.;。；]{1,160}?[,،，])?",
    "some": r"[^.;。；⟨]{0,60}?",
    "any": r"[^.;。；]{0,120}?",
    "dated": r"(?:[^.;。；⟨]{0,40}⟨[CD]\d+⟩){1,3}",
}
"""What may stand between the words of a form."""
_OWNER: Final = r"(?:(?: (?:of|of the|de la|de l['’]|del|de|des|du))? ?⟨O\d+⟩)?(?: ?\([^()]*\))?"
_TAILS: Final = {"organ": _OWNER, "body": _OWNER, "place": r"(?:, (?:the |la |el |le |l['’])?⟨S\d+⟩| ?\(⟨S\d+⟩\))?"}
"""What may stand after what fills a slot: the organisation of an organ, its short name, the country of a city."""
_NAMED: Final = {
    "who": listed("S"),
    "on": r"⟨D\d+⟩(?: г(?:ода|\.))?",
    "organ": r"⟨N\d+⟩",
    "org": r"⟨[OG]\d+⟩",
    "body": r"⟨[NO]\d+⟩",
    "name": r"⟨S\d+⟩",
    "old": r"⟨C\d+⟩",
    "new": r"⟨C\d+⟩",
    "from": r"[^.;。；]+",
    "today": r"[^\W\d_]+",
}
"""What fills a slot in any language: marks, or any words."""
_MARKS: Final = {"who": "S", "name": "S", "on": "D", "organ": "N", "org": "OG", "body": "NO", "old": "C", "new": "C"}
"""The kinds of mentions, one of which must stand in a sentence for the slot to be filled."""
