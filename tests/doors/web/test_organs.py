"""Organs and meetings in the room."""

import pytest


@pytest.fixture(scope="module")
def page(outside):
    return outside.get("/organs.json?of=osr&on=2012-01-01").json()


def test_an_organ_has_level_seat_and_competence(page):
    organs = {each["address"]: each for each in page["organs"]}

    assert (1, 4, "Drevina") == (
        organs["organ:osr/CHS"]["level"],
        organs["organ:osr/RC"]["level"],
        organs["organ:osr/RC"]["seat"],
    )
    assert "register of dams" in organs["organ:osr/RC"]["competence"]


def test_what_is_not_known_to_have_existed_stands_last(page):
    known = [each["known"] for each in page["organs"]]

    assert known == sorted(known, reverse=True)
    assert not known[-1]


def test_a_meeting_leads_to_the_texts_of_its_day(page):
    meeting = next(each for each in page["meetings"] if each["day"] == "2009-06-10")

    assert ("Sundrel", "4") == (meeting["place"], meeting["number"])
    assert "osr:2009-06-10" in meeting["texts"][0]["address"]
    assert all(each["day"] <= "2012-01-01" for each in page["meetings"])


def test_the_page_is_html_and_csv_too(outside):
    html = outside.get("/organs?of=osr").text

    assert "Council of Heads of State" in html
    assert "Belovesk" in html
    assert outside.get("/organs.csv?of=osr").text.lstrip("\ufeff").startswith("address,name,level,seat")
    assert 'name="of"' in outside.get("/organs").text


@pytest.mark.parametrize("query", ["of=KAZ", "of=%3Cscript%3E", "of=osr&on=x", f"of={'b' * 2_000}"])
def test_what_cannot_be_answered_is_a_plain_page(query, outside):
    answer = outside.get(f"/organs?{query}")

    assert 400 <= answer.status_code < 500
    assert "<script>" not in answer.text
