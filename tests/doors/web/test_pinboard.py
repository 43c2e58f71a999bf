"""The pinboard: all of it in an address, changed without scripts, kept by the browser, given as a file."""

import io
import json
import zipfile
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.web.cited_pins import LONGEST, MOST, Pin, kept, moved, pins_in, query_of, remembered, without
from tests.doors.web.conftest import client

FLOW = "osr:2014-06-05/tal-azur-declaration@en-x-unstated#p21"
HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland#p5"
TWO = [("pin", FLOW), ("note", "Compare with 2017."), ("pin", HALMOR)]


@pytest.fixture
def reader(stocked):
    with client(stocked) as asked:
        yield asked


def board(answer):
    return [pair for pair in parse_qsl(urlsplit(answer.headers["location"]).query) if pair[0] in ("pin", "note")]


def asked(reader, query, form=""):
    return reader.get(f"/pinboard{form}?{urlencode(query)}")


def led(reader, *query, **more):
    return reader.get(f"/pinboard?{urlencode(query)}", follow_redirects=False, **more)


def test_a_board_is_its_address(reader):
    pins = asked(reader, TWO, ".json").json()["pins"]

    assert [(FLOW, "Compare with 2017."), (HALMOR, "")] == [(each["address"], each["note"]) for each in pins]
    assert "minimum flow in the Sarn" in pins[0]["words"]
    assert "fifth paragraph, unnumbered" in pins[1]["citation"]


def test_what_is_pinned_from_elsewhere_is_added_to_what_the_browser_kept(reader):
    led(reader, ("add", FLOW))
    second = led(reader, ("add", "Halmor 2005#p5"))

    assert [("pin", FLOW), ("pin", HALMOR)] == board(second)
    assert [("pin", FLOW), ("pin", HALMOR)] == board(led(reader))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("down", "1"), [TWO[2], *TWO[:2]]),
        (("up", "2"), [TWO[2], *TWO[:2]]),
        (("up", "1"), TWO),
        (("drop", "1"), TWO[2:]),
        (("drop", "9"), TWO),
        (("keep", "true"), TWO),
    ],
)
def test_a_change_leads_to_the_address_of_the_changed_board(change, expected, reader):
    answer = led(reader, *TWO, change)

    assert (303, expected) == (answer.status_code, board(answer))
    assert expected == board(led(reader))


def test_it_is_said_that_notes_are_kept_and_of_nothing_else(reader):
    ends = [
        led(reader, *TWO, change).headers["location"].partition("#")[2] for change in (("keep", "true"), ("up", "2"))
    ]

    assert ["kept", ""] == ends
    assert 'id="kept"' in asked(reader, TWO).text


def test_a_board_that_somebody_passed_on_does_not_take_the_place_of_ones_own(reader):
    led(reader, ("add", FLOW))
    asked(reader, [("pin", HALMOR)])

    assert [("pin", FLOW)] == board(led(reader))


def test_a_page_elsewhere_makes_the_browser_keep_nothing(reader):
    answer = led(reader, ("add", FLOW), headers={"sec-fetch-site": "cross-site"})

    assert not [each for each in answer.headers.get_list("set-cookie") if each.startswith("pins=")]


def test_an_empty_board_is_never_kept_by_the_browser(reader):
    assert "no-store" == reader.get("/pinboard").headers["cache-control"]
    assert "no-cache" == asked(reader, TWO).headers["cache-control"]


def test_a_cookie_that_is_none_of_ours_is_an_empty_board(reader):
    for odd in ("%00", "pin=x", "A" * 5_000, "eJw="):
        reader.cookies.set("pins", odd, path="/pinboard")
        assert 200 == reader.get("/pinboard").status_code


def test_what_is_not_held_and_what_may_not_be_seen_are_told_alike(reader, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    secret = next(each["address"] for each in found if "Zebrafinch" in each["title"])
    pins = [asked(reader, [("pin", each)], ".json").json()["pins"][0] for each in (secret, "no:such")]

    assert pins[0] | {"address": ""} == pins[1] | {"address": ""}
    assert 404 == led(reader, ("add", secret)).status_code


def test_a_text_that_may_not_be_passed_on_is_pinned_and_not_quoted(reader, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    guarded = next(each["address"] for each in found if "Turnstone" in each["title"]) + "#p1"

    assert "turnstone clause" not in asked(reader, [("pin", guarded)]).text
    assert b"turnstone clause" not in asked(reader, [("pin", guarded)], ".md").content


@pytest.mark.parametrize("form", ["docx", "pdf", "md"])
def test_a_board_is_a_file_too(form, reader):
    content = asked(reader, TWO, f".{form}").content

    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert b"minimum flow" in file.read("word/document.xml")
            assert b"21st paragraph" in file.read("word/footnotes.xml")
    elif form == "md":
        assert b"Note: Compare with 2017." in content
        assert content.index(b"minimum flow") < content.index(b"first report")
    else:
        assert content.startswith(b"%PDF")


def test_a_board_is_a_dossier_too(reader):
    """Each passage with its note, its citation and its hash; made of what this reader may see."""
    answer = asked(reader, TWO, ".zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as held:
        record = json.loads(held.read("dossier.json"))
        paper = held.read("dossier.md").decode()

    assert "application/zip" == answer.headers["content-type"]
    assert [FLOW, HALMOR] == [each["address"] for each in record["quotations"]]
    assert ("public", True) == (record["marking"], record["public"])
    assert "Compare with 2017." in paper
    assert paper.index("minimum flow") < paper.index("first report")


def test_a_dossier_of_a_board_has_no_words_that_may_not_be_passed_on(reader, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    guarded = next(each["address"] for each in found if "Turnstone" in each["title"]) + "#p1"

    for who in (reader, inside):
        with zipfile.ZipFile(io.BytesIO(asked(who, [("pin", guarded)], ".zip").content)) as held:
            told = b"".join(held.read(name) for name in held.namelist() if name.endswith((".json", ".md", ".html")))
        assert b"turnstone clause" not in told
        assert guarded.partition("#")[0].encode() in told


def test_a_dossier_of_what_may_not_be_seen_is_refused_like_one_of_what_is_not_held(reader, inside):
    found = inside.get("/catalogue.json?limit=500").json()["documents"]
    secret = next(each["address"] for each in found if "Zebrafinch" in each["title"])

    boards = ([("pin", secret)], [("pin", "no:such")], [])

    assert [404, 404, 400] == [asked(reader, query, ".zip").status_code for query in boards]


@pytest.mark.parametrize("add", ["<script>alert(9)</script>", "nosuch", "\x00", "y" * 3_000])
def test_what_cannot_be_pinned_is_a_plain_page(add, reader):
    answer = reader.get("/pinboard", params={"add": add})

    assert 400 <= answer.status_code < 500
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "zip"])
def test_a_file_is_made_of_the_notes_that_stand_in_the_form(form, reader):
    board_form = asked(reader, TWO).text.partition('<form class="board"')[2].partition("</form>")[0]

    assert f'formaction="/pinboard.{form}"' in board_form


def test_every_page_leads_to_the_board(reader):
    assert 'href="/pinboard"' in reader.get("/catalogue").text


def test_hostile_notes_stay_notes(reader):
    page = asked(reader, [("pin", FLOW), ("note", "</textarea><script>alert(1)</script>")]).text

    assert "<script>alert" not in page
    assert "&lt;/textarea&gt;" in page


def test_a_full_board_says_so(reader):
    pins = [("pin", f"no:such{n}") for n in range(MOST)]

    assert "up to 50 passages" in led(reader, *pins, ("add", FLOW)).text


PINS = st.lists(
    st.builds(Pin, st.from_regex(r"[a-z]{2}:[a-z0-9]{1,6}", fullmatch=True), st.text("aé水<>&=+%;\u202e", max_size=20)),
    max_size=6,
    unique_by=lambda pin: pin.address,
)


@given(PINS)
def test_a_board_that_is_said_is_the_same_board(pins):
    assert tuple(pins) == pins_in(parse_qsl(query_of(pins)))


@given(PINS)
def test_a_browser_keeps_the_board_or_its_passages(pins):
    held = remembered(kept(pins))

    assert [each.address for each in pins][: len(held)] == [each.address for each in held]
    assert len(kept(pins)) <= 3_600


@given(st.text(max_size=4_000))
def test_whatever_a_cookie_says_is_a_board(cookie):
    assert len(remembered(cookie)) <= MOST


@given(PINS, st.integers(-3, 15), st.integers(-3, 3))
def test_moving_and_taking_away_lose_no_other_passage(pins, at, by):
    assert sorted(each.address for each in pins) == sorted(each.address for each in moved(pins, at, by))
    assert len(without(pins, at)) == len(pins) - (1 <= at <= len(pins))


def test_a_note_is_cut_at_its_limit():
    (pin,) = pins_in([("pin", "a:b"), ("note", "x" * 5_000)])

    assert LONGEST == len(pin.note)
