"""Who was what in an organisation, in open forms: Popolo JSON, a GraphML graph, and a picture of statuses."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape, quoteattr

from acquis.model import Day
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


_WIDE, _ROW, _LEFT, _TOP = 960, 18, 190, 34
_FILLS: Final = ("#0b5394", "#7a9cc6", "#c9a227", "#8a8a8a", "#b5651d", "#4f7942", "#a64d79")
"""Told apart in grey too: from dark to light; each role is also written on its bar's title."""

_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg"'
_NOTHING: Final = f'{_SVG} width="400" height="40"><text x="8" y="24">Nothing is known.</text></svg>\n'


def svg(register: "Register", of: str) -> str:
    """A picture of statuses through the years: a line for each actor, a bar for each time that it held a role.

    A bar with a dashed edge has a beginning or an end that is not known to the day.
    """
    spells = [each for each in register.spells(of) if each.begins]
    return _Picture(register, of, spells).drawn() if spells else _NOTHING


class _Picture:
    """The bars of one organisation: how wide a year is, and which line is whose."""

    def __init__(self, register: "Register", of: str, spells: Sequence[Spell]) -> None:
        self.register, self.spells = register, spells
        self.name = register.name(register.called(of), whole=True)
        years = [each.on.year for spell in spells for each in (*spell.begins, *spell.ends) if each.on]
        until = register.library.covered(register.called(of))[1]
        self.first, self.last = min(years), max([*years, until.year if until else 0]) + 1
        self.actors = list(dict.fromkeys(spell.actor for spell in spells))
        self.roles = list(dict.fromkeys(spell.role for spell in spells))
        self.high = _TOP + _ROW * len(self.actors) + 30
        self.scale = (_WIDE - _LEFT - 10) / (self.last - self.first)

    def drawn(self) -> str:
        title = escape(f"Statuses in {self.name}, {self.first}–{self.last - 1}")
        head = f'{_SVG} viewBox="0 0 {_WIDE} {self.high}" role="img"'
        parts = [
            f'{head} font-family="sans-serif" font-size="11"><title>{title}</title>',
            *map(self._axis, range(self.first, self.last, max(1, (self.last - self.first) // 12))),
            *(self._label(actor, at) for at, actor in enumerate(self.actors)),
            *map(self._bar, self.spells),
            *(self._key(role, at) for at, role in enumerate(self.roles)),
        ]
        return "\n".join([*parts, "</svg>\n"])

    def _axis(self, year: int) -> str:
        x = self._x(year)
        line = f'<line x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{self.high - 28}" stroke="#ddd"/>'
        return f'{line}<text x="{x:.1f}" y="{_TOP - 14}" fill="#444">{year}</text>'

    def _label(self, actor: str, at: int) -> str:
        name = escape(self.register.name(actor))
        return f'<text x="{_LEFT - 6}" y="{_TOP + _ROW * at + 10}" text-anchor="end">{name}</text>'

    def _bar(self, spell: Spell) -> str:
        row, fill = self.actors.index(spell.actor), _FILLS[self.roles.index(spell.role) % len(_FILLS)]
        x = self._x(_at(spell.begins[0].on, self.first))
        end = self._x(_at(spell.ends[0].on, self.last) if spell.ends else self.last)
        days = [each.on for each in (*spell.begins, *spell.ends)]
        edge = ' stroke-dasharray="3 2" stroke="#000"' if any(day is None or not day.exact for day in days) else ""
        when = f"{_first(spell.begins)} to {_first(spell.ends) or 'now'}"
        said = escape(f"{self.register.name(spell.actor)}: {spell.role.replace('_', ' ')}, {when}")
        place = f'x="{x:.1f}" y="{_TOP + _ROW * row}" width="{max(2.0, end - x):.1f}" height="{_ROW - 6}"'
        return f'<rect {place} fill="{fill}"{edge}><title>{said}</title></rect>'

    def _key(self, role: str, at: int) -> str:
        x, y = _LEFT + at * 130, self.high
        box = f'<rect x="{x}" y="{y - 20}" width="10" height="10" fill="{_FILLS[at % len(_FILLS)]}"/>'
        return f'{box}<text x="{x + 14}" y="{y - 11}">{escape(role.replace("_", " "))}</text>'

    def _x(self, year: float) -> float:
        return _LEFT + (year - self.first) * self.scale


def _at(day: Day | None, else_: int) -> float:
    return day.year + (day.first.timetuple().tm_yday - 1) / 366 if day else float(else_)
