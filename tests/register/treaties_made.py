"""Events about instruments, written shortly for the tests."""

from acquis.model import Day
from acquis.register.clauses import Clause, clause
from acquis.register.events import Act, Event, Source

RIVERS = "osr:2004-05-14/charter"
BASINS = "osr:2006-03-01/basins-convention"


def happened(
    act: Act, who: str, on: str | None, *, what: str = RIVERS, source: str = "a book", **more: object
) -> Event:
    actor = who if ":" in who or not who else f"state:{who}"
    day = Day.parse(on) if on else None
    return Event(act=act, actor=actor, object=what, on=day, proof=Source(source), **more)


def signed(who: str, on: str | None, **more: object) -> Event:
    return happened(Act.SIGNED, who, on, **more)


def ratified(who: str, on: str | None, **more: object) -> Event:
    return happened(Act.RATIFIED, who, on, **more)


def withdrew(who: str, on: str | None, **more: object) -> Event:
    return happened(Act.WITHDREW, who, on, **more)


def in_force(on: str | None, who: str = "", **more: object) -> Event:
    return happened(Act.ENTERED_INTO_FORCE, who, on, **more)


def condition_met(on: str | None, **more: object) -> Event:
    return happened(Act.CONDITION_MET, "", on, **more)


def ruled(force: object, **more: object) -> dict[str, Clause]:
    """The clause of the invented charter."""
    made = clause({"force": force, **more}, of=RIVERS)
    assert made
    return {RIVERS: made}
