"""A value of the model as attributes, and back: whatever fields it has."""

import dataclasses
import json
import types
import typing
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from acquis.errors import AcquisError, Unreadable
from acquis.formats._escape import escaped, unescaped
from acquis.formats._stretches import spans_read, spans_written
from acquis.model import Span

T = TypeVar("T")

NIL = "nil"
"""The attribute that names the fields which are known to be None where something else is the rule."""


def attributes(value: Any, *, leave: frozenset[str] = frozenset()) -> dict[str, str]:
    """The fields of a frozen value that are not as they are by default, but for those left out.

    >>> attributes(Span(2, 5))
    {'start': '2', 'end': '5'}
    """
    found, nil = {}, []
    for name, default in _defaults(value.__class__).items():
        held = getattr(value, name)
        if name in leave or (default is not dataclasses.MISSING and held == default):
            continue
        if held is None:
            nil.append(name)
        else:
            found[name] = _written(held)
    return found | ({NIL: " ".join(nil)} if nil else {})


def value_of(kind: type[T], written: dict[str, str], /, **given: Any) -> T:
    """The value that `attributes` wrote; what was left out is given."""
    made: dict[str, Any] = dict(given)
    for name, hint in _hints(typing.cast(Any, kind)).items():
        if name in written and name not in made:
            made[name] = _read(hint, written[name])
    made |= dict.fromkeys(written.get(NIL, "").split())
    try:
        return kind(**made)
    except (TypeError, ValueError, AcquisError) as error:
        raise Unreadable(f"a {kind.__name__.lower()} is not complete: {error}") from error


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass or a struct, each with its value by default or `MISSING`."""
    import msgspec

    held: Any = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else msgspec.structs.fields(kind)
    none = (dataclasses.MISSING, msgspec.NODEFAULT)
    made = {each.name: each.default_factory() for each in held if each.default_factory not in none}
    return {
        each.name: made.get(each.name, dataclasses.MISSING if each.default in none else each.default) for each in held
    }


@cache
def _hints(kind: type) -> dict[str, Any]:
    return {name: _plain(hint) for name, hint in typing.get_type_hints(kind).items()}


def _plain(hint: Any) -> Any:
    """The type without `| None`."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        kept = [each for each in typing.get_args(hint) if each is not types.NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint


def _written(held: Any) -> str:
    if isinstance(held, Enum):
        held = held.value
    if isinstance(held, str):
        return escaped(held)
    if isinstance(held, Span):
        return spans_written([held])
    if isinstance(held, tuple) and all(isinstance(each, Span) for each in held):
        return spans_written(held)
    if isinstance(held, bool | int | float):
        return json.dumps(held)
    import msgspec

    return escaped(msgspec.json.encode(held).decode())


def _read(hint: Any, text: str) -> Any:
    try:
        if isinstance(hint, type) and issubclass(hint, str):
            return hint(unescaped(text))
        if hint is Span:
            return spans_read(text)[0]
        if typing.get_args(hint)[:1] == (Span,):
            return spans_read(text)
        return _from_json(hint, unescaped(text))
    except (ValueError, IndexError, AcquisError) as error:
        raise Unreadable(f"{text[:60]!r} cannot be read: {error}") from error


def _from_json(hint: Any, text: str) -> Any:
    if hint in (bool, int, float):
        found = json.loads(text)
        if type(found) is not hint:
            raise ValueError(f"it is no {hint.__name__}")
        return found
    import msgspec

    return msgspec.json.decode(text, type=hint)  # its errors are ValueErrors
