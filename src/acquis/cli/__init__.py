"""The terminal door: one command per verb."""

import os
import sys


def main() -> None:
    """Runs what was typed; the process ends with the exit code that says how it went."""
    from acquis.cli._group import acquis

    for stream in (sys.stdout, sys.stderr):
        _let_every_script_pass(stream)
    acquis(prog_name="acquis")


def _let_every_script_pass(stream: object) -> None:
    """Texts are in every script: a pipe or an old console must not make the program fall over a letter."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    terminal = bool(getattr(stream, "isatty", bool)())
    if terminal or os.environ.get("PYTHONIOENCODING"):
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")
