"""What a document tells that happened or was so: events with the words that say it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from acquis.model import Document, Evidence, Part
from acquis.model.document import COUNTED, Kind
from acquis.register import (
    _told_organs,
    _told_roles,
    _told_said,
    _told_signed,
    _told_stated,
    _told_tables,
    _told_texts,
    _told_votes,
)
from acquis.register._setting import VERSION, Setting
from acquis.register._template import Template, templates
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Names
from acquis.register.library import own
from acquis.register.mentions import Mention, mentions_in

_Rule: TypeAlias = Callable[[Template, Setting], Iterator[Event]]
_RULES: Final[tuple[_Rule, ...]] = (_told_roles.told, _told_organs.told, _told_texts.told, _told_said.told)


def events_in(document: Document, names: Names | None = None) -> Iterator[Event]:
    """The events that a document tells, in reading order: explicit ones, and inferred ones marked so.

    A text is evidence of a state of things on its day, never of its beginning or end. Nothing is taken from a draft.
    `names` are those kept by hand; else those that come with acquis.
    """
    if document.record.value("kind") in _NOBODYS:
        return
    setting = Setting(document, [each for each in mentions_in(document, names or own().texts) if each.layer == "text"])
    yield from _adopted(setting)
    yield from _met(setting)
    yield from _told_stated.standing(_told(setting), (sentence for _, sentence in _sentences(setting)), setting)
    yield from _told_votes.told(setting)
    yield from _told_tables.told(setting)


_NOBODYS: Final = ("draft", "chair")
"""Kinds of texts that are nobody's agreed language: what they say is not said by an organ."""


def unfound(event: Event) -> str:
    """The paragraph that a statement is about and the text does not have; "" where it is about what there is."""
    return event.value.removeprefix(_told_stated.UNFOUND) if event.value.startswith(_told_stated.UNFOUND) else ""


def _told(setting: Setting) -> Iterator[Event]:
    for part, sentence in _sentences(setting):
        rules = (*_RULES, _told_signed.told) if part.kind is Kind.SIGNATURE else _RULES
        yield from _said(sentence, setting, rules)


def _sentences(setting: Setting) -> Iterator[tuple[Part, Template]]:
    for part, here in _parts(setting):
        for sentence in templates(setting.document.text, part.span, part.sentences, here):
            yield part, sentence


def _parts(setting: Setting) -> Iterator[tuple[Part, list[Mention]]]:
    """The parts that are read, each with the mentions in it; both stand in reading order."""
    mentions = sorted(setting.mentions, key=lambda each: each.span)
    starts = [each.span.start for each in mentions]
    for part in setting.document.parts:
        if part.kind in COUNTED or part.kind is Kind.SIGNATURE:
            near = mentions[bisect_left(starts, part.span.start) : bisect_left(starts, part.span.end)]
            yield part, [each for each in near if each.span.end <= part.span.end]


def _said(template: Template, setting: Setting, rules: Sequence[_Rule]) -> Iterator[Event]:
    """What a sentence tells that happened; what two rules tell is told once."""
    met = set[tuple[object, ...]]()
    for event in (event for rule in rules for event in rule(template, setting)):
        same = (event.act, event.actor, event.object, event.role, event.on, event.value)
        if same not in met:
            met.add(same)
            yield event


def _adopted(setting: Setting) -> Iterator[Event]:
    """That the text was adopted, how, where and on which day, as its own record has it."""
    record = setting.document.record
    mode, day = record.claim("mode"), record.claim("date.adoption")
    if day is None or day.value is None or not setting.organ:
        return
    claim = mode if mode and mode.value and mode.span else day
    span = setting.document.layers.to_text(claim.span) if claim.span else None
    value = mode.value if mode and mode.value else ""
    fields: dict[str, Any] = {
        "actor": setting.organ,
        "object": setting.work,
        "value": value,
        "place": record.value("place") or "",
    }
    if span is not None:
        yield setting.event(Act.ADOPTED, span, rule="record", **fields)
    else:  # a field of the record stands in the source alone
        proof = Evidence(setting.document.address, claim.stated or claim.value or "", method=f"rule:record/{VERSION}")
        yield Event(act=Act.ADOPTED, on=setting.day, proof=proof, **fields)


def _met(setting: Setting) -> Iterator[Event]:
    """That the organ met, where the head of its text names the session, the place and the day."""
    record = setting.document.record
    session, place = record.claim("session"), record.value("place")
    if not (session and session.value and place and setting.organ and setting.day and setting.day.exact):
        return
    span = setting.document.layers.to_text(session.span) if session.span else None
    if span is not None:
        fields = {"actor": setting.organ, "object": setting.org, "place": place, "value": session.value, "nth": 0}
        yield setting.event(Act.MET, span, rule="session-in-head", **fields)
