"""Every character of the source is in the text or in a listed omission, and the map leads both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.archive.preparing import prepare
from acquis.errors import AcquisError
from acquis.model import Layers, Piece, Span, fingerprint


@st.composite
def layers(draw: st.DrawFn) -> Layers:
    """Stretches of a source that are kept or left out; where one is left out something else may stand."""
    source, text, pieces = "", "", []
    for _ in range(draw(st.integers(0, 8))):
        own = draw(st.text(min_size=1, max_size=6))
        kept = draw(st.booleans())
        stands = own if kept else draw(st.sampled_from(("", "", " ")))
        pieces.append(
            Piece(
                Span(len(source), len(source) + len(own)),
                Span(len(text), len(text) + len(stands)),
                "" if kept else "furniture",
            )
        )
        source, text = source + own, text + stands + draw(st.sampled_from(("", "\n")))
    return Layers(source, text, tuple(pieces))


@st.composite
def placed(draw: st.DrawFn) -> tuple[Layers, Span]:
    made = draw(layers())
    start = draw(st.integers(0, len(made.source)))
    return made, Span(start, draw(st.integers(start, len(made.source))))


@given(layers())
def test_every_source_character_is_in_the_text_or_in_a_listed_omission(made: Layers) -> None:
    assert [] == list(made.faults())
    kept = [piece for piece in made.pieces if not piece.reason]
    assert sum(len(piece.source) for piece in (*kept, *made.omissions)) == len(made.source)
    assert all(piece.source.of(made.source) == piece.text.of(made.text) for piece in kept)


@given(placed())
def test_what_stands_in_the_text_leads_back_to_its_source(found: tuple[Layers, Span]) -> None:
    made, span = found
    if not span:
        return
    there = made.to_text(span)
    left_out = [piece for piece in made.omissions if piece.source.meets(span)]
    if there is None:
        assert not any(piece.source.meets(span) for piece in made.pieces if not piece.reason)
    elif not left_out and "\n" not in there.of(made.text).strip("\n"):
        assert made.to_source(there) == span
        assert there.of(made.text).replace("\n", "") == span.of(made.source).replace("\n", "")


@given(layers(), st.integers(0, 7), st.integers(-3, 3).filter(bool))
def test_a_map_with_a_gap_an_overlap_or_other_words_is_faulty(made: Layers, at: int, by: int) -> None:
    if at >= len(made.pieces):
        return
    piece = made.pieces[at]
    start = piece.source.start + by
    if not 0 <= start <= piece.source.end:
        return
    shifted = Piece(Span(start, piece.source.end), piece.text, piece.reason)
    bent = Layers(made.source, made.text, (*made.pieces[:at], shifted, *made.pieces[at + 1 :]))

    assert list(bent.faults())


@pytest.mark.parametrize("change", ["", "x"])
def test_the_hash_is_of_the_text(change: str) -> None:
    made = Layers("a b", "a b" + change, (Piece(Span(0, 3), Span(0, 3)),))

    assert made.hash == fingerprint("a b" + change)
    assert (made.hash == fingerprint(b"a b")) == (not change)


LINES = st.lists(
    st.sampled_from(
        (
            *("", "", "Halmor Declaration", "[Title] Of wells", "[Date] June 9, 2005", "[Full text]", "- a bullet;"),
            *("1. We shall measure.", "(a) the gauges;", "I. Wells", "Article 3", "12", "Page 3 of 7", "Реки и озёра."),
            *("We meet. We part.", "\u3000元首声明", "* * *", "\u200fنهر", "A/RES/61/88", "1 Footnote to all this"),
        )
    )
    | st.text(max_size=30),
    max_size=14,
)


@given(LINES, st.sampled_from(("\n", "\r\n", "\n\n")))
def test_whatever_is_read_no_character_is_lost(lines: list[str], end: str) -> None:
    try:
        reading = prepare(end.join(lines).encode("utf-8", "ignore"), "a.txt").reading
    except AcquisError:
        return

    assert [] == list(reading.layers.faults())
    paths = [part.path for part in reading.parts]
    assert len(paths) == len(set(paths))
    for part in reading.parts:
        assert part.span.end <= len(reading.layers.text)
        assert all(part.span.holds(sentence) and len(sentence) for sentence in part.sentences)
        assert part.within == "" or part.within in paths
