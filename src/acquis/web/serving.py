"""Serves the reading room: on this machine alone unless told otherwise, with as many processes as asked for."""

import contextlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from acquis.cycles import collect_seldom
from acquis.errors import AcquisError
from acquis.web.security import new_key
from acquis.web.showing import compiled

if TYPE_CHECKING:
    from litestar import Litestar

    from acquis.secretariat import Secretariat
    from acquis.web.reader import Room

HOST: Final = "127.0.0.1"
PORT: Final = 8765
_LOCAL: Final = ("127.0.0.1", "localhost", "::1")
_PLACE, _KEY, _HOSTS = "ACQUIS_SERVE_ARCHIVE", "ACQUIS_SERVE_KEY", "ACQUIS_SERVE_HOSTS"
_SITE, _MAIL = "ACQUIS_SERVE_SITE", "ACQUIS_SERVE_MAIL"
"""How the processes of one room are told what they serve."""


def addresses(host: str, port: int, key: str) -> tuple[str, str]:
    """Where the room is read by anybody, and where whoever has the key enters."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/", f"http://{shown}:{port}/enter?key={key}"


def ready(archive: "Secretariat") -> None:
    """Brings what is derived up to the archive's last change, for both desks, so that no reader waits for it."""
    compiled()
    for desk in (archive, archive.public):
        desk.find("acquis", limit=1)
        desk.register.events()
        desk.precedents.find("the first words that are looked for", limit=1)
        desk.precedents.families()
    collect_seldom()


def ahead(room: "Room") -> None:
    """Reads what pages would read one by one: the catalogue, and what each text cites. Nobody has to wait for it."""
    from acquis.rest.asker import entries, expressions_of, quotable
    from acquis.web.reader import Ahead

    for inside in (False, True):
        asker = Ahead(room, inside)
        for each in entries(asker)[:1]:
            expressions_of(asker, each.work)
            quotable(asker, str(each.address))
        asker.archive.precedents.ahead()
    collect_seldom()


def refuse_taken(host: str, port: int) -> None:
    """Refuses an address at which something listens already, or where nothing can: before anything is printed."""
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(place)
    except OSError as error:
        raise AcquisError(
            f"Nothing can listen at {host}, port {port} ({error.strerror}). --port takes another."
        ) from error


def hosts(host: str, port: int) -> tuple[str, ...]:
    """The names that a room on this machine alone answers to: a page elsewhere cannot lend it another name."""
    if host not in _LOCAL:
        return ()
    return tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def site_of(host: str, port: int) -> str:
    """Where a room that listens there is found; one that listens everywhere, by the name of its machine.

    >>> site_of("127.0.0.1", 8765), site_of("::1", 80)
    ('http://127.0.0.1:8765', 'http://[::1]:80')
    """
    named = socket.getfqdn() if host in _EVERYWHERE else host
    return f"http://[{named}]:{port}" if ":" in named else f"http://{named}:{port}"


_EVERYWHERE: Final = ("0.0.0.0", "::", "")  # noqa: S104 - the names of all addresses; nothing is bound here


def serve(
    place: str,
    *,
    host: str = HOST,
    port: int = PORT,
    workers: int = 1,
    key: str | None = None,
    site: str = "",
    mail: str = "",
) -> None:
    """Serves the archive at a place until it is interrupted.

    `site` is where the room is found from outside, `mail` whom harvesters write to.
    """
    os.environ |= {_PLACE: place, _KEY: key or new_key(), _HOSTS: ",".join(hosts(host, port))}
    os.environ |= {_SITE: site.rstrip("/") or site_of(host, port), _MAIL: mail}
    choices: dict[str, Any] = {"log_level": "warning", "access_log": False, "server_header": False}
    run(
        "acquis.web.serving:made",
        host=host,
        port=port,
        workers=workers,
        proxy_headers=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=3,
        **choices,
    )


def run(app: str, **choices: Any) -> None:
    """Serves what a function makes, with `workers` processes, until it is interrupted.

    Several processes share a socket that is bound here. It says that nothing is held back to be sent with more: asyncio
    says so of the sockets that it binds itself, and of no other (its protocol is not named), and then each answer that
    is written in two pieces waits 40 ms for the reader's system to acknowledge the first.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    config = uvicorn.Config(app, factory=True, **choices)
    if config.workers == 1:
        uvicorn.run(app, factory=True, **choices)
        return
    with contextlib.closing(config.bind_socket()) as shared, contextlib.suppress(KeyboardInterrupt):
        shared.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Multiprocess(config, sockets=[shared]).run()


def free_port(host: str = HOST, port: int = PORT) -> int:
    """A port at which the room can listen: that one, else any."""
    with contextlib.suppress(AcquisError):
        refuse_taken(host, port)
        return port
    with socket.socket() as tried:
        tried.bind((host, 0))
        return int(tried.getsockname()[1])


@contextlib.contextmanager
def running(app: "Litestar", *, host: str = HOST, port: int = 0) -> Iterator[str]:
    """Serves a room for as long as it is looked at, at any port that is free where none is named; gives its address."""
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(_MOMENT)
        yield f"http://{host}:{server.servers[0].sockets[0].getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join()


def visited(place: str, *, host: str = HOST, port: int = PORT) -> bytes:
    """Serves the archive at a place for as long as it takes to fetch its home page; gives the page."""
    from http.client import HTTPConnection

    os.environ |= {_PLACE: place, _KEY: new_key(), _HOSTS: ",".join(hosts(host, port))}
    os.environ |= {_SITE: site_of(host, port), _MAIL: ""}
    asking = contextlib.closing(HTTPConnection(host, port, timeout=_PATIENCE))
    with running(_room(), host=host, port=port), asking as connection:
        connection.request("GET", "/")
        return connection.getresponse().read()


_MOMENT: Final = 0.05
_PATIENCE: Final = 60
"""Seconds: between two looks whether the room is open, and until its home page must be there."""


def made() -> "Litestar":
    """The room of one process, over the archive that `serve` named; it reads into memory what the first pages need."""
    app = _room()
    room: Room = app.state["room"]

    def read() -> None:
        ready(room.archive)
        ahead(room)

    threading.Thread(target=read, daemon=True).start()
    return app


def _room() -> "Litestar":
    """The room alone: nothing goes on in the background when it is closed."""
    from acquis.secretariat import open_archive
    from acquis.web.app import room

    archive = open_archive(os.environ[_PLACE], create=False)
    key, site, mail = (os.environ[name] for name in (_KEY, _SITE, _MAIL))
    return room(archive, key=key, hosts=tuple(filter(None, os.environ[_HOSTS].split(","))), site=site, mail=mail)
