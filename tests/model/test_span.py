"""A stretch of characters includes its start and leaves out its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Span

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-3, -2)])
def test_a_stretch_goes_forward_from_within_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch of characters"):
        Span(start, end)


@given(st.text(max_size=60), spans)
def test_it_gives_the_characters_that_stand_there(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]
    assert len(span.of(text + "x" * 60)) == len(span)
    assert bool(span) == (span.start < span.end)


@given(spans, spans)
def test_to_meet_is_to_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))

    assert one.meets(other) == other.meets(one) == bool(shared) or not (one and other)
    assert not one.holds(other) or set(range(other.start, other.end)) <= set(range(one.start, one.end))


@given(spans, st.integers(0, 50))
def test_what_is_moved_comes_back(span: Span, by: int) -> None:
    assert span.moved(by).moved(-by) == span
    assert len(span.moved(by)) == len(span)
    assert span.moved(by).within(Span(by, by + 200)) == span
