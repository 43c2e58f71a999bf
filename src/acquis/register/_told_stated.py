"""What states say of the text that speaks: they go along with it or not, were absent, or took back what they said."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from acquis.register._setting import Setting
from acquis.register._template import Template
from acquis.register._told_elsewhere import Own, is_at_other_meeting, is_of_other_text
from acquis.register._told_filled import Said
from acquis.register._told_passage import passages
from acquis.register._voice_apart import named_before, withdrawn
from acquis.register.events import Act, Event

UNFOUND: Final = "not found: "
"""With it begins the value of a statement about a paragraph that the text does not have."""


def about_own(act: Act, value: str = "") -> Callable[[Said], Iterator[Event]]:
    """What states did about the text or a passage of it; what is told of another text is none of this one's."""

    def told(said: Said) -> Iterator[Event]:
        words, own = _meant(said), own_of(said.setting)
        plain = said.template.plain
        if withdrawn(plain) or is_of_other_text(said.template, words, own, lead=said.template.lead(said.found.start())):
            return
        if act is Act.STAYED_OUT and is_at_other_meeting(said.template, words, own):
            return
        meant = passages(said.template.unmarked(words), said.setting)
        whole = (said.setting.work,) if act is Act.ASSOCIATED else meant.places
        for actor in said.who:
            for place in whole:
                yield said.event(act, actor=actor, object=place, value=value)
            if meant.unfound and act is not Act.ASSOCIATED:
                yield said.event(act, actor=actor, object=said.setting.work, value=UNFOUND + meant.unfound)

    return told


def was_absent(said: Said) -> Iterator[Event]:
    """That states were absent from the meeting of the text; of other meetings nothing follows for it."""
    own = own_of(said.setting)
    words = said.slots.get("from") or said.template.plain
    lead = said.template.lead(said.found.start())
    if is_at_other_meeting(said.template, words, own) or is_of_other_text(said.template, words, own, lead=lead):
        return
    for actor in said.who:
        yield said.event(Act.VOTED, actor=actor, object=said.setting.work, value="absent")


def standing(events: Iterable[Event], sentences: Iterable[Template], setting: Setting) -> Iterator[Event]:
    """The events without what states said of the text and withdrew, as a sentence of it tells."""
    told = [*events]
    if any(event.act in _STATED for event in told):
        gone = {*_withdrawn(sentences, setting)}
        told = [each for each in told if each.act not in _STATED or not _is_gone(each, gone, setting.work)]
    return iter(told)


_STATED: Final = (Act.DISSOCIATED, Act.RESERVED)


def _withdrawn(sentences: Iterable[Template], setting: Setting) -> Iterator[tuple[str, str]]:
    """Which states withdrew what they had said, and of which place."""
    for each in sentences:
        if found := withdrawn(each.plain):
            for state in named_before(each):
                for place in passages(each.unmarked(each.tail(found.end())), setting).places:
                    yield state, place


def _is_gone(event: Event, gone: set[tuple[str, str]], work: str) -> bool:
    return (event.actor, event.object) in gone or (event.actor, work) in gone


def _meant(said: Said) -> str:
    """The words, with marks, for what a statement is about; where its form has none, those that follow it."""
    return said.slots.get("from") or said.slots.get("this") or said.template.tail(said.found.end())


def own_of(setting: Setting) -> Own:
    """What is known of the text that speaks."""
    record = setting.document.record
    return Own(setting.work, setting.day, record.value("place") or "", record.value("title") or "")
