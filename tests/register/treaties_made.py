"""Events about instruments, written shortly for the tests, and drawn by lot."""

import datetime

from hypothesis import strategies as st

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


NAMES = [f"{letter}{letter}{letter}" for letter in "ABCDEFGHJK"]
days = st.dates(datetime.date(2001, 1, 1), datetime.date(2003, 12, 31))
consenting = st.dictionaries(st.sampled_from(NAMES), days, min_size=1)
clauses = st.sampled_from(
    [
        {"all": [{"consents": 3}], "wait": {"days": 30}},
        {"all": [{"named": ["AAA"]}, {"consents": 2, "beside": ["AAA"]}]},
        {"any": [{"consents": 5}, {"named": ["BBB", "CCC"]}], "wait": {"months": 1}},
        {"all": [{"consents": 2}, {"on": "2002-06-01"}]},
    ]
)


acts = st.sampled_from(
    [Act.SIGNED, Act.RATIFIED, Act.ACCEDED, Act.WITHDREW, Act.ENTERED_INTO_FORCE, Act.CONDITION_MET, Act.TERMINATED]
)
told_days = st.one_of(st.none(), days.map(str), days.map(lambda day: str(day)[:7]), days.map(lambda day: str(day)[:4]))
any_events = st.lists(
    st.builds(
        lambda act, who, on, source, nth: happened(act, who, on, source=source, nth=nth),
        acts,
        st.sampled_from(["", *NAMES[:4]]),
        told_days,
        st.sampled_from(["a book", "a map"]),
        st.sampled_from([1, 1, 2]),
    ),
    max_size=12,
)
