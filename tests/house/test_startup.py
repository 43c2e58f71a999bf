"""The program starts fast: nobody waits for libraries that the answer does not need."""

import resource
import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "numpy", "lxml", "tantivy", "trafilatura", "pypdfium2", "docx", "babel", "rapidfuzz")
GENEROUS = 1.0


def imported(*command: str) -> set[str]:
    """The top-level modules that a run of Python imports."""
    run = subprocess.run([sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=False)
    names = (line.rsplit("|", 1)[-1].strip() for line in run.stderr.splitlines() if line.startswith("import time:"))
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    "command", [("-m", "acquis", "--help"), ("-m", "acquis", "--version"), ("-c", "import acquis")]
)
def test_help_loads_no_heavy_library(command: tuple[str, ...]) -> None:
    loaded = imported(*command)

    assert "acquis" in loaded
    assert [] == [name for name in HEAVY if name in loaded]


def test_the_nouns_load_no_library_but_the_one_that_makes_their_values() -> None:
    loaded = imported("-c", "import acquis.model, acquis.errors, acquis.organisations, acquis.languages")

    assert [] == [name for name in (*HEAVY, "regex", "ahocorasick_rs") if name in loaded]


def test_help_is_there_before_a_second_of_work() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([sys.executable, "-m", "acquis", "--help"], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert "acquis" in run.stdout
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < GENEROUS
