"""`acquis mcp`: the archive for an assistant, over standard input and output."""

import click

from acquis.cli._options import opened, verb


@verb(
    "mcp",
    ("acquis mcp", "The public documents, for a program that starts it as an MCP server"),
    ("acquis mcp --all", "Everything that is held, for an assistant of your own"),
)
@click.option("--all", "everything", is_flag=True, help="Everything that is held, and not public documents alone.")
def command(*, everything: bool) -> None:
    """Answers an assistant over the Model Context Protocol, until it closes the line.

    It quotes with addresses and says what was searched, and it changes nothing. What is not marked public it does not
    see, unless --all is given: then its answers go wherever that assistant sends them.
    """
    from acquis.mcp import serve

    serve(opened(), everything=everything)
