"""The brief in the room: its first page, what stands behind it, its files, its limits."""

import io
import re
import zipfile

import pytest

from acquis.model import Pinpoint

BELOVESK = "osr:2019-06-13/belovesk-declaration"
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"


@pytest.fixture(scope="module")
def page(outside):
    return outside.get("/brief", params={"of": BELOVESK}).text


def test_the_first_page_is_a_table_with_everything_behind_it(page):
    assert page.index("What this text says that matters") < page.index('id="behind-1"')
    assert "AMESCA DECLARATION" in page
    assert "same organ, same kind, same series, last earlier date" in page


def test_addresses_lead_to_what_is_held_and_notes_to_their_calls(page):
    called, told = re.findall(r'href="#(note-\d+)"', page), re.findall(r'<li id="(note-\d+)"', page)

    assert set(called) == set(told)
    assert '<a href="/d/osr/2019-06-13/belovesk-declaration/@en-x-unstated/p' in page
    assert len(told) == len(set(told))


def test_the_sections_are_reached_from_a_list_of_them(page):
    assert re.findall(r'href="#(behind-\d+)"', page) == re.findall(r'id="(behind-\d+)"', page)


def test_a_name_is_said_to_have_been_taken_for_a_text(outside):
    assert "was taken for" in outside.get("/brief", params={"of": "Belovesk 2019"}).text


def test_another_text_can_be_compared_with(outside):
    found = outside.get("/brief.json", params={"of": BELOVESK, "against": DREVINA}).json()

    assert [DREVINA] == [each["address"] for each in found["against"]]
    assert found["paper"]["title"].startswith("Brief: ")


def test_nothing_is_remembered_of_a_comparison_without_an_account(outside):
    before = outside.get("/brief.json", params={"of": BELOVESK}).json()["against"]
    outside.get("/brief", params={"of": BELOVESK, "against": DREVINA})

    assert before == outside.get("/brief.json", params={"of": BELOVESK}).json()["against"]


def test_the_rows_of_the_first_page_are_its_csv(outside):
    lines = outside.get("/brief.csv", params={"of": BELOVESK}).text.lstrip("\ufeff").splitlines()

    assert "about,words,proofs" == lines[0]
    assert any(each.startswith("The text,") for each in lines)


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "html"])
def test_a_brief_is_a_file_too(form, outside):
    answer = outside.get(f"/brief.{form}", params={"of": BELOVESK})

    assert 200 == answer.status_code
    assert f'.{form}"' in answer.headers["content-disposition"]
    if form == "docx":
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    elif form == "pdf":
        assert answer.content.startswith(b"%PDF")
    else:
        assert b"BELOVESK DECLARATION" in answer.content


def test_a_text_that_may_not_be_passed_on_has_no_brief(outside, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    guarded = next(each["address"] for each in found if "Turnstone" in each["title"])
    page = outside.get("/brief", params={"of": guarded})

    assert 200 == page.status_code
    assert "turnstone clause" not in page.text.casefold()
    assert "turnstone clause" not in outside.get("/brief.json", params={"of": guarded}).text.casefold()
    assert 403 == outside.get("/brief.md", params={"of": guarded}).status_code
    assert 403 != inside.get("/brief.md", params={"of": guarded}).status_code


def test_words_of_another_text_that_may_not_be_passed_on_are_left_out(outside, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    guarded = next(each["address"] for each in found if "Turnstone" in each["title"])
    answer = outside.get("/brief", params={"of": BELOVESK, "against": guarded})

    assert "turnstone clause" not in answer.text.casefold()


def test_of_a_source_that_may_not_be_passed_on_only_the_place_is_left(monkeypatch):
    from acquis.formats._paper import Note, Paper, Run, Table, line
    from acquis.web import cited

    monkeypatch.setattr(cited, "quotable", lambda _, address: not address.startswith("x:"))
    words, place = (
        Run("“hidden”", address="x:a@en#p1", note=Note("hidden too", "x:a@en#p1")),
        Run("p1", address="x:a@en#p1"),
    )
    kept = Run("seen", address="y:b@en#p2", note=Note("seen too", "y:b@en#p2"))
    row = (
        cited.withheld(None, Paper("", (Table("", ("",), ((line(words, place, kept),),)),), "public", ""))
        .blocks[0]
        .rows[0]
    )

    assert [("…", ""), ("p1", None), ("seen", "seen too")] == [
        (run.text, run.note.words if run.note else None) for run in row[0]
    ]


def test_hostile_words_stay_words(outside, addresses):
    page = outside.get("/brief", params={"of": str(Pinpoint.from_url(addresses["harm"]))})

    assert 200 == page.status_code
    assert "<script>alert" not in page.text
    assert "<img" not in page.text


@pytest.mark.parametrize(
    "of", ["/etc/passwd", "nosuch 1900", "<script>alert(9)</script>", "x" * 5_000, "\x00", "un:x#"]
)
def test_an_unknown_text_is_a_plain_page_and_no_file_is_read(of, outside):
    answer = outside.get("/brief", params={"of": of})

    assert 400 <= answer.status_code < 500
    assert "<script>alert" not in answer.text
    assert "root:" not in answer.text


def test_a_text_with_too_many_sentences_is_refused_in_words(outside, monkeypatch):
    from acquis.web.pages import brief

    monkeypatch.setattr(brief, "SENTENCES", 3)
    answer = outside.get("/brief", params={"of": BELOVESK})

    assert 400 == answer.status_code
    assert "up to 3 are" in answer.text


def test_without_a_text_there_is_a_form(outside):
    assert 'name="of"' in outside.get("/brief").text


def test_nothing_of_a_restricted_text_shows(outside, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    secret = next(each["address"] for each in found if "Zebrafinch" in each["title"])

    assert 404 == outside.get("/brief", params={"of": secret}).status_code
    assert 404 == outside.get("/brief", params={"of": BELOVESK, "against": secret}).status_code
    assert "zebrafinch" not in outside.get("/brief", params={"of": BELOVESK}).text.casefold()
