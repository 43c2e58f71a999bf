"""`acquis codebook`: what every field of every table means, for people who count."""

from typing import Final

from acquis.cli._options import forms, verb
from acquis.cli._print import Column, rows

_COLUMNS: Final = (
    Column("table", "table", whole=True),
    Column("field", "field", whole=True),
    Column("meaning", "meaning"),
)

TABLES: Final[dict[str, dict[str, str]]] = {
    "documents": {
        "address": "the expression: its work and @ its language, with -x- and the source where it is not official",
        "work": "the work, whatever its language",
        "language": "BCP 47 tag",
        "standing": "authentic, official, unofficial translation or unknown",
        "organisation": "whose text it is, by its code; empty for a text of no organisation",
        "organ": "the organ that adopted it, by the organisation's code for it",
        "kind": "what its symbol or its title says it is: declaration, resolution, treaty …",
        "title": "as stated, in its own language",
        "symbol": "the printed symbol in its normal form",
        "place": "where it was adopted or signed, as stated",
        "day": "2011, 2011-06 or 2011-06-15, as far as it is stated; empty means not stated",
        "day_is": "which date that is: adoption, else issue, else signature",
        "collection": "the database or collection that the file names",
        "marking": "public, internal or restricted; unmarked is internal",
        "rights": "the rights statement",
        "work_rights": "the rights statements of other expressions of the work, where it has none of its own",
        "state": "kept; rival (claims an address that is taken); copy (the same words again); withdrawn",
        "doubts": "what the reader was not sure of, in sentences",
    },
    "parts": {
        "address": "the part: # and its path, as it will always be",
        "kind": "title, heading, section, article, preambular, operative, paragraph, item, note, signature …",
        "number": "as printed; empty where nothing is printed and the part is counted",
        "level": "depth in the list it belongs to, from 1",
        "within": "the path of the part above it; empty at the top",
        "words": "its own words, without its number and without the parts below it",
    },
    "sentences": {
        "address": "the sentence: .s and its number in the paragraph",
        "words": "the sentence, byte for byte",
    },
    "claims": {
        "field": "a field of the record, below",
        "value": "in its normal form; empty where it is known to be unstated",
        "basis": "correction, record field, masthead, text, web stamp, file metadata, file name, rule: strongest first",
        "stated": "the words that state it",
        "span": "where they stand in the source, in characters; the end is not in it",
        "why": "the reason, where no words state it",
        "refused": "true for a claim that is kept as a conflict and never answers",
    },
    "record": {
        "title": "the title",
        "symbol": "the symbol",
        "organisation": "the organisation's code",
        "organ": "the organ's code",
        "kind": "the kind of text",
        "place": "the place",
        "session": "the session of the organ",
        "agenda": "the agenda item",
        "meeting": "the meeting",
        "mode": "how it was adopted: consensus, vote …",
        "sponsors": "who proposed it",
        "source": "who gave the text, as stated",
        "database": "the database it was taken from",
        "collection": "the collection in it; may be several",
        "keeper": "the institution that keeps it; may be several",
        "notes": "notes that came with it; may be several",
        "language": "BCP 47 tag",
        "standing": "authentic, official, unofficial translation or unknown",
        "translator": "who translated it",
        "slug": "the name in the address",
        "url": "where it was taken from; never followed",
        "marking": "public, internal or restricted",
        "rights": "the rights statement",
        "related": "other texts that the record names",
        "date.adoption": "the day it was adopted",
        "date.issue": "the day it was issued",
        "date.signature": "the day it was signed",
        "date.publication": "the day it was published",
        "date.receipt": "the day it was received",
    },
    "files": {
        "name": "where the file was met: folder/a.pdf, papers.zip!/a.pdf, stdin",
        "outcome": "kept, held (the same bytes), copy (the same words), rival (another text of that address), refused",
        "line": "the reason in one sentence",
        "address": "the address it has; empty for a refused file",
        "doubts": "what the reader was not sure of; in a report they stand in the line",
        "odd": "true for copies, rivals, refusals, and files with a doubt",
    },
    "passages": {
        "address": "the passage that was found",
        "match": "the first of the words found in it",
        "day": "the day of the document",
        "title": "the title of the document",
        "snippet": "the stretch of the passage that shows the words best",
        "words": "the whole passage",
        "reason": "why it stands where it does in the order",
    },
    "concordance": {
        "left": "what stands before the words",
        "node": "the words found",
        "right": "what stands after them",
        "address": "where the words stand",
        "day": "the day of the document",
    },
    "changes": {
        "seq": "the number of the change; the sequence only grows",
        "at": "when, in UTC",
        "who": "ACQUIS_WHO, else the login name",
        "verb": "add, refuse, correct, join, split, relate, note, withdraw, undo, reread, release …",
        "subject": "the address it is about",
        "because": "the reason given",
        "body": "what else belongs to it",
    },
    "edits": {
        "number": "the number that `acquis undo` takes",
        "address": "where it was entered",
        "now": "where its words stand now",
        "verb": "correct, join, split, relate, note, withdraw",
        "body": "what was entered",
        "who": "who entered it",
        "at": "when, in UTC",
        "because": "the reason given",
    },
    "releases": {
        "name": "the name that is cited",
        "number": "1, 2, 3 …",
        "seq": "the change it stands at",
        "hash": "SHA-256 over the sorted (address, text hash, reader version): the same for the same texts",
        "documents": "how many expressions it holds",
        "at": "when, in UTC",
        "who": "who named it",
    },
}
"""The tables that commands print with --csv and --json, with the meaning of each field."""


@verb(
    "codebook",
    ("acquis codebook", "Every table and field"),
    ("acquis codebook --csv > codebook.csv", "The same to go with a data set"),
)
@forms("json", "csv")
def command(form: str) -> None:
    """Says what every field of every table means."""
    held = [
        {"table": table, "field": field, "meaning": meaning}
        for table, fields in TABLES.items()
        for field, meaning in fields.items()
    ]
    rows(form, "fields", held, _COLUMNS)
