"""Every book of facts: those that come with acquis, and those in the `facts` folder of the archive."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from acquis.errors import AcquisError, BadFact
from acquis.model import Day, Pinpoint
from acquis.organisations import Organisation, organisations
from acquis.register.books import Body, Book, Fault, Group, Named, Status, read
from acquis.register.clauses import Clause, clause
from acquis.register.events import Act, Event, Source

_OWN: Final = Path(__file__).parent / "facts"


class Library:
    """What is kept by hand of all actors, put together; what is wrong in a file is in `faults` and leaves the rest."""

    def __init__(self, books: Sequence[Book], faults: Sequence[Fault] = ()) -> None:
        self.books = tuple(books)
        self._unread = tuple(faults)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The facts of all books, and the meetings of highest organs that the shelf of organisations lists."""
        return (*(event for book in self.books for event in book.events), *_from_shelf(organisations().values()))

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
                    if found := clause(told, of=address):
                        made[address] = found
                except BadFact as error:
                    faults.append(Fault(book.name, int(told.get("line", 1)), f"{address}: {error}"))
        return made, tuple(faults)

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
        return tuple(sorted({*self._unread, *within, *self._clauses[1], *_strangers(self), *_cycles(self)}))


@cache
def own() -> Library:
    """The books that come with acquis."""
    return Library(*_read(sorted(_OWN.glob("*.yaml"))))


def library(folders: Iterable[Path]) -> Library:
    """The books of acquis and of more folders; a file that cannot be read at all is a fault."""
    books, faults = _read(path for folder in folders for path in sorted(folder.glob("*.yaml")))
    return Library([*own().books, *books], faults) if books or faults else own()


def _read(paths: Iterable[Path]) -> tuple[list[Book], list[Fault]]:
    books, faults = [], []
    for path in paths:
        try:
            books.append(read(path.read_bytes(), path.name))
        except (BadFact, OSError) as error:
            faults.append(Fault(path.name, 1, str(error)))
    return books, faults


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


def _strangers(library: Library) -> Iterator[Fault]:
    """States and organisations that nobody has described."""
    from acquis.register.gazetteer import codes

    states = {f"state:{code}" for code in codes()} | {name for name in library.names if name.startswith("state:")}
    bodies = {f"org:{code}" for code in organisations()} | {name for name in library.names if name.startswith("org:")}
    for event in (event for book in library.books for event in book.events):
        for actor in (event.actor, event.object):
            kind = Pinpoint(actor).scheme if actor else ""
            if (kind == "state" and actor not in states) or (kind == "org" and actor not in bodies):
                assert isinstance(event.proof, Source)
                what = "no state has the code" if kind == "state" else "nobody has described"
                yield Fault(event.proof.file, event.proof.line, f"{what} {actor}: give it a name under `names:`")


def _cycles(library: Library) -> Iterator[Fault]:
    """Mergers and renamings that lead back to where they began."""
    into = {event.actor: event for book in library.books for event in book.events if event.act is Act.MERGED}
    for actor, first in into.items():
        met, here = [actor], first.object
        while here in into and here not in met:
            met.append(here)
            here = into[here].object
        if here == actor and isinstance(first.proof, Source):
            yield Fault(first.proof.file, first.proof.line, f"a circle: {' into '.join([*met, actor])}")


def described(library: Library, of: str) -> bool:
    """Whether anything is known of an actor."""
    try:
        code = Pinpoint(of).local
    except AcquisError:
        return False
    if code in organisations() or of in library.names or of in library.organs:
        return True
    return any(of in (e.actor, e.object) for e in library.events)
