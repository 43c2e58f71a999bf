"""Planted edits are the same for the same seed, and do what their name says."""

import random

import pytest

from evaluation.precedents.corpus import Row, Text
from evaluation.precedents.judging import Base, Planted, holds, right, shares, wrong
from evaluation.precedents.planted import KINDS, Bench, bench, invented, planted
from evaluation.precedents.verbs import VERBS

_RIVERS = ["Olm", "Sarn", "Teshe", "Kelva", "Drev", "Ambel", "Varda", "Lurin", "Neth", "Osk"]
_THINGS = [
    "gauges",
    "ferries",
    "orchards",
    "bridges",
    "archives",
    "meadows",
    "harbours",
    "quarries",
    "granaries",
    "lanterns",
]


def _paragraph(at: int) -> str:
    river, other = _RIVERS[at % 10], _RIVERS[(at * 3 + 1) % 10]
    thing, more = _THINGS[at % 10], _THINGS[(at * 7 + 2) % 10]
    return (
        f"The member States shall keep the {thing} along the {river} in good order until {at + 2} May {2001 + at}. "
        f"They will send to the town of {other} every spring a list of the {more} that were mended in {at + 40} places, "
        f"and of those which the flood took away without any trace."
    )


@pytest.fixture(scope="module")
def of() -> Bench:
    texts = [Text(f"osr:{at}", (_paragraph(at), _paragraph(at + 15))) for at in range(12)]
    return bench(texts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_plants_the_same_and_another_one_something_else(of: Bench, kind: str) -> None:
    assert planted(of, kind, 6) == planted(of, kind, 6)
    assert planted(of, kind, 6) != planted(of, kind, 6, seed=7)


@pytest.mark.parametrize("kind", KINDS)
def test_as_many_are_planted_as_are_asked_for_each_with_its_bases_and_clauses(of: Bench, kind: str) -> None:
    made = planted(of, kind, 8)

    assert [8, {kind}] == [len(made), {each.kind for each in made}]
    assert all(len(each.bases) == len(each.clauses) > 0 for each in made)
    assert all(each.query != base.words for each in made for base in each.bases)


def _changed(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one.split(), other.split(), strict=True))


@pytest.mark.parametrize("part", [15, 25, 35])
def test_so_many_words_in_a_hundred_are_substituted(of: Bench, part: int) -> None:
    for each in planted(of, f"{part} % substituted", 8):
        words = len(each.bases[0].words.split())

        # A word may be drawn for itself.
        assert part / 100 - 0.06 <= _changed(each.query, each.bases[0].words) / words <= part / 100 + 0.02


def test_one_verb_becomes_another(of: Bench) -> None:
    for each in planted(of, "verb changed", 8):
        assert 1 == _changed(each.query, each.bases[0].words)


def test_four_to_twelve_words_are_inserted_and_the_rest_stands(of: Bench) -> None:
    for each in planted(of, "words inserted", 8):
        words, own = each.query.split(), each.bases[0].words.split()
        more = len(words) - len(own)

        assert 4 <= more <= 12
        assert any(words[:at] + words[at + more :] == own for at in range(len(words)))


def test_15_to_35_words_in_a_hundred_are_deleted_in_one_stretch(of: Bench) -> None:
    for each in planted(of, "words deleted", 8):
        words, own = each.query.split(), each.bases[0].words.split()
        gone = len(own) - len(words)

        assert 0.13 <= gone / len(own) <= 0.37
        assert any(own[:at] + own[at + gone :] == words for at in range(len(own)))


def test_every_figure_is_another_and_no_other_word_but_a_month(of: Bench) -> None:
    for each in planted(of, "numbers and dates", 8):
        for one, other in zip(each.query.split(), each.bases[0].words.split(), strict=True):
            assert (one != other) or not any(sign.isdigit() for sign in other)
            assert other in (one, "May") or any(sign.isdigit() for sign in other)


@pytest.mark.parametrize("words", [9, 12, 20])
def test_a_clause_of_so_many_words_stands_in_a_paragraph_of_another_document(of: Bench, words: int) -> None:
    for each in planted(of, f"clause of {words} words", 8):
        assert words == len(each.clauses[0].split())
        assert each.clauses[0] in each.query
        assert each.clauses[0] in " ".join(each.bases[0].words.split())


def test_reordered_sentences_have_the_same_words(of: Bench) -> None:
    for each in planted(of, "sentences reordered", 8):
        assert sorted(each.query.split()) == sorted(each.bases[0].words.split())


def test_two_merged_paragraphs_are_both_to_be_found(of: Bench) -> None:
    made = planted(of, "two merged", 1)[0]
    first, second = (Row(base.address, frozenset({base.address}), ("none",)) for base in made.bases)

    assert right(made, [first, second])
    assert not right(made, [first])


def test_half_of_a_split_paragraph_is_a_part_of_it(of: Bench) -> None:
    for each in planted(of, "one split", 8):
        assert each.query in each.bases[0].words
        assert each.query != each.bases[0].words


def test_what_is_invented_has_no_base_and_nothing_of_it_is_right(of: Bench) -> None:
    made = invented(of, 6)

    assert made == invented(of, 6)
    assert not any(each.bases for each in made)
    assert all(wrong(each, Row("osr:1@en#p1", frozenset({"osr:1@en#p1"}), (_paragraph(3),))) for each in made)


def test_characters_are_counted_where_blanks_do_not_part_words() -> None:
    words = "各成员国应在每年春季向其他成员国通报水位和流量，并应在六小时内转达任何洪水警报，不得拖延。"
    chinese = bench([Text("osr:1", (words, words[::-1]), "zh")], "zh", spaced=False, scale=1.6)
    made = planted(chinese, "clause of 9 words", 1) + planted(chinese, "words deleted", 1)

    assert [] == planted(chinese, "clause of 9 words", 1)  # there is no other document for it to stand in
    assert all(" " not in each.query and len(each.query) < len(words) for each in made)


BASE = Base("osr:1@en#p1", _paragraph(1))
CLAUSE = "a list of the archives that were mended"


@pytest.mark.parametrize(
    ("clause", "words", "expected"),
    [
        (CLAUSE, f"We ask for {CLAUSE} in every town.", True),
        (CLAUSE, "We ask for a short list of the archives that they mended in every town.", True),
        (CLAUSE, "Mended were that archives the of list a.", False),
        (CLAUSE, "A list of names was read.", False),
    ],
)
def test_a_clause_is_held_by_four_fifths_of_its_words_in_order(clause: str, words: str, expected: bool) -> None:
    assert expected is holds(words, clause)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (_paragraph(1), False),
        (_paragraph(2), False),  # of its family: most of its words stand in the same runs
        ("The price of bread rises in winter and nobody in the member States shall keep it down for long.", True),
    ],
)
def test_a_row_with_few_words_in_common_is_wrong_unless_it_is_kin_of_the_base(words: str, expected: bool) -> None:
    query = Planted("words deleted", _paragraph(1)[40:], (BASE,), (BASE.words,))

    assert expected is wrong(query, Row("osr:9@en#p1", frozenset({"osr:9@en#p1"}), (words,)))


def test_the_share_is_of_the_shorter_side() -> None:
    assert shares("one two three", "nought one two three four five six") == 1.0
    assert shares("nought one two three four five six", "one two three") == 1.0
    assert shares("one two nine", "one two three") == 0.0


@pytest.mark.parametrize("language", VERBS)
def test_verbs_are_never_changed_for_themselves(language: str) -> None:
    assert len(VERBS[language]) == len(set(VERBS[language])) > 1


def test_a_draw_does_not_depend_on_the_global_state() -> None:
    of = bench([Text(f"osr:{at}", (_paragraph(at),)) for at in range(5)])
    random.seed(1)
    first = planted(of, "OCR noise", 3)
    random.seed(2)

    assert first == planted(of, "OCR noise", 3)
