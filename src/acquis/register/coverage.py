"""How far the sources reach: to the day until which they were read, or to a later one on which something was done."""

from collections.abc import Iterable
from typing import Final

from acquis.model import Day
from acquis.register.events import Act, Event

_FORETOLD: Final = (Act.ENTERED_INTO_FORCE, Act.EXTENDED, Act.LEFT, Act.RUNS, Act.SUSPENDED, Act.TERMINATED)
"""What is often told before it comes: a text that foretells it says nothing of what comes before that day."""


def known_until(covered: Day | None, events: Iterable[Event]) -> Day | None:
    """The last day on which what the events tell of is known; None where no end of the sources is named.

    A text that comes later than the sources end tells of what was done that day, and of nothing else: whoever was
    admitted by it was a member that day, and what the others were stays unknown.
    """
    if covered is None:
        return None
    days = (each.on for each in events if each.on and each.on.exact and each.act not in _FORETOLD)
    return max([covered, *days], key=lambda day: day.last)
