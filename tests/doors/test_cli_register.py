"""What people see of the register: plain answers, also where there is nothing to answer."""

import json

import pytest

CONVENTION = "treaty:2007-09-18/convention-notification-floods-water-releases"
FACTS = """\
about: org:osr
entered: 2026-11-22
instruments:
  osr:2010-01-01/gauges: {title: Agreement on Gauges, kind: agreement, source: a list}
  osr:2010-01-02/ferries: {title: Agreement on Ferries, kind: agreement, force: {all: [{consents: 3}]}, article: "7", source: a list}
  osr:2010-01-03/locks: {title: Agreement on Locks, kind: agreement, source: a list}
  osr:2010-01-04/words: {title: Declaration on Words, kind: declaration, source: a list}
facts:
  - {act: signed, who: [XKV, XMR], what: osr:2010-01-01/gauges, on: 2010-01-01, source: a list}
  - {act: signed, who: [XKV, XMR], what: osr:2010-01-02/ferries, on: 2010-01-02, source: a list}
  - {act: ratified, who: XKV, what: osr:2010-01-02/ferries, on: 2010-02-02, source: a list}
  - {act: ratified, who: XKV, what: osr:2010-01-03/locks, on: 2010-02-03, source: a list}
  - {act: signed, who: [XKV, XMR], what: osr:2010-01-04/words, on: 2010-01-04, source: a list}
  - {act: joined, who: XKV, what: org:fleet, as: member, on: 2010-01-01, source: "general knowledge, not looked up"}
  - {act: joined, who: XMR, what: org:fleet, as: member, on: 2010-01-01, certainty: low, source: a list}
names:
  org:fleet: [{name: The Fleet}]
"""


@pytest.fixture
def read(filled, acquis, monkeypatch):
    """The archive of all samples, which is only read."""
    monkeypatch.setenv("ACQUIS_ARCHIVE", str(filled))
    return acquis


@pytest.fixture
def own(held, acquis):
    folder = held / "here.acquis" / "facts"
    folder.mkdir()
    (folder / "own.yaml").write_text(FACTS, "utf-8")
    return acquis


# --- instruments --------------------------------------------------------------------------------------------------

WORDS = [
    ("osr:2010-01-01/gauges", "2012", "signed; entry into force not stated"),
    ("osr:2010-01-02/ferries", "2010-01-15", "signed: conditions not met by the consents that are kept"),
    ("osr:2010-01-02/ferries", "2012", "entry into force pending: conditions not met by the consents that are kept"),
    ("osr:2010-01-03/locks", "2012", "consented to by some; entry into force not stated"),
    ("osr:2010-01-04/words", "2012", "signed"),
    ("osr:2010-01-01/gauges", "2009", "not yet"),
    (
        CONVENTION,
        "2009-01-01",
        "entry into force pending: conditions not yet met, entered into force later, 2010-05-21",
    ),
    (CONVENTION, "2010-05-20", "entry into force pending: conditions met, entered into force later, 2010-05-21"),
    (CONVENTION, "2010-05-21", "in force"),
]


@pytest.mark.parametrize(("instrument", "on", "expected"), WORDS)
def test_the_state_of_an_instrument_is_said_in_words_that_mean_one_thing(own, instrument, on, expected):
    assert expected == own("instruments", "show", instrument, "--on", on, "--json").json["words"]


def test_after_the_sources_end_it_is_said_what_they_leave(read):
    told = read("instruments", "list", "--of", "sco", "--on", "2026-06-01", "--json").json["instruments"]
    words = {each["address"]: each["words"] for each in told}

    assert "unknown after 2025-11, when the sources end; before that in force" == words["sco:2002-06-07/charter"]


def test_the_state_for_programs_stays_a_word_of_the_list(own):
    told = own("instruments", "list", "--of", "osr", "--on", "2012", "--json").json["instruments"]
    states = {each["address"]: each["state"] for each in told}

    assert "signed" == states["osr:2010-01-01/gauges"]
    assert "entry into force pending" == states["osr:2010-01-03/locks"] == states["osr:2010-01-02/ferries"]


def test_a_strategy_is_not_called_proposed_before_anything_is_known_of_it(read):
    told = read("instruments", "list", "--all", "--of", "sco", "--on", "2003-01-01", "--json").json["instruments"]
    words = {each["address"]: each["words"] for each in told}

    assert "not yet" == words["sco:2015-07-10/development-strategy-2025"]


@pytest.mark.parametrize("verb", [("instruments", "cited"), ("register", "mentions"), ("assent",), ("show",)])
def test_of_a_file_it_is_said_that_it_must_be_received_first(held, acquis, verb):
    refused = acquis(*verb, "samples/osr/osr-003.txt")

    assert 3 == refused.code
    assert "is a file. `acquis add` receives it and gives its address" in refused.err


# --- as known on a day --------------------------------------------------------------------------------------------

ASKED = [
    ("who", "osr", "--on", "2012"),
    ("instruments", "show", CONVENTION, "--on", "2012"),
    ("register", "events", "state:XZM"),
]


@pytest.mark.parametrize("command", ASKED)
def test_of_a_day_that_is_not_over_nothing_is_answered_as_known(read, command):
    refused = read(*command, "--known", "2990")

    assert "2990 is not over (UTC): what is still learned would change the answer" in refused.err
    assert "" == refused.out


@pytest.mark.parametrize("command", ASKED)
def test_before_anything_was_known_the_answer_says_so(read, command):
    told = read(*command, "--known", "1990")

    assert 0 == told.code
    assert "Nothing was known here by 1990: the first fact was entered on 2" in told.err


def test_a_program_is_told_the_same(read):
    told = read("who", "osr", "--on", "2012", "--known", "1990", "--json").json

    assert "Nothing was known here by 1990" in told["remark"]
    assert "" == read("who", "osr", "--on", "2012", "--json").json["remark"]


# --- who ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["nato", "osce", "au", "un/ECOSOC"])
def test_of_an_organisation_that_is_not_kept_it_is_said_which_are_and_how_to_add_facts(read, code):
    refused = read("who", code)

    assert 3 == refused.code
    assert "Organisations that are kept: asean, brics" in refused.err
    assert "docs/add/facts.md" in refused.err


def test_certainty_is_said_where_it_is_less_than_usual(own):
    told = own("who", "org:fleet", "--on", "2012").out

    assert "Kelvaria: since 2010-01-01\n" in told
    assert "Marovia: since 2010-01-01; low certainty\n" in told
    assert "high" not in told


def test_certainty_never_stands_against_its_source(own):
    lines = [own(*words).out for words in (("register", "events", "org:fleet"), ("register", "rules", "osr/CM"))]

    assert "not looked up" in lines[0]
    assert ["high" in each for each in lines] == [False, False]
    assert {"high", "low"} == {
        each["certainty"] for each in own("register", "events", "org:fleet", "--json").json["events"]
    }


# --- assent -------------------------------------------------------------------------------------------------------

NO_CELL = [
    ("FRA", "no member then, and no other role"),
    ("XCV", "its role: "),
]


@pytest.mark.parametrize(("state", "why"), NO_CELL)
def test_of_a_state_without_a_cell_it_is_said_why(read, state, why):
    told = read("assent", "osr:2014-06-05/tal-azur-declaration#p21", "--state", state)

    assert f"has no cell: not entitled in the Council of Heads of State that day; {why}" in told.out
    assert "was not entitled in any of these texts: neither assent nor dissent of it follows" in told.err


def test_a_program_is_told_why_there_is_no_cell(read):
    own, other = (
        read("assent", "osr:2014-06-05/tal-azur-declaration#p21", "--state", state, "--json").json["carriers"][0]
        for state in ("XKV", "FRA")
    )

    assert ("", 1) == (own["uncounted"], len(own["marks"]))
    assert "no member then" in other["uncounted"]


def test_assent_of_what_is_no_state_is_refused(read):
    refused = read("assent", "osr:2014-06-05/tal-azur-declaration#p21", "--state", "osr")

    assert 2 == refused.code
    assert "'osr' is org:osr, and assent is of states" in refused.err


# --- names --------------------------------------------------------------------------------------------------------


def test_a_former_name_says_from_when_to_when_in_one_line(read):
    told = read("register", "names", "Upper Volta").out.splitlines()

    assert ["state:BFA", "since 1958-12-11 until 1984-08-04"] == [told[1][:9], told[1][-33:]]


def test_an_ambiguous_name_gives_all_whom_it_may_mean(read):
    told = read("register", "names", "Permanent Council")

    assert ["organ:csto/PC", "organ:oas/CP", "organ:osce/PC"] == [line.split()[0] for line in told.out.splitlines()[1:]]
    assert "may be any of these 3" in told.err


def test_a_code_is_a_name_too(read):
    told = [read("register", "names", code, "--json").json["meant"][0]["actor"] for code in ("KAZ", "sco", "un/SC")]

    assert ["state:KAZ", "org:sco", "organ:un/SC"] == told


# --- on narrow terminals ------------------------------------------------------------------------------------------

NARROW = [
    ("who", "osr", "--on", "2012"),
    ("assent", "osr:2014-06-05/tal-azur-declaration#p21"),
    ("instruments", "list", "--on", "2012"),
    ("instruments", "show", CONVENTION, "--on", "2012"),
    ("instruments", "feed", CONVENTION),
    ("instruments", "cited", "osr:2011-06-16/vesgrad-declaration"),
    ("register", "events", "state:XZM"),
    ("register", "organs", "osr"),
    ("register", "rules", "osr/CM"),
    ("register", "mentions", "Halmor 2005"),
    ("register", "admission", "osr", "XLR", "--on", "2014-12-31"),
]


@pytest.mark.parametrize("columns", ["60", "80", "120"])
@pytest.mark.parametrize("command", NARROW)
def test_no_line_of_words_is_wider_than_the_terminal(read, monkeypatch, command, columns):
    monkeypatch.setenv("COLUMNS", columns)
    lines = read(*command).out.splitlines()

    assert lines
    assert int(columns) >= max(len(line) for line in lines if " " in line.strip())


@pytest.mark.parametrize("command", [("instruments", "feed", CONVENTION), ("instruments", "list", "--of", "un")])
def test_an_address_is_never_broken(read, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "60")
    narrow = read(*command).out
    (key,) = {"notifications", "instruments"} & set(told := read(*command, "--json").json)
    addresses = {each.get("address") or each["instrument"] for each in told[key]}

    assert [] == [each for each in addresses if each not in narrow]


def test_an_answer_for_programs_is_one_json_document_however_narrow(read, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    told = json.loads(read("instruments", "cited", "osr:2011-06-16/vesgrad-declaration", "--json").out)

    assert {"words", "state", "remark", "why", "proof"} <= set(told["cited"][0])


# --- what did not exist yet -------------------------------------------------------------------------------------------


def test_an_instrument_is_listed_from_the_day_of_its_text_on(read):
    asked = ("instruments", "list", "--of", "sco", "--on", "2011-06-15")
    listed, all_ = (
        {each["address"] for each in read(*asked, *more, "--json").json["instruments"]} for more in ((), ("--all",))
    )

    assert "sco:2007-08-16/good-neighbourliness" in listed
    assert {"sco:2015-07-10/development-strategy-2025", "sco:2017-06-09/extremism-convention"} <= all_ - listed


def test_an_organ_of_which_nothing_is_known_by_a_day_is_told_on_demand(read):
    asked = ("register", "organs", "sco", "--on", "2001-07-01")
    plain, all_ = read(*asked), read(*asked, "--all", "--json").json["organs"]
    known = {each["organ"] for each in all_ if each["known"]}

    assert {"organ:sco/CHS"} == known
    assert "organ:sco/CMFA" in {each["organ"] for each in all_} - known
    assert "it is not known whether they existed that day" in plain.err


def test_a_founding_member_went_through_no_procedure(read):
    told = read("register", "admission", "sco", "KAZ", "--json").json

    assert told["outside"].startswith("a founding member")
    assert [] == told["steps"]
