"""Opens an archive; receives a file and walks it through every room — read this first."""

import getpass
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from acquis.archive.corrections import Edited, checked, enter_fact
from acquis.archive.desk import Desk, Kept
from acquis.archive.preparing import Prepared, prepare
from acquis.errors import AcquisError
from acquis.model import Basis, Claim, Pinpoint, fingerprint

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.briefing.citing import Cited
    from acquis.briefing.dossier import Dossier
    from acquis.briefing.dossier_check import Verified
    from acquis.briefing.dossier_record import Contents
    from acquis.briefing.dossier_selection import Line
    from acquis.briefing.ledger import Ledger
    from acquis.formats._limits import Limits
    from acquis.precedents.desk import Precedents
    from acquis.register.desk import Register

DEFAULT = "~/.local/share/acquis/default.acquis"
"""Where the archive is when nobody names one; `ACQUIS_ARCHIVE` or `--archive` does."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file would become if it were added, with what the reader is not sure of; a person may edit it."""

    name: str
    sha256: str
    outcome: str
    address: Pinpoint | None = None
    title: str | None = None
    day: str | None = None
    day_is: str | None = None
    place: str | None = None
    organisation: str | None = None
    organ: str | None = None
    kind: str | None = None
    language: str | None = None
    standing: str | None = None
    symbol: str | None = None
    source: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Secretariat(Desk):
    """An open archive with all its rooms; `acquis.open` gives one."""

    @cached_property
    def public(self) -> "Secretariat":
        """The same archive as everybody may see it: as if it held public documents alone, and only to be read."""
        from acquis.archive.public import public_store

        return self if self.store.window else replace(self, store=public_store(self.store), who="")

    @cached_property
    def precedents(self) -> "Precedents":
        """Where words were agreed before: the room of agreed language, as of the archive's change."""
        from acquis.precedents.desk import Precedents

        return Precedents(self.store, at=self.at)

    @cached_property
    def register(self) -> "Register":
        """Who was what on which day: the room of members, organs, instruments and names."""
        from acquis.register.desk import Register

        return Register(self.store, at=self.at, who=self.who)

    def correct(self, asked: str, field: str, value: str, *, because: str) -> Edited:
        """A field of a record, or of an event by its address (ev-…), has another value; it can be undone."""
        if not asked.startswith("ev-"):
            return super().correct(asked, field, value, because=because)
        name, _, claim = asked.partition("/")
        value = claim if field == "withdrawn" and claim else value
        event = self.register.event(name)
        value = self.register.correction(event, field, value)
        claims, texts = self.register.claims(event), self.register.tellers(event)
        with self.store.writing(wait=30) as db:
            told = {"claims": claims, "texts": texts}
            number = enter_fact(db, event, who=self.who, because=because, field=field, value=value, **told)
        return Edited(number, f"{field} of {event} is {value!r}", event)

    def cited(self, asked: str) -> "tuple[Cited, ...]":
        """The instruments that a document cites, each with its state on the citing day and what proves it."""
        from acquis.briefing.citing import cited_in

        return cited_in(self.get(asked).document, self.register)

    def brief(self, what: str, *, against: Sequence[str] = (), met: Callable[[int], None] | None = None) -> "Brief":
        """What a text says that matters, beside the one of its series that came before it.

        The text is held, by its address or name, or a file: one that the archive has is taken from it. `against` names
        the text to compare with; `met` is told of each sentence that is looked up, by how many there are.
        """
        from acquis.archive.keeping import document_of_prepared
        from acquis.briefing.brief import brief_of

        path = Path(what)
        if not path.is_file():
            return brief_of(self, self.get(what).document, held=True, against=against, met=met)
        content = path.read_bytes()
        if (address := self.held(fingerprint(content))) is not None:
            return brief_of(self, self.get(str(address)).document, held=True, against=against, met=met)
        prepared = prepare(content, path.name)
        document = document_of_prepared(prepared, prepared.catalogued.address)
        return brief_of(self, document, held=False, against=against, met=met)

    def assent(self, what: str) -> "Ledger":
        """Who assented to a passage, by its address, or to a phrase: what each state did about each text held."""
        from acquis.briefing.ledger import ledger

        return ledger(self.precedents, self.register, what)

    def dossier(
        self, selection: "Sequence[str | Line]", *, title: str = "", met: Callable[[int], None] | None = None
    ) -> "Dossier":
        """A selection of passages, tables, certificates and diffs as a dossier, of the archive as it stands here.

        A line is a thing as a person writes it: `Halmor 2005#p6`, `diff "EARLIER" "LATER"`, `who osr on 2011-06-15`.
        Its `files` are what it is kept as; `met` is told of each item, by how many there are.
        """
        from acquis.briefing.dossier import dossier_of

        return dossier_of(self, selection, title=title, met=met)

    def verify_dossier(self, place: str) -> "Verified":
        """A kept dossier, a folder or a zip file, held against this archive: what is not as it was."""
        from acquis.briefing.dossier_check import verified
        from acquis.briefing.dossier_files import read

        return verified(self, read(Path(place)), certified=self._certified)

    def _certified(self, contents: "Contents") -> "Precedents":
        """The room in which the certificates of a dossier are made again: as of what it was made of."""
        seen = self.public if contents.public else self
        return seen.precedents if contents.release else replace(seen, at=contents.change).precedents

    def receive(
        self,
        paths: Sequence[str],
        *,
        reading: str = "accepted",
        language: str | None = None,
        workers: int = 1,
        limits: "Limits | None" = None,
        wait: float = 0,
        marking: str | None = None,
        given: Mapping[str, Mapping[str, str]] | None = None,
        met: Callable[[Kept], None] | None = None,
    ) -> Sequence[Kept]:
        """Receives files, folders, archives or standard input ("-"), each through every room.

        One bad file never stops the others; what was kept before an interruption stays kept, and files that are held
        already are passed over, so that a second run completes the first. `marking` is that of all that are new;
        `given` are a person's fields for files, by fingerprint. Both count as corrections. `met` is told of each
        outcome.
        """
        from acquis.formats._limits import Limits
        from acquis.formats._worker import Workers

        bounds = limits or Limits()
        every = _claimed({"marking": marking} if marking else {})
        claims = {sha256: _claimed(fields) for sha256, fields in (given or {}).items()}
        work = partial(_prepared, reading=reading, language=language, every=every, given=claims, limits=bounds)
        with self.store.writer(wait=wait), Workers(workers, bounds, preload=_PRELOAD) as pool:
            batch = _Batch(self, met)
            for made in pool.map_in_order(work, batch.tasks(paths, bounds)):
                batch.take(made)
            batch.close()
        return batch.outcomes

    def survey(
        self,
        paths: Sequence[str],
        *,
        reading: str = "accepted",
        language: str | None = None,
        workers: int = 1,
        limits: "Limits | None" = None,
    ) -> Sequence[Survey]:
        """What each file would become; nothing is kept."""
        from acquis.formats._limits import Limits
        from acquis.formats._worker import Workers

        bounds = limits or Limits()
        work = partial(_prepared, reading=reading, language=language, limits=bounds)
        batch = _Batch(self, None)
        found: list[Survey] = []
        with Workers(workers, bounds, preload=_PRELOAD) as pool:
            for made in pool.map_in_order(work, batch.tasks(paths, bounds)):
                found += batch.surveyed()
                name = str(batch.waiting.popleft())
                found.append(Survey(name, "", f"refused: {made}") if isinstance(made, AcquisError) else _survey(made))
        return [*found, *batch.surveyed()]


def _survey(prepared: Prepared) -> Survey:
    record = prepared.catalogued.record
    day, which = record.day
    names = ("title", "place", "organisation", "organ", "kind", "language", "standing", "symbol", "source")
    return Survey(
        name=prepared.file.name,
        sha256=prepared.file.sha256,
        outcome="new",
        address=prepared.catalogued.address,
        day=str(day) if day else None,
        day_is=which if day else None,
        doubts=(*prepared.packed.doubts, *prepared.catalogued.doubts),
        **{name: record.value(name) for name in names},
    )


@dataclass
class _Batch:
    """The files of one run on their way, in their order: what waits for a worker, and what is settled."""

    desk: Desk
    met: Callable[[Kept], None] | None
    outcomes: list[Kept] = field(default_factory=list)
    waiting: deque[Kept | str] = field(default_factory=deque)
    ready: list[Prepared] = field(default_factory=list)
    flushed: float = field(default_factory=time.monotonic)

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
            if len(self.ready) >= _TOGETHER or time.monotonic() > self.flushed + _SECONDS:
                self._flush()

    def close(self) -> None:
        """What is left is settled."""
        self._settle_until_task()
        self._flush()

    def surveyed(self) -> list[Survey]:
        """The files at the head of the line that need no reading, as lines of a survey."""
        found = []
        while self.waiting and isinstance(self.waiting[0], Kept):
            kept = self.waiting.popleft()
            assert isinstance(kept, Kept)
            outcome = "held" if kept.outcome == "held" else f"refused: {kept.line}"
            found.append(Survey(kept.name, "", outcome, kept.address))
        return found

    def _settle_until_task(self) -> None:
        while self.waiting and isinstance(self.waiting[0], Kept):
            self._flush()
            kept = self.waiting.popleft()
            assert isinstance(kept, Kept)
            self._settle([self.desk.enter(kept)])

    def _flush(self) -> None:
        if self.ready:
            ready, self.ready = self.ready, []
            self.flushed = time.monotonic()
            self._settle(self._kept(ready))

    def _kept(self, ready: Sequence[Prepared]) -> Sequence[Kept]:
        """Keeps documents together; where the database cannot hold one of them, each alone, and that one is refused."""
        from sqlalchemy import exc

        try:
            return self.desk.keep(ready)
        except exc.OperationalError:
            raise
        except (exc.StatementError, ValueError) as error:
            if len(ready) > 1:
                return [kept for each in ready for kept in self._kept([each])]
            why = " ".join(str(error).split("\n")[0].split())[:200]
            return [self.desk.enter(Kept(ready[0].file.name, "refused", f"the database cannot hold it: {why}"))]

    def _settle(self, kept: Sequence[Kept]) -> None:
        self.outcomes += kept
        for each in kept:
            if self.met:
                self.met(each)


_TOGETHER = 20
_SECONDS = 0.1
"""So many documents, or what was read in so long, are kept in one transaction. Short turns: the worker reads on while
one document is written, and an interruption loses little."""

_PRELOAD = ("acquis.formats._worker", "acquis.archive.preparing", "acquis.structure.read", "acquis.structure.citations")
"""What the process that workers come from loads once, so that each starts at once."""


def _prepared(
    task: tuple[str, bytes],
    *,
    every: Sequence[Claim] = (),
    given: Mapping[str, Sequence[Claim]] = MappingProxyType({}),
    **choices: Any,
) -> Prepared:
    """A file read; what is given for it goes before what is given for every file."""
    name, content = task
    claims = {claim.field: claim for claim in (*every, *given.get(fingerprint(content), ()))}
    return prepare(content, name, given=tuple(claims.values()), **choices)


def _claimed(fields: Mapping[str, str]) -> tuple[Claim, ...]:
    """A person's fields as claims; a field that is not one of a record is refused before anything is read."""
    because = "given when the file was added"
    return tuple(Claim(field, checked(field, value), Basis.CORRECTION, why=because) for field, value in fields.items())


def open_archive(
    location: str | os.PathLike[str] | None = None, *, who: str | None = None, create: bool = True
) -> Secretariat:
    """Opens the archive in a folder (made when it is not there) or at a `postgresql://` URL.

    Without a location `ACQUIS_ARCHIVE` names it, else a folder of the user's own. `who` is entered with every change.
    """
    from acquis.archive.migrations import MIGRATIONS
    from acquis.archive.tables import METADATA
    from acquis.store import open_store

    chosen = os.fspath(location) if location is not None else os.environ.get("ACQUIS_ARCHIVE", DEFAULT)
    store = open_store(chosen, METADATA, create=create, migrations=MIGRATIONS)
    return Secretariat(store, who=who or os.environ.get("ACQUIS_WHO") or getpass.getuser())
