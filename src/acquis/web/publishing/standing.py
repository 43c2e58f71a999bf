"""What a copy is a copy of: the public desk, the release or change it stands at, the documents that were named."""

import datetime
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from acquis import __version__
from acquis.errors import AcquisError, NotHeld
from acquis.model import Pinpoint

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry, Release
    from acquis.secretariat import Secretariat


@dataclass(frozen=True)
class Standing:
    """The archive as a copy sees it. `named` are the texts that were asked for, none for the whole archive."""

    archive: "Secretariat"
    desk: "Secretariat"
    release: "Release | None"
    change: int
    day: datetime.date
    named: tuple[Pinpoint, ...] = ()
    version: str = __version__

    def __str__(self) -> str:
        """The release that was asked for, else the change of the archive."""
        return f"release {self.release.name}" if self.release else f"change {self.change:,}"

    @cached_property
    def held(self) -> "Mapping[str, tuple[Entry, ...]]":
        """Every public text, by its work, in the order of days."""
        found: dict[str, list[Entry]] = {}
        for each in self.desk.list(states=("kept",)):
            found.setdefault(str(each.work), []).append(each)
        return {work: tuple(entries) for work, entries in found.items()}

    @cached_property
    def _best(self) -> dict[str, str | None]:
        return {}

    def best(self, address: str) -> str | None:
        """The expression that answers to an address without a language; None where nothing public does."""
        if address not in self._best:
            try:
                self._best[address] = str(self.desk.get(address).document.address)
            except AcquisError:
                self._best[address] = None
        return self._best[address]

    @property
    def again(self) -> str:
        """What makes the same copy again, where it is of a release."""
        named = " ".join(shlex.quote(each) for each in self.named)
        release = f" --release {shlex.quote(self.release.name)}" if self.release else ""
        return f"acquis publish{f' {named}' if named else ''}{release}"


def standing(archive: "Secretariat", asked: Sequence[str], release: str | None) -> Standing:
    """The public desk as of a release, and the texts that are named in it: refused are those that are not public."""
    from acquis.web.serving import ready

    desk = archive.public.at_release(release) if release else archive.public
    found = next((each for each in desk.releases() if each.name == release), None)
    log = desk.log()
    if not desk.counts()["works"]:
        raise NotHeld("Nothing is marked public, so that there is nothing to publish: acquis mark --help.")
    ready(desk)
    named = tuple(dict.fromkeys(desk.get(each).document.address for each in asked))
    change, at = (found.seq, found.at) if found else (log[-1]["seq"], log[-1]["at"])
    return Standing(archive, desk, found, change, datetime.date.fromisoformat(at[:10]), named)
