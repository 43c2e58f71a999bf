"""The register in the room: who was what on a day, through the years, in every form."""

import csv
import io

import pytest

BODY = "/register?of=osr&on=2009-07-11"


def table(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_without_a_question_there_is_a_form_and_what_is_kept(outside):
    page = outside.get("/register")

    assert 200 == page.status_code
    assert 'name="of"' in page.text
    assert 'href="/register?of=osr"' in page.text


def test_a_role_has_its_verdict_its_reason_and_its_proof(outside):
    roles = {each["role"]: each["holdings"] for each in outside.get(f"/register.json{BODY[9:]}").json()["roles"]}
    zhumara = next(each for each in roles["observer"] if each["actor"] == "state:XZM")

    assert ("held", "since 2005-06-09 until 2009-07-12") == (zhumara["verdict"], zhumara["why"])
    assert "granted it the status of observer" == zhumara["proofs"][0]["words"]
    assert zhumara["proofs"][0]["address"].startswith("osr:")


def test_names_are_those_of_the_day(outside):
    names = [
        {each["actor"]: each["name"] for each in table(outside.get(f"/register.csv?of=osr&on={day}"))}["state:XVS"]
        for day in ("2013-06-11", "2013-06-12")
    ]

    assert ["Upper Vessa", "Vessania"] == names


def test_without_a_day_it_is_the_last_one_that_the_sources_cover(outside):
    assert "2020-10-15" == outside.get("/register.json?of=osr").json()["on"]


def test_after_the_last_day_of_the_sources_nobody_knows(outside):
    page = outside.get("/register.json?of=osr&on=2023-01-01").json()

    assert {"unknown"} == {each["verdict"] for role in page["roles"] for each in role["holdings"]}
    assert "of a later day only" in page["remarks"][0]


def test_of_a_state_all_that_it_was_is_told(outside):
    (role,) = outside.get("/register.json?of=XZM&on=2012").json()["roles"]

    assert ("org:osr", "member") == (role["object"], role["role"])


def test_the_picture_stands_in_the_page_with_a_table_beside_it(outside):
    page = outside.get(BODY).text

    assert '<svg width="' in page
    assert "http://www.w3.org" not in page
    assert 'aria-labelledby="title words"' in page
    assert '<th scope="col">Since</th>' in page


def test_what_was_known_on_a_day_before_the_first_fact_is_nothing(outside):
    page = outside.get("/register.json?of=osr&on=2012&known=2012-01-01").json()

    assert [] == page["roles"]
    assert page["remarks"][0].startswith("Nothing was known here by 2012-01-01")


def test_of_what_nothing_is_kept_no_folder_of_the_machine_is_named(outside):
    page = outside.get("/register?of=unfccc")

    assert 404 == page.status_code
    assert "facts" not in page.text
    assert 'href="/register?of=osr"' in page.text


@pytest.mark.parametrize(
    "query",
    ["of=<script>alert(1)</script>", f"of={'a' * 3_000}", "of=%00%1b[31m", "of=osr&on=tomorrow", "of=osr&known=9999"],
)
def test_what_cannot_be_answered_is_a_plain_page(query, outside):
    page = outside.get(f"/register?{query}")

    assert 400 <= page.status_code < 500
    assert "<script>alert" not in page.text
    assert "Traceback" not in page.text


def test_nothing_of_a_restricted_document_shows(outside):
    assert "ebrafinch" not in outside.get("/register.json?of=osr").text


def test_the_interface_speaks_other_languages(outside):
    page = outside.get("/register?of=osr&ui=fr").text
    outside.cookies.delete("ui")

    assert "Situation au 2020-10-15" in page
