"""Symbols of the United Nations."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Pinpoint
from acquis.organisations._symbols import council_year, normal_symbol, parse, related, session_years
from acquis.organisations.un import own_symbol, symbol_in_name

NORMAL = [
    ("A/RES/61/88", "A/RES/61/88"),
    ("a/res/61/88", "A/RES/61/88"),
    ("A/RES/57/270 B", "A/RES/57/270B"),
    ("A/RES/76/84/A-B", "A/RES/76/84A-B"),
    ("A/RES/491 (V)", "A/RES/491(V)"),
    ("A/RES/217 A (III)", "A/RES/217A(III)"),
    ("A/RES/S-10/2", "A/RES/S-10/2"),
    ("A/RES/ES-10/23", "A/RES/ES-10/23"),
    ("A/RES/3201 (S-VI)", "A/RES/3201(S-VI)"),
    ("S/RES/1970\u00a0(2011)", "S/RES/1970(2011)"),
    ("S/RES/1882", "S/RES/1882(2009)"),
    ("A/HRC/PRST/OS/13/1", "A/HRC/PRST/OS/13/1"),
    ("A/C.3/78/L.49/Rev.1", "A/C.3/78/L.49/Rev.1"),
    ("A/31/ADD.1", "A/31/Add.1"),
    ("A/81/6 (SECT. 29C)", "A/81/6(Sect.29C)"),
    ("A/CONF.157/24 (Part I)", "A/CONF.157/24(PartI)"),
    ("UNEP/EA.2/RES.5", "UNEP/EA.2/Res.5"),
    ("CCPR/C/21/Rev.1/Add. 13", "CCPR/C/21/Rev.1/Add.13"),
    ("WHA55.14", "WHA55.14"),
    ("decision 55/488", "A/DEC/55/488"),
    ("res 1973", "S/RES/1973(2011)"),
    ("resolution 2024/13", "E/RES/2024/13"),
    ("HIV/AIDS", None),
    ("and/or", None),
    ("12/2011", None),
]

YEARS = [
    ("A/RES/61/88", (2006, 2007)),
    ("A/RES/491(V)", (1950, 1951)),
    ("A/RES/S-10/2", (1978, 1978)),
    ("A/RES/3201(S-VI)", (1974, 1974)),
    ("A/RES/5/1", None),
    ("S/RES/1973(2011)", (2011, 2011)),
    ("A/HRC/RES/1/2", (2006, 2006)),
    ("A/HRC/RES/16/15", (2011, 2011)),
    ("A/HRC/RES/S-9/1", (2009, 2009)),
    ("E/RES/1996/31", (1996, 1996)),
    ("E/RES/2017/2", (2016, 2017)),
    ("E/RES/663(XXIV)", (1957, 1957)),
    ("WHA55.14", (2002, 2002)),
    ("A/80/604/Add.11", (2025, 2026)),
]

OWN = [
    (["A/RES/68/135", "Distr.: General"], None, "A/RES/68/135"),
    (["United Nations  S/2024/870", "Security Council"], None, "S/2024/870"),
    (["Resolution 1973 (2011)", "Adopted by the Security Council at its 6498th meeting"], None, "S/RES/1973(2011)"),
    (
        ["Resolution adopted by the General Assembly on 18 May 2013", "68/135.\tWomen in rural areas"],
        None,
        "A/RES/68/135",
    ),
    (["Human Rights Council", "56/9.\tFreedom of assembly", "The Human Rights Council,"], None, "A/HRC/RES/56/9"),
    (["2024/13. Rivers", "The Economic and Social Council,"], None, "E/RES/2024/13"),
    (["1514 (XV). Declaration", "The General Assembly,"], None, "A/RES/1514(XV)"),
    (["68/135. Rivers"], "General Assembly", "A/RES/68/135"),
    (["68/135. Rivers"], None, None),
    (["68/135. Rivers", "68/136. Lakes"], "General Assembly", None),
    (["[on the report of the Third Committee (A/68/448)]"], None, None),
]

NAMES = [
    ("A_RES_68_135.pdf", "A/RES/68/135"),
    ("A_81_6 (SECT. 29C).docx", "A/81/6(Sect.29C)"),
    ("A-HRC-RES-16-15.html", "A/HRC/RES/16/15"),
    ("A_RES_S-10_2.txt", "A/RES/S-10/2"),
    ("declaration.pdf", None),
    ("N0652345.pdf", None),
]


@pytest.mark.parametrize(("printed", "normal"), NORMAL)
def test_a_symbol_has_one_normal_form(printed: str, normal: str | None) -> None:
    assert normal == normal_symbol(printed)


@pytest.mark.parametrize("normal", [normal for _, normal in NORMAL if normal])
def test_a_normal_form_is_its_own_and_fits_an_address(normal: str) -> None:
    assert normal == normal_symbol(normal)
    assert normal == Pinpoint(f"un:{normal}").local


@pytest.mark.parametrize(("symbol", "years"), YEARS)
def test_a_session_tells_the_years(symbol: str, years: tuple[int, int] | None) -> None:
    assert years == session_years(symbol)


@pytest.mark.parametrize(("head", "organ", "symbol"), OWN)
def test_a_document_says_its_own_symbol(head: list[str], organ: str | None, symbol: str | None) -> None:
    assert symbol == own_symbol(head, organ)


@pytest.mark.parametrize(("name", "symbol"), NAMES)
def test_the_name_of_a_file_may_spell_a_symbol(name: str, symbol: str | None) -> None:
    assert symbol == symbol_in_name(name)


def test_a_revision_is_of_the_document_without_it() -> None:
    assert related("A/C.3/78/L.49/Rev.1/Add.2") == "A/C.3/78/L.49"
    assert related("A/C.3/78/L.49") is None


def test_council_numbers_run_on_through_the_years() -> None:
    years = [council_year(number) for number in range(1, 2804)]

    assert years == sorted(year for year in years if year)
    assert council_year(0) is council_year(9999) is None


@given(st.text(max_size=200))
def test_no_text_breaks_the_grammar(text: str) -> None:
    known = normal_symbol(text)
    if known:
        assert known == normal_symbol(known)
        assert parse(known) is not None
    own_symbol([text], text)
    symbol_in_name(text)


def test_dates_of_real_documents_fit_their_sessions(shared) -> None:
    with (shared / "data/un_documents/dates.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["date"] and session_years(row["symbol"])]
    fit = [row for row in rows if _holds(session_years(row["symbol"]), int(row["date"][:4]))]

    assert len(fit) / len(rows) > 0.98


def _holds(years: tuple[int, int] | None, year: int) -> bool:
    return years is not None and years[0] <= year <= years[1]
