"""A folder beside the archive that can be thrown away: parts that are never changed, and a list of those that hold."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

DAMAGE: Final = (OSError, EOFError, ValueError, KeyError, TypeError, RecursionError)
"""What a damaged file makes its readers trip over."""

_MANIFEST: Final = "manifest.json"


class Cache:
    """The folder `name-version` in another. Whoever holds its lock writes; what the list does not name is cut short.

    A part is written beside its place and moved there whole, and the list is written last, in one step: a process
    that falls leaves what held before.
    """

    def __init__(self, folder: Path, name: str, version: str) -> None:
        self._name, self.path = name, folder / f"{name}-{version}"

    @contextlib.contextmanager
    def writing(self) -> Iterator[bool]:
        """Whether the folder is ours to write; it is not where another process is at it or it may not be written.

        Where it is begun, those of other versions are taken away.
        """
        lock = FileLock(self.path / "lock", timeout=0)
        try:
            if not self.path.exists():
                self._forget_others()
            self.path.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except (Timeout, OSError):
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def held(self) -> dict[str, Any]:
        """What the list says. Raises one of `DAMAGE` where there is none, or it was cut or changed."""
        seal, _, held = (self.path / _MANIFEST).read_bytes().partition(b"\n")
        if seal != _seal(held):
            raise ValueError("the list was changed after it was written")
        read: dict[str, Any] = json.loads(held)
        return read

    def stand(self, held: dict[str, Any], parts: list[str]) -> None:
        """From now on this holds; other parts are taken away."""
        written = json.dumps(held).encode()
        beside = self.path / "manifest.part"
        beside.write_bytes(_seal(written) + b"\n" + written)
        os.replace(beside, self.path / _MANIFEST)  # noqa: PTH105 - one step
        self._keep(parts)

    def throw_away(self) -> None:
        """Nothing holds any more."""
        self._keep([])
        (self.path / _MANIFEST).unlink(missing_ok=True)

    def _keep(self, parts: list[str]) -> None:
        for folder in self.path.iterdir():
            if folder.is_dir() and folder.name not in parts:
                shutil.rmtree(folder, ignore_errors=True)

    def _forget_others(self) -> None:
        for folder in self.path.parent.glob(f"{self._name}-*"):
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def part(place: Path) -> Iterator[Path]:
    """A folder beside a place, which is moved there when all went well: a folder of that name is complete."""
    beside = place.with_name(f"{place.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.rmtree(place, ignore_errors=True)
    beside.mkdir(parents=True)
    yield beside
    beside.rename(place)


def _seal(held: bytes) -> bytes:
    return blake2b(held, digest_size=16).hexdigest().encode()
