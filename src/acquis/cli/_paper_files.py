"""Papers as files: `--format` and `-o` of the commands that give one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from acquis.cli._files import write_file
from acquis.cli._print import document, on_terminal, plain, put_bytes, say

if TYPE_CHECKING:
    from acquis.formats._paper import Paper

F = TypeVar("F", bound=Callable[..., Any])
FORMS: Final = ("md", "html", "docx", "pdf", "json")


def as_file(function: F) -> F:
    """Adds `--format` and `-o`; the function gets `file_kind` and `output`."""
    words = "Write to FILE.docx, .pdf, .html, .md or .json."
    output = click.option("-o", "output", type=click.Path(dir_okay=False), help=words)
    return click.option("--format", "file_kind", type=click.Choice(FORMS), help="As a file.")(output(function))


def kind_of(file_kind: str | None, output: str | None, form: str) -> str | None:
    """The form of the file that is asked for: by its name, else by the end of the file's; None for people to read."""
    if output is None:
        return file_kind or ("json" if form == "json" else None)
    kind = file_kind or Path(output).suffix.removeprefix(".")
    if kind not in FORMS:
        raise click.UsageError(f"{output} is none of the files that can be written: {', '.join(FORMS)}.")
    return kind


def write(kind: str, output: str | None, *, paper: "Callable[[], Paper]", data: Callable[[], Any]) -> None:
    """Writes a paper, or its data, to a file or to standard output."""
    if output is None and kind == "json":
        document(data())
        return
    if output is None and on_terminal() and kind in ("docx", "pdf"):
        raise click.UsageError(f"Name a file for the {kind} with -o.")
    content = _json(data()) if kind == "json" else _file(paper(), kind)
    if output is None:
        put_bytes(content)
        return
    write_file(output, content)
    say(f"Written to {output}.")


def _file(paper: "Paper", kind: str) -> bytes:
    from acquis.formats._paper_forms import file_of

    return file_of(paper, kind)


def _json(data: Any) -> bytes:
    import json

    return (json.dumps(plain(data), ensure_ascii=False, indent=2) + "\n").encode()
