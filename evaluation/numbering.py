"""Whether the number before a paragraph is read as printed, and its level as labelled."""

from collections.abc import Iterator
from pathlib import Path

from acquis.model import Part
from evaluation.reading import first_letter, un_read
from evaluation.score import Score, share
from evaluation.un_texts import Item

_NOTE = "United Nations documents, annexes included; numbers as printed in the data, levels by a rule"


def measure(shared: Path) -> list[Score]:
    """Numbers found, numbers not invented, and levels of the paragraphs that have a number."""
    rows = list(compared(shared))
    printed = [(item, part) for item, part in rows if any(letter.isalnum() for letter in item.prefix)]
    bare = [part for item, part in rows if not item.prefix]
    levels = [(item, part) for item, part in printed if item.level]
    return [
        share("numbering: number as printed", sum(_same(*row) for row in printed), len(printed), "silver", _NOTE),
        share("numbering: none where none is printed", sum(_unnumbered(part) for part in bare), len(bare), "silver"),
        share(
            "levels", sum(part is not None and part.level == item.level for item, part in levels), len(levels), "silver"
        ),
    ]


def compared(shared: Path) -> Iterator[tuple[Item, Part | None]]:
    """Each labelled paragraph that has words, and the part whose words begin where its words begin."""
    for text, document in un_read(shared):
        starts = document.starts()
        for item in text.items:
            at = first_letter(text.text, item.start, item.end)
            if item.type == "paragraph" and at is not None:
                yield item, starts.get(at)


def _same(item: Item, part: Part | None) -> bool:
    return part is not None and _tight(part.number or "") == _tight(item.prefix)


def _unnumbered(part: Part | None) -> bool:
    return part is None or part.number is None


def _tight(number: str) -> str:
    return "".join(number.split())
