"""The assent ledger in the room."""

import csv
import io
from urllib.parse import quote

import pytest

FLOW = "osr:2014-06-05/tal-azur-declaration#p21"


@pytest.fixture(scope="module")
def page(outside):
    return outside.get("/assent.json", params={"of": FLOW}).json()


def test_a_cell_has_what_was_done_why_and_the_proof(page):
    text = page["texts"][0]
    cells = {each["state"]: each for each in text["cells"]}

    assert ("dissociated", False) == (cells["state:XOS"]["cell"], cells["state:XOS"]["assents"])
    assert ("did not object", True) == (cells["state:XKV"]["cell"], cells["state:XKV"]["assents"])
    assert "Charter, article 12" in cells["state:XKV"]["why"]
    assert cells["state:XOS"]["proofs"]


def test_the_texts_stand_in_the_order_of_their_days(page):
    assert ["2014-06-05", "2014-11-20", "2017-06-22"] == [each["day"] for each in page["texts"]]


def test_a_later_member_has_no_cell_in_texts_before_its_day(page, outside):
    lirandia = [any(cell["state"] == "state:XLR" for cell in text["cells"]) for text in page["texts"]]

    assert [False, False, True] == lirandia
    assert "was not a member" in outside.get("/assent", params={"of": FLOW}).text


def test_nothing_is_told_by_colour_alone(outside):
    html = outside.get("/assent", params={"of": FLOW}).text

    assert '<span class="sign" aria-hidden="true">≠</span> dissociated' in html
    assert '<span class="sign" aria-hidden="true">✓</span> did not object' in html


def test_of_one_state_the_first_and_the_last_assent_are_told(outside):
    found = outside.get("/assent.json", params={"of": FLOW, "state": "Oskania"}).json()

    assert ("state:XOS", "2017-06-22", "2017-06-22") == (
        found["state"]["address"],
        found["first"]["name"],
        found["last"]["name"],
    )
    late = outside.get("/assent.json", params={"of": FLOW, "state": "XLR"}).json()
    assert "observer" in late["texts"][0]["uncounted"]


def test_a_phrase_can_be_asked_about(outside):
    found = outside.get("/assent.json", params={"text": "maintain a minimum flow in the Sarn and the Teshe"}).json()

    assert found["texts"]


def test_every_cell_is_a_line_of_the_csv(page, outside):
    answer = outside.get("/assent.csv", params={"of": FLOW})
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert sum(len(each["cells"]) for each in page["texts"]) == len(lines)
    assert {"day", "address", "adopted", "state", "name", "cell", "assents", "why", "proofs"} == set(lines[0])


def test_words_that_may_not_be_passed_on_are_not_quoted(outside, inside):
    asked = {"text": "The turnstone clause may be named and not quoted"}

    assert "may be named and not" not in outside.get("/assent.json", params={"of": turnstone(inside)}).text
    assert 200 == outside.get("/assent", params=asked).status_code


def turnstone(inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    return next(each["address"] for each in found if "Turnstone" in each["title"]) + "#p1"


@pytest.mark.parametrize(
    "query",
    [
        f"of={quote('osr:2014-06-05/tal-azur-declaration')}",
        "of=nosuch:x%23p1",
        f"text={'water ' * 1_000}",
        "of=%3Cscript%3Ealert(1)%3C/script%3E",
        f"of={quote(FLOW)}&state=osr",
        f"of={quote(FLOW)}&state=nobody",
    ],
)
def test_what_cannot_be_answered_is_a_plain_page(query, outside):
    answer = outside.get(f"/assent?{query}")

    assert 400 <= answer.status_code < 500
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\x00\x1b", "zebrafinch clause of the draft"])
def test_words_that_no_text_has_give_an_empty_ledger(text, outside):
    answer = outside.get("/assent", params={"text": text})

    assert answer.status_code < 500
    assert "<script>alert" not in answer.text
    assert "Zebrafinch" not in answer.text


def test_without_a_question_there_is_a_form(outside):
    assert 'name="text"' in outside.get("/assent").text


def test_texts_in_other_words_are_counted_apart_and_have_no_tick(page, outside):
    html = outside.get("/assent", params={"of": FLOW}).text

    assert (3, 2, [True, False, False]) == (page["total"], page["reworded"], [each["same"] for each in page["texts"]])
    assert "1 text carries these words. 2 have them in other words." in html
    assert '<span class="sign" aria-hidden="true">≈</span> did not object' in html


def test_who_stood_apart_is_told_where_nobody_else_objected(page, outside):
    html = outside.get("/assent", params={"of": FLOW}).text

    assert [["Oskania"], [], []] == [each["apart"] for each in page["texts"]]
    assert "without objection but for Oskania" in html
    assert "worded for <strong>all" in html


def test_neither_paths_nor_words_of_the_machine_stand_on_the_page(page, outside):
    (absent,) = [each for text in page["texts"] for each in text["cells"] if each["cell"] == "absent"]

    assert "absent" == absent["why"]
    assert "samples/" not in outside.get("/assent", params={"of": FLOW}).text


def test_the_margin_of_a_paragraph_says_who_stood_apart(outside):
    path = "/d/osr/2014-06-05/tal-azur-declaration/@en-x-unstated"
    section = outside.get(f"{path}/p21/margin", headers={"accept": "application/json"}).json()["sections"][0]
    (line,) = section["lines"]

    assert ("apart", "dissociated", "Oskania · 2014-06-05") == (section["name"], line["kind"], line["about"])
    assert "dissociates itself" in line["words"]
    assert 'href="/assent?of=' in outside.get(f"{path}/p21/margin").text
    assert "Did not go along" not in outside.get(f"{path}/p20/margin").text
