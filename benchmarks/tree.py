"""What a process and all that it started cost: their memory at its highest, and their time of the processor."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Self

_EVERY: Final = 0.5  # a look costs some milliseconds
_TICKS: Final = os.sysconf("SC_CLK_TCK")


class Tree:
    """Looks at a process and its descendants twice a second, from outside.

    Workers are children of a server that forks them, so that the system does not count them as ours. Memory is each
    process's own share (PSS): what several of them have in common counts once.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self.peak = 0.0
        """Megabytes of all together, at the highest."""
        self._ticks: dict[int, int] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    @property
    def cpu(self) -> float:
        """Seconds of the processor of all together."""
        return sum(self._ticks.values()) / _TICKS

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY):
            self._look()

    def _look(self) -> None:
        held = 0
        for process in _family(self._process):
            try:
                self._ticks[process] = _ticks(process)
                held += _memory(process)
            except (OSError, ValueError):  # it ended meanwhile
                continue
        self.peak = max(self.peak, held / 1024)


def _family(first: int) -> Iterator[int]:
    """A process and all below it."""
    parents = dict(_parents())
    for process in parents:
        above = process
        while above in parents and above != first:
            above = parents[above]
        if above == first:
            yield process


def _parents() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                yield int(folder.name), int(_stat(int(folder.name))[1])
            except OSError:
                continue


def _stat(process: int) -> list[str]:
    """The fields after the name, which may hold anything (proc(5))."""
    return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()


def _ticks(process: int) -> int:
    fields = _stat(process)
    return int(fields[11]) + int(fields[12])


def _memory(process: int) -> int:
    """The process's share of memory, in kilobytes."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
