"""`acquis add`: receives files, folders and archives, and says what became of each."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from acquis.cli import _exit
from acquis.cli._limits import limited, limits_option
from acquis.cli._options import MARKINGS, forms, opened, verb
from acquis.cli._print import Column, as_csv, as_table, document, plain, put, say

if TYPE_CHECKING:
    from acquis.archive.desk import Kept
    from acquis.cli._progress import Tally

_WORST = ("refused", "rival", "copy")
_SHOWN = 30
_FEW = 5


@verb(
    "add",
    ("acquis add samples/osr", "Receive every file in a folder"),
    ("acquis add samples/osr/osr-034.pdf --marking public", "One that everybody may read"),
    ("acquis add samples/osr --dry-run --csv", "What each file would become, as a table to be edited"),
)
@click.argument("paths", nargs=-1, metavar="PATH...", help="Files, folders, zip or tar archives; - is standard input.")
@click.option(
    "--as",
    "reading",
    type=click.Choice(["accepted", "original"]),
    default="accepted",
    show_default=True,
    help="How tracked changes are read: with all of them made, or with none.",
)
@click.option("--language", metavar="TAG", help="The language of all the files; otherwise it is told by their words.")
@click.option("--marking", type=click.Choice(MARKINGS), help="What new files are marked; otherwise internal.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="NUMBER",
    help="How many files are read at once; otherwise as many as there are processors, at most 4.",
)
@limits_option
@click.option("--wait", type=click.FloatRange(0), default=0, metavar="SECONDS", help="Wait for another writer so long.")
@click.option("--dry-run", is_flag=True, help="Say what each file would become; keep nothing.")
@click.option(
    "--from",
    "table",
    type=click.Path(exists=True, dir_okay=False),
    metavar="EDITED.CSV",
    help="Take what a person changed in a table of --dry-run --csv.",
)
@forms("json", "csv")
def command(
    *,
    paths: tuple[str, ...],
    reading: str,
    language: str | None,
    marking: str | None,
    workers: int | None,
    limits: tuple[str, ...],
    wait: float,
    dry_run: bool,
    table: str | None,
    form: str,
) -> None:
    """Receives files: catalogued, structured, addressed, searchable.

    A file that cannot be read is refused in one line and the rest goes on; then the exit code is 5. Files that are
    held already are passed over, so the same command again completes one that was interrupted.
    """
    from acquis.cli._survey import edited, names_of, survey

    if not paths and not table:
        raise click.UsageError("Say which files or folders to add.")
    chosen = list(paths) or names_of(str(table))
    choices: dict[str, Any] = {
        "reading": reading,
        "language": language,
        "workers": workers or min(os.cpu_count() or 1, 4),
        "limits": limited(limits),
    }
    if dry_run:
        survey(chosen, choices, form)
        return
    if table:
        choices["given"] = edited(table)
    _receive(chosen, {**choices, "marking": marking, "wait": wait}, form)


def _receive(paths: Sequence[str], choices: dict[str, Any], form: str) -> None:
    from acquis.cli._progress import Tally, amount, followed

    archive = opened(create=True)
    sizes = amount(paths)
    batch = _Batch(Tally(sizes or {}), form)
    try:
        with followed(batch.tally, len(sizes) if sizes is not None else None, "Receiving") as told:

            def met(kept: "Kept") -> None:
                told(kept.name)
                batch.outcomes.append(kept)

            archive.receive(paths, **choices, met=met)
    except KeyboardInterrupt:
        batch.show()
        say("Interrupted: what is kept so far stays kept. The same command again completes it.")
        click.get_current_context().exit(_exit.INTERRUPTED)
    batch.show()
    if any(kept.outcome == "refused" for kept in batch.outcomes):
        click.get_current_context().exit(_exit.PARTLY)


@dataclass
class _Batch:
    """What became of the files of one run, for printing."""

    tally: "Tally"
    form: str
    outcomes: list["Kept"] = field(default_factory=list)

    def show(self) -> None:
        """Prints it: the odd ones with reasons for people, every file for programs; and the summary."""
        if self.form == "json":
            document({"files": self.outcomes, "summary": self._figures()})
        elif self.form == "csv":
            put(as_csv([plain(kept) for kept in self.outcomes], _FIELDS))
        else:
            self._people()
        say(self._line())

    def _people(self) -> None:
        few = len(self.outcomes) <= _FEW
        told = [kept for kept in self.outcomes if few or kept.outcome in _WORST]
        if told:
            put(as_table([_row(kept, few) for kept in told[:_SHOWN]], _COLUMNS))
        if len(told) > _SHOWN:
            put(f"… and {len(told) - _SHOWN} more: acquis report --odd\n")
        if not few:
            _doubts(self.outcomes)

    def _figures(self) -> dict[str, Any]:
        counted = Counter(kept.outcome for kept in self.outcomes)
        doubted = sum(1 for kept in self.outcomes if kept.doubts)
        seconds = round(self.tally.seconds, 3)
        return {"files": len(self.outcomes), **counted, "with_doubts": doubted, "seconds": seconds}

    def _line(self) -> str:
        if not self.outcomes:
            return "There was no file in what you named; nothing was added."
        counted = Counter(kept.outcome for kept in self.outcomes)
        parts = [f"{counted[name]} {words}" for name, words in _OUTCOMES.items() if counted[name]]
        files = f"{len(self.outcomes)} file{'' if len(self.outcomes) == 1 else 's'}"
        return f"{files}: {', '.join(parts)}. {self.tally.pace}, {self.tally.seconds:.1f} s."


_FIELDS = ("name", "outcome", "line", "address", "doubts")
_COLUMNS = (
    Column("outcome", "outcome", whole=True),
    Column("address", "address", whole=True),
    Column("name", "file"),
    Column("line", "why"),
)
_OUTCOMES = {
    "kept": "kept",
    "held": "held already",
    "copy": "kept as another copy",
    "rival": "kept as a rival",
    "refused": "refused",
}


def _row(kept: "Kept", few: bool) -> dict[str, Any]:
    """A line of the table; a refusal names its file itself."""
    reasons = [] if kept.line == "kept" else [kept.line.removeprefix(f"{kept.name}: ")]
    reasons += kept.doubts if few else []
    return {**plain(kept), "line": "; ".join(reasons)}


def _doubts(outcomes: Sequence["Kept"]) -> None:
    """The doubts, each with how many files have it: most files of a batch share theirs."""
    shared = Counter(doubt for kept in outcomes for doubt in kept.doubts)
    if not shared:
        return
    doubted = sum(1 for kept in outcomes if kept.doubts)
    put(f"Doubts about {doubted} files; `acquis report --odd` lists them:\n")
    rows = [{"count": count, "doubt": doubt} for doubt, count in shared.most_common(_SHOWN)]
    put(as_table(rows, (Column("count", "files", whole=True), Column("doubt", "what is not sure"))))
