"""Pictures of every page of the reading room, at two widths, light and dark: `python -m docs.pictures [NAME…]`.

`PAGES` are also what the tests of the pages go through: a page that is not here is neither pictured nor tried.
A machine without fonts for Chinese and Japanese (Debian: fonts-noto-cjk) would show boxes in their place.
"""

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "pictures"
WIDTHS: Final = {"desktop": 1280, "phone": 390}
MODES: Final = ("light", "dark")
ARGS: Final = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
"""How Chromium is started: nothing of its own goes out."""

DREVINA: Final = "osr:2007-09-18/drevina-declaration@en-x-unstated"
HALMOR: Final = "osr:2005-06-09/halmor-declaration@en-x-inland"
_FLOW = "osr:2014-06-05/tal-azur-declaration@en-x-unstated%23p21"
_FLOODS = "treaty:2007-09-18/convention-notification-floods-water-releases"
_DOCUMENT = "/d/osr/2007-09-18/drevina-declaration/@en-x-unstated"
_BELOVESK = "/d/osr/2019-06-13/belovesk-declaration/@en-x-unstated"
_AMESCA = "/d/osr/2017-06-22/amesca-declaration/@en-x-unstated"

PAGES: Final = {
    "home": "/",
    "home-in-russian": "/?ui=ru",
    "catalogue": "/catalogue",
    "search": "/search?q=water",
    "concordance": "/concordance?q=water&by=organ",
    "document": _DOCUMENT,
    "document-two-languages": f"{_DOCUMENT}?beside=@ru",
    "document-coloured": f"{_DOCUMENT}?colour=provenance",
    "document-with-its-file": f"{_AMESCA}?beside=facsimile",
    "document-with-its-characters": "/d/osr/2005-06-09/halmor-declaration/@en-x-inland?beside=characters",
    "paragraph": f"{_DOCUMENT}/p3",
    "brief": "/brief?of=osr:2019-06-13/belovesk-declaration",
    "agreed-language-asked": "/agreed",
    "agreed-language": f"/agreed?of={DREVINA}%23p3&translations=true",
    "certificate-asked": "/certificate",
    "certificate-absent": "/certificate?text=the+seven+rivers+belong+to+all",
    "certificate-present": f"/certificate?of={DREVINA}%23p4",
    "lineage-asked": "/lineage",
    "lineage": f"/lineage?of={DREVINA}%23p3",
    "lineage-braided": "/lineage?of=osr:2004-05-14/charter-organisation-seven-rivers@en-x-unstated%23art7.1.a",
    "lineage-in-japanese": f"/lineage?of={DREVINA}%23p3&ui=ja",
    "compare-with": f"{_BELOVESK}/compare",
    "compare-asked": "/compare",
    "compare": f"/compare?a={HALMOR}&b={DREVINA}",
    "compare-passages": f"/compare?a={HALMOR}%23p3&b={DREVINA}%23p3",
    "compare-series": f"/compare?a={HALMOR}&b={DREVINA}&with=osr:2009-06-10/sundrel-declaration&only=changes",
    "register-asked": "/register",
    "register": "/register?of=osr&on=2012-01-01",
    "register-state": "/register?of=XZM&on=2012",
    "register-in-chinese": "/register?of=osr&ui=zh",
    "organs": "/organs?of=osr&on=2012-01-01",
    "instruments": "/instruments?of=sco&on=2012-01-01",
    "instrument": f"/instruments/{_FLOODS}?on=2009-01-01",
    "assent-asked": "/assent",
    "assent": f"/assent?of={_FLOW}",
    "assent-of-one": f"/assent?of={_FLOW}&state=XOS",
    "embed": f"/embed?of={HALMOR}%23p5",
    "cite": f"/cite?of={_FLOW}",
    "pinboard": f"/pinboard?pin={_FLOW}&note=Compare.&pin={HALMOR}%23p5&pin=no:x",
    "pinboard-empty": "/pinboard",
    "left": "/left",
    "programs": "/api",
    "refusal": "/nothing",
}
"""What a page is called, and its address over the sample organisation."""


def main(chosen: Iterable[str]) -> None:
    """Takes the pictures of the chosen pages, of all where none is chosen, and writes the page that shows them."""
    from playwright.sync_api import sync_playwright

    names = list(chosen) or list(PAGES)
    FOLDER.mkdir(exist_ok=True)
    with _room() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        for name in names:
            for file, picture in _taken(browser, address.rstrip("/") + PAGES[name], name):
                (FOLDER / file).write_bytes(picture)
            print(name, flush=True)
        browser.close()
    (FOLDER / "README.md").write_text(_shown(), "utf-8")


@contextmanager
def _room() -> Iterator[str]:
    """A reading room over the samples, all of them public; gives its address."""
    import acquis
    from acquis.demo import samples
    from acquis.web.app import room
    from acquis.web.security import Limits
    from acquis.web.serving import ready, running

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        archive = acquis.open(Path(folder) / "osr.acquis", who="desk")
        archive.receive([str(samples())], marking="public")
        ready(archive)
        with running(room(archive, limits=Limits(requests=None))) as address:
            yield address
        archive.store.close()


def _taken(browser: Any, address: str, name: str) -> Iterator[tuple[str, bytes]]:
    """The pictures of one page: the names of their files, and WebP."""
    for width, pixels in WIDTHS.items():
        for mode in MODES:
            context = browser.new_context(viewport={"width": pixels, "height": 900}, color_scheme=mode)
            page = context.new_page()
            page.goto(address)
            page.wait_for_load_state("networkidle")
            yield f"{name}-{width}-{mode}.webp", _picture(page, pixels)
            context.close()


def _picture(page: Any, width: int) -> bytes:
    """The page from its head, so far as a picture is looked at."""
    tall = min(page.evaluate("document.documentElement.scrollHeight"), 1_200)
    clip = {"x": 0, "y": 0, "width": width, "height": tall, "scale": 1}
    asked = {"format": "webp", "quality": 45, "captureBeyondViewport": True, "clip": clip}
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    return base64.b64decode(taken["data"])


def _shown() -> str:
    """The page of the pictures."""
    told = [f"## {name.replace('-', ' ').capitalize()}\n\n`{path}`\n\n{_row(name)}\n" for name, path in PAGES.items()]
    return "\n".join(["# The pages of the reading room, over the sample organisation\n", _LEDE, *told])


def _row(name: str) -> str:
    shots = [(width, mode) for width in WIDTHS for mode in MODES]
    head = "".join(f"| {width}, {mode} " for width, mode in shots) + "|"
    rule = "| --- " * len(shots) + "|"
    cells = "".join(f"| ![{name}, {width}, {mode}]({name}-{width}-{mode}.webp) " for width, mode in shots) + "|"
    return "\n".join([head, rule, cells])


_LEDE: Final = "Taken in Chromium by `make pictures`, at 1280 and 390 pixels, light and dark.\n"


if __name__ == "__main__":
    main(sys.argv[1:])
