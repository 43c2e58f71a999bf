"""Successive drafts of one agreement: where its renumbered articles went, and what is falsely said to be dropped."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from evaluation.precedents.corpus import Corpus, Row, Text, loaded
from evaluation.score import Score, share

_VERSIONS = ("23-oct-2015", "4-dec-2015", "9-dec-2015", "12-dec-2015", "final")
_DAYS = ("2015-10-23", "2015-12-04", "2015-12-09", "2015-12-12", "2016-01-29")
_FEW = 8
_HEADING = re.compile(r"^#+\s*\[?(preamble|article\s+(\d+)\s*(bis|ter)?)\]?", re.IGNORECASE)
_LEAD = re.compile(r"^\s*(?:\d+\.|-|\([a-z]+\)|[*_\s])*")
_MARKS = re.compile(r"[\[\]*#{}]|\^[^^]*\^")

RENUMBERED = {
    **{"preamble": "preamble", "1": "1", "2": "2", "2bis": "3", "3": "4", "3bis": "5", "3ter": "6", "4": "7", "5": "8"},
    **{"6": "9", "7": "10", "8": "11", "8bis": "12", "9": "13", "10": "14", "11": "15", "12": "16", "13": "17"},
    **{"14": "18", "15": "19", "16": "20", "18": "21", "19": "22", "20": "23", "21": "24", "22": "25", "23": "26"},
    **{"24": "27", "25": "28", "26": "29"},
}
"""Where the articles of the draft of 9 December stand in the text of 12 December: their subjects are the same. Between
the other versions they keep their numbers."""


class Step(Struct, frozen=True):
    """An article of one version, where it stands in the next, and where a search says that its paragraphs stand."""

    version: str
    article: str
    wanted: str
    named: tuple[str | None, ...]

    @property
    def followed(self) -> bool:
        """Whether most of the paragraphs that were found stand in that article."""
        met = Counter(each for each in self.named if each is not None)
        return bool(met) and met.most_common(1)[0][0] == self.wanted

    @property
    def lost(self) -> bool:
        """Whether nothing of it was found."""
        return not any(self.named)


def measure(shared: Path) -> list[Score]:
    """Articles followed to the next version, those renumbered apart, and articles falsely reported dropped."""
    told = list(steps(shared))
    moved = [each for each in told if each.wanted != each.article]
    lost = ", ".join(f"{each.version} art. {each.article}" for each in told if each.lost)
    kept, dropped = unchanged(shared)
    return [
        share("drafts: renumbered articles followed", sum(each.followed for each in moved), len(moved), "gold"),
        share("drafts: articles followed", sum(each.followed for each in told), len(told), "gold"),
        share("drafts: articles not lost", sum(not each.lost for each in told), len(told), "gold", lost),
        share(
            "drafts: paragraphs of the final text not lost", kept - dropped, kept, "mechanical", "in the same article"
        ),
    ]


def steps(shared: Path) -> Iterator[Step]:
    """Every article of every version but the last two, followed to the next."""
    held = _held(shared)
    for earlier, later in pairwise(_VERSIONS[:4]):
        corpus, places = _corpus(later, held[later])
        numbers = {place for place in places.values() if place}
        for article in dict.fromkeys(place for place, _ in held[earlier]):
            wanted = RENUMBERED.get(article) if later == "12-dec-2015" else article
            if wanted in numbers:
                words = [words for place, words in held[earlier] if place == article]
                named = tuple(_place(corpus.found(each, 10), places) for each in words)
                yield Step(earlier, article, wanted, named)


def unchanged(shared: Path) -> tuple[int, int]:
    """How many paragraphs of the adopted text there are, and how many are not found in their article as published."""
    held = _held(shared)
    corpus, places = _corpus(_VERSIONS[4], held[_VERSIONS[4]])
    paragraphs = held[_VERSIONS[3]]
    lost = sum(
        article not in {places[address] for row in corpus.found(words, 10) for address in row.addresses}
        for article, words in paragraphs
    )
    return len(paragraphs), lost


def _place(rows: list[Row], places: dict[str, str]) -> str | None:
    """The article of the first row."""
    return next((places[row.address] for row in rows), None)


def _held(shared: Path) -> dict[str, list[tuple[str, str]]]:
    folder = shared / "data/cop21/agreement"
    files = [folder / version / "index.md" for version in _VERSIONS[:4]] + [folder / "index.md"]
    return {version: list(paragraphs(path.read_text("utf-8"))) for version, path in zip(_VERSIONS, files, strict=True)}


def paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of a version, each with its article; brackets are taken off, what stands in them is kept."""
    article = ""
    for line in text.splitlines():
        if met := _HEADING.match(line):
            article = f"{met[2]}{(met[3] or '').lower()}" if met[2] else "preamble"
        elif line.startswith("#"):
            article = article if line.startswith("###") else ""
        elif article and len((words := _bare(line)).split()) >= _FEW:
            yield article, words


def _bare(line: str) -> str:
    return " ".join(_MARKS.sub("", _LEAD.sub("", line)).split())


def _corpus(version: str, held: list[tuple[str, str]]) -> tuple[Corpus, dict[str, str]]:
    """An archive of one version, and the article of each address."""
    day = _DAYS[_VERSIONS.index(version)]
    text = Text(f"drafts:{version}", tuple(words for _, words in held), day=day)
    return loaded((text,), f"draft-{version}"), {text.at(at): place for at, (place, _) in enumerate(held)}
