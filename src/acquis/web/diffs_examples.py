"""Passages and texts that a page without a question offers to begin with: they are of what is held."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.rest.asker import entries, entry_of, quotable
from acquis.web.words import bcp47, direction

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry
    from acquis.web.reader import Reader

_MOST: Final = 4
_LEAST: Final = 60
_LONGEST: Final = 420
"""Letters of a paragraph that is offered: enough to be language, and few enough to be read at a glance."""


class Example(Struct, frozen=True):
    """A passage that can be asked about: its address, its words, and the text it is of."""

    address: str
    words: str
    title: str
    day: str | None
    language: str
    direction: str


class Couple(Struct, frozen=True):
    """Two texts that follow one another in a series."""

    earlier: str
    later: str
    titles: tuple[str, str]
    days: tuple[str, str]


def passages(reader: "Reader") -> tuple[Example, ...]:
    """A paragraph of each of the latest texts."""
    return reader.once("examples of passages", lambda: tuple(islice(_passages(reader), _MOST)))


def families(reader: "Reader") -> tuple[Example, ...]:
    """The passages that most texts have in some wording, and that changed on the way.

    Cost: a look at all families, which every lineage needs and a room works out before it opens.
    """

    def known() -> tuple[Example, ...]:
        found = reader.archive.precedents.families().all
        changed = (each for each in found if len(each.wordings) > 1)
        most = nlargest(4 * _MOST, changed, key=lambda each: each.works)
        told = (_example(reader, each.members[-1].address) for each in most)
        return tuple(islice((each for each in told if each), _MOST))

    return reader.once("examples of families", known)


def couples(reader: "Reader") -> tuple[Couple, ...]:
    """The last two texts of each of the longest series: of one organ and kind, in one language."""
    return reader.once("examples of couples", lambda: tuple(islice(_couples(entries(reader)), _MOST)))


def _passages(reader: "Reader") -> Iterator[Example]:
    works = set[str]()
    for entry in reversed(entries(reader)):
        if entry.day and str(entry.work) not in works and quotable(reader, str(entry.address)):
            works.add(str(entry.work))
            document = reader.opened(str(entry.address)).document
            fit = (part for part in document.paragraphs if _LEAST <= len(part.span) <= _LONGEST)
            middle = list(fit)
            if middle and (found := _example(reader, str(entry.address.at(middle[len(middle) // 2].path)))):
                yield found


def _example(reader: "Reader", address: str) -> Example | None:
    entry = entry_of(reader, address)
    if entry is None or not quotable(reader, address):
        return None
    words = reader.archive.precedents.words(address)
    return Example(address, words, _title(entry), entry.day, bcp47(entry.language), direction(entry.language))


def _couples(held: "Sequence[Entry]") -> Iterator[Couple]:
    series: dict[tuple[str, ...], dict[str, Entry]] = {}
    for each in held:
        if each.day and each.organisation and each.kind:
            key = (each.organisation, each.organ or "", each.kind, bcp47(each.language))
            series.setdefault(key, {})[str(each.work)] = each
    for works in sorted(series.values(), key=len, reverse=True):
        if len(works) > 1:
            before, after = list(works.values())[-2:]
            titles = (_title(before), _title(after))
            yield Couple(str(before.address), str(after.address), titles, (before.day or "", after.day or ""))


def _title(entry: "Entry") -> str:
    return " ".join((entry.title or str(entry.work)).split())
