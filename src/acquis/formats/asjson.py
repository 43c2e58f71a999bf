"""JSON: the whole document, field by field as it is named in the model."""

import json
import re
from typing import Any, Final

from acquis.errors import Unreadable
from acquis.formats._writing import Writer
from acquis.model import Document, Pinpoint

SCHEMA: Final = 1
"""The version of the form; a reader refuses a later one."""

_HALVES: Final = re.compile("[\ud800-\udfff]")


def write(document: Document) -> bytes:
    """`{"schema": 1, "document": {...}}` with every field of the model; spans are `{"start": 0, "end": 12}`.

    A lone half of a surrogate pair is escaped as JSON has it; two halves that make a pair come back as the pair.
    """
    import msgspec

    plain = msgspec.to_builtins(document, enc_hook=_out)
    written = json.dumps({"schema": SCHEMA, "document": plain}, ensure_ascii=False)
    return _HALVES.sub(lambda met: f"\\u{ord(met[0]):04x}", written).encode() + b"\n"


def read(content: bytes) -> Document:
    """The document that `write` was given; `Unreadable` says what is wrong with other bytes."""
    import msgspec

    try:
        held = json.loads(content)
        version = held["schema"]
        if version != SCHEMA:
            raise Unreadable(f"written with schema {version}; this acquis reads schema {SCHEMA}")
        return msgspec.convert(held["document"], type=Document, dec_hook=_back)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unreadable(f"no document as acquis writes it in JSON ({str(error)[:120]})") from error


def _out(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def _back(kind: type, value: Any) -> Any:
    return Pinpoint(value) if kind is Pinpoint else kind(value)


WRITER = Writer("json", "application/json", ".json", write, read)
