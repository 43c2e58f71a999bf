"""Every book of facts: those that come with acquis, and those in the `facts` folder of the archive."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import AcquisError, BadFact
from acquis.model import Day, Pinpoint
from acquis.organisations import Organisation, organisations
from acquis.register.books import Body, Book, Fault, Group, Kind, Named, Status, read
from acquis.register.clauses import Clause, clause
from acquis.register.contradictions import Contradiction, contradictions, disordered, repeated
from acquis.register.events import Act, Event, Source, known_on
from acquis.register.lives import Lives, lives
from acquis.register.undeclared import Declared, vocabularies

_OWN: Final = Path(__file__).parent / "facts"


class Library:
    """What is kept by hand of all actors, put together; what is wrong in a file is in `faults` and leaves the rest.

    `base` are the books that come with acquis, where there are others beside them: the lives of states that those know
    are not undone by what is added.
    """

    def __init__(self, books: Sequence[Book], faults: Sequence[Fault] = (), *, base: "Library | None" = None) -> None:
        self.books = tuple(books)
        self._unread = tuple(faults)
        self._base = base

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The facts of all books, and the meetings of highest organs that the shelf of organisations lists.

        Left out is what speaks of whom or of what nobody has declared, and what contradicts other facts and would
        undo them; `faults` names each.
        """
        void = {id(each.event) for each in self._contradictions if each.void}
        return tuple(event for event in self._declared_events if id(event) not in void)

    @cached_property
    def _declared_events(self) -> tuple[Event, ...]:
        told = (*(event for book in self.books for event in book.events), *_from_shelf(organisations().values()))
        return tuple(event for event in told if self._declared.holds(event))

    @cached_property
    def _declared(self) -> Declared:
        return Declared(self.names, vocabularies(self.books))

    @cached_property
    def _contradictions(self) -> tuple[Contradiction, ...]:
        current = known_on(self._declared_events, None)
        return tuple(contradictions(current, implied={*self.charters.values()}, states=self.lives))

    @cached_property
    def lives(self) -> Lives:
        """From when until when states existed; what is added tells it of those alone that acquis does not name."""
        told = lives(known_on(self._declared_events, None))
        if self._base is None:
            return told
        return {**{each: life for each, life in told.items() if each not in self._base.names}, **self._base.lives}

    @cached_property
    def names(self) -> Mapping[str, tuple[Named, ...]]:
        """The names that each actor bears, with their time."""
        found: dict[str, tuple[Named, ...]] = {}
        for book in self.books:
            for actor, named in book.names:
                found[actor] = (*found.get(actor, ()), *named)
        return found

    @cached_property
    def texts(self) -> Mapping[str, tuple[Named, ...]]:
        """The names above and those of instruments: whatever a text may name."""
        titles = {
            address: (Named(str(told["title"])),) for address, told in self.instruments.items() if told.get("title")
        }
        bodies = (body for body in self.organs.values() if body.name and body.kind != "sectoral_meeting")
        return {**titles, **{body.address: (Named(body.name),) for body in bodies}, **self.names}

    @cached_property
    def organs(self) -> Mapping[str, Body]:
        """What is kept of organs, by their addresses."""
        return {each.address: each for book in self.books for each in book.organs}

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Groups of states, by their addresses."""
        return {each.address: each for book in self.books for each in book.groups}

    @cached_property
    def instruments(self) -> Mapping[str, Mapping[str, Any]]:
        """The descriptions of instruments, by their addresses."""
        return dict(pair for book in self.books for pair in book.instruments)

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """The clauses on entry into force, of the instruments whose clause is kept and can be met."""
        return self._clauses[0]

    @cached_property
    def _clauses(self) -> tuple[dict[str, Clause], tuple[Fault, ...]]:
        made, faults = {}, []
        for book in self.books:
            for address, told in book.instruments:
                try:
                    if found := clause(told, of=address, known=self._is_known, most=len(self._states)):
                        made[address] = found
                except BadFact as error:
                    faults.append(Fault(book.name, int(told["line"]), str(error)))
        return made, tuple(faults)

    def _is_known(self, actor: str) -> bool:
        return not self._declared.strange(actor)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states that there are: those that have a name, without those that were dissolved or became another."""
        known, today = {**lives(self.events), **own().lives}, Day.parse(_present())
        named = (each for each in (*own().names, *self.names) if each.startswith("state:"))
        return frozenset(each for each in named if each not in known or known[each].over(today) is None)

    def statuses(self, of: str) -> tuple[Status, ...]:
        """The vocabulary of roles of an organisation."""
        return tuple(status for book in self.books if book.about == of for status in book.statuses)

    @cached_property
    def charters(self) -> Mapping[str, str]:
        """The constituent instruments whose parties are the members, and the organisation of each."""
        return {status.by: book.about for book in self.books for status in book.statuses if status.by}

    def covered(self, of: str) -> tuple[Day | None, Day | None]:
        """The stretch of time that the sources on an organisation cover; what is covered of it is of its organs too.

        Of several books on it the one that reaches furthest counts.
        """
        whole = f"org:{of.removeprefix('organ:').partition('/')[0]}" if of.startswith("organ:") else of
        found = [book.covered for book in self.books if book.about == whole and any(book.covered)]
        return max(found, key=lambda covered: str(covered[1] or "9999"), default=(None, None))

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong: within a file, and between files."""
        within = (fault for book in self.books for fault in book.faults)
        undeclared = self._declared.faults(self.books, present=_present())
        current = [*known_on(self._declared_events, None)]
        contradictory = (*self._contradictions, *disordered(current), *repeated(current))
        between = (_fault(each.event, each.what) for each in contradictory)
        claims = _withdrawing_nothing(self._declared_events)
        return tuple(sorted({*self._unread, *within, *undeclared, *self._clauses[1], *between, *claims}))


@cache
def own() -> Library:
    """The books that come with acquis."""
    return Library(*_read(File(path.name, path.read_bytes()) for path in sorted(_OWN.glob("*.yaml"))))


class File(Struct, frozen=True):
    """A file of facts: its bytes, None where they cannot be had, and the day on which they were first seen."""

    name: str
    content: bytes | None
    seen: str = ""


def library(files: Iterable[File]) -> Library:
    """The books of acquis and of more files; one that cannot be read at all is a fault.

    No fact of such a file was learned before the file was first seen.
    """
    books, faults = _read(files)
    return Library([*own().books, *books], faults, base=own()) if books or faults else own()


def _read(files: Iterable[File]) -> tuple[list[Book], list[Fault]]:
    books, faults = [], []
    for each in files:
        try:
            if each.content is None:
                raise BadFact("it cannot be read")
            books.append(_learned(read(each.content, each.name), each.seen))
        except BadFact as error:
            faults.append(_unreadable(each.name, str(error)))
    return books, faults


def _learned(book: Book, day: str) -> Book:
    return replace(book, events=tuple(replace(each, learned=max(each.learned, day)) for each in book.events))


def _unreadable(name: str, why: str) -> Fault:
    """The fault of a whole file, in the line that the message names."""
    found = re.fullmatch(rf"{re.escape(name)}, line (\d+): (.*)", why, re.DOTALL)
    return Fault(name, int(found[1]), found[2]) if found else Fault(name, 1, why)


def _present() -> str:
    """Today; where the clock is behind the facts of acquis themselves, the day on which the last of these came."""
    entered = (each.word for book in own().books for each in book.spoken if each.kind is Kind.ENTERED)
    return max(str(date.today()), *entered)


def _from_shelf(shelf: Iterable[Organisation]) -> Iterator[Event]:
    for each in shelf:
        highest = next((organ for organ in each.organs if organ.level == 1), None)
        proof = Source(each.source or f"the shelf of organisations: {each.code}", f"organisations/{each.code}.py")
        for at, summit in enumerate(each.summits, 1):
            actor = f"organ:{each.code}/{highest.code}" if highest else f"org:{each.code}"
            yield Event(
                act=Act.MET,
                actor=actor,
                object=f"org:{each.code}",
                on=Day.parse(summit.day),
                place=summit.place,
                value=summit.outcome,
                nth=at,
                proof=proof,
            )


def _withdrawing_nothing(events: Sequence[Event]) -> Iterator[Fault]:
    """Facts that take back a claim that no fact makes."""
    wanted = [event for event in events if event.withdraws]
    claims = {event.claim for event in events} if wanted else set[str]()
    for event in wanted:
        if event.withdraws not in claims:
            near = get_close_matches(event.withdraws, claims, n=1, cutoff=0.75)
            hint = f"; did you mean {near[0]!r}?" if near else ": `acquis register events` lists claims"
            yield _fault(event, f"it withdraws {event.withdraws!r}, a claim that no fact makes{hint}")


def _fault(event: Event, what: str) -> Fault:
    assert isinstance(event.proof, Source)
    return Fault(event.proof.file, event.proof.line, what)


def described(library: Library, of: str) -> bool:
    """Whether anything is known of an actor; of a state its code is enough."""
    from acquis.register.gazetteer import codes

    try:
        code = Pinpoint(of).local
    except AcquisError:
        return False
    if code in organisations() or of in library.names or of in library.organs:
        return True
    return any(of in (e.actor, e.object) for e in library.events) or of.removeprefix("state:") in codes()
