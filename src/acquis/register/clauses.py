"""When an instrument enters into force, as its own clause says: conditions, then a waiting period."""

import calendar
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.errors import BadDay, BadFact
from acquis.model import Day
from acquis.register import _fields
from acquis.register.when import When


class Wait(Struct, frozen=True):
    """A stretch of time that is counted from a day: years and months by the calendar, then days.

    A month ends on the same day of the month, or on its last where it has no such day. "The thirtieth day after" is 30
    days. The Vienna Convention (1969) does not say how to count.

    >>> Wait(days=30).after(date(2009, 2, 19)), Wait(months=1).after(date(2015, 1, 31))
    (datetime.date(2009, 3, 21), datetime.date(2015, 2, 28))
    """

    days: int = 0
    months: int = 0
    years: int = 0

    def after(self, day: date) -> date:
        """The day on which the wait is over; the last that the calendar has where it goes beyond."""
        year, month = divmod(day.year * 12 + day.month - 1 + self.years * 12 + self.months, 12)
        try:
            return date(year, month + 1, min(day.day, _length(year, month + 1))) + timedelta(days=self.days)
        except (OverflowError, ValueError):
            return date.max

    def over(self, when: When) -> When:
        """When the wait is over that begins at a moment known only between two days."""
        return When(when.first and self.after(when.first), when.last and self.after(when.last), when.disputed)


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


class Consents(Struct, frozen=True):
    """So many must consent; where some are named `beside`, others than those."""

    count: int
    beside: tuple[str, ...] = ()


class Named(Struct, frozen=True):
    """Each of these must consent."""

    states: tuple[str, ...]


class Share(Struct, frozen=True):
    """Those that consent must together account for such a share, between 0 and 1, of a measure."""

    share: float
    of: str


class Fixed(Struct, frozen=True):
    """A day that the instrument names."""

    on: Day


Condition: TypeAlias = Consents | Named | Share | Fixed


class Clause(Struct, frozen=True):
    """The clause on entry into force: every one of `all`, and one of `any` where there are some; then `wait`.

    `later` is the wait of a state that consents after the conditions were met; None where the clause is silent: then
    from its consent, and not before the instrument itself (Vienna Convention 1969, 24.3). `notice` is the time between
    notice of withdrawal and its effect; None where the clause is silent. `entitled` are those that may become parties;
    empty where it is open, and then states are counted and of others only those that are named.
    """

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    wait: Wait = Wait()
    later: Wait | None = None
    notice: Wait | None = None
    entitled: tuple[str, ...] = ()

    def counts(self, actor: str) -> bool:
        """Whether the consent of an actor is one of those that are counted."""
        if self.entitled:
            return actor in self.entitled
        return actor.startswith("state:") or any(actor in each.states for each in self.all if isinstance(each, Named))


def clause(
    instrument: Mapping[str, object],
    *,
    of: str = "",
    entitled: Collection[str] = (),
    known: Callable[[str], bool] = bool,
    most: int = 10_000,
) -> Clause | None:
    """The clause that the entry of an instrument states under `force`, `later` and `withdrawal`; None without `force`.

    `entitled` are those that may become parties, beside what the entry says under that key; where nobody says it,
    there are `most` that may. `known` tells whether an address is of somebody. `BadFact` says which key of which
    instrument is wrong, and why.
    """
    force, name = instrument.get("force"), of or "an instrument"
    later, notice = (_later(instrument.get(key), f"{name}: {key}") for key in ("later", "withdrawal"))
    told = instrument.get("entitled")
    listed = () if told is None else _states(told, f"{name}: entitled", _Parties((), known, most))
    if force is None:
        return None
    held = _mapping(force, f"{name}: force", ("all", "any", "wait"))
    parties = _Parties(tuple(sorted({*map(_address, entitled), *listed})), known, most)
    conditions = {key: _conditions(held.get(key), f"{name}: force: {key}", parties) for key in ("all", "any")}
    if not any(conditions.values()):
        raise BadFact(f"{name}: force: no condition. What works: all: [{{consents: 4}}].")
    wait = _wait(held.get("wait"), f"{name}: force: wait")
    return Clause(conditions["all"], conditions["any"], wait, later, notice, parties.entitled)


class _Parties(Struct, frozen=True):
    """Who may become a party: those entitled; where there are none, so many as there are of those that are known."""

    entitled: tuple[str, ...]
    known: Callable[[str], bool]
    most: int

    def others(self, beside: Sequence[str]) -> int:
        """How many may give a consent beside these."""
        if self.entitled:
            return len({*self.entitled} - {*beside})
        return self.most - len(beside)


def _later(value: object, where: str) -> Wait | None:
    return None if value is None else _wait(_mapping(value, where, ("wait",)).get("wait"), f"{where}: wait")


_UNITS: Final = ("days", "months", "years")
_LONGEST: Final = 1000  # longer is a slip of the pen; "the nine hundredth day" has not been seen


def _wait(value: object, where: str) -> Wait:
    held = _mapping({} if value is None else value, where, _UNITS)
    return Wait(**{unit: _number(number, f"{where}: {unit}", 0, _LONGEST) for unit, number in held.items()})


def _conditions(value: object, where: str, parties: _Parties) -> tuple[Condition, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or not value:
        raise BadFact(f"{where}: {value!r} is no list of conditions. What works: [{{consents: 4}}].")
    return tuple(_condition(each, where, parties) for each in value)


def _condition(value: object, where: str, parties: _Parties) -> Condition:
    """One kind a line, told by its first key."""
    held = _mapping(value, where, ("consents", "beside", "named", "share", "of", "on"))
    match sorted(held):
        case ["consents"] | ["beside", "consents"]:
            return _consents(held, where, parties)
        case ["named"]:
            return Named(_states(held["named"], f"{where}: named", parties))
        case ["of", "share"]:
            return _share(held, where)
        case ["on"]:
            return Fixed(_day(held["on"], f"{where}: on"))
    raise BadFact(f"{where}: {', '.join(sorted(held)) or 'nothing'} is no condition. What works: {_WORKS}.")


_WORKS: Final = "consents; consents with beside; named; share with of; on"


def _consents(held: Mapping[str, object], where: str, parties: _Parties) -> Consents:
    beside = _states(held["beside"], f"{where}: beside", parties) if "beside" in held else ()
    count, others = _number(held["consents"], f"{where}: consents", 1, 10_000), parties.others(beside)
    if count > others:
        raise BadFact(f"{where}: can never be met: {count} consents, and {others} may give one.")
    return Consents(count, beside)


def _share(held: Mapping[str, object], where: str) -> Share:
    share, measure = held["share"], held["of"]
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share <= 1:
        raise BadFact(f"{where}: share: {share!r} can never be met or says nothing. It is above 0 and at most 1.")
    if not isinstance(measure, str) or not measure.strip():
        raise BadFact(f"{where}: of: {measure!r} names no measure. What works: of: greenhouse gas emissions.")
    return Share(float(share), measure.strip())


def _states(value: object, where: str, parties: _Parties) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise BadFact(f"{where}: {value!r} is no list of states. What works: [GBR, USA].")
    states = tuple(_address(each) for each in value)
    if nobody := [each for each in states if not parties.known(each)]:
        raise BadFact(f"{where}: nobody is known as {', '.join(nobody)}.")
    strange = [each for each in states if parties.entitled and each not in parties.entitled]
    if strange:
        raise BadFact(f"{where}: can never be met: {', '.join(strange)} may not become a party.")
    if len({*states}) < len(states):
        raise BadFact(f"{where}: a state is named twice: {', '.join(states)}.")
    return states


def _address(value: object) -> str:
    """A state may be written by its three letters (ISO 3166-1 alpha-3, 3166-3), anything else by its address."""
    text = str(value)
    if ":" in text:
        return _fields.address(text)
    if _fields.is_letters(text):
        return f"state:{text}"
    raise BadFact(f"{text!r} is neither the three letters of a state nor an address.")


def _day(value: object, where: str) -> Day:
    try:
        return _fields.day(str(value))
    except BadDay as error:
        raise BadFact(f"{where}: {error}") from error


def _number(value: object, where: str, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise BadFact(f"{where}: {value!r} is no whole number between {least:,} and {most:,}.")
    return value


def _mapping(value: object, where: str, known: Sequence[str]) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise BadFact(f"{where}: {value!r} has no keys. Known: {', '.join(known)}.")
    strange = [str(key) for key in value if key not in known]
    if strange:
        raise BadFact(f"{where}: {_fields.unknown('key', strange[0], known)}")
    return value
