"""Days that may be known only to the month or the year, and what is certain and possible of them."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.errors import BadDay
from acquis.model import Day, Interval

exact = st.dates(datetime.date(1600, 1, 1), datetime.date(2400, 1, 1)).map(lambda d: Day(d.year, d.month, d.day))
days = st.builds(
    lambda day, known: Day(day.year, *(part for part in (day.month, day.day)[:known])), exact, st.integers(0, 2)
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """A stretch whose end is not before its beginning; either may be open."""
    one, other = sorted((draw(days), draw(days)), key=lambda day: day.key)
    since, until = draw(st.sampled_from([(one, other), (one, None), (None, other), (None, None)]))
    return Interval(since, until)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2007", "2007-01-01", "2007-12-31"),
        ("2007-08", "2007-08-01", "2007-08-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2007-08-16", "2007-08-16", "2007-08-16"),
    ],
)
def test_a_day_is_as_wide_as_it_is_unknown(text: str, first: str, last: str) -> None:
    day = Day.parse(text)

    assert (day.first.isoformat(), day.last.isoformat(), str(day)) == (first, last, text)
    assert day.exact == (first == last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "07", "2007-8", "2007-13", "2007-00", "2007-02-29", "2007-08-16T10:00", " 2007", "0000"),
        *("16 August 2007", "2007-08-", "-2007", "２００７\n", "2007\n"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadDay):
        Day.parse(text)


def test_a_day_of_no_month_is_refused() -> None:
    with pytest.raises(BadDay):
        Day(2007, None, 16)


@given(days)
def test_a_day_survives_its_printing(day: Day) -> None:
    assert Day.parse(str(day)) == day


@given(days, days)
def test_of_two_days_one_is_before_the_other_or_nobody_knows(one: Day, other: Day) -> None:
    earlier = one.before(other)

    assert (earlier is True) == (one.last < other.first)
    if earlier:
        assert other.before(one) is False
        assert one.key < other.key
        assert not one.agrees(other)
    if earlier is None:
        assert one.agrees(other)
    assert one.agrees(other) == other.agrees(one)


@given(exact, exact)
def test_exact_days_are_always_in_order(one: Day, other: Day) -> None:
    assert one.before(other) is (one.first < other.first)


@given(intervals(), exact)
def test_what_is_certain_is_possible(stretch: Interval, day: Day) -> None:
    assert not stretch.certain(day) or stretch.possible(day)
    assert stretch.holds(day) in ({True} if stretch.certain(day) else {None} if stretch.possible(day) else {False})


@given(intervals(), days)
def test_certain_and_possible_agree_with_every_way_the_days_may_have_been(stretch: Interval, day: Day) -> None:
    """Every choice of an exact day for each partial one is a way things may have been."""
    ends = [(None,) if end is None else (end.first, end.last) for end in (stretch.since, stretch.until)]
    ways = [
        (since is None or since <= each) and (until is None or each < until)
        for since in ends[0]
        for until in ends[1]
        for each in (day.first, day.last)
        if since is None or until is None or since <= until
    ]
    assert stretch.certain(day) == all(ways) or not ways
    if any(ways):
        assert stretch.possible(day)


def test_the_first_day_is_in_and_the_last_is_not() -> None:
    spell = Interval(Day(2004, 5, 14), Day(2011, 6, 15))

    assert [spell.holds(Day(2004, 5, 13)), spell.holds(Day(2004, 5, 14))] == [False, True]
    assert [spell.holds(Day(2011, 6, 14)), spell.holds(Day(2011, 6, 15))] == [True, False]


@pytest.mark.parametrize(
    ("stretch", "day", "answer"),
    [
        (Interval(Day(2004), Day(2011)), "2003-12-31", False),
        (Interval(Day(2004), Day(2011)), "2004-06-01", None),
        (Interval(Day(2004), Day(2011)), "2005-01-01", True),
        (Interval(Day(2004), Day(2011)), "2010-12-31", True),
        (Interval(Day(2004), Day(2011)), "2011-06-01", None),
        (Interval(Day(2004), Day(2011)), "2011-12-31", False),
        (Interval(Day(2004), Day(2011)), "2012-01-01", False),
        (Interval(Day(2004), None), "2999-01-01", True),
        (Interval(None, Day(2011, 6)), "2011-06-15", None),
        (Interval(None, None), "1945", True),
        (Interval(Day(2004, 5, 14), None), "2004", None),
        (Interval(Day(2004, 5, 14), None), "2005", True),
    ],
)
def test_a_partial_end_makes_some_days_only_possible(stretch: Interval, day: str, answer: bool | None) -> None:
    assert stretch.holds(Day.parse(day)) is answer


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(BadDay, match="no stretch of time"):
        Interval(Day(2011), Day(2004))


@given(st.lists(days, min_size=2, max_size=6))
def test_days_are_sorted_by_their_key(found: list[Day]) -> None:
    ordered = sorted(found, key=lambda day: day.key)

    assert all(not later.before(earlier) for earlier, later in pairwise(ordered))
