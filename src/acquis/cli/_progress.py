"""How far a batch is: files and megabytes a second, and the time left."""

import contextlib
import os
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Tally:
    """What was met so far. `sizes` are the bytes of the files by name, as far as they are known beforehand."""

    sizes: Mapping[str, int]
    began: float = field(default_factory=time.monotonic)
    files: int = 0
    bytes: int = 0

    def met(self, name: str) -> None:
        """One more file is done."""
        self.files += 1
        self.bytes += self.sizes.get(name, 0)

    @property
    def seconds(self) -> float:
        """How long it took so far."""
        return max(time.monotonic() - self.began, 0.001)

    @property
    def pace(self) -> str:
        """Files and megabytes a second."""
        return f"{self.files / self.seconds:.1f} files/s, {self.bytes / self.seconds / 1e6:.2f} MB/s"


def amount(paths: Sequence[str]) -> dict[str, int] | None:
    """The files that the paths mean, with their sizes; None where that is only known at the end (tar, stdin)."""
    sizes: dict[str, int] = {}
    for path in paths:
        for name in _files(path):
            if name == "-" or name.lower().endswith((".tar", ".tgz", ".gz", ".bz2", ".xz", ".tbz2", ".txz")):
                return None
            sizes |= _members(name) if name.lower().endswith(".zip") else _size(name)
    return sizes


def _files(path: str) -> Iterator[str]:
    if path == "-" or not Path(path).is_dir():
        yield path
        return
    for place, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (str(Path(place, name)) for name in files if not name.startswith("."))


def _size(name: str) -> dict[str, int]:
    with contextlib.suppress(OSError):
        return {name: Path(name).stat().st_size}
    return {name: 0}


def _members(name: str) -> dict[str, int]:
    try:
        with zipfile.ZipFile(name) as archive:
            shown = [member for member in archive.infolist() if not member.is_dir()]
            return {f"{name}!/{member.filename}": member.file_size for member in shown}
    except (OSError, zipfile.BadZipFile, ValueError):
        return {name: 0}


@contextlib.contextmanager
def followed(tally: Tally, total: int | None, doing: str) -> Iterator[Callable[[str], None]]:
    """Gives a function to be told each name; on a terminal a bar moves with it, elsewhere nothing is printed."""
    if not sys.stderr.isatty():
        yield tally.met
        return
    with _bar() as bar:
        task = bar.add_task(doing, total=total, pace="")

        def told(name: str) -> None:
            tally.met(name)
            bar.update(task, advance=1, pace=tally.pace)

        yield told


@contextlib.contextmanager
def steps(total: int | None, doing: str) -> Iterator[Callable[..., None]]:
    """Gives a function to be told of each step; on a terminal a bar moves with it, elsewhere nothing is printed.

    Where the number of steps is only known on the way the function is told it too.
    """
    if not sys.stderr.isatty():
        yield lambda _=None: None
        return
    with _bar() as bar:
        task = bar.add_task(doing, total=total, pace="")
        yield lambda known=None: bar.update(task, advance=1, total=known or total)


def _bar() -> Any:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from acquis.cli._print import console

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console(error=True),
        transient=True,
    )
