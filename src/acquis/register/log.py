"""The events of one state of the archive, in an order in which what is asked of them is found fast."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from acquis.model import Day
from acquis.register.events import Event, in_order
from acquis.register.spells import OF_ROLES, Held, Spell, held_on, spells


class Log:
    """The events of one state of the archive, by whom and what they are about."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.events = tuple(events)
        self._by: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for address in {event.actor, event.object} - {""}:
                self._by[address].append(event)
        self._spells: dict[str, tuple[Spell, ...]] = {}
        self._turns: dict[str, list[date]] = {}
        self._held: dict[tuple[str, int, int], tuple[Held, ...]] = {}

    def joined_by(self, actor: str) -> list[str]:
        """All in which an actor ever held a role."""
        return sorted(
            {each.object for each in self._by.get(actor, ()) if each.object and each.role and each.act in OF_ROLES}
        )

    def about(self, address: str) -> tuple[Event, ...]:
        """What was done by something or about it, in the order of days."""
        return tuple(sorted(self._by.get(address, ()), key=in_order))

    def spells(self, address: str) -> tuple[Spell, ...]:
        """Who held which role in something, and when."""
        if address not in self._spells:
            self._spells[address] = spells(event for event in self._by.get(address, ()) if event.object == address)
        return self._spells[address]

    def held(self, address: str, on: Day, covered: Day | None) -> tuple[Held, ...]:
        """What was held on a day; worked out once for all the days between two on which anything changes."""
        if not on.exact:
            return held_on(self.spells(address), on, covered=covered)
        if address not in self._turns:
            self._turns[address] = _turns(self.spells(address), covered)
        turns = self._turns[address]
        key = address, bisect_left(turns, on.first), bisect_right(turns, on.first)
        if key not in self._held:
            self._held[key] = held_on(self.spells(address), on, covered=covered)
        return self._held[key]


def _turns(spells: Iterable[Spell], covered: Day | None) -> list[date]:
    """The days on which what is held may become another, in their order."""
    events = (event for spell in spells for event in (*spell.begins, *spell.ends, *spell.seen))
    days = {*(event.on for event in events), covered}
    return sorted({end for day in days if day for end in day.key})
