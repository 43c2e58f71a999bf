"""Where the sentences of a draft come from, and what it no longer says."""

from pathlib import Path

import pytest

import acquis
from acquis.errors import BadQuery, NotHeld
from acquis.precedents.provenance import Draft, Origin
from acquis.secretariat import Secretariat
from tests.archive.written import prepared

SHARE = "Every riparian State is to have a fair share of the water that the snows give in a dry summer."
GAUGES = "We shall measure the water of the Sarn together every spring and publish what was measured within a month."
BRIDGES = "The bridges at Tesk will be kept open to travellers of all riparian States by day and by night."


@pytest.fixture
def archive(tmp_path: Path) -> Secretariat:
    made = acquis.open(tmp_path / "made.acquis", who="test")
    made.keep(
        [
            prepared(f"{SHARE} {GAUGES}", BRIDGES, place="Halmor", day="9 June 2005"),
            prepared(SHARE, place="Orvelin", day="14 May 2008"),
        ]
    )
    return made


def test_every_sentence_is_told_by_where_it_comes_from(archive: Secretariat) -> None:
    draft = Draft.of_text(
        f"{GAUGES} Ferries cost nothing on holidays and at harvest time. Agreed.\n"
        "Every riparian State is to have a just share of the water that the snows give in a dry spring."
    )
    found = archive.precedents.provenance(draft)

    assert [Origin.VERBATIM, Origin.NONE, Origin.SHORT, Origin.ADAPTED] == [each.origin for each in found.traced]
    assert [
        "osr:2005-06-09/halmor-declaration@en-x-unstated#p2",
        None,
        None,
        "osr:2008-05-14/orvelin-declaration@en-x-unstated#p2",
    ] == [each.source and str(each.source.address) for each in found.traced]
    assert 2 == found.base.texts if found.base else False


def test_a_text_is_no_source_of_itself_nor_a_later_one_of_an_earlier(archive: Secretariat) -> None:
    document = archive.get("Halmor 2005").document
    found = archive.precedents.provenance(Draft.of_document(document))

    assert {Origin.NONE} == {each.origin for each in found.traced if each.sentence.words in (SHARE, GAUGES, BRIDGES)}


def test_what_an_earlier_text_said_and_the_draft_does_not_is_told(archive: Secretariat) -> None:
    draft = Draft.of_text(f"{SHARE}\n{GAUGES}")
    found = archive.precedents.provenance(draft, against=["Halmor 2005"])

    assert [BRIDGES] == [
        each.sentence.words for each in found.dropped if each.sentence.words in (SHARE, GAUGES, BRIDGES)
    ]
    assert ("osr:2005-06-09/halmor-declaration@en-x-unstated",) == found.against


def test_an_address_stands_for_its_words_and_a_whole_text_is_refused(archive: Secretariat) -> None:
    found = archive.precedents.find("Orvelin 2008#p2")

    assert SHARE == found.query
    assert ["osr:2005-06-09/halmor-declaration"] == [row.use.work for row in found.precedents]
    assert found.nearest is not None
    assert "2005-06-09" == found.nearest.day
    with pytest.raises(BadQuery, match=r"is a whole text"):
        archive.precedents.find("osr:2008-05-14/orvelin-declaration")
    with pytest.raises(NotHeld):
        archive.precedents.find("osr:1999-01-01/nothing#p2")
