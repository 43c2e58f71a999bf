"""Numbers in digits, letters, signs and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.structure.numerals import cardinal, number, ordinal, roman

NUMERALS = [
    *(("12", 12), ("١٢", 12), ("۱۲", 12), ("१२", 12), ("１２", 12), ("⑫", 12), ("0", 0), ("007", 7)),
    *(("XII", 12), ("xii", 12), ("Ⅻ", 12), ("IV", 4), ("MCMXCIV", 1994), ("ХІХ", 19), ("ХХ", 20)),
    *(("IIII", None), ("VX", None), ("IC", None), ("Xii", None), ("VIIII", None), ("LL", None)),
    *(("十", 10), ("十九", 19), ("二十", 20), ("百十一", 111), ("一百一十一", 111), ("二〇一一", 2011), ("廿三", 23)),
    *(("二零零七", 2007), ("两千", 2000), ("一万二千", 12000), ("壱", 1), ("貳拾", 20)),
    *(("", None), ("twelve", None), ("1a", None), ("-1", None), ("1.5", None), ("С", None), ("人", None), (" 7 ", 7)),
    ("9" * 5000, None),
]


@pytest.mark.parametrize(("words", "value"), NUMERALS, ids=str)
def test_a_numeral_of_any_script_states_its_number(words: str, value: int | None) -> None:
    assert value == number(words)


ORDINALS = [
    *(("First", "en", 1), ("sixty-first", "en", 61), ("sixty first", "en", 61), ("one hundred and twelfth", "en", 112)),
    *(
        ("61st", "en", 61),
        ("3rd", "en", 3),
        ("premier", "fr", 1),
        ("PREMIÈRE", "fr", 1),
        ("1er", "fr", 1),
        ("Ier", "fr", 1),
    ),
    *(("vingt et unième", "fr", 21), ("quatre-vingt-dix-neuvième", "fr", 99), ("cinquième", "fr", 5), ("2e", "fr", 2)),
    *(
        ("primero", "es", 1),
        ("tercera", "es", 3),
        ("decimotercero", "es", 13),
        ("trigésimo primero", "es", 31),
        ("1.º", "es", 1),
    ),
    *(
        ("первая", "ru", 1),
        ("шестьдесят первая", "ru", 61),
        ("третьей", "ru", 3),
        ("сто пятая", "ru", 105),
        ("5-й", "ru", 5),
    ),
    *(
        ("الأولى", "ar", 1),
        ("الثاني", "ar", 2),
        ("الحادية عشرة", "ar", 11),
        ("العشرون", "ar", 20),
        ("المائة", "ar", 100),
    ),
    *(("الحادية والعشرين", "ar", 21), ("السادسة عشرة بعد المائة", "ar", 116), ("الثانيَة", "ar", 2)),
    *(("第六十一", "ja", 61), ("第12", "zh", 12), ("sixty-first", None, 61), ("первая", None, 1)),
    *(("river", "en", None), ("sixty-first", "ru", None), ("", "en", None), ("12", "en", None)),
]


@pytest.mark.parametrize(("words", "language", "value"), ORDINALS)
def test_an_ordinal_states_its_number(words: str, language: str | None, value: int | None) -> None:
    assert value == ordinal(words, language)


CARDINALS = [
    *(("two thousand and seven", "en", 2007), ("one thousand nine hundred and sixty-nine", "en", 1969)),
    *(("nineteen hundred and forty-five", "en", 1945), ("deux mille sept", "fr", 2007), ("seize", "fr", 16)),
    *(("mil neuf cent quatre-vingt-dix-neuf", "fr", 1999), ("mil novecientos noventa y nueve", "es", 1999)),
    *(("две тысячи седьмого", "ru", 2007), ("тысяча девятьсот сорок пятого", "ru", 1945), ("ألفين وسبعة", "ar", 2007)),
    *(("river", "en", None), ("", "en", None)),
]


@pytest.mark.parametrize(("words", "language", "value"), CARDINALS)
def test_counting_words_state_their_number(words: str, language: str, value: int | None) -> None:
    assert value == cardinal(words, language)


@given(st.integers(1, 3999))
def test_a_roman_numeral_is_read_as_it_was_written(n: int) -> None:
    assert n == number(roman(n)) == number(roman(n).lower())


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert number(text) is None or number(text) >= 0  # type: ignore[operator]
    ordinal(text, None)
    cardinal(text, None)


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="1 to 3999"):
        roman(n)
