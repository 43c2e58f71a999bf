"""The brief of a text: what in it is new, kept, changed or gone, who assented, and what it cites, with the proofs."""

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from acquis.briefing.adoption import assent_to
from acquis.briefing.assent import Adoption, Mark
from acquis.briefing.citing import Cited, cited_in
from acquis.briefing.predecessor import Choice, predecessor
from acquis.briefing.rooms import Rooms
from acquis.briefing.unheld import Unheld, unheld
from acquis.model import Document, Pinpoint, Span
from acquis.precedents.base import Base
from acquis.precedents.between import Between, Passage, as_catalogued, between
from acquis.precedents.comparing import Comparison
from acquis.precedents.kin import Expression
from acquis.precedents.provenance import Draft, Origin, Traced
from acquis.precedents.succession import Edge, Kind
from acquis.precedents.words import words_of
from acquis.register.events import Event


class Fate(enum.StrEnum):
    """What a passage is beside the text that it is compared with."""

    KEPT = "carried word for word"
    CHANGED = "changed"
    SUBJECT = "perhaps the same subject"
    OTHER = "not in the text compared with"


class Compared(Struct, frozen=True):
    """Words of the earlier text held against those of this one, and what became of them."""

    edge: Edge
    earlier: str
    later: str
    comparison: Comparison


class Paragraph(Struct, frozen=True):
    """A passage of the text: what of the earlier text is in it, and where its sentences come from.

    `compared` are the `sources` that it has changed.
    """

    passage: Passage
    fate: Fate
    sources: tuple[Edge, ...]
    compared: tuple[Compared, ...]
    sentences: tuple[Traced, ...]

    @property
    def unheard(self) -> bool:
        """Whether of no sentence of it any earlier wording is held."""
        told = [each.origin for each in self.sentences if each.origin is not Origin.SHORT]
        return bool(told) and all(origin is Origin.NONE for origin in told)


class Brief(Struct, frozen=True):
    """What is known of a text beside the one it is compared with; `held` is whether the archive holds it.

    `gone` are the passages of the earlier text of which no wording was found. `assent` is what each entitled state
    did about the whole text, `facts` what the text itself attests; `names` are those of who is in either, on its day.
    `stands` is the release or change that the archive stood at.
    """

    document: Document
    text: Expression
    held: bool
    choice: Choice
    unheld: tuple[Unheld, ...]
    paragraphs: tuple[Paragraph, ...]
    gone: tuple[Passage, ...]
    cited: tuple[Cited, ...]
    adoption: Adoption
    assent: tuple[Mark, ...]
    facts: tuple[Event, ...]
    names: dict[str, str]
    base: Base | None
    stands: str

    @property
    def marking(self) -> str:
        """Public, internal or restricted; what is not marked is internal."""
        return self.document.record.value("marking") or "internal"


def brief_of(
    archive: Rooms,
    document: Document,
    *,
    held: bool,
    against: Sequence[str] = (),
    met: Callable[[int], None] | None = None,
) -> Brief:
    """The brief of a document, whether the archive holds it or not.

    `against` names the text to compare with instead of the one that the rule finds. `met` is told of each sentence,
    by how many there are. Cost: a look-up for each sentence, some ten milliseconds, and as much for each changed one.
    """
    from acquis.register.told import events_in

    draft = Draft.of_document(document)
    count = len(draft.sentences)
    origins = archive.precedents.provenance(draft, met=(lambda _: met(count)) if met else None)
    choice = predecessor(archive, document, against=against, traced=origins.traced)
    first = choice.first
    adoption, assent = assent_to(document, archive.register)
    facts = tuple(events_in(document, archive.register.library.texts))
    found = between(archive.get(first.text.address).document, document) if first else None
    return Brief(
        document=document,
        text=as_catalogued(document),
        held=held,
        choice=choice,
        unheld=unheld(archive, document, first.text if first else None),
        paragraphs=tuple(_paragraphs(archive, document, found, _by_paragraph(origins.traced), held=held)),
        gone=found.gone if found else (),
        cited=cited_in(document, archive.register),
        adoption=adoption,
        assent=assent,
        facts=facts,
        names=_names(archive, [*(each.state for each in assent), *(each.actor for each in facts)], document),
        base=origins.base,
        stands=stands(archive),
    )


def _names(archive: Rooms, actors: Iterable[str], document: Document) -> dict[str, str]:
    """What actors are called in English on the day of the document."""
    day, _ = document.record.day
    on = str(day) if day else None
    return {actor: archive.register.name(actor, on=on) for actor in dict.fromkeys(actors) if actor}


def _by_paragraph(traced: Iterable[Traced]) -> dict[str, list[Traced]]:
    by: dict[str, list[Traced]] = {}
    for each in traced:
        by.setdefault(each.sentence.place, []).append(each)
    return by


def _paragraphs(
    archive: Rooms, document: Document, found: Between | None, traced: dict[str, list[Traced]], *, held: bool
) -> Iterator[Paragraph]:
    later = (found or between(document, document)).later
    for passage in later:
        edges = found.into(passage) if found else ()
        changed = [each for each in edges if each.kind is not Kind.CARRIED]
        compared = tuple(_compared(archive, each, found, passage, held=held) for each in changed if found)
        yield Paragraph(passage, _fate(edges), edges, compared, tuple(traced.get(passage.part.path, ())))


def _fate(edges: Sequence[Edge]) -> Fate:
    kinds = {edge.kind for edge in edges}
    if not kinds:
        return Fate.OTHER
    if kinds == {Kind.REWORDED}:
        return Fate.SUBJECT
    return Fate.KEPT if Kind.CARRIED in kinds else Fate.CHANGED


def _compared(archive: Rooms, edge: Edge, found: Between, later: Passage, *, held: bool) -> Compared:
    """The words on both sides: of whole passages, or of the stretches that one has of the other."""
    earlier = next(each for each in found.earlier if each.address == edge.earlier.address)
    one, other = _side(earlier, edge.kind, edge.earlier_span), _side(later, edge.kind, edge.later_span)
    words = other if held else _own(other, later)
    return Compared(edge, one, other, archive.precedents.diff(one, words))


_STRETCHES: Final = (Kind.SPLIT, Kind.MERGED, Kind.CLAUSE)
"""What stands in a part of a passage: only that part is compared."""


def _side(passage: Passage, kind: Kind, span: tuple[int, int]) -> str:
    """The address of what is compared: of the passage, of its own words, or of a stretch of them."""
    if kind not in _STRETCHES and not passage.leads:
        return passage.address
    places = words_of(passage.words).places
    stretch = Span(places[span[0]][0], places[span[1] - 1][1])
    own = stretch if kind in _STRETCHES else Span(0, len(passage.words))
    return str(Pinpoint(passage.address).expression.at(passage.part.path, words=own))


def _own(address: str, passage: Passage) -> str:
    """The words at an address of a text that is not held."""
    words = Pinpoint(address).words
    return words.of(passage.words) if words else passage.words


def stands(archive: Rooms) -> str:
    """The last release that holds all of what the archive has, else the change that it stands at."""
    from acquis.archive import queries

    with archive.store.reading() as db:
        at = archive.at if archive.at is not None else queries.last_change(db)
    named = [each.name for each in archive.releases() if each.seq == at]
    return f"release {named[-1]}" if named else f"change {at}"
