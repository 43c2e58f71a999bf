"""Strategies and programmes with a term."""

import pytest

from acquis.model import Day
from acquis.register.events import Act, Event, Source
from acquis.register.terms import term_on

STRATEGY = "osr:2011-06-16/water-security-strategy"


def event(act: Act, on: str | None, until: str | None = None) -> Event:
    days = (Day.parse(each) if each else None for each in (on, until))
    return Event(
        act=act, actor="", object=STRATEGY, **dict(zip(("on", "until"), days, strict=True)), proof=Source("a book")
    )


EVENTS = [
    event(Act.ADOPTED, "2011-06-16"),
    event(Act.RUNS, "2012", "2017"),
    event(Act.EXTENDED, "2017-06-22", "2018-12-31"),
]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2011-06-15", "proposed"),
        ("2011-06-16", "approved"),
        ("2012-01-01", "running"),
        ("2017-12-31", "running"),
        ("2018-03-01", "extended"),
        ("2019-01-01", "ended"),
    ],
)
def test_a_strategy_runs_to_the_last_day_of_its_term_and_beyond_where_it_was_extended(on, expected):
    assert expected == term_on(EVENTS, Day.parse(on)).course.value


def test_an_extension_counts_only_from_the_day_that_it_was_decided():
    assert "ended" == term_on(EVENTS[:2], Day(2018, 3, 1)).course.value


def test_what_has_no_term_has_no_course():
    assert None is term_on(EVENTS[:1], Day(2012))
