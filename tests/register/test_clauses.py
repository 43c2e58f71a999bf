"""Clauses on entry into force, as data."""

import datetime

import pytest

from acquis.errors import BadFact
from acquis.model import Day
from acquis.register.clauses import Clause, Consents, Fixed, Named, Share, Wait, clause

READ = [
    ({"all": [{"consents": 4}], "wait": {"days": 30}}, Clause(all=(Consents(4),), wait=Wait(days=30))),
    ({"all": [{"named": ["GBR", "SUN"]}]}, Clause(all=(Named(("state:GBR", "state:SUN")),))),
    ({"any": [{"consents": 40, "beside": ["USA"]}]}, Clause(any=(Consents(40, ("state:USA",)),))),
    ({"all": [{"share": 0.55, "of": "emissions"}]}, Clause(all=(Share(0.55, "emissions"),))),
    ({"all": [{"on": "1970-01-01"}]}, Clause(all=(Fixed(Day(1970, 1, 1)),))),
    ({"all": [{"on": datetime.date(1970, 1, 1)}]}, Clause(all=(Fixed(Day(1970, 1, 1)),))),
    ({"all": [{"on": 1970}]}, Clause(all=(Fixed(Day(1970)),))),
    ({"all": [{"consents": 2}], "wait": {"months": 3}}, Clause(all=(Consents(2),), wait=Wait(months=3))),
]


@pytest.mark.parametrize(("force", "expected"), READ)
def test_a_clause_is_read_from_its_entry(force: object, expected: Clause) -> None:
    assert expected == clause({"force": force})


def test_the_waits_of_later_consents_and_of_withdrawal_stand_beside_it() -> None:
    read = clause(
        {
            "title": "Charter",
            "force": {"all": [{"consents": 1}]},
            "later": {"wait": {"days": 90}},
            "withdrawal": {"wait": {"months": 6}},
        }
    )

    assert Clause(all=(Consents(1),), later=Wait(days=90), notice=Wait(months=6)) == read


def test_an_instrument_without_force_has_no_clause() -> None:
    assert clause({"title": "Declaration"}) is None


REFUSED = [
    ({"all": [{"consents": 10}]}, "10 consents, and 5 may give one"),
    ({"all": [{"consents": 4, "beside": ["AAA", "BBB"]}]}, "4 consents, and 3 may give one"),
    ({"all": [{"named": ["AAA", "ZZZ"]}]}, "state:ZZZ may not become a party"),
    ({"all": [{"named": ["AAA", "AAA"]}]}, "named twice"),
    ({"all": [{"named": []}]}, "no list of states"),
    ({"all": [{"named": ["Halmor"]}]}, "'Halmor' is neither"),
    ({"all": [{"consents": 0}]}, "consents: 0 is no whole number"),
    ({"all": [{"consents": True}]}, "True is no whole number"),
    ({"all": [{"share": 1.5, "of": "x"}]}, "share: 1.5 can never be met"),
    ({"all": [{"share": float("nan"), "of": "x"}]}, "share: nan"),
    ({"all": [{"share": 0.5, "of": " "}]}, "names no measure"),
    ({"all": [{"share": 0.5}]}, "share is no condition"),
    ({"all": [{"on": "soon"}]}, "'soon' is no day"),
    ({"all": [{"consents": 1}], "wait": {"days": -1}}, "wait: days: -1"),
    ({"all": [{"consents": 1}], "wait": {"weeks": 1}}, "no key called 'weeks'. Known: days, months, years"),
    ({"all": [{"consents": 1, "after": 2}]}, "no key called 'after'"),
    ({"every": [{"consents": 1}]}, "no key called 'every'. Known: all, any, wait"),
    ({"all": []}, "no list of conditions"),
    ({"all": {"consents": 1}}, "no list of conditions"),
    ({"wait": {"days": 1}}, "no condition"),
    (4, "4 has no keys"),
    ({"all": [{"cosents": 1}]}, "no key called 'cosents'; did you mean 'consents'?"),
    ({"all": [{"on": "1953-13"}]}, "no such day: 1953-13 ("),
]


@pytest.mark.parametrize(("force", "words"), REFUSED)
def test_a_clause_that_cannot_be_met_or_read_is_refused_by_name(force: object, words: str) -> None:
    with pytest.raises(BadFact) as refused:
        clause({"force": force}, of="osr:1/charter", entitled=["AAA", "BBB", "CCC", "DDD", "EEE"])

    assert words in str(refused.value)
    assert str(refused.value).startswith("osr:1/charter: force") or "neither" in words


def test_an_unknown_key_of_the_later_wait_is_refused() -> None:
    with pytest.raises(BadFact, match="an instrument: later: no key called 'days'"):
        clause({"force": {"all": [{"consents": 1}]}, "later": {"days": 30}})


ENTITLED = [
    ({"all": [{"consents": 3}]}, ["AAA", "BBB"], 190, "3 consents, and 2 may give one"),
    ({"all": [{"consents": 191}]}, None, 190, "191 consents, and 190 may give one"),
    ({"all": [{"consents": 190, "beside": ["AAA"]}]}, None, 190, "190 consents, and 189 may give one"),
    ({"all": [{"named": ["ZZZ"]}]}, None, 190, "nobody is known as state:ZZZ"),
    ({"all": [{"consents": 1}]}, ["ZZZ"], 190, "entitled: nobody is known as state:ZZZ"),
    ({"all": [{"consents": 1}]}, "AAA", 190, "entitled: 'AAA' is no list of states"),
]


@pytest.mark.parametrize(("force", "entitled", "most", "words"), ENTITLED)
def test_a_clause_that_those_who_may_consent_can_never_meet_is_refused(force, entitled, most, words) -> None:
    told = {"force": force} | ({"entitled": entitled} if entitled else {})
    with pytest.raises(BadFact) as refused:
        clause(told, of="osr:1/charter", known=lambda actor: actor != "state:ZZZ", most=most)

    assert words in str(refused.value)


WAITS = [
    (Wait(days=30), "2009-02-19", "2009-03-21"),
    (Wait(), "1970-03-05", "1970-03-05"),
    (Wait(months=1), "2015-01-31", "2015-02-28"),
    (Wait(months=3), "2015-11-30", "2016-02-29"),
    (Wait(years=1), "2016-02-29", "2017-02-28"),
    (Wait(months=1, days=1), "2015-01-31", "2015-03-01"),
    (Wait(years=1), "9999-06-01", "9999-12-31"),
]


@pytest.mark.parametrize(("wait", "day", "expected"), WAITS)
def test_a_wait_ends_on_the_day_that_the_calendar_gives(wait: Wait, day: str, expected: str) -> None:
    assert datetime.date.fromisoformat(expected) == wait.after(datetime.date.fromisoformat(day))
