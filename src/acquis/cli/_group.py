"""The tree of commands; each is loaded when it is asked for."""

import importlib
import os
import re
import sys
from collections.abc import Sequence
from typing import Any, Final

import click

from acquis import __version__
from acquis.cli import _exit
from acquis.cli._help import Helped
from acquis.cli._panels import PANELS
from acquis.errors import AcquisError

_VERBS: Final = {name: verb for verbs in PANELS.values() for name, verb in verbs.items()}

_ROOMS: Final = {name.partition(" ")[0] for name in _VERBS if " " in name}
"""The rooms whose verbs are two words: "precedents find"."""


class Verbs(Helped, click.Group):
    """The commands by name, loaded one by one; and what a failure of any of them looks like."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the help."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _VERBS:
            return None
        module, _, function = _VERBS[cmd_name].place.partition(":")
        command = getattr(importlib.import_module(f"acquis.cli.{module}"), function or "command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; a wrong name is refused with the nearest ones."""
        if len(args) > 1 and " ".join(args[:2]) in _VERBS:
            args = [" ".join(args[:2]), *args[2:]]
        elif args[0] in _ROOMS:
            raise click.UsageError(_room(args[0]), ctx=ctx)
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(_nearest(args[0]) or error.format_message(), ctx=ctx) from error

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Runs what was typed; every way to fail ends in one line and an exit code."""
        try:
            code = super().main(args=args, prog_name=prog_name, standalone_mode=False, **extra)
        except click.ClickException as error:
            _usage(error)
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            code = _exit.interruption()
        except Exception as error:
            code = _exit.our_fault(
                error, " ".join([*(args or sys.argv[1:])][:1]), debug="--debug" in (args or sys.argv)
            )
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
            ctx.exit(_exit.our_fault(error, ctx.invoked_subcommand or "", debug=bool(ctx.meta.get("acquis.debug"))))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the few options of them all."""
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands by what they are for."""
        for title, verbs in PANELS.items():
            with formatter.section(title):
                formatter.write_dl([(f"{name:<13}", verb.summary) for name, verb in verbs.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What to do first, and where the rest is told."""
        with formatter.section("First steps"):
            formatter.write_dl(_FIRST)
        formatter.write_paragraph()
        formatter.write_text(_WHERE)


def _room(name: str) -> str:
    """What the verbs of a room are, for who typed no more than its name."""
    return f"Say what of {name}: {', '.join(verb for verb in _VERBS if verb.startswith(f'{name} '))}."


def _hush() -> None:
    """Whoever read our output has had enough (`| head`): nothing is left to be said, not even at exit."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _nearest(typed: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(typed, list(_VERBS), n=3, cutoff=0.6)
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
    line = re.sub(r"\((Did you mean .*)\)", r"\1", error.format_message()).replace("\n", " ")
    hint = "" if "acquis --help" in line or "Did you mean" in line else f" `{path} --help` shows how."
    say(f"{line}{'' if line.endswith(('.', '?')) else '.'}{hint}")


_FIRST: Final = (
    ("acquis add declaration.pdf", "receive a file, a folder or an archive"),
    ("acquis list", "what is held, with addresses"),
    ('acquis show "Astana 2011"', "open it by what people call it"),
)
_WHERE: Final = (
    "The archive is the folder or postgresql:// URL that --archive or ACQUIS_ARCHIVE names, "
    "else a folder of your own.\n\n"
    "More: acquis help exit-codes, acquis help addresses, acquis help archive"
)


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta["acquis.debug"] = True


def _archive(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.meta["acquis.archive"] = value


@click.command(
    cls=Verbs,
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
