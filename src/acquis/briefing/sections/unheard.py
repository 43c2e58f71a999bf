"""Passages of which no earlier wording is held, with what was searched."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from acquis.briefing.quoting import joined, place, quoted, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Note, Paragraph, Run, Table
from acquis.precedents.provenance import Origin
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.briefing.brief import Paragraph as Passage
    from acquis.precedents.provenance import Traced

_SHOWN: Final = 3
_PLACES: Final = 12


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    found = _unheard(brief)
    if not found or brief.base is None:
        return
    head = f"{counted(len(found), 'paragraph')} of {len(brief.paragraphs)}, {brief.base.absent}: "
    shown = (
        Run(f"{each.passage.part.path} {run.text}", address=run.address, note=run.note)
        for each in found[:_SHOWN]
        for run in [quoted(each.passage.words, room.words, address=each.passage.address)]
    )
    places = [place(each.passage.address) for each in found[_SHOWN:]]
    more = ", ".join(places[:_PLACES]) + (" …" if len(places) > _PLACES else "")
    yield Row("No earlier wording", (Run(head), *joined(shown), Run(f"; {more}" if more else "")))


def _unheard(brief: "Brief") -> list["Passage"]:
    return [each for each in brief.paragraphs if each.unheard]


def _behind(brief: "Brief") -> Iterable[Block]:
    if brief.base is None:
        return
    yield Heading("Where each sentence comes from")
    yield Paragraph(said(f"{brief.base}."))
    yield Table(
        "The sentences of the text",
        ("place", "words", "where they come from"),
        tuple(_row(each, sentence, brief) for each in brief.paragraphs for sentence in each.sentences),
    )


def _row(passage: "Passage", traced: "Traced", brief: "Brief") -> tuple[Line, Line, Line]:
    sentence = traced.sentence
    document = brief.document
    address = str(document.pinpoint(sentence.span))
    where = Run(place(address), address=address, note=Note(sentence.words, address))
    return (where,), (Run(sentence.words, language=brief.text.language),), tuple(_source(traced))


def _source(traced: "Traced") -> Iterator[Run]:
    """The nearest use of the wording and its earliest, each with its words."""
    source = traced.source
    yield Run(Origin.NONE.value if traced.origin is Origin.NONE else traced.origin.value)
    if source is not None:
        yield Run(f": {source.day or 'undated'} ")
        address = str(source.address)
        yield Run(address, address=address, note=Note(source.words, address))
    if traced.earliest is not None:
        first = str(traced.earliest.address)
        yield Run(f"; earliest held: {traced.earliest.day} {first}", address=first)


ENTRY = Section(40, _front, _behind)
