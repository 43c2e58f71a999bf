"""Facts that cannot all be true: each is named with both lines, and what others state is served."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Day
from acquis.register.books import read
from acquis.register.events import Act, Event, Source
from acquis.register.library import Library
from acquis.register.spells import Verdict, held_on, spells

HEAD = """\
about: org:fleet
names: {org:fleet: [{name: The Fleet}], org:navy: [{name: The Navy}], org:coast: [{name: The Coast}]}
facts:
"""


def kept(*facts: str) -> Library:
    """The first of the facts stands in line 4."""
    return Library([read((HEAD + "".join(f"  - {{{each}, source: a list}}\n" for each in facts)).encode(), "own.yaml")])


def served(library: Library) -> list[tuple[str, str]]:
    return [(each.act.value, str(each.on)) for each in library.events if each.proof.file == "own.yaml"]


JOINED = "act: joined, who: DNK, as: member, on: 1952-03-16"
LEFT = "act: left, who: DNK, as: member, on: 1951-01-01"

VOID = [
    ((JOINED, LEFT), 5, "DNK left org:fleet member 1951-01-01: before state:DNK joined", "4", ["joined"]),
    ((LEFT, JOINED), 4, "DNK left org:fleet member 1951-01-01: before state:DNK joined", "5", ["joined"]),
    ((JOINED, LEFT.replace("left", "suspended")), 5, "suspended org:fleet member 1951-01-01: before", "4", ["joined"]),
    (
        (
            JOINED,
            "act: suspended, who: DNK, as: member, on: 1960-03-16",
            "act: restored, who: DNK, as: member, on: 1955",
        ),
        6,
        "restored org:fleet member 1955: before state:DNK suspended",
        "5",
        ["joined", "suspended"],
    ),
    (
        ("act: dissolved, on: 1950", "act: founded, on: 1951-01-01"),
        4,
        "dissolved org:fleet 1950: before founded",
        "5",
        ["founded"],
    ),
    (
        ("act: merged, who: org:fleet, what: org:navy, on: 1950", "act: founded, on: 1951-01-01"),
        4,
        "org:fleet merged org:navy 1950: before founded org:fleet",
        "5",
        ["founded"],
    ),
]


@pytest.mark.parametrize(("facts", "line", "what", "other", "left"), VOID)
def test_what_takes_for_granted_what_came_later_is_named_with_both_lines_and_left_out(facts, line, what, other, left):
    library = kept(*facts)
    (fault,) = library.faults

    assert what in fault.what
    assert fault.what.endswith(f"(own.yaml, line {other}); it is left out")
    assert ("own.yaml", line) == (fault.file, fault.line)
    assert left == [act for act, _ in served(library)]


def test_a_membership_is_not_undone_by_an_end_before_its_beginning():
    found = held_on(spells(kept(JOINED, LEFT).events), Day(1960, 1, 1))

    assert [("state:DNK", Verdict.HELD)] == [(each.actor, each.verdict) for each in found]


UNSTATED = [
    ((LEFT,), "no fact says that it began"),
    ((JOINED, "act: left, who: DNK, as: member, on: 1990, nth: 2"), "no fact says that it began a time number 2"),
    (("act: restored, who: DNK, as: member, on: 1955",), "no fact says that it was ever suspended"),
]


@pytest.mark.parametrize(("facts", "expected"), UNSTATED)
def test_an_end_without_a_beginning_is_named_and_served(facts, expected):
    library = kept(*facts)
    (fault,) = library.faults

    assert expected in fault.what
    assert len(facts) == len(served(library))


SOUND = [
    (JOINED, LEFT.replace("1951-01-01", "1960")),
    (JOINED, LEFT.replace("1951-01-01", "1952-03-16")),
    (JOINED.replace("1952-03-16", "1952"), LEFT.replace("1951-01-01", "1952-01-01")),
    (JOINED.replace(", on: 1952-03-16", ""), LEFT),
    (LEFT, "act: observed, who: DNK, as: member, on: 1950"),
    (JOINED, "act: joined, who: DNK, as: member, on: 1949, certainty: low", LEFT),
    (
        JOINED,
        "act: suspended, who: DNK, as: member, on: 1960",
        "act: restored, who: DNK, as: member, on: 1965",
        "act: suspended, who: DNK, as: member, on: 1970, nth: 2",
        "act: restored, who: DNK, as: member, on: 1975, nth: 2",
        "act: left, who: DNK, as: member, on: 1980",
    ),
    (
        JOINED,
        "act: suspended, who: DNK, as: member, on: 1960",
        "act: restored, who: DNK, as: member, on: 1965, nth: 2",
        "act: left, who: DNK, as: member, on: 1980, nth: 2",
    ),
    ("act: dissolved, on: 1950",),
]


@pytest.mark.parametrize("facts", SOUND)
def test_what_may_have_been_so_is_no_contradiction(facts):
    library = kept(*facts)

    assert [] == [each.what for each in library.faults if "by the same source" not in each.what]
    assert len(facts) == len(served(library))


@pytest.mark.parametrize(("act", "kept_day"), [("merged", "2009"), ("renamed", "2009")])
def test_a_circle_is_named_in_each_of_its_lines_and_its_last_fact_is_left_out(act, kept_day):
    library = kept(
        f"act: {act}, who: org:fleet, what: org:navy, on: 2009", f"act: {act}, who: org:navy, what: org:fleet, on: 2011"
    )

    assert [
        (4, "a circle: org:fleet into org:navy into org:fleet"),
        (5, "a circle: org:navy into org:fleet into org:navy; it is left out"),
    ] == [(each.line, each.what) for each in library.faults]
    assert [(act, kept_day)] == served(library)


def test_an_impossible_order_about_an_instrument_is_named_with_both_lines_and_served():
    treaty = "treaty:2000-01-01/ferries"
    library = kept(
        f"act: ratified, who: DNK, what: {treaty}, on: 1990", f"act: signed, who: DNK, what: {treaty}, on: 1995"
    )
    (fault,) = library.faults

    assert "ratified before signed" in fault.what
    assert "(own.yaml, line 5)" in fault.what
    assert 4 == fault.line
    assert 2 == len(served(library))


def test_of_a_second_consent_whose_first_is_not_known_nothing_is_said():
    treaty = "treaty:2000-01-01/ferries"
    library = kept(
        f"act: withdrew, who: DNK, what: {treaty}, on: 1999",
        f"act: acceded, who: DNK, what: {treaty}, on: 2006, nth: 2",
    )

    assert () == library.faults


def test_facts_of_several_files_contradict_one_another():
    one = kept(JOINED).books[0]
    other = read(b"facts:\n  - {act: left, who: DNK, what: org:fleet, as: member, on: 1951, source: x}\n", "other.yaml")
    (fault,) = Library([one, other]).faults

    assert ("other.yaml", 2) == (fault.file, fault.line)
    assert "(own.yaml, line 4)" in fault.what


def test_a_fact_that_was_withdrawn_contradicts_nothing_and_is_no_repetition():
    wrong = kept(JOINED, LEFT).books[0].events[1]
    right = LEFT.replace("1951", "1961")
    library = kept(JOINED, LEFT, right, f"act: left, who: DNK, as: member, withdraws: {wrong.claim}")

    assert () == library.faults


# --- what documents tell ------------------------------------------------------------------------------------------


def event(act: Act, on: str, nth: int = 1) -> Event:
    return Event(
        act=act, actor="state:DNK", object="org:fleet", role="member", on=Day.parse(on), nth=nth, proof=Source("x")
    )


@pytest.mark.parametrize(("on", "verdicts"), [("1950", []), ("1951-06-01", []), ("1960", [Verdict.DISPUTED])])
def test_a_spell_whose_end_comes_first_is_disputed_from_its_beginning_on(on, verdicts):
    found = held_on(spells([event(Act.JOINED, "1952"), event(Act.LEFT, "1951")]), Day.parse(on))

    assert verdicts == [each.verdict for each in found]


COURSE = [
    (Act.JOINED, "1990", 1, 1),
    (Act.SUSPENDED, "2000", 1, 1),
    (Act.RESTORED, "2005", 1, 2),
    (Act.SUSPENDED, "2010", 2, 2),
    (Act.RESTORED, "2015", 2, 3),
    (Act.LEFT, "2020", 1, 3),
]


@pytest.mark.parametrize(
    ("on", "held"),
    [("1989", 0), ("1995", 1), ("2002", 0), ("2007", 1), ("2012", 0), ("2017", 1), ("2021", 0)],
)
@pytest.mark.parametrize("counted", ["each for itself", "on from joined"])
def test_who_is_suspended_holds_no_role_until_it_is_restored_however_that_is_counted(counted, on, held):
    events = [event(act, day, nth if counted == "each for itself" else turn) for act, day, nth, turn in COURSE]

    assert [Verdict.HELD] * held == [each.verdict for each in held_on(spells(events), Day.parse(f"{on}-06-01"))]


@given(st.permutations(COURSE), st.integers(1985, 2025))
def test_the_order_in_which_facts_are_entered_changes_no_answer(course, year):
    answers = [
        [each.verdict for each in held_on(spells(event(*each[:3]) for each in entered), Day(year))]
        for entered in (COURSE, course)
    ]

    assert answers[0] == answers[1]
