"""For whom a passage speaks: for all whose text it is, for the states that it names, for parties, for whoever wishes."""

import enum
import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from acquis.model import Span
from acquis.register._template import Template, listed
from acquis.register.mentions import mentions_in_words


class Speaker(enum.StrEnum):
    """For whom a passage speaks."""

    ALL = "all"
    NAMED = "the states that it names"
    PARTIES = "parties to an instrument"
    INTERESTED = "interested members, which it does not name"


class Voice(Struct, frozen=True):
    """For whom a passage speaks, the states where that is known, and the words that say so."""

    speaker: Speaker = Speaker.ALL
    states: frozenset[str] | None = None
    words: str = ""


Parties = Callable[[str], frozenset[str] | None]
"""The parties to an instrument on the day of the text; None where they are not known."""

_LED: Final = r"^(?:[^\W\d_]+(?:ing|ed|ant|ая|яя|уя|в)\b[^.;⟨]*(?:⟨[A-RT-Z]\d+⟩[^.;⟨]*)*,\s?)?"
"""A clause with a participle may stand before the subject: "Reaffirming their support for the Initiative, …"."""

_NAMED: Final = re.compile(
    rf"{_LED}(?:[Tt]he |[Ll]es? |[Ll]a |[Ll]'|[Ee]l )?(?P<who>⟨S\d+⟩.{{1,12}}⟨S\d+⟩.*?)(?=,? ?(?!and|et|y|и\b)[^\W\d_⟨])"
)
_LISTED: Final = re.compile(listed("S"))
_PARTIES: Final = re.compile(
    r"^(?:[Tt]he |[Ll]es )?(?:⟨G(?P<group>\d+)⟩|(?:[Ss]tates )?[Pp]arties to (?:the )?⟨I(?P<what>\d+)⟩|[Pp]arties à (?:la |le |l')?⟨I(?P<fr>\d+)⟩)"
)
_INTERESTED: Final = re.compile(
    r"^(?:[Tt]he |[Ll]es |[Ll]os )?(?:[Ii]nterested\b|[Зз]аинтересованн\w+|感兴趣的?|有兴趣的?|[ÉE]tats? (?:membres? )?intéressés?\b"
    r"|[Ee]stados (?:[Mm]iembros )?interesados\b)"
)


def voice_in(words: str, *, parties: Parties, home: str | None = None) -> Voice:
    """For whom the words of a passage speak. `home` is the code of the organisation whose text it is.

    >>> told = voice_in("The Republic of Kazakhstan, Pakistan and Tajikistan reaffirm this.", parties=lambda _: None)
    >>> told.speaker.value, sorted(told.states)
    ('the states that it names', ['state:KAZ', 'state:PAK', 'state:TJK'])
    """
    own = [each for each in mentions_in_words(words, home=home) if not each.nested]
    template = Template(words, Span(0, len(words)), own)
    if found := _INTERESTED.search(template.plain):
        return Voice(Speaker.INTERESTED, None, template.stretch(found).of(words))
    if found := _PARTIES.search(template.plain):
        if (what := _instrument(template, found)) is not None:
            return Voice(Speaker.PARTIES, parties(what), template.stretch(found).of(words))
    if found := _NAMED.search(template.plain):
        who = _LISTED.match(found["who"])
        states = [each for each in template.marked(who[0]) if each.meant] if who else []
        if len(states) > 1 and who:
            stretch = Span(states[0].span.start, states[-1].span.end)
            return Voice(Speaker.NAMED, frozenset(each.meant or "" for each in states), stretch.of(words))
    return Voice()


def _instrument(template: Template, found: re.Match[str]) -> str | None:
    """The instrument whose parties speak; None where the group is of something else."""
    if number := found["what"] or found["fr"]:
        return template.mentions[int(number)].meant
    group = template.mentions[int(found["group"])].meant or ""
    is_parties = group.startswith("group:") and group.endswith("/parties")
    return group.removeprefix("group:").removesuffix("/parties") if is_parties else None
