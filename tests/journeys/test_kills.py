"""A process that is killed a hundred times while it receives files: nothing is lost, and the next run completes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.archive.checking import damage

pytestmark = pytest.mark.slow

KILLS = 100
_SEED = 2011

_WARM = """
import contextlib, os, sys, tempfile
import acquis
from acquis import secretariat
from acquis.formats import _worker

class Here:
    '''Reads the files in this process, which is killed with all that it does.'''
    def __init__(self, *given, **choices): pass
    def __enter__(self): return self
    def __exit__(self, *given): pass
    def map_in_order(self, function, items):
        for item in items:
            yield function(item)

def receive(folder, files, workers, together):
    secretariat._TOGETHER = together
    if not workers:
        _worker.Workers = Here
    with contextlib.closing(acquis.open(folder, who="batch").store) as store:
        acquis.Secretariat(store, who="batch").receive([files])

with tempfile.TemporaryDirectory() as folder:
    receive(folder + "/warm", sys.argv[1], False, 20)
print("warm", flush=True)
for line in sys.stdin:
    folder, workers, together = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        os.close(0)
        receive(folder, sys.argv[2], workers == "1", int(together))
        os._exit(0)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""


class Warm:
    """A process that has loaded everything; each `start` is a fork of it that receives the files."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin
        assert process.stdout
        self.asked, self.told = process.stdin, process.stdout
        assert self.told.readline() == "warm\n"

    def start(self, folder: Path, *, workers: bool, together: int) -> int:
        self.asked.write(f"{folder}\t{workers:d}\t{together}\n")
        self.asked.flush()
        return int(self.told.readline())

    def ended(self) -> int:
        """How the fork ended: 0 where it came to its end, 9 where it was killed."""
        return int(self.told.readline())


@pytest.fixture
def warm(tmp_path: Path, many: Path) -> Iterator[Warm]:
    one = next(path for path in many.iterdir() if path.suffix == ".docx")
    command = [sys.executable, "-c", _WARM, str(one), str(many)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Warm(process)
        process.kill()


def undisturbed(folder: Path, many: Path) -> tuple[str, float]:
    """The release of an archive that nobody disturbs, and how long it took."""
    archive = acquis.open(folder, who="batch")
    begun = time.monotonic()
    archive.receive([str(many)])
    lasted = time.monotonic() - begun
    released = archive.release("one").hash
    archive.store.close()
    return released, lasted


def test_a_hundred_kills_lose_nothing(tmp_path: Path, many: Path, warm: Warm) -> None:
    expected, _ = undisturbed(tmp_path / "undisturbed", many)
    chance = random.Random(_SEED)
    lasted = _once(warm, tmp_path / "timed")
    killed = completed = 0
    while killed < KILLS:
        folder = tmp_path / f"archive{completed}"
        kept = 0
        while True:
            workers = killed % 20 == 19
            pid = warm.start(folder, workers=workers, together=chance.choice((1, 4, 20)))
            time.sleep(chance.uniform(0, 0.5 * lasted + (2 if workers else 0)))
            _kill(pid)
            status = warm.ended()
            kept = _sound(folder, kept, thoroughly=status == 0 or killed % 3 == 0)
            if status == 0:
                break
            assert status == signal.SIGKILL
            killed += 1
        completed += 1
        archive = acquis.open(folder, who="batch")
        assert archive.counts()["files"] == len(list(many.iterdir()))
        assert archive.release("one").hash == expected
        archive.store.close()
    assert completed >= 3


def _once(warm: Warm, folder: Path) -> float:
    begun = time.monotonic()
    warm.start(folder, workers=False, together=20)
    assert warm.ended() == 0
    return time.monotonic() - begun


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it came to its end


def _sound(folder: Path, before: int, *, thoroughly: bool) -> int:
    """After every kill the archive opens at once, has no damage and has lost nothing; gives how many files it keeps."""
    archive = acquis.open(folder, who="after")
    try:
        with archive.store.writing():
            pass
        if thoroughly:
            assert () == damage(tuple(archive.check()))
        kept = archive.counts()["files"]
        assert kept >= before
        assert sum(len(archive.list(states=(state,))) for state in ("kept", "rival", "copy")) == kept
        return kept
    finally:
        archive.store.close()
