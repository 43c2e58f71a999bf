"""What each state was to an instrument on a day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Day
from acquis.register.clauses import Clause
from acquis.register.events import Act, Event
from acquis.register.parties import PartyStanding, PartyState, party_state, status_table
from tests.register.treaties_made import (
    BASINS,
    RIVERS,
    any_events,
    clauses,
    days,
    happened,
    in_force,
    ratified,
    ruled,
    signed,
    withdrew,
)

TWO = ruled({"all": [{"consents": 2}], "wait": {"days": 30}}, later={"wait": {"days": 90}})
FORCE = [ratified("BBB", "2005-01-10"), ratified("CCC", "2005-02-01")]  # in force on 2005-03-03


def standing(events: list[Event], on: str, clauses: dict[str, Clause] | None = None, who: str = "AAA") -> str:
    rules = TWO if clauses is None else clauses
    return str(party_state(f"state:{who}", RIVERS, events, Day.parse(on), clauses=rules).state)


COURSES = [
    ("nothing before its first event", [signed("AAA", "2004-05-14")], "2004-05-13", "none"),
    ("a simple signature", [signed("AAA", "2004-05-14")], "2004-05-14", "signatory"),
    ("never a party by signature", [signed("AAA", "2004-05-14")], "2010-01-01", "signatory"),
    ("took part in the text", [happened(Act.ADOPTED, "AAA", "2004-01-10")], "2004-02-01", "negotiating"),
    ("ad referendum", [signed("AAA", "2004-05-14", value="ad referendum")], "2004-06-01", "negotiating"),
    ("consent, not in force", [ratified("AAA", "2005-01-01"), FORCE[0]][:1], "2005-03-04", "contracting"),
    ("consent before the condition", [ratified("AAA", "2005-01-31"), *FORCE], "2005-03-03", "party"),
    ("a later consent waits", [ratified("AAA", "2006-01-01"), *FORCE], "2006-03-31", "contracting"),
    ("and is bound after it", [ratified("AAA", "2006-01-01"), *FORCE], "2006-04-01", "party"),
    ("accession", [happened(Act.ACCEDED, "AAA", "2006-01-01"), *FORCE], "2006-04-01", "party"),
    ("a successor does not wait", [happened(Act.SUCCEEDED, "AAA", "2006-01-01"), *FORCE], "2006-01-01", "party"),
    ("a definitive signature", [signed("AAA", "2006-01-01", value="definitive"), *FORCE], "2006-04-01", "party"),
    ("stated", [in_force("2006-02-02", "AAA"), in_force("2005-03-03")], "2006-02-02", "party"),
    (
        "provisional",
        [happened(Act.APPLIES_PROVISIONALLY, "AAA", "2004-06-01")],
        "2004-07-01",
        "provisional application",
    ),
    (
        "provisional no longer",
        [
            happened(Act.APPLIES_PROVISIONALLY, "AAA", "2004-06-01"),
            withdrew("AAA", "2004-08-01", role="provisional application"),
        ],
        "2004-08-01",
        "none",
    ),
    (
        "signature taken back",
        [signed("AAA", "2004-05-14"), withdrew("AAA", "2005-01-01", role="signature")],
        "2005-01-01",
        "none",
    ),
    (
        "suspended for it",
        [ratified("AAA", "2005-01-01"), *FORCE, happened(Act.SUSPENDED, "AAA", "2007-01-01")],
        "2008-01-01",
        "suspended",
    ),
    (
        "suspended for all",
        [ratified("AAA", "2005-01-01"), *FORCE, happened(Act.SUSPENDED, "", "2007-01-01")],
        "2008-01-01",
        "suspended",
    ),
    (
        "until the end of it",
        [ratified("AAA", "2005-01-01"), *FORCE, happened(Act.TERMINATED, "", "2007-01-01")],
        "2008-01-01",
        "ended",
    ),
    ("a year that is not over", [ratified("AAA", "2006"), *FORCE], "2006-06-01", "unknown"),
    (
        "disputed",
        [ratified("AAA", "2006-01-01"), ratified("AAA", "2008-01-01", source="a map"), *FORCE],
        "2007-01-01",
        "disputed",
    ),
]


@pytest.mark.parametrize(("_case", "events", "on", "expected"), COURSES)
def test_a_state_is_what_its_acts_make_it(_case: str, events: list[Event], on: str, expected: str) -> None:
    assert expected == standing(events, on)


def test_a_signature_ad_referendum_is_one_when_it_is_confirmed() -> None:
    both = [signed("AAA", "2004-05-14", value="ad referendum"), signed("AAA", "2004-09-01", nth=2)]

    assert [standing(both, on) for on in ("2004-08-31", "2004-09-01")] == ["negotiating", "signatory"]


def test_without_a_clause_a_later_consent_binds_on_its_own_day() -> None:
    events = [in_force("2005-03-03"), ratified("AAA", "2006-01-01")]

    assert [standing(events, on, {}) for on in ("2005-12-31", "2006-01-01")] == ["none", "party"]


def test_membership_of_an_organisation_makes_no_party() -> None:
    joined = happened(Act.JOINED, "AAA", "2001-01-01", what="org:osr", role="member")

    assert standing([joined, *FORCE], "2010-01-01") == "none"


# --- withdrawal -------------------------------------------------------------------------------------------------------

HALF = {RIVERS: Clause(TWO[RIVERS].all, wait=TWO[RIVERS].wait, notice=ruled({"all": [{"consents": 1}]}, withdrawal={"wait": {"months": 6}})[RIVERS].notice)}  # fmt: skip
BOUND = [ratified("AAA", "2005-01-01"), *FORCE]


def test_a_withdrawal_takes_effect_after_twelve_months_where_nothing_is_said() -> None:
    events = [*BOUND, withdrew("AAA", "2010-05-05")]
    found = party_state("state:AAA", RIVERS, events, Day(2010, 6, 1), clauses=TWO)

    assert (PartyState.PARTY, "2011-05-05") == (found.state, str(found.ended))
    assert "its withdrawal takes effect 2011-05-05" in found.why
    assert [standing(events, on) for on in ("2011-05-04", "2011-05-05")] == ["party", "withdrawn"]


def test_a_withdrawal_takes_effect_after_the_notice_of_the_clause() -> None:
    events = [*BOUND, withdrew("AAA", "2010-05-05")]

    assert [standing(events, on, HALF) for on in ("2010-11-04", "2010-11-05")] == ["party", "withdrawn"]


def test_a_stated_effect_counts_before_any_rule() -> None:
    events = [*BOUND, withdrew("AAA", "2010-05-05"), happened(Act.LEFT, "AAA", "2010-12-31")]

    assert [standing(events, on) for on in ("2010-12-30", "2010-12-31")] == ["party", "withdrawn"]


def test_before_it_is_bound_a_withdrawal_takes_effect_at_once() -> None:
    events = [ratified("AAA", "2005-01-01"), withdrew("AAA", "2005-01-05"), *FORCE]

    assert [standing(events, on) for on in ("2005-01-04", "2005-01-05", "2006-01-01")] == [
        "contracting",
        "withdrawn",
        "withdrawn",
    ]


def of_aaa(events: list[Event], on: str, clauses: dict[str, Clause] = TWO) -> PartyStanding:
    return party_state("state:AAA", RIVERS, events, Day.parse(on), clauses=clauses)


RULE = "twelve months from the notice of 2010-05-05, Vienna Convention on the Law of Treaties 1969, article 56.2)"
EFFECTS = [
    ("no word of it", TWO, [], f"2011-05-05 (inferred: its clause says nothing of withdrawal; {RULE}", True),
    ("no clause", {}, [], f"2011-05-05 (inferred: no clause of it on withdrawal is kept; {RULE}", True),
    ("the clause", HALF, [], "2010-11-05 (by the time that its clause asks for, from the notice of 2010-05-05)", False),
    ("stated", TWO, [happened(Act.LEFT, "AAA", "2010-12-31")], "2010-12-31", False),
]


@pytest.mark.parametrize(("_case", "clauses", "more", "expected", "inferred"), EFFECTS)
def test_the_effect_of_a_withdrawal_names_its_rule(
    _case: str, clauses: dict[str, Clause], more: list[Event], expected: str, inferred: bool
) -> None:
    events = [*BOUND, in_force("2005-02-09"), withdrew("AAA", "2010-05-05"), *more]
    found = of_aaa(events, "2012-01-01", clauses)

    assert (f"no party since {expected}", inferred) == (found.why, found.inferred)


def test_a_notice_is_told_with_its_rule_before_it_takes_effect() -> None:
    found = of_aaa([*BOUND, withdrew("AAA", "2010-05-05")], "2010-06-01")

    assert (PartyState.PARTY, True) == (found.state, found.inferred)
    assert f"party since 2005-02-09; its withdrawal takes effect {EFFECTS[0][3]}" == found.why


def test_who_takes_back_its_consent_before_the_entry_into_force_never_was_a_party() -> None:
    events = [ratified("AAA", "2005-01-01"), withdrew("AAA", "2005-01-05"), *FORCE]
    found = of_aaa(events, "2006-01-01", HALF)

    assert "took back its consent 2005-01-05, before it was bound: it never was a party" == found.why
    assert (PartyState.WITHDRAWN, None, "") == (found.state, found.bound, found.disorder)


def test_a_consent_that_was_taken_back_does_not_count() -> None:
    given, taken = ratified("AAA", "2005-01-01"), withdrew("AAA", "2005-01-05")

    assert ["party", "contracting"] == [
        standing([given, *more, FORCE[0]], "2005-03-01", who="BBB") for more in ([], [taken])
    ]


LOOSE = "a withdrawal (2010-05-05) without a consent before it that is known"
LOOSE_ENDS = [
    ("nothing else", [*FORCE, withdrew("AAA", "2010-05-05")], "2010-05-05", "unknown"),
    ("signed", [*FORCE, signed("AAA", "2004-05-14"), withdrew("AAA", "2010-05-05")], "2015-01-01", "signatory"),
    ("a consent after it", [*FORCE, withdrew("AAA", "2010-05-05"), ratified("AAA", "2013-01-01")], "2015-01-01", "party"),
    ("stated", [*FORCE, happened(Act.LEFT, "AAA", "2010-05-05")], "2015-01-01", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("_case", "events", "on", "expected"), LOOSE_ENDS)
def test_a_withdrawal_without_consent_is_named_and_changes_nothing(
    _case: str, events: list[Event], on: str, expected: str
) -> None:
    found, before = of_aaa(events, on), of_aaa(events, "2010-05-04")

    assert (expected, LOOSE) == (found.state.value, found.disorder)
    assert found.why.endswith(f"; disorder: {LOOSE}")
    assert before.disorder == ""


ORDERLY = [
    [*BOUND, withdrew("AAA", "2010-05-05")],
    [*FORCE, in_force("2006-01-01", "AAA"), withdrew("AAA", "2010-05-05")],
    [*BOUND, withdrew("AAA", "2010-05-05", role="reservation")],
    [ratified("AAA", "2010"), withdrew("AAA", "2010-05-05")],
]


@pytest.mark.parametrize("events", ORDERLY)
def test_a_withdrawal_after_a_consent_is_in_order(events: list[Event]) -> None:
    assert "" == of_aaa(events, "2015-01-01").disorder


def test_who_came_back_is_a_party_since_its_return_and_left_when_it_left() -> None:
    events = [
        in_force("1994-04-20"),
        in_force("1994-04-20", "AAA"),
        happened(Act.LEFT, "AAA", "1999-04-20"),
        in_force("2006", "AAA", nth=2),
        happened(Act.LEFT, "AAA", "2012-12-19", nth=2),
    ]

    assert [
        "party since 1994-04-20",
        "no party since 1999-04-20",
        "party since 2006",
        "no party since 2012-12-19",
    ] == [of_aaa(events, on, {}).why for on in ("1996-01-01", "2000-01-01", "2008-01-01", "2013-01-01")]


def test_a_state_that_comes_back_is_a_party_again() -> None:
    events = [*BOUND, withdrew("AAA", "2010-05-05"), happened(Act.ACCEDED, "AAA", "2013-01-01")]

    assert [standing(events, on) for on in ("2012-01-01", "2013-02-01", "2013-04-01")] == [
        "withdrawn",
        "contracting",
        "party",
    ]


def test_the_withdrawal_of_a_reservation_is_no_withdrawal() -> None:
    events = [
        *BOUND,
        happened(Act.RESERVED, "AAA", "2005-01-01", value="article 4"),
        withdrew("AAA", "2010-05-05", role="reservation"),
    ]
    before, after = (party_state("state:AAA", RIVERS, events, Day(year), clauses=TWO) for year in (2009, 2012))

    assert (["article 4"], []) == ([each.value for each in before.reservations], [*after.reservations])
    assert after.state is PartyState.PARTY


# --- what is told beside ----------------------------------------------------------------------------------------------


def test_reservations_objections_and_declarations_are_listed_on_their_day() -> None:
    events = [
        *BOUND,
        happened(Act.RESERVED, "AAA", "2005-01-01", value="article 4"),
        happened(Act.DECLARED, "AAA", "2005-01-01", value="the Kelvar is a river"),
        happened(Act.OBJECTED, "BBB", "2005-06-01", value="state:AAA"),
    ]
    found = party_state("state:AAA", RIVERS, events, Day(2006), clauses=TWO)
    other = party_state("state:BBB", RIVERS, events, Day(2006), clauses=TWO)

    assert (1, 1, 0, 1) == tuple(map(len, (found.reservations, found.declarations, found.objections, found.objected)))
    assert ["state:AAA"] == [each.value for each in other.objections]
    assert () == party_state("state:AAA", RIVERS, events, Day(2005, 3, 4), clauses=TWO).objected


def test_an_amendment_binds_those_that_accept_it_and_those_that_come_after_it() -> None:
    events = [
        *BOUND,
        happened(Act.AMENDED, "", "2008-01-01", value=BASINS),
        in_force("2008-01-01", what=BASINS),
        ratified("BBB", "2007-06-01", what=BASINS),
        ratified("DDD", "2009-01-01"),
    ]
    table = status_table(RIVERS, events, Day(2010), clauses=TWO)

    assert {"state:AAA": (), "state:BBB": (BASINS,), "state:CCC": (), "state:DDD": (BASINS,)} == {
        row.actor: row.amendments for row in table
    }


def test_an_amendment_that_is_stated_of_none_binds_all() -> None:
    table = status_table(
        RIVERS, [*BOUND, happened(Act.AMENDED, "", "2008-01-01", value=BASINS)], Day(2010), clauses=TWO
    )

    assert [(BASINS,)] * 3 == [row.amendments for row in table]


def test_a_table_has_everyone_who_is_something_to_it() -> None:
    events = [
        *FORCE,
        signed("AAA", "2004-05-14"),
        ratified("DDD", "2008-01-01"),
        ratified("AAA", "2001-01-01", what=BASINS),
    ]

    assert [("state:AAA", "signatory"), ("state:BBB", "party"), ("state:CCC", "party")] == [
        (row.actor, row.state.value) for row in status_table(RIVERS, events, Day(2006), clauses=TWO)
    ]


def test_after_what_the_sources_cover_a_party_is_not_known() -> None:
    found = party_state("state:AAA", RIVERS, BOUND, Day(2021), clauses=TWO, covered=Day(2019))

    assert found.state is PartyState.UNKNOWN
    assert found.why.startswith("unknown after 2019; before that party")


def test_the_stated_day_and_the_rule_must_agree() -> None:
    events = [*FORCE, ratified("AAA", "2006-01-01"), in_force("2006-02-01", "AAA")]

    assert [standing(events, on) for on in ("2006-01-31", "2006-02-15", "2006-04-01")] == [
        "contracting",
        "disputed",
        "party",
    ]


# --- what always holds ------------------------------------------------------------------------------------------------


@given(any_events, clauses, days)
def test_before_its_first_event_no_state_is_a_party(events: list[Event], force: object, on: datetime.date) -> None:
    own = [each for each in events if each.actor == "state:AAA"]
    if not own or any(each.on is None or each.on.first <= on for each in own):
        return

    assert standing(events, str(on), ruled(force)) not in ("party", "suspended", "ended", "withdrawn", "contracting")


@given(any_events, clauses, days, st.randoms(use_true_random=False))
def test_the_order_in_which_events_came_makes_no_difference(
    events: list[Event], force: object, on: datetime.date, chance: object
) -> None:
    shuffled = [*events]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    moment, rules = Day(on.year, on.month, on.day), ruled(force)

    assert status_table(RIVERS, events, moment, clauses=rules) == status_table(RIVERS, shuffled, moment, clauses=rules)
