"""What a document is written as for other programs: text, JSON, references, tables."""

import csv
import dataclasses
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquis.errors import UnknownName, Unreadable
from acquis.formats import asjson, bibtex, csl, csvtable, parquet, plain
from acquis.formats._columns import COLUMNS, codebook
from acquis.formats._escape import LINE, XML, escaped, unescaped
from acquis.formats._writing import writer, writers
from acquis.model import Basis, Claim, Document
from tests.strategies import catalogued, charters, documents, letters, seeds, un_texts, wild_documents

LOOSE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

DECLARATION = """Declaration of the Harbour Cities

The harbour cities, meeting in Tarvik on 4 May 2031, declare as follows:

The cities agree to:

- keep their lights burning;
- share their charts.
"""


def stating(document: Document, **values: str) -> Document:
    claims = (Claim(name.replace("_", "."), value, Basis.CORRECTION) for name, value in values.items())
    return dataclasses.replace(document, record=document.record.plus(*claims))


@pytest.fixture(scope="module")
def declaration() -> Document:
    return stating(catalogued(DECLARATION), organisation="osr", date_adoption="2031-05-04", place="Tarvik")


# --- the shelf -----------------------------------------------------------------------------------------------


def test_the_shelf_has_its_forms() -> None:
    assert {"akn", "bibtex", "csl", "csv", "json", "parquet", "reading", "text"} <= set(writers())


@pytest.mark.parametrize("name", sorted(writers()))
def test_each_form_gives_the_same_bytes_for_the_same_document(name: str, declaration: Document) -> None:
    form = writer(name)

    assert form.name == name
    assert form.write(declaration) == form.write(declaration)


@pytest.mark.parametrize("name", sorted(name for name, form in writers().items() if form.read))
def test_each_form_that_can_be_read_gives_the_document_back(name: str, declaration: Document) -> None:
    form = writer(name)

    assert form.read is not None
    assert form.read(form.write(declaration)) == declaration


@given(documents())
@settings(LOOSE, max_examples=25)
def test_every_document_can_be_written_in_every_form(document: Document) -> None:
    for form in writers().values():
        assert isinstance(form.write(document), bytes)


def test_an_unknown_form_lists_those_there_are() -> None:
    with pytest.raises(UnknownName, match="bibtex"):
        writer("word perfect")


@given(st.text(letters))
@pytest.mark.parametrize("pattern", [XML, LINE])
def test_escaped_words_come_back_and_have_nothing_that_is_not_held(pattern: re.Pattern[str], words: str) -> None:
    assert unescaped(escaped(words, pattern)) == words
    assert not pattern.search(escaped(words, pattern))


# --- text and json -------------------------------------------------------------------------------------------


def test_the_text_has_its_printed_numbers(declaration: Document) -> None:
    assert (
        plain.write(declaration)
        .decode()
        .endswith("The cities agree to:\n\n- keep their lights burning;\n\n- share their charts.\n")
    )


def test_json_names_its_schema_and_is_field_by_field(declaration: Document) -> None:
    held = json.loads(asjson.write(declaration))

    assert held["schema"] == 1
    assert held["document"]["parts"][0]["path"] == "title"


@settings(LOOSE, max_examples=60)
@given(documents() | wild_documents())
def test_json_comes_back(document: Document) -> None:
    assert asjson.read(asjson.write(document)) == document


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b'{"schema": 2}', b'{"schema": 1, "document": {}}', b"[" * 99999]
)
def test_other_json_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        asjson.read(content)


# --- references ----------------------------------------------------------------------------------------------


def test_a_reference_for_citation_processors(declaration: Document) -> None:
    found = csl.item(declaration, at=declaration.address.at("p2.b1"))

    assert found["type"] == "document"
    assert found["title"] == "Declaration of the Harbour Cities"
    assert found["author"] == [{"literal": "OSR"}]
    assert found["issued"] == {"date-parts": [[2031, 5, 4]]}
    assert found["event-place"] == "Tarvik"
    assert found["note"] == f"{declaration.address}#p2.b1"


@pytest.mark.parametrize(("day", "parts"), [("2007-08", [2007, 8]), ("1945", [1945])])
def test_a_partial_date_has_the_parts_that_are_known(declaration: Document, day: str, parts: list[int]) -> None:
    base = dataclasses.replace(declaration, record=dataclasses.replace(declaration.record, claims=()))

    assert csl.item(stating(base, date_adoption=day))["issued"] == {"date-parts": [parts]}
    assert "issued" not in csl.item(base)


@pytest.mark.parametrize(
    ("kind", "kind_of_item"),
    [
        *[("convention", "treaty"), ("resolution", "legislation"), ("rules", "regulation"), ("plan", "report")],
        *[("letter", "personal_communication"), ("press", "webpage"), ("speech", "speech"), ("concept", "document")],
    ],
)
def test_each_kind_has_its_type_in_csl(declaration: Document, kind: str, kind_of_item: str) -> None:
    assert csl.item(stating(declaration, kind=kind))["type"] == kind_of_item


def parsed(content: bytes) -> list[Any]:
    import bibtexparser

    library: Any = bibtexparser.parse_string(content.decode())  # type: ignore[attr-defined]
    assert library.failed_blocks == []
    return list(library.entries)


def test_bibtex_is_read_by_another_program(declaration: Document) -> None:
    odd = stating(
        declaration, title="50 % of {all} wells & springs_\\now~", url="https://example.org/a?b=1", kind="plan"
    )
    first, second = (parsed(bibtex.write(each))[0] for each in (declaration, odd))

    assert second.entry_type == "techreport"
    assert second["url"] == "https://example.org/a?b=1"
    assert first.entry_type == "misc"
    assert first["author"] == "{OSR}"
    assert (first["year"], first["month"], first["date"]) == ("2031", "may", "2031-05-04")
    assert first["note"] == declaration.address


@settings(LOOSE, max_examples=60)
@given(documents())
def test_every_reference_is_read_by_another_program(document: Document) -> None:
    assert len(parsed(bibtex.write(document))) == 1


# --- tables --------------------------------------------------------------------------------------------------


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_for_each_paragraph(declaration: Document) -> None:
    rows = rows_of(csvtable.write(declaration))

    assert [row["path"] for row in rows] == [part.path for part in declaration.paragraphs]
    assert rows[2] | {} == rows[2] | {
        "address": f"{declaration.address}#p2.b1",
        "day": "2031-05-04",
        "day_is": "adoption",
        "part_kind": "bullet",
        "within": "p2",
        "n": "3",
        "words": "keep their lights burning;",
        "sentences": "1",
        "characters": "26",
        "text_hash": declaration.layers.hash,
        "marking": "internal",
    }


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@a", "\t=1", "＝1", "'=1", "''-", "plain", "'plain"])
def test_no_cell_is_taken_for_a_formula_and_each_comes_back(declaration: Document, words: str) -> None:
    cell = rows_of(csvtable.write(stating(dataclasses.replace(declaration), title=words)))[0]["title"]
    back = re.sub(r"^'(?='*[=+@\t\r\n＝＋－＠-])", "", cell)

    assert cell[0] not in "=+-@\t＝"
    assert back == words


def test_parquet_has_the_words_as_they_are(declaration: Document, tmp_path: Path) -> None:
    import duckdb

    odd = stating(declaration, title='=1 "two"\nthree\x00four')
    path = tmp_path / "table.parquet"
    path.write_bytes(parquet.write_many([odd, declaration]))
    found: Any = duckdb.sql(f"SELECT title, n, level, number FROM '{path}'")
    held = found.fetchall()

    assert len(held) == 2 * len(declaration.paragraphs)
    assert held[0] == ('=1 "two"\nthree\x00four', 1, 1, None)
    assert held[2][3] == "-"


def test_the_codebook_says_what_each_column_means() -> None:
    page = codebook()

    assert all(f"| `{column.name}` | {column.type} |" in page for column in COLUMNS)
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


# --- real documents ------------------------------------------------------------------------------------------


def test_real_documents_come_back_from_json(shared: Path) -> None:
    for document in (*seeds(shared), *charters(shared)):
        assert asjson.read(asjson.write(document)) == document


@pytest.mark.slow
def test_a_table_of_two_hundred_documents_has_every_paragraph(shared: Path) -> None:
    held = list(un_texts(shared, 200))
    rows = rows_of(csvtable.write_many(held))

    assert len(rows) == sum(len(document.paragraphs) for document in held)
    assert all(row["address"].startswith(f"{row['work']}@") for row in rows)
