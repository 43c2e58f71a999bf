"""Who assented to these words, by which act, in which text: claimed from known acts alone."""

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from acquis.register.events import Act, Event, Proof
from acquis.register.spells import Held, Verdict
from acquis.register.told import unfound
from acquis.register.voices import Speaker, Voice


class Cell(enum.StrEnum):
    """What a state did about a text or a passage. Only the first four are assent."""

    SIGNED = "signed"
    IN_FAVOUR = "in favour"
    DID_NOT_OBJECT = "did not object"
    SPOKE = "named as speaker"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    DISSOCIATED = "dissociated"
    RESERVED = "reserved"
    STAYED_OUT = "stayed out"
    NOT_NAMED = "not named"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


ASSENTS: Final = (Cell.SIGNED, Cell.IN_FAVOUR, Cell.DID_NOT_OBJECT, Cell.SPOKE)
"""The acts from which assent is claimed. To be entitled is never one of them."""


class Way(enum.StrEnum):
    """How a text came to be agreed, as far as it is known."""

    SIGNATURE = "signature"
    VOTE = "recorded vote"
    UNANIMOUS = "unanimous vote"
    AGREED = "without objection"  # consensus, without a vote, acclamation, a silence nobody broke
    NOT_AGREED = "not agreed"  # a draft, a chair's summary: nobody's agreed language
    UNKNOWN = "unknown"


class Mark(Struct, frozen=True):
    """What one state did about one passage, the reason in words, and what proves it."""

    state: str
    cell: Cell
    why: str
    proofs: tuple[Proof, ...] = ()

    @property
    def assents(self) -> bool:
        """Whether assent is claimed."""
        return self.cell in ASSENTS


class Adoption(Struct, frozen=True):
    """How a text was adopted, why that is thought, and what proves it."""

    way: Way
    why: str
    proofs: tuple[Proof, ...] = ()


def marks(entitled: Iterable[Held], adoption: Adoption, voice: Voice, events: Sequence[Event]) -> tuple[Mark, ...]:
    """A mark for each state that was entitled on the day of a text, and for no other.

    `entitled` are the roles that entitle, as they were held that day; `events` what states did about the text and the
    passage: voted, signed, dissociated, were absent. A state whose own membership is unknown or disputed has a mark
    that says so. Nothing is claimed of who was not yet, or no longer, a member. Where nobody is known to have been
    entitled, the states that the passage names as its speakers have a mark, and those that acted on the text.
    """
    by: dict[str, list[Event]] = {}
    for event in events:
        by.setdefault(event.actor, []).append(event)
    told = tuple(_mark(held, adoption, voice, by.get(held.actor, ())) for held in entitled)
    return told or tuple(_of_strangers(adoption, voice, by))


def _of_strangers(adoption: Adoption, voice: Voice, by: Mapping[str, Sequence[Event]]) -> Iterator[Mark]:
    """What is known of states in a text of which nobody knows who was entitled: no list of members is needed for it."""
    named = voice.states or frozenset() if voice.speaker in (Speaker.NAMED, Speaker.SOME) else frozenset()
    for state in sorted({*named, *by}):
        if acted := _acted(state, by.get(state, ())):
            yield next((mark for mark in acted if mark.cell in _SETTLES), acted[0])
        elif state in named and state not in voice.apart and (spoken := _spoken(state, adoption, voice)):
            yield spoken


def _mark(held: Held, adoption: Adoption, voice: Voice, own: Sequence[Event]) -> Mark:
    """One case a line: what the state itself did comes first, then for whom the passage speaks, then the adoption."""
    if held.verdict is not Verdict.HELD:
        return Mark(
            held.actor, Cell.UNKNOWN, f"membership that day is {held.verdict.value}: {held.why}", _of(held.proofs)
        )
    acted = _acted(held.actor, own) if own else []
    if settled := next((mark for mark in acted if mark.cell in _SETTLES), None):
        return settled
    if held.actor in voice.apart:
        return Mark(held.actor, Cell.UNKNOWN, f"the passage says of it: “{voice.said}”")
    if spoken := _spoken(held.actor, adoption, voice):
        return spoken
    return acted[0] if acted else _adopted(held.actor, adoption)


_OF_ACTS: Final = {
    Act.DISSOCIATED: Cell.DISSOCIATED,
    Act.STAYED_OUT: Cell.STAYED_OUT,
    Act.RESERVED: Cell.RESERVED,
    Act.SIGNED: Cell.SIGNED,
}
_OF_VOTES: Final = {
    "yes": Cell.IN_FAVOUR,
    "no": Cell.AGAINST,
    "abstain": Cell.ABSTAINED,
    "absent": Cell.ABSENT,
}
_SETTLES: Final = (
    *(Cell.DISPUTED, Cell.DISSOCIATED, Cell.STAYED_OUT, Cell.ABSENT, Cell.AGAINST, Cell.ABSTAINED, Cell.RESERVED),
    Cell.UNKNOWN,
)
"""What a state itself said or did against a text, or away from it, holds whomever the passage speaks for."""


def _acted(state: str, own: Sequence[Event]) -> list[Mark]:
    """What a state did, and first of all that its sources do not agree on how it voted."""
    return [*_disputed(state, own), *_acts(state, own)]


def _disputed(state: str, own: Sequence[Event]) -> Iterator[Mark]:
    """The vote of a state on which sources contradict one another: each way with its proof."""
    by: dict[str, dict[str, Event]] = {}
    for event in own:
        if event.act is Act.VOTED and event.value in _OF_VOTES:
            by.setdefault(event.object, {}).setdefault(event.value, event)
    for ways in by.values():
        if len(ways) > 1:
            why = "its vote is told in more than one way: " + ", ".join(_OF_VOTES[way].value for way in ways)
            yield Mark(state, Cell.DISPUTED, why, _of(ways.values()))


def _acts(state: str, own: Iterable[Event]) -> Iterator[Mark]:
    for event in sorted(own, key=lambda event: bool(unfound(event))):
        cell = _OF_VOTES.get(event.value) if event.act is Act.VOTED else _OF_ACTS.get(event.act)
        if paragraph := unfound(event):
            why = f"{event.act.value}, of {paragraph}, which is not found in the text"
            yield Mark(state, Cell.UNKNOWN, why, (event.proof,))
        elif cell is not None:
            why = "absent" if cell is Cell.ABSENT else f"{event.act.value} {event.value}".strip()
            yield Mark(state, cell, why, (event.proof,))


def _spoken(state: str, adoption: Adoption, voice: Voice) -> Mark | None:
    """A passage that limits for whom it speaks counts for these alone; None where it speaks for this state as for all.

    The others are not named, which is no dissociation; where it is not said who they are nothing is claimed.
    """
    named = voice.states is not None and state in voice.states
    if voice.speaker is Speaker.ALL or (voice.speaker is Speaker.EXCEPT and voice.states is not None and not named):
        return None
    if voice.speaker is Speaker.BESIDE and not named:
        return Mark(state, Cell.NOT_NAMED, f"the passage speaks for {voice.speaker.value}: “{voice.words}”")
    if named and voice.speaker not in (Speaker.EXCEPT, Speaker.BESIDE):
        return Mark(state, Cell.SPOKE, f"“{voice.words}”", adoption.proofs)
    if voice.states is None or voice.speaker in (Speaker.SOME, Speaker.BESIDE):
        return Mark(state, Cell.UNKNOWN, f"the passage speaks for {voice.speaker.value}: “{voice.words}”")
    why = "the passage excepts it" if named else "the passage speaks for others"
    return Mark(state, Cell.NOT_NAMED, f"{why}: “{voice.words}”", adoption.proofs)


_BY_WAY: Final = {Way.UNANIMOUS: Cell.IN_FAVOUR, Way.AGREED: Cell.DID_NOT_OBJECT}


def _adopted(state: str, adoption: Adoption) -> Mark:
    """Of a text that was signed or voted on nothing follows for who is not recorded."""
    return Mark(state, _BY_WAY.get(adoption.way, Cell.UNKNOWN), adoption.why, adoption.proofs)


def _of(events: Iterable[Event]) -> tuple[Proof, ...]:
    return tuple(event.proof for event in events)


def adopted(
    *, mode: str | None, said: Proof | None, kind: str | None, events: Sequence[Event], rule: Adoption | None
) -> Adoption:
    """How a text was adopted: by what is recorded of it, else by the one rule that its organ has.

    `mode` and `said` are what its own record states, `events` what is known of votes and signatures, `rule` the way in
    which the organ takes all its decisions, None where it has several: then nothing is known.
    """
    proofs = (said,) if said else ()
    if kind in _NOBODYS:
        return Adoption(Way.NOT_AGREED, f"a {_NOBODYS[kind]} is nobody's agreed language")
    if any(event.act is Act.SIGNED for event in events):
        return Adoption(Way.SIGNATURE, "signed by those recorded", _of(events))
    if mode is not None and (way := _MODES.get(mode.casefold())):
        return Adoption(way, _WORDS[way].format(mode), proofs)
    if any(event.act is Act.VOTED for event in events):
        return Adoption(Way.VOTE, "not recorded among those who voted", _of(events))
    if mode is None and rule is not None:
        return rule
    if mode is not None and said is not None:
        return Adoption(Way.UNKNOWN, "what is said of its adoption is not understood", proofs)
    return Adoption(Way.UNKNOWN, "neither the text nor a record says how it was adopted")


_NOBODYS: Final = {"draft": "draft", "chair": "chair's statement", "summary": "chair's summary", "note": "note"}
_MODES: Final[Mapping[str, Way]] = {
    **dict.fromkeys(("consensus", "without a vote", "acclamation", "silence procedure"), Way.AGREED),
    "unanimously": Way.UNANIMOUS,
    "recorded vote": Way.VOTE,
}
_WORDS: Final = {
    Way.AGREED: "entitled, and the text was adopted: {}",
    Way.UNANIMOUS: "entitled, and the text was adopted {}",
    Way.VOTE: "adopted by {}; not recorded among those who voted",
}
