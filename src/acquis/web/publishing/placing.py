"""Where a copy is written: beside its place and then into it, and never over what acquis did not write."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from acquis.errors import AcquisError, BadQuery

if TYPE_CHECKING:
    from acquis.secretariat import Secretariat

SUMS: Final = "SHA256SUMS"
"""The list of a folder's files, each with its sum, as `sha256sum -c` reads it."""

GENERATOR: Final = '<meta name="generator" content="acquis publish '
"""What the head of each page says of who wrote it."""

_OTHERS: Final = frozenset({".zip", ".pdf", ".docx", ".odt", ".md", ".txt", ".json", ".xml", ".epub", ".mhtml"})


@dataclass(frozen=True, slots=True)
class Target:
    """A place to write to: one file, or a folder."""

    path: Path
    one_file: bool


@dataclass(slots=True)
class Place:
    """A place beside the target: what is written at `new` takes the target's place once it is kept."""

    new: Path
    target: Path
    kept: bool = False

    def keep(self) -> None:
        """What was written is whole."""
        self.kept = True


def target_of(archive: "Secretariat", to: str, *, force: bool) -> Target:
    """The place that was named. Refused is one where something stands that acquis did not write, unless by `force`."""
    path = Path(to).expanduser().absolute()
    ending = path.suffix.lower()
    if ending in _OTHERS and not path.is_dir():
        raise BadQuery(f"{to} is neither a folder nor FILE.html: a copy is written as one of these.")
    target = Target(path, ending in (".html", ".htm"))
    if path.is_symlink():
        raise AcquisError(f"{to} is a link to another place. Name that place.")
    if path.exists():
        _refuse_another_kind(target, to)
        _refuse_what_is_in_use(archive, path, to)
        if not force and (other := _not_ours(target)):
            raise AcquisError(f"{to} holds what acquis did not publish ({other}). Name another place, or add --force.")
    return target


@contextlib.contextmanager
def beside(target: Target) -> Iterator[Place]:
    """A place on the same disk; what is not kept is gone again, whatever happened."""
    try:
        target.path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.path.name}.", dir=target.path.parent))
    except OSError as error:
        raise _unwritable(target.path, error) from error
    place = Place(folder / target.path.name, target.path)
    try:
        yield place
        if place.kept:
            _put(place, folder)
    except OSError as error:
        raise _unwritable(target.path, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write(path: Path, content: bytes) -> None:
    """Writes a file of a copy, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _put(place: Place, folder: Path) -> None:
    """Two renames at most: at no moment is there half a copy."""
    if place.target.is_dir():
        place.target.rename(folder / "before")
    place.new.replace(place.target)


def _refuse_another_kind(target: Target, to: str) -> None:
    if target.path.is_dir() and target.one_file:
        raise AcquisError(f"{to} is a folder, and its name that of a file. Name another place.")
    if not target.path.is_dir() and not target.one_file:
        raise AcquisError(f"{to} is a file, and a copy that is no FILE.html is a folder. Name another place.")


def _refuse_what_is_in_use(archive: "Secretariat", path: Path, to: str) -> None:
    """Not even by force goes the folder that one is in, a home folder, or one that holds the archive."""
    here = path.resolve()
    for what in (Path.cwd(), Path.home(), Path(archive.store.folder).resolve()):
        if here == what or here in what.parents:
            raise AcquisError(f"{to} holds {what}, which a copy would take the place of. Name a folder of its own.")
    if Path(archive.store.folder).resolve() in here.parents:
        raise AcquisError(f"{to} is in the folder of the archive. Name a folder of its own.")


def _not_ours(target: Target) -> str:
    """A file that is not of a copy; "" where all are."""
    if target.one_file:
        with target.path.open("rb") as file:
            return "" if GENERATOR.encode() in file.read(4096) else target.path.name
    listed = target.path / SUMS
    lines = listed.read_text("utf-8", "replace").splitlines() if listed.is_file() else []
    ours = {each.partition("  ")[2] for each in lines} | ({SUMS} if lines else set())
    files = (each.relative_to(target.path).as_posix() for each in sorted(target.path.rglob("*")) if not each.is_dir())
    return next((each for each in files if each not in ours), "")


def _unwritable(path: Path, error: OSError) -> AcquisError:
    return AcquisError(f"{path} cannot be written ({error.strerror or error}). Name another place with --to.")
