"""What has been found in a text so far: mentions by where they start and end, and whose document it is."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from acquis.model import Day
from acquis.register.gazetteer import Kind, Sense


class Draft(Struct, gc=False):
    """A mention before it is known whether a longer one holds it."""

    start: int
    end: int
    kind: Kind
    meant: str | None
    others: tuple[str, ...]
    rule: str


class Setting(Struct, frozen=True):
    """Whose document it is: the code of its organisation, its organ, its day, its language; None for not known."""

    home: str | None = None
    organ: str | None = None
    day: Day | None = None
    language: str | None = None


_FAR: Final = 1_000
"""No sentence is looked back further than this."""


class Page:
    """A text with the mentions found in it; rules read what stands beside a place and add longer mentions."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.setting = setting
        self.drafts: list[Draft] = []
        self.starts: dict[int, Draft] = {}
        self.ends: dict[int, Draft] = {}
        self.of: defaultdict[Kind, list[Draft]] = defaultdict(list)
        self.regions: list[Draft] | None = None
        self._chosen: dict[str, tuple[Sense | None, tuple[str, ...]]] = {}

    def add(
        self, start: int, end: int, kind: Kind, meant: str | None, rule: str, *, others: tuple[str, ...] = ()
    ) -> Draft:
        """Adds a mention; of those that start or end at one place the longest answers."""
        draft = Draft(start, end, kind, meant, others, rule)
        self.drafts.append(draft)
        self.of[kind].append(draft)
        held = self.starts.setdefault(start, draft)
        if held.end < end:
            self.starts[start] = draft
        held = self.ends.setdefault(end, draft)
        if held.start > start:
            self.ends[end] = draft
        return draft

    def drop(self, draft: Draft) -> None:
        """Takes a mention back: it keeps no letter."""
        for places, at in ((self.starts, draft.start), (self.ends, draft.end)):
            if places.get(at) is draft:
                del places[at]
        draft.end = draft.start

    def sentence(self, at: int) -> int:
        """Where the sentence or line begins that a place stands in, as far as marks tell."""
        first = max(0, at - _FAR)
        return max(first - 1, *(self.text.rfind(mark, first, at) for mark in (". ", "\n", "。", "; "))) + 1

    def known(self, name: str, senses: Sequence[Sense]) -> tuple[Sense | None, tuple[str, ...]]:
        """What a name means in this document, worked out once; what counts at home alone does not elsewhere."""
        if name not in self._chosen:
            here = [sense for sense in senses if sense.home in (None, self.setting.home)]
            self._chosen[name] = self.choose(here) if here else (None, ())
        return self._chosen[name]

    def choose(self, senses: Sequence[Sense]) -> tuple[Sense, tuple[str, ...]]:
        """The sense that counts here; where nothing tells, none, and the addresses in question.

        What was borne on the document's day comes before what was not, what is at home in it before what is not.
        """
        first = senses[0]
        if len(senses) == 1:
            return first, ()
        if self.setting.day:
            senses = [sense for sense in senses if sense.held(self.setting.day)] or senses
        home = f"/{self.setting.home}/" if self.setting.home else None
        senses = [sense for sense in senses if home and home in f"/{sense.meant.partition(':')[2]}/"] or senses
        meant = tuple(dict.fromkeys(sense.meant for sense in senses))
        if len(meant) > 1 and self.setting.organ in meant:
            meant = (self.setting.organ,) if self.setting.organ else meant
        if len(meant) > 1:
            return Sense(senses[0].kind, ""), meant
        return min((sense for sense in senses if sense.meant == meant[0]), key=attrgetter("people")), ()


_NOT_WITHIN: Final = {
    Kind.INSTRUMENT: frozenset((Kind.CITY, Kind.ZONE, Kind.EVENT)),
    Kind.INSTRUMENT_GROUP: frozenset((Kind.INSTRUMENT_GROUP,)),
    Kind.UN_DOC: frozenset((Kind.ZONE,)),
    Kind.ORG: frozenset((Kind.REGION, Kind.CITY, Kind.STATE, Kind.ORGAN, Kind.ORG, Kind.INSTRUMENT)),
    Kind.STATE: frozenset(Kind),
    Kind.REGION: frozenset((Kind.REGION, Kind.STATE)),
}
"""What is no mention within a longer one: the city in the name of a convention, the region in that of a body."""


def nested(drafts: list[Draft]) -> Iterator[tuple[Draft, bool]]:
    """The mentions in reading order, each once, with whether a longer one holds it; crossing ones give way."""
    drafts.sort(key=attrgetter("end"), reverse=True)
    drafts.sort(key=attrgetter("start"))  # keeps the order of those that start at one place
    holders: list[Draft] = []
    reached = 0
    for draft in drafts:
        start = draft.start
        if start == draft.end:
            continue
        if start >= reached:
            holders, reached = [draft], draft.end
            yield draft, False
            continue
        while holders[-1].end <= start:
            holders.pop()
        if _holds(holders, draft):
            yield draft, True
            holders.append(draft)


def _holds(holders: Sequence[Draft], draft: Draft) -> bool:
    """Whether a mention within these ones is one of its own: not the same words, not crossing, not a part of a name."""
    last = holders[-1]
    if draft.end > last.end or (draft.end == last.end and draft.start == last.start):
        return False
    return not any(draft.kind in _NOT_WITHIN.get(holder.kind, ()) for holder in holders)


def inside(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The one of some sorted stretches that a place lies in."""
    found = bisect_right(spans, (at, 1 << 60)) - 1
    return spans[found] if found >= 0 and spans[found][0] <= at < spans[found][1] else None
