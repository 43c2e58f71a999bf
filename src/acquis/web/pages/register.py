"""The register: who held which role in an organisation or an organ on a day, and through the years."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from acquis.errors import NotHeld
from acquis.model import Day
from acquis.register.events import Event
from acquis.register.spells import Held, Spell
from acquis.web import statuses
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.statuses import Named, Proved, Told
from acquis.web.words import message


class Holding(Struct, frozen=True):
    """Somebody in a role on a day: the names of that day, the verdict and its reason, and what proves it."""

    actor: str
    name: str
    whole: str
    verdict: str
    why: str
    certainty: str
    proofs: tuple[Proved, ...]


class Role(Struct, frozen=True):
    """Those who held a role in something, or may have."""

    object: str
    of: str
    role: str
    holdings: tuple[Holding, ...]


class Time(Struct, frozen=True):
    """One time that a role was held, as the sources have its beginning and its end."""

    actor: str
    name: str
    role: str
    since: str
    until: str


class RegisterPage(Told, frozen=True, kw_only=True):
    """Who was what on a day. `picture` is an SVG of all times that roles were held, `times` the same as a list."""

    template: ClassVar[str] = "register.html"
    bodies: tuple[Named, ...]
    asked: str = ""
    of: str = ""
    name: str = ""
    on: str = ""
    known: str = ""
    roles: tuple[Role, ...] = ()
    remarks: tuple[str, ...] = ()
    nothing: bool = False
    times: tuple[Time, ...] = ()
    picture: str = ""

    def rows(self) -> Sequence[Struct]:
        """A line for each holding."""
        return [_row(role, each) for role in self.roles for each in role.holdings]


class _Row(Struct, frozen=True):
    actor: str
    name: str
    object: str
    role: str
    verdict: str
    why: str
    certainty: str
    proofs: tuple[str, ...]


def register(
    reader: NamedDependency[Reader], *, of: FromQuery[str] = "", on: FromQuery[str] = "", known: FromQuery[str] = ""
) -> Response[Any]:
    """Who held which role on a day, as the archive knows it or knew it on another."""
    bodies = statuses.bodies(reader)
    if not of.strip():
        return reader.answer(RegisterPage(title=message("Register"), bodies=bodies))
    found = _found(reader, of.strip(), on, known.strip(), bodies)
    return reader.answer(found, status=404 if found.nothing else 200)


def _found(reader: Reader, asked: str, on: str, known: str, bodies: tuple[Named, ...]) -> RegisterPage:
    desk = reader.archive.register
    address = desk.called(asked)
    day = statuses.day(on, desk.library.covered(address)[1])
    unknown, name = statuses.nothing_known(desk, known), statuses.name(reader, address, day, whole=True)
    told: dict[str, Any] = {"title": name, "bodies": bodies, "asked": asked, "of": address, "name": name}
    told |= {"on": day, "known": known}
    try:
        held = () if unknown else desk.who(address, on=day, known=known or None)
    except NotHeld:  # its words name a folder of this machine
        return RegisterPage(**told, nothing=True)
    remarks = tuple(filter(None, [unknown, desk.coverage(address.partition(":")[2], day)]))
    times = () if known else tuple(_times(reader, desk.spells(address)))
    picture = reader.once(("picture", address), lambda: _picture(reader, address)) if times else ""
    return RegisterPage(**told, roles=tuple(_roles(reader, held, day)), remarks=remarks, times=times, picture=picture)


def _roles(reader: Reader, held: Iterable[Held], on: str) -> Iterator[Role]:
    for (where, role), own in groupby(held, key=lambda each: (each.object, each.role)):
        of = statuses.name(reader, where, on)
        yield Role(where, of, role.replace("_", " "), tuple(_holding(reader, each, on) for each in own))


def _holding(reader: Reader, held: Held, on: str) -> Holding:
    return Holding(
        actor=held.actor,
        name=statuses.name(reader, held.actor, on),
        whole=statuses.name(reader, held.actor, on, whole=True),
        verdict=held.verdict.value,
        why=held.why,
        certainty=held.certainty.value,
        proofs=statuses.proofs(reader, held.proofs),
    )


def _times(reader: Reader, spells: Iterable[Spell]) -> Iterator[Time]:
    for each in spells:
        seen = f"seen {_days(each.seen)}" if each.seen and not each.begins else ""
        told = each.role.replace("_", " "), _days(each.begins) or seen, _days(each.ends)
        yield Time(each.actor, statuses.name(reader, each.actor, None), *told)


def _days(events: Iterable[Event]) -> str:
    """The days that sources give, exact ones alone where there are any: "2012-10-24 or 2012-10-31"."""
    days = list(dict.fromkeys(each.on for each in events))
    exact: list[Day | None] = [each for each in days if each and each.exact]
    return " or ".join(str(each or "a day not known") for each in exact or days)


def _picture(reader: Reader, address: str) -> str:
    """The picture as it stands in a page, where no name of its language is needed."""
    from acquis.register.picture import svg

    return svg(reader.archive.register, address).replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)


def _row(role: Role, held: Holding) -> _Row:
    told = held.verdict, held.why, held.certainty, statuses.told(held.proofs)
    return _Row(held.actor, held.name, role.object, role.role, *told)


ENTRY = page("/register", register, nav=message("Register"), order=6)
