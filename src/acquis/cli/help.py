"""`acquis help`: what is not about one command: exit codes, addresses, the archive."""

from collections.abc import Callable
from typing import Final

import click

from acquis.cli._options import verb
from acquis.cli._print import put

_ADDRESSES: Final = """\
An address names a work, an expression of it, a part, a sentence or words. It never changes and is never reused.

  sco:2011-06-15/astana-declaration            a work: organisation, day and name where no symbol is printed
  un:A/RES/70/1                                a work by its symbol
  un:A/RES/70/1@en                             an expression: the authentic or official text in that language
  sco:2007-08-16/bishkek-declaration@en-x-worldjpn     an expression from another source
  un:A/RES/70/1@en#op12.a                      a part: operative paragraph 12 (a)
  sco:2011-06-15/astana-declaration@en#p14.s2  a sentence
  un:A/RES/70/1@en#op12.a~14-63                words: characters 14 to 63 of the paragraph's text, the end left out
  un:A/RES/70/1@en#op3..op7                    a range of parts
  file:2f37a318aad8                            a text that could not be identified, by its bytes

Units: title pre sec ch part art pp op p item b h note sig tbl annex, with the printed number; counted where none is
printed. Every command also takes what people type: "Astana 2011", A/RES/61/88, "res 1973 (2011)", "Astana 2011#p3".
"""

_ARCHIVE: Final = """\
The archive is one folder that can be copied, or a PostgreSQL database. It is named, in this order, by

  --archive PLACE       before or after the command
  ACQUIS_ARCHIVE        in the environment
  otherwise             a folder of your own, which the first `acquis add` makes

PLACE is a folder or postgresql://user@host/database. `acquis status` shows which one it is. One process writes at a
time; any number read. ACQUIS_WHO is the name that is entered with every change (otherwise your login name).
Output: tables for people, --json for one JSON document, --csv for a spreadsheet; messages go to the error stream.
No colours in a pipe or with NO_COLOR. COLUMNS sets the width.
"""


@verb(
    "help",
    ("acquis help exit-codes", "What the number means that a command ends with"),
    ("acquis help addresses", "How addresses are written"),
)
@click.argument("topic", required=False, metavar="[TOPIC]", help="exit-codes, addresses, archive, or a command.")
@click.pass_context
def command(ctx: click.Context, topic: str | None) -> None:
    """Explains exit codes, addresses, the archive, or a command."""
    root = ctx.find_root()
    assert isinstance(root.command, click.Group)
    if topic is None:
        put(root.get_help() + "\n")
    elif topic in _TOPICS:
        put(_TOPICS[topic]())
    elif (other := root.command.get_command(root, topic)) is not None:
        put(other.get_help(other.make_context(topic, [], parent=root, resilient_parsing=True)) + "\n")
    else:
        raise click.UsageError(f"Nothing is told about {topic!r}. Topics: {', '.join(_TOPICS)}, or a command.")


def exit_codes() -> str:
    """The exit codes as lines."""
    from acquis.cli._exit import CODES

    return "".join(f"{code:>4}  {meaning}\n" for code, meaning in sorted(CODES.items()))


_TOPICS: Final[dict[str, Callable[[], str]]] = {
    "exit-codes": exit_codes,
    "addresses": lambda: _ADDRESSES,
    "archive": lambda: _ARCHIVE,
}
