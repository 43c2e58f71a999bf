"""The loom: the wordings of one passage beside one another through the years, slot by slot, with what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from acquis.errors import AcquisError
from acquis.model import Pinpoint
from acquis.precedents.variants import Size
from acquis.rest.asker import entry_of, quotable
from acquis.web.words import bcp47, direction

if TYPE_CHECKING:
    from acquis.model import Span
    from acquis.precedents.ancestry import History
    from acquis.precedents.flags import Flag
    from acquis.precedents.succession import Edge
    from acquis.precedents.variants import Variants, Witness
    from acquis.web.reader import Reader

MOST: Final = 24
"""So many uses have a column each; of more each wording has one, for all its uses."""

LARGEST: Final = Size(40, 5_000, 500)
"""So many wordings a table has at most, and as many columns; so many words, which a person reads in half an hour; and
so many in a wording: one many times as long as the others costs as much as all of them, and hides them."""

NAMED: Final = 12
"""So many members are named; of more those that came and went."""


class Members(Struct, frozen=True):
    """Who was a member of an organisation on a day; `names` are empty where they are too many to be read.

    `came` and `left` are since the column before, of the same organisation. `why` says why nothing is known.
    """

    organisation: str
    day: str
    count: int = 0
    names: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    why: str = ""


class Column(Struct, frozen=True):
    """A text in which the passage stands: its address and place, and what its words became from the text before.

    `witness` is its wording in the table, `uses` how many texts it stands for. `became` is empty beside the line.
    """

    address: str
    before: str
    place: str
    day: str | None
    title: str
    organ: str
    language: str
    direction: str
    witness: int
    uses: int
    asked: bool
    in_line: bool
    became: str
    quoted: bool
    standing: str
    members: Members | None


class Cell(Struct, frozen=True):
    """What a text has in a slot, and what that is beside the text before it.

    `state` is "first", "same", "none" (nothing in either), "stands" (a change that survives any translation), "maybe"
    (it may be the translator's) or "worded" (other words, and no change of position).
    """

    address: str
    words: str
    state: str
    moved: bool = False


class Slot(Struct, frozen=True):
    """A place of the passage: a cell for each text. `agreed` is whether all say the same here."""

    agreed: bool
    cells: tuple[Cell, ...]


class Loom(Struct, frozen=True):
    """The texts in the order of their days, and the slots in the order of the passage; `scope` says what was searched.

    `folded` is whether a column stands for all uses of a wording; `left_out` counts the wordings there is no room for.
    """

    columns: tuple[Column, ...]
    slots: tuple[Slot, ...]
    folded: bool
    left_out: int
    scope: str


def woven(reader: "Reader", history: "History", variants: "Variants") -> Loom:
    """The table of a passage; cost: some milliseconds for each two wordings that follow one another."""
    folded = uses_of(variants) > MOST
    columns, members = list[Column](), dict[str, frozenset[str]]()
    for use in sorted(_places(variants, folded=folded), key=lambda each: (each[1] is None, each[1] or "", each[0])):
        before = columns[-1].address if columns else ""
        columns.append(_column(reader, history, use, before, members))
    scope = "; ".join(filter(None, [variants.scope, history.passed_over]))
    return Loom(tuple(columns), tuple(_slots(reader, variants, columns)), folded, variants.left_out, scope)


def uses_of(variants: "Variants") -> int:
    """How many places have one of the wordings, those that a table has no room for too."""
    return sum(1 + len(each.also) for each in variants.witnesses) + variants.unseen


def _column(
    reader: "Reader", history: "History", use: "_Use", before: str, members: dict[str, frozenset[str]]
) -> Column:
    """The text of a use; `members` are those of the columns before it, by organisation."""
    address, day, witness, uses = use
    entry, tag = entry_of(reader, address), Pinpoint(address).language
    lineage = history.lineage
    return Column(
        address=address,
        before=before,
        place=Pinpoint(address).part or "",
        day=day,
        title=" ".join((entry.title if entry and entry.title else str(Pinpoint(address).work)).split()),
        organ=" · ".join(filter(None, [entry.organisation, entry.organ])) if entry else "",
        language=bcp47(tag),
        direction=direction(tag),
        witness=witness,
        uses=uses,
        asked=address == lineage.passage.address,
        in_line=any(each.address == address for each in lineage.line),
        became=next((edge.kind.value for edge in lineage.chain if edge.later.address == address), ""),
        quoted=quotable(reader, address),
        standing=entry.standing if entry else "",
        members=_members(reader, entry.organisation if entry else None, day, members),
    )


_Use: TypeAlias = tuple[str, str | None, int, int]
"""Where the passage stands, its day, the number of its wording, and how many uses it stands for."""


def _places(variants: "Variants", *, folded: bool) -> Iterator[_Use]:
    """Each use; folded each wording for all of its uses."""
    for at, each in enumerate(variants.witnesses):
        yield each.address, each.day, at, 1 + len(each.also) if folded else 1
        if not folded:
            yield from ((other.address, other.day, at, 1) for other in each.also)


# --- cells ------------------------------------------------------------------------------------------------------------


def _slots(reader: "Reader", variants: "Variants", columns: Sequence[Column]) -> Iterator[Slot]:
    changes = {
        pair: _flags(reader, variants.witnesses[pair[0]], variants.witnesses[pair[1]])
        for pair in {(one.witness, other.witness) for one, other in pairwise(columns)}
        if pair[0] != pair[1]
    }
    moved = {(each.witness, slot) for each in variants.moved for slot in each.slots}
    for at, slot in enumerate(variants.slots):
        number = {witness: n for n, each in enumerate(slot.readings) for witness in each.witnesses}
        cells = list[Cell]()
        for last, column in zip((None, *columns), columns, strict=False):
            span = slot.cells[column.witness]
            if last is None:
                state = "first" if span else "none"
            elif number[column.witness] == number[last.witness]:
                state = "same" if span else "none"
            else:
                state = _state(slot.cells[last.witness], span, changes[last.witness, column.witness])
            words = span.of(variants.witnesses[column.witness].text).strip() if span and column.quoted else ""
            cells.append(Cell(_at(column, span), words, state, (column.witness, at) in moved))
        yield Slot(slot.agreed, tuple(cells))


def _at(column: Column, span: "Span | None") -> str:
    return str(Pinpoint(column.address).at(column.place, words=span)) if span else column.address


def _state(older: "Span | None", newer: "Span | None", found: "tuple[Sequence[Flag], bool]") -> str:
    """Which group a change of words is of, by the flags that stand in them."""
    flags, translated = found
    met = [each for each in flags if _meets(each.older, older) or _meets(each.newer, newer)]
    if any(each.survives for each in met):
        return "stands"
    return "maybe" if met or translated else "worded"


def _meets(one: "Span | None", other: "Span | None") -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _flags(reader: "Reader", older: "Witness", newer: "Witness") -> "tuple[Sequence[Flag], bool]":
    """The changes that matter from one wording to another, and whether one of them is a translation."""
    from acquis.precedents.comparing import Text
    from acquis.precedents.diff import compare
    from acquis.precedents.flags import flags
    from acquis.precedents.original import is_translation

    translated = False
    for each in (older, newer):
        if entry := entry_of(reader, each.address):
            tag = bcp47(entry.language)
            text = Text(str(entry.address), str(entry.work), tag, entry.standing, entry.organisation)
            translated |= is_translation(text)
    language = bcp47(Pinpoint(newer.address).language)
    return flags(compare(older.text, newer.text), language=language, translated=translated), translated


# --- who was a member -------------------------------------------------------------------------------------------------


def _members(
    reader: "Reader", organisation: str | None, day: str | None, last: dict[str, frozenset[str]]
) -> Members | None:
    """Who was a member on the day of a text, and who came or left since the column before; kept in `last`."""
    if not organisation or not day:
        return None
    held, register = _held(reader, organisation, day), reader.archive.register
    if isinstance(held, str):
        return Members(organisation, day, why=held)

    def named(actors: frozenset[str]) -> tuple[str, ...]:
        return tuple(sorted(register.name(each, on=day) for each in actors))

    before = last.get(organisation, held)
    last[organisation] = held
    names = named(held) if len(held) <= NAMED else ()
    return Members(organisation, day, len(held), names, named(held - before), named(before - held))


def _held(reader: "Reader", organisation: str, day: str) -> frozenset[str] | str:
    """The members on a day, or why they are not known; the days of an organisation are kept together for a change."""
    known: dict[str, frozenset[str] | str] = reader.once(("members on each day", organisation), dict)
    if day not in known:
        try:
            known[day] = frozenset(reader.archive.register.members(organisation, on=day))
        except AcquisError as error:
            known[day] = str(error).partition(".")[0] + "."
    return known[day]


# --- what stands beside the line --------------------------------------------------------------------------------------


def beside(history: "History", braids: "Iterable[Edge]") -> "Mapping[tuple[str, str], Edge]":
    """The edges of the line, those of the passage itself, and as many splits and mergers along the line."""
    lineage = history.lineage
    found = {(edge.earlier.address, edge.later.address): edge for edge in lineage.chain}
    for edge in (*lineage.parents, *lineage.children[:MOST], *islice(braids, MOST)):
        found.setdefault((edge.earlier.address, edge.later.address), edge)
    return found
