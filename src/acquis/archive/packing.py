"""How a reading is kept: as MessagePack, compressed, with its passages and what tells it from others."""

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec

from acquis.model import Kind, Part, Pinpoint, Skeleton, fingerprint
from acquis.model.document import COUNTED
from acquis.structure.read import Reading

T = TypeVar("T")

PASSAGE: Final = ("n", "path", "kind", "number", "level", "start", "end", "words")
"""The columns of a passage, in the order of its row."""

_NUMBER: Final = 60
"""What the column holds of a number; the reading has it whole."""

_STRANGE: Final = re.compile(r"[^\x00-\x7f]+")
_MARKS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
"""Every ASCII character that is neither letter nor digit: taken out of the bytes, which is quick in any script."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading in the form that the archive keeps: small, and quick to hand from one process to another.

    `passages` has one row per part with words, its columns as in `PASSAGE`. `shape` says how the text is built.
    """

    body: bytes
    passages: tuple[tuple[Any, ...], ...]
    text_hash: str
    words_hash: str
    shape: str
    doubts: tuple[str, ...]


def packed(reading: Reading) -> Packed:
    """The form that is kept of a reading; `unpack` gives the reading back from its body."""
    text = reading.layers.text
    body, hashes = pack(reading), (reading.layers.hash, words_hash(text))
    return Packed(body, passages(reading), *hashes, shape(reading), reading.doubts)


def pack(reading: Reading) -> bytes:
    """The bytes of a reading; `unpack` gives the same reading back."""
    return zlib.compress(msgspec.msgpack.encode(reading, enc_hook=_out), 1)


@lru_cache(maxsize=4)
def unpack(body: bytes) -> Reading:
    """The reading that `pack` wrote; the last few are kept, since one page asks several rooms about one document."""
    return msgspec.msgpack.decode(zlib.decompress(body), type=Reading, dec_hook=_back)


@dataclass(frozen=True, slots=True)
class _Parts:
    parts: tuple[Part, ...] = ()
    aliases: dict[str, str] | None = None


def skeleton(body: bytes, address: Pinpoint) -> Skeleton:
    """The parts of a reading; the rest of it is passed over, which takes half of the time."""
    found = msgspec.msgpack.decode(zlib.decompress(body), type=_Parts)
    return Skeleton(address, found.parts, found.aliases or {})


@dataclass(frozen=True, slots=True)
class _Target:
    target: str | None


@dataclass(frozen=True, slots=True)
class _Citing:
    citations: tuple[_Target, ...] = ()


def cited(body: bytes) -> frozenset[str]:
    """The addresses that a reading cites; the rest of it is passed over, which takes a fifth of the time."""
    found = msgspec.msgpack.decode(zlib.decompress(body), type=_Citing)
    return frozenset(each.target for each in found.citations if each.target)


def words_hash(text: str) -> str:
    """The fingerprint of the letters and digits of a text, whatever blanks and punctuation stand between them.

    >>> words_hash("Peace, security;") == words_hash("PEACE security")
    True
    """
    plain = text if text.isascii() else _STRANGE.sub(_letters, unicodedata.normalize("NFKC", text))
    return fingerprint(plain.casefold().encode("utf-8", "surrogatepass").translate(None, _MARKS))


def _letters(run: re.Match[str]) -> str:
    return "".join(filter(str.isalnum, run[0]))


def passages(reading: Reading) -> tuple[tuple[Any, ...], ...]:
    """One row per part that has words."""
    text = reading.layers.text
    return tuple(
        (n, p.path, p.kind.value, p.number and p.number[:_NUMBER], p.level, p.span.start, p.span.end, p.span.of(text))
        for n, p in enumerate(reading.parts)
        if len(p.span)
    )


def shape(reading: Reading) -> str:
    """How a text is built, whatever its language: its number of paragraphs, and the numbers printed before them.

    >>> shape(Reading(None, (), (), (), None))
    '0:e3b0c442'
    """
    printed = [part.number or "" for part in reading.parts if part.kind in COUNTED and part.kind is not Kind.BULLET]
    digits = ["".join(letter for letter in number if letter.isdigit()) for number in printed]
    count = sum(part.kind in COUNTED for part in reading.parts)
    return f"{count}:{fingerprint(''.join(digits))[:8]}"


def alike(one: str, other: str) -> bool:
    """Whether two shapes may be those of one work in two languages."""
    (n, numbers), (m, others) = one.split(":"), other.split(":")
    return numbers == others and abs(int(n) - int(m)) <= max(1, _SLACK * int(n))


_SLACK: Final = 0.05  # the share of paragraphs by which translations may differ


def to_json(value: Any) -> str:
    """A value of the model as JSON, on one line."""
    return msgspec.json.encode(value, enc_hook=_out).decode()


def from_json(text: str, kind: type[T]) -> T:
    """The value that `to_json` wrote."""
    return msgspec.json.decode(text, type=kind, dec_hook=_back)


def _out(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in the archive")


def _back(kind: type, value: Any) -> Any:
    return Pinpoint(value) if kind is Pinpoint else kind(value)
