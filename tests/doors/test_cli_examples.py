"""Every example that help shows can be run as it stands."""

import shlex
from pathlib import Path

import click
import pytest

from acquis.cli._group import acquis as program
from acquis.cli._options import Verb
from acquis.cli._panels import PANELS

BEFORE = {
    "undo": [["note", "Halmor 2005", "A note."]],
    "since": [["release", "2026-spring"]],
    "import": [["export", "--everything", "export-folder"]],
    "publish": [["mark", each, "public", "--because", "a test"] for each in ("Belovesk 2019", "Amesca 2017")],
}
"""What must have been done for the examples of a command to mean something."""


def verbs() -> list[Verb]:
    context = click.Context(program)
    found = [program.get_command(context, name) for names in PANELS.values() for name in names]
    return [each for each in found if isinstance(each, Verb)]


@pytest.mark.parametrize("verb", verbs(), ids=lambda verb: verb.name)
def test_the_examples_of_help_run(verb, held, acquis, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("serve", "refuse_taken"):  # it would serve until Ctrl-C; tests/doors/web lets it
        monkeypatch.setattr(f"acquis.web.serving.{name}", lambda *_, **__: None)
    for line in BEFORE.get(verb.name, []):
        assert acquis(*line).code == 0
    for line, _ in verb.examples:
        words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"'))
        words = words[: words.index(">")] if ">" in words else words
        assert words[0] == "acquis"
        printed = acquis(*words[1:])
        assert printed.code == 0, f"{line}\n{printed.err}"
        if verb.name == "import":
            _put_away(Path("copy.acquis"))


def _put_away(folder: Path) -> None:
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}.{len(list(folder.parent.iterdir()))}"))
