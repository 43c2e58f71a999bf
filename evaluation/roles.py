"""Whether a paragraph of a resolution is read as preambular or operative, as labels say and as a reader judged."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from acquis.model import Kind, Part
from evaluation.reading import first_letter, topmost, un_read
from evaluation.score import Score, share

VERDICTS = Path(__file__).parent / "verdicts" / "roles.json"
_ROLES = {Kind.ENACTING: "preambular", Kind.PREAMBULAR: "preambular", Kind.OPERATIVE: "operative"}
_SEED, _DRAWN, _NORMAL = 2011, 100, 1.96


@dataclass(frozen=True)
class Paragraph:
    """A labelled paragraph of a resolution: where it is, what the label says, and what the reader says."""

    symbol: str
    index: int
    label: str
    ours: str
    level: int | None
    in_annex: bool
    words: str

    @property
    def key(self) -> tuple[str, int]:
        """What names it."""
        return self.symbol, self.index


def measure(shared: Path) -> list[Score]:
    """Agreement with the labels, the accuracy that verdicts by hand make of it, and annexes apart."""
    rows = list(paragraphs(shared))
    body, annexed = [row for row in rows if not row.in_annex], [row for row in rows if row.in_annex]
    first = [row for row in body if row.level in (None, 1)]
    quiet = sum(row.ours != "operative" for row in annexed)
    return [
        *([corrected(body, json.loads(VERDICTS.read_text(encoding="utf-8")))] if VERDICTS.is_file() else []),
        _agreement("preambular/operative: all levels, against labels", body),
        _agreement("preambular/operative: first level, against labels", first),
        share("preambular/operative: none operative in annexes", quiet, len(annexed), "silver"),
    ]


def paragraphs(shared: Path) -> Iterator[Paragraph]:
    """Every labelled paragraph of the resolutions that has words."""
    for text, document in un_read(shared):
        if "/RES/" not in text.symbol:
            continue
        starts, climb = document.starts(), document.above()
        for index, item in enumerate(text.items):
            at = first_letter(text.text, item.start, item.end)
            if item.type == "paragraph" and item.role and at is not None:
                part = starts.get(at)
                ours = _role(climb(part)) if part else "no part"
                words = text.text[item.start : item.end]
                yield Paragraph(text.symbol, index, item.role, ours, item.level, item.in_annex, words)


def _role(chain: list[Part]) -> str:
    """What the paragraph is that this one belongs to: an item is operative in an operative paragraph."""
    top = topmost(chain)
    return _ROLES.get(top.kind, top.kind.value)


def _agreement(task: str, rows: Sequence[Paragraph]) -> Score:
    note = "labels by a rule, about 98 % right"
    return share(task, sum(row.ours == row.label for row in rows), len(rows), "silver", note)


def corrected(rows: Sequence[Paragraph], kept: dict[str, Any]) -> Score:
    """The accuracy in truth, worked out from the disagreements that were drawn by lot and judged by hand.

    The paragraphs where reader and label disagreed at the time of the draw are one layer, and what was judged of it
    stands for all of it; in the other layer the label counts as right. So the figure holds for later readers too.
    What is no paragraph (a running head, a footnote) counts for nobody.
    """
    layer = {(symbol, index) for symbol, indices in kept["disagreed"].items() for index in indices}
    now = {row.key: row.ours for row in rows}
    judged = [row for row in kept["verdicts"] if (row["symbol"], row["index"]) in now]
    real = [row for row in judged if row["truth"] != "none"]
    wrong = sum(now[row["symbol"], row["index"]] not in row["truth"].split("|") for row in real)
    outside = [row for row in rows if row.key not in layer]
    size = (len(rows) - len(outside)) / len(judged)
    of = round(len(outside) + size * len(real))
    slips = sum(row.ours != row.label for row in outside)
    low, high = (slips + size * len(judged) * bound for bound in _wilson(wrong, len(judged)))
    note = f"95 % interval {1 - high / of:.4f}–{1 - low / of:.4f}; {len(judged)} of {len(layer)} disagreements judged"
    return share(
        "preambular/operative: corrected by hand", round(of - slips - size * wrong), of, "judged by hand", note
    )


def _wilson(count: int, of: int) -> tuple[float, float]:
    """Within what bounds a share lies of which `count` in `of` were drawn, 19 times in 20."""
    middle = (count + _NORMAL**2 / 2) / (of + _NORMAL**2)
    reach = _NORMAL / (of + _NORMAL**2) * sqrt(count * (of - count) / of + _NORMAL**2 / 4)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def draw(rows: Iterable[Paragraph], count: int = _DRAWN) -> tuple[list[Paragraph], list[Paragraph]]:
    """All disagreements outside annexes, and those of them that are to be judged: by lot, always the same."""
    disagreed = [row for row in rows if not row.in_annex and row.ours != row.label]
    drawn = random.Random(_SEED).sample(disagreed, min(count, len(disagreed)))
    return disagreed, sorted(drawn, key=lambda row: row.key)
