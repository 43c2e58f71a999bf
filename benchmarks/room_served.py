"""The reading room as `acquis serve` serves it, but that it counts no requests: they all come from one client here.

`python -m benchmarks.room_served FOLDER PORT WORKERS SCRATCH`. A process that has read what pages need says so by a
file in the scratch folder.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from acquis.secretariat import open_archive
from acquis.web.app import room
from acquis.web.security import Limits
from acquis.web.serving import HOST, ahead, ready, run

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

_PLACE, _SCRATCH = "ACQUIS_BENCHMARK_ARCHIVE", "ACQUIS_BENCHMARK_SCRATCH"


def made() -> "ASGIApp":
    """The room of one process, which says in each answer which one it is."""
    archive = open_archive(os.environ[_PLACE], create=False)
    ready(archive.public)
    app = room(archive, limits=Limits(requests=None))
    ahead(app.state["room"])
    (Path(os.environ[_SCRATCH]) / str(os.getpid())).touch()

    async def told(scope: "Scope", receive: "Receive", send: "Send") -> None:
        async def named(message: "Message") -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-process", str(os.getpid()).encode())]
            await send(message)

        await app(scope, receive, named)

    return told


if __name__ == "__main__":
    os.environ |= {_PLACE: sys.argv[1], _SCRATCH: sys.argv[4]}
    run(
        "benchmarks.room_served:made",
        host=HOST,
        port=int(sys.argv[2]),
        workers=int(sys.argv[3]),
        log_level="warning",
        access_log=False,
        timeout_worker_healthcheck=600,
    )
