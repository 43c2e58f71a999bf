"""What the earlier text says and this one has no wording of."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from acquis.briefing.quoting import called, joined, place, quoted, said
from acquis.briefing.sections import Room, Row, Section
from acquis.formats._paper import Block, Heading, Line, Note, Paragraph, Run, Table, line
from acquis.precedents.words import words_of
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief
    from acquis.precedents.between import Passage

_SHOWN = 3
"""So many passages are quoted on the first page."""

_LONG = 5
"""Words from so many letters on say what a passage is about."""

_STEM = 6
"""Words that begin with the same letters, so many, are taken for one."""


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    if not brief.gone or brief.choice.first is None:
        return
    head = f"{len(brief.gone)} of {counted(earlier(brief), 'paragraph')} of {called(brief.choice.first.text, 4)}: "
    shown = [quoted(each.words, room.words, address=each.address) for each in strangest(brief)[:_SHOWN]]
    named = (run for each, words in zip(strangest(brief), shown, strict=False) for run in _named(each, words))
    rest = f" … and {len(brief.gone) - _SHOWN} more" if len(brief.gone) > _SHOWN else ""
    yield Row("Wording not repeated", (Run(head), *joined(named), Run(rest)))


def _named(passage: "Passage", words: Run) -> Iterator[Run]:
    yield Run(f"{passage.part.path} {words.text}", address=words.address, note=words.note)


def earlier(brief: "Brief") -> int:
    """How many passages the earlier text has: those that went into this one, and those that are gone."""
    kept = {each.earlier.address for one in brief.paragraphs for each in one.sources}
    return len(kept) + len(brief.gone)


def strangest(brief: "Brief") -> list["Passage"]:
    """The passages that are gone, those first whose longer words stand least in this text; then as they stood."""
    held = _stems(brief.document.text)
    return sorted(brief.gone, key=lambda each: -_strange(_stems(each.words), held))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in words_of(text).texts if len(word) >= _LONG}


def _strange(own: set[str], held: set[str]) -> float:
    return len(own - held) / (len(own) or 1)


def _behind(brief: "Brief") -> Iterable[Block]:
    if not brief.gone or brief.choice.first is None:
        return
    yield Heading("Wording not repeated")
    yield Paragraph(said(
        "Of these passages no run of words was found. Their subject may be taken up in other words: only a reader can "
        "tell."
    ))  # fmt: skip
    name = called(brief.choice.first.text)
    yield Table(f"Passages of {name} without a wording here", ("place", "words"), tuple(map(_row, brief.gone)))


def _row(passage: "Passage") -> tuple[Line, Line]:
    where = Run(place(passage.address), address=passage.address, note=Note(passage.words, passage.address))
    return (where,), line(passage.words)


ENTRY = Section(30, _front, _behind)
