"""Who is said to hold which status: members, observers and partners named with their group, and changes of status."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.register._setting import Setting, day_of
from acquis.register._template import Template, listed
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention

_ROLES: Final = {
    "members": "member",
    "heads-of-state": "member",
    "observers": "observer",
    "dialogue-partners": "dialogue_partner",
    "partners": "partner",
}
"""The role that those hold whom a group names."""

_GROUP: Final = re.compile(
    rf"⟨[GA]\d+⟩(?: ?\([^()]*\))?(?:,? namely,?| ?[–—:-]| \(|,) ?(?:the )?(?P<who>{listed('S')})"
)
_PARTNERS: Final = re.compile(
    rf"\b(?:partner(?:ship)?s?(?: relations?)?|relations of partnership|cooperation agreements?|memorand(?:a|ums?))\b"
    rf"[^.⟨]{{0,60}}?\b(?:established|signed|concluded|set up|built|developed)\b[^.⟨]{{0,20}}?\bwith (?:the )?"
    rf"(?P<who>{listed('ON')})",
    re.IGNORECASE,
)
_STATUS: Final = (
    r"(?:status of (?:an? )?(?P<role>observer|dialogue partner|associate member|partner|⟨G\d+⟩)"
    r"|(?P<role2>observer|dialogue partner) status)"
)
_GRANTS: Final = re.compile(r"\b(?:grant(?:ed|s)|award(?:ed|s)|accord(?:ed|s))\b", re.IGNORECASE)
_TO: Final = re.compile(
    rf"{_STATUS}(?: (?:was |is |has been )?granted)? to (?:the )?(?P<who>{listed('S')})(?: on ⟨D(?P<on>\d+)⟩)?",
    re.IGNORECASE,
)
_WHOM: Final = re.compile(
    rf"(?:grant|award|accord)(?:ed|s) (?:the )?(?:(?P<who>{listed('S')})|(?P<it>it)\b)[^.;⟨]{{0,20}}?{_STATUS}",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"⟨S(?P<who>\d+)⟩,? (?:which (?:is|has been) )?an? (?P<role>observer|dialogue partner|member) since ⟨D(?P<on>\d+)⟩",
    re.IGNORECASE,
)
_ADMITTED: Final = re.compile(
    r"\b(?:decide[sd]? to admit|admitted|approve[sd]? the admission of) "
    rf"(?:the )?(?P<who>{listed('S')})(?: as (?:an? )?(?:full )?members?| to (?:full )?membership)?",
    re.IGNORECASE,
)
_MEMORANDUM: Final = re.compile(
    r"\bmemorandum(?: of understanding)?(?: signed)? with (?:the )?⟨[ON](?P<who>\d+)⟩"
    r"(?:,? (?:which was )?(?P<how>signed|concluded))?(?: in ⟨C(?P<place>\d+)⟩)?(?: on ⟨D(?P<on>\d+)⟩)?",
    re.IGNORECASE,
)
_LAPSED: Final = re.compile(
    r"\bmemorandum(?: of understanding)? with (?:the )?⟨[ON](?P<who>\d+)⟩ (?:lapsed|expired|ended|was terminated)"
    r"[^.;⟨]{0,60}?on ⟨D(?P<on>\d+)⟩",
    re.IGNORECASE,
)


_SIGNS: Final = (
    "⟨g",
    "⟨a",
    "observer",
    "partner",
    "memorand",
    "admi",
    "cooperation agreement",
    "status",
    "member since",
)
"""Without one of these words no rule of this file tells anything."""


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """Statuses and partnerships that a sentence tells."""
    if not template.mentions or not template.has(_SIGNS):
        return
    yield from _observed(template, setting)
    yield from _granted(template, setting)
    yield from _partnered(template, setting)


def _observed(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _GROUP.finditer(template.plain):
        (group,) = template.marked(found[0].split("⟩")[0] + "⟩")
        of, role = _of(group)
        states = list(template.marked(found["who"]))
        if role and of and (len(states) > 1 or group.kind is not Kind.ACTOR):
            span = template.stretch(found)
            for state in states:
                if state.meant:
                    yield setting.event(Act.OBSERVED, span, rule="group-named", actor=state.meant, object=of, role=role)
    for found in _PARTNERS.finditer(template.plain):
        for partner in template.marked(found["who"]):
            if partner.meant and setting.org and partner.meant != setting.org:
                yield setting.event(
                    Act.OBSERVED,
                    template.stretch(found),
                    rule="partner-relations",
                    actor=partner.meant,
                    object=setting.org,
                    role="partner_organisation",
                )


def _of(group: Mention) -> tuple[str, str]:
    """The organisation of a group of states, and the role that its states hold."""
    head, _, code = (group.meant or "").partition("/")
    return head.replace("group:", "org:"), _ROLES.get(code, "")


def _granted(template: Template, setting: Setting) -> Iterator[Event]:
    """Decisions on a status: the text of an organ that grants it is its beginning; an admission takes effect later."""
    if not setting.org:
        return
    plain = template.plain
    for found in (*_TO.finditer(plain), *_WHOM.finditer(plain)):
        role = _role(found["role"] or found["role2"], template)
        dated = "on" in found.re.groupindex and found["on"]
        if role and (dated or _GRANTS.search(plain)):
            on = day_of(template.mentions[int(found["on"])]) if dated else setting.day
            for state in _whom(template, found):
                fields = {"actor": state, "object": setting.org, "role": role, "on": on}
                yield setting.event(Act.ADMITTED, template.stretch(found), rule="status-granted", **fields)
                yield setting.event(Act.JOINED, template.stretch(found), rule="status-granted", **fields)
    for found in _SINCE.finditer(plain):
        who, on = template.mentions[int(found["who"])], day_of(template.mentions[int(found["on"])])
        if who.meant and on:
            fields = {
                "actor": who.meant,
                "object": setting.org,
                "role": found["role"].lower().replace(" ", "_"),
                "on": on,
            }
            yield setting.event(Act.JOINED, template.stretch(found), rule="status-since", **fields)
    for found in _ADMITTED.finditer(plain):
        for state in _whom(template, found):
            fields = {"actor": state, "object": setting.org, "role": "member"}
            yield setting.event(Act.ADMITTED, template.stretch(found), rule="admission", **fields)


def _whom(template: Template, found: re.Match[str]) -> list[str]:
    """The states that a decision is about; "it" is the one state that the sentence names."""
    if found["who"]:
        return [each.meant for each in template.marked(found["who"]) if each.meant]
    named = {each.meant for each in template.mentions if each.kind is Kind.STATE and each.meant}
    return sorted(named) if len(named) == 1 else []


def _role(words: str, template: Template) -> str:
    if words.startswith("⟨"):
        (group,) = template.marked(words)
        return _of(group)[1]
    return words.lower().replace(" ", "_")


def _partnered(template: Template, setting: Setting) -> Iterator[Event]:
    """Memoranda with other organisations: signed on a day, and ended on another."""
    if not setting.org:
        return
    for shape, act, rule in ((_LAPSED, Act.LEFT, "memorandum-lapsed"), (_MEMORANDUM, Act.JOINED, "memorandum-signed")):
        for found in shape.finditer(template.plain):
            who = template.mentions[int(found["who"])]
            on = day_of(template.mentions[int(found["on"])]) if found["on"] else None
            if on is not None and who.meant != setting.org:
                fields = {"actor": setting.body(who), "object": setting.org, "role": "partner_organisation", "on": on}
                yield setting.event(act, template.stretch(found), rule=rule, **fields)
