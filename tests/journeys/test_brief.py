"""The brief of the two founding declarations: what it is compared with, what is known and not held, and its one page."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.briefing.brief import Brief
from acquis.briefing.first_page import first_page, paper_of
from acquis.briefing.sections.changed import ranked
from acquis.briefing.told import as_data
from acquis.model import Pinpoint
from acquis.secretariat import Secretariat


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("brief") / "seeds.acquis", who="tester")
    archive.receive([str(path) for path in sorted((shared / "seeds").iterdir())])
    yield archive
    archive.store.close()


@pytest.fixture(scope="module")
def brief(seeds: Secretariat) -> Brief:
    return seeds.brief("Astana 2011")


def test_it_is_compared_with_the_nearest_declaration_held(brief):
    assert brief.choice.first.text.day == "2007-08-16"
    assert brief.choice.first.because == "same organ, same kind, same series, last earlier date"


def test_the_summits_in_between_and_the_companion_text_are_known_and_not_held(brief):
    between = {each.day for each in brief.unheld if each.why == "in between"}
    own = [each.name for each in brief.unheld if each.why == "of the same meeting"]

    assert between == {"2008-08-28", "2009-06-16", "2010-06-11"}
    assert own == ["Counternarcotics Strategy 2011–2016 and programme of action"]
    assert all(each.proof is not None for each in brief.unheld)


def test_they_are_named_at_the_head_of_the_first_page(brief):
    head = "".join(run.text for row in first_page(brief)[:2] for run in row.line)

    for day in ("2007-08-16", "2008-08-28", "2009-06-16", "2010-06-11"):
        assert day in head
    assert "Counternarcotics Strategy" in head


def test_outer_space_is_looked_at_first_and_urgent_in_the_original(brief):
    rows = {row.about.split(",")[0]: "".join(run.text for run in row.line) for row in reversed(first_page(brief))}

    assert ranked(brief)[0].later.endswith("#p24")
    assert "Geneva disarmament conference" in rows["Look at"]
    assert "legally binding" in rows["Look up in the original"]
    assert "Russian, Chinese, not held" in rows["Look up in the original"]


def test_treaties_that_were_not_in_force_are_said_to_be_so(brief):
    told = next("".join(run.text for run in row.line) for row in first_page(brief) if row.about == "Cited, but")

    assert "Good-Neighbourliness" in told
    assert told.count("not in force on 2011-06-15") >= 2


def test_nothing_is_said_to_stand_again_that_a_reader_did_not_find_taken_up(brief):
    """Every 2007 paragraph said to be changed here is one that the reader found taken up, at one of those places."""
    path = Path(__file__).parents[2] / "evaluation" / "verdicts" / "sco_2007_2011.json"
    verdicts = {each["paragraph"]: each for each in json.loads(path.read_text("utf-8"))["verdicts"]}
    told = [(edge.earlier.address, edge.later.address) for one in brief.paragraphs for edge in one.sources]

    assert len(told) >= 5
    for earlier, later in told:
        verdict = verdicts[Pinpoint(earlier).part]
        assert Pinpoint(later).part in verdict["where"] + verdict["also"]


def test_what_no_paragraph_takes_up_is_among_what_is_not_repeated(brief):
    path = Path(__file__).parents[2] / "evaluation" / "verdicts" / "sco_2007_2011.json"
    verdicts = json.loads(path.read_text("utf-8"))["verdicts"]
    gone = {Pinpoint(each.address).part for each in brief.gone}

    assert {each["paragraph"] for each in verdicts if each["verdict"] == "not repeated"} <= gone


def test_every_quotation_stands_at_its_address(seeds, brief):
    for note in (note for note in paper_of(brief).notes if note.address and "#" in note.address):
        address = Pinpoint(note.address)
        document = seeds.get(str(address.expression)).document
        words = note.words.split("“")[-1].split("”")[0] if note.words.startswith("“") else note.words
        assert words in document.text, note


def test_the_first_of_a_series_is_compared_with_nothing_and_says_so(seeds):
    brief = seeds.brief("Bishkek 2007")

    assert brief.choice.first is None
    assert "compared with nothing" in "".join(run.text for run in first_page(brief)[0].line)
    assert brief.gone == ()


def test_the_data_has_every_paragraph_with_its_fate(brief):
    told = as_data(brief)

    assert len(told["paragraphs"]) == 38
    assert {each["fate"] for each in told["paragraphs"]} <= {
        *("carried word for word", "changed", "perhaps the same subject", "not in the text compared with")
    }
