"""The archive's front desk: keeps documents, lists them, gives them back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from acquis.archive.keeping import (
    Prepared,
    catalogue_row,
    document_of,
    passage_rows,
    rival_address,
    words_hash,
)
from acquis.archive.packing import pack
from acquis.archive.resolve import Took, as_address, by_name
from acquis.errors import NotHeld
from acquis.model import Document, Pinpoint
from acquis.store import Store

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


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the catalogue."""

    address: Pinpoint
    work: Pinpoint
    language: str
    standing: str
    organisation: str | None
    organ: str | None
    kind: str | None
    title: str | None
    symbol: str | None
    place: str | None
    day: str | None
    day_is: str | None
    collection: str | None
    marking: str
    rights: str
    state: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A document with the address in it that was asked for; `said` tells what the words were taken for."""

    document: Document
    address: Pinpoint
    said: str = ""


@dataclass(frozen=True)
class Desk:
    """The verbs of the archive's room. `at` is a change number: the archive is answered for as it stood then."""

    store: Store
    at: int | None = None
    who: str = field(default="")

    # --- keeping -------------------------------------------------------------------------------------------------

    def keep(self, prepared: Sequence[Prepared]) -> list[Kept]:
        """Keeps documents in one transaction, in their order; all of them are kept, or none."""
        from acquis.archive import queries

        with self.store.writing(wait=30) as db:
            outcomes = [self._keep(db, each) for each in prepared]
            queries.add_reports(db, [self._report(db, kept) for kept in outcomes])
        return outcomes

    def enter(self, kept: Kept) -> Kept:
        """Enters in the report what became of a file that is not kept: it was refused, or is held already."""
        from acquis.archive import queries

        with self.store.writing(wait=30) as db:
            if kept.outcome == "refused":
                queries.add_change(db, "refuse", kept.name[:500], who=self.who, because=kept.line)
            queries.add_reports(db, [self._report(db, kept)])
        return kept

    def _report(self, db: "Connection", kept: Kept) -> dict[str, Any]:
        from acquis.archive import queries

        odd = kept.outcome not in ("kept", "held") or bool(kept.doubts)
        line = "; ".join([kept.line, *kept.doubts])
        seq = queries.last_change(db)
        address = str(kept.address) if kept.address else None
        return {"seq": seq, "name": kept.name, "outcome": kept.outcome, "address": address, "line": line, "odd": odd}

    def _keep(self, db: "Connection", prepared: Prepared) -> Kept:
        """One document: held already, a copy, a rival, or new."""
        from acquis.archive import queries

        file, wanted = prepared.file, prepared.catalogued.address
        if queries.has_file(db, file.sha256):
            rows = queries.by_file(db, file.sha256)
            address = Pinpoint(rows[0].address) if rows else None
            return Kept(file.name, "held", "the archive has these bytes already", address)
        state, address, line = self._identity(db, prepared, wanted)
        seq = queries.add_change(db, "add", str(address), who=self.who, because=line, file=file.name)
        values = {"sha256": file.sha256, "name": file.name, "size": file.size, "media_type": file.media_type}
        queries.add_file(db, **values, encoding=file.encoding, content=prepared.content, seq=seq)
        reading = self._add_reading(db, prepared)
        doubts = prepared.catalogued.doubts
        row = catalogue_row(prepared.catalogued.record, address, doubts)
        queries.add_expression(db, **row, state=state, reading=reading, since=seq)
        return Kept(file.name, state, line, address, (*prepared.reading.doubts, *doubts))

    def _identity(self, db: "Connection", prepared: Prepared, wanted: Pinpoint) -> tuple[str, Pinpoint, str]:
        from acquis.archive import queries

        same = [row for row in queries.by_words(db, words_hash(prepared.reading.layers.text)) if row.state == "kept"]
        same = [row for row in same if row.work == wanted.work or "file" in (wanted.scheme, Pinpoint(row.work).scheme)]
        if same:
            return "copy", Pinpoint(same[0].address), f"the same words as {same[0].address}: kept as another copy"
        if queries.by_address(db, wanted) is None and queries.forward(db, wanted) is None:
            return "kept", wanted, "kept"
        address = rival_address(wanted, queries.like_address(db, str(wanted.work)))
        return "rival", address, f"claims {wanted}, which is held with other words: kept beside it as a rival"

    def _add_reading(self, db: "Connection", prepared: Prepared) -> int:
        from acquis.archive import queries

        reading = prepared.reading
        return queries.add_reading(
            db,
            passage_rows(reading),
            sha256=prepared.file.sha256,
            text_hash=reading.layers.hash,
            words_hash=words_hash(reading.layers.text),
            reader=prepared.reader,
            body=pack(reading),
            options=json.dumps(prepared.options, sort_keys=True),
        )

    # --- listing and giving back ---------------------------------------------------------------------------------

    def list(self, *, states: Sequence[str] = ("kept",), **filters: str | None) -> Sequence[Entry]:
        """The catalogue in the order of days; `organisation`, `organ`, `kind`, `language`, `year` … narrow it."""
        from acquis.archive import queries

        with self.store.reading() as db:
            rows = queries.rows(db, queries.catalogue(self.at, states=states))
        return [_entry(row) for row in rows if _passes(row, filters)]

    def get(self, asked: str) -> Place:
        """The document of an address, a symbol or a name, and the place in it.

        Without language the best expression is given: authentic, official, then the others by address; `said` tells
        which. Raises `NotHeld` or `Ambiguous`.
        """
        from acquis.archive import queries

        with self.store.reading() as db:
            took = self._took(db, asked)
            row = self._row(db, took.address)
            document = self._document(db, row)
        here = Pinpoint(row.address + took.address[len(took.address.expression) :])
        return self._place(document, here, took.said)

    def _took(self, db: "Connection", asked: str) -> Took:
        from acquis.archive import queries

        if (address := as_address(asked)) is not None:
            return Took(address, "" if address == asked else f"{asked!r} was taken for {address}")
        name, mark, tail = asked.partition("#")
        took = by_name(name, queries.rows(db, queries.catalogue(self.at)))
        return replace(took, address=Pinpoint(f"{took.address}{mark}{tail}"))

    def _row(self, db: "Connection", address: Pinpoint) -> Any:
        """The catalogue row that answers for an address, forwarded where it was corrected."""
        from acquis.archive import queries

        expression = address.expression
        row = queries.by_address(db, expression, self.at)
        if row is None and (new := queries.forward(db, expression) or queries.forward(db, expression.work)):
            return self._row(db, Pinpoint(new))
        rows = [row] if row is not None else self._expressions(db, expression)
        if not rows:
            raise NotHeld(f"{expression} is not held. `acquis list` shows what is.")
        if rows[0].state == "withdrawn":
            raise NotHeld(f"{expression} was withdrawn. `acquis log {expression.work}` says when and why.")
        return rows[0]

    def _expressions(self, db: "Connection", expression: Pinpoint) -> Sequence[Any]:
        from acquis.archive import queries

        rank = ["authentic", "official", "unknown", "unofficial translation"]
        rows = [row for row in queries.by_work(db, expression.work, self.at)]
        if expression.language:
            rows = [row for row in rows if row.language.split("-x-")[0] == expression.language]
        return sorted(rows, key=lambda row: (rank.index(row.standing), row.language != "en", row.address))

    def _document(self, db: "Connection", row: Any) -> Document:
        from acquis.archive import queries

        reading = queries.reading(db, row.reading)
        assert reading is not None
        return document_of(row, reading, queries.file(db, reading.sha256))

    def _place(self, document: Document, address: Pinpoint, said: str) -> Place:
        """The place in the document; a path of an earlier reading is followed to where its words stand now."""
        if address.part is None or _has(document, address.part):
            return Place(document, address, said)
        path, how = self._moved(document, address.part)
        return Place(document, document.address.at(path), "; ".join(filter(None, [said, how])))

    def _moved(self, document: Document, path: str) -> tuple[str, str]:
        from acquis.archive import queries

        with self.store.reading() as db:
            for old in reversed(queries.readings_of(db, document.file.sha256)):
                met = [move for move in queries.moves_from(db, old.id) if move.old_path == path and move.new_path]
                if met and _has(document, met[0].new_path):
                    return met[0].new_path, f"{path} was read again: {met[0].how} to {met[0].new_path}"
                if met:
                    return self._moved(document, met[0].new_path)
        document.part(path)  # says what there is
        raise NotHeld(f"{document.address} has no part {path!r}.")

    def content(self, asked: str) -> bytes:
        """The file as it came, byte for byte."""
        from acquis.archive import queries

        with self.store.reading() as db:
            row = self._row(db, self._took(db, asked).address)
            reading = queries.reading(db, row.reading)
            assert reading is not None
            return bytes(queries.file(db, reading.sha256).content)  # type: ignore[union-attr]

    def held(self, sha256: str) -> Pinpoint | None:
        """The address under which a file of these bytes is kept; None where it is not."""
        from acquis.archive import queries

        with self.store.reading() as db:
            rows = queries.by_file(db, sha256)
        return Pinpoint(rows[0].address) if rows else None

    def counts(self) -> dict[str, int]:
        """How many works, expressions, rivals, passages and files are kept."""
        from acquis.archive import queries

        with self.store.reading() as db:
            return queries.counts(db)

    def log(self, subject: str | None = None) -> Sequence[dict[str, Any]]:
        """The custody log: every change in its order, or those about one address."""
        from acquis.archive import queries

        with self.store.reading() as db:
            rows = queries.changes_since(db, 0)
        return [dict(row._mapping) for row in rows if subject is None or row.subject.startswith(subject)]

    def reports(self, *, odd_only: bool = False) -> Sequence[dict[str, Any]]:
        """What became of every file received; with `odd_only` just those with a doubt or a refusal."""
        from acquis.archive import queries

        with self.store.reading() as db:
            return [dict(row._mapping) for row in queries.reports(db, odd_only=odd_only)]


def _has(document: Document, path: str) -> bool:
    return path in document.aliases or any(part.path == path for part in document.parts)


def _entry(row: Any) -> Entry:
    held = {name: getattr(row, name) for name in Entry.__dataclass_fields__}
    return Entry(
        **{
            **held,
            "address": Pinpoint(row.address),
            "work": Pinpoint(row.work),
            "doubts": tuple(json.loads(row.doubts)),
        }
    )


def _passes(row: Any, filters: dict[str, str | None]) -> bool:
    for name, wanted in filters.items():
        if wanted is None:
            continue
        if name == "year":
            if not (row.day or "").startswith(wanted):
                return False
        elif name == "language":
            if row.language.split("-x-")[0] != wanted:
                return False
        elif wanted.casefold() not in (getattr(row, name) or "").casefold():
            return False
    return True
