"""UN documents as text: the labelled paragraphs put together the way a text file would hold them."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Item:
    """A labelled paragraph: where its words stand in the assembled text, and what is known of it."""

    start: int
    end: int
    type: str
    role: str | None
    level: int | None
    prefix: str
    in_annex: bool


@dataclass(frozen=True)
class Assembled:
    """A document's symbol, its text, and its labelled paragraphs."""

    symbol: str
    text: str
    items: tuple[Item, ...]


def un_documents(shared: Path, part: str) -> Iterator[dict[str, Any]]:
    """The documents of one part, "dev" or "scale"."""
    path = shared / "data" / "un_documents" / f"documents.{part}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def assembled(document: dict[str, Any]) -> Assembled:
    """One document as text: paragraphs parted by an empty line, each with its printed number before it."""
    words: list[str] = []
    items: list[Item] = []
    at, in_annex = 0, False
    for paragraph in document["paragraphs"]:
        prefix = (paragraph.get("prefix") or "").strip()
        text = paragraph["text"]
        in_annex = in_annex or (paragraph["type"] == "heading" and text.lower().startswith(("annex", "appendix")))
        lead = f"{prefix}\t" if prefix and text.strip() else prefix
        start = at + len(lead)
        items.append(
            Item(
                start,
                start + len(text),
                paragraph["type"],
                paragraph.get("paragraph_type"),
                paragraph.get("paragraph_level"),
                prefix,
                in_annex,
            )
        )
        words.append(f"{lead}{text}\n\n")
        at += len(words[-1])
    return Assembled(document["symbol"], "".join(words), tuple(items))
