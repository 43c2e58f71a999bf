"""The register through the doors: who was what, on which day, and who assented."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import acquis
from acquis.errors import BadQuery
from acquis.register.exports import graphml, popolo
from acquis.register.picture import svg
from acquis.secretariat import Secretariat

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TRUTH = json.loads((SAMPLES / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("seeds") / "seeds.acquis", who="reader")
    archive.receive([str(shared / "seeds")])
    yield archive
    archive.store.close()


@pytest.fixture(scope="module")
def osr(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("osr") / "osr.acquis", who="reader")
    archive.receive([str(SAMPLES / "osr")], workers=2)
    yield archive
    archive.store.close()


def typed(archive: Secretariat, *words: str) -> str:
    from acquis.cli._group import acquis as program

    result = CliRunner().invoke(program, ["--archive", str(archive.store.location), *words], prog_name="acquis")
    assert result.exit_code == 0, result.output
    return result.stdout


def by_role(archive: Secretariat, of: str, on: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in archive.register.who(of, on=on):
        if each.sure:
            found.setdefault(each.role, []).append(each.actor.removeprefix("state:"))
    return {role: sorted(actors) for role, actors in found.items() if role != "partner_organisation"}


# --- two declarations ---------------------------------------------------------------------------------------------

SIX = ["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def test_six_members_are_named_with_the_words_of_the_enacting_paragraph(seeds):
    told = json.loads(typed(seeds, "who", "sco", "--on", "2007-08-16", "--as", "member", "--json"))["held"]

    assert SIX == sorted(each["actor"][6:] for each in told)
    assert all("heads of the member states" in each["proofs"][0]["proof"]["quotation"].lower() for each in told)


def test_observers_and_dialogue_partners_of_2011_are_named_with_the_words_that_prove_it(seeds):
    found = by_role(seeds, "sco", "2011-06-15")

    assert SIX == found["member"]
    assert ["IND", "IRN", "MNG", "PAK"] == found["observer"]
    assert ["BLR", "LKA"] == found["dialogue_partner"]
    told = {each.actor: each.proofs[0].proof for each in seeds.register.who("sco", on="2011-06-15")}
    assert "India, Iran, Mongolia and Pakistan" in told["state:IRN"].quotation


ACCESSIONS = [("IND", "2017-06-09"), ("PAK", "2017-06-09"), ("IRN", "2023-07-04"), ("BLR", "2024-07-04")]


@pytest.mark.parametrize(("state", "day"), ACCESSIONS)
def test_the_day_before_of_and_after_each_accession_is_right(seeds, state, day):
    from datetime import date, timedelta

    on = date.fromisoformat(day)
    days = [(on + timedelta(days=step)).isoformat() for step in (-1, 0, 1)]

    assert [False, True, True] == [f"state:{state}" in seeds.register.members("sco", on=each) for each in days]


def test_every_month_of_the_organisation_answers_with_evidence_and_later_ones_are_unknown(seeds):
    for year in range(2001, 2026):
        for month in (7, 11):
            found = seeds.register.who("sco", on=f"{year}-{month:02}-01")
            assert len([each for each in found if each.role == "member" and each.sure]) >= 6
            assert all(each.proofs for each in found)
    later = seeds.register.who("sco", on="2026-06-01")
    assert {"unknown"} == {each.verdict.value for each in later}
    assert all(each.why.startswith("unknown after 2025-11") for each in later)


def test_assent_on_the_outer_space_passage(seeds):
    ledger = seeds.assent("sco:2011-06-15/astana-declaration#p24")

    assert ["2007-08-16", "2011-06-15"] == [each.day for each in ledger.carriers]
    for carrier in ledger.carriers:
        assert [f"state:{each}" for each in SIX] == [mark.state for mark in carrier.marks]
        assert {"did not object"} == {mark.cell.value for mark in carrier.marks}
    assert ["2008-08-28", "2009-06-16", "2010-06-11"] == [gap.day for gap in ledger.gaps]
    assert "known, and not held" in typed(seeds, "assent", "sco:2011-06-15/astana-declaration#p24")


def test_a_treaty_that_was_spoken_of_and_not_in_force_is_said_to_be_so(seeds):
    told = {each.target: (each.state, each.remark) for each in seeds.cited("Astana 2011")}

    assert ("signed", "not in force on 2011-06-15") == told["sco:2007-08-16/good-neighbourliness"]
    assert ("signed", "not in force on 2011-06-15") == told["sco:2009-06-16/terrorism-convention"]
    assert ("in force", "") == told["sco:2002-06-07/charter"]


def test_the_zone_treaty_was_not_in_force_in_2007_and_was_in_2011(seeds):
    zone = "treaty:2006-09-08/central-asia-zone"

    assert ["entry into force pending", "in force"] == [
        seeds.register.treaty(zone, on=day).state.value for day in ("2007-08-16", "2011-06-15")
    ]
    assert "2009-03-21" in seeds.register.treaty(zone, on="2011-06-15").why


# --- the sample organisation --------------------------------------------------------------------------------------

STATUSES = [(each["state"], each["status"], each["since"], each["until"]) for each in TRUTH["statuses"]]


@pytest.mark.parametrize(("state", "status", "since", "until"), STATUSES)
def test_statuses_of_the_sample_are_read_from_its_documents(osr, state, status, since, until):
    from datetime import date, timedelta

    day_before = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
    at = [by_role(osr, "osr", on).get(status, []) for on in (day_before, since, *([until] if until else []))]

    assert [False, True, *([False] if until else [])] == [state in found for found in at]


def where(archive: Secretariat, file: str, words: str) -> str:
    """The address of the paragraph of a sample file that has some words."""
    for entry in archive.list(states=("kept", "copy")):
        document = archive.get(entry.address).document
        if document.file.name.endswith(file):
            for part in document.paragraphs:
                if words[:60] in part.span.of(document.text).replace("\n", " "):
                    return str(document.address.at(part.path))
    raise AssertionError(f"{file} has no {words!r}")


def cells(archive: Secretariat, address: str) -> dict[str, str]:
    ledger = archive.assent(address)
    (own,) = [each for each in ledger.carriers if each.how == "asked"]
    return {mark.state.removeprefix("state:"): mark.cell.value for mark in own.marks}


NAMED = [each for each in TRUTH["speakers"] if each["kind"] in ("named_members", "parties")]


@pytest.mark.parametrize("case", NAMED, ids=lambda case: case["evidence"][0]["file"] + case["kind"])
def test_a_paragraph_that_names_who_speaks_counts_for_these_alone(osr, case: dict[str, Any]):
    found = cells(osr, where(osr, case["evidence"][0]["file"], case["evidence"][0]["quote"]))

    assert case["states"] == sorted(state for state, cell in found.items() if cell == "named as speaker")
    assert {"not named"} == {cell for state, cell in found.items() if state not in case["states"]}


INTERESTED = [each for each in TRUTH["speakers"] if each["kind"] == "interested_members"]


@pytest.mark.parametrize("case", INTERESTED, ids=lambda case: case["evidence"][0]["file"])
def test_interested_members_are_nobody_in_particular(osr, case: dict[str, Any]):
    found = cells(osr, where(osr, case["evidence"][0]["file"], case["evidence"][0]["quote"]))

    assert {"unknown"} == set(found.values())


@pytest.mark.parametrize("case", TRUTH["dissociations"], ids=lambda case: case["state"])
def test_a_dissociation_stands_in_its_cell_and_in_no_other(osr, case: dict[str, Any]):
    own = case["from"][0]
    address = where(osr, own["file"], own["quote"])

    assert {case["state"]: "dissociated"} == {
        state: cell for state, cell in cells(osr, address).items() if cell == "dissociated"
    }
    other = address.rpartition("#")[0] + ("#p3" if "#p" in address else "#op1")
    assert "dissociated" not in cells(osr, other).values()


def test_a_vote_and_an_absence_stand_in_their_cells(osr):
    vote = cells(osr, "OSR/CM/RES/2013/2#op1")
    absent = cells(osr, "OSR/CM/RES/2014/5#op2")

    assert {
        "XKV": "in favour",
        "XMR": "in favour",
        "XOS": "in favour",
        "XTS": "in favour",
        "XVS": "against",
        "XZM": "abstained",
    } == vote
    assert "absent" == absent["XOS"]
    assert "XLR" not in vote


def test_a_later_member_is_never_shown_as_having_agreed_before(osr):
    ledger = osr.assent(where(osr, "osr-034.pdf", "The Republic of Kelvaria, the Lirandian Republic, the Republic"))
    days = [carrier.day for carrier, _ in ledger.of("state:XLR")]

    assert days
    assert min(days) >= "2015-03-05"


def test_observers_and_partners_have_no_column(osr):
    ledger = osr.assent("osr:2014-06-05/tal-azur-declaration#p21")

    assert not {"state:XCV", "state:XRV", "state:XSA"} & set(ledger.states)


def test_a_resolution_whose_text_says_nothing_of_the_vote_is_unknown(tmp_path):
    words = (
        "UNITED NATIONS\n\nGeneral Assembly\n\nA/RES/61/999\n\n18 December 2006\n\nResolution adopted by the General Assembly\n\n"
        "61/999. Rivers that cross borders\n\nThe General Assembly,\n\nRecalling its earlier resolutions on rivers,\n\n"
        "1. Calls upon all States to share the readings of their gauges in good time;\n\n2. Decides to return to the matter.\n"
    )
    (tmp_path / "a-res-61-999.txt").write_text(words, "utf-8")
    archive = acquis.open(tmp_path / "un.acquis", who="reader")
    archive.receive([str(tmp_path / "a-res-61-999.txt")])
    (entry,) = archive.list()
    (carrier,) = archive.assent(f"{entry.address}#op1").carriers
    archive.store.close()

    assert "un" == carrier.organisation
    assert len(carrier.marks) > 150
    assert {"unknown"} == {mark.cell.value for mark in carrier.marks}


def test_the_recorded_vote_of_1973_has_its_abstentions(seeds):
    votes = {each.actor: each.value for each in seeds.register.life("un:S/RES/1973(2011)") if each.act.value == "voted"}

    assert "abstain" == votes["state:CHN"] == votes["state:RUS"]
    assert 10 == list(votes.values()).count("yes")


# --- what is written ----------------------------------------------------------------------------------------------


def test_the_register_is_written_in_open_forms(osr):
    told = json.loads(popolo(osr.register, "osr"))
    graph, picture = graphml(osr.register, "osr"), svg(osr.register, "osr")

    assert {"state:XKV", "state:XLR"} <= {each["id"] for each in told["organizations"]}
    assert {"member_id": "state:XLR", "role": "member", "start_date": "2015-03-05"}.items() <= next(
        each for each in told["memberships"] if each.get("member_id") == "state:XLR" and each["role"] == "member"
    ).items()
    assert '<edge source="state:XLR" target="org:osr">' in graph
    assert "<title>Lirandia: member since 2015-03-05</title>" in picture


def test_facts_of_a_persons_own_are_taken_from_the_archives_folder(tmp_path):
    archive = acquis.open(tmp_path / "own.acquis", who="reader")
    folder = archive.store.folder / "facts"
    folder.mkdir()
    facts = """\
about: org:brics
entered: 2026-11-22
statuses: {guest: {}}
facts:
  - {act: joined, who: BOL, as: guest, on: 2025-01-01, source: a press release}
  - {act: joined, who: ZZQ, as: guest, on: 2025-01-01, source: a press release}
"""
    (folder / "mine.yaml").write_text(facts, "utf-8")
    found = [each.actor for each in archive.register.who("brics", on="2025-02-01") if each.role == "guest"]
    faults = [str(each) for each in archive.register.library.faults]
    archive.store.close()

    assert "state:BOL" in found
    assert ["mine.yaml, line 6: no state has the code state:ZZQ: give it a name under `names:`"] == faults


def test_what_was_answered_as_known_on_a_day_does_not_change_when_documents_come(tmp_path):
    archive = acquis.open(tmp_path / "osr.acquis", who="reader")
    archive.receive([str(SAMPLES / "osr" / "osr-003.txt")])
    known = "2000-01-01"
    before = archive.register.who("osr", on="2007-09-18", known=known)
    archive.receive([str(SAMPLES / "osr")], workers=2)
    after = archive.register.who("osr", on="2007-09-18", known=known)
    now = archive.register.who("osr", on="2007-09-18")
    archive.store.close()

    assert before == after
    assert len(now) > len(after)


def test_a_correction_of_an_event_wins_and_can_be_undone(tmp_path):
    archive = acquis.open(tmp_path / "own.acquis", who="reader")
    joined = [
        each for each in archive.register.life("state:IRN") if each.act.value == "joined" and each.role == "member"
    ]
    (event,) = {each.id for each in joined if each.object == "org:sco"}
    done = archive.correct(event, "on", "2023-07-05", because="the list of the secretariat says so")
    corrected = ["state:IRN" in archive.register.members("sco", on=day) for day in ("2023-07-04", "2023-07-05")]
    (proof,) = [each.proof.cited for each in archive.register.life("state:IRN") if each.id == event]
    archive.undo(done.number, because="the list was wrong")
    undone = "state:IRN" in archive.register.members("sco", on="2023-07-04")
    listed = typed(archive, "edits", "--json")
    archive.store.close()

    assert [False, True] == corrected
    assert "corrected by reader" in proof
    assert "the list of the secretariat says so" in proof
    assert undone
    assert event not in listed


def test_a_correction_that_does_not_fit_is_refused(seeds):
    from acquis.errors import AcquisError

    (event, *_) = {each.id for each in seeds.register.life("state:IRN")}
    refusals = []
    for asked, field, value in (
        ("ev-aaaaaaaaaaaa", "on", "2023"),
        (event, "who", "KAZ"),
        (event, "on", "2023-02-30"),
        (event, "withdrawn", "zz"),
    ):
        with pytest.raises(AcquisError) as refused:
            seeds.correct(asked, field, value, because="a try")
        refusals.append(str(refused.value))

    assert "No event has the address ev-aaaaaaaaaaaa" in refusals[0]
    assert "No field of an event called 'who'" in refusals[1]
    assert "no such day" in refusals[2]
    assert "No claim ends with 'zz'" in refusals[3]


# --- what was known stays known ---------------------------------------------------------------------------------------

JOINED = """about: org:nc
entered: 1999-01-01
sources: {t: the treaty of 1962}
names: {org:nc: [{name: Nordic Council}]}
facts:
  - {act: joined, who: state:DNK, what: org:nc, as: member, on: 1952-03-16, source: t}
"""
LEFT = (
    JOINED.replace("names: {org:nc: [{name: Nordic Council}]}\n", "")
    .replace("joined", "left")
    .replace("1952-03-16", "1955-01-01")
)
"""The same state is told to have left."""


@pytest.fixture
def day(monkeypatch):
    """Sets the day on which the archive lives."""

    def set_to(iso: str) -> None:
        monkeypatch.setattr("acquis.archive.queries.now", lambda: f"{iso}T12:00:00+00:00")

    return set_to


def test_what_was_answered_as_known_on_a_day_does_not_change_when_facts_are_kept_later(tmp_path, day):
    path = tmp_path / "own.acquis"
    day("2027-01-10")
    archive = acquis.open(path, who="reader")
    (path / "facts").mkdir()
    (path / "facts" / "a.yaml").write_text(JOINED, "utf-8")
    first = archive.register.members("org:nc", on="1960-01-01")
    archive.store.close()
    day("2027-02-10")
    archive = acquis.open(path, who="reader")
    then = archive.register.who("org:nc", on="1960-01-01", known="2027-01-20")
    earlier = archive.register.who("org:nc", on="1960-01-01", known="2027-01-01")
    (path / "facts" / "b.yaml").write_text(LEFT, "utf-8")
    (path / "facts" / "a.yaml").write_text(JOINED.replace("1952-03-16", "1953-01-01"), "utf-8")
    archive.store.close()
    archive = acquis.open(path, who="reader")
    now = archive.register.members("org:nc", on="1960-01-01")
    again = archive.register.who("org:nc", on="1960-01-01", known="2027-01-20")
    archive.store.close()

    assert ["state:DNK"] == first
    assert [] == now
    assert ["state:DNK"] == [each.actor for each in then if each.sure]
    assert () == earlier
    assert then == again


def test_a_fact_is_learned_on_the_day_on_which_its_file_is_first_seen(tmp_path, day):
    path = tmp_path / "own.acquis"
    day("2027-01-10")
    archive = acquis.open(path, who="reader")
    (path / "facts").mkdir()
    (path / "facts" / "a.yaml").write_text(JOINED, "utf-8")
    (event,) = archive.register.life("org:nc")
    archive.store.close()

    assert "2027-01-10" == event.learned


def test_a_day_that_is_not_over_is_no_day_as_known_on_which_anything_is_answered(tmp_path, day):
    day("2027-01-10")
    archive = acquis.open(tmp_path / "own.acquis", who="reader")

    with pytest.raises(BadQuery, match="not over"):
        archive.register.who("sco", on="2007-08-16", known="2027-01-10")
    with pytest.raises(BadQuery, match="not over"):
        archive.register.who("sco", on="2007-08-16", known="2027")
    archive.store.close()


# --- assent to texts whose closing lines say more ---------------------------------------------------------------------

RESOLUTION = """United Nations
A/RES/67/951

General Assembly
Distr.: General
12 December 2012

Resolution adopted by the General Assembly on 12 December 2012

67/951. Water for the valleys

The General Assembly,

Recalling its earlier resolutions,

1. Calls upon all States to keep the water of the valleys clean;

2. Requests the Secretary-General to report on it.

{closing}
"""


@pytest.mark.parametrize(
    ("closing", "cells"),
    [
        ("Adopted by 14 votes to none, with one abstention (China).", {"CHN": "abstained", "BRA": "unknown"}),
        ("The resolution was adopted unanimously.", {"BRA": "in favour"}),
        (
            "Adopted without a vote.\n\nThe representative of Hungary dissociated her country from paragraph 1.",
            {"HUN": "dissociated", "BRA": "did not object"},
        ),
        (
            "Adopted without a vote.\n\nThe delegation of Sudan expressed reservations on paragraph 2.",
            {"SDN": "did not object"},
        ),
        (
            "Adopted without a vote.\n\nThe delegation of Sudan expressed reservations on paragraph 1.",
            {"SDN": "reserved", "BRA": "did not object"},
        ),
        ("Voting in favour: Angola, Chad\nVoting against: China\n", {"AGO": "in favour", "CHN": "against"}),
        (
            "Adopted without a vote.\n\nChad and Chile express reservations on paragraphs 1 and 2.",
            {"TCD": "reserved", "CHL": "reserved"},
        ),
        ("Adopted without a vote.\n\nChad dissociates itself from paragraphs 1 to 2.", {"TCD": "dissociated"}),
        ("Adopted by consensus except Chad.", {"TCD": "unknown", "BRA": "unknown"}),
    ],
)
def test_what_stands_under_a_text_tells_what_states_did(tmp_path, closing, cells):
    (tmp_path / "text.txt").write_text(RESOLUTION.format(closing=closing), "utf-8")
    archive = acquis.open(tmp_path / "un.acquis", who="reader")
    archive.receive([str(tmp_path / "text.txt")])
    (carrier,) = archive.assent("un:A/RES/67/951#op1").carriers
    found = {mark.state[6:]: mark.cell.value for mark in carrier.marks}
    archive.store.close()

    assert cells == {state: found[state] for state in cells}


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("the Afghan nation", ("state:AFG",)),
        ("the Central Asian states", ("group:central-asian-states",)),
        ("EU Member States", ("group:eu/members",)),
        ("Congo", ("state:COD", "state:COG")),
        ("nobody in particular", ()),
    ],
)
def test_a_name_is_read_as_in_a_text(tmp_path, name, addresses):
    archive = acquis.open(tmp_path / "own.acquis", who="reader")
    found = archive.register.meant(name)
    archive.store.close()

    assert set(addresses) == set(found)


def test_a_state_of_which_nothing_is_kept_is_known_by_its_code(tmp_path):
    archive = acquis.open(tmp_path / "own.acquis", who="reader")
    found = archive.register.called("TWN")
    archive.store.close()

    assert "state:TWN" == found


# --- assent to passages that limit for whom they speak ----------------------------------------------------------------

DECLARATION = """ASTANA DECLARATION of the Council of Heads of State of the Shanghai Cooperation Organisation

Astana, 4 July 2024

The Heads of State of the member states, having met in Astana on 4 July 2024, declare the following.

The member states, with the exception of the Republic of India, support the corridor.

Some member states propose a fund.

A number of member states, in particular Kazakhstan and Tajikistan, propose another fund.

The Central Asian member states agree to share the water of their rivers.

India does not support the road. The member states note the progress of it.

The member states condemn the smuggling of seeds.

Pakistan and Tajikistan offer a conference. They ask for help with it.

Iran expressed a reservation to paragraph 7. Belarus did not participate in the adoption of paragraph 7.
"""

AGREED = "did not object"
SPOKEN = [
    ("p1", {"CHN": AGREED, "IND": AGREED, "IRN": AGREED, "BLR": AGREED}),
    ("p2", {"CHN": AGREED, "IND": "not named"}),
    ("p3", {"CHN": "unknown", "IND": "unknown"}),
    ("p4", {"CHN": "unknown", "KAZ": "named as speaker", "TJK": "named as speaker"}),
    ("p5", {"CHN": "unknown", "KAZ": "unknown"}),
    ("p6", {"CHN": AGREED, "IND": "unknown"}),
    ("p7", {"CHN": AGREED, "IND": AGREED, "IRN": "reserved", "BLR": "stayed out"}),
    ("p8", {"CHN": "not named", "PAK": "named as speaker", "TJK": "named as speaker"}),
]


@pytest.fixture(scope="module")
def declared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("declared")
    (folder / "text.txt").write_text(DECLARATION, "utf-8")
    archive = acquis.open(folder / "sco.acquis", who="reader")
    archive.receive([str(folder / "text.txt")])
    yield archive
    archive.store.close()


@pytest.mark.parametrize(("path", "cells"), SPOKEN)
def test_nobody_assents_for_whom_a_passage_does_not_speak(declared, path, cells):
    carriers = declared.assent(f"sco:2024-07-04/astana-declaration#{path}").carriers
    (own,) = [each for each in carriers if each.address.part == path]
    found = {mark.state[6:]: mark.cell.value for mark in own.marks}

    assert cells == {state: found[state] for state in cells}
