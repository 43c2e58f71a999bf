"""Instruments in the room: their states on a day, and of one the status table, the clause, what was missing."""

import pytest

FLOODS = "treaty:2007-09-18/convention-notification-floods-water-releases"


@pytest.fixture(scope="module")
def floods(outside):
    return outside.get(f"/instruments/{FLOODS}.json?on=2009-01-01").json()


def test_a_list_tells_the_state_on_a_day(outside):
    found = {
        each["address"]: each["state"]
        for each in outside.get("/instruments.json?of=osr&on=2007-01-01").json()["instruments"]
    }

    assert {
        "osr:2004-05-14/charter-organisation-seven-rivers": "in force",
        "osr:2006-09-20/protocol-river-commission-charter-organisation-seven": "signed",
    } == found


def test_texts_of_later_days_are_counted_and_shown_when_asked_for(outside):
    few, all_ = (outside.get(f"/instruments.json?of=osr&on=2005-01-01{more}").json() for more in ("", "&every=true"))

    assert (1, 1, 2) == (len(few["instruments"]), few["later"], len(all_["instruments"]))


def test_each_party_has_its_state_with_proof(floods):
    parties = {each["actor"]: each for each in floods["parties"]}

    assert ("signatory", "contracting") == (parties["state:XKV"]["state"], parties["state:XMR"]["state"])
    assert parties["state:XMR"]["proofs"][0]["address"].startswith("osr:")


def test_what_was_missing_names_who_had_signed(floods):
    (wanting,) = floods["missing"]

    assert ("1 more consent", ["Kelvaria", "Oskania"]) == (wanting["words"], wanting["pending"])


def test_the_clause_is_told_in_words(floods):
    assert "Enters into force 30 days after 3 consents." == floods["clause"][0]
    assert ("agreed", "2010-05-21") == (floods["check"], floods["begins"])


def test_notifications_name_who_acted(floods):
    told = [(each["when"], each["words"]) for each in floods["notified"]]

    assert ("2008-03-03", "Marovia: ratified") in told
    assert ("2007-09-18", "adopted") in told


def test_a_day_after_the_day_asked_about_is_marked(outside):
    page = outside.get(f"/instruments/{FLOODS}?on=2009-01-01").text

    assert '2010-04-21 <span class="about">later</span>' in page


def test_an_instrument_is_found_by_its_title_too(outside):
    assert FLOODS == outside.get("/instruments/Notification of Floods.json").json()["address"]


@pytest.mark.parametrize("path", ["/nosuch", "/<script>alert(1)</script>", "/treaty:x/y", f"/{'c' * 1_500}", "/%00"])
def test_an_unknown_instrument_is_a_plain_page(path, outside):
    answer = outside.get(f"/instruments{path}")

    assert 400 <= answer.status_code < 500
    assert "<script>alert" not in answer.text


def test_the_status_table_is_a_csv(outside):
    lines = outside.get(f"/instruments/{FLOODS}.csv?on=2011-01-01").text.splitlines()

    assert lines[0].lstrip("\ufeff").startswith("actor,name,state,why")
    assert "party" in lines[1]


def test_the_document_of_an_instrument_leads_to_its_status(outside):
    charter = outside.get("/d/osr/2004-05-14/charter-organisation-seven-rivers/@en", follow_redirects=True).text
    other = outside.get("/d/osr/2014-06-05/tal-azur-declaration/@en-x-unstated").text

    assert 'href="/instruments/osr:2004-05-14/charter-organisation-seven-rivers?on=2020-10-15"' in charter
    assert "Status on 2020-10-15: in force since 2005-03-01" in charter
    assert "Status on" not in other
