"""Which works each text cites: the evidence that of two texts of one day the one comes from the other."""

import threading
from collections.abc import Iterable, Mapping
from sys import intern

from acquis.archive import queries
from acquis.archive.packing import cited
from acquis.model import Pinpoint
from acquis.precedents.kin import Cites
from acquis.store import Store


class Citing:
    """The works that readings cite. A reading never changes: what was read once is kept, whatever the archive becomes.

    Cost: a millisecond a text, when it is asked about for the first time, and some hundred bytes.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._known = store, dict[int, frozenset[str]]()
        self._reading = threading.Lock()

    def works(self, reading: int) -> frozenset[str]:
        """The works that a reading cites."""
        if (found := self._known.get(reading)) is None:
            with self._store.reading() as db:
                body = queries.body(db, reading)
            found = frozenset(intern(str(Pinpoint(target).work)) for target in cited(body))
            self._known[reading] = found
        return found

    def read(self, readings: Iterable[int]) -> None:
        """Reads all of them ahead, where nobody else is just doing so."""
        if self._reading.acquire(blocking=False):
            try:
                for each in readings:
                    self.works(each)
            finally:
                self._reading.release()

    def between(self, readings: Mapping[str, int]) -> Cites:
        """Whether the text at the one address cites a work; `readings` are those of the texts."""
        return lambda address, work: work in self.works(readings[address])
