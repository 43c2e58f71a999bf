"""The register: who held which role in an organisation or an organ on a day, and through the years."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect
from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import AcquisError, NotHeld, UnknownActor
from acquis.model import Day
from acquis.register.events import Event
from acquis.register.spells import Held, Spell
from acquis.web import statuses
from acquis.web.pages import page
from acquis.web.reader import Reader
from acquis.web.statuses import Named, Proved, Told
from acquis.web.urls import went
from acquis.web.words import message


class Holding(Struct, frozen=True):
    """Somebody in a role on a day: the names of that day, the verdict and its reason, and what proves it.

    `leads` is whether the register knows more of them: who was what in them, or of a state what it was elsewhere.
    """

    actor: str
    name: str
    whole: str
    verdict: str
    why: str
    certainty: str
    proofs: tuple[Proved, ...]
    leads: bool


class Role(Struct, frozen=True):
    """Those who held a role in something, or may have."""

    object: str
    of: str
    role: str
    holdings: tuple[Holding, ...]


class Time(Struct, frozen=True):
    """One time that a role was held, as the sources have its beginning and its end; of a state also in what."""

    actor: str
    name: str
    object: str
    of: str
    role: str
    since: str
    until: str


class RegisterPage(Told, frozen=True, kw_only=True):
    """Who was what on a day. Without one, `on` is the last day that the sources cover, and `latest` says so.

    `picture` is an SVG of all times that roles were held, `times` the same as a list: all there is of a state.
    """

    template: ClassVar[str] = "register.html"
    bodies: tuple[Named, ...]
    asked: str = ""
    of: str = ""
    name: str = ""
    on: str = ""
    known: str = ""
    latest: bool = False
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
    title, bodies = message("Register"), statuses.bodies(reader)
    asked = RegisterPage(title=title, bodies=bodies, asked=of.strip(), on=on.strip(), known=known.strip())
    return statuses.answered(reader, asked, lambda read: _answer(reader, read))


def _answer(reader: Reader, asked: RegisterPage) -> Response[Any]:
    if not asked.asked:
        return reader.answer(asked)
    address = _meant(reader, asked.asked)
    if address in dict(reader.archive.register.instruments()):
        ending = "" if reader.form == "html" else f".{reader.form}"
        told = {"on": asked.on or None, "known": asked.known or None, "release": reader.release}
        return Redirect(went(f"/instruments/{address}{ending}", **told), status_code=303)
    found = _found(reader, asked, address)
    return reader.answer(found, status=404 if found.nothing else 200)


def _meant(reader: Reader, asked: str) -> str:
    """Whom a name means; where it means nobody, the instrument that is called so."""
    desk = reader.archive.register
    try:
        return desk.called(asked)
    except UnknownActor:
        try:
            return desk.text(asked)
        except AcquisError:
            pass
        raise


def _found(reader: Reader, asked: RegisterPage, address: str) -> RegisterPage:
    desk, known = reader.archive.register, asked.known
    day = statuses.day(asked.on, _covered(reader, address))
    unknown, name = statuses.nothing_known(desk, known), statuses.name(reader, address, day, whole=True)
    told = replace(asked, title=name, of=address, name=name, on=day, latest=not asked.on)
    try:
        held = () if unknown else desk.who(address, on=day, known=known or None)
    except NotHeld:  # its words name a folder of this machine
        return replace(told, nothing=True)
    remarks = tuple(filter(None, [unknown, desk.coverage(address.partition(":")[2], day)]))
    times = () if known else tuple(_times(reader, desk.spells(address)))
    drawn = times and not _is_state(address)
    picture = reader.once(("picture", address), lambda: _picture(reader, address)) if drawn else ""
    return replace(told, roles=tuple(_roles(reader, held, day)), remarks=remarks, times=times, picture=picture)


def _is_state(address: str) -> bool:
    return address.startswith("state:")


def _covered(reader: Reader, address: str) -> Day | None:
    """The last day that the sources cover; of a state the last one that those on any of its organisations do."""
    library = reader.archive.register.library
    if not _is_state(address):
        return library.covered(address)[1]
    ends = [library.covered(each.object)[1] for each in reader.archive.register.spells(address)]
    return max(filter(None, ends), key=lambda day: day.last, default=None)


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
        leads=_is_state(held.actor) or bool(reader.archive.register.spells(held.actor)),
    )


def _times(reader: Reader, spells: Iterable[Spell]) -> Iterator[Time]:
    for each in spells:
        seen = f"seen {_days(each.seen)}" if each.seen and not each.begins else ""
        told = each.role.replace("_", " "), _days(each.begins) or seen, _days(each.ends)
        names = statuses.name(reader, each.actor, None), each.object, statuses.name(reader, each.object, None)
        yield Time(each.actor, *names, *told)


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
