"""What a document may be compared with: the one that it continues, the rest of its series, its other expressions."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct

from acquis.model import Document
from acquis.rest.asker import entries, entry_of, expressions_of, quotable
from acquis.web.answers import Page
from acquis.web.words import bcp47, direction

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry
    from acquis.web.pages.document import Head
    from acquis.web.reader import Reader

_SENTENCES: Final = 1_000
"""In a text of more sentences nobody waits until each has been looked up: its series is told by what it is called."""


class Other(Struct, frozen=True):
    """A text to compare with, why it is offered, and which of the two is the earlier one."""

    address: str
    title: str
    day: str | None
    language: str
    direction: str
    standing: str
    because: str
    earlier: bool


class ComparingPage(Page, frozen=True, kw_only=True):
    """What a document may be compared with. `before` is what a brief compares it with, or `none` says why nothing."""

    template: ClassVar[str] = "comparing.html"
    head: "Head"
    before: tuple[Other, ...]
    none: str
    candidates: tuple[Other, ...]
    series: tuple[Other, ...]
    expressions: tuple[Other, ...]
    languages: tuple[Other, ...]

    def rows(self) -> Sequence[Struct]:
        """A line for each text."""
        return [*self.before, *self.candidates, *self.series, *self.expressions, *self.languages]


def comparing(reader: "Reader", held: Document, head: "Head") -> ComparingPage:
    """What a document may be compared with. Cost: as a brief, a look-up for each sentence, but no comparison."""
    before, candidates, none = reader.once(("before", str(held.address)), lambda: _before(reader, held))
    told = {each.address for each in (*before, *candidates)}
    mine = [each for each in expressions_of(reader, held.address.work) if each.address != held.address]
    same = [each for each in mine if bcp47(each.language) == bcp47(held.language)]
    return ComparingPage(
        title=head.title,
        head=head,
        before=before,
        none=none,
        candidates=candidates,
        series=tuple(each for each in _all(reader, held, _series(reader, held)) if each.address not in told),
        expressions=tuple(_all(reader, held, same)),
        languages=tuple(_all(reader, held, [each for each in mine if each not in same])),
    )


def _before(reader: "Reader", held: Document) -> tuple[tuple[Other, ...], tuple[Other, ...], str]:
    """What a brief compares it with, the best of the others, and why there is none."""
    from acquis.briefing.predecessor import Candidate, predecessor

    many = sum(len(part.sentences) for part in held.parts) > _SENTENCES
    choice = predecessor(reader.archive, held, traced=() if many else None)

    def told(found: Sequence[Candidate]) -> tuple[Other, ...]:
        pairs = [(entry_of(reader, each.text.address), each.because) for each in found]
        return tuple(_other(held, entry, because) for entry, because in pairs if entry and _may(reader, entry))

    return told(choice.chosen), told(choice.others), choice.why_none


def _series(reader: "Reader", held: Document) -> "Sequence[Entry]":
    """The dated texts of the same organisation, organ, kind and language, one of each work."""
    record = held.record
    told = {name: record.value(name) or "" for name in ("organisation", "organ", "kind")}
    if not told["organisation"] or not told["kind"]:
        return ()
    alike = entries(reader, {name: value for name, value in told.items() if value} | {"language": bcp47(held.language)})
    works = {str(each.work): each for each in reversed(alike) if each.day and each.work != held.address.work}
    return tuple(works.values())[::-1]


def _all(reader: "Reader", held: Document, found: "Sequence[Entry]") -> "Iterator[Other]":
    return (_other(held, each, "") for each in found if _may(reader, each))


def _may(reader: "Reader", entry: "Entry") -> bool:
    return quotable(reader, str(entry.address))


def _other(held: Document, entry: "Entry", because: str) -> Other:
    day, title = held.record.day[0], " ".join((entry.title or str(entry.work)).split())
    earlier = not (day and entry.day and entry.day > str(day))
    tag = entry.language
    return Other(str(entry.address), title, entry.day, tag, direction(tag), entry.standing, because, earlier)
