"""The REST door: every verb answers as it is described, names what it searched, and lets nothing through."""

import json
import re

import pytest

from tests.doors.web.conftest import client

HALMOR = "osr:2005-06-09/halmor-declaration"
DREVINA = "osr:2007-09-18/drevina-declaration"
CONVENTION = "treaty:2007-09-18/convention-notification-floods-water-releases"
P3 = f"{DREVINA}@en-x-unstated#p3"
ASKED = {
    "documents": {"organisation": "osr", "year": "2007..2011"},
    "document": {"at": HALMOR},
    "passage": {"at": f"{HALMOR}#p5.s1"},
    "find": {"q": "water levels"},
    "concordance": {"q": "water", "order": "right"},
    "releases": {},
    "precedents": {"of": P3, "translations": "true"},
    "precedents/diff": {"older": "States may share water", "newer": "States shall share water"},
    "precedents/variants": {"of": P3},
    "precedents/lineage": {"of": P3},
    "precedents/certificate": {"of": "the seven rivers belong to all"},
    "precedents/provenance": {"of": P3},
    "brief": {"at": DREVINA},
    "who": {"of": "osr", "on": "2007-09-18"},
    "events": {"of": "osr"},
    "organs": {"of": "osr", "on": "2007-09-18"},
    "instruments": {"on": "2011-06-15"},
    "instrument": {"name": CONVENTION, "on": "2011-06-15"},
    "cited": {"at": DREVINA},
    "assent": {"of": P3},
}


def ask(room, verb, **query):
    answer = room.get(f"/api/{verb}", params=query)
    assert 200 == answer.status_code, answer.text
    return answer.json()


def test_every_verb_is_asked_here(outside):
    described = outside.get("/api/openapi.json").json()

    assert {f"/api/{verb}" for verb in ASKED} == set(described["paths"])
    assert described["openapi"].startswith("3.1")


@pytest.mark.parametrize("verb", ASKED)
def test_a_verb_answers_as_it_is_described(verb, outside):
    answer = outside.get(f"/api/{verb}", params=ASKED[verb])
    described = outside.get("/api/openapi.json").json()
    gives = described["paths"][f"/api/{verb}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    assert 200 == answer.status_code, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    assert "nosniff" == answer.headers["x-content-type-options"]
    name = gives["$ref"].rpartition("/")[2]
    assert set(described["components"]["schemas"][name]["properties"]) == set(answer.json())


def test_every_verb_and_value_says_what_it_means(outside):
    described = outside.get("/api/openapi.json").json()

    assert all(call["get"]["description"] for call in described["paths"].values())
    assert all(each["description"] for each in described["components"]["schemas"].values())
    words = [each for call in described["paths"].values() for each in call["get"]["parameters"]]
    assert all(each["description"] for each in words)


def test_a_quotation_is_what_stands_at_its_address(outside):
    found = ask(outside, "precedents", of=P3)
    for each in found["precedents"]:
        quote = each["quote"]
        assert quote["words"] == ask(outside, "passage", at=quote["address"])["quote"]["words"]


@pytest.mark.parametrize("verb", ["precedents", "precedents/lineage", "brief"])
@pytest.mark.parametrize(
    ("text", "part"), [("osr:2019-06-13/belovesk-declaration", "p8"), ("osr:2017-06-22/amesca-declaration", "p7")]
)
def test_a_passage_with_items_below_it_is_quoted_where_its_own_words_stand(verb, text, part, outside):
    """Its address means the items too."""
    at = ask(outside, "document", at=text)["document"]["address"]
    told = ask(outside, verb, **({"at": at} if verb == "brief" else {"of": f"{at}#{part}"}))

    for quote in quotes(told):
        assert quote["words"] == ask(outside, "passage", at=quote["address"])["quote"]["words"]


@pytest.mark.parametrize(
    "verb", ["find", "precedents", "precedents/lineage", "precedents/certificate", "brief", "assent"]
)
def test_an_answer_says_what_was_searched(verb, outside):
    assert (
        "held" in ask(outside, verb, **ASKED[verb])["searched"]
        or "passages" in ask(outside, verb, **ASKED[verb])["searched"]
    )


@pytest.mark.parametrize(
    ("verb", "query", "key"),
    [("documents", {}, "documents"), ("events", {}, "events"), ("find", {"q": "water"}, "hits")],
)
def test_pages_follow_one_another_and_leave_nothing_out(verb, query, key, outside):
    whole = ask(outside, verb, **query, limit=100)[key]
    first = ask(outside, verb, **query, limit=7)
    second = outside.get(first["links"]["after"]).json()

    assert whole[:7] == first[key]
    assert whole[7:14] == second[key]
    assert first["links"]["before"] is None
    assert first == outside.get(second["links"]["before"]).json()


def test_an_answer_holds_until_the_archive_changes(outside):
    first = outside.get("/api/find?q=water")
    again = outside.get("/api/find?q=water", headers={"if-none-match": first.headers["etag"]})

    assert (304, "") == (again.status_code, again.text)
    assert 200 == outside.get("/api/find?q=levels", headers={"if-none-match": first.headers["etag"]}).status_code


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/document?at=osr:2001-01-01/none", 404, "is not held"),
        ("/api/document", 400, "parameter 'at'"),
        ("/api/find?q=water&limit=0", 400, "limit"),
        ("/api/find?q=water&order=odd", 400, "order"),
        ("/api/find?q=%22water", 400, "quot"),
        ("/api/precedents?of=x", 400, "at least 3"),
        ("/api/precedents/lineage?of=plain+words+here", 400, "no address"),
        ("/api/who?of=nowhere", 400, "nowhere"),
        ("/api/who?of=osr&on=never", 400, "never"),
        ("/api/find?q=water&release=none", 400, "release"),
        ("/api/nothing", 404, "/api/nothing"),
    ],
)
def test_a_refusal_is_a_problem_that_says_what_would_work(path, status, said, outside):
    answer = outside.get(path)

    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert {"type", "title", "status", "detail", "instance"} <= set(answer.json())
    assert said in answer.json()["detail"] + answer.json()["instance"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_here(method, outside):
    assert getattr(outside, method)("/api/find").status_code in (403, 405)


def test_the_head_of_an_answer_is_that_of_its_get(outside):
    assert "" == outside.head("/api/find?q=water").text
    assert outside.head("/api/find?q=water").headers["etag"] == outside.get("/api/find?q=water").headers["etag"]


@pytest.mark.parametrize("verb", [each for each in ASKED if each != "releases"])
def test_hostile_words_are_words(verb, outside):
    for odd in (
        "<script>alert(1)</script>",
        "x" * 5_000,
        "\x00\x1b[31m\u202e",
        "../../etc/passwd",
        "osr:2005-06-09/%00",
    ):
        query = {name: odd for name in ASKED[verb] if name not in ("order", "translations")}
        assert outside.get(f"/api/{verb}", params=query).status_code in (200, 400, 404, 409)


# --- who may see what ----------------------------------------------------------------------------------------------


def of(addresses, name):
    from acquis.model import Pinpoint

    return str(Pinpoint.from_url(addresses[name]))


@pytest.mark.parametrize(
    ("verb", "query"),
    [
        ("documents", {}),
        ("find", {"q": "zebrafinch"}),
        ("concordance", {"q": "zebrafinch"}),
        ("precedents", {"of": "every riparian State is entitled to a fair and reasonable share in the benefits"}),
        ("precedents/lineage", {"of": P3}),
        ("precedents/variants", {"of": P3}),
        ("assent", {"of": P3}),
        ("brief", {"at": DREVINA}),
        ("events", {}),
    ],
)
def test_nothing_of_a_restricted_document_leaves(verb, query, outside):
    told = outside.get(f"/api/{verb}", params={**query, "limit": 100} if verb in ("documents", "events") else query)

    assert 200 == told.status_code
    assert "zebrafinch" not in told.text.replace(query.get("q", "-"), "").casefold()


def test_no_search_tells_that_it_is_there(outside, inside):
    formula = "the zebrafinch clause of the draft is not for everybody"
    without, within = (ask(room, "precedents/certificate", of=formula) for room in (outside, inside))

    assert ("absent", "present") == (without["outcome"], within["outcome"])
    assert not [each for each in without["nearest"] if "zebrafinch" in each["quote"]["words"]]


def test_whoever_entered_sees_it(inside, addresses):
    assert "zebrafinch clause" in ask(inside, "passage", at=of(addresses, "secret"))["quote"]["words"]
    assert ask(inside, "find", q="zebrafinch")["total"]


@pytest.mark.parametrize(
    "verb", ["document", "passage", "precedents", "precedents/certificate", "precedents/provenance", "brief", "cited"]
)
def test_a_text_that_may_not_be_passed_on_is_named_and_not_quoted(verb, outside, addresses):
    whole = of(addresses, "guarded")
    asked = whole if verb in ("document", "brief", "cited") else f"{whole}#p1"
    told = ask(outside, verb, **{next(iter(ASKED[verb])): asked})

    assert "turnstone clause" not in str(told).casefold()
    assert "Turnstone Declaration" in str(ask(outside, "document", at=whole))


@pytest.fixture(scope="module")
def reserved(stocked, tmp_path_factory):
    """A room in which a text of a line of others may not be passed on."""
    import shutil

    import acquis

    folder = tmp_path_factory.mktemp("reserved") / "room.acquis"
    shutil.copytree(stocked, folder)
    archive = acquis.open(folder, who="desk")
    for entry in [each for each in archive.list() if each.work == DREVINA]:
        archive.correct(entry.address, "rights", "All rights reserved.", because="a test")
    with client(folder) as asked:
        yield asked


@pytest.mark.parametrize(
    "verb",
    [
        "precedents",
        "precedents/variants",
        "precedents/lineage",
        "precedents/diff",
        "precedents/provenance",
        "assent",
        "brief",
        "who",
        "events",
        "cited",
        "concordance",
        "instrument",
    ],
)
@pytest.mark.parametrize("side", ["its own", "another's"])
def test_no_answer_has_words_of_such_a_text_beside_others(verb, side, reserved, outside):
    kin = ask(outside, "precedents", of=P3)["precedents"][0]["quote"]["address"]
    at = P3 if side == "its own" else kin
    asked = {
        **ASKED[verb],
        **{
            name: at if "#" in value else at.partition("#")[0]
            for name, value in ASKED[verb].items()
            if ":20" in value and "treaty" not in value
        },
    }
    asked |= {"older": P3, "newer": kin} if verb == "precedents/diff" else {}
    told = ask(reserved, verb, **asked)

    own = [quote for quote in quotes(told) if quote["address"].startswith(DREVINA)]
    assert [] == [quote for quote in own if quote["words"] is not None]
    words = ask(outside, "document", at=f"{DREVINA}@en")["parts"]
    alone = [
        each["words"]
        for each in words
        if each["kind"] != "title"
        and each["words"]
        and len(each["words"]) > 40
        and not outside_of_it(each["words"], outside)
    ]
    assert alone
    assert not [each for each in alone if each[:60] in json.dumps(told, ensure_ascii=False)]


def quotes(told):
    """All quotations of an answer, however deep."""
    if isinstance(told, dict):
        if {"address", "words"} <= told.keys():
            yield told
        for each in told.values():
            yield from quotes(each)
    elif isinstance(told, list):
        for each in told:
            yield from quotes(each)


def outside_of_it(words, room):
    """Whether another text has these words too."""
    start = " ".join(re.findall(r"\w+", words[:60])[:8])
    return any(
        not hit["quote"]["address"].startswith(DREVINA)
        for hit in ask(room, "find", q=f'"{start}"', exact="true")["hits"]
    )


def test_its_words_are_not_found_either(outside):
    assert "may be named" not in outside.get("/api/find?q=turnstone").text
    assert "may be named" not in outside.get("/api/concordance?q=turnstone").text
    diff = outside.get("/api/precedents/diff", params={"older": "the turnstone clause may be quoted", "newer": "x y z"})
    assert 200 == diff.status_code


def test_words_of_a_document_stay_words(outside, addresses):
    told = ask(outside, "document", at=of(addresses, "harm"))

    assert any("<script>alert(4)</script>" in (part["words"] or "") for part in told["parts"])


# --- the page ------------------------------------------------------------------------------------------------------


def test_the_page_of_the_verbs_shows_each_with_what_it_takes(outside):
    page = outside.get("/api")

    assert page.headers["content-type"].startswith("text/html")
    for verb in ASKED:
        assert f"GET /api/{verb}" in page.text
    assert 1 == page.text.count("<script")
    assert "/api/openapi.json" in page.text


def test_what_the_page_shows_can_be_asked(outside):
    for _, verbs in outside.get("/api.json").json()["groups"]:
        for verb in verbs:
            assert 200 == outside.get(verb["example"]).status_code, verb["example"]
