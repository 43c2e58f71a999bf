"""The cases of Russian names, and what languages say of peoples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.languages import words
from acquis.languages.cases_ru import cases
from acquis.languages.peoples import PEOPLED, peoples
from acquis.register.gazetteer import codes


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("египет", "египта"),
        ("москва", "москве"),
        ("ташкент", "ташкенте"),
        ("армения", "армению"),
        ("китай", "китаем"),
        ("нидерланды", "нидерландов"),
        ("филиппины", "филиппин"),
        ("казань", "казани"),
        ("брюссель", "брюсселем"),
        ("париж", "парижем"),
        ("гаага", "гааги"),
        ("шри-ланка", "шри-ланке"),
        ("европейский союз", "европейского союза"),
        ("ближний восток", "ближнему востоку"),
        ("саудовская аравия", "саудовской аравией"),
        ("объединенные арабские эмираты", "объединенными арабскими эмиратами"),
        ("организация объединенных наций", "организации объединенных наций"),
        ("содружество независимых государств", "содружеству независимых государств"),
        ("босния и герцеговина", "боснией и герцеговиной"),
        ("республика молдова", "республики молдова"),
        ("корейская народно-демократическая республика", "корейской народно-демократической республики"),
        ("папуа - новая гвинея", "папуа - новой гвинее"),
        ("совещание по доверию и мерам в азии", "совещании по доверию и мерам в азии"),
    ],
)
def test_a_name_is_declined_by_its_endings_and_what_follows_its_noun_stays(name: str, form: str) -> None:
    assert form in cases(name)


@pytest.mark.parametrize("name", ["чили", "токио", "сан-марино", "перу"])
def test_a_name_without_cases_stays_as_it_is(name: str) -> None:
    assert (name,) == cases(name)


@given(st.text(alphabet="абвгийлнорстуыьяе -", max_size=30))
def test_a_name_comes_first_among_its_cases_and_none_comes_twice(name: str) -> None:
    found = cases(name)

    assert name == found[0]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("fr", "libanais libanaise libanaises tunisien tunisiennes grecque suisses"),
        ("es", "libanés libanesa libaneses español española marroquíes suiza"),
        ("ru", "российск* шведск*"),
        ("ar", "اللبناني اللبنانية"),
    ],
)
def test_what_is_said_of_a_people_stands_in_all_its_forms(tag: str, forms: str) -> None:
    assert set(words(forms)) <= {form for form, _ in peoples(tag)}


@pytest.mark.parametrize("tag", sorted(PEOPLED))
def test_peoples_are_those_of_states_that_have_a_code(tag: str) -> None:
    assert {code for _, code in peoples(tag)} <= codes()
