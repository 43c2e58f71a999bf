"""Events as people corrected them: a correction wins, and can be undone by another entry."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Any, Final

from msgspec.structs import replace

from acquis.errors import BadEdit, UnknownName
from acquis.model import Day
from acquis.register.events import Certainty, Event, Source

FIELDS: Final = ("on", "until", "place", "value", "certainty", "withdrawn")
"""What may be corrected of an event. `withdrawn` takes back the claim with that ending, or "all" of them."""

_ALL: Final = "all"


def checked(field: str, value: str, claims: Sequence[Event]) -> str:
    """The value of a field in its normal form; `UnknownName`, `BadDay` and `BadEdit` say what would work."""
    if field not in FIELDS:
        raise UnknownName("field of an event", field, FIELDS)
    if field in ("on", "until"):
        return str(Day.parse(value))
    if field == "certainty" and value not in set(Certainty):
        raise UnknownName("certainty", value, [each.value for each in Certainty])
    endings = [each.ending for each in claims]
    if field == "withdrawn" and value != _ALL and value not in endings:
        raise BadEdit(f"No claim ends with {value!r}. Known: {', '.join([_ALL, *endings])}.")
    return value


def corrected(events: Iterable[Event], edits: Iterable[Any], *, seen: bool = False) -> Iterator[Event]:
    """The events with what was corrected of them; a corrected one has the person's entry as its proof.

    With `seen` only a part of all sources is: then a correction is of an event only if it rests on a claim that is
    among those that it was entered for. Counted among fewer events, another one may have its number.
    """
    by: dict[str, list[Any]] = {}
    for edit in edits:
        by.setdefault(edit.address, []).append(edit)
    if not by:
        yield from events
        return
    own: dict[str, list[Event]] = {address: [] for address in by}
    for event in events:
        if (address := event.id) in own:
            own[address].append(event)
        else:
            yield event
    for address, claims in own.items():
        own_ones = [each for each in by[address] if not seen or _rests_on(each, claims)]
        yield from reduce(_after, own_ones, claims)


def _rests_on(edit: Any, claims: Sequence[Event]) -> bool:
    entered = set(json.loads(edit.body).get("claims", ()))
    return any(each.ending in entered for each in claims)


def _after(claims: list[Event], edit: Any) -> list[Event]:
    told = json.loads(edit.body)
    field, value = told["field"], told["value"]
    if field == "withdrawn":
        return [each for each in claims if value != _ALL and not each.claim.endswith(f"/{value}")]
    if not claims:
        return claims
    day = field in ("on", "until")
    changed = {field: Day.parse(value) if day else Certainty(value) if field == "certainty" else value}
    signed = f" by {edit.who} on {edit.at[:10]}: {edit.because}" if edit.who else f" on {edit.at[:10]} by the archive"
    proof = Source(f"corrected{signed}")
    entered = {"certainty": Certainty.HIGH, "inferred": False, "learned": edit.at[:10], **changed}
    return [replace(claims[0], proof=proof, **entered)]
