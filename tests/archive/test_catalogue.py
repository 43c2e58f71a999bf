"""The record that is worked out: whose text, called what, adopted when, and what it is worth."""

import pytest

from acquis.archive.catalogue import Catalogued
from acquis.archive.preparing import prepare
from acquis.errors import AcquisError
from acquis.model import Basis, Claim
from tests.archive.written import declaration

RESOLUTION = """United Nations

A/RES/61/88

General Assembly

Distr.: General
18 December {issued}

Sixty-first session
Agenda item 90 (j)

Resolution adopted by the General Assembly on {adopted}

61/88. Of wells and walls

The General Assembly,

Recalling its earlier words on wells,

1. Welcomes the building of walls around wells;

2. Decides to look at them again.
"""


def made(content: bytes | str, name: str = "a.txt", **given: str) -> Catalogued:
    claims = [Claim(field.replace("_", "."), value, Basis.CORRECTION) for field, value in given.items()]
    return prepare(content if isinstance(content, bytes) else content.encode(), name, given=claims).catalogued


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisation", "osr"),
        ("organ", "CHS"),
        ("kind", "declaration"),
        ("place", "Halmor"),
        ("date.adoption", "2005-06-09"),
        ("language", "en"),
    ],
)
def test_a_declaration_is_catalogued_by_its_own_words(field: str, value: str) -> None:
    assert made(declaration()).record.value(field) == value


def test_a_symbol_names_the_work_whatever_else_is_printed() -> None:
    done = made(RESOLUTION.format(issued=2006, adopted="6 December 2006"))

    assert done.address == "un:A/RES/61/88@en"
    assert done.record.value("kind") == "resolution"
    assert done.record.value("date.adoption") == "2006-12-06"
    assert done.record.value("standing") == "authentic"


def test_a_resolution_about_an_agreement_is_a_resolution() -> None:
    text = RESOLUTION.format(issued=2006, adopted="6 December 2006")
    done = made(text.replace(_title(text), "Wells under the Agreement of 1995"))

    assert "resolution" == done.record.value("kind")
    assert {"agreement", "resolution"} == {claim.value for claim in done.record.all("kind")}


def _title(text: str) -> str:
    return made(text).record.value("title") or ""


def test_a_day_outside_the_session_of_the_symbol_is_refused_and_listed() -> None:
    done = made(RESOLUTION.format(issued=2006, adopted="6 December 1946"))
    refused = [claim for claim in done.record.conflicts if claim.field == "date.adoption"]

    assert [claim.value for claim in refused] == ["1946-12-06"]
    assert done.record.value("date.adoption") != "1946-12-06"
    assert any("contradicts the session" in doubt for doubt in done.doubts)
    assert done.address.work == "un:A/RES/61/88"


def test_what_a_person_gives_wins_over_what_is_read() -> None:
    done = made(declaration(), date_adoption="2006-06-09", place="Orvelin")

    assert (done.record.value("date.adoption"), done.record.value("place")) == ("2006-06-09", "Orvelin")
    assert done.address.work == "osr:2006-06-09/halmor-declaration"
    assert any("the day of adoption is 2006-06-09" in doubt for doubt in done.doubts)


def test_what_is_not_stated_is_said_to_be_unstated_and_why() -> None:
    record = made("A few words that nobody signed.\n\nAnd no day.\n").record

    for field in ("place", "date.adoption", "source", "organisation"):
        assert record.value(field) is None
        assert record.why(field)
    assert made("A few words that nobody signed.\n\nAnd no day.\n").address.scheme == "file"


def test_two_days_that_disagree_are_a_doubt() -> None:
    content = declaration().replace(b"June 9, 2005", b"June 10, 2005")
    done = made(content)

    assert done.record.value("date.adoption") == "2005-06-10"
    assert [doubt for doubt in done.doubts if "2005-06-09" in doubt]


@pytest.mark.parametrize(
    ("more", "address_tag", "standing"),
    [
        ("", "en-x-unstated", "unknown"),
        ("[Source] Secretariat of the Organisation of the Seven Rivers\n", "en-x-unstated", "unknown"),
    ],
)
def test_the_standing_is_unknown_where_no_source_says(more: str, address_tag: str, standing: str) -> None:
    done = made(declaration(more=more))

    assert (done.address.language, done.record.value("standing")) == (address_tag, standing)


def test_a_stated_source_is_not_doubted() -> None:
    assert not any("source" in doubt for doubt in made(declaration(more="[Source] Secretariat\n")).doubts)
    assert any("source" in doubt for doubt in made(declaration()).doubts)


def test_an_empty_file_is_refused_or_kept_by_its_bytes() -> None:
    try:
        assert made(b"").address.scheme == "file"
    except AcquisError as refused:
        assert str(refused)
