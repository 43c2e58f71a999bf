"""Who held which role on a day: worked out from what happened and what was observed."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from acquis.model import Day
from acquis.register.coverage import known_until
from acquis.register.events import Act, Certainty, Event, in_order

BEGINS: Final = (Act.JOINED, Act.RESTORED)
ENDS: Final = (Act.LEFT, Act.SUSPENDED)
OF_ROLES: Final = (*BEGINS, *ENDS, Act.OBSERVED)
"""The acts of which spells are made."""


class Verdict(enum.StrEnum):
    """Whether a role was held on a day."""

    HELD = "held"
    NOT_HELD = "not held"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class Spell(Struct, frozen=True, gc=False):
    """One time that an actor held a role in something: what sources say of its beginning and of its end.

    Sources that disagree stand beside one another. `seen` are the days on which it was observed to hold the role.
    """

    actor: str
    object: str
    role: str
    nth: int
    begins: tuple[Event, ...] = ()
    ends: tuple[Event, ...] = ()
    seen: tuple[Event, ...] = ()


class Held(Struct, frozen=True, gc=False):
    """What is known of a role on a day: the verdict, the reason in words, and the events that prove it.

    The proofs stand in the order of their worth: words of that very day, the beginning, the nearest observations, then
    the end where one is known.
    """

    actor: str
    object: str
    role: str
    verdict: Verdict
    why: str
    proofs: tuple[Event, ...]

    @property
    def sure(self) -> bool:
        """Whether it was held for certain, as far as the sources go."""
        return self.verdict is Verdict.HELD

    @property
    def certainty(self) -> Certainty:
        """That of the proof that counts most; low where there is none."""
        return self.proofs[0].certainty if self.proofs else Certainty.LOW


def spells(events: Iterable[Event]) -> tuple[Spell, ...]:
    """The times that roles were held, in the order of their beginnings.

    An observation belongs to the spell that may have held on its day; where there is none it is a spell of its own,
    whose beginning and end nobody knows.
    """
    by: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.act in OF_ROLES:
            by[event.actor, event.object, event.role].append(event)
    found = chain.from_iterable(_spells(*key, same) for key, same in by.items())
    return tuple(sorted(found, key=_first))


def _spells(actor: str, object_: str, role: str, events: Sequence[Event]) -> Iterator[Spell]:
    begins: defaultdict[int, list[Event]] = defaultdict(list)
    ends: defaultdict[int, list[Event]] = defaultdict(list)
    ordered = sorted((each for each in events if each.act is not Act.OBSERVED), key=in_order)
    turns = _turns(ordered)
    for event in ordered:
        (begins if event.act in BEGINS else ends)[turns.get((event.act, event.nth), event.nth)].append(event)
    made = [Spell(actor, object_, role, nth, tuple(begins[nth]), tuple(ends[nth])) for nth in sorted({*begins, *ends})]
    seen: defaultdict[int, list[Event]] = defaultdict(list)
    for event in (each for each in sorted(events, key=in_order) if each.act is Act.OBSERVED):
        home = next((each.nth for each in made if event.on and _within(each, event.on) is not False), 0)
        seen[home].append(event)
    yield from (Spell(actor, object_, role, each.nth, each.begins, each.ends, tuple(seen[each.nth])) for each in made)
    if seen[0]:
        yield Spell(actor, object_, role, 0, seen=tuple(seen[0]))


def _turns(ordered: Sequence[Event]) -> dict[tuple[Act, int], int]:
    """The spell that each event begins or ends, where suspensions and restorations are counted each for itself.

    Empty where `restored` counts on from `joined`: then the number tells.
    """
    same = {each.nth for each in ordered if each.act is Act.SUSPENDED}
    turns: dict[tuple[Act, int], int] = {}
    if any(each.act is Act.RESTORED and each.nth in same for each in ordered):
        turn = 0
        for event in ordered:
            if (event.act, event.nth) not in turns:
                turn += event.act in BEGINS
                turns[event.act, event.nth] = turn or 1
    return turns


def _first(spell: Spell) -> tuple[bool, str]:
    return min(map(in_order, (*spell.begins, *spell.seen, *spell.ends)))


def held_on(spells: Iterable[Spell], on: Day, *, covered: Day | None = None) -> tuple[Held, ...]:
    """Every role that was held on a day, may have been held, or is disputed; each once, with its proofs.

    `covered` is the last day up to which the sources were read: of later days only what was done or seen is known.
    """
    told: dict[tuple[str, str, str], Held] = {}
    for spell in spells:
        if _is_over(spell, on):
            continue
        one = _held(spell, on, covered)
        before = told.get((one.actor, one.object, one.role))
        if before is None or _WORTH[one.verdict] < _WORTH[before.verdict]:
            told[one.actor, one.object, one.role] = one
    return tuple(each for each in told.values() if each.verdict is not Verdict.NOT_HELD)


def _is_over(spell: Spell, on: Day) -> bool:
    """Whether every source says that it had not begun, or was over, and nobody saw it that day: mostly it is so."""
    if not spell.begins or any(each.on == on for each in spell.seen):
        return False
    first, last = on.first, on.last
    if all(each.on is not None and each.on.first > last for each in spell.begins):
        return True
    ended = bool(spell.ends) and all(each.on is not None and each.on.last <= first for each in spell.ends)
    return ended and not _is_reversed(spell)


def _is_reversed(spell: Spell) -> bool:
    """Whether every source of its end has it before every source of its beginning: one of the two is wrong."""
    days = [each.on for each in spell.begins]
    return bool(days) and all(day and each.on and each.on.before(day) for each in spell.ends for day in days)


_WORTH: Final = {Verdict.HELD: 0, Verdict.DISPUTED: 1, Verdict.UNKNOWN: 2, Verdict.NOT_HELD: 3}


def _held(spell: Spell, on: Day, covered: Day | None) -> Held:
    verdict, why = _verdict(spell, on, covered)
    return Held(spell.actor, spell.object, spell.role, verdict, why, _proofs(spell, on))


def _verdict(spell: Spell, on: Day, covered: Day | None) -> tuple[Verdict, str]:
    """One case a line: what the words of that day say, then what the sources say of beginning and end."""
    if any(each.on == on for each in spell.seen):
        if spell.nth == 0 or _within(spell, on) is not False:
            return Verdict.HELD, f"observed on {on}"
        return Verdict.DISPUTED, f"observed on {on}, against {_told(spell)}"
    if spell.nth == 0:
        days = " and ".join(sorted({str(each.on) for each in spell.seen}))
        return Verdict.UNKNOWN, f"observed on {days}; beginning and end are not known"
    begun = _agreed([_reached(day, on) for day in _sharp(spell.begins)])
    ended = _agreed([_reached(day, on) for day in _sharp(spell.ends)]) if spell.ends else False
    if begun is True and ended is True and _is_reversed(spell):
        return Verdict.DISPUTED, f"{_told(spell)}: the end comes before the beginning"
    if begun is False or ended is True:
        return Verdict.NOT_HELD, _told(spell)
    reached = known_until(covered, (*spell.begins, *spell.seen))
    if reached and on.first > reached.last:
        return Verdict.UNKNOWN, f"unknown after {reached}; before that {_told(spell)}"
    if _DISPUTE in (begun, ended):
        return Verdict.DISPUTED, _told(spell)
    if begun is True and ended is False:
        return Verdict.HELD, _told(spell)
    return Verdict.UNKNOWN, _told(spell)


_DISPUTE: Final = "dispute"


def _agreed(verdicts: Sequence[bool | None]) -> bool | str | None:
    """What all sources say alike; a dispute where some say yes and some no."""
    if not verdicts:
        return None
    if True in verdicts and False in verdicts:
        return _DISPUTE
    return None if None in verdicts else verdicts[0]


def _sharp(events: Sequence[Event]) -> list[Day | None]:
    """The days that sources give, without the months and years that only say a day less exactly."""
    if len(events) == 1:
        return [events[0].on]
    exact = [each.on for each in events if each.on and each.on.exact]
    return [each.on for each in events if each.on in exact or not any(each.on and each.on.agrees(day) for day in exact)]


def _reached(event: Day | None, on: Day) -> bool | None:
    """Whether what happened on the one day had happened by the other."""
    if event is None:
        return None
    if event.last <= on.first:
        return True
    return False if on.last < event.first else None


def _within(spell: Spell, on: Day) -> bool | None:
    """Whether a day lies within a spell as any source has it; None where that is not known."""
    begun = [_reached(day, on) for day in _sharp(spell.begins)] or [None]
    ended = [_reached(day, on) for day in _sharp(spell.ends)] or [False]
    if set(begun) == {False} or set(ended) == {True}:
        return False
    return True if set(begun) == {True} and set(ended) == {False} else None


def _told(spell: Spell) -> str:
    """Beginning and end as the sources have them: "since 2005-07-05", "since 2012-10-24 or 2012-10-31".

    The day of an end is the first one on which the role was not held any more.
    """
    since = f"since {_days(spell.begins)}" if spell.begins else ""
    until = f"until {_days(spell.ends)}" if spell.ends else ""
    exact = any(day and day.exact for day in _sharp(spell.ends))
    return " ".join(filter(None, [since, until, "(that day not included)" if until and exact else ""]))


def _days(events: Sequence[Event]) -> str:
    return " or ".join(dict.fromkeys(str(day) if day else "a day not known" for day in _sharp(events)))


def _proofs(spell: Spell, on: Day) -> tuple[Event, ...]:
    same = [each for each in spell.seen if each.on == on]
    others = [each for each in spell.seen if each.on != on]
    earlier = [each for each in others if each.on and _reached(each.on, on)]
    later = [each for each in others if each.on and not _reached(each.on, on)]
    ended = [each for each in spell.ends if _reached(each.on, on) is not False] or [*spell.ends[:1]]
    begins = sorted(spell.begins, key=lambda each: (each.on is None or not each.on.exact, each.inferred))
    return (*same, *begins, *earlier[-1:], *later[:1], *ended)
