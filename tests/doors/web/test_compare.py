"""Compare in the room: two texts, two passages, a series; aligned, marked, and refused where there is nothing to say."""

from urllib.parse import parse_qsl

import pytest
from lxml import html

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland"
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"
SUNDREL = "osr:2009-06-10/sundrel-declaration@en-x-unstated"


def asked(client, path="/compare", **params):
    return client.get(path, params=params)


@pytest.fixture(scope="module")
def rows(outside):
    return asked(outside, "/compare.json", a=DREVINA, b=SUNDREL).json()["parts"]


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"a": HALMOR, "b": DREVINA},
        {"a": "Halmor 2005", "b": "osr:2007-09-18/drevina-declaration", "only": "changes"},
        {"a": f"{HALMOR}#p3", "b": f"{DREVINA}#p3"},
        {"a": f"{HALMOR}#p3", "b": "every riparian State shall have a fair and reasonable share in the seven rivers"},
        {"a": HALMOR, "b": DREVINA, "with": [SUNDREL]},
    ],
)
def test_the_page_is_html_and_json_and_csv(params, outside):
    html, json, table = (asked(outside, f"/compare{ending}", **params) for ending in ("", ".json", ".csv"))

    assert [200, 200, 200] == [html.status_code, json.status_code, table.status_code]
    assert "Compare" == json.json()["title"]
    assert " style=" not in html.text


def test_every_passage_of_both_texts_has_its_row(rows, outside):
    later = [row["later"]["said"]["address"] for row in rows if row["later"]]
    earlier = {side["said"]["address"] for row in rows for side in row["earlier"]}

    assert len(later) == len(set(later)) == 31
    assert 26 == len(earlier)
    assert {"carried", "adapted", "split", "come", "gone"} <= {row["kind"] for row in rows}


def test_what_was_carried_has_no_marks_and_what_changed_has(rows):
    for row in rows:
        marks = [mark for side in row["earlier"] for mark in side["said"]["marks"]]
        assert not (row["kind"] == "carried" and marks)
        assert row["kind"] != "adapted" or marks or row["later"]["said"]["marks"]


def test_words_that_went_into_another_passage_are_not_told_as_dropped(rows):
    split = [row for row in rows if row["kind"] == "split"]
    kinds = {mark["kind"] for row in split for mark in row["earlier"][0]["said"]["marks"]}

    assert 2 <= len(split)
    assert "elsewhere" in kinds


def test_counts_at_the_head_are_those_of_the_rows(rows, outside):
    counts = dict(asked(outside, "/compare.json", a=DREVINA, b=SUNDREL).json()["counts"])

    assert counts == {kind: sum(row["kind"] == kind for row in rows) for kind in counts}
    assert len(rows) == sum(counts.values())


def test_only_what_changed_leaves_out_what_was_carried(outside):
    page = asked(outside, "/compare.json", a=DREVINA, b=SUNDREL, only="changes").json()

    assert all(row["kind"] != "carried" or row["moved"] for row in page["parts"])
    assert "only=changes" in asked(outside, a=DREVINA, b=SUNDREL).text


def test_changes_that_matter_are_told_in_their_group(outside):
    page = asked(outside, a=f"{HALMOR}#p3", b=f"{DREVINA}#p3").text

    assert "position changed: modal dropped" in page
    assert '<div class="flags stands">' in page


def test_a_later_text_on_the_first_side_can_be_turned_round(outside):
    page = asked(outside, a=DREVINA, b=HALMOR).text

    assert "The text on the first side is the later one." in page


def test_a_text_named_without_a_language_speaks_that_of_the_other(outside):
    made = asked(
        outside,
        "/compare.json",
        a="osr:2007-09-18/drevina-declaration@ru-x-unstated",
        b="osr:2009-06-10/sundrel-declaration",
    ).json()

    assert ["ru", "ru"] == [made["earlier"]["language"], made["later"]["language"]]


def test_a_series_has_its_turnover(outside):
    made = asked(outside, "/compare.json", **{"a": HALMOR, "b": DREVINA, "with": [SUNDREL]}).json()
    by_day = {row["text"]["day"]: row for row in made["series"]}

    assert (None, 8) == (by_day["2005-06-09"]["come"], by_day["2005-06-09"]["gone"])
    assert by_day["2009-06-10"]["asked"]
    assert not by_day["2019-06-13"]["asked"]
    assert by_day["2019-06-13"]["gone"] is None
    assert "searched the 7 texts held of osr" in made["base"]


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"a": HALMOR, "b": "osr:1999-01-01/nothing"}, 404),
        ({"a": HALMOR, "b": "<b>no such text</b>"}, 404),
        ({"a": HALMOR, "b": "\x00\x1b"}, 404),
        ({"a": f"{HALMOR}#p3", "b": "no"}, 400),
        ({"a": f"{HALMOR}#p3", "b": "osr:2007-09-18/drevina-declaration@ru-x-unstated#p3"}, 400),
        ({"a": HALMOR, "b": "osr:2007-09-18/drevina-declaration@ru-x-unstated"}, 400),
        ({"a": HALMOR, "b": DREVINA, "with": "osr:OSR/CM/RES/2011/3@en"}, 400),
        ({"a": HALMOR}, 200),
    ],
)
def test_odd_questions_have_plain_answers(params, status, outside):
    answer = asked(outside, **params)

    assert status == answer.status_code
    assert "<b>no" not in answer.text


def test_words_that_may_not_be_passed_on_are_not_compared(outside):
    guarded = outside.get("/catalogue.json", params={"year": "2018"}).json()["documents"]
    (address,) = [each["address"] for each in guarded if "Turnstone" in each["title"]]

    assert 403 == asked(outside, a=HALMOR, b=address).status_code
    assert 403 == asked(outside, a=f"{HALMOR}#p3", b=f"{address}#p1").status_code


@pytest.mark.parametrize(("a", "b"), [(DREVINA, SUNDREL), (SUNDREL, DREVINA)])
def test_a_comparison_leads_to_its_brief_and_to_its_files_whichever_side_is_the_later(a, b, outside):
    links = html.fromstring(asked(outside, a=a, b=b).content).xpath("//a[starts-with(@href, '/brief')]/@href")

    assert [f"/brief{end}" for end in ("", ".docx", ".pdf")] == [link.partition("?")[0] for link in links]
    told = {"of": SUNDREL, "against": DREVINA}
    assert all(told == dict(parse_qsl(link.partition("?")[2])) for link in links)
    assert b"PK" == outside.get(links[1]).content[:2]
    assert b"%PDF" == outside.get(links[2]).content[:4]
