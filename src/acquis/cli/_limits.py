"""How `--limit NAME=VALUE` is read."""

import dataclasses
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from acquis.formats._limits import Limits

_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}

limits_option: Final[Callable[[Any], Any]] = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    help="Raise a limit: file_bytes=200MB, seconds=300. `acquis status` lists them. May be given again.",
)


def limited(typed: Sequence[str]) -> "Limits":
    """The limits with those that were typed.

    >>> limited(["file_bytes=128MB", "seconds=90"]).file_bytes
    134217728
    """
    from acquis.formats._limits import Limits

    known = {field.name: field.type for field in dataclasses.fields(Limits)}
    chosen: dict[str, Any] = {}
    for each in typed:
        name, mark, value = each.partition("=")
        if name not in known or not mark:
            raise click.BadParameter(f"{each!r}: no limit of that name. Known: {', '.join(known)}.")
        chosen[name] = float(value) if name == "seconds" and _is_number(value) else _amount(each, value)
    return Limits(**chosen)


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", value) is not None


def _amount(typed: str, value: str) -> int:
    met = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMG]?)i?B?", value, re.IGNORECASE)
    if not met:
        raise click.BadParameter(f"{typed!r}: the value is a number, as 500 or 64MB.")
    return int(float(met[1]) * _UNITS[met[2].upper()])


def shown(name: str, value: float) -> str:
    """A limit as people write it.

    >>> shown("file_bytes", 67108864), shown("seconds", 60)
    ('64 MB', '60 s')
    """
    if name == "seconds":
        return f"{value:g} s"
    if not name.endswith("bytes"):
        return f"{value:,}"
    return f"{value / (1 << 30):g} GB" if value >= 1 << 30 else f"{value / (1 << 20):g} MB"
