"""The five questions of a desk, each answered in at most three actions from home, with scripts and without."""

import pytest

from tests.doors.web.conftest import CHROMIUM

SHARE = "Every riparian State is entitled to a fair and reasonable share in the benefits of the seven rivers."
NEW = "The seven rivers belong to the fish that swim in them."

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")]


class Visitor:
    """Somebody at the home page who counts what has to be done: a form filled in and sent is one action, a link too."""

    def __init__(self, page):
        self.page, self.actions = page, 0
        page.goto("/")

    def send(self, button, **fields):
        for name, words in fields.items():
            self.page.locator(f"#{name}").fill(words)
        self.page.get_by_role("button", name=button, exact=True).last.click()
        self.actions += 1

    def follow(self, name, *, within="body", exact=True):
        self.page.locator(within).get_by_role("link", name=name, exact=exact).first.click()
        self.actions += 1


@pytest.fixture
def visitor(page):
    made = Visitor(page)
    yield made
    assert 0 < made.actions <= 3


def test_where_was_this_paragraph_agreed_before(visitor):
    visitor.send("Find agreed language", text=SHARE)

    first = visitor.page.locator(".found").first
    assert "fair and reasonable share" in first.inner_text()
    assert visitor.page.locator(".found", has_text="Halmor").count()


def test_is_this_new(visitor):
    visitor.send("Find agreed language", text=NEW)
    visitor.follow("Certificate of search")

    told = visitor.page.locator("main").inner_text()
    assert "not found" in told.casefold()
    assert "searched" in told.casefold()


def test_what_changed_since_the_last_declaration(visitor):
    visitor.follow("BELOVESK DECLARATION", exact=False)
    visitor.follow("Brief")

    told = visitor.page.locator("main").inner_text()
    assert "last earlier date" in told
    assert "call upon" in told


def test_the_lineage_of_a_clause(visitor):
    visitor.send("Find agreed language", text=SHARE)
    visitor.follow("Lineage", within=".found")

    assert visitor.page.locator("table.loom thead th").count() > 2


def test_who_was_what_on_a_day(visitor):
    visitor.follow("Register", within="nav")
    visitor.page.locator("#of").fill("osr")
    visitor.page.locator("#on").fill("2009-07-11")
    visitor.page.locator("#on").press("Enter")
    visitor.actions += 1

    assert "yes, observer" in visitor.page.locator("tr", has_text="Zhumara").first.inner_text()


def test_who_assented(visitor):
    visitor.send("Find agreed language", text=SHARE)
    visitor.follow("Assent", within=".found")

    assert visitor.page.get_by_role("rowheader", name="Kelvaria").count()
