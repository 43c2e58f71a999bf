"""Lineage: a passage through the years, each wording beside the one before, with its splits and mergers."""

from collections.abc import Sequence
from typing import Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.web.answers import Page
from acquis.web.diffs import KINDS, refuse_guarded
from acquis.web.diffs_examples import Example, families
from acquis.web.loom import LARGEST, Loom, beside, uses_of, woven
from acquis.web.loom_braids import Braid, Strand, braided, in_order
from acquis.web.pages import page
from acquis.web.placed import Placed, placed
from acquis.web.reader import Reader
from acquis.web.words import bcp47, direction, message


class Claimed(Struct, frozen=True):
    """A first or a last use: where it is, and the claim with its base."""

    day: str
    place: Placed
    claim: str


class LineagePage(Page, frozen=True, kw_only=True):
    """The loom of a passage, and the braids above it; `claims` are its first and its last use, each with its base.

    `strands` are the braids in words, in the order of days.
    """

    template: ClassVar[str] = "lineage.html"
    of: str = ""
    words: str = ""
    language: str = "und"
    direction: str = "auto"
    claims: tuple[Claimed, ...] = ()
    place: Placed | None = None
    texts: int = 0
    wordings: int = 0
    loom: Loom | None = None
    braid: Braid | None = None
    strands: tuple[Strand, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def kinds(self) -> dict[str, str]:
        """What became of a passage, as it is said."""
        return KINDS

    def rows(self) -> Sequence[Struct]:
        """A line for each text in each slot."""
        if self.loom is None:
            return ()
        return [
            _Line(at, column.day, column.address, column.title, cell.words, cell.state, cell.moved)
            for at, slot in enumerate(self.loom.slots, 1)
            for column, cell in zip(self.loom.columns, slot.cells, strict=True)
        ]


class _Line(Struct, frozen=True):
    slot: int
    day: str | None
    address: str
    title: str
    words: str
    beside_the_one_before: str
    moved: bool


def lineage(reader: NamedDependency[Reader], of: FromQuery[str] = "") -> Response[Any]:
    """A passage through the years."""
    if not of.strip():
        return reader.answer(LineagePage(title=message("Lineage"), examples=families(reader)))
    address = str(reader.opened(of.strip()).address)
    refuse_guarded(reader, address)
    return reader.answer(reader.once(("lineage", address), lambda: told(reader, address)))


def told(reader: Reader, address: str) -> LineagePage:
    """The loom of the passage at an address."""
    precedents = reader.archive.precedents
    history, variants = precedents.lineage(address), precedents.variants(address, most=LARGEST)
    reader.behind |= history.base.behind is not None
    loom = woven(reader, history, variants)
    line = {each.address for each in history.lineage.line}
    braid = braided(loom.columns, beside(history, precedents.braids(history)), line)
    tag = history.lineage.passage.expression.language
    return LineagePage(
        title=message("Lineage"),
        of=address,
        place=placed(reader, address),
        words=precedents.words(address),
        language=bcp47(tag),
        direction=direction(tag),
        claims=tuple(_claimed(reader, each) for each in history.claims),
        texts=uses_of(variants),
        wordings=len(variants.witnesses) + variants.left_out,
        loom=loom,
        braid=braid,
        strands=tuple(in_order(braid.strands)),
    )


def _claimed(reader: Reader, line: str) -> Claimed:
    """A claim as lineage says it: day, address and what is claimed, two blanks between."""
    day, _, rest = line.partition("  ")
    address, _, claim = rest.partition("  ")
    return Claimed(day, placed(reader, address), claim)


ENTRY = page("/lineage", lineage)
