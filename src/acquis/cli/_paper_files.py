"""Papers as files: `--format` and `-o` of the commands that give one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from acquis.cli._files import form_of, hand_over, refuse_terminal
from acquis.cli._print import document, plain

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
    return form_of(file_kind, output, FORMS) or ("json" if form == "json" else None)


def write(kind: str, output: str | None, *, paper: "Callable[[], Paper]", data: Callable[[], Any]) -> None:
    """Writes a paper, or its data, to a file or to standard output."""
    if output is None and kind == "json":
        document(data())
        return
    if kind in ("docx", "pdf"):
        refuse_terminal(kind, output)
    hand_over(_json(data()) if kind == "json" else _file(paper(), kind), output)


def _file(paper: "Paper", kind: str) -> bytes:
    from acquis.formats._paper_forms import file_of

    return file_of(paper, kind)


def _json(data: Any) -> bytes:
    import json

    return (json.dumps(plain(data), ensure_ascii=False, indent=2) + "\n").encode()
