"""The facts on the United Nations and on the names of States, counted and compared."""

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import acquis.register
from acquis.languages import languages, words
from acquis.model import Day, Interval
from acquis.register.books import Book, Named, read
from acquis.register.events import Act
from acquis.register.spells import Verdict, held_on, spells

FACTS = Path(acquis.register.__file__).parent / "facts"
CHARTER = "un:1945-06-26/charter"
FIRST, LAST = datetime.date(1945, 10, 24), datetime.date(2025, 10, 31)


def _book(name: str) -> Book:
    return read((FACTS / name).read_bytes(), name)


UN, STATES = _book("un.yaml"), _book("states.yaml")
SPELLS = spells(UN.events)
ENTRIES = [(state, named) for state, listed in STATES.names for named in listed]

SEVEN_TONGUES = words("""
    ARE AFG ARM AZE BHR BLR CHN EGY ETH FRA GBR IDN IND IRN KAZ KGZ KHM KWT LAO LKA MDV MMR MNG NPL PAK QAT RUS SAU TJK
    TUR USA UZB ARG AUS BRA CAN DEU ITA JPN KOR MEX ZAF BOL CUB MYS NGA THA UGA VNM
""")
"""The Shanghai Cooperation Organisation with its partners, the permanent members, the G20, BRICS and its partners."""


def _members(of: str, on: str) -> set[str]:
    """Who holds the role of member that day, a disputed membership counted, as the United Nations counted it."""
    held = (each for each in held_on(SPELLS, Day.parse(on)) if (each.object, each.role) == (of, "member"))
    return {each.actor for each in held if each.verdict in (Verdict.HELD, Verdict.DISPUTED)}


def _borne(named: Named, on: Day) -> bool | None:
    return Interval(named.since, named.until).holds(on)


@pytest.mark.parametrize("book", [UN, STATES], ids=["un", "states"])
def test_the_files_are_read_without_a_fault(book: Book) -> None:
    assert () == book.faults


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("1945-10-24", 29),  # the other 22 original members were bound on the days of their own ratifications
        ("1945-12-31", 51),
        ("1946-12-31", 55),
        ("1950-12-31", 60),
        ("1955-12-31", 76),
        ("1958-12-31", 82),
        ("1960-12-31", 99),
        ("1965-12-31", 117),
        ("1966-12-31", 122),
        ("1970-12-31", 127),
        ("1980-12-31", 154),
        ("1990-12-31", 159),
        ("1991-12-31", 166),
        ("1992-12-31", 179),
        ("1993-12-31", 184),
        ("2000-12-31", 189),
        ("2002-12-31", 191),
        ("2006-12-31", 192),
        ("2011-12-31", 193),
        ("2025-01-01", 193),
    ],
)
def test_members_are_as_many_as_the_united_nations_counts(on: str, count: int) -> None:
    members = _members("org:un", on)

    assert count == len(members)


@pytest.mark.parametrize("year", range(1946, 2026))
def test_the_security_council_has_all_its_seats_filled(year: int) -> None:
    seats = _members("organ:un/SC", f"{year}-07-01")

    assert (11 if year < 1966 else 15) == len(seats)


@pytest.mark.parametrize(
    ("on", "seats"), [("1979-12-31", 15), ("1980-01-03", 14), ("1980-01-06", 14), ("1980-01-07", 15)]
)
def test_nobody_sits_in_the_council_before_the_election(on: str, seats: int) -> None:
    council = _members("organ:un/SC", on)

    assert seats == len(council)
    assert ("state:MEX" in council) == (on == "1980-01-07")


def test_only_members_sit_in_the_security_council() -> None:
    days = [f"{year}-07-01" for year in range(1946, 2026)]

    assert [] == [day for day in days if not _members("organ:un/SC", day) <= _members("org:un", day)]


def test_nobody_is_elected_to_the_council_twice_running() -> None:
    terms = [each for each in SPELLS if each.object == "organ:un/SC"]
    running = [
        one.actor
        for one, next_ in pairwise(sorted(terms, key=lambda each: (each.actor, each.nth)))
        if one.actor == next_.actor and one.ends[0].on == next_.begins[0].on
    ]

    assert [] == running


@pytest.mark.parametrize(
    ("state", "on", "member"),
    [
        ("state:IDN", "1965-12-31", False),
        ("state:IDN", "1966-09-28", True),
        ("state:SYR", "1960-01-01", False),
        ("state:SYR", "1961-10-13", True),
        ("state:ZAN", "1964-04-25", True),
        ("state:ZAN", "1964-04-26", False),
        ("state:SUN", "1991-12-23", True),
        ("state:RUS", "1991-12-24", True),
        ("state:CSK", "1993-01-01", False),
        ("state:SCG", "2005-01-01", True),
        ("state:SRB", "2006-06-03", True),
        ("state:PSE", "2024-01-01", False),
    ],
)
def test_memberships_end_begin_and_go_on(state: str, on: str, member: bool) -> None:
    assert member == (state in _members("org:un", on))


def test_whether_yugoslavia_was_a_member_between_1992_and_2000_is_disputed() -> None:
    held = held_on(SPELLS, Day(1995, 6, 1))

    assert [Verdict.DISPUTED] == [each.verdict for each in held if each.actor == "state:YUG"]


def test_the_charter_entered_into_force_when_its_conditions_were_met() -> None:
    ratified = {
        each.actor
        for each in UN.events
        if (each.act, each.object) == (Act.RATIFIED, CHARTER) and each.on is not None and each.on.last <= FIRST
    }
    five = {f"state:{code}" for code in ("CHN", "FRA", "SUN", "GBR", "USA")}

    assert (five, 24) == (ratified & five, len(ratified - five))


def test_every_state_has_three_capital_letters() -> None:
    states = {state for state, _ in ENTRIES} | {state for group in STATES.groups for state in group.states}

    assert [] == sorted(state for state in states if not re.fullmatch(r"state:[A-Z]{3}", state))


def test_every_name_ends_after_it_began() -> None:
    backward = [
        named for _, named in ENTRIES if named.since and named.until and named.since.before(named.until) is not True
    ]

    assert [] == backward


@given(st.dates(FIRST, LAST))
def test_a_name_is_that_of_one_state_on_any_day(date: datetime.date) -> None:
    on = Day(date.year, date.month, date.day)
    bearers: dict[tuple[str, str], set[str]] = {}
    for state, named in ENTRIES:
        if _borne(named, on):
            bearers.setdefault((named.language, named.name), set()).add(state)

    assert {} == {name: states for name, states in bearers.items() if len(states) > 1}


@given(st.dates(FIRST, LAST))
def test_a_member_has_an_english_name_on_every_day(date: datetime.date) -> None:
    on = Day(date.year, date.month, date.day)
    named = {state for state, each in ENTRIES if each.language == "en" and _borne(each, on) is not False}

    assert set() == _members("org:un", str(on)) - named


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar", "ja"])
@pytest.mark.parametrize(
    "state",
    SEVEN_TONGUES,
)
def test_members_partners_and_great_economies_are_named_in_seven_languages(state: str, language: str) -> None:
    present = [each for each in dict(STATES.names)[f"state:{state}"] if each.language == language and not each.until]

    assert 1 == len(present)


def test_the_names_say_what_the_shelf_of_languages_says() -> None:
    renamed = {"ZAR": "COD"}  # the shelf has letters of its own for Zaire, whose State is still there
    ours = {(each.language, name.casefold()): state for state, each in ENTRIES for name in (each.name, each.short)}
    shelf = {
        (one.tag, name): f"state:{renamed.get(code, code)}"
        for one in languages()
        for name, code in one.names.states.items()
    }

    assert {} == {key: (ours[key], shelf[key]) for key in ours.keys() & shelf.keys() if ours[key] != shelf[key]}


@pytest.mark.parametrize(
    ("name", "on", "state"),
    [
        ("Zaire", "1980-01-01", "state:COD"),
        ("Ceylon", "1960-01-01", "state:LKA"),
        ("Burma", "1985-01-01", "state:MMR"),
        ("Upper Volta", "1984-01-01", "state:BFA"),
        ("Swaziland", "2018-04-18", "state:SWZ"),
        ("Eswatini", "2018-04-19", "state:SWZ"),
        ("North Macedonia", "2019-02-12", "state:MKD"),
        ("Türkiye", "2022-06-01", "state:TUR"),
        ("United Arab Republic", "1960-01-01", "state:EGY"),
        ("Советский Союз", "1960-01-01", "state:SUN"),
        ("Zaire", "2000-01-01", None),
    ],
)
def test_old_names_mean_their_states_while_they_were_borne(name: str, on: str, state: str | None) -> None:
    found = {bearer for bearer, each in ENTRIES if name in (each.name, each.short) and _borne(each, Day.parse(on))}

    assert ({state} if state else set()) == found


def test_every_group_is_named_in_the_seven_languages() -> None:
    seven = {"en", "fr", "es", "ru", "zh", "ar", "ja"}

    assert [] == [group.address for group in STATES.groups if {tag for tag, _ in group.names} != seven]


def test_there_are_thirty_two_landlocked_developing_countries() -> None:
    groups = {group.address: group.states for group in STATES.groups}

    assert 32 == len(set(groups["group:landlocked-developing-countries"]))
