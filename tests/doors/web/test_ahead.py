"""What a room reads before anybody asks is what the first reader would have waited for, and no more."""

from pathlib import Path

import pytest

from acquis.archive.holdings import Holdings
from acquis.web.serving import ahead
from tests.doors.web.conftest import client


def test_the_first_reader_does_not_wait_for_the_catalogue(
    stocked: Path, addresses: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with client(stocked) as browser:
        ahead(browser.app.state["room"])
        monkeypatch.delattr(Holdings, "list")

        assert 200 == browser.get(addresses["harm"]).status_code


def test_what_was_read_for_those_inside_is_not_given_to_others(stocked: Path, addresses: dict[str, str]) -> None:
    with client(stocked) as browser:
        ahead(browser.app.state["room"])

        assert 404 == browser.get(addresses["secret"]).status_code
        assert "Zebrafinch" not in browser.get("/search?q=zebrafinch*").text
        assert "Zebrafinch" not in browser.get("/").text
