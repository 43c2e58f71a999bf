"""A master: the words of one document, with the few marks that every form of it is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What a block of a master is; the value is the letter that opens it."""

    TITLE = "T"
    MASTHEAD = "M"
    HEADING = "H"
    ARTICLE = "A"
    FORMULA = "E"
    REMARK = "X"
    SIGNATURE = "S"
    FOOTNOTE = "F"
    ANNEX = "G"
    TABLE = "R"
    PARAGRAPH = "P"


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `level` counts indentation, `label` is the printed number or dash ('' where there is none)."""

    kind: Kind
    words: str
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Master:
    """The header fields and the blocks of one master."""

    name: str
    fields: dict[str, str]
    blocks: tuple[Block, ...]

    def of(self, *kinds: Kind) -> list[Block]:
        """The blocks of these kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    @property
    def title(self) -> str:
        """The title on one line."""
        return " ".join(" ".join(block.words.split()) for block in self.of(Kind.TITLE)).removeprefix("[Title] ")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words: plain, inserted, deleted, a comment, or the mark of a footnote."""

    kind: str
    words: str
    author: str = ""


LABEL = re.compile(r"(\d+(?: bis|ter)?\.(?:\d+)?|\([a-z]+\)|[a-zа-я]{1,3}\)|[a-z]\.|-)\s+(?=\S)")
INLINE = re.compile(
    r"\{\+(?P<ins>[^|]*)\|(?P<ins_by>[^}]*)\+\}"
    r"|\{-(?P<del>[^|]*)\|(?P<del_by>[^}]*)-\}"
    r"|\{\#(?P<com_by>[^|]*)\|(?P<com>[^}]*)\#\}"
    r"|\[\^(?P<note>\d+)\]"
)


def read(path: Path) -> Master:
    """Read a master: `name: value` lines, an empty line, then blocks parted by empty lines."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    pairs = (line.partition(":") for line in head.splitlines())
    fields = {name.strip(): value.strip() for name, _, value in pairs}
    return Master(path.stem, fields, tuple(_block(chunk) for chunk in re.split(r"\n\n+", body.rstrip())))


def runs(words: str) -> list[Run]:
    """The words of a block, parted at every change, comment and footnote mark."""
    found: list[Run] = []
    at = 0
    for match in INLINE.finditer(words):
        found.append(Run("plain", words[at : match.start()]))
        found.append(_marked(match))
        at = match.end()
    return [run for run in [*found, Run("plain", words[at:])] if run.words]


def accepted(words: str) -> str:
    """The words with every change accepted, without comments and footnote marks."""
    return "".join(run.words for run in runs(words) if run.kind in ("plain", "ins"))


def _block(chunk: str) -> Block:
    marked = re.match(r"([TMHAEXSFGR])\| ?", chunk)
    if marked:
        return Block(Kind(marked[1]), chunk[marked.end() :])
    words = chunk.lstrip(" ")
    level = (len(chunk) - len(words)) // 2
    label = LABEL.match(words)
    if label is None:
        return Block(Kind.PARAGRAPH, words, level)
    return Block(Kind.PARAGRAPH, words[label.end() :], level, label[1])


def _marked(match: re.Match[str]) -> Run:
    if match["ins"] is not None:
        return Run("ins", match["ins"], match["ins_by"])
    if match["del"] is not None:
        return Run("del", match["del"], match["del_by"])
    if match["com"] is not None:
        return Run("comment", match["com"], match["com_by"])
    return Run("note", match["note"])
