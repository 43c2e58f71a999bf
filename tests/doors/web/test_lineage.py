"""Lineage in the room: the loom, its cells and its braids, and what they are drawn from."""

import pytest

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland"
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"


def asked(client, path="/lineage", **params):
    return client.get(path, params=params)


@pytest.fixture(scope="module")
def told(outside):
    return asked(outside, "/lineage.json", of=f"{DREVINA}#p3").json()


@pytest.mark.parametrize("params", [{}, {"of": f"{DREVINA}#p3"}, {"of": f"{DREVINA}#p13"}, {"of": f"{HALMOR}#p16.s1"}])
def test_the_page_is_html_and_json_and_csv(params, outside):
    html, json, table = (asked(outside, f"/lineage{ending}", **params) for ending in ("", ".json", ".csv"))

    assert [200, 200, 200] == [html.status_code, json.status_code, table.status_code]
    assert "Lineage" == json.json()["title"]
    assert " style=" not in html.text
    assert 1 == html.text.count("<script")


def test_columns_are_texts_in_the_order_of_days(told):
    days = [column["day"] for column in told["loom"]["columns"]]

    assert ["2004-05-14", "2005-06-09", "2007-09-18", "2011-06-16", "2020-10-15"] == days


def test_cells_of_a_column_are_its_wording(told, outside):
    cells = [slot["cells"][2]["words"] for slot in told["loom"]["slots"]]

    assert told["words"] == " ".join(filter(None, cells))
    assert all(len(slot["cells"]) == len(told["loom"]["columns"]) for slot in told["loom"]["slots"])


def test_a_cell_says_what_became_of_the_one_before(told):
    states = {cell["words"]: cell["state"] for slot in told["loom"]["slots"] for cell in slot["cells"][2:3]}

    assert "same" == states["Every riparian State"]
    assert "stands" == states["and has"]
    agreed = [slot for slot in told["loom"]["slots"] if slot["agreed"]]
    assert all(cell["state"] in ("first", "same") for slot in agreed for cell in slot["cells"])


def test_a_change_in_a_translation_may_be_the_translators(outside):
    archived = "osr:2007-09-18/drevina-declaration@en-x-archive#p21"
    loom = asked(outside, "/lineage.json", of=archived).json()["loom"]
    states = {cell["state"] for slot in loom["slots"] for cell in slot["cells"]}

    assert {"maybe", "stands", "same"} <= states
    assert '<td class="cell maybe' in asked(outside, of=archived).text


def test_who_was_a_member_stands_below_each_column(told, outside):
    members = [column["members"] for column in told["loom"]["columns"]]

    assert [4, 5, 6, 7] == [each["count"] for each in members[1:]]
    assert ["Zhumara"] == members[3]["came"]
    assert "Kelvaria, Marovia, Oskania, Tessarine" in asked(outside, of=f"{DREVINA}#p3").text


def test_claims_have_their_base_and_lead_to_their_place(told, outside):
    assert all("texts held" in each["claim"] for each in told["claims"])
    assert 'href="/d/osr/2020-10-15/joint-communique/@en-x-unstated/p8"' in asked(outside, of=f"{DREVINA}#p3").text


def test_claims_and_strands_name_texts_as_people_do(told, outside):
    head = asked(outside, of=f"{DREVINA}#p3").text.partition('id="loom"')[0]
    strands = asked(outside, of=f"{DREVINA}#p13").text.partition('class="strands"')[2]

    assert {each["place"]["title"] for each in told["claims"]} >= {"ORVELIN DECLARATION"}
    assert ">ORVELIN DECLARATION</bdi>, <span" in head
    assert ">osr:" not in head
    assert "<bdi>osr:" not in strands


def test_an_unofficial_translation_is_marked_as_one(outside):
    page = asked(outside, of="osr:2007-09-18/drevina-declaration@en-x-archive#p21").text

    assert '<span class="tag">unofficial translation</span>' in page.partition('id="loom"')[0]
    assert '<span class="tag">unofficial translation</span>' in page.partition("<thead>")[2].partition("</thead>")[0]


def test_splits_are_braided_and_told_in_words(outside):
    found = asked(outside, "/lineage.json", of=f"{DREVINA}#p13").json()
    page = asked(outside, of=f"{DREVINA}#p13").text

    assert 2 <= sum(strand["kind"] == "split" for strand in found["strands"])
    assert '<path class="strand s-split"' in page
    assert "What became of what, in words" in page


def test_the_picture_has_the_columns_of_the_table(told):
    braid = told["braid"]
    line = [node for node in braid["nodes"] if node["kind"] != "beside"]

    assert braid["wide"] == braid["left"] + braid["column"] * len(told["loom"]["columns"])
    assert sorted(node["x"] for node in line) == [node["x"] for node in line]
    assert all(0 <= node["x"] <= braid["wide"] and 0 <= node["y"] <= braid["high"] for node in braid["nodes"])


def test_without_scripts_each_cell_is_a_link_to_its_words(outside):
    page = asked(outside, of=f"{DREVINA}#p3").text

    assert 'href="/d/osr/2007-09-18/drevina-declaration/@en-x-unstated/p3~0-21"' in page
    assert 'data-diff="/compare?a=osr' in page


def test_a_page_without_a_question_has_a_form_and_examples(outside):
    page = asked(outside).text

    assert '<input id="of" name="of"' in page
    assert 'href="/lineage?of=' in page


@pytest.mark.parametrize(
    ("of", "status"),
    [
        ("osr:1999-01-01/nothing#p1", 404),
        (DREVINA, 400),
        (f"{DREVINA}#title", 404),
        ("<b>no such text</b>", 404),
        ("\x00#\x1b", 404),
        ("a" * 3_000, 404),
    ],
)
def test_a_refusal_says_what_would_work(of, status, outside):
    answer = asked(outside, of=of)

    assert status == answer.status_code
    assert "<b>no" not in answer.text


def test_words_that_may_not_be_passed_on_have_no_loom(outside, addresses):
    guarded = outside.get("/catalogue.json", params={"year": "2018"}).json()["documents"]
    (address,) = [each["address"] for each in guarded if "Turnstone" in each["title"]]

    assert 403 == asked(outside, of=f"{address}#p1").status_code
