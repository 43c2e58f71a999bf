"""The file beside the text: pages as pictures, drawn within bounds, or characters with what was left out."""

import struct
import threading

import pypdfium2
import pytest

from acquis.errors import NotHeld, TooLarge, Unreadable
from acquis.formats._drawn import MOST, WIDE, drawn, png, sheets
from tests.doors.web.conftest import CHROMIUM

PDF = "/d/osr/2017-06-22/amesca-declaration/@en-x-unstated"
TEXT = "/d/osr/2005-06-09/halmor-declaration/@en-x-inland"
WORD = "/d/osr/OSR/CM/RES/2011/3/@en"
HTML = "/d/osr/OSR/SEC/NOTE/2013/6/@en"


def beside(asked, path, way="facsimile", **more):
    query = {"beside": way, **more}
    return asked.get(path, params=query, headers={"accept": "application/json"}).json()


def size(picture):
    return struct.unpack(">II", picture[16:24])


# --- pages ---------------------------------------------------------------------------------------------------------


def test_each_paragraph_stands_beside_the_page_that_it_begins_on(outside, stocked):
    import acquis

    found = beside(outside, PDF)["facsimile"]
    words = {each["number"]: " ".join(part["words"] for part in each["parts"]) for each in found["sheets"]}
    pages = pypdfium2.PdfDocument(acquis.open(stocked).content("osr:2017-06-22/amesca-declaration@en-x-unstated"))

    assert ("facsimile", 3, True) == (found["way"], found["pages"], found["sure"])
    for number, text in words.items():
        printed = "".join(pages[number - 1].get_textpage().get_text_range().split())
        assert "".join(text.split())[:60] in printed


def test_every_part_stands_beside_the_file_once(outside):
    for path, way in (
        (PDF, "facsimile"),
        (PDF, "characters"),
        (TEXT, "facsimile"),
        (WORD, "facsimile"),
        (HTML, "facsimile"),
    ):
        told = beside(outside, path, way)
        shown = [part["path"] for each in told["facsimile"]["sheets"] for part in each["parts"]]
        assert sorted(shown) == sorted(part["path"] for part in told["parts"] if part["words"] or part["number"])


def test_a_page_is_a_picture_of_the_size_that_was_told(outside):
    found = beside(outside, PDF)["facsimile"]["sheets"][1]
    answer = outside.get(found["picture"])

    assert (f"{PDF}/page/2.png", 200, "image/png") == (
        found["picture"],
        answer.status_code,
        answer.headers["content-type"],
    )
    assert (found["wide"], found["high"]) == size(answer.content)
    assert answer.headers["x-content-type-options"] == "nosniff"
    held = {"if-none-match": answer.headers["etag"]}
    assert 304 == outside.get(found["picture"], headers=held).status_code


@pytest.mark.parametrize(
    "what", ["page/0.png", "page/4.png", "page/99999.png", "page/1.svg", "page/-1.png", "page/1e3.png"]
)
def test_a_page_that_there_is_not_is_refused(what, outside):
    assert 404 == outside.get(f"{PDF}/{what}").status_code


@pytest.mark.parametrize("path", [TEXT, WORD, HTML])
def test_a_file_without_pages_has_no_picture(path, outside):
    assert 404 == outside.get(f"{path}/page/1.png").status_code


@pytest.mark.parametrize("page", [-5, 0, 2, 999])
def test_pages_are_turned_within_the_file(page, outside):
    found = beside(outside, PDF, page=page)["facsimile"]

    assert 1 <= found["first"] <= found["pages"]
    assert found["sheets"]


def test_pictures_are_of_public_documents_alone(outside, addresses):
    for name, status in (("secret", 404), ("guarded", 403)):
        assert status == outside.get(f"{addresses[name]}/page/1.png").status_code
    page = outside.get(addresses["guarded"], params={"beside": "characters"}).text
    assert "turnstone clause" not in page


def test_where_nothing_tells_the_page_the_text_stands_under_the_pages(outside, monkeypatch):
    from acquis.web import facsimile

    monkeypatch.setattr(facsimile, "_is_source", lambda found, held: False)
    found = beside(outside, PDF)["facsimile"]

    assert not found["sure"]
    assert [0, 0, 0] == [len(each["parts"]) for each in found["sheets"][:3]]
    assert found["sheets"][3]["parts"]
    assert "Nothing tells which page a paragraph is on" in outside.get(f"{PDF}?beside=facsimile").text


def test_a_file_that_takes_too_long_is_shown_without_places(outside, monkeypatch):
    from acquis.formats import _drawn, _worker
    from acquis.web import facsimile
    from acquis.web.once import Once

    def slow(work, *args, limits):
        if work is _drawn.sheets:
            raise TooLarge("it took too long")
        return work(*args)

    monkeypatch.setattr(_worker, "run_limited", slow)
    monkeypatch.setattr(facsimile, "_KEPT", Once())
    monkeypatch.setattr(facsimile, "_WAITING", threading.BoundedSemaphore(1))
    found = beside(outside, PDF, page=2)["facsimile"]

    assert (3, False) == (found["pages"], found["sure"])


def test_too_many_who_wait_for_pictures_keep_nobody_else_waiting(outside, monkeypatch):
    from acquis.web import facsimile
    from acquis.web.once import Once

    monkeypatch.setattr(facsimile, "_KEPT", Once())
    monkeypatch.setattr(facsimile, "_WAITING", threading.BoundedSemaphore(1))
    with facsimile._WAITING:
        assert 503 == outside.get(f"{PDF}/page/1.png").status_code
        assert 200 == outside.get(PDF).status_code
    assert 200 == outside.get(f"{PDF}/page/1.png").status_code


@pytest.mark.parametrize(("wide", "high"), [(595, 842), (14_400, 14_400), (1, 14_400), (14_400, 1), (3, 3)])
def test_a_picture_is_bounded_whatever_the_paper(wide, high):
    document = pypdfium2.PdfDocument.new()
    document.new_page(wide, high)
    across, down = size(drawn(saved(document), 1))

    assert across <= WIDE
    assert across * down <= MOST


def test_no_page_is_made_up():
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    for number in (0, 2, -1):
        with pytest.raises(NotHeld):
            drawn(saved(document), number)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<>>", b"<script>"])
def test_what_is_no_pdf_is_refused_in_words(content):
    for work in (sheets, lambda each: drawn(each, 1)):
        with pytest.raises(Unreadable):
            work(content)


@pytest.mark.parametrize(("shape", "kind"), [((2, 3, 3), 2), ((2, 3, 4), 2), ((2, 3, 1), 0), ((2, 3), 0)])
def test_a_picture_is_read_back_as_it_was(shape, kind):
    import zlib

    import numpy

    pixels = numpy.arange(numpy.prod(shape), dtype=numpy.uint8).reshape(shape)
    made = png(pixels)
    length = struct.unpack(">I", made[33:37])[0]
    rows = zlib.decompress(made[41 : 41 + length])
    colours = 3 if kind == 2 else 1
    flat = pixels.reshape(2, 3, -1)[:, :, :colours].reshape(2, -1)

    assert kind == made[25]
    assert b"".join(b"\0" + row.tobytes() for row in flat) == rows


def saved(document):
    import io

    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


# --- characters ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [TEXT, WORD, HTML, PDF])
def test_every_character_of_the_source_is_shown_and_what_was_left_out_is_told(path, outside):
    found = beside(outside, path, "characters")["facsimile"]
    source = outside.get(f"{path}/source").text
    told = "\n".join(each["words"] for each in found["sheets"])

    assert source.split() == told.split()
    marked = [each["words"][mark["start"] : mark["end"]] for each in found["sheets"] for mark in each["marks"]]
    assert all(each.strip() for each in marked)
    assert len(marked) >= sum(count for _, count in found["left"])


def test_a_masthead_is_set_apart_with_its_reason(outside):
    page = outside.get(TEXT, params={"beside": "facsimile"}).text

    assert '[Date] June 9, 2005</span><span class="why" lang="en" dir="ltr">record</span>' in page


def test_the_source_of_a_hostile_file_is_words(outside, addresses):
    page = outside.get(addresses["harm"], params={"beside": "characters"}).text

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(4)" in page


def test_markup_of_a_web_page_is_never_shown(outside):
    page = outside.get(HTML, params={"beside": "facsimile"}).text

    assert "&lt;" not in page
    assert "<iframe" not in page


# --- in a browser --------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_pictures_are_seen_beside_their_paragraphs(page):
    page.goto(PDF)
    page.get_by_role("link", name="Facsimile beside it").click()
    picture = page.locator(".leaf img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    assert WIDE == picture.evaluate("each => each.naturalWidth")
    assert page.locator(".leaf").first.locator(".side .words").count() > 3


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize(("width", "mode"), [(1280, "light"), (390, "dark")])
def test_what_stands_beside_shuts_nobody_out_and_fits_its_window(width, mode, served, browser, addresses):
    from axe_playwright_python.sync_playwright import Axe

    view = {"width": width, "height": 900}
    context = browser.new_context(base_url=served, viewport=view, color_scheme=mode, bypass_csp=True)
    page = context.new_page()
    for path in (f"{PDF}?beside=facsimile", f"{TEXT}?beside=characters", f"{addresses['arabic']}?beside=characters"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found = Axe().run(page)
        assert 0 == found.violations_count, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.emulate_media(media="screen")
    context.close()
