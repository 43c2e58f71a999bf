"""Paragraphs that stand word for word in several documents: whether the earliest of them is named."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from acquis.precedents.words import words_of
from evaluation.precedents.corpus import Corpus, earliest, english
from evaluation.score import Score, share

_SEED = 1945


class Recurrence(Struct, frozen=True):
    """Words that recur, and the paragraphs that may be called the earliest: those of the first day, and the undated."""

    words: str
    first: frozenset[str]
    undated: frozenset[str]

    def right(self, named: str | None) -> bool:
        """Whether a named paragraph may be called the earliest."""
        return named in self.first or named in self.undated or (named is None and not self.first)


def measure(shared: Path, *, sample: int | None = 500) -> list[Score]:
    """Every recurring paragraph, or so many drawn by lot, against the earliest use that an answer names."""
    corpus = english(shared)
    drawn = recurrences(shared, corpus)
    if sample is not None:
        drawn = random.Random(_SEED).sample(drawn, min(sample, len(drawn)))
    right = len(drawn) - len(list(missed(corpus, drawn)))
    note = "first day over every paragraph with the same words; undated documents and ties either way"
    return [share("recurrences: earliest use", right, len(drawn), "mechanical", note)]


def missed(corpus: Corpus, drawn: list[Recurrence]) -> Iterator[tuple[Recurrence, str | None]]:
    """The recurrences whose earliest use is not named, each with what is named instead."""
    for each in drawn:
        named = earliest(corpus.precedents.find(each.words, limit=1))
        if not each.right(named):
            yield each, named


def recurrences(shared: Path, corpus: Corpus) -> list[Recurrence]:
    """The paragraphs that the list of recurrences names, with the truth worked out anew over all paragraphs held."""
    held: dict[tuple[str, ...], list[tuple[str | None, str]]] = defaultdict(list)
    for text in corpus.texts:
        for at, words in enumerate(text.paragraphs):
            held[words_of(words).texts].append((text.day, text.at(at)))
    return [
        _recurrence(words, held[words_of(words).texts]) for words in _listed(shared) if words_of(words).texts in held
    ]


def _recurrence(words: str, held: list[tuple[str | None, str]]) -> Recurrence:
    first = min((day for day, _ in held if day), default=None)
    undated = frozenset(address for day, address in held if day is None)
    return Recurrence(words, frozenset(address for day, address in held if day and day == first), undated)


def _listed(shared: Path) -> list[str]:
    with gzip.open(shared / "data/un_documents/recurring_paragraphs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]
