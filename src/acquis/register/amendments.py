"""By which of its amendments a party is bound."""

from collections.abc import Iterable, Iterator, Sequence

from acquis.model import Day
from acquis.register.bonds import Bond, bond
from acquis.register.courses import settled
from acquis.register.entry import NO_SHARES, NONE, Clauses, Shares, entry_into_force
from acquis.register.events import Act, Event
from acquis.register.when import When, earliest


class Amendments:
    """The amendments of an instrument that sources state by a day.

    One that is stated of an actor binds it; one that is stated of none binds all where nobody's consent to it is
    known, else those that consented, and those that became parties to the instrument when it was amended already
    (Vienna Convention 1969, 40.4 and 40.5).
    """

    def __init__(
        self,
        instrument: str,
        events: Sequence[Event],
        on: Day,
        *,
        clauses: Clauses = NONE,
        shares: Shares = NO_SHARES,
    ) -> None:
        moment = When.of(on)
        made = settled(each for each in events if each.act is Act.AMENDED and each.object == instrument)
        self._made = [each for each in made if each.value and When.of(each.on).by(moment)]
        names = dict.fromkeys(each.value for each in self._made)
        self._by = {name: _Amending(name, events, moment, clauses, shares) for name in names}

    def of(self, actor: str, tie: Bond) -> Iterator[str]:
        """The amending instruments that bind an actor, in the order of their statements."""
        own = {each.value for each in self._made if each.actor == actor}
        general = {each.value for each in self._made if not each.actor}
        for name, amending in self._by.items():
            if name in own or (name in general and (amending.binds(actor) or amending.precedes(tie))):
                yield name


class _Amending:
    """One amending instrument on a day."""

    def __init__(self, name: str, events: Iterable[Event], moment: When, clauses: Clauses, shares: Shares) -> None:
        self.own = [each for each in events if each.object == name]
        self.entry = entry_into_force(name, self.own, clauses=clauses, shares=shares)
        self.clause, self.moment = clauses.get(name), moment

    def binds(self, actor: str) -> bool:
        """Whether all are bound, or this one by what it did."""
        mine = [each for each in self.own if each.actor == actor]
        if not any(each.actor for each in self.own):
            return True
        return bond(mine, self.entry, self.clause).party.holds_at(self.moment) is True

    def precedes(self, tie: Bond) -> bool:
        """Whether it was in force when someone first consented to what it amends."""
        first = earliest([each.when for each in tie.consent.begun])
        return bool(first and self.entry.begins and self.entry.begins.by(first))
