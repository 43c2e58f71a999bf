"""Lines of agreed language as a program gets them: variants, lineage, and where the sentences of a text come from."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from acquis.model import Pinpoint
from acquis.rest.agreed import Place
from acquis.rest.asker import Asker, Quote, quotable, quoted, searched

if TYPE_CHECKING:
    from acquis.precedents.kin import Member
    from acquis.precedents.provenance import Provenance, Traced
    from acquis.precedents.succession import Edge
    from acquis.precedents.variants import Variants


class Witness(Struct, frozen=True):
    """A wording in a table of variants, and the other places that have just these words."""

    quote: Quote
    also: tuple[str, ...]


class Slot(Struct, frozen=True):
    """A place of the passage: what each witness says there, null where it says nothing. `agreed`: all say the same."""

    agreed: bool
    cells: tuple[str | None, ...]


class VariantTable(Struct, frozen=True):
    """The wordings of one passage under one another; the cells of a witness, one after the other, are its text."""

    witnesses: tuple[Witness, ...]
    slots: tuple[Slot, ...]
    left_out: int
    searched: str


class Step(Struct, frozen=True):
    """An earlier passage and a later one that has words of it, and what became of them (`kind`)."""

    kind: str
    earlier: str
    later: str
    moved: bool
    tied: bool


class Lineage(Struct, frozen=True):
    """A passage through the years: its line from the first to the last, its nearest kin, and its family.

    `line` stays in the organisation and follows the words that were asked about; `steps` lead from each of it to the
    next. `family` are all passages of the same wording or one near to it, in the order of days.
    """

    asked: Quote
    line: tuple[Quote, ...]
    steps: tuple[Step, ...]
    parents: tuple[Step, ...]
    children: tuple[Step, ...]
    family: tuple[Place, ...]
    wordings: int
    works: int
    claims: tuple[str, ...]
    searched: str


class Sentence(Struct, frozen=True):
    """A sentence and where it comes from: its origin in words, and the passage that it was found in."""

    quote: Quote
    origin: str
    source: Quote | None
    earliest: str | None


class Origins(Struct, frozen=True):
    """Where each sentence of a text comes from; and of the texts it was held against, what it does not repeat."""

    sentences: tuple[Sentence, ...]
    counts: dict[str, int]
    dropped: tuple[Quote, ...]
    searched: str


def variants(asker: Asker, of: Sequence[str]) -> VariantTable:
    """The wordings of one passage under one another: those named, or of one address all of its line and family."""
    found = asker.archive.precedents.variants(*of)
    may = [quotable(asker, _address(each.address)) for each in found.witnesses]
    return VariantTable(
        witnesses=tuple(_witness(asker, each) for each in found.witnesses),
        slots=tuple(Slot(slot.agreed, tuple(_cells(found, at, may))) for at, slot in enumerate(found.slots)),
        left_out=found.left_out,
        searched=found.scope,
    )


def lineage(asker: Asker, of: str) -> Lineage:
    """A passage through the years: whence it came, what became of it, its first and its last use."""
    room = asker.archive.precedents
    found = room.lineage(of)
    own, family = found.lineage, found.family
    return Lineage(
        asked=_of(asker, own.passage.address),
        line=tuple(_of(asker, each.address) for each in own.line),
        steps=tuple(map(_step, own.chain)),
        parents=tuple(map(_step, own.parents)),
        children=tuple(map(_step, own.children)),
        family=tuple(map(_member, family.members)),
        wordings=len(family.wordings),
        works=family.works,
        claims=found.claims,
        searched=searched(asker, found.base),
    )


def provenance(asker: Asker, of: str, *, against: Sequence[str] = (), on: str | None = None) -> Origins:
    """Where each sentence comes from, of a document, of a part of it, or of words that were typed."""
    from acquis.archive.resolve import as_address
    from acquis.precedents.provenance import Draft

    if as_address(of) is None and len(of.split()) > _NAME:
        draft = Draft.of_text(of)
    else:
        here = asker.archive.get(of)
        draft = Draft.of_document(here.document, here.address.part)
    found = asker.archive.precedents.provenance(draft, against=against, on=on)
    told = [found.said(each) for each in found.traced]
    return Origins(
        sentences=tuple(_traced(asker, found, each) for each in found.traced),
        counts={origin: told.count(origin) for origin in dict.fromkeys(told)},
        dropped=tuple(
            quoted(asker, str(Pinpoint(each.earlier).expression.at(each.sentence.place)), each.sentence.words)
            for each in found.dropped
        ),
        searched=searched(asker, found.base),
    )


_NAME = 12
"""A name that people call a document by has no more words; what has more is a text."""


def _address(label: str) -> str | None:
    """The address of a witness; None for words that were typed."""
    from acquis.archive.resolve import as_address

    return label if as_address(label) else None


def _witness(asker: Asker, found: Any) -> Witness:
    also = tuple(str(each.address) for each in found.also)
    if _address(found.address) is None:
        return Witness(Quote(found.address, found.text, day=found.day), also)
    return Witness(quoted(asker, found.address, found.text), also)


def _cells(found: "Variants", slot: int, may: Sequence[bool]) -> Iterator[str | None]:
    return (found.words(at, slot) if may[at] else None for at in range(len(found.witnesses)))


def _of(asker: Asker, address: str) -> Quote:
    return quoted(asker, address, asker.archive.precedents.words(address))


def _step(edge: "Edge") -> Step:
    return Step(edge.kind.value, edge.earlier.address, edge.later.address, edge.moved, edge.tied)


def _member(member: "Member") -> Place:
    own = member.expression
    return Place(member.address, own.day, own.title, own.organisation, own.organ)


def _traced(asker: Asker, found: "Provenance", traced: "Traced") -> Sentence:
    own, source = traced.sentence, traced.source
    name = found.draft.name
    here = str(Pinpoint(name).expression.at(own.place)) if name else ""
    return Sentence(
        quote=quoted(asker, here, own.words) if here else Quote(own.place, own.words),
        origin=found.said(traced),
        source=quoted(asker, str(source.address), source.words) if source else None,
        earliest=found.earliest(traced),
    )
