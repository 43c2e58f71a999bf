"""Compare: two texts beside one another, passage by passage; two passages; and the turnover of a series."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct
from msgspec.structs import replace

from acquis.archive.resolve import as_address
from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.rest.asker import entries, entry_of, expressions_of
from acquis.web.answers import Page
from acquis.web.diffs import KINDS, Changed, changed, refuse_guarded
from acquis.web.diffs_aligned import Aligned, Compared, aligned
from acquis.web.diffs_examples import Couple, couples
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.urls import Url
from acquis.web.words import bcp47, direction, message

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry
    from acquis.model import Document

MOST: Final = 40
"""So many texts of a series."""


class Text(Struct, frozen=True):
    """One of the texts that are compared."""

    address: str
    title: str
    day: str | None
    organ: str
    language: str
    direction: str
    standing: str


class Turned(Struct, frozen=True):
    """How much of a text is new in its series, and how much no later one has; None where there is none to tell.

    `asked` is whether it is one of those that were named, `before` the address that lays it beside the one before.
    """

    text: Text
    passages: int
    come: int | None
    carried: int
    adapted: int
    gone: int | None
    asked: bool
    before: str


class ComparePage(Page, frozen=True, kw_only=True):
    """Two texts, or two passages (`change`), beside one another; `series` where several texts were named."""

    template: ClassVar[str] = "compare.html"
    a: str = ""
    b: str = ""
    only: str = ""
    earlier: Text | None = None
    later: Text | None = None
    swapped: str = ""
    backwards: bool = False
    parts: tuple[Aligned, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    moved: int = 0
    change: Changed | None = None
    series: tuple[Turned, ...] = ()
    base: str = ""
    whole: str = ""
    examples: tuple[Couple, ...] = ()

    @property
    def kinds(self) -> dict[str, str]:
        """What became of a passage, as it is said."""
        return KINDS

    def rows(self) -> Sequence[Struct]:
        """A line for each passage, or for each text of a series."""
        if self.series:
            return [
                _Text(each.text.day, each.text.address, each.passages, each.come, each.carried, each.adapted, each.gone)
                for each in self.series
            ]
        return [
            _Line(
                each.kind,
                each.moved,
                "; ".join(side.said.address for side in each.earlier),
                each.later.said.address if each.later else "",
                " / ".join(side.said.words for side in each.earlier),
                each.later.said.words if each.later else "",
                each.position,
            )
            for each in self.parts
        ]


class _Line(Struct, frozen=True):
    what: str
    moved: bool
    earlier: str
    later: str
    earlier_words: str
    later_words: str
    position: str


class _Text(Struct, frozen=True):
    day: str | None
    text: str
    passages: int
    new_in_the_series: int | None
    carried: int
    adapted: int
    in_no_later_one: int | None


def compare(
    reader: NamedDependency[Reader], *, a: FromQuery[str] = "", b: FromQuery[str] = "", only: FromQuery[str] = ""
) -> Response[Any]:
    """Two texts or passages, an earlier and a later one; with `with` the series that they and others are of."""
    more = [each for each in reader.request.query_params.getall("with", []) if each.strip()][:MOST]
    one, other = a.strip(), b.strip()
    if not one or not other:
        blank = ComparePage(title=message("Compare"), a=a, b=b, examples=couples(reader))
        return reader.answer(blank)
    if _is_passage(one) or _is_passage(other):
        return reader.answer(_passages(reader, one, other))
    return reader.answer(_texts(reader, one, other, more, "changes" if only == "changes" else ""))


# --- two passages -----------------------------------------------------------------------------------------------------


def _is_passage(what: str) -> bool:
    """Whether it is a place in a text, or words; the name of a text is neither."""
    address = as_address(what)
    return address.part is not None if address else "#" in what or len(what.split()) > _NAME


_NAME: Final = 12
"""Words that the name of a text has at most."""


def _passages(reader: Reader, one: str, other: str) -> ComparePage:
    def told() -> Changed:
        found = changed(reader, one, other)
        if found is None:
            raise BadQuery("These two are in two languages, or one is no passage. Compare within one language.")
        return found

    found = reader.once(("passages", one, other), told)
    for each in (found.older, found.newer):
        refuse_guarded(reader, each.address or None)
    earlier, later = (_text(reader, each.address) if each.address else None for each in (found.older, found.newer))
    return ComparePage(title=message("Compare"), a=one, b=other, change=found, earlier=earlier, later=later)


# --- two texts --------------------------------------------------------------------------------------------------------


def _texts(reader: Reader, one: str, other: str, more: Sequence[str], only: str) -> ComparePage:
    earlier, later = _pair(reader, one, other)
    for each in (earlier, later):
        refuse_guarded(reader, each.address)
    key = ("compared", str(earlier.address), str(later.address))
    found: Compared = reader.once(key, lambda: aligned(earlier, later))
    parts = tuple(each for each in found.rows if not only or each.kind != "carried" or each.moved)
    sides = _text(reader, str(earlier.address)), _text(reader, str(later.address))
    named = [sides[0].address, sides[1].address, *(str(reader.opened(each).document.address) for each in more)]
    made = ComparePage(
        title=message("Compare"),
        a=one,
        b=other,
        only=only,
        earlier=sides[0],
        later=sides[1],
        swapped=str(Url("/compare", (("a", other), ("b", one), *_kept(reader)))),
        backwards=bool(sides[0].day and sides[1].day and sides[0].day > sides[1].day),
        parts=parts,
        counts=tuple(sorted(found.counts, key=lambda each: list(KINDS).index(each[0]))),
        moved=found.moved,
        whole=_whole(reader, sides, one, other) if not more else "",
    )
    return _in_series(reader, made, named) if more else made


def _pair(reader: Reader, one: str, other: str) -> "tuple[Document, Document]":
    """Both texts in one language: of one that is named without a language the expression in that of the other."""
    earlier, later = reader.opened(one).document, reader.opened(other).document
    if bcp47(earlier.language) != bcp47(later.language):
        later = _speaking(reader, later, other, earlier) or later
        earlier = _speaking(reader, earlier, one, later) or earlier
    if bcp47(earlier.language) != bcp47(later.language):
        raise BadQuery(
            f"{earlier.address} and {later.address} are in two languages. Name expressions of one language (…@en); "
            "the languages of one work stand side by side on its own page."
        )
    return earlier, later


def _speaking(reader: Reader, held: "Document", asked: str, like: "Document") -> "Document | None":
    address = as_address(asked)
    if address is not None and address.language is not None:
        return None
    wanted = bcp47(like.language)
    mine = expressions_of(reader, held.address.work)
    found = next((each for each in mine if bcp47(each.language) == wanted), None)
    return reader.opened(str(found.address)).document if found else None


def _text(reader: Reader, address: str) -> Text:
    entry, tag = entry_of(reader, address), Pinpoint(address).language
    title = " ".join((entry.title if entry and entry.title else str(Pinpoint(address).work)).split())
    organ = " · ".join(filter(None, [entry.organisation, entry.organ])) if entry else ""
    day, standing = (entry.day, entry.standing) if entry else (None, "")
    return Text(address, title, day, organ, bcp47(tag), direction(tag), standing)


def _kept(reader: Reader) -> tuple[tuple[str, str], ...]:
    return (("release", reader.release),) if reader.release else ()


# --- a series ---------------------------------------------------------------------------------------------------------


def _series(reader: Reader, address: str) -> dict[str, str]:
    """What the texts of a series have in common: organisation, organ, kind, language."""
    entry = entry_of(reader, address)
    told = {name: getattr(entry, name) for name in ("organisation", "organ", "kind")} if entry else {}
    told["language"] = bcp47(Pinpoint(address).language)
    return {name: value for name, value in told.items() if value} if entry and entry.organisation else {}


def _whole(reader: Reader, sides: Sequence[Text], one: str, other: str) -> str:
    """The address of the same page with the whole series, where both texts are of one."""
    series = _series(reader, sides[0].address)
    if not series or series != _series(reader, sides[1].address):
        return ""
    held = _works(entries(reader, series))
    rest = [("with", str(each.address)) for each in held if str(each.address) not in (one, other)]
    return str(Url("/compare", (("a", one), ("b", other), *rest[:MOST], *_kept(reader)))) if len(held) > 2 else ""


def _works(held: "Sequence[Entry]") -> "list[Entry]":
    """One expression of each dated work."""
    return list({str(each.work): each for each in reversed(held) if each.day}.values())[::-1]


def _in_series(reader: Reader, made: ComparePage, named: Sequence[str]) -> ComparePage:
    """With the turnover of the series that all of them are of."""
    series = [_series(reader, each) for each in named]
    if not series[0] or any(each != series[0] for each in series):
        raise BadQuery(
            "The texts of a series are of one organisation, organ, kind and language; these are not. "
            "Leave out `with`, and compare two of them."
        )

    def turned() -> tuple[tuple[Turned, ...], str]:
        told = reader.archive.precedents.chronicle(**series[0])
        return tuple(_turnover(reader, told.turnover, named)), str(told.base)

    rows, base = reader.once(("series", *series[0].items(), *named), turned)
    return replace(made, series=rows, base=base)


def _turnover(reader: Reader, found: Sequence[Any], named: Sequence[str]) -> Sequence[Turned]:
    works = {str(Pinpoint(each).work): each for each in named}
    shown, last = list[Turned](), ""
    for each in found:
        address, work = each.text.address, each.text.work
        if works.setdefault(work, address) != address:
            continue
        before = str(Url("/compare", (("a", last), ("b", address), *_kept(reader)))) if last else ""
        numbers = each.passages, each.come, each.carried, each.adapted, each.gone
        shown.append(Turned(_text(reader, address), *numbers, address in named, before))
        last = address
    return shown


ENTRY = page("/compare", compare, nav=message("Compare"), order=6)
