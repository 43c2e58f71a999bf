"""OAI-PMH 2.0: what harvesters get, page by page, of public documents alone; and what the protocol refuses."""

import re
import shutil

import pytest
from lxml import etree

from tests.doors.web.conftest import KEY, client

NAMES = {
    "o": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "d": "http://www.openarchives.org/OAI/2.0/oai_dc/",
}
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"
LIST = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


def asked(room, **query):
    answer = room.get("/oai", params={name.rstrip("_"): value for name, value in query.items()})
    assert (200, "text/xml; charset=utf-8") == (answer.status_code, answer.headers["content-type"])
    return etree.fromstring(answer.content)


def found(root, path):
    return root.xpath(path, namespaces=NAMES)


def test_a_repository_says_who_it_is_and_how_it_keeps_its_records(outside):
    root = asked(outside, verb="Identify")

    told = {each.tag.rpartition("}")[2]: each.text for each in found(root, "o:Identify/*")}
    assert ("2.0", "transient", "YYYY-MM-DDThh:mm:ssZ") == (
        told["protocolVersion"],
        told["deletedRecord"],
        told["granularity"],
    )
    assert told["baseURL"].endswith("/oai")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told["earliestDatestamp"])
    assert "@" in told["adminEmail"]


def test_the_name_that_a_request_gives_the_room_is_not_what_it_calls_itself(stocked):
    told = {"site": "https://room.example", "mail": "desk@room.example"}
    with client(stocked, **told) as room:
        answers = [
            room.get(path, params=query, headers={"host": "elsewhere.example"}).text
            for path, query in (("/oai", {"verb": "Identify"}), ("/oai", LIST), ("/feed.atom", {}))
        ]

    assert "<adminEmail>desk@room.example</adminEmail>" in answers[0]
    assert "<baseURL>https://room.example/oai</baseURL>" in answers[0]
    assert all("https://room.example/" in each and "elsewhere" not in each for each in answers)


def test_without_an_address_for_mail_it_is_the_postmaster_of_the_room(stocked):
    with client(stocked, site="https://room.example:8443") as room:
        assert "<adminEmail>postmaster@room.example</adminEmail>" in room.get("/oai", params={"verb": "Identify"}).text


def test_a_record_is_what_the_catalogue_has(outside):
    root = asked(outside, verb="GetRecord", metadataPrefix="oai_dc", identifier=DREVINA)

    fields = [(each.tag.rpartition("}")[2], each.text) for each in found(root, "//d:dc/*")]
    assert ("date", "2007-09-18") in fields
    assert ("type", "declaration") in fields
    assert ("identifier", DREVINA) in fields
    assert ("identifier", "http://testserver.local/d/osr/2007-09-18/drevina-declaration/@en-x-unstated") in fields
    assert ("language", "en") in fields
    assert ("publisher", "Organisation of the Seven Rivers") in fields
    assert any(name == "relation" and "/@ru" in value for name, value in fields)
    assert ["osr"] == [each.text for each in found(root, "//o:setSpec")]


@pytest.mark.parametrize("verb", ["ListIdentifiers", "ListRecords"])
def test_pages_follow_one_another_and_leave_nothing_out(verb, outside, monkeypatch):
    monkeypatch.setattr("acquis.web.oai_records.SIZE", 7)
    names, query, sizes = [], {**LIST, "verb": verb}, []
    while query:
        root = asked(outside, **query)
        names += [each.text for each in found(root, "//o:identifier")]
        sizes.append(int(found(root, "//o:resumptionToken/@completeListSize")[0]))
        token = found(root, "//o:resumptionToken")[0].text
        query = {"verb": verb, "resumptionToken": token} if token else None

    held = outside.get("/api/documents?limit=100").json()
    assert sorted(names) == sorted(each["address"] for each in held["documents"])
    assert {held["total"]} == set(sizes)


def test_sets_are_organisations(outside):
    sets = found(asked(outside, verb="ListSets"), "//o:set")
    assert ("osr", "Organisation of the Seven Rivers") in [(each[0].text, each[1].text) for each in sets]
    records = found(asked(outside, **LIST, set="osr"), "//o:record//o:setSpec")
    assert {"osr"} == {each.text for each in records}


def test_a_time_narrows_the_records_and_a_day_is_in_it_whole(outside):
    whole = found(asked(outside, **LIST), "//o:datestamp")
    day = whole[0].text[:10]

    assert len(whole) == len(found(asked(outside, **LIST, from_="2000-01-01", until="9999-01-01"), "//o:record"))
    assert found(asked(outside, **LIST, from_=day, until=day), "//o:record")
    assert ["noRecordsMatch"] == found(asked(outside, **LIST, until="2000-01-01"), "//o:error/@code")


@pytest.mark.parametrize(
    ("code", "query"),
    [
        ("badVerb", {}),
        ("badVerb", {"verb": "Steal"}),
        ("badArgument", {"verb": "ListRecords"}),
        ("badArgument", {"verb": "Identify", "set": "osr"}),
        ("badArgument", {**LIST, "from": "yesterday"}),
        ("badArgument", {**LIST, "from": "2026-02-30"}),
        ("badArgument", {**LIST, "from": "2026-11-22", "until": "2026-11-22T00:00:00Z"}),
        ("badArgument", {**LIST, "from": "2026-11-23", "until": "2026-11-22"}),
        ("badArgument", {**LIST, "resumptionToken": "x"}),
        ("badArgument", {"verb": "GetRecord", "metadataPrefix": "oai_dc"}),
        ("cannotDisseminateFormat", {"verb": "ListRecords", "metadataPrefix": "marc21"}),
        ("idDoesNotExist", {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "osr:none@en"}),
        ("idDoesNotExist", {"verb": "ListMetadataFormats", "identifier": "<script>\x00"}),
        ("noRecordsMatch", {**LIST, "set": "nowhere"}),
        ("badResumptionToken", {"verb": "ListRecords", "resumptionToken": "<script>"}),
        ("badResumptionToken", {"verb": "ListSets", "resumptionToken": "x"}),
    ],
)
def test_a_refusal_has_the_code_of_the_protocol(code, query, outside):
    root = asked(outside, **query)

    assert [code] == found(root, "o:error/@code")
    assert found(root, "o:error")[0].text


def test_an_argument_that_stands_twice_is_refused(outside):
    root = etree.fromstring(outside.get("/oai?verb=Identify&verb=Identify").content)
    assert ["badVerb"] == found(root, "o:error/@code")


def test_the_protocol_asks_for_forms_too(outside):
    sent = outside.post("/oai", data={"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": DREVINA})

    assert [DREVINA] == [each.text for each in found(etree.fromstring(sent.content), "//o:header/o:identifier")]


@pytest.mark.parametrize("who", ["outside", "inside"])
def test_nothing_but_public_documents_leaves_whoever_asks(who, request, addresses):
    room = request.getfixturevalue(who)

    assert b"Zebrafinch" not in room.get("/oai", params=LIST).content
    from acquis.model import Pinpoint

    secret = str(Pinpoint.from_url(addresses["secret"]))
    assert ["idDoesNotExist"] == found(
        asked(room, verb="GetRecord", metadataPrefix="oai_dc", identifier=secret), "//o:error/@code"
    )


def test_what_a_title_holds_is_never_markup(outside, addresses):
    content = outside.get("/oai", params=LIST).content

    assert b"<script" not in content
    assert any("<script>alert(1)" in each.text for each in found(etree.fromstring(content), "//dc:title"))


@pytest.fixture
def own(stocked, tmp_path):
    shutil.copytree(stocked, tmp_path / "own.acquis")
    return tmp_path / "own.acquis"


def test_what_was_withdrawn_is_deleted_and_what_was_changed_comes_again(own):
    import acquis

    archive = acquis.open(own, who="desk")
    with client(own, key=KEY) as room:
        last = max(each.text for each in found(asked(room, **LIST), "//o:datestamp"))
        archive.withdraw(DREVINA, because="a test")
        record = asked(room, verb="GetRecord", metadataPrefix="oai_dc", identifier=DREVINA)
        again = found(asked(room, **LIST, from_=last), "//o:identifier")

    assert ["deleted"] == found(record, "//o:header/@status")
    assert [] == found(record, "//o:metadata")
    assert DREVINA in [each.text for each in again]


@pytest.mark.slow
def test_a_harvester_reads_it_all(served):
    scythe = pytest.importorskip("oaipmh_scythe")

    with scythe.Scythe(f"{served}/oai") as harvester:
        assert "acquis" == harvester.identify().repositoryName
        records = list(harvester.list_records(metadata_prefix="oai_dc"))
        headers = list(harvester.list_identifiers(metadata_prefix="oai_dc"))
        one = harvester.get_record(identifier=DREVINA, metadata_prefix="oai_dc")
        assert ["oai_dc"] == [each.metadataPrefix for each in harvester.list_metadata_formats()]
        assert "osr" in [each.setSpec for each in harvester.list_sets()]

    assert len(records) == len(headers) > 10
    assert ["2007-09-18"] == one.get_metadata()["date"]
