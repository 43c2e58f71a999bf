"""All tables of the archive, and nothing else of SQL than what they are."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

META = Table("meta", METADATA, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

CHANGES = Table(
    "changes",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("who", String(200), nullable=False),
    Column("verb", String(20), nullable=False),
    Column("subject", String(500), nullable=False, index=True),
    Column("because", Text, nullable=False, default=""),
    Column("body", Text, nullable=False, default="{}"),
    sqlite_autoincrement=True,
)
"""The one sequence of changes, append-only: the custody log, and what derived data catches up from."""

FILES = Table(
    "files",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", String(120), nullable=False),
    Column("encoding", String(40)),
    Column("content", LargeBinary, nullable=False),
    Column("seq", Integer, ForeignKey("changes.seq"), nullable=False),
)

READINGS = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False, index=True),
    Column("text_hash", String(64), nullable=False),
    Column("words_hash", String(64), nullable=False, index=True),
    Column("reader", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("options", Text, nullable=False, default="{}"),
)
"""What the rules read from a file: layers, parts, citations, claims, packed. Superseded readings stay."""

EXPRESSIONS = Table(
    "expressions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("address", String(400), nullable=False),
    Column("work", String(400), nullable=False),
    Column("language", String(40), nullable=False),
    Column("standing", String(40), nullable=False),
    Column("organisation", String(40)),
    Column("organ", String(120)),
    Column("kind", String(40)),
    Column("title", Text),
    Column("symbol", String(200)),
    Column("place", String(200)),
    Column("day", String(10)),
    Column("day_is", String(20)),
    Column("collection", Text),
    Column("marking", String(20), nullable=False, default="internal"),
    Column("rights", Text, nullable=False, default=""),
    Column("state", String(20), nullable=False, default="kept"),
    Column("shape", String(40), nullable=False, default="0:"),
    Column("reading", Integer, ForeignKey("readings.id"), nullable=False),
    Column("record", Text, nullable=False),
    Column("doubts", Text, nullable=False, default="[]"),
    Column("since", Integer, ForeignKey("changes.seq"), nullable=False),
    Column("until", Integer, ForeignKey("changes.seq")),
    Index("ix_expressions_address_until", "address", "until"),
    Index("ix_expressions_work_until", "work", "until"),
    Index("ix_expressions_since", "since"),
)
"""The catalogue. A row holds from its `since` on; a later row for the same address ends it at `until`."""

PASSAGES = Table(
    "passages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("path", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("number", String(60)),
    Column("level", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("reading", "path"),
)
"""One row per part with words, in reading order: what is searched, quoted and exported."""

FORWARDS = Table(
    "forwards",
    METADATA,
    Column("old", String(400), primary_key=True),
    Column("new", String(400), nullable=False),
    Column("seq", Integer, ForeignKey("changes.seq"), nullable=False),
)
"""Addresses that were given and later corrected; they are never given again."""

EDITS = Table(
    "edits",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, ForeignKey("changes.seq"), nullable=False),
    Column("work", String(400), nullable=False, index=True),
    Column("sha256", String(64)),
    Column("address", String(500), nullable=False),
    Column("verb", String(20), nullable=False),
    Column("body", Text, nullable=False),
    Column("evidence", Text, nullable=False, default="{}"),
    Column("who", String(200), nullable=False),
    Column("at", String(32), nullable=False),
    Column("because", Text, nullable=False),
    Column("undone", Integer, ForeignKey("changes.seq")),
)
"""Corrections and notes by people: added beside what the source states, never instead of it.

`sha256` names the file that an entry is about; it is empty where it holds for all expressions of the work.
"""

MOVES = Table(
    "moves",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("old", Integer, ForeignKey("readings.id"), nullable=False, index=True),
    Column("new", Integer, ForeignKey("readings.id"), nullable=False),
    Column("old_path", String(200), nullable=False),
    Column("new_path", String(200)),
    Column("how", String(12), nullable=False),
    Column("likeness", Float),
    Column("seq", Integer, ForeignKey("changes.seq"), nullable=False),
)
"""The map from a superseded reading to the one that followed: same, moved, split, merged, gone."""

RELEASES = Table(
    "releases",
    METADATA,
    Column("name", String(100), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("seq", Integer, ForeignKey("changes.seq"), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("documents", Integer, nullable=False),
    Column("at", String(32), nullable=False),
    Column("who", String(200), nullable=False),
)

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, ForeignKey("changes.seq"), nullable=False),
    Column("name", Text, nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("address", String(400)),
    Column("line", Text, nullable=False),
    Column("odd", Boolean, nullable=False, default=False),
)
"""What became of every file of a batch, so that the report can be read afterwards."""
