"""What is said of instruments: adopted, in force, running for a term, invoked, carried out, proposed, related."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Day, Span
from acquis.register._setting import Setting, day_of
from acquis.register._template import Template, listed
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention

_ADOPTION: Final = re.compile(
    rf"\b(?:adoption|approval) of (?:the )?(?P<a>{listed('IJ')})"
    rf"|(?P<b>{listed('IJ')})[^.;⟨]{{0,20}}?\b(?:was|were|has been|have been)(?: also)? (?:adopted|approved)\b"
    rf"|\b(?:adopted|approved) (?:the )?(?P<c>{listed('IJ')})",
    re.IGNORECASE,
)
_APPROVED: Final = (
    r",? (?:which was |was )?(?:approved|adopted|endorsed|signed|concluded)[^.;⟨]{0,8}(?:⟨C\d+⟩[^.;⟨]{0,6})?"
)
_BASIS: Final = re.compile(
    r"\b(?:in (?:strict |full )?(?:compliance|accordance|conformity) with|guided by|on the basis of|pursuant to|"
    r"in the spirit of)\b(?: (?:the )?[a-z ]{1,40}? of)? (?:the )?(?P<what>⟨I\d+⟩(?:(?:,? as well as|,| and)"
    r"(?: of)?(?: the)? ⟨I\d+⟩)*)",
    re.IGNORECASE,
)
_CARRIED_OUT: Final = re.compile(
    rf"\b(?:implementation|realization|realisation|execution|fulfilment) of (?:the provisions of )?(?:the )?"
    rf"(?P<what>{listed('I')})"
    rf"|\b(?:implement|carry out|fulfil)(?:ing|ed)? (?:the provisions of )?(?:the )?(?P<what2>{listed('I')})",
    re.IGNORECASE,
)
_ONGOING: Final = re.compile(
    r"\b(?:continu|work|ongoing|underway|under way|proceed|successful|active|consistent|joint)\w*", re.IGNORECASE
)
_PROPOSED: Final = re.compile(
    r"\b(?:elaborat|draft|negotiat|draw(?:ing)? up|prepar|develop|conclud|conclus)\w*\b[^.;]{0,100}?"
    r"\b(?:drafts?|text|conclusion)? ?(?:of |on )?(?:the |an? )?⟨I(?P<what>\d+)⟩",
    re.IGNORECASE,
)
_CREATED: Final = re.compile(
    r"\b(?:creation|establishment) of (?:the |an? )?⟨Z(?P<what>\d+)⟩"
    r"|⟨Z(?P<what2>\d+)⟩[^.;⟨]{0,30}?\b(?:was|has been) (?:created|established)",
    re.IGNORECASE,
)
_TERM: Final = re.compile(
    r"\b(?:for|in|over)(?: the period)?(?: of| from)? (?P<since>(?:19|20)\d\d) ?(?:-|–|—|to|until) ?(?P<until>"
    r"(?:19|20)\d\d)"
)
_UNTIL: Final = re.compile(r"\b(?:until|to|till|by) (?P<until>(?:19|20)\d\d)\b")
_SPIRIT: Final = re.compile(
    r"\bin (?:a|the) spirit of (?P<list>[a-z][^.;⟨⟩]{3,200}?)(?=,? and (?:jointly |to )?[a-z]+ (?:all|the|its"
    r"|their)\b|[.;]|$)",
    re.IGNORECASE,
)


_SIGNS: Final = ("⟨i", "⟨j", "⟨z", "charter", "deposited", "the spirit of", "a spirit of")
"""Without one of these words no rule of this file tells anything."""


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """What a sentence tells of instruments."""
    if not template.has(_SIGNS):
        return
    for rule in (
        _adopted,
        _invoked,
        _carried_out,
        _proposed,
        _created,
        _terms,
        _related,
        _spirit,
    ):
        yield from rule(template, setting)


def _adopted(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _ADOPTION.finditer(template.plain):
        for what in template.marked(found["a"] or found["b"] or found["c"]):
            if (address := setting.text(what)) != setting.work:
                fields = {"actor": "", "object": address, "role": "adopted", "value": "on or before that day"}
                yield setting.event(Act.NOTED, template.stretch(found), rule="adoption-of", **fields)


def _invoked(template: Template, setting: Setting) -> Iterator[Event]:
    """To act in compliance with a text is a claim about oneself: it proves no obligation and no force."""
    yield from _each(_BASIS, template, setting, role="invoked as basis", rule="in-compliance-with")


def _carried_out(template: Template, setting: Setting) -> Iterator[Event]:
    for event in _each(_CARRIED_OUT, template, setting, role="under implementation", rule="implementation-of"):
        if _ONGOING.search(template.plain):
            yield event


def _each(shape: re.Pattern[str], template: Template, setting: Setting, *, role: str, rule: str) -> Iterator[Event]:
    for found in shape.finditer(template.plain):
        for what in template.marked(next(words for words in found.groups() if words)):
            if what.meant and what.meant != setting.work:
                fields = {"actor": setting.members, "object": what.meant, "role": role}
                yield setting.event(Act.NOTED, template.stretch(found), rule=rule, **fields)


def _proposed(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _PROPOSED.finditer(template.plain):
        what = template.mentions[int(found["what"])]
        if what.meant and "draft" in f"{found[0]} {what.meant}".lower():
            fields = {"actor": setting.members, "object": what.meant, "role": "proposed"}
            yield setting.event(Act.NOTED, template.stretch(found), rule="draft-of", **fields)


def _created(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _CREATED.finditer(template.plain):
        what = template.mentions[int(found["what"] or found["what2"])]
        if what.meant:
            fields = {"actor": what.meant, "role": "created"}
            yield setting.event(Act.NOTED, template.stretch(found), rule="creation-of", **fields)


def _terms(template: Template, setting: Setting) -> Iterator[Event]:
    """The term in the name of a strategy, a programme or a plan."""
    for what in template.mentions:
        if what.kind is not Kind.INSTRUMENT or not what.meant:
            continue
        end = min(what.span.end + 40, template.span.end)
        words = setting.document.text[what.span.start : end]
        if found := _TERM.search(words):
            span = Span(what.span.start, max(what.span.end, what.span.start + found.end()))
            fields = {
                "actor": "",
                "object": what.meant,
                "on": Day(int(found["since"])),
                "until": Day(int(found["until"])),
            }
            yield setting.event(Act.RUNS, span, rule="term-in-name", **fields)


def _related(template: Template, setting: Setting) -> Iterator[Event]:
    """An instrument whose name names another: a plan on the implementation of a programme."""
    for outer in template.mentions:
        if outer.kind is not Kind.INSTRUMENT:
            continue
        inner = [e for e in setting.mentions if e.nested and e.kind is Kind.INSTRUMENT and outer.span.holds(e.span)]
        words = outer.span.of(setting.document.text).lower()
        for each in inner:
            if each.meant and each.meant != outer.meant and (role := _relation(words)):
                fields = {"actor": setting.text(outer, _near(template, outer)), "object": each.meant, "role": role}
                yield setting.event(Act.NOTED, outer.span, rule="named-after", **fields)


def _near(template: Template, what: Mention) -> Day | None:
    """The day that stands with an instrument: "approved on 30 October 2008"."""
    number = template.mentions.index(what)
    found = re.search(rf"⟨I{number}⟩{_APPROVED}⟨D(\d+)⟩", template.plain)
    return day_of(template.mentions[int(found[1])]) if found else None


def _relation(words: str) -> str:
    if re.search(r"\b(?:implement|realiz|realis|execution)", words):
        return "implements"
    return "amends" if "amend" in words else ""


def _spirit(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _SPIRIT.finditer(template.plain):
        principles = [each.strip() for each in re.split(r",(?: and)? | and ", found["list"]) if each.strip()]
        if len(principles) > 1:
            fields = {"actor": setting.members, "role": "cooperates in the spirit of", "value": "; ".join(principles)}
            yield setting.event(Act.NOTED, template.stretch(found), rule="in-the-spirit-of", **fields)
