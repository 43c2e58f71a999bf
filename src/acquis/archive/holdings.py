"""What the archive holds, as it stands now or stood at a release: lists it, gives it back, follows evidence."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from acquis.archive import queries
from acquis.archive.corrections import evidence_of
from acquis.archive.filters import passes
from acquis.archive.keeping import document_of
from acquis.archive.packing import skeleton, unpack
from acquis.archive.rereading import Followed, followed
from acquis.archive.resolve import Took, as_address, by_name
from acquis.archive.search import Concordance, Results, Search
from acquis.errors import NotHeld, UnknownName
from acquis.model import Document, Evidence, Pinpoint, Skeleton, fingerprint
from acquis.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the catalogue.

    `rights` is its own rights statement; `work_rights` are those of the other expressions of its work where it has
    none: rights in a work hold for its expressions, unless these say otherwise.
    """

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
    work_rights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A document with the address in it that was asked for; `said` tells what the words were taken for."""

    document: Document
    address: Pinpoint
    said: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A named state of the archive: `seq` is its change number, `hash` what another copy must reproduce."""

    name: str
    number: int
    seq: int
    hash: str
    documents: int
    at: str
    who: str


def release_hash(rows: Sequence[Any], forwards: Mapping[str, str]) -> str:
    """The hash over the sorted (expression address, text hash, reader version).

    A rival counts under the address that it claims, and a copy under that of its text, so that it does not matter
    which of them came first. A copy of a text that was withdrawn does not count.
    """
    kept = {row.address for row in rows if row.state == "kept"}
    claimed = [(_claimed(row, forwards), row) for row in rows]
    counted = [(at, row.text_hash, row.reader) for at, row in claimed if row.state != "copy" or at in kept]
    return fingerprint("\n".join(sorted("\t".join(each) for each in counted)))


def _claimed(row: Any, forwards: Mapping[str, str]) -> str:
    address = re.sub(r"(?:-x)?-r\d+$", "", row.address) if row.state == "rival" else row.address
    return forwards.get(address, address)


@dataclass(frozen=True)
class Holdings:
    """The reading half of the front desk. `at` is a change number: it is answered for as things stood then."""

    store: Store
    at: int | None = None
    who: str = field(default="")

    def list(self, *, states: Sequence[str] = ("kept",), **filters: str | None) -> Sequence[Entry]:
        """The catalogue in the order of days; `organisation`, `organ`, `kind`, `language`, `year` … narrow it."""
        with self.store.reading() as db:
            rows = queries.rows(db, queries.catalogue(self.at, states=states))
        stated = _rights(rows)
        return [_entry(row, stated) for row in rows if passes(row, filters)]

    def get(self, asked: str) -> Place:
        """The document of an address, a symbol or a name, and the place in it.

        Without language the best expression is given: authentic, official, then the others by address; `said` tells
        which. Raises `NotHeld` or `Ambiguous`.
        """
        with self.store.reading() as db:
            took = self._took(db, asked)
            row = self._row(db, took.address)
            document = self._document(db, row)
        here = Pinpoint(row.address + took.address[len(took.address.expression) :])
        return self._place(document, here, took.said)

    def skeleton(self, address: Pinpoint) -> Skeleton:
        """The parts of the text of an address: enough to say where in it something stands. Raises `NotHeld`."""
        with self.store.reading() as db:
            row = self._row(db, address)
            return skeleton(queries.body(db, row.reading), Pinpoint(row.address))

    def _took(self, db: "Connection", asked: str) -> Took:
        if (address := as_address(asked)) is not None:
            return Took(address, "" if address == asked else f"{asked!r} was taken for {address}")
        name, mark, tail = asked.partition("#")
        took = by_name(name, queries.rows(db, queries.catalogue(self.at)))
        return replace(took, address=Pinpoint(f"{took.address}{mark}{tail}"))

    def _row(self, db: "Connection", address: Pinpoint) -> Any:
        """The catalogue row that answers for an address, forwarded where it was corrected."""
        expression = address.expression
        rows: Sequence[Any] = []
        for known in queries.names_of(db, expression):
            row = queries.by_address(db, known, self.at)
            rows = [row] if row is not None else self._expressions(db, Pinpoint(known))
            if rows:
                break
        if not rows:
            withdrawn = queries.by_work(db, expression.work, self.at, states=("withdrawn",))
            rows = [row for row in withdrawn if _speaks(row, expression)]
        if not rows:
            raise NotHeld(f"{expression} is not held. `acquis list` shows what is.")
        if rows[0].state == "withdrawn":
            raise NotHeld(f"{expression} was withdrawn. `acquis log {expression.work}` says when and why.")
        return rows[0]

    def _expressions(self, db: "Connection", expression: Pinpoint) -> Sequence[Any]:
        rank = ["authentic", "official", "unknown", "unofficial translation"]
        rows = list(queries.by_work(db, expression.work, self.at))
        if expression.language:
            rows = [row for row in rows if row.language.split("-x-")[0] == expression.language]
        return sorted(rows, key=lambda row: (rank.index(row.standing), row.language != "en", row.address))

    def _document(self, db: "Connection", row: Any) -> Document:
        reading = queries.reading(db, row.reading)
        assert reading is not None
        return document_of(row, reading, queries.file(db, reading.sha256))

    def _place(self, document: Document, address: Pinpoint, said: str) -> Place:
        """The place in the document; a path of an earlier reading is followed to where its words stand now."""
        if _has(document, address):
            return Place(document, address, said)
        found = self._moved(document, address)
        assert found.address is not None
        stands = "within" if found.how == "within" else "at"
        how = f"{_place_in(address)} was read again and stands {stands} {_place_in(found.address)}"
        return Place(document, found.address, "; ".join(filter(None, [said, how])))

    def _moved(self, document: Document, address: Pinpoint) -> Followed:
        """Where the words stand now that stood at an address when the same bytes were read before."""
        with self.store.reading() as db:
            readings = [unpack(row.body) for row in reversed(queries.readings_of(db, document.file.sha256))]
        for old in readings:
            earlier = replace(document, layers=old.layers, parts=old.parts, aliases=old.aliases or {})
            if _has(earlier, address):
                now = replace(old, layers=document.layers, parts=document.parts)
                found = followed(evidence_of(earlier, address, ""), now, document.layers.hash, document.address)
                if found.address is None:
                    raise NotHeld(f"{address} was given when the document was read before: {found.how}.")
                return found
        for path in filter(None, (address.part, address.last)):
            document.part(path)  # says what there is
        return Followed(address, "same")

    # --- finding -------------------------------------------------------------------------------------------------

    def find(
        self,
        words: str,
        *,
        expand: bool = True,
        order: str = "closest",
        limit: int = 20,
        offset: int = 0,
        facets: bool = True,
        **filters: str | Sequence[str] | None,
    ) -> Results:
        """The passages that have what was asked for: words, "a phrase", AND OR NOT, prefix*, "a b"~5, field:value.

        `organisation`, `organ`, `kind`, `language`, `year` … narrow it. Every answer says what it was searched in and
        what the words were widened to; with `expand` off only the words as typed are looked for. Counting the facets
        costs a second look; `facets` switches it off.
        """
        narrowed = {name: value for name, value in filters.items() if value}
        return self._search.find(
            words,
            at=self.at,
            filters=narrowed,
            expand=expand,
            order=order,
            limit=limit,
            offset=offset,
            facets=facets,
        )

    def concordance(
        self,
        words: str,
        *,
        expand: bool = True,
        order: str = "oldest",
        limit: int = 100,
        offset: int = 0,
        **filters: str | Sequence[str] | None,
    ) -> Concordance:
        """Every place of the words with what stands around it, one line each; `order` may be "left" or "right"."""
        narrowed = {name: value for name, value in filters.items() if value}
        return self._search.kwic(
            words, at=self.at, filters=narrowed, expand=expand, order=order, limit=limit, offset=offset
        )

    @cached_property
    def _search(self) -> Search:
        return Search(self.store)

    def index_position(self) -> int | None:
        """The number of the change that the search index stands at; None where nothing was searched yet."""
        return self._search.position()

    def content(self, asked: str) -> bytes:
        """The file as it came, byte for byte."""
        with self.store.reading() as db:
            row = self._row(db, self._took(db, asked).address)
            reading = queries.reading(db, row.reading)
            assert reading is not None
            return bytes(queries.file(db, reading.sha256).content)

    def held(self, sha256: str) -> Pinpoint | None:
        """The address under which a file of these bytes is kept; None where it is not."""
        with self.store.reading() as db:
            rows = queries.by_file(db, sha256)
        return Pinpoint(rows[0].address) if rows else None

    def counts(self) -> dict[str, int]:
        """How many works, expressions, rivals, passages and files are kept."""
        with self.store.reading() as db:
            return queries.counts(db)

    def log(self, subject: str | None = None) -> Sequence[dict[str, Any]]:
        """The custody log: every change in its order, or those about one address."""
        with self.store.reading() as db:
            rows = queries.changes_since(db, 0)
        return [dict(row._mapping) for row in rows if subject is None or _about(row.subject, subject)]

    def reports(self, *, odd_only: bool = False) -> Sequence[dict[str, Any]]:
        """What became of every file received; with `odd_only` just those with a doubt or a refusal."""
        with self.store.reading() as db:
            return [dict(row._mapping) for row in queries.reports(db, odd_only=odd_only)]

    def follow(self, evidence: Evidence) -> Followed:
        """Where evidence stands now: at its address, else by its words, else lost and why."""
        try:
            place = self.get(evidence.address.expression)
        except NotHeld as error:
            return Followed(None, str(error))
        document = place.document
        with self.store.reading() as db:
            row = queries.by_address(db, document.address, self.at)
            reading = unpack(queries.reading(db, row.reading).body)
        moved = replace(
            evidence, address=Pinpoint(document.address + evidence.address[len(evidence.address.expression) :])
        )
        return followed(moved, reading, document.layers.hash, document.address)

    def releases(self) -> Sequence[Release]:
        """Every release, the first one first."""
        with self.store.reading() as db:
            return [Release(**row._mapping) for row in queries.releases(db)]

    def at_release(self, name: str) -> Self:
        """The archive as it stood at a release."""
        found = {each.name: each for each in self.releases()}
        if name not in found:
            raise UnknownName("release", name, found)
        return replace(self, at=found[name].seq)


def _about(subject: str, address: str) -> bool:
    """Whether a change is about an address: about just it, an expression of it, or a part of it."""
    return subject.startswith(address) and subject[len(address) :][:1] in ("", "@", "#", ".", "~")


def _speaks(row: Any, expression: Pinpoint) -> bool:
    return expression.language in (None, row.language, row.language.split("-x-")[0])


def _has(document: Document, address: Pinpoint) -> bool:
    """Whether the part of an address is in the document, and the last one of a range."""
    known = {part.path for part in document.parts} | document.aliases.keys()
    return all(path is None or path in known for path in (address.part, address.last))


def _place_in(address: Pinpoint) -> str:
    return address.partition("#")[2]


def _rights(rows: Sequence[Any]) -> Mapping[str, tuple[str, ...]]:
    """The rights statements of the expressions of each work."""
    stated: dict[str, dict[str, None]] = {}
    for row in rows:
        if row.rights:
            stated.setdefault(row.work, {})[row.rights] = None
    return {work: tuple(each) for work, each in stated.items()}


def _entry(row: Any, stated: Mapping[str, tuple[str, ...]]) -> Entry:
    held = {name: getattr(row, name) for name in Entry.__dataclass_fields__ if name != "work_rights"}
    return Entry(
        **{
            **held,
            "address": Pinpoint(row.address),
            "work": Pinpoint(row.work),
            "doubts": tuple(json.loads(row.doubts)),
            "work_rights": () if row.rights else stated.get(row.work, ()),
        }
    )
