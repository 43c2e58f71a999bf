"""Facts kept by hand: read with their lines, and each slip named with file and line while the rest is served."""

import pytest

from acquis.errors import BadFact
from acquis.model import Day
from acquis.register.books import Book, read
from acquis.register.events import Act, Certainty
from acquis.register.library import Library

HEAD = """\
about: org:osr
entered: 2026-11-22
covered: {since: 2004-05-14, until: 2020-10-15}
sources:
  list: the depositary's list of 2015
"""


def book(facts: str, more: str = "") -> Book:
    return read(f"{HEAD}{more}facts:\n{facts}".encode(), "osr.yaml")


def faults(facts: str, more: str = "") -> list[str]:
    return [str(each) for each in book(facts, more).faults]


def test_a_fact_is_an_event_with_its_source_and_line():
    found = book("  - {act: joined, who: [XKV, XMR], as: member, on: 2005-03-01, source: list, certainty: medium}\n")
    first, second = found.events

    assert ("state:XKV", "state:XMR") == (first.actor, second.actor)
    assert (Act.JOINED, "org:osr", "member", Day(2005, 3, 1)) == (first.act, first.object, first.role, first.on)
    assert ("the depositary's list of 2015", "osr.yaml", 7) == (first.proof.cited, first.proof.file, first.proof.line)
    assert (Certainty.MEDIUM, "2026-11-22") == (first.certainty, first.learned)
    assert () == found.faults


def test_a_spell_with_an_end_is_two_events():
    found = book("  - {act: joined, who: XZM, as: observer, on: 2005-06-09, until: 2009-07-12, source: list}\n").events

    assert [(Act.JOINED, "2005-06-09"), (Act.LEFT, "2009-07-12")] == [(each.act, str(each.on)) for each in found]


def test_two_sources_may_disagree():
    facts = """\
  - {act: entered into force, what: osr:2004-05-14/charter, on: 2005-03-01, source: list}
  - {act: entered into force, what: osr:2004-05-14/charter, on: 2005-03-02, source: a yearbook}
"""

    assert [] == faults(facts)
    assert 1 == len({each.id for each in book(facts).events})


SLIPS = [
    ("{act: joind, who: XKV, as: member, source: list}", "line 7: no act called 'joind'; did you mean 'joined'?"),
    ("{act: joined, wo: XKV, as: member, source: list}", "no key called 'wo'; did you mean 'who'?"),
    ("{act: joined, who: XKV, as: member, on: 2005-02-30, source: list}", "no such day: 2005-2-30"),
    ("{act: joined, who: XKV, as: member, on: 2005-03-01}", "it names no source: every fact has one"),
    (
        "{act: joined, who: XKV, as: member, on: 2005-03-01, until: 2004-01-01, source: list}",
        "its end 2004-01-01 comes before its beginning 2005-03-01",
    ),
    ("{act: joined, who: Kelvaria, as: member, source: list}", "'Kelvaria' names nobody"),
    ("{act: joined, who: XKV, as: member, nth: two, source: list}", "`nth` is a whole number from 1 on, not 'two'"),
    ("{who: XKV, as: member, source: list}", "it has no `act:`"),
    ("joined", "`key: value` is wanted here"),
    ("{act: joined, who: XKV, certainty: sure, source: list}", "no certainty called 'sure'"),
]


@pytest.mark.parametrize(("slip", "expected"), SLIPS)
def test_a_slip_is_named_with_its_line_and_the_rest_is_served(slip, expected):
    found = book(f"  - {slip}\n  - {{act: joined, who: XMR, as: member, on: 2005-03-01, source: list}}\n")
    (fault,) = found.faults

    assert expected in str(fault)
    assert ("osr.yaml", 7) == (fault.file, fault.line)
    assert ["state:XMR"] == [each.actor for each in found.events]


def test_two_facts_with_one_identity_are_named():
    facts = """\
  - {act: joined, who: XKV, as: member, on: 2005-03-01, source: list}
  - {act: joined, who: XKV, as: member, on: 2006-03-01, source: list}
"""
    (fault,) = faults(facts)

    assert "line 8: state:XKV joined org:osr member: 2005-03-01 is given in line 7 by the same source" in fault


def test_spells_that_contradict_one_another_are_named():
    facts = """\
  - {act: joined, who: XKV, as: member, on: 2005-03-01, until: 2010-01-01, source: list}
  - {act: joined, who: XKV, as: member, nth: 2, on: 2009-01-01, source: list}
"""

    assert [
        "line 8: state:XKV joined org:osr member: number 2 begins 2009-01-01, before the one before ends 2010-01-01"
    ] == [each.partition(", ")[2] for each in faults(facts)]


def test_a_circle_of_mergers_is_named():
    facts = """\
  - {act: merged, who: org:osr, what: org:sco, on: 2010, source: list}
  - {act: merged, who: org:sco, what: org:osr, on: 2011, source: list}
"""
    told = [each.what for each in Library([book(facts)]).faults]

    assert "a circle: org:osr into org:sco into org:osr" in told


def test_whom_nobody_has_described_is_named():
    facts = "  - {act: joined, who: ABC, what: org:nobody, as: member, on: 2010, source: list}\n"
    told = {each.what for each in Library([book(facts)]).faults}

    assert {
        "no state has the code state:ABC: give it a name under `names:`",
        "nobody has described org:nobody: give it a name under `names:`",
    } == told


BROKEN = [
    (b"", "osr.yaml is empty."),
    (b"facts: [", "osr.yaml, line 2: did not find expected node content"),
    (b"about: org:osr\nabout: org:sco\n", "osr.yaml, line 2: 'about' stands twice"),
    (b"a: &x [1]\nb: *x\n", "aliases (*name) are not taken"),
    (b"a: " + b"[" * 30 + b"]" * 30, "more than 12 deep"),
    (b"- one\n", "a file of facts begins with"),
    (b"\xff\xfe\x00", "osr.yaml"),
    (b"x: y\n" * 1_000_000, "larger than 4 MB"),
]


@pytest.mark.parametrize(("content", "expected"), BROKEN)
def test_a_file_that_cannot_be_read_says_why(content, expected):
    with pytest.raises(BadFact) as refused:
        read(content, "osr.yaml")

    assert expected in str(refused.value)


def test_an_unknown_section_is_named():
    assert ["osr.yaml, line 6: no section called 'fact'; did you mean 'facts'?"] == faults(
        "  - {act: joined, who: XKV, as: member, on: 2005-03-01, source: list}\n", "fact: []\n"
    )
