"""What files would become, as a table that a person may edit and give back."""

import csv
from collections.abc import Sequence
from typing import Any, Final

from acquis.cli._options import opened
from acquis.cli._print import Column, rows, say
from acquis.errors import BadEdit

_FIELDS: Final = (
    *("name", "sha256", "outcome", "address", "title", "day", "day_is", "place", "organisation", "organ", "kind"),
    *("language", "standing", "symbol", "source", "doubts"),
)
_EDITABLE: Final = (*("title", "place", "organisation", "organ", "kind", "language", "standing", "symbol", "source"),)
_COLUMNS: Final = (
    Column("outcome", "outcome", whole=True),
    Column("address", "address", whole=True),
    Column("name", "file"),
    Column("title", "title"),
    Column("day", "day", whole=True),
    Column("doubts", "doubts"),
)


def survey(paths: Sequence[str], choices: dict[str, Any], form: str) -> None:
    """Prints what each file would become; nothing is kept."""
    found = opened(create=True).survey(list(paths), **choices)
    rows(form, "files", found, _COLUMNS, none="There was no file in what you named.", headings=_FIELDS)
    say(f"{len(found)} files; nothing was kept. Edit the table (--csv) and give it to `acquis add --from`.")


def names_of(table: str) -> list[str]:
    """The files that a table names."""
    return [row["name"] for row in _read(table) if row.get("name")]


def edited(table: str) -> dict[str, dict[str, str]]:
    """What a table says of each file, by its SHA-256: the fields of the record that are filled in."""
    given: dict[str, dict[str, str]] = {}
    for row in _read(table):
        fields = {name: row[name].strip() for name in _EDITABLE if (row.get(name) or "").strip()}
        if day := (row.get("day") or "").strip():
            fields[f"date.{(row.get('day_is') or '').strip() or 'adoption'}"] = day
        given[row["sha256"]] = fields
    return given


def _read(table: str) -> list[dict[str, str]]:
    try:
        with open(table, encoding="utf-8-sig", newline="") as stream:  # noqa: PTH123
            found = list(csv.DictReader(stream))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadEdit(f"{table} is no table in UTF-8 ({error}). `acquis add --dry-run --csv` prints one.") from error
    if not found or "sha256" not in found[0]:
        raise BadEdit(f"{table} has no column sha256. `acquis add --dry-run --csv` prints a table that works.")
    return found
