"""Every file of the languages shelf says what it must, in the form that the readers rely on."""

import unicodedata

import pytest

from acquis.languages import Language, Place, language, languages, words
from acquis.model.record import FIELDS
from acquis.structure.dates import dates_in

ACTS = frozenset(
    words("""
        report assess recall note recognise believe stress affirm welcome courtesy hope concern regret condemn oppose
        support require encourage call_for urge request demand ready intend commit decide adopt declare
    """)
)
ALL = [pytest.param(entry, id=entry.tag) for entry in languages()]


@pytest.mark.parametrize("entry", ALL)
def test_the_examples_of_a_language_are_read_as_it_says(entry: Language) -> None:
    read = [(stated, str(dates_in(stated, entry.tag)[0].day)) for stated, _ in entry.examples]

    assert list(entry.examples) == read


@pytest.mark.parametrize("entry", ALL)
def test_the_examples_are_read_without_knowing_the_language(entry: Language) -> None:
    clear = [(stated, day) for stated, day in entry.examples if stated != "15/06/2011"]

    assert clear == [(stated, str(dates_in(stated)[0].day)) for stated, _ in clear]


@pytest.mark.parametrize("entry", ALL)
def test_the_file_is_found_by_its_tag_and_any_region(entry: Language) -> None:
    assert entry is language(entry.tag)
    assert entry is language(f"{entry.tag.upper()}-x-someone")


@pytest.mark.parametrize("entry", ALL)
def test_every_phrase_is_in_small_letters_and_composed(entry: Language) -> None:
    phrases = [
        *entry.fields,
        *entry.months,
        *entry.hijri,
        *entry.ordinals,
        *entry.cardinals,
        *entry.abbreviations,
        *entry.stopwords,
        *entry.adverbs,
        *(verb.phrase for verb in entry.verbs),
        *(*entry.articles, *entry.chapters, *entry.sections, *entry.divisions, *entry.annexes),
        *(*entry.preambles, *entry.resolved, *entry.links, *entry.ranges),
    ]

    assert [] == [phrase for phrase in phrases if phrase != phrase.casefold() or phrase != phrase.strip()]
    assert [] == [phrase for phrase in phrases if phrase != unicodedata.normalize("NFC", phrase)]


@pytest.mark.parametrize("entry", ALL)
def test_every_month_has_a_name(entry: Language) -> None:
    assert set(range(1, 13)) == set(entry.months.values())


@pytest.mark.parametrize("entry", ALL)
def test_ordinals_run_from_one_past_a_hundred_without_a_gap(entry: Language) -> None:
    if not entry.spaced:
        pytest.skip("read by its digits")

    assert set(range(1, 121)) <= set(entry.ordinals.values())


@pytest.mark.parametrize("entry", ALL)
def test_record_fields_are_fields_of_ours(entry: Language) -> None:
    assert {*FIELDS, "text"} >= set(entry.fields.values())
    assert {"title", "place", "date.adoption", "source", "notes", "text"} <= set(entry.fields.values())


@pytest.mark.parametrize("entry", ALL)
def test_each_verb_has_one_known_class_and_a_strength(entry: Language) -> None:
    phrases = [verb.phrase for verb in entry.verbs]

    assert [] == sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    assert {verb.act for verb in entry.verbs} <= ACTS
    assert {verb.strength for verb in entry.verbs} == {1, 2, 3, 4, 5}
    assert {verb.place for verb in entry.verbs} == set(Place)


@pytest.mark.parametrize("entry", ALL)
def test_what_closes_or_leads_in_is_an_abbreviation(entry: Language) -> None:
    assert entry.closing | entry.leading <= entry.abbreviations
    assert not entry.closing & entry.leading
    assert not any(word.endswith(".") for word in entry.abbreviations)


@pytest.mark.parametrize("entry", ALL)
def test_headings_have_their_words(entry: Language) -> None:
    assert all((entry.articles, entry.chapters, entry.sections, entry.divisions, entry.annexes, entry.preambles))


OPENINGS = [
    ("en", "Recalling also its earlier decisions,", "recall", 1, Place.PREAMBLE),
    ("en", "Having regard to the Treaty,", "recall", 1, Place.PREAMBLE),
    ("en", "Deeply concerned at the drought,", "concern", 3, Place.PREAMBLE),
    ("en", "URGES Member States to act;", "urge", 4, Place.OPERATIVE),
    ("en", "Also strongly urges all parties;", "urge", 5, Place.OPERATIVE),
    ("en", "Expresses its deep concern at the flood;", "concern", 3, Place.OPERATIVE),
    ("en", "Takes note with appreciation of the report;", "welcome", 2, Place.OPERATIVE),
    ("en", "Takes note also of the report;", "note", 1, Place.OPERATIVE),
    ("en", "Calls once again upon the parties;", "call_for", 3, Place.OPERATIVE),
    ("en", "Recognises the need for rain;", "recognise", 2, Place.OPERATIVE),
    ("en", "We commit ourselves to dialogue.", "commit", 4, Place.OPERATIVE),
    ("fr", "Rappelant également ses résolutions,", "recall", 1, Place.PREAMBLE),
    ("fr", "Profondément préoccupée par la sécheresse,", "concern", 3, Place.PREAMBLE),
    ("fr", "Prie instamment les États membres", "urge", 4, Place.OPERATIVE),
    ("fr", "Décide de rester saisie de la question.", "decide", 5, Place.OPERATIVE),
    ("es", "Recordando también sus resoluciones,", "recall", 1, Place.PREAMBLE),
    ("es", "Profundamente preocupada por la sequía,", "concern", 3, Place.PREAMBLE),
    ("es", "Pide al Secretario General que informe;", "request", 4, Place.OPERATIVE),
    ("es", "Acoge con beneplácito el informe;", "welcome", 3, Place.OPERATIVE),
    ("ru", "ссылаясь также на свои резолюции,", "recall", 1, Place.PREAMBLE),
    ("ru", "будучи глубоко обеспокоена засухой,", "concern", 3, Place.PREAMBLE),
    ("ru", "подчёркивая важность диалога,", "stress", 3, Place.PREAMBLE),
    ("ru", "настоятельно призывает все стороны;", "urge", 4, Place.OPERATIVE),
    ("ru", "решительно осуждает нападения;", "condemn", 5, Place.OPERATIVE),
    ("zh", "回顾其以往各项决议，", "recall", 1, Place.PREAMBLE),
    ("zh", "深为关切旱灾，", "concern", 3, Place.PREAMBLE),
    ("zh", "敦促各方；", "urge", 4, Place.OPERATIVE),
    ("zh", "又请秘书长提出报告；", "request", 4, Place.OPERATIVE),
    ("ja", "これまでの決議を想起し、", "recall", 1, Place.PREAMBLE),
    ("ja", "暴力行為を強く非難する。", "condemn", 5, Place.OPERATIVE),
    ("ja", "事務総長に報告を要請する。", "request", 4, Place.OPERATIVE),
    ("ar", "وإذ تشير إلى قراراتها السابقة،", "recall", 1, Place.PREAMBLE),
    ("ar", "وإذ يساورها بالغ القلق إزاء الجفاف،", "concern", 3, Place.PREAMBLE),
    ("ar", "تطلب إلى الأمين العام أن يقدم تقريرا؛", "request", 4, Place.OPERATIVE),
    ("ar", "تحث جميع الدول", "urge", 4, Place.OPERATIVE),
]


@pytest.mark.parametrize(("tag", "opening", "act", "strength", "place"), OPENINGS)
def test_a_paragraph_is_known_by_the_verb_that_opens_it(
    tag: str, opening: str, act: str, strength: int, place: Place
) -> None:
    entry = language(tag)
    verb = entry.opening(opening) if entry else None

    assert verb is not None
    assert (act, strength, place) == (verb.act, verb.strength, verb.place)


@pytest.mark.parametrize(
    "opening", ["The river rose.", "Order of business", "Support for the valley", "", "§ 5", "Note"]
)
def test_other_paragraphs_open_with_no_verb(opening: str) -> None:
    entry = language("en")

    assert entry is not None
    assert entry.opening(opening) is None


def test_a_language_without_a_file_is_not_known() -> None:
    assert language("xx") is None
