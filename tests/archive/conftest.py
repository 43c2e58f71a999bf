"""Archives to try the front desk on: in a folder always, on PostgreSQL among the slow tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import acquis
from acquis.archive.desk import Desk
from tests.archive.written import prepared
from tests.postgres import server

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def databases() -> Iterator[Callable[[], str]]:
    """Makes empty PostgreSQL databases; each call gives the URL of one."""
    with server() as make:
        yield make


@pytest.fixture(params=["folder", pytest.param("postgresql", marks=pytest.mark.slow)])
def location(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a new archive may be made: a folder, or a database of a server."""
    if request.param == "folder":
        return str(tmp_path / "new.acquis")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return str(request.getfixturevalue("databases")())


@pytest.fixture
def empty(location: str) -> Iterator[Desk]:
    """An archive with nothing in it."""
    with_who = acquis.open(location, who="registrar")
    yield with_who
    with_who.store.close()


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """An archive that keeps one declaration."""
    empty.keep([prepared()])
    return empty
