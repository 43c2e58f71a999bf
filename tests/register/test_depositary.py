"""Whose consent is missing, what is to be notified, and what cannot have been in that order."""

import pytest

from acquis.errors import NotHeld
from acquis.model import Day
from acquis.register.clauses import Clause
from acquis.register.depositary import missing, notifications
from acquis.register.events import Act, Event
from acquis.register.orders import Disorder, misplaced
from tests.register.treaties_made import (
    BASINS,
    RIVERS,
    condition_met,
    happened,
    in_force,
    ratified,
    ruled,
    signed,
    withdrew,
)

CLAUSE = ruled({"all": [{"consents": 3, "beside": ["AAA", "BBB"]}, {"named": ["AAA", "BBB"]}]})
EVENTS = [
    signed("AAA", "2004-05-14"),
    signed("DDD", "2004-05-14"),
    signed("BBB", "2004-05-14"),
    ratified("AAA", "2005-01-01"),
    ratified("CCC", "2005-02-01"),
]


def wanted(events: list[Event], on: str, clauses: dict[str, Clause], **more: object) -> list[str]:
    return [each.words for each in missing(RIVERS, events, Day.parse(on), clauses=clauses, **more)]


def test_named_states_are_missing_first_then_so_many_others() -> None:
    first, second = missing(RIVERS, EVENTS, Day(2005, 3), clauses=CLAUSE)

    assert ("the consent of state:BBB", ("state:BBB",), ("state:BBB",)) == (first.words, first.states, first.pending)
    assert ("2 more consents beside state:AAA, state:BBB", 2) == (second.words, second.consents)
    assert ("state:DDD",) == second.pending


def test_nothing_is_missing_once_the_conditions_are_met() -> None:
    more = [*EVENTS, ratified("BBB", "2006-01-01"), ratified("DDD", "2006-01-02"), ratified("EEE", "2006-01-03")]

    assert wanted(more, "2006-01-03", CLAUSE) == []
    assert wanted([*more, withdrew("AAA", "2007-01-01")], "2008-01-01", CLAUSE) == []
    assert wanted([condition_met("2006-01-01")], "2006-01-01", CLAUSE) == []
    assert len(wanted(more, "2006-01-02", CLAUSE)) == 1


WANTED = [
    ({"all": [{"share": 0.5, "of": "tonnage"}]}, ["30.00% more of tonnage"]),
    ({"all": [{"share": 0.5, "of": "area"}]}, ["50.00% of area; the shares are not known"]),
    ({"all": [{"consents": 2}, {"on": "2010-01-01"}]}, ["not before 2010-01-01"]),
    ({"any": [{"consents": 4}, {"named": ["BBB"]}]}, ["the consent of state:BBB", "2 more consents"]),
    ({"any": [{"consents": 2}, {"named": ["BBB"]}]}, []),
]


@pytest.mark.parametrize(("force", "expected"), WANTED)
def test_each_kind_of_condition_says_what_it_needs(force: object, expected: list[str]) -> None:
    shares = {"tonnage": {"state:AAA": 0.2, "state:BBB": 0.4}}

    assert expected == wanted(EVENTS, "2005-03-01", ruled(force), shares=shares)


def test_without_a_clause_nothing_can_be_said_to_be_missing() -> None:
    with pytest.raises(NotHeld, match="No clause"):
        missing(RIVERS, EVENTS, Day(2005), clauses={})


def test_notifications_stand_in_the_order_of_days() -> None:
    events = [
        ratified("BBB", "2005-02-01"),
        ratified("AAA", "2005-01-01"),
        ratified("AAA", "2005-01", source="a map"),
        happened(Act.JOINED, "AAA", "2004-01-01", what="org:osr", role="member"),
        happened(Act.RESERVED, "AAA", "2005-01-01", value="article 4"),
        signed("CCC", None, what=BASINS),
    ]
    told = notifications(events, clauses=ruled({"all": [{"consents": 2}], "wait": {"days": 30}}))

    assert [
        "state:AAA: ratified",
        "state:AAA: reserved, article 4",
        f"{RIVERS}: its conditions are met; in force 2005-03-03",
        "state:BBB: ratified",
        "state:CCC: signed",
    ] == [each.words for each in told]
    assert [2, 1] == [len(each.claims) for each in told[:2]]


def test_sources_that_disagree_on_a_day_are_notified_each_with_its_own() -> None:
    events = [
        ratified("AAA", "1967-01-01", source="a map"),
        ratified("AAA", "1965-01-01"),
        ratified("AAA", "1965-01-01", source="an atlas"),
    ]
    told = notifications(events)

    assert [
        ("1965-01-01", "state:AAA: ratified; its day is disputed, elsewhere it is 1967-01-01", 2),
        ("1967-01-01", "state:AAA: ratified; its day is disputed, elsewhere it is 1965-01-01", 1),
    ] == [(str(each.when), each.words, len(each.claims)) for each in told]


PARTLY = "consents are kept in part: what else was missing is not known"
THREE, NAMED = {"all": [{"consents": 3}]}, {"all": [{"named": ["AAA", "BBB"]}]}
KEPT_IN_PART = [
    ("in force by a source", THREE, [in_force("2006-01-01")], [PARTLY]),
    ("the condition by a source", THREE, [condition_met("2006-01-01")], [PARTLY]),
    ("in force for one", THREE, [in_force("2006-01-01", "FFF")], [PARTLY]),
    ("in force, and a later consent", THREE, [in_force("2006-01-01"), ratified("DDD", "2007-01-01")], [PARTLY]),
    ("in force, all kept", THREE, [in_force("2006-01-01"), ratified("DDD", "2005-12-01")], ["1 more consent"]),
    ("not in force", THREE, [], ["1 more consent"]),
    ("a named one is not kept", NAMED, [in_force("2006-01-01")], [PARTLY]),
    (
        "its later consent is kept, another's not",
        {"all": [{"named": ["BBB", "CCC", "EEE"]}]},
        [ratified("BBB", "2005-12-01"), in_force("2006-01-01")],
        [f"the consent of state:BBB; {PARTLY}"],
    ),
    (
        "shares that nobody knows",
        {"all": [{"share": 0.5, "of": "area"}]},
        [in_force("2006-01-01")],
        ["50.00% of area; the shares are not known"],
    ),
]


@pytest.mark.parametrize(("_case", "force", "more", "expected"), KEPT_IN_PART)
def test_no_number_is_told_where_consents_are_kept_in_part(
    _case: str, force: object, more: list[Event], expected: list[str]
) -> None:
    assert expected == wanted([*EVENTS, *more], "2005-03-01", ruled(force))


ORDERS = [
    ([signed("AAA", "2005-01-02"), ratified("AAA", "2005-01-01")], [Disorder.CONSENTED_BEFORE_SIGNED]),
    ([signed("AAA", "2005-01-02"), happened(Act.ACCEDED, "AAA", "2005-01-01")], []),
    ([signed("AAA", "2005"), ratified("AAA", "2005-01-01")], []),
    ([ratified("AAA", "2005-01-02"), in_force("2005-01-01", "AAA")], [Disorder.IN_FORCE_BEFORE_CONSENT]),
    ([in_force("2005-01-02"), in_force("2005-01-01", "AAA")], [Disorder.IN_FORCE_FOR_ONE_FIRST]),
    ([happened(Act.OPENED, "", "2005-01-02"), signed("AAA", "2005-01-01")], [Disorder.SIGNED_BEFORE_TEXT]),
    ([signed("AAA", "2005-01-02"), ratified("AAA", "2005-01-03")], []),
    (
        [ratified("AAA", "2005-01-02"), in_force("2006-01-01", "AAA"), happened(Act.LEFT, "AAA", "2005-06-01")],
        [Disorder.LEFT_BEFORE_IN_FORCE],
    ),
    ([ratified("AAA", "2005-01-02"), withdrew("AAA", "2004-01-01", role="reservation")], []),
    ([in_force("2005-01-02"), happened(Act.TERMINATED, "", "2005-01-01")], [Disorder.ENDED_BEFORE_IN_FORCE]),
]


@pytest.mark.parametrize(("events", "expected"), ORDERS)
def test_what_cannot_have_been_in_that_order_is_found(events: list[Event], expected: list[Disorder]) -> None:
    assert expected == [each.kind for each in misplaced(events)]
