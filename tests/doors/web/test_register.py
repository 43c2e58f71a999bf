"""The register in the room: who was what on a day, through the years, in every form."""

import csv
import io

import pytest
from lxml import html

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

    assert ("held", "since 2005-06-09 until 2009-07-12 (that day not included)") == (zhumara["verdict"], zhumara["why"])
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


def test_every_name_leads_to_what_is_known_of_it_or_nowhere(outside):
    page = html.fromstring(outside.get("/register?of=osr").content)
    names = page.xpath("//tr[@data-item]/th")
    links = page.xpath("//tr[@data-item]/th/a/@href")

    assert 0 < len(links) < len(names)
    assert {200} == {outside.get(link).status_code for link in set(links)}


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


FLOODS = "/instruments/treaty:2007-09-18/convention-notification-floods-water-releases"


@pytest.mark.parametrize(
    "name", ["Convention on the Notification of Floods and Water Releases", "Notification of Floods"]
)
def test_a_treaty_leads_to_its_status(name, outside):
    page = outside.get("/register", params={"of": name, "on": "1 January 2010"}, follow_redirects=False)

    assert (303, f"{FLOODS}?on=2010-01-01") == (page.status_code, page.headers["location"])


@pytest.mark.parametrize("path", ["/register?of=osr", "/organs?of=osr", "/instruments?of=osr", f"{FLOODS}?"])
def test_a_day_is_taken_as_it_is_written(path, outside):
    page = outside.get(f"{path}&on=11 July 2009")

    assert 200 == page.status_code
    assert 'name="on"' in page.text
    assert 'value="2009-07-11"' in page.text


@pytest.mark.parametrize(
    "path", ["/register?of=osr", "/organs?of=osr", "/instruments?of=osr", f"{FLOODS}?", "/agreed?text=water+for+all"]
)
def test_a_day_that_cannot_be_read_leaves_the_form_as_it_was_filled(path, outside):
    page = outside.get(f"{path}&on=the day after")
    program = outside.get(f"{path}&on=the day after", headers={"accept": "application/json"})

    assert 400 == page.status_code
    assert 'value="the day after"' in page.text
    assert page.text.index("is no day. What works") < page.text.index('value="the day after"')
    assert (400, "application/problem+json") == (program.status_code, program.headers["content-type"].partition(";")[0])


def test_what_several_languages_tell_of_one_event_is_one_proof(outside):
    roles = outside.get(f"/register.json{BODY[9:]}").json()["roles"]
    proofs = [proof for role in roles for each in role["holdings"] for proof in each["proofs"]]
    folded = [(each["address"], other["address"]) for each in proofs for other in each["also"]]

    assert folded
    assert all(one.partition("@")[0] == other.partition("@")[0] and one != other for one, other in folded)


def test_a_proof_stands_at_a_place_that_has_the_name_of_its_text(outside):
    shown = html.fromstring(outside.get(BODY, headers={"accept": "text/html"}).text)
    links = shown.xpath("//details[@class='proofs']//p[@class='where']/a[@title]")
    named = {each.get("title"): " ".join(each.text_content().split()) for each in links}
    texts = [name for address, name in named.items() if "#" in address and "paragraph" in name]

    assert texts
    assert not [name for name in texts if "osr:" in name]


def test_the_end_of_a_role_is_proved_too(outside):
    roles = {each["role"]: each["holdings"] for each in outside.get(f"/register.json{BODY[9:]}").json()["roles"]}
    (zhumara,) = [each for each in roles["observer"] if each["actor"] == "state:XZM"]

    assert any("12 July 2009" in each["words"] for each in zhumara["proofs"])


def test_a_state_without_a_day_has_its_history_and_the_last_day_that_is_covered(outside):
    page = outside.get("/register.json?of=XZM").json()

    assert ("2020-10-15", True) == (page["on"], page["latest"])
    assert ["held"] == [each["verdict"] for role in page["roles"] for each in role["holdings"]]
    assert [("org:osr", "observer", "2009-07-12"), ("org:osr", "member", "")] == [
        (each["object"], each["role"], each["until"]) for each in page["times"]
    ]
    assert "yes, member" in outside.get("/register?of=XZM").text
