"""What becomes of a text that is adopted unless somebody breaks the silence before an exact time."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from msgspec.structs import replace

from acquis.errors import BadDay, NotHeld
from acquis.register._heard import Heard
from acquis.register.deciding import bracketed
from acquis.register.procedure import Amended, Concerned, Decision, Profile, Silence
from acquis.register.proposals import Aside, Outcome, Proposal, Result, Said, Saying, instant


def silence(
    profile: Profile,
    proposal: Proposal,
    said: Iterable[Said] = (),
    *,
    begun: datetime,
    now: datetime,
    until: datetime | None = None,
    holidays: Collection[date] = (),
) -> Outcome:
    """What has become, by now, of a text that was sent out under a silence procedure.

    A written objection or amendment that arrives from `begun` on and before the deadline stops it; what arrives at the
    deadline or after it does not. `until` is the end that the chair sets, where the rule leaves it to the chair.
    """
    rule = profile.one(Silence, proposal.matter)
    if rule is None:
        raise NotHeld(f"No silence procedure of {profile.organ} on {profile.on} is known for a {proposal.matter}.")
    decision = profile.one(Decision, proposal.matter)
    known = tuple(each for each in said if each.at is None or instant(each.at) <= instant(now))
    heard = Heard(profile, proposal, known, decision.concerned if decision else Concerned.COUNTED)
    ends = _end(rule, begun, until, holidays)
    found = bracketed(profile, proposal) or _silent(heard, rule, begun, ends, now)
    if anew := _begins_anew(heard, rule, begun, ends):
        return silence(profile, proposal, _after(known, anew), begun=anew, now=now, holidays=holidays)
    return replace(heard.closed(found), deadline=ends)


def deadline(rule: Silence, begun: datetime, holidays: Collection[date] = ()) -> datetime:
    """When a silence that began then ends, in the time zone of its beginning.

    Hours are hours that pass, whatever the clocks do. Working days are counted from the day after, without Saturdays,
    Sundays and `holidays`; the last of them ends at the hour at which the silence began.
    """
    instant(begun)
    if rule.hours is not None:
        return (begun.astimezone(UTC) + timedelta(hours=rule.hours)).astimezone(begun.tzinfo)
    if rule.working_days is None:
        raise BadDay(f"The chair sets the end of this silence ({rule.article}): say `until`.")
    day, left = begun.date(), rule.working_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and day not in holidays
    return datetime.combine(day, begun.timetz())


_SATURDAY: Final = 5


def _silent(heard: Heard, rule: Silence, begun: datetime, ends: datetime, now: datetime) -> Outcome:
    """One case a line: an objection to the procedure, one of unknown time, one in time, and the time that passes."""
    against = [each for each in heard.said if each.what in _BREAKING]
    if rule.refusable and (refusing := [each for each in against if each.at and instant(each.at) < instant(begun)]):
        return _stopped(rule, refusing[:1], "when silence was proposed, so that it did not begin")
    if broken := [each for each in against if _in_time(each, begun, ends)]:
        return _stopped(rule, sorted(broken, key=_arrival)[:1], f"before the time limit of {ends.isoformat()}")
    if unknown := [each for each in against if each.at is None]:
        why = f"when the {_NOUNS[unknown[0].what]} of {unknown[0].actor} arrived is not known; {rule.article}"
        return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=(unknown[0].actor,))
    if instant(now) < instant(ends):
        return Outcome(result=Result.OPEN, why=f"silent until {ends.isoformat()}; {rule.article}", rule=rule)
    late = tuple(
        Aside(each, "came after the time limit") for each in against if each.at and instant(each.at) >= instant(ends)
    )
    why = f"the silence was not broken before {ends.isoformat()}; {rule.article}"
    return Outcome(result=Result.ADOPTED, why=why, rule=rule, aside=late)


_BREAKING: Final = (Saying.OBJECTS, Saying.AMENDS)
_NOUNS: Final = {Saying.OBJECTS: "objection", Saying.AMENDS: "amendment"}


def _stopped(rule: Silence, said: Sequence[Said], when: str) -> Outcome:
    one = said[0]
    why = f"{one.actor} {one.what} {when}; {rule.article}"
    return Outcome(result=Result.NOT_ADOPTED, why=why, rule=rule, stopped_by=(one.actor,))


def _in_time(said: Said, begun: datetime, ends: datetime) -> bool:
    return said.at is not None and instant(begun) <= instant(said.at) < instant(ends)


def _arrival(said: Said) -> datetime:
    return instant(said.at) if said.at else datetime.max.replace(tzinfo=UTC)


def _begins_anew(heard: Heard, rule: Silence, begun: datetime, ends: datetime) -> datetime | None:
    """When the period starts again with the amended text; None where it does not."""
    first = min(
        (each for each in heard.said if each.what in _BREAKING and _in_time(each, begun, ends)),
        key=_arrival,
        default=None,
    )
    if first is None or first.what is not Saying.AMENDS or rule.amendment is Amended.BREAKS:
        return None
    if rule.amendment is Amended.ANEW:
        return first.at
    accepted = [each for each in heard.said if each.what is Saying.ACCEPTS and each.at]
    return next((each.at for each in sorted(accepted, key=_arrival) if _arrival(each) >= _arrival(first)), None)


def _after(said: Iterable[Said], anew: datetime) -> Iterator[Said]:
    """What was said, without the objections and amendments to the text that the amended one has replaced."""
    for each in said:
        if each.what not in _BREAKING or each.at is None or instant(each.at) > instant(anew):
            yield each


def _end(rule: Silence, begun: datetime, until: datetime | None, holidays: Collection[date]) -> datetime:
    fixed = rule.hours is not None or rule.working_days is not None
    least = deadline(rule, begun, holidays) if fixed or until is None else begun
    if until is None:
        return least
    if instant(until) < instant(least) or (fixed and not rule.longer and instant(until) != instant(least)):
        raise BadDay(f"A silence that begins {begun.isoformat()} ends {least.isoformat()} by {rule.article}.")
    return until
