"""Why a state has no cell in a text: what it was that day instead of entitled."""

from typing import TYPE_CHECKING

from acquis.briefing.assent import Way
from acquis.errors import AcquisError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from acquis.briefing.ledger import Carrier
    from acquis.register.desk import Register
    from acquis.register.spells import Held


def uncounted(carrier: "Carrier", state: str, register: "Register") -> str:
    """The reason for which nothing is said of a state beside a text; "" where it has a cell. One case a line."""
    if any(mark.state == state for mark in carrier.marks):
        return ""
    if nobody := not_known(carrier, register):
        return nobody
    roles = " and ".join(dict.fromkeys(_roles(carrier, state, register)))
    body = register.name(_bodies(carrier)[0], on=carrier.day)
    return (
        f"not entitled in the {body} that day; {f'its role: {roles}' if roles else 'no member then, and no other role'}"
    )


def not_known(carrier: "Carrier", register: "Register") -> str:
    """Why of no state it can be said that it was not entitled; "" where it is known who was. One case a line."""
    if carrier.adoption.way is Way.NOT_AGREED:
        return carrier.adoption.why
    if carrier.day is None or carrier.organisation is None:
        return f"the {'organisation' if carrier.day else 'day'} of the text is not known, and so not who was entitled"
    if not any(_held(of, carrier, register) for of in _bodies(carrier)):
        return "who was entitled that day is not kept"
    return ""


def _bodies(carrier: "Carrier") -> list[str]:
    organ, whole = f"organ:{carrier.organisation}/{carrier.organ}", f"org:{carrier.organisation}"
    return [organ, whole] if carrier.organ else [whole]


def _held(of: str, carrier: "Carrier", register: "Register") -> "Sequence[Held]":
    try:
        return register.who(of, on=carrier.day or "")
    except AcquisError:  # of most organs it is not kept who was what in them
        return ()


def _roles(carrier: "Carrier", state: str, register: "Register") -> "Iterator[str]":
    for of in _bodies(carrier):
        for each in (each for each in _held(of, carrier, register) if each.actor == state):
            doubt = "" if each.sure else f"{each.verdict.value}: "
            yield f"{doubt}{each.role.replace('_', ' ')} of the {register.name(of, on=carrier.day)}"
