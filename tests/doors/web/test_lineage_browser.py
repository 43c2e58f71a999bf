"""Agreed language, certificate, lineage and compare in Chromium: by mouse and by key, with scripts and without."""

import pytest

from docs.pictures import DREVINA
from tests.doors.web.conftest import CHROMIUM

LINEAGE = f"/lineage?of={DREVINA}%23p3"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")]


def test_from_a_pasted_paragraph_to_its_lineage(page):
    page.goto("/agreed")
    page.locator("#text").fill("Every riparian State is entitled to a fair and reasonable share in the benefits")
    page.get_by_role("button", name="Find agreed language").click()
    page.locator(".found").first.get_by_role("link", name="Lineage").click()

    assert page.locator("table.loom thead th").count() > 2
    assert page.locator("svg.braid").is_visible()


def test_a_record_that_was_downloaded_is_verified(page, tmp_path):
    page.goto("/certificate?text=the+seven+rivers+belong+to+all")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the record").click()
    download.value.save_as(tmp_path / "record.json")
    page.locator("#record").set_input_files(tmp_path / "record.json")
    page.get_by_role("button", name="Verify").click()

    assert page.get_by_text("Verified: this certificate says that these words were not found", exact=True).is_visible()


def test_from_home_to_what_changed_since_the_last_declaration(page):
    page.goto("/")
    page.get_by_role("link", name="Compare").click()
    page.locator(".documents a").first.click()
    page.get_by_role("link", name="Only what changed").click()

    assert page.locator(".pair.r-gone").count() > 3
    assert 0 == page.locator(".pair.r-carried").filter(has_not_text="moved").count()


def test_keys_lead_through_the_loom(browser, served):
    page = browser.new_context(base_url=served).new_page()
    page.goto(LINEAGE)
    page.locator("[data-cell='0 0']").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight"):
        page.keyboard.press(key)

    assert "1 1" == page.evaluate("document.activeElement.dataset.cell")
    assert 1 == page.locator("table.loom [data-cell][tabindex='0']").count()
    page.keyboard.press("d")
    page.wait_for_url("**/compare?a=**")
    page.go_back()
    page.locator("[data-cell='1 2']").focus()
    page.keyboard.press("o")
    page.wait_for_url("**/@en-x-unstated?at=p3#p3")
