"""Assent: for words that were agreed, every text that carries them, and what each state did about each."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.errors import BadQuery
from acquis.rest.asker import quotable
from acquis.web import statuses
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.statuses import Named, Proved, Told
from acquis.web.words import bcp47, direction, message

if TYPE_CHECKING:
    from acquis.briefing.assent import Mark
    from acquis.briefing.ledger import Carrier, Ledger

LONGEST: Final = 5_000
SAME: Final = ("asked", "carried", "identical", "extended", "partial", "formula", "quotation")
"""How the words of a text are related to those asked that stand in it as they are, alone or with more around them."""

_APART: Final = ("dissociated", "reserved", "stayed out", "against", "abstained")
_CELLS: Final = 480
"""So many cells, about, stand on one page."""


class Cell(Struct, frozen=True):
    """What a state did about a text, with its name that day, the reason, and what proves it."""

    state: str
    name: str
    cell: str
    assents: bool
    why: str
    proofs: tuple[Proved, ...]


class Text(Struct, frozen=True):
    """A text that carries the words: how it was adopted and for whom its passage speaks.

    Without `same` it has them in other words. `apart` are those who did not go along with it. `uncounted` says why the
    one state that was asked about has no cell, `unknown` why of none it is known whether it was entitled.
    """

    address: str
    work: str
    title: str
    day: str | None
    organ: str
    how: str
    same: bool
    language: str
    direction: str
    adopted: str
    why: str
    proofs: tuple[Proved, ...]
    speaker: str
    speaking: str
    cells: tuple[Cell, ...]
    apart: tuple[str, ...] = ()
    uncounted: str = ""
    unknown: str = ""

    def of(self, state: str) -> Cell | None:
        """The cell of a state."""
        return next((each for each in self.cells if each.state == state), None)


class Gap(Struct, frozen=True):
    """A meeting between the texts that is known, and of which nothing is held."""

    name: str
    day: str
    place: str
    outcome: str


class AssentPage(Told, frozen=True, kw_only=True):
    """Some of the texts that carry the words, in the order of days; `states` are those with a cell on any of them.

    Of the `total` so many are `reworded`: they have the passage in other words.
    `words` are those of the passage that was asked about. Of one `state` its first and last assent are told too.
    """

    template: ClassVar[str] = "assent.html"
    of: str = ""
    text: str = ""
    state: Named | None = None
    words: str = ""
    language: str = ""
    states: tuple[Named, ...] = ()
    texts: tuple[Text, ...] = ()
    total: int = 0
    reworded: int = 0
    offset: int = 0
    size: int = 1
    gaps: tuple[Gap, ...] = ()
    base: str = ""
    first: Named | None = None
    last: Named | None = None

    def rows(self) -> Sequence[Struct]:
        """A line for each cell."""
        return [_row(text, cell) for text in self.texts for cell in text.cells]


class _Row(Struct, frozen=True):
    day: str | None
    address: str
    adopted: str
    state: str
    name: str
    cell: str
    assents: bool
    why: str
    proofs: tuple[str, ...]


def assent(
    reader: NamedDependency[Reader],
    *,
    of: FromQuery[str] = "",
    text: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
) -> Response[Any]:
    """Who assented to a passage, by its address, or to a phrase."""
    title = message("Assent")
    if not of.strip() and not text.strip():
        return reader.answer(AssentPage(title=title))
    asked = _passage(reader, of.strip()) if of.strip() else {"text": _phrase(text)}
    ledger = reader.once(("assent", *asked.items()), lambda: _ledger(reader, asked.get("of") or asked["text"]))
    chosen = _state(reader)
    size = max(1, min(12, _CELLS // max(1, len(ledger.states)))) if chosen is None else 40
    start = max(offset, 0)
    shown = ledger.carriers[start : start + size]
    ends = ledger.assents(chosen.address) if chosen else ()
    states = sorted({mark.state for each in shown for mark in each.marks})
    return reader.answer(
        AssentPage(
            title=title,
            **asked,
            state=chosen,
            states=tuple(Named(each, statuses.name(reader, each, shown[-1].day)) for each in states),
            texts=tuple(_text(reader, each, chosen) for each in shown),
            total=len(ledger.carriers),
            reworded=sum(each.how not in SAME for each in ledger.carriers),
            offset=start,
            size=size,
            gaps=tuple(_gaps(reader, ledger)),
            base=ledger.base,
            first=_end(ends[0]) if ends else None,
            last=_end(ends[-1]) if ends else None,
        )
    )


def _passage(reader: Reader, of: str) -> dict[str, str]:
    """The passage at an address, with its words where these may be shown."""
    here = reader.opened(of)
    if here.address.part is None:
        raise BadQuery(f"{here.address} is a whole text, and assent is asked of a passage: {here.address}#p1.")
    may = quotable(reader, str(here.address))
    words, tag = here.document.words(here.address) if may else "", here.document.language
    return {"of": str(here.address), "words": words, "language": bcp47(tag)}


def _phrase(text: str) -> str:
    if len(text) > LONGEST:
        raise BadQuery(f"The phrase is too long: up to {LONGEST:,} letters are looked for. Ask by its address.")
    return " ".join(text.split())


def _state(reader: Reader) -> Named | None:
    """The one state that is asked about, in the query as `state`: a name that handlers cannot take."""
    if not (typed := reader.request.query_params.get("state", "").strip()):
        return None
    found = reader.archive.register.called(typed)
    if not found.startswith("state:"):
        raise BadQuery(f"{typed[:120]!r} is {found}, and assent is of states: KAZ, Kazakhstan.")
    return Named(found, statuses.name(reader, found, None))


def _text(reader: Reader, carrier: "Carrier", chosen: Named | None) -> Text:
    from acquis.briefing.uncounted import not_known, uncounted

    may, voice = quotable(reader, str(carrier.address)), carrier.voice
    marks = [each for each in carrier.marks if chosen is None or each.state == chosen.address]
    tag = carrier.address.language
    return Text(
        address=str(carrier.address),
        work=carrier.work,
        title=" ".join((carrier.title or carrier.work).split()),
        day=carrier.day,
        organ=" · ".join(filter(None, [carrier.organisation, carrier.organ])),
        how=carrier.how,
        same=carrier.how in SAME,
        language=bcp47(tag),
        direction=direction(tag),
        adopted=carrier.adoption.way.value,
        why=carrier.adoption.why,
        proofs=statuses.of_one(reader, carrier.adoption.proofs),
        speaker=voice.speaker.value,
        speaking=voice.words if may else "",
        cells=tuple(_cell(reader, each, carrier, may) for each in marks),
        apart=tuple(statuses.name(reader, each.state, carrier.day) for each in carrier.marks if each.cell in _APART),
        uncounted=uncounted(carrier, chosen.address, reader.archive.register) if chosen else "",
        unknown=not_known(carrier, reader.archive.register),
    )


def _cell(reader: Reader, mark: "Mark", carrier: "Carrier", may: bool) -> Cell:
    """A mark; a reason that quotes a passage which may not be passed on goes without its words."""
    why = mark.why if may else mark.why.partition("“")[0].rstrip(": ")
    shown = statuses.of_one(reader, mark.proofs)
    name = statuses.name(reader, mark.state, carrier.day)
    return Cell(mark.state, name, mark.cell.value, mark.assents, why, shown)


def _ledger(reader: Reader, what: str) -> "Ledger":
    """The ledger; where an index was behind, nothing of it is kept."""
    found = reader.archive.assent(what)
    reader.behind |= found.behind is not None
    return found


def _gaps(reader: Reader, ledger: "Ledger") -> Iterator[Gap]:
    for each in dict.fromkeys(ledger.gaps):
        yield Gap(statuses.name(reader, each.organ, each.day), each.day, each.place, each.outcome)


def _end(carrier: "Carrier") -> Named:
    return Named(str(carrier.address), carrier.day or "")


def _row(text: Text, cell: Cell) -> _Row:
    told = cell.state, cell.name, cell.cell, cell.assents, cell.why, statuses.told(cell.proofs)
    return _Row(text.day, text.address, text.adopted, *told)


ENTRY = page("/assent", assent)
