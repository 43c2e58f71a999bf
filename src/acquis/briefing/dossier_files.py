"""A dossier as a folder or a zip file: written beside and put in its place in one step, read without following it."""

import ctypes
import io
import os
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from acquis.errors import AcquisError, TooLarge, Unreadable

MOST_BYTES: Final = 500_000_000
MOST_FILES: Final = 5_000
"""What a dossier that is read may hold."""

_KNOWN: Final = "dossier.json"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip: the earliest that there is, so that the same files are the same bytes."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as one zip, sorted, without the time of their packing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(member, files[name])
    return made.getvalue()


def write(files: Mapping[str, bytes], place: Path) -> None:
    """Writes a dossier to a folder, or to a `.zip`, in the place of the one that is there.

    It is written beside and then put in its place, so that at any moment the old one stands there or the new one.
    Raises `AcquisError` for a place that holds anything but a dossier.
    """
    _refuse_other(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if is_zip(place):
            _put_file(packed(files), place)
        else:
            _put_folder(files, place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AcquisError(f"{place} cannot be written ({reason}). Name another place with -o.") from error


def is_zip(place: Path) -> bool:
    """Whether a place is a zip file by its name."""
    return place.suffix.lower() == ".zip"


def _refuse_other(place: Path) -> None:
    other = "is no dossier, and is not overwritten. Name another place with -o."
    if place.is_symlink():
        raise AcquisError(f"{place} is a link, and {other}")
    if is_zip(place) and place.exists():
        if place.is_dir() or not zipfile.is_zipfile(place) or _KNOWN not in _members(place):
            raise AcquisError(f"{place} {other}")
    elif place.is_file() or (place.is_dir() and any(place.iterdir()) and not (place / _KNOWN).is_file()):
        raise AcquisError(f"{place} {other}")


def _members(place: Path) -> list[str]:
    with zipfile.ZipFile(place) as archive:
        return archive.namelist()


def _put_file(content: bytes, place: Path) -> None:
    number, beside = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(place)
    finally:
        Path(beside).unlink(missing_ok=True)


def _put_folder(files: Mapping[str, bytes], place: Path) -> None:
    beside = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    try:
        for name, content in files.items():
            target = beside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        beside.chmod(0o755)
        if place.exists():
            _exchange(beside, place)
        else:
            beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> None:
    """Two folders change places: in one step where the system can (Linux), else in two."""
    if sys.platform == "linux":
        system = ctypes.CDLL(None, use_errno=True)
        if hasattr(system, "renameat2") and not system.renameat2(
            _HERE, os.fsencode(one.absolute()), _HERE, os.fsencode(other.absolute()), _SWAP
        ):
            return
    aside = one.with_name(f"{one.name}.old")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


_HERE: Final = -100
_SWAP: Final = 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux: renameat2(2)."""


def read(place: Path) -> dict[str, bytes]:
    """The files of a dossier by name; nothing is unpacked, and no link in it is followed.

    Raises `Unreadable` for what is no dossier, `TooLarge` for one beyond the limits.
    """
    if not place.exists():
        raise Unreadable(f"{place} is not there. `acquis dossier … -o {place}` makes it.")
    try:
        found = dict(_in_folder(place) if place.is_dir() else _in_zip(place))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(f"{place} cannot be read ({error}); get a whole copy of it.") from error
    if _KNOWN not in found:
        raise Unreadable(f"{place} is no dossier: it has no {_KNOWN}.")
    return found


def _in_folder(place: Path) -> Iterator[tuple[str, bytes]]:
    room, count = MOST_BYTES, 0
    for folder, _, names in os.walk(place):
        for name in sorted(names):
            path = Path(folder, name)
            count += 1
            room -= path.lstat().st_size
            _refuse_large(place, count, room)
            yield path.relative_to(place).as_posix(), b"" if path.is_symlink() else path.read_bytes()


def _in_zip(place: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(place) as archive:
        held = [each for each in archive.infolist() if not each.is_dir()]
        _refuse_large(place, len(held), MOST_BYTES - sum(each.file_size for each in held))
        for each in held:  # a member is never read further than its directory says
            yield each.filename, archive.read(each)


def _refuse_large(place: Path, count: int, room: int) -> None:
    if count > MOST_FILES or room < 0:
        raise TooLarge(f"{place} is larger than any dossier: {MOST_FILES:,} files, {MOST_BYTES // 1_000_000} MB.")
