"""The organs of an organisation on a day, and their meetings with what came of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import BadQuery
from acquis.register.events import Act
from acquis.register.organs import OrganOn
from acquis.rest.asker import entries
from acquis.web import statuses
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.statuses import Named, Proved, Told
from acquis.web.words import bcp47, message


class Organ(Struct, frozen=True):
    """An organ on a day; without `known` nobody knows whether it existed then, and `why` says what is known of it."""

    address: str
    name: str
    kind: str
    level: int | None
    seat: str
    competence: tuple[str, ...]
    certainty: str
    known: bool
    why: str
    proofs: tuple[Proved, ...]


class Meeting(Struct, frozen=True):
    """A meeting: whose, when, where, its number, what is stated to have come of it, and the texts of its day held."""

    organ: str
    name: str
    day: str
    place: str
    number: str
    outcome: str
    texts: tuple[Named, ...]
    proofs: tuple[Proved, ...]


class OrgansPage(Told, frozen=True, kw_only=True):
    """The organs that existed on a day, those after them of which it is not known, and the meetings up to it."""

    template: ClassVar[str] = "organs.html"
    bodies: tuple[Named, ...]
    asked: str = ""
    of: str = ""
    name: str = ""
    on: str = ""
    remarks: tuple[str, ...] = ()
    organs: tuple[Organ, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def rows(self) -> Sequence[Struct]:
        """A line for each organ."""
        return [_row(each) for each in self.organs]


class _Row(Struct, frozen=True):
    address: str
    name: str
    level: int | None
    seat: str
    competence: tuple[str, ...]
    known: bool
    why: str
    proofs: tuple[str, ...]


def organs(reader: NamedDependency[Reader], *, of: FromQuery[str] = "", on: FromQuery[str] = "") -> Response[Any]:
    """The organs of an organisation, with seat, level, competence and meetings."""
    asked = OrgansPage(title=message("Organs"), bodies=statuses.bodies(reader), asked=of.strip(), on=on)
    return statuses.answered(reader, asked, lambda read: _answer(reader, read))


def _answer(reader: Reader, asked: OrgansPage) -> Response[Any]:
    if not asked.asked:
        return reader.answer(asked)
    desk = reader.archive.register
    address = desk.called(asked.asked)
    if not address.startswith("org:"):
        raise BadQuery(f"{asked.asked[:120]} is {address}, and only organisations have organs: osr, sco, un.")
    day = statuses.day(asked.on, desk.library.covered(address)[1])
    code = address.partition(":")[2]
    return reader.answer(
        replace(
            asked,
            title=(name := statuses.name(reader, address, day, whole=True)),
            of=address,
            name=name,
            on=day,
            remarks=tuple(filter(None, [desk.coverage(code, day)])),
            organs=tuple(_organ(reader, each) for each in desk.organs(address, on=day, unknown=True)),
            meetings=tuple(_meetings(reader, code, day)),
        )
    )


def _organ(reader: Reader, organ: OrganOn) -> Organ:
    return Organ(
        address=organ.address,
        name=organ.name or organ.address,
        kind=organ.kind,
        level=organ.level,
        seat=organ.seat,
        competence=organ.competence,
        certainty=organ.certainty.value,
        known=organ.known,
        why=organ.why,
        proofs=statuses.proofs(reader, organ.proofs),
    )


def _meetings(reader: Reader, code: str, on: str) -> Iterator[Meeting]:
    """The meetings up to a day, the latest first; what several sources tell of one stands together."""
    by = defaultdict(list)
    for event in reader.archive.register.events():
        mine = event.actor == f"org:{code}" or event.actor.startswith(f"organ:{code}/")
        if event.act is Act.MET and mine and event.on and str(event.on) <= on:
            by[str(event.on), event.actor].append(event)
    for (day, actor), own in sorted(by.items(), key=lambda pair: pair[0], reverse=True):
        yield Meeting(
            organ=actor,
            name=statuses.name(reader, actor, day),
            day=day,
            place=_each(each.place for each in own),
            number=_each(each.value for each in own if each.value.isdigit()),
            outcome=_each(each.value for each in own if not each.value.isdigit()),
            texts=_texts(reader, code, day),
            proofs=statuses.proofs(reader, own),
        )


def _each(words: Iterable[str]) -> str:
    """What is said, each once."""
    return " / ".join(filter(None, dict.fromkeys(words)))


def _texts(reader: Reader, code: str, day: str) -> tuple[Named, ...]:
    """The works of a day that are held, by their titles in the language of the interface or in English."""
    mine = [each for each in entries(reader) if (each.organisation, each.day) == (code, day)]
    wanted = (reader.tongue.tag, "en")
    ranked = sorted(mine, key=lambda each: bcp47(each.language) in wanted)
    works = {str(each.work): each for each in ranked}
    return tuple(Named(work, " ".join((each.title or work).split())) for work, each in works.items())


def _row(organ: Organ) -> _Row:
    told = organ.level, organ.seat, organ.competence, organ.known, organ.why
    return _Row(organ.address, organ.name, *told, statuses.told(organ.proofs))


ENTRY = page("/organs", organs)
