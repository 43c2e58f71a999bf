"""A dossier as a paper: its items in their order, each with its notes, and behind them the texts that it names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from acquis.briefing.dossier_sources import Sources, Text, over, withheld
from acquis.briefing.quoting import said
from acquis.formats._paper import Block, Heading, Line, Note, Paper, Paragraph, Run, Table
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.dossier_selection import Thing
    from acquis.briefing.dossiers import Made


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of the selection with its number, counted from 1, and what was made of it."""

    number: int
    thing: "Thing"
    made: "Made"

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return f"items/{self.number:03}-{self.thing.kind}"

    @property
    def record(self) -> str:
        """The file with the record of its certificate."""
        return f"certificates/{self.number:03}.json"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its data, its table where it has one, and the record of a certificate."""
        from acquis.formats.csvtable import table

        told = {"line": self.thing.line, "note": self.thing.note, "kind": self.thing.kind, **self.made.data}
        yield f"{self.stem}.json", msgspec.json.format(msgspec.json.encode(told, enc_hook=str), indent=1) + b"\n"
        if self.made.rows:
            yield f"{self.stem}.csv", table(self.made.rows[0], map(dict.values, self.made.rows))
        if self.made.record is not None:
            yield self.record, self.made.record


def paper_of(title: str, items: Sequence[Item], texts: Sequence[Text], sources: Sources, *, marking: str) -> Paper:
    """The dossier as a paper: words that may not be passed on are left out, notes say where theirs stand."""
    blocks = [Paragraph(said(_made_of(items, texts, sources)))]
    told = (block for each in items for block in _item(each, sources))
    return Paper(title, (*blocks, *told, *_texts(texts)), marking, sources.stands)


def named(items: Iterable[Item], sources: Sources) -> tuple[Text, ...]:
    """The texts that are named anywhere in a dossier, in the order of their addresses."""
    told = "\n".join(_addresses(items))
    found = {match[0].rstrip(".,:/()") for match in _ADDRESS.finditer(told)}
    held = {text.address: text for each in found if (text := sources.text(each))}
    return tuple(held[address] for address in sorted(held))


def _addresses(items: Iterable[Item]) -> Iterator[str]:
    """Whatever an item says, in print and as data."""
    for each in items:
        yield from (content.decode("utf-8", "replace") for _, content in each.files())
        runs = [run for line in Paper("", each.made.blocks, "", "").lines for run in line]
        yield from (run.address for run in runs if run.address)
        yield from (run.note.address for run in runs if run.note and run.note.address)


_ADDRESS: Final = re.compile(r"\b[a-z][a-z0-9-]*:[^\s#\"'`\\|;,“”<>\[\]{}~]+")
"""What may be the address of a text, with or without its language."""


def _made_of(items: Sequence[Item], texts: Sequence[Text], sources: Sources) -> str:
    release = sources.release
    of = f"release {release.name} (SHA-256 {release.hash})" if release else f"the archive at {sources.stands}"
    seen = ", of its public documents alone" if sources.public else ""
    return (
        f"{counted(len(items), 'item')} from {counted(len(texts), 'text')}, made of {of}{seen}. The notes say where "
        "each quotation stands; `acquis dossier --verify` holds it against an archive."
    )


def _item(item: Item, sources: Sources) -> Iterator[Block]:
    """Its heading, the note of who collected it, and what it tells, its own headings one level down."""
    yield Heading(f"{item.number}. {item.made.heading}")
    if item.thing.note:
        yield Paragraph((Run("Note: ", strong=True), Run(item.thing.note)))
    for block in over(withheld(item.made.blocks, sources.may), lambda run: _cited(run, sources)):
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _cited(run: Run, sources: Sources) -> Run:
    return replace(run, note=_noted(run.note, sources)) if run.note and run.note.address else run


def _noted(note: Note, sources: Sources) -> Note:
    """A note that says of its address which text that is: its citation with day, its hash and its source."""
    text = sources.text((note.address or "").partition("#")[0])
    if text is None:
        return note
    place = sources.opened(note.address or "")
    words = f"“{' '.join(note.words.split())}” " if note.words else ""
    cited = f"{sources.citation(place)}; text {text.text[:_SHORT]}; source {text.source}"
    return Note(f"{words}{cited}", note.address)


_SHORT: Final = 12
"""So much of a hash stands in a note; all of it stands behind."""


def _texts(texts: Sequence[Text]) -> Iterator[Block]:
    if texts:
        yield Heading("Texts")
        columns = ("text", "address", "source and rights", "SHA-256 of the text")
        yield Table("The texts that are named here, as they were", columns, tuple(map(_row, texts)))


def _row(text: Text) -> tuple[Line, ...]:
    rights = f"; {text.rights}" if text.rights else ""
    told = f"{text.source}{rights}; {text.marking}"
    return said(text.citation), (Run(text.address, address=text.address),), said(told), said(text.text)
