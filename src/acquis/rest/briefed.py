"""The brief of a text as a program gets it: what is kept, changed, new and gone beside the one that came before."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from acquis.rest.agreed import Change, changes
from acquis.rest.asker import Asker, Quote, quotable, quoted
from acquis.rest.facts import Fact, facts
from acquis.rest.treaties import Citation, citation

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief, Compared, Paragraph
    from acquis.briefing.predecessor import Candidate
    from acquis.precedents.provenance import Traced as Told


class Earlier(Struct, frozen=True):
    """A text that this one can be compared with, and because of what."""

    address: str
    title: str | None
    day: str | None
    because: str


class Missing(Struct, frozen=True):
    """A text that is known and not held, and how it is known."""

    name: str
    day: str
    place: str
    why: str


class Altered(Struct, frozen=True):
    """An earlier wording and what was made of it; the changes that matter, those that survive translation marked."""

    earlier: Quote
    later: Quote
    position: str | None
    changes: tuple[Change, ...]


class Traced(Struct, frozen=True):
    """A sentence and where it comes from."""

    quote: Quote
    origin: str
    source: Quote | None


class Briefed(Struct, frozen=True):
    """A passage of the text: what became of it (`fate`), whence it came, and where its sentences come from."""

    quote: Quote
    fate: str
    sources: tuple[str, ...]
    altered: tuple[Altered, ...]
    sentences: tuple[Traced, ...]


class BriefOf(Struct, frozen=True):
    """What a text says that matters, passage by passage, beside the one of its series that came before it.

    `gone` are wordings of the earlier text that this one does not repeat; `why_none` says why it is compared with none.
    Each claim holds for what was `searched`, as of what the archive `stands` at.
    """

    of: str
    title: str | None
    day: str | None
    compared_with: tuple[Earlier, ...]
    why_none: str
    others: tuple[Earlier, ...]
    known_and_not_held: tuple[Missing, ...]
    fates: dict[str, int]
    paragraphs: tuple[Briefed, ...]
    gone: tuple[Quote, ...]
    cited: tuple[Citation, ...]
    facts: tuple[Fact, ...]
    searched: str
    stands: str


def brief(asker: Asker, at: str, *, against: Sequence[str] = ()) -> BriefOf:
    """What is new in a text that is held, what is kept, changed and gone, what it cites, and what it attests."""
    address = str(asker.archive.get(at).document.address)
    found = asker.once(("brief", address, *against), lambda: asker.archive.brief(address, against=against))
    asker.behind |= found.base is not None and found.base.behind is not None
    paragraphs = tuple(_paragraph(asker, found, each) for each in found.paragraphs)
    fates = [each.fate for each in paragraphs]
    return BriefOf(
        of=address,
        title=found.text.title,
        day=found.text.day,
        compared_with=tuple(map(_earlier, found.choice.chosen)),
        why_none=found.choice.why_none,
        others=tuple(map(_earlier, found.choice.others)),
        known_and_not_held=tuple(Missing(each.name, each.day, each.place, str(each.why)) for each in found.unheld),
        fates={fate: fates.count(fate) for fate in dict.fromkeys(fates)},
        paragraphs=paragraphs,
        gone=tuple(quoted(asker, each.address, each.words) for each in found.gone),
        cited=tuple(citation(asker, each) for each in found.cited),
        facts=facts(asker, found.facts),
        searched=str(found.base) if found.base else "nothing was searched",
        stands=found.stands,
    )


def _earlier(candidate: "Candidate") -> Earlier:
    text = candidate.text
    return Earlier(text.address, text.title, text.day, candidate.because)


def _paragraph(asker: Asker, found: "Brief", each: "Paragraph") -> Briefed:
    return Briefed(
        quote=quoted(asker, each.passage.address, each.passage.words),
        fate=each.fate.value,
        sources=tuple(edge.earlier.address for edge in each.sources),
        altered=tuple(_altered(asker, one) for one in each.compared),
        sentences=tuple(_sentences(asker, found, each.sentences)),
    )


def _altered(asker: Asker, each: "Compared") -> Altered:
    compared = each.comparison
    may = quotable(asker, each.earlier) and quotable(asker, each.later)
    return Altered(
        earlier=quoted(asker, each.earlier, compared.older.text),
        later=quoted(asker, each.later, compared.newer.text),
        position=compared.position if may else None,
        changes=tuple(changes(compared.flags, may=may)),
    )


def _sentences(asker: Asker, found: "Brief", traced: "Sequence[Told]") -> Iterator[Traced]:
    for each in traced:
        address = str(found.document.pinpoint(each.sentence.span))
        source = quoted(asker, str(each.source.address), each.source.words) if each.source else None
        yield Traced(quoted(asker, address, each.sentence.words), each.origin.value, source)
