"""`acquis status` and `acquis check`: where the archive is, what it holds, whether it is sound."""

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquis import __version__
from acquis.cli import _exit
from acquis.cli._limits import shown
from acquis.cli._options import forms, opened, verb
from acquis.cli._print import Column, document, facts, rows, say

if TYPE_CHECKING:
    from acquis.secretariat import Secretariat


@verb(
    "status",
    ("acquis status", "Where the archive is and what it holds"),
    ("acquis status --json", "The same for a program"),
)
@forms("json")
def command(form: str) -> None:
    """Shows where the archive is, what it holds, and its limits."""
    told = _status(opened())
    if form == "json":
        document(told)
        return
    facts(_lines(told))


def _status(archive: "Secretariat") -> dict[str, Any]:
    from acquis.formats._limits import Limits
    from acquis.store import SCHEMA
    from acquis.structure.read import VERSION

    return {
        "location": _location(archive),
        "acquis": __version__,
        "schema": SCHEMA,
        "reader": str(VERSION),
        "counts": archive.counts(),
        "changes": _last(archive),
        "index": _index(archive),
        "releases": [each.name for each in archive.releases()],
        "writer": _writer(archive.store.folder),
        "limits": dataclasses.asdict(Limits()),
    }


def _location(archive: "Secretariat") -> str:
    """The folder in full, or the URL without its password."""
    from urllib.parse import urlsplit

    if archive.store.engine.dialect.name != "postgresql":
        return str(archive.store.folder.resolve())
    url = urlsplit(archive.store.location)
    return url._replace(netloc=url.netloc.rpartition("@")[2]).geturl()


def _last(archive: "Secretariat") -> int:
    log = archive.log()
    return int(log[-1]["seq"]) if log else 0


def _index(archive: "Secretariat") -> int | None:
    """The number of the change that the search index stands at; None where nothing was searched yet."""
    position = getattr(archive, "index_position", None)
    return position() if position else None


def _writer(folder: Path) -> dict[str, str] | None:
    """Who is writing now, where the lock's note says so."""
    try:
        held = json.loads((folder / "writer.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) and {"process", "command", "since"} <= set(held) else None


def _lines(told: dict[str, Any]) -> list[tuple[str, Any]]:
    counts = told["counts"]
    held = f"{counts['works']:,} works, {counts['expressions']:,} expressions, {counts['passages']:,} passages"
    writer = told["writer"]
    index = "not built yet" if told["index"] is None else f"at change {told['index']:,}"
    return [
        ("archive", told["location"]),
        ("held", f"{held}, {counts['rivals']:,} rivals, from {counts['files']:,} files"),
        ("changes", f"{told['changes']:,}"),
        ("index", f"{index}{'' if told['index'] in (None, told['changes']) else ', catches up when it is asked'}"),
        ("releases", ", ".join(told["releases"]) or "none"),
        (
            "writer",
            f"process {writer['process']} ({writer['command']}) since {writer['since']}" if writer else "none",
        ),
        ("versions", f"acquis {told['acquis']}, tables {told['schema']}, reader {told['reader']}"),
        *[(f"limit {name}", shown(name, value)) for name, value in told["limits"].items()],
        ("", "a limit is raised with: acquis add --limit NAME=VALUE"),
    ]


@verb(
    "check",
    ("acquis check", "Whether everything kept is as it was kept"),
    ("acquis check --json", "The same for a program; exit code 9 where there is damage"),
)
@forms("json", "csv")
def check(form: str) -> None:
    """Checks that every file, text and address is as it was kept.

    Rivals are listed too: texts that claim an address held with other words wait for a person, and are no damage.
    """
    from acquis.archive.checking import damage

    found = opened().check()
    columns = (Column("what", "what", whole=True), Column("line", "what is wrong, or waits for a person"))
    rows(form, "faults", found, columns, none="No faults.", headings=("what", "line"))
    damaged = len(damage(tuple(found)))
    if found and form == "people":
        say(f"{damaged} damaged, {len(found) - damaged} to be decided.")
    if damaged:
        click.get_current_context().exit(_exit.FAULTS)
