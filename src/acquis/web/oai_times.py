"""When what everybody may see came and last changed, as its log tells: for harvesters and feeds."""

from typing import TYPE_CHECKING, NamedTuple

from acquis.errors import BadAddress
from acquis.model import Pinpoint

if TYPE_CHECKING:
    from acquis.archive.holdings import Entry
    from acquis.web.reader import Reader


class Dated(NamedTuple):
    """A line of the public catalogue, with when it came to be public and when something of it last changed (UTC)."""

    entry: "Entry"
    came: str
    changed: str


def dated(reader: "Reader") -> "tuple[Dated, ...]":
    """Every public text and every tombstone of one, in the order of its last change, whoever asks."""
    room = reader.room
    return room.once(("dated", room.change(inside=False)), lambda: tuple(_dated(reader)))


def _dated(reader: "Reader") -> "list[Dated]":
    desk, times = reader.room.public, _times(reader)
    found = []
    for entry in desk.list(states=("kept", "withdrawn")):
        own = [*times.get(str(entry.address), ()), *times.get(str(entry.work), ())]
        if own:
            found.append(Dated(entry, min(times.get(str(entry.address), own)), max(own)))
    return sorted(found, key=lambda each: (each.changed, each.entry.address))


def _times(reader: "Reader") -> dict[str, list[str]]:
    """The moments of all changes, by the text or the work that they are about."""
    found: dict[str, list[str]] = {}
    for change in reader.room.public.log():
        found.setdefault(_text(change["subject"]), []).append(moment(change["at"]))
    return found


def _text(subject: str) -> str:
    try:
        return str(Pinpoint(subject).expression)
    except BadAddress:
        return subject


def moment(at: str) -> str:
    """A time of the log as harvesters and feeds write it.

    >>> moment("2026-11-22T18:08:11+00:00")
    '2026-11-22T18:08:11Z'
    """
    return at[:19] + "Z"
