"""Cite boxes in the room, and RIS as other programs read it."""

import json
import re

import pytest

from acquis.model import Pinpoint

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland#p6"
RESOLUTION = "osr:OSR/CM/RES/2011/3#op3.a"


def fields(ris):
    pairs = (line.split("  - ", 1) for line in ris.rstrip("\r\n").split("\r\n"))
    return dict(pairs)


def test_a_counted_paragraph_is_said_to_have_no_printed_number(outside):
    found = outside.get("/cite.json", params={"of": HALMOR}).json()

    assert found["cited"]["people"].endswith("2005-06-09, sixth paragraph, unnumbered")
    assert HALMOR == found["address"]


def test_every_form_names_the_place_and_the_organisation(outside):
    cited = outside.get("/cite.json", params={"of": RESOLUTION}).json()["cited"]
    (item,) = json.loads(cited["csl"])
    ris = fields(cited["ris"])

    assert "paragraph 3 (a)" in cited["people"]
    assert "osr:OSR/CM/RES/2011/3@en#op3.a" == ris["N1"] == item["note"]
    assert ("STAT", "OSR/CM/RES/2011/3", "2011/04/06/") == (ris["TY"], ris["M1"], ris["DA"])
    assert "Organisation of the Seven Rivers" == item["author"][0]["literal"] == ris["AU"]
    assert "author = {{Organisation of the Seven Rivers}}" in cited["bibtex"]


@pytest.mark.parametrize(("kind", "begin"), [("bib", "@misc{"), ("ris", "TY  - GOVDOC\r\n"), ("csl", "[\n  {")])
def test_a_citation_is_a_file_too(kind, begin, outside):
    answer = outside.get(f"/cite.{kind}", params={"of": HALMOR})

    assert answer.text.startswith(begin)
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "path", [f"/cite?of={HALMOR.replace('#', '%23')}", "/d/osr/2005-06-09/halmor-declaration/@en-x-inland"]
)
def test_programs_that_keep_references_read_the_head_of_the_page(path, outside):
    page = outside.get(path).text

    assert '<meta name="citation_title" content="HALMOR DECLARATION' in page
    assert '<meta name="citation_publication_date" content="2005/06/09">' in page


def test_hostile_titles_stay_titles(outside, addresses):
    page = outside.get("/cite", params={"of": str(Pinpoint.from_url(addresses["harm"]))}).text

    assert "<script>alert" not in page
    assert '"onmouseover="' not in page


def test_no_words_of_a_title_begin_a_field(outside, addresses):
    lines = outside.get("/cite.ris", params={"of": str(Pinpoint.from_url(addresses["harm"]))}).content.decode()

    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines.rstrip("\r\n").split("\r\n"))


def test_a_text_that_may_not_be_passed_on_is_cited_all_the_same(outside, addresses):
    answer = outside.get("/cite", params={"of": str(Pinpoint.from_url(addresses["guarded"]))})

    assert "Turnstone Declaration" in answer.text
    assert "turnstone clause" not in answer.text


@pytest.mark.parametrize("of", ["nosuch", "<script>alert(9)</script>", "\x00", "z" * 4_000, "osr:x@@#"])
def test_an_unknown_text_is_a_plain_page(of, outside):
    answer = outside.get("/cite", params={"of": of})

    assert 400 <= answer.status_code < 500
    assert "<script>alert" not in answer.text


def test_the_citation_is_a_line_of_a_csv(outside):
    assert "address,citation" in outside.get("/cite.csv", params={"of": HALMOR}).text
    assert 'name="of"' in outside.get("/cite").text
