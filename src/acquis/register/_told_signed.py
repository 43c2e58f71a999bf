"""Signatures printed under a treaty: for which state somebody signed."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model.record import TREATIES
from acquis.register._setting import Setting
from acquis.register._template import Template
from acquis.register.events import Act, Event

_FOR: Final = re.compile(
    r"^(?:(?:signed )?for(?: and on behalf of)?|on behalf of|pour|au nom de|por|en nombre de|за|от имени|代表|عن)\s?"
    r"(?:the government of |le gouvernement d(?:e|u|es) ?|el gobierno de |правительство |правительства )?"
    r"(?:the |la |les? |l['’]|el |los |las )?⟨S(?P<n>\d+)⟩(?!\w)(?P<after>.{0,60})$",
    re.IGNORECASE,
)
_UNSIGNED: Final = re.compile(r"not signed|unsigned|non signé|sin firmar|не подписан|未签", re.IGNORECASE)


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """That a state signed, by a line under a treaty: "For the Republic of …"."""
    record = setting.document.record
    found = _FOR.match(template.plain.strip()) if record.value("kind") in (*TREATIES, "memorandum") else None
    state = template.mentions[int(found["n"])].meant if found and not _UNSIGNED.search(found["after"]) else None
    if state:
        fields = {"actor": state, "object": setting.work, "place": record.value("place") or ""}
        yield setting.event(Act.SIGNED, template.span, rule="signature", **fields)
