"""A document or a passage as people and programs cite it, and papers of passages."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.briefing.dossier_sources import author, citation
from acquis.briefing.dossier_sources import withheld as without_words
from acquis.rest.asker import quotable
from acquis.web.held import leads
from acquis.web.urls import place, went

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.formats._paper import Paper
    from acquis.web.reader import Reader

MEDIA: Final = {
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""The media type of each file that a paper can become."""

_WEIGHT: Final = {"public": 0, "internal": 1, "restricted": 2}


class Reference(Struct, frozen=True):
    """One citation in each of its forms: for people, and for the programs that keep references."""

    people: str
    bibtex: str
    ris: str
    csl: str


def for_people(reader: "Reader", here: "Place") -> str:
    """A document or a passage as people cite it; a counted number is never passed off as a printed one."""
    return citation(here, reader.archive.register)


def reference(reader: "Reader", here: "Place") -> Reference:
    """What to cite, in every form."""
    import json

    from acquis.formats import bibtex, csl, ris

    document, by = here.document, author(here, reader.archive.register)
    told = json.dumps([csl.item(document, at=here.address, author=by)], ensure_ascii=False, indent=2)
    return Reference(
        people=for_people(reader, here),
        bibtex=bibtex.entry(document, at=here.address, author=by),
        ris=ris.entry(document, at=here.address, author=by),
        csl=told,
    )


def stands(reader: "Reader") -> str:
    """The release that is read, else the change that the archive stands at."""
    return f"release {reader.release}" if reader.release else f"change {reader.change}"


def marking(markings: Sequence[str]) -> str:
    """The strictest of some markings."""
    return max(markings, key=lambda each: _WEIGHT.get(each, 1), default="public")


def led(reader: "Reader", address: str) -> str | None:
    """The page of an address whose text is held, as of the release that is read; None where it is not."""
    held = leads(reader, address)
    return place(held) + (went("", release=reader.release) if reader.release else "") if held else None


def withheld(reader: "Reader", paper: "Paper") -> "Paper":
    """The paper without words from texts that may not be passed on: only their places are left."""
    from dataclasses import replace

    return replace(paper, blocks=without_words(paper.blocks, partial(quotable, reader)))


def slug(address: str) -> str:
    """The beginning of the name of a file about an address."""
    told = "".join(each if each.isascii() and each.isalnum() else "-" for each in address)
    return "-".join(filter(None, told.split("-")))[:80] or "acquis"
