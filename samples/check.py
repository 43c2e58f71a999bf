"""Checks that every quotation of `truth.json` stands in its document, and that `structure.json` fits the documents.

Run it from any folder: `python samples/check.py`. It needs python-docx, lxml and pypdf.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from making.master import Kind, accepted, read

HERE = Path(__file__).parent
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE = re.compile(r"\[\^\d+\]")
CODES = {"osr-008.txt": "shift_jis", "osr-014.txt": "windows-1251"}


def main() -> int:
    """Print what does not hold; the number of faults is the exit code."""
    texts = {path.name: folded(words(path)) for path in sorted((HERE / "osr").iterdir())}
    truth = json.loads((HERE / "truth.json").read_text("utf-8"))
    faults = [*missing_quotes(truth, texts), *missing_blocks(texts), *misnumbered(truth)]
    print("\n".join(faults) or f"{len(texts)} documents, {len(list(evidence(truth)))} quotations: all in place.")
    return min(len(faults), 100)


def evidence(node: Any) -> Iterator[dict[str, Any]]:
    """Every object with a file and a quotation or a row, at any depth."""
    if isinstance(node, list):
        for value in node:
            yield from evidence(value)
    elif isinstance(node, dict):
        if "file" in node and ("quote" in node or "row" in node):
            yield node
        for value in node.values():
            yield from evidence(value)


def missing_quotes(truth: Any, texts: dict[str, str]) -> list[str]:
    """Quotations that do not stand in the document they name."""
    found = []
    for item in evidence(truth):
        quote = item.get("quote") or " ".join(cell for cell in item["row"] if cell)
        if folded(quote) not in texts[item["file"]]:
            found.append(f"{item['file']}: not found: {quote}")
    return found


def missing_blocks(texts: dict[str, str]) -> list[str]:
    """Blocks of a master that its document lacks or has in another order."""
    found = []
    for path in sorted((HERE / "masters").glob("*.txt")):
        master = read(path)
        at = 0
        for block in master.blocks:
            if block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
                continue
            for piece in filter(None, map(folded, accepted(NOTE.sub("\0", block.words)).split("\0"))):
                place = texts[master.fields["file"]].find(piece, at)
                at = max(at, place)
                if place < 0:
                    found.append(f"{master.fields['file']}: lacks: {piece[:70]}")
    return found


def misnumbered(truth: Any) -> list[str]:
    """Evidence whose paragraph number is not that of a paragraph with these words."""
    masters = {master.fields["file"]: master for master in map(read, (HERE / "masters").glob("*.txt"))}
    found = []
    for item in evidence(truth):
        if "paragraph" not in item:
            continue
        paragraph = masters[item["file"]].of(Kind.PARAGRAPH)[item["paragraph"] - 1]
        if folded(item["quote"]) not in folded(accepted(paragraph.words)):
            found.append(f"{item['file']}: paragraph {item['paragraph']} lacks: {item['quote']}")
    return found


def words(path: Path) -> str:
    """The words of a document, page furniture and line-end hyphens taken out."""
    readers: dict[str, Callable[[bytes], str]] = {".html": _html, ".docx": _docx, ".pdf": _pdf}
    content = path.read_bytes()
    if path.suffix in readers:
        return readers[path.suffix](content)
    return content.decode(CODES.get(path.name, "utf-8"))


def folded(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


def _html(content: bytes) -> str:
    from lxml import html  # type: ignore[import-untyped]

    tree = html.fromstring(content)
    return " ".join(text for text in tree.xpath("//body//text()[not(ancestor::script)]"))


def _docx(content: bytes) -> str:
    from docx import Document

    document = Document(io.BytesIO(content))
    notes = [part.blob.decode() for part in document.part.package.iter_parts() if "footnotes" in str(part.partname)]
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in document.element.body.iter(f"{WORD}p"))
    return "\n".join([*paragraphs, *(re.sub("<[^>]+>", " ", note) for note in notes)])


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    kept = (line for page in pages for line in page.splitlines() if not _furniture(line))
    joined = re.sub(r"(?<=[A-Z0-9]/)\n(?=[A-Z0-9])", "", "\n".join(kept))
    return re.sub(r"[‐­]\n", "", joined)


def _furniture(line: str) -> bool:
    heads = ("Charter of the Organisation of the Seven Rivers", "OSR/CHS/DEC/2011/3 – Water")
    return line.startswith(heads) or re.fullmatch(r"– ?\d+ ?–|Page \d+ of \d+|\d+/\d+", line.strip()) is not None


if __name__ == "__main__":
    sys.exit(main())
