"""For whom a passage speaks: for all whose text it is, the states that it names, parties, or whoever is interested."""

import enum
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.model import Span
from acquis.register import _voice_words as words
from acquis.register._template import Template, listed, templates
from acquis.register.gazetteer import Kind, Names
from acquis.register.library import own
from acquis.register.mentions import Mention, mentions_in_words
from acquis.structure.sentences import sentences


class Speaker(enum.StrEnum):
    """For whom a passage speaks."""

    ALL = "all"
    NAMED = "the states that it names"
    EXCEPT = "all but those that it excepts"
    SOME = "some members, and it does not say which"
    PARTIES = "parties to an instrument"
    INTERESTED = "interested members, which it does not name"


class Voice(Struct, frozen=True):
    """For whom a passage speaks, the states where that is known, and the words that say so.

    Of `SOME` they are those that are named among others, of `EXCEPT` those that are left out. `apart` are states of
    which the passage says that they do not go along, with the words `said`.
    """

    speaker: Speaker = Speaker.ALL
    states: frozenset[str] | None = None
    words: str = ""
    apart: frozenset[str] = frozenset()
    said: str = ""


Parties = Callable[[str], frozenset[str] | None]
"""The parties to an instrument on the day of the text; None where they are not known."""

_LED: Final = r"^(?:[^\W\d_]+(?:ing|ed|ant|ая|яя|уя|в)\b[^.;⟨]*(?:⟨[A-RT-Z]\d+⟩[^.;⟨]*)*,\s?)?"
"""A clause with a participle may stand before the subject: "Reaffirming their support for the Initiative, …"."""

_NAMED: Final = re.compile(
    rf"{_LED}(?:[Bb]oth )?(?:(?:[Tt]he |[Ll]es )?⟨A\d+⟩ (?:of|de|des) )?"
    rf"(?:[Tt]he |[Ll]es? |[Ll]a |[Ll]'|[Ee]l )?(?P<who>{listed('S')}),?\s?"
    r"(?!and\b|et\b|y\b|и\b)[^\W\d_A-ZА-Я]"
)
_PARTIES: Final = re.compile(
    r"^(?:[Tt]he |[Ll]es )?(?:⟨G(?P<group>\d+)⟩|(?:[Ss]tates )?[Pp]arties to (?:the )?⟨I(?P<what>\d+)⟩"
    r"|[Pp]arties à (?:la |le |l')?⟨I(?P<fr>\d+)⟩)"
)
_PARTIES_TO_IT: Final = re.compile(
    r"^(?:[Tt]he )?(?:[Ss]tates )?[Pp]arties(?: to (?:the )?(?:Convention|Treaty|Protocol|Agreement"
    r"|Covenant))?\b(?! concerned)"
)
_WE: Final = re.compile(r"^(?:[Tt]he |[Ll]es )?⟨[AG]\d+⟩|^(?:We|Nous|Мы)\b")
_WHO: Final = rf"(?:the |la |les? |los |las |el |l['’])?(?P<who>{listed('S')})"
_WHO_FIRST: Final = _WHO.replace("<who>", "<first>")
_GROUP: Final = (
    r"(?:⟨[AGO]\d+⟩|(?:member|participating) (?:states|countries)|members|participants|parties|delegations"
    r"|États membres|Estados miembros|государства-члены|стороны|участники)"
)
_BUT: Final = re.compile(
    rf"{_LED}(?:(?:{words.ALL}) )?(?:{_GROUP}|states|countries)\s?[,(，（]?\s?(?:{words.BUT})(?:\s?{_WHO})?"
    rf"|^(?:{words.BUT})\s?{_WHO_FIRST}(?:之|以)?(?:外|,|،)|^(?P<ja>{listed('S')})を除く"
    rf"|{_LED}(?:(?:{words.ALL}) )?{_GROUP}\s?[,(]?\s?(?:without|not including|minus|без(?: участия)?)"
    rf" (?P<out>{listed('S')})"
    rf"|{_LED}(?:(?:{words.ALL}) )?{_GROUP}, (?P<aside>{listed('S')})"
    r" (?:abstain|dissent|dissociat|object|not participat)ing"
    rf"|^(?:{words.BUT})\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    rf"{_LED}(?:the |les |los )?(?:{words.SOME})\s?(?:of (?:the )?|из |des |d['’]|de (?:los )?|的)?{_GROUP}"
    rf"(?:\s?[,(，]?\s?(?:{words.ABOVE_ALL})\s?{_WHO})?",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    rf"{_LED}(?:(?:{words.ALL}) )(?P<which>(?!(?:{words.ALL}|of|de|des)\b)[^\W\d_][\w-]*(?: [\w-]+)?|⟨L\d+⟩) ⟨G\d+⟩"
    rf"|{_LED}(?:(?:{words.ALL}) )?⟨G\d+⟩ (?:bordering|participating|taking part|wishing|willing|concerned|affected"
    rf"|located|that|which|who)\b"
    rf"|{_LED}(?:(?:{words.ALL}) )?⟨G\d+⟩ (?:of|from|in|d['’]|de(?: la| l['’])?|del|du|en|из|в) (?:the )?⟨L\d+⟩",
    re.IGNORECASE,
)
"""A part of the group, told by a word before it or a region after it: "the Central Asian member states"."""

_REFUSES: Final = re.compile(rf"(?P<who>{listed('S')})[^.;⟨]{{0,60}}?(?<!\w)(?:{words.REFUSES})", re.IGNORECASE)
_INTERESTED: Final = re.compile(
    r"^(?:[Tt]he |[Ll]es |[Ll]os )?(?:[Ii]nterested\b|[Зз]аинтересованн\w+|感兴趣的?|有兴趣的?"
    r"|[ÉE]tats? (?:membres? )?intéressés?\b|[Ee]stados (?:[Mm]iembros )?interesados\b)"
)


def voice_in(text: str, *, parties: Parties, home: str | None = None, names: Names | None = None) -> Voice:
    """For whom the words of a passage speak.

    `home` is the code of the organisation whose text it is, `names` those kept by hand. Of a passage of several
    sentences one that speaks for some alone counts, unless another speaks for all.

    >>> told = voice_in("The Republic of Kazakhstan, Pakistan and Tajikistan reaffirm this.", parties=lambda _: None)
    >>> told.speaker.value, sorted(told.states)
    ('the states that it names', ['state:KAZ', 'state:PAK', 'state:TJK'])
    """
    mentions = mentions_in_words(text, home=home, names=names or own().texts)
    told = list(templates(text, Span(0, len(text)), sentences(text), mentions))
    spoken = _spoken(told, text, mentions, parties)
    apart, said = _apart(told, text)
    return replace(spoken, apart=apart, said=said) if apart else spoken


def _spoken(told: Sequence[Template], text: str, mentions: Sequence[Mention], parties: Parties) -> Voice:
    voices: list[Voice | None] = []
    for each in told:
        voices.append(voices[-1] if voices and _goes_on(each) else _voice(each, text, mentions, parties))
    found = [voice for voice in voices if voice is not None]
    if not found or any(voice is None and _WE.search(each.plain) for each, voice in zip(told, voices, strict=True)):
        return Voice()
    return found[0]


def _goes_on(template: Template) -> bool:
    """Whether a sentence begins with "They": those of the sentence before speak on."""
    first = next(iter(template.mentions), None)
    return first is not None and first.rule == "pronoun" and template.plain.startswith("⟨")


def _voice(template: Template, text: str, mentions: Sequence[Mention], parties: Parties) -> Voice | None:
    """For whom a sentence speaks, where that is not everybody."""
    if found := _INTERESTED.search(template.plain):
        return Voice(Speaker.INTERESTED, None, template.stretch(found).of(text))
    if found := _BUT.search(template.plain):
        return Voice(Speaker.EXCEPT, _states(template, found), template.stretch(found).of(text))
    if found := _SOME.search(template.plain) or _PART.search(template.plain):
        return Voice(Speaker.SOME, _states(template, found), template.stretch(found).of(text))
    if what := _instrument(template, mentions):
        return Voice(Speaker.PARTIES, parties(what), template.span.of(text)[:_SHOWN])
    if _BESIDE.match(template.plain) and (template.mentions[0].meant or "").endswith(_NO_MEMBERS):
        return Voice(Speaker.SOME, None, template.mentions[0].span.of(text))
    if found := _NAMED.search(template.plain):
        states = [each for each in template.marked(found["who"]) if each.meant]
        if len(states) > 1 or (states and _HOLDS.match(template.plain, found.end("who"))):
            stretch = Span(states[0].span.start, states[-1].span.end)
            return Voice(Speaker.NAMED, frozenset(each.meant or "" for each in states), stretch.of(text))
    return None


_BESIDE: Final = re.compile(r"(?:The |Les |Los )?⟨G0⟩")
_NO_MEMBERS: Final = ("/observers", "/dialogue-partners")
_HOLDS: Final = re.compile(
    r",? (?:considers|believes|holds|is of the view|is convinced|supports|reaffirms|stresses"
    r"|emphasi[sz]es|proposes|advocates"
    r"|считает|полагает|поддерживает|подтверждает|предлагает|estime|considère|soutient|réaffirme|propose"
    r"|considera|estima|apoya|reafirma|propone)\b"
)
"""Verbs with which one state alone speaks for itself."""


def _states(template: Template, found: re.Match[str]) -> frozenset[str] | None:
    """The states that a match names; None where it names none, or one that nobody knows."""
    named = [each for words in found.groupdict().values() if words for each in template.marked(words)]
    meant = frozenset(each.meant for each in named if each.kind is Kind.STATE and each.meant)
    return meant if named and len(meant) == len({each.start for each in named}) else None


def _apart(told: Iterable[Template], text: str) -> tuple[frozenset[str], str]:
    """The states of which the passage says that they do not go along with it, and the words."""
    found = [(each, match) for each in told for match in _REFUSES.finditer(each.plain)]
    states = (state.meant for each, match in found for state in each.marked(match["who"]))
    return frozenset(state for state in states if state), "; ".join(
        each.stretch(match).of(text) for each, match in found
    )


_SHOWN: Final = 120


def _instrument(template: Template, mentions: Sequence[Mention]) -> str | None:
    """The instrument whose parties speak: the one that is named, else the last that was named before."""
    if found := _PARTIES.search(template.plain):
        if number := found["what"] or found["fr"]:
            return template.mentions[int(number)].meant
        group = template.mentions[int(found["group"])].meant or ""
        if group.startswith("group:") and group.endswith("/parties"):
            return group.removeprefix("group:").removesuffix("/parties")
    if _PARTIES_TO_IT.search(template.plain):
        before = [each for each in mentions if each.kind is Kind.INSTRUMENT and each.span.end <= template.span.start]
        return before[-1].meant if before else None
    return None
