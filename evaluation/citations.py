"""Whether the links of United Nations documents are found, and lead to the right text."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from acquis.model import Citation, Kind, Part, Pinpoint, Span
from acquis.organisations._symbols import normal_symbol
from acquis.structure.citations import citations_in
from evaluation.score import Score, share

_SPEAKS = (
    *(("A/HRC/", "Human Rights Council"), ("A/RES/", "General Assembly"), ("S/RES/", "Security Council")),
    *(("S/PRST/", "Security Council"), ("E/RES/", "Economic and Social Council"), ("UNEP/EA.", "UNEA")),
    *(("HSP/HA.", "UNHA"),),
)


def documents(shared: Path) -> dict[str, list[dict[str, Any]]]:
    """The paragraphs of every document of the development set, by its symbol."""
    path = shared / "data/un_documents/documents.dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {held["symbol"]: held["paragraphs"] for held in map(json.loads, lines)}


def cited(symbol: str, text: str) -> tuple[Citation, ...]:
    """The citations of one paragraph, read alone."""
    organ = next((organ for prefix, organ in _SPEAKS if symbol.startswith(prefix)), None)
    known = normal_symbol(symbol)
    own = Pinpoint(f"un:{known}" if known else "file:000000000000")
    part = Part("p1", Kind.PARAGRAPH, Span(0, len(text)))
    return citations_in(text, [part], own=own, organ=organ, language="en")


def links(shared: Path) -> list[dict[str, str]]:
    """The hyperlinks of the development set: source, paragraph, anchor, target."""
    with (shared / "data/un_documents/citation_links.dev.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def places(text: str, anchor: str) -> Iterator[Span]:
    """Where an anchor stands in its paragraph, not within a longer number."""
    loose = r"\s*".join(re.escape(word) for word in anchor.strip(" ,.").split())
    for match in re.finditer(rf"(?<![\d/]){loose}(?!\d)", text):
        yield Span(match.start(), match.end())


def same(target: str | None, wanted: str) -> bool:
    """Whether an address is of the text that a link leads to; letters after the number are not compared."""
    return target is not None and _plain(target.split("#")[0].removeprefix("un:")) == _plain(wanted)


def _plain(symbol: str) -> str:
    bare = re.sub(r"\s|\.\.", "", symbol.upper())
    return re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?(?=\(|$)", "", bare)


def judged(shared: Path) -> Iterator[tuple[dict[str, str], str, bool, bool]]:
    """Each link whose anchor stands in its paragraph, the paragraph, whether it was found, and whether rightly."""
    held = documents(shared)
    for link in links(shared):
        text = held[link["source_symbol"]][int(link["paragraph_index"])]["text"]
        spans = list(places(text, link["anchor_text"]))
        if spans:
            met = [c for c in cited(link["source_symbol"], text) if any(c.span.meets(s) for s in spans)]
            yield link, text, bool(met), any(same(c.target, link["target"]) for c in met)


def measure(shared: Path) -> list[Score]:
    """Recall and target of the citations that people had linked, and precision as judged by hand."""
    rows = list(judged(shared))
    found = sum(1 for _, _, met, _ in rows if met)
    right = sum(1 for *_, true in rows if true)
    note = "near-gold: hyperlinks of UN documents; a missing link says nothing"
    return [
        share("citations found", found, len(rows), "gold", note),
        share("citations rightly resolved", right, found, "gold", note),
        *precision(Path(__file__).parent / "verdicts" / "citations.json"),
    ]


def precision(path: Path) -> list[Score]:
    """How many of the citations drawn by lot were judged right by a reader."""
    if not path.is_file():
        return []
    drawn = json.loads(path.read_text(encoding="utf-8"))["final"]
    right = sum(1 for row in drawn if row["verdict"] == "right")
    return [share("citations precision", right, len(drawn), "gold", "drawn by lot, judged by one reader")]
