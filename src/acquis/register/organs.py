"""Organs and meetings of an organisation as they were on a day: kind, seat, head, and for what they are competent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from acquis.model import Day
from acquis.model.days import Interval
from acquis.organisations import Organ, Organisation
from acquis.register.books import Body
from acquis.register.events import Act, Certainty, Event, in_order


class OrganOn(Struct, frozen=True):
    """An organ on a day. `seat` is where it sat, with the words that say how that is known; "" where it is not.

    `why` says how it is known that it existed that day, or, where it is not `known`, what is known of it instead.
    """

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
    known: bool = True
    why: str = ""


def organs_on(
    organisation: Organisation | None,
    kept: Mapping[str, Body],
    events: Sequence[Event],
    on: Day,
    *,
    code: str,
    unknown: bool = False,
) -> tuple[OrganOn, ...]:
    """The organs that existed on a day: those of the shelf, those kept by hand, those that texts tell of.

    An organ is known to exist from its founding day, or else from the first day on which it was seen; before that it is
    unknown, and told only where the `unknown` are asked for, after the others. Bodies of other organisations that stand
    on the shelf because texts cite them are none of its organs.
    """
    shelf = {f"organ:{code}/{each.code}": each for each in (organisation.organs if organisation else ())}
    mine = f"organ:{code}/"
    told = (address for each in events for address in (each.actor, each.object))
    addresses = dict.fromkeys(each for each in (*shelf, *kept, *told) if each.startswith(mine))
    own = [each for each in addresses if not (each in shelf and shelf[each].cited)]
    found = [_organ(each, kept.get(each, Body(each)), shelf.get(each), events, on) for each in own]
    wanted = (each for each in found if each and (each.known or unknown))
    return tuple(sorted(wanted, key=lambda each: (not each.known, each.level or 9, each.address)))


def competent_for(organs: Iterable[OrganOn], matter: str) -> Iterator[OrganOn]:
    """The organs that name a matter among those for which they are competent, in any of its words."""
    wanted = {word.casefold().rstrip("s") for word in matter.split()}
    for each in organs:
        words = {word.casefold().rstrip("s") for told in (*each.competent, *each.competence) for word in told.split()}
        if wanted <= words:
            yield each


def _organ(address: str, body: Body, shelf: Organ | None, events: Sequence[Event], on: Day) -> OrganOn | None:
    """One organ on a day; None where it was not founded yet, or ended."""
    if not Interval(body.since, body.until).possible(on):
        return None
    own = [each for each in events if address in (each.actor, each.object)]
    known, why = _existed(body, own, on)
    proofs = tuple(_seat([each for each in own if each.actor == address], on))
    return OrganOn(
        address,
        body.name or (shelf.names[0] if shelf else ""),
        body.kind,
        body.since,
        shelf.level if shelf else None,
        _place(proofs[0].place) if proofs else "",
        body.competence,
        body.competent,
        body.certainty if known else Certainty.LOW,
        proofs,
        known,
        why,
    )


def _existed(body: Body, own: Sequence[Event], on: Day) -> tuple[bool, str]:
    """Whether it is known that it existed that day, and how; what only later texts tell of is not taken for older."""
    if body.since:
        return True, f"since {body.since}" + (f": {body.source.cited}" if body.source else "")
    seen = sorted((each.on for each in own if each.on), key=lambda day: day.key)
    if seen and seen[0].last <= on.last:
        return True, f"seen by {seen[0]}"
    first = f"it is first seen on {seen[0]}" if seen else "nothing with a day is known of it"
    return False, f"unknown that day: its founding day is not kept, and {first}"


def _seat(own: Sequence[Event], on: Day) -> Iterator[Event]:
    """The last transfer of the seat by that day, else the nearest text by then that names it.

    A text that lays a seat down tells nothing of the time before the organ took it up.
    """
    seated = [each for each in own if each.act is Act.SEATED and each.on]
    moved = [each for each in seated if each.on and not on.before(each.on)]
    to_come = {each.place for each in seated} - {each.place for each in moved}
    noted = [
        each
        for each in own
        if each.act is Act.NOTED
        and each.role == "seat"
        and each.on
        and not on.before(each.on)
        and each.place not in to_come
    ]
    yield from sorted(moved, key=in_order, reverse=True)[:1]
    yield from sorted(noted, key=in_order, reverse=True)[:1]


def _place(place: str) -> str:
    return place.removeprefix("place:").replace("-", " ").title() if place.startswith("place:") else place
