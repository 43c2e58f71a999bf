"""Who held which role on a day, worked out from what happened and what was observed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Day
from acquis.register.events import Act, Certainty, Event, Source, known_on, numbered
from acquis.register.spells import Verdict, held_on, spells

RIVERS = "org:osr"


def event(act: Act, who: str, on: str | None, *, role: str = "member", source: str = "a book", **more: object) -> Event:
    day = Day.parse(on) if on else None
    return Event(act=act, actor=f"state:{who}", object=RIVERS, role=role, on=day, proof=Source(source), **more)


def joined(who: str, on: str | None, **more: object) -> Event:
    return event(Act.JOINED, who, on, **more)


def left(who: str, on: str | None, **more: object) -> Event:
    return event(Act.LEFT, who, on, **more)


def observed(who: str, on: str, **more: object) -> Event:
    return event(Act.OBSERVED, who, on, nth=0, **more)


def told(events: list[Event], on: str, covered: str | None = None) -> dict[str, str]:
    found = held_on(spells(numbered(events)), Day.parse(on), covered=Day.parse(covered) if covered else None)
    return {f"{each.actor[6:]} {each.role}": each.verdict.value for each in found}


BECAME_A_MEMBER = [
    joined("XZM", "2005-06-09", role="observer"),
    left("XZM", "2009-07-12", role="observer"),
    joined("XZM", "2009-07-12"),
]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2005-06-08", {}),
        ("2005-06-09", {"XZM observer": "held"}),
        ("2009-07-11", {"XZM observer": "held"}),
        ("2009-07-12", {"XZM member": "held"}),
        ("2030-01-01", {"XZM member": "held"}),
        ("2009-07", {"XZM observer": "unknown", "XZM member": "unknown"}),
        ("2007", {"XZM observer": "held"}),
    ],
)
def test_the_day_before_of_and_after_each_accession_is_right(on, expected):
    assert expected == told(BECAME_A_MEMBER, on)


def test_a_partial_beginning_leaves_its_own_month_unknown():
    events = [joined("XKV", "2005-03")]

    assert [{}, {"XKV member": "unknown"}, {"XKV member": "held"}] == [
        told(events, on) for on in ("2005-02-28", "2005-03-15", "2005-04-01")
    ]


def test_sources_that_disagree_are_disputed_between_their_days_alone():
    events = [joined("XKV", "2012-10-24", source="one list"), joined("XKV", "2012-10-31", source="another list")]

    assert [{}, {"XKV member": "disputed"}, {"XKV member": "held"}] == [
        told(events, on) for on in ("2011-06-15", "2012-10-27", "2012-10-31")
    ]
    (found,) = held_on(spells(events), Day(2012, 10, 27))
    assert "since 2012-10-24 or 2012-10-31" == found.why


def test_a_year_that_agrees_with_a_day_takes_nothing_from_it():
    events = [joined("XZM", "2005-06-09"), joined("XZM", "2005", source="a later text")]

    assert [{}, {"XZM member": "held"}] == [told(events, on) for on in ("2005-06-08", "2005-06-09")]


def test_an_observation_is_neither_beginning_nor_end():
    events = [observed("XCV", "2011-06-16", role="observer")]

    assert [{"XCV observer": "unknown"}, {"XCV observer": "held"}, {"XCV observer": "unknown"}] == [
        told(events, on) for on in ("2011-06-15", "2011-06-16", "2011-06-17")
    ]


def test_an_observation_on_its_day_is_the_first_proof():
    events = [joined("XKV", "2005-03-01"), observed("XKV", "2007-09-18", source="the words of that day")]
    (found,) = held_on(spells(numbered(events)), Day(2007, 9, 18))

    assert ["the words of that day", "a book"] == [each.proof.cited for each in found.proofs]


def test_an_observation_against_what_sources_say_is_disputed():
    events = [joined("XKV", "2005-03-01"), left("XKV", "2010-01-01"), observed("XKV", "2012-05-05")]

    assert {"XKV member": "held"} == told(events, "2012-05-05")
    assert {} == told(events[:2], "2012-05-05")


def test_who_left_and_came_back_has_two_spells():
    events = [
        joined("XLR", "1992-05-15"),
        left("XLR", "1999-04-02"),
        joined("XLR", "2006-08-16", nth=2),
        left("XLR", "2012-12-19", nth=2),
    ]

    assert [["held"], [], ["held"], []] == [
        list(told(events, on).values()) for on in ("1995", "2001-01-01", "2010-01-01", "2013-01-01")
    ]


def test_after_the_last_covered_day_the_answer_is_unknown_and_before_it_is_not():
    events = [joined("XKV", "2005-03-01"), joined("XOS", "2005-03-01"), left("XOS", "2015-01-01")]

    assert {"XKV member": "held"} == told(events, "2020-10-15", covered="2020-10-15")
    assert {"XKV member": "unknown"} == told(events, "2020-10-16", covered="2020-10-15")


def test_what_a_later_text_tells_is_known_of_its_day_and_of_nothing_else():
    events = [joined("XKV", "2005-03-01"), joined("XRU", "2021-06-17")]

    assert {"XKV member": "unknown", "XRU member": "held"} == told(events, "2021-06-17", covered="2020-10-15")
    assert {"XKV member": "unknown", "XRU member": "unknown"} == told(events, "2021-06-18", covered="2020-10-15")


def test_a_beginning_nobody_dates_is_unknown():
    assert {"XKV member": "unknown"} == told([joined("XKV", None)], "2010-01-01")


def test_certainty_is_that_of_the_proof_that_counts():
    (found,) = held_on(spells([joined("XKV", "2005-03-01", certainty=Certainty.LOW)]), Day(2006))

    assert Certainty.LOW is found.certainty


days = st.dates(datetime.date(2001, 1, 1), datetime.date(2020, 12, 31)).map(datetime.date.isoformat)
states = st.sampled_from(["XKV", "XOS", "XZM"])
acts = st.sampled_from([Act.JOINED, Act.LEFT, Act.OBSERVED])
anything = st.builds(
    lambda act, who, on, learned, source: event(act, who, on, learned=learned, source=source, nth=0),
    *(acts, states, days, days, st.sampled_from(["a", "b"])),
)


@given(st.lists(anything, max_size=12), st.lists(anything, max_size=6), days, days)
def test_what_was_known_on_a_day_never_changes_when_later_facts_arrive(before, later, on, known):
    later = [each for each in later if each.learned > known]

    def answer(events: list[Event]) -> object:
        return held_on(spells(numbered(known_on(events, known))), Day.parse(on))

    assert answer(before) == answer([*before, *later])


@given(st.permutations(BECAME_A_MEMBER), days)
def test_the_order_in_which_facts_are_read_makes_no_difference(events, on):
    assert told(BECAME_A_MEMBER, on) == told(list(events), on)


@given(st.lists(anything, max_size=12), days)
def test_every_answer_has_a_proof(events, on):
    found = held_on(spells(numbered(events)), Day.parse(on))

    assert all(each.proofs for each in found)
    assert Verdict.NOT_HELD not in {each.verdict for each in found}


def test_a_claim_is_withdrawn_by_a_later_claim_from_the_day_that_it_came():
    wrong = joined("XKV", "2004-05-14", learned="2020-01-01")
    taken_back = joined("XKV", None, learned="2021-01-01", source="an erratum", withdraws=wrong.claim)
    right = joined("XKV", "2005-03-01", learned="2021-01-01", source="the list of the depositary")

    def answer(known: str | None) -> list[str]:
        found = spells(known_on([wrong, taken_back, right], known))
        return [str(each.on) for spell in found for each in spell.begins]

    assert ["2004-05-14"] == answer("2020-12-31")
    assert ["2005-03-01"] == answer("2021-01-01")
    assert ["2005-03-01"] == answer(None)


def test_an_event_keeps_its_address_whatever_sources_say_of_its_day():
    one, other = joined("XKV", "2012-10-24"), joined("XKV", "2012-10-31", source="another")

    assert one.id == other.id
    assert one.claim != other.claim
