"""The words at an address are the same, whether its document is opened for them or not."""

import pytest

import acquis
from acquis.archive.desk import Desk
from acquis.archive.holdings import Holdings
from acquis.archive.naming import place_for_people
from acquis.archive.quoting import Quoted, quoted
from acquis.errors import NotHeld
from acquis.model import Pinpoint, Span
from acquis.model.document import CONTAINERS
from tests.archive.written import HALMOR
from tests.doors.conftest import SAMPLES


def told(held: Holdings, address: Pinpoint) -> Quoted | None:
    with held.store.reading() as db:
        return quoted(db, address, held.at)


def same(held: Holdings, address: Pinpoint) -> bool:
    """Whether rows tell of an address, and then what the document tells."""
    found, place = told(held, address), held.get(str(address))
    if found is not None:
        day, _ = place.document.record.day
        assert (place.document.words(place.address), str(day) if day else None) == (found.words, found.day)
        assert place.address == found.address
    return found is not None


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    archive = acquis.open(tmp_path_factory.mktemp("quoting") / "samples.acquis")
    archive.receive([str(SAMPLES)])
    yield archive
    archive.store.close()


def test_every_part_of_the_samples_has_the_words_of_its_document(samples):
    met = 0
    for entry in samples.list():
        document = samples.get(str(entry.address)).document
        above = {part.within for part in document.parts}
        for part in document.parts:
            plain = part.kind not in CONTAINERS and part.path not in above and len(part.span) > 0
            assert plain <= same(samples, entry.address.at(part.path))
            met += plain

    assert met > 800


def test_chosen_words_and_other_names_of_parts_too(samples):
    for entry in samples.list():
        document = samples.get(str(entry.address)).document
        for name in document.aliases:
            assert not same(samples, entry.address.at(name))
        for part in [part for part in document.parts if len(part.span) > 9][:20]:
            assert (part.kind in CONTAINERS) != same(samples, entry.address.at(part.path, words=Span(2, 9)))
            assert told(samples, entry.address.at(part.path, words=Span(2, 10**6))) is None


@pytest.mark.parametrize("place", ["", "#p2.s1", "#p1..p2", "#p99"])
def test_what_rows_do_not_tell_is_left_to_the_document(desk: Desk, place: str) -> None:
    assert told(desk, Pinpoint(f"{HALMOR}{place}")) is None


def test_a_text_that_somebody_split_or_joined_is_opened(desk: Desk) -> None:
    address = desk.get(HALMOR).document.address
    assert same(desk, address.at("p1"))

    desk.join(f"{HALMOR}#p1", f"{HALMOR}#p2", because="one thought")

    assert not any(same(desk, address.at(part.path)) for part in desk.get(HALMOR).document.parts)


def test_as_of_an_earlier_change_the_words_are_those_of_then(desk: Desk) -> None:
    address = desk.get(HALMOR).document.address
    then = Holdings(desk.store, desk.release("spring").seq)
    desk.withdraw(HALMOR, because="a mistake")

    assert same(then, address.at("p1"))
    assert told(desk, address.at("p1")) is None


def test_where_a_part_stands_is_told_without_its_text(samples):
    for entry in samples.list():
        document, skeleton = samples.get(str(entry.address)).document, samples.skeleton(entry.address)
        assert document.address == skeleton.address
        for path in [*(part.path for part in document.parts), *document.aliases]:
            expected = place_for_people(document, document.part(path))
            assert expected == place_for_people(skeleton, skeleton.part(path))
        with pytest.raises(NotHeld, match="has no part 'p9999'"):
            skeleton.part("p9999")
