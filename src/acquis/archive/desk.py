"""The archive's front desk: keeps documents, takes corrections and notes, names releases."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acquis.archive import queries
from acquis.archive.checking import Fault, check
from acquis.archive.corrections import (
    RELATIONS,
    Edited,
    Reread,
    add_reading,
    checked,
    enter,
    lead,
    move_row,
    recatalogue,
    reread_row,
)
from acquis.archive.holdings import Holdings, Place, Release, release_hash
from acquis.archive.keeping import catalogue_row, document_of_prepared, rival_address
from acquis.archive.kinship import common_work
from acquis.archive.packing import from_json
from acquis.archive.preparing import Prepared
from acquis.archive.public import may_be_quoted
from acquis.archive.resolve import as_address
from acquis.archive.transfer import backup, export_everything, import_everything
from acquis.errors import BadAddress, BadEdit, NotHeld, UnknownName
from acquis.model import Claim, Evidence, Pinpoint

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one file: "kept", "held" (the same bytes), "copy" (the same words), "rival", or "refused".

    `line` says it in one sentence; `doubts` are what the reader was not sure of.
    """

    name: str
    outcome: str
    line: str
    address: Pinpoint | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk(Holdings):
    """The verbs of the archive's room. Every change is one transaction, and enters the custody log with who made it."""

    # --- keeping -------------------------------------------------------------------------------------------------

    def keep(self, prepared: Sequence[Prepared]) -> list[Kept]:
        """Keeps documents in one transaction, in their order; all of them are kept, or none."""
        with self.store.writing(wait=30) as db:
            outcomes = [self._keep(db, each) for each in prepared]
            queries.add_reports(db, [self._report(db, kept) for kept in outcomes])
        return outcomes

    def enter(self, kept: Kept) -> Kept:
        """Enters in the report what became of a file that is not kept: it was refused, or is held already."""
        with self.store.writing(wait=30) as db:
            if kept.outcome == "refused":
                queries.add_change(db, "refuse", kept.name[:500], who=self.who, because=kept.line)
            queries.add_reports(db, [self._report(db, kept)])
        return kept

    def _report(self, db: "Connection", kept: Kept) -> dict[str, Any]:
        odd = kept.outcome not in ("kept", "held") or bool(kept.doubts)
        line = "; ".join([kept.line, *kept.doubts])
        seq = queries.last_change(db)
        address = str(kept.address) if kept.address else None
        return {"seq": seq, "name": kept.name, "outcome": kept.outcome, "address": address, "line": line, "odd": odd}

    def _keep(self, db: "Connection", prepared: Prepared) -> Kept:
        """One document: held already, a copy, a rival, or new."""
        file, built = prepared.file, prepared.packed.shape
        if queries.has_file(db, file.sha256):
            rows = queries.by_file(db, file.sha256)
            address = Pinpoint(rows[0].address) if rows else None
            return Kept(file.name, "held", "the archive has these bytes already", address)
        own = prepared.catalogued.address
        wanted, moving = common_work(db, prepared.catalogued.record, own, built)
        state, address, line, unnamed = self._identity(db, prepared, wanted if wanted != own else _led(db, own))
        seq = queries.add_change(db, "add", str(address), who=self.who, because=line, file=file.name)
        values = {"sha256": file.sha256, "name": file.name, "size": file.size, "media_type": file.media_type}
        queries.add_file(db, **values, encoding=file.encoding, content=prepared.content, seq=seq)
        reading = add_reading(db, prepared)
        doubts = prepared.catalogued.doubts
        row = catalogue_row(prepared.catalogued.record, address, doubts)
        queries.add_expression(db, **row, state=state, shape=built, reading=reading, since=seq)
        for other in moving:
            move_row(db, other, Pinpoint(f"{address.work}@{other.language}"), seq)
        for other in unnamed:
            move_row(db, other, address, seq, state="copy")
        if address == wanted != own:
            lead(db, own, address, seq)
        for claim in prepared.given:
            self._enter_given(db, prepared, address, claim)
        return Kept(file.name, state, line, address, (*prepared.packed.doubts, *doubts))

    def _enter_given(self, db: "Connection", prepared: Prepared, address: Pinpoint, claim: Claim) -> None:
        """What a person gave with the file is a correction like any other: it survives re-reading."""
        document = document_of_prepared(prepared, address)
        because = claim.why or "given when the file was added"
        enter(db, "correct", document, address, who=self.who, because=because, field=claim.field, value=claim.value)

    def _identity(
        self, db: "Connection", prepared: Prepared, wanted: Pinpoint
    ) -> tuple[str, Pinpoint, str, Sequence[Any]]:
        """What the text is beside those held, its address, the line that says so, and the rows that it names.

        Those are the same words, kept before under their fingerprint alone: they become copies of this text.
        """
        same = queries.by_words(db, prepared.packed.words_hash)
        kept = [row for row in same if row.state == "kept" and (row.work == wanted.work or wanted.scheme == "file")]
        if kept:
            return "copy", Pinpoint(kept[0].address), f"the same words as {kept[0].address}: kept as another copy", ()
        if queries.by_address(db, wanted) is None and queries.forward(db, wanted) is None:
            unnamed = [row for row in same if row.state in ("kept", "copy") and Pinpoint(row.work).scheme == "file"]
            return "kept", wanted, "kept", unnamed
        address = rival_address(wanted, queries.like_address(db, str(wanted.work)))
        return "rival", address, f"claims {wanted}, which is held with other words: kept beside it as a rival", ()

    # --- corrections and notes -----------------------------------------------------------------------------------

    def correct(self, asked: str, field: str, value: str, *, because: str) -> Edited:
        """A field of the record has another value; with a work's address it holds for all its expressions."""
        value = checked(field, value)
        place = self.get(asked)
        target = (
            place.document.address if (as_address(asked) or place.address).language else place.document.address.work
        )
        with self.store.writing(wait=30) as db:
            number, seq = enter(
                db, "correct", place.document, target, who=self.who, because=because, field=field, value=value
            )
            rows = [queries.by_address(db, target)] if target.language else self._expressions(db, target)
            addresses = [recatalogue(db, row, seq) for row in rows]
        return Edited(number, f"{field} of {target} is {value!r}", addresses[0])

    def rename(self, asked: str, slug: str, *, because: str) -> Edited:
        """The work is called by another slug; the old address forwards to the new one for ever."""
        place = self.get(asked)
        if place.document.record.value("symbol"):
            raise BadEdit(f"{place.document.address.work} is named by its symbol; correct the symbol instead.")
        if place.document.address.scheme == "file":
            raise BadEdit(
                f"{place.document.address.work} is named by its bytes, because its organisation, title or day is not "
                "known; correct organisation, title or date.adoption first."
            )
        return self.correct(place.document.address.work, "slug", slug, because=because)

    def mark(self, asked: str, marking: str, *, rights: str = "", because: str) -> Edited:
        """The document is public, internal or restricted; `rights` is its rights statement."""
        done = self.correct(asked, "marking", marking, because=because)
        return self.correct(asked, "rights", rights, because=because) if rights else done

    def join(self, first: str, second: str, *, because: str) -> Edited:
        """Two paragraphs that follow one another are one."""
        one, other = self.get(first), self._beside(first, second)
        words = {"first": _own(one), "second": _own(Place(one.document, other))}
        return self._reread_with("join", one, because, **words)

    def split(self, asked: str, *, at: str, because: str) -> Edited:
        """One paragraph is two: the second starts with the words `at`."""
        place = self.get(asked)
        whole = _own(place)
        if whole.count(at) != 1:
            raise BadEdit(
                f"{at!r} stands {whole.count(at)} times in {place.address}; give words that stand there once."
            )
        return self._reread_with("split", place, because, whole=whole, at=whole.index(at))

    def relate(self, first: str, second: str, *, relation: str, because: str) -> Edited:
        """Two texts or passages are, or are not, related so; "different" holds for ever."""
        if relation not in RELATIONS:
            raise UnknownName("relation", relation, RELATIONS)
        one, other = self.get(first), self.get(second)
        with self.store.writing(wait=30) as db:
            body = {"other": str(other.address), "relation": relation}
            number, _ = enter(db, "relate", one.document, one.address, who=self.who, because=because, **body)
        return Edited(number, f"{one.address} and {other.address}: {relation}", one.address)

    def note(self, asked: str, text: str, *, because: str = "a note") -> Edited:
        """A note stands beside the words at an address."""
        place = self.get(asked)
        with self.store.writing(wait=30) as db:
            number, _ = enter(db, "note", place.document, place.address, who=self.who, because=because, text=text)
        return Edited(number, f"noted at {place.address}", place.address)

    def withdraw(self, asked: str, *, because: str) -> Edited:
        """The document is no longer given out; its address leads to a tombstone that says why."""
        place = self.get(asked)
        address = place.document.address
        with self.store.writing(wait=30) as db:
            number, seq = enter(db, "withdraw", place.document, address, who=self.who, because=because)
            row = queries.by_address(db, address)
            move_row(db, row, address, seq, state="withdrawn")
        return Edited(number, f"{address} is withdrawn", address)

    def undo(self, number: int, *, because: str) -> Edited:
        """A correction or note no longer holds; both stay in the log."""
        with self.store.writing(wait=30) as db:
            edit = queries.edit(db, number)
            if edit is None or edit.undone is not None:
                raise NotHeld(f"There is no correction {number} that holds. `acquis edits` lists those that do.")
            seq = queries.add_change(db, "undo", edit.address, who=self.who, because=because, edit=number)
            queries.undo_edit(db, number, seq)
            target = Pinpoint(edit.address).expression
            address = self._undone(db, edit, target, seq)
        return Edited(number, f"correction {number} ({edit.verb}) is undone", address)

    def _undone(self, db: "Connection", edit: Any, target: Pinpoint, seq: int) -> Pinpoint:
        if edit.verb in ("note", "relate") or target.scheme == "ev":
            return target
        now = Pinpoint(queries.forward(db, target) or queries.forward(db, target.work) or target)
        rows = [queries.by_address(db, now)] if now.language else self._expressions(db, now)
        if edit.verb == "withdraw":
            before = queries.history(db, now)[-2].state
            move_row(db, rows[0], now, seq, state=before)
            return now
        if edit.verb == "correct":
            addresses = [recatalogue(db, row, seq) for row in rows]
            return addresses[0] if addresses else now
        return reread_row(db, rows[0], who=self.who, because=f"correction {edit.id} undone").address

    def edits(self, asked: str | None = None) -> Sequence[dict[str, Any]]:
        """The corrections and notes that hold, of one document or of all, each with where its words stand now.

        Where only what is public is seen, words are left out that may not be passed on.
        """
        works = [str(self.get(asked).document.address.work)] if asked else None
        with self.store.reading() as db:
            rows = queries.edits(db, works)
        guarded = self._guarded() if self.store.window else frozenset()
        found = []
        for row in rows:
            evidence = from_json(row.evidence, Evidence)
            now = row.address if evidence.address.scheme == "ev" else self.follow(evidence).address
            told = {**row._mapping, "body": json.loads(row.body), "now": str(now or "")}
            found.append(_unquoted(told) if Pinpoint(row.address).expression in guarded else told)
        return found

    def _guarded(self) -> frozenset[str]:
        """The texts, and the works with one, of which no word may be passed on."""
        kept = [each for each in self.list() if not may_be_quoted(each)]
        return frozenset(str(name) for each in kept for name in (each.address, each.work))

    def _beside(self, first: str, second: str) -> Pinpoint:
        """The second paragraph, which may be typed as its path alone."""
        try:
            return self.get(second).address
        except (NotHeld, BadAddress):
            return self.get(f"{self.get(first).document.address}#{second.lstrip('#')}").address

    def _reread_with(self, verb: str, place: Place, because: str, **body: Any) -> Edited:
        with self.store.writing(wait=30) as db:
            number, _ = enter(db, verb, place.document, place.address, who=self.who, because=because, **body)
            row = queries.by_address(db, place.document.address)
            done = reread_row(db, row, who=self.who, because=because)
            if done.outcome == "same":
                raise BadEdit(f"The {verb} does not fit {place.address}: {done.line.rstrip('.')}.")
        return Edited(number, f"{verb} at {place.address}: {done.line}", done.address)

    # --- reading again, following --------------------------------------------------------------------------------

    def reread(self, asked: str | None = None, *, met: Callable[[Reread], None] | None = None) -> Sequence[Reread]:
        """Reads one document, or every one, again with today's rules; corrections and notes stay in place."""
        done = []
        with self.store.writer(wait=30):
            for row in self._held(asked):
                with self.store.writing() as db:
                    done.append(reread_row(db, row, who=self.who, because="reread"))
                if met:
                    met(done[-1])
        return done

    def _held(self, asked: str | None) -> Sequence[Any]:
        with self.store.reading() as db:
            if asked is None:
                return queries.rows(db, queries.catalogue(states=("kept", "rival")))
            return [self._row(db, self._took(db, asked).address)]

    # --- the whole -----------------------------------------------------------------------------------------------

    def export_everything(self, folder: str | os.PathLike[str], *, public_only: bool = False) -> dict[str, int]:
        """Writes the whole archive to an empty folder in open formats; `import_everything` reads it back."""
        return export_everything(self.store, Path(folder), public_only=public_only)

    def import_everything(self, folder: str | os.PathLike[str]) -> dict[str, int]:
        """Reads an export into this archive, which must be empty."""
        return import_everything(self.store, Path(folder))

    def backup(self, folder: str | os.PathLike[str]) -> Path:
        """Copies the archive, whole at one moment, to an empty folder that opens as an archive."""
        return backup(self.store, Path(folder))

    def check(self) -> Sequence[Fault]:
        """What is damaged, and what waits for a person; empty for a sound archive."""
        return check(self.store)

    # --- releases ------------------------------------------------------------------------------------------------

    def release(self, name: str) -> Release:
        """Names the present state. Its hash is the same whatever the order in which the documents came."""
        with self.store.writing(wait=30) as db:
            if any(row.name == name for row in queries.releases(db)):
                raise BadEdit(f"A release called {name!r} exists; releases are never changed. Choose another name.")
            rows = queries.release_rows(db, None)
            seq = queries.add_change(db, "release", name, who=self.who)
            number = len(queries.releases(db)) + 1
            documents = sum(row.state == "kept" for row in rows)
            claimed = release_hash(rows, dict(queries.forwards(db)))
            made = Release(name, number, seq, claimed, documents, queries.now(), self.who)
            queries.add_release(db, **asdict(made))
        return made


def _led(db: "Connection", wanted: Pinpoint) -> Pinpoint:
    """The address itself, or the same expression of the work that a corrected work's address leads to."""
    work = queries.forward(db, wanted.work)
    return Pinpoint(f"{work}@{wanted.language}") if work else wanted


def _unquoted(edit: dict[str, Any]) -> dict[str, Any]:
    """An entry without the words of the text: those that prove it, and those that were joined or split."""
    words = {"quotation": "", "before": "", "after": ""}
    body = {name: value for name, value in edit["body"].items() if name not in ("first", "second", "whole")}
    return {**edit, "body": body, "evidence": json.dumps({**json.loads(edit["evidence"]), **words})}


def _own(place: Place) -> str:
    """The words of the part itself, without what stands below it."""
    if place.address.part is None:
        raise BadEdit(f"{place.address} is a whole document; name a paragraph, such as {place.document.address}#p3.")
    return place.document.part(place.address.part).span.of(place.document.text)
