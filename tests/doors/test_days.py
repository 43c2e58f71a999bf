"""Days as people type them, in every option that takes one."""

import calendar
import datetime

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.cli._days import TypedDay
from acquis.cli._group import acquis as program
from acquis.cli._options import Verb
from acquis.cli._panels import PANELS
from acquis.errors import BadDay
from acquis.structure.typed import day_typed

TYPED = [
    ("2011", "2011"),
    ("2011-06", "2011-06"),
    ("2011-06-15", "2011-06-15"),
    (" 2011-06-15 ", "2011-06-15"),
    ("15 June 2011", "2011-06-15"),
    ("on the 15th of June 2011", "2011-06-15"),
    ("June 15, 2011", "2011-06-15"),
    ("15.06.2011", "2011-06-15"),
    ("13/06/2011", "2011-06-13"),
    ("June 2011", "2011-06"),
    ("15 juin 2011", "2011-06-15"),
    ("15 июня 2011 г.", "2011-06-15"),
    ("2011年6月15日", "2011-06-15"),
]


@pytest.mark.parametrize(("words", "expected"), TYPED)
def test_a_day_is_taken_as_people_write_it(words, expected):
    assert expected == day_typed(words)


REFUSED = [
    ("05/06/2011", "may be 2011-06-05 or 2011-05-06: write it so, or with the month in letters"),
    ("05-06-2011", "may be 2011-06-05 or 2011-05-06"),
    ("14-15 June 2011", "is more than one day"),
    ("15 June 2011 and 16 June 2011", "is more than one day"),
    ("31 June 2011", "is no day. What works: 2011, 2011-06, 2011-06-15, or in words: 15 June 2011"),
    ("2011-02-30", "no such day"),
    ("15 June 2011 in Halmor", "is no day"),
    ("summer 2011", "is no day"),
    ("15 June 11", "is no day"),
    ("tomorrow", "is no day"),
    ("", "is no day"),
]


@pytest.mark.parametrize(("words", "line"), REFUSED)
def test_what_may_be_two_days_or_none_is_refused_with_what_would_work(words, line):
    with pytest.raises(BadDay) as refused:
        day_typed(words)

    assert line in str(refused.value)


@given(st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2199, 12, 31)))
def test_every_day_is_the_same_in_words_and_in_figures(day):
    in_words = f"{day.day} {calendar.month_name[day.month]} {day.year}"

    assert day.isoformat() == day_typed(in_words) == day_typed(day.isoformat())


def options() -> list[click.Option]:
    context = click.Context(program)
    verbs = [program.get_command(context, name) for names in PANELS.values() for name in names]
    held = [option for verb in verbs if isinstance(verb, Verb) for option in verb.params]
    return [each for each in held if isinstance(each, click.Option)]


def test_every_option_of_a_day_takes_it_so():
    days = [each for each in options() if each.name in ("on", "known", "since", "until")]

    assert len(days) > 10
    assert {True} == {isinstance(each.type, TypedDay) for each in days}


@pytest.mark.parametrize(
    "command",
    [
        ("who", "osr", "--on", "11 July 2009", "--json"),
        ("instruments", "list", "--on", "11.07.2009", "--json"),
        ("register", "organs", "osr", "--on", "July 11, 2009", "--json"),
    ],
)
def test_the_iso_form_is_the_one_that_is_printed(command, held, acquis):
    assert "2009-07-11" == acquis(*command).json["on"]


def test_a_day_that_may_be_two_is_refused_at_the_door(held, acquis):
    refused = acquis("who", "osr", "--on", "05/06/2011")

    assert 2 == refused.code
    assert "may be 2011-06-05 or 2011-05-06" in refused.err
