"""All of the archive's SQL."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, func, insert, or_, select, update

from acquis.archive.tables import (
    CHANGES,
    EDITS,
    EXPRESSIONS,
    FILES,
    FORWARDS,
    META,
    MOVES,
    PASSAGES,
    READINGS,
    RELEASES,
    REPORTS,
)
from acquis.model import Pinpoint


def now() -> str:
    """The present moment, in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


# --- changes ----------------------------------------------------------------------------------------------------


def add_change(db: Connection, verb: str, subject: str, *, who: str, because: str = "", **body: Any) -> int:
    """Enters a change; gives its number."""
    values = {"at": now(), "who": who, "verb": verb, "subject": subject, "because": because, "body": json.dumps(body)}
    return int(db.execute(insert(CHANGES).values(values)).inserted_primary_key[0])  # type: ignore[index]


def mark(db: Connection, seq: int, table: Any = CHANGES) -> int:
    """A number that tells a change from one of the same number in another archive: a restored backup goes on."""
    query = select(*(table.c[name] for name in ("seq", "at", "who", "verb", "subject", "body")))
    row = db.execute(query.where(table.c.seq <= seq).order_by(table.c.seq.desc()).limit(1)).first()
    return int(hashlib.sha256(repr(tuple(row or ())).encode("utf-8", "surrogatepass")).hexdigest()[:15], 16)


def last_change(db: Connection) -> int:
    """The number of the last change; 0 for an empty archive."""
    return int(db.execute(select(func.max(CHANGES.c.seq))).scalar() or 0)


def changes_since(db: Connection, seq: int) -> Sequence[Row[Any]]:
    """The changes after that number, in order."""
    return db.execute(select(CHANGES).where(CHANGES.c.seq > seq).order_by(CHANGES.c.seq)).all()


# --- files and readings -----------------------------------------------------------------------------------------


def has_file(db: Connection, sha256: str) -> bool:
    """Whether a file of these bytes is kept."""
    return db.execute(select(FILES.c.sha256).where(FILES.c.sha256 == sha256)).first() is not None


def add_file(db: Connection, **values: Any) -> None:
    """Keeps a file's bytes."""
    db.execute(insert(FILES).values(values))


def file(db: Connection, sha256: str) -> Any:
    """A kept file with its bytes."""
    return db.execute(select(FILES).where(FILES.c.sha256 == sha256)).first()


def add_reading(db: Connection, passages: Iterable[dict[str, Any]], **values: Any) -> int:
    """Keeps a reading and its passages; gives its number."""
    number = int(db.execute(insert(READINGS).values(values)).inserted_primary_key[0])  # type: ignore[index]
    rows = [{"reading": number, **row} for row in passages]
    if rows:
        db.execute(insert(PASSAGES), rows)
    return number


def reading(db: Connection, number: int) -> Any:
    """A reading, packed."""
    return db.execute(select(READINGS).where(READINGS.c.id == number)).first()


def body(db: Connection, number: int) -> bytes:
    """What was read, packed; nothing else of the reading is fetched."""
    return bytes(db.execute(select(READINGS.c.body).where(READINGS.c.id == number)).scalar_one())


def readings_of(db: Connection, sha256: str) -> Sequence[Row[Any]]:
    """Every reading of a file, the oldest first."""
    return db.execute(select(READINGS).where(READINGS.c.sha256 == sha256).order_by(READINGS.c.id)).all()


def reading_numbers(db: Connection) -> Sequence[int]:
    """The numbers of all readings, superseded ones too."""
    return db.execute(select(READINGS.c.id).order_by(READINGS.c.id)).scalars().all()


def passages(db: Connection, readings: Sequence[int]) -> Sequence[Row[Any]]:
    """The passages of those readings, in reading order."""
    where = PASSAGES.c.reading.in_(readings)
    return db.execute(select(PASSAGES).where(where).order_by(PASSAGES.c.reading, PASSAGES.c.n)).all()


# --- the catalogue ----------------------------------------------------------------------------------------------


def as_of(at: int | None) -> Any:
    """The rows that hold after change number `at`; now, where it is None."""
    if at is None:
        return EXPRESSIONS.c.until.is_(None)
    return and_(EXPRESSIONS.c.since <= at, or_(EXPRESSIONS.c.until.is_(None), EXPRESSIONS.c.until > at))


def catalogue(at: int | None = None, *, states: Sequence[str] = ("kept",)) -> Select[Any]:
    """The select of catalogue rows as of a change, in the order of their days."""
    undated = EXPRESSIONS.c.day.is_(None)
    return (
        select(EXPRESSIONS)
        .where(as_of(at), EXPRESSIONS.c.state.in_(states))
        .order_by(undated, EXPRESSIONS.c.day, EXPRESSIONS.c.address)
    )


def rows(db: Connection, query: Select[Any]) -> Sequence[Row[Any]]:
    """The rows of a select."""
    return db.execute(query).all()


def by_address(db: Connection, address: str, at: int | None = None) -> Any:
    """The catalogue row of an expression, withdrawn ones too; a copy never stands in for what it is a copy of."""
    own = (EXPRESSIONS.c.address == address, EXPRESSIONS.c.state != "copy")
    return db.execute(select(EXPRESSIONS).where(*own, as_of(at))).first()


def by_work(
    db: Connection, work: str, at: int | None = None, *, states: Sequence[str] = ("kept",)
) -> Sequence[Row[Any]]:
    """The catalogue rows of a work's expressions."""
    return db.execute(catalogue(at, states=states).where(EXPRESSIONS.c.work == work)).all()


def by_file(db: Connection, sha256: str) -> Sequence[Row[Any]]:
    """The catalogue rows that were read from a file."""
    joined = EXPRESSIONS.join(READINGS, EXPRESSIONS.c.reading == READINGS.c.id)
    query = select(EXPRESSIONS).select_from(joined).where(READINGS.c.sha256 == sha256, as_of(None))
    return db.execute(query).all()


def by_words(db: Connection, words_hash: str) -> Sequence[Row[Any]]:
    """The catalogue rows whose words are the same, spaces and punctuation aside."""
    joined = EXPRESSIONS.join(READINGS, EXPRESSIONS.c.reading == READINGS.c.id)
    query = select(EXPRESSIONS).select_from(joined).where(READINGS.c.words_hash == words_hash, as_of(None))
    return db.execute(query.order_by(EXPRESSIONS.c.address, EXPRESSIONS.c.id)).all()


def of_one_day(db: Connection, organisation: str, day: str, kinds: Sequence[str]) -> Sequence[Row[Any]]:
    """What is kept of an organisation's texts of one day and of those kinds."""
    one = (EXPRESSIONS.c.organisation == organisation, EXPRESSIONS.c.day == day, EXPRESSIONS.c.kind.in_(kinds))
    return db.execute(catalogue().where(*one)).all()


def like_address(db: Connection, start: str) -> Sequence[str]:
    """Every address ever given that starts so."""
    query = select(EXPRESSIONS.c.address).where(EXPRESSIONS.c.address.startswith(start, autoescape=True)).distinct()
    return db.execute(query).scalars().all()


def add_expression(db: Connection, **values: Any) -> int:
    """Enters a row in the catalogue; gives its number."""
    return int(db.execute(insert(EXPRESSIONS).values(values)).inserted_primary_key[0])  # type: ignore[index]


def end_expression(db: Connection, number: int, seq: int) -> None:
    """From change `seq` on the row no longer holds."""
    db.execute(update(EXPRESSIONS).where(EXPRESSIONS.c.id == number).values(until=seq))


def history(db: Connection, address: str) -> Sequence[Row[Any]]:
    """Every row that an address ever had, the oldest first."""
    return db.execute(select(EXPRESSIONS).where(EXPRESSIONS.c.address == address).order_by(EXPRESSIONS.c.since)).all()


def changed_addresses(db: Connection, seq: int) -> Sequence[str]:
    """The addresses whose row began or ended after that change."""
    moved = or_(EXPRESSIONS.c.since > seq, EXPRESSIONS.c.until > seq)
    return db.execute(select(EXPRESSIONS.c.address).where(moved).distinct()).scalars().all()


# --- forwarding, edits, moves, releases, reports ----------------------------------------------------------------


def add_forward(db: Connection, old: str, new: str, seq: int) -> None:
    """The old address leads to the new one from now on."""
    db.execute(delete(FORWARDS).where(FORWARDS.c.old.in_([old, new])))
    db.execute(insert(FORWARDS).values(old=old, new=new, seq=seq))
    db.execute(update(FORWARDS).where(FORWARDS.c.new == old).values(new=new))


def forward(db: Connection, old: str) -> str | None:
    """Where an address that was corrected leads."""
    return db.execute(select(FORWARDS.c.new).where(FORWARDS.c.old == old)).scalar()


def names_of(db: Connection, address: Pinpoint) -> Iterator[str]:
    """The address, where it leads, and the earlier ones that lead to it: a release may know it by another name.

    They are looked up as they are asked for: most addresses lead nowhere else.
    """
    tag = f"@{address.language}" if address.language else ""
    met = {str(address)}
    yield str(address)
    for name, suffix in ((str(address), ""), (str(address.work), tag)):
        led = db.execute(select(FORWARDS.c.new).where(FORWARDS.c.old == name)).scalars().all()
        back = db.execute(select(FORWARDS.c.old).where(FORWARDS.c.new == name)).scalars().all()
        for found in (f"{each}{suffix}" for each in (*led, *back)):
            if found not in met:
                met.add(found)
                yield found


def add_edit(db: Connection, **values: Any) -> int:
    """Enters a correction or note; gives its number."""
    return int(db.execute(insert(EDITS).values(values)).inserted_primary_key[0])  # type: ignore[index]


def edits(db: Connection, works: Sequence[str] | None = None, *, undone: bool = False) -> Sequence[Row[Any]]:
    """The corrections and notes of some works, or all, in the order they were made."""
    query = select(EDITS).order_by(EDITS.c.id)
    if works is not None:
        query = query.where(EDITS.c.work.in_(works))
    return db.execute(query if undone else query.where(EDITS.c.undone.is_(None))).all()


def edit(db: Connection, number: int) -> Any:
    """One correction or note."""
    return db.execute(select(EDITS).where(EDITS.c.id == number)).first()


def undo_edit(db: Connection, number: int, seq: int) -> None:
    """The correction no longer holds; it stays in the log."""
    db.execute(update(EDITS).where(EDITS.c.id == number).values(undone=seq))


def rename_edits(db: Connection, old: str, new: str, *, sha256: str | None = None) -> None:
    """Edits follow the work to its new address; with a fingerprint those that are about that file."""
    about = (EDITS.c.work == old,) if sha256 is None else (EDITS.c.work == old, EDITS.c.sha256 == sha256)
    db.execute(update(EDITS).where(*about).values(work=new))


def add_moves(db: Connection, moves: Sequence[dict[str, Any]]) -> None:
    """Keeps the map from one reading to the next."""
    if moves:
        db.execute(insert(MOVES), list(moves))


def moves_from(db: Connection, old: int) -> Sequence[Row[Any]]:
    """The map away from a superseded reading."""
    return db.execute(select(MOVES).where(MOVES.c.old == old).order_by(MOVES.c.id)).all()


def add_release(db: Connection, **values: Any) -> None:
    """Names a state of the archive."""
    db.execute(insert(RELEASES).values(values))


def releases(db: Connection) -> Sequence[Row[Any]]:
    """Every release, the first one first."""
    return db.execute(select(RELEASES).order_by(RELEASES.c.number)).all()


def release_rows(db: Connection, at: int | None) -> Sequence[Any]:
    """(state, address, text hash, reader version) of everything kept as of a change, rivals and copies too."""
    joined = EXPRESSIONS.join(READINGS, EXPRESSIONS.c.reading == READINGS.c.id)
    own = (EXPRESSIONS.c.state, EXPRESSIONS.c.address, READINGS.c.text_hash, READINGS.c.reader)
    query = select(*own).select_from(joined)
    return db.execute(query.where(as_of(at), EXPRESSIONS.c.state.in_(("kept", "rival", "copy")))).all()


def add_reports(db: Connection, reports: Sequence[dict[str, Any]]) -> None:
    """Keeps what became of the files of a batch."""
    if reports:
        db.execute(insert(REPORTS), list(reports))


def reports(db: Connection, *, odd_only: bool = False) -> Sequence[Row[Any]]:
    """The report of every file ever received, the last one last."""
    query = select(REPORTS).order_by(REPORTS.c.id)
    return db.execute(query.where(REPORTS.c.odd) if odd_only else query).all()


def counts(db: Connection) -> dict[str, int]:
    """How much of each is kept."""
    kept = select(func.count()).select_from(EXPRESSIONS).where(as_of(None), EXPRESSIONS.c.state == "kept")
    works = select(func.count(EXPRESSIONS.c.work.distinct())).where(as_of(None), EXPRESSIONS.c.state == "kept")
    rivals = select(func.count()).select_from(EXPRESSIONS).where(as_of(None), EXPRESSIONS.c.state == "rival")
    joined = PASSAGES.join(EXPRESSIONS, EXPRESSIONS.c.reading == PASSAGES.c.reading)
    held = select(func.count()).select_from(joined).where(as_of(None), EXPRESSIONS.c.state == "kept")
    files = select(func.count()).select_from(FILES)
    named = {"works": works, "expressions": kept, "rivals": rivals, "passages": held, "files": files}
    return {name: int(db.execute(query).scalar() or 0) for name, query in named.items()}


def meta(db: Connection, key: str) -> str | None:
    """A value that stands in the archive about itself."""
    return db.execute(select(META.c.value).where(META.c.key == key)).scalar()


def set_meta(db: Connection, key: str, value: str) -> None:
    """Sets a value about the archive itself."""
    db.execute(delete(META).where(META.c.key == key))
    db.execute(insert(META).values(key=key, value=value))


def fingerprints(db: Connection) -> Sequence[str]:
    """The fingerprints of all files."""
    return db.execute(select(FILES.c.sha256).order_by(FILES.c.sha256)).scalars().all()


def forwards(db: Connection) -> Sequence[tuple[str, str]]:
    """Every old address with the one it leads to."""
    return [(row.old, row.new) for row in db.execute(select(FORWARDS).order_by(FORWARDS.c.old))]
