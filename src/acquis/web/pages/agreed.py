"""Agreed language: where the words of a paragraph were agreed before, the strongest first, each with what changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct
from msgspec.structs import replace

from acquis.rest.asker import entries, entry_of, quotable
from acquis.web import statuses
from acquis.web.answers import Page
from acquis.web.diffs import Flagged, changed, refuse_guarded
from acquis.web.diffs_examples import Example, passages
from acquis.web.filters import NAMES, Narrowed, named, narrowed, said
from acquis.web.margin.agreed import changed as in_one_line
from acquis.web.pages import Served, page
from acquis.web.placed import Placed, placed
from acquis.web.reader import Reader
from acquis.web.text import Mark, Run, runs
from acquis.web.urls import Url, went
from acquis.web.words import bcp47, direction, message, own_name

if TYPE_CHECKING:
    from acquis.precedents.found import Found, Precedent, Use

SIZE: Final = 10
MOST: Final = 30
FITS: Final = 7_500
"""Letters of an address that every browser and server between takes; a longer question is answered where it is sent."""

_WHOLE: Final = ("adapted", "mixed")
"""How a passage is related that is compared as a whole; of the others the words that both have are marked."""

_CLAUSES: Final = (
    *(message("inside a longer passage"), message("a part of the words asked"), message("a clause in both")),
)
"""How a passage is related that shares no more than a clause: which of the two is the longer one."""

_ASKED: Final = ("text", "of", "on", "earlier", "translations")


class Other(Struct, frozen=True):
    """The passage in another wording or language, and how often it stands so."""

    address: str
    day: str | None
    title: str
    words: str
    language: str
    direction: str
    uses: int = 0
    marks: tuple[Mark, ...] = ()

    def runs(self) -> list[Run]:
        """The words, cut where a mark begins or ends."""
        return runs(self.words, self.marks)


class Used(Struct, frozen=True):
    """A text that uses a passage too, with its first use."""

    address: str
    day: str | None
    title: str
    direction: str


class Row(Struct, frozen=True):
    """A passage that shares words with what was asked. `words` have what was changed from them in their place.

    `covered` is the share of the words asked that stand in it, in percent. Without `quoted` its words may not be passed
    on. `earliest` is the first use of wordings that come as near.
    """

    address: str
    kind: str
    day: str | None
    title: str
    organ: str
    words: str
    marks: tuple[Mark, ...]
    quoted: bool
    language: str
    direction: str
    standing: str
    covered: int
    related: str
    repetition: str
    users: tuple[Used, ...]
    strength: tuple[str, ...]
    position: str
    flags: tuple[Flagged, ...]
    others: tuple[Other, ...]
    translations: tuple[Other, ...]
    earliest: str | None
    wordings: int

    def runs(self) -> list[Run]:
        """The words, cut where a mark begins or ends."""
        return runs(self.words, self.marks)


class Claimed(Struct, frozen=True):
    """A first or a nearest use, with what the claim holds for."""

    name: str
    address: str
    day: str | None
    title: str
    claim: str


class Beyond(Struct, frozen=True):
    """What is held in another language alone, and the work that leads there."""

    language: str
    through: str
    by: str
    rows: tuple[Row, ...]


class Choices(Struct, frozen=True):
    """The values that a field has in what is held."""

    field: str
    title: str
    values: tuple[tuple[str, str], ...]


class AgreedPage(Page, frozen=True, kw_only=True):
    """The precedents of some words. `text` is what was typed, `of` the address that was asked about.

    `sent` says that the words came with a form and are not in the address of the page, `refused` why a day is none.
    """

    template: ClassVar[str] = "agreed.html"
    text: str = ""
    of: str = ""
    query: str = ""
    on: str = ""
    earlier: bool = False
    translated: bool = False
    sent: bool = False
    refused: str = ""
    filters: tuple[Narrowed, ...] = ()
    choices: tuple[Choices, ...] = ()
    claims: tuple[Claimed, ...] = ()
    absent: str = ""
    precedents: tuple[Row, ...] = ()
    across: tuple[Beyond, ...] = ()
    more: int = 0
    apart: tuple[str, ...] = ()
    scope: str = ""
    language: str = "und"
    place: Placed | None = None
    examples: tuple[Example, ...] = ()

    @property
    def key(self) -> frozenset[str]:
        """The marks that stand in any row: what the key of the page has to explain."""
        told = (*self.precedents, *(row for each in self.across for row in each.rows))
        marks = (mark for row in told for each in (row.marks, *(other.marks for other in row.others)) for mark in each)
        return frozenset(mark.kind for mark in marks)

    def rows(self) -> Sequence[Struct]:
        """The precedents of the page, those in other languages last."""
        told = (*self.precedents, *(row for each in self.across for row in each.rows))
        return [
            _Line(each.kind, each.day, each.organ, each.title, each.address, each.covered, each.repetition)
            for each in told
        ]


class _Line(Struct, frozen=True):
    kind: str
    day: str | None
    organ: str
    title: str
    address: str
    covered_percent: int
    repetition: str


def agreed(
    reader: NamedDependency[Reader],
    *,
    text: FromQuery[str] = "",
    of: FromQuery[str] = "",
    on: FromQuery[str] = "",
    earlier: FromQuery[bool] = False,
    translations: FromQuery[bool] = False,
    limit: FromQuery[int] = SIZE,
) -> Response[Any]:
    """The passages that have the words of a paragraph, or of an address."""
    asked = AgreedPage(
        title=message("Agreed language"),
        text=text,
        of=of,
        on=on,
        earlier=earlier,
        translated=translations,
        filters=said(reader, narrowed(reader)),
        choices=choices(reader),
    )
    if not (of or text).strip():
        return reader.answer(replace(asked, examples=passages(reader)))
    filters, most = narrowed(reader), min(max(limit, 1), MOST)
    return statuses.answered(reader, asked, lambda read: reader.answer(found(reader, read, filters, most)))


def sent(reader: NamedDependency[Reader], data: URLEncodedBody[dict[str, str]]) -> Response[Any]:
    """What the form asks: leads to the address that says it, where it fits into one; it changes nothing here."""
    told = {name: data[name].strip() for name in (*_ASKED, *NAMES) if data.get(name, "").strip()}
    address = went("/agreed", **told, release=reader.release)
    if len(address) <= FITS:
        return Redirect(address, status_code=303)
    asked = AgreedPage(
        title=message("Agreed language"),
        text=told.get("text", ""),
        on=told.get("on", ""),
        earlier="earlier" in told,
        translated="translations" in told,
        sent=True,
        filters=said(reader, {name: told[name] for name in NAMES if name in told}),
        choices=choices(reader),
    )
    reader.url, reader.behind = Url("/agreed"), True
    filters = {name: told[name] for name in NAMES if name in told}
    return statuses.answered(reader, asked, lambda read: reader.answer(found(reader, read, filters, SIZE)))


def found(reader: Reader, asked: AgreedPage, filters: Mapping[str, str], limit: int) -> AgreedPage:
    """The page with its answer; what was worked out for the same question is kept."""
    what = (asked.of or asked.text).strip()
    key = ("agreed", what, asked.on, asked.earlier, asked.translated, limit, *sorted(filters.items()))

    def answered() -> AgreedPage:
        told = reader.archive.precedents.find(
            what,
            limit=limit,
            on=asked.on or None,
            earlier=asked.earlier,
            translations=asked.translated,
            **filters,
        )
        refuse_guarded(reader, told.address)
        reader.behind |= told.base.behind is not None
        return _answered(reader, asked, told)

    return replace(reader.once(key, answered), text=asked.text, sent=asked.sent)


def _answered(reader: Reader, asked: AgreedPage, told: "Found") -> AgreedPage:
    ends = (told.earliest, told.within, told.nearest)
    users = reader.archive.precedents.users(told)
    return replace(
        asked,
        of=str(told.address) if told.address else "",
        place=placed(reader, str(told.address)) if told.address else None,
        query=told.query,
        claims=tuple(_claims(reader, told)),
        absent="" if any(ends) else told.base.absent,
        precedents=tuple(_row(reader, each, told, users.get(each.address, ())) for each in told.precedents),
        across=tuple(_beyond(reader, each, told) for each in told.across),
        more=told.more,
        apart=tuple(map(str, told.apart)),
        scope=told.scope,
        language=bcp47(told.address.language) if told.address else "und",
    )


def _claims(reader: Reader, told: "Found") -> Iterator[Claimed]:
    if told.earliest:
        word = "earliest use of just these words"
        yield _claim(message("First use of just these words"), told.earliest, told.base.claim(word))
    if told.within:
        word = "earliest use inside a longer passage"
        yield _claim(message("First use of these words, inside a longer passage"), told.within, told.base.claim(word))
    if told.nearest and told.nearest != told.earliest:
        before = message("Nearest use before its day") if told.on else message("Latest use")
        word = f"nearest use before {told.on}" if told.on else "latest use"
        yield _claim(before, told.nearest, told.base.claim(word))


def _claim(name: str, use: "Use", claim: str) -> Claimed:
    return Claimed(name, str(use.address), use.day, _title(use.title, str(use.address)), claim)


def _row(reader: Reader, each: "Precedent", told: "Found | None", users: "Sequence[Use]" = ()) -> Row:
    """One precedent; `told` is the answer whose words it is compared with, None for one in another language."""
    entry = entry_of(reader, str(each.address))
    tag, may = each.address.language, quotable(reader, str(each.address))
    words, marks = _shown(each, told.query if told else None) if may else ("", ())
    change = None
    if may and told and each.kind in _WHOLE:
        change = changed(reader, str(each.address), str(told.address or told.query))
    return Row(
        address=str(each.address),
        kind=each.kind.value,
        day=each.day,
        title=_title(each.title, str(each.address.work)),
        organ=" · ".join(filter(None, [each.use.organisation, each.organ])),
        words=words,
        marks=marks,
        quoted=may,
        language=bcp47(tag),
        direction=direction(tag),
        standing=entry.standing if entry else "",
        covered=round(100 * each.covered),
        related=_related(each),
        repetition=each.repetition,
        users=tuple(_user(use) for use in users if str(use.work) != str(each.use.work)),
        strength=tuple(reason for reason in each.strength if not reason.startswith("used in")),
        position=change.position if change else "",
        flags=change.flags if change else (),
        others=tuple(_others(reader, each)),
        translations=tuple(
            Other(t.address, None, "", t.words, bcp47(t.language), direction(t.language))
            for t in each.translations
            if quotable(reader, t.address)
        ),
        earliest=each.earliest.day if each.earliest else None,
        wordings=each.wordings,
    )


def _related(each: "Precedent") -> str:
    """How it is related to what was asked; of a clause which of the two is the longer one."""
    if each.kind != "partial":
        return each.kind.value
    whole = (round(each.covered, 2) >= 1, round(each.covers, 2) >= 1, True)
    return next(name for name, holds in zip(_CLAUSES, whole, strict=True) if holds)


def _user(use: "Use") -> Used:
    return Used(str(use.address), use.day, _title(use.title, use.work), direction(use.address.language))


def _shown(each: "Precedent", query: str | None) -> tuple[str, tuple[Mark, ...]]:
    """The words: with what was changed from them, or with what both have, where one is a clause of the other."""
    if query is not None and each.kind in _WHOLE:
        return in_one_line(each.words, query)
    shared = () if each.same else tuple(Mark(start, end, "hit") for start, end in each.spans)
    return each.words, shared


def _others(reader: Reader, each: "Precedent") -> Iterator[Other]:
    """The other wordings of the family, each as it differs from the one that is shown."""
    for other in each.others:
        if quotable(reader, str(other.use.address)) and quotable(reader, str(each.address)):
            words, marks = in_one_line(each.words, other.words)
            tag = other.use.address.language
            title = _title(other.use.title, other.use.work)
            told = (str(other.use.address), other.use.day, title, words, bcp47(tag), direction(tag))
            yield Other(*told, other.uses, marks)


def _beyond(reader: Reader, each: Any, told: "Found") -> Beyond:
    rows = tuple(_row(reader, row, None) for row in each.precedents)
    return Beyond(own_name(each.by.language), str(each.through), each.by.address, rows)


def choices(reader: Reader) -> tuple[Choices, ...]:
    """What can narrow the search: the values that are held of each field."""
    fields = ("organisation", "organ", "kind", "language", "year")
    return reader.once("choices", lambda: tuple(Choices(name, NAMES[name], _values(reader, name)) for name in fields))


def _values(reader: Reader, name: str) -> tuple[tuple[str, str], ...]:
    if name == "year":
        years = {each.day[:4] for each in entries(reader) if each.day}
        return tuple((year, year) for year in sorted(years, reverse=True))
    held = {getattr(each, name) or "" for each in entries(reader)} - {""}
    values = {bcp47(each) for each in held} if name == "language" else held
    return tuple(sorted(((value, named(reader, name, value)) for value in values), key=lambda pair: pair[1].casefold()))


def _title(title: str | None, instead: str) -> str:
    return " ".join((title or instead).split())


_PAGE: Final = page("/agreed", agreed)
_FORM: Final = post(
    "/agreed/words", sync_to_thread=True, status_code=200, include_in_schema=False, exclude_from_csrf=True
)(sent)
"""It asks and changes nothing, so that it needs no proof that this room wrote it."""

ENTRY = Served("/agreed", (*_PAGE.handlers, _FORM), message("Agreed language"), 4)
