"""An archive of the sample organisation; nobody writes to it but who copies it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.secretariat import Secretariat

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "osr"


@pytest.fixture(scope="session")
def osr(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("briefing") / "osr.acquis", who="tester")
    archive.receive([str(SAMPLES)], workers=2)
    yield archive
    archive.store.close()
