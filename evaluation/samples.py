"""The project's own sample organisation: what its masters hold against what the reader finds in the documents."""

import importlib.util
import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from acquis.model import Kind, Part
from acquis.model.document import COUNTED
from acquis.structure.closings import adopted
from evaluation.fields import Tally
from evaluation.reading import Seen, seen
from evaluation.score import Score, f1, share

HOME = Path(__file__).resolve().parents[1] / "samples"
_KINDS = (
    ("articles and rules", (Kind.ARTICLE,), ("articles", "rules")),
    ("annexes", (Kind.ANNEX,), ("annexes",)),
    ("footnotes", (Kind.NOTE,), ("footnotes",)),
    ("signature lines", (Kind.SIGNATURE,), ("signature_lines",)),
)
_HEADINGS = (Kind.CHAPTER, Kind.SECTION, Kind.DIVISION, Kind.ANNEX, Kind.HEADING, Kind.ARTICLE)
_FIELDS = ("title", "kind", "organ", "place", "date", "language", "symbol")


def measure() -> list[Score]:
    """Paragraphs and headings word for word, counts of what else there is, and the fields of the record."""
    documents = {name: seen((HOME / "osr" / name).read_bytes(), name) for name in known()}
    return [*paragraphs(documents), *counts(documents), *records(documents)]


@cache
def known() -> dict[str, dict[str, Any]]:
    """What is known of every document of the samples, by its file name."""
    files: dict[str, dict[str, Any]] = json.loads((HOME / "structure.json").read_text(encoding="utf-8"))["files"]
    return files


def paragraphs(documents: dict[str, Seen]) -> list[Score]:
    """Paragraphs and headings, word for word, of every master."""
    right = found = wanted = told = headings = 0
    for name, blocks in _masters():
        document, text = documents[name], documents[name].reading.layers.text
        formulas = {_bare(words) for kind, words in blocks if kind == "E"}
        gold = [_bare(words) for kind, words in blocks if kind == "P"]
        mine = [words for part in document.reading.parts if (words := _counted(part, text)) and words not in formulas]
        right += _shared(gold, mine)
        found, wanted = found + len(mine), wanted + len(gold)
        heads = [_bare(words) for kind, words in blocks if kind == "H"]
        titles = [_bare(part.span.of(text)) for part in document.reading.parts if part.kind in _HEADINGS]
        told, headings = told + sum(any(t and h.endswith(t) for t in titles) for h in heads), headings + len(heads)
    return [
        f1("samples: paragraphs word for word", right, found, wanted, "mechanical"),
        share("samples: headings told", told, headings, "mechanical"),
    ]


def counts(documents: dict[str, Seen]) -> Iterator[Score]:
    """Whether a document has as many articles, annexes, footnotes and signature lines as were put in it.

    A line under a text on its adoption is of the kind of signatures and is none.
    """
    for words, kinds, names in _KINDS:
        right = 0
        for name, document in documents.items():
            lines = (part for part in document.reading.parts if part.kind in kinds)
            printed = [part.span.of(document.reading.layers.text) for part in lines]
            found = sum(not adopted(line) for line in printed)
            right += found == sum(known()[name][field] for field in names)
        yield share(
            f"samples: number of {words}", right, len(documents), "mechanical", "documents with the right number"
        )


def records(documents: dict[str, Seen]) -> list[Score]:
    """The fields of the record; places are compared in English texts only, for others state them in their own words."""
    all_fields = Tally("samples: record", "mechanical")
    wrong: dict[str, int] = dict.fromkeys(_FIELDS, 0)
    for name, document in documents.items():
        for field in _FIELDS:
            gold, given = known()[name][field], _given(document, field)
            if gold is None or (field == "place" and known()[name]["language"] != "en"):
                continue
            right = given is not None and _plain(field, given) == _plain(field, gold)
            all_fields.take(given, right=right)
            wrong[field] += given is not None and not right
    all_fields.note = "wrong: " + ", ".join(f"{field} {count}" for field, count in wrong.items() if count)
    return all_fields.scores()


def _given(document: Seen, field: str) -> str | None:
    if field == "date":
        day, _ = document.record.day
        return str(day) if day else None
    return document.record.value(field)


def _plain(field: str, value: str) -> str:
    if field == "language":
        return value.partition("-")[0]
    return _bare(value) if field == "title" else value


def _counted(part: Part, text: str) -> str:
    return _bare(part.span.of(text)) if part.kind in COUNTED else ""


def _bare(words: str) -> str:
    """The letters alone: marks of notes, numbers and every blank aside."""
    return "".join(letter for letter in words.casefold() if letter.isalpha())


def _shared(gold: Sequence[str], mine: Sequence[str]) -> int:
    left = list(mine)
    right = 0
    for words in gold:
        if words in left:
            left.remove(words)
            right += 1
    return right


@cache
def _masters() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The blocks of every master (their letter and their words), with the name of the document made from it."""
    spec = importlib.util.spec_from_file_location("samples_master", HOME / "making" / "master.py")
    if spec is None or spec.loader is None:
        return ()
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    read = [module.read(path) for path in sorted((HOME / "masters").glob("*.txt"))]
    return tuple(
        (each.fields["file"], tuple((block.kind.value, module.accepted(block.words)) for block in each.blocks))
        for each in read
    )
