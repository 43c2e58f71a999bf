"""Home: the archive at a glance, and the doors into it."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.di import NamedDependency
from msgspec import Struct

from acquis.archive.holdings import Entry
from acquis.organisations import organisations
from acquis.precedents.base import base_of
from acquis.rest.asker import entries
from acquis.web.answers import Page
from acquis.web.figures import Mention, Timeline, timeline
from acquis.web.pages import page
from acquis.web.pages.catalogue import Listed, listed
from acquis.web.placed import bodies
from acquis.web.reader import Reader
from acquis.web.words import bcp47, message, own_name

_LATEST: Final = 8
_LANES: Final = 12


class Missing(Struct, frozen=True):
    """A meeting whose text is known and not held."""

    organisation: str
    day: str
    place: str
    outcome: str


class HomePage(Page, frozen=True, kw_only=True):
    """What is held: works, texts in their languages, the years; and what is known and not held."""

    template: ClassVar[str] = "home.html"
    works: int
    texts: int
    since: str | None
    until: str | None
    undated: int
    series: tuple[str, ...]
    missing: tuple[Missing, ...]
    organs: Timeline
    languages: Timeline
    latest: tuple[Listed, ...]
    added: tuple[Listed, ...]

    def rows(self) -> Sequence[Struct]:
        """A line for each dot of the timelines."""
        return [
            _Row(what, lane.name, dot.year, dot.count, dot.known)
            for what, figure in (("organ", self.organs), ("language", self.languages))
            for lane in figure.lanes
            for dot in lane.dots
        ]


class _Row(Struct, frozen=True):
    by: str
    name: str
    year: int
    documents: int
    known_and_not_held: int


def home(reader: NamedDependency[Reader]) -> Response[Any]:
    """The archive at a glance."""
    return reader.answer(reader.once("home", lambda: glance(reader)))


def glance(reader: Reader) -> HomePage:
    """What a reader may see, counted."""
    held = entries(reader)
    base = base_of(held, at=reader.change)
    missing = tuple(_missing(held))
    dated = [each for each in held if each.day]
    return HomePage(
        title=message("Reading room"),
        works=base.texts,
        texts=len(held),
        since=base.since,
        until=base.until,
        undated=len({each.work for each in held if not each.day}),
        series=tuple(map(str, base.series)),
        missing=missing,
        organs=timeline(_by_organ(held, missing)),
        languages=timeline(_by_language(held)),
        latest=tuple(map(listed, reversed(_works(dated)[-_LATEST:]))),
        added=tuple(map(listed, _added(reader, held))),
    )


def _works(held: Sequence[Entry]) -> list[Entry]:
    """One expression of each work, an English one where there is one."""
    found: dict[str, Entry] = {}
    for each in held:
        if each.work not in found or bcp47(each.language) == "en":
            found[str(each.work)] = each
    return list(found.values())


def _added(reader: Reader, held: Sequence[Entry]) -> Sequence[Entry]:
    """The documents that came last. Only whoever entered is told: the log is the house's own."""
    if not reader.inside:
        return ()
    by_address = {str(each.address): each for each in held}
    came = (each["subject"] for each in reversed(reader.archive.log()) if each["verb"] == "add")
    return list(dict.fromkeys(by_address[each] for each in came if each in by_address))[:_LATEST]


def _by_organ(held: Sequence[Entry], missing: Sequence[Missing]) -> Iterator[Mention]:
    """Works by the organ that speaks, most first; what is known and not held stands in the lane of its summits."""
    works = [each for each in _works(held) if each.day]
    lanes = _largest([_organ(each) for each in works])
    for lane in lanes:
        name = _spelt(lane)
        yield from (Mention(lane, name, int(each.day[:4])) for each in works if each.day and _organ(each) == lane)
        gone = (each for each in missing if lane == _summits(each.organisation))
        yield from (Mention(lane, name, int(each.day[:4]), held=False) for each in gone)
    others = message("others")
    rest = (each for each in works if _organ(each) not in lanes)
    yield from (Mention("", others, int(each.day[:4])) for each in rest if each.day)


def _by_language(held: Sequence[Entry]) -> Iterator[Mention]:
    dated = [each for each in held if each.day]
    for tag in _largest([bcp47(each.language) for each in dated]):
        mine = (each for each in dated if bcp47(each.language) == tag)
        yield from (Mention(tag, own_name(tag), int(each.day[:4])) for each in mine if each.day)


def _largest(names: Sequence[str]) -> list[str]:
    counts = {name: names.count(name) for name in dict.fromkeys(names)}
    return sorted(counts, key=lambda name: (-counts[name], name))[:_LANES]


def _organ(entry: Entry) -> str:
    return " · ".join(filter(None, [entry.organisation, entry.organ])) or message("no organisation")


def _spelt(lane: str) -> str:
    """The name of the organ that a lane is of, and the code of its organisation."""
    code, _, organ = lane.partition(" · ")
    name = next((each.name for each in bodies(lane) if each.code == organ), "")
    return f"{name} · {code}" if name else lane


def _summits(code: str) -> str:
    """The lane of the highest organ of an organisation, whose meetings its summits are."""
    organs = organisations()[code].organs
    highest = min(organs, key=lambda each: each.level, default=None)
    return f"{code} · {highest.code}" if highest else code


def _missing(held: Sequence[Entry]) -> Iterator[Missing]:
    """The summits, of organisations of which something is held, whose texts are not."""
    for code in sorted({each.organisation for each in held if each.organisation}):
        entry = organisations().get(code)
        days = {each.day for each in held if each.organisation == code}
        for summit in entry.summits if entry else ():
            if summit.day not in days:
                yield Missing(code, summit.day, summit.place, summit.outcome)


ENTRY = page("/", home)
