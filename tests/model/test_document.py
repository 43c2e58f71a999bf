"""The quotation is what stands at its address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.archive.preparing import prepare
from acquis.errors import BadAddress, NotHeld
from acquis.model import Document, File, Pinpoint, Span
from tests.archive.written import HALMOR, PARAGRAPHS, declaration
from tests.strategies import documents


@pytest.fixture(scope="module")
def halmor() -> Document:
    made = prepare(declaration(), "a.txt")
    file = File("0" * 64, 0, "a.txt", "text/plain")
    reading = made.reading
    return Document(
        Pinpoint(HALMOR), made.catalogued.record, file, reading.layers, reading.parts, aliases=reading.aliases or {}
    )


def own_address(path: str) -> bool:
    """Whether a made-up path is one that an address can hold."""
    try:
        Pinpoint(f"un:A/1@en#{path}")
    except BadAddress:
        return False
    return True


@given(documents())
def test_every_part_and_sentence_stands_at_its_address(document: Document) -> None:
    for part in document.parts:
        if not own_address(part.path):
            continue
        here = document.address.at(part.path)
        below = [p.span.of(document.text) for p in document.below(part.path) if len(p.span)]
        assert document.words(here) == "\n".join(below)
        assert document.words(here).startswith(part.span.of(document.text))
        for number, sentence in enumerate(part.sentences, 1):
            assert document.words(document.address.at(part.path, sentence=number)) == sentence.of(document.text)


@given(documents(), st.data())
def test_all_words_stand_at_their_address(document: Document, data: st.DataObject) -> None:
    held = [part for part in document.parts if len(part.span) and own_address(part.path)]
    if not held:
        return
    part = data.draw(st.sampled_from(held))
    start = data.draw(st.integers(0, len(part.span) - 1))
    end = data.draw(st.integers(start + 1, len(part.span)))
    span = Span(start, end).moved(part.span.start)
    address = document.address.at(part.path, words=Span(start, end))

    assert document.words(address) == span.of(document.text)
    assert document.words(Pinpoint(str(address))) == span.of(document.text)
    again = document.pinpoint(span)
    if again.words:
        assert document.words(again) == span.of(document.text)


@given(documents())
def test_everything_below_a_part_is_within_it(document: Document) -> None:
    for part in document.parts:
        below = document.below(part.path)
        assert part in below
        assert all(each is part or each.within in {p.path for p in below} for each in below)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("#p2", PARAGRAPHS[0]),
        ("#p2.s1", "The rivers join us."),
        ("#p2.s2", "They ask for patience; they ask for care."),
        ("#p2~4-10", "rivers"),
        ("#item1", "We shall measure the water together."),
        ("#item2", "We shall share:\nthe gauges of the upper reaches;\nthe forecasts for the plain."),
        ("#item2.a", "the gauges of the upper reaches;"),
        ("#p3", "We shall measure the water together."),
        ("#item1..item2.a", "We shall measure the water together.\nWe shall share:\nthe gauges of the upper reaches;"),
    ],
)
def test_an_address_gives_its_words(halmor: Document, place: str, words: str) -> None:
    assert halmor.words(Pinpoint(HALMOR + place)) == words


@pytest.mark.parametrize(
    "place", ["#p99", "#p2.s3", "#p2~0-999", "#p2..p99", "#p7..p2", "#item9", "#sec1", "#item2.c", "#p99.s1"]
)
def test_what_is_not_there_is_refused(halmor: Document, place: str) -> None:
    with pytest.raises(NotHeld):
        halmor.words(Pinpoint(HALMOR + place))


def test_a_stretch_over_two_paragraphs_has_the_document_s_address(halmor: Document) -> None:
    one, other = halmor.part("p2").span, halmor.part("item1").span

    assert halmor.pinpoint(Span(one.start, other.end)) == HALMOR
    assert halmor.pinpoint(one) == f"{HALMOR}#p2"
