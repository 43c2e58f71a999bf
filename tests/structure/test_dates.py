"""Dates in the forms of seven languages."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model.days import Day
from acquis.structure.dates import dates_in, day_in, year_in

DATES = [
    ("June 15, 2011", None, ["2011-06-15"]),
    ("June 15 2011", None, ["2011-06-15"]),
    ("15 June 2011", None, ["2011-06-15"]),
    ("15\u00a0June\u00a02011", "en", ["2011-06-15"]),
    ("15th of June, 2011", None, ["2011-06-15"]),
    ("the 15th day of June in the year 2011", None, ["2011-06-15"]),
    ("15-Jun-2011", None, ["2011-06-15"]),
    ("Jan. 3, 1999", "en", ["1999-01-03"]),
    ("Done at Halmor this sixteenth day of August two thousand and seven", "en", ["2007-08-16"]),
    ("this first day of May, in the year one thousand nine hundred and ninety-nine,", "en", ["1999-05-01"]),
    ("16 August, 2007 - 15:15", "en", ["2007-08-16"]),
    ("16 августа, 2007 - 15:15", None, ["2007-08-16"]),
    ("16 АВГУСТА 2007 ГОДА", None, ["2007-08-16"]),
    ("“15” июня 2011 года", "ru", ["2011-06-15"]),
    ("June 2011", None, ["2011-06"]),
    ("2011-06-15", None, ["2011-06-15"]),
    ("2011/6/15", None, ["2011-06-15"]),
    ("2011-06-15T10:30:00Z", None, ["2011-06-15"]),
    ("15.06.2011", None, ["2011-06-15"]),
    ("06.15.2011", None, ["2011-06-15"]),
    ("15/06/2011", "en", ["2011-06-15"]),
    ("05/06/2011", "es", ["2011-06-05"]),
    ("05/05/2011", None, ["2011-05-05"]),
    ("二〇一一年六月十五日", None, ["2011-06-15"]),
    ("2011 年 6 月 15 日", "zh", ["2011-06-15"]),
    ("昭和64年1月7日", "ja", ["1989-01-07"]),
    ("平成元年1月8日", None, ["1989-01-08"]),
    ("2011年6月", None, ["2011-06"]),
    ("le 1er janvier 2011", None, ["2011-01-01"]),
    ("FAIT à Halmor, le seize août deux mille sept", "fr", ["2007-08-16"]),
    ("16 de agosto del año 2007", "es", ["2007-08-16"]),
    ("16 شعبان 1428 هـ الموافق 29 آب/أغسطس 2007", "ar", ["2007-08-29", "2007-08-29"]),
    ("١٦ أغسطس ٢٠٠٧", None, ["2007-08-16"]),
    ("resolution 61/88 of 6 December 2006 and decision 5 of 17 March 2011", "en", ["2006-12-06", "2011-03-17"]),
    ("on 20 January and 17 March 2011", "en", ["2011-01-20", "2011-03-17"]),
    ("the Conventions of 12 August 1949,19 as well", "en", ["1949-08-12"]),
    ("第三届会议于2007年8月16日在比什凯克举行", "zh", ["2007-08-16"]),
]


@pytest.mark.parametrize(("words", "language", "days"), DATES)
def test_a_date_is_read_in_any_form(words: str, language: str | None, days: list[str]) -> None:
    assert days == [str(dated.day) for dated in dates_in(words, language)]


RANGES = [
    ("14-15 June 2011", ("2011-06-14", "2011-06-15")),
    ("14 and 15 June 2011", ("2011-06-14", "2011-06-15")),
    ("from 14 to 15 June 2011", ("2011-06-14", "2011-06-15")),
    ("June 14–15, 2011", ("2011-06-14", "2011-06-15")),
    ("30 June — 4 July 2011", ("2011-06-30", "2011-07-04")),
    ("30 June 2010 to 4 July 2011", ("2010-06-30", "2011-07-04")),
    ("14.06.2011 – 15.06.2011", ("2011-06-14", "2011-06-15")),
    ("14–15.06.2011", ("2011-06-14", "2011-06-15")),
    ("du 14 au 15 juin 2011", ("2011-06-14", "2011-06-15")),
    ("del 14 al 15 de junio de 2011", ("2011-06-14", "2011-06-15")),
    ("14−15 июня 2011 г.", ("2011-06-14", "2011-06-15")),
    ("2011年6月14日至15日", ("2011-06-14", "2011-06-15")),
    ("2011年6月14-15日", ("2011-06-14", "2011-06-15")),
    ("2011年6月30日～7月2日", ("2011-06-30", "2011-07-02")),
    ("2010年12月31日至2011年1月2日", ("2010-12-31", "2011-01-02")),
]


@pytest.mark.parametrize(("words", "ends"), RANGES)
def test_a_range_has_both_its_days(words: str, ends: tuple[str, str]) -> None:
    assert [ends] == [(str(dated.day), str(dated.until)) for dated in dates_in(words)]


REFUSED = [
    *("31 June 2011", "30 February 2000", "15.13.2011", "2011-02-29", "2011年13月1日", "June 31, 2011"),
    *("05/06/2011", "15/06/11", "15.06.11", "15 June '11", "15 June", "2011", "resolution 1973"),
    *("平成32年1月1日", "昭和47年（1973年）9月29日", "A/2011/06/15", "No. 15/06/2011/4", "States may in 2011 act"),
    *("", "in the second May of", "June", "12:15-06-2011", "0 June 2011"),
]


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_no_clear_day_is_refused(words: str) -> None:
    assert [] == [dated.stated for dated in dates_in(words)]


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "zh", None]))
def test_what_is_stated_stands_at_its_span(text: str, language: str | None) -> None:
    for dated in dates_in(f"{text} 14–15 June 2011 {text}", language):
        assert dated.stated == dated.span.of(f"{text} 14–15 June 2011 {text}")


@given(st.dates(date(1500, 1, 1), date(2199, 12, 31)))
def test_an_iso_date_is_read_back(day: date) -> None:
    assert Day.parse(day.isoformat()) == day_in(f"on {day.isoformat()}.")


def test_the_first_day_is_given() -> None:
    assert Day(2007, 8, 16) == day_in("held on 16 August 2007 and 15 June 2011", "en")
    assert day_in("held yesterday", "en") is None


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("adopted in 2006", 2006),
        ("A/2006/12 of 1999", 1999),
        ("2011年", 2011),
        ("в 2011 г.", 2011),
        ("12,2006,5", None),
    ],
)
def test_a_year_is_found_where_it_stands_alone(words: str, year: int | None) -> None:
    assert (year and Day(year)) == year_in(words)


@pytest.mark.parametrize(
    "hostile", ["1 May " * 20000, "1-" * 40000, "年" * 40000, "may and " * 20000, "first of " * 20000]
)
def test_hostile_texts_take_no_longer_than_long_ones(hostile: str) -> None:
    began = time.process_time()
    dates_in(hostile + " 2011")

    assert time.process_time() - began < 8
