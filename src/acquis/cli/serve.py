"""`acquis serve`: the reading room of the archive."""

import click

from acquis.cli._options import opened, verb
from acquis.cli._print import say


@verb(
    "serve",
    ("acquis serve", "The reading room at http://127.0.0.1:8765/, for this machine alone"),
    ("acquis serve --port 8080 --workers 2", "At another port, with two processes"),
)
@click.option("--host", default="127.0.0.1", metavar="NAME", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8765, metavar="NUMBER", show_default=True, help="The port."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, metavar="NUMBER", show_default=True, help="How many processes."
)
@click.option("--url", default="", metavar="URL", help="Where the room is found, if not there: behind a proxy, say.")
@click.option("--mail", default="", metavar="ADDRESS", help="Whom those who harvest the catalogue (OAI-PMH) write to.")
def command(*, host: str, port: int, workers: int, url: str, mail: str) -> None:
    """Serves the reading room until Ctrl-C.

    Two addresses are printed. At the first one anybody reads what is marked public. The second one holds a key, made
    anew each time: whoever enters with it sees everything that is held, and may correct and annotate.
    """
    from acquis.cli._print import put
    from acquis.web.security import new_key
    from acquis.web.serving import addresses, ready, refuse_taken, serve

    archive, key = opened(), new_key()
    refuse_taken(host, port)
    say("Bringing what is derived from the archive up to date …")
    ready(archive)
    public, own = addresses(host, port, key)
    put(f"public       {public}\nas yourself  {own}\n")
    if not archive.public.counts()["works"]:
        say("Nothing is marked public yet, so that the first address shows no text: acquis mark --help.")
    say("Ctrl-C ends it.")
    archive.store.close()
    serve(archive.store.location, host=host, port=port, workers=workers, key=key, site=url, mail=mail)
