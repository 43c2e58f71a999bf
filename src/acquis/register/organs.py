"""Organs and meetings of an organisation as they were on a day: kind, seat, head, and for what they are competent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from acquis.model import Day
from acquis.model.days import Interval
from acquis.organisations import Organisation
from acquis.register.books import Body
from acquis.register.events import Act, Certainty, Event, in_order


class OrganOn(Struct, frozen=True):
    """An organ on a day. `seat` is where it sat, with the words that say how that is known; "" where it is not."""

    address: str
    name: str
    kind: str = ""
    since: Day | None = None
    level: int | None = None
    seat: str = ""
    competence: tuple[str, ...] = ()
    competent: tuple[str, ...] = ()
    certainty: Certainty = Certainty.HIGH
    proofs: tuple[Event, ...] = ()


def organs_on(
    organisation: Organisation | None, kept: Mapping[str, Body], events: Sequence[Event], on: Day, *, code: str
) -> tuple[OrganOn, ...]:
    """The organs that may have existed on a day: those of the shelf, those kept by hand, those that texts tell of."""
    names = {f"organ:{code}/{each.code}": each for each in (organisation.organs if organisation else ())}
    told = dict.fromkeys(each.actor for each in events if each.actor.startswith(f"organ:{code}/"))
    addresses = dict.fromkeys([*names, *(each for each in kept if each.startswith(f"organ:{code}/")), *told])
    found = []
    for address in addresses:
        body = kept.get(address, Body(address))
        own = [each for each in events if each.actor == address]
        if not Interval(body.since, body.until).possible(on) or not _had_begun(body, own, on):
            continue
        proofs = tuple(_seat(own, on))
        shelf = names.get(address)
        name = body.name or (shelf.names[0] if shelf else "")
        found.append(
            OrganOn(
                address,
                name,
                body.kind,
                body.since,
                shelf.level if shelf else None,
                _place(proofs[0].place) if proofs else "",
                body.competence,
                body.competent,
                body.certainty,
                proofs,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.level or 9, each.address)))


def competent_for(organs: Iterable[OrganOn], matter: str) -> Iterator[OrganOn]:
    """The organs that name a matter among those for which they are competent, in any of its words."""
    wanted = {word.casefold().rstrip("s") for word in matter.split()}
    for each in organs:
        words = {word.casefold().rstrip("s") for told in (*each.competent, *each.competence) for word in told.split()}
        if wanted <= words:
            yield each


def _had_begun(body: Body, own: Sequence[Event], on: Day) -> bool:
    """What only later texts tell of is not taken to have existed before them."""
    if body.since or body.kind:
        return True
    days = [each.on for each in own if each.on]
    return not days or any(not on.before(day) for day in days)


def _seat(own: Sequence[Event], on: Day) -> Iterator[Event]:
    """The last transfer of the seat by that day, else the nearest text by then that names it."""
    moved = [each for each in own if each.act is Act.SEATED and each.on and not on.before(each.on)]
    noted = [
        each for each in own if each.act is Act.NOTED and each.role == "seat" and each.on and not on.before(each.on)
    ]
    yield from sorted(moved, key=in_order, reverse=True)[:1]
    yield from sorted(noted, key=in_order, reverse=True)[:1]


def _place(place: str) -> str:
    return place.removeprefix("place:").replace("-", " ").title() if place.startswith("place:") else place
