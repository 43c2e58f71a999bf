"""Opens an archive; receives a file and walks it through every room — read this first."""

import getpass
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from acquis.archive.desk import Desk, Kept
from acquis.archive.preparing import Prepared, prepare
from acquis.errors import AcquisError
from acquis.model import fingerprint

if TYPE_CHECKING:
    from acquis.formats._limits import Limits

DEFAULT = "~/.local/share/acquis/default.acquis"
"""Where the archive is when nobody names one; `ACQUIS_ARCHIVE` or `--archive` does."""


@dataclass(frozen=True)
class Secretariat(Desk):
    """An open archive with all its rooms; `acquis.open` gives one."""

    def receive(
        self,
        paths: Sequence[str],
        *,
        reading: str = "accepted",
        language: str | None = None,
        workers: int = 1,
        limits: "Limits | None" = None,
        wait: float = 0,
        met: Callable[[Kept], None] | None = None,
    ) -> list[Kept]:
        """Receives files, folders, archives or standard input ("-"), each through every room.

        One bad file never stops the others; what was kept before an interruption stays kept, and files that are held
        already are passed over, so that a second run completes the first. `met` is told of each outcome.
        """
        from acquis.formats._limits import Limits
        from acquis.formats._worker import Workers

        bounds = limits or Limits()
        work = partial(_prepared, reading=reading, language=language)
        with self.store.writer(wait=wait), Workers(workers, bounds) as pool:
            batch = _Batch(self, met)
            for made in pool.map_in_order(work, batch.tasks(paths, bounds)):
                batch.take(made)
            batch.close()
        return batch.outcomes


@dataclass
class _Batch:
    """The files of one run on their way, in their order: what waits for a worker, and what is settled."""

    desk: Desk
    met: Callable[[Kept], None] | None
    outcomes: list[Kept] = field(default_factory=list)
    waiting: deque[Kept | str] = field(default_factory=deque)
    ready: list[Prepared] = field(default_factory=list)

    def tasks(self, paths: Sequence[str], limits: "Limits") -> Iterator[tuple[str, bytes]]:
        """The files that have to be read; those that are held or cannot be had are put down in passing."""
        from acquis.formats._gather import Refused, gather

        for found in gather(paths, limits):
            if isinstance(found, Refused):
                self.waiting.append(Kept(found.name, "refused", str(found.error)))
                continue
            try:
                content = found.content()
            except AcquisError as error:
                self.waiting.append(Kept(found.name, "refused", str(error)))
                continue
            if (address := self.desk.held(fingerprint(content))) is not None:
                self.waiting.append(Kept(found.name, "held", "the archive has these bytes already", address))
                continue
            self.waiting.append(found.name)
            yield found.name, content

    def take(self, made: Prepared | AcquisError) -> None:
        """What a worker gives for the first file that waits."""
        self._settle_until_task()
        name = self.waiting.popleft()
        if isinstance(made, AcquisError):
            self._flush()
            self._settle([self.desk.enter(Kept(str(name), "refused", str(made)))])
        else:
            self.ready.append(made)
            if len(self.ready) >= _TOGETHER:
                self._flush()

    def close(self) -> None:
        """What is left is settled."""
        self._settle_until_task()
        self._flush()

    def _settle_until_task(self) -> None:
        while self.waiting and isinstance(self.waiting[0], Kept):
            self._flush()
            kept = self.waiting.popleft()
            assert isinstance(kept, Kept)
            self._settle([self.desk.enter(kept)])

    def _flush(self) -> None:
        if self.ready:
            ready, self.ready = self.ready, []
            self._settle(self.desk.keep(ready))

    def _settle(self, kept: Sequence[Kept]) -> None:
        self.outcomes += kept
        for each in kept:
            if self.met:
                self.met(each)


_TOGETHER = 20
"""How many documents are kept in one transaction: enough that the disk is not the limit, few enough to lose little."""


def _prepared(task: tuple[str, bytes], **choices: Any) -> Prepared:
    name, content = task
    return prepare(content, name, **choices)


def open_archive(
    location: str | os.PathLike[str] | None = None, *, who: str | None = None, create: bool = True
) -> Secretariat:
    """Opens the archive in a folder (made when it is not there) or at a `postgresql://` URL.

    Without a location `ACQUIS_ARCHIVE` names it, else a folder of the user's own. `who` is entered with every change.
    """
    from acquis.archive.tables import METADATA
    from acquis.store import open_store

    chosen = os.fspath(location) if location is not None else os.environ.get("ACQUIS_ARCHIVE", DEFAULT)
    store = open_store(chosen, METADATA, create=create)
    return Secretariat(store, who=who or os.environ.get("ACQUIS_WHO") or getpass.getuser())
