"""What a person types, and what it is taken for."""

from types import SimpleNamespace

import pytest

from acquis.archive.resolve import as_address, by_name
from acquis.errors import Ambiguous, NotHeld


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("un:A/RES/61/88", "un:A/RES/61/88"),
        ("A/RES/61/88", "un:A/RES/61/88"),
        ("a/res/61/88", "un:A/RES/61/88"),
        ("A/RES/61/88#op3", "un:A/RES/61/88#op3"),
        ("res 1973 (2011)", "un:S/RES/1973(2011)"),
        ("UN SC resolution 1973 (2011)", "un:S/RES/1973(2011)"),
        ("S/RES/1973 (2011)", "un:S/RES/1973(2011)"),
        ("resolution 61/88", "un:A/RES/61/88"),
        (" sco:2011-06-15/astana-declaration@en ", "sco:2011-06-15/astana-declaration@en"),
        ("ev-7k2m9qhdx4vn", "ev-7k2m9qhdx4vn"),
        ("Astana 2011", None),
        ("", None),
        ("#p3", None),
        ("1973", None),
    ],
)
def test_an_address_or_a_symbol_is_told_from_a_name(typed: str, address: str | None) -> None:
    assert as_address(typed) == address


def row(work: str, title: str, day: str | None = None, place: str | None = None) -> SimpleNamespace:
    code = work.split(":", maxsplit=1)[0]
    return SimpleNamespace(
        work=work, address=f"{work}@en", title=title, day=day, place=place, kind="declaration", organisation=code,
        symbol=None, organ="CHS",
    )  # fmt: skip


HELD = [
    row("osr:2004-05-14/orvelin-declaration", "Orvelin Declaration", "2004-05-14", "Orvelin"),
    row("osr:2011-06-16/vesgrad-declaration", "Vesgrad Declaration", "2011-06-16", "Vesgrad"),
    row("osr:2011-06-16/vesgrad-declaration", "Весградская декларация", "2011-06-16", "Vesgrad"),
    row("osr:2019-06-13/vesgrad-declaration", "Vesgrad Declaration on Glaciers", "2019-06-13", "Vesgrad"),
]


@pytest.mark.parametrize(
    ("typed", "work"),
    [
        ("Orvelin 2004", "osr:2004-05-14/orvelin-declaration"),
        ("orvelin", "osr:2004-05-14/orvelin-declaration"),
        ("Vesgrad 2011", "osr:2011-06-16/vesgrad-declaration"),
        ("2011", "osr:2011-06-16/vesgrad-declaration"),
        ("vesgrad glaciers", "osr:2019-06-13/vesgrad-declaration"),
        ("Vesgrad Declaration", "osr:2011-06-16/vesgrad-declaration"),
        ("OSR declaration, Orvelin", "osr:2004-05-14/orvelin-declaration"),
        ("весградская декларация", "osr:2011-06-16/vesgrad-declaration"),
    ],
)
def test_a_name_opens_the_one_document_that_holds_every_word(typed: str, work: str) -> None:
    took = by_name(typed, HELD)

    assert took.address == work
    assert took.said.startswith(f"{typed!r} was taken for ")


@pytest.mark.parametrize(("typed", "count"), [("Vesgrad", 2), ("declaration", 3), ("osr", 3)])
def test_a_name_of_several_lists_them_and_opens_none(typed: str, count: int) -> None:
    with pytest.raises(Ambiguous) as refused:
        by_name(typed, HELD)

    assert len(refused.value.candidates) == count
    assert all(candidate in str(refused.value) for candidate in refused.value.candidates)


@pytest.mark.parametrize("typed", ["Orvelin 2011", "Vesgrad 201", "?!", "", "in"])
def test_what_no_document_answers_to_is_refused(typed: str) -> None:
    with pytest.raises(NotHeld, match="No document answers to"):
        by_name(typed, HELD)


def test_a_slip_of_the_pen_is_told_the_nearest_names() -> None:
    with pytest.raises(NotHeld, match="Nearest:\n  osr:2004-05-14/orvelin-declaration"):
        by_name("Orvelin Declarasion", HELD)


def test_an_empty_archive_says_so() -> None:
    with pytest.raises(NotHeld, match="The archive is empty"):
        by_name("Orvelin", [])
