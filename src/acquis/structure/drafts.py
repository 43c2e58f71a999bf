"""The parts of a document in the making, before they have addresses."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from acquis.model import Kind
from acquis.structure.blocks import Block, Fragment
from acquis.structure.headings import Heading


class Genre(enum.StrEnum):
    """How a text is built, told for the main text and for each annex by itself."""

    RESOLUTION = "resolution"  # an organ speaks; preamble, then numbered operative paragraphs
    TREATY = "treaty"  # articles
    NUMBERED = "numbered"  # most paragraphs are numbered throughout
    PROSE = "prose"


@dataclass(slots=True)
class Draft:
    """A part before it has an address. `parent` is the place of the part above it among the drafts, -1 at the top."""

    kind: Kind
    block: Block | None
    parent: int = -1
    number: str | None = None
    label: str | None = None
    level: int = 1
    gone: tuple[Fragment, ...] = ()
    recovered: bool = False
    scope: int = -1
    genre: Genre = Genre.PROSE


@dataclass(slots=True)
class Outline:
    """The parts of a document in the making."""

    tongue: str | None
    drafts: list[Draft] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def add(self, draft: Draft) -> int:
        """Takes a part in; gives its place."""
        self.drafts.append(draft)
        return len(self.drafts) - 1


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of a text with a numbering of its own: the main text, or an annex with its heading at `annex`.

    `flow` are the blocks of the whole text, `heads` its numbered headings by place; `last` is not in the scope.
    """

    flow: Sequence[Block]
    heads: dict[int, Heading]
    first: int
    last: int
    annex: int | None = None

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the scope."""
        return self.flow[self.first : self.last]

    @property
    def articles(self) -> list[int]:
        """Where its articles are headed."""
        kinds = self.heads
        return [at for at in range(self.first, self.last) if at in kinds and kinds[at].kind is Kind.ARTICLE]

    def walk(self) -> Iterator[tuple[int, Block, Block | None]]:
        """Each block with its place and the one that follows it in the scope."""
        for at in range(self.first, self.last):
            yield at, self.flow[at], self.flow[at + 1] if at + 1 < self.last else None
