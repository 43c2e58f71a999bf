"""What changed since a release: nothing, or each thing under its name."""

import shutil

import pytest

import acquis
from acquis.briefing.since import paper_of, since
from acquis.errors import UnknownName

TEXT = (
    "DECLARATION OF ZHUMARA\n\nof the Heads of State of the Organisation of the Seven Rivers\n\nZhumara, 3 May 2023\n\n"
    "The Heads of State declare as follows:\n\n1. The member States stand ready to exchange, where possible, "
    "information on water levels during the flood season.\n"
)


@pytest.fixture
def archive(osr, tmp_path):
    shutil.copytree(osr.store.folder, tmp_path / "osr.acquis")
    held = acquis.open(tmp_path / "osr.acquis", who="tester")
    held.release("spring")
    yield held
    held.store.close()


def test_nothing_changed_is_said(archive):
    found = since(archive, "spring")

    assert found.nothing
    assert "Nothing changed since." in [run.text for line in paper_of(found).lines for run in line]


def test_a_text_that_came_is_told_beside_the_one_it_continues(archive, tmp_path):
    (tmp_path / "new.txt").write_text(TEXT, "utf-8")
    archive.receive([str(tmp_path / "new.txt")])
    (come,) = since(archive, "spring").come

    assert come.entry.title == "DECLARATION OF ZHUMARA"
    assert come.choice.first.text.day == "2019-06-13"
    assert (come.carried + come.changed + come.new, come.gone) == (2, 24)


def test_facts_that_it_tells_are_learned(archive, tmp_path):
    (tmp_path / "new.txt").write_text(TEXT, "utf-8")
    archive.receive([str(tmp_path / "new.txt")])

    assert {str(event.on) for event in since(archive, "spring").facts} == {"2023-05-03"}


def test_corrections_notes_and_withdrawals_are_told(archive):
    archive.note("Halmor 2005#p3", "Compare the other bank.")
    archive.correct("Halmor 2005", "place", "Orvelin", because="the minutes say so")
    archive.withdraw("Amesca 2017", because="a forgery")
    found = since(archive, "spring")

    assert [each["verb"] for each in found.edits][:2] == ["note", "correct"]
    assert [each.title[:6] for each in found.went] == ["AMESCA"]
    assert [each.place for each in found.read] == ["Orvelin"]
    assert {block.text.partition(" (")[0] for block in paper_of(found).blocks if hasattr(block, "level")} >= {
        "Texts that went",
        "Texts whose record changed",
        "Corrections and notes",
    }


def test_a_release_that_there_is_not_is_refused_with_those_there_are(archive):
    with pytest.raises(UnknownName, match="spring"):
        since(archive, "autumn")
