"""The reading room over one open archive: its pages, its limits, its refusals."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from acquis import errors, shelf
from acquis.web.problems import failed, fault, refused
from acquis.web.reader import Room, reader_of
from acquis.web.security import Bounded, Limits, csrf, seal, throttle

if TYPE_CHECKING:
    from litestar import Litestar

    from acquis.secretariat import Secretariat

STATIC: Final = Path(__file__).parent / "static"
LIMITS: Final = Limits()


def room(
    archive: "Secretariat",
    *,
    key: str | None = None,
    limits: Limits = LIMITS,
    hosts: tuple[str, ...] = (),
    site: str = "",
    mail: str = "",
) -> "Litestar":
    """The application over one open archive.

    Whoever reads without an account sees what is public. Whoever enters with the `key` sees everything, with markings
    printed, and may correct and annotate; without a key nobody can. `hosts` are the names that it answers to, any
    where none is given. `site` is the address that feeds and harvesters are given of it, `mail` whom these write to;
    without them both follow from the name that a request gives it.
    """
    from litestar import Litestar
    from litestar.config.compression import CompressionConfig
    from litestar.datastructures import CacheControlHeader, State
    from litestar.di import Provide
    from litestar.exceptions import HTTPException
    from litestar.static_files import create_static_files_router

    entries = list(shelf.entries("acquis.web.pages").values())
    files = create_static_files_router(
        "/static", [STATIC], cache_control=CacheControlHeader(max_age=31_536_000, immutable=True)
    )
    return Litestar(
        [*(each for entry in entries for each in entry.handlers), files],
        dependencies={"reader": Provide(reader_of, sync_to_thread=True)},
        middleware=[Bounded(limits), *throttle(limits)],
        allowed_hosts=list(hosts) or None,
        csrf_config=csrf(key),
        before_send=[seal],
        compression_config=CompressionConfig("gzip", minimum_size=800, gzip_compress_level=5, exclude=r"\.png$"),
        exception_handlers={errors.AcquisError: refused, HTTPException: failed, Exception: fault},
        request_max_body_size=limits.body,
        openapi_config=None,
        logging_config=None,
        state=State(
            {
                "room": Room(archive, key, site, mail, limits.parts),
                "served": {entry.path for entry in entries},
                "nav": sorted((entry for entry in entries if entry.nav), key=lambda entry: entry.order),
            }
        ),
    )
