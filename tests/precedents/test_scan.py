"""That a scan finds what comparing every passage with every formula, word by word, finds: nothing is passed over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.precedents import lookup, pieces, scan, spotting, stretches
from acquis.precedents.met import MOST, Met, Near, Passage, Place
from acquis.precedents.normal import FIGURES, ORDER, SAME, Normal, bare, normal, read, run_together, word_places
from acquis.precedents.scan import FEWEST
from acquis.precedents.spotting import Spotter
from acquis.precedents.stretches import fullest

# --- what is meant: every passage read anew, every stretch counted one by one -------------------------------------


def plainly(
    texts: Sequence[Sequence[Passage]], formulae: Sequence[Normal], tag: str | None, most: int = MOST
) -> scan.Scanned:
    """What a scan gives, without any short cut."""
    made = [(text, [normal(passage.words, tag) for passage in text]) for text in texts]
    words = sum(len(each.words) for _, row in made for each in row)
    met = tuple(_plainly(made, formula, most) for formula in formulae)
    return scan.Scanned(met, sum(map(len, texts)), words)


def _plainly(made: Sequence[tuple[Sequence[Passage], list[Normal]]], formula: Normal, most: int) -> Met:
    met = Met()
    for text, row in made:
        same = list(_standing(text, [each.words for each in row], formula.words))
        met.enter(SAME, same or _standing(text, [each.folded for each in row], formula.folded))
        if len(formula.plain) >= FEWEST:
            met.enter(FIGURES, _standing(text, [each.plain for each in row], formula.plain))
    if len(formula.plain) >= FEWEST and not (met.counts[SAME] or met.counts[FIGURES]):
        near = [_near(passage, each, formula) for text, row in made for passage, each in zip(text, row, strict=True)]
        met.enter(ORDER, (Place(each.passage, each.passage) for each in near if each.shared == len(formula.plain)))
        best: dict[tuple[str, ...], Near] = {}
        for each in sorted(near, key=lambda each: each.rank):
            if each.shared or each.figures:
                best.setdefault(each.plain, each)
        met.nearest = tuple(best.values())[:most]
    met.settle()
    return met


def _standing(text: Sequence[Passage], rows: Sequence[Sequence[str]], formula: Sequence[str]) -> Iterator[Place]:
    words = [(word, passage) for passage, row in zip(text, rows, strict=True) for word in row]
    letters, wanted = run_together([word for word, _ in words]), run_together(formula)
    places = list(word_places([word for word, _ in words]))
    ends = {end: at for at, (_, end) in enumerate(places)}
    for at, (start, _) in enumerate(places):
        if wanted and letters.startswith(wanted, start) and start + len(wanted) in ends:
            yield Place(words[at][1], words[ends[start + len(wanted)]][1])


def _near(passage: Passage, made: Normal, formula: Normal) -> Near:
    """Of all stretches the one with most of the words, then most of the figures."""
    size, wanted = len(formula.plain), Counter(word for word, _ in formula.figures)
    best = (0, 0)
    for start in range(len(made.plain)):
        end = min(start + size, len(made.plain))
        last = len(made.plain) - 1
        figures = Counter(word for word, before in made.figures if start <= min(before, last) < end)
        shared = (Counter(formula.plain) & Counter(made.plain[start:end])).total()
        best = max(best, (shared, (figures & wanted).total()))
    return Near(*best, passage, made.plain)


# --- texts that are hard ------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    (
        *(
            "the",
            "rights,",
            "“Rights”",
            "of",
            "(a)",
            "(b",
            "b)",
            "(B)",
            "x)(yz)",
            "[and]",
            "co-operation",
            "cooperation",
        ),
        *(
            "Co-",
            "operation",
            "gauge-centred",
            "gaugecentred",
            "gauge",
            "centered",
            "organise",
            "ORGANIZE",
            "may",
            "May",
        ),
        *("MAY", "march,", "3", "12", "2011", "2011,", "61/88", "6/188", "1a", "IV", "iv)", "twelve", "L’État", "été"),
        *(
            "non\u2011",
            "\u00a0",
            "may\u00a02011",
            "中文书",
            "第六十一届",
            "a" * 70,
            "b" * 30,
            "\x00",
            "\x1f",
            ";",
            "—",
            "third",
        ),
    )
)
BLANKS = st.sampled_from((" ", " ", " ", "  ", "\n", "\u00a0", "\u3000"))
WORDS = st.lists(st.tuples(PIECES, BLANKS), max_size=9).map(
    lambda each: "".join(chain for pair in each for chain in pair)
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=5)
TAGS = st.sampled_from(("en", "fr", "zh", None))


def _passages(texts: Sequence[Sequence[str]]) -> list[list[Passage]]:
    return [[Passage(at, n, f"p{n}", words) for n, words in enumerate(text)] for at, text in enumerate(texts)]


@settings(max_examples=150, deadline=None)
@given(st.data(), TEXTS, TAGS, st.integers(1, 60))
def test_a_scan_gives_just_what_comparing_one_by_one_gives(
    data: st.DataObject, held: list[list[str]], tag: str | None, at_once: int
) -> None:
    printed = [words for text in held for words in text] or [""]
    asked = data.draw(st.lists(st.one_of(WORDS, st.sampled_from(printed), st.just(" ".join(printed[:2]))), max_size=5))
    texts, formulae = _passages(held), [normal(each, tag) for each in asked]
    expected = plainly(texts, formulae, tag)

    assert expected == scan.scan(texts, formulae, tag)
    assert expected == scan.scan(texts, formulae, tag, at_once=at_once)
    assert expected == scan.scan(texts, formulae, tag, at_once=at_once, sift=False)


FEW = st.lists(st.sampled_from(("a", "bb", "cc", "dd", "1", "22")), max_size=14).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(FEW, max_size=40), st.lists(FEW, max_size=4), st.integers(1, 200), st.integers(1, 4), st.integers(1, 9))
def test_sifting_never_changes_what_is_near(
    held: list[str], asked: list[str], at_once: int, most: int, first: int
) -> None:
    texts, formulae = _passages([[each] for each in held]), [normal(each, "en") for each in asked]
    with mock.patch.object(stretches, "MOST", most), mock.patch.object(stretches, "_FIRST", first):
        sifted = scan.scan(texts, formulae, "en", at_once=at_once)

        assert sifted == scan.scan(texts, formulae, "en", sift=False)
        assert sifted == plainly(texts, formulae, "en", most=most)


def test_of_passages_as_near_the_earlier_is_told_though_another_holds_more_of_the_words_apart() -> None:
    early = [[Passage(0, n, f"p{n}", f"red green {'o' * (n + 1)}")] for n in range(80)]
    late = [[Passage(1, n, f"p{n}", f"red green{' o' * (n + 9)} blue white")] for n in range(80)]
    met = scan.scan([*early, *late], [normal("red green blue white", "en")], "en").met[0]

    assert [(2, 0, f"p{n}") for n in range(10)] == [
        (near.shared, near.passage.text, near.passage.path) for near in met.nearest
    ]


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("on 3 may 2011 they may", "on they may"),
        ("on 3 MAY, 2011 they MAY", "on they may"),
        ("on 3  may 2011", "on may"),
        ("article 3 may be (a", "article may be"),
        ("see (a", "see"),
        ("see (a and b", "see a and b"),
        ("see (a \u00a0", "see"),
    ],
)
def test_figures_that_the_pieces_around_them_tell_are_figures(words: str, plain: str) -> None:
    made = pieces.Pieces("en", ())
    batch = made.batch([[Passage(0, 0, "p1", "before"), Passage(0, 1, "p2", words), Passage(0, 2, "p3", "2011 after")]])
    told = [made.numbers.texts[number] for number in batch.plain]

    assert list(normal(words, "en").plain) == told[1:-1]
    assert ["before", *plain.split(), "after"] == told


@settings(max_examples=200, deadline=None)
@given(WORDS, TAGS)
def test_a_passage_has_the_words_of_its_pieces(words: str, tag: str | None) -> None:
    expected = normal(words, tag)
    made = pieces.Pieces(tag, ())
    batch = made.batch([[Passage(0, 0, "p1", words)]])
    texts = made.numbers.texts

    for form in ("folded", "words", "plain"):
        assert getattr(expected, form) == tuple(texts[number] for number in getattr(batch, form))
        assert [len(getattr(expected, form))] == batch.ends[form].tolist()


@settings(max_examples=200, deadline=None)
@given(PIECES, TAGS)
def test_the_marks_around_a_piece_make_no_difference_to_its_words(piece: str, tag: str | None) -> None:
    assert read(piece, tag, whole=False) == read(bare(piece), tag, whole=False)


# --- caches that make no difference -------------------------------------------------------------------------------


def test_what_is_remembered_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [
        ["the rights of all, and the duties", "(a) the organisation", "long" * 9],
        ["and the duties of the 中文书"],
    ] * 9
    texts = _passages(held)
    formulae = [normal(each, "en") for each in ("the duties (a) the organization", "the duties of some", "all and the")]
    expected = scan.scan(texts, formulae, "en")
    monkeypatch.setattr(scan, "_MOST_READ", 1)
    monkeypatch.setattr(spotting, "_MOST", 2)
    monkeypatch.setattr(pieces, "_REMEMBERED", 3)
    monkeypatch.setattr(lookup, "_PLACES", 2)

    assert expected == scan.scan(texts, formulae, "en", at_once=40)
    assert expected == plainly(texts, formulae, "en")


@pytest.mark.parametrize("places", [1 << 20, 2])
def test_every_piece_has_its_number_though_places_in_the_table_are_shared(
    monkeypatch: pytest.MonkeyPatch, places: int
) -> None:
    monkeypatch.setattr(lookup, "_PLACES", places)
    known: dict[str, int] = {}
    table = lookup.Lookup(lambda new: [known.setdefault(piece, len(known)) for piece in new])
    texts = ["a aa a", "", "a " + "x" * 24, "x" * 25 + " \ud800 é\u00a0é " + "x" * 24]

    for _ in range(2):
        numbers, ends = table.numbers(texts)
        assert [piece for text in texts for piece in text.split(" ") if piece] == [list(known)[at] for at in numbers]
        assert [3, 3, 5, 9] == ends.tolist()


# --- in their order -----------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(("a", "aa", "b", "ab", "1", "12", "2b")), max_size=20),
    st.lists(st.lists(st.sampled_from(("a", "aa", "b", "1", "12", "2b", "b1")), max_size=5), max_size=5),
)
def test_rows_of_words_are_spotted_wherever_blanks_stand(text: list[str], rows: list[list[str]]) -> None:
    known = sorted(set(text))
    import numpy as np

    found = Spotter(rows, known).spotted(np.array([known.index(word) for word in text], np.int32))
    expected = [
        (number, start, end)
        for number, row in enumerate(rows)
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if row and run_together(row) == run_together(text[start:end])
    ]

    assert sorted(expected) == sorted(found)


def test_a_formula_and_a_text_that_repeat_themselves_are_compared() -> None:
    texts = _passages([["la " * 20_000]])
    met = scan.scan(texts, [normal("la " * 300, "en"), normal("la " * 300 + "di", "en")], "en").met

    assert 20_000 - 299 == met[0].counts[SAME]
    assert (300, 301) == (met[1].nearest[0].shared, len(normal("la " * 300 + "di", "en").plain))
    assert (0, 300) == fullest(["la"] * 300, ["la"] * 400)
