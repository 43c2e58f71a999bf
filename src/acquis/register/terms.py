"""Strategies, programmes and plans: approved, running, extended, and over."""

import enum
from collections.abc import Sequence

from msgspec import Struct

from acquis.model import Day
from acquis.model.days import Interval
from acquis.register.events import Act, Event, in_order


class Course(enum.StrEnum):
    """Where a text with a term stood on a day."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    RUNNING = "running"
    EXTENDED = "extended"  # it runs beyond its first term
    ENDED = "ended"
    UNKNOWN = "unknown"


class Term(Struct, frozen=True):
    """Where it stood, the reason in words, and what proves it."""

    course: Course
    why: str
    proofs: tuple[Event, ...] = ()


def term_on(events: Sequence[Event], on: Day) -> Term | None:
    """Where a strategy, programme or plan stood on a day; None for what has no term.

    The last day of a term is in it: one "for 2011-2016" runs from 2011 to the end of 2016.
    """
    runs = sorted((each for each in events if each.act is Act.RUNS), key=in_order)
    if not runs:
        return None
    run = runs[0]
    longer = [each for each in events if each.act is Act.EXTENDED and each.until and each.on and not on.before(each.on)]
    last = max(longer, key=lambda each: str(each.until)) if longer else None
    adopted = [each for each in events if each.act is Act.ADOPTED and each.on and not on.before(each.on)]
    first, end = Interval(run.on), (last or run).until
    told = f"from {run.on or 'a day not known'} until {end or 'a day not known'}"
    if end is not None and end.last < on.first:
        return Term(Course.ENDED, told, (last or run,))
    if first.holds(on) is False:
        course = Course.APPROVED if adopted else Course.PROPOSED
        return Term(course, told, (*adopted[:1], run))
    if first.holds(on) is None and not adopted:
        return Term(Course.UNKNOWN, told, (run,))
    beyond = last is not None and run.until is not None and run.until.last < on.first
    return Term(Course.EXTENDED if beyond else Course.RUNNING, told, (last or run,) if beyond else (run,))
