"""The characters of an extraction as they are put together, with their lines, links and note marks."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from acquis.formats import Line, Link, Mark
from acquis.model.span import Span

PARAGRAPH = "\n\n"


@dataclass(slots=True)
class Words:
    """The words of one paragraph, before they have a place: links and marks count from its own start."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Write on."""
        self.parts.append(words)
        self.length += len(words)

    def append(self, other: "Words") -> None:
        """Write on with another paragraph's words, links and marks."""
        self.links += [Link(link.span.moved(self.length), link.target) for link in other.links]
        self.marks += [Mark(mark.span.moved(self.length), mark.note) for mark in other.marks]
        self.add(other.text)

    def since(self, start: int) -> str:
        """What was written from there on; only the end is looked at, however long the rest is."""
        parts, reached = [], self.length
        for part in reversed(self.parts):
            if reached <= start:
                break
            reached -= len(part)
            parts.append(part)
        return "".join(reversed(parts))[max(start - reached, 0) :]

    def cut(self, start: int) -> None:
        """Take away what was written from there on."""
        while self.parts and self.length > start:
            last = self.parts.pop()
            self.length -= len(last)
            if self.length < start:
                self.add(last[: start - self.length])

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)


class Sheet:
    """A source that grows by paragraphs; an empty line stands between two of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.marks: list[Mark] = []

    @property
    def source(self) -> str:
        """What has been written so far."""
        return "".join(self._parts)

    def __len__(self) -> int:
        return self._length

    def write(self, words: Words | str, like: Line | None = None, between: str = PARAGRAPH) -> None:
        """Add a paragraph; its line breaks part it into lines that are all `like` the given one. Blank ones are none.

        Blanks at both ends of a line stay in the source and out of the line's span.
        """
        text = words if isinstance(words, str) else words.text
        if not text.strip():
            return
        if self._length:
            self._put(between)
        start = self._length
        self._put(text)
        self._rule(text, start, like or Line(Span(0, 0)))
        if isinstance(words, Words):
            self.links += [Link(link.span.moved(start), link.target) for link in words.links if link.span]
            self.marks += [Mark(mark.span.moved(start), mark.note) for mark in words.marks]

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _rule(self, text: str, start: int, like: Line) -> None:
        for words in text.split("\n"):
            inner = words.strip()
            if inner:
                first = start + words.index(inner[0])
                self.lines.append(replace(like, span=Span(first, first + len(inner))))
                like = replace(like, note="") if like.note else like
            start += len(words) + 1
