"""What files would become, as a table that a person may edit and give back."""

import csv
import json
from collections.abc import Sequence
from typing import Any, Final

from acquis.cli._options import opened
from acquis.cli._print import Column, plain, rows, say
from acquis.errors import BadEdit

_FIELDS: Final = (
    *("name", "sha256", "outcome", "address", "title", "day", "day_is", "place", "organisation", "organ", "kind"),
    *("language", "standing", "symbol", "source", "doubts"),
)
_EDITABLE: Final = (*("title", "place", "organisation", "organ", "kind", "language", "standing", "symbol", "source"),)
_READ: Final = ("day", "day_is", *_EDITABLE)
_AS_READ: Final = "as_read"
_COLUMNS: Final = (
    Column("outcome", "outcome", whole=True),
    Column("address", "address", whole=True),
    Column("name", "file"),
    Column("title", "title"),
    Column("day", "day", whole=True),
    Column("doubts", "doubts"),
)


def survey(paths: Sequence[str], choices: dict[str, Any], form: str) -> None:
    """Prints what each file would become; nothing is kept.

    The CSV ends with a column that holds what was read: it tells later what a person wrote from what stood there.
    """
    found = [plain(each) for each in opened(create=True).survey(list(paths), **choices)]
    if form == "csv":
        found = [{**each, _AS_READ: {name: each[name] for name in _READ if each[name]}} for each in found]
    rows(form, "files", found, _COLUMNS, none="There was no file in what you named.", headings=(*_FIELDS, _AS_READ))
    say(f"{len(found)} files; nothing was kept. Edit the table (--csv) and give it to `acquis add --from`.")


def names_of(table: str) -> list[str]:
    """The files that a table names."""
    return [row["name"] for row in _read(table) if row.get("name")]


def edited(table: str) -> dict[str, dict[str, str]]:
    """What a person wrote in a table about each file, by its SHA-256; a cell that was emptied changes nothing."""
    given = {row["sha256"]: _written(row) for row in _read(table)}
    return {sha256: fields for sha256, fields in given.items() if fields}


def _written(row: dict[str, str]) -> dict[str, str]:
    before = json.loads(row.get(_AS_READ) or "{}")
    now = {name: (row.get(name) or "").strip() for name in _READ}
    fields = {name: now[name] for name in _EDITABLE if now[name] and now[name] != before.get(name)}
    if now["day"] and (now["day"], now["day_is"]) != (before.get("day"), before.get("day_is") or ""):
        fields[f"date.{now['day_is'] or 'adoption'}"] = now["day"]
    return fields


def _read(table: str) -> list[dict[str, str]]:
    try:
        with open(table, encoding="utf-8-sig", newline="") as stream:  # noqa: PTH123
            found = list(csv.DictReader(stream))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadEdit(f"{table} is no table in UTF-8 ({error}). `acquis add --dry-run --csv` prints one.") from error
    if not found or "sha256" not in found[0]:
        raise BadEdit(f"{table} has no column sha256. `acquis add --dry-run --csv` prints a table that works.")
    return found
