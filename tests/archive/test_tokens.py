"""The words of a text as they are searched."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.archive.forms import forms, split
from acquis.archive.tokens import LONGEST, fold, folded, tokens

SAME = [
    ("Élargissement", "elargissement"),
    ("CO2", "co2"),
    ("ﬁnance", "finance"),
    ("cafe\u0301", "café"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"),
    ("œuvre", "oeuvre"),
    ("ещё", "еще"),
    ("ΕΛΛΆΔΑ", "ελλαδα"),
    ("الأَمْن", "الامن"),
    ("القــرار", "القرار"),
    ("إلى", "الي"),
    ("دولة", "دوله"),
    ("２０１１", "2011"),
    ("٢٠١١", "2011"),
    ("۱۳۹۰", "1390"),
    ("co\u00adoperation", "cooperation"),
]


@pytest.mark.parametrize(("written", "compared"), SAME)
def test_words_that_are_written_in_several_ways_are_compared_as_one(written: str, compared: str) -> None:
    assert folded(compared) == folded(written)


def test_letters_of_their_own_are_not_folded() -> None:
    assert fold("мой") != fold("мои")
    assert fold("її") != fold("іі")
    assert fold("が") != fold("か")


CUT = [
    ("A/RES/61/88", ["a", "res", "61", "88"]),
    ("1973 (2011)", ["1973", "2011"]),
    ("non-proliferation", ["non", "proliferation"]),
    ("l’État", ["l", "etat"]),
    ("State's", ["state", "s"]),
    ("不扩散", ["不", "扩", "散"]),
    ("テロ対策", ["テ", "ロ", "対", "策"]),
    ("2011年6月", ["2011", "年", "6", "月"]),
    ("G20峰会", ["g20", "峰", "会"]),
    ("북한의 핵", ["북한의", "핵"]),
    ("snake_case", ["snake", "case"]),
    ("— … ¶", []),
]


@pytest.mark.parametrize(("text", "words"), CUT)
def test_a_text_is_cut_into_its_words(text: str, words: list[str]) -> None:
    assert words == [token.text for token in tokens(text)]


def test_a_run_of_letters_without_end_is_cut() -> None:
    assert {LONGEST} == {len(token.text) for token in tokens("a" * LONGEST * 100)}
    assert {LONGEST} == {len(token.text) for token in tokens("é" * LONGEST * 100)}


@given(st.text(max_size=300))
def test_every_word_stands_at_its_place_and_in_order(text: str) -> None:
    found = tokens(text)

    assert [fold(text[token.start : token.end]) for token in found] == [token.text for token in found]
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert folded(text).split() == [token.text for token in found]


FORMS = [
    ("organisations", {"organization", "organizations", "organisation"}),
    ("prioritise", {"prioritize"}),
    ("analyse", {"analyze"}),
    ("labour", {"labor", "labours"}),
    ("neighbouring", {"neighboring"}),
    ("centre", {"center", "centres"}),
    ("programme", {"program", "programmes"}),
    ("countries", {"country"}),
    ("crisis", {"crises"}),
    ("women", {"woman"}),
    ("journaux", set()),
    ("nationaux", {"national"}),
    ("naciones", {"nacion"}),
    ("безопасность", {"безопасности", "безопасностью"}),
    ("наций", {"нация", "нациями"}),
    ("государство", {"государств", "государствами"}),
    ("القرار", {"قرار", "والقرار", "بالقرار"}),
]


@pytest.mark.parametrize(("word", "others"), FORMS)
def test_a_word_has_its_other_spellings_and_forms(word: str, others: set[str]) -> None:
    assert others <= set(forms(word))
    assert word not in forms(word)


NOT_FORMS = [
    ("exercise", "exercize"),
    ("developing", "developed"),
    ("size", "sise"),
    ("this", "thi"),
    ("access", "acces"),
]


@pytest.mark.parametrize(("word", "other"), NOT_FORMS)
def test_words_that_differ_in_meaning_are_not_joined(word: str, other: str) -> None:
    assert other not in forms(word)


def test_only_the_rules_of_the_languages_asked_for_are_used() -> None:
    assert forms("безопасность", ("en",)) == ()
    assert "organization" not in forms("organisation", ("fr",))


def test_words_that_some_write_with_a_hyphen_are_two() -> None:
    assert split("cooperation") == ("co", "operation")
    assert split("nonproliferation") == ("non", "proliferation")
    assert split("country") is None


@given(
    st.text(st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x400, max_codepoint=0x52F), max_size=60)
)
def test_european_letters_are_cut_as_all_others_are(text: str) -> None:
    beside = f"{text} 核"  # one sign that sends the text by the pattern of all scripts

    assert tokens(text) == tokens(beside)[:-1]
