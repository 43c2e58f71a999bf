"""A document: its record, its contents, its text with the margin; and a part of it with everything known of it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException, PermissionDeniedException
from litestar.params import FromPath, FromQuery
from msgspec import Struct

from acquis.archive.holdings import Place
from acquis.archive.naming import place_for_people
from acquis.errors import NotHeld
from acquis.model import Document, Part, Pinpoint
from acquis.rest.asker import expressions_of, quotable
from acquis.web.answers import Page, file
from acquis.web.beside import Row, laid
from acquis.web.colours import Colour, colours
from acquis.web.comparing import comparing
from acquis.web.embedding import discovery, is_public
from acquis.web.facsimile import WAYS, Facsimile, facsimile, picture
from acquis.web.held import leads
from acquis.web.linked import as_script, json_ld
from acquis.web.margin import Section, margin
from acquis.web.mending import RELATED, Entered, Mending, entered_in, mending, number_in, writes
from acquis.web.outline import Content, Stated, claims, contents
from acquis.web.pages import page
from acquis.web.parts import Shown, asked, chosen, shown
from acquis.web.portions import Portion, portion
from acquis.web.reader import Reader
from acquis.web.statuses import Standing, standing
from acquis.web.text import Mark
from acquis.web.words import bcp47, direction

_TAIL: Final = re.compile(
    r"(?P<document>/d/.+?/@[^/]*(?:/[^/]+)??)/(?P<what>margin|file|source|compare|page/(?P<number>\d{1,5})\.png)"
)


class Expression(Struct, frozen=True):
    """The work in one language: whose words they are, and whether this page shows them."""

    address: str
    language: str
    standing: str
    here: bool


class Head(Struct, frozen=True):
    """What a document is called and where it comes from. `said` tells what the address was taken for.

    Without `quoted` its words may not be passed on, and none of them is shown.
    """

    address: str
    work: str
    title: str
    language: str
    direction: str
    day: str | None
    day_is: str
    place: str | None
    organisation: str | None
    organ: str | None
    kind: str | None
    symbol: str | None
    standing: str | None
    source: str | None
    marking: str
    rights: str | None
    quoted: bool
    said: str


class DocumentPage(Page, frozen=True, kw_only=True):
    """A whole document. `beside` is another expression laid beside it; `colours` tell where each sentence is from.

    Of a long text `parts` are one portion, unless all of it was asked for.
    `linked` is what is stated of it as linked data (schema.org). `facsimile` is the file that it was read in,
    `standing` what it was last as an instrument, if it is one. For whoever may write, `mending` is what may be entered
    at one paragraph, `entered` all that was; `done` is what they entered just now, `undone` the number of what they
    took back.
    """

    template: ClassVar[str] = "document.html"
    head: Head
    expressions: tuple[Expression, ...]
    contents: tuple[Content, ...]
    parts: tuple[Shown, ...]
    record: tuple[Stated, ...]
    portion: Portion | None
    doubts: tuple[str, ...]
    omitted: int
    sha256: str
    media_type: str
    file_name: str
    standing: Standing | None = None
    other: Head | None = None
    beside: tuple[Row, ...] = ()
    colours: tuple[Colour, ...] = ()
    base: str = ""
    linked: str = ""
    facsimile: Facsimile | None = None
    writes: bool = False
    mending: Mending | None = None
    entered: tuple[Entered, ...] = ()
    done: Entered | None = None
    undone: int = 0

    @property
    def relations(self) -> Mapping[str, str]:
        """How it may be said to be related to another text."""
        return RELATED

    def rows(self) -> Sequence[Struct]:
        """A line for each part."""
        return [_Line(each.address, each.kind, each.number, each.words) for each in self.parts]


class PassagePage(Page, frozen=True, kw_only=True):
    """A part of a document, or words of it, with everything that is known of them."""

    template: ClassVar[str] = "passage.html"
    head: Head
    address: str
    cited_as: str
    words: str
    parts: tuple[Shown, ...]
    sections: tuple[Section, ...]
    before: str | None
    after: str | None
    writes: bool = False

    def rows(self) -> Sequence[Struct]:
        """A line for each thing that is known."""
        return [
            _Known(section.name, line.kind, line.address, line.words, line.about)
            for section in self.sections
            for line in section.lines
        ]


class Ways(Struct, frozen=True):
    """How a document is asked for: what stands beside it, how it is coloured, which page, what is to be corrected.

    Of a long text the portion is shown in which the part `at` stands, or the `whole`.
    """

    beside: str
    colour: str
    page: int
    correct: str
    at: str
    whole: bool


class MarginPage(Page, frozen=True, kw_only=True):
    """The margin of one paragraph alone: what a page loads when the paragraph comes into view."""

    template: ClassVar[str] = "margin.html"
    address: str
    sections: tuple[Section, ...]
    writes: bool = False


class _Line(Struct, frozen=True):
    address: str
    kind: str
    number: str | None
    words: str


class _Known(Struct, frozen=True):
    section: str
    kind: str
    address: str
    words: str
    about: str


def document(
    reader: NamedDependency[Reader],
    place: FromPath[str],
    *,
    beside: FromQuery[str] = "",
    colour: FromQuery[str] = "",
    page: FromQuery[int] = 1,
    correct: FromQuery[str] = "",
    at: FromQuery[str] = "",
    whole: FromQuery[bool] = False,
) -> Response[Any]:
    """Whatever stands at an address: a document, a part of it, its margin, its file, or what to compare it with."""
    found = _TAIL.fullmatch(reader.url.path)
    here = reader.opened(str(Pinpoint.from_url(found["document"] if found else reader.url.path)))
    if found:
        return _below(reader, here, found["what"], int(found["number"] or 0))
    if here.address.part is None:
        return reader.answer(_whole(reader, here, Ways(beside, colour, page, correct, at, whole)))
    made = reader.answer(_passage(reader, here))
    if is_public(reader, here):
        made.headers["link"] = discovery(reader, here)
    return made


def _below(reader: Reader, here: Place, what: str, number: int) -> Response[Any]:
    """What stands below the address of a document or a paragraph."""
    held = here.document
    if what == "margin":
        if here.address.part is None:
            raise NotFoundException("A document has no margin of its own; its paragraphs have: /d/…/@en/p3/margin.")
        known = margin(reader, here)
        return reader.answer(
            MarginPage(title=str(here.address), address=str(here.address), sections=known, writes=writes(reader))
        )
    if not quotable(reader, str(held.address)):
        raise PermissionDeniedException("Its rights statement does not let it be passed on.")
    if what == "compare":
        return reader.answer(comparing(reader, held, head_of(reader, here)))
    if what.startswith("page/"):
        return Response(picture(reader, held, number), media_type="image/png", headers=reader.headers)
    return _file(reader, held, what)


def _whole(reader: Reader, here: Place, ways: Ways) -> DocumentPage:
    held, head = here.document, head_of(reader, here)
    other = _other(reader, held, ways.beside) if ways.beside and ways.beside not in WAYS and head.quoted else None
    coloured = colours(reader, held) if ways.colour == "provenance" and head.quoted else None
    whole = reader.form != "html" or ways.whole or ways.beside
    chosen, part = portion(held, ways.correct or ways.at, None if whole else reader.room.parts)
    parts = _shown(reader, held, chosen, coloured.marks if coloured else {}) if head.quoted else ()
    told, query = entered_in(reader, str(held.address)), reader.request.query_params
    return DocumentPage(
        title=head.title,
        head=head,
        expressions=tuple(_expressions(reader, held)),
        contents=tuple(contents(held)) if head.quoted else (),
        parts=parts,
        portion=part,
        record=tuple(claims(held)) if head.quoted else (),
        doubts=held.doubts,
        omitted=len(held.layers.omissions),
        sha256=held.file.sha256,
        media_type=held.file.media_type,
        file_name=held.file.name.rsplit("/", 1)[-1],
        standing=reader.once(("standing", str(held.address.work)), lambda: standing(reader, str(held.address.work))),
        other=head_of(reader, other) if other else None,
        beside=_beside(reader, held, other.document) if other else (),
        colours=coloured.counts if coloured else (),
        base=coloured.base if coloured else "",
        linked=_linked(reader, held) if head.quoted else "",
        facsimile=facsimile(reader, held, parts, ways.beside, ways.page)
        if ways.beside in WAYS and head.quoted
        else None,
        writes=writes(reader),
        mending=_mending(reader, held, ways.correct) if ways.correct else None,
        entered=told,
        done=next((each for each in told if query.get("entered") == str(each.number)), None),
        undone=number_in(query.get("undone", "")) if reader.inside else 0,
    )


def _mending(reader: Reader, held: Document, correct: str) -> Mending | None:
    return mending(reader, reader.opened(str(Pinpoint(f"{held.address}#{correct}")))) if writes(reader) else None


def _linked(reader: Reader, held: Document) -> str:
    """What is stated of a document in the words of schema.org."""
    cites = [each.target for each in held.citations if each.target and leads(reader, each.target)]
    told = [str(each.address) for each in expressions_of(reader, held.address.work)]
    return as_script(json_ld(held, expressions=told, cites=cites))


def _passage(reader: Reader, here: Place) -> PassagePage:
    held, address = here.document, here.address
    mark, parts = asked(held, address), chosen(held, address)
    first = held.part(address.part or "")
    marks: dict[str, Sequence[Mark]] = {first.path: (mark,)} if mark else {}
    neighbours = [part.path for part in held.paragraphs]
    at = neighbours.index(first.path) if first.path in neighbours else None
    head, cited = head_of(reader, here), place_for_people(held, first)
    return PassagePage(
        title=f"{head.title}, {cited}",
        head=head,
        address=str(address),
        cited_as=cited,
        words=held.words(address) if head.quoted else "",
        parts=_shown(reader, held, parts, marks) if head.quoted else (),
        sections=margin(reader, here),
        before=str(held.address.at(neighbours[at - 1])) if at else None,
        after=str(held.address.at(neighbours[at + 1])) if at is not None and at + 1 < len(neighbours) else None,
        writes=writes(reader),
    )


def _shown(
    reader: Reader, held: Document, parts: Sequence[Part], marks: Mapping[str, Sequence[Mark]]
) -> tuple[Shown, ...]:
    return shown(held, parts, leads=lambda target: leads(reader, target), more=marks)


def _file(reader: Reader, held: Document, what: str) -> Response[bytes]:
    """The bytes as they came, or the characters that were read in them."""
    name = held.file.name.rsplit("/", 1)[-1]
    if what == "file":
        return file(reader.archive.content(str(held.address)), name)
    source = held.layers.source.encode("utf-8", "surrogatepass")
    return file(source, f"{name}.source.txt", "text/plain")


def head_of(reader: Reader, here: Place) -> Head:
    """What the document of a place is called and where it comes from."""
    held, record = here.document, here.document.record
    day, day_is = record.day
    tag = held.language or record.value("language")
    names = ("place", "organisation", "organ", "kind", "symbol", "standing", "source", "rights")
    return Head(
        address=str(held.address),
        work=str(held.address.work),
        title=" ".join((record.value("title") or str(held.address.work)).split()),
        language=bcp47(tag),
        direction=direction(tag),
        day=str(day) if day else None,
        day_is=day_is,
        marking=record.value("marking") or "internal",
        quoted=quotable(reader, str(held.address)),
        said=here.said,
        **{name: record.value(name) for name in names},
    )


def _expressions(reader: Reader, held: Document) -> Sequence[Expression]:
    return [
        Expression(str(each.address), each.language, each.standing, each.address == held.address)
        for each in expressions_of(reader, held.address.work)
    ]


def _other(reader: Reader, held: Document, beside: str) -> Place:
    """The expression to lay beside: `@ru`, or its whole address."""
    wanted = f"{held.address.work}{beside}" if beside.startswith("@") else beside
    found = reader.opened(wanted)
    if found.document.address.work != held.address.work:
        raise NotHeld(f"{wanted} is another work than {held.address.work}: only languages of one work are laid beside.")
    return found


def _beside(reader: Reader, one: Document, other: Document) -> tuple[Row, ...]:
    key = ("beside", str(one.address), str(other.address))
    return reader.once(key, lambda: laid(one, other, lambda target: leads(reader, target)))


ENTRY = page("/d/{place:path}", document, endings=False)
