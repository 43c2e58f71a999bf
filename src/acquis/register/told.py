"""What a document tells that happened or was so: events with the words that say it."""

from collections.abc import Iterator
from typing import Any, Final

from acquis.model import Document, Evidence
from acquis.model.document import COUNTED, Kind
from acquis.register import _told_acts, _told_organs, _told_roles, _told_tables, _told_texts, _told_votes
from acquis.register._setting import VERSION, Setting
from acquis.register._template import templates
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Names
from acquis.register.library import own
from acquis.register.mentions import mentions_in

_RULES: Final = (_told_roles.told, _told_organs.told, _told_texts.told, _told_acts.told)


def events_in(document: Document, names: Names | None = None) -> Iterator[Event]:
    """The events that a document tells, in reading order: explicit ones, and inferred ones marked so.

    A text is evidence of a state of things on its day, never of its beginning or end. Nothing is taken from a draft.
    `names` are those kept by hand; else those that come with acquis.
    """
    if document.record.value("kind") == "draft":
        return
    setting = Setting(document, [each for each in mentions_in(document, names or own().texts) if each.layer == "text"])
    yield from _adopted(setting)
    for part in document.parts:
        if part.kind in COUNTED or part.kind is Kind.SIGNATURE:
            here = [each for each in setting.mentions if part.span.holds(each.span)]
            for template in templates(document.text, part.span, part.sentences, here):
                for rule in _RULES:
                    yield from rule(template, setting)
    yield from _told_votes.told(setting)
    yield from _told_tables.told(setting)


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
