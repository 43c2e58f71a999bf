"""The sample organisation as files and as what was read of them, made once for all journeys."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from acquis.archive.preparing import Prepared, prepare
from tests.archive.written import declaration
from tests.postgres import server

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "osr"


@pytest.fixture(scope="session")
def samples() -> Sequence[Prepared]:
    """Every sample file, read and catalogued."""
    return [prepare(path.read_bytes(), path.name) for path in sorted(SAMPLES.iterdir())]


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the samples and of thirty texts written now, two of them rivals and two with the same words."""
    folder = tmp_path_factory.mktemp("many")
    for path in SAMPLES.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for year in range(1961, 1987):
        (folder / f"written-{year}.txt").write_bytes(declaration(day=f"9 June {year}"))
    for name in ("again", "once more"):
        (folder / f"{name}.txt").write_bytes(declaration(day="9 June 1961", more=f"[Source] {name}\n"))
        (folder / f"rival {name}.txt").write_bytes(declaration(f"We say it {name}.", day="9 June 1962"))
    return folder


@pytest.fixture(scope="session")
def databases() -> Iterator[Callable[[], str]]:
    """Makes empty PostgreSQL databases; each call gives the URL of one."""
    with server() as make:
        yield make
