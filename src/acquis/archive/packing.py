"""How a reading is kept: as MessagePack, compressed; and how a record is kept: as JSON."""

import zlib
from typing import Any, TypeVar

import msgspec

from acquis.model import Pinpoint
from acquis.structure.read import Reading

T = TypeVar("T")


def pack(reading: Reading) -> bytes:
    """The bytes of a reading; `unpack` gives the same reading back."""
    return zlib.compress(msgspec.msgpack.encode(reading, enc_hook=_out), 1)


def unpack(body: bytes) -> Reading:
    """The reading that `pack` wrote."""
    return msgspec.msgpack.decode(zlib.decompress(body), type=Reading, dec_hook=_back)


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
