"""What an instrument was on a day, and when it entered into force."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Day
from acquis.register.clauses import Clause
from acquis.register.entry import Check, entry_into_force
from acquis.register.events import Act, Event
from acquis.register.force import TreatyState, state_of
from tests.register.treaties_made import (
    RIVERS,
    any_events,
    clauses,
    condition_met,
    consenting,
    days,
    happened,
    in_force,
    ratified,
    ruled,
    signed,
    withdrew,
)

FOUR = ruled({"all": [{"consents": 4}], "wait": {"days": 30}})
DAYS = ["2005-01-10", "2005-02-20", "2005-03-05", "2005-04-01", "2005-09-09"]
CONSENTS = [ratified(who, on) for who, on in zip(("AAA", "BBB", "CCC", "DDD", "EEE"), DAYS, strict=True)]


def begins(events: list[Event], clauses: dict[str, Clause], **more: object) -> str | None:
    found = entry_into_force(RIVERS, events, clauses=clauses, **more).begins
    return None if found is None else str(found)


def state(events: list[Event], on: str, clauses: dict[str, Clause] | None = None, **more: object) -> str:
    return str(state_of(RIVERS, events, Day.parse(on), clauses=clauses or {}, **more).state)


# --- each kind of clause ----------------------------------------------------------------------------------------------

KINDS = [
    ({"all": [{"consents": 4}]}, "2005-04-01"),
    ({"all": [{"consents": 4}], "wait": {"days": 30}}, "2005-05-01"),
    ({"all": [{"consents": 4}], "wait": {"months": 3}}, "2005-07-01"),
    ({"all": [{"consents": 6}]}, None),
    ({"all": [{"named": ["AAA", "CCC"]}]}, "2005-03-05"),
    ({"all": [{"named": ["AAA", "ZZZ"]}]}, None),
    ({"all": [{"named": ["BBB"]}, {"consents": 3, "beside": ["BBB"]}]}, "2005-04-01"),
    ({"all": [{"consents": 3, "beside": ["AAA", "BBB"]}]}, "2005-09-09"),
    ({"all": [{"consents": 2}, {"on": "2006-01-01"}]}, "2006-01-01"),
    ({"all": [{"consents": 2}, {"on": "2005-01-01"}]}, "2005-02-20"),
    ({"any": [{"consents": 5}, {"named": ["CCC"]}]}, "2005-03-05"),
    ({"all": [{"consents": 1}], "any": [{"consents": 5}, {"named": ["BBB"]}]}, "2005-02-20"),
    ({"all": [{"on": "2005-06"}]}, "2005-06"),
    ({"all": [{"consents": 2}, {"share": 0.6, "of": "tonnage"}]}, "2005-04-01"),
]
TONNAGE = {"tonnage": {"state:AAA": 0.1, "state:BBB": 0.2, "state:CCC": 0.25, "state:DDD": 0.3}}


@pytest.mark.parametrize(("force", "expected"), KINDS)
def test_each_kind_of_clause_gives_its_day(force: object, expected: str | None) -> None:
    assert expected == begins(CONSENTS, ruled(force), shares=TONNAGE)


def test_a_share_that_is_reached_exactly_is_enough() -> None:
    clauses = ruled({"all": [{"share": 0.3, "of": "tonnage"}]})

    assert begins(CONSENTS[:2], clauses, shares=TONNAGE) == "2005-02-20"


def test_without_the_shares_of_a_measure_the_day_stays_open() -> None:
    clauses = ruled({"all": [{"consents": 2}, {"share": 0.6, "of": "tonnage"}]})

    assert begins(CONSENTS, clauses) == "not before 2005-02-20"


def test_a_definitive_signature_counts_and_one_ad_referendum_does_not() -> None:
    clauses = ruled({"all": [{"consents": 2}]})
    first = signed("AAA", "2005-01-01", value="definitive")

    assert begins([first, signed("BBB", "2005-01-02", value="ad referendum")], clauses) is None
    assert begins([first, signed("BBB", "2005-01-02", value="definitive")], clauses) == "2005-01-02"


def test_an_organisation_counts_only_where_it_is_entitled() -> None:
    both = [ratified("AAA", "2005-01-01"), ratified("org:osr", "2005-01-02")]
    clauses = ruled({"all": [{"consents": 2}]})
    open_ = {RIVERS: Clause(clauses[RIVERS].all, entitled=("state:AAA", "org:osr"))}

    assert begins(both, clauses) is None
    assert begins(both, open_) == "2005-01-02"


def test_several_consents_of_one_state_are_one() -> None:
    twice = [*CONSENTS[:3], happened(Act.ACCEPTED, "AAA", "2005-03-20")]

    assert begins(twice, FOUR) is None


def test_a_consent_withdrawn_before_does_not_count_and_one_given_again_does() -> None:
    gone = [*CONSENTS[:4], withdrew("AAA", "2005-03-01")]

    assert begins(gone, FOUR) is None
    assert begins([*gone, ratified("AAA", "2005-06-01", nth=2)], FOUR) == "2005-07-01"


def test_a_withdrawal_after_the_condition_was_met_changes_nothing() -> None:
    assert begins([*CONSENTS, withdrew("AAA", "2005-04-02")], FOUR) == "2005-05-01"


def test_days_known_to_the_month_give_a_day_only_where_they_do_not_matter() -> None:
    early = [ratified("AAA", "2005-01"), ratified("BBB", "2005"), *CONSENTS[2:4]]

    assert begins([ratified("AAA", "2005-01"), *CONSENTS[1:4]], FOUR) == "2005-05-01"
    assert begins(early, FOUR) == "between 2005-05-01 and 2006-01-30"
    assert begins([*CONSENTS[:3], ratified("DDD", "2005-04")], ruled({"all": [{"consents": 4}]})) == "2005-04"


def test_a_consent_of_unknown_day_leaves_the_day_open() -> None:
    assert begins([*CONSENTS[:3], ratified("DDD", None)], FOUR) == "not before 2005-04-04"


# --- what sources state, and what the clause gives --------------------------------------------------------------------

CHECKS = [
    ([*CONSENTS, in_force("2005-05-01")], Check.AGREED, "2005-05-01"),
    ([*CONSENTS, in_force("2005-05")], Check.AGREED, "2005-05-01"),
    ([*CONSENTS, in_force("2005-05-02")], Check.DISPUTED, "between 2005-05-01 and 2005-05-02"),
    (CONSENTS, Check.WORKED_OUT, "2005-05-01"),
    ([*CONSENTS[:2], in_force("2005-05-01")], Check.STATED, "2005-05-01"),
    ([condition_met("2005-04-01"), in_force("2005-05-01")], Check.AGREED, "2005-05-01"),
    ([condition_met("2005-04-01", inferred=True), in_force("2005-05-01")], Check.CIRCULAR, "2005-05-01"),
    ([condition_met("2005-04-01", inferred=True)], Check.UNKNOWN, None),
    ([in_force("2005-05-01"), in_force("2005-06-01", source="a map")], Check.DISPUTED, "between 2005-05-01 and 2005-06-01"),
    (CONSENTS[:2], Check.UNKNOWN, None),
    ([*CONSENTS[:3], ratified("DDD", "2005-04-01"), ratified("DDD", "2005-04-11", source="a map")], Check.DISPUTED, "between 2005-05-01 and 2005-05-11"),
]  # fmt: skip


@pytest.mark.parametrize(("events", "check", "expected"), CHECKS)
def test_what_sources_state_is_held_against_what_the_clause_gives(
    events: list[Event], check: Check, expected: str | None
) -> None:
    entry = entry_into_force(RIVERS, events, clauses=FOUR)

    assert (check, expected) == (entry.check, None if entry.begins is None else str(entry.begins))


def test_a_condition_that_was_computed_back_is_shown_and_proves_nothing() -> None:
    back = condition_met("2005-04-01", inferred=True)

    entry = entry_into_force(RIVERS, [back, in_force("2005-05-01")], clauses=FOUR)

    assert ((back,), None, None) == (entry.circular, entry.met, entry.computed)
    assert back not in entry.proofs
    assert "proves nothing" in entry.why


# The cases of section 3.5 of the domain: clause, statements, what is to come out.
PARIS = {"all": [{"consents": 55}, {"share": 0.55, "of": "greenhouse gas emissions"}], "wait": {"days": 30}}
NPT = {"all": [{"named": ["GBR", "SUN", "USA"]}, {"consents": 40, "beside": ["GBR", "SUN", "USA"]}]}
CASES = [
    ({"all": [{"consents": 4}], "wait": {"days": 30}}, "2003-08-20", True, "2003-09-19", Check.CIRCULAR),
    ({"all": [{"consents": 5}], "wait": {"days": 30}}, "2009-02-19", False, "2009-03-21", Check.AGREED),
    ({"all": [{"consents": 35}], "wait": {"days": 30}}, "1979-12-28", False, "1980-01-27", Check.AGREED),
    (PARIS, "2016-10-05", False, "2016-11-04", Check.AGREED),
    (NPT, "1970-03-05", False, "1970-03-05", Check.AGREED),
]


@pytest.mark.parametrize(("force", "met", "back", "expected", "check"), CASES)
def test_known_treaties_entered_into_force_on_their_days(
    force: object, met: str, back: bool, expected: str, check: Check
) -> None:
    facts = [condition_met(met, inferred=back), in_force(expected)]
    entry = entry_into_force(RIVERS, facts, clauses=ruled(force))

    assert (expected, check) == (str(entry.begins), entry.check)
    assert back or str(entry.computed) == expected


def test_the_thirty_fifth_of_many_instruments_is_the_one_that_counts() -> None:
    first = datetime.date(1979, 1, 1)
    many = [ratified(f"A{number:02}", str(first + datetime.timedelta(days=number))) for number in range(60)]

    assert begins(many, ruled({"all": [{"consents": 35}], "wait": {"days": 30}})) == "1979-03-06"


# --- the life of an instrument ----------------------------------------------------------------------------------------

LIFE = [
    happened(Act.OBSERVED, "", "2003-05-01", role="under negotiation"),
    happened(Act.ADOPTED, "", "2004-01-10"),
    happened(Act.OPENED, "", "2004-02-01"),
    signed("AAA", "2004-05-14"),
    *CONSENTS,
    happened(Act.SUSPENDED, "", "2010-01-01"),
    happened(Act.RESTORED, "", "2011-01-01"),
    happened(Act.TERMINATED, "", "2020-01-01"),
]
ON = [
    ("2002-01-01", "unknown"),
    ("2003-05-01", "under negotiation"),
    ("2004-01-31", "text adopted"),
    ("2004-02-01", "open for signature"),
    ("2004-05-14", "signed"),
    ("2005-01-10", "entry into force pending"),
    ("2005-04-30", "entry into force pending"),
    ("2005-05-01", "in force"),
    ("2010-06-01", "suspended"),
    ("2011-01-01", "in force"),
    ("2020-01-01", "terminated"),
    ("2005", "unknown"),
    ("2005-05", "in force"),
]


@pytest.mark.parametrize(("on", "expected"), ON)
def test_an_instrument_goes_through_its_stages(on: str, expected: str) -> None:
    assert expected == state(LIFE, on, FOUR)


def test_a_signed_treaty_is_not_in_force_before_its_day() -> None:
    zone = [signed("KAZ", "2006-09-08"), condition_met("2009-02-19"), in_force("2009-03-21")]

    assert ["signed", "entry into force pending", "in force"] == [
        state(zone, on) for on in ("2007-08-16", "2009-02-20", "2011-06-15")
    ]


def test_a_treaty_in_place_of_which_another_came_is_superseded() -> None:
    assert state([in_force("2005"), happened(Act.TERMINATED, "", "2010-01-01", value="osr:2009-01-01/x")], "2011") == "superseded"  # fmt: skip


def test_a_term_ends_on_its_last_day_unless_it_is_extended() -> None:
    term = in_force("2005-01-01", until=Day(2010, 12, 31))
    more = happened(Act.EXTENDED, "", "2010-06-01", until=Day(2015, 12, 31))

    assert [state([term], on) for on in ("2010-12-31", "2011-01-01")] == ["in force", "terminated"]
    assert state([term, more], "2011-01-01") == "in force"


def test_between_two_disputed_days_its_force_is_disputed() -> None:
    two = [in_force("2005-05-01"), in_force("2005-06-01", source="a map")]

    assert [state(two, on) for on in ("2005-04-01", "2005-05-10", "2005-06-01")] == ["unknown", "disputed", "in force"]


def test_after_what_the_sources_cover_only_an_end_is_known() -> None:
    covered = Day(2019)
    standing = state_of(RIVERS, CONSENTS, Day(2021), clauses=FOUR, covered=covered)

    assert standing.state is TreatyState.UNKNOWN
    assert standing.why.startswith("unknown after 2019; before that in force")
    assert state(LIFE, "2021", FOUR, covered=covered) == "terminated"


def test_what_is_in_force_for_one_is_in_force() -> None:
    assert state([signed("AAA", "2004-05-14"), in_force("2005-05-01", "AAA")], "2006") == "in force"


def test_an_amended_treaty_stays_in_force_and_says_by_what() -> None:
    amendment = happened(Act.AMENDED, "", "2008-01-01", value="osr:2007-01-01/protocol")

    standing = state_of(RIVERS, [*CONSENTS, amendment], Day(2009), clauses=FOUR)

    assert (TreatyState.IN_FORCE, (amendment,)) == (standing.state, standing.amendments)


# --- what always holds ------------------------------------------------------------------------------------------------


@given(consenting, clauses, st.sampled_from(["XXX", "YYY"]), st.integers(0, 900))
def test_a_later_consent_never_moves_the_day(
    given_: dict[str, datetime.date], force: object, who: str, later: int
) -> None:
    events = [ratified(name, str(day)) for name, day in given_.items()]
    rules = ruled(force)
    entry = entry_into_force(RIVERS, events, clauses=rules)
    if entry.met is None or entry.met.last is None:
        return
    after = ratified(who, str(entry.met.last + datetime.timedelta(days=later)))

    assert entry.begins == entry_into_force(RIVERS, [*events, after], clauses=rules).begins


@given(any_events, clauses, days, st.randoms(use_true_random=False))
def test_the_order_in_which_events_came_makes_no_difference(
    events: list[Event], force: object, on: datetime.date, chance: object
) -> None:
    shuffled = [*events]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    moment, rules = Day(on.year, on.month, on.day), ruled(force)
    here, there = (state_of(RIVERS, each, moment, clauses=rules) for each in (events, shuffled))

    assert (here.state, here.why, here.entry.begins) == (there.state, there.why, there.entry.begins)


# --- before its text --------------------------------------------------------------------------------------------------

SIGHTED = happened(Act.OBSERVED, "", "2006-01-01", role="in force")
BEFORE = [
    ("by its address", [], "2004-05-13", "not yet"),
    ("on the day of its address", [], "2004-05-14", "unknown"),
    ("by its adoption", [happened(Act.ADOPTED, "", "2004-05-14")], "2003", "not yet"),
    ("not when it was seen in force", [SIGHTED], "2004-05-13", "not yet"),
    ("perhaps when it was seen in force", [SIGHTED], "2005-01-01", "unknown"),
    ("under negotiation", [happened(Act.OBSERVED, "", "2003-01-01", role="under negotiation")], "2003-02-01", "under negotiation"),
    ("a year in which it was made", [], "2004", "unknown"),
    ("signed before the day of its address", [signed("AAA", "2004-05-01")], "2004-05-02", "signed"),
]  # fmt: skip


@pytest.mark.parametrize(("_case", "events", "on", "expected"), BEFORE)
def test_an_instrument_is_nothing_before_its_text(_case: str, events: list[Event], on: str, expected: str) -> None:
    assert expected == state(events, on)


def test_why_it_is_not_yet_names_the_day_of_its_text() -> None:
    assert "its text is of 2004-05-14" == state_of(RIVERS, [], Day(2003)).why


def test_an_instrument_without_a_day_in_its_address_is_made_by_its_first_stage() -> None:
    draft = happened(Act.ADOPTED, "organ:un/GA", "2006-12-06", what="un:A/RES/61/88")

    assert [TreatyState.NOT_YET, TreatyState.UNKNOWN] == [
        state_of("un:A/RES/61/88", events, Day(2005)).state for events in ([draft], [])
    ]


def test_a_day_on_which_sources_disagree_is_told_with_what_all_of_them_have() -> None:
    events = [
        ratified("AAA", "2005-01-01"),
        ratified("AAA", "2007-01-01", source="a map"),
        ratified("BBB", "2006-01-01"),
    ]
    two = ruled({"all": [{"consents": 2}]})

    assert ["disputed", "disputed", "in force"] == [
        state(events, on, two) for on in ("2005-06-01", "2006-06-01", "2007-01-01")
    ]
    assert "in force, as all sources say: by 2007-01-01" in state_of(RIVERS, events, Day(2010), clauses=two).why
