"""An archive of the sample organisation, and a terminal to type into."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "osr"


@dataclass(frozen=True)
class Printed:
    """What a command printed: standard output, the error stream, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Typed = Callable[..., Printed]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with every sample in it; nobody writes to it."""
    import acquis

    folder = tmp_path_factory.mktemp("filled") / "osr.acquis"
    archive = acquis.open(folder)
    archive.receive([str(SAMPLES)], workers=2)
    archive.store.close()
    return folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, where `acquis` finds no archive but the one it makes there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_ARCHIVE", str(tmp_path / "here.acquis"))
    return tmp_path


@pytest.fixture
def held(filled: Path, place: Path) -> Path:
    """The same, with an archive of all samples that may be written to."""
    shutil.copytree(filled, place / "here.acquis")
    shutil.copytree(SAMPLES, place / "samples" / "osr")
    return place


@pytest.fixture
def acquis(place: Path) -> Typed:
    """Types a command: `acquis("list", "--json")`."""
    from acquis.cli._group import acquis as program

    def typed(*words: str, given: bytes | None = None) -> Printed:
        result = CliRunner().invoke(program, list(words), input=given, prog_name="acquis")
        return Printed(result.stdout, result.stderr, result.exit_code)

    return typed
