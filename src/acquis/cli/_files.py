"""Files that commands write."""

from collections.abc import Collection
from pathlib import Path

import click

from acquis.cli._print import on_terminal, put_bytes, say
from acquis.errors import AcquisError


def form_of(kind: str | None, output: str | None, forms: Collection[str]) -> str | None:
    """The form of the file that is asked for: by its name, else by the end of the file's; None where none is."""
    found = kind or (Path(output).suffix.removeprefix(".") if output is not None else None)
    if found is not None and found not in forms:
        raise click.UsageError(f"{output} is none of the files that can be written: {', '.join(forms)}.")
    return found


def hand_over(content: bytes, output: str | None) -> None:
    """Writes content to a file, or to standard output where none is named."""
    if output is None:
        put_bytes(content)
        return
    write_file(output, content)
    say(f"Written to {output}.")


def refuse_terminal(kind: str, output: str | None) -> None:
    """Bytes that nobody can read belong into a file."""
    if output is None and on_terminal():
        raise click.UsageError(f"Name a file for the {kind} with -o.")


def write_file(target: str | Path, content: bytes) -> None:
    """Writes a file, its folder too where there is none; says why where it cannot be written."""
    target = Path(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AcquisError(f"{target} cannot be written ({reason}). Name another place with -o.") from error
