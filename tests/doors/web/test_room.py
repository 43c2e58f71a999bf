"""The pages of the reading room in every form: what they show, what they refuse, and what they never let through."""

import csv
import io
import re
import shutil
import socket

import pytest

from tests.doors.web.conftest import KEY, client

HALMOR = "/d/osr/2005-06-09/halmor-declaration/@en-x-inland"
DREVINA = "/d/osr/2007-09-18/drevina-declaration/@en-x-unstated"
PAGES = {
    "home": "/",
    "catalogue": "/catalogue",
    "narrowed": "/catalogue?organ=CHS&year=2007&language=en",
    "search": "/search?q=water+levels",
    "nothing asked": "/search",
    "facets alone": "/search?organ=CM",
    "concordance": "/concordance?q=water&sort=right&by=year",
    "document": DREVINA,
    "best expression": "/d/osr/2007-09-18/drevina-declaration",
    "beside": f"{DREVINA}?beside=@ru",
    "coloured": f"{HALMOR}?colour=provenance",
    "passage": f"{DREVINA}/p3",
    "sentence": f"{HALMOR}/p5.s1",
    "words": f"{DREVINA}/p3~0-20",
    "range": f"{DREVINA}/p3..p5",
    "margin": f"{DREVINA}/p3/margin",
}

_LINKED = re.compile(r'<script type="application/ld\+json">[^<]*</script>')
"""Linked data is read by nobody's script: it names the vocabulary that its words are of."""


def ending(path, form):
    stem, mark, query = path.partition("?")
    return f"{'/index' if stem == '/' else stem}.{form}{mark}{query}"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_html_and_json_and_csv_at_one_address(path, outside):
    html, json, table = outside.get(path), outside.get(ending(path, "json")), outside.get(ending(path, "csv"))

    assert [200, 200, 200] == [html.status_code, json.status_code, table.status_code]
    assert html.headers["content-type"] == "text/html; charset=utf-8"
    assert json.json()["title"]
    assert table.headers["content-type"].startswith("text/csv")
    assert outside.get(path, headers={"accept": "application/json"}).json() == json.json()


@pytest.mark.parametrize("path", [*PAGES.values(), "/nothing", "/search?q=%22", "/static/room.css", "/enter?key=no"])
def test_every_answer_says_what_a_browser_must_refuse(path, outside):
    headers = outside.get(path).headers

    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("path", [path for name, path in PAGES.items() if name != "margin"])
def test_pages_need_nothing_from_elsewhere_and_no_script_in_them(path, outside):
    page = _LINKED.sub("", outside.get(path).text)

    assert "http://" not in page
    assert "https://" not in page
    assert 1 == page.count("<script")
    assert " style=" not in page
    assert " onclick=" not in page


def test_rows_of_a_search_are_its_csv(outside):
    rows = list(csv.DictReader(io.StringIO(outside.get("/search.csv?q=water").content.decode("utf-8-sig"))))

    assert {"day", "title", "address", "match", "snippet", "reason"} == set(rows[0])
    assert 20 == len(rows)


def test_a_get_that_wants_no_body_is_answered_alike(outside):
    assert "" == outside.head("/").text
    assert outside.head("/").headers["etag"] == outside.get("/").headers["etag"]


# --- what a document holds is never more than words ----------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "{harm}",
        "{harm}/p1",
        "{harm}/p2",
        "{harm}/p1/margin",
        "/search?q=kestrel",
        "/concordance?q=kestrel",
        "/catalogue",
    ],
)
def test_words_of_a_document_are_never_markup(path, outside, addresses):
    page = _LINKED.sub("", outside.get(path.format(**addresses)).text)

    assert page.count("<script") <= 1
    assert "<script>" not in page
    assert "<img" not in page
    assert '"onmouseover=' not in page
    assert 'href="javascript' not in page


def test_what_is_asked_for_is_never_markup(outside):
    for path in ("/search", "/concordance"):
        page = outside.get(path, params={"q": '"><script>alert(1)</script>'}).text
        assert "<script>alert" not in page
    assert "<b>" not in outside.get("/d/<b>/x").text


def test_signs_that_turn_a_line_stay_within_their_words(outside, addresses):
    page = outside.get(addresses["harm"]).text

    assert "\u202e" not in page[page.index("<title>") : page.index("</title>")]
    assert '<bdi lang="en"' in outside.get("/catalogue").text


def test_a_text_from_right_to_left_says_so(outside, addresses):
    page = outside.get(addresses["arabic"]).text

    assert 'class="words" lang="ar" dir="rtl"' in page
    assert '<html lang="en" dir="ltr">' in page


def test_a_cell_of_a_table_is_no_formula(outside):
    assert "\n=" not in outside.get("/search.csv?q=water").text


def test_the_file_is_given_as_it_came_and_never_opened(outside, addresses):
    answer = outside.get(f"{addresses['harm']}/file")

    assert b"<script>alert(1)</script>" in answer.content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="harm.txt"')
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert "kestrel" in outside.get(f"{addresses['harm']}/source").text


# --- words and places ----------------------------------------------------------------------------------------------


def test_a_document_shows_its_words_as_they_stand(outside):
    told = outside.get(f"{HALMOR}.json").json()
    page = outside.get(HALMOR).text

    assert 'id="p5"' in page
    assert 'id="p5.s2"' in page
    assert f'href="{HALMOR}/p5"' in page
    assert told["parts"][0]["address"].startswith("osr:2005-06-09/halmor-declaration@en-x-inland#")


def test_words_that_an_address_points_at_are_marked(outside):
    page = outside.get(f"{DREVINA}/p3~0-20").text

    assert "<mark>Every riparian State</mark>" in page


def test_the_margin_says_what_is_known_and_what_was_searched(outside):
    sections = {each["name"]: each for each in outside.get(f"{DREVINA}/p3/margin.json").json()["sections"]}

    assert "adapted" == sections["agreed"]["lines"][0]["kind"]
    assert any("searched the" in line for line in sections["agreed"]["base"])
    assert {"en", "ru"} <= {line["language"] for line in sections["languages"]["lines"]}


def test_languages_stand_side_by_side(outside):
    told = outside.get(f"{DREVINA}.json?beside=@ru").json()

    assert told["other"]["language"] == "ru"
    assert all(row["one"] or row["other"] for row in told["beside"])
    assert 404 == outside.get(f"{DREVINA}?beside=osr:2005-06-09/halmor-declaration@en").status_code


def test_first_and_last_use_are_claims_about_what_is_held(outside):
    told = outside.get("/concordance.json?q=water").json()

    assert "2004-05-14" == told["first"]["day"]
    assert "held" in told["first"]["claim"]
    assert told["total"] == told["undated"] + sum(count for _, count in told["years"])


def test_a_symbol_or_a_name_that_is_typed_leads_to_its_document(outside):
    assert outside.get("/search.json?q=OSR/CM/RES/2011/3").json()["named"]["address"] == "osr:OSR/CM/RES/2011/3@en"


def test_a_page_goes_on_where_the_one_before_ended(outside):
    first, second = (outside.get(f"/search.json?q=water&offset={at}").json()["hits"] for at in (0, 20))

    assert not {hit["address"] for hit in first} & {hit["address"] for hit in second}
    assert 'rel="next"' in outside.get("/search?q=water").text


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "/nothing"),
        ("/d/osr/2001-01-01/none", 404, "osr:2001-01-01/none is not held"),
        (f"{DREVINA}/op99", 404, "has no part"),
        ("/d/not an address", 404, "no path of a document"),
        ("/search?q=%22water", 400, "quot"),
        ("/search?q=water&order=oddest", 400, "Known: closest, newest, oldest"),
        ("/search?q=water&offset=many", 400, "offset"),
        ("/concordance?q=water&by=moon", 400, "Known: organ, year"),
        ("/?release=none", 400, "No release called"),
    ],
)
def test_a_refusal_says_what_was_asked_and_what_would_work(path, status, said, outside):
    page, problem = outside.get(path), outside.get(path, headers={"accept": "application/json"})

    assert (status, status) == (page.status_code, problem.status_code)
    assert said in page.text
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == status


def test_too_much_is_refused(stocked):
    from acquis.web.security import Limits

    with client(stocked, limits=Limits(path=200, query=300, body=1_000, requests=8)) as asked:
        assert 414 == asked.get(f"/d/osr/{'x' * 300}").status_code
        assert 414 == asked.get("/search", params={"q": "x" * 400}).status_code
        assert 413 == asked.post("/entries", data={"text": "x" * 2_000}).status_code
        assert 429 == [asked.get("/catalogue").status_code for _ in range(9)][-1]
        assert 200 == asked.get("/static/room.css").status_code


def test_an_answer_that_takes_too_long_is_given_up_and_may_be_asked_for_again(stocked):
    from acquis.web.security import Limits

    with client(stocked, limits=Limits(seconds=0.0001)) as asked:
        told = asked.get("/catalogue")
        assert [503, "60"] == [told.status_code, told.headers["retry-after"]]
        assert "ask again in 60 seconds" in told.text


def test_a_room_of_this_machine_answers_to_no_other_name(stocked):
    with client(stocked, hosts=("127.0.0.1:8765",)) as asked:
        assert 200 == asked.get("/", headers={"host": "127.0.0.1:8765"}).status_code
        assert 400 == asked.get("/", headers={"host": "rebound.example"}).status_code


# --- who may see what ----------------------------------------------------------------------------------------------


def test_the_key_opens_the_room_and_nothing_else_does(stocked):
    with client(stocked, key=KEY) as asked:
        refused = asked.get("/enter?key=wrong")
        entered = asked.get("/enter", params={"key": KEY, "then": "/catalogue"}, follow_redirects=False)

    assert (403, False) == (refused.status_code, "acquis" in refused.cookies)
    assert (303, "/catalogue") == (entered.status_code, entered.headers["location"])
    cookie = next(each for each in entered.headers.get_list("set-cookie") if each.startswith("acquis="))
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert KEY not in cookie


@pytest.mark.parametrize("then", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "x"])
def test_entering_leads_nowhere_else(then, stocked):
    with client(stocked, key=KEY) as asked:
        entered = asked.get("/enter", params={"key": KEY, "then": then}, follow_redirects=False)

    assert "/" == entered.headers["location"]


def test_a_room_without_a_key_cannot_be_entered(stocked):
    with client(stocked) as asked:
        assert 403 == asked.get("/enter?key=").status_code


@pytest.mark.parametrize("path", ["/", "/catalogue", "/search?q=zebrafinch", "/concordance?q=zebrafinch", "{secret}"])
@pytest.mark.parametrize("form", ["html", "json"])
def test_nothing_of_a_restricted_document_shows_without_the_key(path, form, outside, inside, addresses):
    path = path.format(**addresses)
    accept = {"accept": {"html": "text/html", "json": "application/json"}[form]}

    assert "zebrafinch memorandum" not in outside.get(path, headers=accept).text.casefold()
    if "secret" in path or "q=" not in path:
        assert "Zebrafinch" in inside.get("/catalogue", headers=accept).text


def test_whoever_entered_sees_everything_with_its_marking(inside, addresses):
    page = inside.get(addresses["secret"])

    assert "zebrafinch clause" in page.text
    assert "m-restricted" in page.text
    assert "private" in page.headers["cache-control"]


def test_a_text_that_may_not_be_passed_on_is_named_and_not_quoted(outside, inside, addresses):
    path = addresses["guarded"]

    assert 200 == outside.get(path).status_code
    assert "turnstone clause" not in outside.get(path).text
    assert "turnstone clause" not in outside.get(f"{path}/p1.json").text
    assert "turnstone</mark>" not in outside.get("/search?q=turnstone").text
    assert 403 == outside.get(f"{path}/file").status_code
    assert "turnstone clause" in inside.get(path).text


# --- writing -------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(stocked, tmp_path):
    """Somebody who entered a room of their own."""
    shutil.copytree(stocked, tmp_path / "own.acquis")
    with client(tmp_path / "own.acquis", key=KEY) as asked:
        asked.get("/enter", params={"key": KEY})
        yield asked


def note(address, text, **more):
    return {"verb": "note", "at": address, "text": text, "then": HALMOR, **more}


def test_a_note_stands_in_the_margin_until_it_is_taken_back(desk):
    place = "osr:2005-06-09/halmor-declaration@en-x-inland#p5"
    proof = {"_csrf_token": desk.cookies["csrftoken"]}
    entered = desk.post("/entries", data=note(place, "Compare the <b>charter</b>.", **proof), follow_redirects=False)

    assert (303, HALMOR) == (entered.status_code, entered.headers["location"])
    sections = {each["name"]: each for each in desk.get(f"{HALMOR}/p5/margin.json").json()["sections"]}
    (line,) = sections["entered"]["lines"]
    assert ("note", "Compare the <b>charter</b>.") == (line["kind"], line["words"])
    assert "<b>" not in desk.get(f"{HALMOR}/p5").text
    desk.post("/entries", data={"verb": "undo", "number": str(line["number"]), **proof})
    assert "charter</b>" not in desk.get(f"{HALMOR}/p5/margin.json").text


def test_a_form_without_its_proof_is_refused(desk):
    assert 403 == desk.post("/entries", data=note("osr:OSR/CM/RES/2011/3@en", "x")).status_code


def test_nobody_writes_without_the_key(stocked):
    with client(stocked, key=KEY) as asked:
        asked.get("/")
        proof = {"_csrf_token": asked.cookies["csrftoken"]}
        assert 403 == asked.post("/entries", data=note("osr:OSR/CM/RES/2011/3@en", "x", **proof)).status_code


# --- the same answer is not sent twice -----------------------------------------------------------------------------


def test_an_answer_holds_until_the_archive_changes(desk):
    first = desk.get(HALMOR)
    held = {"if-none-match": first.headers["etag"]}

    assert (304, "") == (desk.get(HALMOR, headers=held).status_code, desk.get(HALMOR, headers=held).text)
    assert 200 == desk.get(f"{HALMOR}?colour=provenance", headers=held).status_code
    desk.post("/entries", data=note(HALMOR_AT, "A change.", _csrf_token=desk.cookies["csrftoken"]))
    assert 200 == desk.get(HALMOR, headers=held).status_code


HALMOR_AT = "osr:2005-06-09/halmor-declaration@en-x-inland#p5"


def test_a_port_that_is_taken_is_refused_before_anything_is_said():
    from acquis.errors import AcquisError
    from acquis.web.serving import refuse_taken

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AcquisError, match="--port takes another"):
            refuse_taken("127.0.0.1", taken.getsockname()[1])


def test_pages_come_packed_and_small(outside):
    page = outside.get(DREVINA)

    assert page.headers["content-encoding"] == "gzip"
    assert int(page.headers["content-length"]) < 12_000


def test_what_people_call_a_document_leads_to_it(outside):
    named = outside.get("/search.json?q=Halmor 2005").json()["named"]

    assert named["address"].startswith("osr:2005-06-09/halmor-declaration")
    assert outside.get("/search.json?q=water").json()["named"] is None


@pytest.mark.parametrize(
    "path", ["/catalogue", "/search?q=water", "/search?organ=CHS", "/agreed", "/catalogue?organ=CHS"]
)
def test_a_body_that_narrows_is_called_by_its_name_and_its_code(outside, path):
    told = outside.get(path, headers={"accept": "text/html"}).text
    assert "Council of Heads of State (CHS)" in told
    assert "<bdi>CHS</bdi>" not in told


def test_a_language_that_no_shelf_has_is_called_as_it_calls_itself(outside):
    from acquis.web.words import own_name

    assert ["Nederlands", "Українська", "Xx"] == [own_name(tag) for tag in ("nl", "uk-x-inland", "xx")]


def test_a_claim_about_a_narrowed_search_holds_for_what_was_searched(outside):
    whole, narrow = (outside.get(f"/concordance.json?q=water{more}").json() for more in ("", "&year=2009..2011"))

    assert whole["first"]["claim"] != narrow["first"]["claim"]
    assert "2009–2011" in narrow["first"]["claim"]


def test_texts_and_documents_are_counted_in_one_way(outside):
    home, catalogue = outside.get("/").text, outside.get("/catalogue").text
    told, held = outside.get("/index.json").json(), outside.get("/catalogue.json").json()
    scope = outside.get("/search.json", params={"q": "water"}).json()["scope"]
    base = outside.get("/certificate.json", params={"text": "the seven rivers belong to all"}).json()["base"]

    assert (told["works"], told["texts"]) == (held["works"], held["total"])
    assert f"{told['works']} texts are held" in home
    assert f"{told['works']} texts, {told['texts']} documents with their other languages" in catalogue
    assert f"of {told['texts']} documents" in scope["line"]
    assert f"searched the {told['works']} texts held" in base


@pytest.mark.parametrize("path", ["/catalogue", DREVINA, "/"])
def test_codes_of_bodies_have_their_names(path, outside):
    assert "Council of Heads of State" in outside.get(path).text


def test_what_nobody_states_is_said_in_words(outside):
    page = outside.get(DREVINA).text

    assert "who made this text is not stated" in page
    assert "standing: unknown" not in page


def test_a_translation_that_nobody_answers_for_is_marked_in_the_catalogue(outside):
    page = outside.get("/catalogue").text
    held = outside.get("/catalogue.json").json()["documents"]

    marked = sum(each["standing"] == "unofficial translation" for each in held)
    assert 0 < marked == page.count('<span class="tag">unofficial translation</span>')


def test_a_paragraph_too_short_to_compare_names_no_command(outside):
    for part in ("title", "p1", "p2"):
        assert "acquis find" not in outside.get(f"{DREVINA}/{part}").text


def test_a_hit_leads_to_its_paragraph(outside):
    page, found = (outside.get(f"/search{form}", params={"q": "water"}) for form in ("", ".json"))

    assert any(each["match"] for each in found.json()["hits"])
    assert not re.search(r'class="what"><a href="[^"]*~', page.text)
