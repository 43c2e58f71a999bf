"""A picture of statuses through the years: a line for each actor, a bar for each time that it held a role."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from acquis.model import Day
from acquis.register.events import Event
from acquis.register.spells import Spell

if TYPE_CHECKING:
    from acquis.register.desk import Register


def svg(register: "Register", of: str) -> str:
    """An SVG picture that says the same in words to who does not see it (`desc`), and keeps its size on any screen.

    A bar with a dashed edge has a beginning or an end that is not known to the day. Of what nothing is kept a line says
    so. Raises `UnknownActor`.
    """
    spells = [each for each in register.spells(of) if each.begins]
    return _Picture(register, of, spells).drawn() if spells else _nothing(register.name(register.called(of)))


_LETTER: Final = 6.2
"""So wide is a letter of the size that is used, on the average; those of East Asia are twice as wide."""
_FONT: Final = 'font-family="sans-serif" font-size="11" fill="#111"'
_YEARS, _ROW, _TOP, _GAP = 760, 18, 40, 12

_HATCHES: Final = (
    ("#0b3d91", ""),
    ("#cfe0f5", ""),
    ("#f3d9a4", "M0 8 8 0"),
    ("#ffffff", "M0 0 8 8"),
    ("#8c8c8c", ""),
    ("#d5ecd0", "M0 4 8 4"),
    ("#ecd5ea", "M4 0 4 8"),
    ("#ffffff", "M0 0 8 8M0 8 8 0"),
)
"""The ground of a role and the lines on it: told apart without colours too, by their lightness and their lines."""


def _nothing(name: str) -> str:
    said = f"Nothing is kept of who was what in {name}."
    return _framed(_wide(said) + 2 * _GAP, 40, said, said, [f'<text x="{_GAP}" y="24">{escape(said)}</text>'])


def _framed(wide: float, high: float, title: str, words: str, parts: Sequence[str]) -> str:
    size = f'width="{wide:.0f}" height="{high:.0f}" viewBox="0 0 {wide:.0f} {high:.0f}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title words" {_FONT}>'
    told = f'<title id="title">{escape(title)}</title>\n<desc id="words">{escape(words)}</desc>'
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([head, told, ground, *parts, "</svg>\n"])


def _wide(words: str) -> float:
    return sum(_LETTER * (1 + (east_asian_width(letter) in "WF")) for letter in words)


class _Picture:
    """The bars of one organisation: how wide a year is, and which line is whose."""

    def __init__(self, register: "Register", of: str, spells: Sequence[Spell]) -> None:
        address = register.called(of)
        self.spells, self.name = spells, register.name(address, whole=True)
        self.names = {spell.actor: register.name(spell.actor) for spell in spells}
        self.rows = {actor: _TOP + _ROW * at for at, actor in enumerate(self.names)}
        known = [status.role for status in register.library.statuses(address)]
        held = dict.fromkeys(spell.role for spell in spells)
        self.roles = [*(role for role in dict.fromkeys(known) if role in held), *(r for r in held if r not in known)]
        years = [each.on.year for spell in spells for each in (*spell.begins, *spell.ends) if each.on]
        until = register.library.covered(address)[1]
        self.first, self.last = min(years), max([*years, until.year if until else 0]) + 1
        self.left = max(map(_wide, self.names.values())) + 2 * _GAP
        self.bottom = _TOP + _ROW * len(self.rows)
        self.scale = _YEARS / (self.last - self.first)

    def drawn(self) -> str:
        """The whole picture; the names of roles stand under it, in as many lines as they need."""
        keys = [*self._keys()]
        high = keys[-1][1] + 2 * _GAP
        parts = [
            *(_pattern(at) for at in range(len(self.roles))),
            *map(self._axis, range(self.first, self.last, max(1, (self.last - self.first) // 12))),
            *(self._label(actor) for actor in self.rows),
            *map(self._bar, self.spells),
            *(_key(role, at, x, y) for at, (role, (x, y)) in enumerate(zip(self.roles, keys, strict=True))),
        ]
        title = f"Statuses in {self.name}, {self.first}–{self.last - 1}"
        return _framed(self.left + _YEARS + 2 * _GAP, high, title, "; ".join(map(self._said, self.spells)) + ".", parts)

    def _axis(self, year: int) -> str:
        x = self._x(year)
        line = f'<line x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{self.bottom}" stroke="#ddd"/>'
        return f'{line}<text x="{x:.1f}" y="{_TOP - 14}" text-anchor="middle">{year}</text>'

    def _label(self, actor: str) -> str:
        place = f'x="{self.left - _GAP:.1f}" y="{self.rows[actor] + 10}" text-anchor="end"'
        return f"<text {place}>{escape(self.names[actor])}</text>"

    def _bar(self, spell: Spell) -> str:
        x = self._x(_at(spell.begins[0].on, self.first))
        end = self._x(_at(spell.ends[0].on, self.last) if spell.ends else self.last)
        days = [each.on for each in (*spell.begins, *spell.ends)]
        edge = ' stroke-dasharray="3 2"' if any(day is None or not day.exact for day in days) else ""
        place = f'x="{x:.1f}" y="{self.rows[spell.actor]}" width="{max(2.0, end - x):.1f}" height="{_ROW - 6}"'
        fill = f'fill="url(#role{self.roles.index(spell.role)})" stroke="#111"{edge}'
        return f"<rect {place} {fill}><title>{escape(self._said(spell))}</title></rect>"

    def _said(self, spell: Spell) -> str:
        until = f" until {_first(spell.ends)}" if spell.ends else ""
        return f"{self.names[spell.actor]}: {spell.role.replace('_', ' ')} since {_first(spell.begins)}{until}"

    def _keys(self) -> Iterator[tuple[float, float]]:
        """Where the name of each role stands: beside one another, below where the line is full."""
        x, y = self.left, self.bottom + _GAP
        for role in self.roles:
            wide = _wide(role) + 3 * _GAP
            if x > self.left and x + wide > self.left + _YEARS:
                x, y = self.left, y + _ROW
            yield x, y
            x += wide

    def _x(self, year: float) -> float:
        return self.left + (year - self.first) * self.scale


def _pattern(at: int) -> str:
    ground, lines = _HATCHES[at % len(_HATCHES)]
    drawn = f'<path d="{lines}" stroke="#111" stroke-width="1"/>' if lines else ""
    box = f'<pattern id="role{at}" width="8" height="8" patternUnits="userSpaceOnUse">'
    return f'{box}<rect width="8" height="8" fill="{ground}"/>{drawn}</pattern>'


def _key(role: str, at: int, x: float, y: float) -> str:
    box = f'<rect x="{x:.1f}" y="{y:.1f}" width="12" height="10" fill="url(#role{at})" stroke="#111"/>'
    return f'{box}<text x="{x + 18:.1f}" y="{y + 9:.1f}">{escape(role.replace("_", " "))}</text>'


def _first(events: Sequence[Event]) -> str:
    return str(events[0].on or "a day not known") if events else ""


def _at(day: Day | None, else_: int) -> float:
    return day.year + (day.first.timetuple().tm_yday - 1) / 366 if day else float(else_)
