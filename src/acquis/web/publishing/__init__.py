"""Published copies: pages of the room as a folder, or as one file that opens anywhere, without acquis or a network.

A copy is made of the answers of the room itself, asked in this process by a reader who has not entered: what is not
public can show in it no more than there. The room is asked for every page first, because only then a link can be told:
one to a page of the copy leads there, any other is a link no more.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.model import fingerprint

if TYPE_CHECKING:
    from acquis.secretariat import Secretariat

MOST: Final = 3_000_000
"""Bytes of a single file: as much as any mailbox takes."""

PARTS: Final = ("margin", "compare", "languages", "colours", "lineage", "assent", "citations")
"""What a copy can do without."""


class Published(Struct, frozen=True):
    """What was written. `sha256` is that of the file, or of the list of a folder's sums; `left_out` says why."""

    to: str
    pages: int
    documents: int
    bytes: int
    sha256: str
    stands: str
    left_out: tuple[str, ...]


def publish(
    archive: "Secretariat",
    asked: Sequence[str],
    to: str,
    *,
    release: str | None = None,
    without: Sequence[str] = (),
    force: bool = False,
    met: Callable[[int], None] = lambda _: None,
) -> Published:
    """Writes the public pages of some documents, of the whole archive where none is asked for.

    `to` is a file where it ends in .html, else a folder. `without` are `PARTS` that are not wanted; `met` is
    told of each page, by about how many there will be. The same release gives the same bytes. Cost: that of the answers
    of the room, for the margin one for each paragraph.
    """
    from tempfile import TemporaryDirectory

    from acquis.web.publishing.asking import asked as opened
    from acquis.web.publishing.choosing import chosen, expected
    from acquis.web.publishing.folder import folder
    from acquis.web.publishing.links import Links
    from acquis.web.publishing.placing import beside, target_of
    from acquis.web.publishing.single import single
    from acquis.web.publishing.standing import standing
    from acquis.web.publishing.taking import Taker

    target, stand = target_of(archive, to, force=force), standing(archive, asked, release)
    count, most = expected(stand, without), 4 * MOST if target.one_file else None
    with beside(target) as place, opened(stand) as ask, TemporaryDirectory(prefix="acquis-publish-") as waiting:
        taker = Taker(ask, Path(waiting), margin="margin" not in without, data=not target.one_file)
        leaves, left_out = taker.all(chosen(stand, taker, without), lambda: met(count), most=most)
        links = Links(leaves, stand.best)
        sums = (single if target.one_file else folder)(stand, leaves, links, left_out, place.new)
        size = sum(each.stat().st_size for each in (place.new, *place.new.rglob("*")) if each.is_file())
        place.keep()
    return Published(
        to=str(target.path),
        pages=len(leaves),
        documents=len({each.sheet.of for each in leaves if each.sheet.of}),
        bytes=size,
        sha256=fingerprint(sums),
        stands=str(stand),
        left_out=tuple(left_out),
    )
