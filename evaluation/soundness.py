"""What must hold of every text that is read, whatever it is: nothing lost, nothing named twice, the same each time."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from lxml import etree

from acquis.errors import BadAddress
from acquis.model import Pinpoint
from acquis.structure.read import read
from evaluation.reading import Seen, seen, un_read
from evaluation.records import files
from evaluation.samples import HOME, known
from evaluation.score import Score, share
from evaluation.treaties import sample
from evaluation.un_texts import assembled, un_documents

_SEED, _MORE = 1945, 150
_LONG = 100_000  # longer texts are not read again: it would take minutes and teach nothing


@dataclass
class Held:
    """How many texts keep each promise."""

    texts: int = 0
    parts: int = 0
    kept: dict[str, int] = field(default_factory=dict)

    def take(self, document: Seen) -> None:
        """One text, asked for every promise."""
        self.texts += 1
        self.parts += len(document.reading.parts)
        for promise, holds in _promises(document):
            self.kept[promise] = self.kept.get(promise, 0) + holds

    def plus(self, other: "Held") -> "Held":
        """Both together."""
        kept = {promise: count + other.kept.get(promise, 0) for promise, count in self.kept.items()}
        return Held(self.texts + other.texts, self.parts + other.parts, kept)


def of_samples() -> Held:
    """The promises over the project's own samples."""
    return _asked(seen((HOME / "osr" / name).read_bytes(), name) for name in known())


def of_documents(shared: Path) -> Held:
    """The promises over seeds, PDF and DOCX files, and the labelled documents of the United Nations."""
    return _asked(chain(files(shared), (document for _, document in un_read(shared))))


def of_treaties(shared: Path) -> Held:
    """The promises over the treaties drawn, and whatever else there is."""
    return _asked(chain((document for document in sample(shared).values() if document), _others(shared)))


def scores(held: Held) -> list[Score]:
    """Every promise, and how many texts keep it."""
    note = f"{held.parts} parts; texts of {_LONG:,} characters or more are read once"
    return [
        share(f"every text: {promise}", kept, held.texts, "mechanical", note) for promise, kept in held.kept.items()
    ]


def _asked(documents: Iterable[Seen]) -> Held:
    held = Held()
    for document in documents:
        held.take(document)
    return held


def _promises(document: Seen) -> Iterator[tuple[str, bool]]:
    reading, short = document.reading, len(document.extraction.source) < _LONG
    yield "every character is in the text or a listed omission", not any(reading.layers.faults())
    yield "the same lines give the same reading", not short or read(document.extraction) == reading
    yield "paths are unique and can be cited", _addressed(document)
    yield (
        "sentences lie in their parts, in order",
        all(
            all(part.span.holds(s) and len(s) for s in part.sentences)
            and all(a.end <= b.start for a, b in zip(part.sentences, part.sentences[1:], strict=False))
            for part in reading.parts
        ),
    )
    yield "its plain text, read again, is the same text", not short or _settles(document)


def _addressed(document: Seen) -> bool:
    paths = [part.path for part in document.reading.parts]
    try:
        held = all(Pinpoint(f"x:y@en#{path}").part == path for path in paths)
    except BadAddress:
        return False
    return held and len({*paths}) == len(paths) and {part.within for part in document.reading.parts} <= {"", *paths}


def _settles(document: Seen) -> bool:
    """Whether the text that the reader made, written out and read twice more, comes out the same both times."""
    once = (
        seen(_plain(document).encode("utf-8", "surrogatepass"), "document.txt")
        if document.reading.layers.text
        else document
    )
    again = seen(_plain(once).encode("utf-8", "surrogatepass"), "document.txt") if once.reading.layers.text else once
    return once.reading.layers.text == again.reading.layers.text


def _plain(document: Seen) -> str:
    """Every part on a line of its own, its printed number before it, with an empty line between them."""
    text = document.reading.layers.text
    lines = (f"{part.number or ''} {part.span.of(text)}".strip() for part in document.reading.parts)
    return "\n\n".join(line for line in lines if line)


def _others(shared: Path) -> Iterator[Seen]:
    data = shared / "data"
    for path in (*sorted((data / "charter").glob("*.txt")), *sorted((data / "upr").rglob("*.txt"))):
        yield seen(path.read_bytes(), path.name)
    yield from (seen(path.read_bytes(), path.name) for path in sorted((data / "cop21").rglob("*.md")))
    for path in sorted((data / "udhr").glob("*.xml")):
        words = " ".join(str(word) for word in etree.parse(str(path)).getroot().itertext())
        yield seen(words.encode(), f"{path.stem}.txt")
    more = random.Random(_SEED).sample(list(un_documents(shared, "scale")), _MORE)
    yield from (seen(assembled(document).text.encode(), "document.txt") for document in more)
