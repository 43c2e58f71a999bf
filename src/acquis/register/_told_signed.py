"""Signatures printed under a treaty: for which state somebody signed."""

import re
from collections.abc import Iterator
from typing import Final

from acquis.model import Kind
from acquis.register._setting import Setting
from acquis.register._template import Template, templates
from acquis.register.events import Act, Event

_TREATIES: Final = frozenset(("treaty", "convention", "agreement", "protocol", "charter", "memorandum"))
_FOR: Final = re.compile(
    r"^(?:(?:signed )?for(?: and on behalf of)?|on behalf of|pour|au nom de|por|en nombre de|за|от имени|代表|عن)\s?"
    r"(?:the government of |le gouvernement d(?:e|u|es) ?|el gobierno de |правительство |правительства )?"
    r"(?:the |la |les? |l['’]|el |los |las )?⟨S(?P<n>\d+)⟩(?!\w)(?P<after>.{0,60})$",
    re.IGNORECASE,
)
_UNSIGNED: Final = re.compile(r"not signed|unsigned|non signé|sin firmar|не подписан|未签", re.IGNORECASE)


def told(setting: Setting) -> Iterator[Event]:
    """An event for each line "For the Republic of …": its state signed on the day of signature, where that is known."""
    record = setting.document.record
    if record.value("kind") not in _TREATIES:
        return
    place = record.value("place") or ""
    for template in _lines(setting):
        found = _FOR.match(template.plain.strip())
        if found and not _UNSIGNED.search(found["after"]):
            state = template.mentions[int(found["n"])]
            if state.meant:
                fields = {"actor": state.meant, "object": setting.work, "place": place}
                yield setting.event(Act.SIGNED, template.span, rule="signature", **fields)


def _lines(setting: Setting) -> Iterator[Template]:
    text = setting.document.text
    for part in setting.document.parts:
        if part.kind is Kind.SIGNATURE:
            here = [each for each in setting.mentions if part.span.holds(each.span)]
            yield from templates(text, part.span, (), here)
