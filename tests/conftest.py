"""What the tests share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


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
