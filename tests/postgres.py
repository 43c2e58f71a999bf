"""A PostgreSQL server for the tests: started from the system's packages in a folder of its own, ended with them."""

import contextlib
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_SETTINGS = "-c listen_addresses= -c fsync=off -c max_connections=40"


@contextlib.contextmanager
def server() -> Iterator[Callable[[], str]]:
    """A running server on a socket of its own; each call makes a new empty database and gives its URL."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="acquis-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = str(folder / "data")
    try:
        _run(programs / "initdb", "-D", data, "--auth=trust", "--username=postgres", "-E", "UTF8", "--locale=C.UTF-8")
        _run(
            programs / "pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", f"{_SETTINGS} -k {folder}", "start"
        )
        try:
            yield _maker(folder)
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _maker(folder: Path) -> Callable[[], str]:
    import psycopg

    numbers = itertools.count(1)

    def make() -> str:
        name = f"archive{next(numbers)}"
        with psycopg.connect(f"host={folder} user=postgres dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://postgres@/{name}?host={folder}"

    return make


def _programs() -> Path | None:
    """The folder of the server's programs: the newest version that the system has."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    other = shutil.which("initdb")
    return Path(other).resolve().parent if other else None


def _run(*command: object) -> None:
    """Runs a program of the server, which refuses to be run by root."""
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_other, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/tmp")
