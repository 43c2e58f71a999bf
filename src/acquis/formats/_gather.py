"""Which files are meant by what was typed: files, folders, archives and standard input, one after the other."""

import bz2
import io
import lzma
import os
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from acquis.errors import AcquisError, TooLarge, Unreadable
from acquis.formats._limits import Limits

_ARCHIVES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")
_DEPTH = 2
_INSIDE = "!/"
_DAMAGE = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was meant. `name` says where it was met: `folder/a.pdf`, `papers.zip!/2011/a.pdf`, `stdin`."""

    name: str
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Refused:
    """What was meant and could not be had, with one line that says why."""

    name: str
    error: AcquisError


def gather(paths: Sequence[str], limits: Limits | None = None) -> Iterator[Found | Refused]:
    """The files that the paths mean, in order: folders whole and sorted, archives by their members, `-` standard input.

    Hidden files are passed over in folders and archives. What cannot be had is a `Refused`, and the rest follows.
    Nothing is unpacked to disk, so no name in an archive can reach anything. The members of an archive must be read
    before the next one is asked for.
    """
    bounds = limits or Limits()
    for path in paths:
        if path == "-":
            yield from _standard_input(bounds)
        elif Path(path).is_dir():
            yield from _folder(Path(path), bounds)
        elif Path(path).is_file():
            yield from _file(Path(path), bounds)
        else:
            yield Refused(path, Unreadable(f"{path}: there is no such file or folder; check the path"))


def _standard_input(limits: Limits) -> Iterator[Found | Refused]:
    content = sys.stdin.buffer.read(limits.file_bytes + 1)
    try:
        limits.hold("file_bytes", len(content), "stdin: the file has {} bytes or more")
    except TooLarge as refusal:
        yield Refused("stdin", refusal)
        return
    yield from _opened("stdin", content, limits, 0) if _is_archive("", content) else [Found("stdin", lambda: content)]


def _folder(folder: Path, limits: Limits) -> Iterator[Found | Refused]:
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        depth = len(Path(place).relative_to(folder).parts)
        if depth >= limits.levels and folders:
            yield Refused(
                place, TooLarge(f"{place}: folders lie deeper than {limits.levels} levels; give the inner folder")
            )
            folders[:] = []
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(place, name)
            if path.is_file():  # neither pipes nor devices, which would wait for ever
                yield from _file(path, limits)


def _file(path: Path, limits: Limits) -> Iterator[Found | Refused]:
    name = str(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            if _is_archive(name, stream.read(1024)):
                stream.seek(0)
                limits.hold("unpacked_bytes", size, f"{name}: the archive has {{}} bytes")
                yield from _members(name, stream, limits, 0)
                return
        limits.hold("file_bytes", size, f"{name}: the file has {{}} bytes")
    except TooLarge as refusal:
        yield Refused(name, refusal)
    except OSError as fault:
        yield Refused(name, Unreadable(f"{name}: cannot be opened ({fault.strerror or fault})"))
    else:
        yield Found(name, partial(_content, path))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(f"{path}: cannot be read ({fault.strerror or fault})") from fault


def _is_archive(name: str, head: bytes) -> bool:
    """By the first bytes; a DOCX or another document that is a zip inside is no archive."""
    if head.startswith(b"PK\x05\x06"):
        return True
    if head.startswith(b"PK\x03\x04"):
        documents = (b"[Content_Types].xml", b"mimetype", b"_rels/", b"word/", b"docProps/", b"customXml/")
        return head[30:80].startswith(documents) is False and not name.lower().endswith((".docx", ".docm", ".dotx"))
    packed = head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"))
    return (packed and name.lower().endswith(_ARCHIVES)) or (packed and not name) or head[257:262] == b"ustar"


def _members(name: str, stream: IO[bytes], limits: Limits, depth: int) -> Iterator[Found | Refused]:
    try:
        head = stream.read(4)
        stream.seek(0)
        members = _zip(name, stream, limits) if head.startswith(b"PK") else _tar(name, stream, limits)
        for member, content in members:
            if isinstance(content, AcquisError):
                yield Refused(member, content)
            else:
                yield from _opened(member, content, limits, depth + 1)
    except TooLarge as refusal:
        yield Refused(name, refusal)
    except _DAMAGE as fault:
        yield Refused(name, Unreadable(f"{name}: the archive is damaged or locked ({str(fault)[:100]})"))


def _opened(name: str, content: bytes, limits: Limits, depth: int) -> Iterator[Found | Refused]:
    """A member as it is, or the members of an archive in an archive."""
    if not _is_archive(name, content[:1024]):
        yield Found(name, lambda: content)
    elif depth >= _DEPTH + 1:
        yield Refused(
            name, Unreadable(f"{name}: archives lie deeper in one another than {_DEPTH}; unpack the inner one")
        )
    else:
        yield from _members(name, io.BytesIO(content), limits, depth)


def _zip(name: str, stream: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes | AcquisError]]:
    with zipfile.ZipFile(stream) as archive:
        members = archive.infolist()
        limits.admit_members(members)
        for member in sorted(members, key=lambda each: each.filename):
            if member.is_dir() or not _is_shown(member.filename):
                continue
            full = f"{name}{_INSIDE}{member.filename}"
            yield full, _too_large(full, member.file_size, limits) or archive.read(member)


def _too_large(name: str, size: int, limits: Limits) -> TooLarge | None:
    """The refusal of one member, which costs none of the others."""
    try:
        limits.hold("file_bytes", size, f"{name}: the file has {{}} bytes")
    except TooLarge as refusal:
        return refusal
    return None


def _tar(name: str, stream: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes | AcquisError]]:
    """Read as a stream, which may unfold to anything: the limits are held as it goes."""
    unpacked = 0
    bounded = _Bounded(_unpacked(stream), limits)
    with tarfile.open(fileobj=bounded, mode="r|") as archive:
        for count, member in enumerate(archive):
            limits.hold("members", count + 1, f"{name}: the archive holds {{}} members or more")
            if not member.isreg() or not _is_shown(member.name):
                continue
            unpacked += member.size
            limits.hold("unpacked_bytes", unpacked, f"{name}: the archive unfolds to {{}} bytes or more")
            full = f"{name}{_INSIDE}{member.name}"
            if refusal := _too_large(full, member.size, limits):
                yield full, refusal
                continue
            content = archive.extractfile(member)
            yield full, content.read() if content else b""


def _unpacked(stream: IO[bytes]) -> IO[bytes]:
    import gzip

    head = stream.read(6)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return gzip.open(stream, "rb")  # type: ignore[return-value]
    if head.startswith(b"BZh"):
        return bz2.open(stream, "rb")
    return lzma.open(stream, "rb") if head.startswith(b"\xfd7zXZ") else stream


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than the limit: a small archive may unfold to anything."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self._stream, self._limits, self._given = stream, limits, 0

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(size if size >= 0 else self._limits.unpacked_bytes + 1)
        self._given += len(content)
        self._limits.hold("unpacked_bytes", self._given, "the archive unfolds to {} bytes or more")
        return content


def _is_shown(member: str) -> bool:
    parts = [part for part in member.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return bool(parts) and not any(part.startswith(".") or part == "__MACOSX" for part in parts)
