"""What sources agree on, where they disagree only on the day of one consent."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Day
from acquis.register.clauses import Clause
from acquis.register.events import Event
from acquis.register.parties import PartyState, party_state
from tests.register.treaties_made import RIVERS, ratified, ruled, withdrew

TWO = ruled({"all": [{"consents": 2}]})
WAITING = ruled({"all": [{"consents": 2}], "wait": {"days": 30}}, later={"wait": {"days": 90}})
DISPUTED = [
    ratified("AAA", "1965-01-01", source="an atlas"),
    ratified("AAA", "1967-01-01", source="a map"),
    ratified("BBB", "1966-01-01"),
]


def standing(who: str, on: str, events: list[Event], clauses: dict[str, Clause] = TWO) -> str:
    return party_state(f"state:{who}", RIVERS, events, Day.parse(on), clauses=clauses).state.value


DAYS = [
    ("AAA", "1964-12-31", "none"),
    ("AAA", "1965-06-01", "disputed"),
    ("AAA", "1966-06-01", "disputed"),
    ("AAA", "1967-01-01", "party"),
    ("AAA", "2010-01-01", "party"),
    ("BBB", "1965-06-01", "none"),
    ("BBB", "1966-06-01", "disputed"),
    ("BBB", "1967-01-01", "party"),
]


@pytest.mark.parametrize(("who", "on", "expected"), DAYS)
def test_a_party_is_disputed_only_until_all_sources_have_it(who: str, on: str, expected: str) -> None:
    assert expected == standing(who, on, DISPUTED)


def test_a_party_says_from_when_on_all_sources_have_it() -> None:
    found = party_state("state:AAA", RIVERS, DISPUTED, Day(2010), clauses=TWO)

    assert "party, as all sources say: by 1967-01-01" in found.why
    assert "between 1966-01-01 and 1967-01-01" == str(found.bound)


def test_a_later_withdrawal_leaves_the_time_between_as_it_was() -> None:
    events = [*DISPUTED, withdrew("AAA", "2015-01-01")]

    assert ["party", "party", "withdrawn"] == [
        standing("AAA", on, events) for on in ("2010-01-01", "2015-12-31", "2016-01-01")
    ]


consents = st.dates(datetime.date(2001, 1, 1), datetime.date(2003, 12, 31))


@given(consents, consents, consents, st.sampled_from([TWO, WAITING]))
def test_when_every_waiting_is_over_all_are_parties(
    one: datetime.date, other: datetime.date, third: datetime.date, clauses: dict[str, Clause]
) -> None:
    events = [ratified("AAA", str(one)), ratified("AAA", str(other), source="a map"), ratified("BBB", str(third))]

    assert {PartyState.PARTY.value} == {standing(who, "2005-01-01", events, clauses) for who in ("AAA", "BBB")}
