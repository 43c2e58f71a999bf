"""A state is a party, bears a name and does something only while it exists."""

import pytest

from acquis.model import Day
from acquis.register.events import Act, Event, Source
from acquis.register.library import File, Library, library, own
from acquis.register.lives import Life, heir_on, lives
from acquis.register.naming import name_on
from acquis.register.parties import PartyState, party_state, status_table

NPT = "treaty:1968-07-01/non-proliferation"
HEAD = "about: org:sco\nentered: 2026-11-20\nfacts:\n"


def kept(*facts: str, head: str = HEAD) -> Library:
    """A file of somebody's own beside the books of acquis; the first of the facts stands in line 4."""
    lines = "".join(f"  - {{{each}, source: a list}}\n" for each in facts)
    return library([File("mine.yaml", (head + lines).encode())])


def served(held: Library) -> list[str]:
    return [each.actor for each in held.events if isinstance(each.proof, Source) and each.proof.file == "mine.yaml"]


def life(*told: tuple[Act, str, str, int]) -> Life:
    events = [
        Event(act=act, actor="state:DNK", object=object_, on=Day.parse(on), nth=nth, proof=Source("x"))
        for act, object_, on, nth in told
    ]
    return lives(events)["state:DNK"]


TWICE = life(
    (Act.FOUNDED, "", "1900", 1), (Act.MERGED, "state:SWE", "1950-06-01", 1), (Act.FOUNDED, "", "1960-06-01", 2)
)
ENDED = life((Act.RENAMED, "state:SWE", "1950-06-01", 1), (Act.DISSOLVED, "", "1950-06-03", 1))


@pytest.mark.parametrize(
    ("state", "on", "over"),
    [
        (TWICE, "1950-05-31", False),
        (TWICE, "1950-06-01", True),
        (TWICE, "1960-05-31", True),
        (TWICE, "1960-06-01", False),
        (TWICE, "1950", False),  # for a part of that year it was there
        (ENDED, "1950-06-02", False),  # one source lets it end a day later
        (ENDED, "1950-06-03", True),
    ],
)
def test_a_state_is_over_from_its_last_end_until_it_begins_again(state: Life, on: str, over: bool) -> None:
    assert over == (state.over(Day.parse(on)) is not None)


@pytest.mark.parametrize(("on", "early"), [("1899-12-31", True), ("1900-06-01", False), ("1955", False)])
def test_before_its_beginning_a_state_is_not_yet(on: str, early: bool) -> None:
    assert early == (TWICE.not_yet(Day.parse(on)) is not None)


# --- names --------------------------------------------------------------------------------------------------------


RENAMED = [
    ("YUG", "en", "2003-02-03", "Yugoslavia"),
    ("YUG", "en", "2003-02-04", "Serbia and Montenegro"),
    ("YUG", "fr", "2004-01-01", "Serbie-et-Monténégro"),
    ("YUG", "en", "2006-06-02", "Serbia and Montenegro"),
    ("YUG", "en", "2006-06-03", "Serbia"),
    ("SCG", "en", "2006-06-02", "Serbia and Montenegro"),
    ("SUN", "en", "1991-12-23", "Soviet Union"),
    ("SUN", "ru", "1992-01-01", "Россия"),
    ("COD", "en", "1997-05-16", "Zaire"),
    ("COD", "en", "1997-05-17", "Democratic Republic of the Congo"),
    ("MMR", "ja", "1989-06-17", "ビルマ"),
    ("MMR", "en", "1989-06-18", "Myanmar"),
    ("BFA", "es", "1984-08-03", "Alto Volta"),
    ("BFA", "es", "1984-08-04", "Burkina Faso"),
    ("SWZ", "en", "2018-04-18", "Swaziland"),
    ("SWZ", "en", "2018-04-19", "Eswatini"),
    ("MKD", "en", "2019-02-12", "North Macedonia"),
    ("CZE", "fr", "2015-12-31", "République tchèque"),
    ("CZE", "en", "2017", "Czechia"),
    ("CPV", "en", "2013-10-23", "Cape Verde"),
    ("CPV", "en", "2013-10-24", "Cabo Verde"),
    ("KHM", "ru", "1980-01-01", "Кампучия"),
    ("KHM", "zh", "1994-01-01", "柬埔寨"),
    ("LKA", "ar", "1972-05-21", "سيلان"),
    ("LKA", "en", "1972-05-22", "Sri Lanka"),
    ("TZA", "fr", "1963-01-01", "Tanganyika"),
]


@pytest.mark.parametrize(("code", "language", "on", "name"), RENAMED)
def test_a_state_is_called_what_it_was_called_that_day(code: str, language: str, on: str, name: str) -> None:
    told = name_on(f"state:{code}", own().names, on=Day.parse(on), language=language, states=own().lives)

    assert name == told


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("CSK", "en", "Czech and Slovak Federal Republic"),
        ("DDR", "fr", "République démocratique allemande"),
        ("VDR", "fr", "Democratic Republic of Viet-Nam"),  # no name in French is kept, and no successor's will do
        ("ZAR", "en", "ZAR"),
    ],
)
@pytest.mark.parametrize("on", [None, Day(2015, 1, 1)])
def test_a_former_state_never_has_the_name_of_what_came_after_it(
    code: str, language: str, name: str, on: Day | None
) -> None:
    assert name == name_on(f"state:{code}", own().names, on=on, language=language, whole=True, states=own().lives)


@pytest.mark.parametrize(
    ("code", "name"), [("YUG", "Federal Republic of Yugoslavia"), ("SUN", "Union of Soviet Socialist Republics")]
)
def test_without_a_day_a_state_that_was_renamed_has_its_last_name(code: str, name: str) -> None:
    assert name == name_on(f"state:{code}", own().names, whole=True, states=own().lives)


@pytest.mark.parametrize(
    ("on", "heir"),
    [
        ("2003-02-03", "state:YUG"),
        ("2003-02-04", "state:SCG"),
        ("2006-06-02", "state:SCG"),
        ("2006-06-03", "state:SRB"),
    ],
)
def test_a_state_that_was_renamed_goes_on_under_another_address(on: str, heir: str) -> None:
    assert heir == heir_on("state:YUG", own().lives, Day.parse(on))


# --- parties ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "on", "state"),
    [
        ("SUN", "1985-01-01", PartyState.PARTY),
        ("SUN", "2003-01-01", PartyState.GONE),
        ("RUS", "1985-01-01", PartyState.NONE),
        ("RUS", "2003-01-01", PartyState.PARTY),
        ("GBR", "2003-01-01", PartyState.PARTY),
    ],
)
def test_a_state_that_is_no_more_is_no_party(who: str, on: str, state: PartyState) -> None:
    held = own()
    row = party_state(f"state:{who}", NPT, held.events, Day.parse(on), clauses=held.clauses, states=held.lives)

    assert state == row.state


def test_a_state_that_is_no_more_keeps_its_row_which_names_who_goes_on() -> None:
    held = own()
    table = status_table(NPT, held.events, Day(2003), clauses=held.clauses, states=held.lives)
    (row,) = [each for each in table if each.actor == "state:SUN"]

    assert "see state:RUS, which goes on in its place" in row.why
    assert row.proofs[0].act in (Act.RENAMED, Act.DISSOLVED)


# --- facts --------------------------------------------------------------------------------------------------------


UNTIMELY = [
    ("act: joined, who: SSD, as: observer, on: 2005-01-01", "state:SSD did not exist before 2011-07-09 (states.yaml"),
    ("act: joined, who: SUN, as: observer, on: 2003-01-01", "state:SUN is no more since 1991-12-26, state:RUS goes on"),
    ("act: observed, who: DDR, as: member, on: 2003", "state:DDR is no more since 1990-10-03, state:DEU goes on"),
    ("act: signed, who: CSK, what: treaty:2000-01-01/x, on: 2000-01-01", "state:CSK is no more since 1993-01-01"),
    ("act: applied, who: KAZ, as: member, on: 1985", "state:KAZ did not exist before 1991"),
]


@pytest.mark.parametrize(("fact", "why"), UNTIMELY)
def test_what_is_told_of_a_state_that_was_not_there_is_named_and_left_out(fact: str, why: str) -> None:
    held = kept(fact)
    (fault,) = held.faults

    assert ("mine.yaml", 4) == (fault.file, fault.line)
    assert why in fault.what
    assert fault.what.endswith("it is left out")
    assert [] == served(held)


@pytest.mark.parametrize(
    "fact",
    [
        "act: joined, who: SSD, as: observer, on: 2011",
        "act: joined, who: SUN, as: observer, on: 1991-12-26",
        "act: joined, who: SYR, as: observer, on: 1965",
        "act: joined, who: KAZ, as: observer, on: 1991-06",
        "act: joined, who: BLR, as: observer, on: 1950",
        "act: joined, who: SSD, as: observer",
    ],
)
def test_what_may_have_been_of_a_state_is_served(fact: str) -> None:
    held = kept(fact)

    assert () == held.faults
    assert 1 == len(served(held))


def test_a_file_of_ones_own_does_not_end_a_state_that_acquis_knows() -> None:
    before = {each.claim for each in own().events if each.actor == "state:FRA"}
    held = kept("act: dissolved, what: state:FRA, on: 1950")

    assert before <= {each.claim for each in held.events}


def test_it_ends_one_that_nobody_else_names() -> None:
    named = "names:\n  state:XQA: [{name: Quellia}]\nabout: org:sco\nfacts:\n"
    held = kept(
        "act: dissolved, what: state:XQA, on: 1950", "act: joined, who: XQA, as: observer, on: 2005", head=named
    )

    assert ["state:XQA is no more since 1950" in each.what for each in held.faults] == [True]


# --- what is covered ----------------------------------------------------------------------------------------------


def test_a_day_before_what_the_file_covers_is_named_and_served() -> None:
    head = HEAD.replace("facts:", "covered: {since: 2001-06-15}\nfacts:")
    held = kept("act: observed, who: MNG, as: observer, on: 1999-01-01", head=head)
    (fault,) = held.faults

    assert ("mine.yaml", 5) == (fault.file, fault.line)
    assert "1999-01-01 is before 2001-06-15" in fault.what
    assert ["state:MNG"] == served(held)


def test_the_texts_of_an_organisation_may_be_older_than_what_is_covered_of_it() -> None:
    head = HEAD.replace("facts:", "covered: {since: 2001-06-15}\nfacts:")
    held = kept("act: signed, who: MNG, what: sco:1999-01-01/treaty, on: 1999-01-01", head=head)

    assert () == held.faults


def test_left_out_is_said_of_what_is_left_out_alone() -> None:
    facts = (
        "act: left, who: IND, as: member, on: 2005-01-01",
        "act: restored, who: IND, as: member, on: 2003-01-01",
        "act: left, who: KAZ, as: member, on: 2000-01-01",
        "act: joined, who: RUS, as: member, on: 2001-06-15, until: 2003-01-01",
        "act: joined, who: RUS, as: member, on: 2002-01-01, nth: 2",
        "act: dissolved, on: 1999-01-01",
    )
    held = kept(*facts)
    lines = {
        each.proof.line for each in held.events if isinstance(each.proof, Source) and each.proof.file == "mine.yaml"
    }

    assert {4, 5, 6, 9} == {each.line for each in held.faults if "left out" in each.what}
    assert {7, 8} == lines
