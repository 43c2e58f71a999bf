"""The brief of a text: what in it is new, kept, changed and gone, on one page, and behind it everything."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromQuery
from markupsafe import Markup
from msgspec import Struct

from acquis.archive.holdings import Place
from acquis.errors import BadQuery
from acquis.formats._paper import FORMS, Paper, Table
from acquis.rest.asker import quotable
from acquis.web.answers import Page, file
from acquis.web.cited import MEDIA, led, slug, withheld
from acquis.web.pages import Served, page
from acquis.web.pages.document import Head, head_of
from acquis.web.reader import Reader
from acquis.web.statuses import Named
from acquis.web.words import message

SENTENCES: Final = 1_000
"""So many sentences of a text are looked up while somebody waits: some ten milliseconds each."""


class Made(Struct, frozen=True):
    """A brief as a paper, what the text was compared with, and whether its index was behind.

    Without a paper the words of `against` may not be passed on.
    """

    paper: Paper | None
    against: tuple[Named, ...]
    because: str
    others: tuple[Named, ...]
    behind: bool


class Folded(Struct, frozen=True):
    """A section behind the first page: its heading, where it is on the page, and its words."""

    name: str
    heading: str
    body: str


class BriefPage(Page, frozen=True, kw_only=True):
    """The brief of a text; without a `head` nothing was asked for."""

    template: ClassVar[str] = "brief.html"
    head: Head | None = None
    asked: str = ""
    against: tuple[Named, ...] = ()
    because: str = ""
    others: tuple[Named, ...] = ()
    paper: Paper | None = None
    forms: tuple[str, ...] = FORMS

    def rows(self) -> Sequence[Struct]:
        """The rows of the first page."""
        return list(_front(self.paper)) if self.paper else []

    def sections(self, reader: Reader) -> "tuple[Markup, tuple[Folded, ...], Markup]":
        """The first page, what stands behind it, and the notes, as HTML for a reader."""
        return sections(reader, self.paper) if self.paper else (Markup(), (), Markup())


class _Row(Struct, frozen=True):
    about: str
    words: str
    proofs: tuple[str, ...]


def brief(reader: NamedDependency[Reader], of: FromQuery[str] = "", against: FromQuery[str] = "") -> Response[Any]:
    """What a text says that matters, beside the one that came before it, or beside another."""
    if not of.strip():
        return reader.answer(BriefPage(title=message("Brief")))
    here = reader.opened(of.strip())
    head = head_of(reader, here)
    made = _made(reader, here, against.strip()) if head.quoted else None
    return reader.answer(
        BriefPage(
            title=head.title,
            head=head,
            asked=against.strip(),
            against=made.against if made else (),
            because=made.because if made else "",
            others=made.others if made else (),
            paper=made.paper if made else None,
        )
    )


def sections(reader: Reader, paper: Paper) -> tuple[Markup, tuple[Folded, ...], Markup]:
    """The first page, the sections behind it, and the notes, as HTML whose style is that of the room.

    Headings of a paper are escaped, so that what is cut at are its own.
    """
    from acquis.formats._paper_html import inside

    whole = str(inside(paper, partial(led, reader))).partition("</h1>\n")[2]
    body, mark, notes = whole.partition('<section class="notes"')
    first, *rest = _HEADING.split(body)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    sound = Markup  # what the writer of papers made: it escapes every word
    behind = (Folded(f"behind-{at}", sound(name).unescape(), sound(told)) for at, (name, told) in enumerate(pairs, 1))
    return sound(first.removesuffix("<hr>\n")), tuple(behind), sound(mark + notes)


_HEADING: Final = re.compile(r"<h2>(.*?)</h2>\n")


def brief_file(reader: NamedDependency[Reader], of: FromQuery[str], against: FromQuery[str] = "") -> Response[Any]:
    """The brief as a file."""
    from acquis.formats._paper_forms import file_of

    here, form = reader.opened(of.strip()), reader.url.path.rpartition(".")[2]
    may = quotable(reader, str(here.document.address))
    made = _made(reader, here, against.strip()) if may else None
    if made is None or made.paper is None:
        raise PermissionDeniedException("Its rights statement does not let its words be passed on.")
    return file(file_of(made.paper, form), f"brief-{slug(str(here.document.address))}.{form}", MEDIA[form])


def _made(reader: Reader, here: Place, against: str) -> Made:
    """The brief of a document that is held, worked out once; a file of this machine is never read for it."""
    document = here.document
    count = sum(len(part.sentences) for part in document.parts)
    if count > SENTENCES:
        raise BadQuery(
            f"{document.address} has {count:,} sentences, and a brief looks each of them up: up to {SENTENCES:,} are "
            "looked up while a reader waits. `acquis brief` on the machine of the archive has no such limit."
        )
    other = str(reader.opened(against).document.address) if against else ""
    key = ("brief", str(document.address), other)
    made = reader.once(key, lambda: _brief(reader, here, other))
    reader.behind |= made.behind
    return made


def _brief(reader: Reader, here: Place, against: str) -> Made:
    from acquis.briefing.brief import brief_of
    from acquis.briefing.first_page import paper_of

    found = brief_of(reader.archive, here.document, held=True, against=(against,) if against else ())
    chosen = found.choice.chosen
    may = all(quotable(reader, each.text.address) for each in chosen)
    return Made(
        paper=withheld(reader, paper_of(found)) if may else None,
        against=tuple(Named(each.text.address, each.text.title or each.text.work) for each in chosen),
        because=chosen[0].because if chosen else found.choice.why_none,
        others=tuple(Named(each.text.address, each.text.title or each.text.work) for each in found.choice.others),
        behind=found.base is not None and found.base.behind is not None,
    )


def _front(paper: Paper) -> Iterator[_Row]:
    """The rows of the first table, which is the first page."""
    table = next((block for block in paper.blocks if isinstance(block, Table)), None)
    for about, words in table.rows if table else ():
        notes = dict.fromkeys(run.note for run in words if run.note)
        proofs = (f"{each.words} {each.address or ''}".strip() for each in notes)
        yield _Row("".join(run.text for run in about), "".join(run.text for run in words), tuple(proofs))


_FILES = [each for form in FORMS for each in page(f"/brief.{form}", brief_file, endings=False).handlers]
ENTRY = Served("/brief", (*page("/brief", brief).handlers, *_FILES))
