"""What changed in the archive since a release: texts that came and went, corrections and notes, facts learned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from acquis.briefing.predecessor import Choice, predecessor
from acquis.briefing.quoting import called, note_of, said
from acquis.briefing.rooms import Rooms
from acquis.errors import UnknownName
from acquis.formats._paper import Block, Heading, Line, Note, Paper, Paragraph, Run, Table
from acquis.precedents.between import between
from acquis.precedents.succession import Kind
from acquis.register.events import Event
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry, Release

_COMPARED: Final = 50
"""Of so many new texts it is worked out what they have of the ones that they continue."""


class Told(Rooms, Protocol):
    """An archive that can say what was entered, and how it stood at a release."""

    def list(self) -> Sequence["Entry"]:
        """The catalogue in the order of days."""

    def edits(self) -> Sequence[dict[str, Any]]:
        """The corrections and notes that hold."""

    def at_release(self, name: str) -> "Told":
        """The archive as it stood at a release."""


@dataclass(frozen=True, slots=True)
class Come:
    """A text that came: what it is compared with, and how many of its passages were carried, changed, new, or gone.

    Without a text to compare with, or of one beyond the first, the numbers are None.
    """

    entry: "Entry"
    choice: Choice | None = None
    carried: int | None = None
    changed: int | None = None
    new: int | None = None
    gone: int | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a release. `read` are texts whose record or reading changed, `facts` the events learned."""

    release: "Release"
    stands: str
    come: tuple[Come, ...]
    went: tuple["Entry", ...]
    read: tuple["Entry", ...]
    edits: tuple[dict[str, Any], ...]
    facts: tuple[Event, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not (self.come or self.went or self.read or self.edits or self.facts)


def since(archive: Told, name: str) -> Since:
    """What changed since the release of that name; `UnknownName` says which there are.

    Cost: that of the catalogue and the events twice, and for each of the first fifty new texts that of a brief's
    comparison.
    """
    from acquis.briefing.brief import stands

    named = {each.name: each for each in archive.releases()}
    if name not in named:
        raise UnknownName("release", name, named)
    release, then = named[name], archive.at_release(name)
    before = {each.address: each for each in then.list()}
    now = {each.address: each for each in archive.list()}
    known = {event.claim for event in then.register.events()}
    come = [now[address] for address in now if address not in before]
    return Since(
        release=release,
        stands=stands(archive),
        come=tuple(_come(archive, each, far=at >= _COMPARED) for at, each in enumerate(come)),
        went=tuple(before[address] for address in before if address not in now),
        read=tuple(each for address, each in now.items() if address in before and each != before[address]),
        edits=tuple(each for each in archive.edits() if each["seq"] > release.seq),
        facts=tuple(event for event in archive.register.events() if event.claim not in known),
    )


def _come(archive: Told, entry: "Entry", *, far: bool) -> Come:
    if far:
        return Come(entry)
    document = archive.get(str(entry.address)).document
    choice = predecessor(archive, document)
    if choice.first is None:
        return Come(entry, choice)
    found = between(archive.get(choice.first.text.address).document, document)
    kinds: dict[str, bool] = {}
    for edge in found.edges:
        kinds[edge.later.address] = kinds.get(edge.later.address, False) or edge.kind is Kind.CARRIED
    carried = sum(kinds.values())
    return Come(entry, choice, carried, len(kinds) - carried, len(found.later) - len(kinds), len(found.gone))


def paper_of(told: Since) -> Paper:
    """What changed, on a page where it is little."""
    release = told.release
    head = f"Release {release.name} was made on {release.at[:10]} with {counted(release.documents, 'document')}."
    blocks: list[Block] = [Paragraph(said(f"{head} The archive stands at {told.stands}."))]
    if told.nothing:
        blocks.append(Paragraph(said("Nothing changed since.")))
    for title, columns, rows in _tables(told):
        if rows:
            blocks += [Heading(f"{title} ({len(rows)})"), Table(title, columns, tuple(rows))]
    return Paper(f"Since {release.name}", tuple(blocks), "internal", told.stands)


def _tables(told: Since) -> Iterator[tuple[str, tuple[str, ...], list[tuple[Line, ...]]]]:
    entry = ("day", "title", "address")
    yield (
        "Texts that came",
        (*entry, "beside the one before"),
        [(*_entry(each.entry), _beside(each)) for each in told.come],
    )
    yield "Texts that went", entry, [_entry(each) for each in told.went]
    yield "Texts whose record changed", entry, [_entry(each) for each in told.read]
    yield "Corrections and notes", ("what", "where", "by", "because"), [_edit(each) for each in told.edits]
    yield "Facts learned", ("who", "did or was", "what", "on", "words"), [_fact(each) for each in told.facts]


def _entry(entry: "Entry") -> tuple[Line, ...]:
    address = str(entry.address)
    return said(entry.day or "not known"), said(entry.title or "without title"), (Run(address, address=address),)


def _beside(come: Come) -> Line:
    first = come.choice.first if come.choice else None
    if come.choice is None:
        return said("not compared: too many texts came")
    if first is None:
        return said(come.choice.why_none)
    numbers = f": {come.carried} carried, {come.changed} changed, {come.new} new, {come.gone} not repeated"
    return (Run(called(first.text), note=Note(first.text.title or "", first.text.address)), Run(numbers))


def _edit(edit: dict[str, Any]) -> tuple[Line, ...]:
    return said(str(edit["verb"])), said(str(edit["now"] or edit["address"])), said(edit["who"]), said(edit["because"])


def _fact(event: Event) -> tuple[Line, ...]:
    note = note_of(event.proof)
    words = (Run(f"“{note.words}”", address=note.address, note=note),)
    return said(event.actor), said(event.act.value), said(event.object), said(str(event.on or "")), words
