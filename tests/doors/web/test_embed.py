"""One passage on another site: its words with where they come from, of public documents alone, and nothing that runs."""

import html
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from lxml import html as markup

from acquis.model import Pinpoint
from acquis.web.embedding import LONGEST
from acquis.web.security import POLICY
from tests.doors.web.conftest import CHROMIUM

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland#p5"
HERE = "http://testserver.local"


def address(path):
    return str(Pinpoint.from_url(path))


def test_a_passage_is_shown_with_where_it_comes_from(outside):
    told = outside.get("/embed.json", params={"of": HALMOR}).json()
    page = outside.get("/embed", params={"of": HALMOR}).text

    assert told["words"].startswith("The Heads of State thank the Secretary-General")
    assert told["words"] in html.unescape(page)
    assert ["Kelvaria", "Marovia", "Oskania", "Tessarine"] == told["agreed"]["by"]
    for each in (
        told["citation"],
        told["agreed"]["way"],
        told["address"],
        told["sha256"],
        "2005-06-09",
        "As of change",
    ):
        assert each in page
    assert 'href="/d/osr/2005-06-09/halmor-declaration/@en-x-inland/p5" target="_blank" rel="noopener' in page


def test_only_that_page_may_stand_in_a_frame(outside):
    framed = outside.get("/embed", params={"of": HALMOR}).headers["content-security-policy"]

    assert "frame-ancestors *" in framed
    assert "script-src" not in framed
    assert framed.startswith("default-src 'none'")
    for path in ("/", f"/cite?of={HALMOR.replace('#', '%23')}", "/embedded", f"/d{HALMOR}"):
        assert POLICY == outside.get(path).headers["content-security-policy"]
    assert "<script" not in outside.get("/embed", params={"of": HALMOR}).text


def test_what_is_not_public_is_not_embedded_whoever_asks(inside, outside, addresses):
    asked = {"of": f"{address(addresses['secret'])}#p1"}
    pages = [each.get("/embed", params=asked) for each in (inside, outside)]

    assert [404, 404] == [each.status_code for each in pages]
    assert "zebrafinch clause" not in pages[0].text.casefold()
    assert pages[0].text == pages[1].text
    assert "frame-ancestors *" in pages[0].headers["content-security-policy"]
    assert "codes" not in (inside.get("/cite.json", params=asked).json()["codes"] or {})
    assert "&lt;iframe" not in inside.get("/cite", params=asked).text
    assert "link" not in inside.get(f"{addresses['secret']}/p1").headers


def test_whoever_entered_sees_in_the_frame_what_others_see(inside, outside):
    assert inside.get("/embed", params={"of": HALMOR}).text == outside.get("/embed", params={"of": HALMOR}).text


def test_of_a_text_that_may_not_be_passed_on_there_is_the_citation_alone(outside, inside, addresses):
    asked = {"of": f"{address(addresses['guarded'])}#p1"}
    page = outside.get("/embed", params=asked).text

    assert "turnstone clause" not in page
    assert "Turnstone Declaration" in page
    assert "turnstone clause" not in inside.get("/embed", params=asked).text
    assert "" == outside.get("/cite.json", params=asked).json()["codes"]["quotation"]


def test_words_from_right_to_left_are_set_so(outside, addresses):
    asked = {"of": f"{address(addresses['arabic'])}#p1"}
    quotation = markup.fromstring(outside.get("/cite.json", params=asked).json()["codes"]["quotation"])

    assert '<blockquote class="quote" lang="ar" dir="rtl">' in outside.get("/embed", params=asked).text
    assert ["rtl"] == quotation.xpath("//p/@dir")


@pytest.mark.parametrize("part", ["p1", "p2", "p1~0-20"])
def test_hostile_words_are_words_in_frame_and_quotation(part, outside, addresses):
    asked = {"of": f"{address(addresses['harm'])}#{part}"}
    page, codes = outside.get("/embed", params=asked).text, outside.get("/cite.json", params=asked).json()["codes"]

    assert "<script" not in page
    assert "<img" not in page
    assert {"blockquote", "p", "footer", "a", "br"} >= {
        each.tag for each in markup.fromstring(codes["quotation"]).iter()
    }
    (frame,) = markup.fragments_fromstring(codes["frame"])
    assert {"src", "title", "width", "height", "loading", "referrerpolicy", "style"} == set(frame.attrib)
    assert "<iframe" not in outside.get("/cite", params=asked).text


def test_the_lines_to_copy_hold_the_words_as_they_stand(outside):
    codes = outside.get("/cite.json", params={"of": HALMOR}).json()["codes"]
    (frame,) = markup.fragments_fromstring(codes["frame"])
    (quotation,) = markup.fragments_fromstring(codes["quotation"])

    assert f"{HERE}/embed?of=osr%3A2005-06-09%2Fhalmor-declaration%40en-x-inland%23p5" == frame.get("src")
    assert "fifth paragraph, unnumbered" in frame.get("title")
    assert outside.get("/embed.json", params={"of": HALMOR}).json()["words"] == quotation.findtext("p")
    assert f"{HERE}/d/osr/2005-06-09/halmor-declaration/@en-x-inland/p5" == quotation.get("cite")


def test_of_a_long_passage_there_is_the_beginning(outside):
    words = outside.get(
        "/embed.json", params={"of": "osr:2004-05-14/charter-organisation-seven-rivers#art1..art14"}
    ).json()

    assert LONGEST >= len(words["words"]) - 2
    assert words["words"].endswith(" …")


def test_nothing_asked_is_a_page_that_says_how(outside):
    assert 200 == outside.get("/embed").status_code
    assert 'href="/cite"' in outside.get("/embed").text


@pytest.mark.parametrize(
    "asked", ["<script>alert(1)</script>", "x" * 1_500, "\x00\u202e", "osr:no/such@en#p1", "osr", "#p1", "Drevina 2007"]
)
def test_a_strange_address_is_a_plain_page(asked, outside):
    answer = outside.get("/embed", params={"of": asked})

    assert answer.status_code in (200, 404)
    assert "<script" not in answer.text


# --- oEmbed --------------------------------------------------------------------------------------------------------

PAGE = "/d/osr/2005-06-09/halmor-declaration/@en-x-inland/p5"


def test_programs_are_told_how_to_embed_a_page(outside):
    told = outside.get(PAGE).headers["link"]
    asked = told.partition("<")[2].partition(">")[0]
    answer = outside.get(asked.removeprefix(HERE))

    assert told.endswith('; rel="alternate"; type="application/json+oembed"')
    assert ("rich", "1.0", 640) == tuple(answer.json()[name] for name in ("type", "version", "width"))
    assert answer.json()["html"].startswith(f'<iframe src="{HERE}/embed?of=')


def test_a_frame_is_no_larger_than_there_is_room_for(outside):
    told = outside.get("/oembed", params={"url": HERE + PAGE, "maxwidth": 300, "maxheight": 200}).json()

    assert (300, 200) == (told["width"], told["height"])
    assert 'width="300" height="200"' in told["html"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"url": "https://example.org" + PAGE}, 404),
        ({"url": HERE + "/d/osr/nothing/@en/p1"}, 404),
        ({"url": HERE + "/search?q=water"}, 404),
        ({"url": HERE + "//[::1"}, 404),
        ({"url": "http://[broken"}, 404),
        ({"url": "<script>"}, 404),
        ({}, 400),
        ({"url": HERE + PAGE, "format": "xml"}, 501),
        ({"url": HERE + PAGE, "maxwidth": "wide"}, 400),
    ],
    ids=str,
)
def test_what_is_not_of_this_room_is_not_embedded(query, status, outside):
    assert status == outside.get("/oembed", params=query).status_code


# --- in a browser --------------------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(served, outside):
    """Another site, on another host of this machine, with the line that the room's page gives."""
    frame = outside.get("/cite.json", params={"of": HALMOR}).json()["codes"]["frame"].replace(HERE, served)
    other = f'<!doctype html><title>Elsewhere</title>{frame}<iframe id="other" src="{served}/"></iframe>'.encode()

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(other)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_another_site_shows_the_frame_and_no_other_page(elsewhere, served, browser):
    page = browser.new_context().new_page()
    page.goto(elsewhere)
    page.wait_for_load_state("networkidle")
    frame = page.frame_locator("iframe").first

    assert "The Heads of State thank" in frame.locator("blockquote").inner_text()
    assert "3px" == frame.locator("blockquote").evaluate("each => getComputedStyle(each).borderInlineStartWidth")
    assert f"{served}/" not in [each.url for each in page.frames]
    with page.context.expect_page() as opened:
        frame.locator("h1 a").click()
    assert opened.value.url.endswith(PAGE)
    page.context.close()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize(("width", "mode"), [(640, "light"), (320, "dark")])
def test_the_page_of_a_frame_shuts_nobody_out(width, mode, served, browser, addresses):
    from axe_playwright_python.sync_playwright import Axe

    view = {"width": width, "height": 420}
    context = browser.new_context(base_url=served, viewport=view, color_scheme=mode, bypass_csp=True)
    page = context.new_page()
    for asked in (HALMOR, f"{address(addresses['arabic'])}#p1", "nothing", ""):
        page.goto("/embed?of=" + asked.replace("#", "%23"))
        found = Axe().run(page)
        assert 0 == found.violations_count, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
