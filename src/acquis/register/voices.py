"""For whom a passage speaks: for all whose text it is, the states that it names, parties, or whoever is interested."""

import enum
import re
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.model import Day, Span
from acquis.register import _voice_words as words
from acquis.register._apart_words import REFUSES, REFUSES_FIRST
from acquis.register._template import Template, listed, templates
from acquis.register._told_elsewhere import Own
from acquis.register._voice_apart import Apart, apart
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
    BESIDE = "observers or partners, who are no members"
    PARTIES = "parties to an instrument"
    INTERESTED = "interested members, which it does not name"


class Voice(Struct, frozen=True):
    """For whom a passage speaks, the states where that is known, and the words that say so.

    Of `SOME` they are those that are named among others, of `EXCEPT` those that are left out; of `NAMED` none where a
    name among them is not understood. `apart` are states of which the passage says that they do not go along, with the
    words `said`.
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

_THE: Final = r"(?i:the |les? |la |l['’]|los |las |el )?"
_OFFICE: Final = (
    rf"(?i:(?:the |les? |la |l['’]|los |las |el )?(?:⟨A\d+⟩|{words.OFFICE}) ?(?:{words.OF}(?: |(?<=['’])))?)"
)
_LIST: Final = listed("S", before=f"(?:{_OFFICE})?")
_GROUP: Final = (
    r"(?:⟨[AGO]\d+⟩|(?:member|participating) (?:states|countries)|members|participants|parties|delegations"
    r"|États membres|Estados miembros|государства-члены|стороны|участники)"
)
_SUBJECT: Final = (
    rf"(?:(?P<verb>^[وف]?(?:قد )?(?:{words.VERB_FIRST}) (?:كل من )?)|{_LED}(?:إن )?)(?:[Bb]oth )?(?:{_OFFICE})?{_THE}"
)
"""What stands before the states that a sentence has as its subject; in Arabic the verb may."""

_NAMED: Final = re.compile(
    rf"{_SUBJECT}(?P<who>(?>{_LIST}))(?:[,،]? ?(?i:{words.WITH}) ?(?:{_OFFICE})?{_THE}(?P<with>(?>{_LIST})))?[,،]?\s?"
    r"(?:(?!(?:and|et|y|и)\b)[^\W\d_A-ZА-Я]|⟨A)"
)
_NAME: Final = r"[A-ZÀ-Þ][\w-]+(?: (?:of (?:the )?|de )?[A-ZÀ-Þ][\w-]+){0,3}"
_UNREAD: Final = re.compile(rf"{_LED}{_OFFICE}{_THE}{_NAME}(?:,| and| et| y) (?:{words.OF} ?)?{_THE}{_LIST}")
"""A name that is not understood stands among those of the states."""

_SHARED: Final = re.compile(
    rf"{_SUBJECT}(?P<who>(?>{_LIST}))[,،]?\s?(?i:{words.WITH}|{words.AND}|،? ?و(?=⟨)) ?(?i:all (?:of )?)?(?:{_OFFICE})?"
    rf"(?:(?P<others>(?i:{words.OTHERS}))|(?i:{words.ALL}|{words.REST}))?(?: (?i:{words.REST}))? ?⟨G(?P<group>\d+)⟩"
)
"""States with a group beside them: "India and Pakistan, together with the member States"."""

_BESIDE: Final = re.compile(
    rf"^{_THE}(?:⟨G(?P<group>\d+)⟩|(?i:{words.OBSERVERS})[,:]? ?(?:[–—(] ?)?{_THE}(?=⟨S))[,:]? ?(?:[–—(] ?)?{_THE}"
    rf"(?P<who>{_LIST})?|{_SUBJECT}(?P<as>(?>{_LIST}))[,،(（]? ?(?i:{words.AS}) ?{_THE}(?i:{words.OBSERVERS})"
)
_NO_MEMBERS: Final = ("/observers", "/dialogue-partners")
_MEMBERS: Final = "/members"
_HOLDS: Final = re.compile(rf",? ?(?:{words.HOLDS})(?![0-9_a-zà-ÿа-яё])")
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

_NOT_ALL: Final = re.compile(
    rf"^(?:{words.ALL_OF}) {_GROUP}[^.;⟨]{{0,40}}?(?<!\w)(?:{REFUSES})"
    rf"|{_GROUP} (?:\w+ ){{0,2}}?(?:n['’]\w+ |ne \w+ )?(?:{words.NOT_ALL})"
    rf"|^(?:{REFUSES_FIRST})\w* (?:جميع|كل) ",
    re.IGNORECASE,
)
"""Of all of a group something is denied: it may be of some alone, and it is not said of whom."""

_INTERESTED: Final = re.compile(
    r"^(?:[Tt]he |[Ll]es |[Ll]os )?(?:[Ii]nterested\b|[Зз]аинтересованн\w+|感兴趣的?|有兴趣的?"
    r"|[ÉE]tats? (?:membres? )?intéressés?\b|[Ee]stados (?:[Mm]iembros )?interesados\b)"
)


def voice_in(
    text: str,
    *,
    parties: Parties,
    home: str | None = None,
    names: Names | None = None,
    on: Day | None = None,
    place: str = "",
) -> Voice:
    """For whom the words of a passage speak.

    `home` is the code of the organisation whose text it is, `on` and `place` where and when it was adopted; `names` are
    those kept by hand. Of a passage of several sentences one that speaks for some alone counts, unless another speaks
    for all. What states did about other texts and at other meetings is not counted.

    >>> told = voice_in("The Republic of Kazakhstan, Pakistan and Tajikistan reaffirm this.", parties=lambda _: None)
    >>> told.speaker.value, sorted(told.states)
    ('the states that it names', ['state:KAZ', 'state:PAK', 'state:TJK'])
    """
    mentions = mentions_in_words(text, home=home, names=names or own().texts)
    told = list(templates(text, Span(0, len(text)), sentences(text), mentions))
    spoken = _spoken(told, text, mentions, parties)
    return _without(spoken, apart(told, text, Own(day=on, place=place)))


def _without(spoken: Voice, found: Apart) -> Voice:
    """What is said of an objection that was withdrawn is said of those states, and not in their name."""
    if spoken.speaker is Speaker.NAMED and spoken.states and found.settled:
        left = spoken.states - found.settled
        spoken = replace(spoken, states=left) if left else Voice()
    return replace(spoken, apart=found.states, said=found.said) if found.states else spoken


def _spoken(told: Sequence[Template], text: str, mentions: Sequence[Mention], parties: Parties) -> Voice:
    voices: list[Voice | None] = []
    for each in told:
        voices.append(voices[-1] if voices and _goes_on(each) else _voice(each, text, mentions, parties))
    found = [voice for voice in voices if voice is not None]
    if not found or any(voice.speaker is Speaker.ALL for voice in found):
        return Voice()
    return found[0]


def _goes_on(template: Template) -> bool:
    """Whether a sentence begins with "They": those of the sentence before speak on."""
    first = next(iter(template.mentions), None)
    return first is not None and first.rule == "pronoun" and template.plain.startswith("⟨")


def _voice(template: Template, text: str, mentions: Sequence[Mention], parties: Parties) -> Voice | None:
    """For whom a sentence speaks; None where it does not say. One case a line."""
    if found := _INTERESTED.search(template.plain):
        return Voice(Speaker.INTERESTED, None, template.stretch(found).of(text))
    if found := _BUT.search(template.plain):
        return Voice(Speaker.EXCEPT, _states(template, found), template.stretch(found).of(text))
    if found := _SOME.search(template.plain) or _PART.search(template.plain) or _NOT_ALL.search(template.plain):
        return Voice(Speaker.SOME, _states(template, found), template.stretch(found).of(text))
    if what := _instrument(template, mentions):
        return Voice(Speaker.PARTIES, parties(what), template.span.of(text)[:_SHOWN])
    if voice := _beside(template, text) or _shared(template, text) or _named(template, text):
        return voice
    return Voice() if _WE.search(template.plain) else None


def _beside(template: Template, text: str) -> Voice | None:
    """Where observers or partners speak, who are no members; where members do with them, all do."""
    if (found := _BESIDE.match(template.plain)) is None:
        return None
    if found["group"] and not _is_group(template, found, *_NO_MEMBERS):
        return None
    groups = [each for each in template.mentions if (each.meant or "").endswith(_MEMBERS)]
    if groups and re.match(rf"[,،]? ?(?:{words.AND}|{words.WITH}|و) ?{_THE}⟨G", template.plain[found.end() :].lstrip()):
        return Voice()
    return Voice(Speaker.BESIDE, _states(template, found, "who", "as"), template.stretch(found).of(text).strip())


def _shared(template: Template, text: str) -> Voice | None:
    """States with the members, or with others of them."""
    if (found := _SHARED.match(template.plain)) is None or _is_group(template, found, *_NO_MEMBERS):
        return None
    if _is_group(template, found, _MEMBERS) and not found["others"]:
        return Voice()
    return Voice(Speaker.SOME, _states(template, found, "who"), template.stretch(found).of(text))


def _named(template: Template, text: str) -> Voice | None:
    """States that speak in their own names; of one alone a verb must say so."""
    if found := _UNREAD.match(template.plain):
        return Voice(Speaker.NAMED, None, template.stretch(found).of(text))
    if (found := _NAMED.match(template.plain)) is None:
        return None
    states = [each for each in template.marked(found["who"] + (found["with"] or "")) if each.meant]
    if len(states) > 1 or (states and (found["verb"] or _HOLDS.match(template.plain, found.end("who")))):
        stretch = Span(states[0].span.start, states[-1].span.end)
        return Voice(Speaker.NAMED, frozenset(each.meant or "" for each in states), stretch.of(text))
    return None


def _is_group(template: Template, found: re.Match[str], *endings: str) -> bool:
    return (template.mentions[int(found["group"])].meant or "").endswith(endings)


def _states(template: Template, found: re.Match[str], *groups: str) -> frozenset[str] | None:
    """The states that a match names; None where it names none, or one that nobody knows."""
    told = found.groupdict()
    named = [each for name in groups or told if (words := told[name]) for each in template.marked(words)]
    meant = frozenset(each.meant for each in named if each.kind is Kind.STATE and each.meant)
    return meant if named and len(meant) == len({each.start for each in named}) else None


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
