"""From when until when a state existed, and who continued it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from acquis.model import Day
from acquis.register.events import Act, Event, in_order


class Life(Struct, frozen=True):
    """The beginnings and the ends of one state that are known; a second beginning undoes the end before it."""

    began: tuple[Event, ...] = ()
    ended: tuple[Event, ...] = ()

    def over(self, on: Day) -> Event | None:
        """The end after which it surely was no more on a day: the last of those that sources name; None of none.

        Of one that began anew after its end by then, and of one that some source lets end later, that is not sure.
        """
        again = [each.on for each in self.began if each.on and each.on.first <= on.last]
        ends = [each for each in self.ended if each.on and not any(each.on.before(day) for day in again)]
        if not ends or any(not (each.on and each.on.last <= on.first) for each in ends):
            return None
        return max(ends, key=in_order)

    def not_yet(self, on: Day) -> Event | None:
        """The beginning before which it surely was not yet on a day; None where it was, or where that is not known."""
        first = [each for each in self.began if each.nth == 1]
        late = [each for each in first if each.on and on.before(each.on)]
        return late[0] if late and len(late) == len(first) else None


Lives = Mapping[str, Life]
UNKNOWN: Final[Lives] = MappingProxyType({})


def lives(events: Iterable[Event]) -> Lives:
    """The life of each state of which a beginning or an end is known, by its address."""
    began, ended = defaultdict[str, list[Event]](list), defaultdict[str, list[Event]](list)
    for event in events:
        subject = event.actor or event.object
        if not subject.startswith("state:"):
            continue
        if event.act is Act.FOUNDED:
            began[subject].append(event)
        elif is_end(event):
            ended[subject].append(event)
    return {each: Life(tuple(began[each]), tuple(ended[each])) for each in {*began, *ended}}


def is_end(event: Event) -> bool:
    """Whether with it someone ceases to be: dissolved, gone into another, or another from then on."""
    return event.act is Act.DISSOLVED or (event.act in (Act.MERGED, Act.RENAMED) and event.actor != event.object)


def heir_on(actor: str, known: Lives, on: Day) -> str:
    """The address under which a state that was renamed goes on, on a day; its own where it was not, or not by then."""
    for _ in known:  # no chain is longer
        ended = known[actor].ended if actor in known else ()
        named = [each for each in ended if each.act is Act.RENAMED and each.on and each.on.last <= on.first]
        if not named:
            break
        actor = named[-1].object
    return actor


def gone_into(life: Life, end: Event) -> str:
    """Who goes on in place of one that is no more; empty where nobody does."""
    ends = (end, *reversed(life.ended))
    return next((each.object for each in ends if each.act in (Act.RENAMED, Act.MERGED)), "")


_OF_LIFE: Final = (Act.FOUNDED, Act.DISSOLVED, Act.MERGED, Act.RENAMED)
_ENDING: Final = (Act.LEFT, Act.SUSPENDED, Act.WITHDREW, Act.TERMINATED)
"""What may be told of a state that is no more: that it ceased to be something."""


def untimely(event: Event, known: Lives) -> tuple[Event, str] | None:
    """The end or the beginning of a state that surely shows what is told of it to be false, and what to say of it."""
    life = known.get(event.actor)
    if life is None or event.on is None or event.act in _OF_LIFE:
        return None
    if first := life.not_yet(event.on):
        return first, f"{event.actor} did not exist before {first.on}"
    end = None if event.act in _ENDING else life.over(event.on)
    if end is None or event.on == end.on:
        return None
    heir = gone_into(life, end)
    return end, f"{event.actor} is no more since {end.on}{f', {heir} goes on in its place' if heir else ''}"
