"""What was held on a day is worked out once for all days between which nothing changes: the same as day by day."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquis.model import Day
from acquis.register.events import Act, Event, Source
from acquis.register.log import Log
from acquis.register.spells import held_on

DAYS = st.one_of(
    st.dates(date(2001, 1, 1), date(2001, 3, 5)).map(lambda day: Day(day.year, day.month, day.day)),
    st.sampled_from([Day(2001), Day(2001, 1), Day(2001, 2), Day(2001, 3)]),
)
EVENTS = st.lists(
    st.builds(
        Event,
        act=st.sampled_from([Act.JOINED, Act.LEFT, Act.OBSERVED, Act.SUSPENDED]),
        actor=st.sampled_from(["state:XKV", "state:XOS"]),
        object=st.just("org:osr"),
        role=st.sampled_from(["member", "observer"]),
        on=st.none() | DAYS,
        nth=st.integers(1, 2),
        proof=st.just(Source("a book")),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(EVENTS, st.none() | DAYS, st.lists(DAYS, min_size=1, max_size=12))
def test_what_is_kept_between_two_changes_is_what_is_worked_out_for_the_day(events, covered, days):
    log = Log(events)

    for day in days:
        assert held_on(log.spells("org:osr"), day, covered=covered) == log.held("org:osr", day, covered)
