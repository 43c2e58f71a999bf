"""`acquis demo`: the main job on the sample organisation."""

import click

from acquis.cli._options import verb


@verb(
    "demo",
    ("acquis demo", "Receive, catalogue, structure, find: in a folder that is thrown away"),
    ("acquis demo --keep demo.acquis", "The same, in an archive to play with afterwards"),
)
@click.option("--keep", type=click.Path(), metavar="FOLDER", help="Where to keep the archive of the demonstration.")
def command(keep: str | None) -> None:
    """Shows what acquis does, on documents of an organisation that does not exist."""
    import tempfile
    from pathlib import Path

    from acquis.cli._print import console
    from acquis.demo import run

    if keep:
        run(console(), Path(keep))
        return
    with tempfile.TemporaryDirectory(prefix="acquis-demo-") as folder:
        run(console(), Path(folder) / "demo.acquis")
