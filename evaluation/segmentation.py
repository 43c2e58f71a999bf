"""Whether paragraphs, sentences, sections and lists of the two founding documents are found where people see them."""

import json
from pathlib import Path
from typing import Any

from acquis.model import Kind, Part
from acquis.model.document import COUNTED
from evaluation.reading import Seen, seen
from evaluation.score import Score, f1, share

_PARAGRAPHS_2007 = 22
_BULLETS_2007 = 4


def measure(shared: Path) -> list[Score]:
    """The declaration of 2011, annotated by hand, and what is known of that of 2007."""
    gold = json.loads((shared / "gold" / "structure_sco2011.json").read_text(encoding="utf-8"))
    return [*annotated(_seed(shared, "000_"), gold), *declaration_2007(_seed(shared, "003_"))]


def annotated(document: Seen, gold: dict[str, Any]) -> list[Score]:
    """Exact spans of paragraphs and sentences (printed numbers lie outside both), numbers, and recovered sections."""
    paragraphs = [part for part in document.reading.parts if part.kind in COUNTED]
    starts = {s["paragraph"]: s["start"] for s in reversed(gold["sentences"])}
    wanted = {(starts[p["id"]], p["end"]) for p in gold["paragraphs"]}
    found = {span for part in paragraphs if (span := document.source(part.span))}
    said = {(s["start"], s["end"]) for s in gold["sentences"]}
    heard = {span for part in paragraphs for s in part.sentences if (span := document.source(s))}
    at = document.starts()
    numbers = [(at.get(starts[p["id"]]), p["marker"]) for p in gold["paragraphs"]]
    right = sum(part is not None and part.number == marker for part, marker in numbers)
    return [
        f1("paragraphs of 2011: exact spans", len(found & wanted), len(found), len(wanted), "gold"),
        f1("sentences of 2011: exact spans", len(heard & said), len(heard), len(said), "gold"),
        share("paragraphs of 2011: printed numbers", right, len(numbers), "gold"),
        *_sections(document, gold, starts),
    ]


def _sections(document: Seen, gold: dict[str, Any], starts: dict[str, int]) -> list[Score]:
    """A section is right when it holds the paragraphs that people put in it, and no other."""
    climb, held = document.above(), dict[str, set[int]]()
    for start, part in document.starts().items():
        if part.kind in COUNTED:
            section = next((above for above in climb(part) if above.kind is Kind.SECTION), None)
            held.setdefault(section.path if section and section.recovered else "", set()).add(start)
    wanted = [{starts[p] for p in s["paragraphs"]} for s in gold["sections"] if s["recovered"]]
    right = sum(paragraphs in wanted for path, paragraphs in held.items() if path)
    return [f1("sections of 2011: recovered", right, len([p for p in held if p]), len(wanted), "gold")]


def declaration_2007(document: Seen) -> list[Score]:
    """Twenty-two paragraphs, four of them in one list that hangs from its lead-in."""
    paragraphs = [part for part in document.reading.parts if part.kind in COUNTED]
    bullets = [part for part in paragraphs if part.kind is Kind.BULLET]
    tied = sum(_leads(document, part) for part in bullets)
    return [
        f1(
            "paragraphs of 2007: count",
            min(len(paragraphs), _PARAGRAPHS_2007),
            len(paragraphs),
            _PARAGRAPHS_2007,
            "gold",
        ),
        f1("list of 2007: items tied to the lead-in", tied, len(bullets), _BULLETS_2007, "gold"),
    ]


def _leads(document: Seen, item: Part) -> bool:
    above = next((part for part in document.reading.parts if part.path == item.within), None)
    return above is not None and above.span.of(document.reading.layers.text).rstrip().endswith(":")


def _seed(shared: Path, prefix: str) -> Seen:
    path = next((shared / "seeds").glob(f"{prefix}*.txt"))
    return seen(path.read_bytes(), path.name)
