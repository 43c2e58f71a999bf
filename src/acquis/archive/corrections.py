"""What people enter beside what the machine found: corrections, notes, relations, markings, withdrawals.

Every entry says who, when and why; it wins over what was read, survives re-reading, and can be undone by another.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from acquis.archive import queries
from acquis.archive.catalogue import Catalogued, catalogue
from acquis.archive.editing import Edit, Join, Split
from acquis.archive.keeping import catalogue_row
from acquis.archive.kinship import common_work
from acquis.archive.packing import PASSAGE, from_json, to_json, unpack
from acquis.archive.preparing import Prepared, prepare
from acquis.archive.rereading import Move, moves
from acquis.errors import BadEdit, NotHeld, UnknownName
from acquis.model import Basis, Claim, Day, Document, Evidence, Pinpoint, Record
from acquis.model.record import FIELDS
from acquis.structure.read import Reading
from acquis.wording import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

MARKINGS: Final = ("public", "internal", "restricted")
RELATIONS: Final = (
    *("same", "different", "translation", "copy", "draft", "amends", "supersedes", "implements", "follows"),
)
"""How two texts or passages may be said to be related; "different" holds for ever against any likeness."""

_CONTEXT: Final = 40


@dataclass(frozen=True, slots=True)
class Edited:
    """A correction or note that was entered: its number, what it did in one line, and the address it stands at now."""

    number: int
    line: str
    address: Pinpoint


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of a document that was read again: "same", or "changed" with the map old → new."""

    address: Pinpoint
    outcome: str
    line: str
    moves: tuple[Move, ...] = ()


def evidence_of(document: Document, address: Pinpoint, method: str) -> Evidence:
    """The words at an address as evidence, with what stands around them."""
    words = document.words(address)
    start = _start(document, address)
    before = document.text[max(0, start - _CONTEXT) : start]
    end = start + len(words)
    return Evidence(address, words, before, document.text[end : end + _CONTEXT], document.layers.hash, method)


def _start(document: Document, address: Pinpoint) -> int:
    """Where the words at an address begin in the text."""
    if address.part is None:
        return 0
    part = document.part(address.part)
    if address.sentence is not None:
        return part.sentences[address.sentence - 1].start
    return part.span.start + (address.words.start if address.words else 0)


def enter(
    db: "Connection", verb: str, document: Document, address: Pinpoint, *, who: str, because: str, **body: Any
) -> tuple[int, int]:
    """Enters an edit and its change; gives the numbers of both."""
    if not because.strip():
        raise BadEdit("A correction needs a reason: say it with --because.")
    seq = queries.add_change(db, verb, str(address), who=who, because=because, **body)
    number = queries.add_edit(
        db,
        seq=seq,
        work=str(address.work),
        sha256=document.file.sha256 if address.language else None,
        address=str(address),
        verb=verb,
        body=json.dumps(body, ensure_ascii=False, sort_keys=True),
        evidence=to_json(evidence_of(document, address, f"person:{who}")),
        who=who,
        at=queries.now(),
        because=because,
    )
    return number, seq


def enter_fact(
    db: "Connection",
    event: Pinpoint,
    *,
    who: str,
    because: str,
    field: str,
    value: str,
    claims: Sequence[str] = (),
    texts: Sequence[str] = (),
) -> int:
    """Enters a correction of an event of the register, which stands in no document; gives its number.

    `claims` are the names of the statements that the event rests on, `texts` the texts that make them: who sees none of
    them sees no correction of it.
    """
    if not because.strip():
        raise BadEdit("A correction needs a reason: say it with --because.")
    body = {"field": field, "value": value, "claims": [*claims], "texts": [*texts]}
    seq = queries.add_change(db, "correct", str(event), who=who, because=because, **body)
    return queries.add_edit(
        db,
        seq=seq,
        work=str(event),
        sha256=None,
        address=str(event),
        verb="correct",
        body=json.dumps(body, ensure_ascii=False, sort_keys=True),
        evidence=to_json(Evidence(event, value, method=f"person:{who}")),
        who=who,
        at=queries.now(),
        because=because,
    )


def checked(field: str, value: str) -> str:
    """The value of a field in its normal form; `UnknownName` and `BadDay` say what would work."""
    if field not in FIELDS:
        raise UnknownName("record field", field, FIELDS)
    if field == "marking" and value not in MARKINGS:
        raise UnknownName("marking", value, MARKINGS)
    if field == "standing":
        from acquis.model import Standing

        if value not in set(Standing):
            raise UnknownName("standing", value, [each.value for each in Standing])
    return str(Day.parse(value)) if field.startswith("date.") else value


def given_claims(edits: Sequence[Any], sha256: str) -> list[Claim]:
    """The claims that people entered for a file, or for its work as a whole; the last one of a field wins."""
    latest: dict[str, Claim] = {}
    for edit in edits:
        if edit.verb == "correct" and edit.sha256 in (sha256, None):
            body = json.loads(edit.body)
            latest[body["field"]] = Claim(body["field"], body["value"], Basis.CORRECTION, why=edit.because)
    return list(latest.values())


def paragraph_edits(edits: Sequence[Any], sha256: str) -> list[Edit]:
    """The joins and splits that people entered for a file, in their order."""
    found: list[Edit] = []
    for edit in edits:
        body, path = json.loads(edit.body), Pinpoint(edit.address).part or ""
        if edit.sha256 == sha256 and edit.verb == "join":
            found.append(Join(body["first"], body["second"], path))
        elif edit.sha256 == sha256 and edit.verb == "split":
            found.append(Split(body["whole"], body["at"], path))
    return found


def recatalogue(db: "Connection", row: Any, seq: int) -> Pinpoint:
    """The row again with what people entered; a new address takes over and the old one forwards to it for ever."""
    reading_row = queries.reading(db, row.reading)
    if reading_row is None:
        raise NotHeld(f"{row.address} has lost its reading; `acquis check` says more.")
    file = queries.file(db, reading_row.sha256)
    given = given_claims(queries.edits(db, [row.work]), reading_row.sha256)
    made = catalogue(unpack(reading_row.body), name=file.name if file else "", sha256=reading_row.sha256, given=given)
    return replace_row(db, row, made, reading=row.reading, seq=seq)


def replace_row(
    db: "Connection",
    row: Any,
    made: Catalogued,
    *,
    doubts: Sequence[str] = (),
    built: str | None = None,
    reading: int,
    seq: int,
) -> Pinpoint:
    """Ends a catalogue row and begins the one that follows it.

    A rival keeps the address that it was given, until a correction of its record leads it to one that is free. `built`
    is the shape of the text where it was read again.
    """
    address, state, built = Pinpoint(row.address), row.state, built or row.shape
    if state == "kept":
        address, _ = common_work(db, made.record, made.address, built, own=row.id)
    elif state == "rival" and _free(db, row, made.address):
        address, state = made.address, "kept"
    if address != row.address and not _free(db, row, address):
        raise BadEdit(
            f"{address} was given to another document; the correction would make two documents one. "
            "Withdraw one, or give this one another slug."
        )
    queries.end_expression(db, row.id, seq)
    values = catalogue_row(made.record, address, [*made.doubts, *doubts])
    queries.add_expression(db, **values, state=state, shape=built, reading=reading, since=seq)
    _forwarded(db, row, address, seq)
    return address


def _free(db: "Connection", row: Any, address: Pinpoint) -> bool:
    """Whether an address may be given to a row: nothing has it, and if it was given it was to this one."""
    if queries.by_address(db, address) is not None:
        return False
    own = (None, row.address), (None, row.work)
    return all(queries.forward(db, name) in led for name, led in zip((address, address.work), own, strict=True))


def move_row(db: "Connection", row: Any, address: Pinpoint, seq: int, *, state: str | None = None) -> None:
    """The same row under another address or in another state: a translation joins the work it belongs to."""
    queries.end_expression(db, row.id, seq)
    values = {**row._mapping, "address": str(address), "work": str(address.work), "since": seq, "until": None}
    values["state"] = state or row.state
    values.pop("id")
    queries.add_expression(db, **values)
    _forwarded(db, row, address, seq)


def _forwarded(db: "Connection", row: Any, address: Pinpoint, seq: int) -> None:
    """An address that is left leads to the one that took over."""
    if address == row.address:
        return
    lead(db, Pinpoint(row.address), address, seq)
    if address.work != row.work:
        held = queries.by_work(db, row.work)
        about = queries.reading(db, row.reading).sha256 if held else None
        queries.rename_edits(db, row.work, str(address.work), sha256=about)


def lead(db: "Connection", old: Pinpoint, new: Pinpoint, seq: int) -> None:
    """An old address leads to a new one for ever, and its work too where nothing is left of it."""
    queries.add_forward(db, old, new, seq)
    if new.work != old.work and not queries.by_work(db, old.work):
        queries.add_forward(db, old.work, new.work, seq)


def reread_row(db: "Connection", row: Any, *, who: str, because: str) -> Reread:
    """Reads a document's bytes again with today's rules and all corrections, and maps the old reading to the new."""
    from acquis.formats._limits import HELD

    now = queries.reading(db, row.reading)
    file = queries.file(db, now.sha256) if now else None
    if now is None or file is None:
        raise NotHeld(f"{row.address} has lost its file; `acquis check` says more.")
    edits = queries.edits(db, [row.work])
    before = [unpack(each.body) for each in queries.readings_of(db, now.sha256)]
    options = json.loads(now.options)
    made = prepare(
        bytes(file.content),
        file.name,
        **options,
        given=given_claims(edits, now.sha256),
        edits=paragraph_edits(edits, now.sha256),
        before=before,
        limits=HELD,
    )
    current, reading = unpack(now.body), made.reading
    as_before = _alike(current, reading) and now.reader == made.reader
    if as_before and _record_alike(row, made):
        return Reread(Pinpoint(row.address), "same", "; ".join(made.lost) or "reads as before")
    seq = queries.add_change(db, "reread", row.address, who=who, because=because)
    number = row.reading
    mapped: tuple[Move, ...] = ()
    if not as_before:
        number = add_reading(db, made)
        mapped = moves(current, reading)
        _keep_moves(db, row.reading, number, mapped, seq)
    built = made.packed.shape
    address = replace_row(db, row, made.catalogued, doubts=made.lost, built=built, reading=number, seq=seq)
    changed = sum(move.how != "same" for move in mapped)
    line = f"{changed:,} of {counted(len(mapped), 'part')} changed" if mapped else "its record changed, no part of it"
    return Reread(address, "changed", line, mapped)


def _alike(one: Reading, other: Reading) -> bool:
    return (one.layers, one.parts, one.citations) == (other.layers, other.parts, other.citations)


def _record_alike(row: Any, made: Prepared) -> bool:
    return from_json(row.record, Record) == made.catalogued.record


def _keep_moves(db: "Connection", old: int, new: int, mapped: Sequence[Move], seq: int) -> None:
    rows = [
        {"old": old, "new": new, "old_path": m.old_path, "new_path": m.new_path, "how": m.how, "seq": seq}
        for m in mapped
    ]
    queries.add_moves(db, rows)


def add_reading(db: "Connection", prepared: Prepared) -> int:
    """Keeps a reading with its passages; gives its number."""
    form = prepared.packed
    return queries.add_reading(
        db,
        (dict(zip(PASSAGE, row, strict=True)) for row in form.passages),
        sha256=prepared.file.sha256,
        text_hash=form.text_hash,
        words_hash=form.words_hash,
        reader=prepared.reader,
        body=form.body,
        options=json.dumps(prepared.options, sort_keys=True),
    )
