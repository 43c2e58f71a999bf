"""Where a passage came from and what became of it: parents, children, its line over the years, what is new and gone."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby, takewhile
from typing import Final, TypeAlias

from msgspec.structs import replace

from acquis.precedents.base import Base
from acquis.precedents.families import WHOLE
from acquis.precedents.kin import Expression, Member, before, first_use
from acquis.precedents.reuse import MOST, Carried, Reuse, Shared
from acquis.precedents.succession import PART, Edge, Kind, edge_of, kind_of, succession
from acquis.precedents.verify import SHARE

_Source: TypeAlias = tuple[Member, Shared]
"""A passage, and what it shares with one whose source it may be: `own` is of the latter."""

_Step: TypeAlias = tuple[Edge, Carried]
"""A step of a line, and what is left after it of the words that were asked about."""

LONGEST: Final = 1_000
"""So many passages two texts have together at most for the rest of both to be looked at, to tell what a passage of the
one is to one of the other. A treaty of five thousand paragraphs shares formulae with hundreds of others like it."""

_FEWEST: Final = 5
"""A line goes on where at least so many words are left of those that were asked about: as many as `find` asks for."""

_KEPT: Final = 64
"""Of so many passages the later uses are kept: one line asks several times for those of the same."""

_OTHER: Final = 3
"""How far texts of two organisations are from one another: of one series 0, of one organisation 1, not known 2."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The nearest earlier uses of a passage, the nearest later ones, and its line through the years.

    `chain` goes from the first of the line to the last, an edge from each to the next; it stays in the organisation,
    and follows the words that were asked about. `left` says of each of the line how many of these it has.
    """

    passage: Member
    parents: tuple[Edge, ...]
    children: tuple[Edge, ...]
    chain: tuple[Edge, ...]
    left: tuple[int, ...]

    @property
    def line(self) -> tuple[Member, ...]:
        """The passages of the chain, the first one first."""
        return (self.chain[0].earlier, *(edge.later for edge in self.chain)) if self.chain else (self.passage,)

    @property
    def asked(self) -> int:
        """How many words were asked about."""
        return self.left[self.line.index(self.passage)]

    def claims(self, base: Base, *, followed: bool = True) -> tuple[str, ...]:
        """What it says of first, last, new and gone, each with what was searched in the same line.

        A text whose day is not known has nothing earlier or later: then it is not said to be new or gone. `followed`
        is whether a later text is held that might have the passage: else it is not said to be gone.
        """
        words = (
            ("earliest wording held", "latest wording held") if base.few else ("first of its line", "last of its line")
        )
        ends = (f"{_where(each)}  {base.claim(word)}" for each, word in zip(self._ends, words, strict=True))
        dated = self.passage.expression.day is not None
        new = [] if self.parents or not dated else [f"{_where(self.passage)}  {no_earlier(base)}"]
        last = not self.children and self.line[-1] == self.passage
        gone = [] if not (last and dated and followed) else [f"{_where(self.passage)}  {no_later(base)}"]
        return (*ends, *new, *gone)

    @property
    def _ends(self) -> tuple[Member, Member]:
        return self.line[0], self.line[-1]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that no earlier text of a series has (`gone` is False), or no later one, by the words of those held.

    `perhaps` is the passage nearest in time that has the same rare words: it may say the same in other words.
    """

    passage: Member
    gone: bool
    perhaps: Member | None = None

    def claim(self, base: Base) -> str:
        """What is claimed, with what was searched in the same line."""
        perhaps = f"; perhaps in other words at {self.perhaps.address}" if self.perhaps else ""
        return f"{_where(self.passage)}  {no_later(base) if self.gone else no_earlier(base)}{perhaps}"


def no_earlier(base: Base) -> str:
    """How it is said that nothing earlier is held: "new" only where at least half of what is known is held."""
    return base.claim("no earlier wording held" if base.few else "new: no earlier use")


def no_later(base: Base) -> str:
    """How it is said that nothing later is held: "vanished" only where at least half of what is known is held."""
    return base.claim("no later wording held" if base.few else "vanished: no later use")


def lineage(passage: Member, reuse: Reuse) -> Lineage:
    """The parents and children of a passage, and its line through the years."""
    return Lines(reuse).lineage(passage)


class Lines:
    """Parents and children of any passage; what was worked out once is kept."""

    def __init__(self, reuse: Reuse) -> None:
        self.reuse = reuse
        self._sources: dict[str, tuple[Edge, ...]] = {}
        self._parents: dict[str, tuple[Edge, ...]] = {}
        self._following: dict[str, dict[str, Member]] = {}
        self._between: dict[tuple[str, str], dict[tuple[str, str], Edge]] = {}
        self._later_held: dict[str, Mapping[int, tuple[Shared, Sequence[Member]]]] = {}

    def lineage(self, passage: Member, asked: Sequence[int] | None = None) -> Lineage:
        """Its parents, its children and its line; `asked` are the places of the words to follow, else all."""
        places = range(passage.size) if asked is None else asked
        whole = Carried(passage.text, passage.text, {at: at for at in places})
        back, on = (list(self._steps(passage, whole, later=later)) for later in (False, True))
        chain = (*(edge for edge, _ in reversed(back)), *(edge for edge, _ in on))
        left = (*(len(held) for _, held in reversed(back)), len(whole), *(len(held) for _, held in on))
        return Lineage(passage, self.parents(passage), self.children(passage), chain, left)

    def parents(self, passage: Member) -> tuple[Edge, ...]:
        """Where its words come from: for each stretch the nearest earlier use.

        That is the last one before it in its series, else of its organisation, else of another; what is as near and
        has as much is listed as tied. One with far fewer of the words is passed over for one that has them. Where there
        is none, the passage of the text before it in its series that has the same rare words is told as reworded.
        """
        return tuple(map(self._told, self._origins(passage)))

    def sources(self, passage: Member) -> Iterator[Edge]:
        """The same as its words alone tell: quick, but blind to splits, mergers and moves, and to other words."""
        found = sorted(_unbeaten(passage, self._earlier(passage)), key=lambda each: _rank(passage, each))
        for one, shared, tied in _covering(passage, found):
            yield replace(edge_of(one, passage, shared), tied=tied)

    def children(self, passage: Member) -> tuple[Edge, ...]:
        """The later passages that it is a parent of, the nearest first."""
        return tuple(self._told(edge) for each in self._candidates(passage) for edge in self._as_source(passage, each))

    def chain(self, passage: Member) -> tuple[Edge, ...]:
        """The edges of its line, within its organisation: back from text to text, and on.

        It follows the words of the passage. A step is taken only to a passage that still has at least a third of them,
        rare words weighing more, and at least five of them, of a shorter passage three quarters. Words that a step has
        lost are not taken up again.
        """
        return self.lineage(passage).chain

    def changes(self, texts: Sequence[Expression]) -> tuple[Change, ...]:
        """What is new in each text of a series, and what no later one has; in the order of their days.

        Nothing is said of a text whose day is not known, of the first one nothing new, of the last one nothing gone.
        """
        ordered = sorted((each for each in texts if each.day), key=first_use)
        fresh = (
            change for at, text in enumerate(ordered) for change in self._without(text, ordered[:at][::-1], gone=False)
        )
        gone = (
            change for at, text in enumerate(ordered) for change in self._without(text, ordered[at + 1 :], gone=True)
        )
        return (*fresh, *gone)

    def between(self, earlier: Expression, later: Expression) -> tuple[Edge, ...]:
        """What became of the passages of one text in another."""
        return tuple(self._succession(earlier.address, later.address).values())

    def braids(self, of: Lineage) -> Iterator[Edge]:
        """The splits and mergers of passages of a line, from each text of it to the next; none between long ones."""
        line = {each.address for each in of.line}
        for step in of.chain:
            found = () if self.long(step) else self.between(step.earlier.expression, step.later.expression)
            for edge in found:
                if edge.kind in (Kind.SPLIT, Kind.MERGED) and {edge.earlier.address, edge.later.address} & line:
                    yield edge

    def long(self, edge: Edge) -> bool:
        """Whether the rest of the two texts of a step is not looked at."""
        texts = (edge.earlier.expression.address, edge.later.expression.address)
        return sum(len(self.reuse.passages(each)) for each in texts) > LONGEST

    def _steps(self, passage: Member, whole: Carried, *, later: bool) -> Iterator[_Step]:
        """The steps of a line on from a passage, or back, as long as enough of the words asked about is left."""
        here, held, met = passage, whole, {passage.address}
        while (step := self._step(here, whole, held, later=later)) is not None:
            edge, held = step
            here = edge.later if later else edge.earlier
            if here.address in met:
                return
            met.add(here.address)
            yield step

    def _step(self, here: Member, whole: Carried, held: Carried, *, later: bool) -> _Step | None:
        """To the best parent or child; where none has enough, to the best of the other uses that has.

        Of one series first, then the next in time, then what has most of the words; never another organisation.
        """
        asked = self.reuse.weight(whole.asked, whole.places)
        fits = cache(lambda text: self._enough(whole, asked, self.reuse.at_most(held, text)))

        def best(edges: Iterable[Edge]) -> _Step | None:
            carried = cache(partial(self.reuse.carried, held))
            for _, group in groupby(edges, key=partial(_turn, later=later)):
                texts = ((edge, (edge.later if later else edge.earlier).text) for edge in group)
                steps = [(edge, carried(text)) for edge, text in texts if fits(text)]
                fair = [step for step in steps if self._enough(whole, asked, step[1])]
                if fair:
                    return min(fair, key=self._most)
            return None

        nearest = self._children_in_turn(here, fits) if later else _in_turn(self._origins(here), later=False)
        if (found := best(nearest)) is not None:
            edge, left = found
            return self._told(edge), left
        if later:
            later_uses = self._later_uses(here).values()
            others = (edge_of(here, one, shared.turned(here.text)) for shared, of in later_uses for one in of)
        else:
            others = (edge_of(one, here, shared) for one, shared in self._earlier(here))
        return best(_in_turn(others, later=later))

    def _children_in_turn(self, passage: Member, fits: Callable[[int], bool]) -> Iterator[Edge]:
        """The children whose text fits, in their turn: whoever stops at one does not have the others worked out."""
        own = passage.expression
        near = [each for each in self._candidates(passage) if _distance(own, each.expression) < _OTHER]
        for each in sorted(near, key=lambda each: (_distance(own, each.expression), each.expression.day or "")):
            if fits(each.text):
                yield from self._as_source(passage, each)

    def _candidates(self, passage: Member) -> Sequence[Member]:
        """The later passages that it may be a parent of, the nearest first."""
        known = {each.address: each for each in self._later(passage)}
        return sorted(known.values(), key=lambda each: (first_use(each.expression), each.place))[:MOST]

    def _most(self, step: _Step) -> tuple[float, bool, int]:
        """What to sort by for the step that keeps most; of tied ones the first."""
        edge, held = step
        return -self.reuse.weight(held.asked, held.places), edge.tied, -edge.words

    def _enough(self, whole: Carried, asked: float, held: Carried) -> bool:
        """Whether enough is left of the words that were asked about, which weigh `asked` together."""
        if len(held) < min(_FEWEST, SHARE * len(whole)):
            return False
        return self.reuse.weight(held.asked, held.places) >= PART * asked

    def _succession(self, earlier: str, later: str) -> dict[tuple[str, str], Edge]:
        if (held := self._between.get((earlier, later))) is None:
            edges = succession(self.reuse.passages(earlier), self.reuse.passages(later), self.reuse)
            held = self._between[earlier, later] = {(each.earlier.address, each.later.address): each for each in edges}
        return held

    def _without(self, text: Expression, others: Sequence[Expression], *, gone: bool) -> Iterator[Change]:
        """The passages of a text that none of those after it has, or of those before it; the nearest stand first."""
        known = [each for each in others if (before(text.day, each.day) if gone else before(each.day, text.day))]
        held: set[str] = set()
        perhaps: dict[str, Member] = {}
        for other in known:
            for edge in self.between(text, other) if gone else self.between(other, text):
                here, there = (edge.earlier, edge.later) if gone else (edge.later, edge.earlier)
                if edge.kind is Kind.REWORDED:
                    perhaps.setdefault(here.address, there)
                else:
                    held.add(here.address)
        for each in self.reuse.passages(text.address) if known else ():
            if each.address not in held:
                yield Change(each, gone, perhaps.get(each.address))

    def _as_source(self, passage: Member, later: Member) -> Iterator[Edge]:
        """The edge to a later passage, where it is one of its parents, as far as the words of the two tell it."""
        if later.address in self._parents or later.address in self._next(passage):
            yield from (edge for edge in self._origins(later) if edge.earlier == passage)
        elif passage in self._uses(later, passage.text) and not self._outdone(passage, later):
            yield from (edge for edge in self._known_sources(later) if edge.earlier == passage)

    def _outdone(self, passage: Member, later: Member) -> bool:
        """Whether a later passage has far more of the same words from elsewhere: then it is none of its sources.

        The same is found among all of its sources; most that are none are told by one or two others.
        """
        shared = self._later_uses(passage)[later.text][0].turned(passage.text)
        clause = kind_of(passage, later, shared) is Kind.CLAUSE
        for other in self.reuse.above(later, shared.score):
            if _beats(other, shared, alone=clause) and (uses := self._uses(later, other.text)):
                part = kind_of(uses[0], later, other) is Kind.CLAUSE
                if _beats(other, shared, alone=clause and not part):
                    return True
        return False

    def _origins(self, passage: Member) -> tuple[Edge, ...]:
        """Its parents, as far as the words of each two tell what they are to one another."""
        if (held := self._parents.get(passage.address)) is None:
            found = self._known_sources(passage)
            held = self._parents[passage.address] = (*found, *self._beside(passage, found))
        return held

    def _known_sources(self, passage: Member) -> tuple[Edge, ...]:
        if (held := self._sources.get(passage.address)) is None:
            held = self._sources[passage.address] = tuple(self.sources(passage))
        return held

    def _next(self, passage: Member) -> Mapping[str, Member]:
        """The passages that it became in the text that followed in its series, by their addresses."""
        if (held := self._following.get(passage.address)) is None:
            texts = self.reuse.following(passage.expression)
            edges = (edge for text in texts for edge in self.between(passage.expression, text))
            held = {edge.later.address: edge.later for edge in edges if edge.earlier == passage}
            self._following[passage.address] = held
        return held

    def _told(self, edge: Edge) -> Edge:
        """With the kind that follows from the rest of both texts, where these two answer to one another in it.

        In texts that are longer than `LONGEST` it is what the words of the two alone tell: no split, merger or move.
        """
        if self.long(edge):
            return edge
        known = self._succession(edge.earlier.expression.address, edge.later.expression.address)
        return replace(known.get((edge.earlier.address, edge.later.address), edge), tied=edge.tied)

    def _beside(self, passage: Member, found: Sequence[Edge]) -> Iterator[Edge]:
        """What else of the text before it in the series has become part of it, where no other text is its source."""
        held = {edge.earlier.address for edge in found}
        for text in self.reuse.previous(passage.expression):
            if not found or any(edge.earlier.expression == text for edge in found):
                between = self.between(text, passage.expression)
                yield from (each for each in between if each.later == passage and each.earlier.address not in held)

    def _earlier(self, passage: Member) -> Iterator[_Source]:
        """Of each text that shares words with it the nearest earlier uses."""
        for shared in self.reuse.near(passage):
            yield from ((each, shared) for each in self._uses(passage, shared.text))

    def _uses(self, passage: Member, text: int) -> Sequence[Member]:
        """The nearest earlier uses of a text: in the passage's series, else its organisation, else anywhere."""
        for members in self.reuse.until(text, passage.expression):
            if found := self._nearest(passage, members):
                return found
        return ()

    def _nearest(self, passage: Member, members: Iterable[Member]) -> list[Member]:
        """The first of them that may be its source, and those of the same day."""
        found: list[Member] = []
        for each in members:
            if found and each.expression.day != found[0].expression.day:
                break
            if self.reuse.may(each, passage):
                found.append(each)
        return found

    def _later(self, passage: Member) -> Iterator[Member]:
        """The passages that it may be a parent of."""
        yield from (each for _, members in self._later_uses(passage).values() for each in members)
        yield from self._next(passage).values()

    def _later_uses(self, passage: Member) -> Mapping[int, tuple[Shared, Sequence[Member]]]:
        """The later passages that share words with it, of each text what it shares and those next to it in time."""
        if (held := self._later_held.get(passage.address)) is None:
            if len(self._later_held) >= _KEPT:
                self._later_held.clear()
            held = {shared.text: (shared, self._used_later(passage, shared)) for shared in self.reuse.near(passage)}
            self._later_held[passage.address] = held
        return held

    def _used_later(self, passage: Member, shared: Shared) -> Sequence[Member]:
        members = self.reuse.since(shared.text, passage.expression.day)
        return [each for each in members if self.reuse.may(passage, each)]


def _turn(edge: Edge, *, later: bool) -> tuple[int, str]:
    """What to sort by for the step that is tried first: how near the texts are, and on from a passage the next day."""
    return _distance(edge.earlier.expression, edge.later.expression), (edge.later.expression.day or "") * later


def _in_turn(edges: Iterable[Edge], *, later: bool) -> Sequence[Edge]:
    """The edges within an organisation in their turn, of each turn the latest first."""
    known = [each for each in edges if _distance(each.earlier.expression, each.later.expression) < _OTHER]
    return sorted(sorted(known, key=lambda each: _latest(each.earlier)), key=partial(_turn, later=later))


def _rank(passage: Member, found: _Source) -> tuple[int, str, bool, int, tuple[bool, str, str], int]:
    """Of its series first, then of its organisation; the last one, agreed texts before drafts, what shares most."""
    one, shared = found
    distance = _distance(one.expression, passage.expression)
    return distance, _latest(one), one.expression.draft, -shared.score, first_use(one.expression), one.place


def _distance(one: Expression, other: Expression) -> int:
    if one.series is not None and one.series == other.series:
        return 0
    if one.organisation is None or other.organisation is None:
        return 2
    return 1 if one.organisation == other.organisation else _OTHER


def _latest(member: Member) -> str:
    """What to sort by for the latest first."""
    return "".join(chr(0x10FFFF - ord(sign)) for sign in member.expression.day or "") or chr(0x10FFFF)


def _unbeaten(passage: Member, found: Iterable[_Source]) -> Iterator[_Source]:
    """Without those that have far fewer words of a stretch than another has, or a clause of what another has whole."""
    held = [(one, shared, kind_of(one, passage, shared) is Kind.CLAUSE) for one, shared in found]
    most_of: dict[tuple[tuple[int, int], bool], int] = {}
    for _, shared, clause in held:
        most_of[shared.own, clause] = max(shared.score, most_of.get((shared.own, clause), 0))

    ordered = sorted(((most, span, part) for (span, part), most in most_of.items()), reverse=True)

    @cache
    def beaten(own: tuple[int, int], score: int, clause: bool) -> bool:
        return any(
            _far_more(most, score, alone=clause and not part) and _over(own, span)
            for most, span, part in takewhile(lambda each: each[0] > score, ordered)
        )

    for one, shared, clause in held:
        if not beaten(shared.own, shared.score, clause):
            yield one, shared


def _beats(other: Shared, shared: Shared, *, alone: bool) -> bool:
    return _far_more(other.score, shared.score, alone=alone) and _over(shared.own, other.own)


def _far_more(most: int, score: int, *, alone: bool) -> bool:
    """Whether one that has a clause alone has less than `most`, or any other far less."""
    return most * (1.0 if alone else WHOLE) > score


def _covering(passage: Member, found: Iterable[_Source]) -> Iterator[tuple[Member, Shared, bool]]:
    """Those that have words which no nearer one has, at least half of their stretch; and those tied with one."""
    chosen: list[_Source] = []
    for one, shared in found:
        if not any(_over(shared.own, other.own) for _, other in chosen):
            chosen.append((one, shared))
            yield one, shared, False
        elif any(_tied(passage, (one, shared), other) for other in chosen):
            yield one, shared, True


def _tied(passage: Member, found: _Source, chosen: _Source) -> bool:
    """Whether of one day, as near, and with as many words of the same stretch."""
    return (
        found[0].expression.day == chosen[0].expression.day
        and _distance(found[0].expression, passage.expression) == _distance(chosen[0].expression, passage.expression)
        and found[1].score >= chosen[1].score
        and _over(found[1].own, chosen[1].own)
    )


def _over(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether more than half of a stretch is in another."""
    return 2 * (min(span[1], other[1]) - max(span[0], other[0])) > span[1] - span[0]


def _where(member: Member) -> str:
    return f"{member.expression.day or 'undated'}  {member.address}"
