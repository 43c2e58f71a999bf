"""What facts take for granted and nobody has declared is named, and left out of what is served."""

import pytest

from acquis.errors import BadFact
from acquis.model import Day
from acquis.register.books import read
from acquis.register.events import Event, Source, known_on
from acquis.register.library import Library
from acquis.register.spells import held_on, spells

HEAD = """\
about: org:fleet
entered: 2020-01-01
names: {org:fleet: [{name: The Fleet}], state:XKV: [{name: Kelvaria}]}
statuses: {member: {member: true}, observer: {}}
facts:
"""


def kept(*facts: str, head: str = HEAD) -> Library:
    """The first of the facts stands in line 6."""
    return Library([read((head + "".join(f"  - {{{each}, source: a list}}\n" for each in facts)).encode(), "own.yaml")])


def served(library: Library) -> list[str]:
    return [each.actor for each in library.events if each.proof.file == "own.yaml"]


SOUND = "act: joined, who: DNK, as: member, on: 1952-03-16"
UNDECLARED = [
    ("act: joined, who: XQQ, as: member, on: 1952", ["no state has the code state:XQQ: give it a name under `names:`"]),
    ("act: joined, who: XCC, as: member, on: 1952", ["no state has the code state:XCC: give it a name under `names:`"]),
    (
        "act: joined, who: NOR, what: org:shoal, as: member",
        ["nobody has described org:shoal: give it a name under `names:`"],
    ),
    (
        "act: joined, who: NOR, what: org:flet, as: member",
        ["nobody has described org:flet: give it a name under `names:`; did you mean 'org:fleet'?"],
    ),
    ("act: met, who: organ:shoal/CM", ["nobody has described org:shoal: give it a name under `names:`"]),
    (
        "act: joined, who: NOR, as: membr",
        ["no role in org:fleet called 'membr'; did you mean 'member'?; its roles stand under `statuses:`"],
    ),
    (
        "act: admitted, who: NOR, as: guest",
        ["no role in org:fleet called 'guest'. Known: member, observer; its roles stand under `statuses:`"],
    ),
    (
        "act: joined, who: NOR",
        ["no role in org:fleet called ''. Known: member, observer; its roles stand under `statuses:`"],
    ),
]


@pytest.mark.parametrize(("fact", "expected"), UNDECLARED)
def test_what_nobody_has_declared_is_named_and_left_out_and_the_rest_is_served(fact, expected):
    library = kept(fact, SOUND)

    assert [("own.yaml", 6, each) for each in expected] == [
        (each.file, each.line, each.what) for each in library.faults
    ]
    assert ["state:DNK"] == served(library)


def test_of_a_list_only_whom_nobody_knows_is_left_out():
    assert ["state:DNK", "state:XKV"] == served(kept("act: joined, who: [DNK, XQQ, XKV], as: member, on: 1952"))


def test_whom_nobody_knows_holds_no_role():
    events = kept("act: joined, who: XQQ, as: member, on: 1952", SOUND).events

    assert ["state:DNK"] == [each.actor for each in held_on(spells(events), Day(1960, 1, 1))]


def test_an_undescribed_organisation_hides_no_other_slip_of_its_line():
    fact = "act: joined, who: XQQ, what: org:shoal, as: member, on: 1953-13, certainty: sure"

    assert [
        "no certainty called 'sure'. Known: high, medium, low",
        "no state has the code state:XQQ: give it a name under `names:`",
        "no such day: 1953-13 (month must be in 1..12)",
        "nobody has described org:shoal: give it a name under `names:`",
    ] == [each.what for each in kept(fact).faults]


def test_an_organisation_without_a_vocabulary_of_roles_may_have_any():
    head = HEAD.replace("statuses: {member: {member: true}, observer: {}}\n", "")

    assert () == kept("act: joined, who: DNK, as: skipper", head=head).faults


def test_a_role_may_be_declared_in_another_file():
    more = read(b"about: org:fleet\nstatuses: {guest: {}}\n", "more.yaml")
    library = Library([*kept("act: joined, who: DNK, as: guest, on: 1952").books, more])

    assert () == library.faults
    assert ["state:DNK"] == served(library)


LINES = [
    ("groups: {all: {means: membr}}", "no role in org:fleet called 'membr'; did you mean 'member'?"),
    ("groups: {few: {states: [DNK, XQQ]}}", "no state has the code state:XQQ"),
    ("groups: {few: {states: [DNK], names: {xx: [few]}}}", "no language called 'xx'. Known: ar, en"),
    ("instruments: {treaty:2000-01-01/a: {depositary: XQQ}}", "no state has the code state:XQQ"),
    ("entered: 2999-01-01", "it was entered on 2999-01-01, which is still to come"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_it_is_named_wherever_it_stands(line, expected):
    head = HEAD.replace("entered: 2020-01-01", line)
    (fault,) = kept(SOUND, head=head).faults

    assert expected in fault.what
    assert ("own.yaml", 2) == (fault.file, fault.line)


def test_a_name_in_a_language_that_no_shelf_has_is_named():
    head = HEAD.replace("[{name: Kelvaria}]", "[{name: Kelvaria, language: fe}]")

    assert ["no language called 'fe'. Known: ar, en, es, fr, ja, ru, zh"] == [
        each.what for each in kept(head=head).faults
    ]


def test_a_fact_entered_on_a_day_to_come_is_named_and_not_known_before():
    library = kept(f"{SOUND}, entered: 2999-01-01")

    assert ["it was entered on 2999-01-01, which is still to come"] == [each.what for each in library.faults]
    assert [] == [each for each in known_on(library.events, "2026-01-01") if each.actor == "state:DNK"]


# --- claims -------------------------------------------------------------------------------------------------------


def test_what_withdraws_a_claim_that_no_fact_makes_is_named_and_stays_a_fact():
    claim = kept(SOUND).books[0].events[0].claim
    library = kept(f"{SOUND}, withdraws: ev-aaaaaaaaaaaa/bbbbbb")
    (near,) = kept(SOUND, f"act: met, who: organ:fleet/CM, withdraws: {claim[:-1]}").faults
    (fault,) = library.faults

    assert "it withdraws 'ev-aaaaaaaaaaaa/bbbbbb', a claim that no fact makes" in fault.what
    assert near.what.endswith(f"did you mean {claim!r}?")
    assert ["state:DNK"] == [each.actor for each in known_on(library.events, None) if each.proof.file == "own.yaml"]


def test_what_withdraws_a_claim_undoes_it_and_states_nothing_itself():
    wrong = Event(act="joined", actor="state:DNK", object="org:fleet", role="member", proof=Source("a list"))
    back = Event(act="left", actor="state:DNK", object="org:fleet", proof=Source("an erratum"), withdraws=wrong.claim)

    assert [] == [*known_on([wrong, back], None)]


# --- clauses ------------------------------------------------------------------------------------------------------

CLAUSES = [
    ("{force: {all: [{consents: 500}]}}", "force: all: can never be met: 500 consents, and "),
    ("{force: {all: [{consents: 3}]}, entitled: [DNK, NOR]}", "can never be met: 3 consents, and 2 may give one."),
    ("{force: {all: [{named: [DNK, SWE]}]}, entitled: [DNK, NOR]}", "state:SWE may not become a party"),
    ("{force: {all: [{named: [DNK, XQQ]}]}}", "force: all: named: nobody is known as state:XQQ."),
    ("{force: {all: [{consents: 2, beside: [XQQ]}]}}", "force: all: beside: nobody is known as state:XQQ."),
    ("{force: {all: [{on: 1970-02-30}]}}", "no such day: 1970-02-30"),
    ("{force: {al: [{consents: 2}]}}", "force: no key called 'al'; did you mean 'all'?"),
    ("{withdrawal: {wiat: {days: 3}}}", "withdrawal: no key called 'wiat'; did you mean 'wait'?"),
]


@pytest.mark.parametrize(("entry", "expected"), CLAUSES)
def test_a_clause_of_a_file_that_can_never_be_met_or_read_is_named_once(entry, expected):
    head = HEAD.replace("entered: 2020-01-01", f"instruments: {{treaty:2000-01-01/a: {entry}}}")
    library = kept(head=head)
    told = [each for each in library.faults if each.what.startswith("treaty:2000-01-01/a: ")]

    assert [("own.yaml", 2)] == [(each.file, each.line) for each in told]
    assert expected in told[0].what
    assert "treaty:2000-01-01/a" not in library.clauses


def test_a_clause_that_as_many_can_meet_as_there_are_states_is_taken():
    head = HEAD.replace("entered: 2020-01-01", "instruments: {treaty:2000-01-01/a: {force: {all: [{consents: 190}]}}}")
    library = kept(head=head)

    assert () == library.faults
    assert 190 == library.clauses["treaty:2000-01-01/a"].all[0].count


def test_those_that_a_file_entitles_are_those_whose_consent_counts():
    head = HEAD.replace(
        "entered: 2020-01-01",
        "instruments: {treaty:2000-01-01/a: {force: {all: [{consents: 2}]}, entitled: [DNK, NOR, org:fleet]}}",
    )

    assert ("org:fleet", "state:DNK", "state:NOR") == kept(head=head).clauses["treaty:2000-01-01/a"].entitled


def test_a_file_is_still_refused_as_a_whole_where_it_is_no_yaml():
    with pytest.raises(BadFact):
        read(b"facts: [", "own.yaml")
