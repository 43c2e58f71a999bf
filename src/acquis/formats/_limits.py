"""How large a file may be, how much it may unfold to, and how long reading it may take."""

import io
import sys
import zipfile
from dataclasses import dataclass

from acquis.errors import TooLarge, Unreadable

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a hostile or careless file may cost. Every refusal names the limit and the option that raises it.

    `file_bytes` is one file as it comes. `unpacked_bytes` and `members` are what an archive (or a DOCX, which is one)
    may hold. `levels` is how deeply folders may lie in one another. `seconds` and `memory_bytes` are what one worker
    process may use for one file.
    """

    file_bytes: int = 64 * MEBIBYTE
    unpacked_bytes: int = 512 * MEBIBYTE
    members: int = 10_000
    levels: int = 100
    seconds: float = 60
    memory_bytes: int = 1024 * MEBIBYTE

    def admit(self, content: bytes) -> None:
        """Let the file pass, or refuse it: its own size, and what its archive says that it unfolds to."""
        self.hold("file_bytes", len(content), "the file has {} bytes")
        if content.startswith(b"PK\x03\x04"):
            self.admit_members(_directory(content))

    def admit_members(self, members: list[zipfile.ZipInfo]) -> None:
        """Let a zip archive pass by its directory; a member is never unpacked further than the directory says."""
        self.hold("members", len(members), "the archive holds {} members")
        self.hold("unpacked_bytes", sum(member.file_size for member in members), "the archive unfolds to {} bytes")

    def hold(self, limit: str, value: float, words: str) -> None:
        """Refuse a value above a limit. `words` say what was met, with {} for the value."""
        allowed = getattr(self, limit)
        if value > allowed:
            raise TooLarge(
                f"{words.format(f'{value:,}')}, more than {allowed:,}. "
                f"If you trust it, raise the limit with --limit {limit}={_enough(value)}"
            )


HELD = Limits(file_bytes=sys.maxsize, unpacked_bytes=sys.maxsize, members=sys.maxsize)
"""For what the archive holds: it passed the limits that it came with."""


def _enough(value: float) -> int:
    """The next power of two: a round number that lets the value pass."""
    return 1 << max(int(value) - 1, 1).bit_length()


def _directory(content: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as fault:
        raise Unreadable("a zip or DOCX file that is cut off or damaged; get a whole copy of it") from fault
