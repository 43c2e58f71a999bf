"""Who is said to hold which status: members, observers and partners named with their group, and changes of status."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.register._setting import Setting
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
    rf"[^.⟨]{{0,60}}?\b(?:established|signed|concluded|set up|built|developed)\b[^.⟨]{{0,20}}?\bwith (?:the )?(?P<who>{listed('ON')})",
    re.IGNORECASE,
)
_STATUS: Final = r"(?P<role>observer|dialogue partner|full member|member(?: state)?|associate member|partner)(?: state)?s?(?: status)?"
_GRANTED: Final = re.compile(
    rf"\bgrant(?:ed|s|ing)?\b[^.⟨]{{0,40}}?⟨S(?P<one>\d+)⟩[^.⟨]{{0,40}}?\bstatus of (?:an? )?{_STATUS}"
    rf"|\bgrant(?:ed|s|ing)?\b[^.⟨]{{0,20}}?\bstatus of (?:an? )?{_STATUS.replace('role', 'role2')}[^.⟨]{{0,20}}?\bto (?:the )?(?P<who>{listed('S')})"
    rf"|(?:the )?status of (?:an? )?{_STATUS.replace('role', 'role3')} (?:to|was granted to|is granted to) (?:the )?(?P<who3>{listed('S')})",
    re.IGNORECASE,
)
_ADMITTED: Final = re.compile(
    rf"\b(?:decide[sd]? to admit|admit(?:s|ted)|approve[sd]? the admission of|the admission of) (?:the )?(?P<who>{listed('S')})"
    r"(?: as (?:an? )?(?:full )?members?| to (?:full )?membership)?",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"⟨S(?P<who>\d+)⟩[^.;]{0,120}?\b(?:has been|is|will be) bound (?:by (?:the )?(?P<what>⟨I\d+⟩|Charter) )?(?:since|from) ⟨D(?P<on>\d+)⟩"
    r"|\bentered into force for (?:the )?⟨S(?P<who2>\d+)⟩ on ⟨D(?P<on2>\d+)⟩",
    re.IGNORECASE,
)


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """Statuses and partnerships that a sentence tells."""
    yield from _observed(template, setting)
    yield from _granted(template, setting)


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
    """A decision on a status: its effect is of the same day only where the text grants it at once."""
    if not setting.org:
        return
    for found in _GRANTED.finditer(template.plain):
        role = (found["role"] or found["role2"] or found["role3"]).lower().removeprefix("full ").removesuffix(" state")
        words = found["who"] or found["who3"] or f"⟨S{found['one']}⟩"
        for state in template.marked(words):
            fields = {"actor": state.meant, "object": setting.org, "role": role.replace(" ", "_")}
            if state.meant:
                yield setting.event(Act.ADMITTED, template.stretch(found), rule="status-granted", **fields)
                if role not in ("member", "partner"):
                    yield setting.event(
                        Act.JOINED, template.stretch(found), rule="status-granted", inferred=True, **fields
                    )
    for found in _ADMITTED.finditer(template.plain):
        for state in template.marked(found["who"]):
            if state.meant:
                fields = {"actor": state.meant, "object": setting.org, "role": "member"}
                yield setting.event(Act.ADMITTED, template.stretch(found), rule="admission", **fields)
