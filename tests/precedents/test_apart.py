"""What a person told apart is no precedent of one another, however alike the words are."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import acquis
from acquis.model import Pinpoint
from acquis.precedents.found import Found
from acquis.precedents.provenance import Draft, Origin
from acquis.precedents.succession import Edge
from acquis.secretariat import Secretariat
from tests.archive.written import prepared

GAUGES = "We shall measure the water of the Sarn together every spring and publish what was measured within a month."
NEARLY = GAUGES.replace("every spring", "each spring")
FIRST, SECOND, THIRD, FOURTH = (
    f"osr:{each}-declaration@en-x-unstated"
    for each in ("2005-06-09/halmor", "2008-05-14/orvelin", "2011-06-03/drevina", "2014-06-03/tesk")
)


@pytest.fixture
def archive(tmp_path: Path) -> Secretariat:
    made = acquis.open(tmp_path / "made.acquis", who="test")
    made.keep(
        [
            prepared(GAUGES, "A text of 2005.", place="Halmor", day="9 June 2005"),
            prepared(GAUGES, "Another one, of 2008.", place="Orvelin", day="14 May 2008"),
            prepared(NEARLY, "A third one, of 2011.", place="Drevina", day="3 June 2011"),
            prepared(GAUGES, "The last one, of 2014.", place="Tesk", day="3 June 2014"),
        ]
    )
    return made


def path(archive: Secretariat, text: str) -> str:
    document = archive.get(text).document
    wanted = (GAUGES, NEARLY)
    return next(f"{text}#{part.path}" for part in document.paragraphs if part.span.of(document.text).endswith(wanted))


def different(archive: Secretariat, one: str, other: str) -> None:
    archive.relate(path(archive, one), path(archive, other), relation="different", because="two commitments")


def works(found: Found) -> set[str]:
    """Every text that an answer names, wherever."""
    uses = [use for row in found.precedents for use in (row.use, row.first, row.last, row.earliest, row.nearest)]
    uses += [each.use for row in found.precedents for each in row.others]
    return {use.work for use in (*uses, found.earliest, found.within, found.nearest) if use}


def work(text: str) -> str:
    return text.partition("@")[0]


@pytest.mark.parametrize("turned", [False, True])
def test_a_passage_told_apart_is_no_row_no_use_and_no_end_of_it(archive: Secretariat, turned: bool) -> None:
    asked = path(archive, FOURTH)
    before = archive.precedents.find(asked)
    different(archive, *((FOURTH, FIRST) if turned else (FIRST, FOURTH)))
    after = archive.precedents.find(asked)

    assert before.earliest is not None
    assert after.earliest is not None
    assert (work(FIRST), work(SECOND)) == (before.earliest.work, after.earliest.work)
    assert work(FIRST) in works(before)
    assert {work(SECOND), work(THIRD)} == works(after)
    assert (3, 2) == (before.precedents[0].uses, after.precedents[0].uses)
    assert (path(archive, FIRST),) == after.apart


def test_it_is_no_nearest_use_either(archive: Secretariat) -> None:
    different(archive, THIRD, FOURTH)
    different(archive, SECOND, FOURTH)
    found = archive.precedents.find(path(archive, FOURTH))

    assert found.nearest is not None
    assert work(FIRST) == found.nearest.work
    assert {work(FIRST)} == works(found)


def test_where_words_are_asked_about_what_was_told_apart_is_two_rows(archive: Secretariat) -> None:
    assert [4] == [row.uses for row in archive.precedents.find(GAUGES).precedents]
    different(archive, FIRST, FOURTH)
    one, other = archive.precedents.find(GAUGES).precedents

    assert (3, 1) == (one.uses, other.uses)
    assert (work(FOURTH), work(FIRST)) == (one.use.work, other.use.work)
    assert f"a person told it apart from {path(archive, FOURTH)}" in other.strength
    assert one.first is not None
    assert work(SECOND) == one.first.work


def test_a_sentence_does_not_come_from_a_passage_that_its_own_was_told_apart_from(archive: Secretariat) -> None:
    for text in (SECOND, THIRD):
        different(archive, text, FOURTH)
    found = archive.precedents.provenance(Draft.of_document(archive.get(FOURTH).document))
    (own,) = [each for each in found.traced if each.sentence.words == GAUGES]

    assert own.source is not None
    assert (Origin.VERBATIM, work(FIRST), None) == (own.origin, own.source.use.work, own.earliest)


def test_it_holds_when_texts_come_and_when_an_address_is_corrected_until_it_is_undone(archive: Secretariat) -> None:
    asked = path(archive, FOURTH)
    entered = archive.relate(path(archive, FIRST), asked, relation="different", because="two commitments")
    archive.keep([prepared("A fifth text about bread in winter.", place="Amesca", day="3 June 2018")])
    corrected = archive.correct(FIRST, "date.adoption", "2005-06-10", because="the day of the second sitting")

    assert work(FIRST) != work(corrected.address)
    for room in (archive.precedents, acquis.open(archive.store.location).precedents):
        assert not {work(FIRST), work(corrected.address)} & works(room.find(asked))
    archive.undo(entered.number, because="one commitment after all")
    assert work(corrected.address) in works(archive.precedents.find(asked))


def test_lineage_holds_to_it_when_an_address_is_corrected(archive: Secretariat) -> None:
    asked = path(archive, FOURTH)
    before = {str(Pinpoint(edge.earlier.address).work) for edge in parents(archive, asked)}
    archive.relate(path(archive, THIRD), asked, relation="different", because="two commitments")
    corrected = archive.correct(THIRD, "date.adoption", "2011-06-04", because="the day of the second sitting")

    assert work(THIRD) in before
    assert not {work(THIRD), work(corrected.address)} & {
        str(Pinpoint(edge.earlier.address).work) for edge in parents(archive, asked)
    }


def parents(archive: Secretariat, address: str) -> Sequence[Edge]:
    return archive.precedents.lineage(address).lineage.parents
