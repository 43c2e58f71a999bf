"""Words of a document cut where something begins or ends: sentences, citations, what was looked for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Mark(Struct, frozen=True):
    """A stretch of some words (code points, end excluded): what it is, and where it leads or what is said of it."""

    start: int
    end: int
    kind: str
    value: str = ""


class Run(Struct, frozen=True):
    """Words that are marked alike: by kind of mark, what it says."""

    words: str
    marks: dict[str, str]


def runs(words: str, marks: Iterable[Mark]) -> list[Run]:
    """The words in order, cut at every end of a mark; of two marks of a kind the later one counts.

    >>> [(run.words, run.marks) for run in runs("Recalling A/1.", [Mark(10, 13, "cites", "un:A/1")])]
    [('Recalling ', {}), ('A/1', {'cites': 'un:A/1'}), ('.', {})]
    """
    held = [mark for mark in marks if mark.start < mark.end]
    cuts = sorted({0, len(words), *(at for m in held for at in (m.start, m.end) if 0 < at < len(words))})
    return [
        Run(words[start:end], {m.kind: m.value for m in held if m.start <= start and end <= m.end})
        for start, end in pairwise(cuts)
    ]


def grouped(found: Sequence[Run], kind: str) -> Iterator[tuple[str | None, list[Run]]]:
    """Neighbours that have the same mark of a kind together, with what it says; None for those without."""
    group: list[Run] = []
    for run in found:
        if group and group[-1].marks.get(kind) != run.marks.get(kind):
            yield group[-1].marks.get(kind), group
            group = []
        group.append(run)
    if group:
        yield group[-1].marks.get(kind), group


def plain(words: str | None) -> str:
    """Words on one line, without signs that are not seen and those that turn the direction of a line.

    For places where nothing can be set apart, such as the title of a window.
    """
    return " ".join(_UNSEEN.sub("", words or "").split())
