"""The room in Chromium: with scripts and without, by mouse and by key, and read by whoever does not see it."""

import signal
import subprocess
import sys
import urllib.request

import pytest

from tests.doors.web.conftest import CHROMIUM

DREVINA = "/d/osr/2007-09-18/drevina-declaration/@en-x-unstated"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")]


def test_from_home_to_what_is_known_of_a_paragraph(page):
    page.goto("/")
    page.locator("#q").fill("fair and reasonable share")
    page.locator("#q").press("Enter")
    page.locator(".hit a", has_text="Drevina").first.click()

    assert page.locator("details[data-section=agreed]").first.is_visible()
    page.get_by_role("link", name="Drevina Declaration").first.click()
    assert page.locator(".part .words").count() > 10


def test_margins_come_into_view_with_scripts(browser, served):
    page = browser.new_context(base_url=served).new_page()
    page.goto(DREVINA)

    page.locator("#p3 .margin details").first.wait_for()
    page.locator("#p3 .margin summary").first.click()
    assert "adapted" in page.locator("#p3 .margin").inner_text()


def test_words_that_are_chosen_have_an_address(browser, served):
    page = browser.new_context(base_url=served).new_page()
    page.goto(DREVINA)
    page.evaluate(
        """() => {
            const words = document.querySelector('#p3 .words');
            const text = words.querySelector('.s').firstChild;
            const range = document.createRange();
            range.setStart(text, 6);
            range.setEnd(text, 20);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.locator("#chosen a").first.click()

    assert page.url.endswith("/p3~6-20")
    assert "riparian State" == page.locator(".passage mark").inner_text()


def test_keys_lead_through_a_list(browser, served):
    page = browser.new_context(base_url=served).new_page()
    page.goto("/catalogue")
    page.keyboard.press("j")
    page.keyboard.press("j")

    assert 1 == page.locator("tr.here").count()
    page.keyboard.press("o")
    page.wait_for_url("**/d/**")
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()


def test_serve_prints_its_addresses_and_ends_well_when_it_is_interrupted(stocked, unused_port):
    command = [sys.executable, "-m", "acquis", "serve", "--archive", str(stocked), "--port", str(unused_port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        public, own = serving.stdout.readline(), serving.stdout.readline()
        wait_for(public.split()[-1])
        with urllib.request.urlopen(own.split()[-1]) as answer:
            assert 200 == answer.status
        serving.send_signal(signal.SIGINT)
        assert 0 == serving.wait(30)


@pytest.fixture
def unused_port():
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(address):
    import time

    for _ in range(200):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")
