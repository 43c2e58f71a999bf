"""Pages of a PDF as pictures, and which page a character of its source is on."""

import importlib
import struct
import zlib
from typing import Any, Final

from msgspec import Struct

from acquis.errors import NotHeld
from acquis.formats.pdf import opened, read
from acquis.model.layers import fingerprint

WIDE: Final = 1_100
"""Pixels across a picture: letters of ten points are read without a glass."""

MOST: Final = 3_500_000
"""Pixels of a picture: a page of a size that no printer has is drawn smaller."""


class Sheets(Struct, frozen=True):
    """The pages of a PDF: the pixels of their pictures (across, down), and where in the source each one begins.

    `sha256` is the fingerprint of that source. Of a page without text the start is that of the next one.
    """

    sizes: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    sha256: str


def paper(content: bytes) -> Sheets:
    """The pages of a PDF alone: where in the source they begin is not told. Cost: next to nothing."""
    document = opened(content)
    try:
        return Sheets(tuple(_pixels(*document.get_page_size(number)) for number in range(len(document))), (), "")
    finally:
        document.close()


def sheets(content: bytes) -> Sheets:
    """The pages of a PDF, and where they begin. Cost: that of reading all of it."""
    sizes, found = paper(content).sizes, read(content)
    first: dict[int, int] = {}
    for line in found.lines:
        first.setdefault(line.page or 1, line.span.start)
    starts, following = list[int](), len(found.source)
    for number in range(len(sizes), 0, -1):
        following = first.get(number, following)
        starts.append(following)
    return Sheets(sizes, tuple(reversed(starts)), fingerprint(found.source))


def drawn(content: bytes, number: int) -> bytes:
    """A page, counted from 1, as a PNG. Nothing in the file is run: forms and scripts are left out, notes are drawn."""
    document = opened(content)
    try:
        if not 1 <= number <= len(document):
            raise NotHeld(f"The file has no page {number}; it has {len(document)}.")
        page = document[number - 1]
        wide, high = _pixels(*page.get_size())
        scale = min(wide / max(page.get_width(), 1), high / max(page.get_height(), 1))
        bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
        return png(bitmap.to_numpy())
    finally:
        document.close()


def png(pixels: Any) -> bytes:
    r"""Rows of pixels (red, green, blue; a fourth value is left out) as a PNG; of shades of grey alone as a grey one.

    Source: PNG specification, third edition, sections 5 and 7; each row is unfiltered.

    >>> import numpy
    >>> made = png(numpy.full((2, 3, 3), 255, numpy.uint8))
    >>> made[:8], struct.unpack(">IIBB", made[16:26])
    (b'\x89PNG\r\n\x1a\n', (3, 2, 8, 0))
    """
    numpy = importlib.import_module("numpy")
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[:, :, 0]
    if pixels.ndim == 3:
        pixels = pixels[:, :, :3]
        if (pixels == pixels[:, :, :1]).all():
            pixels = pixels[:, :, 0]
    high, wide = pixels.shape[:2]
    flat = numpy.ascontiguousarray(pixels).reshape(high, -1)
    rows = numpy.concatenate([numpy.zeros((high, 1), numpy.uint8), flat], axis=1).tobytes()
    head = struct.pack(">IIBBBBB", wide, high, 8, 2 if pixels.ndim == 3 else 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pixels(wide: float, high: float) -> tuple[int, int]:
    """The size of a picture of a page that is so wide and high."""
    wide, high = max(wide, 1.0), max(high, 1.0)
    scale = min(WIDE / wide, (MOST / (wide * high)) ** 0.5)
    return max(int(wide * scale), 1), max(int(high * scale), 1)
