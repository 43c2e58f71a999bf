"""What stands on the page of a document beside its text: the ways on from it."""

import pytest

from tests.doors.web.conftest import CHROMIUM

TAL_AZUR = "/d/osr/2014-06-05/tal-azur-declaration/@en-x-unstated"
DREVINA = "/d/osr/2007-09-18/drevina-declaration/@en-x-unstated"
VESGRAD = "osr:2011-06-16/vesgrad-declaration@en-x-unstated"


def comparing(asked, path):
    return asked.get(f"{path}/compare", headers={"accept": "application/json"}).json()


def test_a_document_leads_to_a_comparison_with_what_it_continues(outside):
    assert f'href="{TAL_AZUR}/compare"' in outside.get(TAL_AZUR).text
    (before,) = comparing(outside, TAL_AZUR)["before"]
    page = outside.get(f"{TAL_AZUR}/compare").text

    assert (VESGRAD, "same organ, same kind, same series, last earlier date") == (before["address"], before["because"])
    link = "/compare?a=osr%3A2011-06-16%2Fvesgrad-declaration%40en-x-unstated&amp;b=osr%3A2014-06-05%2Ftal-azur-declaration"
    assert link in page


def test_every_text_is_offered_once_and_the_earlier_one_is_on_the_first_side(outside):
    told = comparing(outside, TAL_AZUR)
    offered = [each for name in ("before", "candidates", "series") for each in told[name]]

    assert len(offered) == len({each["address"] for each in offered})
    assert [each["earlier"] for each in offered] == [each["day"] <= "2014-06-05" for each in offered]
    assert "osr:2019-06-13/belovesk-declaration@en-x-unstated" in {each["address"] for each in offered}


def test_other_wordings_and_other_languages_are_told_apart(outside):
    told = comparing(outside, DREVINA)

    assert ["osr:2007-09-18/drevina-declaration@en-x-archive"] == [each["address"] for each in told["expressions"]]
    assert ["ru-x-unstated"] == [each["language"] for each in told["languages"]]


def test_every_comparison_that_is_offered_can_be_made(outside):
    from lxml import html

    tree = html.fromstring(outside.get(f"{TAL_AZUR}/compare").content)
    for link in tree.xpath("//ul[@class='others']//a/@href"):
        assert 200 == outside.get(link).status_code


def test_where_nothing_came_before_it_is_said_why(outside):
    page = outside.get("/d/osr/2005-06-09/halmor-declaration/@en-x-inland/compare").text

    assert "no earlier text of its series is held" in page


def test_what_is_not_public_is_not_offered(outside, inside, addresses):
    assert 404 == outside.get(f"{addresses['secret']}/compare").status_code
    assert 403 == outside.get(f"{addresses['guarded']}/compare").status_code
    assert 200 == inside.get(f"{addresses['secret']}/compare").status_code


def test_a_comparison_is_a_table_too(outside):
    table = outside.get(f"{TAL_AZUR}/compare", headers={"accept": "text/csv"}).content.decode("utf-8-sig")

    assert table.startswith("address,title,day")
    assert VESGRAD in table


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_from_a_document_to_what_changed_since_the_last_one(page):
    page.goto(TAL_AZUR)
    page.get_by_role("link", name="Compare with…").click()
    page.locator(".others a").first.click()

    assert "Vesgrad" in page.locator(".compared .heads").inner_text()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_the_keys_are_listed(browser, served):
    page = browser.new_context(base_url=served).new_page()
    page.goto(TAL_AZUR)
    page.keyboard.press("?")

    listed = page.locator("dialog#keys").inner_text()
    for key in ("/", "j", "k", "o", "s", "S", "m", "Esc", "h", "?"):
        assert key in listed.split()
    page.context.close()
