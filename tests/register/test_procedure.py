"""How an organ decides: consensus, votes, vetoes and silences, by rules that are data."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.errors import BadDay, BadFact, NotHeld, UnknownName
from acquis.model import Day
from acquis.register.deciding import outcome
from acquis.register.events import Certainty, Source
from acquis.register.procedure import (
    AdReferendum,
    Allows,
    Amended,
    AnyRule,
    Base,
    Decision,
    Depositary,
    Entitled,
    Languages,
    Matter,
    Measure,
    Profile,
    Quorum,
    Silence,
    Veto,
    Way,
    Withdrawal,
    profile,
)
from acquis.register.proposals import Outcome, Proposal, Result, Said, Saying
from acquis.register.rule_files import kept, read
from acquis.register.silence import deadline, silence

ADOPTED, NOT_ADOPTED, OPEN = Result.ADOPTED, Result.NOT_ADOPTED, Result.OPEN
SEVEN = tuple(f"state:{code}" for code in ("XKV", "XLR", "XMR", "XOS", "XTS", "XVS", "XZM"))
KAZ, CHN, RUS, UZB = "state:KAZ", "state:CHN", "state:RUS", "state:UZB"
SIX = (KAZ, CHN, "state:KGZ", RUS, "state:TJK", UZB)
TODAY = Day(2016, 11, 17)
HALMOR = timezone(timedelta(hours=3))
MONDAY = datetime(2016, 10, 3, 12, tzinfo=HALMOR)
MINISTERS = profile("organ:osr/CM", TODAY)
HEADS = profile("organ:sco/CHS", Day(2011, 6, 15))


def said(actor: str, what: Saying, at: datetime | None = None, passage: str = "") -> Said:
    return Said(actor, what, at, passage)


def votes(**counts: int) -> list[Said]:
    """So many votes of each kind, by members numbered from 1."""
    marks = [Saying(name) for name, count in counts.items() for _ in range(count)]
    return [said(f"state:M{number:03}", mark) for number, mark in enumerate(marks, 1)]


def members(count: int) -> tuple[str, ...]:
    return tuple(f"state:M{number:03}" for number in range(1, count + 1))


# --- consensus


def test_a_draft_is_adopted_when_no_member_objects() -> None:
    assert ADOPTED == outcome(HEADS, Proposal(entitled=SIX)).result


def test_an_objection_stops_a_draft_and_the_outcome_says_who_and_by_which_rule() -> None:
    found = outcome(HEADS, Proposal(entitled=SIX), [said(UZB, Saying.OBJECTS)])

    assert (NOT_ADOPTED, (UZB,)) == (found.result, found.stopped_by)
    assert "state:UZB objects; Charter, article 16" == found.why


def test_an_objection_that_was_withdrawn_stops_nothing() -> None:
    found = outcome(HEADS, Proposal(entitled=SIX), [said(UZB, Saying.OBJECTS), said(UZB, Saying.WITHDRAWS)])

    assert ADOPTED == found.result


def test_an_observer_cannot_object() -> None:
    found = outcome(HEADS, Proposal(entitled=SIX), [said("state:MNG", Saying.OBJECTS)])

    assert ADOPTED == found.result
    assert ["is not entitled to take part in the decision"] == [each.why for each in found.aside]


def test_no_text_is_adopted_with_square_brackets() -> None:
    found = outcome(MINISTERS, Proposal(entitled=SEVEN, brackets=2))

    assert (OPEN, "2 passages in square brackets; Rule 8, paragraph 2") == (found.result, found.why)


@pytest.mark.parametrize(
    ("matter", "result"),
    [
        (Matter.SUSPENSION, ADOPTED),
        (Matter.EXPULSION, ADOPTED),
        (Matter.ADMISSION, NOT_ADOPTED),
        (Matter.BUDGET, NOT_ADOPTED),
        (Matter.DECISION, NOT_ADOPTED),
        (Matter.PROJECT, NOT_ADOPTED),
    ],
)
def test_the_member_concerned_is_left_out_only_of_suspension_and_expulsion(matter: Matter, result: Result) -> None:
    proposal = Proposal(entitled=SIX, matter=matter, concerned=(UZB,))

    assert result == outcome(HEADS, proposal, [said(UZB, Saying.OBJECTS)]).result


def test_another_member_can_stop_a_suspension() -> None:
    proposal = Proposal(entitled=SIX, matter=Matter.SUSPENSION, concerned=(UZB,))

    assert (KAZ,) == outcome(HEADS, proposal, [said(KAZ, Saying.OBJECTS)]).stopped_by


@pytest.mark.parametrize("matter", [Matter.VIOLATION, Matter.CONCILIATION])
def test_those_concerned_cannot_stop_what_the_osce_decides_without_them(matter: Matter) -> None:
    osce = profile("organ:osce/MC", Day(2010, 1, 1))
    proposal = Proposal(entitled=SIX, matter=matter, concerned=(UZB, KAZ))

    assert ADOPTED == outcome(osce, proposal, [said(UZB, Saying.OBJECTS), said(KAZ, Saying.OBJECTS)]).result


def test_a_recorded_opinion_goes_into_the_record_and_stops_nothing() -> None:
    opinion = said(UZB, Saying.RECORDS, passage="p5")
    found = outcome(HEADS, Proposal(entitled=SIX), [opinion])

    assert (ADOPTED, (opinion,), SIX) == (found.result, found.recorded, found.bound)


def test_a_member_stays_out_of_a_project_and_may_join_later() -> None:
    project = Proposal(entitled=SIX, matter=Matter.PROJECT)
    out = outcome(HEADS, project, [said(UZB, Saying.STAYS_OUT)])
    later = outcome(HEADS, project, [said(UZB, Saying.STAYS_OUT), said(UZB, Saying.JOINS)])

    assert (ADOPTED, (UZB,), False) == (out.result, out.outside, UZB in out.bound)
    assert ((), SIX) == (later.outside, later.bound)


def test_nobody_stays_out_of_what_is_no_project() -> None:
    found = outcome(HEADS, Proposal(entitled=SIX), [said(UZB, Saying.STAYS_OUT)])

    assert ((), SIX) == (found.outside, found.bound)
    assert ["no rule of organ:sco/CHS provides for non-participation on a decision"] == [x.why for x in found.aside]


def test_a_dissociation_is_noted_and_does_not_affect_the_adoption() -> None:
    apart = said("state:XOS", Saying.DISSOCIATES, passage="op5")
    found = outcome(MINISTERS, Proposal(entitled=SEVEN), [apart])

    assert (ADOPTED, (apart,), SEVEN) == (found.result, found.recorded, found.bound)


@pytest.mark.parametrize(
    ("days", "confirmed", "result", "why"),
    [
        (29, False, OPEN, "has not confirmed"),
        (30, False, OPEN, "lapsed after 30 days; Rule 14"),
        (45, True, ADOPTED, "no member"),
    ],
)
def test_agreement_ad_referendum_hangs_until_it_is_confirmed_and_lapses(
    days: int, confirmed: bool, result: Result, why: str
) -> None:
    words = [said("state:XVS", Saying.AD_REFERENDUM, MONDAY)]
    words += [said("state:XVS", Saying.CONFIRMS, MONDAY + timedelta(days=10))] if confirmed else []
    found = outcome(MINISTERS, Proposal(entitled=SEVEN), words, at=MONDAY + timedelta(days=days))

    assert result == found.result
    assert why in found.why


@pytest.mark.parametrize(("absent", "result"), [(2, ADOPTED), (3, OPEN)])
def test_a_quorum_of_two_thirds_must_be_present(absent: int, result: Result) -> None:
    away = [said(each, Saying.ABSENT) for each in SEVEN[:absent]]

    assert result == outcome(MINISTERS, Proposal(entitled=SEVEN), away).result


# --- votes


@pytest.mark.parametrize(
    ("measure", "total", "needed"),
    [
        (Measure(share="2/3"), 7, 5),
        (Measure(share="2/3"), 9, 6),
        (Measure(share="2/3"), 0, 1),
        (Measure(more_than="1/2"), 10, 6),
        (Measure(more_than="1/2"), 11, 6),
        (Measure(share="2/3", of=Base.MEMBERS), 193, 129),
        (Measure(votes=9), 15, 9),
    ],
)
def test_a_majority_is_counted_exactly(measure: Measure, total: int, needed: int) -> None:
    assert needed == measure.needed(total)


@pytest.mark.parametrize(
    ("failed", "for_", "against", "result"),
    [(0, 5, 2, OPEN), (1, 5, 2, OPEN), (2, 5, 2, ADOPTED), (2, 4, 3, NOT_ADOPTED), (2, 4, 2, ADOPTED)],
)
def test_the_budget_is_voted_after_two_meetings_without_consensus(
    failed: int, for_: int, against: int, result: Result
) -> None:
    proposal = Proposal(entitled=members(7), matter=Matter.BUDGET, failed=failed)

    assert result == outcome(MINISTERS, proposal, votes(yes=for_, no=against)).result


def test_an_objection_to_the_budget_leaves_the_way_to_a_vote_open() -> None:
    words = [said("state:M001", Saying.OBJECTS)]
    found = [
        outcome(MINISTERS, Proposal(entitled=members(7), matter=Matter.BUDGET, failed=failed), words).result
        for failed in (0, 2)
    ]

    assert [NOT_ADOPTED, OPEN] == found


def test_a_member_in_arrears_has_no_vote_on_the_budget() -> None:
    proposal = Proposal(entitled=members(7), matter=Matter.BUDGET, failed=2, arrears=("state:M004",))
    found = outcome(MINISTERS, proposal, votes(yes=4, no=2))

    assert NOT_ADOPTED == found.result
    assert ["state:M004"] == [each.said.actor for each in found.aside]


@pytest.mark.parametrize(
    ("matter", "counts", "result"),
    [
        (Matter.DECISION, {"yes": 60, "no": 59, "abstains": 70}, ADOPTED),
        (Matter.DECISION, {"yes": 60, "no": 60}, NOT_ADOPTED),
        (Matter.IMPORTANT, {"yes": 100, "no": 51}, NOT_ADOPTED),
        (Matter.IMPORTANT, {"yes": 100, "no": 50, "abstains": 40}, ADOPTED),
        (Matter.AMENDMENT, {"yes": 128, "no": 0}, NOT_ADOPTED),
        (Matter.AMENDMENT, {"yes": 129, "no": 60}, ADOPTED),
        (Matter.DECISION, {"yes": 50, "is absent": 100}, OPEN),
    ],
)
def test_the_general_assembly_counts_those_present_and_voting(
    matter: Matter, counts: dict[str, int], result: Result
) -> None:
    assembly = profile("organ:un/GA", Day(2012, 11, 29))
    marks = [mark for name, count in counts.items() for mark in [Saying(name)] * count]
    words = [said(f"state:M{number:03}", mark) for number, mark in enumerate(marks, 1)]
    proposal = Proposal(entitled=members(193), matter=matter)

    assert result == outcome(assembly, proposal, words).result


def test_the_general_assembly_adopts_without_a_vote_where_nobody_asks_for_one() -> None:
    found = outcome(profile("organ:un/GA", Day(2012, 11, 29)), Proposal(entitled=members(193)))

    assert ADOPTED == found.result
    assert "practice of adoption without a vote" in found.why


P5 = (CHN, "state:FRA", RUS, "state:GBR", "state:USA")
TEN = members(10)


@pytest.mark.parametrize(
    ("matter", "yes", "no", "result"),
    [
        (Matter.DECISION, (*P5, *TEN[:4]), (), ADOPTED),
        (Matter.DECISION, (*P5, *TEN[:3]), (), NOT_ADOPTED),
        (Matter.DECISION, (*P5[:3], *TEN[:7]), (), ADOPTED),  # two permanent members abstain
        (Matter.DECISION, (*P5[:4], *TEN), ("state:USA",), NOT_ADOPTED),
        (Matter.PROCEDURE, (*P5[:4], *TEN), ("state:USA",), ADOPTED),
        (Matter.DECISION, (*P5, *TEN[:4]), TEN[4:], ADOPTED),
        (Matter.ADMISSION, (*P5[:4], *TEN), ("state:USA",), NOT_ADOPTED),
    ],
)
def test_the_security_council_needs_nine_votes_and_no_veto(
    matter: Matter, yes: tuple[str, ...], no: tuple[str, ...], result: Result
) -> None:
    council = profile("organ:un/SC", Day(2011, 3, 17))
    words = [*(said(each, Saying.YES) for each in yes), *(said(each, Saying.NO) for each in no)]

    assert result == outcome(council, Proposal(entitled=(*P5, *TEN), matter=matter), words).result


@pytest.mark.parametrize(
    ("day", "votes", "noted"),
    [
        (Day(1950), 7, "Eleven"),
        (Day(1965, 8, 30), 7, "Eleven"),
        (Day(1965, 8, 31), 9, "Fifteen"),
        (Day(1966), 9, "Fifteen"),
    ],
)
def test_the_security_council_counts_affirmative_votes_of_its_members(day: Day, votes: int, noted: str) -> None:
    council = profile("organ:un/SC", day)
    measures = {rule.majority for matter in Matter for rule in council.all(Decision, matter)}
    entitled = council.one(Entitled)

    assert {Measure(votes=votes, of=Base.MEMBERS)} == measures
    assert entitled is not None
    assert entitled.note.startswith(noted)


def test_without_nine_votes_a_vote_against_by_a_permanent_member_is_no_veto() -> None:
    council = profile("organ:un/SC", Day(2011, 3, 17))
    words = [said(RUS, Saying.NO), *(said(each, Saying.YES) for each in TEN[:8])]
    found = outcome(council, Proposal(entitled=(*P5, *TEN)), words)

    assert isinstance(found.rule, Decision)


def test_a_party_to_a_dispute_abstains_from_voting() -> None:
    council = profile("organ:un/SC", Day(2011, 3, 17))
    proposal = Proposal(entitled=(*P5, *TEN), matter=Matter.SETTLEMENT, concerned=(RUS,))
    found = outcome(council, proposal, [said(RUS, Saying.NO), *(said(each, Saying.YES) for each in TEN)])

    assert (ADOPTED, [RUS]) == (found.result, [each.said.actor for each in found.aside])


def test_a_vote_where_no_rule_provides_for_one_settles_nothing() -> None:
    found = outcome(HEADS, Proposal(entitled=SIX), [said(UZB, Saying.NO)])

    assert (OPEN, (UZB,)) == (found.result, found.stopped_by)


# --- silence


@pytest.mark.parametrize(
    ("matter", "begun", "ends"),
    [
        (Matter.RESOLUTION, MONDAY, "2016-10-24T12:00:00+03:00"),
        (Matter.PROCEDURE, MONDAY, "2016-10-10T12:00:00+03:00"),
        (Matter.PROCEDURE, datetime(2016, 10, 8, 9, tzinfo=HALMOR), "2016-10-14T09:00:00+03:00"),  # a Saturday
        (Matter.DISASTER, datetime(2016, 10, 7, 18, tzinfo=HALMOR), "2016-10-09T18:00:00+03:00"),
    ],
)
def test_the_length_of_a_silence_hangs_on_the_matter(matter: Matter, begun: datetime, ends: str) -> None:
    rule = MINISTERS.one(Silence, matter)
    assert rule is not None

    assert ends == deadline(rule, begun).isoformat()


def test_holidays_are_no_working_days() -> None:
    rule = MINISTERS.one(Silence, Matter.PROCEDURE)
    assert rule is not None

    assert date(2016, 10, 11) == deadline(rule, MONDAY, {date(2016, 10, 5), date(2016, 10, 8)}).date()


def test_hours_pass_though_the_clocks_change() -> None:
    rule = MINISTERS.one(Silence, Matter.DISASTER)
    assert rule is not None
    begun = datetime(2016, 10, 29, 12, tzinfo=ZoneInfo("Europe/Vienna"))

    assert "2016-10-31T11:00:00+01:00" == deadline(rule, begun).isoformat()


LIMIT = datetime(2016, 10, 24, 12, tzinfo=HALMOR)


def under_silence(*words: Said, now: datetime = LIMIT, matter: Matter = Matter.RESOLUTION) -> Outcome:
    return silence(MINISTERS, Proposal(entitled=SEVEN, matter=matter), words, begun=MONDAY, now=now)


@pytest.mark.parametrize(
    ("at", "result"),
    [
        (MONDAY, NOT_ADOPTED),
        (LIMIT - timedelta(microseconds=1), NOT_ADOPTED),
        (LIMIT, ADOPTED),
        (LIMIT + timedelta(hours=1), ADOPTED),
        (datetime(2016, 10, 24, 9, 30, tzinfo=timezone(timedelta(hours=1))), NOT_ADOPTED),
        (datetime(2016, 10, 24, 9, 0, tzinfo=UTC), ADOPTED),
    ],
)
def test_an_objection_inside_the_silence_stops_it_and_one_after_it_does_not(at: datetime, result: Result) -> None:
    objection = said("state:XOS", Saying.OBJECTS, at)

    assert result == under_silence(objection, now=LIMIT + timedelta(days=1)).result


def test_a_late_objection_is_kept_with_the_reason_why_it_did_not_count() -> None:
    found = under_silence(said("state:XOS", Saying.OBJECTS, LIMIT), now=LIMIT)

    assert ["came after the time limit"] == [each.why for each in found.aside]


def test_before_its_end_a_silence_is_open() -> None:
    found = under_silence(now=LIMIT - timedelta(seconds=1))

    assert (OPEN, LIMIT) == (found.result, found.deadline)


def test_an_objection_breaks_the_silence_at_once() -> None:
    found = under_silence(said("state:XOS", Saying.OBJECTS, MONDAY), now=MONDAY + timedelta(hours=1))

    assert (NOT_ADOPTED, ("state:XOS",)) == (found.result, found.stopped_by)


def test_an_amendment_that_the_chair_accepts_starts_a_new_period() -> None:
    accepted = MONDAY + timedelta(days=2)
    words = [
        said("state:XVS", Saying.AMENDS, MONDAY + timedelta(days=1)),
        said("state:XMR", Saying.ACCEPTS, accepted),
    ]
    ends = datetime(2016, 10, 26, 12, tzinfo=HALMOR)

    assert NOT_ADOPTED == under_silence(words[0]).result
    assert (OPEN, ends) == (under_silence(*words).result, under_silence(*words).deadline)
    assert ADOPTED == under_silence(*words, now=ends).result


def test_where_the_rule_says_so_any_amendment_starts_a_new_period_at_once() -> None:
    rule = Silence(hours=48, amendment=Amended.ANEW, article="1", proof=Source("written here"))
    rules = Profile("organ:xyz/C", TODAY, (rule,))
    amended = said(KAZ, Saying.AMENDS, MONDAY + timedelta(hours=47))
    found = [
        silence(rules, Proposal(entitled=SIX), [amended], begun=MONDAY, now=MONDAY + timedelta(hours=hours)).result
        for hours in (48, 94, 95)
    ]

    assert [OPEN, OPEN, ADOPTED] == found


def test_an_amendment_may_be_accepted_in_the_moment_in_which_it_arrives() -> None:
    words = [said("state:XVS", Saying.AMENDS, MONDAY), said("state:XMR", Saying.ACCEPTS, MONDAY)]

    assert ADOPTED == under_silence(*words).result


def test_an_objection_to_the_amended_text_stops_the_new_period() -> None:
    words = [
        said("state:XVS", Saying.AMENDS, MONDAY + timedelta(days=1)),
        said("state:XMR", Saying.ACCEPTS, MONDAY + timedelta(days=2)),
        said("state:XOS", Saying.OBJECTS, LIMIT + timedelta(hours=1)),
    ]

    assert ("state:XOS",) == under_silence(*words, now=LIMIT + timedelta(days=9)).stopped_by


def test_an_amendment_breaks_a_silence_of_the_osce() -> None:
    permanent = profile("organ:osce/PC", TODAY)
    words = [said(UZB, Saying.AMENDS, MONDAY), said(KAZ, Saying.ACCEPTS, MONDAY)]
    found = silence(permanent, Proposal(entitled=SIX), words, begun=MONDAY, until=LIMIT, now=LIMIT)

    assert NOT_ADOPTED == found.result


def test_an_objection_in_the_meeting_prevents_a_silence_of_the_osce() -> None:
    permanent = profile("organ:osce/PC", TODAY)
    words = [said(UZB, Saying.OBJECTS, MONDAY - timedelta(minutes=5))]
    found = silence(permanent, Proposal(entitled=SIX), words, begun=MONDAY, until=LIMIT, now=LIMIT)

    assert NOT_ADOPTED == found.result


def test_where_the_chair_sets_the_end_it_has_to_be_told() -> None:
    with pytest.raises(BadDay, match="say `until`"):
        silence(profile("organ:osce/PC", TODAY), Proposal(entitled=SIX), begun=MONDAY, now=LIMIT)


@pytest.mark.parametrize(("hours", "fine"), [(71, False), (72, True), (96, True)])
def test_a_silence_of_the_general_assembly_lasts_at_least_three_days(hours: int, fine: bool) -> None:
    assembly = profile("organ:un/GA", Day(2020, 4, 2))
    begun = datetime(2020, 4, 2, 15, tzinfo=UTC)
    until = begun + timedelta(hours=hours)
    try:
        found = silence(assembly, Proposal(entitled=members(193)), begun=begun, until=until, now=until)
        ended = found.result is ADOPTED
    except BadDay:
        ended = False

    assert fine is ended


def test_an_objection_of_unknown_time_leaves_the_matter_open() -> None:
    assert OPEN == under_silence(said("state:XOS", Saying.OBJECTS)).result


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(BadDay, match="no time zone"):
        said("state:XOS", Saying.OBJECTS, datetime(2016, 10, 24, 12))


def test_where_no_silence_procedure_is_known_none_is_made_up() -> None:
    with pytest.raises(NotHeld, match="No silence procedure of organ:sco/CHS"):
        silence(HEADS, Proposal(entitled=SIX), begun=MONDAY, now=LIMIT)


# --- what must always hold

moments = st.integers(0, 60 * 24 * 40).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
objections = st.lists(st.tuples(st.sampled_from(SEVEN), moments), max_size=4)


@given(objections, moments)
def test_a_silence_ends_in_adoption_just_where_no_objection_came_in_time(
    against: list[tuple[str, datetime]], now: datetime
) -> None:
    words = [said(actor, Saying.OBJECTS, at) for actor, at in against]
    stopped = any(at < LIMIT and at <= now for _, at in against)

    assert (NOT_ADOPTED if stopped else ADOPTED if now >= LIMIT else OPEN) == under_silence(*words, now=now).result


@given(objections, moments, st.sampled_from(["Asia/Kathmandu", "America/New_York", "UTC"]))
def test_the_zone_in_which_times_are_told_changes_nothing(
    against: list[tuple[str, datetime]], now: datetime, zone: str
) -> None:
    there = ZoneInfo(zone)
    here = [said(actor, Saying.OBJECTS, at) for actor, at in against]
    moved = [said(actor, Saying.OBJECTS, at.astimezone(there)) for actor, at in against]

    assert under_silence(*here, now=now).result is under_silence(*moved, now=now.astimezone(there)).result


sayings = st.sampled_from([each for each in Saying if each not in (Saying.YES, Saying.NO, Saying.ABSTAINS)])
logs = st.lists(st.builds(Said, st.sampled_from((*SIX, "state:MNG")), sayings), max_size=8)
matters = st.sampled_from(Matter)


@given(logs, matters)
def test_consensus_is_never_adopted_over_the_objection_of_an_entitled_member(log: list[Said], matter: Matter) -> None:
    last = {each.actor: each.what for each in log if each.what in (Saying.OBJECTS, Saying.WITHDRAWS)}
    objecting = {actor for actor, what in last.items() if what is Saying.OBJECTS and actor in SIX}
    found = outcome(HEADS, Proposal(entitled=SIX, matter=matter), log)

    assert not (objecting and found.result is ADOPTED)
    assert objecting == set(found.stopped_by) or found.rule is None or not objecting


@given(logs, matters, st.lists(st.sampled_from(SIX), max_size=4))
def test_recorded_opinions_never_change_the_result(log: list[Said], matter: Matter, opinions: list[str]) -> None:
    proposal = Proposal(entitled=SIX, matter=matter)
    more = [*log, *(said(each, Saying.RECORDS) for each in opinions)]

    assert outcome(HEADS, proposal, log).result is outcome(HEADS, proposal, more).result


@given(logs, matters)
def test_of_what_is_adopted_every_member_is_bound_or_outside(log: list[Said], matter: Matter) -> None:
    found = outcome(HEADS, Proposal(entitled=SIX, matter=matter), log)

    assert sorted(SIX if found.result is ADOPTED else ()) == sorted((*found.bound, *found.outside))


@given(st.integers(0, 15), st.integers(0, 15), st.integers(0, 14))
def test_one_more_vote_in_favour_never_undoes_an_adoption(for_: int, against: int, abstain: int) -> None:
    assembly = profile("organ:un/GA", Day(2012, 11, 29))
    proposal = Proposal(entitled=members(50), matter=Matter.IMPORTANT)
    results = [
        outcome(assembly, proposal, votes(yes=for_ + more, no=against, abstains=abstain)).result for more in (0, 1)
    ]

    assert results != [ADOPTED, NOT_ADOPTED]


@given(moments, st.sets(st.dates(date(2016, 10, 1), date(2017, 2, 1)), max_size=20))
def test_a_period_of_working_days_has_that_many_of_them(begun: datetime, holidays: set[date]) -> None:
    rule = MINISTERS.one(Silence, Matter.RESOLUTION)
    assert rule is not None
    ends = deadline(rule, begun, holidays)
    days = [begun.date() + timedelta(days=n) for n in range(1, (ends.date() - begun.date()).days + 1)]

    assert rule.working_days == sum(day.weekday() < 5 and day not in holidays for day in days)
    assert ends.timetz() == begun.timetz()


# --- rules as data


@pytest.mark.parametrize(
    ("organ", "on", "role", "of"),
    [
        ("organ:sco/CHS", Day(2011, 6, 15), "member", "org:sco"),
        ("organ:sco/CMFA", Day(2011), "member", "org:sco"),
        ("organ:osr/CM", Day(2012), "member", "org:osr"),
        ("organ:un/GA", Day(1960), "member", "org:un"),
        ("organ:un/SC", Day(2011, 3), "member", "organ:un/SC"),
        ("organ:osce/PC", Day(2007), "member", "org:osce"),
    ],
)
def test_every_organ_says_who_is_entitled(organ: str, on: Day, role: str, of: str) -> None:
    rule = profile(organ, on).one(Entitled)
    assert rule is not None

    assert (role, of) == (rule.role, rule.of)


@pytest.mark.parametrize(
    ("day", "needed", "last"), [(Day(1950), 7, "SUN"), (Day(1970), 9, "SUN"), (Day(2000), 9, "RUS")]
)
def test_the_security_council_has_the_rules_of_the_day(day: Day, needed: int, last: str) -> None:
    council = profile("organ:un/SC", day)
    decision, veto = council.one(Decision), council.one(Veto)
    assert decision is not None
    assert decision.majority is not None
    assert veto is not None

    assert (needed, True) == (decision.majority.needed(15), f"state:{last}" in veto.states)


def test_a_year_in_which_the_rules_changed_has_no_profile() -> None:
    with pytest.raises(BadDay, match="say the day"):
        profile("organ:un/SC", Day(1965))


def test_before_the_charter_no_rules_are_made_up() -> None:
    with pytest.raises(NotHeld, match="the first are of 2002-06-07"):
        profile("organ:sco/CHS", Day(2001, 6, 15))


def test_an_organ_without_rules_lists_those_that_have_some() -> None:
    with pytest.raises(UnknownName, match="org:osce, org:osr, org:sco, organ:un/GA, organ:un/SC"):
        profile("organ:un/ECOSOC", TODAY)


def test_the_rules_of_the_samples_are_what_their_texts_say() -> None:
    quorum, lapse = MINISTERS.one(Quorum), MINISTERS.one(AdReferendum)
    leaving, keeper = MINISTERS.one(Withdrawal), MINISTERS.one(Depositary)
    assert quorum
    assert lapse
    assert leaving
    assert keeper
    ways = {each.what for each in MINISTERS.all(Allows, Matter.PROJECT)}

    assert (5, 30, 12, "state:XMR", set(Way)) == (
        quorum.present.needed(7),
        lapse.days,
        leaving.months,
        keeper.who,
        ways,
    )


def test_languages_of_the_sco_are_russian_and_chinese() -> None:
    rule = HEADS.one(Languages)

    assert rule is not None
    assert ("ru", "zh") == rule.official == rule.working


def test_every_rule_names_its_article_and_its_source_with_file_and_line() -> None:
    rules = [rule for _, listed in kept("rules", AnyRule) for rule in listed]

    assert 70 < len(rules)
    assert [] == [each for each in rules if not (each.article and each.proof.cited and each.proof.line > 1)]
    assert set(Certainty) >= {each.certainty for each in rules}


HEAD = "about: org:xyz\nsources:\n  one: A source\nrules:\n"


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("  - {rule: entitled, role: member, of: org:xyz, article: '1', source: two}\n", "line 5: no source 'two'"),
        ("  - {rule: entitled, role: member, of: org:xyz, article: '1'}\n", "line 5: Object missing required field `source`"),
        ("  - rule: decision\n    article: '1'\n    source: one\n    how: lots\n", "line 8: Invalid enum value 'lots'"),
        ("  - rule: decision\n    article: '1'\n    source: one\n    how: vote\n", "line 5: a vote has a `majority`"),
        ("  - rule: chair\n    article: '1'\n    who: nobody\n    hat: red\n    source: one\n", "line 8: Object contains unknown field"),
        ("  - rule: silence\n    hours: many\n    article: '1'\n    source: one\n", "line 6: Expected `int | null`"),
        ("  - rule: ruler\n    article: '1'\n    source: one\n", "line 5: Invalid value 'ruler'"),
        ("  - rule: quorum\n    article: '1'\n    source: one\n    present: {share: a third}\n", "line 8: Expected `str` matching"),
        ("  - rule: chair\n    article: [\n", "line 7"),
        ("more: 1\n", "no such section"),
    ],
)  # fmt: skip
def test_a_fault_in_a_file_of_rules_names_file_and_line(rules: str, told: str) -> None:
    with pytest.raises(BadFact) as refused:
        read((HEAD + rules).encode(), "xyz.yaml", "rules", AnyRule)

    assert str(refused.value).startswith("xyz.yaml")
    assert told in str(refused.value)


def test_the_formulas_of_the_charter_stand_in_its_text(shared: Path) -> None:
    words = (shared / "data" / "charter" / "raw_un_charter_en.txt").read_text("utf-8")

    assert "two-thirds majority of the members present and voting" in words
    assert "affirmative vote of nine members including the concurring votes of the permanent members" in words
