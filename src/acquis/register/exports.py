"""Who was what in an organisation, in open forms: Popolo JSON, and a GraphML graph."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from acquis.register.events import Event, Source
from acquis.register.spells import Spell

if TYPE_CHECKING:
    from acquis.register.desk import Register


def popolo(register: "Register", of: str) -> str:
    """Organisations, posts and memberships (popoloproject.com); dates as far as they are known: YYYY[-MM[-DD]].

    Of a beginning or end that is disputed every source's date stands in `sources`, and the first is given.
    """
    address = register.called(of)
    spells = register.spells(of)
    actors = dict.fromkeys((address, *(spell.actor for spell in spells)))
    memberships = [_membership(spell) for spell in spells]
    told = {
        "organizations": [_organization(register, each) for each in actors if not each.startswith("person:")],
        "persons": [
            {"id": each, "name": register.name(each, whole=True)} for each in actors if each.startswith("person:")
        ],
        "memberships": memberships,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _organization(register: "Register", actor: str) -> dict[str, Any]:
    kinds = {"state": "state", "org": "intergovernmental organisation", "organ": "organ"}
    return {
        "id": actor,
        "name": register.name(actor, whole=True),
        "classification": kinds.get(actor.partition(":")[0], actor.partition(":")[0]),
    }


def _membership(spell: Spell) -> dict[str, Any]:
    who = "person_id" if spell.actor.startswith("person:") else "member_id"
    told: dict[str, Any] = {who: spell.actor, "organization_id": spell.object, "role": spell.role}
    for key, events in (("start_date", spell.begins), ("end_date", spell.ends)):
        if events and events[0].on:
            told[key] = str(events[0].on)
    proofs = (*spell.begins, *spell.seen, *spell.ends)
    return {
        **told,
        "sources": [{"url": _cited(each), "note": f"{each.act.value} {each.on or ''}".strip()} for each in proofs],
    }


def _cited(event: Event) -> str:
    return event.proof.cited if isinstance(event.proof, Source) else str(event.proof.address)


def graphml(register: "Register", of: str) -> str:
    """A graph for Gephi and its like: who is joined to what, each edge with its role, beginning and end."""
    spells = register.spells(of)
    actors = sorted({register.called(of), *(spell.actor for spell in spells)})
    nodes = "".join(
        f'<node id={quoteattr(each)}><data key="name">{escape(register.name(each))}</data></node>\n' for each in actors
    )
    edges = "".join(
        f"<edge source={quoteattr(spell.actor)} target={quoteattr(spell.object)}>"
        f'<data key="role">{escape(spell.role)}</data><data key="since">{_first(spell.begins)}</data>'
        f'<data key="until">{_first(spell.ends)}</data></edge>\n'
        for spell in spells
    )
    keys = '<key id="name" for="node" attr.name="name" attr.type="string"/>\n' + "".join(
        f'<key id="{key}" for="edge" attr.name="{key}" attr.type="string"/>\n' for key in ("role", "since", "until")
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    return f'{head}{keys}<graph edgedefault="directed">\n{nodes}{edges}</graph>\n</graphml>\n'


def _first(events: Sequence[Event]) -> str:
    return str(events[0].on or "") if events else ""
