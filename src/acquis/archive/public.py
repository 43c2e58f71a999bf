"""What leaves without an account: the archive as if it held public documents alone, and whether a text may be quoted.

Every connection of the public store has temporary views before its tables, named like them, so that all that any room
asks is answered from the rows that may be seen. What may be seen is worked out once for a change.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from acquis.archive.tables import (
    CHANGES,
    EDITS,
    EXPRESSIONS,
    FILES,
    FORWARDS,
    MOVES,
    PASSAGES,
    READINGS,
    RELEASES,
    REPORTS,
)
from acquis.archive.tokens import folded
from acquis.model import Record
from acquis.store import Store, through

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table, TableClause

    from acquis.archive.holdings import Entry


def public_store(store: Store) -> Store:
    """The same archive, read only, as if nothing but its public documents had ever been entered.

    Seen are the documents that are public today, from the change on that made them so, with their corrections and
    relations; of one that was withdrawn its tombstone. Of the log there is which change was about them, when and what,
    not who or why; of releases their number, hash and how many public documents they have. Notes are unmarked, so they
    stay in the house, like reports and files of facts. Corrections of events are in no table that is seen: the register
    takes those of events that public sources tell (`fact_edits`).

    A document that is no longer public is gone from all of it, from the releases of its time too; the log keeps that
    change without saying what it was about. What is derived (indexes) goes to the folder `public` of the archive.
    """
    return through(store, _Window(), store.folder / "public")


def changes_of(store: Store) -> "TableClause":
    """All changes of an archive, whatever is seen of them: by these an index knows that it is of this archive."""
    from sqlalchemy import column, table

    return table("held_changes", *(column(each.name) for each in CHANGES.columns)) if store.window else CHANGES


def fact_edits(store: Store) -> "TableClause":
    """All that was entered, of events too: without who and why where only what is public is seen.

    It is for the register, which knows of each event whether what is seen tells it; nothing else may read it there.
    """
    from sqlalchemy import column, table

    return table("fact_edits", *(column(each.name) for each in EDITS.columns)) if store.window else EDITS


# --- whether a text may be quoted -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quotable:
    """Whether the words of a document may be passed on (it is true or false), and the reason."""

    may: bool
    why: str

    def __bool__(self) -> bool:
        return self.may


def may_be_quoted(of: "Entry | Record") -> Quotable:
    """Whether the words of a document may be passed on, by its rights statement; address and citation always may.

    What is forbidden outright is forbidden; then a licence that is named permits; then rights that are reserved
    forbid. A statement that says none of this, or none at all, forbids nothing. An expression without a statement
    has those of the others of its work, the strictest of them: what was passed on cannot be taken back, a statement
    can be added.

    >>> from acquis.model import Basis, Claim
    >>> of = [Record((Claim("rights", each, Basis.RECORD),)) for each in ("All rights reserved", "CC-BY-NC 4.0")]
    >>> [bool(may_be_quoted(each)) for each in of], may_be_quoted(of[0]).why
    ([False, True], 'its rights statement says “all rights reserved”')
    """
    own = (of.value("rights") if isinstance(of, Record) else of.rights) or ""
    if own or isinstance(of, Record) or not of.work_rights:
        return _ruled(own, "its rights statement")
    rulings = [_ruled(each, "the rights statement of its work") for each in of.work_rights]
    return next((each for each in rulings if not each), rulings[0])


@lru_cache(maxsize=1_024)
def _ruled(statement: str, whose: str) -> Quotable:
    words = f" {folded(statement)} "
    for phrases, may in ((_FORBIDDEN, False), (_LICENSED, True), (_RESERVED, False)):
        for phrase in phrases:
            if f" {folded(phrase)} " in words:
                return Quotable(may, f"{whose} says “{phrase}”")
    return Quotable(True, f"{whose} forbids nothing" if statement else "it has no rights statement")


_FORBIDDEN: Final = (
    *("may not be reproduced", "must not be reproduced", "not to be reproduced", "no reproduction"),
    *("reproduction prohibited", "reproduction is prohibited", "reproduction forbidden", "not be copied"),
    *("may not be redistributed", "no redistribution", "not for redistribution", "redistribution prohibited"),
    *("redistribution is prohibited", "not for distribution", "not to be passed on", "may not be passed on"),
    *("may not be republished", "not for publication", "not for citation", "not for quotation", "do not quote"),
    *("reproduction interdite", "diffusion interdite", "rediffusion interdite", "ne pas diffuser", "ne pas citer"),
    *("prohibida la reproducción", "prohibida su reproducción", "prohibida la difusión", "no citar"),
    *("воспроизведение запрещено", "перепечатка запрещена", "распространение запрещено", "не для печати"),
    *("不得转载", "不得轉載", "禁止转载", "禁止轉載", "不得复制", "不得複製", "不得翻印"),
    *("無断転載", "無断複製", "転載禁止", "転載を禁じ", "複製禁止", "複製を禁じ"),
    *("يمنع النسخ", "يمنع النشر", "لا يجوز إعادة النشر", "لا يجوز النسخ", "يحظر النسخ", "يحظر النشر"),
)
_LICENSED: Final = (
    *("public domain", "publicdomain", "no copyright", "CC0", "CC BY", "licenses/by", "Creative Commons"),
    *("Open Government Licence", "open licence", "open license", "licence ouverte", "ODbL", "ODC-By", "PDDL"),
    *("reproduction is authorised", "reproduction is authorized", "may be reproduced", "may be freely reproduced"),
    *("domaine public", "dominio público", "общественное достояние", "公有领域", "公共领域", "公有領域"),
    *("パブリックドメイン", "ملك عام", "الملكية العامة", "المشاع الإبداعي"),
)
_RESERVED: Final = (
    *("all rights reserved", "rights reserved", "in copyright", "rightsstatements.org/vocab/InC"),
    *("tous droits réservés", "todos los derechos reservados", "reservados todos los derechos"),
    *("все права защищены", "保留所有权利", "版权所有", "版權所有", "著作権所有", "全著作権所有"),
    *("جميع الحقوق محفوظة", "كل الحقوق محفوظة"),
)
"""What rights statements say in the languages that are read; compared as words, whatever case and signs."""


# --- what is seen -----------------------------------------------------------------------------------------------------


class _Window:
    """The public rows. `held_…` are the tables as they are, `seen_…` what may be seen of them."""

    def statements(self, dialect: str, schema: str) -> Sequence[str]:
        """The views of a new connection."""
        held = (f'CREATE TEMP VIEW held_{each.name} AS SELECT * FROM "{schema}".{each.name}' for each in _ALL)
        facts = _view(EDITS, schema, "held.work LIKE 'ev-%'", _UNSIGNED, dialect, name="fact_edits")
        shown = (_view(table, schema, where, _INSTEAD.get(table, {}), dialect) for table, where in _SHOWN.items())
        return *(f"CREATE TEMP TABLE {each}" for each in _SEEN), *held, *shown, facts

    def bring_up(self, connection: "Connection") -> None:
        """Works out anew what may be seen, where anything was changed since."""
        last, seen = connection.exec_driver_sql(_STANDS).one()
        if last != seen:
            with _to_be_written(connection):
                for name in _SEEN:
                    connection.exec_driver_sql(f"DELETE FROM {name.partition(' ')[0]}")
                for statement in _LOOK:
                    connection.exec_driver_sql(_said(statement, connection.dialect.name))


@contextmanager
def _to_be_written(connection: "Connection") -> Iterator[None]:
    """SQLite's temporary tables are closed like all others, but for this."""
    if connection.dialect.name != "sqlite":
        yield
        return
    connection.exec_driver_sql("PRAGMA query_only=OFF")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA query_only=ON")


def _view(table: "Table", schema: str, where: str, instead: dict[str, str], dialect: str, *, name: str = "") -> str:
    names = (each.name for each in table.columns)
    columns = (f'{instead[name]} AS "{name}"' if name in instead else f'held."{name}"' for name in names)
    chosen = f'SELECT {", ".join(columns)} FROM "{schema}".{table.name} AS held WHERE {where}'
    return f"CREATE TEMP VIEW {name or table.name} AS {_said(chosen, dialect)}"


def _said(statement: str, dialect: str) -> str:
    """A statement in the words of a database."""
    return statement.replace("FIND(", "instr(" if dialect == "sqlite" else "strpos(").replace("OTHER", _OTHER[dialect])


_OTHER: Final = {"sqlite": "json_extract(d.body, '$.other')", "postgresql": "(d.body::json ->> 'other')"}
_ALL: Final = (CHANGES, READINGS, EXPRESSIONS, FORWARDS, EDITS)
_STANDS: Final = """
SELECT (SELECT coalesce(max(seq), 0) FROM held_changes), (SELECT number FROM seen_at)
"""

_SEEN: Final = (
    "seen_at (number INTEGER)",
    "seen_rows (id INTEGER PRIMARY KEY)",
    "seen_names (name VARCHAR PRIMARY KEY, since INTEGER)",
    "seen_readings (id INTEGER PRIMARY KEY)",
    "seen_files (sha256 VARCHAR PRIMARY KEY, since INTEGER)",
    "seen_edits (id INTEGER PRIMARY KEY)",
    "seen_changes (seq INTEGER PRIMARY KEY, verb VARCHAR, subject VARCHAR)",
)


def _text(address: str) -> str:
    """The address of the text that an address is in."""
    return f"substr({address}, 1, FIND({address} || '#', '#') - 1)"


_OPEN: Final = "p.until IS NULL AND p.marking = 'public' AND p.state IN ('kept', 'rival')"
_OF_SEEN: Final = "FROM held_expressions e JOIN seen_rows s ON s.id = e.id"
_NAMES: Final = f"SELECT name FROM seen_names UNION ALL SELECT e.address {_OF_SEEN} WHERE e.state = 'withdrawn'"

_FACTS: Final = """SELECT f.{} FROM fact_edits f WHERE EXISTS (
        SELECT 1 FROM seen_names n WHERE FIND(f.body, '"' || n.name || '"') > 0)"""

_LOOK: Final = (
    # Rows with the marking public of what is public now, under this address or the one that it leads to.
    f"""INSERT INTO seen_rows SELECT e.id FROM held_expressions e
    WHERE e.marking = 'public' AND e.state IN ('kept', 'rival') AND (
        EXISTS (SELECT 1 FROM held_expressions p WHERE p.address = e.address AND {_OPEN})
        OR EXISTS (SELECT 1 FROM held_forwards f JOIN held_expressions p ON p.address = f.new
            WHERE f.old = e.address AND {_OPEN}))""",
    # Tombstones. Copies are the words of another row; an export of the public leaves them out too.
    """INSERT INTO seen_rows SELECT p.id FROM held_expressions p
    WHERE p.until IS NULL AND p.marking = 'public' AND p.state = 'withdrawn'""",
    # The names that texts had while they were public: one from before may say what they were then.
    f"""INSERT INTO seen_names SELECT own.name, min(own.since) FROM (
        SELECT e.address AS name, e.since AS since {_OF_SEEN} WHERE e.state <> 'withdrawn'
        UNION ALL SELECT e.work, e.since {_OF_SEEN} WHERE e.state <> 'withdrawn') own GROUP BY own.name""",
    f"INSERT INTO seen_readings SELECT DISTINCT e.reading {_OF_SEEN} WHERE e.state <> 'withdrawn'",
    f"""INSERT INTO seen_files SELECT r.sha256, min(e.since) {_OF_SEEN} JOIN held_readings r ON r.id = e.reading
    WHERE e.state <> 'withdrawn' GROUP BY r.sha256""",
    # No notes. Corrections since the text is public; relations of any time, for they still hold.
    f"""INSERT INTO seen_edits SELECT d.id FROM held_edits d
    JOIN seen_names n ON n.name = d.work LEFT JOIN seen_files f ON f.sha256 = d.sha256
    WHERE d.verb IN ('correct', 'join', 'split', 'relate') AND (d.sha256 IS NULL OR f.sha256 IS NOT NULL)
    AND {_text("d.address")} IN (SELECT name FROM seen_names)
    AND CASE WHEN d.verb = 'relate' THEN {_text("OTHER")} IN (SELECT name FROM seen_names)
        ELSE d.seq >= coalesce(f.since, n.since) END""",
    # What began, ended or was said of a public text, and what took one away: caches must not stand still over that,
    # nor over a correction of an event that a public text tells.
    f"""INSERT INTO seen_changes SELECT c.seq, c.verb, c.subject FROM held_changes c
    WHERE c.verb = 'release' OR c.seq IN (SELECT e.since {_OF_SEEN}) OR c.seq IN ({_FACTS.format("seq")})
    OR c.seq IN ({_FACTS.format("undone")} AND f.undone IS NOT NULL)
    OR c.seq IN (SELECT e.until {_OF_SEEN} WHERE e.until IS NOT NULL)
    OR c.seq IN (SELECT d.seq FROM held_edits d JOIN seen_edits s ON s.id = d.id)
    OR c.seq IN (SELECT d.undone FROM held_edits d JOIN seen_edits s ON s.id = d.id WHERE d.undone IS NOT NULL)
    OR c.seq IN (SELECT g.until FROM held_expressions g
        WHERE g.until IS NOT NULL AND g.marking = 'public' AND g.state IN ('kept', 'rival')
        AND NOT EXISTS (SELECT 1 FROM seen_rows s WHERE s.id = g.id))""",
    f"""UPDATE seen_changes SET verb = 'change', subject = ''
    WHERE verb <> 'release' AND {_text("subject")} NOT IN ({_NAMES})""",
    "INSERT INTO seen_at SELECT coalesce(max(seq), 0) FROM held_changes",
)


def _among(seen: str, column: str, own: str = "id") -> str:
    return f'EXISTS (SELECT 1 FROM {seen} s WHERE s.{own} = held."{column}")'


_SHOWN: Final = {
    CHANGES: _among("seen_changes", "seq", "seq"),
    FILES: _among("seen_files", "sha256", "sha256"),
    READINGS: _among("seen_readings", "id"),
    EXPRESSIONS: _among("seen_rows", "id"),
    PASSAGES: _among("seen_readings", "reading"),
    FORWARDS: f"{_among('seen_names', 'old', 'name')} AND {_among('seen_names', 'new', 'name')}",
    EDITS: _among("seen_edits", "id"),
    MOVES: f"{_among('seen_readings', 'old')} AND {_among('seen_readings', 'new')}",
    RELEASES: "1 = 1",
    REPORTS: "1 = 0",
}
_UNSAID: Final = "CASE WHEN held.state = 'withdrawn' THEN {} ELSE held.{} END"
_UNSIGNED: Final = {"who": "''", "because": "''", "evidence": "'{}'"}
_PERSON: Final = '\'"method":"person:\''
_INSTEAD: Final = {
    CHANGES: {
        **{"who": "''", "because": "''", "body": "'{}'"},
        "verb": "(SELECT s.verb FROM seen_changes s WHERE s.seq = held.seq)",
        "subject": "(SELECT s.subject FROM seen_changes s WHERE s.seq = held.seq)",
    },
    EXPRESSIONS: {
        "title": _UNSAID.format("NULL", "title"),
        "record": _UNSAID.format("'{}'", "record"),
        "doubts": _UNSAID.format("'[]'", "doubts"),
    },
    EDITS: {
        **{"who": "''", "because": "''"},
        # Of a whole work the words would be those of its best text, which may not be public; of any the person is left.
        "evidence": f"""CASE WHEN held.sha256 IS NULL
            THEN '{{"address":"' || held.address || '","quotation":""}}'
            ELSE substr(held.evidence, 1, FIND(held.evidence || {_PERSON}, {_PERSON}) - 1)
                || '"method":"person"}}' END""",
    },
    RELEASES: {
        "who": "''",
        "documents": """(SELECT count(*) FROM seen_rows s JOIN held_expressions e ON e.id = s.id
            WHERE e.state = 'kept' AND e.since <= held.seq AND (e.until IS NULL OR e.until > held.seq))""",
    },
}
"""What is said instead of what a column has."""
