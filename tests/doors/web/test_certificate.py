"""The certificate of search in the room: its verdict, its record, and records that are shown to it."""

import hashlib
import json

import pytest

DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"
ABSENT = "the seven rivers belong to all"
PRESENT = "fair and reasonable share in the benefits"


def asked(client, path="/certificate", **params):
    return client.get(path, params=params)


def shown(client, content):
    return client.post("/certificate/verified", files={"record": ("record.json", content, "application/json")})


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"text": ABSENT},
        {"text": PRESENT, "since": "2006", "until": "2012"},
        {"of": f"{DREVINA}#p4", "organ": "CHS"},
    ],
)
def test_the_page_is_html_and_json_and_csv(params, outside):
    html, told, table = (asked(outside, f"/certificate{ending}", **params) for ending in ("", ".json", ".csv"))

    assert [200, 200, 200] == [html.status_code, told.status_code, table.status_code]
    assert "Certificate of search" == told.json()["title"]
    assert " style=" not in html.text


@pytest.mark.parametrize(("words", "outcome"), [(ABSENT, "absent"), (PRESENT, "present")])
def test_the_verdict_comes_with_scope_and_limits(words, outcome, outside):
    told = asked(outside, "/certificate.json", text=words).json()

    assert outcome == told["outcome"]
    assert "searched the" in told["base"]
    assert told["uncovered"]
    assert bool(told["found"]) == (outcome == "present")
    assert bool(told["nearest"]) == (outcome == "absent")


def test_the_record_is_what_its_hash_says(outside):
    told = asked(outside, "/certificate.json", text=ABSENT).json()
    record = outside.get(told["record"])

    assert told["hash"] == hashlib.sha256(record.content).hexdigest()
    assert record.headers["content-disposition"].startswith(f'attachment; filename="certificate-{told["hash"][:12]}')
    assert record.headers["content-security-policy"].startswith("sandbox")


def test_a_record_is_verified_to_the_byte(outside):
    record = outside.get("/certificate.record", params={"text": ABSENT}).content

    page = shown(outside, record).text

    assert "Verified: this certificate says that these words were not found" in page
    assert f">{ABSENT}</p>" in page
    assert f"“{ABSENT}”: not found in the" in page
    assert "public ones alone" in page
    assert hashlib.sha256(record).hexdigest() in page


def test_what_differs_in_a_record_is_told(outside):
    record = json.loads(outside.get("/certificate.record", params={"text": ABSENT}).content)
    record["uses"] = 7

    page = shown(outside, json.dumps(record).encode()).text
    assert "Not the same here" in page
    assert "7 in the record, 0 here" in page
    assert "What differs first: places where it stands" in page


def test_of_a_record_with_other_words_that_is_told_first_and_the_rest_is_folded(outside):
    record = json.loads(outside.get("/certificate.record", params={"text": ABSENT}).content)
    record["query"]["text"] = "the seven rivers belong to us"
    verdict = shown(outside, json.dumps(record).encode()).text.partition('<section class="verdict')[2]
    open_to_all, _, folded = verdict.partition("<details")

    assert "What differs first: the words asked" in open_to_all
    assert "nearest misses" not in open_to_all
    assert "nearest misses" in folded


def test_its_sentence_can_be_passed_on_and_names_texts_as_people_do(outside):
    told = asked(outside, "/certificate.json", text=ABSENT).json()
    near = told["nearest"][0]["place"]

    assert f"nearest {near['title']}, {near['where']} ({near['day']})" in told["note"]
    assert "osr:" not in told["note"]
    assert f"as of change {told['base'].rpartition(' ')[2]}" in told["note"]
    assert told["note"].endswith(f"Certificate {told['hash'][:12]}.")


def test_the_command_stands_below_the_form_that_verifies(outside):
    page = asked(outside, text=ABSENT).text

    assert page.index('type="file"') < page.index("acquis precedents certificate --verify")
    assert "acquis precedents" not in asked(outside).text
    assert "canonical" not in page


@pytest.mark.parametrize("path", ["/", "/certificate", "/agreed"])
def test_the_way_to_verify_is_found_on_coming_back(path, outside):
    assert "/certificate#verify" in asked(outside, path).text
    assert 'id="verify"' in asked(outside).text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"query":{"text":1},"scope":{"filters":{},"release":null}}',
        b'{"query":{"text":"the seven rivers"},"scope":{"filters":{"store":"x"},"release":null}}',
        b'{"query":{"text":"the seven rivers"},"scope":{"filters":{},"release":"no such release"}}',
        b'{"query":{"text":"the seven rivers","address":"<b>"},"scope":{"filters":{},"release":null}}',
        b"x" * 500_000,
    ],
)
def test_what_is_no_record_is_refused(content, outside):
    assert 400 <= shown(outside, content).status_code < 500


def test_a_form_without_a_file_is_refused(outside):
    assert 400 <= outside.post("/certificate/verified", data={"record": "words"}).status_code < 500
    assert 400 <= outside.post("/certificate/verified").status_code < 500


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"text": "12 13"}, 400),
        ({"text": ABSENT, "since": "whenever"}, 400),
        ({"text": ABSENT, "kind": "no such kind"}, 400),
        ({"of": "osr:1999-01-01/nothing#p1"}, 404),
        ({"text": "<script>alert(1)</script> the seven rivers"}, 200),
        ({"text": "\x00\x1b\u202e the seven great rivers"}, 200),
    ],
)
def test_odd_questions_have_plain_answers(params, status, outside):
    answer = asked(outside, **params)

    assert status == answer.status_code
    assert "<script>alert" not in answer.text


def test_nothing_asked_has_no_record(outside):
    assert 400 == outside.get("/certificate.record").status_code
    assert 400 == outside.get("/certificate.docx").status_code


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_it_can_be_printed_and_edited(form, begins, outside):
    told = asked(outside, "/certificate.json", text=ABSENT).json()
    answer = outside.get(dict(told["papers"])[form])

    assert answer.content.startswith(begins)
    assert f"certificate-{told['hash'][:12]}.{form}" in answer.headers["content-disposition"]


def test_the_paper_says_the_sentence_and_the_hash_and_no_guarded_words(outside):
    from io import BytesIO

    from docx import Document

    told = asked(outside, "/certificate.json", text=ABSENT).json()
    words = [each.text for each in Document(BytesIO(outside.get(dict(told["papers"])["docx"]).content)).paragraphs]
    guarded = outside.get("/certificate.docx", params={"text": "the turnstone clause may be named and never be seen"})

    assert any(told["note"] in each for each in words)
    assert any(told["hash"] in each for each in words)
    tables = Document(BytesIO(guarded.content)).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert not any("urnstone clause" in each for each in cells)


def test_a_restricted_text_is_neither_found_nor_near(outside, inside):
    words = "the zebrafinch clause of the draft is not for everybody"

    assert "present" == asked(inside, "/certificate.json", text=words).json()["outcome"]
    told = asked(outside, "/certificate.json", text=words).json()
    assert "absent" == told["outcome"]
    assert not any("ebrafinch" in near["stretch"] for near in told["nearest"])


def test_words_that_may_not_be_passed_on_are_in_no_answer(outside, inside):
    words = "the turnstone clause may be named and never be seen"
    told = asked(outside, "/certificate.json", text=words).json()

    assert not any("urnstone" in near["stretch"] for near in told["nearest"])
    assert "" == told["record"]
    assert 403 == outside.get("/certificate.record", params={"text": words}).status_code
    record = json.loads(inside.get("/certificate.record", params={"text": words}).content)
    record["nearest"] = []
    assert "urnstone clause may" not in shown(outside, json.dumps(record).encode()).text.replace(words, "")
