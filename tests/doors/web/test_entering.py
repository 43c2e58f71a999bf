"""Entering with the key and leaving: the head says which, and whoever left reads as anybody again."""

import pytest

from tests.doors.web.conftest import CHROMIUM, KEY, client

HALMOR = "/d/osr/2005-06-09/halmor-declaration/@en-x-inland"


@pytest.fixture
def desk(stocked):
    with client(stocked, key=KEY) as asked:
        asked.get("/enter", params={"key": KEY})
        yield asked


def leave(desk, then=HALMOR, **more):
    desk.get("/")
    told = {"_csrf_token": desk.cookies["csrftoken"], "then": then, **more}
    return desk.post("/leave", data=told, follow_redirects=False)


def test_the_head_says_whether_one_has_entered(desk, outside):
    assert 'action="/leave"' in desk.get(HALMOR).text
    assert 'action="/leave"' in desk.get("/nothing").text
    assert 'action="/leave"' not in outside.get(HALMOR).text


def test_whoever_leaves_reads_as_anybody_again(desk, addresses):
    assert 200 == desk.get(addresses["secret"]).status_code
    answer = leave(desk)
    page = desk.get(answer.headers["location"])

    assert 303 == answer.status_code
    assert "acquis" not in desk.cookies
    assert "You read as anybody does" in page.text
    assert f'href="{HALMOR}"' in page.text
    assert "Public documents only." in page.text
    assert 404 == desk.get(addresses["secret"]).status_code


def test_leaving_makes_the_browser_forget_what_it_kept(desk):
    answer = leave(desk)
    cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("acquis="))

    assert '"cache"' == answer.headers["clear-site-data"]
    assert "Max-Age=0" in cookie
    assert "HttpOnly" in cookie


def test_nobody_is_made_to_leave_by_another_site(desk, addresses):
    assert 403 == leave(desk, _csrf_token="of another site").status_code
    assert 200 == desk.get(addresses["secret"]).status_code


@pytest.mark.parametrize("then", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"])
def test_leaving_leads_nowhere_else(then, desk):
    location = leave(desk, then).headers["location"]

    assert location.startswith("/left?")
    page = desk.get(location).text
    assert "example.org" not in page
    assert "javascript:" not in page


def test_whoever_has_not_entered_may_leave_and_nothing_is_amiss(outside):
    page = outside.get("/left")

    assert 200 == page.status_code
    assert "You read as anybody does" in page.text


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_leaving_is_one_button_on_every_page(scripts, browser, served, addresses):
    page = browser.new_context(base_url=served, java_script_enabled=scripts).new_page()
    page.goto(f"/enter?key={KEY}")
    page.goto(addresses["secret"])
    page.get_by_role("button", name="Leave").click()

    assert page.get_by_role("status").is_visible()
    page.get_by_role("link", name="Back to the page").click()
    assert "zebrafinch clause" not in page.content()
    page.context.close()
