"""What is said of organs, mechanisms and meetings: what they are, where they sit, when and where they met."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Day, Span
from acquis.register._setting import Setting, day_of
from acquis.register._template import Template, listed
from acquis.register._told_held import is_held
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention

_IN: Final = r"(?: in ⟨C\d+⟩)?"
_GROUP: Final = re.compile(
    rf"⟨R(?P<group>\d+)⟩(?:,? namely,?| ?[–—:-]| \(|,) ?(?:the )?(?P<who>{listed('N', between=_IN)})"
)
_SEAT: Final = re.compile(r"⟨N(?P<organ>\d+)⟩(?: is (?:situated|located|based))? in ⟨C(?P<city>\d+)⟩")
_ITS_SEAT: Final = re.compile(
    r"^(?:[Ii]ts|[Tt]he) seat(?: of the [A-Z]\w+)? (?:is|shall be) (?:in|at) ⟨C(?P<city>\d+)⟩"
)
_SET_UP: Final = re.compile(
    rf"(?P<who>{listed('KN')})[^.;⟨]{{0,60}}?\b(?:were|was|have been|has been|had been)(?: also)? "
    r"(?P<how>set up|established|created|instituted|founded)\b",
    re.IGNORECASE,
)
_MEETINGS: Final = re.compile(
    rf"\b(?:meetings?|sessions?|conferences?) of (?:the )?(?P<who>{listed('KN')})", re.IGNORECASE
)
_STATE: Final = re.compile(
    rf"(?P<who>{listed('N')})[^.;⟨]{{0,30}}?\b(?:have|has) (?:become|been|started to be) (?P<state>operational"
    rf"|active|effective)",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(
    r"⟨[A-Z]\d+⟩ ?[(（](?P<names>(?:hereinafter|hereafter|далее|ci-après|en adelante|以下|المشار)[^()（）]*)[)）]",
    re.IGNORECASE,
)
_RULE: Final = re.compile(
    r"(?P<a>\bconsensual decisions?\b|\bdecisions? (?:is|are|shall be)? ?(?:taken|adopted|made) by "
    r"(?:consensus|agreement)\b"
    r"|\badopts? (?:its )?decisions by consensus\b)",
    re.IGNORECASE,
)


_SIGNS: Final = (
    *("⟨r", "⟨k", "⟨q", "⟨m", " in ⟨c", "seat", "set up", "establish", "creat", "found", "institut", "operational"),
    *("active", "effective", "meeting", "session", "summit", "opened", "work", "name", "consens", "by agreement"),
    *("hereinafter", "hereafter", "далее", "ci-après", "en adelante", "以下", "المشار"),
)
"""Without one of these words no rule of this file tells anything; most sentences have none."""


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """Organs, their seats, mechanisms and meetings that a sentence tells of."""
    if not template.mentions or not template.has(_SIGNS):
        return
    for rule in (_called, _groups, _seats, _mechanisms, _meetings, _decides):
        yield from rule(template, setting)


def _called(template: Template, setting: Setting) -> Iterator[Event]:
    """The short names that a text gives: "hereinafter referred to as the SCO or the Organization"."""
    for found in _SHORT.finditer(template.plain):
        named = [each for each in template.marked(found["names"]) if each.meant]
        for actor in dict.fromkeys(each.meant for each in named):
            words = "; ".join(each.span.of(setting.document.text) for each in named if each.meant == actor)
            fields = {"actor": actor, "role": "also called", "value": words}
            yield setting.event(Act.NOTED, template.stretch(found, "names"), rule="hereinafter", **fields)


def _groups(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _GROUP.finditer(template.plain):
        group = template.mentions[int(found["group"])]
        role = (group.meant or "").rpartition("/")[2].removesuffix("ies").removesuffix("s").replace("-", " ")
        role = "main body" if role.startswith("main") else "permanent body" if role.startswith("permanent") else role
        for organ in template.marked(found["who"]):
            if organ.kind is Kind.ORGAN and organ.meant and role:
                fields = {"actor": organ.meant, "object": _org(organ.meant, setting), "role": role}
                yield setting.event(Act.NOTED, template.stretch(found), rule="organs-named", **fields)


def _seats(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _SEAT.finditer(template.plain):
        organ, city = (template.mentions[int(found[name])] for name in ("organ", "city"))
        if organ.meant and not _met_there(template, found):
            yield _sits(organ.meant, city, template, found, setting, rule="seat")
    if (its := _ITS_SEAT.search(template.plain)) and (spoken := _last_organ(template, setting)):
        yield _sits(spoken, template.mentions[int(its["city"])], template, its, setting, rule="its-seat")


def _sits(organ: str, city: Mention, template: Template, found: re.Match[str], setting: Setting, *, rule: str) -> Event:
    fields = {"actor": organ, "object": _org(organ, setting), "role": "seat", "place": setting.place(city)}
    return setting.event(Act.NOTED, template.stretch(found), rule=rule, **fields)


def _last_organ(template: Template, setting: Setting) -> str | None:
    """The organ that an article speaks of: named last before its words, in the article or in its heading."""
    before = [each for each in setting.mentions if each.kind is Kind.ORGAN and each.span.end <= template.span.start]
    near = [each for each in before if template.span.start - each.span.end < _NEAR]
    return near[-1].meant if near else None


_NEAR: Final = 60
"""So many letters back an organ may have been named that "its" stands for: the heading of the article."""


def _met_there(template: Template, found: re.Match[str]) -> bool:
    """A meeting of an organ in a city says nothing of its seat."""
    return bool(
        re.search(r"\b(?:meeting|session|summit|held)\b", template.plain[max(0, found.start() - 40) : found.start()])
    )


def _mechanisms(template: Template, setting: Setting) -> Iterator[Event]:
    said: set[str] = set()
    for shape, role, rule in (
        (_SET_UP, "set up", "set-up"),
        (_MEETINGS, "meets", "meetings-of"),
        (_STATE, "", "state-of"),
    ):
        for found in shape.finditer(template.plain):
            for each in template.marked(found["who"]):
                told = role or found["state"].lower()
                if rule == "meetings-of" and each.kind is not Kind.MECHANISM:
                    if "⟨K" not in found["who"]:
                        continue  # that an organ has meetings is no news
                    told = "active"
                if each.meant is None or each.meant in said or _speaks(each, setting):
                    continue
                said.add(each.meant)
                fields = {"actor": each.meant, "object": _org(each.meant, setting), "role": told}
                yield setting.event(Act.NOTED, template.stretch(found), rule=rule, **fields)


def _speaks(organ: Mention, setting: Setting) -> bool:
    """What an organ says in its own text of its meetings is no news of itself."""
    return organ.meant == setting.organ


def _meetings(template: Template, setting: Setting) -> Iterator[Event]:
    if not is_held(template.plain):
        return
    for mention in template.mentions:
        if mention.kind is Kind.MEETING:
            yield from _of_mention(mention, setting)
    yield from _session(template, setting)


def _session(template: Template, setting: Setting) -> Iterator[Event]:
    """A session that a sentence names with the document's own day and a place: the one that adopted it."""
    sessions = [each for each in template.mentions if each.kind is Kind.SESSION and each.meant]
    days = [each for each in template.mentions if each.kind is Kind.DATE and day_of(each) == setting.day]
    places = [each for each in template.mentions if each.kind is Kind.CITY]
    if len(sessions) == 1 and days and len(places) == 1 and setting.day and setting.day.exact:
        code, organ, number = (sessions[0].meant or "").removeprefix("session:").split("/")
        span = Span(
            min(each.span.start for each in (sessions[0], days[0], places[0])),
            max(each.span.end for each in (sessions[0], days[0], places[0])),
        )
        fields = {"actor": f"organ:{code}/{organ}", "object": f"org:{code}", "on": setting.day, "value": number}
        yield setting.event(Act.MET, span, rule="session-held", place=setting.place(places[0]), nth=0, **fields)


def _of_mention(meeting: Mention, setting: Setting) -> Iterator[Event]:
    """A meeting that is named with its organ, day and place."""
    inner = [each for each in setting.mentions if each.nested and meeting.span.holds(each.span)]
    organ = next((each for each in inner if each.kind is Kind.ORGAN and each.meant), None)
    days = [each for each in inner if each.kind is Kind.DATE and (day := day_of(each)) and day.exact]
    place = next((each for each in reversed(inner) if each.kind is Kind.CITY), None)
    if organ and days and (day := day_of(days[-1])):
        yield _met(organ, day, place, setting, meeting.span)


def _met(organ: Mention, day: Day, city: Mention | None, setting: Setting, span: Span) -> Event:
    fields = {"actor": organ.meant, "object": _org(organ.meant, setting), "on": day, "place": setting.place(city)}
    return setting.event(Act.MET, span, rule="meeting-held", nth=0, **fields)


def _decides(template: Template, setting: Setting) -> Iterator[Event]:
    found = _RULE.search(template.plain)
    group = next(
        (each for each in template.mentions if each.kind in (Kind.ORGAN_GROUP, Kind.ORGAN) and each.meant), None
    )
    if found and group:
        fields = {"actor": group.meant, "object": _org(group.meant, setting), "role": "adopts by", "value": "consensus"}
        yield setting.event(Act.NOTED, template.stretch(found), rule="decision-rule", **fields)


def _org(address: str | None, setting: Setting) -> str:
    """The organisation of an organ by its address, else the one that speaks."""
    scheme, _, rest = (address or "").partition(":")
    code, stroke, _ = rest.partition("/")
    return f"org:{code}" if stroke and scheme in ("organ", "group") else setting.org
