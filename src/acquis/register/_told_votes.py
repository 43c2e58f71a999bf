"""Recorded votes, listed under a text: who was in favour, against, abstained or was absent."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Kind, Part
from acquis.register._setting import Setting
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind as Named
from acquis.register.library import own
from acquis.register.mentions import Mention
from acquis.register.naming import name_on
from acquis.structure.closings import VOTES

_HEAD: Final = re.compile(
    r"(?:^|(?<=[.;:\]\s。；：]))(?:" + "|".join(f"(?P<{value}>{words})" for value, words in VOTES) + r")"
    r"(?: ?[(（]\d+[)）])?\s?[:：(（]",
    re.IGNORECASE,
)


def told(setting: Setting) -> Iterator[Event]:
    """An event for each state of each list; a list goes on through the lines under its head until the next head."""
    value: str | None = None
    for part in setting.document.parts:
        if part.kind is not Kind.SIGNATURE:
            continue
        words = part.span.of(setting.document.text)
        heads = [(found.start(), str(found.lastgroup)) for found in _HEAD.finditer(words)]
        if not heads and value and not _is_list(part, setting):
            value = None
        yield from _votes(part, [(0, value), *heads], setting)
        value = heads[-1][1] if heads else value


def _is_list(part: Part, setting: Setting) -> bool:
    """Whether a line is mostly states, beside what stands in brackets: what follows a list is no part of it."""
    states = [each for each in setting.mentions if each.kind is Named.STATE and part.span.holds(each.span)]
    return 3 * sum(len(each.span) for each in states) > len(part.span)


def _votes(part: Part, heads: list[tuple[int, str | None]], setting: Setting) -> Iterator[Event]:
    for state in setting.mentions:
        if state.kind is not Named.STATE or state.nested or not part.span.holds(state.span):
            continue
        meant = state.meant or _bearing(state, setting)
        if not meant:
            continue
        at = state.span.start - part.span.start
        value = next((value for start, value in reversed(heads) if start <= at), None)
        if value:
            fields = {"actor": meant, "object": setting.work, "value": value}
            yield setting.event(Act.VOTED, state.span, rule="vote-listed", **fields)


def _bearing(state: Mention, setting: Setting) -> str | None:
    """Of several states that are called so the one whose short name it is: lists of votes have these ("Congo")."""
    words = state.span.of(setting.document.text)
    bearing = [each for each in state.others if name_on(each, own().names, on=setting.day) == words]
    return bearing[0] if len(bearing) == 1 else None
