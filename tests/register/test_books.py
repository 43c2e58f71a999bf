"""Facts kept by hand: read with their lines, and each slip named with file and line while the rest is served."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.errors import BadFact
from acquis.model import Day
from acquis.register.books import Book, read
from acquis.register.events import Act, Certainty
from acquis.register.library import File, Library, library

HEAD = """\
about: org:osr
entered: 2026-11-22
covered: {since: 2004-05-14, until: 2020-10-15}
sources:
  list: the depositary's list of 2015
"""


def book(facts: str, more: str = "") -> Book:
    return read(f"{HEAD}{more}facts:\n{facts}".encode(), "osr.yaml")


def named(facts: str) -> Book:
    """With names of its states, so that nobody in it is a stranger."""
    return book(facts, "names: {state:XKV: [{name: Kelvaria}], state:XMR: [{name: Marovia}]}\n")


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

    assert () == Library([named(facts)]).faults
    assert 1 == len({each.id for each in book(facts).events})


SLIPS = [
    ("{act: joind, who: XKV, as: member, source: list}", "line 7: no act called 'joind'; did you mean 'joined'?"),
    ("{act: joined, wo: XKV, as: member, source: list}", "no key called 'wo'; did you mean 'who'?"),
    ("{act: joined, who: XKV, as: member, on: 2005-02-30, source: list}", "no such day: 2005-02-30"),
    ("{act: joined, who: XKV, as: member, on: 1953-13, source: list}", "no such day: 1953-13 ("),
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
    ("{act: joined, who: XKV, as: member, source: lst}", "no source called 'lst'; did you mean 'list'?"),
    ("{act: joined, who: XKV, as: member, source: ''}", "it names no source"),
    ("{act: joined, who: XKV, as: member, source: list, entered: 2026-11-31}", "no such day: 2026-11-31"),
    ("{act: joined, who: XKV, as: member, source: list, entered: 2026}", "`entered` is a whole day like 2007-08-16"),
    ("{act: joined, who: XKV, as: member, source: list, inferred: maybe}", "`inferred` is true or false, not 'maybe'"),
    ("{act: joined, who: [], as: member, source: list}", "`who:` names nobody"),
    ("{act: joined, as: member, source: list}", "it does not say who joined: `who:` would"),
    ("{act: joined, who: org:osr, as: member, source: list}", "org:osr cannot have joined itself"),
    ("{act: merged, who: org:osr, source: list}", "org:osr cannot have merged itself"),
    (
        "{act: signed, who: osr:2004-05-14/charter, what: osr:2004-05-14/charter, source: list}",
        "osr:2004-05-14/charter is nobody who acts",
    ),
    (
        "{act: signed, who: place:orvelin, what: osr:2004-05-14/charter, source: list}",
        "place:orvelin is nobody who acts",
    ),
    (
        "{act: voted, who: XKV, what: osr:2004-05-14/charter, value: maybe, source: list}",
        "no vote called 'maybe'. Known: yes, no, abstain, absent",
    ),
    ("{act: voted, who: XKV, what: osr:2004-05-14/charter, value: abstian, source: list}", "did you mean 'abstain'?"),
]


@pytest.mark.parametrize(("slip", "expected"), SLIPS)
def test_a_slip_is_named_with_its_line_and_the_rest_is_served(slip, expected):
    found = book(f"  - {slip}\n  - {{act: joined, who: XMR, as: member, on: 2005-03-01, source: list}}\n")
    (fault,) = found.faults

    assert expected in str(fault)
    assert ("osr.yaml", 7) == (fault.file, fault.line)
    assert ["state:XMR"] == [each.actor for each in found.events]


def test_all_slips_of_one_fact_are_named():
    told = faults("  - {act: joined, who: [Kelvaria, Marovia], as: member, on: 1953-13, nth: x, source: lst}\n")

    assert 5 == len(told)
    assert all(each.startswith("osr.yaml, line 7: ") for each in told)


def test_a_source_may_be_words_where_keys_are_listed_and_one_word_where_none_are():
    fact = "{act: joined, who: XKV, as: member, on: 2005-03-01, source: SOURCE}"
    sources = ("a yearbook", "S/PV.6491", "https://example.org/list")

    assert [] == [slip for each in sources for slip in faults(f"  - {fact.replace('SOURCE', each)}\n")]
    assert () == read(f"about: org:osr\nfacts:\n  - {fact.replace('SOURCE', 'yearbook')}\n".encode(), "x.yaml").faults


def test_two_facts_with_one_identity_are_named():
    facts = """\
  - {act: joined, who: XKV, as: member, on: 2005-03-01, source: list}
  - {act: joined, who: XKV, as: member, on: 2006-03-01, source: list}
"""

    assert [
        "osr.yaml, line 9: state:XKV joined org:osr member: 2005-03-01 is given by the same source (osr.yaml, line 8); "
        "a second time needs `nth`"
    ] == [str(each) for each in Library([named(facts)]).faults]


def test_the_same_fact_in_two_files_is_named():
    fact = "  - {act: joined, who: XKV, as: member, on: 2005-03-01, source: list}\n"
    again = read(f"about: org:osr\nfacts:\n{fact.replace('list', 'the depositary list')}".encode(), "more.yaml")
    first = read(f"about: org:osr\nfacts:\n{fact.replace('list', 'the depositary list')}".encode(), "osr.yaml")

    assert [
        "more.yaml, line 3: state:XKV joined org:osr member: the same is said by the same source (osr.yaml, line 3); "
        "a second time needs `nth`"
    ] == [str(each) for each in Library([first, again, named("")]).faults]


def test_spells_that_contradict_one_another_are_named():
    facts = """\
  - {act: joined, who: XKV, as: member, on: 2005-03-01, until: 2010-01-01, source: list}
  - {act: joined, who: XKV, as: member, nth: 2, on: 2009-01-01, source: list}
"""

    assert [
        "state:XKV joined org:osr member: number 2 begins 2009-01-01, before the one before ends 2010-01-01"
        " (osr.yaml, line 8)"
    ] == [each.what for each in Library([named(facts)]).faults]


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


HEADS = [
    ("covered: {since: 2005, until: 2004}", 1, "its end 2004 comes before its beginning 2005"),
    ("covered: {sinse: 2005}", 1, "no key called 'sinse'; did you mean 'since'?"),
    ("covered: 2005", 1, "`key: value` is wanted here"),
    ("about: rivers", 1, "'rivers' names nobody"),
    ("entered: 2026-11-31", 1, "no such day: 2026-11-31"),
    ("sources: {list: [a, b]}", 1, "list: one value is wanted here"),
    ("statuses:\n  member: {since: 2005, until: 2001}", 2, "its end 2001 comes before its beginning 2005"),
    ("statuses:\n  member: {since: 2005-13}", 2, "no such day: 2005-13"),
    ("statuses:\n  member: {member: ture}", 2, "`member` is true or false, not 'ture'"),
    ("statuses:\n  member: {membr: true}", 2, "no key called 'membr'; did you mean 'member'?"),
    ("organs:\n  SEC: {knid: permanent}", 2, "no key called 'knid'; did you mean 'kind'?"),
    ("organs:\n  SEC: {kind: permanent, certainty: sure}", 2, "no certainty called 'sure'"),
    ("groups:\n  founders: {states: [Kelvaria]}", 2, "'Kelvaria' names nobody"),
    ("names:\n  org:osr:\n    - {name: Rivers, since: 2005, until: 2001}", 3, "its end 2001 comes before"),
    ("names:\n  org:osr:\n    - {short: Rivers}", 3, "it has no `name:`"),
    ("instruments:\n  osr:2004-05-14/charter: words", 2, "`key: value` is wanted here"),
    ("instruments:\n  osr:2004-05-14/charter: {froce: {}}", 2, "no key called 'froce'; did you mean 'force'?"),
    ("instruments:\n  osr:2004-05-14/charter: {depositry: XMR}", 2, "did you mean 'depositary'?"),
    ("instruments:\n  osr:2004-05-14/charter: {passages: {frce: x}}", 2, "did you mean 'force'?"),
    ("instruments:\n  osr:2004-05-14/charter: {languages: [klingon]}", 2, "'klingon' is no language"),
]


@pytest.mark.parametrize(("text", "line", "expected"), HEADS)
def test_a_slip_outside_the_facts_is_named_with_its_line_and_the_facts_are_served(text, line, expected):
    fact = "facts:\n  - {act: joined, who: XMR, what: org:osr, as: member, on: 2005-03-01, source: a list}\n"
    found = read(f"{text}\n{fact}".encode(), "osr.yaml")
    (fault,) = found.faults

    assert expected in fault.what
    assert ("osr.yaml", line) == (fault.file, fault.line)
    assert ["state:XMR"] == [each.actor for each in found.events]


def test_a_section_may_be_empty():
    assert () == read(b"about: org:osr\nnames:\nstatuses: {}\nfacts:\n", "osr.yaml").faults


def test_a_name_whose_time_cannot_be_is_left_out_and_the_others_stay():
    found = read(b"names:\n  org:osr:\n    - {name: One, since: 2005, until: 2001}\n    - {name: Two}\n", "osr.yaml")

    assert [("org:osr", ["Two"])] == [(actor, [each.name for each in names]) for actor, names in found.names]


def test_the_entry_of_an_instrument_with_an_unknown_key_is_kept():
    found = read(b"instruments:\n  osr:2004-05-14/charter: {title: Charter, froce: {}}\n", "osr.yaml")

    assert ["Charter"] == [told["title"] for _, told in found.instruments]


WHOLE = """\
about: org:osr
entered: 2020-01-01
covered: {since: 2004-05-14, until: 2020-10-15}
sources: {list: the list}
statuses: {member: {since: 2005-03-01, member: true, source: list}}
groups: {members: {means: member, names: {en: [members]}}}
organs: {SEC: {kind: permanent, since: 2005, certainty: low, source: list}}
names: {state:XKV: [{name: Kelvaria, language: en, until: 2010}], org:osr: [{name: Rivers}]}
instruments:
  osr:2004-05-14/charter: {title: Charter, depositary: XKV, languages: [en], force: {all: [{named: [XKV]}]}, source: list}
facts:
  - {act: joined, who: [XKV, DNK], as: member, on: 2005-03-01, until: 2006, source: list}
  - {act: voted, who: XKV, what: osr:2004-05-14/charter, value: "no", on: 2005, nth: 1, source: list}
"""
SLIPPED = st.sampled_from(
    ["", "[]", "{}", "x", ":", ", ", "2005-13", "KAZ", "[[a]]", "{a: b}", "nan", "-", "\n", "\u0661"]
)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), SLIPPED), max_size=3))
def test_whatever_is_mistyped_is_refused_in_words_and_nothing_fails(slips):
    text = WHOLE
    for at, length, slip in slips:
        text = text[:at] + slip + text[at + length :]
    try:
        held = Library([read(text.encode(), "osr.yaml")])
    except BadFact as refused:
        assert str(refused).startswith("osr.yaml")
        return

    assert all(each.file == "osr.yaml" and each.line > 0 and each.what for each in held.faults)
    assert {*held.clauses} <= {*held.instruments}
    assert all(each.proof for each in held.events)


def test_a_file_without_a_slip_has_no_fault():
    assert () == Library([read(WHOLE.encode(), "osr.yaml")]).faults


def test_a_file_that_cannot_be_read_is_a_fault_in_the_line_that_is_wrong():
    files = [File("osr.yaml", b"about: org:osr\nabout: org:sco\n"), File("gone.yaml", None)]

    assert [
        "gone.yaml, line 1: it cannot be read",
        "osr.yaml, line 2: 'about' stands twice",
    ] == [str(each) for each in library(files).faults]
