"""Agreed language in the room: what is found, in every form, and what is never shown or answered."""

import csv
import io

import pytest

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland"
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"
TYPED = "every riparian State should have a fair and reasonable share in the benefits of the seven rivers"
HOSTILE = (
    '<script>alert(1)</script> "onmouseover="x" of the seven rivers',
    "\x00\x1b the seven rivers \u202e of it",
    "%",
)


def asked(client, path="/agreed", **params):
    return client.get(path, params=params)


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"of": f"{DREVINA}#p3"},
        {"of": f"{DREVINA}#p3", "translations": "true", "earlier": "true"},
        {"text": TYPED},
        {"text": TYPED, "organ": "CHS", "language": "en", "on": "2012"},
        {"text": "nothing that anybody ever wrote about zeppelins"},
    ],
)
def test_the_page_is_html_and_json_and_csv(params, outside):
    html, json, table = (asked(outside, f"/agreed{ending}", **params) for ending in ("", ".json", ".csv"))

    assert [200, 200, 200] == [html.status_code, json.status_code, table.status_code]
    assert "Agreed language" == json.json()["title"]
    assert " style=" not in html.text
    assert 1 == html.text.count("<script")


def test_a_page_without_a_question_has_a_form_and_examples(outside):
    page = asked(outside).text

    assert '<textarea id="text" name="text"' in page
    assert 'href="/agreed?of=' in page


def test_rows_say_how_they_are_related_and_what_was_searched(outside):
    found = asked(outside, "/agreed.json", of=f"{DREVINA}#p3").json()

    assert {"adapted"} <= {row["kind"] for row in found["precedents"]}
    assert all(row["covered"] <= 100 for row in found["precedents"])
    assert "searched the" in found["scope"]
    assert found["absent"].startswith("not found in the")


def test_changed_words_are_marked_and_the_change_of_position_is_told(outside):
    page = asked(outside, of=f"{DREVINA}#p3").text

    assert "<del>The Heads of State recalled that" in page
    assert "position changed" in page
    assert "Survives any translation" in page


def test_each_row_leads_on(outside):
    page = asked(outside, of=f"{DREVINA}#p3").text

    for path in ("/lineage?of=osr", "/certificate?of=osr", "/compare?a=osr"):
        assert f'href="{path}' in page


def test_a_claim_names_its_use_and_its_base(outside):
    (first, *_) = asked(outside, "/agreed.json", of=f"{DREVINA}#p4").json()["claims"]

    assert "texts held" in first["claim"]
    assert first["address"]


def test_a_clause_says_which_of_the_two_is_the_longer_one(outside):
    (row, *_) = asked(outside, "/agreed.json", text="fair and reasonable share in the benefits").json()["precedents"]

    assert ("partial", "inside a longer passage", 100) == (row["kind"], row["related"], row["covered"])
    assert ">partial<" not in asked(outside, text="fair and reasonable share in the benefits").text


def test_the_other_texts_that_use_a_passage_can_be_opened(outside):
    (row, *_) = asked(outside, "/agreed.json", of=f"{DREVINA}#p3").json()["precedents"]
    days = [each["day"] for each in row["users"]]

    assert row["repetition"].startswith(f"used in {len(row['users']) + 1} texts")
    assert sorted(days) == days
    assert "The other texts that use it" in asked(outside, of=f"{DREVINA}#p3").text


@pytest.mark.parametrize(
    ("params", "changed", "clause"),
    [
        ({"of": f"{DREVINA}#p3"}, True, False),
        ({"text": "nothing that anybody ever wrote about zeppelins"}, False, False),
    ],
)
def test_the_key_explains_only_marks_that_are_there(params, changed, clause, outside):
    page = asked(outside, **params).text

    assert changed == ("In a changed wording:" in page)
    assert clause == ("In a clause:" in page)


def test_no_point_stands_alone_at_the_end_of_a_line(outside):
    page = asked(outside, of=f"{DREVINA}#p3").text

    assert '<ul class="reasons dotted">' in page
    assert "</svg> 100 % of the words asked</span></li>" in page


def test_with_translations_each_row_has_its_other_languages(outside):
    found = asked(outside, "/agreed.json", of=f"{DREVINA}#p3", translations="true").json()

    assert {"zh"} <= {each["language"] for row in found["precedents"] for each in row["translations"]}


def test_filters_narrow_and_can_be_taken_away(outside):
    found = asked(outside, "/agreed.json", text=TYPED, year="2011").json()

    assert {"2011"} == {row["day"][:4] for row in found["precedents"]}
    assert 'aria-label="Without Year"' in asked(outside, text=TYPED, year="2011").text


def test_rows_are_a_table(outside):
    table = asked(outside, "/agreed.csv", of=f"{DREVINA}#p3").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))

    assert {"kind", "day", "organ", "title", "address", "covered_percent", "repetition"} == set(rows[0])


def test_what_fits_into_an_address_is_led_there(outside):
    answer = outside.post("/agreed/words", data={"text": TYPED, "organ": "CHS"}, follow_redirects=False)

    assert 303 == answer.status_code
    assert answer.headers["location"].startswith("/agreed?text=every+riparian")
    assert answer.headers["location"].endswith("organ=CHS")


def test_a_text_too_long_for_an_address_is_answered_where_it_is_sent(outside):
    answer = outside.post("/agreed/words", data={"text": f"{TYPED} " * 90})

    assert 200 == answer.status_code
    assert "data-item" in answer.text
    assert "no-store" == answer.headers["cache-control"]
    assert ".csv" not in answer.text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words, outside):
    answer = asked(outside, text=words)

    assert answer.status_code < 500
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"text": "two words"}, 400),
        ({"text": "word " * 2_100}, 400),
        ({"of": "osr:1999-01-01/no-such-declaration#p1"}, 404),
        ({"of": DREVINA}, 400),
        ({"of": f"{DREVINA}#p3", "on": "never"}, 400),
        ({"text": TYPED, "organ": "NONE"}, 400),
        ({"of": "<script>"}, 400),
        ({"text": "x" * 20_000}, 414),
    ],
)
def test_a_refusal_says_what_would_work(params, status, outside):
    answer = asked(outside, **params)

    assert status == answer.status_code
    assert "<h1>" in answer.text


def test_a_restricted_text_shows_nowhere(outside, inside):
    words = "the zebrafinch clause of the draft is not for everybody"
    shown = asked(inside, "/agreed.json", text=words).json()["precedents"]

    assert any("ebrafinch" in row["words"] for row in shown)
    assert "ebrafinch" not in asked(outside, "/agreed.json", text=words.replace("zebrafinch", "first")).text


def test_words_that_may_not_be_passed_on_are_not_shown(outside, addresses):
    text = "the turnstone clause may be named and never be seen"
    (row, *_) = asked(outside, "/agreed.json", text=text).json()["precedents"]
    guarded = outside.get(addresses["guarded"] + ".json")

    assert row["quoted"] is False
    assert "" == row["words"]
    assert guarded.status_code in (200, 404)
    assert 403 == asked(outside, of=row["address"]).status_code
