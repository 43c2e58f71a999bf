"""Register, instruments, assent, brief, citation and pinboard in Chromium, with scripts and without."""

import pytest

from tests.doors.web.conftest import CHROMIUM

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")]


def test_from_home_to_who_was_what_on_a_day(page):
    page.goto("/")
    page.get_by_role("link", name="Register", exact=True).click()
    page.locator("#of").fill("osr")
    page.locator("#on").fill("2009-07-11")
    page.locator("#on").press("Enter")

    row = page.locator("tr", has_text="Zhumara").first
    assert "yes, observer" in row.inner_text()
    row.locator("summary").click()
    assert "granted it the status of observer" in row.inner_text()


def test_from_a_paragraph_to_who_assented(page):
    page.goto("/d/osr/2014-06-05/tal-azur-declaration/@en-x-unstated/p21")
    page.get_by_role("link", name="Assent").first.click()
    row = page.locator("tbody tr").filter(has=page.get_by_role("rowheader", name="Oskania"))
    row.locator("summary").first.click()

    assert "dissociated" in row.inner_text()


def test_passages_are_collected_annotated_and_put_in_order(page):
    for path in ("2014-06-05/tal-azur-declaration/@en-x-unstated/p21", "2005-06-09/halmor-declaration/@en-x-inland/p5"):
        page.goto(f"/d/osr/{path}")
        page.get_by_role("link", name="Pin", exact=True).first.click()
    page.locator("textarea").nth(1).fill("Look at Orvelin.")
    page.locator("button[name=up]").nth(1).click()

    assert ["Look at Orvelin.", ""] == [each.input_value() for each in page.locator("textarea").all()]
    assert "2005-06-09" in page.locator(".board li").first.inner_text()
    page.goto("/pinboard")
    assert "Look at Orvelin." == page.locator("textarea").first.input_value()


def test_from_a_document_to_its_brief_and_to_a_note(page):
    page.goto("/d/osr/2019-06-13/belovesk-declaration/@en-x-unstated")
    page.get_by_role("link", name="Brief").first.click()
    page.locator(".front a[href='#note-3']").first.click()

    assert page.url.endswith("#note-3")
    assert page.locator("#note-3").is_visible()
