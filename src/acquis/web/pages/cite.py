"""Cite: a document or a passage as people cite it, and as programs that keep references read it."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.web.answers import Page, file
from acquis.web.cited import Reference, reference, slug
from acquis.web.embedding import Codes, codes
from acquis.web.pages import Served, page
from acquis.web.pages.document import Head, head_of
from acquis.web.reader import Reader
from acquis.web.words import message


class CitePage(Page, frozen=True, kw_only=True):
    """A document or a passage with its citation; without a `head` nothing was asked for.

    `codes` show it on other sites.
    """

    template: ClassVar[str] = "cite.html"
    head: Head | None = None
    address: str = ""
    cited: Reference | None = None
    codes: Codes | None = None

    def rows(self) -> Sequence[Struct]:
        """The one citation."""
        return [_Row(self.address, self.cited.people)] if self.cited else []


class _Row(Struct, frozen=True):
    address: str
    citation: str


def cite(reader: NamedDependency[Reader], of: FromQuery[str] = "") -> Response[Any]:
    """How to cite a document or a passage."""
    if not of.strip():
        return reader.answer(CitePage(title=message("Cite")))
    here = reader.opened(of.strip())
    cited, head = reference(reader, here), head_of(reader, here)
    told = CitePage(title=cited.people, head=head, address=str(here.address), cited=cited, codes=codes(reader, here))
    return reader.answer(told)


_FILES: Final = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}


def download(reader: NamedDependency[Reader], of: FromQuery[str]) -> Response[Any]:
    """The citation as a file."""
    here, kind = reader.opened(of.strip()), reader.url.path.rpartition(".")[2]
    cited = reference(reader, here)
    content = {"bib": cited.bibtex, "ris": cited.ris, "csl": cited.csl}[kind]
    ending = "csl.json" if kind == "csl" else kind
    return file(content.encode("utf-8", "replace"), f"{slug(str(here.address))}.{ending}", _FILES[kind])


_DOWNLOADS = [each for kind in _FILES for each in page(f"/cite.{kind}", download, endings=False).handlers]
ENTRY = Served("/cite", (*page("/cite", cite).handlers, *_DOWNLOADS))
