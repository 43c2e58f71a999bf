"""Of which states a passage says that they do not go along with it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from acquis.register import _apart_words as words
from acquis.register._template import Template, listed
from acquis.register._told_elsewhere import Own, is_at_other_meeting, is_of_other_text

_EDGE: Final = r"(?<![0-9_a-zà-ÿа-яё\u0621-\u064a'’])"
"""No letter of a word stands before; scripts without blanks have no such edge."""

_BETWEEN: Final = r"(?:[^.;⟨]|⟨[B-FH-RT-Z]\d+⟩){0,80}?"
"""What may stand between a state and what it does: no other state, group or actor."""

_SAID: Final = (
    re.compile(
        rf"(?P<who>{listed('S')}){_BETWEEN}{_EDGE}(?:{words.REFUSES}|{words.DENIED}(?:{words.OBJECTS}))", re.IGNORECASE
    ),
    re.compile(rf"{_EDGE}[وف]?(?:{words.REFUSES_FIRST})\w* (?P<who>{listed('S')})"),
    re.compile(rf"{_EDGE}{words.CANNOT_FIRST}".replace("WHO", listed("S"))),
)
_WITHDRAWN: Final = re.compile(rf"{_EDGE}(?:{words.WITHDRAWN})", re.IGNORECASE)
_WHO: Final = re.compile(listed("S"))


class Apart(Struct, frozen=True):
    """The states that do not go along, the words that say so, and the states that withdrew what they had said."""

    states: frozenset[str] = frozenset()
    said: str = ""
    settled: frozenset[str] = frozenset()


def apart(sentences: Iterable[Template], text: str, own: Own) -> Apart:
    """Of whom it is said that they do not go along; not of those that withdrew what they said.

    What is told of another text or another meeting than `own` does not count. Who withdrew it is named in the sentence;
    where nobody is ("It later withdrew its objection"), the last one was.
    """
    said: dict[str, str] = {}
    settled: set[str] = set()
    for each in sentences:
        told = dict(_told(each, text, own))
        said |= told
        if withdrawn(each.plain):
            named = named_before(each) or [*told] or [*said][-1:]
            said = {state: how for state, how in said.items() if state not in named}
            settled |= {*named}
    return Apart(frozenset(said), "; ".join(dict.fromkeys(said.values())), frozenset(settled))


def withdrawn(plain: str) -> re.Match[str] | None:
    """Where a sentence says that an objection or a reservation was withdrawn."""
    return _WITHDRAWN.search(plain)


def _told(sentence: Template, text: str, own: Own) -> Iterator[tuple[str, str]]:
    for found in (found for shape in _SAID for found in shape.finditer(sentence.plain)):
        tail, lead = sentence.tail(found.end()), sentence.lead(found.start())
        if is_of_other_text(sentence, tail, own, lead=lead) or is_at_other_meeting(sentence, tail, own):
            continue
        for state in sentence.marked(found["who"]):
            if state.meant:
                yield state.meant, sentence.stretch(found).of(text)


def named_before(sentence: Template) -> list[str]:
    """The states that a sentence names last before it speaks of a withdrawal."""
    found = withdrawn(sentence.plain)
    lists = [*_WHO.finditer(sentence.plain, 0, found.end() if found else 0)]
    return [state.meant for state in sentence.marked(lists[-1][0]) if state.meant] if lists else []
