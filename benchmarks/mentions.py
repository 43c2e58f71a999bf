"""How fast the names of a text are found, beside a plain Aho-Corasick pass over the same names, in one run."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Final

from acquis.model import Document
from acquis.register._mention_page import Page, Setting
from acquis.register._mention_scan import Scan, scan
from acquis.register.mentions import mentions_in, named
from evaluation.reading import Seen, seen
from evaluation.register.mentions import document
from evaluation.un_texts import assembled, un_documents

_MOST: Final = 40
_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One way to find names: megabytes of UTF-8 a second, the best of some rounds, and how many it found."""

    what: str
    speed: float
    found: int

    def __str__(self) -> str:
        return f"{self.what:<44}{self.speed:8.2f} MB/s   {self.found:>8,} found"


def run(shared: Path, *, most: int = _MOST) -> Iterator[Row]:
    """Measures on documents of the United Nations and the seeds: every mention, the pass alone, and the peers.

    From the second round on some dates and titles are remembered: the first round takes up to a fifth longer.
    """
    documents = [document(each) for each in _read(shared, most)]
    texts = [each.text for each in documents]
    found = scan()
    plain = _plain(found)
    ways: list[tuple[str, Sequence[Any], Callable[[Any], Sequence[object]]]] = [
        ("mentions, with all that is built on names", documents, mentions_in),
        ("names and whom they mean", documents, lambda document: _names(document, found)),
        ("the one pass of mentions", texts, found.met),
        ("Aho-Corasick and word boundaries in Python", texts, plain),
    ]
    if ruler := _ruler(found):
        ways.append(("spaCy entity ruler", texts, ruler))
    yield from _rows(ways, sum(len(text.encode()) for text in texts))


def _read(shared: Path, most: int) -> Iterator[Seen]:
    yield from (seen(path.read_bytes(), path.name) for path in sorted((shared / "seeds").glob("*.txt")))
    for held in islice(un_documents(shared, "dev"), most):
        yield seen(assembled(held).text.encode(), "document.txt")


def _rows(ways: Sequence[tuple[str, Sequence[Any], Callable[[Any], Sequence[object]]]], size: int) -> Iterator[Row]:
    """Every way in turn, some rounds over, by the time of the processor: what else runs slows all of them alike."""
    best = dict.fromkeys((what for what, _, _ in ways), float("inf"))
    found: dict[str, int] = {}
    for _ in range(_ROUNDS):
        for what, asked, find in ways:
            began = time.process_time()
            found[what] = sum(len(find(each)) for each in asked)
            best[what] = min(best[what], time.process_time() - began)
    yield from (Row(what, size / 1e6 / best[what], found[what]) for what in best)


def _names(document: Document, found: Scan) -> Sequence[object]:
    """What a list of names alone gives, each with its address: no dates, citations, groups or defined names."""
    page = Page(document.text, Setting(document.address.scheme, None, document.record.day[0], document.language))
    named(page, found)
    return page.drafts


def _plain(found: Scan) -> Callable[[str], list[tuple[int, int, int]]]:
    """The same names without marks and blanks around them, each met anywhere and kept where words begin and end."""
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick([pattern.strip() for pattern in found.patterns])

    def find(text: str) -> list[tuple[int, int, int]]:
        lowered = text.lower()
        return [
            (at, start, end)
            for at, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True)
            if not (start and lowered[start - 1].isalnum()) and not lowered[end : end + 1].isalnum()
        ]

    return find


def _ruler(found: Scan) -> Callable[[str], Sequence[object]] | None:
    """The peer by rules of tokens; None where it is not installed."""
    if not find_spec("spacy"):
        return None
    import spacy

    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    latin = (pattern.strip() for pattern in found.patterns if re.fullmatch(r"[ -\u024f]+", pattern))
    ruler.add_patterns([{"label": "NAME", "pattern": pattern} for pattern in latin if pattern])
    return lambda text: pipeline(text).ents
