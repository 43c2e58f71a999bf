"""The sample organisation, whole: received, read again by other rules, and every address still gives its words."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import acquis
from acquis.archive.corrections import evidence_of
from acquis.archive.desk import Desk
from acquis.archive.holdings import Place
from acquis.archive.preparing import prepare
from acquis.archive.rereading import followed
from acquis.model import Document, Pinpoint
from acquis.structure import read as reader
from tests.archive.test_rereading import everything, folded, merge_neighbours, split_at_semicolons

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "osr"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    archive = acquis.open(tmp_path_factory.mktemp("sample") / "osr.acquis", who="reader")
    archive.receive([str(SAMPLES)], workers=2)
    yield archive
    archive.store.close()


@pytest.fixture
def copied(sample: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The same archive, to be written to."""
    archive = acquis.open(shutil.copytree(sample.store.folder, tmp_path / "copied.acquis"), who="reader")
    yield archive
    archive.store.close()


def documents(archive: Desk) -> list[Document]:
    return [archive.get(entry.address).document for entry in archive.list()]


def test_every_file_of_the_sample_is_kept(sample: Desk) -> None:
    files = {str(path) for path in SAMPLES.iterdir()}

    assert {report["name"]: report["outcome"] for report in sample.reports()} == dict.fromkeys(files, "kept")
    assert () == sample.check()


def test_every_file_is_given_back_byte_for_byte(sample: Desk) -> None:
    for document in documents(sample):
        assert sample.content(document.address) == Path(document.file.name).read_bytes()


def test_every_source_character_is_in_the_text_or_in_an_omission(sample: Desk) -> None:
    for document in documents(sample):
        layers = document.layers
        assert [] == list(layers.faults()), document.address
        assert "".join(piece.source.of(layers.source) for piece in layers.pieces) == layers.source
        assert all(piece.reason != "not read" for piece in layers.omissions), document.address


def test_every_quotation_stands_at_its_address(sample: Desk) -> None:
    for document in documents(sample):
        at = document.address.at
        for part in document.parts:
            own = part.span.of(document.text)
            assert document.words(at(part.path)).startswith(own)
            if own:
                assert document.words(document.pinpoint(part.span)).startswith(own)
            for number, sentence in enumerate(part.sentences, 1):
                assert document.words(at(part.path, sentence=number)) == sentence.of(document.text)
                assert document.words(at(part.path, words=sentence.within(part.span))) == sentence.of(document.text)
        for citation in document.citations:
            assert citation.words == citation.span.of(document.text)
            assert document.words(document.pinpoint(citation.span)) == citation.words
        for alias, path in document.aliases.items():
            assert document.words(Pinpoint(f"{document.address}#{alias}")) == document.words(at(path))


def test_the_same_file_read_twice_gives_the_same_document(sample: Desk) -> None:
    for document in documents(sample)[:12]:
        made = prepare(Path(document.file.name).read_bytes(), document.file.name)

        assert (made.reading.layers, made.reading.parts) == (document.layers, document.parts)


@pytest.mark.parametrize("change", [split_at_semicolons, merge_neighbours])
def test_no_address_gives_other_words_after_a_changed_segmentation(
    copied: Desk, monkeypatch: pytest.MonkeyPatch, change: Callable[[reader.Reading], reader.Reading]
) -> None:
    before = documents(copied)
    real = reader.read
    monkeypatch.setattr(reader, "VERSION", "2")
    monkeypatch.setattr(reader, "read", lambda *said, **choices: change(real(*said, **choices)))
    outcomes = copied.reread()

    assert {"changed"} == {done.outcome for done in outcomes}
    assert any(move.how != "same" for done in outcomes for move in done.moves)
    assert () == copied.check()
    for document in before:
        _addresses_hold(copied, document)
        _evidence_holds(copied, document)


def _addresses_hold(archive: Desk, before: Document) -> None:
    """Every part and sentence still gives its words; those that begin in one part and end in the next say so."""
    after = archive.get(before.address).document
    paths = {part.path for part in after.parts}
    for address in everything(before):
        place = Place(after, address) if address.part in paths else archive.get(address)
        now, words = folded(after.words(place.address)), folded(before.words(address))
        assert now == words or (words in now and "stands within" in place.said), address


def _evidence_holds(archive: Desk, before: Document) -> None:
    """All evidence is found again by its words, or said to be lost; that happens where the words stand twice."""
    after = archive.get(before.address).document
    reading = reader.Reading(after.layers, after.parts, (), (), after.language)
    lost = []
    for address in everything(before):
        evidence = evidence_of(before, address, "test/1")
        found = followed(evidence, reading, after.layers.hash, after.address)
        if found.address is None:
            lost.append(found.how)
            continue
        now, words = folded(after.words(found.address)), folded(evidence.quotation)
        assert now == words or (found.how == "within" and words in now), address
        if address.part == before.parts[-1].path:
            assert archive.follow(evidence) == found
    assert all("lost" in how for how in lost)
    assert len(lost) <= 1, lost
