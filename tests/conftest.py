"""What the tests share."""

import os
import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure() -> None:
    """Ctrl-C is heard, by this process and by those it starts.

    A shell without job control starts what it runs in the background with interrupts ignored, and children inherit
    that: the tests that interrupt a command would wait for what never ends.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents, beside the checkout or named by ACQUIS_SHARED; without it the test is skipped."""
    folder = Path(os.environ.get("ACQUIS_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip("no real documents here: set ACQUIS_SHARED to the folder that holds them")
    return folder


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed does not hang on the terminal that the tests run in: their runner sets a width of its own."""
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "ACQUIS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
