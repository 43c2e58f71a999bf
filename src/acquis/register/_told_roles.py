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
    rf"[^.⟨]{{0,60}}?\b(?:established|signed|concluded|set up|built|developed)\b[^.⟨]{{0,20}}?\bwith (?:the )?"
    rf"(?P<who>{listed('ON')})",
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


def _observed(template: Template, setting: Setting) -> Iterator[Event]:
    for found in _GROUP.finditer(template.plain):
        (group,) = template.marked(found[0].split("⟩")[0] + "⟩")
        of, role = group_of(group)
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


def group_of(group: Mention) -> tuple[str, str]:
    """The organisation of a group of states, and the role that its states hold."""
    head, _, code = (group.meant or "").partition("/")
    return head.replace("group:", "org:"), _ROLES.get(code, "")
