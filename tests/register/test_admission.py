"""What an applicant has done and must still do, proved by events."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.errors import BadDay, NotHeld, UnknownName
from acquis.model import Day
from acquis.register.admission import APPLICANT, Procedure, Progress, Standing, admission, progress
from acquis.register.deciding import outcome
from acquis.register.events import Act, Event, Source
from acquis.register.procedure import profile
from acquis.register.proposals import Proposal, Result, Said, Saying

IND, XZM = "state:IND", "state:XZM"
CHARTER, CONVENTION = "sco:2002-06-07/charter", "sco:2001-06-15/shanghai-convention"


def event(act: Act, on: str, *, actor: str = IND, object: str = "org:sco", role: str = "member") -> Event:
    return Event(
        act=act, actor=actor, object=object, role=role, on=Day.parse(on) if on else None, proof=Source("written here")
    )


INDIA = [
    event(Act.APPLIED, "2014-09"),
    event(Act.OPENED, "2015-07-10"),
    event(Act.UNDERTOOK, "2016-06-24"),
    event(Act.ACCEDED, "2017-03-01", object=CHARTER, role=""),
    event(Act.ADMITTED, "2017-06-09"),
    event(Act.JOINED, "2017-06-09"),
]


def standings(found: Progress) -> list[Standing]:
    return [each.standing for each in found.taken]


def of_india(on: Day) -> Progress:
    return progress(admission("org:sco", "member", on), INDIA, IND, on)


DONE, PARTLY, IMPLIED, UNCLEAR, OPEN = Standing.DONE, Standing.PARTLY, Standing.IMPLIED, Standing.UNCLEAR, Standing.OPEN


@pytest.mark.parametrize(
    ("on", "expected", "following"),
    [
        (Day(2014, 8, 1), [OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN], "application"),
        (Day(2014, 9, 15), [UNCLEAR, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN], "application"),
        (Day(2014, 10, 1), [DONE, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN], "proposal of the CMFA"),
        (Day(2015, 7, 10), [DONE, IMPLIED, DONE, OPEN, OPEN, OPEN, OPEN], "memorandum of obligations"),
        (Day(2016, 6, 24), [DONE, IMPLIED, DONE, DONE, OPEN, OPEN, OPEN], "accession to the treaties"),
        (Day(2017, 3, 1), [DONE, IMPLIED, DONE, DONE, PARTLY, OPEN, OPEN], "accession to the treaties"),
        (Day(2017, 6, 9), [DONE, IMPLIED, DONE, DONE, PARTLY, DONE, DONE], "accession to the treaties"),
    ],
)
def test_an_admission_goes_step_by_step(on: Day, expected: list[Standing], following: str) -> None:
    found = of_india(on)

    assert expected == standings(found)
    assert following == (found.next.step.step if found.next else "")


def test_what_an_applicant_must_still_do_names_the_treaties() -> None:
    owed = of_india(Day(2017, 3, 1)).owed

    assert ["accession to the treaties"] == [each.step.step for each in owed]
    assert CONVENTION in owed[0].missing
    assert CHARTER not in owed[0].missing


def test_every_step_that_is_done_shows_the_events_that_prove_it() -> None:
    found = of_india(Day(2017, 6, 9))

    assert all(each.proofs for each in found.taken if each.standing in (DONE, PARTLY))
    assert not any(each.proofs for each in found.taken if each.standing in (IMPLIED, OPEN))


def test_a_treaty_that_is_not_yet_in_force_is_not_owed() -> None:
    before, after = (of_india(Day(year, 12, 31)).taken[4].missing for year in (2011, 2012))

    assert ("sco:2007-08-16/good-neighbourliness" in before, "sco:2007-08-16/good-neighbourliness" in after) == (
        False,
        True,
    )


def test_the_list_of_treaties_may_come_from_the_register() -> None:
    on = Day(2017, 3, 1)
    found = progress(admission("org:sco", "member", on), INDIA, IND, on, treaties=[CHARTER])

    assert DONE == found.taken[4].standing


def test_a_ratification_is_as_good_as_an_accession() -> None:
    on = Day(2017, 3, 1)
    ratified = event(Act.RATIFIED, "2017-02-01", object=CONVENTION, role="")
    found = progress(admission("org:sco", "member", on), [ratified], IND, on, treaties=[CONVENTION])

    assert (DONE, (ratified,)) == (found.taken[4].standing, found.taken[4].proofs)


def test_without_a_list_of_treaties_accession_is_not_taken_for_done() -> None:
    on = Day(2017, 3, 1)

    assert OPEN == progress(admission("org:sco", "member", on), [], IND, on, treaties=[]).taken[4].standing


def test_the_memorandum_of_a_dialogue_partner_is_not_that_of_an_applicant() -> None:
    on = Day(2023, 1, 1)
    memorandum = event(Act.UNDERTOOK, "2010-04-28", actor="state:BLR", role="dialogue_partner")

    assert OPEN == progress(admission("org:sco", "member", on), [memorandum], "state:BLR", on).taken[3].standing


def test_an_event_of_another_state_or_organisation_proves_nothing() -> None:
    on = Day(2023, 1, 1)
    others = [event(Act.OPENED, "2015-07-10", actor="state:PAK"), event(Act.OPENED, "2015-07-10", object="org:osr")]

    assert OPEN == progress(admission("org:sco", "member", on), others, IND, on).taken[2].standing


def test_who_left_begins_again() -> None:
    on = Day(2021, 1, 1)
    left = [*INDIA, event(Act.LEFT, "2020-01-01")]

    assert {OPEN} == {*standings(progress(admission("org:sco", "member", on), left, IND, on))}


def test_a_dialogue_partner_is_one_when_the_memorandum_is_signed() -> None:
    on = Day(2015, 1, 1)
    events = [
        event(Act.ADMITTED, "2009-06-16", actor="state:BLR", role="dialogue_partner"),
        event(Act.UNDERTOOK, "2010-04-28", actor="state:BLR", role="dialogue_partner"),
        event(Act.JOINED, "2010-04-28", actor="state:BLR", role="dialogue_partner"),
    ]
    found = progress(admission("org:sco", "dialogue_partner", on), events, "state:BLR", on)

    assert ([IMPLIED, IMPLIED, DONE, DONE, DONE], True) == (standings(found), found.complete)


ZHUMARA = [
    event(Act.JOINED, "2005-06-09", actor=XZM, object="org:osr", role="observer"),
    event(Act.UNDERTOOK, "2008-10-22", actor=XZM, object="org:osr", role=""),
    event(Act.ADMITTED, "2009-06-10", actor=XZM, object="org:osr"),
    event(Act.ACCEDED, "2009-06-12", actor=XZM, object="osr:2004-05-14/charter-organisation-seven-rivers", role=""),
    event(Act.ACCEDED, "2009-06-12", actor=XZM, object="osr:2006-09-20/protocol", role=""),
    event(Act.JOINED, "2009-07-12", actor=XZM, object="org:osr"),
]


@pytest.mark.parametrize(
    ("on", "following", "complete"),
    [
        (Day(2008, 10, 21), "application", False),
        (Day(2008, 10, 22), "decision on membership", False),
        (Day(2009, 6, 10), "accession to the treaties", False),
        (Day(2009, 6, 12), "membership", False),
        (Day(2009, 7, 12), None, True),
        (Day(2010, 6, 1), "accession to the treaties", True),  # the Convention has entered into force
    ],
)
def test_the_sample_organisation_decides_first_and_receives_the_instruments_after(
    on: Day, following: str | None, complete: bool
) -> None:
    found = progress(admission("org:osr", "member", on), ZHUMARA, XZM, on)

    assert (following, complete) == (found.next.step.step if found.next else None, found.complete)


KAZ, UN = "state:KAZ", "org:un"
UN_CHARTER = "un:1945-06-26/charter"
OUTSIDE = [
    (
        "a member on the day of the founding",
        ("org:sco", "member", "2020-01-01"),
        [event(Act.JOINED, "2001-06-15", actor=KAZ), event(Act.SIGNED, "2002-06-07", actor=KAZ, object=CHARTER, role="")],
        "a founding member, since 2001-06-15",
        True,
    ),
    (
        "a signatory of the charter, bound by it later",
        (UN, "member", "1950-01-01"),
        [
            event(Act.SIGNED, "1945-06-26", actor=KAZ, object=UN_CHARTER, role=""),
            event(Act.JOINED, "1945-10-30", actor=KAZ, object=UN),
        ],
        "a founding member, since 1945-10-30",
        True,
    ),
    (
        "a signatory that has not consented",
        (UN, "member", "1945-10-25"),
        [event(Act.SIGNED, "1945-06-26", actor=KAZ, object=UN_CHARTER, role="")],
        "a signatory of the charter",
        False,
    ),
    (
        "a member before the procedure",
        ("org:sco", "member", "2020-01-01"),
        [event(Act.JOINED, "2006-01-01", actor=KAZ)],
        "member by 2006-01-01, before this procedure, which is of 2010-06-11",
        True,
    ),
    (
        "an application before the procedure",
        ("org:sco", "member", "2011-01-01"),
        [event(Act.APPLIED, "2008-03-24", actor=KAZ)],
        "it applied on 2008-03-24, before this procedure, which is of 2010-06-11",
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("_case", "asked", "events", "expected", "held"), OUTSIDE)
def test_who_came_before_the_procedure_is_outside_of_it(
    _case: str, asked: tuple[str, str, str], events: list[Event], expected: str, held: bool
) -> None:
    of, role, on = asked
    found = progress(admission(of, role, Day.parse(on)), events, KAZ, Day.parse(on))

    assert (True, held) == (found.outside.startswith(expected), found.complete)
    assert ((), None, ()) == (found.taken, found.next, found.owed)
    assert found.proofs


def test_a_founder_that_left_and_comes_back_goes_through_the_procedure() -> None:
    on = Day(2021, 1, 1)
    events = [
        event(Act.JOINED, "2001-06-15", actor=KAZ),
        event(Act.LEFT, "2012-01-01", actor=KAZ),
        event(Act.APPLIED, "2020-01-01", actor=KAZ),
    ]
    found = progress(admission("org:sco", "member", on), events, KAZ, on)

    assert ("", DONE, OPEN) == (found.outside, found.taken[0].standing, found.taken[-1].standing)


def test_a_step_before_the_first_day_of_a_procedure_is_none_of_its_steps() -> None:
    on = Day(2022, 1, 1)
    early, acceded = event(Act.APPLIED, "2008-03-24"), event(Act.ACCEDED, "2009-01-01", object=CHARTER, role="")
    found = progress(admission("org:sco", "member", on), [early, acceded, event(Act.OPENED, "2021-09-17")], IND, on)

    assert ("", [IMPLIED, IMPLIED, DONE]) == (found.outside, standings(found)[:3])
    assert (acceded,) == found.taken[4].proofs


def test_the_statuses_of_observer_and_dialogue_partner_ended_and_say_what_took_their_place() -> None:
    for role in ("observer", "dialogue_partner"):
        with pytest.raises(NotHeld, match="until 2025-09-01, and then partner"):
            admission("org:sco", role, Day(2025, 9, 1))


def test_a_year_in_which_the_procedure_changed_has_no_answer() -> None:
    with pytest.raises(BadDay, match="say the day"):
        admission("org:sco", "observer", Day(2025))


def test_a_role_without_a_procedure_lists_those_that_have_one() -> None:
    with pytest.raises(UnknownName, match="observer of org:osr"):
        admission("org:sco", "patron", Day(2020))


PROCEDURES = [
    admission(*each, Day(2012, 1, 1))
    for each in (
        ("org:sco", "member"),
        ("org:sco", "observer"),
        ("org:sco", "dialogue_partner"),
        ("org:osr", "member"),
        ("org:osr", "observer"),
        ("org:osr", "dialogue_partner"),
        ("org:un", "member"),
    )
]


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: f"{each.of} {each.role}")
def test_what_an_organ_decides_in_a_procedure_its_rules_can_decide(procedure: Procedure) -> None:
    for step in (each for each in procedure.steps if each.matter):
        rules = profile(step.by, Day(2012, 1, 1))
        entitled = tuple(f"state:X{letter}X" for letter in "ABCDEFGHIJKLMNO")
        proposal = Proposal(entitled=entitled, matter=step.matter)
        agreed, voted = (
            outcome(rules, proposal),
            outcome(rules, proposal, [Said(each, Saying.YES) for each in entitled]),
        )

        assert Result.ADOPTED in (agreed.result, voted.result), step.step


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: f"{each.of} {each.role}")
def test_every_procedure_begins_with_the_applicant_and_ends_with_the_role(procedure: Procedure) -> None:
    first, last = procedure.steps[0], procedure.steps[-1]

    assert (APPLICANT, Act.APPLIED, Act.JOINED) == (first.by, first.act, last.act)
    assert all(step.article for step in procedure.steps)


def test_the_four_admissions_of_the_sco_go_through_the_steps(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "facts_sco.json").read_text("utf-8"))["statuses"]
    opened = {each["state"]: each["valid_from"] for each in gold if each["status"] == "acceding"}
    joined = {each["state"]: each["valid_from"] for each in gold if each["status"] == "member"}
    told = {
        code: [
            event(Act.OPENED, day, actor=f"state:{code}"),
            event(Act.JOINED, joined[code], actor=f"state:{code}"),
        ]
        for code, day in opened.items()
    }
    following = {
        code: [
            progress(admission("org:sco", "member", on), events, f"state:{code}", on).next
            for on in (Day.parse(opened[code]), Day.parse(joined[code]))
        ]
        for code, events in told.items()
    }

    assert {"IND", "PAK", "IRN", "BLR"} == set(following)
    assert {"memorandum of obligations"} == {one.step.step for one, _ in following.values() if one}
    assert {None} == {other for _, other in following.values()}


acts = st.sampled_from([Act.APPLIED, Act.OPENED, Act.UNDERTOOK, Act.ADMITTED, Act.JOINED])
days = st.dates(Day(2011, 1, 1).first, Day(2024, 1, 1).first)
told = st.lists(st.builds(lambda act, on: event(act, on.isoformat()), acts, days), max_size=8)


@given(told, days, days)
def test_what_was_done_by_a_day_is_done_on_every_later_day(events: list[Event], one: object, other: object) -> None:
    early, late = (Day.parse(str(each)) for each in sorted((one, other), key=str))
    before, after = (progress(PROCEDURES[0], events, IND, on) for on in (early, late))
    done = [each.step.step for each in before.taken if each.standing in (DONE, IMPLIED)]

    assert set(done) <= {each.step.step for each in after.taken if each.standing in (DONE, IMPLIED)}


@given(told, days)
def test_the_order_in_which_events_are_told_changes_nothing(events: list[Event], on: object) -> None:
    day = Day.parse(str(on))

    assert standings(progress(PROCEDURES[0], events, IND, day)) == standings(
        progress(PROCEDURES[0], events[::-1], IND, day)
    )
