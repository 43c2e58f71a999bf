"""Places as people name them: the title and the day of a text, and the paragraph; and bodies by their names."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from acquis.briefing.dossier_sources import where, where_in
from acquis.errors import NotHeld
from acquis.model import Pinpoint
from acquis.organisations import organisations
from acquis.rest.asker import entry_of
from acquis.web.words import bcp47, direction

if TYPE_CHECKING:
    from acquis.organisations import Organisation
    from acquis.web.reader import Reader


class Placed(Struct, frozen=True):
    """Where words stand: the title of their text, its day and standing, and `where` in it, as people cite it.

    `symbol` is the text's, unless its title has it already.
    """

    address: str
    title: str
    day: str | None
    where: str
    language: str
    direction: str
    standing: str
    symbol: str

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.symbol, self.where)))


def placed(reader: "Reader", address: str) -> Placed:
    """An address as people name it. Cost: the parts of its text are read, once for a change."""
    here, entry = Pinpoint(address), entry_of(reader, address)
    title = " ".join((entry.title if entry and entry.title else str(here.work)).split())
    symbol = (entry.symbol if entry else None) or ""
    return Placed(
        address,
        title,
        entry.day if entry else None,
        reader.once(("where", address), lambda: _where(reader, here)),
        bcp47(here.language),
        direction(here.language),
        entry.standing if entry else "",
        symbol if symbol not in title else "",
    )


def _where(reader: "Reader", address: Pinpoint) -> str:
    """The place in a text as people cite it; of words that stand elsewhere since it was read again, where they are."""
    try:
        return where_in(reader.archive.skeleton(address), address)
    except NotHeld:
        return where(reader.opened(str(address)))


class Body(NamedTuple):
    """An organisation or an organ: its code, and its name where that is another."""

    code: str
    name: str


@lru_cache(maxsize=1_024)
def bodies(told: str) -> tuple[Body, ...]:
    """The bodies of a line like "osr · CHS", each with its first name; one that no shelf knows has none.

    >>> [each.name for each in bodies("osr · CHS")]
    ['Organisation of the Seven Rivers', 'Council of Heads of State']
    >>> bodies("nowhere")
    (Body(code='nowhere', name=''),)
    """
    codes = told.split(" · ") if told else []
    entry = next((organisations()[code] for code in codes if code in organisations()), None)
    return tuple(Body(code, _name(code, entry)) for code in codes)


@lru_cache(maxsize=1_024)
def body_name(code: str, among: frozenset[str]) -> str:
    """The first name of an organisation, or of an organ of one of those; "" where no shelf has it, or two call it so.

    >>> body_name("osr", frozenset()), body_name("CHS", frozenset({"osr"})), body_name("nowhere", frozenset({"osr"}))
    ('Organisation of the Seven Rivers', 'Council of Heads of State', '')
    """
    held = organisations()
    names = {_name(code, held[each]) for each in ({code} & held.keys() or among & held.keys())} - {""}
    return names.pop() if len(names) == 1 else ""


def _name(code: str, entry: "Organisation | None") -> str:
    if entry is None:
        return ""
    organ = entry.organ(code)
    name = entry.names[0] if code == entry.code else organ.names[0] if organ else ""
    return "" if name == code else name
