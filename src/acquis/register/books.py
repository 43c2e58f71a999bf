"""Facts that are kept by hand: one file for each organisation or subject, read with the line of every fact."""

import enum
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from msgspec import Struct

from acquis.errors import BadDay, BadFact
from acquis.model import Day, Pinpoint
from acquis.register import _fields
from acquis.register._yaml import Node, parsed
from acquis.register.events import OF_STATUS, Act, Certainty, Event, Source

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


class Kind(enum.StrEnum):
    """What a word of a file is that has to be declared somewhere, perhaps in another file."""

    ACTOR = "actor"
    ROLE = "role"
    LANGUAGE = "language"
    ENTERED = "entered"  # a day that must have come


class Spoken(Struct, frozen=True, gc=False):
    """A word that has to be declared, and the line in which it is taken for granted; a role is one in `of`."""

    kind: Kind
    word: str
    line: int
    of: str = ""


class Book(Struct, frozen=True):
    """All that one file says. What is wrong in it is in `faults`, and the rest is served.

    `covered` is the stretch of time that its sources cover, `instruments` the description of each by its address,
    `spoken` what it takes for granted.
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
    spoken: tuple[Spoken, ...] = ()


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
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "covered": ("since", "until"),
    "statuses": ("since", "until", "becomes", "member", "source", "by", "note"),
    "organs": (
        *("kind", "name", "names", "since", "until", "field", "competence", "competent", "meets", "chair"),
        *("certainty", "source", "note"),
    ),
    "groups": ("means", "states", "names", "since", "until", "note"),
    "names": ("name", "short", "demonym", "language", "since", "until", "certainty", "note"),
    "instruments": (
        *("title", "kind", "source", "depositary", "languages", "force", "entitled", "article", "later", "withdrawal"),
        *("passages", "supplements", "implements", "replaces", "rules", "note"),
    ),
    "passages": ("force", "later", "withdrawal"),
}
"""The keys that an entry of a section may have."""

_VOTES: Final = ("yes", "no", "abstain", "absent")
_WHO: Final = ("state", "org", "organ", "group", "person")
"""The kinds of address of those who act."""

_BY_SOMEBODY: Final = (
    *(Act.JOINED, Act.LEFT, Act.APPLIED, Act.UNDERTOOK, Act.ADMITTED, Act.INVITED, Act.MERGED, Act.VOTED),
    *(Act.RATIFIED, Act.ACCEPTED, Act.APPROVED, Act.ACCEDED, Act.SUCCEEDED, Act.STAYED_OUT, Act.DISSOCIATED),
)
"""The acts that say nothing where it is not said whose they are."""

_OF_ANOTHER: Final = (*OF_STATUS, Act.MERGED)
"""The acts that nobody does in or with oneself."""

_WORDS: Final = {"as": "role", "place": "place", "value": "value", "note": "note", "withdraws": "withdraws"}
_KEY: Final = re.compile(r"[\w-]+")
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class _Reading:
    """One file on its way to a book."""

    def __init__(self, name: str, root: Mapping[str, Node]) -> None:
        self.name, self.root = name, root
        self.faults: list[Fault] = []
        self.spoken: list[Spoken] = []
        self.sources = dict(self._each("sources", lambda key, node: (key, node.words)))
        self.about = self._top("about", _fields.actor)
        self.entered = self._top("entered", self._entered)

    def book(self) -> Book:
        self._strange(self.root, (*_SECTIONS, *_MORE), "section")
        events, covered = tuple(self._events()), self._covered()
        self._uncovered(events, covered[0])
        return Book(
            self.name,
            self.about,
            covered,
            tuple(self._each("statuses", self._status)),
            tuple(self._each("organs", self._body)),
            (*self._each("groups", self._group), *self._each("collectives", self._group)),
            tuple(self._each("names", self._names)),
            tuple(self._each("instruments", self._instrument)),
            events,
            tuple(sorted(self.faults)),
            tuple(self.spoken),
        )

    # --- facts ------------------------------------------------------------------------------------------------------

    def _events(self) -> Iterator[Event]:
        node = self.root.get("facts")
        for fact in node.items if node and node.value else ():
            yield from self._had(fact.line, self._fact, fact) or ()

    def _fact(self, fact: Node) -> Sequence[Event]:
        """The events of a fact: one for each actor; none where anything is wrong with it, and all of that is named."""
        fields, line, before = fact.fields, fact.line, len(self.faults)
        self._strange(fields, _FACT, line=line)
        mistyped = len(self.faults) > before
        act = self._had(line, _fields.choice, Act, fields.get("act"), "act")
        on, until = self._days(fields, line, "on")
        actors = self._actors(fields["who"].items, line) if "who" in fields else [""]
        object_ = self._actors([fields["what"]], line)[0] if "what" in fields else self.about
        for actor in {*actors, object_} - {""}:
            self._speak(Kind.ACTOR, actor, line)
        common: dict[str, Any] = {
            "object": object_,
            "nth": self._had(line, _fields.whole, fields.get("nth")),
            "certainty": self._had(
                line, _fields.choice, Certainty, fields.get("certainty"), "certainty", Certainty.HIGH
            ),
            "inferred": self._had(line, _fields.truth, fields, "inferred"),
            "proof": self._had(line, self._source, fields.get("source"), line),
            "learned": self.entered,
        }
        for key in _WORDS.keys() & fields.keys():
            common[_WORDS[key]] = self._had(line, _fields.words, fields, key)
        if "entered" in fields:
            common["learned"] = self._had(line, self._entered, fields["entered"])
        if act and not mistyped and len(self.faults) == before:
            self._had(line, _fits, act, actors, object_, common.get("value", ""))
        if act in OF_STATUS and any(actors):
            self._speak(Kind.ROLE, common.get("role") or "", line, object_)
        if act is None or len(self.faults) > before:
            return ()
        return [event for actor in actors for event in _events_of(act, actor, on, until, common)]

    def _actors(self, nodes: Sequence[Node], line: int) -> list[str]:
        return [self._had(line, _fields.actor, each) or "" for each in nodes]

    def _source(self, node: Node | None, line: int) -> Source:
        """What is cited: keys of `sources`, or words. A single word that is no key is a slip where keys are listed."""
        if node is None:
            raise BadFact("it names no source: every fact has one")
        for each in node.items:
            if not each.words:
                raise BadFact("it names no source: every fact has one")
            if self.sources and each.words not in self.sources and _KEY.fullmatch(each.words):
                raise BadFact(_fields.unknown("source", each.words, [*self.sources]))
        return Source("; ".join(self.sources.get(each.words, each.words) for each in node.items), self.name, line)

    def _entered(self, node: Node) -> str:
        """The day on which a fact, or all of the file, was entered."""
        entered = _fields.entry_day(node.words)
        self._speak(Kind.ENTERED, entered, node.line)
        return entered

    # --- the other sections -------------------------------------------------------------------------------------------

    def _covered(self) -> tuple[Day | None, Day | None]:
        node = self.root.get("covered")
        if node is None:
            return None, None
        return self._had(node.line, self._stretch, node, "covered") or (None, None)

    def _uncovered(self, events: Sequence[Event], since: Day | None) -> None:
        """Names what is told of days before those that the sources of the file cover; it is served all the same.

        Where the file is about an organisation, its texts may be older: what is told of them is not meant.
        """
        early = [each for each in events if since and each.on and each.on.before(since) and self._is_about(each)]
        for line, day in {_line(each): each.on for each in early}.items():
            self._fault(
                line, f"{day} is before {since}, where `covered:` begins: one of the two is wrong; it is served"
            )

    def _is_about(self, event: Event) -> bool:
        return not self.about or not event.object or Pinpoint(event.object).scheme in _WHO

    def _stretch(self, node: Node, section: str) -> tuple[Day | None, Day | None]:
        self._strange(node.fields, _KEYS[section], line=node.line)
        return self._days(node.fields, node.line)

    def _status(self, role: str, node: Node) -> Status:
        fields = node.fields
        if "becomes" in fields:
            self._speak(Kind.ROLE, fields["becomes"].words, node.line, self.about)
        return Status(
            role,
            *self._stretch(node, "statuses"),
            becomes=_fields.words(fields, "becomes"),
            member=self._had(node.line, _fields.truth, fields, "member") or False,
            source=self._cited(fields, node.line),
            by=_fields.address(fields["by"].words) if "by" in fields else "",
        )

    def _body(self, code: str, node: Node) -> Body:
        fields = node.fields
        since, until = self._stretch(node, "organs")
        certainty = self._had(
            node.line, _fields.choice, Certainty, fields.get("certainty"), "certainty", Certainty.HIGH
        )
        return Body(
            self._within("organ", code),
            kind=_fields.words(fields, "kind"),
            name=_fields.words(fields, "name"),
            names=_fields.listed(fields, "names"),
            since=since,
            until=until,
            field=_fields.words(fields, "field"),
            competence=_fields.listed(fields, "competence"),
            competent=_fields.listed(fields, "competent"),
            meets=_fields.words(fields, "meets"),
            chair=_fields.words(fields, "chair"),
            certainty=certainty or Certainty.LOW,
            source=self._cited(fields, node.line),
            note=_fields.words(fields, "note"),
        )

    def _group(self, code: str, node: Node) -> Group:
        fields, of, line = node.fields, self.about, node.line
        self._stretch(node, "groups")
        states = tuple(filter(None, self._actors(fields["states"].items, line))) if "states" in fields else ()
        names = fields["names"].fields if "names" in fields else {}
        named = tuple((tag, each.words) for tag, listed in names.items() for each in listed.items)
        for state in states:
            self._speak(Kind.ACTOR, state, line)
        for tag in names:
            self._speak(Kind.LANGUAGE, tag, names[tag].line)
        if means := _fields.words(fields, "means"):
            self._speak(Kind.ROLE, means, line, of)
        return Group(self._within("group", code), of, means, states, named)

    def _within(self, kind: str, code: str) -> str:
        """The address of an organ or a group; a short code is one of the organisation that the file is about."""
        return _fields.address(code if ":" in code else f"{kind}:{self.about.partition(':')[2]}/{code}")

    def _names(self, actor: str, node: Node) -> tuple[str, tuple[Named, ...]]:
        named = (self._had(each.line, self._named, each) for each in node.items)
        return _fields.address(actor), tuple(each for each in named if each)

    def _named(self, node: Node) -> Named:
        fields = node.fields
        self._strange(fields, _KEYS["names"], line=node.line)
        if not _fields.words(fields, "name"):
            raise BadFact("it has no `name:`")
        since, until = _fields.stretch(_fields.day_in(fields, "since"), _fields.day_in(fields, "until"))
        if "language" in fields:
            self._speak(Kind.LANGUAGE, fields["language"].words, node.line)
        return Named(
            name=_fields.words(fields, "name"),
            short=_fields.words(fields, "short"),
            demonym=_fields.listed(fields, "demonym"),
            language=_fields.words(fields, "language") or "en",
            since=since,
            until=until,
        )

    def _instrument(self, instrument: str, node: Node) -> tuple[str, Mapping[str, Any]]:
        """A description as plain values, with its line; its clause is judged where all states are known."""
        fields, line = node.fields, node.line
        self._strange(fields, _KEYS["instruments"])
        if "passages" in fields:
            self._strange(fields["passages"].fields, _KEYS["passages"])
        self._cited(fields, line)
        for key in ("depositary", "entitled"):
            for each in fields[key].items if key in fields else ():
                if _fields.is_letters(each.words):
                    self._speak(Kind.ACTOR, f"state:{each.words}", each.line)
        for each in fields["languages"].items if "languages" in fields else ():
            if not _TAG.fullmatch(each.words):
                self._fault(each.line, f"{instrument}: {each.words!r} is no language: en, zh, pt-BR are")
        return _fields.address(instrument), {**node.plain(), "line": line}

    def _cited(self, fields: Mapping[str, Node], line: int) -> Source | None:
        return self._had(line, self._source, fields["source"], line) if "source" in fields else None

    # --- reading ------------------------------------------------------------------------------------------------------

    def _each(self, section: str, make: Callable[[str, Node], T]) -> Iterator[T]:
        for key, node in self._section(section):
            try:
                yield make(key, node)
            except (BadFact, BadDay) as error:
                self._fault(node.line, f"{key}: {_fields.bare(error)}")

    def _section(self, name: str) -> Iterator[tuple[str, Node]]:
        node = self.root.get(name)
        if node is None or not node.value:
            return
        if not isinstance(node.value, dict):
            self._fault(node.line, f"`{name}:` holds `key: value` lines")
            return
        yield from node.value.items()

    def _top(self, name: str, make: Callable[[Node], str]) -> str:
        """A line of the head of the file; empty where there is none, or none that can be taken."""
        node = self.root.get(name)
        return (self._had(node.line, make, node) or "") if node else ""

    def _days(self, fields: Mapping[str, Node], line: int, since: str = "since") -> tuple[Day | None, Day | None]:
        """From when until when; open where a day cannot be taken, and both where the end comes first."""
        first, last = (self._had(line, _fields.day_in, fields, key) for key in (since, "until"))
        return self._had(line, _fields.stretch, first, last) or (None, None)

    def _had(self, line: int, make: Callable[..., T], *args: Any) -> T | None:
        """What is made; None and a fault where it cannot be."""
        try:
            return make(*args)
        except (BadFact, BadDay) as error:
            self._fault(line, _fields.bare(error))
            return None

    def _strange(
        self, fields: Mapping[str, Node], known: Collection[str], what: str = "key", line: int | None = None
    ) -> None:
        for key in fields:
            if key not in known:
                self._fault(line or fields[key].line, _fields.unknown(what, key, known))

    def _speak(self, kind: Kind, word: str, line: int, of: str = "") -> None:
        self.spoken.append(Spoken(kind, word, line, of))

    def _fault(self, line: int, what: str) -> None:
        self.faults.append(Fault(self.name, line, what))


def _events_of(act: Act, actor: str, on: Day | None, until: Day | None, common: Mapping[str, Any]) -> Iterator[Event]:
    """A status that was held until a day is two events."""
    ends = act is Act.JOINED and until is not None
    yield Event(act=act, actor=actor, on=on, until=None if ends else until, **common)
    if ends:
        yield Event(act=Act.LEFT, actor=actor, on=until, **{**common, "value": "", "place": "", "withdraws": ""})


def _line(event: Event) -> int:
    return event.proof.line if isinstance(event.proof, Source) else 0


def _fits(act: Act, actors: Sequence[str], object_: str, value: str) -> None:
    """Refuses what an act cannot be said of."""
    if not actors:
        raise BadFact("`who:` names nobody")
    if act in _BY_SOMEBODY and not all(actors):
        raise BadFact(f"it does not say who {act.value}: `who:` would")
    if act in OF_STATUS and not object_:
        raise BadFact(f"it does not say in what {actors[0]} {act.value}: `what:` or `about:` would")
    for actor in filter(None, actors):
        if Pinpoint(actor).scheme not in _WHO:
            raise BadFact(f"{actor} is nobody who acts: a state, an organisation, an organ or a person would be")
        if actor == object_ and act in _OF_ANOTHER:
            raise BadFact(f"{actor} cannot have {act.value} itself")
    if act is Act.VOTED and value not in _VOTES:
        raise BadFact(_fields.unknown("vote", value, _VOTES))
