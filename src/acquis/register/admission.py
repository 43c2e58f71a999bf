"""What a state has done and what it must still do to be admitted: a procedure in steps, and events that prove them."""

import enum
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import NotHeld, UnknownName
from acquis.model import Day
from acquis.organisations import organisations
from acquis.register.events import CONSENTS, Act, Certainty, Event, Source, in_order
from acquis.register.procedure import Matter, holds
from acquis.register.rule_files import kept


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step: who takes it (the applicant, an organ, or a circumstance in words), and the act that proves it.

    Without an act nothing in the register proves it. `matter` is what the organ decides by its rules of procedure.
    `inferred` marks a step that the rule presumes and does not state.
    """

    step: str
    by: str
    article: str
    act: Act | None = None
    matter: Matter | None = None
    within: str = ""
    note: str = ""
    inferred: bool = False


class Treaty(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A treaty to which an applicant accedes, `since` the day on which it is in force; `also` are its other names."""

    work: str
    article: str
    proof: Source
    also: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    certainty: Certainty = Certainty.HIGH
    note: str = ""


class Procedure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a role in an organisation is gained: conditions, steps in their order, and the treaties to accede to.

    It holds from `since` and no longer on `until`; `becomes` is the role that took the place of this one. `charter` is
    the constituent instrument: who signed it was never an applicant.
    """

    role: str
    article: str
    proof: Source
    steps: tuple[Step, ...]
    of: str = ""
    since: date | None = None
    until: date | None = None
    becomes: str = ""
    charter: str = ""
    certainty: Certainty = Certainty.HIGH
    conditions: tuple[str, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    note: str = ""


class Standing(enum.StrEnum):
    """How a step stands."""

    DONE = "done"
    PARTLY = "partly done"
    IMPLIED = "implied by a later step"
    UNCLEAR = "perhaps done"
    OPEN = "open"


class Taken(Struct, frozen=True):
    """A step, how it stands, the events that prove it, and the treaties of which no accession is known."""

    step: Step
    standing: Standing
    proofs: tuple[Event, ...] = ()
    missing: tuple[str, ...] = ()


class Progress(Struct, frozen=True):
    """How far an applicant is on a day.

    `outside` says why the procedure does not apply to it: it was a member from the beginning, or came to the role, or
    applied, before the first day of the procedure. Then no step is gone through, and `proofs` are what shows it.
    """

    procedure: Procedure
    applicant: str
    on: Day
    taken: tuple[Taken, ...] = ()
    outside: str = ""
    proofs: tuple[Event, ...] = ()

    @property
    def next(self) -> Taken | None:
        """The first step that is not known to be done; None where all are."""
        return next((each for each in self.taken if each.standing in _TO_DO), None)

    @property
    def owed(self) -> tuple[Taken, ...]:
        """What the applicant itself must still do, in order."""
        return tuple(each for each in self.taken if each.standing in _TO_DO and each.step.by == APPLICANT)

    @property
    def complete(self) -> bool:
        """Whether it holds the role: the last step is done, or it came to the role without the procedure."""
        if self.outside:
            return any(each.act in _HOLDS for each in self.proofs)
        return bool(self.taken) and self.taken[-1].standing is Standing.DONE


APPLICANT: Final = "applicant"
_TO_DO: Final = (Standing.PARTLY, Standing.UNCLEAR, Standing.OPEN)


def admission(organisation: str, role: str, on: Day) -> Procedure:
    """How a role in an organisation is gained on a day.

    UnknownName where no procedure for it is kept; NotHeld where none holds that day; BadDay where that depends on the
    day of a month.
    """
    mine = [each for each in _procedures() if each.of == organisation and each.role == role]
    if not mine:
        raise UnknownName(
            "procedure", f"{role} of {organisation}", (f"{each.role} of {each.of}" for each in _procedures())
        )
    found = next((each for each in mine if holds(each.since, each.until, on, told=each.article)), None)
    if found is None:
        last = mine[-1]
        ended = f" until {last.until}, and then {last.becomes or 'ended'}" if last.until else ""
        raise NotHeld(f"No procedure for {role} of {organisation} on {on}: it is known from {mine[0].since}{ended}.")
    return found


@cache
def _procedures() -> tuple[Procedure, ...]:
    return tuple(
        replace(each, of=_organisation(about)) for about, listed in kept("admissions", Procedure) for each in listed
    )


def _organisation(about: str) -> str:
    """organ:un/GA is an organ of org:un."""
    return "org:" + about.partition(":")[2].partition("/")[0]


def progress(
    procedure: Procedure, events: Iterable[Event], applicant: str, on: Day, *, treaties: Sequence[str] | None = None
) -> Progress:
    """Which steps an applicant has taken by a day, with the events that prove them.

    `treaties` are the addresses to accede to, where they are known better than the procedure tells: by default its own
    that are in force that day. A step that no event proves is implied where a later one is done. What was done before
    the applicant last left the role counts no more. A procedure applies to what is done from its own first day on: who
    came to the role before, or applied before and did no more since, is `outside` of it.
    """
    mine = _since_left([each for each in events if each.actor == applicant], procedure, on)
    outside, proofs = _outside(mine, procedure, on)
    if outside:
        return Progress(procedure, applicant, on, outside=outside, proofs=proofs)
    mine = [each for each in mine if each.act in CONSENTS or not _precedes(each, procedure.since)]
    wanted = _wanted(procedure, on, treaties)
    taken = [_taken(step, mine, procedure, wanted, on) for step in procedure.steps]
    last = max((place for place, each in enumerate(taken) if each.standing is Standing.DONE), default=-1)
    return Progress(
        procedure, applicant, on, tuple(_implied(each) if n < last else each for n, each in enumerate(taken))
    )


def _outside(events: Sequence[Event], procedure: Procedure, on: Day) -> tuple[str, tuple[Event, ...]]:
    """Why the procedure does not apply, and what shows it; nothing where it does."""
    signed = _proving((each for each in events if each.act is Act.SIGNED and each.object == procedure.charter), on)
    own = _proving((each for each in events if _about(each, procedure)), on)
    held = tuple(each for each in own if each.act in _HOLDS)[:1]
    if held and (signed or _founded(held[0], procedure)):
        return f"a founding member, since {held[0].on}: there was no procedure to go through", (*signed[:1], *held)
    if signed:
        return "a signatory of the charter: it becomes a member by its consent to it", signed[:1]
    if held and _precedes(held[0], procedure.since):
        return f"{procedure.role} by {held[0].on}, before this procedure, which is of {procedure.since}", held
    applied = tuple(each for each in own if each.act is Act.APPLIED)[-1:]
    if applied and all(_precedes(each, procedure.since) for each in own):
        return f"it applied on {applied[0].on}, before this procedure, which is of {procedure.since}", applied
    return "", ()


_HOLDS: Final = (Act.JOINED, Act.OBSERVED)


def _founded(held: Event, procedure: Procedure) -> bool:
    """Whether one was a member on the day on which the organisation was founded."""
    shelf = organisations().get(procedure.of.removeprefix("org:"))
    if procedure.role != _MEMBER or held.on is None or shelf is None or not shelf.founded:
        return False
    return held.on.last <= Day.parse(shelf.founded).last


def _precedes(event: Event, day: date | None) -> bool:
    """Whether it surely happened before a day."""
    return bool(day and event.on and event.on.last < day)


def _since_left(events: Sequence[Event], procedure: Procedure, on: Day) -> list[Event]:
    left = [each.on for each in events if each.act is Act.LEFT and _about(each, procedure) and _by(each, on)]
    last = max((day.first for day in left if day), default=date.min)
    return [each for each in events if each.on is None or each.on.last >= last]


def _wanted(procedure: Procedure, on: Day, treaties: Sequence[str] | None) -> tuple[tuple[str, ...], ...]:
    """The names of each treaty, the one that it goes by first."""
    known = {name: each for each in procedure.treaties for name in (each.work, *each.also)}
    if treaties is None:
        return tuple(
            (each.work, *each.also)
            for each in procedure.treaties
            if holds(each.since, each.until, on, told=each.article)
        )
    return tuple((name, *((known[name].work, *known[name].also) if name in known else ())) for name in treaties)


def _taken(
    step: Step, events: Sequence[Event], procedure: Procedure, wanted: Sequence[Sequence[str]], on: Day
) -> Taken:
    if step.act is Act.ACCEDED:
        return _acceded(step, events, wanted, on)
    mine = [each for each in events if each.act is step.act and _about(each, procedure)]
    return Taken(step, _standing(mine, on), _proving(mine, on))


def _acceded(step: Step, events: Sequence[Event], wanted: Sequence[Sequence[str]], on: Day) -> Taken:
    """Whether it consented to each of the treaties: any consent to be bound will do, not accession alone."""
    by = [[each for each in events if each.act in CONSENTS and each.object in names] for names in wanted]
    proofs = tuple(proof for mine in by for proof in _proving(mine, on))
    missing = tuple(names[0] for names, mine in zip(wanted, by, strict=True) if not _proving(mine, on))
    if proofs and not missing:
        return Taken(step, Standing.DONE, proofs)
    unclear = any(_standing(mine, on) is Standing.UNCLEAR for mine in by)
    standing = Standing.PARTLY if proofs else Standing.UNCLEAR if unclear else Standing.OPEN
    return Taken(step, standing, proofs, missing)


def _about(event: Event, procedure: Procedure) -> bool:
    """Whether an event is about that role; one that names no role is about membership."""
    return event.object == procedure.of and (event.role or _MEMBER) == procedure.role


_MEMBER: Final = "member"


def _standing(events: Sequence[Event], on: Day) -> Standing:
    if _proving(events, on):
        return Standing.DONE
    return Standing.UNCLEAR if any(_by(each, on) is None for each in events) else Standing.OPEN


def _proving(events: Iterable[Event], on: Day) -> tuple[Event, ...]:
    return tuple(sorted((each for each in events if _by(each, on)), key=in_order))


def _by(event: Event, on: Day) -> bool | None:
    """Whether it had happened by the end of the day; None where its own day is not known well enough."""
    if event.on is None:
        return None
    if event.on.last <= on.last:
        return True
    return None if event.on.first <= on.last else False


def _implied(taken: Taken) -> Taken:
    if taken.standing in (Standing.OPEN, Standing.UNCLEAR):
        return replace(taken, standing=Standing.IMPLIED)
    return taken
