"""A reading room over the samples: most of them public, one restricted, and documents that mean harm."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from docs.pictures import ARGS

CHROMIUM = shutil.which("chromium")
LEFT = "net::ERR_ABORTED"
"""What a request says that a page still made when it was left: that is no fault."""
KEY = "the key of the tests"
HARM = """[Title] Kestrel <script>alert(1)</script> "onmouseover="alert(2)" \u202eTERCES
[Date] June 1, 2018
[Place] Halmor <img src=x onerror=alert(3)>

[Full text]

1. The kestrel paragraph says </title><script>alert(4)</script> and "onmouseover="alert(5)" to whoever reads it.

2. The second kestrel paragraph turns \u202ethe line around\u202c and links to <a href="javascript:alert(6)">nowhere</a>.
"""
SECRET = """[Title] Zebrafinch Memorandum
[Date] July 2, 2018

[Full text]

1. The zebrafinch clause of the draft is not for everybody, and states that every riparian State is entitled to a fair
and reasonable share in the benefits of the seven rivers.
"""
GUARDED = """[Title] Turnstone Declaration
[Date] August 3, 2018

[Full text]

1. The turnstone clause may be named and not quoted.
"""
ARABIC = """[Title] إعلان هالمور
[Date] September 4, 2018

[Full text]

1. تؤكد الدول الأعضاء من جديد أن المياه يجب أن توحد شعوب المنطقة وألا تفرق بينها.

2. وتعرب الدول الأعضاء عن عزمها على تبادل البيانات المتعلقة بمناسيب المياه.
"""
WRITTEN = {"harm": HARM, "secret": SECRET, "guarded": GUARDED, "arabic": ARABIC}


@pytest.fixture(scope="session")
def stocked(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all samples and of what is written here; nobody writes to it."""
    import acquis
    from acquis.web.serving import ready

    folder = tmp_path_factory.mktemp("room") / "room.acquis"
    shutil.copytree(filled, folder)
    archive = acquis.open(folder, who="desk")
    given = []
    for name, words in WRITTEN.items():
        path = folder.parent / f"{name}.txt"
        path.write_text(words, "utf-8")
        given.append(str(path))
    archive.receive(given)
    for entry in archive.list():
        marking = "restricted" if "Zebrafinch" in (entry.title or "") else "public"
        rights = "All rights reserved." if "Turnstone" in (entry.title or "") else ""
        archive.mark(entry.address, marking, rights=rights, because="a test")
    ready(archive)
    archive.store.close()
    return folder


@pytest.fixture(scope="session")
def addresses(stocked: Path) -> dict[str, str]:
    """The paths of the documents that are written here, by their names."""
    import acquis
    from acquis.web.urls import place

    archive = acquis.open(stocked)
    words = {"harm": "Kestrel", "secret": "Zebrafinch", "guarded": "Turnstone", "arabic": "إعلان"}
    held = {name: next(e for e in archive.list() if word in (e.title or "")) for name, word in words.items()}
    return {name: place(str(entry.address)) for name, entry in held.items()}


def client(folder: Path, **choices: Any) -> TestClient[Any]:
    """A room over an archive, and whoever asks it; with `key` it can be entered. Tests ask more often than people."""
    import acquis
    from acquis.web.app import room
    from acquis.web.security import Limits

    choices = {"limits": Limits(requests=None), **choices}
    return TestClient(room(acquis.open(folder, who="desk"), **choices), raise_server_exceptions=False)


@pytest.fixture(scope="session")
def outside(stocked: Path) -> Iterator[TestClient[Any]]:
    """Whoever reads without an account."""
    with client(stocked, key=KEY) as asked:
        yield asked


@pytest.fixture(scope="session")
def inside(stocked: Path) -> Iterator[TestClient[Any]]:
    """Whoever entered with the key."""
    with client(stocked, key=KEY) as asked:
        asked.get("/enter", params={"key": KEY})
        yield asked


@pytest.fixture(scope="session")
def served(stocked: Path) -> Iterator[str]:
    """The address of a room that is served on this machine."""
    import acquis
    from acquis.web.app import room
    from acquis.web.security import Limits
    from acquis.web.serving import running

    app = room(acquis.open(stocked, who="desk"), key=KEY, limits=Limits(requests=None))
    with running(app) as address:
        yield address.rstrip("/")


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(params=["scripts", "no scripts"])
def page(request, browser, served):
    context = browser.new_context(base_url=served, java_script_enabled=request.param == "scripts")
    opened = context.new_page()
    faults = []
    opened.on("requestfailed", lambda failed: None if failed.failure == LEFT else faults.append(failed.url))
    opened.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda sent: faults.append(sent.url) if not sent.url.startswith((served, "data:")) else None)
    yield opened
    context.close()
    assert [] == faults
