"""What is no news: formulae, what was carried over word for word, and what may be the translator's, each counted."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from acquis.briefing.quoting import place, said
from acquis.briefing.sections import Room, Row, Section
from acquis.briefing.sections.originals import doubtful
from acquis.formats._paper import Block, Heading, Listing
from acquis.precedents.provenance import Origin
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief


def _front(brief: "Brief", room: Room) -> Iterator[Row]:
    del room
    for name, count, noun in _counts(brief):
        if count:
            yield Row(name, said(counted(count, noun)))


def _counts(brief: "Brief") -> Iterator[tuple[str, int, str]]:
    formulae = [s for each in brief.paragraphs for s in each.sentences if s.origin is Origin.FORMULA]
    yield "Formulae", len(formulae), "sentence"
    yield "Carried over word for word", len(_kept(brief)), "paragraph"
    yield "Possibly the translator's", len(doubtful(brief)), "change"


def _kept(brief: "Brief") -> list[str]:
    from acquis.briefing.brief import Fate

    return [each.passage.address for each in brief.paragraphs if each.fate is Fate.KEPT]


def _behind(brief: "Brief") -> Iterable[Block]:
    if kept := _kept(brief):
        yield Heading("Carried over word for word")
        yield Listing((said(", ".join(map(place, kept))),))


ENTRY = Section(80, _front, _behind)
