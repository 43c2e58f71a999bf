"""The tree of commands; each is loaded when it is asked for."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

import rich_click as click
from rich_click import RichCommand, RichCommandPanel, RichContext, RichGroup, RichHelpFormatter

from acquis import __version__
from acquis.cli import _exit
from acquis.errors import AcquisError

PANELS: Final[dict[str, dict[str, str]]] = {
    "Receive and read": {
        "add": "add",
        "list": "listing",
        "show": "show",
        "find": "find",
        "concordance": "find:concordance",
        "demo": "demo",
    },
    "What became of it": {
        "status": "status",
        "report": "log:report",
        "log": "log",
        "check": "status:check",
    },
    "Correct": {
        "correct": "correct",
        "join": "correct:join",
        "split": "correct:split",
        "relate": "correct:relate",
        "rename": "correct:rename",
        "note": "correct:note",
        "mark": "correct:mark",
        "withdraw": "correct:withdraw",
        "undo": "correct:undo",
        "edits": "correct:edits",
    },
    "Keep and hand on": {
        "export": "export",
        "import": "export:import_",
        "release": "release",
        "releases": "release:releases",
        "backup": "release:backup",
        "reread": "reread",
    },
    "Help": {
        "help": "help",
        "codebook": "codebook",
        "completion": "completion",
    },
}
"""Where each command is: its module, and after a colon the function in it where that is not `command`."""

_PLACES: Final = {name: place for commands in PANELS.values() for name, place in commands.items()}


class Verbs(RichGroup):
    """The commands by name, loaded one by one; and what a failure of any of them looks like."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the help."""
        return list(_PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _PLACES:
            return None
        module, _, function = _PLACES[cmd_name].partition(":")
        command = getattr(importlib.import_module(f"acquis.cli.{module}"), function or "command")
        assert isinstance(command, RichCommand)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; a wrong name is refused with the nearest ones."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(_nearest(args[0]) or error.format_message(), ctx=ctx) from error

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """Runs what was typed; every way to fail ends in one line and an exit code."""
        try:
            code = super().main(args=args, prog_name=prog_name, standalone_mode=False, **extra)
        except click.ClickException as error:
            _usage(error)
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            code = _exit.interruption()
        code = code if isinstance(code, int) else 0
        if standalone_mode:
            sys.exit(code)
        return code

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a refusal is printed as a line for people."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except AcquisError as error:
            ctx.exit(_exit.refusal(error, ctx.meta.get("acquis.form", "people")))
        except BrokenPipeError:
            _hush()
            ctx.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            ctx.exit(_exit.our_fault(error, debug=bool(ctx.meta.get("acquis.debug"))))

    def format_epilog(self, ctx: RichContext, formatter: RichHelpFormatter) -> None:  # type: ignore[override]
        """What to do first, and where the rest is told."""
        formatter.write(_FIRST)


def _hush() -> None:
    """Whoever read our output has had enough (`| head`): nothing is left to be said, not even at exit."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _nearest(typed: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(typed, list(_PLACES), n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`acquis --help` lists all."
    return f"No command called {typed!r}. {hint}"


def _usage(error: click.ClickException) -> None:
    """One line: what was wrong, and where the right way is shown."""
    from acquis.cli._print import say

    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        say(error.format_message())
        return
    path = context.command_path if context else "acquis"
    line = error.format_message()
    hint = "" if "acquis --help" in line or "Did you mean" in line else f" `{path} --help` shows how."
    say(f"{line}{'' if line.endswith(('.', '?')) else '.'}{hint}")


_FIRST: Final = """\
 First steps
   acquis add declaration.pdf          receive a file, a folder or an archive
   acquis list                         what is held, with addresses
   acquis show "Astana 2011"           open it by what people call it

 The archive is the folder (or postgresql:// URL) named by --archive or ACQUIS_ARCHIVE, else a folder of your own;
 `acquis status` says which. Exit codes, addresses, the archive: acquis help exit-codes · addresses · archive
"""


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta["acquis.debug"] = True


def _archive(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.meta["acquis.archive"] = value


@click.command(
    cls=Verbs,
    panels=[RichCommandPanel(name, commands=list(commands)) for name, commands in PANELS.items()],
    context_settings={
        "help_option_names": ["-h", "--help"],
        "rich_help_config": {"commands_before_options": True, "text_markup": "ansi"},
    },
)
@click.option(
    "--archive", metavar="PLACE", expose_value=False, callback=_archive, help="A folder or a postgresql:// URL."
)
@click.option("--debug", is_flag=True, expose_value=False, callback=_debug, help="Show where acquis itself failed.")
@click.version_option(__version__, "-V", "--version", message="acquis %(version)s", help="Show the version.")
def acquis() -> None:
    """The institutional memory of multilateral diplomacy.

    Reads declarations, resolutions and treaties from files, gives every paragraph and sentence a permanent address,
    keeps them in an archive, and finds agreed language.
    """
