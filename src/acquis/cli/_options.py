"""What the commands have in common: the archive, the form of the answer, the filters, the examples."""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from acquis.cli._days import TypedDay
from acquis.cli._help import Helped

if TYPE_CHECKING:
    from acquis.secretariat import Secretariat

F = TypeVar("F", bound=Callable[..., Any])

FILTERS = ("organisation", "organ", "kind", "language", "year", "place")
"""The filters of the catalogue that take words."""

MARKINGS = ("public", "internal", "restricted")


class Verb(Helped, click.Command):
    """A command with examples that can be run as they stand."""

    examples: tuple[tuple[str, str], ...] = ()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, each with what it does."""
        with formatter.section("Examples"):
            for line, meaning in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}# {meaning}\n")
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def verb(name: str, *examples: tuple[str, str]) -> Callable[[Callable[..., Any]], Verb]:
    """Makes a function a command. Each example is a line to type and what it does.

    An option that shows DAY takes a day as people write it, and the function gets its ISO form.
    """

    def decorate(function: Callable[..., Any]) -> Verb:
        made = click.command(name, cls=Verb)(_standing(function))
        for option in (each for each in made.params if each.metavar == "DAY"):
            option.type = TypedDay()
        made.examples = examples
        return made

    return decorate


def _standing(function: F) -> F:
    """The options that every command has, before or after its name."""
    function = click.option("--debug", is_flag=True, expose_value=False, callback=_debug, hidden=True)(function)
    return click.option(
        "--archive", metavar="PLACE", expose_value=False, callback=_archive, help="Another archive than the usual one."
    )(function)


def _archive(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.meta["acquis.archive"] = value


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta["acquis.debug"] = True


def opened(*, create: bool = False) -> "Secretariat":
    """The archive that was named; only what receives makes one where there is none."""
    from acquis.secretariat import open_archive

    return open_archive(click.get_current_context().meta.get("acquis.archive"), create=create)


def forms(*names: str) -> Callable[[F], F]:
    """Adds `--json` and `--csv`; the function gets `form`: "people", "json" or "csv"."""

    def decorate(function: F) -> F:
        for name, words in (("csv", "Print a table for spreadsheets."), ("json", "Print one JSON document.")):
            if name in names:
                function = click.option(
                    f"--{name}", "form", flag_value=name, is_eager=True, callback=_form, help=words
                )(function)
        return function

    return decorate


def _form(ctx: click.Context, _: click.Parameter, value: str | None) -> str:
    if value:
        ctx.meta["acquis.form"] = value
    return value or "people"


def filters(function: F) -> F:
    """Adds the filters of the catalogue."""
    words = {
        "organisation": "The organisation by its code: sco, un.",
        "organ": "The organ by its code, or a part of it.",
        "kind": "declaration, resolution, treaty …",
        "language": "The language by its tag: en, ru.",
        "year": "The year, or the start of the day: 2011, 2011-06; in a search also 2007..2012.",
        "place": "The place, or a part of its name.",
    }
    for name in reversed(FILTERS):
        function = click.option(f"--{name}", metavar="WORDS" if name == "place" else name.upper(), help=words[name])(
            function
        )
    return function


def because(function: F) -> F:
    """Adds `--because`, the reason that is entered with a change."""
    words = "Why; it is entered with your name in the log."
    return click.option("--because", required=True, metavar="REASON", help=words)(function)


def release(function: F) -> F:
    """Adds `--release`: the archive as it stood when that release was named."""
    return click.option("--release", metavar="NAME", help="Answer as of a release.")(function)


def complete_address(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The addresses that begin so, for the shell's completion."""
    from acquis.errors import AcquisError
    from acquis.secretariat import open_archive

    try:
        held = open_archive(ctx.meta.get("acquis.archive"), create=False).list()
    except AcquisError:
        return []
    return [each.address for each in held if each.address.startswith(incomplete)]


def asked(function: F) -> F:
    """Adds the argument that names a document or a place in it."""
    words = "An address, a symbol, or what people call it."
    return click.argument("asked", metavar="ADDRESS", shell_complete=complete_address, callback=no_file, help=words)(
        function
    )


def no_file(_: click.Context, __: click.Parameter, value: str) -> str:
    """What was typed; NotHeld says of a file what to do first."""
    from pathlib import Path

    from acquis.errors import NotHeld

    with contextlib.suppress(OSError, ValueError):
        if Path(value).is_file():
            raise NotHeld(f"{value!r} is a file. `acquis add` receives it and gives its address: ask by that.")
    return value
