"""Instruments: what each was on a day; of one its status table, its clause, what was missing, what was notified."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import NotHeld
from acquis.register.force import TreatyState
from acquis.register.in_words import clause_in_words, course_in_words, state_in_words
from acquis.register.parties import PartyStanding, PartyState
from acquis.web import statuses
from acquis.web.held import leads
from acquis.web.pages import Served, page
from acquis.web.reader import Reader
from acquis.web.statuses import Named, Proved, Told
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.register.depositary import Notification, Wanting
    from acquis.register.desk import Register
    from acquis.register.when import When


class Instrument(Struct, frozen=True):
    """An instrument on a day: its state, or where its term stood, in a word and in words."""

    address: str
    title: str
    state: str
    words: str
    why: str


class InstrumentsPage(Told, frozen=True, kw_only=True):
    """The instruments of an organisation, or all of them, whose texts existed on a day; `later` are the others."""

    template: ClassVar[str] = "instruments.html"
    bodies: tuple[Named, ...]
    asked: str = ""
    of: str = ""
    on: str = ""
    remarks: tuple[str, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    later: int = 0
    all: bool = False

    def rows(self) -> Sequence[Struct]:
        """A line for each instrument."""
        return self.instruments


class Party(Struct, frozen=True):
    """What a state was to an instrument on a day, and when it signed, consented, was bound, and left."""

    actor: str
    name: str
    state: str
    why: str
    by: str
    signed: str
    consented: str
    bound: str
    ended: str
    reservations: tuple[str, ...]
    inferred: bool
    disorder: str
    proofs: tuple[Proved, ...]


class Missing(Struct, frozen=True):
    """A condition that was not met, what it still needed, and who had signed and not consented."""

    words: str
    pending: tuple[str, ...]
    partly: bool


class Notified(Struct, frozen=True):
    """What a depositary would notify."""

    when: str
    words: str
    proofs: tuple[Proved, ...]


class InstrumentPage(Told, frozen=True, kw_only=True):
    """One instrument on a day. `missing` is None where no clause is kept that would tell."""

    template: ClassVar[str] = "instrument.html"
    address: str
    text: str | None
    on: str
    known: str
    state: str = ""
    words: str = ""
    why: str = ""
    term: str = ""
    check: str = ""
    entry: str = ""
    begins: str = ""
    clause: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    proofs: tuple[Proved, ...] = ()
    parties: tuple[Party, ...] = ()
    missing: tuple[Missing, ...] | None = None
    notified: tuple[Notified, ...] = ()

    def rows(self) -> Sequence[Struct]:
        """A line for each party."""
        return [_row(each) for each in self.parties]


class _Row(Struct, frozen=True):
    actor: str
    name: str
    state: str
    why: str
    signed: str
    consented: str
    bound: str
    ended: str
    inferred: bool
    proofs: tuple[str, ...]


def instruments(
    reader: NamedDependency[Reader], *, of: FromQuery[str] = "", on: FromQuery[str] = "", every: FromQuery[bool] = False
) -> Response[Any]:
    """The instruments of an organisation with their state on a day."""
    title = message("Instruments")
    asked = InstrumentsPage(title=title, bodies=statuses.bodies(reader), asked=of.strip(), on=on, all=every)
    return statuses.answered(reader, asked, lambda read: _list(reader, read))


def _list(reader: Reader, asked: InstrumentsPage) -> Response[Any]:
    desk = reader.archive.register
    address = desk.called(asked.asked) if asked.asked else ""
    day = statuses.day(asked.on, desk.library.covered(address)[1] if address else None)
    listed = tuple(_listed(desk, address, day))
    remark = desk.coverage(address.partition(":")[2], day) if address else None
    return reader.answer(
        replace(
            asked,
            of=address,
            on=day,
            remarks=(remark,) if remark else (),
            instruments=tuple(each for each in listed if asked.all or each.state != _NOT_YET),
            later=sum(each.state == _NOT_YET for each in listed),
        )
    )


_NOT_YET = TreatyState.NOT_YET.value


def _listed(desk: "Register", of: str, on: str) -> Iterator[Instrument]:
    for address, title in desk.instruments(of or None):
        standing, term = desk.treaty(address, on=on), desk.term(address, on=on)
        if term and standing.state is not TreatyState.NOT_YET:
            yield Instrument(address, title, term.course.value, course_in_words(term), term.why)
        else:
            words = state_in_words(desk, standing, on=on)
            yield Instrument(address, title, standing.state.value, words, standing.why)


def instrument(
    reader: NamedDependency[Reader], *, address: FromPath[str], on: FromQuery[str] = "", known: FromQuery[str] = ""
) -> Response[Any]:
    """One instrument: was it in force that day, for whom, and what was missing?"""
    desk = reader.archive.register
    what = desk.text(_asked(reader, address))
    title = dict(desk.instruments()).get(what) or what
    asked = InstrumentPage(title=title, address=what, text=leads(reader, what), on=on, known=known)
    return statuses.answered(reader, asked, lambda read: reader.answer(_shown(reader, read)))


def _asked(reader: Reader, address: str) -> str:
    """What stands behind the stroke, without the ending of a form."""
    ending = f".{reader.form}"
    asked = address.removeprefix("/")
    return asked.removesuffix(ending) if reader.request.url.path.endswith(ending) else asked


def _shown(reader: Reader, asked: InstrumentPage) -> InstrumentPage:
    desk, what = reader.archive.register, asked.address
    on, unknown = statuses.day(asked.on, desk.covered(what)), statuses.nothing_known(desk, asked.known)
    known, named = "" if unknown else asked.known, partial(_named, reader, on)
    told: dict[str, Any] = {"on": on, "known": known or None}
    standing, table = desk.treaty(what, **told), desk.parties_to(what, **told)
    term = None if standing.state is TreatyState.NOT_YET else desk.term(what, **told)
    clause = desk.library.clauses.get(what)
    entry = standing.entry
    return replace(
        asked,
        on=on,
        known=known,
        state=standing.state.value,
        words=state_in_words(desk, standing, **told),
        why=standing.why,
        term=f"{course_in_words(term)}, {term.why}" if term else "",
        check=entry.check.value,
        entry=entry.why,
        begins=str(entry.begins or ""),
        clause=clause_in_words(clause, named) if clause else (),
        remarks=(unknown,) if unknown else (),
        proofs=statuses.proofs(reader, (*(term.proofs if term else ()), *standing.proofs)),
        parties=tuple(_party(reader, each, on) for each in table),
        missing=_missing(reader, what, named, told),
        notified=tuple(_notified(reader, each) for each in desk.notifications(what, known=known or None)),
    )


def _named(reader: Reader, on: str, actor: str) -> str:
    return statuses.name(reader, actor, on)


def _party(reader: Reader, row: PartyStanding, on: str) -> Party:
    """One row of the status table; a state that was no more has its own last name, not that of its successor."""
    return Party(
        actor=row.actor,
        name=statuses.name(reader, row.actor, None if row.state is PartyState.GONE else on),
        state=row.state.value,
        why=row.why,
        by=row.by.value if row.by else "",
        signed=_when(row.signed),
        consented=_when(row.consented),
        bound=_when(row.bound),
        ended=_when(row.ended),
        reservations=tuple(each.note or each.value or str(each.on or "") for each in row.reservations),
        inferred=row.inferred,
        disorder=row.disorder,
        proofs=statuses.proofs(reader, row.proofs),
    )


def _when(when: "When | None") -> str:
    return "" if when is None else str(when)


def _missing(reader: Reader, what: str, named: Any, told: dict[str, Any]) -> tuple[Missing, ...] | None:
    """Whose consent was missing, by name; None where no clause is kept that would tell."""
    try:
        found = reader.archive.register.missing(what, **told)
    except NotHeld:
        return None
    return tuple(Missing(_words(each, named), tuple(map(named, each.pending)), each.partly) for each in found)


def _words(wanting: "Wanting", named: Any) -> str:
    words = wanting.words
    for state in sorted({*wanting.states, *getattr(wanting.condition, "beside", ())}, key=len, reverse=True):
        words = words.replace(state, named(state))
    return words


def _notified(reader: Reader, each: "Notification") -> Notified:
    actor = next((claim.actor for claim in each.claims if claim.actor), "")
    name = statuses.name(reader, actor, str(each.claims[0].on) if each.claims[0].on else None) if actor else ""
    words = each.words.replace(f"{actor}:", f"{name}:", 1) if actor else each.words.removeprefix(f"{each.instrument}: ")
    return Notified(str(each.when), words, statuses.proofs(reader, each.claims))


def _row(each: Party) -> _Row:
    days = each.signed, each.consented, each.bound, each.ended
    return _Row(each.actor, each.name, each.state, each.why, *days, each.inferred, statuses.told(each.proofs))


_ONE = page("/instruments/{address:path}", instrument, endings=False)
ENTRY = Served("/instruments", (*page("/instruments", instruments).handlers, *_ONE.handlers))
