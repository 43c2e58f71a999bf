"""The page of the commands, from the commands themselves."""

from collections.abc import Iterator

import click

from acquis.cli._group import acquis
from acquis.cli._options import Verb
from acquis.cli._panels import PANELS


def markdown() -> str:
    """Every command with its arguments, options and examples."""
    context = acquis.make_context("acquis", [], resilient_parsing=True)
    lines = ["# Commands", "", (acquis.help or "").partition("\n")[0], ""]
    lines += ["Before or after the name of any command:", "", *_table(acquis, context), ""]
    lines += [f"- {title}: {', '.join(_link(name) for name in names)}" for title, names in PANELS.items()]
    for title, names in PANELS.items():
        lines += ["", f"## {title}"]
        for name in names:
            command = acquis.get_command(context, name)
            assert isinstance(command, Verb)
            lines += ["", *_command(command, context)]
    return "\n".join(lines) + "\n"


def _link(name: str) -> str:
    return f"[{name}](#acquis-{name.replace(' ', '-')})"


def _command(command: Verb, above: click.Context) -> Iterator[str]:
    context = click.Context(command, parent=above, info_name=command.name)
    usage = " ".join(["acquis", command.name or "", *command.collect_usage_pieces(context)])
    yield f"### acquis {command.name}"
    yield from ["", *_paragraphs(command.help or ""), "", "```text", usage, "```", ""]
    yield from _table(command, context)
    yield from ["", "```bash"]
    for line, meaning in command.examples:
        yield from [f"# {meaning}", line]
    yield "```"


def _paragraphs(words: str) -> list[str]:
    return [line.strip() for line in words.strip().split("\n")]


def _table(command: click.Command, context: click.Context) -> Iterator[str]:
    """Arguments and options; those that every command has stand at the head of the page."""
    yield from ["| argument or option | meaning |", "| --- | --- |"]
    for each in command.get_params(context):
        record = each.get_help_record(context)
        common = isinstance(command, Verb) and {"--archive", "--help"} & set(each.opts)
        if record and not common:
            yield f"| `{_cell(record[0])}` | {_cell(record[1])} |"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
