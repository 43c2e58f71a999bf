"""Facts that are kept by hand: one file for each organisation or subject, read with the line of every fact."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from msgspec import Struct

from acquis.errors import AcquisError, BadDay, BadFact
from acquis.model import Day, Pinpoint
from acquis.register._yaml import Node, parsed
from acquis.register.events import Act, Certainty, Event, Source, in_order

T = TypeVar("T")


class Fault(Struct, frozen=True, order=True):
    """What is wrong with a fact, and the file and line where it stands."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}"


class Status(Struct, frozen=True):
    """A role that an organisation knows, and from when until when its vocabulary had it.

    `member` says that it entitles to take part in decisions; `becomes` is the role that took its place. `by` is the
    constituent instrument, where whoever is bound by it holds the role.
    """

    role: str
    since: Day | None = None
    until: Day | None = None
    becomes: str = ""
    member: bool = False
    source: Source | None = None
    by: str = ""


class Named(Struct, frozen=True):
    """A name that an actor bears in a language, from one day until another; `short` and `demonym` go with it."""

    name: str
    short: str = ""
    demonym: tuple[str, ...] = ()
    language: str = "en"
    since: Day | None = None
    until: Day | None = None


class Body(Struct, frozen=True):
    """What is kept of an organ: what it is, since when, for what it is competent, how often it meets."""

    address: str
    kind: str = ""
    name: str = ""
    names: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    field: str = ""
    competence: tuple[str, ...] = ()
    competent: tuple[str, ...] = ()
    meets: str = ""
    chair: str = ""
    certainty: Certainty = Certainty.HIGH
    source: Source | None = None
    note: str = ""


class Group(Struct, frozen=True):
    """States that are spoken of together: those listed, or whoever holds the role `means` in the organisation."""

    address: str
    of: str = ""
    means: str = ""
    states: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


class Book(Struct, frozen=True):
    """All that one file says. What is wrong in it is in `faults`, and the rest is served.

    `covered` is the stretch of time that its sources cover, `instruments` the description of each by its address.
    """

    name: str
    about: str
    covered: tuple[Day | None, Day | None]
    statuses: tuple[Status, ...]
    organs: tuple[Body, ...]
    groups: tuple[Group, ...]
    names: tuple[tuple[str, tuple[Named, ...]], ...]
    instruments: tuple[tuple[str, Mapping[str, Any]], ...]
    events: tuple[Event, ...]
    faults: tuple[Fault, ...]


def read(content: bytes, name: str) -> Book:
    """A file of facts. A fault in one fact leaves the others standing; BadFact where the whole cannot be read."""
    root = parsed(content, name)
    if not isinstance(root.value, dict):
        raise BadFact(f"{name}, line {root.line}: a file of facts begins with `about:` or `facts:`")
    return _Reading(name, root.value).book()


_SECTIONS: Final = ("about", "entered", "covered", "sources", "statuses", "organs", "groups", "collectives")
_MORE: Final = ("names", "instruments", "facts")
_FACT: Final = (
    *("act", "who", "what", "as", "on", "until", "place", "value", "nth", "certainty", "source", "note", "inferred"),
    *("entered", "withdraws"),
)


class _Reading:
    """One file on its way to a book."""

    def __init__(self, name: str, root: Mapping[str, Node]) -> None:
        self.name, self.root = name, root
        self.faults: list[Fault] = []
        self.entered = self._top("entered")
        self.about = self._top("about")
        self.sources = {key: node.words for key, node in self._section("sources")}

    def book(self) -> Book:
        for key in self.root:
            if key not in (*_SECTIONS, *_MORE):
                self._fault(self.root[key].line, _unknown("section", key, (*_SECTIONS, *_MORE)))
        covered = self.root.get("covered")
        span = covered.fields if covered else {}
        events = [*self._events()]
        self._alike(events)
        self._orders(events)
        return Book(
            self.name,
            self.about,
            (self._day(span.get("since")), self._day(span.get("until"))),
            tuple(self._each("statuses", self._status)),
            tuple(self._each("organs", self._body)),
            (*self._each("groups", self._group), *self._each("collectives", self._group)),
            tuple(self._each("names", self._names)),
            tuple(
                self._each("instruments", lambda key, node: (_address(key, node), {**node.plain(), "line": node.line}))
            ),
            tuple(event for event, _ in events),
            tuple(sorted(self.faults)),
        )

    # --- facts ------------------------------------------------------------------------------------------------------

    def _events(self) -> Iterator[tuple[Event, int]]:
        node = self.root.get("facts")
        for fact in node.items if node else ():
            try:
                yield from ((event, fact.line) for event in self._fact(fact))
            except (BadFact, BadDay) as error:
                self._fault(fact.line, _bare(error))

    def _fact(self, fact: Node) -> Iterator[Event]:
        fields = fact.fields
        for key in fields:
            if key not in _FACT:
                raise BadFact(_unknown("key", key, _FACT))
        act = _choice(Act, fields.get("act"), "act")
        on, until = self._day(fields.get("on"), strict=True), self._day(fields.get("until"), strict=True)
        if on and until and until.before(on):
            raise BadFact(f"its end {until} comes before its beginning {on}")
        common: dict[str, Any] = {
            "object": _actor(fields["what"]) if "what" in fields else self.about,
            "role": _words(fields, "as"),
            "place": _words(fields, "place"),
            "value": _words(fields, "value"),
            "note": _words(fields, "note"),
            "nth": _whole(fields.get("nth")),
            "certainty": _choice(Certainty, fields.get("certainty"), "certainty", Certainty.HIGH),
            "inferred": _words(fields, "inferred") == "true",
            "learned": _words(fields, "entered") or self.entered,
            "withdraws": _words(fields, "withdraws"),
            "proof": self._source(fields.get("source"), fact.line),
        }
        ends = act is Act.JOINED and until is not None
        for who in fields["who"].items if "who" in fields else (None,):
            actor = _actor(who) if who else ""
            yield Event(act=act, actor=actor, on=on, until=None if ends else until, **common)
            if ends:
                yield Event(
                    act=Act.LEFT, actor=actor, on=until, **{**common, "value": "", "place": "", "withdraws": ""}
                )

    def _source(self, node: Node | None, line: int) -> Source:
        if node is None:
            raise BadFact("it names no source: every fact has one")
        cited = "; ".join(self.sources.get(each.words, each.words) for each in node.items)
        return Source(cited, self.name, line)

    def _alike(self, events: Sequence[tuple[Event, int]]) -> None:
        """One source that says two different things of one event, or the same thing twice, has a slip in it."""
        met: dict[tuple[str, str], tuple[Event, int]] = {}
        for event, line in events:
            if event.withdraws:
                continue
            cited = event.proof.cited if isinstance(event.proof, Source) else ""
            other, first = met.setdefault((event.id, cited), (event, line))
            if other is not event and not (event.act is Act.OBSERVED and event.on != other.on):
                told = "the same is said" if other.claim == event.claim else f"{other.on} is given"
                self._fault(
                    line, f"{_told(event)}: {told} in line {first} by the same source; a second time needs `nth`"
                )

    def _orders(self, events: Sequence[tuple[Event, int]]) -> None:
        """Spells of one role that lap, and an end that comes before every beginning, contradict one another."""
        ordered = sorted(
            (pair for pair in events if pair[0].act in (Act.JOINED, Act.LEFT) and pair[0].on),
            key=lambda pair: (pair[0].actor, pair[0].object, pair[0].role, pair[0].nth, in_order(pair[0])),
        )
        ends: dict[tuple[str, str, str], Day] = {}
        nths: Counter[tuple[str, str, str]] = Counter()
        for event, line in ordered:
            key, on = (event.actor, event.object, event.role), event.on
            if (
                event.act is Act.JOINED
                and event.nth > max(1, nths[key])
                and on
                and key in ends
                and on.before(ends[key])
            ):
                self._fault(
                    line, f"{_told(event)}: number {event.nth} begins {on}, before the one before ends {ends[key]}"
                )
            nths[key] = max(nths[key], event.nth)
            if event.act is Act.LEFT and on:
                ends[key] = on

    # --- the other sections -------------------------------------------------------------------------------------------

    def _status(self, role: str, node: Node) -> Status:
        fields = node.fields
        source = self._source(fields["source"], node.line) if "source" in fields else None
        since, until = self._day(fields.get("since")), self._day(fields.get("until"))
        return Status(
            role,
            since,
            until,
            _words(fields, "becomes"),
            _words(fields, "member") == "true",
            source,
            _words(fields, "by"),
        )

    def _body(self, code: str, node: Node) -> Body:
        fields = node.fields
        return Body(
            code if ":" in code else f"organ:{self.about.partition(':')[2]}/{code}",
            kind=_words(fields, "kind"),
            name=_words(fields, "name"),
            names=_list(fields, "names"),
            since=self._day(fields.get("since")),
            until=self._day(fields.get("until")),
            field=_words(fields, "field"),
            competence=_list(fields, "competence"),
            competent=_list(fields, "competent"),
            meets=_words(fields, "meets"),
            chair=_words(fields, "chair"),
            certainty=_choice(Certainty, fields.get("certainty"), "certainty", Certainty.HIGH),
            source=self._source(fields["source"], node.line) if "source" in fields else None,
            note=_words(fields, "note"),
        )

    def _group(self, code: str, node: Node) -> Group:
        fields, of = node.fields, self.about
        states = tuple(_actor(each) for each in fields["states"].items) if "states" in fields else ()
        names = fields["names"].fields if "names" in fields else {}
        named = tuple((tag, each.words) for tag, listed in names.items() for each in listed.items)
        return Group(
            code if ":" in code else f"group:{of.partition(':')[2]}/{code}", of, _words(fields, "means"), states, named
        )

    def _names(self, actor: str, node: Node) -> tuple[str, tuple[Named, ...]]:
        return _address(actor, node), tuple(self._named(each) for each in node.items)

    def _named(self, node: Node) -> Named:
        fields = node.fields
        return Named(
            name=_words(fields, "name"),
            short=_words(fields, "short"),
            demonym=_list(fields, "demonym"),
            language=_words(fields, "language") or "en",
            since=self._day(fields.get("since")),
            until=self._day(fields.get("until")),
        )

    # --- reading ------------------------------------------------------------------------------------------------------

    def _each(self, section: str, make: Callable[[str, Node], T]) -> Iterator[T]:
        for key, node in self._section(section):
            try:
                yield make(key, node)
            except (BadFact, BadDay) as error:
                self._fault(node.line, f"{key}: {_bare(error)}")

    def _section(self, name: str) -> Iterator[tuple[str, Node]]:
        node = self.root.get(name)
        if node is None:
            return
        if not isinstance(node.value, dict):
            self._fault(node.line, f"`{name}:` holds `key: value` lines")
            return
        yield from node.value.items()

    def _top(self, name: str) -> str:
        node = self.root.get(name)
        return node.words if node else ""

    def _day(self, node: Node | None, *, strict: bool = False) -> Day | None:
        if node is None or not node.words:
            return None
        try:
            return Day.parse(node.words)
        except BadDay as error:
            if strict:
                raise
            self._fault(node.line, str(error))
            return None

    def _fault(self, line: int, what: str) -> None:
        self.faults.append(Fault(self.name, line, what))


def _told(event: Event) -> str:
    return " ".join(part for part in (event.actor, event.act.value, event.object, event.role) if part)


def _bare(error: AcquisError) -> str:
    """The message without the line, which the fault names already."""
    words = str(error)
    return words.partition(": ")[2] if words.startswith("line ") else words


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"no {what} called {name!r}" + (f"; did you mean {near[0]!r}?" if near else f". Known: {', '.join(known)}")


def _choice(kind: Any, node: Node | None, what: str, default: Any = None) -> Any:
    if node is None:
        if default is None:
            raise BadFact(f"it has no `{what}:`")
        return default
    try:
        return kind(node.words)
    except ValueError as error:
        raise BadFact(_unknown(what, node.words, [each.value for each in kind])) from error


def _words(fields: Mapping[str, Node], key: str) -> str:
    return fields[key].words if key in fields else ""


def _list(fields: Mapping[str, Node], key: str) -> tuple[str, ...]:
    return tuple(each.words for each in fields[key].items) if key in fields else ()


def _whole(node: Node | None) -> int:
    if node is None:
        return 1
    if not node.words.isdigit() or node.words == "0":
        raise BadFact(f"`nth` is a whole number from 1 on, not {node.words!r}")
    return int(node.words)


def _actor(node: Node) -> str:
    """An address; three capital letters are a state."""
    words = node.words
    return _address(f"state:{words}" if len(words) == 3 and words.isalpha() and words.isupper() else words, node)


def _address(words: str, node: Node) -> str:
    try:
        return str(Pinpoint(words))
    except AcquisError as error:
        raise BadFact(f"{words!r} names nobody: KAZ, org:sco, organ:sco/CHS or the address of a text would") from error
