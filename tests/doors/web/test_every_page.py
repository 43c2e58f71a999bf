"""Every page of the room: at two widths, light and dark, it shuts nobody out, fits its window and weighs little."""

import gzip
import re

import pytest
from lxml import html

from acquis import shelf
from docs.pictures import FOLDER, MODES, PAGES, WIDTHS
from tests.doors.web.conftest import CHROMIUM

HEAVIEST = 200_000
"""Bytes: a page with all that it loads, compressed, without the words of the texts that it shows."""

WAYS = {
    "/d/{place:path}": "/d/",
    "/instruments/{address:path}": "/instruments/",
}
NO_PAGES = ("/enter", "/leave", "/entries", "/oai", "/feed.atom")
"""What is served and is no page to be looked at: what forms are sent to, and answers for programs."""


def served_pages():
    entries = shelf.entries("acquis.web.pages").values()
    return sorted({WAYS.get(entry.path, entry.path) for entry in entries if entry.path not in NO_PAGES})


@pytest.mark.parametrize("path", served_pages())
def test_a_page_that_is_served_is_tried_and_pictured(path):
    assert any(
        tried.partition("?")[0] == path or (path in WAYS.values() and tried.startswith(path))
        for tried in PAGES.values()
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_pictures(name):
    pictures = [FOLDER / f"{name}-{width}-{mode}.webp" for width in WIDTHS for mode in MODES]

    assert all(each.read_bytes()[8:12] == b"WEBP" for each in pictures)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_weighs_little(path, outside):
    page = outside.get(path)
    outside.cookies.clear()  # a page in another language is remembered
    tree = html.fromstring(page.content)
    loaded = set(tree.xpath("//link[@rel='stylesheet']/@href | //script/@src"))
    files = [outside.get(each).content for each in loaded]
    words = " ".join(tree.xpath("//*[@lang]//text()"))
    weight = sum(len(gzip.compress(each)) for each in (page.content, *files)) - len(gzip.compress(words.encode()))

    assert weight < HEAVIEST
    assert not [
        each for each in re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', page.text) if "localhost" not in each
    ]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_shuts_nobody_out_and_fits_its_window(path, browser, served):
    shuts_nobody_out(browser, served, path)


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_a_portion_of_a_long_text_shuts_nobody_out(browser, stocked):
    import acquis
    from acquis.web.app import room
    from acquis.web.security import Limits
    from acquis.web.serving import running

    app = room(acquis.open(stocked, who="desk"), limits=Limits(requests=None, parts=10))
    with running(app) as address:
        shuts_nobody_out(browser, address, "/d/osr/2005-06-09/halmor-declaration/@en-x-inland?at=p14")


def shuts_nobody_out(browser, served, path):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(base_url=served, bypass_csp=True)
    page = context.new_page()
    page.goto(path)
    page.wait_for_load_state("networkidle")
    for width in WIDTHS.values():
        page.set_viewport_size({"width": width, "height": 900})
        for mode in MODES:
            page.emulate_media(color_scheme=mode)
            found = Axe().run(page)

            assert 0 == found.violations_count, (width, mode, found.generate_report())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
