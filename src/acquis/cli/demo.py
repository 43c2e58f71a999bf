"""`acquis demo`: the main job on the sample organisation, a brief, and its reading room."""

import sys
from typing import TYPE_CHECKING, Final

import click

from acquis.cli._options import verb

if TYPE_CHECKING:
    from pathlib import Path

_LAST: Final = "Belovesk 2019"


@verb(
    "demo",
    ("acquis demo", "Receive, catalogue, structure, find, brief: in a folder that is thrown away"),
    ("acquis demo --keep demo.acquis", "The same, in an archive to play with afterwards"),
)
@click.option("--keep", type=click.Path(), metavar="FOLDER", help="Where to keep the archive of the demonstration.")
def command(keep: str | None) -> None:
    """Shows what acquis does, on documents of an organisation that does not exist."""
    import tempfile
    from pathlib import Path

    if keep:
        _show(Path(keep))
        return
    # Whoever ends the room while its first pages are made ready still leaves a clean end.
    with tempfile.TemporaryDirectory(prefix="acquis-demo-", ignore_cleanup_errors=True) as folder:
        _show(Path(folder) / "demo.acquis")


def _show(folder: "Path") -> None:
    """The main job step by step, then the brief of the last declaration, then the reading room."""
    from acquis.cli._paper import forty_lines
    from acquis.cli._print import console, put
    from acquis.demo import run
    from acquis.secretariat import open_archive

    run(console(), folder)
    archive = open_archive(folder, create=False)
    console().rule(f"8. What the declaration {_LAST} says that matters")
    put(forty_lines(archive.brief(_LAST)))
    archive.store.close()
    console().rule("9. The reading room")
    _room(str(folder))


def _room(place: str) -> None:
    """With a terminal the room is open until Ctrl-C; without one its home page is fetched, and that is all."""
    from acquis.cli._print import put
    from acquis.web.security import new_key
    from acquis.web.serving import HOST, addresses, free_port, serve, visited

    port, key = free_port(), new_key()
    public, own = addresses(HOST, port, key)
    if sys.stdin.isatty() and sys.stdout.isatty():
        put(f"public       {public}\nas yourself  {own}\nCtrl-C ends it.\n")
        serve(place, port=port, key=key)
    else:
        page = visited(place, port=port)
        put(f"{public} was open for a moment: its home page has {len(page):,} bytes. `acquis serve` opens it.\n")
